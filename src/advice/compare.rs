//! What gets better or worse from one proposal to another, and which of several proposals is the best?
//!
//! Two assessments are compared warning by warning, and ranges of severity end by end: the least with the least, and the most
//! with the most. For a warning that is given once for each seat, the worst seat counts, so that a pair can be compared with a
//! CPTO.
//!
//! | course | when |
//! | --- | --- |
//! | introduced | none in every world before, more in some world after |
//! | resolved | more than none in some world before, none in every world after |
//! | worsened | neither end is lower, one or both are higher |
//! | eased | neither end is higher, one or both are lower |
//! | unchanged | both ends are the same |
//! | widened | the least is lower and the most is higher: less is known, neither is better |
//! | narrowed | the least is higher and the most is lower: more is known, neither is better |
//!
//! Two *proposals* may differ in the facts and in how much is known of them. Facts of which the second knows more are *learnt*,
//! those of which it knows less are *forgotten*, and all others that differ are *changed*. The course of a warning depends on the
//! facts themselves: both proposals are evaluated with only what both know of the learnt and forgotten facts. If that shows no
//! difference, a warning whose severity differs is *narrowed* by what was learnt or *widened* by what was forgotten, and neither
//! better nor worse.
//!
//! # A real case
//! talabat has a CTO and a CPO. On public information, why is that better than one leader? The warnings that one leader would add
//! weigh more than those that one leader would remove. One leader does remove some, though: "too early for two" and the risks of
//! two people deciding together apply only to a pair. So the pair ranks first but does not dominate.
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::compare::{Course, compare, dominates, rank_alternatives};
//! use cpto::{Form, Policy, Proposal};
//!
//! let proposal: Proposal = toml::from_str(r#"
//!     current = { cto = {}, cpo = {} }
//!     proposed = { cpto = {} }
//!     [organization]
//!     stage = ["scale-up", "enterprise"]
//!     budget = "two-executives"
//!     safeguards = { shared-goals = true, collaboration-forum = true }
//!     [organization.signals]
//!     collaboration = ["quantitatively-managed", "optimizing"]
//!     integration = ["quantitatively-managed", "optimizing"]
//! "#)?;
//! let ranking = rank_alternatives(&proposal, &Policy::DEFAULT);
//! let [pair, one] = &ranking[..] else { panic!("a pair and a CPTO") };
//! assert_eq!([pair, one].map(|it| it.proposal.proposed().form()), [Form::Pair, Form::Combined]);
//! let comparison = compare(&pair.proposal, &one.proposal, &Policy::DEFAULT);
//! let count = |course| comparison.warnings.iter().filter(|it| it.course == course).count();
//! assert_eq!((count(Course::Introduced), count(Course::Worsened), count(Course::Resolved)), (9, 2, 4));
//! assert!(!dominates(&pair.assessment, &one.assessment));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Should a startup of 12 people with a CTO and a CPO who work well together keep both, or have one leader?
//!
//! ```
//! use cpto::advice::compare::{Course, compare, rank_alternatives};
//! use cpto::{Form, Maturity, Organization, Policy, Proposal, Seat, Signal, Stage, Structure, WarningCode};
//!
//! let company = Organization::draft()
//!     .stage(Stage::Startup)
//!     .headcount(12)
//!     .signals(Signal::ALL.iter().copied(), Maturity::Defined);
//! let today = Structure::pair(Seat::draft(), Seat::draft());
//! let proposal =
//!     Proposal::draft().organization(company).current(today).proposed(Structure::combined(Seat::draft())).build()?;
//! let answer = rank_alternatives(&proposal, &Policy::DEFAULT);
//! assert_eq!(answer[0].proposal.proposed().form(), Form::Combined);
//!
//! let of = |form| &answer.iter().find(|it| it.proposal.proposed().form() == form).unwrap().proposal;
//! let [pair, one] = [Form::Pair, Form::Combined].map(of);
//! let comparison = compare(pair, one, &Policy::DEFAULT);
//! let of = |code| comparison.warnings.iter().find(|warning| warning.key.code == code).unwrap().course;
//! assert_eq!(of(WarningCode::PrematureSplit), Course::Resolved);
//! assert_eq!(of(WarningCode::NoCounterpartChallenge), Course::Introduced);
//! # Ok::<(), cpto::Faults>(())
//! ```

use core::cmp::Reverse;
use core::fmt;

use alloc::vec::Vec;

use crate::advice::fact_changes::FactChanges;
use crate::advice::restructure::{conventional_proposal, kept};
use crate::assessment::{Assessment, SeatLoad, evaluate_under};
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::rules::benefit::BenefitCode;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::severity::{Certainty, Severity, Verdict};
use crate::vocabulary::span::Span;

pub(crate) mod course;
mod custom;

pub use course::{Course, WarningCourse, courses};
pub use custom::courses_with;

