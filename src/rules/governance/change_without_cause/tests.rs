//! Is `change-without-cause` raised where it should be, and as severe?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;
use crate::vocabulary::change::Change;
use crate::vocabulary::form::Form;

#[test]
fn every_level_and_trigger() {
    let code = WarningCode::ChangeWithoutCause;
    for (&level, [none, cause, cost]) in Maturity::ALL.iter().zip([
        ["none"; 3],
        ["none"; 3],
        ["none"; 3],
        ["low", "none", "medium"],
        ["medium", "low", "high"],
    ]) {
        assert_eq!(severity(code, merged(level)), none, "{level}");
        for (trigger, expected) in [
            (Trigger::Growth, cause),
            (Trigger::Transformation, cause),
            (Trigger::Renewal, cause),
            (Trigger::Cost, cost),
            (Trigger::Vacancy, none),
        ] {
            assert_eq!(severity(code, merged(level).trigger(trigger)), expected, "{level} {trigger}");
        }
    }
}

#[test]
fn a_lone_leader_is_no_pair() {
    let draft = merged(Maturity::Optimizing).current(Structure::cto(Seat::draft()));
    assert_eq!(draft.clone().build().map(|proposal| proposal.change()), Ok(Change::Merge));
    assert_eq!(severity(WarningCode::ChangeWithoutCause, draft), "none");
    let pair = merged(Maturity::Optimizing).proposed(Structure::pair(Seat::draft(), Seat::draft()));
    assert_eq!(pair.clone().build().map(|proposal| proposal.proposed().form()), Ok(Form::Pair));
    assert_eq!(severity(WarningCode::ChangeWithoutCause, pair), "none");
}
