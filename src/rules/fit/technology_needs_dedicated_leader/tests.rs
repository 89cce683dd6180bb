//! Is `technology-needs-dedicated-leader` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn levels_and_steps() {
    for (level, lead, stage, expected) in [
        (Maturity::Initial, false, Stage::ScaleUp, "critical"),
        (Maturity::Initial, true, Stage::ScaleUp, "high"),
        (Maturity::Initial, true, Stage::Startup, "medium"),
        (Maturity::Managed, false, Stage::ScaleUp, "high"),
        (Maturity::Managed, false, Stage::Startup, "medium"),
        (Maturity::Managed, true, Stage::Startup, "low"),
        (Maturity::Defined, false, Stage::ScaleUp, "none"),
    ] {
        let organization = grounds(level).stage(stage).safeguard(Safeguard::EngineeringLead, lead);
        let code = WarningCode::TechnologyNeedsDedicatedLeader;
        assert_eq!(severity(code, example::combined(organization)), expected, "{level} {lead} {stage}");
    }
}

#[test]
fn a_signal_that_is_not_applicable_is_left_out() {
    let code = WarningCode::TechnologyNeedsDedicatedLeader;
    let organization =
        grounds(Maturity::Initial).signal_not_applicable(Signal::DataCapability, "no data product");
    assert_eq!(severity(code, example::combined(organization)), "none");
    let none = SignalSet::TECHNOLOGY_GROUNDS
        .iter()
        .fold(example::somewhere(), |draft, signal| draft.signal_not_applicable(signal, "bought in"));
    assert_eq!(severity(code, example::combined(none)), "none");
}
