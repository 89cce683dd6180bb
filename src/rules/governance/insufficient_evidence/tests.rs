//! How severe is it to know how little?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

/// A company in which so many of the signals that count for the structure are known.
fn knowing(known: usize, structure: Draft<crate::model::structure::Structure>) -> std::string::String {
    let order = Signal::ALL.iter().copied();
    let organization = example::somewhere().signals(order.take(known), Maturity::Managed..);
    severity(WarningCode::InsufficientEvidence, example::proposed(organization, structure))
}
extern crate std;

#[test]
fn shares_of_the_signals_that_count() {
    // 9 count for a lone leader, 11 for a pair.
    for (known, lone, pair) in [
        (0, "medium", "medium"),
        (4, "medium", "medium"),
        (5, "low", "medium"),
        (6, "low", "low"),
        (7, "none", "low"),
        (8, "none", "low"),
        (9, "none", "none"),
    ] {
        assert_eq!(knowing(known, Structure::cto(Seat::draft())), lone, "{known}");
        assert_eq!(knowing(known, example::conventional_pair()), pair, "{known}");
    }
}

#[test]
fn exactly_half_and_none() {
    // 10 count for a CPTO who comes from no pair; collaboration is the 10th of the list.
    assert_eq!(knowing(5, Structure::combined(Seat::draft())), "medium");
    assert_eq!(knowing(6, Structure::combined(Seat::draft())), "low");
    let none = Signal::ALL
        .iter()
        .fold(example::somewhere(), |draft, it| draft.signal_not_applicable(*it, "a shell company"));
    assert_eq!(severity(WarningCode::InsufficientEvidence, example::combined(none)), "none");
}
