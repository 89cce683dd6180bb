//! How is a name of the vocabulary declared, listed, parsed and collected?
//!
//! Every closed list of the domain is declared once with `vocabulary!`: its variants, their documentation and,
//! where it has one, the row of facts behind each variant. [`Table`] holds one value per name, a set (such as
//! [`ResponsibilitySet`](crate::ResponsibilitySet)) holds some of the names.

use core::fmt;

mod sealed {
    /// Keeps [`Word`](super::Word) to the names of this crate.
    pub trait Sealed {}
}
pub(crate) use sealed::Sealed;

/// A name of the vocabulary: one of a closed list, written in kebab-case in documents.
///
/// The trait is what [`Table`] is generic over; each name has the same items inherently. It cannot be implemented
/// outside this crate.
///
/// ```
/// use cpto::{Role, Word};
///
/// fn names<W: Word>() -> Vec<&'static str> {
///     W::ALL.iter().map(|word| word.as_str()).collect()
/// }
/// assert_eq!(names::<Role>(), ["cto", "cpo", "cpto"]);
/// ```
pub trait Word: Sealed + Copy + Eq + fmt::Debug + 'static {
    /// What such a name is called in messages, such as "maturity level".
    const KIND: &'static str;
    /// Every name, in the order of the declaration.
    const ALL: &'static [Self];
    /// The same list as it is written in documents.
    const NAMES: &'static [&'static str];

    /// The name as it is written in documents.
    ///
    /// ```
    /// use cpto::{Stage, Word};
    ///
    /// assert_eq!(<Stage as Word>::as_str(Stage::ScaleUp), "scale-up");
    /// ```
    fn as_str(self) -> &'static str;

    /// The position in [`ALL`](Word::ALL).
    ///
    /// ```
    /// use cpto::{Stage, Word};
    ///
    /// assert_eq!(Stage::ALL[Stage::ScaleUp.index()], Stage::ScaleUp);
    /// ```
    fn index(self) -> usize;

    /// The name that is written so in documents, if there is one.
    ///
    /// ```
    /// use cpto::{Stage, Word};
    ///
    /// assert_eq!(Stage::from_name("scale-up"), Some(Stage::ScaleUp));
    /// assert_eq!(Stage::from_name("Scale-up"), None);
    /// ```
    fn from_name(name: &str) -> Option<Self> {
        let index = Self::NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(index).copied()
    }
}

/// A name that the vocabulary does not have.
///
/// ```
/// use cpto::Stage;
///
/// let error = "scaleup".parse::<Stage>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown stage `scaleup`");
/// assert_eq!(error.allowed, ["startup", "scale-up", "established", "enterprise"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind} `{found}`")]
#[non_exhaustive]
pub struct UnknownName {
    /// What was looked for, such as "stage".
    pub kind: &'static str,
    /// What was found.
    pub found: alloc::string::String,
    /// The names there are.
    pub allowed: &'static [&'static str],
}

impl UnknownName {
    /// Says that `found` is no name of the list `W`.
    pub(crate) fn of<W: Word>(found: &str) -> Self {
        Self { kind: W::KIND, found: found.into(), allowed: W::NAMES }
    }
}

