//! What is put by chance in place of a number, within its bounds?

use crate::policy::bounds::Bounds;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;

/// What is to be changed, by its place in the order of the policy.
pub(crate) struct Shaker<'a> {
    pub(super) changes: &'a [(usize, u32)],
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
