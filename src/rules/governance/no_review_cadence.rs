use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::{Role, RoleSet};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// Nobody looks again at whether the structure still fits.
    ///
    /// It weighs more where one leads both fields, most in a scale-up. A seat that is filled for the time being makes it
    /// worse.
    ///
    /// # Why it matters
    /// As a business grows and changes, its leadership structure has to be assessed again, above all where the roles
    /// are combined. An interim seat outlasts its purpose when nobody asks.
    ///
    /// # When it is fine
    /// In the months after a structure was chosen with care, with a date for the first look.
    pub struct NoReviewCadence {
        /// Which seats are proposed.
        pub form: Form,
        /// Whether the structure is reassessed periodically.
        pub structure_review: Estimate<bool>,
        /// Whether a seat is filled for the time being only.
        pub interim: Estimate<bool>,
        /// The seats that are, or may be.
        pub interim_seats: RoleSet,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

impl NoReviewCadence {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let numbers = &situation.numbers.no_review_cadence;
        let interim = situation.interim();
        let base = if situation.is_combined() {
            situation.over_stages(|stage| numbers.combined.get(stage))
        } else {
            Span::exact(numbers.separate)
        };
        let severity = base
            .when(situation.in_place(Safeguard::StructureReview).not())
            .stepped(interim.steps_up(numbers.steps_up_interim))
            .min(Span::exact(numbers.not_above));
        severity.is_possible().then(|| Self {
            severity,
            form: situation.form,
            structure_review: situation.organization.safeguard(Safeguard::StructureReview),
            interim: Estimate { least: interim.least, most: interim.most },
            interim_seats: situation
                .seats
                .iter()
                .filter(|seat| seat.seat.interim.most())
                .map(|seat| seat.role)
                .collect(),
            stage: situation.organization.stage,
            open: situation.open(Self::reads(situation.numbers, situation.proposed, Role::Cpto)),
        })
    }
}

impl Declaration for NoReviewCadence {
    const CITATIONS: &'static [Citation] = &[
        cite(
            Source::Wills,
            "constantly monitor and assess the leadership structure, above all a combined one",
        ),
        cite(Source::Interim, "an interim seat outlasts its purpose"),
    ];

    const READS: Reads = Reads::NONE.lowered_by(&[Fact::Safeguard(Safeguard::StructureReview)]).raised_by(&[
        Fact::Interim(Role::Cto),
        Fact::Interim(Role::Cpo),
        Fact::Interim(Role::Cpto),
    ]);

    fn reads(_: &Numbers, structure: &Structure, _: Role) -> Reads {
        if structure.form().is_combined() { Self::READS.hanging_on(&[Fact::Stage]) } else { Self::READS }
    }

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::StructureReview, self.structure_review);
        for role in self.interim_seats.iter() {
            remedies.add(Remedy::FillForGood(role));
        }
    }

    fn raised() -> Draft<Proposal> {
        example::pair(example::somewhere().absent([Safeguard::StructureReview]))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let organization = |stage| example::somewhere().stage(stage).absent([Safeguard::StructureReview]);
        match severity {
            Severity::Low => Some(example::pair(organization(Stage::ScaleUp))),
            Severity::Medium => Some(example::combined(organization(Stage::Established))),
            Severity::High => Some(example::combined(organization(Stage::ScaleUp))),
            _ => None,
        }
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere().in_place([Safeguard::StructureReview]))
    }
}

impl fmt::Display for NoReviewCadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "periodic review of the structure is {}", presence(self.structure_review))?;
        match self.interim.value() {
            Some(true) => f.write_str(", and a seat is interim"),
            Some(false) => Ok(()),
            None => f.write_str(", and a seat may be interim"),
        }
    }
}

#[cfg(test)]
mod tests;
