//! Do product and technology follow the business strategy?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::{Duties, Rule};
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct StrategyMisalignment;

const DUTY: ResponsibilitySet = ResponsibilitySet::of(&[Responsibility::StrategicAlignment]);

impl StrategyMisalignment {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.strategy_misalignment;
        let by_level = match world.level(Signal::StrategicAlignment) {
            Some(level) => numbers.strategic_alignment.at(level),
            None => Severity::None,
        };
        by_level
            .or_worse(numbers.unowned.when(world.holds(Slot::ALIGNMENT_UNOWNED)))
            .stepped(down(world.is_startup(), numbers.steps_down_startup))
    }
}

impl Rule for StrategyMisalignment {
    const ABOUT: &'static str = "The level of strategic alignment decides. It is at least medium where nobody holds \
        that responsibility, and milder in a startup.";
    const WHY: &'static str = "One role or two, the work must be aligned with the business strategy. Only then does \
        it drive growth.";
    const FINE: &'static str = "While the business is still finding its strategy, and product and technology are how it \
        searches.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "the key takeaway: both efforts aligned with the broader business strategy"),
        cite(Source::Divergent, "every aspect of the product aligned with the business objectives"),
    ];
    const READS: &'static [Slot] =
        &[Slot::signal(Signal::StrategicAlignment), Slot::STAGE, Slot::ALIGNMENT_UNOWNED];
    const DUTIES: Option<Duties> = Some(|case| case.unowned(DUTY));

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match case.level(Signal::StrategicAlignment) {
            Some(level) => write!(f, "strategic alignment is {level:#}")?,
            None => f.write_str("strategic alignment is not applicable")?,
        }
        let is_owned = Self::duties(case).is_empty();
        if is_owned { Ok(()) } else { f.write_str(", and nobody is accountable for it") }
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        let unowned = Self::duties(case);
        remedies.add_if(!unowned.is_empty(), Remedy::Assign(unowned));
        remedies.raise(case, Signal::StrategicAlignment);
    }

    fn example(severity: Severity) -> Example {
        let level = match severity {
            Severity::None => Maturity::QuantitativelyManaged,
            Severity::Low => Maturity::Defined,
            Severity::Medium => Maturity::Managed,
            Severity::High => Maturity::Initial,
            Severity::Critical => return None,
        };
        let organization = example::somewhere().stage(Stage::ScaleUp);
        Some(example::pair(organization.signal(Signal::StrategicAlignment, level)))
    }
}
