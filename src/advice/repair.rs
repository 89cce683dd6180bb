//! What is the least that has to change for a proposal to be acceptable?
//!
//! A *repair* is a set of [remedies](Remedy) after which no chosen warning reaches a severity in any world, and no other
//! warning reaches it that did not before. Those with the fewest changes are returned, the cheapest first by the
//! [policy](crate::policy::RepairNumbers) or by the caller, who may also rule changes out. One with more changes is not
//! returned, even if it is cheaper: to find it, rule out the dear ones.
//!
//! The search is exhaustive: some change of a repair has to touch each warning that is to be cleared, so it tries, for the
//! warning that the fewest changes touch, each of them, and so on. Whether a change touches a warning is known from the
//! facts that the warning [reads](crate::WarningKey::reads); what no warning reads is not changed. Where it finds nothing,
//! there is nothing, within the changes that are allowed and up to the number that a policy allows at a time, and
//! [`Repairs::partial`] goes as far as steps of one or two changes lead. [`Repairs::is_complete`] says whether the search came
//! to its end within the [limit](Limit).
//!
//! # A real case
//! In 2016 Twitter's CTO took over product after several departures, and left within the year. What would have kept it from
//! being inadvisable, whatever was not known?
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
//!     put an experienced head of engineering below the executive";
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

/// What a search for repairs found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repairs {
    /// The repairs of the fewest changes, the cheapest first; at most [`MOST_REPAIRS`]. Of those that differ in a level or a
    /// share alone, the cheapest. None of the changes of one can be spared.
    pub repairs: Vec<Repair>,
    /// Where there is no repair, the best start of one that was found: step by step the change that clears the most, or two
    /// where no single one does.
    pub partial: Option<Repair>,
    /// Where there is no repair, the warnings that still stand in the way after the partial one.
    pub standing: Vec<WarningKey>,
    /// Where there is no repair, the codes of rules of one's own that still stand in the way after the partial one, or of which there
    /// are too many worlds to tell.
    pub standing_custom: Vec<String>,
    /// Whether the whole space was searched. Else there may be other repairs, and even shorter ones, and a change of one that
    /// was found may be one that can be spared.
    pub is_complete: bool,
}

impl Repairs {
    /// The best repair, if there is one.
    #[must_use]
    pub fn best(&self) -> Option<&Repair> {
        self.repairs.first()
    }
}

impl fmt::Display for Repairs {
    /// Writes a line for each repair, or how far it goes and what stands in the way.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.repairs.is_empty() {
            return self.repairs.iter().try_for_each(|repair| writeln!(f, "{repair} (cost {})", repair.cost));
        }
        f.write_str(if self.is_complete { "no repair" } else { "no repair was found" })?;
        if let Some(partial) = &self.partial {
            write!(f, "; the best start found: {partial} (cost {})", partial.cost)?;
        }
        let standing = self.standing.iter().map(|key| AnyKey::BuiltIn(*key));
        let standing = standing.chain(self.standing_custom.iter().map(|code| AnyKey::Custom(code)));
        for (position, key) in standing.enumerate() {
            write!(f, "{}{key:#}", if position == 0 { "; in the way: " } else { ", " })?;
        }
        writeln!(f)
    }
}

/// The repairs of a proposal. Each change is given with what it costs by the policy; the answer is what it costs here, or
/// nothing where it is not allowed.
///
/// ```
/// use cpto::advice::{Limit, repair::{Goal, repair}};
/// use cpto::{Policy, Remedy, Severity, WarningCode};
///
/// let code = WarningCode::KeyPersonDependency;
/// let (proposal, goal) = (code.raised().build()?, Goal::of([code], Severity::Low));
/// // What can be done while the structure is as it is proposed?
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

/// The repairs of a proposal after which, in every world and case, no rule of one's own reaches the severity of the goal either,
/// as [`repair`]. After those of [`Goal::below`] critical, the verdict over both kinds of warnings is conditional at the worst, and of
/// those below medium it is sound.
///
/// The search is as exhaustive as the one without: of a rule of one's own, it tries every change of a fact that the rule
/// [reads](crate::CustomRule::reads), and everything that can be handed over. It changes no fact of one's own. Where there are
/// too many worlds to look at after some changes, [`Repairs::is_complete`] says no.
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
        // Where the search was not completed, one step after the other may lead to a repair all the same.
        repairs.extend(partial.take());
    }
    Repairs { repairs, partial, standing, standing_custom, is_complete }
}

#[cfg(test)]
mod tests;
