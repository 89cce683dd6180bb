//! Which worlds prove that a result depends on a fact?

use core::cmp::Reverse;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::advice::work::{Spent, Work};
use crate::assessment::Assessment;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Packed;
use crate::model::proposal::Proposal;
use crate::rules::benefit::BenefitCode;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::distinct::distinct_values;
use crate::situation::growth::{GROWTH, Growth};
use crate::vocabulary::limit::Limit;
use crate::vocabulary::severity::{Certainty, Severity, Verdict};
use crate::vocabulary::span::Span;

mod fewest;
mod verdict;

/// The most facts that are added, trying all combinations, to those that the verdict depends on.
const MOST_ADDED: usize = 3;

/// The verdicts to which a warning can worsen a better one.
const WORSE: [Verdict; 2] = [Verdict::Conditional, Verdict::Inadvisable];

/// A result that may depend on a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Target {
    Warning(WarningKey),
    Benefit(BenefitCode),
    /// Whether a warning alone makes the verdict this one or a worse one.
    Reaching(WarningKey, Verdict),
    /// The worse end of the verdict.
    Verdict,
}

impl Target {
    pub(super) const fn warning(self) -> Option<WarningKey> {
        if let Self::Warning(key) = self { Some(key) } else { None }
    }

    pub(super) const fn benefit(self) -> Option<BenefitCode> {
        if let Self::Benefit(code) = self { Some(code) } else { None }
    }

    /// Returns the reading for a severity of the target's warning, as places on a scale.
    fn of_severity(self, severity: Span<Severity>) -> Span<u32> {
        severity.rising(|severity| match self {
            Self::Reaching(_, verdict) => u32::from(Verdict::of(severity) >= verdict),
            _ => severity as u32,
        })
    }

    /// Returns the reading of the target in an assessment, as places on a scale.
    pub(super) fn reading(self, assessment: &Assessment) -> Span<u32> {
        match self {
            Self::Warning(key) | Self::Reaching(key, _) => self.of_severity(assessment.severity(key)),
            Self::Benefit(code) => match assessment.benefit(code).map(|it| it.certainty) {
                None => Span::exact(0),
                Some(Certainty::Possible) => Span { least: 0, most: 1 },
                Some(Certainty::Certain) => Span::exact(1),
            },
            Self::Verdict => Span::exact(assessment.verdict().most() as u32),
        }
    }

    /// Returns whether the outcomes of a fact prove that the target depends on it: some world attains each end of each reading.
    fn differs(self, outcomes: &[(u32, Assessment)]) -> bool {
        let mut readings = outcomes.iter().map(|(_, assessment)| self.reading(assessment));
        let first = readings.next();
        first.is_some_and(|first| readings.any(|other| first != other))
    }
}

/// An assessment for each value of a fact.
type Outcomes = Vec<(u32, Assessment)>;

/// An open fact.
struct Open {
    /// The values that a policy distinguishes, the quietest first.
    values: Vec<u32>,
    /// The outcome of each value: everything else as known, and in the quiet world.
    outcomes: [Outcomes; 2],
    /// The least and the greatest of the values.
    places: Span<u32>,
}

