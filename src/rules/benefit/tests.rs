//! Does every benefit keep the contract?

extern crate std;

use std::string::ToString;
use std::vec::Vec;

use super::*;
use crate::assessment::{Assessment, evaluate};
use crate::rules::catalogue::WarningCode;

/// What holds for every benefit: its words, its sources, and that some proposal has it and another one has not.
#[test]
fn every_benefit_keeps_the_contract() {
    let examples: Vec<Assessment> = WarningCode::ALL
        .iter()
        .flat_map(|code| [code.raised(), code.spared()])
        .map(|draft| evaluate(&draft.build().expect("examples build")))
        .collect();
    for &code in BenefitCode::ALL {
        assert_eq!(code.as_str().parse(), Ok(code));
        let phrase = code.phrase();
        assert!(phrase.starts_with(|first: char| first.is_lowercase()), "{code}: {phrase}");
        assert!(!phrase.ends_with('.') && phrase.len() <= 80, "{code}: {phrase}");
        assert!(!code.citations().is_empty(), "{code} cites nobody");
        let benefit = examples.iter().find_map(|it| it.benefit(code)).expect("an example has it");
        assert_eq!(benefit.to_string(), phrase);
        let seen =
            |certainty| examples.iter().any(|it| it.benefit(code).map(Benefit::certainty) == certainty);
        assert!(seen(None), "every example has {code}");
        assert!(seen(Some(Certainty::Certain)) || seen(Some(Certainty::Possible)), "no example has {code}");
    }
}
