//! Does a leader who delivers also vouch for security or compliance?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::Remedies;
use crate::rules::rule::{Duties, Rule};
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down, up};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct SegregationOfDuties;

impl SegregationOfDuties {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.segregation_of_duties;
        let base = if world.holds(Slot::COMBINED) { numbers.combined } else { numbers.separate };
        let steps = up(world.holds(Slot::REGULATED), numbers.steps_up_regulated)
            + down(world.is_startup(), numbers.steps_down_startup);
        let left = numbers.left_with_assurance;
        base.left_where(world.in_place(Safeguard::IndependentAssurance), left).stepped(steps)
    }
}

impl Rule for SegregationOfDuties {
    const ABOUT: &'static str = "The seat holds delivery together with security, technical compliance, legal \
        compliance or privacy, and nobody outside the seat signs them off.";
    const WHY: &'static str = "Duties are divided so that abuse requires collusion. When whoever ships also checks, \
        the person being checked funds the check, and concerns are escalated to that person.";
    const FINE: &'static str = "In small companies, which compensate with reviews instead of separation. Assure the \
        control rather than gate each release: outside approval goes with worse delivery.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Segregation, "whoever delivers should not alone vouch for security and compliance"),
        cite(Source::Assurance, "somebody outside the seat signs off"),
    ];
    const OF_SEAT: bool = true;
    const SCOPE: Slot = Slot::CONFLICT;
    const READS: &'static [Slot] =
        &[Slot::STAGE, Slot::REGULATED, Slot::safeguard(Safeguard::IndependentAssurance), Slot::COMBINED];
    const DUTIES: Option<Duties> = Some(|case| case.structure().controls(case.role));

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (role, controls) = (case.role.title(), Self::duties(case));
        let assurance = case.presence(Safeguard::IndependentAssurance);
        write!(f, "{assurance} independent assurance, the {role} delivers and also holds {controls:#}")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::IndependentAssurance]);
        remedies.hand_over(case, Self::duties(case));
    }

    fn example(severity: Severity) -> Example {
        let somewhere = |regulated, assured| {
            let organization = example::somewhere().stage(Stage::ScaleUp).regulated(regulated);
            organization.safeguard(Safeguard::IndependentAssurance, assured)
        };
        match severity {
            Severity::None => Some(example::pair(somewhere(false, true))),
            Severity::Low => Some(example::pair(somewhere(false, false))),
            Severity::Medium => Some(example::combined(somewhere(false, false))),
            Severity::High => Some(example::combined(somewhere(true, false))),
            Severity::Critical => None,
        }
    }
}
