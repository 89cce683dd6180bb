//! Does anybody review whether the structure still fits?

use core::fmt;

use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Slot;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::quantity::facts_of;
use crate::situation::world::World;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, up};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct NoReviewCadence;

impl NoReviewCadence {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.no_review_cadence;
        let base =
            if world.holds(Slot::COMBINED) { numbers.combined.at(world.stage()) } else { numbers.separate };
        base.when(!world.holds(Slot::ENDS_SOON))
            .left_where(world.in_place(Safeguard::StructureReview), numbers.left_with_review)
            .stepped_not_above(up(world.holds(Slot::INTERIM), numbers.steps_up_interim), numbers.not_above)
    }
}

impl Rule for NoReviewCadence {
    const ABOUT: &'static str = "It is more severe where one person leads both fields, most of all in a scale-up. An \
        interim seat makes it worse. The end of a term of at most a year counts as a review.";
    const WHY: &'static str = "As a business grows and changes, its leadership structure has to be reassessed, above \
        all where the roles are combined. An interim seat outlasts its purpose if nobody asks.";
    const FINE: &'static str =
        "In the months after a careful choice of structure, with a date for the first review.";
    const CITATIONS: &'static [Citation] = &[
        cite(
            Source::Wills,
            "constantly monitor and assess the leadership structure, above all a combined one",
        ),
        cite(Source::Interim, "an interim seat outlasts its purpose"),
    ];
    const READS: &'static [Slot] = &[
        Slot::safeguard(Safeguard::StructureReview),
        Slot::ENDS_SOON,
        Slot::INTERIM,
        Slot::STAGE,
        Slot::COMBINED,
    ];

    /// The stage only matters in a combined structure.
    fn reads(structure: &Structure, numbers: &Numbers, _: Role) -> FactSet {
        let facts = facts_of(Slot::INTERIM, structure, numbers)
            .with(Fact::Safeguard(Safeguard::StructureReview))
            .with(Fact::Term);
        if structure.form().is_combined() { facts.with(Fact::Stage) } else { facts }
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the structure comes {} periodic review", case.presence(Safeguard::StructureReview))?;
        let interim = case.structure().seats().map(|(_, seat)| seat.interim());
        match interim.fold((false, false), |(least, most), seat| (least | seat.least(), most | seat.most())) {
            (true, _) => f.write_str(", and a seat is interim"),
            (false, true) => f.write_str(", and a seat may be interim"),
            (false, false) => Ok(()),
        }
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::StructureReview]);
        for (role, seat) in case.structure().seats() {
            remedies.add_if(seat.interim().most(), Remedy::FillForGood(role));
        }
    }

    fn example(severity: Severity) -> Example {
        let organization =
            |stage, review| example::somewhere().stage(stage).safeguard(Safeguard::StructureReview, review);
        match severity {
            Severity::None => Some(example::pair(organization(Stage::ScaleUp, true))),
            Severity::Low => Some(example::pair(organization(Stage::ScaleUp, false))),
            Severity::Medium => Some(example::combined(organization(Stage::Established, false))),
            Severity::High => Some(example::combined(organization(Stage::ScaleUp, false))),
            Severity::Critical => None,
        }
    }
}
