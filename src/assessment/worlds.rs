//! What does an evaluation mean?
//!
//! A *world* of a proposal is the same proposal with one exact, possible value for every fact. An evaluation is defined by
//! worlds: the severity of a warning is the range from the least to the greatest severity that its rule gives over all of
//! them. [`evaluate`](crate::evaluate) computes it in a fraction of a microsecond with tables and reasoning on ranges; this
//! module applies the rule itself to the worlds one by one. It is slow and obvious, and the evaluation is tested against it.
//!
//! ```
//! use cpto::advice::Limit;
//! use cpto::{Fact, Policy, Proposal, Seat, Structure, WarningCode, WarningKey, evaluate, worlds};
//!
//! let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
//! let key = WarningKey::from(WarningCode::NoSecondLine);
//! // Two heads, each there or not, at four stages.
//! let facts = key.reads(proposal.proposed(), &Policy::DEFAULT);
//! assert_eq!(worlds::worlds(&proposal, &Policy::DEFAULT, facts.without(Fact::Headcount), Limit::default()).len(), 2 * 2 * 4);
//! let seen = worlds::severity(&proposal, &Policy::DEFAULT, key, Limit::default());
//! assert_eq!(seen.exact(), Some(evaluate(&proposal).severity(key)));
//! # Ok::<(), cpto::Faults>(())
//! ```

use alloc::vec::Vec;

use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::numbers::Numbers;
use crate::rules::benefit::BenefitCode;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::distinct::{distinct_values, is_plausible};
use crate::situation::growth::{GROWTH, with_partner};
use crate::situation::load::load_facts;
use crate::situation::world::World;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::span::Span;

/// How many evaluations a world counts as, because the rule itself is applied to it.
const EVALUATIONS_A_WORLD: u32 = 5;

/// The range of a result over the worlds that were examined.
///
/// ```
/// use cpto::advice::Limit;
/// use cpto::{Fact, FactSet, Policy, Proposal, Seat, Stage, Structure, worlds};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let stage = |world: &Proposal| world.organization().stage().value();
/// let seen = |limit| worlds::range(&proposal, &Policy::DEFAULT, FactSet::of(&[Fact::Stage]), limit, stage);
/// assert_eq!(seen(Limit::default()).exact().map(|stages| stages.most()), Some(Some(Stage::Enterprise)));
/// // Within ten evaluations two worlds are looked at: what they have is possible, and more may be.
/// assert_eq!((seen(Limit::of(10)).exact(), seen(Limit::of(10)).range.most()), (None, Some(Stage::ScaleUp)));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Seen<T: Copy + Ord> {
    /// The range of the results that were seen. Both ends are possible; the true range may be wider where not every world was
    /// examined.
    pub range: Span<T>,
    /// Whether every world was examined. If not, there are more worlds than the limit allows.
    pub is_every: bool,
}

impl<T: Copy + Ord> Seen<T> {
    /// Returns the range over every world, or `None` where not every world was examined.
    #[must_use]
    pub fn exact(&self) -> Option<Span<T>> {
        self.is_every.then_some(self.range)
    }
}

/// An iterator over the worlds of a proposal: all of them, or as many as the limit allows.
#[derive(Clone, Debug)]
pub struct Worlds {
    world: Proposal,
    axes: Vec<Axis>,
    given: u32,
    count: u32,
    is_every: bool,
}

/// The choices along one independent axis: each sets the value of one fact, or of stage and headcount together.
type Axis = Vec<Vec<(Fact, u32)>>;

impl Worlds {
    pub(super) fn new(
        proposal: &Proposal,
        numbers: &Numbers,
        facts: FactSet,
        limit: Limit,
        values: impl Fn(Fact, usize) -> Vec<u32>,
    ) -> Self {
        let open = proposal.open_facts().intersection(facts);
        let most = (limit.evaluations() / EVALUATIONS_A_WORLD).max(1);
        // One more value than may be examined shows that there are too many.
        let values = |fact| values(fact, most as usize + 1);
        let alone = open.difference(GROWTH).iter();
        let axes =
            alone.map(|fact| values(fact).into_iter().map(|place| Vec::from([(fact, place)])).collect());
        let axes: Vec<Axis> =
            axes.chain([growth(proposal, numbers, open, most as usize + 1, values)]).collect();
        let count = axes
            .iter()
            .fold(1_u32, |count, axis| count.saturating_mul(u32::try_from(axis.len()).unwrap_or(u32::MAX)));
        Self { world: proposal.clone(), axes, given: 0, count: count.min(most), is_every: count <= most }
    }