/// Returns what changes from one proposal to another.
///
/// ```
/// use cpto::advice::compare::{Course, compare};
/// use cpto::{Policy, Severity, WarningCode};
///
/// let code = WarningCode::CostBurden;
/// let (before, after) = (code.raised().build()?, code.example(Severity::None).unwrap().build()?);
/// let comparison = compare(&before, &after, &Policy::DEFAULT);
/// let course = comparison.warnings.iter().find(|it| it.key.code == code).unwrap().course;
/// assert_eq!(course, Course::Resolved);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn compare(before: &Proposal, after: &Proposal, policy: &Policy) -> Comparison {
    let both = [before, after];
    let assessments = both.map(|proposal| evaluate_under(proposal, policy));
    let [was, is] = &assessments;
    let changes = FactChanges::between(before, after);
    let [was_so, is_so] = changes.levelled(before, after).map(|proposal| evaluate_under(&proposal, policy));
    let FactChanges { learnt, forgotten, changed } = changes;
    let only = Course::of_learning(!learnt.is_empty(), !forgotten.is_empty());
    let mut warnings = courses(was, is);
    for it in &mut warnings {
        let so = [&was_so, &is_so].map(|assessment| assessment.severity(it.key));
        it.course = Course::of_knowledge([it.before, it.after], so, only);
    }
    let benefits = BenefitCode::ALL.iter().map(|&code| {
        let [before, after] =
            assessments.map(|assessment| assessment.benefit(code).map(|benefit| benefit.certainty));
        BenefitCourse { code, before, after }
    });
    let holders = Holder::all().filter_map(|holder| {
        let [before, now] = both.map(|proposal| proposal.proposed().held_by(holder));
        let (gained, lost) = (now.difference(before), before.difference(now));
        (!gained.is_empty() || !lost.is_empty()).then_some(RemitChange { holder, gained, lost })
    });
    Comparison {
        warnings,
        learnt,
        forgotten,
        changed,
        benefits: benefits.filter(|it| it.before != it.after).collect(),
        loads: assessments.map(|assessment| assessment.loads().collect()),
        handovers: holders.collect(),
    }
}

/// Returns whether one assessment is at least as good as another in every warning, at both ends, and better in at least one.
///
/// An assessment that dominates is better whatever the warnings weigh. One that does not may still rank first. As in the verdict,
/// `insufficient-evidence` does not count, because it is not about the proposal itself.
#[must_use]
pub fn dominates(one: &Assessment, other: &Assessment) -> bool {
    let counted = || WarningCode::ALL.iter().filter(|code| code.counts_towards_verdict());
    let courses = || counted().map(|&code| Course::of(other.severity(code), one.severity(code)));
    courses().all(|course| course == Course::Unchanged || course.is_better() == Some(true))
        && courses().any(|course| course.is_better() == Some(true))
}

/// The ranking key of an assessment; lower is better.
fn rank_of(assessment: &Assessment, policy: &Policy) -> (Verdict, Verdict, u32, u32, Reverse<usize>) {
    let sum = |end: fn(Span<Severity>) -> Severity| assessment.points(policy, end);
    let certain = assessment.benefits().filter(|it| it.certainty == Certainty::Certain);
    let verdict = assessment.verdict();
    (verdict.most(), verdict.least(), sum(Span::most), sum(Span::least), Reverse(certain.count()))
}

/// A benefit that differs between two proposals: only one has it, or only one has it for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BenefitCourse {
    /// The benefit.
    pub code: BenefitCode,
    /// The certainty of the benefit before; `None` if it was absent.
    pub before: Option<Certainty>,
    /// The certainty of the benefit after; `None` if it is absent.
    pub after: Option<Certainty>,
}

impl BenefitCourse {
    /// Returns whether the benefit is gained, at least in part; otherwise it is lost.
    #[must_use]
    pub fn is_gained(&self) -> bool {
        let rank = |certainty: Option<Certainty>| certainty.map_or(0, |it| it as u8 + 1);
        rank(self.after) > rank(self.before)
    }
}

impl fmt::Display for BenefitCourse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sure = |certainty: Option<Certainty>| certainty.map_or("absent", Certainty::as_str);
        let verb = if self.is_gained() { "gained" } else { "lost" };
        write!(f, "{:#} {verb}: {} -> {}", self.code, sure(self.before), sure(self.after))
    }
}

/// The responsibilities that a seat or an office gains and loses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RemitChange {
    /// The seat or the office.
    pub holder: Holder,
    /// The responsibilities that it holds after but not before.
    pub gained: ResponsibilitySet,
    /// The responsibilities that it held before but not after.
    pub lost: ResponsibilitySet,
}

impl fmt::Display for RemitChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}", self.holder)?;
        for (verb, set) in [("gains", self.gained), ("loses", self.lost)] {
            if !set.is_empty() {
                write!(f, " {verb} {set:#}")?;
            }
        }
        Ok(())
    }
}

