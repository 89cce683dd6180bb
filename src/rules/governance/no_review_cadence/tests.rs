//! Is `no-review-cadence` raised where it should be, and as severe?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_stage_and_form() {
    for (&stage, combined) in Stage::ALL.iter().zip(["medium", "high", "medium", "medium"]) {
        let organization = || example::somewhere().stage(stage).absent([Safeguard::StructureReview]);
        let code = WarningCode::NoReviewCadence;
        assert_eq!(severity(code, example::combined(organization())), combined, "{stage}");
        assert_eq!(severity(code, example::pair(organization())), "low", "{stage}");
        let interim = || Seat::draft().interim(true);
        assert_eq!(severity(code, example::proposed(organization(), Structure::combined(interim()))), "high");
        assert_eq!(
            severity(code, example::proposed(organization(), Structure::pair(interim(), interim()))),
            "medium"
        );
        let maybe = Seat::draft().interim(Estimate::UNKNOWN);
        assert_eq!(severity(code, example::proposed(organization(), Structure::cto(maybe))), "low to medium");
    }
}

#[test]
fn the_worst_stage_is_in_the_middle() {
    let organization = || example::somewhere().absent([Safeguard::StructureReview]);
    let code = WarningCode::NoReviewCadence;
    assert_eq!(severity(code, example::combined(organization())), "medium to high");
    assert_eq!(severity(code, example::combined(organization().stage(Stage::Established..))), "medium");
    assert_eq!(severity(code, example::combined(organization().stage(..=Stage::ScaleUp))), "medium to high");
}
