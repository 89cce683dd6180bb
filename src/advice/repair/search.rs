//! Which few changes reach a goal?

use core::cmp::Reverse;

use alloc::vec::Vec;

use crate::advice::amend;
use crate::advice::repair::custom::{Asked, Looked, Standing};
use crate::advice::repair::goal::{Goal, MOST_REPAIRS, Repair};
use crate::advice::restructure::handed_over_in;
use crate::advice::work::{Spent, Work};
use crate::assessment::Assessment;
use crate::input::faults::Faults;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Packed;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::rules::catalogue::{WarningCode, WarningSet};
use crate::rules::policy::Policy;
use crate::rules::remedy::Remedy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::span::Span;

/// A change that may be made.
#[derive(Debug)]
struct Candidate {
    remedy: Remedy,
    /// What it changes: of the same thing, one change is made at most.
    subject: (&'static str, u32),
    cost: u32,
    /// The facts that it states anew.
    facts: Vec<(Fact, Span<u32>)>,
    /// The warnings that it touches.
    touches: WarningSet,
    /// Whether it touches a rule of one's own.
    touches_others: bool,
    /// How much it takes by itself from the load of each seat.
    lighter: [u32; 2],
}

/// A proposal with one of the structures that may replace its own, or with its own.
struct Start<'a> {
    /// What replaces the structure, and its cost.
    replacing: Option<(Remedy, u32)>,
    proposal: Proposal,
    candidates: Vec<Candidate>,
    work: Work<'a>,
}

/// What is known after some changes.
#[derive(Clone)]
struct Spot {
    packed: Packed,
    /// The structure, once somebody holds something else.
    structure: Option<Structure>,
    incumbent: Option<Incumbent>,
}

/// What some changes come to: what is known then, by the built-in rules, and by those of one's own.
type Reached = (Spot, Assessment, Looked);

/// A search for repairs, with an end.
pub(super) struct Search<'a> {
    goal: Goal,
    most: usize,
    guarded: WarningSet,
    starts: Vec<Start<'a>>,
    left: u32,
    others: Asked<'a>,
    /// Whether there were too many worlds of rules of one's own to look at.
    is_cut: bool,
    /// What was found: where it starts and the candidates.
    found: Vec<(usize, Vec<usize>)>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        proposal: &Proposal,
        policy: &'a Policy,
        goal: Goal,
        limit: Limit,
        cost: &dyn Fn(Remedy, u32) -> Option<u32>,
        others: Asked<'a>,
    ) -> Self {
        let before = Assessment::of(proposal.packed(), policy);
        let priced = |remedy: Remedy, of: &Proposal| Some((remedy, cost(remedy, remedy.cost(of, policy))?));
        let all = |proposal: &Proposal| amend::all(proposal, policy, |office| goal.takes(office));
        let changes = all(proposal);
        let (structures, of_facts): (Vec<Remedy>, Vec<Remedy>) =
            changes.into_iter().partition(|it| it.is_of_structure());
        let own = Start::new(proposal.clone(), None, of_facts, policy, &priced, others);
        let replaced = structures.into_iter().filter_map(|remedy| {
            let replacing = priced(remedy, proposal)?;
            let other = remedy.apply_to(proposal)?;
            let mut changes = all(&other);
            changes.retain(|it| !it.is_of_structure());
            Some(Start::new(other, Some(replacing), changes, policy, &priced, others))
        });
        let starts = core::iter::once(own).chain(replaced).collect();
        Self {
            goal,
            most: policy.numbers().repair.changes_at_most.into(),
            guarded: goal.guarded(&before),
            starts,
            left: limit.evaluations(),
            others,
            is_cut: false,
            found: Vec::new(),
        }
    }

    /// Looks for repairs of no change, of one, and so on, and stops where it finds some. Tells whether it looked at all that there is
    /// to be looked at.
    pub(super) fn run(&mut self) -> bool {
        let mut starts = core::mem::take(&mut self.starts);
        let mut looked = Ok(());
        for count in 0..=self.most {
            for (number, start) in starts.iter_mut().enumerate() {
                let Some(left) = count.checked_sub(usize::from(start.replacing.is_some())) else { continue };
                start.work.left = self.left;
                let open: Vec<usize> = (0..start.candidates.len()).collect();
                let spot = start.spot();
                let mut look = Look { search: self, number, done: Vec::new() };
                looked = looked.and(look.look(start, &spot, &open, left));
                self.left = start.work.left;
            }
            if looked.is_err() || !self.found.is_empty() {
                break;
            }
        }
        self.starts = starts;
        looked.is_ok() && !self.is_cut
    }

    /// What was found, the cheapest first.
    pub(super) fn repairs(&self) -> Vec<Repair> {
        let repairs =
            self.found.iter().filter_map(|(start, done)| Some(self.starts.get(*start)?.repair(done)));
        let mut repairs: Vec<Repair> = repairs.collect();
        repairs.sort_by_key(|repair| repair.cost);
        repairs.truncate(MOST_REPAIRS);
        repairs
    }

    /// Step by step the change that clears the most, from the start where that leads farthest, and what still stands.
    pub(super) fn partial(&mut self) -> (Option<Repair>, Vec<WarningKey>) {
        let (goal, guarded, most, others) = (self.goal, self.guarded, self.most, self.others);
        let mut best: Option<((Standing, u32), Repair, Assessment)> = None;
        for start in &mut self.starts {
            // It has evaluations of its own, since those of the search may be spent.
            start.work.left = start.work.left.max(PARTIAL);
            let Ok((standing, done, assessment)) = start.climb(&goal, guarded, most, others) else {
                continue;
            };
            let plan = start.repair(&done);
            let rank = (standing, plan.cost);
            if best.as_ref().is_none_or(|(other, ..)| rank < *other) {
                best = Some((rank, plan, assessment));
            }
        }
        let Some((_, plan, assessment)) = best else { return (None, Vec::new()) };
        let reached = |(_, severity): &(WarningKey, Span<_>)| severity.most() >= goal.below;
        let standing = assessment.warnings().filter(reached).map(|(key, _)| key);
        let standing = standing.filter(|key| guarded.contains(key.code)).collect();
        ((!plan.remedies.is_empty()).then_some(plan), standing)
    }
}

