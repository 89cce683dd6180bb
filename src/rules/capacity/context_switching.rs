use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// One leader has much to do in both fields.
    ///
    /// The lesser of product and technology load says how much of the day is spent in the field that is not the
    /// leader's main one.
    ///
    /// # Why it matters
    /// Moving between five years of roadmap and the cost of hosting is mentally demanding, and an unfinished task
    /// impairs the next one.
    ///
    /// # When it is fine
    /// Where the leader protects time for each field, or says from experience that the change between them is what
    /// makes the work good.
    pub struct ContextSwitching {
        /// The product load in percent.
        pub product_load: Span<u32>,
        /// The technology load in percent.
        pub technology_load: Span<u32>,
        /// What the lesser of the two has to reach.
        pub lesser_load_at_least: Ladder,
        /// Whether focus time is protected.
        pub focus_time: Estimate<bool>,
        /// Whether an experienced head of product is below.
        pub product_lead: Estimate<bool>,
        /// Whether an experienced head of engineering is below.
        pub engineering_lead: Estimate<bool>,
    }
}

impl ContextSwitching {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let seat = situation.cpto()?;
        let numbers = &situation.numbers.context_switching;
        let focus_time = situation.organization.safeguard(Safeguard::FocusTime);
        let lesser = seat.load.product.min(seat.load.technology);
        let severity = lesser
            .rising(|load| numbers.lesser_load_at_least.at_least(load))
            .stepped(focus_time.span().steps_down(numbers.steps_down_focus_time));
        severity.is_possible().then(|| Self {
            severity,
            product_load: seat.load.product,
            technology_load: seat.load.technology,
            lesser_load_at_least: numbers.lesser_load_at_least,
            focus_time,
            product_lead: situation.organization.safeguard(Safeguard::ProductLead),
            engineering_lead: situation.organization.safeguard(Safeguard::EngineeringLead),
            open: situation.open(Self::reads(situation.numbers, situation.proposed, seat.role)),
        })
    }
}

impl Declaration for ContextSwitching {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "wearing two hats can be mentally demanding"),
        cite(Source::FocusTime, "moving between unlike tasks costs attention"),
    ];

    fn reads(_: &Numbers, structure: &Structure, _: Role) -> Reads {
        structure.load_reads(Role::Cpto).lowered_by(&[Fact::Safeguard(Safeguard::FocusTime)])
    }

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::FocusTime, self.focus_time);
        remedies.put_in_place(Safeguard::ProductLead, self.product_lead);
        remedies.put_in_place(Safeguard::EngineeringLead, self.engineering_lead);
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn raised() -> Draft<Proposal> {
        let organization = example::uniform(Stage::Startup, Maturity::QuantitativelyManaged);
        example::combined(organization.absent([Safeguard::FocusTime]))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let focus_time = match severity {
            Severity::Low => true,
            Severity::Medium => false,
            _ => return None,
        };
        let organization = example::uniform(Stage::Established, Maturity::QuantitativelyManaged);
        Some(example::combined(organization.safeguard(Safeguard::FocusTime, focus_time)))
    }

    fn spared() -> Draft<Proposal> {
        let organization = example::uniform(Stage::Startup, Maturity::QuantitativelyManaged);
        example::combined(organization.in_place([Safeguard::FocusTime]))
    }
}

impl fmt::Display for ContextSwitching {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { product_load, technology_load, .. } = self;
        let focus_time = presence(self.focus_time);
        write!(
            f,
            "product takes {product_load} % and technology {technology_load} % of one leader, focus time {focus_time}"
        )
    }
}

#[cfg(test)]
mod tests;
