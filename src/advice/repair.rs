//! What is the least that must change to make a proposal acceptable?
//!
//! A *repair* is a set of [remedies](Remedy) after which no chosen warning reaches a given severity in any world, and no other
//! warning newly reaches it. Those with the fewest changes are returned, the cheapest first. The
//! [policy](crate::policy::RepairNumbers) sets the costs; the caller can change them or rule changes out. A cheaper repair with
//! more changes is not returned: to find it, rule out the expensive changes.
//!
//! The search is exhaustive. Some change of a repair must touch each warning to clear, so the search takes the warning that the
//! fewest changes touch, tries each of these, and so on. A change touches a warning if it changes facts that the warning
//! [reads](crate::WarningKey::reads); facts that no warning reads are not changed. If a complete search finds nothing, no repair
//! exists with the allowed changes, up to the number that the policy allows at a time. [`Repairs::partial`] then goes as far as
//! steps of one or two changes lead. [`Repairs::is_complete`] says whether the search finished within the [limit](Limit).
//!
//! # A real case
//! In 2016 Twitter's CTO took over product after several departures, and left within the year. What would have kept the move from
//! being inadvisable, whatever the unknown facts?
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::{Limit, repair::{Goal, repair}};
//! use cpto::{Policy, Proposal, Severity};
//!
//! let proposal: Proposal = toml::from_str(r#"
//!     trigger = "vacancy"
//!     incumbent = "cto"
//!     current = { cto = {}, cpo = {} }
//!     proposed = { cpto = {} }
//!     [organization]
//!     stage = ["established", "enterprise"]
//!     headcount = [3500, 4500]
//!     signals = { product-direction = ["initial", "managed"], commercial-performance = ["initial", "managed"] }
//! "#)?;
//! let goal = Goal::below(Severity::Critical);
//! let repairs = repair(&proposal, &Policy::DEFAULT, goal, Limit::default(), |_, cost| Some(cost));
//! let best = "leave the structure as it is; raise collaboration to defined; \
//!     appoint an experienced head of engineering below the executive";
//! assert_eq!(repairs.best().unwrap().to_string(), best);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use crate::advice::repair::custom::Asked;
use crate::advice::repair::search::Search;
use crate::assessment::extended::{AnyKey, Extended};
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::rules::remedy::Remedy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::limit::Limit;

mod custom;
mod goal;
mod search;

pub use goal::{Goal, MOST_REPAIRS, Repair};

/// The result of a search for repairs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repairs {
    /// The repairs with the fewest changes, the cheapest first; at most [`MOST_REPAIRS`]. Of repairs that differ only in a level
    /// or a share, only the cheapest is listed. No change of a repair can be left out.
    pub repairs: Vec<Repair>,
    /// If there is no repair, the best partial repair that was found: step by step the change that clears the most, or two
    /// changes where no single one helps.
    pub partial: Option<Repair>,
    /// If there is no repair, the warnings that still stand in the way after the partial repair.
    pub standing: Vec<WarningKey>,
    /// If there is no repair, the codes of the custom rules that still stand in the way after the partial repair, or that have
    /// too many worlds to evaluate.
    pub standing_custom: Vec<String>,
    /// Whether the whole space was searched. If not, there may be other and even shorter repairs, and a change of one that was
    /// found may be unnecessary.
    pub is_complete: bool,
}

impl Repairs {
    /// Returns the best repair, if there is one.
    #[must_use]
    pub fn best(&self) -> Option<&Repair> {
        self.repairs.first()
    }
}

