//! Can leaders do what is asked of them, does somebody challenge them, and do they fit the structure?

use cpto::Maturity::{Defined, Initial, Managed, Optimizing, QuantitativelyManaged};
use cpto::Safeguard::{EngineeringLead, ProductLead};
use cpto::Stage::{Enterprise, Established, ScaleUp, Startup};
use cpto::advice::Limit;
use cpto::{
    Budget, Draft, Estimate, Field, Home, IntoEstimate, Ladder, Maturity, Percent, Policy, Proficiency,
    Proposal, Remedy, Responsibility, ResponsibilitySet, Role, Safeguard, Seat, Severity, Signal, SignalSet,
    Skill, Stage, Structure, WarningCode, WarningKey, evaluate_under, worlds,
};

use super::{HEADS, combined, message, pair, proposed, remedies, severity, somewhere, uniform};

/// A CTO with this many percent of other duties, beside a load of 60.
fn loaded(duties: u8) -> Draft<Proposal> {
    let duties = Percent::try_from(duties).expect("a percentage");
    proposed(uniform(ScaleUp, QuantitativelyManaged), Structure::cto(Seat::draft().other_duties(duties)))
}

#[test]
fn overload_risk() {
    let code = WarningCode::OverloadRisk;
    for (duties, expected) in [(40, "none"), (41, "medium"), (70, "medium"), (71, "high"), (100, "high")] {
        assert_eq!(severity(code, loaded(duties)), expected, "{duties}");
    }
    assert_eq!(severity(code, combined(uniform(Established, Defined))), "critical");
    assert_eq!(severity(code, combined(somewhere())), "none to critical");
    let reporting = |people: u8| {
        proposed(uniform(Startup, Optimizing), Structure::cto(Seat::draft().direct_reports(people)))
    };
    for (people, expected) in [(10, "none"), (11, "medium"), (15, "medium"), (16, "high")] {
        assert_eq!(severity(code, reporting(people)), expected, "{people}");
    }
    // Too many reports alone call for fewer reports, and not for a lighter load; other duties are dropped if there are any.
    assert_eq!(remedies(code, reporting(11)), [Remedy::ReportFewer(Role::Cto, None)]);
    let fewer = |remedy: &Remedy| matches!(remedy, Remedy::ReportFewer(..));
    assert!(!remedies(code, loaded(41)).iter().any(fewer));
    assert!(remedies(code, loaded(41)).contains(&Remedy::DropOtherDuties(Role::Cto)));
    let drops = |remedy: &Remedy| matches!(remedy, Remedy::DropOtherDuties(_));
    assert!(!remedies(code, code.raised()).iter().any(drops));
}

#[test]
fn context_switching() {
    let code = WarningCode::ContextSwitching;
    let without = |stage| combined(uniform(stage, QuantitativelyManaged).absent([Safeguard::FocusTime]));
    for (stage, expected) in [(Startup, "low"), (ScaleUp, "medium"), (Enterprise, "medium")] {
        assert_eq!(severity(code, without(stage)), expected, "{stage}");
    }
    assert_eq!(severity(code, combined(uniform(ScaleUp, QuantitativelyManaged))), "low to medium");
    // The lesser of these two loads is 35.
    for (threshold, raised) in [(34, true), (35, true), (36, false)] {
        let ladder = Ladder::new([Some(threshold), None, None, None]);
        let policy = Policy::DEFAULT.with(|numbers| numbers.context_switching.lesser_load_at_least = ladder);
        let assessment = evaluate_under(&without(Startup).build().expect("valid"), &policy.expect("valid"));
        assert_eq!(assessment.severity(code).most() > Severity::None, raised, "{threshold}");
    }
}

/// Product is three tenths of the sum of both fields, and everything is known.
fn thirty_of_hundred(attention: impl IntoEstimate<Percent>) -> Draft<Proposal> {
    use Responsibility::{Lifecycle, ProductStrategy, ProductVision, Requirements, Roadmap};
    let product = [ProductStrategy, Roadmap, Requirements, ProductVision, Lifecycle];
    let remit = product.into_iter().chain(ResponsibilitySet::of_home(Home::Cto).iter());
    let seat = Seat::draft().remit(remit).product_attention(attention);
    proposed(uniform(Established, QuantitativelyManaged), Structure::combined(seat))
}

