//! The search for worlds that prove that something hangs on a fact.

use core::cmp::Reverse;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::MOST;
use crate::advice::compare::points;
use crate::assessment::{Assessment, evaluate_under};
use crate::model::fact::{Fact, FactSet, Reads};
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::numbers::Policy;
use crate::rules::benefit::{Benefit, BenefitCode};
use crate::rules::catalogue::WarningKey;
use crate::testing::worlds::told_apart;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::{Certainty, Verdict};
use crate::vocabulary::span::Span;

/// The most of them that are spent on whether one result hangs on one fact.
const MOST_FOR_ONE: u32 = MOST / 10;

/// The most facts that are added, all combinations of them being tried, to those that the verdict hangs on.
const MOST_ADDED: usize = 3;

/// What may hang on a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Target {
    Warning(WarningKey),
    Benefit(BenefitCode),
    Verdict,
    /// Whether a warning by itself makes the verdict this one or a worse one.
    Reaching(WarningKey, Verdict),
}

impl Target {
    pub(super) const fn warning(self) -> Option<WarningKey> {
        if let Self::Warning(key) = self { Some(key) } else { None }
    }

    pub(super) const fn benefit(self) -> Option<BenefitCode> {
        if let Self::Benefit(code) = self { Some(code) } else { None }
    }

    /// What an assessment says of it, as places of a scale.
    pub(super) fn reading(self, assessment: &Assessment) -> Span<u32> {
        match self {
            Self::Warning(key) => assessment.severity(key).rising(|severity| severity as u32),
            Self::Benefit(code) => match assessment.benefit(code).map(Benefit::certainty) {
                None => Span::exact(0),
                Some(Certainty::Possible) => Span { least: 0, most: 1 },
                Some(Certainty::Certain) => Span::exact(1),
            },
            Self::Verdict => assessment.verdict().rising(|verdict| verdict as u32),
            Self::Reaching(key, verdict) => {
                assessment.severity(key).rising(|severity| u32::from(Verdict::of(severity) >= verdict))
            }
        }
    }

    /// Whether the outcomes of a fact prove that it hangs on it.
    fn differs(self, outcomes: &[(u32, Assessment)]) -> bool {
        let mut readings = outcomes.iter().map(|(_, assessment)| self.reading(assessment));
        let first = readings.next();
        first.is_some_and(|first| readings.any(|other| self.differ(first, other)))
    }

    /// Whether two readings with different values of a fact, all other facts as they are, prove that it hangs on it.
    /// Both ends of a warning and of a benefit are attained in some world; of the verdict, the worse end alone. Where a
    /// warning is to be brought to the brink, worlds are wanted, and no proof that there are some.
    fn differ(self, one: Span<u32>, other: Span<u32>) -> bool {
        match self {
            Self::Verdict => one.most() != other.most(),
            Self::Reaching(..) => one.most() < other.least() || other.most() < one.least(),
            Self::Warning(_) | Self::Benefit(_) => one != other,
        }
    }
}

/// There is no evaluation left.
struct Spent;

/// The facts on which something hangs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hanging {
    /// For certain.
    pub(super) certain: FactSet,
    /// These, and those of which it could not be decided.
    pub(super) possible: FactSet,
}

impl Hanging {
    fn note(&mut self, fact: Fact, hangs: Option<bool>) {
        if hangs == Some(true) {
            self.certain = self.certain.with(fact);
        }
        if hangs != Some(false) {
            self.possible = self.possible.with(fact);
        }
    }
}

/// An assessment for each value of a fact.
type Outcomes = Vec<(u32, Assessment)>;

