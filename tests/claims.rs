//! Does the default policy say what its two articles say? One test for each claim, named after it.
//!
//! W is Vicky Wills, "From CTO to CTPO"; D is the article on the CTO's and CPO's divergent yet complementary roles.
#![expect(clippy::expect_used, reason = "a test stops if a proposal is not valid")]

use cpto::{
    Assessment, BenefitCode, Budget, Certainty, Draft, Home, Maturity, Office, Organization, Proficiency,
    Proposal, Question, Responsibility, ResponsibilitySet, Role, Safeguard, Seat, Severity, Signal,
    SignalSet, Skill, Stage, Structure, Verdict, WarningCode, evaluate,
};

const HEADS: [Safeguard; 2] = [Safeguard::ProductLead, Safeguard::EngineeringLead];

fn assess(organization: Draft<Organization>, structure: Draft<Structure>) -> Assessment {
    evaluate(&Proposal::draft().organization(organization).proposed(structure).build().expect("valid"))
}

fn combined(organization: Draft<Organization>) -> Assessment {
    assess(organization, Structure::combined(Seat::draft()))
}

fn pair(organization: Draft<Organization>) -> Assessment {
    assess(organization, Structure::pair(Seat::draft(), Seat::draft()))
}

/// A company at a stage, with everything at one level.
fn company(stage: Stage, level: Maturity) -> Draft<Organization> {
    Organization::draft().stage(stage).signals(Signal::ALL.iter().copied(), level)
}

/// The least and the most severity of a warning.
fn severity(assessment: &Assessment, code: WarningCode) -> (Severity, Severity) {
    let severity = assessment.severity(code);
    (severity.least(), severity.most())
}

#[track_caller]
fn certain(assessment: &Assessment, code: WarningCode, at_least: Severity) {
    assert!(severity(assessment, code).0 >= at_least, "{code}: {:?}", severity(assessment, code));
}

#[track_caller]
fn absent(assessment: &Assessment, code: WarningCode) {
    assert_eq!(severity(assessment, code), (Severity::None, Severity::None), "{code}");
}

#[test]
fn w_both_are_full_time_jobs_in_their_own_right() {
    // An established company that is neither young nor fully mature takes most of a leader's time for each field.
    let alone = company(Stage::Established, Maturity::Defined).absent(HEADS);
    for seat in pair(alone).loads() {
        assert!((75..=100).contains(&seat.load.least()), "{seat:?}");
    }
}

#[test]
fn w_misalignment_or_friction_makes_both_ineffectual() {
    let friction = |level| company(Stage::ScaleUp, Maturity::Defined).signal(Signal::Collaboration, level);
    certain(&pair(friction(Maturity::Initial)), WarningCode::MisalignmentRisk, Severity::High);
    absent(&pair(friction(Maturity::Optimizing)), WarningCode::MisalignmentRisk);
    absent(&combined(friction(Maturity::Initial)), WarningCode::MisalignmentRisk);
}

#[test]
fn w_work_on_technical_stability_productivity_or_data_asks_for_a_dedicated_cto() {
    for ground in SignalSet::TECHNOLOGY_GROUNDS {
        let organization =
            company(Stage::Established, Maturity::Optimizing).signal(ground, Maturity::Initial);
        certain(&combined(organization.clone()), WarningCode::TechnologyNeedsDedicatedLeader, Severity::High);
        let benefit = BenefitCode::DedicatedTechnologyLeadership;
        assert_eq!(pair(organization).benefit(benefit).expect("a benefit").certainty, Certainty::Certain);
    }
}

#[test]
fn w_an_unknown_path_and_elusive_fit_ask_for_a_full_time_cpo() {
    let grounds = SignalSet::PRODUCT_GROUNDS;
    let lost = company(Stage::Established, Maturity::Optimizing).signals(grounds.iter(), Maturity::Initial);
    certain(&combined(lost.clone()), WarningCode::ProductNeedsDedicatedLeader, Severity::High);
    assert!(pair(lost).benefit(BenefitCode::DedicatedProductLeadership).is_some());
    // The source joins the two with "and": one of them alone is no ground for a full-time CPO.
    for ground in grounds {
        let one = company(Stage::Established, Maturity::Optimizing).signal(ground, Maturity::Initial);
        let (_, most) = severity(&combined(one), WarningCode::ProductNeedsDedicatedLeader);
        assert_eq!(most, Severity::Medium, "{ground}");
    }
}

#[test]
fn w_maturity_in_technology_and_product_makes_one_leader_possible() {
    let mature = combined(company(Stage::Established, Maturity::Optimizing).in_place(HEADS));
    absent(&mature, WarningCode::OverloadRisk);
    absent(&mature, WarningCode::TechnologyNeedsDedicatedLeader);
    absent(&mature, WarningCode::ProductNeedsDedicatedLeader);
    let immature = combined(company(Stage::Established, Maturity::Initial));
    assert_eq!(immature.verdict().least(), Verdict::Inadvisable);
}

