//! Who should hold what, of a CTO and a CPO?
//!
//! Divisions are compared part by part: how severe the overload of the worse seat is; how many points misplaced
//! responsibilities and missing skills come to; how far apart the two loads are; how much changes from today. The order is a
//! judgement, and the points are the [policy's](crate::policy::DivideNumbers).
//!
//! - A responsibility out of its home costs points, a core one more. So does every step that the leader who gets it falls
//!   short of what the home needs in the skills of its craft; of several skills, the worst counts.
//! - Shared responsibilities stay in both seats. What an office holds stays there.
//! - Where facts are unknown, the worst case is divided: the loads are the most they may be, the skills the least.
//!   [`Division::open`] says which facts these are.
//!
//! The answer is exact unless its [`Proof`] is [`Rounded`](Proof::Rounded), which only a small [`Limit`] makes it: the cheapest
//! division was worked out for every sum of effort that one of the two can have. No other part depends on more than that sum.
//!
//! # A real case
//! talabat has a CTO and a CPO. As far as is public, who should hold what?
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
//! // Everything at home would be critical. One of the product's goes to the CTO, and one of technology's to the CPO.
//! let swapped = proposal.proposed().remit(Role::Cto).difference(division.best.cto);
//! assert_eq!(swapped.to_string(), "scalability");
//! let amended = division.apply_to(&proposal).unwrap();
//! assert_eq!(amended.proposed().remit(Role::Cto), division.best.cto);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::vec::Vec;

use crate::advice::divide::problem::{Problem, Side};
use crate::advice::restructure::reassigned;
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::vocabulary::limit::Limit;
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

/// The best division, what proves it, and what else there is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Division {
    problem: Problem,
    /// The best division.
    pub best: Share,
    /// What proves that there is no better one.
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
    /// The facts that are not known and for whose worst case it is the best.
    #[must_use]
    pub const fn open(&self) -> FactSet {
        self.problem.open
    }

    /// The divisions than which no other is better in one of overload, points and imbalance without being worse in another;
    /// of those that are equal in these, one with the fewest changes. The best is the first; at most [`MOST_ALTERNATIVES`].
    #[must_use]
    pub fn alternatives(&self) -> Vec<Share> {
        self.problem.undominated()
    }

    /// The best division in which a responsibility goes elsewhere: why it is where it is. Nothing where it cannot.
    #[must_use]
    pub fn instead(&self, responsibility: Responsibility) -> Option<Share> {
        let now = if self.best.cto.contains(responsibility) {
            Side::Cto
        } else if self.best.cpo.contains(responsibility) {
            Side::Cpo
        } else {
            Side::Office
        };
        let place = self.problem.place(responsibility)?;
        self.problem.best(Some((place, now))).map(|(share, _)| share)
    }

    /// The proposal with this division; nothing where it is another proposal, in which it cannot be made.
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
/// A structure that is no pair, such as a lone CTO; a pin of something that is shared, held elsewhere or not applicable, or
/// of something that may go to an office, too; a pin to the CPTO; more than [`MOST_OPTIONAL`] that may go to an office; and a
/// pair in which nothing is left for one of the two.
pub fn divide(
    proposal: &Proposal,
    wishes: &Wishes,
    policy: &Policy,
    limit: Limit,
) -> Result<Division, NotDivisible> {
    let problem = Problem::new(proposal, wishes, policy, limit)?;
    let (best, proof) = problem.best(None).ok_or(NotDivisible::EmptySeat)?;
    Ok(Division { problem, best, proof })
}

#[cfg(test)]
mod tests;
