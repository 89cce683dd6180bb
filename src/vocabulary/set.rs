//! How is a set of names kept?

use core::fmt;
use core::marker::PhantomData;
use core::ops::BitOr;

use crate::vocabulary::word::Word;

/// What a [`Set`] can hold: a name of the vocabulary, or anything else of a closed list.
pub(crate) trait Member: Copy + 'static {
    /// What there is, as documents write it.
    #[cfg(feature = "serde")]
    const NAMES: &'static [&'static str];

    /// The place in the list, counted from 0.
    fn place(self) -> u32;

    /// What is at a place of the list, if it is that long.
    fn at_place(place: u32) -> Option<Self>;
}

impl<W: Word> Member for W {
    #[cfg(feature = "serde")]
    const NAMES: &'static [&'static str] = <W as Word>::NAMES;

    #[expect(clippy::cast_possible_truncation, reason = "no list is that long")]
    fn place(self) -> u32 {
        self.index() as u32
    }

    fn at_place(place: u32) -> Option<Self> {
        Self::ALL.get(place as usize).copied()
    }
}

/// The bits of a [`Set`].
pub(crate) trait Bits: Copy + Eq + Default + fmt::Debug + BitOr<Output = Self> {
    /// The bits with the one of a place alone.
    fn bit(place: u32) -> Self;

    /// The place of the first bit, and the bits without it.
    fn first(self) -> Option<(u32, Self)>;
}

/// Some names of a list: a set of bits, ordered as the list is declared, without allocation.
///
/// [`ResponsibilitySet`](crate::ResponsibilitySet), [`SignalSet`](crate::SignalSet) and the others are this type, and have its
/// methods. What is known of one kind alone, such as which responsibilities are core, is a constant of that set.
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

/// What is `const` of sets, for each type of bits.
macro_rules! bits {
    ($($Bits:ty),+) => { $(
        impl Bits for $Bits {
            fn bit(place: u32) -> Self {
                1 << place
            }

            fn first(self) -> Option<(u32, Self)> {
                (self != 0).then(|| (self.trailing_zeros(), self & self.wrapping_sub(1)))
            }
        }

        impl<W> Set<W, $Bits> {
            /// The set of none.
            pub const EMPTY: Self = Self::from_bits(0);

            /// What is in either set.
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self::from_bits(self.bits | other.bits)
            }

            /// What is in both sets.
            #[must_use]
            pub const fn intersection(self, other: Self) -> Self {
                Self::from_bits(self.bits & other.bits)
            }

            /// What is in this set and not in the other.
            #[must_use]
            pub const fn difference(self, other: Self) -> Self {
                Self::from_bits(self.bits & !other.bits)
            }

            /// Whether everything in this set is in the other, too.
            #[must_use]
            pub const fn is_subset(self, other: Self) -> bool {
                self.bits & !other.bits == 0
            }

            /// Whether nothing is in the set.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.bits == 0
            }

            /// How many names are in the set.
            #[must_use]
            pub const fn len(self) -> usize {
                self.bits.count_ones() as usize
            }
        }
    )+ };
}
bits! { u32, u128 }

