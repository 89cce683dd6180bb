//! Do custom rules meet the same standards as built-in ones: exact ranges, one order, chances, courses, repairs and laws?
//!
//! Everything is counted here again from the definition, over the worlds and the cases one by one.
#![cfg(feature = "proptest1")]
#![expect(clippy::expect_used, reason = "a test stops if something is missing")]

use std::collections::BTreeSet;

use cpto::advice::Limit;
use cpto::advice::chances::{Truth, chance_of, chances, chances_with};
use cpto::advice::compare::{Course, compare, courses_with};
use cpto::advice::repair::{Goal, repair, repair_with};
use cpto::policy::Belief;
use cpto::{
    AnyKey, CustomRule, Extended, Fact, FactSet, Form, LawViolation, Maturity, NotExtended, Office,
    Organization, Policy, Proposal, Remedy, Responsibility, Role, Safeguard, Seat, Severity, Signal, Skill,
    Span, Stage, Structure, Verdict, evaluate, evaluate_with, laws, strategies, worlds,
};
use proptest::prelude::*;

/// The application's own facts: two facts that no proposal has.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ours {
    eu_entity: bool,
    officer_outside: bool,
}

const fn ours(eu_entity: bool, officer_outside: bool) -> Ours {
    Ours { eu_entity, officer_outside }
}

/// Nothing is known.
const ANY: [Ours; 4] = [ours(false, false), ours(false, true), ours(true, false), ours(true, true)];

/// An EU entity needs a data protection officer outside the CPTO's seat.
struct DataProtectionOfficer;

/// The headcount from which it is worse.
const LARGE: u32 = 70;

impl CustomRule for DataProtectionOfficer {
    type Case = Ours;

    fn code(&self) -> &'static str {
        "data-protection-officer"
    }

    fn title(&self) -> &'static str {
        "Data protection officer"
    }

    fn reads(&self, _: &Structure) -> FactSet {
        FactSet::of(&[Fact::Regulated, Fact::Headcount, Fact::Safeguard(Safeguard::IndependentAssurance)])
    }

    fn headcounts(&self) -> &[u32] {
        &[LARGE]
    }

    fn severity(&self, world: &Proposal, ours: &Ours) -> Severity {
        let (company, structure) = (world.organization(), world.proposed());
        let is_with_the_cpto =
            structure.form() == Form::Combined && structure.office(Responsibility::Privacy).is_none();
        let is_large = company.headcount().least().get() >= LARGE;
        if !ours.eu_entity || ours.officer_outside || !is_with_the_cpto {
            Severity::None
        } else if company.safeguard(Safeguard::IndependentAssurance).least() {
            Severity::Low
        } else if company.regulated().least() || is_large {
            Severity::Critical
        } else {
            Severity::High
        }
    }

    fn message(&self, _: &Proposal, cases: &[Ours]) -> String {
        let is_certain = cases.iter().all(|ours| ours.eu_entity);
        format!("an EU entity {} no officer outside", if is_certain { "has" } else { "may have" })
    }
}

/// An EU entity keeps its data separate, which the company must be capable of.
struct DataApart;

impl CustomRule for DataApart {
    type Case = Ours;

    fn code(&self) -> &'static str {
        "data-apart"
    }

    fn title(&self) -> &'static str {
        "Data kept apart"
    }

    fn reads(&self, _: &Structure) -> FactSet {
        FactSet::of(&[Fact::Signal(Signal::DataCapability)])
    }

    fn severity(&self, world: &Proposal, ours: &Ours) -> Severity {
        match world.organization().signal(Signal::DataCapability) {
            Some(level) if ours.eu_entity && level.least() < Maturity::Defined => Severity::Medium,
            _ => Severity::None,
        }
    }
}

/// A rule without custom facts.
struct Plain {
    code: &'static str,
    reads: FactSet,
    headcounts: &'static [u32],
    says: fn(&Proposal) -> Severity,
}

const PLAIN: Plain =
    Plain { code: "plain", reads: FactSet::EMPTY, headcounts: &[], says: |_| Severity::None };

impl CustomRule for Plain {
    type Case = ();

