//! Is `no-collaboration-forum` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_step() {
    for (stage, integration, expected) in [
        (Stage::ScaleUp, Maturity::Defined, "medium"),
        (Stage::ScaleUp, Maturity::QuantitativelyManaged, "high"),
        (Stage::Startup, Maturity::Defined, "low"),
        (Stage::Startup, Maturity::Optimizing, "medium"),
    ] {
        let organization = example::somewhere()
            .stage(stage)
            .signal(Signal::Integration, integration)
            .absent([Safeguard::CollaborationForum]);
        assert_eq!(severity(WarningCode::NoCollaborationForum, example::pair(organization)), expected);
    }
}
