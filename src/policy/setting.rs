//! What may a number of a policy be, and which way is stricter?

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::input::fault::{Fault, FaultKind, Order};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::policy::bounds::{ANY, Bounds};
use crate::policy::diff::Difference;
use crate::policy::ladder::Ladder;
#[cfg(feature = "proptest1")]
use crate::policy::noise::{Noisy, Shaker};
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::{Word, name};

/// Which way a setting goes as the policy becomes stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stricter {
    /// Up: more severe, more steps up, more needed.
    Higher,
    /// Down: fewer steps down, a threshold that is passed earlier.
    Lower,
    /// Neither: it makes one warning more severe and another one less.
    Fixed,
    /// Any way: no warning hangs on it.
    Free,
}
use Stricter::{Fixed, Free, Higher, Lower};

impl Stricter {
    /// How one entry differs from another, if it does. What is not there, such as a threshold that is never passed, is less
    /// strict than anything.
    fn difference(self, place: Place, from: Option<Entry>, to: Option<Entry>) -> Option<Difference> {
        let rank = |entry: &Option<Entry>| entry.as_ref().map(|entry| entry.rank);
        let is_stricter = match (self, rank(&from), rank(&to)) {
            (Fixed | Free, ..) => None,
            (Lower, Some(from), Some(to)) => Some(to < from),
            (_, from, to) => Some(to > from),
        };
        let differs = rank(&from) != rank(&to);
        let [from, to] = [from, to].map(|entry| entry.map(|entry| entry.text));
        differs.then_some(Difference { place, from, to, is_stricter })
    }
}

/// One entry of a setting, as far as the checks are concerned.
pub(crate) struct Entry {
    place: Place,
    bounds: Bounds,
    rank: i64,
    text: String,
}

impl Entry {
    fn new(at: &Place, bounds: Bounds, rank: i64, value: &impl ToString) -> Self {
        Self { place: at.clone(), bounds, rank, text: value.to_string() }
    }

    /// Whether the other one is an entry of the same table or ladder.
    fn is_beside(&self, other: &Self) -> bool {
        let around = |entry: &Self| entry.place.steps().split_last().map(|(_, around)| around.to_vec());
        around(self) == around(other)
    }
}

/// A section of the policy: settings, each under its key.
pub(crate) trait Section: Copy + PartialEq {
    /// The keys, in the order of the settings.
    #[cfg(feature = "serde")]
    const KEYS: &'static [&'static str];

    /// Shows each setting to a visitor, beside the same one of another policy.
    fn fields<V: Fields>(&mut self, other: &Self, visitor: &mut V);
}

/// A setting of a section, beside the same one of another policy, and what it may be.
pub(crate) struct Field<'a, S> {
    pub(crate) key: &'static str,
    pub(crate) own: &'a mut S,
    pub(crate) other: &'a S,
    pub(crate) bounds: Bounds,
    pub(crate) stricter: Stricter,
}

/// What goes through the settings of a section.
pub(crate) trait Fields {
    fn field<S: Setting>(&mut self, field: Field<'_, S>);
}

/// A single entry: a number or a name, by its rank; nothing, where there may be nothing.
#[cfg(feature = "serde")]
pub(crate) trait Leaf: Copy {
    /// What such a name is called, of a name.
    const KIND: &'static str;
    /// The names by their ranks, of a name.
    const NAMES: &'static [&'static str];
    /// How it is said that there is nothing, where there may be nothing.
    const NOTHING: Option<&'static str>;
    /// The most that there can be.
    const MOST: i64;

    fn rank(self) -> Option<i64>;
    fn at_rank(rank: Option<i64>) -> Option<Self>;
}

/// What tells the kinds of settings apart.
#[cfg(feature = "serde")]
pub(crate) trait Kinds: Sized {
    type Output;

    fn leaf<L: Leaf>(self, leaf: &mut L) -> Self::Output;
    fn ladder(self, ladder: &mut Ladder) -> Self::Output;
    fn table<K: Word, V: Setting + Default, const N: usize>(self, table: &mut Table<K, V, N>)
    -> Self::Output;
    fn section<S: Section>(self, section: &mut S) -> Self::Output;
}

/// What a policy can hold.
pub(crate) trait Setting: Copy + PartialEq {
    /// Says which kind of setting it is.
    #[cfg(feature = "serde")]
    fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output;

    /// Every entry of what is at a place and has these bounds.
    fn entries(&self, at: &Place, bounds: Bounds) -> Vec<Entry>;

