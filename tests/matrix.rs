//! Does a rule speak where another one is meant? Each warning's two examples, against every warning.
#![expect(clippy::expect_used, reason = "a test stops where an example is not valid")]

use std::fmt::Write;

use cpto::{Assessment, WarningCode, evaluate};

/// The warnings of an assessment, in the order of the catalogue.
fn line(assessment: &Assessment) -> String {
    let mut warnings: Vec<_> = assessment.warnings().iter().collect();
    warnings.sort_by_key(|warning| WarningCode::ALL.iter().position(|code| *code == warning.code()));
    let mut line = String::new();
    for warning in warnings {
        let role = warning.role().map(|role| format!(" {role}")).unwrap_or_default();
        writeln!(line, "    {}{role}: {}", warning.code(), warning.severity())
            .expect("a string takes everything");
    }
    line
}

#[test]
fn every_example_against_every_warning() {
    let mut matrix = String::new();
    for &code in WarningCode::ALL {
        for (name, draft) in [("raised", code.raised()), ("spared", code.spared())] {
            let assessment = evaluate(&draft.build().expect("examples build"));
            write!(matrix, "{code} {name}: {}\n{}", assessment.verdict(), line(&assessment))
                .expect("a string");
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
