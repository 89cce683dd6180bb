//! How is a set of names stored?

use core::fmt;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr, Not};

use crate::vocabulary::word::Word;
#[cfg(feature = "serde")]
use crate::vocabulary::word::name;

/// The bits of a [`Set`].
pub(crate) trait Bits:
    Copy + Eq + Default + fmt::Debug + BitAnd<Output = Self> + BitOr<Output = Self> + Not<Output = Self>
{
    /// Returns bits in which only the bit at this position is set.
    fn bit(place: u32) -> Self;

    /// Returns the number of set bits.
    fn count(self) -> usize;

    /// Returns the position of the first set bit and the bits without it, or `None` if no bit is set.
    fn first(self) -> Option<(u32, Self)>;
}

/// A set of names of a list, stored as bits without allocation and kept in declaration order.
///
/// [`ResponsibilitySet`](crate::ResponsibilitySet), [`SignalSet`](crate::SignalSet) and the other sets are aliases of this type
/// and have its methods. Facts about one kind of name, such as which responsibilities are core, are constants of that set.
///
/// ```
/// use cpto::{Trigger, TriggerSet};
///
/// const WHY: TriggerSet = TriggerSet::of(&[Trigger::Friction, Trigger::Growth]);
/// assert!(WHY.contains(Trigger::Growth) && !WHY.contains(Trigger::Cost));
/// assert_eq!(WHY.union(TriggerSet::of(&[Trigger::Cost])).len(), 3);
/// assert_eq!(WHY.difference(TriggerSet::of(&[Trigger::Growth])).into_iter().collect::<Vec<_>>(), [Trigger::Friction]);
/// assert_eq!(WHY.to_string(), "growth, friction");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Set<W, B = u32> {
    pub(crate) bits: B,
    of: PhantomData<W>,
}

impl<W, B> Set<W, B> {
    pub(crate) const fn from_bits(bits: B) -> Self {
        Self { bits, of: PhantomData }
    }
}

/// Implements the `const` functions of sets for each type of bits.
macro_rules! bits {
    ($($Bits:ty),+) => { $(
        impl Bits for $Bits {
            fn bit(place: u32) -> Self {
                1 << place
            }

            fn count(self) -> usize {
                self.count_ones() as usize
            }

            fn first(self) -> Option<(u32, Self)> {
                (self != 0).then(|| (self.trailing_zeros(), self & self.wrapping_sub(1)))
            }
        }

        impl<W> Set<W, $Bits> {
            /// The empty set.
            pub const EMPTY: Self = Self::from_bits(0);

            /// Returns the members of either set.
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self::from_bits(self.bits | other.bits)
            }

            /// Returns the members of both sets.
            #[must_use]
            pub const fn intersection(self, other: Self) -> Self {
                Self::from_bits(self.bits & other.bits)
            }

            /// Returns the members of this set that are not in the other.
            #[must_use]
            pub const fn difference(self, other: Self) -> Self {
                Self::from_bits(self.bits & !other.bits)
            }
        }
    )+ };
}
bits! { u32, u128 }

