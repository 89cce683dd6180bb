//! What may be wished of a division, what is one, and what proves it the best?

use core::fmt;

use alloc::vec::Vec;

use crate::vocabulary::form::Form;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;

/// The most responsibilities that may be handed over to an office or not.
pub const MOST_OPTIONAL: usize = 5;

/// The most alternatives that are listed.
pub const MOST_ALTERNATIVES: usize = 16;

/// The seats among which is divided.
pub(crate) const SEATS: [Role; 2] = [Role::Cto, Role::Cpo];

/// What is settled beforehand, and what may be settled in another way.
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
    /// Says that a responsibility has to go to a seat.
    #[must_use]
    pub fn pin(mut self, responsibility: Responsibility, role: Role) -> Self {
        self.pins.push((responsibility, role));
        self
    }

    /// Says that an office may take these responsibilities. There is one such office: saying it again replaces it.
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

/// Why something cannot be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NotDivisible {
    /// The proposed structure is no pair.
    #[error("a {form} structure has nothing to divide; allowed: pair")]
    NoPair {
        /// What it is.
        form: Form,
    },
    /// A wish for a responsibility that is not divided.
    #[error("{responsibility} is not divided: it is shared, held elsewhere or not applicable")]
    NotDivided {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// Nothing is left for one of the two seats.
    #[error("nothing is left for one of the two seats; allowed: a responsibility for each")]
    EmptySeat,
    /// Two wishes for one responsibility.
    #[error("there are two wishes for {responsibility}")]
    Repeated {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// A responsibility that is pinned to the CPTO.
    #[error("{responsibility} cannot go to the CPTO of a pair; allowed: cto, cpo")]
    NoSuchSeat {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// Too many responsibilities that may go to an office or not.
    #[error("{found} responsibilities may go to an office; allowed: at most {MOST_OPTIONAL}")]
    TooManyOptional {
        /// How many.
        found: usize,
    },
}

/// What proves that no division is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Proof {
    /// The cheapest division was worked out for each of so many sums of effort, which are all there are.
    EverySum {
        /// How many sums.
        sums: u32,
    },
    /// Nothing: there are more sums of effort than the limit allows, so that efforts were rounded.
    Rounded,
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EverySum { sums } => {
                write!(f, "the best of all divisions, by each of {sums} sums of effort")
            }
            Self::Rounded => f.write_str("none, since efforts were rounded to stay within the limit"),
        }
    }
}

/// One division, and what it comes to. Of each part less is better; they are compared in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Share {
    /// How severe the overload of the worse seat is, in the worst case.
    pub overload: Severity,
    /// The points of what is misplaced, handed over, or held by somebody without the skills for it.
    pub points: u32,
    /// How many percent the two loads are apart.
    pub imbalance: u32,
    /// How many responsibilities change hands from today.
    pub changes: u32,
    /// What the CTO holds, the shared responsibilities included.
    pub cto: ResponsibilitySet,
    /// What the CPO holds, the shared responsibilities included.
    pub cpo: ResponsibilitySet,
    /// What goes to the office that may take it.
    pub handed_over: ResponsibilitySet,
}

/// Overload, points, imbalance and changes.
pub(crate) type Parts = (Severity, u32, u32, u32);

impl Share {
    /// What it is judged by.
    pub(crate) const fn parts(&self) -> Parts {
        (self.overload, self.points, self.imbalance, self.changes)
    }
}

/// Whether one is no worse in any part but the changes, and better in one.
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
