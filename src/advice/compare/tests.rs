use alloc::string::ToString;

use super::*;
use crate::input::draft::Draft;
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::change::{Incumbent, Trigger};
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::{Proficiency, Skill};
use crate::vocabulary::stage::Stage;

#[test]
fn every_course_by_its_definition() {
    let spans = || {
        let ends =
            Severity::ALL.iter().flat_map(|least| Severity::ALL.iter().map(move |most| (*least, *most)));
        ends.filter_map(|(least, most)| Span::new(least, most))
    };
    for before in spans() {
        for after in spans() {
            let course = Course::of(before, after);
            let back = Course::of(after, before);
            let opposite = match course {
                Course::Introduced => Course::Resolved,
                Course::Resolved => Course::Introduced,
                Course::Worsened => Course::Eased,
                Course::Eased => Course::Worsened,
                Course::Widened => Course::Narrowed,
                Course::Narrowed => Course::Widened,
                Course::Unchanged => Course::Unchanged,
            };
            assert_eq!(back, opposite, "{before} to {after}");
            let no_less = after.least() >= before.least() && after.most() >= before.most();
            assert_eq!(course.is_better() == Some(false), no_less && before != after, "{before} to {after}");
        }
    }
}

#[test]
fn ties_stay_and_nothing_is_lost() {
    let example = |severity| {
        let draft = WarningCode::CostBurden.example(severity).expect("there is one");
        draft.build().expect("it builds")
    };
    let proposals = || [Severity::High, Severity::None, Severity::High, Severity::None].map(example);
    let ranking = rank(proposals(), &Policy::DEFAULT);
    assert_eq!(ranking.iter().map(|it| it.given).collect::<Vec<_>>(), [1, 3, 0, 2]);
    let undominated = ranking.iter().filter(|it| !it.is_dominated);
    assert_eq!(undominated.count(), 2, "equal ones do not dominate each other");
    assert!(rank([], &Policy::DEFAULT).is_empty());
}

#[test]
fn of_two_with_the_same_against_them_the_one_with_more_certain_benefits_is_first() {
    let integrated = |level| {
        let company = Organization::draft()
            .stage(Stage::Startup)
            .signals(Signal::ALL.iter().copied(), Maturity::Optimizing)
            .signal(Signal::Integration, level);
        let seat = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
        let draft = Proposal::draft().organization(company).proposed(Structure::combined(seat));
        draft.build().expect("valid")
    };
    let loosely = integrated(Maturity::Initial);
    let closely = integrated(Maturity::Optimizing);
    let [without, with] = [&loosely, &closely].map(|proposal| evaluate_under(proposal, &Policy::DEFAULT));
    assert!(without.warnings().eq(with.warnings()) && without.benefits().count() < with.benefits().count());
    let ranking = rank([loosely, closely], &Policy::DEFAULT);
    assert_eq!(ranking.iter().map(|it| it.given).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn today_is_one_of_the_candidates_once() {
    let count = |current: Option<Draft<Structure>>| {
        let company = Organization::draft().stage(Stage::Established);
        let draft = Proposal::draft().organization(company).proposed(Structure::cpo(Seat::draft()));
        let proposal = current.into_iter().fold(draft, Draft::<Proposal>::current).build().expect("valid");
        rank_alternatives(&proposal, &Policy::DEFAULT).len()
    };
    assert_eq!(count(None), 2);
    assert_eq!(count(Some(Structure::pair(Seat::draft(), Seat::draft()))), 2);
    assert_eq!(count(Some(Structure::combined(Seat::draft()))), 2);
    assert_eq!(count(Some(Structure::cto(Seat::draft()))), 3);
    let uncommon = Structure::pair(Seat::draft(), Seat::draft().remit([Responsibility::Roadmap]));
    assert_eq!(count(Some(uncommon)), 3);
}

/// Those who stay keep their skills, and the triggers of the change stay too.
#[test]
fn alternatives_keep_people_and_triggers() {
    let expert = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    let novice = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Novice);
    let gap = |who| {
        let own =
            Structure::combined(Seat::draft().remit([Responsibility::Delivery, Responsibility::Roadmap]));
        let draft = Proposal::draft().current(Structure::pair(expert(), novice())).incumbent(who);
        let proposal = draft.triggers([Trigger::Cost]).proposed(own).build().expect("valid");
        let ranking = rank_alternatives(&proposal, &Policy::DEFAULT);
        let one = ranking
            .iter()
            .find(|it| it.proposal.proposed().form() == Form::Combined)
            .expect("a conventional CPTO");
        assert!(one.proposal.triggers().contains(Trigger::Cost));
        assert_eq!(one.proposal.incumbent(), Some(who));
        one.assessment.severity(WarningCode::SkillGap).value()
    };
    assert_eq!(gap(Incumbent::Cto), Some(Severity::None));
    assert_eq!(gap(Incumbent::None), None, "of somebody new nothing is known");
    assert!(gap(Incumbent::Cpo) >= Some(Severity::High));
}

#[test]
fn what_changes_is_told() {
    let company = || Organization::draft().signals(Signal::ALL.iter().copied(), Maturity::Optimizing);
    let pair =
        Proposal::draft().organization(company()).proposed(Structure::pair(Seat::draft(), Seat::draft()));
    let one = Proposal::draft().organization(company()).proposed(Structure::combined(Seat::draft()));
    let [pair, one] = [pair, one].map(|draft| draft.build().expect("valid"));
    let comparison = compare(&pair, &one, &Policy::DEFAULT);
    let handovers: Vec<_> =
        comparison.handovers.iter().map(|it| (it.holder, it.gained.len(), it.lost.len())).collect();
    assert_eq!(
        handovers,
        [
            (Holder::Seat(Role::Cto), 0, 15),
            (Holder::Seat(Role::Cpo), 0, 15),
            (Holder::Seat(Role::Cpto), 28, 0)
        ]
    );
    assert_eq!(comparison.loads.each_ref().map(Vec::len), [2, 1]);
    let text = alloc::format!("{comparison}");
    assert!(text.contains("no counterpart challenge introduced: none -> low to high\n"), "{text}");
    assert!(text.contains("simpler decisions gained: absent -> certain\n"), "{text}");
    assert_eq!(compare(&pair, &pair, &Policy::DEFAULT).to_string(), "");
}