#[test]
fn one_sided_focus() {
    let code = WarningCode::OneSidedFocus;
    for (attention, expected) in [
        (0, "medium"),
        (10, "medium"),
        (11, "low"),
        (20, "low"),
        (21, "none"),
        (40, "none"),
        (41, "low"),
        (50, "low"),
        (51, "medium"),
        (65, "medium"),
        (66, "high"),
    ] {
        assert_eq!(severity(code, thirty_of_hundred(attention)), expected, "{attention}");
    }
    // The least may be between the ends.
    assert_eq!(severity(code, thirty_of_hundred(0..=100)), "none to high");
    assert_eq!(severity(code, thirty_of_hundred(50..=70)), "low to high");
    // There is no warning without a load or without an observation.
    let shared = Seat::draft().remit([Responsibility::TradeOffs]).product_attention(100);
    assert_eq!(severity(code, proposed(somewhere(), Structure::combined(shared))), "none");
    assert_eq!(severity(code, combined(somewhere())), "none");
}

/// Shares of effort are discrete: the one nearest to the share of time is found.
#[test]
fn one_sided_focus_between_the_ends() {
    use Responsibility::{Reliability, Requirements, Roadmap, Scalability};
    let code = WarningCode::OneSidedFocus;
    let key = WarningKey { code, role: None };
    // From the first percentage point on, and from some points on.
    let first = Policy::DEFAULT.with(|numbers| {
        numbers.one_sided_focus.points_above = Ladder::new([Some(0), Some(1), Some(30), None]);
    });
    let mut seen = std::collections::BTreeSet::new();
    for policy in [&Policy::DEFAULT, &first.expect("valid")] {
        for attention in 0..=100_u8 {
            let attention = Percent::try_from(attention).expect("a percentage");
            let seat = Seat::draft()
                .remit([Reliability, Scalability, Requirements, Roadmap])
                .product_attention(attention);
            let proposal = proposed(somewhere().stage(ScaleUp).absent(HEADS), Structure::combined(seat));
            let proposal = proposal.build().expect("valid");
            let expected =
                worlds::severity(&proposal, policy, key, Limit::default()).exact().expect("few worlds");
            assert_eq!(evaluate_under(&proposal, policy).severity(key), expected, "{attention}");
            seen.insert(expected.to_string());
        }
    }
    assert!(seen.len() > 5, "{seen:?}");
}

/// A whole field and its head may be unknown: then every sum of its effort must be covered.
#[test]
fn one_sided_focus_is_exact_with_a_field_open() {
    let key = WarningCode::OneSidedFocus.into();
    let policy = Policy::DEFAULT.with(|numbers| {
        numbers.one_sided_focus.points_above = Ladder::new([Some(1), Some(100), None, None]);
    });
    let policy = policy.expect("valid");
    let limit = Limit::of(100_000);
    for (known, head, step) in [(Field::Technology, EngineeringLead, 1), (Field::Product, ProductLead, 9)] {
        let signals = Signal::ALL.iter().copied().filter(|signal| signal.field() == Some(known));
        let organization = somewhere().stage(ScaleUp).absent([head]).signals(signals, Maturity::Defined);
        let mut spared = 0;
        for attention in (0..=100_u8).step_by(step) {
            let seat = Seat::draft().product_attention(Percent::try_from(attention).expect("a percentage"));
            let proposal = proposed(organization.clone(), Structure::combined(seat)).build().expect("valid");
            let expected = worlds::severity(&proposal, &policy, key, limit).exact().expect("few worlds");
            assert_eq!(evaluate_under(&proposal, &policy).severity(key), expected, "{known} {attention}");
            spared += usize::from(expected.least() == Severity::None);
        }
        assert!(spared > 0, "{known}");
    }
}

