//! Is `no-counterpart-challenge` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_combination() {
    let unknown = Estimate::UNKNOWN;
    let [no, yes] = [false, true].map(Estimate::exact);
    for (debate, challenge, expected) in [
        (no, no, "high"),
        (yes, no, "medium"),
        (no, yes, "medium"),
        (yes, yes, "low"),
        (unknown, yes, "low to medium"),
        (no, unknown, "medium to high"),
        (unknown, unknown, "low to high"),
    ] {
        let organization = example::somewhere()
            .safeguard(Safeguard::StakeholderDebate, debate)
            .safeguard(Safeguard::LeadershipChallenge, challenge);
        assert_eq!(severity(WarningCode::NoCounterpartChallenge, example::combined(organization)), expected);
    }
}