    fn code(&self) -> &'static str {
        self.code
    }

    fn title(&self) -> &'static str {
        self.code
    }

    fn reads(&self, _: &Structure) -> FactSet {
        self.reads
    }

    fn headcounts(&self) -> &[u32] {
        self.headcounts
    }

    fn severity(&self, world: &Proposal, (): &()) -> Severity {
        (self.says)(world)
    }
}

const OFFICER: AnyKey<'_> = AnyKey::Custom("data-protection-officer");

const RULES: &[&dyn CustomRule<Case = Ours>] = &[&DataProtectionOfficer, &DataApart];

fn extended<'a>(
    proposal: &'a Proposal,
    rules: &'a [&'a dyn CustomRule<Case = Ours>],
    cases: &'a [Ours],
) -> Extended<'a, Ours> {
    evaluate_with(proposal, &Policy::DEFAULT, rules, cases).expect("few worlds")
}

fn one_leader() -> Proposal {
    Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid")
}

fn span(least: Severity, most: Severity) -> Span<Severity> {
    Span::new(least, most).expect("in order")
}

/// At least one of the cases.
fn cases() -> impl Strategy<Value = Vec<Ours>> {
    proptest::sample::subsequence(&ANY[..], 1..=4)
}

fn unless_unchecked(law: Result<(), LawViolation>) -> Result<(), TestCaseError> {
    match law {
        Err(violation) if violation.is_broken => Err(TestCaseError::fail(violation.to_string())),
        _ => Ok(()),
    }
}

#[test]
fn what_is_not_known_is_a_range() {
    let rules = RULES;
    let proposal = one_leader();
    let of = |proposal: &Proposal, cases: &[Ours]| extended(proposal, rules, cases).severity(OFFICER);
    assert_eq!(of(&proposal, &ANY), span(Severity::None, Severity::Critical));
    let none_outside = [ours(true, false)];
    assert_eq!(of(&proposal, &none_outside), span(Severity::Low, Severity::Critical));
    let company = |people: std::ops::RangeInclusive<u32>| {
        let company = Organization::draft().stage(Stage::Startup).headcount(people).regulated(false);
        let company = company.safeguard(Safeguard::IndependentAssurance, false);
        Proposal::draft()
            .organization(company)
            .proposed(Structure::combined(Seat::draft()))
            .build()
            .expect("valid")
    };
    assert_eq!(of(&company(1..=4_000), &none_outside), span(Severity::High, Severity::Critical));
    assert_eq!(of(&company(1..=69), &none_outside), span(Severity::High, Severity::High));
    // No startup has more than 250 people, so the stated stage and headcount contradict each other.
    assert_eq!(of(&company(251..=252), &none_outside), span(Severity::Critical, Severity::Critical));
    let pair =
        Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build().expect("valid");
    assert_eq!(of(&pair, &ANY), span(Severity::None, Severity::None));
}

#[test]
fn nothing_and_too_much_are_refused() {
    let proposal = one_leader();
    let refused = evaluate_with(&proposal, &Policy::DEFAULT, RULES, &[]).map(|_| ());
    assert_eq!(refused, Err(NotExtended::NoCase));
    let everything = Plain { reads: FactSet::of(Fact::ALL), ..PLAIN };
    let rules: [&dyn CustomRule<Case = ()>; 1] = [&everything];
    let refused = evaluate_with(&proposal, &Policy::DEFAULT, &rules, &[()]).map(|_| ());
    assert_eq!(refused, Err(NotExtended::TooManyWorlds { open: proposal.open_facts() }));
    // Cases are worlds, too: 12,500 with the four cases that the officer reads besides growth.
    let many = vec![ours(true, false); 12_500];
    let refused = evaluate_with(&proposal, &Policy::DEFAULT, RULES, &many).map(|_| ());
    assert!(matches!(refused, Err(NotExtended::TooManyWorlds { .. })), "{refused:?}");
}