/// The severities are those of the worlds, whatever the remit and the levels are, even if some signals are not applicable and
/// some responsibilities have none.
#[test]
fn one_sided_focus_is_exact_with_few_facts_open() {
    let key = WarningKey { code: WarningCode::OneSidedFocus, role: None };
    let policies = [[Some(0), Some(1), Some(2), Some(40)], [Some(1), Some(3), None, Some(5)]].map(|points| {
        let changed =
            |numbers: &mut cpto::policy::Numbers| numbers.one_sided_focus.points_above = Ladder::new(points);
        Policy::DEFAULT.with(changed).expect("valid")
    });
    let mut seed = 1_u64;
    let mut draw = |of: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % of
    };
    let mut between = 0;
    for _ in 0..400 {
        let mut organization = somewhere().stage(ScaleUp).absent([ProductLead]);
        if draw(2) == 0 {
            organization = organization.absent([EngineeringLead]);
        }
        let mut open = 0;
        for &signal in Signal::ALL {
            organization = match draw(6) {
                0 => organization.signal_not_applicable(signal, "nothing of the kind"),
                1 if open < 2 => {
                    open += 1;
                    organization
                }
                _ => organization.signal(signal, Maturity::ALL[draw(Maturity::COUNT)]),
            };
        }
        let remit: Vec<_> = Responsibility::ALL.iter().copied().filter(|_| draw(3) == 0).collect();
        if remit.is_empty() {
            continue;
        }
        let least = u8::try_from(draw(75)).expect("a percentage");
        let most = least + u8::try_from(draw(26)).expect("some points");
        let percent = |it| Percent::try_from(it).expect("a percentage");
        let seat = Seat::draft().remit(remit).product_attention(percent(least)..=percent(most));
        let proposal = proposed(organization, Structure::combined(seat)).build().expect("valid");
        for policy in &policies {
            let expected =
                worlds::severity(&proposal, policy, key, Limit::default()).exact().expect("few worlds");
            let found = evaluate_under(&proposal, policy).severity(key);
            assert_eq!(found, expected, "{proposal:?}");
            between += usize::from(found.least() < found.most());
        }
    }
    assert!(between > 100, "{between}");
}

#[test]
fn no_second_line() {
    let code = WarningCode::NoSecondLine;
    let one = ["none", "low", "medium", "medium"];
    let neither = ["low", "medium", "high", "high"];
    for ((&stage, one), neither) in Stage::ALL.iter().zip(one).zip(neither) {
        for (product, engineering, expected) in
            [(true, true, "none"), (true, false, one), (false, true, one), (false, false, neither)]
        {
            let organization = somewhere().stage(stage);
            let organization =
                organization.safeguard(ProductLead, product).safeguard(EngineeringLead, engineering);
            assert_eq!(severity(code, combined(organization)), expected, "{stage} {product} {engineering}");
        }
    }
    assert_eq!(severity(code, combined(somewhere())), "none to high");
    assert_eq!(severity(code, combined(somewhere().stage(ScaleUp..).absent([ProductLead]))), "low to high");
}

#[test]
fn key_person_dependency() {
    let code = WarningCode::KeyPersonDependency;
    for (stage, without, with) in [
        (Startup, "low", "none"),
        (ScaleUp, "medium", "low"),
        (Established, "high", "medium"),
        (Enterprise, "high", "medium"),
    ] {
        let organization = || somewhere().stage(stage).absent([Safeguard::SuccessionPlan]);
        assert_eq!(severity(code, combined(organization().absent(HEADS))), without, "{stage}");
        assert_eq!(severity(code, combined(organization().in_place(HEADS))), with, "{stage}");
        let one = organization().in_place([ProductLead]).absent([EngineeringLead]);
        assert_eq!(severity(code, combined(one)), without, "{stage}");
    }
}

#[test]
fn no_counterpart_challenge() {
    let [unknown, no, yes] = [Estimate::UNKNOWN, Estimate::exact(false), Estimate::exact(true)];
    for (debate, challenge, expected) in [
        (no, no, "high"),
        (yes, no, "medium"),
        (no, yes, "medium"),
        (yes, yes, "low"),
        (unknown, yes, "low to medium"),
        (no, unknown, "medium to high"),
        (unknown, unknown, "low to high"),
    ] {
        let organization = somewhere()
            .safeguard(Safeguard::StakeholderDebate, debate)
            .safeguard(Safeguard::LeadershipChallenge, challenge);
        assert_eq!(severity(WarningCode::NoCounterpartChallenge, combined(organization)), expected);
    }
}

