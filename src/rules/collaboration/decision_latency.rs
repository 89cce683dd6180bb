//! Is it written down which of two leaders decides what?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct DecisionLatency;

impl DecisionLatency {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.decision_latency;
        let (severity, left) = (numbers.stage.at(world.stage()), numbers.left_with_rights);
        let severity = severity.left_where(world.in_place(Safeguard::DecisionRights), left);
        severity.stepped(down(world.holds(Slot::SHARED_SUPERIOR), numbers.steps_down_superior))
    }
}

impl Rule for DecisionLatency {
    const ABOUT: &'static str = "It is worse in early stages, where speed matters most, and milder where one side \
        reports to the other, or both to the same office. A chief executive who leads the other field breaks ties \
        alone.";
    const WHY: &'static str = "A single point of contact simplifies decisions. Two are as fast only if it is clear \
        who decides what and who breaks ties; ambiguity is among the worst drags on performance.";
    const FINE: &'static str =
        "When the two report no friction in deciding. A few clear rights do more than a thick matrix.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "a single point of contact simplifies decisions"),
        cite(Source::DecisionRights, "written decision rights make two heads faster"),
    ];
    const SCOPE: Slot = Slot::TIES;
    const READS: &'static [Slot] =
        &[Slot::safeguard(Safeguard::DecisionRights), Slot::STAGE, Slot::SHARED_SUPERIOR];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (stage, rights) = (case.organization().stage(), case.presence(Safeguard::DecisionRights));
        write!(f, "two leaders share the decisions, {rights} written decision rights (stage: {stage:#})")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::DecisionRights]);
        remedies.add_if(case.structure().form() == Form::Pair, Remedy::Choose(Form::Combined));
    }

    fn example(severity: Severity) -> Example {
        let (stage, rights) = match severity {
            Severity::None => (Stage::ScaleUp, true),
            Severity::Low => (Stage::Established, false),
            Severity::Medium => (Stage::ScaleUp, false),
            Severity::High | Severity::Critical => return None,
        };
        Some(example::pair(example::somewhere().stage(stage).safeguard(Safeguard::DecisionRights, rights)))
    }
}
