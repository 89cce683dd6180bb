//! Which values may a number of a policy have, and which way is stricter?

use alloc::string::{String, ToString};

use crate::input::place::Place;
use crate::policy::bounds::{ANY, Bounds};
use crate::policy::ladder::Ladder;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::{Word, name};

/// The direction in which a setting makes the policy stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stricter {
    /// Up, such as a higher severity, more steps up, or a higher need.
    Higher,
    /// Down, such as fewer steps down, or a threshold that is passed earlier.
    Lower,
    /// Neither: a change makes one warning more severe and another one less severe.
    Fixed,
    /// Either way: no warning depends on it.
    Free,
}

/// A section of a policy, with settings under their keys.
pub(crate) trait Section: Copy + PartialEq {
    /// The keys, in the order of the settings.
    #[cfg(feature = "serde")]
    const KEYS: &'static [&'static str];

    /// Shows each setting to a visitor, together with its counterpart in another policy.
    fn fields<V: Fields>(&mut self, other: &Self, visitor: &mut V);
}

/// A setting of a section, its counterpart in another policy, and its bounds.
pub(crate) struct Field<'a, S> {
    pub(crate) key: &'static str,
    pub(crate) own: &'a mut S,
    pub(crate) other: &'a S,
    pub(crate) bounds: Bounds,
    pub(crate) stricter: Stricter,
}

/// A visitor of the settings of a section.
pub(crate) trait Fields {
    fn field<S: Setting>(&mut self, field: Field<'_, S>);
}

/// A single entry: a number or a name, identified by its rank, or nothing where that is allowed.
pub(crate) trait Leaf: Copy {
    /// The kind of name, if the entry is a name.
    #[cfg(feature = "serde")]
    const KIND: &'static str;
    /// The names by rank, if the entry is a name.
    const NAMES: &'static [&'static str];
    /// The word for nothing, where nothing is allowed.
    #[cfg(any(feature = "serde", feature = "proptest1"))]
    const NOTHING: Option<&'static str>;
    /// The largest rank.
    #[cfg(any(feature = "serde", feature = "proptest1"))]
    const MOST: i64;

    fn rank(self) -> Option<i64>;
    fn at_rank(rank: Option<i64>) -> Option<Self>;
}

/// A setting with a value under each of its keys.
#[cfg(feature = "serde")]
pub(crate) trait Keyed {
    type Value: Setting + Default;
    const KEYS: &'static [&'static str];

    fn value(&self, position: usize) -> Self::Value;
    fn replace(&mut self, position: usize, value: Self::Value);
}

/// An operation with a case for each kind of setting.
#[cfg(feature = "serde")]
pub(crate) trait Kinds: Sized {
    type Output;

    fn leaf<L: Leaf>(self, leaf: &mut L) -> Self::Output;
    fn table<T: Keyed>(self, table: &mut T) -> Self::Output;
    fn section<S: Section>(self, section: &mut S) -> Self::Output;
}

/// The place of a setting in a policy, and its bounds.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) around: Option<&'a At<'a>>,
    key: &'static str,
    pub(crate) bounds: Bounds,
    pub(crate) stricter: Stricter,
}

impl At<'_> {
    /// Returns the place of an entry of this table.
    const fn then<'a>(&'a self, key: &'static str) -> At<'a> {
        At { around: Some(self), key, bounds: self.bounds, stricter: self.stricter }
    }

    pub(crate) fn place(&self) -> Place {
        self.around.map_or_else(Place::default, |around| around.place().then(self.key))
    }
}

/// The ranks of a leaf and of its counterpart in another policy.
pub(crate) struct Ranks {
    pub(crate) own: Option<i64>,
    pub(crate) other: Option<i64>,
    /// The names by rank, if the leaf is a name.
    pub(crate) names: &'static [&'static str],
    /// The largest rank.
    #[cfg(feature = "proptest1")]
    pub(crate) most: i64,
    /// Whether nothing is allowed.
    #[cfg(feature = "proptest1")]
    pub(crate) or_nothing: bool,
}

impl Ranks {
    /// Returns the number or the name of a rank.
    pub(crate) fn text(&self, rank: i64) -> String {
        let name = usize::try_from(rank).ok().and_then(|rank| self.names.get(rank));
        name.map_or_else(|| rank.to_string(), ToString::to_string)
    }
}

/// A visitor of the leaves of a policy, in document order, which may replace their ranks.
pub(crate) trait Visit {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>);

    /// Visits each threshold as a leaf, unless a visitor needs the whole ladder.
    fn ladder(&mut self, own: &mut Ladder, other: &Ladder, at: &At<'_>) {
        for &rung in Severity::ALL.iter().skip(1) {
            let mut threshold = own.threshold(rung);
            visit(&mut threshold, &other.threshold(rung), &at.then(rung.as_str()), self);
            *own = own.with(rung, threshold);
        }
    }
}

fn visit<L: Leaf>(own: &mut L, other: &L, at: &At<'_>, visitor: &mut (impl Visit + ?Sized)) {
    let mut ranks = Ranks {
        own: own.rank(),
        other: other.rank(),
        names: L::NAMES,
        #[cfg(feature = "proptest1")]
        most: L::MOST,
        #[cfg(feature = "proptest1")]
        or_nothing: L::NOTHING.is_some(),
    };
    visitor.leaf(&mut ranks, at);
    *own = L::at_rank(ranks.own).unwrap_or(*own);
}

/// Anything that a policy can hold.
pub(crate) trait Setting: Copy + PartialEq {
    /// Applies the case for this kind of setting.
    #[cfg(feature = "serde")]
    fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output;

