use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::{Situation, lowest, raisable};
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// Technology has so much to do that it needs a leader of its own.
    ///
    /// The lowest of technical stability, developer productivity and data capability decides. A head of engineering
    /// makes it milder, and so does the startup stage, but they do not make it go away.
    ///
    /// # Why it matters
    /// Unstable technology, slow development and weak data are work for a whole leader. Where one person has both
    /// fields, that work either does not get done or takes all of them.
    ///
    /// # When it is fine
    /// In a company so small that one person still sees everything, and for as long as that is so.
    pub struct TechnologyNeedsDedicatedLeader {
        /// The level of the lowest of the grounds.
        pub lowest: Span<Maturity>,
        /// The grounds that may be the lowest, but for those that cannot be raised.
        pub signals: SignalSet,
        /// Whether an experienced head of engineering is below.
        pub engineering_lead: Estimate<bool>,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

impl TechnologyNeedsDedicatedLeader {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_combined() || !situation.technology.is_possible() {
            return None;
        }
        let numbers = &situation.numbers.technology_needs_dedicated_leader;
        let steps = situation
            .in_place(Safeguard::EngineeringLead)
            .steps_down(numbers.steps_down_engineering_lead)
            .and(situation.startup().steps_down(numbers.steps_down_startup));
        let severity = situation.technology.stepped_not_below(steps, numbers.not_below);
        let organization = situation.organization;
        let level = |signal| organization.signal(signal).map(Estimate::span);
        let lowest = lowest(organization, SignalSet::TECHNOLOGY_GROUNDS)?;
        severity.is_possible().then(|| Self {
            severity,
            lowest,
            signals: raisable(organization, SignalSet::TECHNOLOGY_GROUNDS)
                .iter()
                .filter(|signal| level(*signal).is_some_and(|level| level.least <= lowest.most))
                .collect(),
            engineering_lead: organization.safeguard(Safeguard::EngineeringLead),
            stage: organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for TechnologyNeedsDedicatedLeader {
    const CITATIONS: &'static [Citation] = &[cite(
        Source::Wills,
        "much to do for technical stability, developer productivity or data capabilities asks for a dedicated CTO",
    )];

    const READS: Reads = Reads::NONE
        .lowered_by(&[
            Fact::Signal(Signal::TechnicalStability),
            Fact::Signal(Signal::DeveloperProductivity),
            Fact::Signal(Signal::DataCapability),
            Fact::Safeguard(Safeguard::EngineeringLead),
        ])
        .raised_by(&[Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        for signal in self.signals.iter() {
            remedies.add(Remedy::Raise(signal));
        }
        let steps_help = self.severity.most > Severity::Low;
        if steps_help {
            remedies.put_in_place(Safeguard::EngineeringLead, self.engineering_lead);
        }
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn raised() -> Draft<Proposal> {
        example::combined(grounds(Maturity::Managed))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let (level, lead, stage) = match severity {
            Severity::None => return None,
            Severity::Low => (Maturity::Managed, true, Stage::Startup),
            Severity::Medium => (Maturity::Managed, true, Stage::ScaleUp),
            Severity::High => (Maturity::Managed, false, Stage::ScaleUp),
            Severity::Critical => (Maturity::Initial, false, Stage::ScaleUp),
        };
        let organization = grounds(level).stage(stage).safeguard(Safeguard::EngineeringLead, lead);
        Some(example::combined(organization))
    }

    fn spared() -> Draft<Proposal> {
        example::combined(grounds(Maturity::Defined))
    }
}

/// A company in which data capability is at a level, and the other two grounds are settled.
fn grounds(data_capability: Maturity) -> Draft<crate::model::organization::Organization> {
    example::somewhere()
        .signals([Signal::TechnicalStability, Signal::DeveloperProductivity], Maturity::Defined)
        .signal(Signal::DataCapability, data_capability)
}

impl fmt::Display for TechnologyNeedsDedicatedLeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lowest, signals, .. } = self;
        let lead = presence(self.engineering_lead);
        write!(f, "the lowest of {signals} is {lowest}, with a head of engineering {lead}")
    }
}

#[cfg(test)]
mod tests;
