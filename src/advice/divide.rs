//! Which responsibilities should the CTO hold, and which the CPO?
//!
//! Divisions are compared by four criteria in turn: the overload of the worse seat; the points for misplaced responsibilities and
//! missing skills; the difference between the two loads; and the changes from today. The order is a judgement, and the points are
//! the [policy's](crate::policy::DivideNumbers).
//!
//! - A responsibility out of its home costs points, and a core one more. So does every step by which its new leader falls short
//!   of what the home needs in the skills of its craft; of several skills, the worst counts.
//! - Shared responsibilities stay in both seats. Responsibilities held by an office stay there.
//! - If facts are unknown, the worst case is divided: the highest possible loads and the lowest possible skills.
//!   [`Division::open`] lists these facts.
//!
//! The answer is exact unless its [`Proof`] is [`Rounded`](Proof::Rounded), which happens only with a small [`Limit`]. The
//! cheapest division is worked out for every sum of effort that one leader can have, and overload and imbalance depend only on
//! that sum.
//!
//! # A real case
//! talabat has a CTO and a CPO. On public information, who should hold what?
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::{Limit, divide::{Wishes, divide}};
//! use cpto::{Policy, Proposal, Role};
//!
//! let proposal: Proposal = toml::from_str(r#"
//!     proposed = { cto = {}, cpo = {} }
//!     [organization]
//!     stage = ["scale-up", "enterprise"]
//!     budget = "two-executives"
//!     safeguards = { shared-goals = true, collaboration-forum = true }
//!     [organization.signals]
//!     collaboration = ["quantitatively-managed", "optimizing"]
//!     integration = ["quantitatively-managed", "optimizing"]
//! "#)?;
//! let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default())?;
//! assert_eq!(division.best.to_string(), "overload high, 162 points, loads 1 % apart, 0 changes");
//! // With everything at home, the overload would be critical. One responsibility of each field goes to the other seat.
//! let swapped = proposal.proposed().remit(Role::Cto).difference(division.best.cto);
//! assert_eq!(swapped.to_string(), "scalability");
//! let amended = division.apply_to(&proposal).unwrap();
//! assert_eq!(amended.proposed().remit(Role::Cto), division.best.cto);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::vec::Vec;

use crate::advice::divide::problem::Problem;
use crate::advice::restructure::reassigned;
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::Role;

mod problem;
mod solve;
mod terms;

#[cfg(feature = "laws")]
pub(crate) use terms::Parts;
#[cfg(any(test, feature = "laws"))]
pub(crate) use terms::dominates;
pub use terms::{MOST_ALTERNATIVES, MOST_OPTIONAL, NotDivisible, Proof, Share, Wishes};

/// The best division, its proof, and the alternatives to it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Division {
    problem: Problem,
    /// The best division.
    pub best: Share,
    /// The proof that there is no better division.
    pub proof: Proof,
}

impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Share { cto, cpo, handed_over, .. } = &self.best;
        writeln!(f, "CTO: {cto:#}\nCPO: {cpo:#}")?;
        if !handed_over.is_empty() {
            writeln!(f, "handed over: {handed_over:#}")?;
        }
        writeln!(f, "{}\nproof: {}", self.best, self.proof)?;
        if !self.open().is_empty() {
            writeln!(f, "in the worst case of {} open facts", self.open().len())?;
        }
        Ok(())
    }
}

impl Division {
    /// Returns the unknown facts for whose worst case the division is the best.
    #[must_use]
    pub const fn open(&self) -> FactSet {
        self.problem.open
    }

    /// Returns the undominated divisions: no other is better in overload, points or imbalance without being worse in another. Of
    /// those equal in all three, one with the fewest changes is listed. The best comes first; at most [`MOST_ALTERNATIVES`].
    #[must_use]
    pub fn alternatives(&self) -> Vec<Share> {
        self.problem.undominated()
    }

    /// Returns the best division in which a responsibility goes elsewhere, which shows why it is where it is; `None` if it cannot
    /// go elsewhere.
    #[must_use]
    pub fn instead(&self, responsibility: Responsibility) -> Option<Share> {
        let held = |holder| match holder {
            Holder::Seat(Role::Cto) => self.best.cto,
            Holder::Seat(_) => self.best.cpo,
            Holder::Office(_) => self.best.handed_over,
        };
        let mut other = self.problem.clone();
        let free = other.free.iter_mut().find(|free| free.responsibility == responsibility)?;
        free.ways.retain(|(holder, _)| !held(*holder).contains(responsibility));
        other.best().map(|(share, _)| share)
    }

    /// Returns the proposal with this division; `None` for a different proposal in which the division is impossible.
    #[must_use]
    pub fn apply_to(&self, proposal: &Proposal) -> Option<Proposal> {
        let mut divided = proposal.clone();
        for responsibility in self.best.handed_over {
            divided.proposed.offices.set(responsibility, self.problem.office);
        }
        reassigned(&divided, |role, _| if role == Role::Cto { self.best.cto } else { self.best.cpo })
    }
}

/// Divides the responsibilities of a pair.
///
/// ```
/// use cpto::advice::{Limit, divide::{Wishes, divide}};
/// use cpto::{Policy, Proposal, Responsibility, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default())?;
/// assert!(division.best.cto.contains(Responsibility::Architecture));
/// println!("{division}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The structure is not a pair, such as a lone CTO; a wish concerns a responsibility that is shared, held elsewhere or not
/// applicable; there are two wishes for one responsibility; one is pinned to the CPTO; more than [`MOST_OPTIONAL`] may go to an
/// office; or nothing is left for one of the two seats.
pub fn divide(
    proposal: &Proposal,
    wishes: &Wishes,
    policy: &Policy,
    limit: Limit,
) -> Result<Division, NotDivisible> {
    let problem = Problem::new(proposal, wishes, policy, limit)?;
    let (best, proof) = problem.best().ok_or(NotDivisible::EmptySeat)?;
    Ok(Division { problem, best, proof })
}

#[cfg(test)]
mod tests;
