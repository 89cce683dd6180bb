//! Do the two leaders have a regular forum to settle what concerns both?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down, up};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct NoCollaborationForum;

impl NoCollaborationForum {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let coupled = world.closely_coupled(numbers);
        let numbers = &numbers.no_collaboration_forum;
        let steps = up(coupled, numbers.steps_up_close_integration)
            + down(world.is_startup(), numbers.steps_down_startup);
        let left = numbers.left_with_forum;
        numbers.severity.left_where(world.in_place(Safeguard::CollaborationForum), left).stepped(steps)
    }
}

impl Rule for NoCollaborationForum {
    const ABOUT: &'static str = "Closely coupled decisions make it worse; the startup stage makes it milder.";
    const WHY: &'static str = "Hard requirements and better alternatives come up between the two. Without a regular \
        forum that can break ties, they turn into quarrels or silence.";
    const FINE: &'static str = "When the two attend most meetings together and need no other one.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Divergent, "the synergy of the two is paramount where requirements are hard to meet"),
        cite(Source::Forum, "a standing forum turns quarrels into decisions"),
    ];
    const SCOPE: Slot = Slot::TWO_SIDES;
    const READS: &'static [Slot] =
        &[Slot::safeguard(Safeguard::CollaborationForum), Slot::signal(Signal::Integration), Slot::STAGE];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the two leaders work together {} a joint forum",
            case.presence(Safeguard::CollaborationForum)
        )?;
        case.level(Signal::Integration).map_or(Ok(()), |level| write!(f, "; integration is {level:#}"))
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::CollaborationForum]);
        let close = case.numbers.close_integration;
        let coupled = case.level(Signal::Integration).is_some_and(|level| level.most() >= close);
        remedies.add_if(coupled, Remedy::LoosenCoupling(None));
    }

    fn example(severity: Severity) -> Example {
        let (stage, integration, forum) = match severity {
            Severity::None => (Stage::ScaleUp, Maturity::Defined, true),
            Severity::Low => (Stage::Startup, Maturity::Defined, false),
            Severity::Medium => (Stage::ScaleUp, Maturity::Defined, false),
            Severity::High => (Stage::ScaleUp, Maturity::Optimizing, false),
            Severity::Critical => return None,
        };
        let organization = example::somewhere().stage(stage).signal(Signal::Integration, integration);
        Some(example::pair(organization.safeguard(Safeguard::CollaborationForum, forum)))
    }
}
