//! If one person leaves, do both fields lose their leader at once?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct KeyPersonDependency;

impl KeyPersonDependency {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.key_person_dependency;
        let steps = down(world.both_leads(), numbers.steps_down_both_leads)
            + down(world.short_term(), numbers.steps_down_short_term);
        let left = numbers.left_with_plan;
        numbers
            .stage
            .at(world.stage())
            .left_where(world.in_place(Safeguard::SuccessionPlan), left)
            .stepped(steps)
    }
}

impl Rule for KeyPersonDependency {
    const ABOUT: &'static str =
        "A written succession plan resolves it; both heads below, or a short term, make it milder.";
    const WHY: &'static str = "Departures at the top hurt performance, and here one departure hits both fields. \
        Strong heads below and a written succession plan turn the loss into a delay.";
    const FINE: &'static str = "Rarely, beyond the first years. Two seats alone are no insurance either, since \
        leaders also leave together.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::KeyPerson, "one departure takes both fields"),
        cite(Source::Succession, "a written answer to who takes over"),
    ];
    const SCOPE: Slot = Slot::COMBINED;
    const READS: &'static [Slot] = &[
        Slot::STAGE,
        Slot::safeguard(Safeguard::SuccessionPlan),
        Slot::safeguard(Safeguard::ProductLead),
        Slot::safeguard(Safeguard::EngineeringLead),
        Slot::SHORT_TERM,
    ];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = case.presence(Safeguard::SuccessionPlan);
        write!(f, "one person leads both fields, {plan} a succession plan")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(
            case,
            &[Safeguard::SuccessionPlan, Safeguard::ProductLead, Safeguard::EngineeringLead],
        );
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Example {
        let (stage, plan) = match severity {
            Severity::None => (Stage::ScaleUp, true),
            Severity::Low => (Stage::Startup, false),
            Severity::Medium => (Stage::ScaleUp, false),
            Severity::High => (Stage::Established, false),
            Severity::Critical => return None,
        };
        let organization = example::somewhere().stage(stage).absent([Safeguard::ProductLead]);
        Some(example::combined(organization.safeguard(Safeguard::SuccessionPlan, plan)))
    }
}
