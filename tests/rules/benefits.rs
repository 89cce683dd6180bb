//! Does each benefit occur where the specification says, and nowhere else?

use cpto::{
    BenefitCode, Certainty, Draft, Estimate, Maturity, Proficiency, Proposal, Role, Safeguard, Seat, Signal,
    Skill, Stage, Structure, evaluate,
};

use crate::{HEADS, combined, pair, proposed, somewhere, uniform};

/// In every world, in some, or in none.
#[track_caller]
fn is(code: BenefitCode, draft: Draft<Proposal>) -> Option<Certainty> {
    evaluate(&draft.build().expect("valid")).benefit(code).map(|benefit| benefit.certainty)
}

const CERTAIN: Option<Certainty> = Some(Certainty::Certain);
const POSSIBLE: Option<Certainty> = Some(Certainty::Possible);

/// A leader who is able except in one skill that each role needs.
fn able(trends: Proficiency, strategy: Proficiency) -> Draft<Seat> {
    let seat = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    seat.skill(Skill::TechnologyTrends, trends).skill(Skill::Strategy, strategy)
}

#[test]
fn those_of_a_form_alone() {
    for code in [BenefitCode::SimplerDecisions, BenefitCode::SinglePointOfContact] {
        assert_eq!(is(code, combined(somewhere())), CERTAIN);
        assert_eq!(is(code, pair(somewhere())), None);
        assert_eq!(is(code, proposed(somewhere(), Structure::cto(Seat::draft()))), None);
    }
    assert_eq!(is(BenefitCode::FocusAndClarity, pair(somewhere())), CERTAIN);
    assert_eq!(is(BenefitCode::FocusAndClarity, combined(somewhere())), None);
    assert_eq!(is(BenefitCode::FocusAndClarity, proposed(somewhere(), Structure::cpo(Seat::draft()))), None);
}

#[test]
fn coupled_decisions_and_one_salary() {
    let code = BenefitCode::AlignedPriorities;
    let coupled = |level: Maturity| somewhere().signal(Signal::Integration, level);
    assert_eq!(is(code, combined(coupled(Maturity::Managed))), None);
    assert_eq!(is(code, combined(coupled(Maturity::Defined))), CERTAIN);
    assert_eq!(is(code, combined(somewhere())), POSSIBLE);
    assert_eq!(is(code, pair(coupled(Maturity::Optimizing))), None);

    let code = BenefitCode::LowerExecutiveCost;
    let [product, engineering] = HEADS;
    assert_eq!(is(code, combined(somewhere().absent(HEADS))), CERTAIN);
    assert_eq!(is(code, combined(somewhere().in_place([product]).absent([engineering]))), CERTAIN);
    assert_eq!(is(code, combined(somewhere().in_place([engineering]).absent([product]))), CERTAIN);
    assert_eq!(is(code, combined(somewhere().in_place([product]))), POSSIBLE);
    assert_eq!(is(code, combined(somewhere().in_place(HEADS))), None);
    assert_eq!(is(code, pair(somewhere().absent(HEADS))), None);
}

#[test]
fn competence() {
    use Proficiency::{AdvancedBeginner, Competent, Expert};
    let vision =
        |seat| is(BenefitCode::UnifiedVision, proposed(somewhere().absent(HEADS), Structure::combined(seat)));
    assert_eq!(vision(able(Competent, Expert)), CERTAIN, "a low gap");
    assert_eq!(vision(able(AdvancedBeginner, Expert)), None, "a medium one");
    assert_eq!(vision(Seat::draft()), POSSIBLE);
    let depth = |cto, cpo| is(BenefitCode::SpecialistDepth, proposed(somewhere(), Structure::pair(cto, cpo)));
    assert_eq!(depth(able(Competent, Expert), able(Expert, Expert)), CERTAIN);
    assert_eq!(depth(able(AdvancedBeginner, Expert), able(Expert, Expert)), None);
    assert_eq!(
        depth(able(Expert, Expert), able(Expert, AdvancedBeginner)),
        None,
        "the CPO's gap counts, too"
    );
    assert_eq!(depth(Seat::draft(), able(Expert, Expert)), POSSIBLE);
    let alone = proposed(somewhere(), Structure::cto(able(Expert, Expert)));
    assert_eq!(is(BenefitCode::SpecialistDepth, alone.clone()), None);
    assert_eq!(is(BenefitCode::UnifiedVision, alone), None);
}

#[test]
fn challenge() {
    let code = BenefitCode::CounterpartChallenge;
    let together = |level: Maturity| somewhere().signal(Signal::Collaboration, level);
    assert_eq!(is(code, pair(together(Maturity::Managed))), None);
    assert_eq!(is(code, pair(together(Maturity::Defined))), CERTAIN);
    assert_eq!(is(code, pair(somewhere())), POSSIBLE);
    assert_eq!(is(code, combined(together(Maturity::Optimizing))), None);
    let below = Seat::draft().reports_to(Role::Cto);
    let ranked = Structure::pair(Seat::draft(), below);
    assert_eq!(is(code, proposed(together(Maturity::Optimizing), ranked)), None, "one reports to the other");
}

#[test]
fn leaders_that_are_needed() {
    use Maturity::{Defined, Initial, Managed, Optimizing};
    for code in [BenefitCode::DedicatedTechnologyLeadership, BenefitCode::DedicatedProductLeadership] {
        for (level, then) in [(Initial, CERTAIN), (Managed, CERTAIN), (Defined, None), (Optimizing, None)] {
            assert_eq!(is(code, pair(uniform(Stage::Established, level))), then, "{code}, {level}");
        }
        assert_eq!(is(code, combined(uniform(Stage::Established, Initial))), None);
        assert_eq!(is(code, pair(somewhere())), POSSIBLE);
    }
    let code = BenefitCode::DedicatedProductLeadership;
    let one_low = |stage| uniform(stage, Optimizing).signal(Signal::ProductMarketFit, Managed);
    assert_eq!(is(code, pair(one_low(Stage::ScaleUp))), CERTAIN, "medium by the lower of the two");
    assert_eq!(is(code, pair(one_low(Stage::Startup))), None, "which is low in a startup");
}

#[test]
fn somebody_stays() {
    let code = BenefitCode::Continuity;
    let with = |interim: Estimate<bool>| {
        let seat = Seat::draft().interim(interim);
        [Structure::pair(seat.clone(), Seat::draft()), Structure::pair(Seat::draft(), seat)]
            .map(|structure| is(code, proposed(somewhere(), structure)))
    };
    assert_eq!(with(Estimate::exact(false)), [CERTAIN; 2]);
    assert_eq!(with(Estimate::exact(true)), [None; 2]);
    assert_eq!(with(Estimate::UNKNOWN), [POSSIBLE; 2]);
    assert_eq!(is(code, combined(somewhere())), None);
}

/// `Display` is the phrase of the catalogue.
#[test]
fn each_is_told_in_a_clause() {
    let draft = combined(somewhere().in_place([Safeguard::ProductLead]));
    let proposal: Proposal = draft.build().expect("valid");
    for benefit in evaluate(&proposal).benefits() {
        assert_eq!(benefit.to_string(), benefit.code.phrase());
        assert!(benefit.code.phrase().len() > 20 && !benefit.code.phrase().ends_with('.'));
    }
}
