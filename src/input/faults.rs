//! How are all the faults of an input collected?

use core::fmt;

use alloc::vec::Vec;

use crate::input::fault::Fault;

/// All faults of an input, at least one. Values that could not be read come first, in document order, followed by values that do
/// not fit together.
///
/// Only the first [`LIMIT`](Faults::LIMIT) faults are kept and the rest are counted, so that a document cannot produce an
/// unbounded number of faults. With the feature `serde`, `FaultLimit` reads a document with another limit.
///
/// ```
/// use cpto::{Organization, Proposal, Responsibility, Seat, Stage, Structure};
///
/// let faults = Proposal::draft()
///     .organization(Organization::draft().stage(Stage::Enterprise..=Stage::Startup))
///     .proposed(Structure::cto(Seat::draft().remit([Responsibility::Delivery, Responsibility::Delivery])))
///     .build()
///     .unwrap_err();
/// let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
/// assert_eq!(lines, [
///     "organization.stage: the range from enterprise to startup is reversed; \
///      allowed: the least first, then the most",
///     "proposed.cto.remit[1]: `delivery` is named twice; allowed: each name once",
/// ]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    kept: Vec<Fault>,
    more: usize,
    limit: usize,
}

impl Faults {
    /// The greatest number of faults kept, unless another limit is requested.
    pub const LIMIT: usize = 100;

    /// Returns an empty collection, for an input under construction.
    pub(crate) const fn none() -> Self {
        Self::up_to(Self::LIMIT)
    }

    /// Returns an empty collection that keeps up to this many faults.
    pub(crate) const fn up_to(limit: usize) -> Self {
        Self { kept: Vec::new(), more: 0, limit }
    }

    /// Returns the value if there are no faults, or else the faults.
    pub(crate) fn unless_empty<T>(faults: Self, value: impl FnOnce() -> T) -> Result<T, Self> {
        if faults.kept.is_empty() && faults.more == 0 { Ok(value()) } else { Err(faults) }
    }

    /// Keeps one more fault, or only counts it, without constructing it, once the limit is reached.
    pub(crate) fn note(&mut self, fault: impl FnOnce() -> Fault) {
        if self.kept.len() < self.limit {
            self.kept.push(fault());
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// Keeps or counts one more fault.
    pub(crate) fn push(&mut self, fault: Fault) {
        self.note(|| fault);
    }

    /// Keeps or counts more faults.
    pub(crate) fn extend(&mut self, faults: impl IntoIterator<Item = Fault>) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }

    /// Moves all faults of a part into this collection, with their places as seen from here.
    pub(crate) fn take_over(&mut self, part: &mut Self, seen: impl Fn(Fault) -> Fault) {
        for fault in part.kept.drain(..) {
            self.note(|| seen(fault));
        }
        self.more = self.more.saturating_add(core::mem::take(&mut part.more));
    }

    /// Returns the number of faults, including those that were only counted.
    #[cfg(feature = "serde")]
    pub(crate) fn len(&self) -> usize {
        self.kept.len().saturating_add(self.more)
    }

    /// Returns the number of faults beyond those that were kept.
    #[must_use]
    pub const fn more(&self) -> usize {
        self.more
    }

    /// Returns an iterator over the faults that were kept, in the order of the input's parts.
    pub fn iter(&self) -> core::slice::Iter<'_, Fault> {
        self.kept.iter()
    }

    /// Returns the faults that were kept, as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &[Fault] {
        &self.kept
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = alloc::vec::IntoIter<Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = core::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.iter()
    }
}

impl fmt::Display for Faults {
    /// Writes one fault per line, and then how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, fault) in self.kept.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        match self.more {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl core::error::Error for Faults {}
