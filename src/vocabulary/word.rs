//! How is a name of the vocabulary declared, listed, parsed and collected?
//!
//! Every closed list of the domain is declared once with `vocabulary!`: its variants, their documentation and, if it has one, the
//! row of facts behind each variant. [`Table`] holds one value per name; a set (such as
//! [`ResponsibilitySet`](crate::ResponsibilitySet)) holds some of the names.

use core::fmt;

use alloc::string::String;

use crate::vocabulary::escaped::Escaped;
use crate::vocabulary::nearest::DidYouMean;

mod sealed {
    /// Prevents implementations of [`Word`](super::Word) outside this crate.
    pub trait Sealed {
        /// Returns the position in [`ALL`](super::Word::ALL).
        fn index(self) -> u32;
    }

    /// A list whose names are declared from the least to the greatest.
    pub trait Ascending: super::Word + Ord {}
}
pub(crate) use sealed::{Ascending, Sealed};

/// A name of a closed list: a name of the vocabulary, written in kebab-case in documents, or a [fact](crate::Fact), written as
/// its place.
///
/// [`Table`](crate::Table) is generic over this trait, which provides the lists of names. Each name has a form for documents
/// (`as_str`, `Display`) and a form for readers (`title`, and `{:#}` within a sentence), and is parsed with `FromStr` unless its
/// list appears only in results. The trait cannot be implemented outside this crate.
///
/// ```
/// use cpto::{Responsibility, Role, Word};
///
/// fn choices<W: Word>() -> Vec<(W, &'static str)> {
///     W::ALL.iter().copied().zip(W::NAMES.iter().copied()).collect()
/// }
/// assert_eq!(choices::<Role>(), [(Role::Cto, "cto"), (Role::Cpo, "cpo"), (Role::Cpto, "cpto")]);
///
/// let word = Responsibility::ProfitAndLoss;
/// assert_eq!((word.as_str(), word.title()), ("profit-and-loss", "Profit and loss"));
/// assert_eq!(format!("Write {word}, say {word:#}."), "Write profit-and-loss, say profit and loss.");
/// assert_eq!("profit-and-loss".parse(), Ok(word));
/// ```
pub trait Word: Sealed + Copy + Eq + fmt::Debug + fmt::Display + 'static {
    /// The term for such a name in messages, such as "maturity level".
    const KIND: &'static str;
    /// Every name, in declaration order.
    const ALL: &'static [Self];
    /// The same list as written in documents.
    const NAMES: &'static [&'static str];
}

/// Returns the name that documents write this way.
pub(crate) fn named<W: Word>(name: &str) -> Result<W, UnknownName> {
    one_of(name, W::KIND, W::NAMES, W::ALL.iter().copied())
}

/// Returns the one of these with this name; the names are in the same order.
pub(crate) fn one_of<T>(
    name: &str,
    kind: &'static str,
    names: &'static [&'static str],
    all: impl IntoIterator<Item = T>,
) -> Result<T, UnknownName> {
    let found = names.iter().zip(all).find(|(known, _)| **known == name);
    found.map(|(_, it)| it).ok_or_else(|| UnknownName { kind, found: name.into(), allowed: names })
}

/// Returns the name as written in documents.
pub(crate) fn name<W: Word>(word: W) -> &'static str {
    W::NAMES.get(word.index() as usize).copied().unwrap_or_default()
}

/// Concatenates two lists of names.
#[cfg(feature = "serde")]
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
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

/// Writes a name as in documents or, in the alternate form, as it reads within a sentence.
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

/// A name that the vocabulary does not have: any text that does not match a name exactly. Empty text, different capitalization
/// and surrounding space do not match.
///
/// ```
/// use cpto::Stage;
///
/// let error = "scaleup".parse::<Stage>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown stage `scaleup`; did you mean scale-up?");
/// assert_eq!(error.allowed, ["startup", "scale-up", "established", "enterprise"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind} `{}`{}", Escaped(.found), DidYouMean(.found, .allowed))]
#[non_exhaustive]
pub struct UnknownName {
    /// The kind of name that was expected, such as "stage".
    pub kind: &'static str,
    /// The text that was found.
    pub found: String,
    /// The known names.
    pub allowed: &'static [&'static str],
}

impl UnknownName {
    /// Reports that `found` is not a name of the list `W`.
    pub(crate) fn of<W: Word>(found: impl Into<String>) -> Self {
        Self { kind: W::KIND, found: found.into(), allowed: W::NAMES }
    }
}

