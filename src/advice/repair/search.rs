//! What are the fewest changes that reach a goal?

use core::cmp::Reverse;

use alloc::vec::Vec;

use crate::advice::amend;
use crate::advice::repair::custom::{Asked, Looked};
use crate::advice::repair::goal::{Goal, MOST_REPAIRS, Repair};
use crate::advice::restructure::handed_over_in;
use crate::advice::work::{Spent, Work};
use crate::assessment::Assessment;
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
use crate::vocabulary::span::Span;

/// A change that can be made.
#[derive(Debug)]
struct Candidate {
    remedy: Remedy,
    cost: u32,
    /// The facts that it restates.
    facts: Vec<(Fact, Span<u32>)>,
    /// The warnings that it touches.
    touches: WarningSet,
    /// Whether it touches a custom rule.
    touches_others: bool,
    /// How much it takes from the load of each seat if it is made alone.
    lighter: [u32; 2],
}

impl Candidate {
    /// Whether a change of the same subject was already made: each subject is changed at most once.
    fn is_done(&self, done: &[&Self]) -> bool {
        done.iter().any(|it| it.remedy.subject() == self.remedy.subject())
    }
}

/// A proposal with its own structure, or with one that may replace it.
pub(super) struct Start {
    /// The change that replaces the structure, and its cost.
    replacing: Option<(Remedy, u32)>,
    proposal: Proposal,
    candidates: Vec<Candidate>,
}

/// The facts after some changes.
#[derive(Clone)]
struct Spot {
    packed: Packed,
    /// The structure, once a responsibility has changed hands.
    structure: Option<Structure>,
    incumbent: Option<Incumbent>,
}

impl Spot {
    fn of(proposal: &Proposal) -> Self {
        Self { packed: *proposal.packed(), structure: None, incumbent: proposal.incumbent() }
    }

    /// Returns the facts after one more change of the proposal, if it can be made.
    fn after(&self, proposal: &Proposal, candidate: &Candidate) -> Option<Self> {
        let mut spot = self.clone();
        for (fact, places) in &candidate.facts {
            spot.packed.restate(*fact, *places);
        }
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
}

/// The number of warnings that stand, and the sum of their severities.
type Standing = (usize, u32);

/// The result of some changes: the facts, the assessment, and the custom rules in the way.
struct Reached<'s, 'a> {
    spot: Spot,
    assessment: Assessment,
    looked: Looked<'a>,
    standing: Standing,
    done: Vec<&'s Candidate>,
}

impl Reached<'_, '_> {
    /// The ranking key: fewer and milder standing warnings are better, and then a lower cost.
    fn rank(&self) -> (Standing, u32) {
        (self.standing, self.done.iter().fold(0, |sum, change| sum.saturating_add(change.cost)))
    }
}

/// A search for repairs within a limit.
pub(super) struct Search<'a> {
    work: Work<'a>,
    goal: Goal,
    most: usize,
    guarded: WarningSet,
    others: Asked<'a>,
    /// Whether custom rules had too many worlds to evaluate.
    is_cut: bool,
    found: Vec<Repair>,
}

/// The number of evaluations that a handover counts for.
const HANDING_OVER: u32 = 4;

impl<'a> Search<'a> {
    pub(super) fn new(
        proposal: &Proposal,
        policy: &'a Policy,
        goal: Goal,
        limit: Limit,
        cost: &dyn Fn(Remedy, u32) -> Option<u32>,
        others: Asked<'a>,
    ) -> (Self, Vec<Start>) {
        let before = Assessment::of(proposal.packed(), policy);
        let priced = |remedy: Remedy, of: &Proposal| Some((remedy, cost(remedy, remedy.cost(of, policy))?));
        let all = |proposal: &Proposal| amend::all(proposal, policy, &|office| goal.takes(office));
        let (structures, of_facts): (Vec<Remedy>, Vec<Remedy>) =
            all(proposal).into_iter().partition(|it| it.is_of_structure());
        let own = Start::new(proposal.clone(), None, of_facts, policy, &priced, others);
        let replaced = structures.into_iter().filter_map(|remedy| {
            let replacing = priced(remedy, proposal)?;
            let other = remedy.apply_to(proposal)?;
            let mut changes = all(&other);
            changes.retain(|it| !it.is_of_structure());
            Some(Start::new(other, Some(replacing), changes, policy, &priced, others))
        });
        let starts = core::iter::once(own).chain(replaced).collect();
        let search = Self {
            work: Work::new(proposal, policy, limit),
            goal,
            most: policy.numbers().repair.changes_at_most.into(),
            guarded: goal.guarded(&before),
            others,
            is_cut: false,
            found: Vec::new(),
        };
        (search, starts)
    }

