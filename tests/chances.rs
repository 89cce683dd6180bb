//! Are chances equal to counting the worlds one by one?
//!
//! The weights are computed here again, with fractions, from the definition.
#![cfg(feature = "proptest1")]
#![expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a different way of counting from the one under test"
)]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops if something is missing")]

use cpto::advice::Limit;
use cpto::advice::chances::{Answer, Leaders, chance_of, chances, one_or_two};
use cpto::policy::Belief;
use cpto::{
    Budget, Fact, FactSet, Maturity, Organization, Policy, Proficiency, Proposal, Safeguard, Seat, Severity,
    Signal, Skill, Stage, Structure, Verdict, WarningCode, WarningKey, evaluate, strategies, worlds,
};

/// The classes of headcount.
const CLASSES: [(u32, u32); 10] = [
    (1, 9),
    (10, 19),
    (20, 39),
    (40, 99),
    (100, 249),
    (250, 499),
    (500, 999),
    (1_000, 2_499),
    (2_500, 4_999),
    (5_000, 50_000),
];

/// The plausible headcounts of the default policy.
const PLAUSIBLE: [(u32, u32); 4] = [(1, 250), (10, 5_000), (20, u32::MAX), (1_000, u32::MAX)];

/// The class of a headcount among those of a stage.
fn share(stage: Stage, people: u32) -> f64 {
    let (least, most) = PLAUSIBLE[stage as usize];
    let per_number = |(from, to): (u32, u32)| 1.0 / f64::from(to - from + 1);
    let whole: f64 = CLASSES
        .iter()
        .map(|class| {
            let (from, to) = (class.0.max(least), class.1.min(most));
            if from > to { 0.0 } else { f64::from(to - from + 1) * per_number(*class) }
        })
        .sum();
    // The headcount is known exactly here, so it can only be a number above all classes.
    let class = CLASSES.iter().find(|(from, to)| (*from..=*to).contains(&people));
    class.map_or(1.0, |class| per_number(*class) / whole)
}

/// Whether a stage and a headcount fit together.
fn is_plausible(world: &Proposal) -> bool {
    let organization = world.organization();
    let (least, most) = PLAUSIBLE[organization.stage().value().expect("a world") as usize];
    (least..=most).contains(&organization.headcount().value().expect("a world").get())
}

/// The weight of a world under the default belief, or under the belief without likeness. The headcount is known exactly, so if
/// no stage fits it, all stages weigh the same.
fn weight(world: &Proposal, likeness: f64) -> f64 {
    let organization = world.organization();
    let stage = organization.stage().value().expect("a world");
    let people = organization.headcount().value().expect("a world").get();
    let levels: Vec<usize> = Signal::ALL
        .iter()
        .filter(|signal| **signal != Signal::Integration)
        .filter_map(|signal| organization.signal(*signal))
        .map(|level| level.value().expect("a world") as usize)
        .collect();
    let together = |company: usize| -> f64 {
        let of = |level: &usize| if *level == company { likeness } else { 0.0 } + (1.0 - likeness) / 5.0;
        levels.iter().map(of).product()
    };
    let growth = if is_plausible(world) { share(stage, people) } else { 1.0 };
    growth * (0..5).map(together).sum::<f64>()
}

/// A proposal with few open facts; the headcount is not among them.
fn small(seed: u64) -> Proposal {
    let mut proposal = strategies::proposal(&mut strategies::seeded(seed));
    let mut left = 4;
    for (turn, fact) in proposal.open_facts().iter().enumerate() {
        let values: Vec<_> = proposal.values_of(fact).take(300).collect();
        let keep = fact != Fact::Headcount && values.len() < 10 && left > 0 && (turn as u64 + seed) % 5 == 0;
        if keep {
            left -= 1;
        } else {
            let value = values[(seed as usize * 7 + turn * 3) % values.len()];
            proposal = proposal.with_fact(fact, value).expect("a value of it");
        }
    }
    proposal
}

fn near(parts: u16, exact: f64, within: f64) -> bool {
    (f64::from(parts) - exact * 10_000.0).abs() <= within
}