/// A search for worlds, with an end.
pub(super) struct Search<'a> {
    policy: &'a Policy,
    /// The proposal, with some facts pinned to one value for the time being.
    proposal: Proposal,
    /// A world in which little is said against the proposal.
    quiet: Proposal,
    /// The open facts, those last that the loads hang on, and of these the heaviest first: what is pinned last is to change
    /// least.
    open: Vec<Fact>,
    /// The values of each open fact that a policy tells apart, the quiet one first.
    values: BTreeMap<u32, Vec<u32>>,
    /// What each value of an open fact comes to by itself, and in the quiet world.
    outcomes: BTreeMap<u32, [Outcomes; 2]>,
    /// The facts that decide, or may decide, whether a warning makes the verdict a worse one.
    deciding: Vec<(WarningKey, FactSet)>,
    /// What may still be spent on what is looked for now, and what on all the rest.
    evaluations: u32,
    left: u32,
    /// Whether everything that was looked for was decided.
    pub(super) is_exact: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(proposal: &Proposal, policy: &'a Policy) -> Self {
        let quiet = quiet_world(proposal, policy);
        let open: Vec<Fact> = proposal.open_facts().iter().collect();
        let outcomes = |fact: Fact| {
            let both = [proposal, &quiet].map(|before| outcomes(proposal, before, fact, policy));
            (fact.position(), both)
        };
        let outcomes: BTreeMap<_, _> = open.iter().map(|fact| outcomes(*fact)).collect();
        let load =
            |fact: &Fact| outcomes.get(&fact.position()).map_or(0, |[alone, _]| load_hanging_on(alone));
        let mut by_load: Vec<_> = open.iter().map(|fact| (load(fact), *fact)).collect();
        by_load.sort_by_key(|(load, _)| (*load > 0, Reverse(*load)));
        let quiet_first = |(position, [alone, _]): (&u32, &[Outcomes; 2])| {
            let quiet = Fact::at(*position).and_then(|fact| quiet.places(fact));
            let quiet = quiet.map_or(0, |places| *places.start());
            let mut values: Vec<u32> = alone.iter().map(|(place, _)| *place).collect();
            values.sort_by_key(|place| place.abs_diff(quiet));
            (*position, values)
        };
        Self {
            policy,
            proposal: proposal.clone(),
            values: outcomes.iter().map(quiet_first).collect(),
            open: by_load.into_iter().map(|(_, fact)| fact).collect(),
            quiet,
            outcomes,
            deciding: Vec::new(),
            evaluations: 0,
            left: MOST,
            is_exact: true,
        }
    }

    /// What each value of a fact comes to, all others as they are known.
    pub(super) fn alone(&self, fact: Fact) -> &[(u32, Assessment)] {
        self.outcomes.get(&fact.position()).map_or(&[], |[alone, _]| alone)
    }

    /// The facts on which a target hangs, of those that it reads.
    pub(super) fn hanging(&mut self, target: Target, reads: FactSet) -> Hanging {
        let mut hanging = Hanging::default();
        for fact in self.proposal.open_facts().intersection(reads).iter() {
            let hangs =
                if self.seen(target, fact) { Some(true) } else { self.hangs(target, fact, reads, |_| ()) };
            self.is_exact &= hangs.is_some();
            hanging.note(fact, hangs);
        }
        hanging
    }

    /// The facts on which the verdict hangs, given what each warning hangs on: first by each warning, then by all of them
    /// together.
    pub(super) fn verdict_hanging(
        &mut self,
        hanging: &[(Target, Hanging)],
        assessment: &Assessment,
    ) -> Hanging {
        let mut at_brink: BTreeMap<u32, Vec<Proposal>> = BTreeMap::new();
        for (key, facts) in hanging.iter().filter_map(|(target, on)| Some((target.warning()?, on.possible))) {
            let mut deciding = Hanging::default();
            for fact in facts.iter() {
                let decides = self.decides(key, fact, facts, at_brink.entry(fact.position()).or_default());
                self.is_exact &= decides.is_some();
                deciding.note(fact, decides);
            }
            self.deciding.push((key, deciding.possible));
        }
        let relevant = self.relevant(assessment);
        let mut on_verdict = Hanging::default();
        for fact in relevant.iter() {
            let brinks = at_brink.remove(&fact.position()).unwrap_or_default();
            let mut outcomes = brinks.iter().map(|world| outcomes(&self.proposal, world, fact, self.policy));
            let seen = self.seen(Target::Verdict, fact) || outcomes.any(|it| Target::Verdict.differs(&it));
            let hangs = if seen { Some(true) } else { self.hangs(Target::Verdict, fact, relevant, |_| ()) };
            self.is_exact &= hangs.is_some();
            on_verdict.note(fact, hangs);
        }
        on_verdict
    }

    /// Whether it is seen at once that the target hangs on the fact.
    fn seen(&self, target: Target, fact: Fact) -> bool {
        self.outcomes.get(&fact.position()).is_some_and(|both| both.iter().any(|it| target.differs(it)))
    }

    /// Begins to look for something else.
    fn begin(&mut self) {
        self.evaluations = MOST_FOR_ONE.min(self.left);
        self.left -= self.evaluations;
    }

    /// Gives back what was not spent.
    fn end<T>(&mut self, found: T) -> T {
        self.left += core::mem::take(&mut self.evaluations);
        found
    }

    fn evaluate(&mut self) -> Option<Assessment> {
        self.evaluations = self.evaluations.checked_sub(1)?;
        Some(evaluate_under(&self.proposal, self.policy))
    }

    fn values(&self, fact: Fact) -> Vec<u32> {
        self.values.get(&fact.position()).cloned().unwrap_or_default()
    }

    /// What comes of each value of a fact, one after the other, until one ends it or there is no evaluation left.
    fn with_each<T>(&mut self, fact: Fact, mut each: impl FnMut(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.proposal.places(fact)?;
        let mut ended = None;
        for place in self.values(fact) {
            self.proposal.restate([(fact, place..=place)]);
            ended = each(self);
            if ended.is_some() {
                break;
            }
        }
        self.proposal.restate([(fact, before)]);
        ended
    }

    /// Whether the target hangs on the fact; nothing where the evaluations end before that is known. Where it does, `found`
    /// is given the proposal with as much pinned as that took.
    fn hangs(
        &mut self,
        target: Target,
        fact: Fact,
        reads: FactSet,
        mut found: impl FnMut(&Proposal),
    ) -> Option<bool> {
        let pinned = self.pinned(target, fact, reads);
        let settled: FactSet = pinned.iter().map(|(fact, _)| *fact).chain([fact]).collect();
        let before: Vec<_> =
            pinned.iter().filter_map(|(fact, _)| Some((*fact, self.proposal.places(*fact)?))).collect();
        let open = self.open.iter().copied();
        let others: Vec<Fact> = open.filter(|it| reads.contains(*it) && !settled.contains(*it)).collect();
        self.proposal.restate(pinned);
        self.begin();
        let hangs = self.hangs_within(target, fact, &others, &mut found);
        self.proposal.restate(before);
        self.end(hangs)
    }

    /// The same with what is pinned already. The others are those that may still be pinned.
    fn hangs_within(
        &mut self,
        target: Target,
        fact: Fact,
        others: &[Fact],
        found: &mut impl FnMut(&Proposal),
    ) -> Option<bool> {
        let mut first = None;
        let (mut exact, mut out_of_reach) = (true, true);
        let ended = self.with_each(fact, |search| {
            let Some(assessment) = search.evaluate() else { return Some(None) };
            let reading = target.reading(&assessment);
            exact &= reading.value().is_some();
            out_of_reach &= target == Target::Verdict && !search.reaches(fact, &assessment);
            let first = *first.get_or_insert(reading);
            target.differ(first, reading).then(|| {
                found(&search.proposal);
                Some(true)
            })
        });
        match ended {
            Some(proof) => return proof,
            None if exact || out_of_reach => return Some(false),
            None => {}
        }
        let (next, others) = others.split_first()?;
        let mut known = true;
        let hangs = self.with_each(*next, |search| match search.hangs_within(target, fact, others, found) {
            Some(true) => Some(true),
            Some(false) => None,
            None => {
                known = false;
                // Another value may still prove it, if there is anything left to spend.
                (search.evaluations == 0).then_some(false)
            }
        });
        if hangs == Some(true) || known { Some(hangs == Some(true)) } else { None }
    }

    /// Facts that need not be tried with every value, and the one value to try.
    ///
    /// The verdict is the worst of several parts. Where a fact is in other parts than the one that is looked at, and has a
    /// value with which all of these are mildest, nothing is lost by looking at that value alone: whatever stands out
    /// from worse parts stands out from milder ones. So it is with the skills of one leader, of which the worst gap counts.
    fn pinned(&self, target: Target, fact: Fact, reads: FactSet) -> Vec<(Fact, Places)> {
        let structure = self.proposal.proposed();
        let is_part = |key: &WarningKey| match target {
            Target::Warning(it) | Target::Reaching(it, _) => *key == it,
            Target::Verdict => true,
            Target::Benefit(_) => false,
        };
        let parts = WarningKey::all(structure.form()).filter(is_part);
        let parts: Vec<Reads> = parts.map(|key| key.reads(structure, self.policy)).collect();
        let is_skill = |fact: Fact| matches!(fact, Fact::Skill(..));
        let pinned = |other: Fact| {
            let together =
                parts.iter().any(|reads| reads.all().contains(fact) && reads.all().contains(other));
            if together || matches!(target, Target::Benefit(_)) {
                return (is_skill(fact) && is_skill(other)).then_some(true);
            }
            let all = |direction: fn(Reads) -> FactSet| {
                parts.iter().all(|reads| direction(*reads).contains(other) || !reads.all().contains(other))
            };
            if all(Reads::lowering) { Some(true) } else { all(Reads::raising).then_some(false) }
        };
        let others = self.open.iter().filter(|other| reads.contains(**other) && **other != fact);
        let places = others.filter_map(|other| {
            let places = self.proposal.places(*other)?;
            let place = if pinned(*other)? { *places.end() } else { *places.start() };
            Some((*other, place..=place))
        });
        places.collect()
    }

    /// Whether a fact decides if a warning by itself makes the verdict a worse one; nothing where that is not known. Worlds
    /// in which it does, and in which little else is said, are added to `at_brink`.
    fn decides(
        &mut self,
        key: WarningKey,
        fact: Fact,
        reads: FactSet,
        at_brink: &mut Vec<Proposal>,
    ) -> Option<bool> {
        let mut decides = Some(false);
        for &verdict in Verdict::ALL.iter().skip(1) {
            let mut brink = None;
            let found = |pinned: &Proposal| brink = Some(pinned.clone());
            match self.hangs(Target::Reaching(key, verdict), fact, reads, found) {
                Some(false) => {}
                Some(true) => decides = Some(true),
                None => decides = decides.filter(|decides| *decides),
            }
            if let Some(brink) = brink {
                let known = reads.iter().filter_map(|fact| Some((fact, brink.places(fact)?)));
                let known = known.filter(|(_, places)| places.start() == places.end());
                at_brink.push(self.quiet.restated(known));
            }
        }
        decides
    }

    /// Whether a fact may change the verdict: some warning that it decides may be more than the others certainly are.
    fn reaches(&self, fact: Fact, assessment: &Assessment) -> bool {
        let hangs = |key| self.deciding.iter().any(|(it, facts)| *it == key && facts.contains(fact));
        let (mut most, mut least) = (Verdict::LEAST, Verdict::LEAST);
        for warning in assessment.warnings().iter().filter(|it| it.code().counts_towards_verdict()) {
            if hangs(warning.key()) {
                most = most.max(Verdict::of(warning.severity().most()));
            } else {
                least = least.max(Verdict::of(warning.severity().least()));
            }
        }
        most > least
    }

    /// The facts on which the verdict may hang, as far as the proposal is pinned: those of the warnings that are undecided
    /// and may be more than is certain anyway.
    pub(super) fn relevant(&self, assessment: &Assessment) -> FactSet {
        let certain = assessment.verdict().least();
        let relevant = |key: WarningKey| {
            let verdict = assessment.severity(key).rising(Verdict::of);
            verdict.value().is_none() && verdict.most() > certain
        };
        let facts = self.deciding.iter().filter(|(key, _)| relevant(*key)).map(|(_, facts)| *facts);
        facts.fold(FactSet::EMPTY, FactSet::union)
    }

    /// Whether the answers for these facts settle the verdict, whatever they are.
    fn settles(&mut self, asked: FactSet) -> Option<bool> {
        let assessment = self.evaluate()?;
        if assessment.verdict().value().is_some() {
            return Some(true);
        }
        let relevant = self.relevant(&assessment);
        if relevant.is_subset(asked) {
            return Some(true);
        }
        let Some(next) = relevant.intersection(asked).iter().next() else { return Some(false) };
        let unsettled = self.with_each(next, |search| match search.settles(asked.without(next)) {
            Some(true) => None,
            other => Some(other),
        });
        unsettled.unwrap_or(Some(true))
    }

    /// The fewest of the candidates that settle the verdict together with the necessary facts, and whether that is proven.
    pub(super) fn fewest(&mut self, necessary: FactSet, candidates: FactSet) -> (FactSet, bool) {
        let candidates: Vec<Fact> = candidates.difference(necessary).iter().collect();
        self.evaluations = self.left;
        for count in 0..=MOST_ADDED.min(candidates.len()) {
            match self.some_settle(necessary, &candidates, count) {
                Ok(Some(asked)) => return (asked, true),
                Ok(None) => {}
                Err(Spent) => break,
            }
        }
        // One after the other is left out as long as the rest is enough, and as long as that can be seen.
        let mut asked = candidates.iter().fold(necessary, |asked, fact| asked.with(*fact));
        for fact in candidates {
            self.evaluations = MOST_FOR_ONE;
            if self.settles(asked.without(fact)) == Some(true) {
                asked = asked.without(fact);
            }
        }
        (asked, false)
    }

    /// So many of the candidates, added to what is asked for, that settle the verdict, if some do.
    fn some_settle(
        &mut self,
        asked: FactSet,
        candidates: &[Fact],
        count: usize,
    ) -> Result<Option<FactSet>, Spent> {
        if count == 0 {
            return self.settles(asked).map(|settles| settles.then_some(asked)).ok_or(Spent);
        }
        for (position, fact) in candidates.iter().enumerate() {
            let rest = candidates.get(position + 1..).unwrap_or_default();
            if let Some(found) = self.some_settle(asked.with(*fact), rest, count - 1)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}

/// A world in which little is said against the proposal: each fact, one after the other, at the value with which the
/// verdict is best and the warnings are fewest.
fn quiet_world(proposal: &Proposal, policy: &Policy) -> Proposal {
    let mut world = proposal.clone();
    for fact in proposal.open_facts().iter() {
        let unrest = |place: &u32| {
            let assessment = evaluate_under(&world.restated([(fact, *place..=*place)]), policy);
            (assessment.verdict().most(), points(&assessment, policy, Span::most))
        };
        if let Some(quietest) = told_apart(proposal, policy, fact).into_iter().min_by_key(unrest) {
            world.restate([(fact, quietest..=quietest)]);
        }
    }
    world
}

/// How much the loads change from one value of a fact to another.
fn load_hanging_on(answers: &[(u32, Assessment)]) -> u32 {
    let loads =
        answers.iter().map(|(_, assessment)| assessment.loads().iter().map(|it| it.load.most()).sum());
    let (least, most) =
        loads.fold((u32::MAX, 0), |(least, most), load: u32| (least.min(load), most.max(load)));
    most.saturating_sub(least)
}

/// What each value that a fact may have in a proposal comes to, with everything else as in another one.
fn outcomes(proposal: &Proposal, others: &Proposal, fact: Fact, policy: &Policy) -> Outcomes {
    let with = |place: u32| (place, evaluate_under(&others.restated([(fact, place..=place)]), policy));
    told_apart(proposal, policy, fact).into_iter().map(with).collect()
}
