//! What does an evaluation mean?
//!
//! A *world* of a proposal is the same proposal with one exact value for every fact, each among those that are
//! possible. An evaluation is defined by worlds: the severity of a warning is the range from the least to the most that
//! its rule gives over all of them. [`evaluate`](crate::evaluate) gets there in a fraction of a microsecond by tables and
//! by reasoning on ranges; this module looks at the worlds one by one, with the rule itself. It is slow and obvious, and it
//! is what the evaluation is held to.
//!
//! ```
//! use cpto::advice::Limit;
//! use cpto::{Fact, Policy, Proposal, Seat, Structure, WarningCode, WarningKey, evaluate, worlds};
//!
//! let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
//! let key = WarningKey { code: WarningCode::NoSecondLine, role: None };
//! // Two heads, each there or not, at four stages.
//! let facts = key.reads(proposal.proposed(), &Policy::DEFAULT);
//! assert_eq!(worlds::worlds_over(&proposal, &Policy::DEFAULT, facts.without(Fact::Headcount), Limit::default())?.len(), 2 * 2 * 4);
//! assert_eq!(worlds::severity(&proposal, &Policy::DEFAULT, key, Limit::default())?, evaluate(&proposal).severity(key));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::vec::Vec;

use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::numbers::Numbers;
use crate::rules::benefit::BenefitCode;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::distinct::{is_plausible, told_apart};
use crate::situation::growth::{GROWTH, with_partner};
use crate::situation::load::load_facts;
use crate::situation::world::World;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Certainty, Severity};
use crate::vocabulary::span::Span;

/// There are too many worlds to look at one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("more than {most} worlds, by the open facts {open}")]
#[non_exhaustive]
pub struct TooManyWorlds {
    /// The open facts that make them.
    pub open: FactSet,
    /// How many there may be.
    pub most: u32,
}

/// The worlds of a proposal, one after the other.
#[derive(Clone, Debug)]
pub struct Worlds {
    world: Proposal,
    axes: Vec<Axis>,
    given: u32,
    count: u32,
}

/// The choices of what is chosen by itself: each states the places of one fact, or of the two that tell of growth.
type Axis = Vec<Vec<(Fact, u32)>>;

impl Worlds {
    pub(super) fn new(
        proposal: &Proposal,
        numbers: &Numbers,
        facts: FactSet,
        limit: Limit,
        values: impl Fn(Fact) -> Vec<u32>,
    ) -> Result<Self, TooManyWorlds> {
        let open = proposal.open_facts().intersection(facts);
        let alone = open.difference(GROWTH).iter();
        let axes =
            alone.map(|fact| values(fact).into_iter().map(|place| Vec::from([(fact, place)])).collect());
        let axes: Vec<Axis> = axes.chain([growth(proposal, numbers, open, &values)]).collect();
        let most = limit.evaluations();
        let count = axes.iter().try_fold(1_u32, |count, axis| {
            count.checked_mul(axis.len().try_into().ok()?).filter(|count| *count <= most)
        });
        let count = count.ok_or(TooManyWorlds { open, most })?;
        Ok(Self { world: proposal.clone(), axes, given: 0, count })
    }

    fn show(&mut self) -> Option<&Proposal> {
        if self.given == self.count {
            return None;
        }
        let mut rest = self.given as usize;
        self.given += 1;
        let exact = self.axes.iter().rev().flat_map(|axis| {
            let choice = axis.get(rest % axis.len()).map(Vec::as_slice).unwrap_or_default();
            rest /= axis.len();
            choice.iter().map(|(fact, place)| (*fact, *place..=*place))
        });
        self.world.restate(exact);
        Some(&self.world)
    }
}

