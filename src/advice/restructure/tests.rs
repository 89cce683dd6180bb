//! Is a structure changed without losing what else it says?

use super::*;
use crate::vocabulary::responsibility::Responsibility;

#[test]
fn another_form_is_held_conventionally() {
    let delivering = Seat::draft().remit([Responsibility::Delivery]);
    let pair = Structure::pair(delivering, Seat::draft());
    let pair = Proposal::draft().proposed(pair).build().expect("it can be built");
    let chosen = chosen(&pair, Form::Combined);
    assert_eq!(chosen.len(), 2);
    assert!(chosen.iter().all(|it| it.proposed().remit(Role::Cpto) == ResponsibilitySet::ALL));
}

#[test]
fn whoever_has_a_seat_today_keeps_it() {
    let today = Structure::pair(Seat::draft().direct_reports(7), Seat::draft());
    let draft = Proposal::draft().current(today).proposed(Structure::combined(Seat::draft()));
    let pair = reformed(&draft.build().expect("it can be built"), Form::Pair).expect("it can be a pair");
    let reports = pair.proposed().seat(Role::Cto).and_then(Seat::direct_reports);
    assert_eq!(reports.map(crate::vocabulary::scale::Estimate::least), Some(7));
}

/// How a CPTO divides the attention is said of a CPTO alone.
#[test]
fn an_observation_of_a_cpto_is_left_behind() {
    let combined = Structure::combined(Seat::draft().product_attention(40));
    let combined = Proposal::draft().proposed(combined).build().expect("it can be built");
    assert_eq!(chosen(&combined, Form::Pair).len(), 1);
}
