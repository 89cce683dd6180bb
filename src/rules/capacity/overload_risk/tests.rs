//! Is `overload-risk` raised where it should be, and as severe?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

/// A CTO with so much of other duties, beside a load of 60.
fn loaded(duties: u8) -> Draft<Proposal> {
    let organization = example::uniform(Stage::ScaleUp, Maturity::QuantitativelyManaged);
    example::proposed(organization, Structure::cto(Seat::draft().other_duties(duties)))
}

#[test]
fn load_thresholds() {
    let code = WarningCode::OverloadRisk;
    for (duties, expected) in [(40, "none"), (41, "medium"), (70, "medium"), (71, "high"), (100, "high")] {
        assert_eq!(severity(code, loaded(duties)), expected, "{duties}");
    }
    let enterprise = example::uniform(Stage::Established, Maturity::Defined);
    assert_eq!(severity(code, example::combined(enterprise)), "critical");
}

#[test]
fn reports_thresholds() {
    let code = WarningCode::OverloadRisk;
    for (people, expected) in [(10, "none"), (11, "medium"), (15, "medium"), (16, "high")] {
        let organization = example::uniform(Stage::Startup, Maturity::Optimizing);
        let structure = Structure::cto(Seat::draft().direct_reports(people));
        assert_eq!(severity(code, example::proposed(organization, structure)), expected, "{people}");
    }
}

/// Too many reports by themselves ask for fewer of them, and for nothing that lightens a load.
#[test]
fn fewer_people_report_where_they_are_too_many() {
    let remedies = |draft: Draft<Proposal>| -> alloc::vec::Vec<Remedy> {
        let assessment = crate::assessment::evaluate(&draft.build().expect("it can be built"));
        assessment.warning(WarningCode::OverloadRisk).expect("it is raised").remedies().collect()
    };
    let organization = example::uniform(Stage::Startup, Maturity::Optimizing);
    let structure = Structure::cto(Seat::draft().direct_reports(11));
    assert_eq!(remedies(example::proposed(organization, structure)), [Remedy::ReportFewer]);
    assert!(!remedies(loaded(41)).contains(&Remedy::ReportFewer));
}

#[test]
fn other_duties_are_dropped_where_there_are_any() {
    let drops = |duties| {
        let assessment = crate::assessment::evaluate(&loaded(duties).build().expect("it can be built"));
        let warning = assessment.warning(WarningCode::OverloadRisk).copied();
        warning.is_some_and(|warning| warning.remedies().any(|it| it == Remedy::DropOtherDuties))
    };
    assert!(drops(41));
    let none =
        crate::assessment::evaluate(&WarningCode::OverloadRisk.raised().build().expect("it can be built"));
    let warning = none.warning(WarningCode::OverloadRisk).expect("it is raised");
    assert!(warning.remedies().all(|it| it != Remedy::DropOtherDuties));
}

#[test]
fn unknown_facts_widen_it() {
    assert_eq!(
        severity(WarningCode::OverloadRisk, example::combined(example::somewhere())),
        "none to critical"
    );
}
