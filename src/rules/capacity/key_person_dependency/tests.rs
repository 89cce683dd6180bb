//! Is `key-person-dependency` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_stage_with_and_without_heads() {
    let heads = [Safeguard::ProductLead, Safeguard::EngineeringLead];
    for (stage, without, with) in [
        (Stage::Startup, "low", "none"),
        (Stage::ScaleUp, "medium", "low"),
        (Stage::Established, "high", "medium"),
        (Stage::Enterprise, "high", "medium"),
    ] {
        let organization = || example::somewhere().stage(stage).absent([Safeguard::SuccessionPlan]);
        let code = WarningCode::KeyPersonDependency;
        assert_eq!(severity(code, example::combined(organization().absent(heads))), without);
        assert_eq!(severity(code, example::combined(organization().in_place(heads))), with);
        assert_eq!(
            severity(code, example::combined(organization().in_place([heads[0]]).absent([heads[1]]))),
            without
        );
    }
}
