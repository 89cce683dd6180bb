//! Are remedies and messages right in special cases?

use cpto::Maturity::{Defined, Initial, Managed, Optimizing};
use cpto::Stage::{Enterprise, Established, ScaleUp, Startup};
use cpto::{
    Draft, Field, Form, Holder, Office, Percent, Policy, Proficiency, Proposal, Remedy, Responsibility, Role,
    Safeguard, Seat, Severity, Signal, SignalSet, Skill, Structure, WarningCode,
};

use super::{HEADS, combined, message, pair, proposed, remedies, severity, somewhere};

/// Returns what an overloaded CTO with this remit is advised to hand over, if the chief operating officer holds these
/// responsibilities.
fn handed(remit: &[Responsibility], coo: &[Responsibility]) -> Vec<(Responsibility, Holder)> {
    let duties = Percent::try_from(100).expect("a percentage");
    let cto = Seat::draft().remit(remit.iter().copied()).other_duties(duties);
    let structure = Structure::pair(cto, Seat::draft());
    let structure = coo.iter().fold(structure, |structure, it| structure.elsewhere(*it, Office::Coo));
    let organization = somewhere().stage(ScaleUp).signals(Signal::ALL.iter().copied(), Initial).absent(HEADS);
    let remedies = remedies(WarningCode::OverloadRisk, proposed(organization, structure));
    let handed = |remedy| match remedy {
        Remedy::HandOver(responsibility, holder) => Some((responsibility, holder)),
        _ => None,
    };
    remedies.into_iter().filter_map(handed).collect()
}

#[test]
fn what_is_handed_over_goes_home_or_to_its_trade() {
    use Responsibility::{Architecture, Operations, Reliability, Roadmap, Security};
    assert_eq!(handed(&[Architecture], &[]), [], "it is at home, and in no office's trade");
    assert_eq!(handed(&[Roadmap], &[]), [(Roadmap, Holder::Seat(Role::Cpo))]);
    assert_eq!(handed(&[Security], &[]), [(Security, Holder::Office(Office::Ciso))]);
    // Of two offices of the trade, the one that exists is proposed.
    assert_eq!(handed(&[Operations], &[]), [(Operations, Holder::Office(Office::RunOrganization))]);
    assert_eq!(handed(&[Operations], &[Reliability]), [(Operations, Holder::Office(Office::Coo))]);
}

/// A head who takes a share of one field makes the other field the heavier one.
#[test]
fn what_a_head_takes_a_share_of_is_lighter() {
    use Responsibility::{
        DataCapability, MarketInsight, SalesAndMarketingEnablement, Security, TechnicalCompliance,
    };
    let heaviest = |head: Safeguard| -> Vec<Responsibility> {
        let organization = somewhere().absent(HEADS).safeguard(head, true);
        let organization = organization.signals(Signal::ALL.iter().copied(), Initial).stage(Established);
        let organization = organization.signal(Signal::TechnicalStability, Optimizing);
        let handed =
            remedies(WarningCode::OverloadRisk, proposed(organization, Structure::combined(Seat::draft())));
        let handed = handed.into_iter().filter_map(|remedy| match remedy {
            Remedy::HandOver(responsibility, _) => Some(responsibility),
            _ => None,
        });
        handed.collect()
    };
    assert_eq!(heaviest(Safeguard::ProductLead), [Security, TechnicalCompliance, DataCapability]);
    assert_eq!(heaviest(Safeguard::EngineeringLead), [MarketInsight, SalesAndMarketingEnablement, Security]);
}

/// A CTO who holds only security, beside offices that lead the fields.
fn led_by(
    product: Office,
    technology: Office,
    of_product: cpto::Maturity,
    of_technology: cpto::Maturity,
) -> Draft<Proposal> {
    let cto = Seat::draft().remit([Responsibility::Security]);
    let structure = Structure::cto(cto).elsewhere_all(Field::Product, product);
    let structure = structure.elsewhere_all(Field::Technology, technology);
    let organization = somewhere().stage(Established).absent(HEADS);
    let organization = organization.signals(Signal::ALL.iter().copied(), Defined);
    let organization = organization.signals(SignalSet::PRODUCT_GROUNDS.iter(), of_product);
    proposed(organization.signals(SignalSet::TECHNOLOGY_GROUNDS.iter(), of_technology), structure)
}