/// Declares a set of the `names` of a list, or of anything that has a `position`.
macro_rules! word_set {
    ($(#[$meta:meta])* pub struct $Set:ident($Bits:ty) of names $Word:ident $($such:tt)*) => {
        const _: () = assert!($Word::COUNT <= <$Bits>::BITS as usize, "there are more names than bits");

        impl $Word {
            /// The place in the list, counted from 0.
            pub(crate) const fn position(self) -> u32 {
                self as u32
            }
        }

        word_set! { $(#[$meta])* pub struct $Set($Bits) of $Word }
    };
    ($(#[$meta:meta])* pub struct $Set:ident($Bits:ty) of $Word:ident $($such:tt)*) => {
        $(#[$meta])*
        pub type $Set = crate::vocabulary::set::Set<$Word, $Bits>;

        impl $Set {
            /// The set of the names given; giving one twice is giving it once.
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

            /// This set and one more name.
            #[must_use]
            pub const fn with(self, word: $Word) -> Self {
                Self::from_bits(self.bits | 1 << word.position())
            }

            /// This set without one name.
            #[must_use]
            pub const fn without(self, word: $Word) -> Self {
                Self::from_bits(self.bits & !(1 << word.position()))
            }

            /// Whether the name is in the set.
            #[must_use]
            pub const fn contains(self, word: $Word) -> bool {
                self.bits & 1 << word.position() != 0
            }
        }
    };
}
pub(crate) use word_set;

#[expect(private_bounds, reason = "what sets hold is decided here")]
impl<W: Member, B: Bits> Set<W, B> {
    /// What is in the set, in the order of the declaration.
    pub fn iter(self) -> Names<W, B> {
        Names(self)
    }
}

/// The names in a [`Set`], in the order of the declaration.
#[derive(Clone)]
pub struct Names<W, B = u32>(Set<W, B>);

impl<W: Member, B: Bits> Iterator for Names<W, B> {
    type Item = W;

    fn next(&mut self) -> Option<W> {
        let (place, rest) = self.0.bits.first()?;
        self.0.bits = rest;
        W::at_place(place)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let mut rest = self.0.bits;
        let mut length = 0;
        while let Some((_, fewer)) = rest.first() {
            rest = fewer;
            length += 1;
        }
        (length, Some(length))
    }
}

impl<W: Member, B: Bits> ExactSizeIterator for Names<W, B> {}

impl<W: Member, B: Bits> IntoIterator for Set<W, B> {
    type Item = W;
    type IntoIter = Names<W, B>;

    fn into_iter(self) -> Names<W, B> {
        self.iter()
    }
}

impl<W: Member, B: Bits> Extend<W> for Set<W, B> {
    fn extend<I: IntoIterator<Item = W>>(&mut self, words: I) {
        self.bits = words.into_iter().fold(self.bits, |bits, word| bits | B::bit(word.place()));
    }
}

impl<W: Member, B: Bits> FromIterator<W> for Set<W, B> {
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

impl<W: Member + fmt::Debug, B: Bits> fmt::Debug for Set<W, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<W: Member + fmt::Debug, B: Bits> fmt::Debug for Names<W, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<W: Member + fmt::Display, B: Bits> fmt::Display for Set<W, B> {
    /// Writes the names with commas between them, and in the alternate form as people read them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, word) in self.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            word.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl<W: Member + serde::Serialize, B: Bits> serde::Serialize for Set<W, B> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(feature = "serde")]
impl<'de, W: Member + serde::Deserialize<'de>, B: Bits> serde::Deserialize<'de> for Set<W, B> {
    /// Reads a list of names, also from a format that does not describe itself; a name that is there twice is an error.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut set = Self::default();
        for word in alloc::vec::Vec::<W>::deserialize(deserializer)? {
            let known = set.bits;
            set.extend([word]);
            if set.bits == known {
                let name = W::NAMES.get(word.place() as usize).copied().unwrap_or_default();
                return Err(serde::de::Error::custom(format_args!("`{name}` is named twice")));
            }
        }
        Ok(set)
    }
}

#[cfg(feature = "proptest1")]
impl<W: Member + fmt::Debug, B: Bits + 'static> proptest::arbitrary::Arbitrary for Set<W, B> {
    type Parameters = ();
    type Strategy = proptest::strategy::BoxedStrategy<Self>;

    /// Any of the sets, shrinking towards the empty one.
    fn arbitrary_with((): ()) -> Self::Strategy {
        use proptest::strategy::Strategy;

        let all: alloc::vec::Vec<W> = (0..).map_while(W::at_place).collect();
        let sizes = 0..=all.len();
        proptest::sample::subsequence(all, sizes).prop_map(|some| some.into_iter().collect()).boxed()
    }
}
