//! Policies by chance, for the strategies.

use crate::policy::numbers::{Numbers, PlausibleHeadcount};
use crate::policy::setting::{ANY, Bounds, Fields, Setting, Stricter};
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::stage::Stage;

/// What is to be changed, by its place in the order of the policy.
pub(crate) struct Shaker<'a> {
    changes: &'a [(usize, u32)],
    pub(crate) place: usize,
}

impl Shaker<'_> {
    /// Goes on to the next place, and tells how to change what is there, if it is to be changed.
    pub(crate) fn next(&mut self) -> Option<u32> {
        let here = self.place;
        self.place += 1;
        self.changes.iter().find(|(place, _)| *place == here).map(|(_, noise)| *noise)
    }
}

/// Each setting of a section is replaced, if it is to be.
impl Fields for Shaker<'_> {
    fn field<S: Setting>(&mut self, _: &'static str, own: &mut S, _: &S, bounds: Bounds, _: Stricter) {
        own.shake(bounds, self);
    }
}

/// What can be replaced by chance.
pub(crate) trait Noisy {
    fn noisy(self, bounds: Bounds, noise: u32) -> Self;
}

/// A number: one near it, any within the bounds, or one of the bounds themselves.
fn number(own: i64, bounds: Bounds, most: i64, noise: u32) -> i64 {
    let (least, most) = (bounds.least.max(0), bounds.most.min(most));
    let (kind, noise) = (noise % 8, i64::from(noise / 8));
    match kind {
        0 | 4 => least + noise % (most - least + 1),
        1 => least,
        2 => most,
        _ => (own + noise % 21 - 10).clamp(least, most),
    }
}

macro_rules! numbers {
    ($($Int:ty),+) => { $(
        impl Noisy for $Int {
            fn noisy(self, bounds: Bounds, noise: u32) -> Self {
                number(self.into(), bounds, <$Int>::MAX.into(), noise).try_into().unwrap_or(self)
            }
        }
    )+ };
}
numbers! { u8, u16, u32 }

macro_rules! levels {
    ($($Level:ty),+) => { $(
        impl Noisy for $Level {
            fn noisy(self, bounds: Bounds, noise: u32) -> Self {
                let place = number(0, bounds, Self::MOST.rank().into(), noise << 3);
                place.try_into().ok().and_then(Self::at_rank).unwrap_or(self)
            }
        }
    )+ };
}
levels! { Severity, Maturity }

impl PlausibleHeadcount {
    /// The same, widened where the headcounts of neighbouring stages would not touch.
    fn touching(mut self) -> Self {
        let mut before = None;
        for &stage in Stage::ALL {
            let least = self.least.get(stage);
            let least = before.map_or(least, |before: u32| least.min(before.saturating_add(1)));
            let most = self.most.get(stage).max(least);
            self.least.set(stage, least);
            self.most.set(stage, most);
            before = Some(most);
        }
        self
    }
}

impl Numbers {
    /// The default numbers with some changed, by their place in the order of the policy.
    pub(crate) fn shaken(changes: &[(usize, u32)]) -> Self {
        let mut numbers = Self::DEFAULT;
        numbers.shake(ANY, &mut Shaker { changes, place: 0 });
        let second_line = &mut numbers.no_second_line;
        for (stage, neither) in second_line.neither_lead.iter() {
            second_line.one_lead.set(stage, second_line.one_lead.get(stage).min(neither));
        }
        let challenge = &mut numbers.no_counterpart_challenge;
        challenge.one = challenge.one.min(challenge.neither);
        challenge.both = challenge.both.min(challenge.one);
        numbers.plausible_headcount = numbers.plausible_headcount.touching();
        numbers
    }

    /// How many numbers there are.
    pub(crate) fn places() -> usize {
        let mut shaker = Shaker { changes: &[], place: 0 };
        let mut numbers = Self::DEFAULT;
        numbers.shake(ANY, &mut shaker);
        shaker.place
    }
}

#[cfg(test)]
mod tests;