/// Declares a set of the names of a list.
macro_rules! word_set {
    ($(#[$meta:meta])* pub struct $Set:ident($Bits:ty) of $Word:ident) => {
        const _: () = assert!($Word::ALL.len() <= <$Bits>::BITS as usize, "there are more names than bits");

        $(#[$meta])*
        pub type $Set = crate::vocabulary::set::Set<$Word, $Bits>;

        impl $Set {
            /// Returns the set of the given names; duplicates are ignored.
            #[must_use]
            pub const fn of(words: &[$Word]) -> Self {
                let (mut bits, mut rest) = (0, words);
                while let [word, others @ ..] = rest {
                    bits |= 1 << word.position();
                    rest = others;
                }
                Self::from_bits(bits)
            }
        }
    };
}
pub(crate) use word_set;

#[expect(private_bounds, reason = "this module decides what sets can hold")]
impl<W: Word, B: Bits> Set<W, B> {
    /// Returns this set with the name added.
    #[must_use]
    pub fn with(self, word: W) -> Self {
        Self::from_bits(self.bits | B::bit(word.index()))
    }

    /// Returns this set with the name removed.
    #[must_use]
    pub fn without(self, word: W) -> Self {
        Self::from_bits(self.bits & !B::bit(word.index()))
    }

    /// Returns whether the name is in the set.
    #[must_use]
    pub fn contains(self, word: W) -> bool {
        self.with(word) == self
    }

    /// Returns whether every member of this set is also in the other.
    #[must_use]
    pub fn is_subset(self, other: Self) -> bool {
        self.bits & !other.bits == B::default()
    }

    /// Returns whether the set is empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Returns the number of members.
    #[must_use]
    pub fn len(self) -> usize {
        self.bits.count()
    }

    /// Returns the members of the set, in declaration order.
    pub fn iter(self) -> Names<W, B> {
        Names(self)
    }
}

/// An iterator over the members of a [`Set`], in declaration order.
#[derive(Clone)]
pub struct Names<W, B = u32>(Set<W, B>);

impl<W: Word, B: Bits> Iterator for Names<W, B> {
    type Item = W;

    fn next(&mut self) -> Option<W> {
        let (place, rest) = self.0.bits.first()?;
        self.0.bits = rest;
        W::ALL.get(place as usize).copied()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let length = self.0.bits.count();
        (length, Some(length))
    }
}

impl<W: Word, B: Bits> ExactSizeIterator for Names<W, B> {}

impl<W: Word, B: Bits> IntoIterator for Set<W, B> {
    type Item = W;
    type IntoIter = Names<W, B>;

    fn into_iter(self) -> Names<W, B> {
        self.iter()
    }
}

impl<W: Word, B: Bits> Extend<W> for Set<W, B> {
    fn extend<I: IntoIterator<Item = W>>(&mut self, words: I) {
        *self = words.into_iter().fold(*self, Self::with);
    }
}

impl<W: Word, B: Bits> FromIterator<W> for Set<W, B> {
    fn from_iter<I: IntoIterator<Item = W>>(words: I) -> Self {
        let mut set = Self::default();
        set.extend(words);
        set
    }
}

impl<W, B: Bits> Default for Set<W, B> {
    fn default() -> Self {
        Self::from_bits(B::default())
    }
}

impl<W: Word, B: Bits> fmt::Debug for Set<W, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<W: Word, B: Bits> fmt::Debug for Names<W, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<W: Word, B: Bits> fmt::Display for Set<W, B> {
    /// Writes the names separated by commas; the alternate form writes them as they read within a sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, word) in self.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            fmt::Display::fmt(&word, f)?;
        }
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl<W: Word + serde::Serialize, B: Bits> serde::Serialize for Set<W, B> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(feature = "serde")]
impl<'de, W: Word + serde::Deserialize<'de>, B: Bits> serde::Deserialize<'de> for Set<W, B> {
    /// Reads a list of names, even from a format that is not self-describing; a repeated name is an error.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut set = Self::default();
        for word in alloc::vec::Vec::<W>::deserialize(deserializer)? {
            if set.contains(word) {
                return Err(serde::de::Error::custom(format_args!("`{}` is named twice", name(word))));
            }
            set = set.with(word);
        }
        Ok(set)
    }
}

#[cfg(feature = "proptest1")]
impl<W: Word, B: Bits + 'static> proptest::arbitrary::Arbitrary for Set<W, B> {
    type Parameters = ();
    type Strategy = proptest::strategy::BoxedStrategy<Self>;

    /// Generates any set, shrinking towards the empty one.
    fn arbitrary_with((): ()) -> Self::Strategy {
        use proptest::strategy::Strategy;

        proptest::sample::subsequence(W::ALL, 0..=W::ALL.len())
            .prop_map(|some| some.into_iter().collect())
            .boxed()
    }
}