    /// Looks for repairs of no change, of one change, and so on, and stops once it finds some. Returns whether the search was
    /// complete.
    pub(super) fn run(&mut self, starts: &[Start]) -> bool {
        let mut looked = Ok(());
        // A quarter of the evaluations is kept for a partial repair.
        let kept = self.work.left / 4;
        self.work.left -= kept;
        for count in 0..=self.most {
            for start in starts {
                let Some(left) = count.checked_sub(start.replacing.iter().len()) else { continue };
                let open: Vec<&Candidate> = start.candidates.iter().collect();
                looked =
                    looked.and(self.look(start, &Spot::of(&start.proposal), &mut Vec::new(), &open, left));
            }
            if looked.is_err() || !self.found.is_empty() {
                break;
            }
        }
        self.work.left += kept;
        looked.is_ok() && !self.is_cut
    }

    pub(super) fn repairs(&mut self) -> Vec<Repair> {
        let mut repairs = core::mem::take(&mut self.found);
        repairs.sort_by_key(|repair| repair.cost);
        repairs.truncate(MOST_REPAIRS);
        repairs
    }

    /// Returns the partial repair from the start where it leads farthest, and the warnings that still stand.
    pub(super) fn partial(&mut self, starts: &[Start]) -> (Option<Repair>, Vec<WarningKey>) {
        let climbed = starts.iter().zip((1..=starts.len()).rev()).filter_map(|(start, others)| {
            // Each start has a share of the evaluations that are left.
            let share = self.work.left / u32::try_from(others).unwrap_or(u32::MAX);
            let rest = self.work.left - share;
            self.work.left = share;
            let climbed = self.climb(start);
            self.work.left += rest;
            let Reached { standing, assessment, done, .. } = climbed.ok()?;
            Some((standing, start.repair(&done), assessment))
        });
        let best = climbed.min_by_key(|(standing, plan, _)| (*standing, plan.cost));
        let now = starts.first().map(|start| Assessment::of(start.proposal.packed(), self.work.policy));
        let (plan, reached) = best.map_or((None, now), |(_, plan, then)| (Some(plan), Some(then)));
        let standing = reached.into_iter().flat_map(|it| self.goal.standing(self.guarded, &it));
        (plan.filter(|plan| !plan.remedies.is_empty()), standing.map(|(key, _)| key).collect())
    }

