//! Is `strategy-misalignment` raised where it should be, and as severe?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_level_owned_and_not() {
    let remit = || ResponsibilitySet::of_home(crate::vocabulary::role::Home::Cto);
    for (&level, (owned, unowned, startup)) in Maturity::ALL.iter().zip([
        ("high", "high", "medium"),
        ("medium", "medium", "low"),
        ("low", "medium", "none"),
        ("none", "medium", "none"),
        ("none", "medium", "none"),
    ]) {
        let code = WarningCode::StrategyMisalignment;
        let at = |stage| example::somewhere().stage(stage).signal(Signal::StrategicAlignment, level);
        assert_eq!(severity(code, example::pair(at(Stage::ScaleUp))), owned, "{level}");
        assert_eq!(severity(code, example::pair(at(Stage::Startup))), startup, "{level}");
        let nobody = Structure::cto(Seat::draft().remit(remit().iter()));
        assert_eq!(severity(code, example::proposed(at(Stage::ScaleUp), nobody)), unowned, "{level}");
    }
}

#[test]
fn unowned_counts_whatever_the_signal() {
    let organization = example::somewhere()
        .stage(Stage::Enterprise)
        .signal_not_applicable(Signal::StrategicAlignment, "a holding without a strategy");
    let nobody = Structure::cto(Seat::draft().remit([Responsibility::Delivery]));
    let code = WarningCode::StrategyMisalignment;
    assert_eq!(severity(code, example::proposed(organization.clone(), nobody)), "medium");
    assert_eq!(severity(code, example::pair(organization)), "none");
}