#[test]
fn codes_are_checked() {
    let proposal = one_leader();
    let refused = |codes: [&'static str; 2]| {
        let [one, other] = codes.map(|code| Plain { code, ..PLAIN });
        evaluate_with(&proposal, &Policy::DEFAULT, &[&one, &other], &[()]).map(|_| ()).err()
    };
    assert_eq!(refused(["a", "b-2"]), None);
    for bad in ["", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é"] {
        assert_eq!(refused(["a", bad]), Some(NotExtended::NotKebabCase { code: bad.into() }));
    }
    assert_eq!(refused(["a", "a"]), Some(NotExtended::Repeated { code: "a".into() }));
    let built_in = NotExtended::BuiltIn { code: cpto::WarningCode::SkillGap };
    assert_eq!(built_in.to_string(), "`skill-gap` is the code of a built-in warning");
    assert_eq!(refused(["skill-gap", "a"]), Some(built_in));
}

#[test]
fn a_warning_says_something() {
    let (rules, proposal) = (RULES, one_leader());
    let open = extended(&proposal, rules, &ANY);
    assert_eq!(open.message(OFFICER).expect("given"), "an EU entity may have no officer outside");
    assert_eq!(open.message(AnyKey::Custom("data-apart")).expect("given"), "Data kept apart");
    assert_eq!(extended(&proposal, rules, &[ours(false, true)]).message(OFFICER), None);
    assert_eq!(open.message(AnyKey::Custom("nobody")), None);
    let (first, _) = open.warnings().next().expect("a warning");
    assert!(matches!(first, AnyKey::BuiltIn(_)), "{first}");
    for warning in cpto::explain(&proposal).warnings() {
        let key = AnyKey::BuiltIn(warning.key());
        assert_eq!(open.message(key), Some(warning.to_string()), "{key}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// The ranges, the order and the verdict hold over the worlds of everything that is open.
    #[test]
    fn ranges_are_those_of_the_worlds(proposal in strategies::with_open_facts(0..6), cases in cases()) {
        let rules = RULES;
        let extended = extended(&proposal, rules, &cases);
        let every = worlds::worlds(&proposal, &Policy::DEFAULT, proposal.open_facts(), Limit::default());
        prop_assume!(every.is_every());
        let every: Vec<Proposal> = every.collect();
        let mut worst = Verdict::Sound;
        let mut severities: [BTreeSet<Severity>; 2] = Default::default();
        for (world, case) in every.iter().flat_map(|world| cases.iter().map(move |case| (world, case))) {
            let of = [DataProtectionOfficer.severity(world, case), DataApart.severity(world, case)];
            let verdict = evaluate(world).verdict().most().max(Verdict::of(of[0])).max(Verdict::of(of[1]));
            worst = worst.max(verdict);
            prop_assert!(verdict >= extended.verdict().least(), "no world is better");
            severities.iter_mut().zip(of).for_each(|(all, severity)| _ = all.insert(severity));
        }
        prop_assert_eq!(extended.verdict().most(), worst);
        for (code, all) in ["data-protection-officer", "data-apart"].into_iter().zip(&severities) {
            let expected = span(*all.first().expect("a world"), *all.last().expect("a world"));
            prop_assert_eq!(extended.severity(AnyKey::Custom(code)), expected);
        }
        let shown: Vec<_> = extended.warnings().collect();
        prop_assert!(shown.is_sorted_by_key(|(_, it)| (std::cmp::Reverse(it.most()), std::cmp::Reverse(it.least()))));
        let built_in = shown.iter().filter_map(|(key, severity)| match key {
            AnyKey::BuiltIn(key) => Some((*key, *severity)),
            AnyKey::Custom(_) => None,
        });
        prop_assert!(built_in.eq(extended.assessment().warnings()), "the built-in ones stay as they are");
        let custom = severities.iter().filter(|all| all.last() > Some(&Severity::None)).count();
        prop_assert_eq!(shown.len(), extended.assessment().warnings().count() + custom);
    }

    #[test]
    fn rules_read_what_they_say(proposal in any::<Proposal>(), cases in cases()) {
        let rules = RULES;
        laws::custom_reads(&extended(&proposal, rules, &cases))
            .map_err(|violation| TestCaseError::fail(violation.to_string()))?;
    }

    #[test]
    fn learning_narrows(
        (wide, narrow) in any::<Proposal>().prop_flat_map(|wide| (Just(wide.clone()), strategies::narrowing(wide))),
        cases in cases(),
        fewer in any::<proptest::sample::Index>(),
    ) {
        let rules = RULES;
        let [wide, narrow] = [(&wide, &cases[..]), (&narrow, std::slice::from_ref(fewer.get(&cases)))]
            .map(|(proposal, cases)| extended(proposal, rules, cases));
        // What is learnt makes it neither better nor worse.
        let there = courses_with(&wide, &narrow).expect("few worlds");
        let back = courses_with(&narrow, &wide).expect("few worlds");
        prop_assert!(there.iter().all(|it| matches!(it.course, Course::Narrowed | Course::Unchanged)), "{there:?}");
        prop_assert!(back.iter().all(|it| matches!(it.course, Course::Widened | Course::Unchanged)), "{back:?}");
    }

    /// If nothing is learnt or forgotten, a course is that of the severities.
    #[test]
    fn what_changes_has_its_course(
        (before, after) in any::<Proposal>().prop_flat_map(|it| (strategies::world_of(it.clone()), strategies::world_of(it))),
        (one, other) in (0..4_usize, 0..4_usize),
    ) {
        let rules = RULES;
        let [was, is] = [(&before, one), (&after, other)]
            .map(|(proposal, case)| extended(proposal, rules, std::slice::from_ref(&ANY[case])));
        let courses = courses_with(&was, &is).expect("few worlds");
        for code in ["data-protection-officer", "data-apart"] {
            let severities = [&was, &is].map(|it| it.severity(AnyKey::Custom(code)));
            let found = courses.iter().find(|it| it.key == code);
            prop_assert_eq!(found.is_some(), severities.iter().any(|it| it.most() > Severity::None));
            if let Some(found) = found {
                prop_assert_eq!([found.before, found.after], severities);
                prop_assert_eq!(found.course, Course::of(severities[0], severities[1]));
            }
        }
        // Built-in rules do not see the cases.
        prop_assert_eq!(compare(&before, &before, &Policy::DEFAULT).to_string(), "");
    }

    /// A chance over worlds and cases is the mean of the chances of each case.
    #[test]
    fn chances_are_those_of_the_worlds(proposal in strategies::with_open_facts(0..5), cases in cases()) {
        let rules = RULES;
        let extended = extended(&proposal, rules, &cases);
        let open = proposal.open_facts();
        let all = worlds::worlds(&proposal, &Policy::DEFAULT, proposal.open_facts(), Limit::default());
        let few = all.is_every() && all.len() * cases.len() <= 8_192;
        if open.contains(Fact::Headcount) || !few {
            return Ok(());
        }
        let told = chances_with(&extended, &Belief::DEFAULT, Limit::default());
        prop_assert!(told.verdict.is_exact());
        let mean = |is_so: &dyn Fn(&Proposal, &Ours) -> bool| -> i64 {
            let of_case = |case: &Ours| {
                let chance = chance_of(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, open, Limit::default(), |world| is_so(world, case));
                assert!(chance.is_exact());
                i64::from(chance.parts.get(Truth::Yes))
            };
            cases.iter().map(of_case).sum::<i64>() / i64::try_from(cases.len()).expect("few cases")
        };
        let near = |parts: u16, mean: i64| (i64::from(parts) - mean).abs() <= 2;
        for severity in Severity::ALL {
            let [officer, apart] = [&told.warnings[0], &told.warnings[1]].map(|(_, spread)| spread.parts.get(*severity));
            prop_assert!(near(officer, mean(&|world, case| DataProtectionOfficer.severity(world, case) == *severity)));
            prop_assert!(near(apart, mean(&|world, case| DataApart.severity(world, case) == *severity)));
        }
        for verdict in Verdict::ALL {
            let is_so = |world: &Proposal, case: &Ours| {
                let worst = DataProtectionOfficer.severity(world, case).max(DataApart.severity(world, case));
                evaluate(world).verdict().most().max(Verdict::of(worst)) == *verdict
            };
            prop_assert!(near(told.verdict.parts.get(*verdict), mean(&is_so)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn repairs_are_the_least(
        proposal in strategies::with_open_facts(0..3),
        goal in prop_oneof![strategies::goals(), any::<Severity>().prop_map(|below| Goal::of([], below))],
        cases in cases(),
    ) {
        let rules = RULES;
        unless_unchecked(laws::custom_repairing(&extended(&proposal, rules, &cases), goal))?;
    }
}

#[test]
fn headcounts_are_told_apart_where_a_rule_does() {
    let is_between = |world: &Proposal| {
        let people = world.organization().headcount().least().get();
        if (50..60).contains(&people) { Severity::Low } else { Severity::None }
    };
    let rule =
        Plain { reads: FactSet::of(&[Fact::Headcount]), headcounts: &[50, 60], says: is_between, ..PLAIN };
    let company = Organization::draft().stage(Stage::Established);
    let proposal = Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft()));
    let proposal = proposal.build().expect("valid");
    let rules: [&dyn CustomRule<Case = ()>; 1] = [&rule];
    let extended = evaluate_with(&proposal, &Policy::DEFAULT, &rules, &[()]).expect("few worlds");
    let told = chances_with(&extended, &Belief::DEFAULT, Limit::default());
    assert_eq!(extended.severity(AnyKey::Custom("plain")), span(Severity::None, Severity::Low));
    // Eight classes, each with the same weight; the rule is about ten of the 60 numbers of the second.
    let [(_, spread)] = &told.warnings[..] else { panic!("one rule") };
    assert!(spread.is_exact());
    assert_eq!(spread.parts.get(Severity::Low), 10_000 / 8 / 6);
}

/// If there are too many worlds to count, each drawn world draws a case as well.
#[test]
fn drawn_worlds_have_a_case() {
    let (rules, proposal) = (RULES, one_leader());
    let certain = |cases: &[Ours]| {
        let told = chances_with(&extended(&proposal, rules, cases), &Belief::DEFAULT, Limit::default());
        assert!(!told.verdict.is_exact());
        told.verdict.parts.get(Verdict::Inadvisable)
    };
    let alone = chances(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default()).verdict;
    let [without, with] = [[ours(false, false)], [ours(true, false)]].map(|cases| certain(&cases));
    assert!(without.abs_diff(alone.parts.get(Verdict::Inadvisable)) <= 400, "{without} {alone:?}");
    assert!(with > without + 1_000, "{without} {with}");
    let either = certain(&[ours(false, false), ours(true, false)]);
    assert!(either.abs_diff(u16::midpoint(without, with)) <= 400, "{without} {either} {with}");
    let twice = certain(&[ours(false, false), ours(true, false), ours(true, false), ours(true, false)]);
    assert!(twice > either + 100, "what is given three times weighs three times");
}

#[test]
fn learning_a_fact_of_ones_own_is_no_change() {
    let (rules, proposal) = (RULES, one_leader());
    let course = |before: &[Ours], after: &[Ours]| {
        let courses = courses_with(&extended(&proposal, rules, before), &extended(&proposal, rules, after));
        courses.expect("few worlds").iter().find(|it| it.key == "data-protection-officer").map(|it| it.course)
    };
    let (nobody, somebody) = ([ours(true, false)], [ours(true, true)]);
    let either = [ours(true, false), ours(true, true)];
    assert_eq!(course(&either, &nobody), Some(Course::Narrowed));
    assert_eq!(course(&nobody, &either), Some(Course::Widened));
    assert_eq!(course(&nobody, &somebody), Some(Course::Resolved), "somebody was hired");
    assert_eq!(course(&somebody, &nobody), Some(Course::Introduced));
    assert_eq!(course(&somebody, &somebody), None);
    // A fact of the proposal that is learnt with it is learnt, too.
    let known = proposal.with_fact(Fact::Regulated, cpto::Value::Is(true)).expect("a fact");
    let courses = courses_with(&extended(&proposal, rules, &either), &extended(&known, rules, &nobody));
    let courses: Vec<_> = courses.expect("few worlds").iter().map(|it| it.course).collect();
    assert_eq!(courses, [Course::Narrowed, Course::Unchanged]);
    let written = courses_with(&extended(&proposal, rules, &nobody), &extended(&proposal, rules, &somebody));
    let first = written.expect("few worlds").first().map(ToString::to_string);
    assert_eq!(first.as_deref(), Some("data-protection-officer resolved: low to critical -> none"));
}

/// A custom fact works as if the proposal had it: for severities, courses and chances, whatever is known of it.
#[test]
fn a_case_is_as_good_as_a_fact() {
    const PLAN: Fact = Fact::Safeguard(Safeguard::SuccessionPlan);

    /// Without a plan, it is worse in a regulated company; the plan is a fact of the proposal or a custom fact.
    struct Planless {
        is_case: bool,
    }
    impl CustomRule for Planless {
        type Case = bool;
        fn code(&self) -> &'static str {
            if self.is_case { "by-case" } else { "by-fact" }
        }
        fn title(&self) -> &'static str {
            "Without a plan"
        }
        fn reads(&self, _: &Structure) -> FactSet {
            if self.is_case { FactSet::of(&[Fact::Regulated]) } else { FactSet::of(&[Fact::Regulated, PLAN]) }
        }
        fn severity(&self, world: &Proposal, plan: &bool) -> Severity {
            let company = world.organization();
            let stated = company.safeguard(Safeguard::SuccessionPlan).least();
            match (if self.is_case { *plan } else { stated }, company.regulated().least()) {
                (true, _) => Severity::None,
                (false, false) => Severity::Medium,
                (false, true) => Severity::Critical,
            }
        }
    }
    let rules = [&Planless { is_case: true } as &dyn CustomRule<Case = _>, &Planless { is_case: false }];
    let known: [&[bool]; 3] = [&[false], &[true], &[false, true]];
    let situation = |(regulated, plan): (usize, usize)| {
        let stated = [(Fact::Regulated, known[regulated]), (PLAN, known[plan])];
        let proposal = stated.into_iter().fold(one_leader(), |proposal, (fact, values)| {
            let [least, most] =
                [values.first(), values.last()].map(|it| cpto::Value::Is(*it.expect("a value")));
            proposal.with_fact_between(fact, least, most).expect("a fact of it")
        });
        (proposal, known[plan])
    };
    let every: Vec<_> = (0..9).map(|index| situation((index / 3, index % 3))).collect();
    let (mut courses, mut compared) = (BTreeSet::new(), 0);
    for (before, was_known) in &every {
        let was = evaluate_with(before, &Policy::DEFAULT, &rules, was_known).expect("few worlds");
        let told = chances_with(&was, &Belief::DEFAULT, Limit::default());
        let [(_, by_case), (_, by_fact)] = &told.warnings[..] else { panic!("two rules") };
        assert_eq!(by_case, by_fact, "{before:?}");
        for (after, is_known) in &every {
            let is = evaluate_with(after, &Policy::DEFAULT, &rules, is_known).expect("few worlds");
            let found = courses_with(&was, &is).expect("few worlds");
            if let [by_case, by_fact] = &found[..] {
                assert_eq!((by_case.before, by_case.after), (by_fact.before, by_fact.after));
                assert_eq!(by_case.course, by_fact.course, "{by_case}; {by_fact}");
                courses.insert(by_case.course as u8);
                compared += 1;
            } else {
                assert!(found.is_empty(), "{found:?}");
            }
        }
    }
    assert_eq!((courses.len(), compared), (Course::ALL.len(), 72));
}

#[test]
fn repairs_clear_both_kinds() {
    let (rules, proposal) = (RULES, one_leader());
    let stays = |it: Remedy, cost| (!matches!(it, Remedy::KeepStructure | Remedy::Choose(_))).then_some(cost);
    let nothing_else = Goal::of([], Severity::Medium);
    let found =
        |cases: &[Ours], goal| repair_with(&extended(&proposal, rules, cases), goal, Limit::default(), stays);
    // Two rules, each cleared by one change; the officer's by an office of the trade or by assurance.
    let repairs = found(&[ours(true, false)], nothing_else);
    assert!(repairs.is_complete);
    let remedies: Vec<&[Remedy]> = repairs.repairs.iter().map(|it| it.remedies.as_slice()).collect();
    let general_counsel = cpto::Holder::Office(Office::GeneralCounsel);
    let handed_over = Remedy::HandOver(Responsibility::Privacy, general_counsel);
    let assured = Remedy::PutInPlace(Safeguard::IndependentAssurance);
    let raised = Remedy::Raise(Signal::DataCapability, Some(Maturity::Defined));
    for officer in [handed_over, assured] {
        assert!(
            remedies.iter().any(|it| it.len() == 2 && it.contains(&officer) && it.contains(&raised)),
            "{repairs}"
        );
    }
    assert_eq!(remedies.len(), 2, "{repairs}");
    // Nothing has to change if there is no EU entity, or is known to be none.
    assert_eq!(found(&[ours(false, false)], nothing_else).to_string(), "nothing has to change (cost 0)\n");
    // A change that the caller rules out leaves its warning standing, which is named.
    let officer = |it: Remedy, cost| (it == raised).then_some(cost);
    let nobody = [ours(true, false)];
    let extended = extended(&proposal, rules, &nobody);
    let repairs = repair_with(&extended, nothing_else, Limit::default(), officer);
    assert_eq!(repairs.standing_custom, ["data-protection-officer"]);
    assert_eq!(
        repairs.to_string(),
        "there is no repair; the best partial repair found: raise data capability to defined (cost 6); in the way: data protection officer\n"
    );
    // The search without custom rules is unchanged.
    let without = repair(&proposal, &Policy::DEFAULT, nothing_else, Limit::default(), stays);
    assert_eq!(
        (without.to_string().as_str(), &without.standing_custom[..]),
        ("nothing has to change (cost 0)\n", &[][..])
    );
    // If no evaluation is left, nothing is proven.
    assert!(!repair_with(&extended, nothing_else, Limit::of(3), stays).is_complete);
}

/// A rule that reads too much to search if there are two leaders.
struct OfTwo;

impl CustomRule for OfTwo {
    type Case = ();

    fn code(&self) -> &'static str {
        "of-two"
    }

    fn title(&self) -> &'static str {
        "Of two"
    }

    fn reads(&self, structure: &Structure) -> FactSet {
        let every = Skill::ALL.iter().map(|skill| Fact::Skill(Role::Cto, *skill));
        every.filter(|_| structure.form() == Form::Pair).collect()
    }

    fn severity(&self, _: &Proposal, (): &()) -> Severity {
        Severity::Critical
    }
}