    /// Whether the iterator covers all worlds.
    #[must_use]
    pub const fn is_every(&self) -> bool {
        self.is_every
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

/// The plausible pairs of stage and headcount, or all stated pairs where none is plausible. A fact that is not in `open` stays
/// as it is stated.
fn growth(
    proposal: &Proposal,
    numbers: &Numbers,
    open: FactSet,
    most: usize,
    values: impl Fn(Fact) -> Vec<u32>,
) -> Axis {
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
    let plausible = pairs.filter(|(stage, people)| !any || is_plausible(numbers, stage, people));
    plausible.take(most).map(of_pair).collect()
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

/// Returns the worlds of a proposal over some facts: one for each combination of their possible values, or as many as the limit
/// allows, at five evaluations each. All other facts stay as they are stated. Over the [open facts](Proposal::open_facts) of the
/// proposal, these are all its worlds.
#[must_use]
pub fn worlds(proposal: &Proposal, policy: &Policy, facts: FactSet, limit: Limit) -> Worlds {
    let some = |fact, most| proposal.places(fact).into_iter().flatten().take(most).collect();
    Worlds::new(proposal, policy.numbers(), facts, limit, some)
}

/// The worlds that some rule distinguishes: for headcounts, the values around each threshold.
pub(crate) fn distinct_worlds(proposal: &Proposal, policy: &Policy, facts: FactSet, limit: Limit) -> Worlds {
    Worlds::new(proposal, policy.numbers(), facts, limit, |fact, _| {
        distinct_values(proposal, policy.numbers(), fact)
    })
}

/// Returns the range of a custom result over the worlds of the facts that it reads; all other facts stay as they are known. For a
/// custom warning, use a [`CustomRule`](crate::CustomRule), which takes part in everything that follows from an assessment.
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
/// let severity = worlds::range(&proposal, &Policy::DEFAULT, FactSet::of(&[Fact::Regulated]), Limit::default(), privacy);
/// let severity = severity.exact().expect("two worlds");
/// assert_eq!((severity.least(), severity.most()), (Severity::None, Severity::High));
/// # Ok::<(), cpto::Faults>(())
/// ```
pub fn range<T: Copy + Ord>(
    proposal: &Proposal,
    policy: &Policy,
    facts: FactSet,
    limit: Limit,
    result: impl Fn(&Proposal) -> T,
) -> Seen<T> {
    over(proposal, worlds(proposal, policy, facts, limit), |world| Span::exact(result(world)))
}

/// The range over some worlds of a result that may itself be a range in each world.
pub(super) fn over<T: Copy + Ord>(
    proposal: &Proposal,
    mut worlds: Worlds,
    result: impl Fn(&Proposal) -> Span<T>,
) -> Seen<T> {
    let (mut range, is_every) = (None, worlds.is_every);
    while let Some(world) = worlds.show() {
        let found = result(world);
        range = Some(range.map_or(found, |range: Span<T>| range.hull(found)));
    }
    Seen { range: range.unwrap_or_else(|| result(proposal)), is_every }
}

/// The position of a seat among those of a structure.
fn place_of(proposal: &Proposal, role: Option<Role>) -> Option<usize> {
    role.map_or(Some(0), |role| proposal.proposed().form().roles().iter().position(|seat| *seat == role))
}

/// Returns the severity of a warning over the worlds of the facts that it reads, by its rule.
#[must_use]
pub fn severity(proposal: &Proposal, policy: &Policy, key: WarningKey, limit: Limit) -> Seen<Severity> {
    let Some(seat) = place_of(proposal, key.role) else {
        return Seen { range: Span::exact(Severity::None), is_every: true };
    };
    let (numbers, rule) = (policy.numbers(), key.code.rule());
    let facts = key.reads(proposal.proposed(), policy);
    over(proposal, distinct_worlds(proposal, policy, facts, limit), |world| {
        let world = World::of(world, numbers, seat);
        Span::exact((rule.severity)(numbers, &world).when(world.holds_of(rule.scope, seat)))
    })
}

/// Returns the load of a seat over the worlds of the facts that it reads, in percent, or `None` where there is no such seat.
#[must_use]
pub fn load(proposal: &Proposal, policy: &Policy, role: Role, limit: Limit) -> Option<Seen<u32>> {
    let seat = place_of(proposal, Some(role))?;
    let facts = with_partner(load_facts(proposal.proposed().remit(role)).with(Fact::OtherDuties(role)));
    let worlds = distinct_worlds(proposal, policy, facts, limit);
    Some(over(proposal, worlds, |world| Span::exact(World::of(world, policy.numbers(), seat).load)))
}

/// Returns whether a proposal has a benefit over the worlds of the facts that it reads; `false` is less than `true`.
#[must_use]
pub fn benefit(proposal: &Proposal, policy: &Policy, code: BenefitCode, limit: Limit) -> Seen<bool> {
    let facts = code.reads(proposal.proposed(), policy);
    over(proposal, distinct_worlds(proposal, policy, facts, limit), |world| {
        Span::exact(code.in_world(policy.numbers(), &World::of(world, policy.numbers(), 0)))
    })
}

#[cfg(test)]
mod tests;
