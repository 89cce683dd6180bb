//! The proposals that the examples of the warnings start from.

use crate::draft::Draft;
use crate::{
    Maturity, Organization, Proposal, Responsibility, Role, Safeguard, Seat, Signal, Stage, Structure,
};

/// A company of which nothing is known.
pub(super) fn somewhere() -> Draft<Organization> {
    Organization::draft()
}

/// A company at a stage, without heads below, where everything is at one level.
pub(super) fn uniform(stage: Stage, level: Maturity) -> Draft<Organization> {
    somewhere()
        .stage(stage)
        .signals(Signal::ALL.iter().copied(), level)
        .absent([Safeguard::ProductLead, Safeguard::EngineeringLead])
}

/// One CPTO, conventionally.
pub(super) fn combined(organization: Draft<Organization>) -> Draft<Proposal> {
    proposed(organization, Structure::combined(Seat::draft()))
}

/// A CTO and a CPO, conventionally.
pub(super) fn pair(organization: Draft<Organization>) -> Draft<Proposal> {
    proposed(organization, conventional_pair())
}

/// A structure in a company.
pub(super) fn proposed(organization: Draft<Organization>, structure: Draft<Structure>) -> Draft<Proposal> {
    Proposal::draft().organization(organization).proposed(structure)
}

/// A CTO and a CPO with conventional remits.
pub(super) fn conventional_pair() -> Draft<Structure> {
    Structure::pair(Seat::draft(), Seat::draft())
}

/// A pair in which the CTO delivers, the CPO holds something of their own, and one of the two holds the roadmap.
pub(super) fn with_roadmap(holder: Role, of_cpo: Responsibility) -> Draft<Proposal> {
    let seat = |role, own| {
        let roadmap = (role == holder).then_some(Responsibility::Roadmap);
        Seat::draft().remit([own].into_iter().chain(roadmap))
    };
    proposed(somewhere(), Structure::pair(seat(Role::Cto, Responsibility::Delivery), seat(Role::Cpo, of_cpo)))
}

/// The proposal with decision rights written down, or not.
pub(super) fn settled(draft: Draft<Proposal>, settled: bool) -> Draft<Proposal> {
    draft.organization(somewhere().safeguard(Safeguard::DecisionRights, settled))
}
