//! What is the least that has to change for a proposal to be acceptable?
//!
//! A *repair* is a set of [amendments](Amendment) after which no chosen warning reaches a severity in any world, and no
//! other warning reaches it that did not before. Those with the fewest changes are returned, the cheapest first by the
//! [policy](crate::policy::RepairNumbers) or by the caller, who may also rule changes out. One with more changes is not
//! returned, even if it is cheaper: to find it, rule out the dear ones.
//!
//! A [`Remedy`](crate::Remedy) makes a warning milder somewhere; a repair keeps every warning below the severity in every
//! world.
//!
//! The search is exhaustive: some change of a repair has to touch each warning that is to be cleared, so it tries, for the
//! warning that the fewest changes touch, each of them, and so on. Whether a change touches a warning is known from the
//! facts that the warning [reads](crate::WarningKey::reads). Where it finds nothing, there is nothing, within the
//! changes that are allowed and up to the number that a policy allows at a time; [`Repairs::standing`] then names the
//! warnings in the way. It is given up after [`MOST`] evaluations, and [`Repairs::is_complete`] says so.
//!
//! # A real case
//! In 2016 Twitter's CTO took over product after several departures, and left within the year. What would have kept it from
//! being inadvisable, whatever was not known?
//!
//! ```standalone_crate
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::repair::{Goal, repair};
//! use cpto::{Draft, Policy, Proposal, Severity};
//!
//! let case: serde_json::Value = serde_json::from_str(include_str!("../../tests/cases/C01-twitter.json"))?;
//! let proposal = serde_json::from_value::<Draft<Proposal>>(case["proposal"].clone())?.build()?;
//! let repairs = repair(&proposal, &Policy::DEFAULT, Goal::below(Severity::Critical));
//! let best = "leave the structure as it is; raise collaboration to defined; \
//!     put an experienced head of engineering below the executive";
//! assert_eq!(repairs.best().unwrap().to_string(), best);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::vec::Vec;

use crate::assessment::{Assessment, SeatLoad, evaluate_under};
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::policy::numbers::Policy;
use crate::rules::catalogue::{Warning, WarningCode, WarningKey, WarningSet};
use crate::situation::load::{Burden, lightening};
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;

pub(crate) mod amendment;

pub use amendment::Amendment;

/// The most evaluations that are spent on one search.
pub const MOST: u32 = 50_000;

/// The most repairs that are returned.
pub const MOST_REPAIRS: usize = 20;

/// What a repair has to achieve.
///
/// ```
/// use cpto::advice::repair::{Goal, repair};
/// use cpto::{Policy, Severity, WarningCode};
///
/// let code = WarningCode::NoSecondLine;
/// let repairs = repair(&code.raised().build()?, &Policy::DEFAULT, Goal::of([code], Severity::High));
/// assert!(repairs.best().is_some());
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Goal {
    /// The warnings that are to be cleared.
    chosen: WarningSet,
    below: Severity,
}

impl Goal {
    /// No warning is to reach this severity in any world.
    ///
    /// ```
    /// use cpto::advice::repair::Goal;
    /// use cpto::{Policy, Severity, WarningCode};
    ///
    /// let proposal = WarningCode::CostBurden.spared().build()?;
    /// let goal = Goal::below(Severity::Critical);
    /// println!("{}", goal.is_reached(&proposal, &proposal, &Policy::DEFAULT));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn below(severity: Severity) -> Self {
        Self::of(WarningCode::ALL.iter().copied().filter(|code| code.counts_towards_verdict()), severity)
    }

    /// These warnings are not to reach this severity in any world. No other one is to reach it that does not now.
    ///
    /// ```
    /// use cpto::advice::repair::{Goal, repair};
    /// use cpto::{Policy, Severity, WarningCode};
    ///
    /// let goal = Goal::of([WarningCode::CostBurden], Severity::High);
    /// let repairs = repair(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT, goal);
    /// assert!(repairs.best().is_some());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn of(codes: impl IntoIterator<Item = WarningCode>, below: Severity) -> Self {
        Self { chosen: codes.into_iter().collect(), below }
    }

    /// The warnings that stand against it, given how it was before.
    fn violated(self, before: &Assessment, now: &Assessment) -> WarningSet {
        let stands = |code: WarningCode| {
            let chosen = self.chosen.contains(code);
            chosen || (code.counts_towards_verdict() && before.worst(code).most() < self.below)
        };
        let severe = now.warnings().iter().filter(|warning| warning.severity().most() >= self.below);
        severe.map(Warning::code).filter(|code| stands(*code)).collect()
    }

    /// Whether it is reached by a proposal that another one was amended to.
    ///
    /// ```
    /// use cpto::advice::repair::Goal;
    /// use cpto::{Policy, Severity, WarningCode};
    ///
    /// let code = WarningCode::CostBurden;
    /// let (before, after) = (code.raised().build()?, code.spared().build()?);
    /// assert!(Goal::of([code], Severity::Low).is_reached(&after, &after, &Policy::DEFAULT));
    /// assert!(!Goal::of([code], Severity::Low).is_reached(&before, &before, &Policy::DEFAULT));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn is_reached(self, before: &Proposal, after: &Proposal, policy: &Policy) -> bool {
        self.violated(&evaluate_under(before, policy), &evaluate_under(after, policy)).is_empty()
    }
}

