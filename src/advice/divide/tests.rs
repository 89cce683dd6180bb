use super::*;
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Home;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::stage::Stage;
use crate::vocabulary::table::Table;

fn pair(
    stage: Stage,
    level: Maturity,
    cto: crate::input::draft::Draft<Seat>,
    cpo: crate::input::draft::Draft<Seat>,
) -> Proposal {
    let company = Organization::draft()
        .stage(stage)
        .signals(Signal::ALL.iter().copied(), level)
        .absent([Safeguard::ProductLead, Safeguard::EngineeringLead]);
    Proposal::draft().organization(company).proposed(Structure::pair(cto, cpo)).build().expect("valid")
}

fn expert() -> crate::input::draft::Draft<Seat> {
    Seat::draft().skills(
        crate::vocabulary::skill::Skill::ALL.iter().copied(),
        crate::vocabulary::skill::Proficiency::Expert,
    )
}

#[test]
fn home_is_best_where_nobody_is_overloaded() {
    let proposal = pair(Stage::Startup, Maturity::Defined, expert(), expert());
    let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default()).expect("a pair");
    assert!(matches!(division.proof, Proof::EverySum { .. }));
    assert_eq!(division.best.cto, proposal.proposed().remit(Role::Cto));
    assert_eq!(division.best.cpo, proposal.proposed().remit(Role::Cpo));
    assert_eq!(division.best.points, 0);
    assert!(division.open().is_empty());
}

#[test]
fn an_overloaded_leader_is_relieved() {
    // The CTO gives a third of the time to another company.
    let proposal =
        pair(Stage::Established, Maturity::QuantitativelyManaged, expert().other_duties(35), expert());
    let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default()).expect("a pair");
    assert!(matches!(division.proof, Proof::EverySum { .. }), "{division}");
    let before = crate::assessment::evaluate(&proposal)
        .severity(crate::rules::catalogue::WarningCode::OverloadRisk)
        .most();
    assert!(division.best.overload < before, "{division}");
    let given_away = proposal.proposed().remit(Role::Cto).difference(division.best.cto);
    assert!(!given_away.is_empty() && given_away.is_subset(division.best.cpo));
    let alternatives = division.alternatives();
    assert_eq!(alternatives.first(), Some(&division.best));
    for (position, one) in alternatives.iter().enumerate() {
        for other in alternatives.iter().skip(position + 1) {
            assert!(!dominates(one.parts(), other.parts()) && !dominates(other.parts(), one.parts()));
        }
    }
}

#[test]
fn wishes_are_kept_or_refused() {
    let proposal = pair(Stage::Established, Maturity::Managed, expert(), expert());
    let (roadmap, security) = (Responsibility::Roadmap, Responsibility::Security);
    let wishes = Wishes::default().pin(roadmap, Role::Cto).may_go_to(Office::Ciso, [security]);
    let division = divide(&proposal, &wishes, &Policy::DEFAULT, Limit::default()).expect("a pair");
    assert!(division.best.cto.contains(roadmap));
    assert!(division.instead(roadmap).is_none(), "it is pinned");
    assert!(division.instead(security).is_some());
    let refused =
        |wishes: Wishes| divide(&proposal, &wishes, &Policy::DEFAULT, Limit::default()).expect_err("refused");
    let shared = Responsibility::TradeOffs;
    assert_eq!(
        refused(Wishes::default().pin(shared, Role::Cto)),
        NotDivisible::NotDivided { responsibility: shared }
    );
    assert_eq!(refused(wishes.pin(security, Role::Cpo)), NotDivisible::Repeated { responsibility: security });
    assert_eq!(
        refused(Wishes::default().pin(roadmap, Role::Cpto)),
        NotDivisible::NoSuchSeat { responsibility: roadmap }
    );
    let all = ResponsibilitySet::of_home(Home::Cto).iter();
    let found = ResponsibilitySet::of_home(Home::Cto).len();
    assert_eq!(
        refused(Wishes::default().may_go_to(Office::Coo, all)),
        NotDivisible::TooManyOptional { found }
    );
    let one = crate::rules::catalogue::WarningCode::OverloadRisk.raised().build().expect("it builds");
    let error =
        divide(&one, &Wishes::default(), &Policy::DEFAULT, Limit::default()).expect_err("it is no pair");
    assert_eq!(error, NotDivisible::NoPair { form: Form::Combined });
}

