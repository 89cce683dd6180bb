//! Is `misalignment-risk` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_level_and_step() {
    let levels = ["critical", "high", "medium", "low", "none"];
    let up = ["critical", "critical", "high", "medium", "none"];
    let down = ["high", "medium", "low", "none", "none"];
    for (index, &level) in Maturity::ALL.iter().enumerate() {
        for (goals, integration, expected) in [
            (false, Maturity::Defined, levels),
            (false, Maturity::QuantitativelyManaged, up),
            (true, Maturity::Defined, down),
            (true, Maturity::Optimizing, levels),
        ] {
            let organization = example::somewhere()
                .signal(Signal::Collaboration, level)
                .signal(Signal::Integration, integration)
                .safeguard(Safeguard::SharedGoals, goals);
            let found = severity(WarningCode::MisalignmentRisk, example::pair(organization));
            assert_eq!(found, expected[index], "{level} {goals} {integration}");
        }
    }
}
