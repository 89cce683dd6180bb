//! Is each fault reported only once?

use super::*;
use crate::model::seat::Seat;

/// If a structure has no form, the kind of change is unknown, so no fault is reported for the incumbent.
#[test]
fn one_fault_is_not_made_two() {
    let seats = Structure::combined(Seat::draft()).seat(Role::Cto, Seat::draft());
    let draft = Proposal::draft().current(seats).proposed(Structure::combined(Seat::draft()));
    let faults = draft.incumbent(Incumbent::Cto).build().expect_err("a CPTO beside a CTO");
    let places: alloc::vec::Vec<_> = faults.iter().map(|it| alloc::format!("{}", it.place())).collect();
    assert_eq!(places, ["current.cpto"]);
}
