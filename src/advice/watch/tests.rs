//! Is the nearest turn found, with its margin?

use alloc::string::ToString;
use alloc::vec;

use super::*;
use crate::assessment::evaluate;
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::stage::Stage;

fn proposal(company: crate::input::draft::Draft<Organization>) -> Proposal {
    let draft = Proposal::draft().organization(company);
    draft.proposed(Structure::combined(Seat::draft())).build().expect("valid")
}

#[test]
fn the_nearest_value_on_either_side() {
    let company = Organization::draft().stage(Stage::Established).headcount(400);
    let watched = watch(&proposal(company), &Policy::DEFAULT);
    let people = watched.turns().iter().filter(|turn| turn.fact == Fact::Headcount);
    let people: Vec<_> = people.map(|turn| (turn.direction, turn.at.to_string(), turn.margin)).collect();
    // The verdict changes with 5,000 people alone, and comes first.
    let expected = [
        (Direction::Rises, "5000 people".to_string(), 4_600),
        (Direction::Falls, "249 people".to_string(), 151),
        (Direction::Rises, "1000 people".to_string(), 600),
    ];
    assert_eq!(people, expected);
    let open = [Fact::Budget, Fact::Regulated];
    assert!(watched.turns().iter().all(|turn| !open.contains(&turn.fact)), "these are not known");
}

#[test]
fn loads_say_how_far_it_is() {
    let at = |least, most| {
        let seat = SeatLoad { role: Role::Cpto, load: Span { least, most } };
        let margin = LoadMargin::new(&seat, &Policy::DEFAULT);
        (margin.within.map(|it| it.1), margin.above.map(|it| it.1))
    };
    assert_eq!(at(100, 100), (None, Some(100)));
    assert_eq!(at(101, 130), (Some(100), Some(130)));
    assert_eq!(at(101, 131), (Some(100), Some(160)));
    assert_eq!(at(161, 200), (Some(160), None));
    let seat = SeatLoad { role: Role::Cpto, load: Span { least: 104, most: 125 } };
    let text = "load of the CPTO: 104 to 125 %, medium until it is 100 %, 4 points less, high above 130 %, 5 points more";
    assert_eq!(LoadMargin::new(&seat, &Policy::DEFAULT).to_string(), text);
}

#[test]
fn a_review_says_since_when() {
    let without = evaluate(&proposal(Organization::draft().absent([Safeguard::SuccessionPlan])));
    let with = evaluate(&proposal(Organization::draft().in_place([Safeguard::SuccessionPlan])));
    let dated = vec![(1, without.clone()), (2, with.clone()), (3, without.clone()), (4, without)];
    let review = review(dated);
    assert_eq!(review.periods().len(), 3);
    let of = |standing: &Standing<i32>| standing.code == WarningCode::KeyPersonDependency;
    assert_eq!(review.standing().iter().find(|it| of(it)).map(|it| it.since), Some(3));
    let text = review.to_string();
    assert!(text.contains("key-person-dependency resolved: none to high -> none\n"), "{text}");
    assert!(super::review([(1, with)]).periods().is_empty());
    assert!(super::review(Vec::<(u8, Assessment)>::new()).standing().is_empty());
}