/// How many evaluations a partial repair may take for each structure.
const PARTIAL: u32 = 5_000;

impl<'a> Start<'a> {
    fn new(
        proposal: Proposal,
        replacing: Option<(Remedy, u32)>,
        changes: Vec<Remedy>,
        policy: &'a Policy,
        priced: &impl Fn(Remedy, &Proposal) -> Option<(Remedy, u32)>,
        others: Asked<'_>,
    ) -> Self {
        let structure = proposal.proposed();
        // A fact that no load depends on yet may weigh once something is handed over.
        let full = handed_over_everything(&proposal);
        let keys: Vec<(WarningCode, FactSet)> = WarningKey::all(structure.form())
            .map(|key| (key.code, key.reads(structure, policy).union(key.reads(&full, policy))))
            .collect();
        let of_holders: WarningSet = WarningCode::ALL
            .iter()
            .copied()
            .filter(|code| (code.rule().is_of_holders)(structure.form()))
            .collect();
        let of_others = others.map(|others| others.reads(structure).union(others.reads(&full)));
        let candidates = changes.into_iter().filter_map(|remedy| {
            let (remedy, cost) = priced(remedy, &proposal)?;
            let facts: Vec<_> = remedy
                .restated(&proposal)
                .into_iter()
                .map(|(fact, places)| (fact, Span { least: *places.start(), most: *places.end() }))
                .collect();
            let stated: FactSet = facts.iter().map(|(fact, _)| *fact).collect();
            let hands_over = matches!(remedy, Remedy::HandOver(..));
            let touches_others =
                of_others.is_some_and(|reads| hands_over || !reads.intersection(stated).is_empty());
            let touches = if hands_over {
                of_holders
            } else {
                keys.iter()
                    .filter(|(_, reads)| !reads.intersection(stated).is_empty())
                    .map(|(code, _)| *code)
                    .collect()
            };
            let is_of_use = touches_others || !touches.is_empty();
            let subject = remedy.subject();
            is_of_use.then_some(Candidate {
                remedy,
                subject,
                cost,
                facts,
                touches,
                touches_others,
                lighter: [0; 2],
            })
        });
        let candidates = candidates.collect();
        let work = Work::new(&proposal, policy, Limit::of(0));
        let mut start = Self { replacing, proposal, candidates, work };
        start.weigh();
        start
    }