#[test]
fn segregation_of_duties() {
    use Responsibility::{Delivery, LegalCompliance, Privacy, Security, TechnicalCompliance};
    let code = WarningCode::SegregationOfDuties;
    for (stage, regulated, separate, one) in [
        (Startup, false, "none", "low"),
        (Startup, true, "low", "medium"),
        (ScaleUp, false, "low", "medium"),
        (Enterprise, true, "medium", "high"),
    ] {
        let organization =
            || somewhere().stage(stage).regulated(regulated).absent([Safeguard::IndependentAssurance]);
        assert_eq!(severity(code, pair(organization())), separate, "{stage} {regulated}");
        assert_eq!(severity(code, combined(organization())), one, "{stage} {regulated}");
    }
    let with = |remit: &[_]| {
        let structure = Structure::cto(Seat::draft().remit(remit.iter().copied()));
        severity(code, proposed(somewhere(), structure))
    };
    assert_eq!([with(&[Delivery]), with(&[Security])], ["none", "none"]);
    for check in [LegalCompliance, Privacy, Security, TechnicalCompliance] {
        assert_eq!(with(&[Delivery, check]), "none to medium", "{check}");
    }
    // Each seat counts separately.
    let others = ResponsibilitySet::of_home(Home::Cto).without(Delivery);
    for (of_cpo, [cto, cpo]) in
        [([Delivery, Privacy], ["none", "low"]), ([Delivery, Responsibility::Roadmap], ["none", "none"])]
    {
        let structure = Structure::pair(Seat::draft().remit(others.iter()), Seat::draft().remit(of_cpo));
        let organization =
            somewhere().stage(ScaleUp).regulated(false).absent([Safeguard::IndependentAssurance]);
        let assessment =
            evaluate_under(&proposed(organization, structure).build().expect("valid"), &Policy::DEFAULT);
        let of = |role| assessment.severity(WarningKey { code, role: Some(role) }).to_string();
        assert_eq!([of(Role::Cto), of(Role::Cpo)], [cto, cpo], "{of_cpo:?}");
    }
}

#[test]
fn technology_needs_dedicated_leader() {
    let code = WarningCode::TechnologyNeedsDedicatedLeader;
    let grounds = |level| {
        let others = [Signal::TechnicalStability, Signal::DeveloperProductivity];
        somewhere().signals(others, Defined).signal(Signal::DataCapability, level)
    };
    for (level, lead, stage, expected) in [
        (Initial, false, ScaleUp, "critical"),
        (Initial, true, ScaleUp, "high"),
        (Initial, true, Startup, "medium"),
        (Managed, false, ScaleUp, "high"),
        (Managed, false, Startup, "medium"),
        (Managed, true, Startup, "low"),
        (Defined, false, ScaleUp, "none"),
    ] {
        let organization = grounds(level).stage(stage).safeguard(EngineeringLead, lead);
        assert_eq!(severity(code, combined(organization)), expected, "{level} {lead} {stage}");
    }
    let left_out = grounds(Initial).signal_not_applicable(Signal::DataCapability, "no data product");
    assert_eq!(severity(code, combined(left_out)), "none");
    let none = SignalSet::TECHNOLOGY_GROUNDS
        .iter()
        .fold(somewhere(), |draft, signal| draft.signal_not_applicable(signal, "bought in"));
    assert_eq!(severity(code, combined(none)), "none");
}

#[test]
fn product_needs_dedicated_leader() {
    let code = WarningCode::ProductNeedsDedicatedLeader;
    let grounds = |direction, fit| {
        somewhere().signal(Signal::ProductDirection, direction).signal(Signal::ProductMarketFit, fit)
    };
    for &direction in Maturity::ALL {
        for &fit in Maturity::ALL {
            let expected = match (direction.max(fit).level(), direction.min(fit).level()) {
                (1, _) => "critical",
                (2, _) => "high",
                (_, 1 | 2) => "medium",
                _ => "none",
            };
            let organization = grounds(direction, fit).stage(Established).absent([ProductLead]);
            assert_eq!(severity(code, combined(organization)), expected, "{direction} {fit}");
        }
    }
    // Steps down stop at low.
    for (direction, expected) in [(Initial, "medium"), (Managed, "low"), (Defined, "low")] {
        let organization = grounds(direction, Initial).stage(Startup).in_place([ProductLead]);
        assert_eq!(severity(code, combined(organization)), expected, "{direction}");
    }
    // One ground alone is both.
    let alone = grounds(Optimizing, Managed).signal_not_applicable(Signal::ProductDirection, "one product");
    assert_eq!(severity(code, combined(alone.stage(ScaleUp).absent([ProductLead]))), "high");
}

#[test]
fn scale_requires_both() {
    let code = WarningCode::ScaleRequiresBoth;
    let at = |stage, people: u32| somewhere().stage(stage).headcount(people);
    for (people, settled, enterprise) in [
        (1, "none", "medium"),
        (249, "none", "medium"),
        (250, "low", "medium"),
        (999, "low", "medium"),
        (1_000, "medium", "medium"),
        (4_999, "medium", "medium"),
        (5_000, "high", "high"),
        (u32::MAX, "high", "high"),
    ] {
        let without = |stage| severity(code, combined(at(stage, people).absent([ProductLead])));
        assert_eq!([without(Established), without(Enterprise)], [settled, enterprise], "{people}");
    }
    for (people, expected) in [(250, "none"), (5_000, "medium")] {
        assert_eq!(severity(code, combined(at(Startup, people).in_place(HEADS))), expected, "{people}");
    }
}

