//! Does a rule give a warning where another rule is meant? Each warning's examples are tested against every warning.

use std::fmt::Write;

use cpto::{Severity, WarningCode, WarningKey, evaluate};

#[test]
fn every_example_against_every_warning() {
    let mut matrix = String::new();
    for &code in WarningCode::ALL {
        for (at, draft) in Severity::ALL.iter().filter_map(|at| Some((at, code.example(*at)?))) {
            let proposal = draft.build().expect("examples build");
            let assessment = evaluate(&proposal);
            writeln!(matrix, "{code} at {at}: {}", assessment.verdict()).expect("a string");
            for key in WarningKey::all(assessment.form()) {
                let severity = assessment.severity(key);
                if severity.most() > Severity::None {
                    writeln!(matrix, "    {key}: {severity}").expect("a string");
                }
            }
        }
    }
    insta::assert_snapshot!(matrix);
}

#[test]
fn the_set_of_codes() {
    let names = |names: Vec<&str>| names.join("\n");
    insta::assert_snapshot!("warnings", names(WarningCode::ALL.iter().map(|code| code.as_str()).collect()));
    insta::assert_snapshot!(
        "benefits",
        names(cpto::BenefitCode::ALL.iter().map(|code| code.as_str()).collect())
    );
}
