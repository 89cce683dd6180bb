//! Does a leader answer for profit and loss without holding its levers?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::{Duties, Rule};
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct AccountabilityWithoutAuthority;

impl AccountabilityWithoutAuthority {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.accountability_without_authority;
        numbers
            .severity
            .stepped(down(world.in_place(Safeguard::DecisionRights), numbers.steps_down_decision_rights))
    }
}

impl Rule for AccountabilityWithoutAuthority {
    const ABOUT: &'static str = "The seat alone holds profit and loss, while only others hold the roadmap, the \
        requirements or the business model. Written decision rights make it milder.";
    const WHY: &'static str = "Constraints outside a person's control are among the worst drags on performance. A \
        leader who is overruled loses authority, because people learn to bypass them.";
    const FINE: &'static str = "When accountability is deliberately wider than control, so that people cooperate, and \
        everybody knows it.";
    const CITATIONS: &'static [Citation] = &[
        cite(
            Source::Divergent,
            "the CPO oversees the profit and loss, accountable for requirements and business model",
        ),
        cite(Source::Authority, "a leader who answers for a result should hold the decisions that make it"),
    ];
    const OF_SEAT: bool = true;
    const SCOPE: Slot = Slot::DEPRIVED;
    const READS: &'static [Slot] = &[Slot::safeguard(Safeguard::DecisionRights)];
    const DUTIES: Option<Duties> = Some(|case| case.structure().missing_levers(case.role));

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (role, missing) = (case.role.title(), Self::duties(case));
        let rights = case.presence(Safeguard::DecisionRights);
        write!(
            f,
            "{rights} written decision rights, the {role} answers for profit and loss while others hold {missing:#}"
        )
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        for lever in Self::duties(case) {
            remedies.add(Remedy::HandOver(lever, Holder::Seat(case.role)));
        }
        remedies.put_in_place(case, &[Safeguard::DecisionRights]);
    }

    fn example(severity: Severity) -> Example {
        let draft = |roadmap, settled| {
            let draft = example::with_roadmap(roadmap, Responsibility::ProfitAndLoss);
            draft.organization(example::somewhere().safeguard(Safeguard::DecisionRights, settled))
        };
        match severity {
            Severity::None => Some(draft(Role::Cpo, false)),
            Severity::Low => Some(draft(Role::Cto, true)),
            Severity::Medium => Some(draft(Role::Cto, false)),
            Severity::High | Severity::Critical => None,
        }
    }
}
