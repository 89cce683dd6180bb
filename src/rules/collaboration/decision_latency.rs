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
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// Two leaders decide without it being written who decides what.
    ///
    /// It weighs more in early stages, where speed is what a company has.
    ///
    /// # Why it matters
    /// A single point of contact makes decisions simple. Two are as fast only where it is clear who decides what, and
    /// who breaks a tie; ambiguity is among the things that harm performance most.
    ///
    /// # When it is fine
    /// Where the two report no friction in deciding. Few, clear rights do more than a thick matrix.
    pub struct DecisionLatency {
        /// Whether decision rights are written.
        pub decision_rights: Estimate<bool>,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

impl DecisionLatency {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_pair() {
            return None;
        }
        let numbers = &situation.numbers.decision_latency;
        let severity: Span<_> = situation
            .over_stages(|stage| numbers.stage.get(stage))
            .when(situation.in_place(Safeguard::DecisionRights).not());
        severity.is_possible().then(|| Self {
            severity,
            decision_rights: situation.organization.safeguard(Safeguard::DecisionRights),
            stage: situation.organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for DecisionLatency {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "a single point of contact simplifies decisions"),
        cite(Source::DecisionRights, "written decision rights make two heads faster"),
    ];

    const READS: Reads =
        Reads::NONE.lowered_by(&[Fact::Safeguard(Safeguard::DecisionRights)]).hanging_on(&[Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::DecisionRights, self.decision_rights);
        remedies.add(Remedy::Choose(Form::Combined));
    }

    fn raised() -> Draft<Proposal> {
        example::pair(example::somewhere().absent([Safeguard::DecisionRights]))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let stage = match severity {
            Severity::Low => Stage::Established,
            Severity::Medium => Stage::ScaleUp,
            _ => return None,
        };
        Some(example::pair(example::somewhere().stage(stage).absent([Safeguard::DecisionRights])))
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere().in_place([Safeguard::DecisionRights]))
    }
}

impl fmt::Display for DecisionLatency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rights = presence(self.decision_rights);
        write!(f, "two leaders at stage {}, with written decision rights {rights}", self.stage)
    }
}

#[cfg(test)]
mod tests;