/// The plausible pairs of stage and headcount, or all that are stated where none is plausible. A fact of which no value is to
/// be chosen stays as it is stated.
fn growth(proposal: &Proposal, numbers: &Numbers, open: FactSet, values: impl Fn(Fact) -> Vec<u32>) -> Axis {
    let stated = |fact| proposal.places(fact).unwrap_or(0..=0);
    let choices = |fact| -> Vec<Places> {
        if open.contains(fact) {
            values(fact).into_iter().map(|place| place..=place).collect()
        } else {
            [stated(fact)].into()
        }
    };
    let any = is_plausible(numbers, &stated(Fact::Stage), &stated(Fact::Headcount));
    let stages = choices(Fact::Stage);
    let people = choices(Fact::Headcount);
    let pairs = stages.iter().flat_map(|stage| people.iter().map(move |people| (stage, people)));
    let of_pair = |(stage, people): (&Places, &Places)| {
        let chosen = [(Fact::Stage, *stage.start()), (Fact::Headcount, *people.start())];
        chosen.into_iter().filter(|(fact, _)| open.contains(*fact)).collect()
    };
    pairs.filter(|(stage, people)| !any || is_plausible(numbers, stage, people)).map(of_pair).collect()
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

/// Every world of a proposal.
///
/// # Errors
/// [`TooManyWorlds`] where there are more than the limit allows, as of a proposal of which nothing is known: then none is looked at.
pub fn worlds(proposal: &Proposal, policy: &Policy, limit: Limit) -> Result<Worlds, TooManyWorlds> {
    worlds_over(proposal, policy, proposal.open_facts(), limit)
}

/// Every world over some facts; all others stay as they are known.
///
/// # Errors
/// As [`worlds`].
pub fn worlds_over(
    proposal: &Proposal,
    policy: &Policy,
    facts: FactSet,
    limit: Limit,
) -> Result<Worlds, TooManyWorlds> {
    let every =
        |fact| proposal.places(fact).into_iter().flatten().take(limit.evaluations() as usize + 1).collect();
    Worlds::new(proposal, policy.numbers(), facts, limit, every)
}

/// Worlds that some rule tells apart: of the headcounts, one for each group that no rule tells apart.
pub(crate) fn distinct_worlds(
    proposal: &Proposal,
    policy: &Policy,
    facts: FactSet,
    limit: Limit,
) -> Result<Worlds, TooManyWorlds> {
    Worlds::new(proposal, policy.numbers(), facts, limit, |fact| told_apart(proposal, policy.numbers(), fact))
}

/// The exact range of a result of your own over every world of some facts, which are those that it reads; all others stay as they are
/// known. A warning of your own is a [`CustomRule`](crate::CustomRule), which has a place in all that follows from an assessment.
///
/// ```
/// use cpto::advice::Limit;
/// use cpto::{Fact, FactSet, Policy, Proposal, Responsibility, Seat, Severity, Structure, worlds};
///
/// // What we ask for: a regulated company has its privacy outside of the seat of its one leader.
/// let privacy = |world: &Proposal| {
///     let is_outside = world.proposed().office(Responsibility::Privacy).is_some();
///     let is_regulated = world.organization().regulated().least();
///     if is_regulated && !is_outside { Severity::High } else { Severity::None }
/// };
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let severity = worlds::range(&proposal, &Policy::DEFAULT, FactSet::of(&[Fact::Regulated]), Limit::default(), privacy)?;
/// assert_eq!((severity.least(), severity.most()), (Severity::None, Severity::High));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`worlds`], of these facts.
pub fn range<T: Copy + Ord>(
    proposal: &Proposal,
    policy: &Policy,
    facts: FactSet,
    limit: Limit,
    result: impl Fn(&Proposal) -> T,
) -> Result<Span<T>, TooManyWorlds> {
    Ok(over(proposal, worlds_over(proposal, policy, facts, limit)?, |world| Span::exact(result(world))))
}

/// The range over some worlds of a result that may have a range in each.
pub(super) fn over<T: Copy + Ord>(
    proposal: &Proposal,
    mut worlds: Worlds,
    result: impl Fn(&Proposal) -> Span<T>,
) -> Span<T> {
    let mut range = None;
    while let Some(world) = worlds.show() {
        let found = result(world);
        range = Some(range.map_or(found, |range: Span<T>| range.hull(found)));
    }
    range.unwrap_or_else(|| result(proposal))
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
    limit: Limit,
) -> Result<Span<Severity>, TooManyWorlds> {
    let Some(seat) = place_of(proposal, key.role) else { return Ok(Span::exact(Severity::None)) };
    let (numbers, rule) = (policy.numbers(), key.code.rule());
    let facts = key.reads(proposal.proposed(), policy);
    Ok(over(proposal, distinct_worlds(proposal, policy, facts, limit)?, |world| {
        let world = World::of(world, numbers, seat);
        Span::exact((rule.severity)(numbers, &world).when(world.holds_of(rule.scope, seat)))
    }))
}

/// The load of a seat over all worlds, in percent; nothing where there is no such seat.
///
/// # Errors
/// As [`worlds`], of the facts that make the load.
pub fn load(
    proposal: &Proposal,
    policy: &Policy,
    role: Role,
    limit: Limit,
) -> Result<Option<Span<u32>>, TooManyWorlds> {
    let Some(seat) = place_of(proposal, Some(role)) else { return Ok(None) };
    let facts = with_partner(load_facts(proposal.proposed().remit(role)).with(Fact::OtherDuties(role)));
    let worlds = distinct_worlds(proposal, policy, facts, limit)?;
    Ok(Some(over(proposal, worlds, |world| Span::exact(World::of(world, policy.numbers(), seat).load))))
}

/// Whether a proposal has a benefit: in every world, in some, or in none.
///
/// # Errors
/// As [`worlds`], of the facts that the benefit depends on.
pub fn benefit(
    proposal: &Proposal,
    policy: &Policy,
    code: BenefitCode,
    limit: Limit,
) -> Result<Option<Certainty>, TooManyWorlds> {
    let facts = code.reads(proposal.proposed(), policy);
    let has = over(proposal, distinct_worlds(proposal, policy, facts, limit)?, |world| {
        Span::exact(code.in_world(policy.numbers(), &World::of(world, policy.numbers(), 0)))
    });
    Ok(match (has.least, has.most) {
        (true, _) => Some(Certainty::Certain),
        (false, true) => Some(Certainty::Possible),
        (false, false) => None,
    })
}

#[cfg(test)]
mod tests;