#[test]
fn skill_gap() {
    let code = WarningCode::SkillGap;
    let expert = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    let trends =
        |level| proposed(somewhere(), Structure::cto(expert().skill(Skill::TechnologyTrends, level)));
    for (level, expected) in [
        (Proficiency::Proficient, "none"),
        (Proficiency::Competent, "low"),
        (Proficiency::AdvancedBeginner, "medium"),
        (Proficiency::Novice, "high"),
    ] {
        assert_eq!(severity(code, trends(level)), expected, "{level}");
    }
    for (level, steps) in [(Proficiency::Competent, "1 step"), (Proficiency::AdvancedBeginner, "2 steps")] {
        let told = message(code, trends(level));
        assert!(
            told.contains(&format!("the CTO is {steps} below the required level in technology trends")),
            "{told}"
        );
    }
    // A head counts in the seat of a CPTO, for its craft.
    for (skill, head, expected) in [
        (Skill::Finance, ProductLead, "low"),
        (Skill::Finance, EngineeringLead, "medium"),
        (Skill::DevelopmentMethods, EngineeringLead, "medium"),
        (Skill::DevelopmentMethods, ProductLead, "high"),
        (Skill::SoftSkills, ProductLead, "medium"),
    ] {
        let structure = Structure::combined(expert().skill(skill, Proficiency::Novice));
        let organization = somewhere().absent(HEADS).in_place([head]);
        assert_eq!(severity(code, proposed(organization, structure)), expected, "{skill}");
    }
    let cpo = Structure::cpo(expert().skill(Skill::Finance, Proficiency::Novice));
    assert_eq!(severity(code, proposed(somewhere().in_place([ProductLead]), cpo)), "medium");
    // The same holds in the evidence for each skill.
    let short = expert().skill(Skill::Finance, Proficiency::AdvancedBeginner);
    let both = short.clone().skill(Skill::DevelopmentMethods, Proficiency::Competent);
    let one_head = somewhere().absent([ProductLead]).in_place([EngineeringLead]);
    let told = message(code, proposed(one_head, Structure::combined(both)));
    assert!(told.ends_with("is 1 step below the required level in finance"), "{told}");
    let told = message(code, proposed(somewhere().in_place(HEADS), Structure::cpo(short)));
    assert!(told.ends_with("is 1 step below the required level in finance"), "{told}");
}

#[test]
fn premature_split() {
    let code = WarningCode::PrematureSplit;
    let grounds = SignalSet::TECHNOLOGY_GROUNDS.union(SignalSet::PRODUCT_GROUNDS);
    let mature = |people: u32| somewhere().headcount(people).signals(grounds.iter(), Defined);
    for (people, startup, later) in [
        (1, "high", "high"),
        (19, "high", "high"),
        (20, "medium", "medium"),
        (39, "medium", "medium"),
        (40, "low", "none"),
    ] {
        let at = |stage| severity(code, pair(mature(people).stage(stage)));
        assert_eq!([at(Startup), at(ScaleUp)], [startup, later], "{people}");
    }
    assert_eq!(severity(code, pair(mature(40).stage(Startup..))), "none to low");
    // A field that needs a leader steps down past the startup.
    for (stage, expected) in [(Startup, "high"), (ScaleUp, "medium")] {
        let needing = somewhere().stage(stage).headcount(19).signal(Signal::DataCapability, Managed);
        assert_eq!(severity(code, pair(needing)), expected, "{stage}");
    }
}

#[test]
fn cost_burden() {
    let code = WarningCode::CostBurden;
    let tight = || somewhere().budget(Budget::OneExecutive);
    let one = tight().in_place([ProductLead]).absent([EngineeringLead]);
    for (draft, expected) in [
        (combined(tight().in_place(HEADS)), "low"),
        (combined(one), "none"),
        (combined(tight()), "none to low"),
        (pair(tight()), "high"),
        (pair(somewhere()), "none to high"),
    ] {
        assert_eq!(severity(code, draft.clone()), expected, "{draft:?}");
    }
    assert!(message(code, combined(tight().in_place(HEADS))).contains("head of product"));
    assert!(!message(code, pair(tight())).contains("head of product"));
}
