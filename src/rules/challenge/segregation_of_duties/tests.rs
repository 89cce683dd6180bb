//! Is `segregation-of-duties` raised where it should be, and as severe?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn forms_regulation_and_stage() {
    for (stage, regulated, separate, combined) in [
        (Stage::Startup, false, "none", "low"),
        (Stage::Startup, true, "low", "medium"),
        (Stage::ScaleUp, false, "low", "medium"),
        (Stage::Enterprise, true, "medium", "high"),
    ] {
        let organization = || {
            example::somewhere().stage(stage).regulated(regulated).absent([Safeguard::IndependentAssurance])
        };
        let code = WarningCode::SegregationOfDuties;
        assert_eq!(severity(code, example::pair(organization())), separate, "{stage} {regulated}");
        assert_eq!(severity(code, example::combined(organization())), combined, "{stage} {regulated}");
    }
}

#[test]
fn needs_delivery_and_a_check() {
    let with = |remit: &[Responsibility]| {
        let structure = Structure::cto(Seat::draft().remit(remit.iter().copied()));
        severity(WarningCode::SegregationOfDuties, example::proposed(example::somewhere(), structure))
    };
    assert_eq!(with(&[Responsibility::Delivery]), "none");
    assert_eq!(with(&[Responsibility::Security]), "none");
    for check in CHECKS.iter() {
        assert_eq!(with(&[Responsibility::Delivery, check]), "none to medium", "{check}");
    }
}
