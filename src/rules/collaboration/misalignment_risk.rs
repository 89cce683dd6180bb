use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};

evidence! {
    /// The two leaders, and with them their fields, drift apart.
    ///
    /// How well product and technology work together decides. Shared goals make it milder, close coupling of decisions
    /// makes it worse.
    ///
    /// # Why it matters
    /// The two fields are highly interdependent, so that friction between them makes both ineffectual, and each is a
    /// large investment.
    ///
    /// # When it is fine
    /// Never for long where collaboration is weak; a tension that is settled in the open is no misalignment.
    pub struct MisalignmentRisk {
        /// How well product and technology work together.
        pub collaboration: Estimate<Maturity>,
        /// Whether goals are shared.
        pub shared_goals: Estimate<bool>,
        /// How closely decisions are coupled, where that is applicable.
        pub integration: Option<Estimate<Maturity>>,
    }
}

impl MisalignmentRisk {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_pair() {
            return None;
        }
        let numbers = &situation.numbers.misalignment_risk;
        let collaboration = situation.level(Signal::Collaboration)?;
        let steps = situation
            .in_place(Safeguard::SharedGoals)
            .steps_down(numbers.steps_down_shared_goals)
            .and(situation.closely_coupled().steps_up(numbers.steps_up_close_integration));
        let severity = collaboration.span().falling(|level| numbers.collaboration.get(level)).stepped(steps);
        severity.is_possible().then(|| Self {
            severity,
            collaboration,
            shared_goals: situation.organization.safeguard(Safeguard::SharedGoals),
            integration: situation.level(Signal::Integration),
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for MisalignmentRisk {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "misalignment or friction between the two makes both ineffectual"),
        cite(Source::SharedGoals, "one plan, one budget and the same measures pull two heads together"),
    ];

    const READS: Reads = Reads::NONE
        .lowered_by(&[Fact::Signal(Signal::Collaboration), Fact::Safeguard(Safeguard::SharedGoals)])
        .raised_by(&[Fact::Signal(Signal::Integration)]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.raise(Signal::Collaboration, self.collaboration);
        remedies.put_in_place(Safeguard::SharedGoals, self.shared_goals);
        remedies.add(Remedy::Choose(Form::Combined));
    }

    fn raised() -> Draft<Proposal> {
        example::pair(example::somewhere().signal(Signal::Collaboration, Maturity::Defined))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let level = match severity {
            Severity::None => return None,
            Severity::Low => Maturity::QuantitativelyManaged,
            Severity::Medium => Maturity::Defined,
            Severity::High => Maturity::Managed,
            Severity::Critical => Maturity::Initial,
        };
        let organization = example::somewhere()
            .signal(Signal::Collaboration, level)
            .signal(Signal::Integration, Maturity::Defined)
            .absent([Safeguard::SharedGoals]);
        Some(example::pair(organization))
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere().signal(Signal::Collaboration, Maturity::Optimizing))
    }
}

impl fmt::Display for MisalignmentRisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { collaboration, integration, .. } = self;
        write!(
            f,
            "collaboration of the pair is {collaboration}, with shared goals {}",
            presence(self.shared_goals)
        )?;
        match integration {
            Some(integration) => write!(f, " and integration {integration}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
