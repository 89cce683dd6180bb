//! How severe is a move of how much?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

/// A lone CTO from whom so many responsibilities go to an office.
fn moving(count: usize) -> Draft<Proposal> {
    let moved =
        Responsibility::ALL.iter().filter(|it| it.home() == crate::vocabulary::role::Home::Cto).take(count);
    let fewer = Responsibility::ALL
        .iter()
        .filter(|it| it.home() == crate::vocabulary::role::Home::Cpo)
        .take(count.saturating_sub(13));
    let structure = moved
        .chain(fewer)
        .fold(Structure::cto(Seat::draft()), |structure, it| structure.elsewhere(*it, Office::Coo));
    example::proposed(example::somewhere().absent([Safeguard::HandoverPlan]), structure)
        .current(Structure::cto(Seat::draft()))
}

#[test]
fn a_vacancy_is_told() {
    let message = |trigger: Option<Trigger>| {
        let draft = TransitionRisk::raised();
        let draft = trigger.into_iter().fold(draft, Draft::<Proposal>::trigger);
        let assessment = crate::assessment::evaluate(&draft.build().expect("it can be built"));
        assessment.warning(WarningCode::TransitionRisk).map(|it| alloc::format!("{it}")).unwrap_or_default()
    };
    assert!(message(Some(Trigger::Vacancy)).ends_with(", because somebody left"));
    assert!(message(None).contains("change hands") && !message(None).contains("because"));
}

#[test]
fn both_sides_of_each_threshold() {
    for (count, expected, vacancy) in [
        (6, "none", "none"),
        (7, "low", "medium"),
        (12, "low", "medium"),
        (13, "medium", "high"),
        (20, "medium", "high"),
        (21, "high", "critical"),
    ] {
        assert_eq!(severity(WarningCode::TransitionRisk, moving(count)), expected, "{count}");
        assert_eq!(
            severity(WarningCode::TransitionRisk, moving(count).trigger(Trigger::Vacancy)),
            vacancy,
            "{count}"
        );
    }
}

#[test]
fn who_stays_decides_what_moves() {
    let merge = || {
        example::combined(example::somewhere().absent([Safeguard::HandoverPlan]))
            .current(example::conventional_pair())
    };
    let code = WarningCode::TransitionRisk;
    // All 13 of the other seat, and the 2 shared ones.
    assert_eq!(severity(code, merge().incumbent(Incumbent::Cto)), "medium");
    assert_eq!(severity(code, merge().incumbent(Incumbent::Cpo)), "medium");
    assert_eq!(severity(code, merge().incumbent(Incumbent::None)), "high");
    assert_eq!(severity(code, merge()), "medium to high");
    let split = example::pair(example::somewhere().absent([Safeguard::HandoverPlan]))
        .current(Structure::combined(Seat::draft()));
    assert_eq!(severity(code, split.clone().incumbent(Incumbent::Cpo)), "medium");
    assert_eq!(severity(code, split), "medium to high");
}
