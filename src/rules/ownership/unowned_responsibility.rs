//! Does an applicable responsibility have no holder?

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
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Home;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct UnownedResponsibility;

impl UnownedResponsibility {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.unowned_responsibility;
        if world.holds(Slot::UNOWNED_CORE) { numbers.core } else { numbers.other }
    }
}

impl Rule for UnownedResponsibility {
    const ABOUT: &'static str =
        "It is raised by any applicable responsibility that neither a seat nor an office elsewhere holds.";
    const WHY: &'static str = "What nobody is accountable for is left to chance. A known case is operations that \
        neither the CTO nor a \"run\" organisation holds.";
    const FINE: &'static str = "For the weeks it takes to find a holder, if everybody knows who stands in.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::OneAccountable, "for each responsibility exactly one is accountable"),
        cite(Source::Divergent, "operations are the CTO's unless a run organisation has them"),
    ];
    const SCOPE: Slot = Slot::UNOWNED;
    const READS: &'static [Slot] = &[Slot::UNOWNED_CORE];
    const DUTIES: Option<Duties> = Some(|case| case.unowned(ResponsibilitySet::of(Responsibility::ALL)));

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nobody holds {}", Few::duties(Self::duties(case)))
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::Assign(Self::duties(case)));
    }

    fn example(severity: Severity) -> Example {
        let home = ResponsibilitySet::of_home(Home::Cpo);
        let remit = match severity {
            Severity::None => home,
            Severity::Medium => home.without(Responsibility::Privacy),
            Severity::High => home.without(Responsibility::Roadmap),
            Severity::Low | Severity::Critical => return None,
        };
        let pair = Structure::pair(Seat::draft(), Seat::draft().remit(remit.iter()));
        Some(example::proposed(example::somewhere(), pair))
    }
}
