//! Which proposals do the examples of the warnings start from?

use crate::input::draft::Draft;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::stage::Stage;

/// A proposal that raises a warning at a severity, if any does.
pub(crate) type Example = Option<Draft<Proposal>>;

/// A company about which nothing is known.
pub(crate) fn somewhere() -> Draft<Organization> {
    Organization::draft()
}

/// A company at a stage, without heads below, with every signal at one level.
pub(crate) fn uniform(stage: Stage, level: Maturity) -> Draft<Organization> {
    somewhere()
        .stage(stage)
        .signals(Signal::ALL.iter().copied(), level)
        .absent([Safeguard::ProductLead, Safeguard::EngineeringLead])
}

/// One CPTO with the conventional remit.
pub(crate) fn combined(organization: Draft<Organization>) -> Draft<Proposal> {
    proposed(organization, Structure::combined(Seat::draft()))
}

/// A proposal of the conventional pair.
pub(crate) fn pair(organization: Draft<Organization>) -> Draft<Proposal> {
    proposed(organization, conventional_pair())
}

pub(crate) fn proposed(organization: Draft<Organization>, structure: Draft<Structure>) -> Draft<Proposal> {
    Proposal::draft().organization(organization).proposed(structure)
}

/// A CTO and a CPO with conventional remits, as a structure.
pub(crate) fn conventional_pair() -> Draft<Structure> {
    Structure::pair(Seat::draft(), Seat::draft())
}

/// A pair in which the CTO holds delivery, the CPO holds `of_cpo`, and one of the two also holds the roadmap.
pub(crate) fn with_roadmap(holder: Role, of_cpo: Responsibility) -> Draft<Proposal> {
    let seat = |role, own| {
        let roadmap = (role == holder).then_some(Responsibility::Roadmap);
        Seat::draft().remit([own].into_iter().chain(roadmap))
    };
    proposed(somewhere(), Structure::pair(seat(Role::Cto, Responsibility::Delivery), seat(Role::Cpo, of_cpo)))
}
