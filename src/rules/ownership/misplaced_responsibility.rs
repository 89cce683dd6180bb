//! Does a leader hold what belongs to the other seat?

use core::fmt;

use crate::model::packed::Slot;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Few, Remedies, Remedy};
use crate::rules::rule::{Duties, Rule};
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct MisplacedResponsibility;

impl MisplacedResponsibility {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.misplaced_responsibility;
        let base = if world.holds(Slot::MISPLACED_CORE) { numbers.core } else { numbers.other };
        base.stepped(down(world.in_place(Safeguard::DecisionRights), numbers.steps_down_decision_rights))
    }
}

impl Rule for MisplacedResponsibility {
    const ABOUT: &'static str = "In a structure without a CPTO, a responsibility counts if it is not shared and only \
        the seat that is not its home has it. Written decision rights make it milder.";
    const WHY: &'static str = "The CPO sets the what and the why, the CTO determines the how. A leader who holds one \
        of the other's responsibilities decides both what and how alone.";
    const FINE: &'static str = "When the holder is better placed and everybody knows it, as when the CTO of a \
        technical product writes the requirements.";
    const CITATIONS: &'static [Citation] =
        &[cite(Source::Divergent, "the CPO sets the what and the why, the CTO determines the how")];
    const SCOPE: Slot = Slot::MISPLACED;
    const READS: &'static [Slot] = &[Slot::MISPLACED_CORE, Slot::safeguard(Safeguard::DecisionRights)];
    const DUTIES: Option<Duties> = Some(|case| case.structure().misplaced());

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut and = "";
        for role in [Role::Cto, Role::Cpo] {
            let misplaced = case.structure().misplaced_with(role);
            if !misplaced.is_empty() {
                write!(f, "{and}the {role:#} alone holds {}", Few::duties(misplaced))?;
                and = ", and ";
            }
        }
        Ok(())
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::BringHome(Self::duties(case)));
        remedies.put_in_place(case, &[Safeguard::DecisionRights]);
    }

    fn example(severity: Severity) -> Example {
        let with_cto = match severity {
            Severity::None => Responsibility::Architecture,
            Severity::Low => Responsibility::CustomerFeedback,
            Severity::Medium => Responsibility::Roadmap,
            Severity::High | Severity::Critical => return None,
        };
        let cto = Seat::draft().remit([Responsibility::Delivery, with_cto]);
        let cpo = Seat::draft().remit([Responsibility::Requirements]);
        let organization = example::somewhere().absent([Safeguard::DecisionRights]);
        Some(example::proposed(organization, Structure::pair(cto, cpo)))
    }
}
