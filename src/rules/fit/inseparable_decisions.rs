use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};

evidence! {
    /// Two leaders share decisions that cannot be told apart.
    ///
    /// The signal integration says how closely product and technology decisions are coupled. Shared goals and a forum
    /// together make it milder.
    ///
    /// # Why it matters
    /// Where a product decision is at once a technology decision, two leaders have to join direction and feasibility
    /// every day, and each decision needs both of them.
    ///
    /// # When it is fine
    /// Where the pair has one plan, one budget and the same measures, and settles things in one forum. The coupling
    /// itself may also be what should change.
    pub struct InseparableDecisions {
        /// How closely the decisions are coupled.
        pub integration: Estimate<Maturity>,
        /// Whether goals are shared.
        pub shared_goals: Estimate<bool>,
        /// Whether there is a joint forum.
        pub collaboration_forum: Estimate<bool>,
    }
}

impl InseparableDecisions {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_pair() {
            return None;
        }
        let numbers = &situation.numbers.inseparable_decisions;
        let integration = situation.level(Signal::Integration)?;
        let both =
            situation.in_place(Safeguard::SharedGoals).min(situation.in_place(Safeguard::CollaborationForum));
        let severity = integration
            .span()
            .rising(|level| numbers.integration.get(level))
            .stepped(both.steps_down(numbers.steps_down_goals_and_forum));
        severity.is_possible().then(|| Self {
            severity,
            integration,
            shared_goals: situation.organization.safeguard(Safeguard::SharedGoals),
            collaboration_forum: situation.organization.safeguard(Safeguard::CollaborationForum),
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for InseparableDecisions {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "one leader works well where product and technology are closely integrated"),
        cite(Source::Integration, "where a product decision is a technology decision, a split costs"),
    ];

    const READS: Reads = Reads::NONE
        .lowered_by(&[
            Fact::Safeguard(Safeguard::SharedGoals),
            Fact::Safeguard(Safeguard::CollaborationForum),
        ])
        .raised_by(&[Fact::Signal(Signal::Integration)]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::SharedGoals, self.shared_goals);
        remedies.put_in_place(Safeguard::CollaborationForum, self.collaboration_forum);
        remedies.add(Remedy::LoosenCoupling);
        remedies.add(Remedy::Choose(Form::Combined));
    }

    fn raised() -> Draft<Proposal> {
        example::pair(coupled(Maturity::QuantitativelyManaged))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        match severity {
            Severity::Low => Some(example::pair(coupled(Maturity::QuantitativelyManaged))),
            Severity::Medium => Some(example::pair(coupled(Maturity::Optimizing))),
            _ => None,
        }
    }

    fn spared() -> Draft<Proposal> {
        example::pair(coupled(Maturity::Defined))
    }
}

/// A company without shared goals in which decisions are so coupled.
fn coupled(level: Maturity) -> Draft<crate::model::organization::Organization> {
    example::somewhere().signal(Signal::Integration, level).absent([Safeguard::SharedGoals])
}

impl fmt::Display for InseparableDecisions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (goals, forum) = (presence(self.shared_goals), presence(self.collaboration_forum));
        write!(
            f,
            "two leaders with integration {}, shared goals {goals} and a joint forum {forum}",
            self.integration
        )
    }
}

#[cfg(test)]
mod tests;
