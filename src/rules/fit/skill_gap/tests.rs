//! Is `skill-gap` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn one_step_is_no_steps() {
    let message = |trends| {
        let assessment =
            crate::assessment::evaluate(&expert_but_for(trends).build().expect("it can be built"));
        alloc::format!("{}", assessment.warning(WarningCode::SkillGap).expect("it is raised"))
    };
    let one = message(Proficiency::Competent);
    assert!(one.contains("the CTO falls short by 1 step in technology-trends"), "{one}");
    let two = message(Proficiency::AdvancedBeginner);
    assert!(two.contains("the CTO falls short by 2 steps in technology-trends"), "{two}");
}

#[test]
fn every_shortfall() {
    for (trends, expected) in [
        (Proficiency::Proficient, "none"),
        (Proficiency::Competent, "low"),
        (Proficiency::AdvancedBeginner, "medium"),
        (Proficiency::Novice, "high"),
    ] {
        assert_eq!(severity(WarningCode::SkillGap, expert_but_for(trends)), expected, "{trends}");
    }
}

#[test]
fn a_head_counts_in_a_cpto_seat_for_its_craft() {
    let expert = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    for (skill, head, expected) in [
        (Skill::Finance, Safeguard::ProductLead, "low"),
        (Skill::Finance, Safeguard::EngineeringLead, "medium"),
        (Skill::DevelopmentMethods, Safeguard::EngineeringLead, "medium"),
        (Skill::DevelopmentMethods, Safeguard::ProductLead, "high"),
        (Skill::SoftSkills, Safeguard::ProductLead, "medium"),
    ] {
        let structure = Structure::combined(expert().skill(skill, Proficiency::Novice));
        let organization = example::somewhere()
            .absent([Safeguard::ProductLead, Safeguard::EngineeringLead])
            .in_place([head]);
        assert_eq!(
            severity(WarningCode::SkillGap, example::proposed(organization, structure)),
            expected,
            "{skill}"
        );
    }
    let cpo = Structure::cpo(expert().skill(Skill::Finance, Proficiency::Novice));
    let organization = example::somewhere().in_place([Safeguard::ProductLead]);
    assert_eq!(severity(WarningCode::SkillGap, example::proposed(organization, cpo)), "medium");
}