#[test]
fn of_two_offices_with_a_job_of_their_own_the_worse_counts() {
    let code = WarningCode::PartTimeLeadership;
    let percent = |told: &str| -> u32 {
        let words: Vec<&str> = told.split(' ').collect();
        let number = words.iter().zip(words.iter().skip(1)).find(|(_, next)| **next == "%").map(|(it, _)| it);
        number.and_then(|it| it.parse().ok()).expect("a load")
    };
    let mut heavier = [false; 2];
    for (of_product, of_technology) in [(Initial, Optimizing), (Optimizing, Initial)] {
        let of = |product, technology| led_by(product, technology, of_product, of_technology);
        let told = |product, technology| message(code, of(product, technology));
        let (product, technology) =
            (told(Office::Ceo, Office::Other), told(Office::RunOrganization, Office::Coo));
        let both = told(Office::Ceo, Office::Coo);
        assert!(product.starts_with("the chief executive leads product on top of"), "{product}");
        assert!(
            technology.starts_with("the chief operating officer leads technology on top of"),
            "{technology}"
        );
        let start =
            "the chief operating officer leads technology, and the chief executive leads product on top of";
        assert!(both.starts_with(start), "{both}");
        let [one, other] = [percent(&product), percent(&technology)];
        heavier = [heavier[0] || one > other, heavier[1] || one < other];
        assert_eq!(percent(&both), one.max(other));
        let of = |product, technology| severity(code, of(product, technology));
        let worse = if one > other { of(Office::Ceo, Office::Other) } else { of(Office::Other, Office::Coo) };
        assert_eq!(of(Office::Ceo, Office::Coo), worse);
    }
    assert_eq!(heavier, [true, true]);
}

#[test]
fn an_interim_seat_is_told_whatever_the_other_is() {
    let told = |cto: Draft<Seat>, cpo: Draft<Seat>| {
        let organization = somewhere().absent([Safeguard::StructureReview]);
        message(WarningCode::NoReviewCadence, proposed(organization, Structure::pair(cto, cpo)))
    };
    let seat = |interim: bool| Seat::draft().interim(interim);
    let open = || Seat::draft().interim(false..=true);
    for [cto, cpo] in
        [[seat(true), seat(true)], [seat(true), seat(false)], [seat(false), seat(true)], [open(), seat(true)]]
    {
        assert!(told(cto, cpo).ends_with("and a seat is interim"));
    }
    for [cto, cpo] in [[open(), seat(false)], [seat(false), open()], [open(), open()]] {
        assert!(told(cto, cpo).ends_with("and a seat may be interim"));
    }
    assert!(!told(seat(false), seat(false)).contains("interim"));
}

#[test]
fn a_head_is_proposed_where_one_would_help() {
    // If the warning is already as mild as a head would make it, no head is proposed.
    let code = WarningCode::ProductNeedsDedicatedLeader;
    for (direction, expected, proposes) in
        [(Initial, "high", true), (Managed, "medium", true), (Defined, "low", false)]
    {
        let fit = direction.min(Managed);
        let organization =
            somewhere().stage(Startup).absent(HEADS).signal(Signal::ProductDirection, direction);
        let draft = || combined(organization.clone().signal(Signal::ProductMarketFit, fit));
        assert_eq!(severity(code, draft()), expected);
        let head = Remedy::PutInPlace(Safeguard::ProductLead);
        assert_eq!(remedies(code, draft()).contains(&head), proposes, "{direction}");
    }
    let code = WarningCode::TechnologyNeedsDedicatedLeader;
    let organization =
        somewhere().stage(Startup).absent(HEADS).signals(SignalSet::TECHNOLOGY_GROUNDS.iter(), Managed);
    let proposal = combined(organization).build().expect("valid");
    for (not_below, proposes) in [(Severity::Low, true), (Severity::Medium, false)] {
        let changed = |numbers: &mut cpto::policy::Numbers| {
            numbers.technology_needs_dedicated_leader.not_below = not_below;
        };
        let policy = Policy::DEFAULT.with(changed).expect("valid");
        let explanation = cpto::explain_under(&proposal, &policy);
        let warning = explanation.warning(code).expect("it is raised");
        assert_eq!(warning.severity().most(), Severity::Medium);
        let head = Remedy::PutInPlace(Safeguard::EngineeringLead);
        assert_eq!(warning.remedies().any(|it| it == head), proposes, "{not_below}");
    }
    // In the seat of a CPTO, a head is proposed for the craft in which a skill is missing.
    for (skill, helps) in [
        (Skill::Finance, Some(Safeguard::ProductLead)),
        (Skill::DevelopmentMethods, Some(Safeguard::EngineeringLead)),
        (Skill::SoftSkills, None),
    ] {
        let expert = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
        let structure = Structure::combined(expert.skill(skill, Proficiency::Novice));
        let found = remedies(WarningCode::SkillGap, proposed(somewhere().absent(HEADS), structure));
        let heads = found.iter().filter(|it| matches!(it, Remedy::PutInPlace(_))).copied();
        assert!(heads.eq(helps.map(Remedy::PutInPlace)), "{skill}: {found:?}");
        assert!(found.contains(&Remedy::Choose(Form::Pair)));
    }
}

