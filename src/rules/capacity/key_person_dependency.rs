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
use crate::vocabulary::stage::Stage;

evidence! {
    /// If one person leaves, both fields lose their leader at once.
    ///
    /// A written succession plan answers it; heads below make it milder.
    ///
    /// # Why it matters
    /// Departures at the top lower performance, and here one departure takes both fields. Depth below and a written
    /// answer to who takes over turn the loss into a delay.
    ///
    /// # When it is fine
    /// Hardly ever beyond the first years; but two seats are no insurance by themselves, since heads leave together.
    pub struct KeyPersonDependency {
        /// Whether there is a written plan of who takes over.
        pub succession_plan: Estimate<bool>,
        /// Whether an experienced head of product is below.
        pub product_lead: Estimate<bool>,
        /// Whether an experienced head of engineering is below.
        pub engineering_lead: Estimate<bool>,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

impl KeyPersonDependency {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_combined() {
            return None;
        }
        let numbers = &situation.numbers.key_person_dependency;
        let severity = situation
            .over_stages(|stage| numbers.stage.get(stage))
            .when(situation.in_place(Safeguard::SuccessionPlan).not())
            .stepped(situation.both_leads().steps_down(numbers.steps_down_both_leads));
        severity.is_possible().then(|| Self {
            severity,
            succession_plan: situation.organization.safeguard(Safeguard::SuccessionPlan),
            product_lead: situation.organization.safeguard(Safeguard::ProductLead),
            engineering_lead: situation.organization.safeguard(Safeguard::EngineeringLead),
            stage: situation.organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for KeyPersonDependency {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::KeyPerson, "one departure takes both fields"),
        cite(Source::Succession, "a written answer to who takes over"),
    ];

    const READS: Reads = Reads::NONE
        .lowered_by(&[
            Fact::Safeguard(Safeguard::SuccessionPlan),
            Fact::Safeguard(Safeguard::ProductLead),
            Fact::Safeguard(Safeguard::EngineeringLead),
        ])
        .hanging_on(&[Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::SuccessionPlan, self.succession_plan);
        remedies.put_in_place(Safeguard::ProductLead, self.product_lead);
        remedies.put_in_place(Safeguard::EngineeringLead, self.engineering_lead);
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn raised() -> Draft<Proposal> {
        example::combined(example::somewhere().stage(Stage::ScaleUp).absent([Safeguard::SuccessionPlan]))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let stage = match severity {
            Severity::Low => Stage::Startup,
            Severity::Medium => Stage::ScaleUp,
            Severity::High => Stage::Established,
            _ => return None,
        };
        let absent = [Safeguard::SuccessionPlan, Safeguard::ProductLead];
        Some(example::combined(example::somewhere().stage(stage).absent(absent)))
    }

    fn spared() -> Draft<Proposal> {
        example::combined(example::somewhere().stage(Stage::ScaleUp).in_place([Safeguard::SuccessionPlan]))
    }
}

impl fmt::Display for KeyPersonDependency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one person leads both fields, with a succession plan {}", presence(self.succession_plan))
    }
}

#[cfg(test)]
mod tests;
