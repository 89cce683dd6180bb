//! How is a name of the vocabulary declared, listed, parsed and collected?
//!
//! Every closed list of the domain is declared once with `vocabulary!`: its variants, their documentation and,
//! where it has one, the row of facts behind each variant. [`Table`] holds one value per name, a set (such as
//! [`ResponsibilitySet`](crate::ResponsibilitySet)) holds some of the names.

use core::fmt;

use alloc::string::String;

use crate::vocabulary::nearest::DidYouMean;
use crate::vocabulary::shown::Shown;

mod sealed {
    /// Keeps [`Word`](super::Word) to the names of this crate.
    pub trait Sealed {
        /// The position in [`ALL`](super::Word::ALL).
        fn index(self) -> usize;
    }
}
pub(crate) use sealed::Sealed;

/// A name of the vocabulary: one of a closed list, written in kebab-case in documents.
///
/// The trait is what [`Table`](crate::Table) is generic over, and has the lists. Each name says by itself how documents have it
/// (`as_str`, `Display`), how people read it (`title`, and within a sentence `{:#}`), and is parsed with `FromStr`. The trait
/// cannot be implemented outside this crate.
///
/// ```
/// use cpto::{Responsibility, Role, Word};
///
/// fn choices<W: Word>() -> Vec<(W, &'static str)> {
///     W::ALL.iter().copied().zip(W::TITLES.iter().copied()).collect()
/// }
/// assert_eq!(choices::<Role>(), [(Role::Cto, "CTO"), (Role::Cpo, "CPO"), (Role::Cpto, "CPTO")]);
///
/// let word = Responsibility::ProfitAndLoss;
/// assert_eq!((word.as_str(), word.title()), ("profit-and-loss", "Profit and loss"));
/// assert_eq!(format!("Write {word}, say {word:#}."), "Write profit-and-loss, say profit and loss.");
/// assert_eq!("profit-and-loss".parse(), Ok(word));
/// ```
pub trait Word: Sealed + Copy + Eq + fmt::Debug + fmt::Display + 'static {
    /// What such a name is called in messages, such as "maturity level".
    const KIND: &'static str;
    /// Every name, in the order of the declaration.
    const ALL: &'static [Self];
    /// The same list as it is written in documents.
    const NAMES: &'static [&'static str];
    /// The same list as people read it.
    const TITLES: &'static [&'static str];
}

/// The name that is written so in documents, if there is one.
pub(crate) fn named<W: Word>(name: &str) -> Option<W> {
    let index = W::NAMES.iter().position(|known| *known == name)?;
    W::ALL.get(index).copied()
}

/// The name as it is written in documents.
pub(crate) fn name<W: Word>(word: W) -> &'static str {
    W::NAMES.get(word.index()).copied().unwrap_or_default()
}