    /// Works out how much each change takes from the loads by itself.
    fn weigh(&mut self) {
        let spot = self.spot();
        let loads = |packed: &Packed| {
            let mut loads =
                Assessment::of(&packed.unattended(), self.work.policy).loads().map(|it| it.load.most());
            [loads.next().unwrap_or_default(), loads.next().unwrap_or_default()]
        };
        let [first, second] = loads(&spot.packed);
        let lighter: Vec<[u32; 2]> = (0..self.candidates.len())
            .map(|candidate| {
                let weighs = self
                    .candidates
                    .get(candidate)
                    .is_some_and(|it| it.touches.contains(WarningCode::OverloadRisk));
                let after = self.after(&spot, candidate).filter(|_| weighs).map(|after| loads(&after.packed));
                after.map_or([0; 2], |[one, other]| [first.saturating_sub(one), second.saturating_sub(other)])
            })
            .collect();
        for (candidate, lighter) in self.candidates.iter_mut().zip(lighter) {
            candidate.lighter = lighter;
        }
    }

    fn spot(&self) -> Spot {
        Spot { packed: *self.proposal.packed(), structure: None, incumbent: self.proposal.incumbent() }
    }

    /// What is known after one more change, if it can be made.
    fn after(&self, before: &Spot, candidate: usize) -> Option<Spot> {
        let candidate = self.candidates.get(candidate)?;
        let mut spot = before.clone();
        for (fact, places) in &candidate.facts {
            spot.packed.restate(*fact, *places);
        }
        let proposal = &self.proposal;
        match candidate.remedy {
            Remedy::HandOver(responsibility, holder) => {
                let structure = spot.structure.as_ref().unwrap_or(proposal.proposed());
                let one = ResponsibilitySet::of(&[responsibility]);
                let structure = handed_over_in(proposal.organization(), structure, holder, one)?;
                spot.packed.put_structure(proposal, &structure);
                spot.structure = Some(structure);
            }
            Remedy::LetStay(who) => spot.incumbent = Some(who),
            _ => return Some(spot),
        }
        let structure = spot.structure.as_ref().unwrap_or(proposal.proposed());
        let moves = proposal.moves_to(structure, spot.incumbent).count;
        spot.packed.moves = moves.rising(|moves| u8::try_from(moves).unwrap_or(u8::MAX));
        Some(spot)
    }

    fn repair(&self, done: &[usize]) -> Repair {
        let made = done.iter().filter_map(|it| self.candidates.get(*it)).map(|it| (it.remedy, it.cost));
        let all: Vec<(Remedy, u32)> = self.replacing.into_iter().chain(made).collect();
        let cost = all.iter().fold(0_u32, |sum, (_, cost)| sum.saturating_add(*cost));
        Repair { remedies: all.into_iter().map(|(remedy, _)| remedy).collect(), cost }
    }

    /// Which rules of one's own stand after some changes.
    fn standing(&mut self, others: Asked<'_>, below: Severity, done: &[usize]) -> Result<Looked, Spent> {
        let Some(others) = others else { return Ok(Looked::default()) };
        let made = done.iter().filter_map(|it| self.candidates.get(*it));
        let amended =
            made.map(|it| it.remedy).try_fold(self.proposal.clone(), |amended, it| it.apply_to(&amended));
        let Some(amended) = amended else { return Ok(others.unknown()) };
        let worlds = others.worlds(&amended).saturating_add(HANDING_OVER);
        self.work.left = self.work.left.checked_sub(worlds).ok_or(Spent)?;
        Ok(others.look(&amended, below))
    }