#[test]
fn w_wearing_two_hats_is_mentally_demanding() {
    let organization = company(Stage::Established, Maturity::Defined).absent([Safeguard::FocusTime]);
    certain(&combined(organization.clone()), WarningCode::ContextSwitching, Severity::Low);
    absent(&pair(organization), WarningCode::ContextSwitching);
}

#[test]
fn w_a_single_point_of_contact_simplifies_decisions_and_priorities() {
    let close = company(Stage::Startup, Maturity::Defined).signal(Signal::Integration, Maturity::Optimizing);
    let assessment = combined(close.clone());
    for benefit in
        [BenefitCode::SimplerDecisions, BenefitCode::SinglePointOfContact, BenefitCode::AlignedPriorities]
    {
        assert_eq!(assessment.benefit(benefit).expect("a benefit").certainty, Certainty::Certain);
        assert_eq!(pair(close.clone()).benefit(benefit), None);
    }
}

#[test]
fn w_a_competent_cpto_offers_a_clear_vision_for_both() {
    let with = |proficiency| {
        let seat = Seat::draft().skills(Skill::ALL.iter().copied(), proficiency);
        assess(company(Stage::Startup, Maturity::Defined), Structure::combined(seat))
    };
    assert_eq!(
        with(Proficiency::Expert).benefit(BenefitCode::UnifiedVision).expect("a benefit").certainty,
        Certainty::Certain
    );
    assert_eq!(with(Proficiency::Novice).benefit(BenefitCode::UnifiedVision), None);
}

#[test]
fn w_one_executive_costs_less() {
    let tight = Organization::draft().budget(Budget::OneExecutive).absent([Safeguard::ProductLead]);
    certain(&pair(tight.clone()), WarningCode::CostBurden, Severity::High);
    absent(&combined(tight.clone()), WarningCode::CostBurden);
    assert!(combined(tight).benefit(BenefitCode::LowerExecutiveCost).is_some());
}

#[test]
fn w_one_leader_works_well_where_product_and_technology_are_closely_integrated() {
    let close = company(Stage::ScaleUp, Maturity::Optimizing).absent([Safeguard::SharedGoals]);
    certain(&pair(close.clone()), WarningCode::InseparableDecisions, Severity::Medium);
    absent(&combined(close), WarningCode::InseparableDecisions);
}

#[test]
fn w_most_days_are_product_days() {
    let organization = company(Stage::Established, Maturity::Optimizing);
    let seat = Seat::draft().product_attention(80..=90);
    let assessment = assess(organization, Structure::combined(seat));
    certain(&assessment, WarningCode::OneSidedFocus, Severity::Low);
}

#[test]
fn w_without_a_counterpart_debate_and_rigour_have_to_be_sought() {
    let none = [Safeguard::StakeholderDebate, Safeguard::LeadershipChallenge];
    certain(
        &combined(Organization::draft().absent(none)),
        WarningCode::NoCounterpartChallenge,
        Severity::High,
    );
    let sought = combined(Organization::draft().in_place(none));
    assert_eq!(severity(&sought, WarningCode::NoCounterpartChallenge), (Severity::Low, Severity::Low));
    absent(&pair(Organization::draft().absent(none)), WarningCode::NoCounterpartChallenge);
}

#[test]
fn w_clarity_and_focus_come_from_having_both() {
    let assessment = pair(Organization::draft());
    let benefit = assessment.benefit(BenefitCode::FocusAndClarity).expect("a benefit");
    assert_eq!(benefit.certainty, Certainty::Certain);
}

#[test]
fn w_the_main_downside_is_overloading_one_person() {
    let organization = company(Stage::Established, Maturity::Defined).absent(HEADS);
    certain(&combined(organization.clone()), WarningCode::OverloadRisk, Severity::Critical);
    absent(&pair(organization), WarningCode::OverloadRisk);
}

#[test]
fn w_the_structure_has_to_be_monitored_above_all_when_roles_are_combined() {
    let nobody = company(Stage::ScaleUp, Maturity::Defined).absent([Safeguard::StructureReview]);
    let one = severity(&combined(nobody.clone()), WarningCode::NoReviewCadence);
    let two = severity(&pair(nobody), WarningCode::NoReviewCadence);
    assert!(one > two && two.0 > Severity::None, "{one:?} {two:?}");
}

#[test]
fn w_efforts_must_be_aligned_with_the_business_strategy_one_role_or_two() {
    let lost =
        company(Stage::Established, Maturity::Defined).signal(Signal::StrategicAlignment, Maturity::Initial);
    certain(&pair(lost.clone()), WarningCode::StrategyMisalignment, Severity::High);
    certain(&combined(lost), WarningCode::StrategyMisalignment, Severity::High);
}

