//! Are the best divisions found, and proven?

use super::*;
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::stage::Stage;

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
    let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT).expect("a pair");
    assert_eq!(division.proof(), Proof::Cheapest);
    assert_eq!(division.remit(Role::Cto), proposal.proposed().remit(Role::Cto));
    assert_eq!(division.remit(Role::Cpo), proposal.proposed().remit(Role::Cpo));
    assert_eq!(division.best().objective.points, 0);
    assert!(division.open().is_empty());
}

#[test]
fn an_overloaded_leader_is_relieved() {
    // The CTO gives a third of the time to another company.
    let proposal =
        pair(Stage::Established, Maturity::QuantitativelyManaged, expert().other_duties(35), expert());
    let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT).expect("a pair");
    assert!(matches!(division.proof(), Proof::EverySum { .. }), "{division}");
    let before = crate::assessment::evaluate(&proposal)
        .worst(crate::rules::catalogue::WarningCode::OverloadRisk)
        .most();
    assert!(division.best().objective.overload < before, "{division}");
    let given_away = proposal.proposed().remit(Role::Cto).difference(division.remit(Role::Cto));
    assert!(!given_away.is_empty() && given_away.is_subset(division.remit(Role::Cpo)));
    let alternatives = division.alternatives();
    assert_eq!(alternatives.first(), Some(division.best()));
    for (position, one) in alternatives.iter().enumerate() {
        for other in alternatives.iter().skip(position + 1) {
            assert!(!one.objective.dominates(&other.objective) && !other.objective.dominates(&one.objective));
        }
    }
}

#[test]
fn wishes_are_kept_or_refused() {
    let proposal = pair(Stage::Established, Maturity::Managed, expert(), expert());
    let (roadmap, security) = (Responsibility::Roadmap, Responsibility::Security);
    let wishes = Wishes::default().pin(roadmap, Role::Cto).may_go_to(Office::Ciso, [security]);
    let division = divide(&proposal, &wishes, &Policy::DEFAULT).expect("a pair");
    assert!(division.remit(Role::Cto).contains(roadmap));
    assert!(division.instead(roadmap).is_none(), "it is pinned");
    assert!(division.instead(security).is_some());
    let refused = |wishes: Wishes| divide(&proposal, &wishes, &Policy::DEFAULT).expect_err("refused");
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
    let error = divide(&one, &Wishes::default(), &Policy::DEFAULT).expect_err("it is no pair");
    assert_eq!(error, NotDivisible::NoPair { form: Form::Combined });
}

/// Many equal weights, and prices that are all the same: what a search by branches does not end on.
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
    let division = divide(&proposal, &Wishes::default(), &policy).expect("a pair");
    assert_eq!(division.proof(), Proof::EverySum { sums: 27 });
    assert_eq!(division.best().objective.imbalance, 0);
}
