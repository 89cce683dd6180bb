use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::SeatSituation;
use crate::situation::view::Situation;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};

evidence! {
    /// Who answers for profit and loss does not hold what makes them.
    ///
    /// The seat alone holds profit and loss, while the roadmap, the requirements or the business model have holders of
    /// which it is not one. Written decision rights make it milder.
    ///
    /// # Why it matters
    /// Limits outside one's control are among the things at work that harm performance most. A leader who is overruled
    /// loses authority, because people learn to go around.
    ///
    /// # When it is fine
    /// Where accountability is set wider than control on purpose, so that people cooperate, and everybody knows it.
    pub struct AccountabilityWithoutAuthority {
        /// The seat.
        pub role: Role,
        /// What others hold.
        pub missing: ResponsibilitySet,
        /// Whether decision rights are written.
        pub decision_rights: Estimate<bool>,
    }
}

/// What makes profit and loss.
const LEVERS: ResponsibilitySet = ResponsibilitySet::of(&[
    Responsibility::Roadmap,
    Responsibility::Requirements,
    Responsibility::BusinessModel,
]);

impl AccountabilityWithoutAuthority {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>, seat: &SeatSituation<'_>) -> Option<Self> {
        let proposed = situation.proposed;
        let missing = proposed.held().difference(seat.remit).intersection(LEVERS);
        if missing.is_empty() || !proposed.held_alone(seat.role).contains(Responsibility::ProfitAndLoss) {
            return None;
        }
        let numbers = &situation.numbers.accountability_without_authority;
        let severity = situation.unless_settled(numbers.severity, numbers.steps_down_decision_rights);
        severity.is_possible().then(|| Self {
            severity,
            role: seat.role,
            missing,
            decision_rights: situation.organization.safeguard(Safeguard::DecisionRights),
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for AccountabilityWithoutAuthority {
    const CITATIONS: &'static [Citation] = &[
        cite(
            Source::Divergent,
            "the CPO oversees the profit and loss, accountable for requirements and business model",
        ),
        cite(Source::Authority, "who answers for a result should hold the decisions that make it"),
    ];

    const READS: Reads = Reads::NONE.lowered_by(&[Fact::Safeguard(Safeguard::DecisionRights)]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::Entrust(self.role, self.missing));
        remedies.put_in_place(Safeguard::DecisionRights, self.decision_rights);
    }

    fn raised() -> Draft<Proposal> {
        example::with_roadmap(Role::Cto, Responsibility::ProfitAndLoss)
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let settled = match severity {
            Severity::Low => true,
            Severity::Medium => false,
            _ => return None,
        };
        Some(example::settled(Self::raised(), settled))
    }

    fn spared() -> Draft<Proposal> {
        example::with_roadmap(Role::Cpo, Responsibility::ProfitAndLoss)
    }
}

impl fmt::Display for AccountabilityWithoutAuthority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { role, missing, .. } = self;
        let rights = presence(self.decision_rights);
        let role = role.abbreviation();
        write!(
            f,
            "the {role} answers for profit-and-loss while others hold {missing}, with decision rights {rights}"
        )
    }
}

#[cfg(test)]
mod tests;