#[test]
fn few_worlds_are_counted_exactly() {
    let (mut compared, mut uncertain) = (0, 0);
    for seed in 0..150 {
        let proposal = small(seed);
        for (belief, likeness) in [(Belief::DEFAULT, 0.5), (Belief::INDEPENDENT, 0.0)] {
            let every: Vec<(f64, cpto::Assessment)> =
                worlds::worlds(&proposal, &Policy::DEFAULT, proposal.open_facts(), Limit::default())
                    .map(|world| (weight(&world, likeness), evaluate(&world)))
                    .collect();
            let whole: f64 = every.iter().map(|(weight, _)| weight).sum();
            let of = |holds: &dyn Fn(&cpto::Assessment) -> bool| -> f64 {
                every.iter().filter(|(_, it)| holds(it)).map(|(weight, _)| weight).sum::<f64>() / whole
            };
            let told = chances(&proposal, &Policy::DEFAULT, &belief, Limit::default());
            for (key, spread) in &told.warnings {
                if key.code == WarningCode::InsufficientEvidence {
                    continue;
                }
                assert!(spread.is_exact(), "{key} of {proposal:?}");
                for (severity, parts) in spread.parts.iter() {
                    let exact = of(&|it| it.severity(*key).value() == Some(severity));
                    assert!(
                        near(parts, exact, 1.0),
                        "{key}: {parts} for {severity}, not {exact}\n{proposal:?}"
                    );
                    uncertain += u32::from(parts > 0 && parts < 10_000);
                }
            }
            for (verdict, parts) in told.verdict.parts.iter() {
                let exact = of(&|it| it.verdict().value() == Some(verdict));
                assert!(near(parts, exact, 1.0), "{parts} for {verdict}, not {exact}\n{proposal:?}");
            }
            compared += 1;
        }
    }
    assert!(compared == 300 && uncertain > 300, "{compared} compared, {uncertain} between never and always");
}

#[test]
fn chances_lie_within_what_is_possible_and_add_up() {
    for seed in 0..12 {
        let proposal = strategies::proposal(&mut strategies::seeded(seed));
        let assessment = evaluate(&proposal);
        let told = chances(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default());
        for (key, spread) in &told.warnings {
            let range = assessment.severity(*key);
            assert_eq!(spread.parts.values().iter().sum::<u16>(), 10_000, "{key}");
            let within = |(severity, parts): (Severity, u16)| {
                parts == 0 || (range.least()..=range.most()).contains(&severity)
            };
            assert!(spread.parts.iter().all(within), "{key}: {spread:?} and {range}");
        }
        let verdicts = assessment.verdict();
        let within = |(verdict, parts): (Verdict, u16)| {
            parts == 0 || verdict <= verdicts.most() && verdict >= verdicts.least()
        };
        assert!(told.verdict.parts.iter().all(within));
        assert_eq!(
            told,
            chances(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default()),
            "the same every time"
        );
    }
}

#[test]
fn nothing_is_uncertain_in_a_world() {
    for seed in 0..300 {
        let mut world = strategies::proposal(&mut strategies::seeded(seed));
        while let Some(fact) = world.open_facts().iter().next() {
            let value = world.values_of(fact).next().expect("a value");
            world = world.with_fact(fact, value).expect("a value of it");
        }
        let told = chances(&world, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default());
        let settled = |parts: &[u16]| parts.iter().all(|parts| [0, 10_000].contains(parts));
        assert!(settled(told.verdict.parts.values()));
        assert!(told.warnings.iter().all(|(_, spread)| settled(spread.parts.values())));
    }
}

/// The law of total probability: the chances after each answer, weighted by the answer's chance, add up to those before it.
#[test]
fn the_answers_to_a_question_come_to_the_chances_without_it() {
    let mut questions = 0;
    for seed in 0..30 {
        let proposal = strategies::proposal(&mut strategies::seeded(seed));
        let Some(told) = one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default()) else {
            continue;
        };
        let mut before = 10_001;
        for question in &told.questions {
            assert!(question.clarity <= before, "the clearest first");
            before = question.clarity;
            for (leaders, parts) in told.spread.parts.iter() {
                let of = |after: &cpto::advice::chances::After| {
                    f64::from(after.chance) / 10_000.0 * f64::from(after.leaders.parts.get(leaders))
                };
                let together: f64 = question.answers.iter().map(of).sum();
                let rounding = question.answers.len() as f64 + 1.0;
                assert!(
                    (together - f64::from(parts)).abs() <= rounding,
                    "{}: {together}, {parts}",
                    question.fact
                );
            }
            questions += 1;
        }
    }
    assert!(questions > 200, "{questions}");
}

