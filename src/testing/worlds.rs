//! What does an evaluation mean?
//!
//! A *world* of a proposal is the same proposal with one exact value for every fact, each among those that are
//! possible. An evaluation is defined by worlds: the severity of a warning is the range from the least to the most that
//! it takes over all of them. [`evaluate`](crate::evaluate) gets there in a microsecond by reasoning on ranges; this
//! module gets there by looking at the worlds one by one. It is slow and obvious, and it is what the evaluation is held
//! to.
//!
//! ```
//! use cpto::{Policy, Proposal, Role, Seat, Structure, WarningCode, WarningKey, evaluate, worlds};
//!
//! let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
//! let key = WarningKey { code: WarningCode::NoSecondLine, role: None };
//! // Two heads, each there or not, at four stages.
//! let facts = key.reads(proposal.proposed(), &Policy::DEFAULT).all();
//! assert_eq!(worlds::worlds_over(&proposal, facts)?.len(), 2 * 2 * 4);
//! assert_eq!(worlds::severity(&proposal, &Policy::DEFAULT, key)?, evaluate(&proposal).severity(key));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::assessment::evaluate_under;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::numbers::Policy;
use crate::rules::benefit::BenefitCode;
use crate::rules::catalogue::WarningKey;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Certainty, Severity, Verdict};
use crate::vocabulary::span::Span;

/// The most worlds that are looked at.
pub const MOST: u32 = 100_000;

/// More worlds than anybody wants to look at.
///
/// ```
/// use cpto::{Proposal, Seat, Structure, worlds};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let error = worlds::worlds(&proposal).unwrap_err();
/// assert_eq!(error.open, proposal.open_facts());
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("more than {MOST} worlds, by the open facts {open}")]
#[non_exhaustive]
pub struct TooManyWorlds {
    /// The facts whose values were to be combined.
    pub open: FactSet,
}

/// The worlds of a proposal, one by one.
///
/// The order is that of the facts' declaration, the last fact changing fastest, from its least value to its most.
///
/// ```
/// use cpto::{Fact, FactSet, Proposal, Seat, Stage, Structure, worlds};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let worlds = worlds::worlds_over(&proposal, FactSet::of(&[Fact::Stage]))?;
/// assert_eq!(worlds.len(), Stage::COUNT);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Worlds {
    /// The world given last, or the proposal itself.
    world: Proposal,
    /// The facts that differ between worlds, with the places of their values.
    facts: Vec<(Fact, Vec<u32>)>,
    /// How many worlds were given.
    given: u32,
    /// How many there are.
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

    /// Goes on to the next world and shows it.
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

/// Every place that a fact may have; at most one more than can be looked at.
fn every_place(proposal: &Proposal, fact: Fact) -> Vec<u32> {
    proposal.places(fact).into_iter().flatten().take(MOST as usize + 1).collect()
}

/// The worlds of a proposal.
///
/// ```
/// use cpto::{Fact, FactSet, WarningCode, worlds};
///
/// // The smallest proposal that raises a warning leaves the rest open, which is too much.
/// let proposal = WarningCode::CostBurden.raised().build()?;
/// assert!(worlds::worlds(&proposal).is_err());
/// // A world has one world: itself.
/// let world = worlds::worlds_over(&proposal, FactSet::of(&[Fact::Stage]))?.next().unwrap();
/// assert!(!world.open_facts().contains(Fact::Stage));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TooManyWorlds`] where there are more than [`MOST`]: a proposal of which nothing is known has more than 10²⁰.
pub fn worlds(proposal: &Proposal) -> Result<Worlds, TooManyWorlds> {
    worlds_over(proposal, proposal.open_facts())
}

/// The worlds of a proposal as far as some facts are concerned. All other facts stay as they are known.
///
/// ```
/// use cpto::{Fact, FactSet, Proposal, Seat, Structure, worlds};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let facts = FactSet::of(&[Fact::Budget, Fact::Regulated]);
/// assert_eq!(worlds::worlds_over(&proposal, facts)?.len(), 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TooManyWorlds`] where there are more than [`MOST`], such as with an unknown headcount among the facts.
pub fn worlds_over(proposal: &Proposal, facts: FactSet) -> Result<Worlds, TooManyWorlds> {
    let open = proposal.open_facts().intersection(facts);
    Worlds::new(proposal, open, |fact| every_place(proposal, fact)).ok_or(TooManyWorlds { open })
}

/// The worlds that a policy tells apart. Headcounts are compared with thresholds and used for nothing else, so that one
/// on either side of each threshold stands for all of them.
pub(crate) fn distinct_worlds(
    proposal: &Proposal,
    policy: &Policy,
    facts: FactSet,
) -> Result<Worlds, TooManyWorlds> {
    let open = proposal.open_facts().intersection(facts);
    Worlds::new(proposal, open, |fact| told_apart(proposal, policy, fact)).ok_or(TooManyWorlds { open })
}

/// The places that a fact may have and a policy tells apart, from the least to the most.
pub(crate) fn told_apart(proposal: &Proposal, policy: &Policy, fact: Fact) -> Vec<u32> {
    proposal.places(fact).map(|places| distinct_places(fact, places, policy)).unwrap_or_default()
}

/// The places that a policy tells apart.
pub(crate) fn distinct_places(fact: Fact, places: Places, policy: &Policy) -> Vec<u32> {
    if fact != Fact::Headcount {
        return places.collect();
    }
    let numbers = policy.numbers();
    let ladders = [numbers.scale_requires_both.headcount_at_least, numbers.premature_split.headcount_below];
    let thresholds = ladders.iter().flat_map(|ladder| ladder.iter().map(|(_, threshold)| threshold));
    let sides = thresholds.flat_map(|threshold| [threshold.saturating_sub(1), threshold]);
    let ends = [*places.start(), *places.end()];
    let distinct: BTreeSet<_> = sides.filter(|side| places.contains(side)).chain(ends).collect();
    distinct.into_iter().collect()
}