    /// From a start, repeatedly makes the change after which the least stands, or two changes where no single one helps.
    fn climb<'s>(&mut self, start: &'s Start) -> Result<Reached<'s, 'a>, Spent> {
        let mut reached = self.reach(start, Spot::of(&start.proposal), &[], None)?;
        let most = self.most - start.replacing.iter().len();
        while reached.done.len() < most {
            let left = most - reached.done.len();
            let violated = self.goal.violated(self.guarded, &reached.assessment);
            let helps = |it: &&Candidate| {
                it.touches_others && !reached.looked.standing.is_empty()
                    || !it.touches.intersection(violated).is_empty()
            };
            let open: Vec<&Candidate> = start.candidates.iter().filter(helps).collect();
            let farther = (1..=left.min(2)).find_map(|changes| {
                let (mut done, mut best) = (reached.done.clone(), None);
                let at = (&reached, &reached.spot);
                // A result that was found before the evaluations ran out still counts.
                let _ = self.farther(start, at, &open, &mut done, changes, &mut best);
                best
            });
            let Some(farther) = farther else { break };
            reached = farther;
        }
        Ok(reached)
    }

    /// Looks for the given number of additional open changes after which the least stands.
    fn farther<'s>(
        &mut self,
        start: &'s Start,
        (from, spot): (&Reached<'s, 'a>, &Spot),
        mut open: &[&'s Candidate],
        done: &mut Vec<&'s Candidate>,
        changes: usize,
        best: &mut Option<Reached<'s, 'a>>,
    ) -> Result<(), Spent> {
        while let [candidate, others @ ..] = open {
            open = others;
            if candidate.is_done(done) {
                continue;
            }
            let Some(after) = spot.after(&start.proposal, candidate) else { continue };
            done.push(candidate);
            let found = if changes > 1 {
                self.farther(start, (from, &after), others, done, changes - 1, best)
            } else {
                self.reach(start, after, done, Some(from)).map(|found| {
                    let less = found.standing < from.standing;
                    if less && best.as_ref().is_none_or(|best| found.rank() < best.rank()) {
                        *best = Some(found);
                    }
                })
            };
            done.pop();
            found?;
        }
        Ok(())
    }

    /// Evaluates some changes, given the result of the first of them.
    fn reach<'s>(
        &mut self,
        start: &Start,
        spot: Spot,
        done: &[&'s Candidate],
        before: Option<&Reached<'s, 'a>>,
    ) -> Result<Reached<'s, 'a>, Spent> {
        let assessment = self.work.evaluate(&spot.packed)?;
        let same = before.filter(|it| !done.iter().skip(it.done.len()).any(|change| change.touches_others));
        let looked = match same {
            Some(before) => before.looked.clone(),
            None => self.standing(start, done)?,
        };
        let built_in = self.goal.standing(self.guarded, &assessment).map(|(_, severity)| severity.most());
        let severities = built_in.chain(looked.standing.iter().map(|(_, severity)| *severity));
        let standing = severities.fold((0, 0), |(count, sum), severity| (count + 1, sum + severity as u32));
        Ok(Reached { spot, assessment, looked, standing, done: done.to_vec() })
    }

    /// Returns the custom rules that stand in the way after some changes.
    fn standing(&mut self, start: &Start, done: &[&Candidate]) -> Result<Looked<'a>, Spent> {
        let Some(others) = self.others else { return Ok(Looked::default()) };
        let amended =
            done.iter().try_fold(start.proposal.clone(), |amended, it| it.remedy.apply_to(&amended));
        if let Some(amended) = &amended {
            let worlds = others.worlds(amended).saturating_add(HANDING_OVER);
            self.work.spend(worlds)?;
        }
        Ok(others.look(amended.as_ref(), self.goal.below))
    }

    /// Looks for repairs with up to `left` additional open changes.
    fn look<'s>(
        &mut self,
        start: &Start,
        spot: &Spot,
        done: &mut Vec<&'s Candidate>,
        open: &[&'s Candidate],
        left: usize,
    ) -> Result<(), Spent> {
        let assessment = self.work.evaluate(&spot.packed)?;
        let violated = self.goal.violated(self.guarded, &assessment);
        if violated.is_empty() {
            // The built-in warnings are cleared first, because they are quicker to evaluate.
            let looked = self.standing(start, done)?;
            self.is_cut |= looked.is_unknown;
            if looked.standing.is_empty() {
                self.note(start.repair(done));
                return Ok(());
            }
        }
        if left == 0 {
            return Ok(());
        }
        let mut open: Vec<&Candidate> = open.iter().copied().filter(|it| !it.is_done(done)).collect();
        let touching = |code: WarningCode| open.iter().copied().filter(move |it| it.touches.contains(code));
        // Warnings of which no two share a change need a change each.
        let mut apart = WarningSet::EMPTY;
        for code in violated {
            if touching(code).all(|it| it.touches.intersection(apart).is_empty()) {
                apart = apart.with(code);
            }
        }
        let too_heavy =
            violated.contains(WarningCode::OverloadRisk) && self.is_too_heavy(&assessment, done, &open, left);
        if apart.len() > left || too_heavy {
            return Ok(());
        }
        let hardest = violated.iter().min_by_key(|code| touching(*code).count());
        let tried: Vec<&Candidate> = if let Some(hardest) = hardest {
            touching(hardest).filter(|it| left > 1 || violated.is_subset(it.touches)).collect()
        } else {
            open.iter().copied().filter(|it| it.touches_others).collect()
        };
        for candidate in tried {
            // A change that was tried need not be tried again together with the others.
            open.retain(|it| !core::ptr::eq(*it, candidate));
            let Some(after) = spot.after(&start.proposal, candidate) else { continue };
            if after.structure.is_some() {
                // A handover takes the time of a few evaluations.
                self.work.spend(HANDING_OVER)?;
            }
            done.push(candidate);
            let looked = self.look(start, &after, done, &open, left - 1);
            done.pop();
            looked?;
        }
        Ok(())
    }

    /// Records a repair, unless a known one differs only in its amounts and costs no more.
    fn note(&mut self, repair: Repair) {
        let has = |it: &Repair, one: &Remedy| {
            it.remedies.iter().any(|other| other.without_amount() == one.without_amount())
        };
        let is_same = |it: &&mut Repair| {
            it.remedies.len() == repair.remedies.len() && repair.remedies.iter().all(|one| has(it, one))
        };
        match self.found.iter_mut().find(is_same) {
            Some(known) if repair.cost < known.cost => *known = repair,
            Some(_) => {}
            None => self.found.push(repair),
        }
    }

    /// Whether a load stays too heavy whichever `left` changes are made. A change takes no more from a load that others have
    /// reduced than it takes alone. So the largest single reductions are a bound, unless the seat was given something.
    fn is_too_heavy(
        &self,
        assessment: &Assessment,
        done: &[&Candidate],
        open: &[&Candidate],
        left: usize,
    ) -> bool {
        let load_above = &self.work.policy.numbers().overload_risk.load_above;
        let rungs = load_above.iter().filter(|(rung, _)| *rung >= self.goal.below);
        let Some(allowed) = rungs.map(|(_, above)| above).min() else { return false };
        assessment.loads().enumerate().filter(|(_, seat)| seat.load.most() > allowed).any(|(place, seat)| {
            let given = |it: &&Candidate| matches!(it.remedy, Remedy::HandOver(_, Holder::Seat(role)) if role == seat.role);
            if done.iter().any(given) {
                return false;
            }
            // Loads are rounded up, so a change may take one point more than it appears to.
            let lighter = open.iter().map(|it| it.lighter.get(place).map_or(0, |points| points + 1));
            let mut lighter: Vec<u32> = lighter.collect();
            lighter.sort_unstable_by_key(|points| Reverse(*points));
            seat.load.most().saturating_sub(lighter.iter().take(left).sum()) > allowed
        })
    }
}