/// The names of two lists.
#[cfg(feature = "serde")]
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
pub(crate) const fn joined<const N: usize>(
    first: &[&'static str],
    second: &[&'static str],
) -> [&'static str; N] {
    let mut names = [""; N];
    let mut index = 0;
    while index < N {
        names[index] = if index < first.len() { first[index] } else { second[index - first.len()] };
        index += 1;
    }
    names
}

/// Writes a name as documents have it, or, in the alternate form, as it stands within a sentence.
pub(crate) fn show(name: &str, title: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if !f.alternate() {
        return f.pad(name);
    }
    let (first, rest) = title.split_at_checked(1).unwrap_or_default();
    if rest.starts_with(char::is_uppercase) {
        return f.write_str(title);
    }
    write!(f, "{}{rest}", first.to_ascii_lowercase())
}

/// A name that the vocabulary does not have: any text that is not exactly one of the names, such as the empty one, one
/// with capital letters or one with surrounding space.
///
/// ```
/// use cpto::Stage;
///
/// let error = "scaleup".parse::<Stage>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown stage `scaleup`; did you mean scale-up?");
/// assert_eq!(error.allowed, ["startup", "scale-up", "established", "enterprise"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind} `{}`{}", Shown(.found), DidYouMean(.found, .allowed))]
#[non_exhaustive]
pub struct UnknownName {
    /// What was looked for, such as "stage".
    pub kind: &'static str,
    /// What was found.
    pub found: String,
    /// The names there are.
    pub allowed: &'static [&'static str],
}

impl UnknownName {
    /// Says that `found` is no name of the list `W`.
    pub(crate) fn of<W: Word>(found: impl Into<String>) -> Self {
        Self { kind: W::KIND, found: found.into(), allowed: W::NAMES }
    }
}

/// Reads a name from any format of serde's, self-describing or not.
#[cfg(feature = "serde")]
pub(crate) fn read<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: core::str::FromStr<Err = UnknownName>,
    D: serde::Deserializer<'de>,
{
    let name = <String as serde::Deserialize>::deserialize(deserializer)?;
    let said = |it: UnknownName| alloc::format!("{it}; allowed: {}", it.allowed.join(", "));
    name.parse().map_err(|unknown| serde::de::Error::custom(said(unknown)))
}

/// Declares a list of names. With `scale`, the order of the declaration is the order of the scale; with `growing`, the
/// list is not closed. `as` behind a name says its title, where that is not the name in sentence case. `in` says which
/// module shows it, where it is not the root. What results tell and no document states is `told`: it is written alone.
macro_rules! vocabulary {
    (growing $($declared:tt)+) => {
        vocabulary! { @declare [] [non_exhaustive] $($declared)+ }
    };
    (scale $(#[$meta:meta])* pub enum $Name:ident $($declared:tt)+) => {
        vocabulary! { $(#[$meta])* pub enum $Name $($declared)+ }

        impl crate::vocabulary::scale::Scale for $Name {
            const LEAST: Self = {
                let [least, ..] = Self::ALL else { unreachable!() };
                *least
            };
            const MOST: Self = {
                let [.., most] = Self::ALL else { unreachable!() };
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
    ($(#[$meta:meta])* pub enum $($declared:tt)+) => {
        vocabulary! {
            @declare [PartialOrd, Ord]
            [expect(clippy::exhaustive_enums, reason = "a closed list: who embeds it has to treat every name")]
            $(#[$meta])* pub enum $($declared)+
        }
    };
    (
        @declare [$($order:ident),*] [$openness:meta] $(#[$meta:meta])*
        pub enum $Name:ident as $kind:literal $(in $module:literal)? $(, $told:ident)? {
            $( $(#[$variant_meta:meta])* $Variant:ident $(as $title:literal)? $(=> $row:expr)? ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, $($order,)* Hash)]
        #[$openness]
        #[repr(u8)]
        pub enum $Name { $( $(#[$variant_meta])* $Variant ),+ }

        impl $Name {
            /// Every name of the list, in the order of its declaration.
            pub const ALL: &'static [Self] = &[$( Self::$Variant ),+];
            /// How many names there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The name as it is written in documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$Variant => crate::vocabulary::kebab::kebab!($Variant) ),+ }
            }

            /// What people read: the name in sentence case.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $( Self::$Variant => crate::vocabulary::kebab::title!($Variant $($title)?) ),+ }
            }

            vocabulary! { @rows $Name [$( $Variant $(=> $row)? ),+] }
        }

        impl crate::vocabulary::word::Sealed for $Name {
            #[inline]
            fn index(self) -> usize {
                self as usize
            }
        }

        impl crate::vocabulary::word::Word for $Name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = Self::ALL;
            const NAMES: &'static [&'static str] = &[$( Self::$Variant.as_str() ),+];
            const TITLES: &'static [&'static str] = &[$( Self::$Variant.title() ),+];
        }

        impl core::fmt::Display for $Name {
            /// Writes the name as documents have it; in the alternate form, `{:#}`, as it stands within a sentence.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::vocabulary::word::show(self.as_str(), self.title(), f)
            }
        }

        impl core::str::FromStr for $Name {
            type Err = crate::vocabulary::word::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                crate::vocabulary::word::named(name)
                    .ok_or_else(|| crate::vocabulary::word::UnknownName::of::<Self>(name))
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        vocabulary! { @read [$($told)?] $Name }
    };
    (@read [told] $Name:ident) => {};
    (@read [] $Name:ident) => {
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::vocabulary::word::read(deserializer)
            }
        }

        #[cfg(feature = "schemars1")]
        impl schemars::JsonSchema for $Name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "enum": <Self as crate::vocabulary::word::Word>::NAMES })
            }
        }

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
}
pub(crate) use vocabulary;