    /// What is as strict as both.
    fn strictest(self, other: Self, stricter: Stricter) -> Self;

    /// Whether it is nowhere less strict than the other.
    fn is_as_strict(&self, other: &Self, stricter: Stricter) -> bool;

    /// Adds each entry that differs from the same one of another policy, in the order of the document.
    fn differ(&self, other: &Self, stricter: Stricter, at: &Place, differences: &mut Vec<Difference>) {
        let single = |setting: &Self| setting.entries(at, ANY).into_iter().next();
        differences.extend(stricter.difference(at.clone(), single(self), single(other)));
    }

    /// Replaces what is to be changed, within the bounds and in order.
    #[cfg(feature = "proptest1")]
    fn shake(&mut self, bounds: Bounds, shaker: &mut Shaker<'_>);

    fn check(&self, faults: &mut Faults) {
        let mut before: Option<Entry> = None;
        for entry in self.entries(&Place::default(), ANY) {
            let (place, Bounds { least, most, order }) = (entry.place.clone(), entry.bounds);
            let before_it = before.filter(|before| before.is_beside(&entry));
            if entry.rank < least || entry.rank > most {
                let (found, least, most) = (entry.rank.into(), least.into(), most.into());
                faults.push(Fault::new(place, FaultKind::OutOfRange { found, least, most }));
            } else if let (Some(before), Some(allowed)) = (before_it, order) {
                let kept = match allowed {
                    Order::Rising => entry.rank >= before.rank,
                    Order::Falling => entry.rank <= before.rank,
                };
                if !kept {
                    let (found, before) = (entry.text.clone(), before.text);
                    faults.push(Fault::new(place, FaultKind::OutOfOrder { found, before, allowed }));
                }
            }
            before = Some(entry);
        }
    }
}

/// A section is a setting, since sections are inside another one.
impl<T: Section> Setting for T {
    #[cfg(feature = "serde")]
    fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output {
        kinds.section(self)
    }

    fn entries(&self, at: &Place, _: Bounds) -> Vec<Entry> {
        struct Entries<'a>(&'a Place, Vec<Entry>);

        impl Fields for Entries<'_> {
            fn field<S: Setting>(&mut self, field: Field<'_, S>) {
                let Field { key, own, bounds, .. } = field;
                self.1.extend(own.entries(&self.0.clone().then(key), bounds));
            }
        }
        let (mut own, mut entries) = (*self, Entries(at, Vec::new()));
        own.fields(self, &mut entries);
        entries.1
    }

    fn strictest(mut self, other: Self, _: Stricter) -> Self {
        struct Strictest;

        impl Fields for Strictest {
            fn field<S: Setting>(&mut self, field: Field<'_, S>) {
                let Field { own, other, stricter, .. } = field;
                *own = own.strictest(*other, stricter);
            }
        }
        self.fields(&other, &mut Strictest);
        self
    }

    fn is_as_strict(&self, other: &Self, _: Stricter) -> bool {
        struct AsStrict(bool);

        impl Fields for AsStrict {
            fn field<S: Setting>(&mut self, field: Field<'_, S>) {
                let Field { own, other, stricter, .. } = field;
                self.0 &= own.is_as_strict(other, stricter);
            }
        }
        let (mut own, mut holds) = (*self, AsStrict(true));
        own.fields(other, &mut holds);
        holds.0
    }

    fn differ(&self, other: &Self, _: Stricter, at: &Place, differences: &mut Vec<Difference>) {
        struct Differ<'a>(&'a Place, &'a mut Vec<Difference>);

        impl Fields for Differ<'_> {
            fn field<S: Setting>(&mut self, field: Field<'_, S>) {
                let Field { key, own, other, stricter, .. } = field;
                own.differ(other, stricter, &self.0.clone().then(key), self.1);
            }
        }
        let mut own = *self;
        own.fields(other, &mut Differ(at, differences));
    }

    #[cfg(feature = "proptest1")]
    fn shake(&mut self, _: Bounds, shaker: &mut Shaker<'_>) {
        let other = *self;
        self.fields(&other, shaker);
    }
}

