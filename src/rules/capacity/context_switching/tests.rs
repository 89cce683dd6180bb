//! Is `context-switching` raised where it should be, and as severe?

use super::*;
use crate::assessment::evaluate_under;
use crate::policy::numbers::Policy;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn thresholds() {
    let code = WarningCode::ContextSwitching;
    for (stage, expected) in
        [(Stage::Startup, "low"), (Stage::ScaleUp, "medium"), (Stage::Enterprise, "medium")]
    {
        let organization =
            example::uniform(stage, Maturity::QuantitativelyManaged).absent([Safeguard::FocusTime]);
        assert_eq!(severity(code, example::combined(organization)), expected, "{stage}");
    }
    let unknown = example::uniform(Stage::ScaleUp, Maturity::QuantitativelyManaged);
    assert_eq!(severity(code, example::combined(unknown)), "low to medium");
}

/// The lesser load of the example is 35.
#[test]
fn both_sides_of_a_threshold() {
    for (threshold, raised) in [(34, true), (35, true), (36, false)] {
        let policy = Policy::DEFAULT
            .with(|numbers| {
                numbers.context_switching.lesser_load_at_least =
                    Ladder::new([Some(threshold), None, None, None]);
            })
            .expect("the policy is valid");
        let assessment = evaluate_under(&ContextSwitching::raised().build().expect("it builds"), &policy);
        assert_eq!(assessment.warning(WarningCode::ContextSwitching).is_some(), raised, "{threshold}");
    }
}
