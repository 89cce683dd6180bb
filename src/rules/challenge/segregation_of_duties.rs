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
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// Who delivers also vouches for security or compliance.
    ///
    /// The seat holds delivery and at least one of security, technical compliance, legal compliance and privacy, and
    /// nobody outside it signs them off.
    ///
    /// # Why it matters
    /// Duties are divided so that abuse needs collusion. Where the person who ships also checks, the budget of the
    /// check is set by the person checked, and doubts are escalated to that person.
    ///
    /// # When it is fine
    /// In small companies, which compensate by review instead of separating. Assure the control, and do not gate each
    /// release: approval by an outside body goes with worse delivery.
    pub struct SegregationOfDuties {
        /// The seat.
        pub role: Role,
        /// What it holds beside delivery that checks delivery.
        pub conflicting: ResponsibilitySet,
        /// Whether somebody outside the seat signs off.
        pub independent_assurance: Estimate<bool>,
        /// Whether the company is regulated.
        pub regulated: Estimate<bool>,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

/// What checks delivery.
const CHECKS: ResponsibilitySet = ResponsibilitySet::of(&[
    Responsibility::Security,
    Responsibility::TechnicalCompliance,
    Responsibility::LegalCompliance,
    Responsibility::Privacy,
]);

impl SegregationOfDuties {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>, seat: &SeatSituation<'_>) -> Option<Self> {
        let conflicting = seat.remit.intersection(CHECKS);
        if !seat.remit.contains(Responsibility::Delivery) || conflicting.is_empty() {
            return None;
        }
        let numbers = &situation.numbers.segregation_of_duties;
        let organization = situation.organization;
        let base = if situation.is_combined() { numbers.combined } else { numbers.separate };
        let regulated = organization.regulated.span().steps_up(numbers.steps_up_regulated);
        let startup = situation.startup().steps_down(numbers.steps_down_startup);
        let severity = Span::exact(base)
            .when(situation.in_place(Safeguard::IndependentAssurance).not())
            .stepped(regulated.and(startup));
        severity.is_possible().then(|| Self {
            severity,
            role: seat.role,
            conflicting,
            independent_assurance: organization.safeguard(Safeguard::IndependentAssurance),
            regulated: organization.regulated,
            stage: organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for SegregationOfDuties {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Segregation, "whoever delivers should not alone vouch for security and compliance"),
        cite(Source::Assurance, "somebody outside the seat signs off"),
    ];

    const READS: Reads = Reads::NONE
        .lowered_by(&[Fact::Safeguard(Safeguard::IndependentAssurance)])
        .raised_by(&[Fact::Regulated, Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::IndependentAssurance, self.independent_assurance);
        remedies.add(Remedy::HandOver(self.conflicting));
    }

    fn raised() -> Draft<Proposal> {
        let organization =
            example::somewhere().stage(Stage::ScaleUp).absent([Safeguard::IndependentAssurance]);
        example::pair(organization)
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let organization = |regulated| {
            let organization = example::somewhere().stage(Stage::ScaleUp).regulated(regulated);
            organization.absent([Safeguard::IndependentAssurance])
        };
        match severity {
            Severity::Low => Some(example::pair(organization(false))),
            Severity::Medium => Some(example::combined(organization(false))),
            Severity::High => Some(example::combined(organization(true))),
            _ => None,
        }
    }

    fn spared() -> Draft<Proposal> {
        let organization =
            example::somewhere().stage(Stage::ScaleUp).in_place([Safeguard::IndependentAssurance]);
        example::pair(organization)
    }
}

impl fmt::Display for SegregationOfDuties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (role, conflicting) = (self.role.abbreviation(), self.conflicting);
        let assurance = presence(self.independent_assurance);
        write!(f, "the {role} delivers and also holds {conflicting}, with independent assurance {assurance}")
    }
}

#[cfg(test)]
mod tests;