    /// Shows each leaf to a visitor, together with its counterpart in another policy.
    fn each(&mut self, other: &Self, at: &At<'_>, visitor: &mut dyn Visit);

    /// Returns the settings after a visitor has seen all of them, together with those of another policy.
    fn visited(&self, other: &Self, visitor: &mut dyn Visit) -> Self {
        let whole = At { around: None, key: "", bounds: ANY, stricter: Stricter::Free };
        let mut own = *self;
        own.each(other, &whole, visitor);
        own
    }
}

/// A section is a setting, since sections are nested.
impl<T: Section> Setting for T {
    #[cfg(feature = "serde")]
    fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output {
        kinds.section(self)
    }

    fn each(&mut self, other: &Self, at: &At<'_>, visitor: &mut dyn Visit) {
        struct Each<'a>(&'a At<'a>, &'a mut dyn Visit);

        impl Fields for Each<'_> {
            fn field<S: Setting>(&mut self, field: Field<'_, S>) {
                let Field { key, own, other, bounds, stricter } = field;
                own.each(other, &At { around: Some(self.0), key, bounds, stricter }, self.1);
            }
        }
        self.fields(other, &mut Each(at, visitor));
    }
}

/// Numbers and names are settings with one entry. A name's rank is its position on the scale.
macro_rules! single {
    ($($Type:ty => $kind:expr, $names:expr, $nothing:expr, $most:expr, $rank:expr, $at:expr;)+) => { $(
        impl Leaf for $Type {
            #[cfg(feature = "serde")]
            const KIND: &'static str = $kind;
            const NAMES: &'static [&'static str] = $names;
            #[cfg(any(feature = "serde", feature = "proptest1"))]
            const NOTHING: Option<&'static str> = $nothing;
            #[cfg(any(feature = "serde", feature = "proptest1"))]
            const MOST: i64 = $most;

            fn rank(self) -> Option<i64> {
                let rank: fn($Type) -> Option<i64> = $rank;
                rank(self)
            }

            fn at_rank(rank: Option<i64>) -> Option<Self> {
                let at: fn(Option<i64>) -> Option<$Type> = $at;
                at(rank)
            }
        }

        impl Setting for $Type {
            #[cfg(feature = "serde")]
            fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output {
                kinds.leaf(self)
            }

            fn each(&mut self, other: &Self, at: &At<'_>, visitor: &mut dyn Visit) {
                visit(self, other, at, visitor);
            }
        }
    )+ };
}

/// Returns the name at a rank of a scale.
fn level<W: Word>(rank: i64) -> Option<W> {
    W::ALL.get(usize::try_from(rank).ok()?).copied()
}

single! {
    u8 => "number", &[], None, u8::MAX as i64, |it| Some(it.into()), |rank| rank?.try_into().ok();
    u16 => "number", &[], None, u16::MAX as i64, |it| Some(it.into()), |rank| rank?.try_into().ok();
    u32 => "number", &[], None, u32::MAX as i64, |it| Some(it.into()), |rank| rank?.try_into().ok();
    Option<u32> => "number", &[], Some("never"), u32::MAX as i64, |it| it.map(i64::from), |rank| match rank {
        Some(rank) => rank.try_into().ok().map(Some),
        None => Some(None),
    };
    Severity => <Severity as Word>::KIND, <Severity as Word>::NAMES, None, Severity::Critical as i64, |it| Some(it as i64), |rank| level(rank?);
    Maturity => <Maturity as Word>::KIND, <Maturity as Word>::NAMES, None, Maturity::Optimizing as i64, |it| Some(it as i64), |rank| level(rank?);
    Option<Proficiency> => Proficiency::KIND, Proficiency::NAMES, Some("not-needed"), Proficiency::Expert as i64, |it| it.map(|it| it as i64), |rank| match rank {
        Some(rank) => level(rank).map(Some),
        None => Some(None),
    };
}

#[cfg(feature = "serde")]
impl<K: Word, V: Default + Setting, const N: usize> Keyed for Table<K, V, N> {
    type Value = V;
    const KEYS: &'static [&'static str] = K::NAMES;

    fn value(&self, position: usize) -> V {
        self.values().get(position).copied().unwrap_or_default()
    }

    fn replace(&mut self, position: usize, value: V) {
        K::ALL.get(position).into_iter().for_each(|key| self.set(*key, value));
    }
}

impl<K: Word, V: Default + Setting, const N: usize> Setting for Table<K, V, N> {
    #[cfg(feature = "serde")]
    fn kind<W: Kinds>(&mut self, kinds: W) -> W::Output {
        kinds.table(self)
    }

    fn each(&mut self, other: &Self, at: &At<'_>, visitor: &mut dyn Visit) {
        for &key in K::ALL {
            let mut value = self.get(key);
            value.each(&other.get(key), &at.then(name(key)), visitor);
            self.set(key, value);
        }
    }
}

/// The thresholds, keyed by severity.
#[cfg(feature = "serde")]
impl Keyed for Ladder {
    type Value = Option<u32>;
    const KEYS: &'static [&'static str] = match <Severity as Word>::NAMES {
        [_none, rungs @ ..] => rungs,
        [] => &[],
    };

    fn value(&self, position: usize) -> Option<u32> {
        Severity::ALL.get(position + 1).and_then(|rung| self.threshold(*rung))
    }

    fn replace(&mut self, position: usize, threshold: Option<u32>) {
        Severity::ALL.get(position + 1).into_iter().for_each(|rung| *self = self.with(*rung, threshold));
    }
}

impl Setting for Ladder {
    #[cfg(feature = "serde")]
    fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output {
        kinds.table(self)
    }

    fn each(&mut self, other: &Self, at: &At<'_>, visitor: &mut dyn Visit) {
        visitor.ladder(self, other, at);
    }
}