impl Start {
    fn new(
        proposal: Proposal,
        replacing: Option<(Remedy, u32)>,
        changes: Vec<Remedy>,
        policy: &Policy,
        priced: &impl Fn(Remedy, &Proposal) -> Option<(Remedy, u32)>,
        others: Asked<'_>,
    ) -> Self {
        let structure = proposal.proposed();
        // A fact that affects no load yet may do so after a handover.
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
        let spot = Spot::of(&proposal);
        let loads = |packed: &Packed| {
            let mut loads = Assessment::of(&packed.unattended(), policy).loads().map(|it| it.load.most());
            [(); 2].map(|()| loads.next().unwrap_or_default())
        };
        let [first, second] = loads(&spot.packed);
        let candidates = changes.into_iter().filter_map(|remedy| {
            let (remedy, cost) = priced(remedy, &proposal)?;
            let facts: Vec<_> = remedy
                .restated(&proposal)
                .into_iter()
                .map(|(fact, places)| (fact, Span { least: *places.start(), most: *places.end() }))
                .collect();
            let stated: FactSet = facts.iter().map(|(fact, _)| *fact).collect();
            let reads_it = |reads: FactSet| !reads.intersection(stated).is_empty();
            let hands_over = matches!(remedy, Remedy::HandOver(..));
            let touches_others = of_others.is_some_and(|reads| hands_over || reads_it(reads));
            let touches = if hands_over {
                of_holders
            } else {
                keys.iter().filter(|(_, reads)| reads_it(*reads)).map(|(code, _)| *code).collect()
            };
            let mut candidate = Candidate { remedy, cost, facts, touches, touches_others, lighter: [0; 2] };
            if touches.contains(WarningCode::OverloadRisk) {
                if let Some(after) = spot.after(&proposal, &candidate) {
                    let [one, other] = loads(&after.packed);
                    candidate.lighter = [first.saturating_sub(one), second.saturating_sub(other)];
                }
            }
            (touches_others || !touches.is_empty()).then_some(candidate)
        });
        Self { replacing, candidates: candidates.collect(), proposal }
    }

    fn repair(&self, done: &[&Candidate]) -> Repair {
        let made = done.iter().map(|it| (it.remedy, it.cost));
        let all: Vec<(Remedy, u32)> = self.replacing.into_iter().chain(made).collect();
        let cost = all.iter().fold(0_u32, |sum, (_, cost)| sum.saturating_add(*cost));
        Repair { remedies: all.into_iter().map(|(remedy, _)| remedy).collect(), cost }
    }
}

/// The structure in which every seat holds everything.
fn handed_over_everything(proposal: &Proposal) -> Structure {
    let mut full = proposal.proposed().clone();
    let applicable = proposal.organization().applicable();
    for seat in full.seats.iter_mut().flatten() {
        seat.stated_remit = Some(applicable.iter().collect());
    }
    // A lone seat that holds everything is not valid, but it still shows which facts would be read.
    full.settle(applicable, &mut |_, _| {});
    full
}
