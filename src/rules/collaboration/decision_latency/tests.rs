//! Is `decision-latency` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_stage() {
    for (&stage, expected) in Stage::ALL.iter().zip(["medium", "medium", "low", "low"]) {
        let organization = example::somewhere().stage(stage).absent([Safeguard::DecisionRights]);
        assert_eq!(severity(WarningCode::DecisionLatency, example::pair(organization)), expected, "{stage}");
    }
}
