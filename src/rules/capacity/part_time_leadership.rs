//! Does an office lead a field on top of its own job?

use core::fmt;

use crate::model::packed::Slot;
use crate::model::packing::part_time;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::quantity::Quantity;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::role::Field;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct PartTimeLeadership;

impl PartTimeLeadership {
    #[inline]
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.part_time_leadership;
        let severity = numbers.load_above.above(world.part_time);
        severity.stepped(down(world.is_startup(), numbers.steps_down_startup))
    }

    /// The fields that such an office leads, each with the office.
    fn led<'a>(case: &Case<'a>) -> impl Iterator<Item = (Field, Office)> + use<'a> {
        let structure = case.structure();
        Field::ALL.iter().filter_map(move |field| match structure.leader(*field)? {
            Holder::Office(office) if !matches!(office, Office::RunOrganization | Office::Other) => {
                Some((*field, office))
            }
            Holder::Office(_) | Holder::Seat(_) => None,
        })
    }
}

impl Rule for PartTimeLeadership {
    const ABOUT: &'static str = "An office other than a run organisation or an unnamed one leads a field. The load \
        that this adds to the office's own work decides; of two such offices, the heavier load counts. The startup \
        stage makes it milder.";
    const WHY: &'static str = "Each role is a full-time job in its own right. A chief executive or a general manager who \
        also leads product or technology gives it what is left of the week.";
    const FINE: &'static str = "In the first years, when the founder is the product leader, and until a leader is \
        found, with a fixed end date.";
    const CITATIONS: &'static [Citation] =
        &[cite(Source::Wills, "each role is a full-time job in its own right")];
    const SCOPE: Slot = Slot::PART_TIME;
    const READS: &'static [Slot] = &[Slot::STAGE];
    const QUANTITIES: &'static [Quantity] = &[Quantity::PartTime];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (field, office)) in Self::led(case).enumerate() {
            let and = if position > 0 { ", and " } else { "" };
            write!(f, "{and}the {office:#} leads {field:#}")?;
        }
        write!(f, " on top of another job; this adds {} % of a full-time job", case.part_time)
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        let [one, other] = part_time(case.structure());
        let form = case.structure().form();
        let home = if form.is_combined() { Form::Combined } else { Form::Pair };
        if form == home {
            remedies.add(Remedy::BringHome(one.union(other)));
        } else {
            remedies.add(Remedy::Choose(home));
        }
    }

    fn example(severity: Severity) -> Example {
        let (stage, level) = match severity {
            Severity::None => (Stage::Startup, Maturity::Initial),
            Severity::Low => (Stage::ScaleUp, Maturity::QuantitativelyManaged),
            Severity::Medium => (Stage::ScaleUp, Maturity::Managed),
            Severity::High => (Stage::Established, Maturity::Initial),
            Severity::Critical => return None,
        };
        let led_by_chief = Structure::cto(Seat::draft()).elsewhere_all(Field::Product, Office::Ceo);
        Some(example::proposed(example::uniform(stage, level), led_by_chief))
    }
}