#[test]
fn w_none_of_it_matters_if_it_does_not_drive_growth() {
    let poor = company(Stage::Established, Maturity::Defined)
        .signal(Signal::CommercialPerformance, Maturity::Initial);
    certain(&pair(poor.clone()), WarningCode::CommercialDisconnect, Severity::High);
    certain(&combined(poor), WarningCode::CommercialDisconnect, Severity::High);
}

#[test]
fn w_smaller_companies_do_with_one() {
    let small = company(Stage::Startup, Maturity::Optimizing).headcount(15);
    certain(&pair(small.clone()), WarningCode::PrematureSplit, Severity::High);
    absent(&combined(small), WarningCode::ScaleRequiresBoth);
}

#[test]
fn d_larger_organizations_require_both() {
    let large = company(Stage::Enterprise, Maturity::Defined).headcount(6_000);
    certain(&combined(large.clone()), WarningCode::ScaleRequiresBoth, Severity::Medium);
    absent(&pair(large), WarningCode::ScaleRequiresBoth);
}

#[test]
fn d_the_cpo_sets_the_what_and_the_why_and_the_cto_the_how() {
    for &responsibility in Responsibility::ALL {
        match responsibility.home() {
            Home::Cpo => assert_ne!(responsibility.question(), Question::How, "{responsibility}"),
            Home::Cto => assert_eq!(responsibility.question(), Question::How, "{responsibility}"),
            Home::Shared => {}
        }
    }
    let swapped = Structure::pair(
        Seat::draft().remit(ResponsibilitySet::of_home(Home::Cpo).iter()),
        Seat::draft().remit(ResponsibilitySet::of_home(Home::Cto).iter()),
    );
    certain(&assess(Organization::draft(), swapped), WarningCode::MisplacedResponsibility, Severity::Low);
}

#[test]
fn d_the_cpo_is_accountable_for_requirements_and_oversees_profit_and_loss() {
    let structure = Structure::pair(
        Seat::draft().remit([Responsibility::Delivery, Responsibility::Requirements]),
        Seat::draft().remit([Responsibility::ProfitAndLoss, Responsibility::Roadmap]),
    );
    certain(
        &assess(Organization::draft(), structure),
        WarningCode::AccountabilityWithoutAuthority,
        Severity::Low,
    );
}

#[test]
fn d_operations_are_the_ctos_unless_a_run_organisation_has_them() {
    let without = ResponsibilitySet::of_home(Home::Cto).without(Responsibility::Operations);
    let structure = || Structure::pair(Seat::draft().remit(without.iter()), Seat::draft());
    certain(&assess(Organization::draft(), structure()), WarningCode::UnownedResponsibility, Severity::High);
    let run = structure().elsewhere(Responsibility::Operations, Office::RunOrganization);
    absent(&assess(Organization::draft(), run), WarningCode::UnownedResponsibility);
}

#[test]
fn d_their_collaboration_is_paramount() {
    let organization =
        |level| company(Stage::Established, Maturity::Defined).signal(Signal::Collaboration, level);
    assert!(pair(organization(Maturity::Defined)).benefit(BenefitCode::CounterpartChallenge).is_some());
    assert_eq!(pair(organization(Maturity::Managed)).benefit(BenefitCode::CounterpartChallenge), None);
    let without = organization(Maturity::Defined).absent([Safeguard::CollaborationForum]);
    certain(&pair(without), WarningCode::NoCollaborationForum, Severity::Medium);
}

#[test]
fn d_the_two_demand_markedly_different_skill_sets() {
    // Somebody with every skill that one role needs falls short in the other, and so as a CPTO.
    for (role, other) in [(Role::Cto, Role::Cpo), (Role::Cpo, Role::Cto)] {
        let fitting = |role: Role| {
            let needed = Skill::ALL.iter().filter_map(move |skill| Some((*skill, skill.default_need(role)?)));
            needed.fold(
                Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Novice),
                |seat, (skill, level)| seat.skill(skill, level),
            )
        };
        let seated = |role: Role, seat| match role {
            Role::Cto => Structure::cto(seat),
            Role::Cpo => Structure::cpo(seat),
            Role::Cpto => Structure::combined(seat),
        };
        absent(&assess(Organization::draft(), seated(role, fitting(role))), WarningCode::SkillGap);
        for unfit in [other, Role::Cpto] {
            let assessment = assess(Organization::draft(), seated(unfit, fitting(role)));
            certain(&assessment, WarningCode::SkillGap, Severity::Low);
        }
    }
}

#[test]
fn d_startups_may_have_to_combine_the_roles_for_want_of_resources() {
    let startup =
        company(Stage::Startup, Maturity::Defined).headcount(12).budget(Budget::OneExecutive).absent(HEADS);
    let two = pair(startup.clone());
    certain(&two, WarningCode::CostBurden, Severity::High);
    certain(&two, WarningCode::PrematureSplit, Severity::High);
    let one = combined(startup);
    absent(&one, WarningCode::CostBurden);
    absent(&one, WarningCode::OverloadRisk);
}
