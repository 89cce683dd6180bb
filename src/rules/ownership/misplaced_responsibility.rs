use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::ownership::unowned_responsibility::listed;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};

evidence! {
    /// Something is with the leader who is not its home.
    ///
    /// Counted are responsibilities of a separate structure that are not shared and whose one holder is the other
    /// seat. Written decision rights make it milder.
    ///
    /// # Why it matters
    /// The CPO sets the what and the why, the CTO determines the how. Who holds one of the other's answers their own
    /// question with the other's tools.
    ///
    /// # When it is fine
    /// Where the holder is the better one for it and everybody knows, as with a technical product whose CTO writes the
    /// requirements.
    pub struct MisplacedResponsibility {
        /// What the CTO alone holds of the CPO's.
        pub with_cto: ResponsibilitySet,
        /// What the CPO alone holds of the CTO's.
        pub with_cpo: ResponsibilitySet,
        /// What of both is core.
        pub core: ResponsibilitySet,
        /// Whether decision rights are written.
        pub decision_rights: Estimate<bool>,
    }
}

impl MisplacedResponsibility {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let away =
            |role, home| situation.proposed.held_alone(role).intersection(ResponsibilitySet::of_home(home));
        let with_cto = away(Role::Cto, Home::Cpo);
        let with_cpo = away(Role::Cpo, Home::Cto);
        let responsibilities = with_cto.union(with_cpo);
        if responsibilities.is_empty() {
            return None;
        }
        let numbers = &situation.numbers.misplaced_responsibility;
        let core = responsibilities.intersection(ResponsibilitySet::CORE);
        let severity = if core.is_empty() { numbers.other } else { numbers.core };
        let severity = situation.unless_settled(severity, numbers.steps_down_decision_rights);
        severity.is_possible().then(|| Self {
            severity,
            with_cto,
            with_cpo,
            core,
            decision_rights: situation.organization.safeguard(Safeguard::DecisionRights),
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for MisplacedResponsibility {
    const CITATIONS: &'static [Citation] =
        &[cite(Source::Divergent, "the CPO sets the what and the why, the CTO determines the how")];

    const READS: Reads = Reads::NONE.lowered_by(&[Fact::Safeguard(Safeguard::DecisionRights)]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::BringHome(self.with_cto.union(self.with_cpo)));
        remedies.put_in_place(Safeguard::DecisionRights, self.decision_rights);
    }

    fn raised() -> Draft<Proposal> {
        example::with_roadmap(Role::Cto, Responsibility::Requirements)
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let misplaced = match severity {
            Severity::Low => Responsibility::CustomerFeedback,
            Severity::Medium => Responsibility::Roadmap,
            _ => return None,
        };
        let cto = Seat::draft().remit([Responsibility::Delivery, misplaced]);
        let cpo = Seat::draft().remit([Responsibility::Requirements]);
        let organization = example::somewhere().absent([Safeguard::DecisionRights]);
        Some(example::proposed(organization, Structure::pair(cto, cpo)))
    }

    fn spared() -> Draft<Proposal> {
        example::with_roadmap(Role::Cpo, Responsibility::Requirements)
    }
}

impl fmt::Display for MisplacedResponsibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let and = match (self.with_cto.is_empty(), self.with_cpo.is_empty()) {
            (false, false) => " and ",
            _ => "",
        };
        if !self.with_cto.is_empty() {
            listed(f, "the CTO alone holds ", self.with_cto, self.with_cto.intersection(self.core))?;
        }
        if !self.with_cpo.is_empty() {
            f.write_str(and)?;
            listed(f, "the CPO alone holds ", self.with_cpo, self.with_cpo.intersection(self.core))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
