//! What does an evaluation mean?
//!
//! A *world* of a proposal is the same proposal with one exact value for every fact, each among those that are
//! possible. An evaluation is defined by worlds: the severity of a warning is the range from the least to the most that
//! its rule gives over all of them. [`evaluate`](crate::evaluate) gets there in a fraction of a microsecond by tables and
//! by reasoning on ranges; this module looks at the worlds one by one, with the rule itself. It is slow and obvious, and it
//! is what the evaluation is held to.
//!
//! ```
//! use cpto::{Policy, Proposal, Seat, Structure, WarningCode, WarningKey, evaluate, worlds};
//!
//! let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
//! let key = WarningKey { code: WarningCode::NoSecondLine, role: None };
//! // Two heads, each there or not, at four stages.
//! let facts = key.reads(proposal.proposed(), &Policy::DEFAULT);
//! assert_eq!(worlds::worlds_over(&proposal, facts)?.len(), 2 * 2 * 4);
//! assert_eq!(worlds::severity(&proposal, &Policy::DEFAULT, key)?, evaluate(&proposal).severity(key));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::vec::Vec;

use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::rules::benefit::BenefitCode;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::distinct::told_apart;
use crate::situation::load::load_facts;
use crate::situation::world::World;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Certainty, Severity};
use crate::vocabulary::span::Span;

/// The most worlds that are looked at.
pub const MOST: u32 = 100_000;

/// There are too many worlds to look at one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("more than {MOST} worlds, by the open facts {open}")]
#[non_exhaustive]
pub struct TooManyWorlds {
    /// The open facts that make them.
    pub open: FactSet,
}

/// The worlds of a proposal, one after the other.
#[derive(Clone, Debug)]
pub struct Worlds {
    world: Proposal,
    facts: Vec<(Fact, Vec<u32>)>,
    given: u32,
    count: u32,
}

impl Worlds {
    fn new(proposal: &Proposal, facts: FactSet, values: impl Fn(Fact) -> Vec<u32>) -> Option<Self> {
        let facts: Vec<_> =
            proposal.open_facts().intersection(facts).iter().map(|fact| (fact, values(fact))).collect();
        let count = facts.iter().try_fold(1_u32, |count, (_, values)| {
            count.checked_mul(values.len().try_into().ok()?).filter(|count| *count <= MOST)
        })?;
        Some(Self { world: proposal.clone(), facts, given: 0, count })
    }

    fn show(&mut self) -> Option<&Proposal> {
        if self.given == self.count {
            return None;
        }
        let mut rest = self.given as usize;
        self.given += 1;
        let exact = self.facts.iter().rev().map(|(fact, values)| {
            let place = values.get(rest % values.len()).copied().unwrap_or_default();
            rest /= values.len();
            (*fact, place..=place)
        });
        self.world.restate(exact);
        Some(&self.world)
    }
}

impl Iterator for Worlds {
    type Item = Proposal;

    fn next(&mut self) -> Option<Proposal> {
        self.show().cloned()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.count - self.given) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Worlds {}

fn every_place(proposal: &Proposal, fact: Fact) -> Vec<u32> {
    proposal.places(fact).into_iter().flatten().take(MOST as usize + 1).collect()
}

/// Every world of a proposal.
///
/// # Errors
/// [`TooManyWorlds`] where there are more than [`MOST`], as for a proposal of which nothing is known.
pub fn worlds(proposal: &Proposal) -> Result<Worlds, TooManyWorlds> {
    worlds_over(proposal, proposal.open_facts())
}

/// Every world over some facts; all others stay as they are known.
///
/// # Errors
/// As [`worlds`].
pub fn worlds_over(proposal: &Proposal, facts: FactSet) -> Result<Worlds, TooManyWorlds> {
    let open = proposal.open_facts().intersection(facts);
    Worlds::new(proposal, open, |fact| every_place(proposal, fact)).ok_or(TooManyWorlds { open })
}

/// Worlds that some rule tells apart: of the headcounts, one for each group that no rule tells apart.
pub(crate) fn distinct_worlds(
    proposal: &Proposal,
    policy: &Policy,
    facts: FactSet,
) -> Result<Worlds, TooManyWorlds> {
    let open = proposal.open_facts().intersection(facts);
    Worlds::new(proposal, open, |fact| told_apart(proposal, policy.numbers(), fact))
        .ok_or(TooManyWorlds { open })
}

/// The range of a result over the worlds of some facts.
fn over<T: Copy + Ord>(
    proposal: &Proposal,
    policy: &Policy,
    facts: FactSet,
    result: impl Fn(&Proposal) -> T,
) -> Result<Span<T>, TooManyWorlds> {
    let mut worlds = distinct_worlds(proposal, policy, facts)?;
    let mut range = Span::exact(result(proposal));
    if let Some(first) = worlds.show() {
        range = Span::exact(result(first));
    }
    while let Some(world) = worlds.show() {
        range = range.hull(Span::exact(result(world)));
    }
    Ok(range)
}

/// The place of a seat among those of a structure.
fn place_of(proposal: &Proposal, role: Option<Role>) -> Option<usize> {
    role.map_or(Some(0), |role| proposal.proposed().form().roles().iter().position(|seat| *seat == role))
}

/// The severity of a warning over all worlds, by its rule.
///
/// # Errors
/// As [`worlds`], of the facts that the rule reads.
pub fn severity(
    proposal: &Proposal,
    policy: &Policy,
    key: WarningKey,
) -> Result<Span<Severity>, TooManyWorlds> {
    let Some(seat) = place_of(proposal, key.role) else { return Ok(Span::exact(Severity::None)) };
    let (numbers, rule) = (policy.numbers(), key.code.rule());
    let facts = key.reads(proposal.proposed(), policy);
    over(proposal, policy, facts, |world| {
        let world = World::of(world, numbers, seat);
        (rule.severity)(numbers, &world).when(world.holds_of(rule.scope, seat))
    })
}

/// The load of a seat over all worlds, in percent; nothing where there is no such seat.
///
/// # Errors
/// As [`worlds`], of the facts that make the load.
pub fn load(proposal: &Proposal, policy: &Policy, role: Role) -> Result<Option<Span<u32>>, TooManyWorlds> {
    let Some(seat) = place_of(proposal, Some(role)) else { return Ok(None) };
    let facts = load_facts(proposal.proposed().remit(role)).with(Fact::OtherDuties(role));
    over(proposal, policy, facts, |world| World::of(world, policy.numbers(), seat).load).map(Some)
}

/// Whether a proposal has a benefit: in every world, in some, or in none.
///
/// # Errors
/// As [`worlds`], of the facts that the benefit depends on.
pub fn benefit(
    proposal: &Proposal,
    policy: &Policy,
    code: BenefitCode,
) -> Result<Option<Certainty>, TooManyWorlds> {
    let facts = code.reads(proposal.proposed(), policy);
    let has = over(proposal, policy, facts, |world| {
        code.in_world(policy.numbers(), &World::of(world, policy.numbers(), 0))
    })?;
    Ok(match (has.least, has.most) {
        (true, _) => Some(Certainty::Certain),
        (false, true) => Some(Certainty::Possible),
        (false, false) => None,
    })
}

//OFF cfg(test)
//OFF mod tests;