/// Changes that together reach a goal, none of which can be spared.
///
/// ```
/// use cpto::advice::repair::{Amendment, Goal, repair};
/// use cpto::{Policy, Safeguard, Severity, WarningCode};
///
/// let code = WarningCode::KeyPersonDependency;
/// let repairs = repair(&code.raised().build()?, &Policy::DEFAULT, Goal::of([code], Severity::Low));
/// let best = repairs.best().unwrap();
/// assert_eq!(best.amendments, [Amendment::PutInPlace(Safeguard::SuccessionPlan)]);
/// assert_eq!(best.cost, 2);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repair {
    /// The changes, in the order in which they are to be applied.
    pub amendments: Vec<Amendment>,
    /// What they cost together.
    pub cost: u32,
}

impl Repair {
    /// The proposal with all changes; nothing where they cannot be made in it.
    ///
    /// ```
    /// use cpto::advice::repair::{Goal, repair};
    /// use cpto::{Policy, Severity, WarningCode, evaluate};
    ///
    /// let code = WarningCode::KeyPersonDependency;
    /// let proposal = code.raised().build()?;
    /// let repairs = repair(&proposal, &Policy::DEFAULT, Goal::of([code], Severity::Low));
    /// let repaired = repairs.best().unwrap().apply_to(&proposal).unwrap();
    /// assert!(evaluate(&repaired).warning(code).is_none());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn apply_to(&self, proposal: &Proposal) -> Option<Proposal> {
        self.amendments.iter().try_fold(proposal.clone(), |amended, it| it.apply_to(&amended))
    }
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, amendment) in self.amendments.iter().enumerate() {
            write!(f, "{}{amendment}", if position == 0 { "" } else { "; " })?;
        }
        if self.amendments.is_empty() {
            f.write_str("nothing has to change")?;
        }
        Ok(())
    }
}

/// What a search for repairs found.
///
/// ```
/// use cpto::advice::repair::{Goal, repair};
/// use cpto::{Policy, Severity, WarningCode};
///
/// let fine = WarningCode::CostBurden.spared().build()?;
/// let repairs = repair(&fine, &Policy::DEFAULT, Goal::of([WarningCode::CostBurden], Severity::High));
/// assert_eq!(repairs.best().unwrap().to_string(), "nothing has to change");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repairs {
    found: Vec<Repair>,
    standing: Vec<WarningCode>,
    is_complete: bool,
}