    /// How many warnings stand and how severe they are, the changes that lead there step by step, and what it comes to.
    fn climb(
        &mut self,
        goal: &Goal,
        guarded: WarningSet,
        most: usize,
        others: Asked<'_>,
    ) -> Result<(Standing, Vec<usize>, Assessment), Spent> {
        let standing = |assessment: &Assessment, others: &Looked| -> Standing {
            let violated = goal.violated(guarded, assessment);
            let severity: u32 = violated.iter().map(|code| assessment.worst(code).most() as u32).sum();
            (violated.len() + others.standing.0, severity + others.standing.1)
        };
        let mut spot = self.spot();
        let mut done: Vec<usize> = Vec::new();
        let mut assessment = self.work.evaluate(&spot.packed)?;
        let mut looked = self.standing(others, goal.below, &done)?;
        for _ in usize::from(self.replacing.is_some())..most {
            let violated = goal.violated(guarded, &assessment);
            let mut best: Option<((Standing, u32), usize, Reached)> = None;
            for candidate in 0..self.candidates.len() {
                let Some(it) = self.candidates.get(candidate) else { break };
                let (cost, touches_others) = (it.cost, it.touches_others);
                let helps =
                    touches_others && looked.stands() || !it.touches.intersection(violated).is_empty();
                if !helps || self.is_done(&done, candidate) {
                    continue;
                }
                let Some(after) = self.after(&spot, candidate) else { continue };
                let Ok(found) = self.work.evaluate(&after.packed) else { break };
                let looked_then = if touches_others {
                    let then: Vec<usize> = done.iter().copied().chain([candidate]).collect();
                    let Ok(then) = self.standing(others, goal.below, &then) else { break };
                    then
                } else {
                    looked
                };
                let rank = (standing(&found, &looked_then), cost);
                if rank.0 < standing(&assessment, &looked)
                    && best.as_ref().is_none_or(|(other, ..)| rank < *other)
                {
                    best = Some((rank, candidate, (after, found, looked_then)));
                }
            }
            let Some((_, candidate, reached)) = best else { break };
            done.push(candidate);
            (spot, assessment, looked) = reached;
        }
        Ok((standing(&assessment, &looked), done, assessment))
    }

    /// Whether a change of the same was made already.
    fn is_done(&self, done: &[usize], candidate: usize) -> bool {
        let subject = |it: usize| self.candidates.get(it).map(|it| it.subject);
        done.iter().any(|it| subject(*it) == subject(candidate))
    }
}

/// The structure in which every seat holds everything.
fn handed_over_everything(proposal: &Proposal) -> Structure {
    let mut full = proposal.proposed().clone();
    let applicable = proposal.organization().applicable();
    let seats = [&mut full.cto, &mut full.cpo, &mut full.cpto];
    for seat in seats.into_iter().flatten() {
        seat.stated_remit = Some(applicable.iter().collect());
    }
    // A lone seat that holds everything is refused, and is as good to see what would be read.
    full.settle(proposal.organization(), &crate::input::place::Place::default(), &mut Faults::default());
    full
}

/// How many evaluations somebody else's holding counts for.
const HANDING_OVER: u32 = 4;

/// A look at one start.
struct Look<'s, 'a> {
    search: &'s mut Search<'a>,
    number: usize,
    done: Vec<usize>,
}

