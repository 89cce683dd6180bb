//! The proposals that the examples of the warnings start from.

use crate::draft::Draft;
use crate::{Maturity, Organization, Proposal, Safeguard, Seat, Signal, Stage, Structure};

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