/// The changes from one proposal to another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The warnings that either proposal has, in the order of the catalogue.
    pub warnings: Vec<WarningCourse>,
    /// The facts of which more is known, consistent with what was known before.
    pub learnt: FactSet,
    /// The facts of which less is known, consistent with what was known before.
    pub forgotten: FactSet,
    /// The other facts that differ: they may have changed.
    pub changed: FactSet,
    /// The benefits that differ, in the order of the catalogue.
    pub benefits: Vec<BenefitCourse>,
    /// The load of each seat in the first proposal, and in the second.
    pub loads: [Vec<SeatLoad>; 2],
    /// The seats and offices that gain or lose responsibilities.
    pub handovers: Vec<RemitChange>,
}

impl fmt::Display for Comparison {
    /// Writes the differences, one per line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (verb, facts) in
            [("learnt", self.learnt), ("forgotten", self.forgotten), ("changed", self.changed)]
        {
            if !facts.is_empty() {
                writeln!(f, "{verb}: {facts:#}")?;
            }
        }
        for warning in self.warnings.iter().filter(|warning| warning.course != Course::Unchanged) {
            writeln!(f, "{warning}")?;
        }
        for benefit in &self.benefits {
            writeln!(f, "{benefit}")?;
        }
        let [before, after] = &self.loads;
        if before != after {
            let [before, after] = [before, after].map(|loads| {
                let each = loads.iter().map(|SeatLoad { role, load }| alloc::format!("{role:#} {load} %"));
                each.collect::<Vec<_>>().join(", ")
            });
            writeln!(f, "load {before} -> {after}")?;
        }
        for handover in &self.handovers {
            writeln!(f, "{handover}")?;
        }
        Ok(())
    }
}

/// A proposal with its assessment, in a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ranked {
    /// The position at which the proposal was given, counted from 0.
    pub given: usize,
    /// The proposal.
    pub proposal: Proposal,
    /// The assessment of the proposal.
    pub assessment: Assessment,
    /// Whether another proposal [`dominates`] this one. Whatever the warnings weigh, the best one is not dominated.
    pub is_dominated: bool,
}

/// Ranks proposals for the same organisation, the best first.
///
/// The order is a judgement. These criteria count in turn: a milder worse end of the verdict; a milder better end; fewer
/// [points](crate::policy::RankingNumbers) for the most severe that each warning may be; fewer points for the least severe; more
/// certain benefits. Proposals that are equal in all of these keep their given order.
#[must_use]
pub fn rank(proposals: impl IntoIterator<Item = Proposal>, policy: &Policy) -> Vec<Ranked> {
    let assessed = proposals.into_iter().enumerate().map(|(given, proposal)| {
        let assessment = evaluate_under(&proposal, policy);
        Ranked { given, proposal, assessment, is_dominated: false }
    });
    let mut ranked: Vec<Ranked> = assessed.collect();
    ranked.sort_by_cached_key(|it| rank_of(&it.assessment, policy));
    let assessments: Vec<Assessment> = ranked.iter().map(|it| it.assessment).collect();
    for it in &mut ranked {
        it.is_dominated = assessments.iter().any(|other| dominates(other, &it.assessment));
    }
    ranked
}

/// Ranks the alternatives to a proposal, to decide between one leader and two: today's structure, the conventional pair and the
/// conventional CPTO. The proposed structure is not among them; [`rank`] can take it with these.
///
/// The alternatives have no term. They share the organisation, today's structure and the triggers with the proposal, and who
/// stays if they make the same change. In the conventional ones, offices keep the responsibilities of their trade, and all others
/// return to the seats. Skills stay with people: for a person with a seat both today and then, the skills stated for the proposed
/// seat take precedence over those for today's; nothing is known of anybody else. Alternatives with the same holders are listed
/// once, and impossible ones, such as a seat without any responsibility, are left out.
///
/// ```
/// use cpto::advice::compare::rank_alternatives;
/// use cpto::{Form, Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// let ranking = rank_alternatives(&proposal, &Policy::DEFAULT);
/// let has = |form| ranking.iter().any(|it| it.proposal.proposed().form() == form);
/// assert!(has(Form::Pair) && has(Form::Combined));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn rank_alternatives(proposal: &Proposal, policy: &Policy) -> Vec<Ranked> {
    let mut endless = proposal.clone();
    endless.term = None;
    let usual = [Form::Pair, Form::Combined].into_iter();
    let usual = usual.filter_map(|form| conventional_proposal(proposal, form));
    let mut proposals: Vec<Proposal> = Vec::new();
    for other in kept(&endless).into_iter().chain(usual) {
        if !proposals.iter().any(|it| it.proposed().same_holders(other.proposed())) {
            proposals.push(other);
        }
    }
    rank(proposals, policy)
}

#[cfg(test)]
mod tests;
