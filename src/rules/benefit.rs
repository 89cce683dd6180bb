//! What speaks for a proposal?

use core::fmt;

use crate::model::fact::{Fact, FactSet};
use crate::model::structure::Structure;
use crate::policy::numbers::Policy;
use crate::rules::catalogue::{WarningCode, WarningKey};
use crate::situation::view::Situation;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Certainty, Severity};
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::vocabulary;

/// What is known of a [`BenefitCode`].
#[derive(Debug)]
struct Row {
    holds: fn(&Situation<'_>) -> Span<bool>,
    reads: fn(&Structure, &Policy) -> FactSet,
    phrase: &'static str,
    citations: &'static [Citation],
}

const fn row(
    holds: fn(&Situation<'_>) -> Span<bool>,
    reads: fn(&Structure, &Policy) -> FactSet,
    phrase: &'static str,
    citations: &'static [Citation],
) -> Row {
    Row { holds, reads, phrase, citations }
}

/// The facts of a benefit that reads the same ones in every structure.
macro_rules! facts {
    ($($fact:expr),*) => {
        |_, _| const { FactSet::of(&[$($fact),*]) }
    };
}

use Source::{Continuity, Divergent, SecondLineCost, Wills};

vocabulary! {
    growing
    /// The name of a benefit, stable and written in kebab-case in documents.
    ///
    /// ```
    /// use cpto::BenefitCode;
    ///
    /// assert_eq!(BenefitCode::Continuity.phrase(), "if one of the two leaves, the other is there");
    /// ```
    pub enum BenefitCode as "benefit" {
        /// One person decides across both fields; of every CPTO. \[W\]
        SimplerDecisions => row(combined, facts!(), "one person decides across both fields", const { &[cite(Wills, "a single point of contact simplifies decisions")] }),
        /// Everybody knows whom to ask; of every CPTO. \[W\]
        SinglePointOfContact => row(combined, facts!(), "there is one point of contact for product and technology", const { &[cite(Wills, "one point of contact for research and development")] }),
        /// One leader sets one order of priorities; of a CPTO where decisions are coupled. \[W\]
        AlignedPriorities => row(aligned_priorities, facts!(Fact::Signal(Signal::Integration)), "coupled decisions follow one order of priorities", const { &[cite(Wills, "works well where product and technology are closely integrated")] }),
        /// One clear picture of both; of a CPTO who can do both. \[W\]
        UnifiedVision => row(unified_vision, skills, "a leader competent in both offers one vision", const { &[cite(Wills, "a competent CPTO offers a clear vision for both")] }),
        /// One salary at the top; of a CPTO without two heads below. \[W\], \[P\]
        LowerExecutiveCost => row(lower_executive_cost, facts!(Fact::Safeguard(Safeguard::ProductLead), Fact::Safeguard(Safeguard::EngineeringLead)), "one executive costs less than two", const { &[cite(Wills, "executive roles come with high salaries"), cite(SecondLineCost, "as long as nobody is added below")] }),
        /// Each field has a leader's whole attention; of every pair. \[W\]
        FocusAndClarity => row(pair, facts!(), "each field has a leader's whole attention", const { &[cite(Wills, "for some, clarity and focus come from having both")] }),
        /// Each thinks against the other; of a pair that works together. \[W\], \[D\]
        CounterpartChallenge => row(counterpart_challenge, facts!(Fact::Signal(Signal::Collaboration)), "the two challenge each other's thinking", const { &[cite(Wills, "a counterpart to challenge the thinking"), cite(Divergent, "a harmonious relationship finds the best solutions")] }),
        /// Each is a specialist; of a pair without a skill gap. \[D\]
        SpecialistDepth => row(specialist_depth, skills, "each field is led by somebody who knows it in depth", const { &[cite(Divergent, "markedly different skill sets")] }),
        /// Technology gets the leader it needs; of a CTO where there is much to do. \[W\]
        DedicatedTechnologyLeadership => row(dedicated_technology, |_, _| FactSet::of_signals(SignalSet::TECHNOLOGY_GROUNDS), "technology has the leader of its own that it needs", const { &[cite(Wills, "much to do in technology asks for a dedicated CTO")] }),
        /// The product gets the leader it needs; of a CPO where there is much to do. \[W\]
        DedicatedProductLeadership => row(dedicated_product, |_, _| FactSet::of_signals(SignalSet::PRODUCT_GROUNDS), "the product has the leader of its own that it needs", const { &[cite(Wills, "an unknown path and elusive fit ask for a full-time CPO")] }),
        /// One is there when the other goes; of a pair that is there for good. The weakest of the list. \[P\]
        Continuity => row(continuity, facts!(Fact::Interim(Role::Cto), Fact::Interim(Role::Cpo)), "if one of the two leaves, the other is there", const { &[cite(Continuity, "of two permanent heads one is there when the other goes")] }),
    }
}

impl BenefitCode {
    /// What the benefit is, as a clause.
    ///
    /// ```
    /// use cpto::BenefitCode;
    ///
    /// assert!(BenefitCode::ALL.iter().all(|code| !code.phrase().is_empty()));
    /// ```
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        self.row().phrase
    }

    /// Whose word it rests on.
    ///
    /// ```
    /// use cpto::BenefitCode;
    ///
    /// assert!(BenefitCode::ALL.iter().all(|code| !code.citations().is_empty()));
    /// ```
    #[must_use]
    pub const fn citations(self) -> &'static [Citation] {
        self.row().citations
    }