/// Chances from drawn worlds are close to exact counts, over statements that can be counted exactly.
#[test]
fn drawn_worlds_are_near_the_exact_chance() {
    let organization = Organization::draft().headcount(30);
    let proposal = Proposal::draft()
        .organization(organization)
        .proposed(Structure::combined(Seat::draft()))
        .build()
        .expect("valid");
    let some: FactSet = Signal::ALL.iter().take(4).map(|signal| Fact::Signal(*signal)).collect();
    let every: FactSet = Signal::ALL.iter().map(|signal| Fact::Signal(*signal)).collect();
    let mut far = 0;
    let mut asked = 0;
    for (one, other) in (0..4_usize).flat_map(|one| (0..4).map(move |other| (one, other))) {
        for step in 0..5_usize {
            let level = |world: &Proposal, place: usize| {
                world
                    .organization()
                    .signal(Signal::ALL[place])
                    .and_then(cpto::Estimate::value)
                    .map_or(0, |it| it as usize)
            };
            let is_so = |world: &Proposal| level(world, one) + level(world, other) > step;
            let of = |facts| {
                chance_of(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, facts, Limit::default(), is_so)
            };
            let (exact, drawn) = (of(some), of(every));
            assert!(exact.is_exact() && !drawn.is_exact());
            let parts = |it: &cpto::advice::chances::Spread<_, 2>| it.parts.get(true.into());
            far += u32::from(parts(&exact).abs_diff(parts(&drawn)) > 200);
            asked += 1;
        }
    }
    assert!(asked == 80 && far <= 1, "{far} of {asked} are more than 2 points away");
}

/// The same for the severities of warnings, over thousands of proposals: the exact chance is counted in the worlds of the few
/// facts that a warning reads, and compared with drawn worlds of everything that is open.
#[test]
fn drawn_warnings_are_near_the_exact_chance() {
    let (mut asked, mut far) = (0, 0);
    for seed in 0..2_500 {
        let proposal = strategies::proposal(&mut strategies::seeded(seed));
        let assessment = evaluate(&proposal);
        let undecided = assessment.warnings().filter(|(key, severity)| {
            key.code.counts_towards_verdict() && severity.least() < severity.most()
        });
        // Each proposal tests a different warning, so that all are covered.
        let keys: Vec<WarningKey> = undecided.map(|(key, _)| key).collect();
        let turned = (0..keys.len()).map(|it| keys[(it + seed as usize) % keys.len()]);
        let of = |key: WarningKey, facts| {
            let most = assessment.severity(key).most();
            let is_so = |world: &Proposal| evaluate(world).severity(key).least() == most;
            chance_of(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, facts, Limit::default(), is_so)
        };
        let reads = |key: WarningKey| {
            key.reads(proposal.proposed(), &Policy::DEFAULT).intersection(proposal.open_facts())
        };
        let Some(key) = { turned }.find(|key| reads(*key).len() <= 3) else { continue };
        let (exact, drawn) = (of(key, reads(key)), of(key, proposal.open_facts()));
        if exact.is_exact() && !drawn.is_exact() {
            let parts = |it: &cpto::advice::chances::Spread<_, 2>| it.parts.get(true.into());
            far += u32::from(parts(&exact).abs_diff(parts(&drawn)) > 200);
            asked += 1;
        }
    }
    assert!(asked >= 2_000 && far * 100 <= asked, "{far} of {asked} are more than 2 points away");
}

#[test]
fn a_belief_of_ones_own_counts() {
    let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid");
    let belief =
        Belief::DEFAULT.with(|weights| weights.stage.set(Stage::Startup, 0)).expect("within the bounds");
    let startup = |world: &Proposal| world.organization().stage().value() == Some(Stage::Startup);
    let of = |belief| {
        chance_of(&proposal, &Policy::DEFAULT, belief, FactSet::of(&[Fact::Stage]), Limit::default(), startup)
    };
    assert_eq!(of(&Belief::DEFAULT).parts.get(true.into()), 2_500);
    assert_eq!(of(&belief).parts.get(true.into()), 0);
    assert_eq!(belief.name(), "stated");
}

