//! Does one leader, without a reason, take over from two who work well together?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::change::Trigger;
use crate::vocabulary::severity::{Severity, down, up};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct ChangeWithoutCause;

impl ChangeWithoutCause {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.change_without_cause;
        let Some(level) = world.level(Signal::Collaboration) else { return Severity::None };
        let steps = down(world.holds(Slot::CAUSE), numbers.steps_down_cause)
            + up(world.holds(Slot::COST), numbers.steps_up_cost);
        numbers.collaboration.at(level).stepped(steps)
    }
}

impl Rule for ChangeWithoutCause {
    const ABOUT: &'static str = "The better the two fields work together, the less reason there is. Growth, \
        transformation, renewal and friction are causes and make it milder; saving cost makes it worse.";
    const WHY: &'static str = "Merging two leaders who work well together gives up a good relationship for no gain. \
        Without a problem, the first question is what the new title should solve.";
    const FINE: &'static str = "When the stated cause lies outside the pair, such as a new strategy.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::WithoutCause, "merging a pair that works spends a good relationship"),
        cite(Source::Triggers, "growth, transformation and renewal are causes, cost is a bad one"),
    ];
    const SCOPE: Slot = Slot::MERGES_TWO_SIDES;
    const READS: &'static [Slot] = &[Slot::signal(Signal::Collaboration), Slot::CAUSE, Slot::COST];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("two leaders become one")?;
        if let Some(level) = case.level(Signal::Collaboration) {
            write!(f, " (collaboration: {level:#})")?;
        }
        let triggers = case.proposal.triggers();
        if triggers.is_empty() {
            f.write_str(", without a stated reason")
        } else {
            write!(f, ", because of {triggers:#}")
        }
    }

    fn remedies(_: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::KeepStructure);
    }

    fn example(severity: Severity) -> Example {
        let (level, trigger) = match severity {
            Severity::None => (Maturity::Defined, Trigger::Vacancy),
            Severity::Low => (Maturity::Optimizing, Trigger::Growth),
            Severity::Medium => (Maturity::Optimizing, Trigger::Vacancy),
            Severity::High => (Maturity::Optimizing, Trigger::Cost),
            Severity::Critical => return None,
        };
        let merged = example::combined(example::somewhere().signal(Signal::Collaboration, level));
        Some(merged.current(example::conventional_pair()).triggers([trigger]))
    }
}
