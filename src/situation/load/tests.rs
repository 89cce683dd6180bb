//! Are loads worked out exactly?

use crate::assessment::evaluate;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::stage::Stage;

/// What is not applicable makes nothing heavier or lighter, whichever signal it is.
#[test]
fn a_signal_that_is_not_applicable_weighs_as_four_quarters() {
    for &absent in Signal::ALL {
        let organization = Organization::draft()
            .stage(Stage::Established)
            .signals(Signal::ALL.iter().copied(), Maturity::Initial)
            .absent([Safeguard::ProductLead, Safeguard::EngineeringLead])
            .signal_not_applicable(absent, "there is none");
        let draft = Proposal::draft().organization(organization);
        let proposal = draft.proposed(Structure::combined(Seat::draft())).build().expect("valid");
        let four =
            |it: Responsibility| it.signal().is_none() || ResponsibilitySet::of_signal(absent).contains(it);
        let quarters: u32 = Responsibility::ALL
            .iter()
            .map(|it| u32::from(it.default_effort()) * if four(*it) { 4 } else { 7 })
            .sum();
        let loads: alloc::vec::Vec<_> =
            evaluate(&proposal).loads().iter().map(|seat| seat.load.value()).collect();
        assert_eq!(loads, [Some(quarters.div_ceil(4))], "{absent}");
    }
}
