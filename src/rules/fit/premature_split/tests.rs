//! From which size on is it not too early?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;
use crate::vocabulary::signal::{Maturity, SignalSet};

fn mature(stage: impl crate::vocabulary::scale::IntoEstimate<Stage>, people: u32) -> Draft<Proposal> {
    let grounds = SignalSet::TECHNOLOGY_GROUNDS.union(SignalSet::PRODUCT_GROUNDS);
    example::pair(
        example::somewhere().stage(stage).headcount(people).signals(grounds.iter(), Maturity::Defined),
    )
}

#[test]
fn both_sides_of_each_threshold() {
    for (people, startup, later) in [
        (1, "high", "high"),
        (19, "high", "high"),
        (20, "medium", "medium"),
        (39, "medium", "medium"),
        (40, "low", "none"),
    ] {
        assert_eq!(
            severity(WarningCode::PrematureSplit, mature(Stage::Startup, people)),
            startup,
            "{people}"
        );
        assert_eq!(severity(WarningCode::PrematureSplit, mature(Stage::ScaleUp, people)), later, "{people}");
    }
    assert_eq!(severity(WarningCode::PrematureSplit, mature(Stage::Startup.., 40)), "none to low");
}

#[test]
fn a_field_that_needs_a_leader_steps_down_past_the_startup() {
    let code = WarningCode::PrematureSplit;
    let needing = |stage| {
        let organization =
            example::somewhere().stage(stage).headcount(19).signal(Signal::DataCapability, Maturity::Managed);
        severity(code, example::pair(organization))
    };
    assert_eq!(needing(Stage::Startup), "high");
    assert_eq!(needing(Stage::ScaleUp), "medium");
}