/// Numbers are settings of one entry, and so are names, which rank by their place on the scale.
macro_rules! single {
    ($($Type:ty => $kind:expr, $names:expr, $most:expr, $rank:expr, $at:expr;)+) => { $(
        #[cfg(feature = "serde")]
        impl Leaf for $Type {
            const KIND: &'static str = $kind;
            const NAMES: &'static [&'static str] = $names;
            const NOTHING: Option<&'static str> = None;
            const MOST: i64 = $most;

            fn rank(self) -> Option<i64> {
                let rank: fn($Type) -> i64 = $rank;
                Some(rank(self))
            }

            fn at_rank(rank: Option<i64>) -> Option<Self> {
                let at: fn(i64) -> Option<$Type> = $at;
                rank.and_then(at)
            }
        }

        impl Setting for $Type {
            #[cfg(feature = "serde")]
            fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output {
                kinds.leaf(self)
            }

            fn entries(&self, at: &Place, bounds: Bounds) -> Vec<Entry> {
                let rank: fn($Type) -> i64 = $rank;
                alloc::vec![Entry::new(at, bounds, rank(*self), self)]
            }

            fn strictest(self, other: Self, stricter: Stricter) -> Self {
                match stricter {
                    Higher => self.max(other),
                    Lower => self.min(other),
                    Fixed | Free => self,
                }
            }

            fn is_as_strict(&self, other: &Self, stricter: Stricter) -> bool {
                stricter == Free || self.strictest(*other, stricter) == *self && (stricter != Fixed || self == other)
            }

            #[cfg(feature = "proptest1")]
            fn shake(&mut self, bounds: Bounds, shaker: &mut Shaker<'_>) {
                if let Some(noise) = shaker.next() {
                    *self = Noisy::noisy(*self, bounds, noise);
                }
            }
        }
    )+ };
}
single! {
    u8 => "number", &[], u8::MAX as i64, i64::from, |rank| rank.try_into().ok();
    u16 => "number", &[], u16::MAX as i64, i64::from, |rank| rank.try_into().ok();
    u32 => "number", &[], u32::MAX as i64, i64::from, |rank| rank.try_into().ok();
    Severity => <Severity as Word>::KIND, <Severity as Word>::NAMES, Severity::Critical as i64, |severity| severity as i64, |rank| Severity::ALL.get(usize::try_from(rank).ok()?).copied();
    Maturity => <Maturity as Word>::KIND, <Maturity as Word>::NAMES, Maturity::Optimizing as i64, |level| level as i64, |rank| Maturity::ALL.get(usize::try_from(rank).ok()?).copied();
}

impl<K: Word, V: Default + Setting, const N: usize> Setting for Table<K, V, N> {
    #[cfg(feature = "serde")]
    fn kind<W: Kinds>(&mut self, kinds: W) -> W::Output {
        kinds.table(self)
    }

    fn entries(&self, at: &Place, bounds: Bounds) -> Vec<Entry> {
        self.iter().flat_map(|(key, value)| value.entries(&at.clone().then(name(key)), bounds)).collect()
    }

    fn strictest(mut self, other: Self, stricter: Stricter) -> Self {
        for (key, value) in other.iter() {
            self.set(key, self.get(key).strictest(value, stricter));
        }
        self
    }

    fn is_as_strict(&self, other: &Self, stricter: Stricter) -> bool {
        self.values().iter().zip(other.values()).all(|(own, other)| own.is_as_strict(other, stricter))
    }

    fn differ(&self, other: &Self, stricter: Stricter, at: &Place, differences: &mut Vec<Difference>) {
        for (key, value) in self.iter() {
            value.differ(&other.get(key), stricter, &at.clone().then(name(key)), differences);
        }
    }

    #[cfg(feature = "proptest1")]
    fn shake(&mut self, bounds: Bounds, shaker: &mut Shaker<'_>) {
        for &key in K::ALL {
            let mut value = self.get(key);
            value.shake(bounds, shaker);
            self.set(key, value);
        }
        let rank = |value: &V| value.entries(&Place::default(), ANY).first().map_or(0, |entry| entry.rank);
        let mut values: Vec<V> = self.values().to_vec();
        match bounds.order {
            None => return,
            Some(Order::Rising) => values.sort_by_key(rank),
            Some(Order::Falling) => values.sort_by_key(|value| core::cmp::Reverse(rank(value))),
        }
        for (key, value) in K::ALL.iter().zip(values) {
            self.set(*key, value);
        }
    }
}

/// How good at something a role has to be, if it needs it at all.
///
/// ```
/// use cpto::policy::Need;
/// use cpto::{Proficiency, Skill};
///
/// let finance = cpto::Policy::DEFAULT.numbers().needs.cpo.get(Skill::Finance);
/// assert!(finance >= Need(Some(Proficiency::Novice)) && finance > Need(None));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "a need is a level, or none")]
pub struct Need(pub Option<Proficiency>);

