//! Does a responsibility have more than one holder?

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
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct ContestedResponsibility;

impl ContestedResponsibility {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.contested_responsibility;
        let base = if world.holds(Slot::CONTESTED_CORE) { numbers.core } else { numbers.other };
        base.stepped(down(world.in_place(Safeguard::DecisionRights), numbers.steps_down_decision_rights))
    }
}

impl Rule for ContestedResponsibility {
    const ABOUT: &'static str = "A responsibility counts if it has two or more holders, be they seats or offices \
        elsewhere, and is not shared by convention. Written decision rights make it milder.";
    const WHY: &'static str = "When two are accountable, nobody is: each waits for the other, or undoes what the \
        other did. Unclear roles go with poor performance.";
    const FINE: &'static str =
        "When two share something on purpose, down to the budget, and have written down who decides.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::OneAccountable, "for each responsibility exactly one is accountable"),
        cite(Source::DecisionRights, "written decision rights end ambiguity"),
    ];
    const SCOPE: Slot = Slot::CONTESTED;
    const READS: &'static [Slot] = &[Slot::CONTESTED_CORE, Slot::safeguard(Safeguard::DecisionRights)];
    const DUTIES: Option<Duties> = Some(|case| case.structure().contested());

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "two or more parties hold {}", Few::duties(Self::duties(case)))?;
        write!(f, "; they do so {} written decision rights", case.presence(Safeguard::DecisionRights))
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::LeaveToOne(Self::duties(case)));
        remedies.put_in_place(case, &[Safeguard::DecisionRights]);
    }

    fn example(severity: Severity) -> Example {
        let (held, elsewhere, settled) = match severity {
            Severity::None => (Responsibility::Privacy, Responsibility::LegalCompliance, false),
            Severity::Low => (Responsibility::Privacy, Responsibility::Privacy, true),
            Severity::Medium => (Responsibility::Privacy, Responsibility::Privacy, false),
            Severity::High => (Responsibility::Security, Responsibility::Security, false),
            Severity::Critical => return None,
        };
        let organization = example::somewhere().safeguard(Safeguard::DecisionRights, settled);
        let structure = Structure::combined(Seat::draft().remit([held])).elsewhere(elsewhere, Office::Ciso);
        Some(example::proposed(organization, structure))
    }
}