impl Repairs {
    /// The repairs of the fewest changes, those that cost least first; at most [`MOST_REPAIRS`]. Of those that differ in a
    /// level or a share alone, the cheapest.
    ///
    /// ```
    /// use cpto::advice::repair::{Goal, repair};
    /// use cpto::{Policy, Severity, WarningCode};
    ///
    /// let code = WarningCode::KeyPersonDependency;
    /// let found = repair(&code.raised().build()?, &Policy::DEFAULT, Goal::of([code], Severity::Low));
    /// assert!(found.repairs().is_sorted_by_key(|repair| repair.cost));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn repairs(&self) -> &[Repair] {
        &self.found
    }

    /// The best repair, if there is one.
    ///
    /// ```
    /// use cpto::advice::repair::{Goal, repair};
    /// use cpto::{Policy, Severity, WarningCode};
    ///
    /// let code = WarningCode::KeyPersonDependency;
    /// let found = repair(&code.raised().build()?, &Policy::DEFAULT, Goal::of([code], Severity::Low));
    /// assert_eq!(found.best(), found.repairs().first());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn best(&self) -> Option<&Repair> {
        self.found.first()
    }

    /// Where there is no repair, the warnings that stand in the way: those that cannot be cleared by themselves, or all that
    /// cannot be cleared together.
    ///
    /// ```
    /// use cpto::advice::repair::{Goal, repair};
    /// use cpto::{Policy, Severity, WarningCode};
    ///
    /// let code = WarningCode::KeyPersonDependency;
    /// let found = repair(&code.raised().build()?, &Policy::DEFAULT, Goal::of([code], Severity::Low));
    /// assert!(found.standing().is_empty(), "nothing is in the way");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn standing(&self) -> &[WarningCode] {
        &self.standing
    }

    /// Whether the whole space was searched. Else there may be other repairs, and even shorter ones.
    ///
    /// ```
    /// use cpto::advice::repair::{Goal, repair};
    /// use cpto::{Policy, Severity, WarningCode};
    ///
    /// let code = WarningCode::KeyPersonDependency;
    /// let found = repair(&code.raised().build()?, &Policy::DEFAULT, Goal::of([code], Severity::Low));
    /// assert!(found.is_complete());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.is_complete
    }
}

impl fmt::Display for Repairs {
    /// Writes a line for each repair, or what stands in the way.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.found.is_empty() {
            let known = if self.is_complete { "no repair" } else { "no repair was found" };
            let standing: WarningSet = self.standing.iter().copied().collect();
            return writeln!(f, "{known}; in the way: {standing}");
        }
        self.found.iter().try_for_each(|repair| writeln!(f, "{repair} (cost {})", repair.cost))
    }
}

/// Every change that can be made in a proposal, of those that [`repair`] tries.
///
/// ```
/// use cpto::advice::repair::{Amendment, amendments};
/// use cpto::{Policy, Safeguard, WarningCode};
///
/// let all = amendments(&WarningCode::KeyPersonDependency.raised().build()?, &Policy::DEFAULT);
/// assert!(all.contains(&Amendment::PutInPlace(Safeguard::SuccessionPlan)));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn amendments(proposal: &Proposal, policy: &Policy) -> Vec<Amendment> {
    amendment::all(proposal, policy, &[Office::Other])
}

/// The repairs of a proposal, at what the policy says that changes cost. Responsibilities may be handed over to a seat, or
/// to one [other](Office::Other) office.
///
/// ```
/// use cpto::advice::repair::{Goal, repair};
/// use cpto::{Policy, Severity, WarningCode};
///
/// let code = WarningCode::KeyPersonDependency;
/// let repairs = repair(&code.raised().build()?, &Policy::DEFAULT, Goal::of([code], Severity::Low));
/// println!("{}", repairs.best().unwrap());
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn repair(proposal: &Proposal, policy: &Policy, goal: Goal) -> Repairs {
    repair_at(proposal, policy, goal, &[Office::Other], |_, cost| Some(cost))
}

/// The repairs of a proposal at other costs. Each change is given with what it costs by the policy; the answer is what it
/// costs here, or nothing where it is not allowed. Responsibilities may be handed over to these offices.
///
/// ```
/// use cpto::advice::repair::{Amendment, Goal, repair_at};
/// use cpto::{Policy, Proposal, Severity, WarningCode};
///
/// let proposal = WarningCode::KeyPersonDependency.raised().build()?;
/// let goal = Goal::of([WarningCode::KeyPersonDependency], Severity::Low);
/// let no_practices = |it: Amendment, cost| (!matches!(it, Amendment::PutInPlace(_))).then_some(cost);
/// let repairs = repair_at(&proposal, &Policy::DEFAULT, goal, &[], no_practices);
/// assert_eq!(repairs.standing(), [WarningCode::KeyPersonDependency]);
///
/// // What can be done while the structure is as it is proposed?
/// let keeps_it = |it: Amendment, cost| {
///     (!matches!(it, Amendment::KeepStructure | Amendment::Choose(_))).then_some(cost)
/// };
/// let repairs = repair_at(&proposal, &Policy::DEFAULT, goal, &[], keeps_it);
/// assert_eq!(repairs.best().unwrap().to_string(), "write down who takes over and what they would need");
/// # Ok::<(), cpto::Faults>(())
/// ```
pub fn repair_at(
    proposal: &Proposal,
    policy: &Policy,
    goal: Goal,
    offices: &[Office],
    cost: impl Fn(Amendment, u32) -> Option<u32>,
) -> Repairs {
    let mut search = Search {
        policy,
        goal,
        offices,
        cost: &cost,
        before: evaluate_under(proposal, policy),
        evaluations: MOST,
        restructured: Vec::new(),
        found: Vec::new(),
    };
    let most = usize::from(policy.numbers().repair.changes_at_most);
    let is_complete = search.run(proposal, most).is_some();
    let repairs = search.repairs(proposal);
    let mut standing = Vec::new();
    if repairs.is_empty() {
        let violated = goal.violated(&search.before, &search.before);
        let alone = |code: &WarningCode| {
            let goal = Goal::of([*code], goal.below);
            let mut search = Search {
                goal,
                restructured: Vec::new(),
                found: Vec::new(),
                evaluations: MOST / 10,
                before: search.before.clone(),
                ..search
            };
            search.run(proposal, most).is_some() && search.found.is_empty()
        };
        standing = violated.iter().filter(alone).collect();
        if standing.is_empty() {
            standing = violated.iter().collect();
        }
    }
    Repairs { found: repairs, standing, is_complete }
}

