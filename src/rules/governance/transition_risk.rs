use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::policy::ladder::Ladder;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::change::{Incumbent, Trigger};
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;

evidence! {
    /// Many responsibilities change hands at once.
    ///
    /// A responsibility changes hands when the people and offices that hold it are others than before. It is worse
    /// where somebody left, and milder with a written handover plan.
    ///
    /// # Why it matters
    /// What people know and how they work together is lost as accountability moves, and people go on asking the former
    /// owner.
    ///
    /// # When it is fine
    /// Where results are poor and the break is wanted; some renewal helps.
    pub struct TransitionRisk {
        /// How many responsibilities change hands.
        pub moves: Span<u32>,
        /// The numbers of them above which it has a severity.
        pub moves_above: Ladder,
        /// What changes hands whoever stays.
        pub certain_moves: ResponsibilitySet,
        /// What changes hands with somebody staying who may stay.
        pub possible_moves: ResponsibilitySet,
        /// Why the question is asked now.
        pub trigger: Option<Trigger>,
        /// Whether there is a written handover plan.
        pub handover_plan: Estimate<bool>,
    }
}

impl TransitionRisk {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let numbers = &situation.numbers.transition_risk;
        let moves = situation.proposal.moves();
        let trigger = situation.proposal.trigger();
        let steps = Span::exact(trigger == Some(Trigger::Vacancy))
            .steps_up(numbers.steps_up_vacancy)
            .and(situation.in_place(Safeguard::HandoverPlan).steps_down(numbers.steps_down_handover_plan));
        let severity = moves.count.rising(|count| numbers.moves_above.above(count)).stepped(steps);
        severity.is_possible().then(|| Self {
            severity,
            moves: moves.count,
            moves_above: numbers.moves_above,
            certain_moves: moves.certain,
            possible_moves: moves.possible,
            trigger,
            handover_plan: situation.organization.safeguard(Safeguard::HandoverPlan),
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for TransitionRisk {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Transition, "the more accountability moves at once, the more settled routine is lost"),
        cite(Source::Vacancy, "a change made because somebody left is less designed"),
        cite(Source::Handover, "a written plan keeps people from going on to the former owner"),
    ];

    const READS: Reads =
        Reads::NONE.lowered_by(&[Fact::Safeguard(Safeguard::HandoverPlan)]).hanging_on(&[Fact::Incumbent]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::HandoverPlan, self.handover_plan);
        remedies.add(Remedy::MoveFewer);
    }

    fn raised() -> Draft<Proposal> {
        example::combined(example::somewhere()).current(example::conventional_pair())
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let draft = |organization| example::combined(organization).current(example::conventional_pair());
        let planned = |plan: bool| example::somewhere().safeguard(Safeguard::HandoverPlan, plan);
        match severity {
            Severity::None => None,
            Severity::Low => {
                let moved = Responsibility::ALL.iter().take(7);
                let structure =
                    moved.fold(example::conventional_pair(), |pair, it| pair.elsewhere(*it, Office::Coo));
                let draft = example::proposed(planned(false), structure);
                Some(draft.current(example::conventional_pair()))
            }
            Severity::Medium => Some(draft(planned(true)).incumbent(Incumbent::None)),
            Severity::High => Some(draft(planned(false)).incumbent(Incumbent::None)),
            Severity::Critical => {
                Some(draft(planned(false)).incumbent(Incumbent::None).trigger(Trigger::Vacancy))
            }
        }
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere()).current(example::conventional_pair())
    }
}

impl fmt::Display for TransitionRisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = presence(self.handover_plan);
        write!(f, "{} responsibilities change hands, with a handover plan {plan}", self.moves)?;
        if self.trigger == Some(Trigger::Vacancy) { f.write_str(", because somebody left") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