/// Before product-market fit, a pair is even more premature, but the severity stays at most high.
#[test]
fn a_split_before_the_fit_is_worse() {
    let of = |people: u32, stage, level| {
        let organization =
            somewhere().stage(stage).headcount(people).signals(Signal::ALL.iter().copied(), Optimizing);
        severity(WarningCode::PrematureSplit, pair(organization.signal(Signal::ProductMarketFit, level)))
    };
    for (people, fit, unfit) in [(19, "high", "high"), (20, "medium", "high"), (40, "low", "medium")] {
        for (level, expected) in [(Initial, unfit), (Managed, unfit), (Defined, fit), (Optimizing, fit)] {
            assert_eq!(of(people, Startup, level), expected, "{people} {level}");
        }
    }
    for level in [Initial, Optimizing] {
        assert_eq!(of(45, Enterprise, level), "none", "{level}");
    }
}

/// In another form, an office keeps the responsibilities of its trade, and the rest returns to the seats.
#[test]
fn an_office_keeps_its_trade_in_another_form() {
    let structure = Structure::cto(Seat::draft()).elsewhere(Responsibility::Privacy, Office::GeneralCounsel);
    let proposal =
        proposed(somewhere(), structure.elsewhere_all(Field::Product, Office::Ceo)).build().expect("valid");
    for form in [Form::Pair, Form::Combined] {
        let other = Remedy::Choose(form).apply_to(&proposal).expect("it can be chosen");
        let held = |office| other.proposed().held_by(Holder::Office(office));
        assert!(held(Office::Ceo).is_empty(), "{form}");
        assert!(held(Office::GeneralCounsel).iter().eq([Responsibility::Privacy]), "{form}");
    }
    // An office also keeps what it holds today, whatever is proposed.
    let today =
        Structure::pair(Seat::draft(), Seat::draft()).elsewhere(Responsibility::Security, Office::Ciso);
    let merged = proposed(somewhere(), Structure::combined(Seat::draft())).current(today).build();
    let split = Remedy::Choose(Form::Pair).apply_to(&merged.expect("valid")).expect("it can be chosen");
    assert!(split.proposed().held_by(Holder::Office(Office::Ciso)).iter().eq([Responsibility::Security]));
}

/// What an office leads beside its job returns to the one leader, or to the seat where it belongs.
#[test]
fn what_an_office_leads_comes_home() {
    let structure = Structure::combined(Seat::draft()).elsewhere(Responsibility::Security, Office::Ciso);
    let product = cpto::ResponsibilitySet::of_home(cpto::Home::Cpo);
    let structure = product.iter().fold(structure, |it, of| it.elsewhere(of, Office::Ceo));
    let proposal = proposed(somewhere(), structure).build().expect("valid");
    let led = proposal.proposed().held_by(Holder::Office(Office::Ceo));
    let warning = cpto::explain(&proposal)
        .warning(WarningCode::PartTimeLeadership)
        .expect("it is raised")
        .remedies()
        .next();
    assert_eq!(warning, Some(Remedy::BringHome(led)));
    let home = Remedy::BringHome(led).apply_to(&proposal).expect("it can be done");
    assert!(led.is_subset(home.proposed().remit(Role::Cpto)));
    assert!(home.proposed().held_by(Holder::Office(Office::Ceo)).is_empty());
    assert!(!home.proposed().held_by(Holder::Office(Office::Ciso)).is_empty());
}

#[test]
fn what_is_certain_is_told_apart() {
    let proposal = combined(somewhere().stage(Enterprise)).build().expect("valid");
    let (assessment, explanation) = (cpto::evaluate(&proposal), cpto::explain(&proposal));
    let certain = |warning: &cpto::Warning<'_>| warning.certainty() == cpto::Certainty::Certain;
    let is_there = |warning: &cpto::Warning<'_>| warning.severity().least() > cpto::Severity::None;
    assert!(explanation.warnings().all(|it| certain(&it) == is_there(&it)));
    assert!(explanation.warnings().any(|it| certain(&it)) && !explanation.warnings().all(|it| certain(&it)));
    for &least in cpto::Severity::ALL {
        let expected = assessment.warnings().filter(|(_, severity)| severity.least() >= least);
        assert!(assessment.certain_at_least(least).eq(expected), "{least}");
    }
}