/// A change that may be made, and the warnings that it touches.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    amendment: Amendment,
    touches: WarningSet,
}

struct Search<'a, C> {
    policy: &'a Policy,
    goal: Goal,
    offices: &'a [Office],
    cost: &'a C,
    before: Assessment,
    evaluations: u32,
    /// The proposal with each structure that may replace its own.
    restructured: Vec<(Amendment, Proposal)>,
    /// The repairs that were found, of the fewest changes.
    found: Vec<Vec<Amendment>>,
}

/// The warnings that may change where somebody else is accountable for something.
const BY_REMITS: WarningSet = WarningSet::of(&[
    WarningCode::OverloadRisk,
    WarningCode::ContextSwitching,
    WarningCode::OneSidedFocus,
    WarningCode::SegregationOfDuties,
    WarningCode::UnownedResponsibility,
    WarningCode::ContestedResponsibility,
    WarningCode::MisplacedResponsibility,
    WarningCode::AccountabilityWithoutAuthority,
    WarningCode::CommercialDisconnect,
    WarningCode::StrategyMisalignment,
    WarningCode::ChangeWithoutCause,
    WarningCode::TransitionRisk,
]);

/// Those that hang on the load of what a seat holds: with another remit, on other facts.
const BY_LOADS: WarningSet =
    WarningSet::of(&[WarningCode::OverloadRisk, WarningCode::ContextSwitching, WarningCode::OneSidedFocus]);

