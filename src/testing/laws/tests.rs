//! Are violations told in a line?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;

#[test]
fn violations_are_told_in_one_line() {
    let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build().expect("valid");
    let key = WarningKey { code: WarningCode::SkillGap, role: Some(Role::Cto) };
    let finding = Finding::Severity {
        key,
        found: Span::exact(Severity::High),
        relation: Relation::NoMore,
        other: Span::exact(Severity::Low),
    };
    let violation = LawViolation::new(Law::Narrowing, finding, &[&proposal]);
    assert_eq!(
        violation.to_string(),
        "the law of narrowing is broken: skill-gap of the CTO is high, which is more than low"
    );
    assert!(violation.is_broken());
}
