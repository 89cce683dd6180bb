//! Is `inseparable-decisions` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_level_with_and_without_both_practices() {
    for (&level, (without, with)) in Maturity::ALL.iter().zip([
        ("none", "none"),
        ("none", "none"),
        ("none", "none"),
        ("low", "none"),
        ("medium", "low"),
    ]) {
        let code = WarningCode::InseparableDecisions;
        assert_eq!(severity(code, example::pair(coupled(level))), without, "{level}");
        let both = coupled(level).in_place([Safeguard::SharedGoals, Safeguard::CollaborationForum]);
        assert_eq!(severity(code, example::pair(both)), with, "{level}");
    }
}
