//! Do many responsibilities change hands at once?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::quantity::Quantity;
use crate::situation::world::World;
use crate::vocabulary::change::{Change, Incumbent, Trigger};
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down, up};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct TransitionRisk;

impl TransitionRisk {
    #[inline]
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.transition_risk;
        let steps = up(world.holds(Slot::VACATED), numbers.steps_up_vacancy)
            + down(world.in_place(Safeguard::HandoverPlan), numbers.steps_down_handover_plan);
        numbers.moves_above.above(world.moves as u32).stepped(steps)
    }
}

impl Rule for TransitionRisk {
    const ABOUT: &'static str = "A responsibility changes hands when the people or offices that hold it change. It is \
        worse where somebody left, unless the structure stays the same, and milder with a written handover plan.";
    const WHY: &'static str = "Knowledge and working routines are lost when accountability moves, and people keep \
        asking the former owner.";
    const FINE: &'static str = "When results are poor and a break is wanted; some renewal helps.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Transition, "the more accountability moves at once, the more settled routine is lost"),
        cite(Source::Vacancy, "a change made because somebody left is less designed"),
        cite(Source::Handover, "a written plan keeps people from going on to the former owner"),
    ];
    const READS: &'static [Slot] = &[Slot::VACATED, Slot::safeguard(Safeguard::HandoverPlan)];
    const QUANTITIES: &'static [Quantity] = &[Quantity::Moves];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (moves, plan) = (case.proposal.moves().count, case.presence(Safeguard::HandoverPlan));
        let vacated =
            case.proposal.triggers().contains(Trigger::Vacancy) && case.proposal.change() != Change::Retain;
        let why = if vacated { " because of a vacancy" } else { "" };
        write!(f, "{moves} responsibilities change hands{why}, {plan} a handover plan")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::HandoverPlan]);
        remedies.add(Remedy::MoveFewer);
    }

    fn example(severity: Severity) -> Example {
        let merged = |plan| {
            let organization = example::somewhere().safeguard(Safeguard::HandoverPlan, plan);
            example::combined(organization).current(example::conventional_pair()).incumbent(Incumbent::None)
        };
        match severity {
            Severity::None => Some(example::pair(example::somewhere()).current(example::conventional_pair())),
            Severity::Low => {
                let moved = Responsibility::ALL.iter().take(7);
                let structure =
                    moved.fold(example::conventional_pair(), |pair, it| pair.elsewhere(*it, Office::Coo));
                let organization = example::somewhere().absent([Safeguard::HandoverPlan]);
                Some(example::proposed(organization, structure).current(example::conventional_pair()))
            }
            Severity::Medium => Some(merged(true)),
            Severity::High => Some(merged(false)),
            Severity::Critical => Some(merged(false).triggers([Trigger::Vacancy])),
        }
    }
}
