//! Are the questions that matter found, and the fewest of them?

use alloc::string::ToString;

use super::*;
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::{Proficiency, Skill};
use crate::vocabulary::stage::{Budget, Stage};

/// A pair of which everything is known that the verdict could hang on, but for a few facts.
fn known(
    organization: impl FnOnce(
        crate::input::draft::Draft<Organization>,
    ) -> crate::input::draft::Draft<Organization>,
) -> Proposal {
    let seat = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    let company = Organization::draft()
        .stage(Stage::Established)
        .headcount(300)
        .budget(Budget::TwoExecutives)
        .regulated(false)
        .signals(Signal::ALL.iter().copied(), Maturity::QuantitativelyManaged)
        .in_place(Safeguard::ALL.iter().copied());
    let draft = Proposal::draft().organization(organization(company));
    draft.proposed(Structure::pair(seat(), seat())).build().expect("valid")
}

#[test]
fn nothing_is_asked_where_everything_is_known() {
    let inquiry = ask(&known(|company| company), &Policy::DEFAULT);
    assert!(inquiry.questions().is_empty() && inquiry.idle().is_empty() && inquiry.to_settle().is_empty());
    assert_eq!(inquiry.to_string(), "the verdict is settled: sound; nothing that is not known matters");
}

#[test]
fn what_cannot_change_anything_is_said_to_be_so() {
    let organization = |company: crate::input::draft::Draft<Organization>| {
        company.headcount(280..=320).budget(..).safeguard(Safeguard::FocusTime, ..)
    };
    let inquiry = ask(&known(organization), &Policy::DEFAULT);
    assert_eq!(inquiry.idle(), FactSet::of(&[Fact::Headcount, Fact::Safeguard(Safeguard::FocusTime)]));
    let question = inquiry.best().expect("the budget matters");
    assert_eq!(question.fact, Fact::Budget);
    assert_eq!(inquiry.to_settle(), FactSet::of(&[Fact::Budget]));
    let answers: Vec<_> = question.answers.iter().map(ToString::to_string).collect();
    assert_eq!(answers, ["one-executive: conditional", "two-executives: sound"]);
    let text = "1 answer settles the verdict, whatever is answered; \
        ask first for organization.budget, on which the verdict and 1 warning hang";
    assert_eq!(inquiry.to_string(), text);
}

#[test]
fn a_proposal_of_which_nothing_is_known_is_answered() {
    let pair = Structure::pair(Seat::draft(), Seat::draft());
    let unknown = Proposal::draft().proposed(pair).build().expect("valid");
    let inquiry = ask(&unknown, &Policy::DEFAULT);
    assert!(inquiry.is_fewest());
    assert_eq!(inquiry.necessary(), inquiry.to_settle());
    let asked = inquiry.questions().iter().fold(FactSet::EMPTY, |facts, it| facts.with(it.fact));
    assert_eq!(asked.union(inquiry.idle()), unknown.open_facts());
    assert!(asked.intersection(inquiry.idle()).is_empty());
}

#[test]
fn what_decides_more_is_asked_first() {
    let unknown = Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid");
    let inquiry = ask(&unknown, &Policy::DEFAULT);
    let settling = |question: &&Question| inquiry.to_settle().contains(question.fact);
    let place = |fact| inquiry.questions().iter().filter(settling).position(|it| it.fact == fact);
    let (stage, regulated) =
        (place(Fact::Stage).expect("a question"), place(Fact::Regulated).expect("a question"));
    assert!(stage < regulated);
}