/// Declares a list of names. With `scale`, the order of the declaration is the order of the scale; with `growing`, the
/// list is not closed. `in` says which module shows it, where it is not the root.
macro_rules! vocabulary {
    (growing $(#[$meta:meta])* pub enum $Name:ident as $kind:literal $(in $module:literal)? { $($body:tt)+ }) => {
        vocabulary! { @declare [] [non_exhaustive] $(#[$meta])* pub enum $Name as $kind $(in $module)? { $($body)+ } }
    };
    (scale $(#[$meta:meta])* pub enum $Name:ident as $kind:literal $(in $module:literal)? { $($body:tt)+ }) => {
        vocabulary! { @declare [PartialOrd, Ord] [expect(clippy::exhaustive_enums, reason = "a closed list: who embeds it has to treat every name")] $(#[$meta])* pub enum $Name as $kind $(in $module)? { $($body)+ } }

        impl crate::vocabulary::scale::Scale for $Name {
            const LEAST: Self = {
                let [least, ..] = <Self as strum::VariantArray>::VARIANTS else { unreachable!() };
                *least
            };
            const MOST: Self = {
                let [.., most] = <Self as strum::VariantArray>::VARIANTS else { unreachable!() };
                *most
            };

            fn rank(self) -> u32 {
                self as u32
            }

            fn at_rank(rank: u32) -> Option<Self> {
                Self::ALL.get(rank as usize).copied()
            }
        }
    };
    ($(#[$meta:meta])* pub enum $Name:ident as $kind:literal $(in $module:literal)? { $($body:tt)+ }) => {
        vocabulary! { @declare [] [expect(clippy::exhaustive_enums, reason = "a closed list: who embeds it has to treat every name")] $(#[$meta])* pub enum $Name as $kind $(in $module)? { $($body)+ } }
    };
    (
        @declare [$($order:ident),*] [$openness:meta] $(#[$meta:meta])*
        pub enum $Name:ident as $kind:literal $(in $module:literal)? {
            $( $(#[$variant_meta:meta])* $Variant:ident $(=> $row:expr)? ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, $($order,)* Hash,
            strum::IntoStaticStr, strum::VariantArray, strum::VariantNames,
        )]
        #[strum(serialize_all = "kebab-case")]
        #[$openness]
        #[repr(u8)]
        pub enum $Name { $( $(#[$variant_meta])* $Variant ),+ }

        impl $Name {
            /// Every name of the list, in the order of its declaration.
            pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;
            /// How many names there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The name as it is written in documents.
            ///
            /// ```
            #[doc = concat!("use ", vocabulary!(@module $($module)?), "::", stringify!($Name), ";")]
            ///
            #[doc = concat!("for &name in ", stringify!($Name), "::ALL {")]
            ///     assert_eq!(name.as_str().parse(), Ok(name));
            /// }
            /// ```
            #[must_use]
            pub fn as_str(self) -> &'static str {
                self.into()
            }

            vocabulary! { @rows $Name [$( $Variant $(=> $row)? ),+] }
        }

        impl crate::vocabulary::word::Sealed for $Name {}

        impl crate::vocabulary::word::Word for $Name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = Self::ALL;
            const NAMES: &'static [&'static str] = <Self as strum::VariantNames>::VARIANTS;

            #[inline]
            fn as_str(self) -> &'static str {
                self.into()
            }

            #[inline]
            fn index(self) -> usize {
                self as usize
            }
        }

        impl core::fmt::Display for $Name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $Name {
            type Err = crate::vocabulary::word::UnknownName;

            /// Reads a name as it is written in documents.
            ///
            /// # Errors
            /// Any text that is not exactly one of the names, such as the empty one, one with capital letters or
            /// one with surrounding space.
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                crate::vocabulary::word::Word::from_name(name).ok_or_else(|| crate::vocabulary::word::UnknownName::of::<Self>(name))
            }
        }

        crate::document::word! { $Name }
        #[cfg(feature = "proptest1")]
        impl proptest::arbitrary::Arbitrary for $Name {
            type Parameters = ();
            type Strategy = proptest::sample::Select<Self>;

            /// Any of the names, shrinking towards the first.
            fn arbitrary_with((): ()) -> proptest::sample::Select<Self> {
                proptest::sample::select(Self::ALL)
            }
        }
    };
    (@rows $Name:ident [$( $Variant:ident => $row:expr ),+]) => {
        /// The facts behind the name, each written once, beside its documentation.
        const fn row(self) -> &'static Row {
            match self { $( Self::$Variant => const { &$row } ),+ }
        }
    };
    (@rows $Name:ident [$( $Variant:ident ),+]) => {};
    (@module $module:literal) => { $module };
    (@module) => { "cpto" };
}
pub(crate) use vocabulary;
