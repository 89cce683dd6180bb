//! Does the evaluation agree with the authors of real, public cases?
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops if a case is malformed")]

use cpto::{Assessment, Proposal, Severity, Verdict, WarningCode, WarningKey, evaluate};
use serde::Deserialize;
use serde_json::Value;

/// Parses a name of the vocabulary.
fn name<T: for<'de> Deserialize<'de>>(value: &Value) -> T {
    T::deserialize(value).unwrap_or_else(|error| panic!("{value}: {error}"))
}

/// The severities of the warnings that an expectation is about.
fn severities(assessment: &Assessment, expected: &Value) -> Vec<cpto::Span<Severity>> {
    let code: WarningCode = name(&expected["code"]);
    let role = expected.get("role").map(name);
    let speaks_of = |key: WarningKey| key.code == code && role.is_none_or(|role| key.role == Some(role));
    assessment.warnings().filter(|(key, _)| speaks_of(*key)).map(|(_, severity)| severity).collect()
}

fn check(case: &Value) {
    let id = &case["id"];
    let proposal: Proposal = name(&case["proposal"]);
    let assessment = evaluate(&proposal);
    let expect = &case["expect"];
    let list = |key: &str| expect[key].as_array().unwrap();
    for expected in list("reported") {
        let at_least: Severity = name(&expected["at_least"]);
        let found = severities(&assessment, expected);
        assert!(found.iter().any(|it| it.most() >= at_least), "{id}: reported {expected}, found {found:?}");
    }
    for expected in list("certain") {
        let at_least: Severity = name(&expected["at_least"]);
        let found = severities(&assessment, expected);
        assert!(found.iter().any(|it| it.least() >= at_least), "{id}: certain {expected}, found {found:?}");
    }
    for expected in list("absent_or_at_most") {
        let at_most: Severity = name(&expected["at_most"]);
        let found = severities(&assessment, expected);
        assert!(found.iter().all(|it| it.least() <= at_most), "{id}: at most {expected}, found {found:?}");
    }
    for verdict in list("verdict_not") {
        assert_ne!(assessment.verdict().least(), name::<Verdict>(verdict), "{id}");
    }
    for benefit in list("benefits") {
        assert!(assessment.benefit(name(benefit)).is_some(), "{id}: no benefit {benefit}");
    }
}

#[test]
fn every_case_holds() {
    let mut cases = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        check(&serde_json::from_str(&text).unwrap());
        cases += 1;
    }
    assert!(cases >= 10, "{cases} cases were found");
}