#[test]
fn a_repair_that_cannot_be_looked_at_is_no_proof() {
    let able = Organization::draft().signals(Signal::ALL.iter().copied(), Maturity::Optimizing);
    let able = able.signal(Signal::Integration, Maturity::Initial).in_place(Safeguard::ALL.iter().copied());
    let draft = Proposal::draft().organization(able).proposed(Structure::combined(Seat::draft()));
    let proposal = draft.build().expect("valid");
    let rules: [&dyn CustomRule<Case = ()>; 1] = [&OfTwo];
    let extended = evaluate_with(&proposal, &Policy::DEFAULT, &rules, &[()]).expect("nothing is read");
    let repaired = |form| {
        let choose = move |it: Remedy, cost| (it == Remedy::Choose(form)).then_some(cost);
        repair_with(&extended, Goal::of([], Severity::Critical), Limit::default(), choose)
    };
    assert_eq!((repaired(Form::Combined).best(), repaired(Form::Pair).best()), (None, None));
    assert!(repaired(Form::Combined).is_complete && !repaired(Form::Pair).is_complete);
}

/// The worlds of custom rules count towards the limit of a search.
#[test]
fn what_rules_of_ones_own_look_at_is_counted() {
    let proposal = one_leader();
    let needed = |reads: &[Fact]| {
        let rule = Plain { reads: FactSet::of(reads), ..PLAIN };
        let rules: [&dyn CustomRule<Case = ()>; 1] = [&rule];
        let extended = evaluate_with(&proposal, &Policy::DEFAULT, &rules, &[()]).expect("few worlds");
        let is_enough = |limit: &u32| {
            let goal = Goal::of([], Severity::Critical);
            repair_with(&extended, goal, Limit::of(*limit), |_, cost| Some(cost)).is_complete
        };
        // A quarter of the limit is reserved for a partial repair.
        (0..1_000).find(is_enough).map(|limit| limit - limit / 4).expect("nothing has to change")
    };
    let signals = [Fact::Signal(Signal::DataCapability), Fact::Signal(Signal::Scalability)];
    let [none, one, two] = [needed(&[]), needed(&signals[..1]), needed(&signals)];
    // One world, five, and five times five.
    assert_eq!((one - none, two - none), (4, 24));
}

