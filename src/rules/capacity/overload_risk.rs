//! Is a leader asked for more than one person can give?

use core::fmt;

use crate::model::packed::Slot;
use crate::model::seat::Seat;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::quantity::Quantity;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct OverloadRisk;

impl OverloadRisk {
    #[inline]
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.overload_risk;
        let by_reports = match world.reports {
            Some(people) => numbers.direct_reports_above.above(people as u32),
            None => Severity::None,
        };
        let severity = numbers.load_above.above(world.load).or_worse(by_reports);
        severity.stepped(down(world.short_term(), numbers.steps_down_short_term))
    }
}

impl Rule for OverloadRisk {
    const ABOUT: &'static str = "The load is the effort that the remit takes, plus the leader's other duties. \
        Maturity and experienced heads below make it lighter, later stages heavier. A wide observed span of direct \
        reports also raises the warning; a short term makes it milder.";
    const WHY: &'static str = "Each role alone is a full-time job. An overloaded leader decides late, neglects \
        whatever has no deadline, which is mostly product, and becomes the bottleneck.";
    const FINE: &'static str = "For a limited time with a fixed end date, or when the leader is known to delegate to \
        people who are not in the model.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "overloading one person is the main downside to watch"),
        cite(Source::Spans, "spans of more than ten, and of more than fifteen, direct reports"),
    ];
    const OF_SEAT: bool = true;
    const READS: &'static [Slot] = &[Slot::SHORT_TERM];
    const QUANTITIES: &'static [Quantity] = &[Quantity::Load, Quantity::Reports];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (role, load, capacity) = (case.role.title(), case.known.load, case.numbers.capacity);
        write!(
            f,
            "the load of the {role} is {load} % of a full-time job, against a capacity of {capacity} %"
        )?;
        if let Some(duties) = case.seat().and_then(Seat::other_duties) {
            write!(f, "; the load includes {duties} percentage points for another job")?;
        }
        case.seat()
            .and_then(Seat::direct_reports)
            .map_or(Ok(()), |people| write!(f, "; direct reports: {people}"))
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        let numbers = &case.numbers.overload_risk;
        let Some(seat) = case.seat() else { return };
        if numbers.load_above.above(case.known.load.most) > Severity::None {
            for field in [Field::Product, Field::Technology] {
                if !case.remit().intersection(ResponsibilitySet::of_home(field.home())).is_empty() {
                    remedies.put_in_place(case, &[field.head()]);
                }
            }
            remedies.add_if(case.role == Role::Cpto, Remedy::Choose(Form::Pair));
            remedies.hand_over(case, case.remit());
        }
        remedies.add_if(
            seat.other_duties().is_some_and(|percent| percent.most().get() > 0),
            Remedy::DropOtherDuties(case.role),
        );
        let reports = seat.direct_reports().map_or(0, |people| people.most().into());
        let many = numbers.direct_reports_above.above(reports) > Severity::None;
        remedies.add_if(many, Remedy::ReportFewer(case.role, None));
    }

    fn example(severity: Severity) -> Example {
        let stage = match severity {
            Severity::None => Stage::Startup,
            Severity::Low | Severity::Medium => Stage::ScaleUp,
            Severity::High => Stage::Established,
            Severity::Critical => Stage::Enterprise,
        };
        let example = example::combined(example::uniform(stage, Maturity::QuantitativelyManaged));
        Some(if severity == Severity::Low { example.term(6) } else { example })
    }
}
