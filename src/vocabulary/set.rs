//! How is a set of names kept?

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
        impl proptest::arbitrary::Arbitrary for $Set {
            type Parameters = ();
            type Strategy = proptest::strategy::BoxedStrategy<Self>;

            /// Any of the sets, shrinking towards the empty one.
            fn arbitrary_with((): ()) -> Self::Strategy {
                use proptest::strategy::Strategy;

                let all: alloc::vec::Vec<$Word> = (0..).map_while($Word::at).collect();
                let sizes = 0..=all.len();
                proptest::sample::subsequence(all, sizes).prop_map(|some| some.into_iter().collect()).boxed()
            }
        }
    };
}
pub(crate) use word_set;