    /// The facts that it hangs on in such a structure. No other fact gives or takes it. Those of them that are not known are
    /// what a possible benefit waits for.
    ///
    /// ```
    /// use cpto::{BenefitCode, Policy, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let reads = BenefitCode::AlignedPriorities.reads(proposal.proposed(), &Policy::DEFAULT);
    /// assert_eq!(reads.intersection(proposal.open_facts()).to_string(), "organization.signals.integration");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn reads(self, structure: &Structure, policy: &Policy) -> FactSet {
        (self.row().reads)(structure, policy)
    }

    /// Whether a proposal has it: in every world, and in some.
    pub(crate) fn holds(self, situation: &Situation<'_>) -> Span<bool> {
        (self.row().holds)(situation)
    }
}

/// The facts that the skill gaps of all seats hang on.
fn skills(structure: &Structure, policy: &Policy) -> FactSet {
    let gap = |role: &Role| WarningKey { code: WarningCode::SkillGap, role: Some(*role) };
    let roles = structure.form().roles().iter();
    roles.fold(FactSet::EMPTY, |facts, role| facts.union(gap(role).reads(structure, policy).all()))
}

fn combined(situation: &Situation<'_>) -> Span<bool> {
    Span::exact(situation.is_combined())
}

fn pair(situation: &Situation<'_>) -> Span<bool> {
    Span::exact(situation.is_pair())
}

/// Whether a signal is at a level or above; never where it is not applicable.
fn reaches(situation: &Situation<'_>, signal: Signal, level: Maturity) -> Span<bool> {
    situation.level(signal).map_or(Span::exact(false), |found| found.span().rising(|found| found >= level))
}

/// Whether no leader has a skill gap worse than this. The seats have no fact in common but in a pair none that counts.
fn skilled(situation: &Situation<'_>, worst: Severity) -> Span<bool> {
    let gaps = situation.seats.iter().map(|seat| seat.skill_gap);
    gaps.fold(Span::NONE, Span::max).falling(|gap| gap <= worst)
}

fn aligned_priorities(situation: &Situation<'_>) -> Span<bool> {
    let level = situation.numbers.benefits.aligned_priorities_integration;
    combined(situation).min(reaches(situation, Signal::Integration, level))
}

fn unified_vision(situation: &Situation<'_>) -> Span<bool> {
    combined(situation).min(skilled(situation, situation.numbers.benefits.unified_vision_gap))
}

fn lower_executive_cost(situation: &Situation<'_>) -> Span<bool> {
    combined(situation).min(situation.both_leads().not())
}

fn counterpart_challenge(situation: &Situation<'_>) -> Span<bool> {
    let level = situation.numbers.benefits.counterpart_challenge_collaboration;
    pair(situation).min(reaches(situation, Signal::Collaboration, level))
}

fn specialist_depth(situation: &Situation<'_>) -> Span<bool> {
    pair(situation).min(skilled(situation, situation.numbers.benefits.specialist_depth_gap))
}

/// Whether a seat is there for a field that needs a leader of its own.
fn dedicated(situation: &Situation<'_>, role: Role, need: Span<Severity>) -> Span<bool> {
    let seated = situation.form.roles().contains(&role);
    let least = situation.numbers.premature_split.dedicated_at_least;
    Span::exact(seated).min(need.rising(|need| need >= least))
}

fn dedicated_technology(situation: &Situation<'_>) -> Span<bool> {
    dedicated(situation, Role::Cto, situation.technology)
}

fn dedicated_product(situation: &Situation<'_>) -> Span<bool> {
    dedicated(situation, Role::Cpo, situation.product)
}

fn continuity(situation: &Situation<'_>) -> Span<bool> {
    pair(situation).min(situation.interim().not())
}

/// Something that speaks for a proposal.
///
/// ```
/// use cpto::{BenefitCode, Certainty, Proposal, Seat, Structure, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let assessment = evaluate(&proposal);
/// let challenge = assessment.benefit(BenefitCode::CounterpartChallenge).unwrap();
/// assert_eq!(challenge.certainty(), Certainty::Possible);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Benefit {
    pub(crate) code: BenefitCode,
    pub(crate) certainty: Certainty,
}

impl Benefit {
    /// The benefit's name.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// for benefit in evaluate(&proposal).benefits() {
    ///     println!("{}: {}", benefit.code(), benefit.certainty());
    /// }
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn code(&self) -> BenefitCode {
        self.code
    }

    /// Whether every world that agrees with the facts has it, or only some.
    ///
    /// ```
    /// use cpto::{Certainty, Proposal, Seat, Structure, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let assessment = evaluate(&proposal);
    /// assert!(assessment.benefits().iter().any(|benefit| benefit.certainty() == Certainty::Certain));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }
}

impl fmt::Display for Benefit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.phrase())
    }
}

#[cfg(test)]
mod tests;