#[test]
fn what_is_milder_and_still_stands_is_a_partial_repair() {
    let level =
        |world: &Proposal| world.organization().signal(Signal::DataCapability).map(cpto::Estimate::least);
    let (initial, better) = (
        |world: &Proposal| match world.organization().signal(Signal::DataCapability) {
            Some(level) if level.least() == Maturity::Initial => Severity::Critical,
            _ => Severity::Medium,
        },
        Maturity::Managed,
    );
    let rule = Plain { reads: FactSet::of(&[Fact::Signal(Signal::DataCapability)]), says: initial, ..PLAIN };
    let rules: [&dyn CustomRule<Case = ()>; 1] = [&rule];
    let proposal = one_leader();
    let extended = evaluate_with(&proposal, &Policy::DEFAULT, &rules, &[()]).expect("few worlds");
    let raise = |it: Remedy, cost| matches!(it, Remedy::Raise(Signal::DataCapability, _)).then_some(cost);
    let repairs = repair_with(&extended, Goal::of([], Severity::Medium), Limit::default(), raise);
    let partial = repairs.partial.as_ref().and_then(|it| it.apply_to(&proposal)).expect("milder");
    assert_eq!((level(&partial), &repairs.standing_custom[..]), (Some(better), &["plain".to_owned()][..]));
}

