//! What is everything that is wrong with an input?

use core::fmt;

use alloc::vec::Vec;

use crate::input::fault::Fault;

/// Everything that is wrong with an input: at least one fault. First comes what could not be read, in the order of the
/// document, then what does not fit together.
///
/// Of very many faults the first [`LIMIT`](Faults::LIMIT) are kept and the rest is counted, so that faults never take more
/// than the document that has them. `FaultLimit`, with the feature `serde`, reads a document with another limit.
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
    /// How many faults are kept, unless another limit is asked for.
    pub const LIMIT: usize = 100;

    /// No faults, of which so many will be kept.
    pub(crate) const fn up_to(limit: usize) -> Self {
        Self { kept: Vec::new(), more: 0, limit }
    }

    /// The value where there are no faults, or else the faults.
    pub(crate) fn unless_empty<T>(faults: Self, value: impl FnOnce() -> T) -> Result<T, Self> {
        if faults.kept.is_empty() && faults.more == 0 { Ok(value()) } else { Err(faults) }
    }

    /// Notes one more fault, or counts it where there are too many; then it is not even made.
    pub(crate) fn note(&mut self, fault: impl FnOnce() -> Fault) {
        if self.kept.len() < self.limit {
            self.kept.push(fault());
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// Notes one more fault.
    pub(crate) fn push(&mut self, fault: Fault) {
        self.note(|| fault);
    }

    /// Takes over the faults of a part, seen from here, and leaves none.
    pub(crate) fn take_over(&mut self, part: &mut Self, seen: impl Fn(Fault) -> Fault) {
        for fault in part.kept.drain(..) {
            self.note(|| seen(fault));
        }
        self.more = self.more.saturating_add(core::mem::take(&mut part.more));
    }

    /// How many faults there are, with those that were only counted.
    #[cfg(feature = "serde")]
    pub(crate) fn len(&self) -> usize {
        self.kept.len().saturating_add(self.more)
    }

    /// How many faults there are beyond those that were kept.
    #[must_use]
    pub const fn more(&self) -> usize {
        self.more
    }

    /// The faults that were kept, in the order of the input's parts.
    pub fn iter(&self) -> core::slice::Iter<'_, Fault> {
        self.kept.iter()
    }

    /// The faults that were kept, as a list.
    #[must_use]
    pub fn as_slice(&self) -> &[Fault] {
        &self.kept
    }
}

impl Default for Faults {
    /// No faults, as long as an input is put together.
    fn default() -> Self {
        Self::up_to(Self::LIMIT)
    }
}

impl Extend<Fault> for Faults {
    fn extend<I: IntoIterator<Item = Fault>>(&mut self, faults: I) {
        faults.into_iter().for_each(|fault| self.push(fault));
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
    /// Writes one fault a line, and how many more there are.
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