/// Many equal weights with equal prices, on which a branching search would not finish.
#[test]
fn equal_weights_end_at_once() {
    let policy = Policy::DEFAULT
        .with(|numbers| {
            let (mut base, divide) = (numbers.effort.base, &mut numbers.divide);
            for responsibility in Responsibility::ALL {
                base.set(*responsibility, 9);
            }
            numbers.effort.base = base;
            (divide.misplaced, divide.misplaced_core, divide.missing_step) = (0, 0, 0);
        })
        .expect("valid");
    let proposal = pair(Stage::Enterprise, Maturity::QuantitativelyManaged, expert(), expert());
    let division = divide(&proposal, &Wishes::default(), &policy, Limit::default()).expect("a pair");
    assert_eq!(division.proof, Proof::EverySum { sums: 27 });
    assert_eq!(division.best.imbalance, 0);
}

fn with_only(
    kept: [Responsibility; 2],
    stage: Stage,
    seats: [crate::input::draft::Draft<Seat>; 2],
) -> Proposal {
    let [cto, cpo] = seats;
    let mut company =
        Organization::draft().stage(stage).signals(Signal::ALL.iter().copied(), Maturity::Initial);
    for &it in Responsibility::ALL.iter().filter(|it| !kept.contains(it)) {
        company = company.not_applicable(it, "none");
    }
    company = company.absent([Safeguard::ProductLead, Safeguard::EngineeringLead]);
    Proposal::draft().organization(company).proposed(Structure::pair(cto, cpo)).build().expect("valid")
}

/// Nothing is shared, so a division that leaves one seat with nothing is impossible.
#[test]
fn alternatives_leave_something_for_both() {
    let novice = Seat::draft().skills(
        crate::vocabulary::skill::Skill::ALL.iter().copied(),
        crate::vocabulary::skill::Proficiency::Novice,
    );
    let seats = [novice.other_duties(60), expert()];
    let proposal = with_only([Responsibility::Roadmap, Responsibility::Quality], Stage::Enterprise, seats);
    let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default()).expect("a pair");
    let alternatives = division.alternatives();
    assert_eq!(alternatives.first(), Some(&division.best));
    assert!(alternatives.iter().all(|share| share.cto.len() == 1 && share.cpo.len() == 1));
}

#[test]
fn what_weighs_nothing_is_divided_all_the_same() {
    let policy = Policy::DEFAULT.with(|numbers| {
        for it in Responsibility::ALL {
            numbers.effort.base.set(*it, 0);
        }
    });
    let kept = [Responsibility::ProductVision, Responsibility::CustomerValue];
    let seats = kept.map(|it| Seat::draft().remit([it]));
    let proposal = with_only(kept, Stage::Startup, seats);
    let division =
        divide(&proposal, &Wishes::default(), &policy.expect("valid"), Limit::default()).expect("it is one");
    assert_eq!((division.best.cto.len(), division.best.cpo.len()), (1, 1));
}

#[test]
fn too_many_sums_are_rounded_and_said_to_be() {
    let proposal = pair(Stage::Established, Maturity::Managed, expert().other_duties(35), expert());
    let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::of(1)).expect("a pair");
    assert_eq!(division.proof, Proof::Rounded);
    assert!(division.apply_to(&proposal).is_some());
}

#[test]
fn of_mirrored_divisions_the_one_with_fewer_changes_is_the_best() {
    // Only two responsibilities take effort, nearly the same, and homes do not count.
    let both = [(Responsibility::CustomerFeedback, 3), (Responsibility::MarketInsight, 4)];
    let policy = Policy::DEFAULT.with(|numbers| {
        numbers.effort.base = Table::new([0; Responsibility::COUNT]);
        for (responsibility, base) in both {
            numbers.effort.base.set(responsibility, base);
        }
        (numbers.divide.misplaced, numbers.divide.misplaced_core) = (0, 0);
    });
    let policy = policy.expect("valid");
    let [(one, _), (other, _)] = both;
    for (of_cto, of_cpo) in [(one, other), (other, one)] {
        let remit = |home, own, others| {
            expert().remit(ResponsibilitySet::of_home(home).with(own).without(others).iter())
        };
        let today = || Structure::pair(remit(Home::Cto, of_cto, of_cpo), remit(Home::Cpo, of_cpo, of_cto));
        let proposal = Proposal::draft().current(today()).proposed(today()).build().expect("valid");
        let division = divide(&proposal, &Wishes::default(), &policy, Limit::default()).expect("a pair");
        assert!(division.best.changes == 0 && division.best.cto.contains(of_cto), "{division}");
    }
}