/// A limited search for worlds.
pub(super) struct Search<'a> {
    work: Work<'a>,
    /// The known facts; and a world with few warnings against the proposal.
    known: Packed,
    quiet: Packed,
    /// The open facts. Those that affect the loads come last, the heaviest first among them: what is pinned last should change
    /// least.
    order: Vec<Fact>,
    open: BTreeMap<u32, Open>,
    /// For each warning and each worse verdict that it may cause, the facts that decide, or may decide, whether it does.
    deciding: Vec<(WarningKey, Verdict, FactSet)>,
    /// The evaluations available at first to decide whether one result depends on one fact.
    for_one: u32,
    /// Whether some pair of stage and headcount is plausible; if so, only plausible pairs are worlds.
    is_plausible: bool,
    /// Stage and headcount, if both are open and neighbouring stages that are possible share headcounts.
    partners: FactSet,
    /// Whether there are few enough worlds to make a second look worthwhile.
    is_small: bool,
    /// Whether every question so far was decided.
    pub(super) is_exact: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(proposal: &Proposal, policy: &'a Policy, limit: Limit) -> Self {
        let mut search = Self {
            work: Work::new(proposal, policy, limit),
            known: *proposal.packed(),
            quiet: *proposal.packed(),
            order: Vec::new(),
            open: BTreeMap::new(),
            deciding: Vec::new(),
            for_one: limit.evaluations() / 200,
            is_plausible: false,
            partners: FactSet::EMPTY,
            is_small: false,
            is_exact: true,
        };
        let growth = Growth::plausible(policy.numbers(), &search.known);
        search.is_plausible = !growth.is_empty();
        if GROWTH.is_subset(proposal.open_facts()) && search.is_plausible {
            // Otherwise a result may differ between stages although no two worlds that differ in one fact alone show it.
            search.is_exact = growth.is_connected();
            search.partners = if search.is_exact { GROWTH } else { FactSet::EMPTY };
        }
        let facts: Vec<(Fact, Vec<u32>)> = proposal
            .open_facts()
            .iter()
            .map(|fact| (fact, distinct_values(proposal, policy.numbers(), fact)))
            .collect();
        let worlds = facts.iter().fold(1_usize, |worlds, (_, values)| worlds.saturating_mul(values.len()));
        search.is_small = worlds <= limit.evaluations() as usize;
        let (quiet, quietest) = search.quiet_world(&facts);
        let mut by_load = Vec::new();
        for ((fact, mut values), quietest) in facts.into_iter().zip(quietest) {
            let outcomes = [search.known, quiet].map(|known| search.outcomes(&known, fact, &values));
            let [alone, _] = &outcomes;
            let load = load_depending_on(alone);
            by_load.push(((load > 0, Reverse(load)), fact));
            values.sort_by_key(|place| place.abs_diff(quietest));
            let (least, most) = (values.iter().min().copied(), values.iter().max().copied());
            let places = Span { least: least.unwrap_or_default(), most: most.unwrap_or_default() };
            search.open.insert(fact.position(), Open { values, outcomes, places });
        }
        search.quiet = quiet;
        by_load.sort_by_key(|(rank, _)| *rank);
        search.order = by_load.into_iter().map(|(_, fact)| fact).collect();
        search
    }

    /// Builds a world with few warnings against the proposal. Each fact in turn takes the value with the best verdict and the
    /// fewest warnings, and then once more, given all others.
    fn quiet_world(&mut self, facts: &[(Fact, Vec<u32>)]) -> (Packed, Vec<u32>) {
        let mut world = self.known;
        let mut quietest: Vec<u32> = facts.iter().filter_map(|(_, values)| values.first().copied()).collect();
        for _ in 0..2 {
            for ((fact, values), quietest) in facts.iter().zip(&mut quietest) {
                let outcomes = self.outcomes(&world, *fact, values);
                let unrest = |(place, it): &&(u32, Assessment)| {
                    let load: u32 = it.loads().map(|seat| seat.load.most()).sum();
                    (it.verdict().most(), it.points(self.work.policy, Span::most), load, Reverse(*place))
                };
                *quietest = outcomes.iter().min_by_key(unrest).map_or(*quietest, |(place, _)| *place);
                self.work.put(&mut world, *fact, Span::exact(*quietest));
            }
        }
        (world, quietest)
    }

    /// Returns the outcome of each value of a fact, with everything else as known, as far as the evaluations last.
    fn outcomes(&mut self, known: &Packed, fact: Fact, values: &[u32]) -> Outcomes {
        let mut outcomes = Outcomes::new();
        let mut world = *known;
        for place in values.iter().copied() {
            if !self.state(&mut world, fact, place) {
                continue;
            }
            let Ok(assessment) = self.work.evaluate(&world) else { break };
            outcomes.push((place, assessment));
        }
        outcomes
    }

    /// States one more fact exactly, and returns whether such a world exists.
    fn state(&self, world: &mut Packed, fact: Fact, place: u32) -> bool {
        self.work.put(world, fact, Span::exact(place));
        let is_none = || Growth::plausible(self.work.policy.numbers(), world).is_empty();
        !(self.is_plausible && GROWTH.contains(fact) && is_none())
    }

    /// Returns the known facts with one more stated exactly, or nothing if no such world exists.
    fn world(&self, known: &Packed, fact: Fact, place: u32) -> Option<Packed> {
        let mut world = *known;
        self.state(&mut world, fact, place).then_some(world)
    }

    /// Returns the other one of the two partners, if it is read as well. If it is not read, a result that differs between two
    /// stages also differs between two that share a headcount.
    fn partner(&self, fact: Fact, reads: FactSet) -> Option<Fact> {
        let other = self.partners.without(fact).iter().next();
        other.filter(|other| self.partners.contains(fact) && reads.contains(*other))
    }

    /// Returns the known facts with the partner of a fact, if any, at each of its values: worlds that differ in one of the two
    /// must agree on the other.
    fn given(&self, partner: Option<Fact>, known: &Packed) -> Vec<Packed> {
        let Some(partner) = partner else { return Vec::from([*known]) };
        let values = self.open.get(&partner.position()).map_or(&[][..], |open| &open.values);
        values.iter().filter_map(|place| self.world(known, partner, *place)).collect()
    }

    /// Returns the outcome of each value of a fact, with all others as known.
    pub(super) fn alone(&self, fact: Fact) -> &[(u32, Assessment)] {
        self.open.get(&fact.position()).map_or(&[], |open| &open.outcomes[0])
    }

    /// Returns the facts that a target depends on, among those that it reads, and those for which this could not be decided.
    pub(super) fn dependencies(&mut self, target: Target, reads: FactSet) -> FactSet {
        let mut possible = FactSet::EMPTY;
        for position in 0..self.order.len() {
            let Some(fact) = self.order.get(position).copied().filter(|fact| reads.contains(*fact)) else {
                continue;
            };
            let partner = self.partner(fact, reads);
            let depends = if self.seen(target, fact, partner) {
                Ok(true)
            } else if matches!(fact, Fact::Newcomer(_)) {
                // A newcomer affects the moves, of which the packed facts know only the total.
                Err(Spent)
            } else {
                let skills = is_skill(fact);
                let known = self.at_most(|it| skills && it != fact && is_skill(it));
                let open = |it: &Fact| {
                    reads.contains(*it) && *it != fact && Some(*it) != partner && !(skills && is_skill(*it))
                };
                let others: Vec<Fact> = self.order.iter().copied().filter(open).collect();
                let known = self.given(partner, &known);
                self.within_its_share(|search| {
                    search.widening(|search, off| {
                        let mut depends = known
                            .iter()
                            .map(|known| search.depends_within(target, fact, known, &others, off));
                        depends.find(|depends| !matches!(depends, Ok(false))).unwrap_or(Ok(false))
                    })
                })
            };
            self.is_exact &= depends.is_ok();
            possible = if depends.unwrap_or(true) { possible.with(fact) } else { possible };
        }
        possible
    }

    /// Returns the facts that the verdict certainly depends on, and these with those for which this could not be decided, given
    /// what each warning depends on.
    pub(super) fn verdict_dependencies(
        &mut self,
        dependencies: &[(Target, FactSet)],
        assessment: &Assessment,
    ) -> [FactSet; 2] {
        for (key, facts) in dependencies.iter().filter_map(|(target, on)| Some((target.warning()?, *on))) {
            for verdict in WORSE {
                let target = Target::Reaching(key, verdict);
                if target.reading(assessment).value().is_none() {
                    let facts = self.dependencies(target, facts);
                    self.deciding.push((key, verdict, facts));
                }
            }
        }
        let [mut certain, mut possible] = [FactSet::EMPTY; 2];
        for fact in self.relevant(assessment) {
            let depends = if self.seen(Target::Verdict, fact, self.partner(fact, GROWTH)) {
                Ok(true)
            } else {
                match self.within(self.for_one, |search| search.verdict_depends(fact, false)) {
                    Ok(true) => Ok(true),
                    _ => self.within_its_share(|search| search.verdict_depends(fact, true)),
                }
            };
            self.is_exact &= depends.is_ok();
            if depends.unwrap_or(true) {
                possible = possible.with(fact);
                certain = if depends.is_ok() { certain.with(fact) } else { certain };
            }
        }
        [certain, possible]
    }

    /// Returns whether the outcomes already at hand show that the target depends on the fact.
    fn seen(&self, target: Target, fact: Fact, partner: Option<Fact>) -> bool {
        // Alone, an answer about stage or headcount also narrows the other.
        let few = usize::from(partner.is_some());
        let open = self.open.get(&fact.position());
        open.is_some_and(|open| open.outcomes.iter().skip(few).any(|it| target.differs(it)))
    }

    /// Runs a search within the share of one question, and again with a larger share if there are so few worlds that this may be
    /// enough.
    fn within_its_share<T>(
        &mut self,
        mut look: impl FnMut(&mut Self) -> Result<T, Spent>,
    ) -> Result<T, Spent> {
        let found = self.within(self.for_one, &mut look);
        if found.is_err() && self.is_small { self.within(self.work.left / 4, look) } else { found }
    }

    /// Runs a search with at most this many evaluations.
    fn within<T>(&mut self, most: u32, look: impl FnOnce(&mut Self) -> T) -> T {
        let rest = self.work.left.saturating_sub(most);
        self.work.left -= rest;
        let found = look(self);
        self.work.left += rest;
        found
    }

    /// Searches with at most one fact off its quietest value, then at most two, then everywhere: the proof is usually near.
    fn widening(
        &mut self,
        mut look: impl FnMut(&mut Self, usize) -> Result<bool, Spent>,
    ) -> Result<bool, Spent> {
        for off in [1, 2] {
            if look(self, off)? {
                return Ok(true);
            }
        }
        look(self, usize::MAX)
    }

    /// Returns the reading of a target for these facts. Usually one warning is enough to evaluate.
    fn reading(&mut self, target: Target, world: &Packed) -> Result<Span<u32>, Spent> {
        Ok(match target {
            Target::Warning(key) | Target::Reaching(key, _) => {
                target.of_severity(self.work.severity(world, key)?)
            }
            Target::Benefit(_) | Target::Verdict => target.reading(&self.work.evaluate(world)?),
        })
    }

    /// Returns the value of a fact that is tried in this turn.
    fn value(&self, fact: Fact, turn: usize) -> Option<u32> {
        self.open.get(&fact.position())?.values.get(turn).copied()
    }

    /// Returns whether something is found in some worlds with one more fact at one of its values. Each value but the quietest
    /// uses up one of `off`.
    fn some_value<const N: usize>(
        &mut self,
        fact: Fact,
        mut worlds: [Packed; N],
        off: usize,
        mut found: impl FnMut(&mut Self, &[Packed; N], usize) -> Result<bool, Spent>,
    ) -> Result<bool, Spent> {
        for turn in 0.. {
            let Some(place) = self.value(fact, turn) else { break };
            let Some(off) = off.checked_sub(usize::from(turn > 0)) else { break };
            let are_worlds = worlds.each_mut().map(|world| self.state(world, fact, place));
            if are_worlds == [true; N] && found(self, &worlds, off)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns whether the target depends on the fact, given what is pinned. The other facts may still be pinned.
    fn depends_within(
        &mut self,
        target: Target,
        fact: Fact,
        known: &Packed,
        others: &[Fact],
        off: usize,
    ) -> Result<bool, Spent> {
        let mut first = None;
        let mut exact = true;
        let differs = self.some_value(fact, [*known], usize::MAX, |search, [world], _| {
            let reading = search.reading(target, world)?;
            exact &= reading.value().is_some();
            Ok(*first.get_or_insert(reading) != reading)
        })?;
        if differs {
            return Ok(true);
        }
        let Some((next, others)) = others.split_first().filter(|_| !exact) else { return Ok(false) };
        self.some_value(*next, [*known], off, |search, [known], off| {
            search.depends_within(target, fact, known, others, off)
        })
    }

    /// Returns the known facts, with some at their greatest possible value.
    fn at_most(&self, is_meant: impl Fn(Fact) -> bool) -> Packed {
        self.stating(self.known, is_meant, |places| Span::exact(places.most))
    }

    /// Returns the world with some open facts restated from what is known of each.
    fn stating(
        &self,
        mut world: Packed,
        is_meant: impl Fn(Fact) -> bool,
        stated: fn(Span<u32>) -> Span<u32>,
    ) -> Packed {
        for fact in self.order.iter().copied().filter(|fact| is_meant(*fact)) {
            if let Some(open) = self.open.get(&fact.position()) {
                self.work.put(&mut world, fact, stated(open.places));
            }
        }
        world
    }
}

/// Returns whether the fact is a skill. Of all the leaders' skills, only the worst gap counts.
const fn is_skill(fact: Fact) -> bool {
    matches!(fact, Fact::Skill(..))
}

/// Returns how much the loads vary over the values of a fact.
fn load_depending_on(answers: &[(u32, Assessment)]) -> u32 {
    let loads = answers.iter().map(|(_, assessment)| assessment.loads().map(|it| it.load.most()).sum());
    let (least, most) =
        loads.fold((u32::MAX, 0), |(least, most), load: u32| (least.min(load), most.max(load)));
    most.saturating_sub(least)
}