impl fmt::Display for Repairs {
    /// Writes a line for each repair or, if there is none, the partial repair and what stands in the way.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.repairs.is_empty() {
            return self.repairs.iter().try_for_each(|repair| writeln!(f, "{repair} (cost {})", repair.cost));
        }
        f.write_str(if self.is_complete { "there is no repair" } else { "no repair was found" })?;
        if let Some(partial) = &self.partial {
            write!(f, "; the best partial repair found: {partial} (cost {})", partial.cost)?;
        }
        let standing = self.standing.iter().map(|key| AnyKey::BuiltIn(*key));
        let standing = standing.chain(self.standing_custom.iter().map(|code| AnyKey::Custom(code)));
        for (position, key) in standing.enumerate() {
            write!(f, "{}{key:#}", if position == 0 { "; in the way: " } else { ", " })?;
        }
        writeln!(f)
    }
}

/// Finds the repairs of a proposal. `cost` gets each change with its cost under the policy, and returns the cost to use, or
/// `None` if the change is not allowed.
///
/// ```
/// use cpto::advice::{Limit, repair::{Goal, repair}};
/// use cpto::{Policy, Remedy, Severity, WarningCode};
///
/// let code = WarningCode::KeyPersonDependency;
/// let (proposal, goal) = (code.raised().build()?, Goal::of([code], Severity::Low));
/// // What can be done without changing the proposed structure?
/// let keeps_it = |it, cost| (!matches!(it, Remedy::KeepStructure | Remedy::Choose(_))).then_some(cost);
/// let repairs = repair(&proposal, &Policy::DEFAULT, goal, Limit::default(), keeps_it);
/// assert_eq!(repairs.best().unwrap().to_string(), "write down who takes over and what they would need");
///
/// let nothing = repair(&proposal, &Policy::DEFAULT, goal, Limit::default(), |_, _| None);
/// assert_eq!(nothing.standing[0].code, code);
/// # Ok::<(), cpto::Faults>(())
/// ```
pub fn repair(
    proposal: &Proposal,
    policy: &Policy,
    goal: Goal,
    limit: Limit,
    cost: impl Fn(Remedy, u32) -> Option<u32>,
) -> Repairs {
    repaired(proposal, policy, goal, limit, &cost, None)
}

/// Finds repairs as [`repair`] does, after which no custom rule reaches the severity of the goal either, in any world and case.
/// After those for [`Goal::below`] critical, the verdict over both kinds of warnings is conditional at worst; for below medium,
/// it is sound.
///
/// The search is just as exhaustive: for a custom rule, it tries every change of a fact that the rule
/// [reads](crate::CustomRule::reads), and every handover. It changes no custom facts. If there are too many worlds to evaluate
/// after some changes, [`Repairs::is_complete`] is false.
pub fn repair_with<C>(
    extended: &Extended<'_, C>,
    goal: Goal,
    limit: Limit,
    cost: impl Fn(Remedy, u32) -> Option<u32>,
) -> Repairs {
    repaired(extended.proposal, extended.policy, goal, limit, &cost, Some(extended))
}

fn repaired(
    proposal: &Proposal,
    policy: &Policy,
    goal: Goal,
    limit: Limit,
    cost: &dyn Fn(Remedy, u32) -> Option<u32>,
    others: Asked<'_>,
) -> Repairs {
    let (mut search, starts) = Search::new(proposal, policy, goal, limit, cost, others);
    let is_complete = search.run(&starts);
    let mut repairs = search.repairs();
    let (mut partial, standing) =
        if repairs.is_empty() { search.partial(&starts) } else { (None, Vec::new()) };
    let mut standing_custom = Vec::new();
    if let Some(others) = others.filter(|_| repairs.is_empty()) {
        let amended = partial.as_ref().and_then(|partial| partial.apply_to(proposal));
        let looked = others.look(amended.as_ref().or(Some(proposal)), goal.below);
        standing_custom = looked.standing.into_iter().map(|(code, _)| code.into()).collect();
    }
    if standing.is_empty() && standing_custom.is_empty() {
        // If the search was not completed, the partial search may still have found a repair.
        repairs.extend(partial.take());
    }
    Repairs { repairs, partial, standing, standing_custom, is_complete }
}

#[cfg(test)]
mod tests;
