//! Does product and technology work yield commercial results?

use core::fmt;

use crate::model::packed::Slot;
use crate::model::packing::RESULTS;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::{Duties, Rule};
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::severity::{Severity, down, up};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct CommercialDisconnect;

impl CommercialDisconnect {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.commercial_disconnect;
        let Some(level) = world.level(Signal::CommercialPerformance) else { return Severity::None };
        let steps = up(world.holds(Slot::RESULTS_UNOWNED), numbers.steps_up_unowned)
            + down(world.is_startup(), numbers.steps_down_startup);
        numbers.commercial_performance.at(level).stepped(steps)
    }
}

impl Rule for CommercialDisconnect {
    const ABOUT: &'static str = "The level of commercial performance decides. It is worse where nobody holds profit and loss \
        or the business model, and milder in a startup.";
    const WHY: &'static str = "None of the work matters if it does not drive growth. The company must know how the \
        work earns back its cost.";
    const FINE: &'static str =
        "Before there is anything to sell, and for work whose results are known to come late.";
    const CITATIONS: &'static [Citation] =
        &[cite(Source::Wills, "product development has to be linked back to commercial performance")];
    const READS: &'static [Slot] =
        &[Slot::signal(Signal::CommercialPerformance), Slot::STAGE, Slot::RESULTS_UNOWNED];
    const DUTIES: Option<Duties> = Some(|case| case.unowned(RESULTS));

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(level) = case.level(Signal::CommercialPerformance) {
            write!(f, "commercial performance is {level:#}")?;
        }
        let unowned = Self::duties(case);
        if unowned.is_empty() { Ok(()) } else { write!(f, ", and nobody holds {unowned:#}") }
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.raise(case, Signal::CommercialPerformance);
        let unowned = Self::duties(case);
        remedies.add_if(!unowned.is_empty(), Remedy::Assign(unowned));
    }

    fn example(severity: Severity) -> Example {
        let (stage, level) = match severity {
            Severity::None => (Stage::ScaleUp, Maturity::Defined),
            Severity::Low => (Stage::Startup, Maturity::Managed),
            Severity::Medium => (Stage::ScaleUp, Maturity::Managed),
            Severity::High | Severity::Critical => (Stage::ScaleUp, Maturity::Initial),
        };
        let organization = example::somewhere().stage(stage).signal(Signal::CommercialPerformance, level);
        Some(match severity {
            Severity::Critical => example::proposed(organization, Structure::cto(Seat::draft())),
            _ => example::pair(organization),
        })
    }
}
