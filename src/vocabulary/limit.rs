//! How many evaluations may a search run?

/// The greatest number of evaluations to run. A function of [`advice`](crate::advice) or [`worlds`](crate::worlds) that takes a
/// limit stays within it. It returns the best answer found so far and states what is not proven, or it reports that it found no
/// answer, as [`handover`](crate::advice::handover::handover) does.
///
/// With the default, nothing takes more than 50 milliseconds in a release build. Work that takes as long as several evaluations
/// counts as several. Chances apply the limit to the worlds of each result separately, since each result has its own worlds.
///
/// ```
/// use cpto::advice::{Limit, ask::ask};
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// assert!(!ask(&proposal, &Policy::DEFAULT, Limit::of(10)).is_exact, "ten prove little");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit(u32);

impl Limit {
    /// Returns a limit of this many evaluations.
    #[must_use]
    pub const fn of(evaluations: u32) -> Self {
        Self(evaluations)
    }

    /// Returns the number of evaluations.
    pub(crate) const fn evaluations(self) -> u32 {
        self.0
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(100_000)
    }
}
