//! What may a number of a policy be, and which way is stricter?

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::input::fault::{Fault, FaultKind, Order};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::policy::ladder::Ladder;
#[cfg(feature = "proptest1")]
use crate::policy::shaken;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::Word;

/// What the entries of a setting may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) least: i64,
    pub(crate) most: i64,
    /// The order that the entries have to keep, if any.
    pub(crate) order: Option<Order>,
}

/// Anything that the type can say.
pub(crate) const ANY: Bounds = Bounds { least: i64::MIN, most: i64::MAX, order: None };
/// Never less than the entry before.
pub(crate) const RISING: Bounds = Bounds { order: Some(Order::Rising), ..ANY };
/// Never more than the entry before.
pub(crate) const FALLING: Bounds = Bounds { order: Some(Order::Falling), ..ANY };
/// A number of steps.
pub(crate) const STEPS: Bounds = within(0, 4);

pub(crate) const fn within(least: i64, most: i64) -> Bounds {
    Bounds { least, most, ..ANY }
}

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

/// One entry of a setting, as far as the checks are concerned.
pub(crate) struct Entry {
    key: Option<&'static str>,
    rank: i64,
    text: String,
}

impl Entry {
    fn new(key: Option<&'static str>, rank: i64, value: &impl ToString) -> Self {
        Self { key, rank, text: value.to_string() }
    }
}

/// What a policy can hold.
pub(crate) trait Setting: Copy + PartialEq {
    fn entries(&self) -> Vec<Entry>;

    /// What is as strict as both.
    fn strictest(self, other: Self, stricter: Stricter) -> Self;

    /// Whether it is nowhere less strict than the other.
    fn is_as_strict(&self, other: &Self, stricter: Stricter) -> bool;

    /// Replaces what is to be changed, within the bounds and in order.
    #[cfg(feature = "proptest1")]
    fn shake(&mut self, bounds: Bounds, shaker: &mut shaken::Shaker<'_>);

    fn check(&self, bounds: Bounds, at: &Place, faults: &mut Faults) {
        let mut before: Option<Entry> = None;
        for entry in self.entries() {
            let place = entry.key.map_or_else(|| at.clone(), |key| at.clone().then(key));
            if entry.rank < bounds.least || entry.rank > bounds.most {
                let (least, most) = (bounds.least.into(), bounds.most.into());
                faults
                    .push(Fault::new(place, FaultKind::OutOfRange { found: entry.rank.into(), least, most }));
            } else if let (Some(before), Some(allowed)) = (before, bounds.order) {
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

/// Numbers are settings of one entry, and so are names, which rank by their place on the scale.
macro_rules! single {
    ($($Type:ty => $rank:expr),+ $(,)?) => { $(
        impl Setting for $Type {
            fn entries(&self) -> Vec<Entry> {
                let rank: fn($Type) -> i64 = $rank;
                alloc::vec![Entry::new(None, rank(*self), self)]
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
            fn shake(&mut self, bounds: Bounds, shaker: &mut shaken::Shaker<'_>) {
                if let Some(noise) = shaker.next() {
                    *self = shaken::Noisy::noisy(*self, bounds, noise);
                }
            }
        }
    )+ };
}
single! {
    u8 => i64::from,
    u16 => i64::from,
    u32 => i64::from,
    Severity => |severity| severity as i64,
    Maturity => |level| level as i64,
}

impl<K: Word, V: Copy + Default + Setting, const N: usize> Setting for Table<K, V, N> {
    fn entries(&self) -> Vec<Entry> {
        let named = |(key, value): (K, V)| {
            value.entries().into_iter().map(move |entry| Entry { key: Some(key.as_str()), ..entry })
        };
        self.iter().flat_map(named).collect()
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

    #[cfg(feature = "proptest1")]
    fn shake(&mut self, bounds: Bounds, shaker: &mut shaken::Shaker<'_>) {
        for &key in K::ALL {
            let mut value = self.get(key);
            value.shake(bounds, shaker);
            self.set(key, value);
        }
        let rank = |value: &V| value.entries().first().map_or(0, |entry| entry.rank);
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

/// A need is asked for by more of it; none is the least.
impl Setting for Need {
    fn entries(&self) -> Vec<Entry> {
        self.0.iter().map(|level| Entry::new(None, *level as i64, level)).collect()
    }

    fn strictest(self, other: Self, _: Stricter) -> Self {
        self.max(other)
    }

    fn is_as_strict(&self, other: &Self, _: Stricter) -> bool {
        self >= other
    }

    #[cfg(feature = "proptest1")]
    fn shake(&mut self, _: Bounds, shaker: &mut shaken::Shaker<'_>) {
        if let Some(noise) = shaker.next() {
            self.0 = crate::vocabulary::scale::Scale::at_rank(noise % 6);
        }
    }
}

impl Setting for Ladder {
    fn entries(&self) -> Vec<Entry> {
        let entry = |(rung, number): (Severity, u32)| Entry::new(Some(rung.as_str()), number.into(), &number);
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

    #[cfg(feature = "proptest1")]
    fn shake(&mut self, bounds: Bounds, shaker: &mut shaken::Shaker<'_>) {
        for &rung in Severity::ALL.iter().skip(1) {
            if let Some(noise) = shaker.next() {
                let threshold = shaken::Noisy::noisy(self.threshold(rung).unwrap_or(50), bounds, noise >> 2);
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
