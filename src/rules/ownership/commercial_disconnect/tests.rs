//! Is `commercial-disconnect` raised where it should be, and as severe?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_level_and_step() {
    for (&level, expected) in Maturity::ALL.iter().zip([
        ["high", "medium", "critical", "high"],
        ["medium", "low", "high", "medium"],
        ["none"; 4],
        ["none"; 4],
        ["none"; 4],
    ]) {
        let found = [
            (Stage::ScaleUp, true),
            (Stage::Startup, true),
            (Stage::ScaleUp, false),
            (Stage::Startup, false),
        ]
        .map(|(stage, owned)| {
            let organization = example::somewhere().stage(stage).signal(Signal::CommercialPerformance, level);
            let proposal = if owned {
                example::pair(organization)
            } else {
                example::proposed(organization, Structure::cto(Seat::draft()))
            };
            severity(WarningCode::CommercialDisconnect, proposal)
        });
        assert_eq!(found, expected, "{level}");
    }
}