impl Look<'_, '_> {
    /// Looks for repairs with so many more changes, of those that are open.
    fn look(&mut self, start: &mut Start<'_>, spot: &Spot, open: &[usize], left: usize) -> Result<(), Spent> {
        let assessment = start.work.evaluate(&spot.packed)?;
        let violated = self.search.goal.violated(self.search.guarded, &assessment);
        if violated.is_empty() {
            // The built-in warnings are cleared first, since they are quicker to look at.
            let looked = start.standing(self.search.others, self.search.goal.below, &self.done)?;
            self.search.is_cut |= looked.is_unknown;
            if !looked.stands() {
                self.note(start);
                return Ok(());
            }
        }
        if left == 0 {
            return Ok(());
        }
        let open: Vec<usize> = open.iter().copied().filter(|it| !start.is_done(&self.done, *it)).collect();
        let touches = |it: usize| start.candidates.get(it).map_or(WarningSet::EMPTY, |it| it.touches);
        let touching = |code: WarningCode| open.iter().copied().filter(move |it| touches(*it).contains(code));
        // Warnings no two of which are touched by one change need a change each.
        let mut apart = WarningSet::EMPTY;
        for code in violated {
            if touching(code).all(|it| touches(it).intersection(apart).is_empty()) {
                apart = apart.with(code);
            }
        }
        let too_heavy = violated.contains(WarningCode::OverloadRisk)
            && self.is_too_heavy(start, &assessment, &open, left);
        if apart.len() > left || too_heavy {
            return Ok(());
        }
        let enough = |it: &usize| left > 1 || violated.is_subset(touches(*it));
        let hardest = violated.iter().min_by_key(|code| touching(*code).count());
        let tried: Vec<usize> = if let Some(hardest) = hardest {
            touching(hardest).filter(enough).collect()
        } else {
            let touches_others = |it: &usize| start.candidates.get(*it).is_some_and(|it| it.touches_others);
            open.iter().copied().filter(touches_others).collect()
        };
        let mut remaining = open.clone();
        for candidate in tried {
            // What was tried need not be tried again beside the others.
            remaining.retain(|it| *it != candidate);
            let Some(after) = start.after(spot, candidate) else { continue };
            if after.structure.is_some() {
                // To hand over takes the time of a few evaluations.
                start.work.left = start.work.left.checked_sub(HANDING_OVER).ok_or(Spent)?;
            }
            self.done.push(candidate);
            let looked = self.look(start, &after, &remaining, left - 1);
            self.done.pop();
            looked?;
        }
        Ok(())
    }

    /// Notes a repair, unless one is known that differs in how far it goes alone, and costs no more.
    fn note(&mut self, start: &Start<'_>) {
        let key = |done: &[usize]| {
            let of =
                |it: &usize| start.candidates.get(*it).map(|it| (it.subject, it.remedy.without_amount()));
            let mut key: Vec<_> = done.iter().filter_map(of).collect();
            key.sort_unstable_by_key(|(subject, _)| *subject);
            key
        };
        let number = self.number;
        let same = |it: &&mut (usize, Vec<usize>)| it.0 == number && key(&it.1) == key(&self.done);
        match self.search.found.iter_mut().find(same) {
            Some((_, done)) if start.repair(&self.done).cost < start.repair(done).cost => {
                done.clone_from(&self.done);
            }
            Some(_) => {}
            None => self.search.found.push((number, self.done.clone())),
        }
    }

    /// Whether a load stays too much, whatever so many changes are made. Each change takes less from a load that others have
    /// made lighter than it takes by itself, so the heaviest changes by themselves are a bound, unless the seat was given
    /// something on the way.
    fn is_too_heavy(&self, start: &Start<'_>, assessment: &Assessment, open: &[usize], left: usize) -> bool {
        let numbers = start.work.policy.numbers();
        let goal = self.search.goal;
        let rungs = numbers.overload_risk.load_above.iter().filter(|(rung, _)| *rung >= goal.below);
        let Some(allowed) = rungs.map(|(_, above)| above).min() else { return false };
        let candidates = |of: &[usize]| -> Vec<&Candidate> {
            of.iter().filter_map(|it| start.candidates.get(*it)).collect()
        };
        let made = candidates(&self.done);
        assessment.loads().enumerate().filter(|(_, seat)| seat.load.most() > allowed).any(|(place, seat)| {
            let given = |it: &&Candidate| matches!(it.remedy, Remedy::HandOver(_, Holder::Seat(role)) if role == seat.role);
            if made.iter().any(given) {
                return false;
            }
            // Loads are rounded up, so that a change may take a point more than it seems.
            let lighter = |it: &Candidate| it.lighter.get(place).map_or(0, |points| points + 1);
            let mut lighter: Vec<u32> = candidates(open).into_iter().map(lighter).collect();
            lighter.sort_unstable_by_key(|points| Reverse(*points));
            seat.load.most().saturating_sub(lighter.iter().take(left).sum()) > allowed
        })
    }
}
