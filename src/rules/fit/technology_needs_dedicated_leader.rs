//! Does technology need so much work that it takes a dedicated leader?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::condition;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct TechnologyNeedsDedicatedLeader;

impl TechnologyNeedsDedicatedLeader {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.technology_needs_dedicated_leader;
        let steps = down(world.in_place(Safeguard::EngineeringLead), numbers.steps_down_engineering_lead)
            + down(world.is_startup(), numbers.steps_down_startup);
        world.severity(Slot::TECHNOLOGY).stepped_not_below(steps, numbers.not_below)
    }
}

impl Rule for TechnologyNeedsDedicatedLeader {
    const ABOUT: &'static str = "The lowest of technical stability, developer productivity and data capability \
        decides. A head of engineering and the startup stage make it milder, but even together they \
        do not make it go away.";
    const WHY: &'static str = "Fixing unstable technology, slow development and weak data takes a leader's full \
        attention. If nobody leads only technology, the work is left undone or takes all of somebody's time.";
    const FINE: &'static str =
        "In a company so small that one person still sees everything, and only while that lasts.";
    const CITATIONS: &'static [Citation] = &[cite(
        Source::Wills,
        "much to do for technical stability, developer productivity or data capabilities asks for a dedicated CTO",
    )];
    const SCOPE: Slot = Slot::TECHNOLOGY_UNDEDICATED;
    const READS: &'static [Slot] =
        &[Slot::TECHNOLOGY, Slot::safeguard(Safeguard::EngineeringLead), Slot::STAGE];

    fn evidence(case: &Case<'_>) -> Evidence {
        Evidence::levels(case, &condition::TECHNOLOGY)
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signals = SignalSet::of(&condition::TECHNOLOGY).difference(case.organization().absent_signals());
        let lead = case.presence(Safeguard::EngineeringLead);
        if let Some(lowest) = case.lowest(&condition::TECHNOLOGY) {
            write!(f, "the lowest level among {signals:#} is {lowest:#}; ")?;
        }
        write!(f, "technology is led {lead} a head of engineering")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        let lowest = case.lowest(&condition::TECHNOLOGY);
        for signal in case.raisable(&condition::TECHNOLOGY) {
            let may_be_lowest =
                |level: Estimate<Maturity>| lowest.is_some_and(|lowest| level.least() <= lowest.most);
            remedies.add_if(case.level(signal).is_some_and(may_be_lowest), Remedy::Raise(signal, None));
        }
        if case.severity.most > case.numbers.technology_needs_dedicated_leader.not_below {
            remedies.put_in_place(case, &[Safeguard::EngineeringLead]);
        }
        remedies.add_if(case.structure().form() != Form::Pair, Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Example {
        let (level, lead, stage) = match severity {
            Severity::None => (Maturity::Defined, false, Stage::ScaleUp),
            Severity::Low => (Maturity::Managed, true, Stage::Startup),
            Severity::Medium => (Maturity::Managed, true, Stage::ScaleUp),
            Severity::High => (Maturity::Managed, false, Stage::ScaleUp),
            Severity::Critical => (Maturity::Initial, false, Stage::ScaleUp),
        };
        let organization = example::somewhere()
            .signals([Signal::TechnicalStability, Signal::DeveloperProductivity], Maturity::Defined)
            .signal(Signal::DataCapability, level)
            .stage(stage);
        Some(example::combined(organization.safeguard(Safeguard::EngineeringLead, lead)))
    }
}
