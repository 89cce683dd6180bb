//! What can be requested of a division, what does it contain, and what proves it the best?

use core::fmt;

use alloc::vec::Vec;

use crate::vocabulary::form::Form;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;

/// The maximum number of responsibilities that may optionally go to an office.
pub const MOST_OPTIONAL: usize = 5;

/// The maximum number of alternatives that are listed.
pub const MOST_ALTERNATIVES: usize = 16;

/// What is settled in advance, and what may go to an office.
///
/// ```
/// use cpto::advice::{Limit, divide::{Wishes, divide}};
/// use cpto::{Policy, Proposal, Responsibility, Role, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let wishes = Wishes::default().pin(Responsibility::Security, Role::Cpo);
/// let division = divide(&proposal, &wishes, &Policy::DEFAULT, Limit::default())?;
/// assert!(division.best.cpo.contains(Responsibility::Security));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    pub(super) pins: Vec<(Responsibility, Role)>,
    pub(crate) optional: Option<(Office, ResponsibilitySet)>,
}

impl Wishes {
    /// Requires a responsibility to go to a seat.
    #[must_use]
    pub fn pin(mut self, responsibility: Responsibility, role: Role) -> Self {
        self.pins.push((responsibility, role));
        self
    }

    /// Allows one office to take these responsibilities. Another call replaces the first.
    #[must_use]
    pub fn may_go_to(
        mut self,
        office: Office,
        responsibilities: impl IntoIterator<Item = Responsibility>,
    ) -> Self {
        self.optional = Some((office, responsibilities.into_iter().collect()));
        self
    }
}

/// The reason why a proposal cannot be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NotDivisible {
    /// The proposed structure is not a pair.
    #[error("a {form} structure has nothing to divide; allowed: pair")]
    NoPair {
        /// The form of the structure.
        form: Form,
    },
    /// A wish concerns a responsibility that is not divided.
    #[error("{responsibility} is not divided: it is shared, held elsewhere or not applicable")]
    NotDivided {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// Nothing is left for one of the two seats.
    #[error("one of the two seats would have no responsibility; allowed: at least one for each")]
    EmptySeat,
    /// There are two wishes for one responsibility.
    #[error("there are two wishes for {responsibility}")]
    Repeated {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// A responsibility is pinned to the CPTO.
    #[error("{responsibility} cannot go to a CPTO, since a pair has none; allowed: cto, cpo")]
    NoSuchSeat {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// Too many responsibilities may go to an office.
    #[error("{found} responsibilities may go to an office; allowed: at most {MOST_OPTIONAL}")]
    TooManyOptional {
        /// The number of these responsibilities.
        found: usize,
    },
}

/// The proof that no division is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Proof {
    /// The cheapest division was worked out for every possible sum of effort.
    EverySum {
        /// The number of sums.
        sums: u32,
    },
    /// There is no proof: there are more sums of effort than the limit allows, so efforts were rounded.
    Rounded,
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EverySum { sums } => {
                write!(f, "the best of all divisions, worked out for each of {sums} sums of effort")
            }
            Self::Rounded => f.write_str("none, because efforts were rounded to stay within the limit"),
        }
    }
}

/// A division and its measures, which are compared in this order. Lower is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Share {
    /// The overload of the worse seat, in the worst case.
    pub overload: Severity,
    /// The points for responsibilities that are misplaced, handed over, or held without the skills for them.
    pub points: u32,
    /// The difference between the two loads, in percent of a full time.
    pub imbalance: u32,
    /// The number of responsibilities that change hands from today.
    pub changes: u32,
    /// What the CTO holds, including the shared responsibilities.
    pub cto: ResponsibilitySet,
    /// What the CPO holds, including the shared responsibilities.
    pub cpo: ResponsibilitySet,
    /// What goes to the office that may take it.
    pub handed_over: ResponsibilitySet,
}

/// Overload, points, imbalance and changes.
pub(crate) type Parts = (Severity, u32, u32, u32);

impl Share {
    /// The measures by which divisions are compared.
    pub(crate) const fn parts(&self) -> Parts {
        (self.overload, self.points, self.imbalance, self.changes)
    }
}

/// Whether one division is no worse in overload, points and imbalance, and better in at least one of these.
pub(crate) fn dominates(one: Parts, other: Parts) -> bool {
    (one.0, one.1, one.2) != (other.0, other.1, other.2)
        && one.0 <= other.0
        && one.1 <= other.1
        && one.2 <= other.2
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { overload, points, imbalance, changes, .. } = self;
        write!(f, "overload {overload}, {points} points, loads {imbalance} % apart, {changes} changes")
    }
}