#[cfg(feature = "serde")]
impl Leaf for Need {
    const KIND: &'static str = Proficiency::KIND;
    const NAMES: &'static [&'static str] = Proficiency::NAMES;
    const NOTHING: Option<&'static str> = Some("not-needed");
    const MOST: i64 = Proficiency::Expert as i64;

    fn rank(self) -> Option<i64> {
        self.0.map(|level| level as i64)
    }

    fn at_rank(rank: Option<i64>) -> Option<Self> {
        let Some(rank) = rank else { return Some(Self(None)) };
        Proficiency::ALL.get(usize::try_from(rank).ok()?).map(|level| Self(Some(*level)))
    }
}

/// A need is asked for by more of it; none is the least.
impl Setting for Need {
    #[cfg(feature = "serde")]
    fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output {
        kinds.leaf(self)
    }

    fn entries(&self, at: &Place, bounds: Bounds) -> Vec<Entry> {
        self.0.iter().map(|level| Entry::new(at, bounds, *level as i64, level)).collect()
    }

    fn strictest(self, other: Self, _: Stricter) -> Self {
        self.max(other)
    }

    fn is_as_strict(&self, other: &Self, _: Stricter) -> bool {
        self >= other
    }

    #[cfg(feature = "proptest1")]
    fn shake(&mut self, _: Bounds, shaker: &mut Shaker<'_>) {
        if let Some(noise) = shaker.next() {
            self.0 = crate::vocabulary::scale::Scale::at_rank(noise % 6);
        }
    }
}

impl Setting for Ladder {
    #[cfg(feature = "serde")]
    fn kind<K: Kinds>(&mut self, kinds: K) -> K::Output {
        kinds.ladder(self)
    }

    fn entries(&self, at: &Place, bounds: Bounds) -> Vec<Entry> {
        let entry = |(rung, number): (Severity, u32)| {
            Entry::new(&at.clone().then(rung.as_str()), bounds, number.into(), &number)
        };
        self.iter().map(entry).collect()
    }

    /// A rung without a threshold is never made. A threshold that a more severe rung passes earlier tells nothing, and
    /// goes with it, so that the ladder stays in order.
    fn strictest(self, other: Self, stricter: Stricter) -> Self {
        let earlier = |one: u32, other: u32| if stricter == Higher { one.max(other) } else { one.min(other) };
        let either = |one: Option<u32>, other: Option<u32>| match (one, other) {
            (Some(one), Some(other)) => Some(earlier(one, other)),
            (one, other) => one.or(other),
        };
        let mut strictest = self;
        let mut above = None;
        for &rung in Severity::ALL.iter().skip(1).rev() {
            let own = either(self.threshold(rung), other.threshold(rung));
            strictest = strictest.with(rung, own.map(|own| above.map_or(own, |above| earlier(own, above))));
            above = strictest.threshold(rung).or(above);
        }
        strictest
    }

    fn is_as_strict(&self, other: &Self, stricter: Stricter) -> bool {
        let earlier = |own: u32, other: u32| if stricter == Higher { own >= other } else { own <= other };
        other
            .iter()
            .all(|(rung, threshold)| self.iter().any(|(own, at)| own >= rung && earlier(at, threshold)))
    }

    fn differ(&self, other: &Self, stricter: Stricter, at: &Place, differences: &mut Vec<Difference>) {
        for &rung in Severity::ALL.iter().skip(1) {
            let place = at.clone().then(rung.as_str());
            let entry =
                |ladder: &Self| ladder.threshold(rung).map(|at| Entry::new(&place, ANY, at.into(), &at));
            differences.extend(stricter.difference(place.clone(), entry(self), entry(other)));
        }
    }

    #[cfg(feature = "proptest1")]
    fn shake(&mut self, bounds: Bounds, shaker: &mut Shaker<'_>) {
        for &rung in Severity::ALL.iter().skip(1) {
            if let Some(noise) = shaker.next() {
                let threshold = Noisy::noisy(self.threshold(rung).unwrap_or(50), bounds, noise >> 2);
                *self = self.with(rung, (noise & 3 != 0).then_some(threshold));
            }
        }
        let (rungs, mut thresholds): (Vec<_>, Vec<_>) = self.iter().unzip();
        thresholds.sort_unstable();
        if bounds.order == Some(Order::Falling) {
            thresholds.reverse();
        }
        for (rung, threshold) in rungs.into_iter().zip(thresholds) {
            *self = self.with(rung, Some(threshold));
        }
    }
}