/// The loads of the worlds are those of the assessment, seat by seat.
#[test]
fn loads_are_those_of_the_worlds() {
    let organization = somewhere().stage(ScaleUp).signals(Signal::ALL.iter().copied(), Defined).absent(HEADS);
    let structure = Structure::pair(
        Seat::draft().other_duties(..=Percent::try_from(20).expect("a percentage")),
        Seat::draft(),
    );
    let proposal = proposed(organization.clone().signal(Signal::Scalability, Initial..=Managed), structure);
    let proposal = proposal.build().expect("valid");
    let policy = &cpto::Policy::DEFAULT;
    for seat in cpto::evaluate(&proposal).loads() {
        let seen =
            cpto::worlds::load(&proposal, policy, seat.role, cpto::advice::Limit::default()).expect("a seat");
        assert!(seen.is_every);
        assert_eq!(seen.exact(), Some(seat.load), "{}", seat.role);
        let cut =
            cpto::worlds::load(&proposal, policy, seat.role, cpto::advice::Limit::of(1)).expect("a seat");
        assert!(!cut.is_every && cut.exact().is_none());
    }
    let nobody = cpto::worlds::load(&proposal, policy, Role::Cpto, cpto::advice::Limit::default());
    assert!(nobody.is_none());
}

#[test]
fn keys_are_in_the_order_of_the_catalogue_and_of_the_seats() {
    let keys: Vec<_> = cpto::WarningKey::all(Form::Pair).collect();
    for (one, next) in keys.iter().zip(keys.iter().skip(1)) {
        assert!(one < next && one.partial_cmp(next) == Some(one.cmp(next)), "{one} {next}");
    }
}

/// A key without a seat stands for both: the severity is the worst, and a fact that either seat depends on is read.
#[test]
fn a_key_without_a_seat_stands_for_the_worst() {
    let cto = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Novice).direct_reports(12);
    let cpo = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert).other_duties(..);
    let proposal = proposed(somewhere(), Structure::pair(cto, cpo)).build().expect("valid");
    let (assessment, explanation) = (cpto::evaluate(&proposal), cpto::explain(&proposal));
    for &code in WarningCode::ALL.iter().filter(|code| code.is_of_seat()) {
        let [first, second] = [Role::Cto, Role::Cpo].map(|role| cpto::WarningKey { code, role: Some(role) });
        let [one, other] = [first, second].map(|key| assessment.severity(key));
        let both = assessment.severity(code);
        assert_eq!(both.least(), one.least().max(other.least()), "{code}");
        assert_eq!(both.most(), one.most().max(other.most()), "{code}");
        assert_eq!(explanation.warning(code).is_some(), both.most() > Severity::None, "{code}");
        let read = |key: cpto::WarningKey| key.reads(proposal.proposed(), &Policy::DEFAULT);
        assert_eq!(read(code.into()), read(first).union(read(second)), "{code}");
        assert!(code != WarningCode::SkillGap || read(first) != read(second), "the seats need other skills");
    }
}

#[test]
fn each_responsibility_has_its_own_reason() {
    let company = somewhere().not_applicable(Responsibility::Operations, "customers host it");
    let company =
        company.not_applicable(Responsibility::BusinessModel, "everything is free").build().expect("valid");
    let reason = |it| company.responsibility_reason(it);
    assert_eq!(reason(Responsibility::Operations), Some("customers host it"));
    assert_eq!(reason(Responsibility::BusinessModel), Some("everything is free"));
    assert_eq!(reason(Responsibility::Roadmap), None);
}

/// Under custom numbers, a warning may remain at the highest level, which cannot be raised.
#[test]
fn what_is_at_its_best_is_not_raised() {
    let strict = Policy::DEFAULT.with(|numbers| {
        numbers.strategy_misalignment.strategic_alignment = cpto::ByMaturity::new([Severity::Low; 5]);
    });
    let strict = strict.expect("valid");
    for (level, is_raised) in [(Managed, true), (Optimizing, false)] {
        let draft = combined(somewhere().signal(Signal::StrategicAlignment, level));
        let proposal = draft.build().expect("valid");
        let explanation = cpto::explain_under(&proposal, &strict);
        let warning = explanation.warning(WarningCode::StrategyMisalignment).expect("it stands");
        let raised = Remedy::Raise(Signal::StrategicAlignment, None);
        assert_eq!(warning.remedies().any(|it| it == raised), is_raised, "{level}");
    }
}
