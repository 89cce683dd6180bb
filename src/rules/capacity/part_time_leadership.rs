//! Does an office lead a field on top of its own job?

use core::fmt;

use crate::model::fact::FactSet;
use crate::model::packed::Slot;
use crate::model::packing::part_time;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::situation::load::load_facts;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::severity::{Severity, SeverityRange, down};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct PartTimeLeadership;

impl PartTimeLeadership {
    const fn of(numbers: &Numbers, load: u32, startup: bool) -> Severity {
        let numbers = &numbers.part_time_leadership;
        let severity = numbers.load_above.above(load);
        severity.stepped(down(startup, numbers.steps_down_startup))
    }

    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        Self::of(numbers, world.part_time, world.is_startup())
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
    const OF_HOLDERS: bool = true;

    /// The loads rise with the stage, and only the startup stage steps the severity down.
    #[inline]
    fn range(numbers: &Numbers, _: &[SeverityRange], known: &Known<'_>, _: usize) -> SeverityRange {
        let stages = known.growth.stages();
        SeverityRange::new(
            Self::of(numbers, known.part_time.least, stages.least == Stage::Startup),
            Self::of(numbers, known.part_time.most, stages.most == Stage::Startup),
        )
    }

    fn reads(structure: &Structure, _: &Numbers, _: Role) -> FactSet {
        let [one, other] = part_time(structure);
        load_facts(one.union(other))
    }

    fn evidence(case: &Case<'_>) -> Evidence {
        Evidence::Load { load: case.part_time, capacity: case.numbers.capacity }
    }

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
