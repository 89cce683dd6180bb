//! Do the two leaders and their fields drift apart?

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
use crate::vocabulary::severity::{Severity, down, up};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct MisalignmentRisk;

impl MisalignmentRisk {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let Some(level) = world.level(Signal::Collaboration) else { return Severity::None };
        let coupled = world.closely_coupled(numbers);
        let numbers = &numbers.misalignment_risk;
        let steps = down(world.in_place(Safeguard::SharedGoals), numbers.steps_down_shared_goals)
            + up(coupled, numbers.steps_up_close_integration);
        numbers.collaboration.at(level).stepped(steps)
    }
}

impl Rule for MisalignmentRisk {
    const ABOUT: &'static str = "How well product and technology work together decides. Shared goals make it milder; \
        closely coupled decisions make it worse.";
    const WHY: &'static str = "The two fields are highly interdependent, so friction makes both ineffective, and each \
        is a large investment.";
    const FINE: &'static str = "Never for long where collaboration is weak. Tension that is settled in the open is \
        not misalignment.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "misalignment or friction between the two makes both ineffectual"),
        cite(Source::SharedGoals, "one plan, one budget and the same measures pull two heads together"),
    ];
    const SCOPE: Slot = Slot::TWO_SIDES;
    const READS: &'static [Slot] = &[
        Slot::signal(Signal::Collaboration),
        Slot::safeguard(Safeguard::SharedGoals),
        Slot::signal(Signal::Integration),
    ];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(level) = case.level(Signal::Collaboration) {
            write!(f, "collaboration is {level:#}; ")?;
        }
        write!(f, "the two leaders work together {} shared goals", case.presence(Safeguard::SharedGoals))?;
        case.level(Signal::Integration).map_or(Ok(()), |level| write!(f, "; integration is {level:#}"))
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.raise(case, Signal::Collaboration);
        remedies.put_in_place(case, &[Safeguard::SharedGoals]);
        remedies.add_if(case.structure().form() == Form::Pair, Remedy::Choose(Form::Combined));
    }

    fn example(severity: Severity) -> Example {
        let level = match severity {
            Severity::None => Maturity::Optimizing,
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
}
