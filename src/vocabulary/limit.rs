//! How much may be looked at?

/// How many evaluations may be taken at most. A function that takes a limit, of [`advice`](crate::advice) or
/// [`worlds`](crate::worlds), answers within it with what it has by then and says what is not proven, or says that it came to no
/// answer, as [`way`](crate::advice::way::way) does.
///
/// With the default, nothing takes more than 50 milliseconds in a release build. What takes the time of several evaluations counts
/// for as many. Chances look at so many worlds for each thing that they tell of, since each has worlds of its own.
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
    /// So many evaluations.
    #[must_use]
    pub const fn of(evaluations: u32) -> Self {
        Self(evaluations)
    }

    /// How many evaluations they are.
    #[must_use]
    pub const fn evaluations(self) -> u32 {
        self.0
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(100_000)
    }
}