/// Each law finds the rule that breaks it.
#[test]
fn the_laws_find_what_is_not_said() {
    let proposal = one_leader();
    let law = |reads, headcounts, says| {
        let rule = Plain { reads, headcounts, says, ..PLAIN };
        let rules: [&dyn CustomRule<Case = ()>; 1] = [&rule];
        let extended = evaluate_with(&proposal, &Policy::DEFAULT, &rules, &[()]).expect("few worlds");
        laws::custom_reads(&extended).map_err(|violation| violation.to_string())
    };
    let regulated = |world: &Proposal| {
        if world.organization().regulated().least() { Severity::Low } else { Severity::None }
    };
    let large = |world: &Proposal| {
        let people = world.organization().headcount().least().get();
        if people >= 700 { Severity::Low } else { Severity::None }
    };
    assert_eq!(law(FactSet::of(&[Fact::Regulated]), &[], regulated), Ok(()));
    let undeclared = law(FactSet::EMPTY, &[], regulated).expect_err("it reads more");
    assert!(
        undeclared.ends_with("plain says something else where what it does not read is more"),
        "{undeclared}"
    );
    assert_eq!(law(FactSet::of(&[Fact::Headcount]), &[700], large), Ok(()));
    let between = law(FactSet::of(&[Fact::Headcount]), &[], large).expect_err("it tells 700 apart");
    assert!(between.ends_with("plain says something else of another headcount that it says is the same"));
    let moody = |_: &Proposal| {
        use std::sync::atomic::{AtomicBool, Ordering};
        static MOOD: AtomicBool = AtomicBool::new(false);
        if MOOD.fetch_xor(true, Ordering::Relaxed) { Severity::Low } else { Severity::None }
    };
    let moody = law(FactSet::EMPTY, &[], moody).expect_err("it is not always the same");
    assert!(moody.ends_with("plain says something else of the same world"), "{moody}");
}
