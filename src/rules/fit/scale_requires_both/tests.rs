//! Is `scale-requires-both` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn both_sides_of_each_threshold() {
    let code = WarningCode::ScaleRequiresBoth;
    for (people, settled, enterprise) in [
        (1, "none", "medium"),
        (249, "none", "medium"),
        (250, "low", "medium"),
        (999, "low", "medium"),
        (1_000, "medium", "medium"),
        (4_999, "medium", "medium"),
        (5_000, "high", "high"),
        (u32::MAX, "high", "high"),
    ] {
        for (stage, expected) in [(Stage::Established, settled), (Stage::Enterprise, enterprise)] {
            let organization =
                example::somewhere().stage(stage).headcount(people).absent([Safeguard::ProductLead]);
            assert_eq!(severity(code, example::combined(organization)), expected, "{people} {stage}");
        }
    }
}

#[test]
fn both_heads_step_down() {
    let heads = [Safeguard::ProductLead, Safeguard::EngineeringLead];
    for (people, expected) in [(250, "none"), (5_000, "medium")] {
        let organization = example::somewhere().stage(Stage::Startup).headcount(people).in_place(heads);
        assert_eq!(severity(WarningCode::ScaleRequiresBoth, example::combined(organization)), expected);
    }
}