/// The range of a result over the worlds that differ in some facts.
fn over<T: Copy + Ord>(
    proposal: &Proposal,
    policy: &Policy,
    facts: FactSet,
    result: impl Fn(&Proposal) -> Span<T>,
) -> Result<Option<Span<T>>, TooManyWorlds> {
    let mut worlds = distinct_worlds(proposal, policy, facts)?;
    let mut range: Option<Span<T>> = None;
    while let Some(world) = worlds.show() {
        let found = result(world);
        range = Some(range.map_or(found, |range| range.hull(found)));
    }
    Ok(range)
}

/// How severe a warning is, by definition: the least and the most over all worlds.
///
/// Only the facts that the warning reads are enumerated; that no other fact changes it is a law by itself. `insufficient-evidence` speaks of the evidence and not of the world: it has the
/// severity that it has.
///
/// ```
/// use cpto::{Policy, Proposal, Seat, Structure, WarningCode, WarningKey, evaluate, worlds};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let key = WarningKey { code: WarningCode::NoSecondLine, role: None };
/// let defined = worlds::severity(&proposal, &Policy::DEFAULT, key)?;
/// assert_eq!(evaluate(&proposal).severity(key), defined);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TooManyWorlds`] where the warning's facts have more than [`MOST`] combinations, such as the load of a CPTO when
/// nothing is known.
pub fn severity(
    proposal: &Proposal,
    policy: &Policy,
    key: WarningKey,
) -> Result<Span<Severity>, TooManyWorlds> {
    let facts = key.reads(proposal.proposed(), policy).all();
    let severity = |world: &Proposal| evaluate_under(world, policy).severity(key);
    Ok(over(proposal, policy, facts, severity)?.unwrap_or_default())
}

/// What a seat takes of its leader, by definition: the least and the most percent over all worlds. Nothing where there
/// is no such seat.
///
/// ```
/// use cpto::{Policy, Proposal, Responsibility, Role, Seat, Structure, evaluate, worlds};
///
/// let cto = Seat::draft().remit([Responsibility::Delivery, Responsibility::Architecture]);
/// let proposal = Proposal::draft().proposed(Structure::cto(cto)).build()?;
/// let defined = worlds::load(&proposal, &Policy::DEFAULT, Role::Cto)?;
/// assert_eq!(Some(evaluate(&proposal).loads()[0].load), defined);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TooManyWorlds`] where the facts of the load have more than [`MOST`] combinations.
pub fn load(proposal: &Proposal, policy: &Policy, role: Role) -> Result<Option<Span<u32>>, TooManyWorlds> {
    if proposal.proposed().seat(role).is_none() {
        return Ok(None);
    }
    let facts = proposal.proposed().load_reads(role).all().with(Fact::OtherDuties(role));
    over(proposal, policy, facts, |world| {
        let assessment = evaluate_under(world, policy);
        assessment.loads().iter().find(|seat| seat.role == role).map_or(Span::exact(0), |seat| seat.load)
    })
}

/// Whether a proposal has a benefit, by definition: certain where every world has it, possible where some have.
///
/// ```
/// use cpto::{BenefitCode, Policy, Proficiency, Proposal, Seat, Skill, Structure, evaluate, worlds};
///
/// let cpto = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
/// let proposal = Proposal::draft().proposed(Structure::combined(cpto)).build()?;
/// for &code in BenefitCode::ALL {
///     let found = evaluate(&proposal).benefit(code).map(|benefit| benefit.certainty());
///     assert_eq!(found, worlds::benefit(&proposal, &Policy::DEFAULT, code)?);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TooManyWorlds`] where the facts that it hangs on have more than [`MOST`] combinations.
pub fn benefit(
    proposal: &Proposal,
    policy: &Policy,
    code: BenefitCode,
) -> Result<Option<Certainty>, TooManyWorlds> {
    let facts = code.reads(proposal.proposed(), policy);
    let has = over(proposal, policy, facts, |world| {
        Span::exact(evaluate_under(world, policy).benefit(code).is_some())
    })?;
    Ok(match has.map(|has| (has.least, has.most)) {
        Some((true, _)) => Some(Certainty::Certain),
        Some((false, true)) => Some(Certainty::Possible),
        _ => None,
    })
}

/// What a proposal comes to, by definition: the reading of the worst least severity, and that of the worst most
/// severity.
///
/// ```
/// use cpto::{Maturity, Organization, Policy, Proficiency, Proposal, Responsibility, Seat, Signal, Skill, Structure, evaluate, worlds};
///
/// let company = Organization::draft().signals(Signal::ALL.iter().copied(), Maturity::Defined);
/// let cto = Seat::draft()
///     .remit([Responsibility::Delivery, Responsibility::Architecture])
///     .skills(Skill::ALL.iter().copied(), Proficiency::Expert);
/// let proposal = Proposal::draft().organization(company).proposed(Structure::cto(cto)).build()?;
/// assert_eq!(worlds::verdict(&proposal, &Policy::DEFAULT)?, evaluate(&proposal).verdict());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TooManyWorlds`] where any warning has too many.
pub fn verdict(proposal: &Proposal, policy: &Policy) -> Result<Span<Verdict>, TooManyWorlds> {
    let mut worst = Span::NONE;
    for key in WarningKey::all(proposal.proposed().form()) {
        if key.code.counts_towards_verdict() {
            worst = worst.max(severity(proposal, policy, key)?);
        }
    }
    Ok(worst.rising(Verdict::of))
}

#[cfg(test)]
mod tests;
