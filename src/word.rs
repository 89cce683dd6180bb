//! How is a name of the vocabulary declared, listed, parsed and collected?
//!
//! Every closed list of the domain is declared once with `vocabulary!`: its variants, their documentation and,
//! where it has one, the row of facts behind each variant. [`Table`] holds one value per name, a set (such as
//! [`ResponsibilitySet`](crate::ResponsibilitySet)) holds some of the names.

use core::fmt;
use core::marker::PhantomData;

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

        impl crate::Scale for $Name {
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

        impl crate::word::Sealed for $Name {}

        impl crate::Word for $Name {
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
            type Err = crate::UnknownName;

            /// Reads a name as it is written in documents.
            ///
            /// # Errors
            /// Any text that is not exactly one of the names, such as the empty one, one with capital letters or
            /// one with surrounding space.
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                crate::Word::from_name(name).ok_or_else(|| crate::UnknownName::of::<Self>(name))
            }
        }

        crate::document::word! { $Name }
        #[cfg(feature = "proptest1")]
        crate::strategies::word! { $Name }
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

/// Declares a set as a bit set that is `const`, ordered as declared, and free of allocation: of the `names` of a list,
/// or of anything that has a `position` and is known by it `at` that place.
macro_rules! word_set {
    ($(#[$meta:meta])* pub struct $Set:ident($bits:ty) of names $Word:ident, such as $A:ident and $B:ident) => {
        impl $Word {
            /// The place in the list, counted from 0.
            pub(crate) const fn position(self) -> u32 {
                self as u32
            }

            /// The name at a place in the list, if it is that long.
            pub(crate) fn at(position: u32) -> Option<Self> {
                Self::ALL.get(position as usize).copied()
            }
        }

        word_set! { $(#[$meta])* pub struct $Set($bits) of $Word, such as $A and $B }
    };
    ($(#[$meta:meta])* pub struct $Set:ident($bits:ty) of $Word:ident, such as $A:ident and $B:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $Set(pub(crate) $bits);

        impl $Set {
            /// The set of none.
            pub const EMPTY: Self = Self(0);

            /// The set of the names given; giving one twice is giving it once.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($Set), "::of(&[", stringify!($Word::$A), ", ", stringify!($Word::$A), "]).len(), 1);")]
            /// ```
            #[must_use]
            pub const fn of(words: &[$Word]) -> Self {
                let mut set = Self::EMPTY;
                let mut rest = words;
                while let [word, others @ ..] = rest {
                    set = set.with(*word);
                    rest = others;
                }
                set
            }

            const fn bit(word: $Word) -> $bits {
                1 << word.position()
            }

            /// This set and one more name.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($Set), "::EMPTY.with(", stringify!($Word::$A), "), ", stringify!($Set), "::of(&[", stringify!($Word::$A), "]));")]
            /// ```
            #[must_use]
            pub const fn with(self, word: $Word) -> Self {
                Self(self.0 | Self::bit(word))
            }

            /// This set without one name.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("assert!(", stringify!($Set), "::of(&[", stringify!($Word::$A), "]).without(", stringify!($Word::$A), ").is_empty());")]
            /// ```
            #[must_use]
            pub const fn without(self, word: $Word) -> Self {
                Self(self.0 & !Self::bit(word))
            }

            /// Whether the name is in the set.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("let set = ", stringify!($Set), "::of(&[", stringify!($Word::$A), "]);")]
            #[doc = concat!("assert!(set.contains(", stringify!($Word::$A), ") && !set.contains(", stringify!($Word::$B), "));")]
            /// ```
            #[must_use]
            pub const fn contains(self, word: $Word) -> bool {
                self.0 & Self::bit(word) != 0
            }

            /// What is in either set.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("let both = ", stringify!($Set), "::of(&[", stringify!($Word::$A), "]).union(", stringify!($Set), "::of(&[", stringify!($Word::$B), "]));")]
            #[doc = concat!("assert_eq!(both, ", stringify!($Set), "::of(&[", stringify!($Word::$A), ", ", stringify!($Word::$B), "]));")]
            /// ```
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// What is in both sets.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("let both = ", stringify!($Set), "::of(&[", stringify!($Word::$A), ", ", stringify!($Word::$B), "]);")]
            #[doc = concat!("assert_eq!(both.intersection(", stringify!($Set), "::of(&[", stringify!($Word::$B), "])), ", stringify!($Set), "::of(&[", stringify!($Word::$B), "]));")]
            /// ```
            #[must_use]
            pub const fn intersection(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// What is in this set and not in the other.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("let both = ", stringify!($Set), "::of(&[", stringify!($Word::$A), ", ", stringify!($Word::$B), "]);")]
            #[doc = concat!("assert_eq!(both.difference(", stringify!($Set), "::of(&[", stringify!($Word::$B), "])), ", stringify!($Set), "::of(&[", stringify!($Word::$A), "]));")]
            /// ```
            #[must_use]
            pub const fn difference(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// Whether everything in this set is in the other, too.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("assert!(", stringify!($Set), "::of(&[", stringify!($Word::$A), "]).is_subset(", stringify!($Set), "::of(&[", stringify!($Word::$A), ", ", stringify!($Word::$B), "])));")]
            /// ```
            #[must_use]
            pub const fn is_subset(self, other: Self) -> bool {
                self.0 & !other.0 == 0
            }

            /// Whether nothing is in the set.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("assert!(", stringify!($Set), "::EMPTY.is_empty());")]
            /// ```
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// How many names are in the set.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("assert_eq!(", stringify!($Set), "::of(&[", stringify!($Word::$A), ", ", stringify!($Word::$B), "]).len(), 2);")]
            /// ```
            #[must_use]
            pub const fn len(self) -> usize {
                self.0.count_ones() as usize
            }

            /// What is in the set, in the order of the declaration.
            ///
            /// ```
            #[doc = concat!("use cpto::{", stringify!($Set), ", ", stringify!($Word), "};")]
            ///
            #[doc = concat!("let set = ", stringify!($Set), "::of(&[", stringify!($Word::$B), ", ", stringify!($Word::$A), "]);")]
            #[doc = concat!("assert_eq!(set.iter().collect::<Vec<_>>(), [", stringify!($Word::$A), ", ", stringify!($Word::$B), "]);")]
            /// ```
            pub fn iter(self) -> impl Iterator<Item = $Word> {
                let mut bits = self.0;
                core::iter::from_fn(move || {
                    let word = $Word::at(bits.trailing_zeros());
                    bits &= bits.wrapping_sub(1);
                    word
                })
            }
        }

        impl FromIterator<$Word> for $Set {
            fn from_iter<I: IntoIterator<Item = $Word>>(words: I) -> Self {
                words.into_iter().fold(Self::EMPTY, Self::with)
            }
        }

        impl core::fmt::Debug for $Set {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }

        impl core::fmt::Display for $Set {
            /// Writes the names with commas between them.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                for (position, word) in self.iter().enumerate() {
                    if position > 0 {
                        f.write_str(", ")?;
                    }
                    core::fmt::Display::fmt(&word, f)?;
                }
                Ok(())
            }
        }

        crate::document::word_set! { $Set, $Word }
        #[cfg(feature = "proptest1")]
        crate::strategies::word_set! { $Set, $Word }
    };
}
pub(crate) use word_set;

/// One value for each name of a list, such as a severity for each stage.
///
/// ```
/// use cpto::{Policy, Responsibility};
///
/// let effort = Policy::DEFAULT.numbers().effort.base;
/// assert_eq!(effort.get(Responsibility::Delivery), 8);
/// assert_eq!(effort.iter().map(|(_, percent)| u32::from(percent)).sum::<u32>(), 145);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Table<K, V, const N: usize> {
    values: [V; N],
    keys: PhantomData<K>,
}

impl<K, V, const N: usize> Table<K, V, N> {
    /// The table with these values, in the order of the names' declaration.
    ///
    /// ```
    /// use cpto::{ByStage, Stage};
    ///
    /// let ages = ByStage::new([2, 5, 10, 20]);
    /// assert_eq!(ages.get(Stage::ScaleUp), 5);
    /// ```
    #[must_use]
    pub const fn new(values: [V; N]) -> Self {
        Self { values, keys: PhantomData }
    }

    /// The values in the order of the names' declaration.
    ///
    /// ```
    /// use cpto::ByStage;
    ///
    /// assert_eq!(ByStage::new([2, 5, 10, 20]).values(), &[2, 5, 10, 20]);
    /// ```
    #[must_use]
    pub const fn values(&self) -> &[V; N] {
        &self.values
    }
}

impl<K: Word, V: Copy + Default, const N: usize> Table<K, V, N> {
    /// The value of one name.
    ///
    /// ```
    /// use cpto::{Maturity, Policy};
    ///
    /// assert_eq!(Policy::DEFAULT.numbers().effort.quarters.get(Maturity::Initial), 7);
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self, key: K) -> V {
        self.values.get(key.index()).copied().unwrap_or_default()
    }

    /// Replaces the value of one name.
    ///
    /// ```
    /// use cpto::{ByStage, Stage};
    ///
    /// let mut ages = ByStage::new([2, 5, 10, 20]);
    /// ages.set(Stage::Enterprise, 30);
    /// assert_eq!(ages.get(Stage::Enterprise), 30);
    /// ```
    #[inline]
    pub fn set(&mut self, key: K, value: V) {
        if let Some(slot) = self.values.get_mut(key.index()) {
            *slot = value;
        }
    }

    /// Each name with its value, in the order of the declaration.
    ///
    /// ```
    /// use cpto::{ByStage, Stage};
    ///
    /// let ages = ByStage::new([2, 5, 10, 20]);
    /// assert_eq!(ages.iter().find(|(_, years)| *years > 5), Some((Stage::Established, 10)));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (K, V)> + '_ {
        K::ALL.iter().copied().zip(self.values.iter().copied())
    }
}

impl<K: Word, V: Copy + Default, const N: usize> Default for Table<K, V, N> {
    fn default() -> Self {
        Self::new([V::default(); N])
    }
}

impl<K: Word, V: Copy + Default + fmt::Debug, const N: usize> fmt::Debug for Table<K, V, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Turns an identifier into the name by which documents know it.
macro_rules! kebab {
    ($name:ident) => {
        const {
            const SNAKE: &str = stringify!($name);
            const KEBAB: [u8; SNAKE.len()] = crate::word::hyphenated(SNAKE.as_bytes());
            match core::str::from_utf8(&KEBAB) {
                Ok(name) => name,
                Err(_) => SNAKE,
            }
        }
    };
}
pub(crate) use kebab;

/// The bytes with hyphens for underscores.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
pub(crate) const fn hyphenated<const N: usize>(snake: &[u8]) -> [u8; N] {
    let mut name = [0; N];
    let mut index = 0;
    while index < N {
        name[index] = if snake[index] == b'_' { b'-' } else { snake[index] };
        index += 1;
    }
    name
}
