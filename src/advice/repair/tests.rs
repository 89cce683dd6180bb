//! Is everything that can be cleared cleared, and at the least cost?

use super::*;
use crate::input::draft::Draft;
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::stage::Stage;

fn lines(repairs: &Repairs) -> Vec<alloc::string::String> {
    alloc::format!("{repairs}").lines().map(Into::into).collect()
}

#[test]
fn nothing_has_to_change_where_the_goal_is_reached() {
    let proposal = WarningCode::CostBurden.spared().build().expect("it builds");
    let goal = Goal::of([WarningCode::CostBurden], Severity::Low);
    let repairs = repair(&proposal, &Policy::DEFAULT, goal);
    assert_eq!(lines(&repairs), ["nothing has to change (cost 0)"]);
}

/// Each warning can be brought down by itself in its example, but for those that are listed.
#[test]
fn every_warning_is_cleared_or_stands() {
    let mut standing = Vec::new();
    for &code in WarningCode::ALL {
        let proposal = code.raised().build().expect("it builds");
        let before = evaluate_under(&proposal, &Policy::DEFAULT).worst(code).most();
        let repairs = repair(&proposal, &Policy::DEFAULT, Goal::of([code], before));
        match repairs.best() {
            Some(repair) => {
                let amended = repair.apply_to(&proposal).expect("it applies");
                assert!(evaluate_under(&amended, &Policy::DEFAULT).worst(code).most() < before, "{code}");
            }
            None => standing.push((code, repairs.is_complete())),
        }
    }
    // One leader or two, each raises other warnings; and more signals are unknown than there are changes at a time.
    let expected =
        [WarningCode::PrematureSplit, WarningCode::ChangeWithoutCause, WarningCode::InsufficientEvidence];
    assert_eq!(standing, expected.map(|code| (code, true)));
}

#[test]
fn the_lowest_level_that_is_enough_and_the_cheapest_first() {
    let proposal = WarningCode::CommercialDisconnect.raised().build().expect("it builds");
    let goal = Goal::of([WarningCode::CommercialDisconnect], Severity::Low);
    let best = repair(&proposal, &Policy::DEFAULT, goal).best().cloned().expect("there is one");
    assert_eq!(best.amendments, [Amendment::Raise(Signal::CommercialPerformance, Maturity::Defined)]);
}

#[test]
fn what_the_caller_forbids_is_not_done() {
    let proposal = WarningCode::OverloadRisk.raised().build().expect("it builds");
    let goal = Goal::of([WarningCode::OverloadRisk], Severity::Low);
    let nothing = repair_at(&proposal, &Policy::DEFAULT, goal, &[], |_, _| None);
    assert!(nothing.best().is_none() && nothing.is_complete());
    assert_eq!(lines(&nothing), ["no repair; in the way: overload-risk"]);
    let anything = repair(&proposal, &Policy::DEFAULT, goal);
    assert!(anything.best().is_some());
}

/// Whatever is handed over, no other warning changes than those that are said to.
#[test]
fn handing_over_touches_what_it_is_said_to() {
    for &code in WarningCode::ALL {
        let proposal = code.raised().build().expect("it builds");
        let before = evaluate_under(&proposal, &Policy::DEFAULT);
        let handovers = amendments(&proposal, &Policy::DEFAULT);
        for handover in handovers.into_iter().filter(|it| matches!(it, Amendment::HandOver(..))) {
            let Some(amended) = handover.apply_to(&proposal) else { continue };
            let after = evaluate_under(&amended, &Policy::DEFAULT);
            for changed in WarningCode::ALL.iter().filter(|it| before.worst(**it) != after.worst(**it)) {
                assert!(BY_REMITS.contains(*changed), "{handover} changes {changed}");
            }
        }
    }
}

#[test]
fn three_changes_at_once() {
    let company = Organization::draft()
        .stage(Stage::Established)
        .headcount(100)
        .signals(Signal::ALL.iter().copied(), Maturity::Optimizing)
        .in_place(Safeguard::ALL.iter().copied())
        .absent([Safeguard::SuccessionPlan, Safeguard::StructureReview, Safeguard::StakeholderDebate]);
    let seat = Seat::draft().skills(
        crate::vocabulary::skill::Skill::ALL.iter().copied(),
        crate::vocabulary::skill::Proficiency::Expert,
    );
    let draft: Draft<Proposal> = Proposal::draft().organization(company).proposed(Structure::combined(seat));
    let proposal = draft.build().expect("valid");
    let repairs = repair(&proposal, &Policy::DEFAULT, Goal::below(Severity::Medium));
    let best = repairs.best().expect("there is one");
    assert_eq!(best.amendments.len(), 3, "{repairs}");
    assert_eq!(best.cost, 6);
}
