//! What gets better and what gets worse, and which of several proposals is the best?
//!
//! Two assessments are compared warning by warning, end by end: of each range of severity, the least with the least and
//! the most with the most. Of a warning that is given once for each seat, the worst seat counts, so that a pair can be
//! compared with a CPTO.
//!
//! | course | when |
//! | --- | --- |
//! | introduced | it was none in every world, and is more in some |
//! | resolved | it was more than none in some world, and is none in every one |
//! | worsened | both ends are at least what they were, and one is more |
//! | eased | both ends are at most what they were, and one is less |
//! | unchanged | both ends are what they were |
//! | widened | the least is less and the most is more: less is known, neither is better |
//! | narrowed | the least is more and the most is less: more is known, neither is better |
//!
//! Two *proposals* may differ in what is so and in what is known of it. Facts of which the second knows more are *learnt*, those of
//! which it knows less *forgotten*, and all others that differ are *changed*. The course of a warning is that of what is so: both
//! proposals are taken with what both know of the facts that were learnt or forgotten. Where that makes no difference, a
//! warning whose severity differs is *narrowed* by what was learnt or *widened* by what was forgotten, and neither better nor
//! worse.
//!
//! # A real case
//! talabat has a CTO and a CPO. Why is that better than one leader, as far as is public? What one leader would add weighs more
//! than what it would take away. It does take something away, though: "too early for two" and the risks of two who decide
//! together are warnings of a pair alone, so that the pair ranks first and does not dominate.
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::compare::{Course, compare, dominates, one_leader_or_two};
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
//! let ranking = one_leader_or_two(&proposal, &Policy::DEFAULT);
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
//! Should a startup of 12 people that has a CTO and a CPO, who work well together, go on so, or have one leader?
//!
//! ```
//! use cpto::advice::compare::{Course, compare, one_leader_or_two};
//! use cpto::{Form, Maturity, Organization, Policy, Proposal, Seat, Signal, Stage, Structure, WarningCode};
//!
//! let company = Organization::draft()
//!     .stage(Stage::Startup)
//!     .headcount(12)
//!     .signals(Signal::ALL.iter().copied(), Maturity::Defined);
//! let today = Structure::pair(Seat::draft(), Seat::draft());
//! let proposal =
//!     Proposal::draft().organization(company).current(today).proposed(Structure::combined(Seat::draft())).build()?;
//! let answer = one_leader_or_two(&proposal, &Policy::DEFAULT);
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

use crate::advice::compare::course::severity;
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
pub use custom::custom_courses;

/// What changes from one proposal to another.
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
        let so = [&was_so, &is_so].map(|assessment| severity(assessment, it.key));
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
        (!gained.is_empty() || !lost.is_empty()).then_some(Handover { holder, gained, lost })
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

/// Whether one assessment is at least as good as another in every warning, at both ends, and better in one.
///
/// What dominates is better whatever the warnings weigh. What does not may still rank before. As in the verdict,
/// `insufficient-evidence` does not count: it does not speak about the proposal.
#[must_use]
pub fn dominates(one: &Assessment, other: &Assessment) -> bool {
    let counted = || WarningCode::ALL.iter().filter(|code| code.counts_towards_verdict());
    let courses = || counted().map(|&code| Course::of(other.worst(code), one.worst(code)));
    courses().all(|course| course == Course::Unchanged || course.is_better() == Some(true))
        && courses().any(|course| course.is_better() == Some(true))
}

/// What an assessment is ranked by: less is better.
fn rank_of(assessment: &Assessment, policy: &Policy) -> (Verdict, Verdict, u32, u32, Reverse<usize>) {
    let sum = |end: fn(Span<Severity>) -> Severity| assessment.points(policy, end);
    let certain = assessment.benefits().filter(|it| it.certainty == Certainty::Certain);
    let verdict = assessment.verdict();
    (verdict.most(), verdict.least(), sum(Span::most), sum(Span::least), Reverse(certain.count()))
}

/// A benefit that one of two proposals has, or has for certain, and the other has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BenefitCourse {
    /// The benefit.
    pub code: BenefitCode,
    /// How sure it was; nothing where it was not there.
    pub before: Option<Certainty>,
    /// How sure it is; nothing where it is not there.
    pub after: Option<Certainty>,
}

impl BenefitCourse {
    /// Whether it is gained, in part at least; else it is lost.
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

/// What a seat or an office gains and loses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Handover {
    /// Who it is.
    pub holder: Holder,
    /// What they hold now and did not before.
    pub gained: ResponsibilitySet,
    /// What they held before and do not now.
    pub lost: ResponsibilitySet,
}

impl fmt::Display for Handover {
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

/// What changes from one proposal to another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The warnings that either of the two has, in the order of the catalogue.
    pub warnings: Vec<WarningCourse>,
    /// The facts of which more is known, and which are as they may have been.
    pub learnt: FactSet,
    /// The facts of which less is known, and which may be as they were.
    pub forgotten: FactSet,
    /// The facts that may not be as they were.
    pub changed: FactSet,
    /// The benefits that differ, in the order of the catalogue.
    pub benefits: Vec<BenefitCourse>,
    /// What the seats of the first proposal take of their leaders, and those of the second.
    pub loads: [Vec<SeatLoad>; 2],
    /// Who gains and loses which responsibilities.
    pub handovers: Vec<Handover>,
}

impl fmt::Display for Comparison {
    /// Writes what differs, a line each.
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

/// A proposal in its place among others, with what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ranked {
    /// The place at which the proposal was given, counted from 0.
    pub given: usize,
    /// The proposal.
    pub proposal: Proposal,
    /// What it comes to.
    pub assessment: Assessment,
    /// Whether another one [`dominates`] it. Whatever the warnings weigh, the best is among those that
    /// none dominates.
    pub is_dominated: bool,
}

/// Ranks proposals for the same organisation, the best first.
///
/// The order is a judgement. Better is, one after the other: the milder worse end of the verdict; its milder better end;
/// fewer [points](crate::policy::RankingNumbers) for the most severe that each warning may be; fewer points for the
/// least; more benefits that are certain. What is equal in all of these stays in the order in which it was given.
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

/// One leader or two? What a proposal is compared with, ranked: the structure of today, the conventional pair and the conventional
/// CPTO. The proposed structure itself is not among them; [`rank`] takes it beside these.
///
/// They have no term. They have the organisation, the structure of today and the triggers in common with the proposal, and who stays, where they are
/// the same change. Offices keep what is of their trade, and everything else returns to the seats. Skills stay with people: of
/// whoever has a seat today and would have one then, what is stated of a proposed seat goes before what is stated of today's; of anybody else nothing
/// is known. What has the same holders is given once, and what cannot be, such as a seat without any responsibility, is left out.
///
/// ```
/// use cpto::advice::compare::one_leader_or_two;
/// use cpto::{Form, Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// let ranking = one_leader_or_two(&proposal, &Policy::DEFAULT);
/// let has = |form| ranking.iter().any(|it| it.proposal.proposed().form() == form);
/// assert!(has(Form::Pair) && has(Form::Combined));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn one_leader_or_two(proposal: &Proposal, policy: &Policy) -> Vec<Ranked> {
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
