//! Can every value of a fact be stated, narrowed and forgotten?

use alloc::vec::Vec;

use super::*;
use crate::input::draft::Draft;
use crate::model::structure::Structure;
use crate::vocabulary::change::Incumbent;

#[test]
fn every_place_of_a_scale_can_be_answered() {
    let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build();
    let proposal = proposal.expect("it can be built");
    for fact in proposal.open_facts().iter().filter(|fact| *fact != Fact::Headcount) {
        for place in fact.scale() {
            let value = proposal.value_at(fact, place).expect("a value at every place");
            let answered = proposal.with_fact(fact, value).expect("any value may be so");
            assert_eq!(answered.places(fact), Some(place..=place), "{fact}");
        }
    }
}

#[test]
fn narrower_at_one_end_alone_is_not_narrower() {
    let of = |places| {
        let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build();
        proposal.expect("it can be built").restated([(Fact::Stage, places)])
    };
    assert!(of(1..=1).narrows(&of(1..=2)));
    assert!(!of(1..=3).narrows(&of(1..=2)) && !of(0..=1).narrows(&of(1..=2)));
}

#[test]
fn who_stays_can_be_answered() {
    let seats = || Structure::pair(Seat::draft(), Seat::draft());
    let merge = Proposal::draft().current(seats()).proposed(Structure::combined(Seat::draft())).build();
    let merge = merge.expect("it can be built");
    for who in [Incumbent::Cto, Incumbent::Cpo, Incumbent::None] {
        let answered = merge.with_fact(Fact::Incumbent, Value::Incumbent(who)).expect("anybody may stay");
        assert_eq!(answered.incumbent(), Some(who));
    }
    let other = Proposal::draft().proposed(seats()).build().expect("it can be built");
    assert_eq!(other.with_fact(Fact::Incumbent, Value::Incumbent(Incumbent::Cto)), None);
}

#[test]
fn who_stays_is_answered_by_name() {
    let merge = |current: Draft<Structure>| {
        let draft = Proposal::draft().current(current).proposed(Structure::combined(Seat::draft()));
        draft.build().expect("it can be built")
    };
    let answered = |proposal: &Proposal, who| {
        let answered = proposal.with_fact(Fact::Incumbent, Value::Incumbent(who))?;
        answered.incumbent()
    };
    let of_pair = merge(Structure::pair(Seat::draft(), Seat::draft()));
    for &who in Incumbent::ALL {
        assert_eq!(answered(&of_pair, who), Some(who));
    }
    let of_cto = merge(Structure::cto(Seat::draft()));
    assert_eq!(answered(&of_cto, Incumbent::Cpo), None, "there is no CPO who could stay");
    assert_eq!(answered(&of_cto, Incumbent::None), Some(Incumbent::None));
    assert_eq!(of_cto.with_fact(Fact::Incumbent, Value::Is(true)), None);
}

#[test]
fn an_answer_can_be_a_range() {
    let of_cto = Proposal::draft()
        .current(Structure::cto(Seat::draft()))
        .proposed(Structure::combined(Seat::draft()))
        .build();
    let of_cto = of_cto.expect("it can be built");
    for fact in Fact::ALL.iter().copied().filter(|fact| *fact != Fact::Headcount) {
        let values: Vec<Value> = of_cto.values_of(fact).collect();
        let (Some(&least), Some(&most)) = (values.first(), values.last()) else { continue };
        assert_eq!(of_cto.with_fact_between(fact, least, most), Some(of_cto.clone()), "{fact}");
        if let [_, second, ..] = *values {
            let from_second = of_cto.with_fact_between(fact, second, most);
            let answered = from_second.map(|it| it.values_of(fact).collect());
            // For the incumbent, some of the choices cannot be stated unless there is only one.
            let can_be_said = fact != Fact::Incumbent || second == most;
            assert_eq!(answered, can_be_said.then(|| values[1..].to_vec()), "{fact}");
            assert_eq!(of_cto.with_fact_between(fact, most, least), None, "{fact}");
        }
    }
}

#[test]
fn what_is_written_is_read() {
    for &fact in Fact::ALL {
        for value in fact.values().take(300) {
            assert_eq!(fact.read(&value.written()), Ok(value), "{fact}");
        }
        assert!(fact.read("nonsense").is_err() && fact.read("").is_err(), "{fact}");
    }
    assert_eq!(Fact::Interim(Role::Cto).read("true"), Ok(Value::Is(true)));
    assert_eq!(Fact::ProductAttention.read("100").map(|it| it.to_string()), Ok("100 %".into()));
    assert!(matches!(Fact::ProductAttention.read("101"), Err(FaultKind::OutOfRange { most: 100, .. })));
}