/// 3,000 people are not a startup, but a stated enterprise of five people is accepted.
#[test]
fn stage_and_headcount_go_together() {
    let chance = |organization: cpto::Draft<Organization>| {
        let draft = Proposal::draft().organization(organization).proposed(Structure::combined(Seat::draft()));
        let startup = |world: &Proposal| world.organization().stage().value() == Some(Stage::Startup);
        let facts = FactSet::of(&[Fact::Stage, Fact::Headcount]);
        chance_of(
            &draft.build().expect("valid"),
            &Policy::DEFAULT,
            &Belief::DEFAULT,
            facts,
            Limit::default(),
            startup,
        )
        .parts
        .get(true.into())
    };
    assert_eq!(chance(Organization::draft().headcount(3_000)), 0);
    assert_eq!(chance(Organization::draft().headcount(5)), 10_000);
    assert!((2_000..5_000).contains(&chance(Organization::draft().headcount(100))));
    assert_eq!(chance(Organization::draft()), 2_500);
}

#[test]
fn the_answer_compares_before_rounding() {
    let startup = Organization::draft().stage(Stage::Startup).headcount(8);
    let proposal = Proposal::draft()
        .organization(startup)
        .proposed(Structure::combined(Seat::draft()))
        .build()
        .expect("valid");
    let told = one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default())
        .expect("both can be compared");
    let (one, two) = (told.spread.parts.get(Leaders::One), told.spread.parts.get(Leaders::Two));
    assert!(one > two, "{told}");
    match told.answer {
        Answer::Clear(side) => assert!(side == Leaders::One && one >= 8_000),
        Answer::Leaning(side) => assert!(side == Leaders::One && (6_000..=8_000).contains(&one)),
        Answer::Open => assert!(one <= 6_000 && two <= 6_000),
    }
}

/// Who stays is as likely as the belief says, however much is known about each person, even if every world is counted.
#[test]
fn what_is_unknown_of_a_person_makes_nobody_likelier() {
    let company = Organization::draft()
        .stage(Stage::Established)
        .headcount(100)
        .budget(Budget::OneExecutive)
        .regulated(false)
        .signals(Signal::ALL.iter().copied(), Maturity::Defined)
        .signal(Signal::Integration, Maturity::Initial)
        .in_place(Safeguard::ALL.iter().copied());
    let expert = |but: Skill| {
        let skills = Skill::ALL.iter().copied().filter(move |skill| *skill != but);
        Seat::draft().skills(skills, Proficiency::Expert)
    };
    let cto = expert(Skill::Finance).skill(Skill::Finance, Proficiency::Expert);
    let proposal = Proposal::draft()
        .organization(company)
        .current(Structure::pair(cto, expert(Skill::Finance)))
        .proposed(Structure::combined(expert(Skill::Finance)))
        .build()
        .expect("valid");
    let told = one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default())
        .expect("both can be compared");
    assert!(told.spread.is_exact());
    let asked = told.questions.iter().find(|question| question.fact == Fact::Incumbent);
    let chances = asked.expect("it makes a difference").answers.iter().map(|answer| answer.chance);
    assert_eq!(chances.collect::<Vec<_>>(), [3_334, 3_333, 3_333]);
}

/// A company about which everything is known.
fn known() -> cpto::Draft<Organization> {
    Organization::draft()
        .stage(Stage::Established)
        .headcount(300)
        .budget(Budget::TwoExecutives)
        .regulated(false)
        .signals(Signal::ALL.iter().copied(), Maturity::Defined)
        .in_place(Safeguard::ALL.iter().copied())
}

/// A belief that every unknown leader is able.
fn all_are_able() -> Belief {
    let able = |weights: &mut cpto::policy::Weights| {
        for (skill, level) in
            Skill::ALL.iter().flat_map(|skill| Proficiency::ALL.iter().map(move |it| (*skill, *it)))
        {
            let mut levels = weights.skills.get(skill);
            levels.set(level, (level == Proficiency::Expert).into());
            weights.skills.set(skill, levels);
        }
    };
    Belief::DEFAULT.with(able).expect("within the bounds")
}

