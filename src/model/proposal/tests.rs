//! Is one fault told once?

use super::*;
use crate::model::seat::Seat;

/// What a change comes to cannot be said where a structure has no form, and so nothing is said of the incumbent.
#[test]
fn one_fault_is_not_made_two() {
    let seats = Structure::combined(Seat::draft()).seat(Role::Cto, Seat::draft());
    let draft = Proposal::draft().current(seats).proposed(Structure::combined(Seat::draft()));
    let faults = draft.incumbent(Incumbent::Cto).build().expect_err("a CPTO beside a CTO");
    let places: alloc::vec::Vec<_> = faults.iter().map(|it| alloc::format!("{}", it.place())).collect();
    assert_eq!(places, ["current.cpto"]);
}