/// Reads a name from any serde format, self-describing or not.
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

/// Declares a list of names. With `scale`, the declaration order is the order of the scale; with `growing`, the list is not
/// closed. `as` after a name sets its title if that is not the name in sentence case. `in` names the public module of the list if
/// that is not the crate root. `told` marks a list that appears in results but not in input documents: it is serialized but never
/// read. `each` lists the facts that every name has: their functions, and the arguments of the `row` behind each name.
macro_rules! vocabulary {
    (growing $($declared:tt)+) => {
        vocabulary! { @declare [] [non_exhaustive] $($declared)+ }
    };
    (scale $(#[$meta:meta])* pub enum $Name:ident $($declared:tt)+) => {
        vocabulary! { $(#[$meta])* pub enum $Name $($declared)+ }

        impl crate::vocabulary::word::Ascending for $Name {}
    };
    ($(#[$meta:meta])* pub enum $($declared:tt)+) => {
        vocabulary! {
            @declare [PartialOrd, Ord]
            [expect(clippy::exhaustive_enums, reason = "a closed list: an embedding application must handle every name")]
            $(#[$meta])* pub enum $($declared)+
        }
    };
    (
        @declare [$($order:ident),*] [$openness:meta] $(#[$meta:meta])*
        pub enum $Name:ident as $kind:literal $(in $module:literal)? $(, $told:ident)? {
            $( $(#[$variant_meta:meta])* $Variant:ident $(as $title:literal)? $(=> $row:expr)? ),+ $(,)?
        } $(each { $($columns:tt)+ })?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, $($order,)* Hash)]
        #[$openness]
        #[repr(u8)]
        pub enum $Name { $( $(#[$variant_meta])* $Variant ),+ }

        impl $Name {
            /// Every name of the list, in declaration order.
            pub const ALL: &'static [Self] = &[$( Self::$Variant ),+];
            /// The number of names.
            pub const COUNT: usize = Self::ALL.len();

            /// Returns the position in the list, counted from 0.
            pub(crate) const fn position(self) -> u32 {
                self as u32
            }

            /// Returns the name as written in documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$Variant => crate::vocabulary::kebab::kebab!($Variant) ),+ }
            }

            /// Returns the title for readers: the name in sentence case, unless the list sets another title.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $( Self::$Variant => crate::vocabulary::kebab::title!($Variant $($title)?) ),+ }
            }
        }

        vocabulary! { @rows $Name [$( $Variant $(=> $row)? ),+] $($($columns)+)? }

        impl crate::vocabulary::word::Sealed for $Name {
            #[inline]
            fn index(self) -> u32 {
                self.position()
            }
        }

        impl crate::vocabulary::word::Word for $Name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = Self::ALL;
            const NAMES: &'static [&'static str] = &[$( Self::$Variant.as_str() ),+];
        }

        impl core::fmt::Display for $Name {
            /// Writes the name as in documents or, in the alternate form `{:#}`, as it reads within a sentence.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::vocabulary::word::show(self.as_str(), self.title(), f)
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
        impl core::str::FromStr for $Name {
            type Err = crate::vocabulary::word::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                crate::vocabulary::word::named(name)
            }
        }

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

            /// Generates any of the names, shrinking towards the first.
            fn arbitrary_with((): ()) -> proptest::sample::Select<Self> {
                proptest::sample::select(Self::ALL)
            }
        }
    };
    (@rows $Name:ident [$( $Variant:ident ),+]) => {};
    (@rows $Name:ident [$( $Variant:ident => $row:expr ),+]) => {
        impl $Name {
            /// Returns the facts behind the name.
            const fn row(self) -> &'static Row {
                match self { $( Self::$Variant => const { &$row } ),+ }
            }
        }
    };
    (@rows $Name:ident $rows:tt $( $(#[$meta:meta])* $vis:vis $column:ident: $Type:ty ),+ $(,)?) => {
        vocabulary! { @rows $Name $rows }

        /// The facts behind a name.
        struct Row { $( $column: $Type ),+ }

        const fn row($( $column: $Type ),+) -> Row {
            Row { $( $column ),+ }
        }

        impl $Name {
            $(
                $(#[$meta])*
                #[must_use]
                $vis const fn $column(self) -> $Type {
                    self.row().$column
                }
            )+
        }
    };
}
pub(crate) use vocabulary;
