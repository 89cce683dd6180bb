//! Is `product-needs-dedicated-leader` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_pair_of_levels() {
    let code = WarningCode::ProductNeedsDedicatedLeader;
    for &direction in Maturity::ALL {
        for &fit in Maturity::ALL {
            let expected = match (direction.max(fit).level(), direction.min(fit).level()) {
                (1, _) => "critical",
                (2, _) => "high",
                (_, 1 | 2) => "low",
                _ => "none",
            };
            let organization =
                grounds(direction, fit).stage(Stage::Established).absent([Safeguard::ProductLead]);
            assert_eq!(severity(code, example::combined(organization)), expected, "{direction} {fit}");
        }
    }
}

#[test]
fn steps_stop_at_low() {
    let code = WarningCode::ProductNeedsDedicatedLeader;
    for (direction, expected) in
        [(Maturity::Initial, "medium"), (Maturity::Managed, "low"), (Maturity::Defined, "low")]
    {
        let organization =
            grounds(direction, Maturity::Initial).stage(Stage::Startup).in_place([Safeguard::ProductLead]);
        assert_eq!(severity(code, example::combined(organization)), expected, "{direction}");
    }
}

#[test]
fn one_ground_alone_is_both() {
    let organization = grounds(Maturity::Optimizing, Maturity::Managed)
        .signal_not_applicable(Signal::ProductDirection, "one product");
    let organization = organization.stage(Stage::ScaleUp).absent([Safeguard::ProductLead]);
    assert_eq!(severity(WarningCode::ProductNeedsDedicatedLeader, example::combined(organization)), "high");
}