/// What is stated about a lone seat follows its leader into the conventional forms, and takes precedence over today's seat.
#[test]
fn a_lone_leader_is_the_same_person_in_a_pair() {
    let all = |level| Seat::draft().skills(Skill::ALL.iter().copied(), level);
    let of = |today, then| {
        let draft = Proposal::draft().organization(known()).current(Structure::cto(all(today)));
        let proposal = draft.proposed(Structure::cto(all(then))).build().expect("valid");
        one_or_two(&proposal, &Policy::DEFAULT, &all_are_able(), Limit::default()).expect("both can be")
    };
    let two = |told: &cpto::advice::chances::OneOrTwo| told.spread.parts.get(Leaders::Two);
    assert_eq!(two(&of(Proficiency::Novice, Proficiency::Expert)), 10_000);
    assert!(two(&of(Proficiency::Expert, Proficiency::Novice)) < 10_000);
}

/// To whom a seat reports is an observation, which the conventional forms do not have.
#[test]
fn one_or_two_knows_no_observation() {
    let able = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    let of = |cto| {
        let draft = Proposal::draft().organization(known()).proposed(Structure::pair(cto, able()));
        let proposal = draft.build().expect("valid");
        one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default())
            .expect("both can be")
            .spread
    };
    assert_eq!(of(able().reports_to(cpto::Holder::Seat(cpto::Role::Cpo))), of(able()));
}

/// A level without any weight of its own is as likely as the rest of the company suggests.
#[test]
fn what_is_stated_weighs_by_likeness_though_it_weighs_nothing_by_itself() {
    let signals = Signal::ALL.iter().copied();
    let rest = signals.filter(|it| !matches!(it, Signal::ProductDirection | Signal::CommercialPerformance));
    let company = rest.fold(known(), |company, signal| company.signal_not_applicable(signal, "not told"));
    let company = company.signal(Signal::ProductDirection, Maturity::Initial);
    let company = company.signal(Signal::CommercialPerformance, cpto::Estimate::UNKNOWN);
    let able = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    let proposal =
        Proposal::draft().organization(company).proposed(Structure::combined(able)).build().expect("valid");
    let nothing = |weights: &mut cpto::policy::Weights| {
        let mut levels = weights.signals.get(Signal::ProductDirection);
        levels.set(Maturity::Initial, 0);
        weights.signals.set(Signal::ProductDirection, levels);
    };
    let belief = Belief::DEFAULT.with(nothing).expect("within the bounds");
    let told = chances(&proposal, &Policy::DEFAULT, &belief, Limit::default());
    let key = WarningKey::from(WarningCode::CommercialDisconnect);
    let of = told.warnings.iter().find(|(it, _)| *it == key).expect("it may be given");
    let parts = [Severity::None, Severity::Medium, Severity::High].map(|it| of.1.parts.get(it));
    assert_eq!(parts, [3_000, 1_000, 6_000]);
}

/// With a small limit, fewer worlds are drawn, and the answer says how precise it is.
#[test]
fn a_limit_is_kept_and_told() {
    let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid");
    let facts = FactSet::of(&[Fact::Regulated, Fact::Signal(Signal::Integration)]);
    for (limit, worlds, within) in
        [(0, 1, 10_000), (80, 10, 5_147), (8_000, 1_000, 515), (65_536, 8_192, 180)]
    {
        let mut seen = 0;
        let all = proposal.open_facts();
        let told = chance_of(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, all, Limit::of(limit), |_| {
            seen += 1;
            seen % 2 == 0
        });
        assert_eq!((seen, told.within), (worlds, within), "{limit}");
        let verdict = chances(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::of(limit)).verdict;
        assert_eq!(verdict.within, within, "{limit}");
        assert_eq!(verdict.parts.values().iter().map(|part| u32::from(*part)).sum::<u32>(), 10_000);
    }
    let few = |limit| {
        chance_of(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, facts, Limit::of(limit), |_| true).is_exact()
    };
    assert!(few(8 * 2 * 5) && !few(8 * 2 * 5 - 1));
}