impl<C: Fn(Amendment, u32) -> Option<u32>> Search<'_, C> {
    /// Whether a change is allowed.
    fn allows(&self, amendment: Amendment, proposal: &Proposal) -> bool {
        (self.cost)(amendment, amendment.cost(proposal, self.policy)).is_some()
    }

    /// Looks for repairs of no change, of one, and so on, and stops where it finds some. Nothing where the evaluations end.
    fn run(&mut self, proposal: &Proposal, most: usize) -> Option<()> {
        // What replaces the structure goes first, as everything else hangs on the structure.
        let structures = amendment::all(proposal, self.policy, &[]).into_iter();
        let structures = structures.filter(|it| it.is_of_structure() && self.allows(*it, proposal));
        self.restructured = structures.filter_map(|it| Some((it, it.apply_to(proposal)?))).collect();
        let replaced = self.restructured.iter().map(|(it, start)| (alloc::vec![*it], start.clone()));
        let starts = [(Vec::new(), proposal.clone())].into_iter().chain(replaced);
        let starts: Vec<_> = starts.map(|(done, start)| (done, self.candidates(&start), start)).collect();
        for count in 0..=most {
            for (done, candidates, start) in &starts {
                let Some(left) = count.checked_sub(done.len()) else { continue };
                self.look(start, candidates, &mut done.clone(), left)?;
            }
            if !self.found.is_empty() {
                break;
            }
        }
        Some(())
    }

    /// The changes that can be made in a proposal and are allowed. Of the levels of a signal that lowers every warning that
    /// reads it, the highest alone: whatever a lower one achieves, it does.
    fn candidates(&self, proposal: &Proposal) -> Vec<Candidate> {
        let keys: Vec<_> = WarningKey::all(proposal.proposed().form())
            .map(|key| (key.code, key.reads(proposal.proposed(), self.policy)))
            .collect();
        // A fact that no load hangs on yet may weigh once something is handed over.
        let weighing = lightening(proposal.organization().applicable());
        let only_lowers = |facts: FactSet| {
            keys.iter()
                .all(|(_, reads)| reads.all().intersection(facts).difference(reads.lowering()).is_empty())
        };
        let all = amendment::all(proposal, self.policy, self.offices);
        let mut candidates: Vec<Candidate> = Vec::new();
        for amendment in all {
            if amendment.is_of_structure() || !self.allows(amendment, proposal) {
                continue;
            }
            let facts = amendment.facts(proposal);
            let touches = if let Amendment::HandOver(..) = amendment {
                BY_REMITS
            } else {
                let read = keys.iter().filter(|(_, reads)| !reads.all().intersection(facts).is_empty());
                let loads = !weighing.intersection(facts).is_empty();
                let touches: WarningSet = read.map(|(code, _)| *code).collect();
                if loads { touches.union(BY_LOADS) } else { touches }
            };
            let candidate = Candidate { amendment, touches };
            let higher = |lower: &Candidate| match (lower.amendment, amendment) {
                (Amendment::Raise(one, _), Amendment::Raise(other, _)) => one == other && only_lowers(facts),
                _ => false,
            };
            match candidates.last_mut().filter(|last| higher(last)) {
                Some(last) => last.amendment = amendment,
                None => candidates.push(candidate),
            }
        }
        candidates
    }

    /// Looks for repairs with so many more changes, of these.
    fn look(
        &mut self,
        proposal: &Proposal,
        candidates: &[Candidate],
        done: &mut Vec<Amendment>,
        left: usize,
    ) -> Option<()> {
        self.evaluations = self.evaluations.checked_sub(1)?;
        let assessment = evaluate_under(proposal, self.policy);
        let violated = self.goal.violated(&self.before, &assessment);
        if violated.is_empty() {
            self.found.push(done.clone());
            return Some(());
        }
        let open = |candidate: &&Candidate| {
            let subject = candidate.amendment.subject();
            done.iter().all(|it| it.subject() != subject)
        };
        let open: Vec<Candidate> = candidates.iter().filter(open).copied().collect();
        let touching = |code: WarningCode| open.iter().filter(move |it| it.touches.contains(code));
        // Warnings no two of which are touched by one change need a change each.
        let mut apart = WarningSet::EMPTY;
        for code in violated.iter() {
            if touching(code).all(|it| it.touches.intersection(apart).is_empty()) {
                apart = apart.with(code);
            }
        }
        let too_heavy = violated.contains(WarningCode::OverloadRisk)
            && self.is_too_heavy(proposal, &assessment, &open, left);
        if apart.len() > left || too_heavy {
            return Some(());
        }
        let hardest = violated.iter().min_by_key(|code| touching(*code).count())?;
        let enough = |it: &&Candidate| left > 1 || violated.is_subset(it.touches);
        let tried: Vec<Candidate> = touching(hardest).filter(enough).copied().collect();
        let mut remaining = open.clone();
        for candidate in tried {
            // What was tried need not be tried again beside the others.
            remaining.retain(|it| it.amendment != candidate.amendment);
            let Some(amended) = candidate.amendment.apply_to(proposal) else { continue };
            done.push(candidate.amendment);
            let looked = self.look(&amended, &remaining, done, left - 1);
            done.pop();
            looked?;
        }
        Some(())
    }

    /// Whether a load stays too much, whatever so many changes are made. Each change takes less from a load that others have
    /// made lighter than it takes by itself, so the heaviest changes by themselves are a bound.
    fn is_too_heavy(
        &self,
        proposal: &Proposal,
        assessment: &Assessment,
        open: &[Candidate],
        left: usize,
    ) -> bool {
        let numbers = self.policy.numbers();
        let rungs = numbers.overload_risk.load_above.iter().filter(|(rung, _)| *rung >= self.goal.below);
        let Some(allowed) = rungs.map(|(_, above)| above).min() else { return false };
        let load_of = |proposal: &Proposal, burden: &Burden, role: Role, without: ResponsibilitySet| {
            let structure = proposal.proposed();
            let load = |seat| burden.load(seat, structure.remit(role).difference(without), &numbers.effort);
            structure.seat(role).map_or(0, |seat| load(seat).total.most())
        };
        let burden = Burden::of(proposal.organization(), &numbers.effort);
        let too_heavy = |seat: &SeatLoad| {
            let now = seat.load.most();
            let lighter = |candidate: &Candidate| {
                let load = match candidate.amendment {
                    Amendment::HandOver(_, holder) if holder == Holder::Seat(seat.role) => now,
                    Amendment::HandOver(it, _) => {
                        load_of(proposal, &burden, seat.role, ResponsibilitySet::of(&[it]))
                    }
                    other => other.apply_to(proposal).map_or(now, |amended| {
                        let burden = Burden::of(amended.organization(), &numbers.effort);
                        load_of(&amended, &burden, seat.role, ResponsibilitySet::EMPTY)
                    }),
                };
                // Loads are rounded up, so that a change may take a point more than it seems.
                now.saturating_sub(load) + 1
            };
            let mut lighter: Vec<u32> = open
                .iter()
                .filter(|it| it.touches.contains(WarningCode::OverloadRisk))
                .map(lighter)
                .collect();
            lighter.sort_unstable_by(|one, other| other.cmp(one));
            now.saturating_sub(lighter.iter().take(left).sum()) > allowed
        };
        assessment.loads().iter().filter(|seat| seat.load.most() > allowed).any(too_heavy)
    }

    /// What was found, each at the lowest levels that are enough, the cheapest first.
    fn repairs(&self, proposal: &Proposal) -> Vec<Repair> {
        let mut repairs: Vec<Repair> = Vec::new();
        for found in &self.found {
            let Some(repair) = self.cheapest(proposal, found) else { continue };
            let subjects = |repair: &Repair| -> Vec<_> {
                let mut subjects: Vec<_> =
                    repair.amendments.iter().map(|it| (it.subject(), holder(*it))).collect();
                subjects.sort_unstable_by_key(|(subject, _)| *subject);
                subjects
            };
            match repairs.iter_mut().find(|it| subjects(it) == subjects(&repair)) {
                Some(same) if repair.cost < same.cost => *same = repair,
                Some(_) => {}
                None => repairs.push(repair),
            }
        }
        repairs.sort_by_key(|repair| repair.cost);
        repairs.truncate(MOST_REPAIRS);
        repairs
    }

    /// The cheapest repair that changes the same: every lower level of each signal is tried, the cheapest first.
    fn cheapest(&self, proposal: &Proposal, found: &[Amendment]) -> Option<Repair> {
        // What one change costs does not hang on the others, but for the structure.
        let start = found.iter().find_map(|it| self.restructured.iter().find(|(known, _)| known == it));
        let start = start.map_or(proposal, |(_, restructured)| restructured);
        let priced = |amendment: Amendment| {
            let of = if amendment.is_of_structure() { proposal } else { start };
            let cost = (self.cost)(amendment, amendment.cost(of, self.policy))?;
            Some((amendment, cost))
        };
        let mut sets: Vec<Repair> = alloc::vec![Repair { amendments: Vec::new(), cost: 0 }];
        for amendment in found {
            let levels: Vec<Amendment> = match *amendment {
                Amendment::Raise(signal, to) => {
                    let levels =
                        crate::vocabulary::signal::Maturity::ALL.iter().filter(|level| **level <= to);
                    levels.map(|level| Amendment::Raise(signal, *level)).collect()
                }
                other => alloc::vec![other],
            };
            let levels: Vec<_> = levels.into_iter().filter_map(priced).collect();
            let with = |(before, (amendment, cost)): (&Repair, &(Amendment, u32))| Repair {
                amendments: before.amendments.iter().copied().chain([*amendment]).collect(),
                cost: before.cost.saturating_add(*cost),
            };
            let pairs = sets.iter().flat_map(|before| levels.iter().map(move |level| (before, level)));
            sets = pairs.map(with).collect();
        }
        sets.sort_by_key(|set| set.cost);
        let reaches = |set: &Repair| {
            let mut others = set.amendments.iter().filter(|it| !it.is_of_structure());
            let amended = others.try_fold(start.clone(), |amended, it| it.apply_to(&amended));
            let violated = |it| self.goal.violated(&self.before, &evaluate_under(&it, self.policy));
            amended.is_some_and(|amended| violated(amended).is_empty())
        };
        sets.into_iter().find(reaches)
    }
}

/// To whom a change hands something over, or whom it lets stay: two such changes are two repairs.
fn holder(amendment: Amendment) -> Option<Amendment> {
    match amendment {
        Amendment::Raise(..) | Amendment::LoosenCoupling(_) | Amendment::BalanceAttention(_) => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests;
