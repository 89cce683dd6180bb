//! Is `no-second-line` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn every_combination() {
    let one = ["none", "low", "medium", "medium"];
    let neither = ["low", "medium", "high", "high"];
    for (index, &stage) in Stage::ALL.iter().enumerate() {
        for (leads, expected) in [
            ([true, true], "none"),
            ([true, false], one[index]),
            ([false, true], one[index]),
            ([false, false], neither[index]),
        ] {
            let organization = example::somewhere()
                .stage(stage)
                .safeguard(Safeguard::ProductLead, leads[0])
                .safeguard(Safeguard::EngineeringLead, leads[1]);
            assert_eq!(
                severity(WarningCode::NoSecondLine, example::combined(organization)),
                expected,
                "{stage} {leads:?}"
            );
        }
    }
}

#[test]
fn unknown_facts_widen_it() {
    assert_eq!(severity(WarningCode::NoSecondLine, example::combined(example::somewhere())), "none to high");
    let late = example::somewhere().stage(Stage::ScaleUp..).absent([Safeguard::ProductLead]);
    assert_eq!(severity(WarningCode::NoSecondLine, example::combined(late)), "low to high");
}
