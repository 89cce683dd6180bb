//! At which number does each severity begin?

use core::fmt;

use crate::vocabulary::severity::Severity;
use crate::vocabulary::word::Word;

/// The thresholds at which a number gives each severity. The number never gives a severity that has no threshold.
///
/// Whether the threshold itself counts depends on how the ladder is used: `above`, `at least` or `below`.
///
/// ```
/// use cpto::{Ladder, Severity};
///
/// let ladder = Ladder::new([None, Some(100), Some(130), None]);
/// assert_eq!(ladder.threshold(Severity::High), Some(130));
/// assert_eq!(ladder.above(100), Severity::None);
/// assert_eq!(ladder.at_least(100), Severity::Medium);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ladder {
    /// The thresholds from low to critical; 0 if there is none.
    thresholds: [u32; 4],
    /// One bit per threshold, low first, which is set if the threshold is present.
    present: u8,
}

impl Ladder {
    /// The severities that may have a threshold.
    pub(super) const RUNGS: [Severity; 4] =
        [Severity::Low, Severity::Medium, Severity::High, Severity::Critical];
    /// Their names.
    pub(crate) const KEYS: &'static [&'static str] = match <Severity as Word>::NAMES {
        [_none, rungs @ ..] => rungs,
        [] => &[],
    };

    /// Makes a ladder with these thresholds for low, medium, high and critical.
    ///
    /// ```
    /// use cpto::Ladder;
    ///
    /// let ladder = Ladder::new([None, Some(100), None, Some(160)]);
    /// assert_eq!(ladder.iter().count(), 2);
    /// ```
    #[must_use]
    pub const fn new(thresholds: [Option<u32>; 4]) -> Self {
        const fn or_zero(threshold: Option<u32>) -> u32 {
            match threshold {
                Some(threshold) => threshold,
                None => 0,
            }
        }
        let [low, medium, high, critical] = thresholds;
        Self {
            thresholds: [or_zero(low), or_zero(medium), or_zero(high), or_zero(critical)],
            present: low.is_some() as u8
                | (medium.is_some() as u8) << 1
                | (high.is_some() as u8) << 2
                | (critical.is_some() as u8) << 3,
        }
    }

    /// The threshold of a severity, if it has one.
    ///
    /// ```
    /// use cpto::{Ladder, Severity};
    ///
    /// let ladder = Ladder::new([None, Some(100), None, None]);
    /// assert_eq!(ladder.threshold(Severity::Medium), Some(100));
    /// assert_eq!(ladder.threshold(Severity::High), None);
    /// ```
    #[must_use]
    pub fn threshold(&self, severity: Severity) -> Option<u32> {
        self.iter().find(|(rung, _)| *rung == severity).map(|(_, threshold)| threshold)
    }

    /// Replaces or removes the threshold of a severity. The severity `none` never has one.
    ///
    /// ```
    /// use cpto::{Ladder, Severity};
    ///
    /// let ladder = Ladder::new([None, Some(100), None, None]).with(Severity::High, Some(130));
    /// assert_eq!(ladder.above(131), Severity::High);
    /// ```
    #[must_use]
    pub fn with(mut self, severity: Severity, threshold: Option<u32>) -> Self {
        for ((bit, slot), rung) in (0..).zip(&mut self.thresholds).zip(Self::RUNGS) {
            if rung == severity {
                *slot = threshold.unwrap_or(0);
                self.present = self.present & !(1 << bit) | u8::from(threshold.is_some()) << bit;
            }
        }
        self
    }

    /// The severities that have a threshold, each with its threshold, from low to critical.
    pub fn iter(&self) -> impl Iterator<Item = (Severity, u32)> {
        let present = self.present;
        let rungs = (0..).zip(Self::RUNGS.into_iter().zip(self.thresholds));
        rungs.filter(move |(bit, _)| present & (1 << *bit) != 0).map(|(_, rung)| rung)
    }

    /// Returns a bit per rung, low first, set if the number reaches the threshold times `unit`. Absent thresholds count as 0.
    #[inline]
    const fn reached(&self, number: u64, unit: u64) -> u8 {
        let [low, medium, high, critical] = self.thresholds;
        (number >= low as u64 * unit) as u8
            | ((number >= medium as u64 * unit) as u8) << 1
            | ((number >= high as u64 * unit) as u8) << 2
            | ((number >= critical as u64 * unit) as u8) << 3
    }

    /// Returns the worst severity whose threshold, times `unit`, the number exceeds: one less still reaches it.
    #[inline]
    pub(crate) const fn above_times(&self, number: u64, unit: u64) -> Severity {
        self.at_least_times(number.saturating_sub(1), unit).when(number > 0)
    }

    /// Returns the worst severity whose threshold, times `unit`, the number reaches.
    #[inline]
    pub(crate) const fn at_least_times(&self, number: u64, unit: u64) -> Severity {
        Severity::highest(self.reached(number, unit) & self.present)
    }

    /// Returns the worst severity whose threshold the number exceeds.
    ///
    /// ```
    /// use cpto::{Ladder, Severity};
    ///
    /// let ladder = Ladder::new([None, Some(100), None, None]);
    /// assert_eq!((ladder.above(100), ladder.above(101)), (Severity::None, Severity::Medium));
    /// ```
    #[must_use]
    #[inline]
    pub const fn above(&self, number: u32) -> Severity {
        self.above_times(number as u64, 1)
    }

    /// Returns the worst severity whose threshold the number reaches.
    ///
    /// ```
    /// use cpto::{Ladder, Severity};
    ///
    /// let ladder = Ladder::new([None, Some(100), None, None]);
    /// assert_eq!((ladder.at_least(99), ladder.at_least(100)), (Severity::None, Severity::Medium));
    /// ```
    #[must_use]
    #[inline]
    pub const fn at_least(&self, number: u32) -> Severity {
        self.at_least_times(number as u64, 1)
    }

    /// Returns the worst severity whose threshold the number stays below.
    ///
    /// ```
    /// use cpto::{Ladder, Severity};
    ///
    /// let ladder = Ladder::new([None, Some(40), None, None]);
    /// assert_eq!((ladder.below(39), ladder.below(40)), (Severity::Medium, Severity::None));
    /// ```
    #[must_use]
    #[inline]
    pub const fn below(&self, number: u32) -> Severity {
        Severity::highest(!self.reached(number as u64, 1) & self.present)
    }
}

impl fmt::Debug for Ladder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests;
