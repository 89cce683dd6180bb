use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::ownership::unowned_responsibility::listed;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};

evidence! {
    /// Something has more than one holder.
    ///
    /// Counted are responsibilities that are not shared by convention and have two holders or more, seats and offices
    /// elsewhere alike. Written decision rights make it milder.
    ///
    /// # Why it matters
    /// Where two are accountable, nobody is: each waits for the other, or undoes what the other did. Unclear roles go
    /// with poor performance.
    ///
    /// # When it is fine
    /// Where two share something on purpose, down to the budget, and have written down who decides.
    pub struct ContestedResponsibility {
        /// What has two holders or more.
        pub responsibilities: ResponsibilitySet,
        /// What of it is core.
        pub core: ResponsibilitySet,
        /// Whether decision rights are written.
        pub decision_rights: Estimate<bool>,
    }
}

impl ContestedResponsibility {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let responsibilities = situation.proposed.contested();
        if responsibilities.is_empty() {
            return None;
        }
        let numbers = &situation.numbers.contested_responsibility;
        let core = responsibilities.intersection(ResponsibilitySet::CORE);
        let severity = if core.is_empty() { numbers.other } else { numbers.core };
        let severity = situation.unless_settled(severity, numbers.steps_down_decision_rights);
        severity.is_possible().then(|| Self {
            severity,
            responsibilities,
            core,
            decision_rights: situation.organization.safeguard(Safeguard::DecisionRights),
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for ContestedResponsibility {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::OneAccountable, "for each responsibility exactly one is accountable"),
        cite(Source::DecisionRights, "written decision rights end ambiguity"),
    ];

    const READS: Reads = Reads::NONE.lowered_by(&[Fact::Safeguard(Safeguard::DecisionRights)]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::LeaveToOne(self.responsibilities));
        remedies.put_in_place(Safeguard::DecisionRights, self.decision_rights);
    }

    fn raised() -> Draft<Proposal> {
        with_counsel(Responsibility::Privacy)
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let (held, settled) = match severity {
            Severity::Low => (Responsibility::Privacy, true),
            Severity::Medium => (Responsibility::Privacy, false),
            Severity::High => (Responsibility::Security, false),
            _ => return None,
        };
        let organization = example::somewhere().safeguard(Safeguard::DecisionRights, settled);
        let structure = Structure::combined(Seat::draft().remit([held])).elsewhere(held, Office::Ciso);
        Some(example::proposed(organization, structure))
    }

    fn spared() -> Draft<Proposal> {
        with_counsel(Responsibility::LegalCompliance)
    }
}

/// A CPTO who holds privacy, beside a general counsel who holds something.
fn with_counsel(held: Responsibility) -> Draft<Proposal> {
    let seat = Seat::draft().remit([Responsibility::Privacy]);
    example::proposed(example::somewhere(), Structure::combined(seat).elsewhere(held, Office::GeneralCounsel))
}

impl fmt::Display for ContestedResponsibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        listed(f, "two or more hold ", self.responsibilities, self.core)?;
        write!(f, ", with written decision rights {}", presence(self.decision_rights))
    }
}

#[cfg(test)]
mod tests;
