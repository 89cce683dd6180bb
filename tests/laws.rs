//! Do the laws hold, and do the generated proposals show every warning in every way?
//!
//! This is written like the tests of an application: only through the public API, with the feature `proptest1`.
#![cfg(feature = "proptest1")]
#![expect(clippy::panic, reason = "a test stops if a law is broken")]

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use cpto::advice::Limit;
use cpto::advice::accept::Acceptances;
use cpto::advice::combine::{Disagreement, combine};
use cpto::advice::compare::dominates;
use cpto::advice::handover::{HandoverOrder, handover};
use cpto::measures::Combination;
use cpto::{
    Date, Draft, Form, Law, Office, Policy, Proposal, Responsibility, ResponsibilitySet, Safeguard, Severity,
    Span, WarningCode, WarningKey, evaluate, evaluate_under, explain, laws, strategies,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};

#[cfg(feature = "serde")]
mod example;
#[cfg(feature = "serde")]
mod misprint;
mod reordered;

/// Runs a property over this many cases, the same ones every time.
fn check<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    match runner.run(strategy, property) {
        Ok(()) => {}
        Err(TestError::Fail(reason, value)) => panic!("{reason}\n{value:#?}"),
        Err(error) => panic!("{error}"),
    }
}

/// How often each warning was absent, possible and certain, and at which severities.
#[derive(Default)]
struct Seen(RefCell<BTreeMap<(&'static str, &'static str), u32>>);

impl Seen {
    fn note(&self, proposal: &Proposal) {
        let assessment = evaluate(proposal);
        for key in WarningKey::all(proposal.proposed().form()) {
            let severity = assessment.severity(key);
            let note = |what| *self.0.borrow_mut().entry((key.code.as_str(), what)).or_default() += 1;
            match (severity.least(), severity.most()) {
                (Severity::None, Severity::None) => note("absent"),
                (Severity::None, _) => note("possible"),
                _ => note("certain"),
            }
            if let Some(exact) = severity.value() {
                note(exact.as_str());
            }
        }
    }

    fn of(&self, code: WarningCode) -> BTreeSet<&'static str> {
        self.0.borrow().keys().filter(|(of, _)| *of == code.as_str()).map(|(_, what)| *what).collect()
    }
}

/// Messages mention one leader only for a CPTO, and two only if there are two sides.
#[test]
fn texts_fit_the_structure() {
    const OF_ONE: &[&str] = &["one leader", "both fields", "divide time between"];
    const OF_TWO: &[&str] = &["two leaders", "the two "];
    let seen = RefCell::new(BTreeSet::new());
    check(3_000, &any::<Proposal>(), |proposal| {
        let structure = proposal.proposed();
        for warning in explain(&proposal).warnings() {
            let remedies = warning.remedies().map(|remedy| remedy.to_string());
            let text = core::iter::once(warning.to_string()).chain(remedies).collect::<Vec<_>>().join("; ");
            // A merge is about the leaders of today.
            let text = text.replace("two leaders become one", "");
            let fits = |words: &[&'static str], is_so: bool| {
                let said = words.iter().filter(|it| text.contains(**it)).copied().collect::<BTreeSet<_>>();
                let fits = is_so || said.is_empty();
                seen.borrow_mut().extend(said);
                fits
            };
            prop_assert!(fits(OF_ONE, structure.form().is_combined()), "{}", text);
            prop_assert!(fits(&["half"], structure.form().is_combined()), "{}", text);
            prop_assert!(fits(OF_TWO, structure.has_two_sides()), "{}", text);
            prop_assert!(fits(&["no CPO"], structure.form() == Form::LoneCto), "{}", text);
            prop_assert!(fits(&["no CTO"], structure.form() == Form::LoneCpo), "{}", text);
        }
        Ok(())
    });
    // Words that no text has would hold nothing.
    let seen = seen.into_inner();
    assert!([OF_ONE, OF_TWO, &["no CPO", "no CTO"]].concat().iter().all(|it| seen.contains(it)), "{seen:?}");
}

/// Exactness holds, and every warning was absent, possible and certain, and had exactly the severities that it can have.
#[test]
fn the_evaluation_is_exact_and_no_warning_is_left_out() {
    let seen = Seen::default();
    let unchecked = RefCell::new(0);
    let exact = |proposal: Proposal, policy: &Policy| {
        seen.note(&proposal);
        let held = laws::exact(&proposal, policy);
        *unchecked.borrow_mut() += u32::from(held.as_ref().is_err_and(|it| !it.is_broken));
        unless_unchecked(held)
    };
    check(2_000, &strategies::with_open_facts(0..7), |proposal| exact(proposal, &Policy::DEFAULT));
    check(500, &(strategies::with_open_facts(0..6), any::<Policy>()), |(proposal, policy)| {
        exact(proposal, &policy)
    });
    assert!(*unchecked.borrow() < 50, "{} proposals with too many worlds", unchecked.borrow());

    let is_possible = |it: Span<Severity>| it.least() == Severity::None && it.most() > Severity::None;
    let is_certain = |it: Span<Severity>| it.least() > Severity::None;
    for &code in WarningCode::ALL {
        let certain = strategies::raising(code, &Policy::DEFAULT, is_certain).expect("an example raises it");
        check(20, &certain, |proposal| {
            seen.note(&proposal);
            prop_assert!(is_certain(evaluate(&proposal).severity(code)), "{}", code);
            Ok(())
        });
        let mut expected: BTreeSet<_> = ["absent", "certain"].into();
        if let Some(possible) = strategies::raising(code, &Policy::DEFAULT, is_possible) {
            expected.insert("possible");
            check(20, &possible, |proposal| {
                seen.note(&proposal);
                prop_assert!(is_possible(evaluate(&proposal).severity(code)), "{}", code);
                Ok(())
            });
        }
        for &severity in Severity::ALL {
            let exactly = move |it: Span<Severity>| it.value() == Some(severity);
            let raising = strategies::raising(code, &Policy::DEFAULT, exactly);
            assert_eq!(raising.is_some(), code.example(severity).is_some(), "{code} {severity}");
            let Some(raising) = raising else { continue };
            expected.insert(severity.as_str());
            check(20, &raising, |proposal| {
                seen.note(&proposal);
                prop_assert_eq!(evaluate(&proposal).severity(code).value(), Some(severity), "{}", code);
                Ok(())
            });
        }
        assert_eq!(seen.of(code), expected, "{code}");
    }
}

/// The example of a warning raises it under any numbers.
#[test]
fn warnings_are_raised_under_any_policy() {
    let raised = RefCell::new(0);
    let is_certain = |it: Span<Severity>| it.least() > Severity::None;
    check(30, &(any::<Policy>(), any::<WarningCode>()), |(policy, code)| {
        let Some(raising) = strategies::raising(code, &policy, is_certain) else { return Ok(()) };
        *raised.borrow_mut() += 1;
        check(10, &raising, |proposal| {
            prop_assert!(is_certain(evaluate_under(&proposal, &policy).severity(code)), "{}", code);
            Ok(())
        });
        Ok(())
    });
    assert!(*raised.borrow() > 20, "{raised:?} of 30");
}

#[test]
fn the_laws_of_one_proposal_hold() {
    check(300, &(any::<Proposal>(), any::<Policy>()), |(proposal, policy)| {
        laws::of_one(&proposal, &Policy::DEFAULT)?;
        laws::of_one(&proposal, &policy)?;
        Ok(())
    });
}

#[test]
fn what_is_learnt_only_narrows() {
    let learning = any::<Proposal>().prop_flat_map(|wide| {
        (Just(wide.clone()), strategies::narrowing(wide.clone()), strategies::world_of(wide))
    });
    let unchecked = RefCell::new(0);
    check(2_000, &(learning, any::<Policy>()), |((wide, narrow, world), policy)| {
        for narrower in [&narrow, &world] {
            let held = laws::narrowing(&wide, narrower, &policy);
            *unchecked.borrow_mut() += u32::from(held.as_ref().is_err_and(|it| !it.is_broken));
            unless_unchecked(held)?;
            laws::knowing(&wide, narrower, &policy)?;
        }
        prop_assert!(world.open_facts().is_empty(), "a world knows everything");
        Ok(())
    });
    assert!(*unchecked.borrow() < 2_000, "{} of 4000 were not checked", unchecked.borrow());
}

#[test]
fn a_stricter_policy_hides_nothing() {
    let policies =
        any::<Policy>().prop_flat_map(|lenient| (Just(lenient.clone()), strategies::stricter(lenient)));
    check(2_000, &(any::<Proposal>(), policies), |(proposal, (lenient, strict))| {
        laws::stricter(&proposal, &lenient, &strict)?;
        Ok(())
    });
}

/// A law that may be left unchecked is not broken.
fn unless_unchecked(held: Result<(), cpto::LawViolation>) -> Result<(), TestCaseError> {
    match held {
        Err(violation) if violation.is_broken => Err(TestCaseError::fail(violation.to_string())),
        _ => Ok(()),
    }
}

#[test]
fn what_dominates_ranks_before() {
    let dominated = RefCell::new(0);
    let with_one_safeguard = (any::<Proposal>(), any::<Safeguard>()).prop_map(|(proposal, safeguard)| {
        let organization =
            |in_place| Draft::from(proposal.organization().clone()).safeguard(safeguard, in_place);
        [true, false].map(|in_place| {
            let draft = Draft::from(proposal.clone()).organization(organization(in_place));
            draft.build().expect("as before")
        })
    });
    check(500, &with_one_safeguard, |[with, without]| {
        laws::dominance(&with, &without, &Policy::DEFAULT)?;
        let [with, without] = [with, without].map(|proposal| evaluate(&proposal));
        *dominated.borrow_mut() += u32::from(dominates(&with, &without));
        Ok(())
    });
    assert!(*dominated.borrow() > 50, "{} of them dominated", dominated.borrow());
    check(500, &(any::<Proposal>(), any::<Proposal>()), |(one, other)| {
        laws::dominance(&one, &other, &Policy::DEFAULT)?;
        Ok(())
    });
}

#[test]
fn asking_is_exact() {
    check(300, &(strategies::with_open_facts(0..7), any::<Policy>()), |(proposal, policy)| {
        unless_unchecked(laws::asking(&proposal, &Policy::DEFAULT))?;
        unless_unchecked(laws::asking(&proposal, &policy))
    });
    // Stage and headcount constrain each other: with neither known, the result is still exact, and mostly proven to be.
    let unproven = Cell::new(0);
    check(100, &(strategies::with_open_facts(0..4), any::<Policy>()), |(proposal, policy)| {
        let proposal = proposal.forget([cpto::Fact::Stage, cpto::Fact::Headcount].into_iter().collect());
        for policy in [&Policy::DEFAULT, &policy] {
            let held = laws::asking(&proposal, policy);
            unproven.set(unproven.get() + usize::from(held.is_err()));
            unless_unchecked(held)?;
        }
        Ok(())
    });
    assert!(unproven.get() < 50, "{} of 200 unproven", unproven.get());
}

#[test]
fn accepting_is_exact() {
    let lived_with = (any::<Acceptances>(), any::<Date>(), any::<Policy>());
    check(300, &(strategies::with_open_facts(0..7), lived_with), |(proposal, (acceptances, on, policy))| {
        unless_unchecked(laws::accepting(&proposal, &acceptances, on, &policy))
    });
}

#[test]
fn combining_is_fair() {
    let disagree = RefCell::new(0);
    check(200, &(strategies::answers(1..4), any::<Policy>()), |(answers, policy)| {
        laws::combining(&answers, &policy)?;
        let named: Vec<_> = answers.into_iter().enumerate().collect();
        let together = combine(&named, Combination::default(), &policy).expect("about one proposal");
        *disagree.borrow_mut() +=
            usize::from(together.disagreements.iter().any(Disagreement::changes_verdict));
        Ok(())
    });
    assert!(*disagree.borrow() > 5, "{disagree:?}: the verdict depends on whose word counts");
}

/// A difference between two policies is one in both directions, and a policy whose every number is stricter is stricter.
#[test]
fn policies_differ_both_ways() {
    let policies =
        any::<Policy>().prop_flat_map(|one| (Just(one.clone()), any::<Policy>(), strategies::stricter(one)));
    let stricter = RefCell::new(0);
    check(300, &policies, |(one, other, strict)| {
        let to_strict = one.diff(&strict);
        prop_assert!(to_strict.iter().all(|it| it.is_stricter != Some(false)), "{:?}", to_strict);
        *stricter.borrow_mut() += usize::from(!to_strict.is_empty());
        let (there, back) = (one.diff(&other), other.diff(&one));
        prop_assert_eq!(there.is_empty(), one == other);
        prop_assert_eq!(there.len(), back.len());
        for (there, back) in there.iter().zip(&back) {
            prop_assert_eq!((&there.place, &there.from, &there.to), (&back.place, &back.to, &back.from));
            prop_assert_eq!(there.is_stricter, back.is_stricter.map(|it| !it));
        }
        if there.iter().all(|it| it.is_stricter == Some(true)) {
            prop_assert!(other.is_at_least_as_strict_as(&one), "{:?}", there);
        }
        Ok(())
    });
    assert!(*stricter.borrow() > 20, "{stricter:?}");
}

/// Any proposal, and proposals in which a few responsibilities go elsewhere.
#[test]
fn handing_over_goes_as_it_is_said() {
    let few = (any::<Proposal>(), prop::collection::vec((any::<Responsibility>(), any::<Office>()), 1..5))
        .prop_map(|(proposal, elsewhere)| {
            let today = proposal.proposed().clone();
            let other = elsewhere
                .iter()
                .fold(Draft::from(today.clone()), |other, (it, office)| other.elsewhere(*it, *office));
            let draft = Proposal::draft().organization(proposal.organization().clone()).current(today);
            draft.proposed(other).build().unwrap_or(proposal)
        });
    let (held, safe) = (RefCell::new(0), RefCell::new(0));
    check(400, &(prop_oneof![few, any::<Proposal>()], any::<Policy>()), |(proposal, policy)| {
        let checked = laws::handing_over(&proposal, &policy);
        *held.borrow_mut() += u32::from(checked.is_ok());
        let found = handover(&proposal, &policy, Limit::of(1_000));
        // A search that is cut short hands over the same responsibilities, one after the other.
        let handed = |order: &HandoverOrder| {
            let steps = order.steps.iter().map(|it| it.responsibility);
            (order.steps.len(), steps.collect::<ResponsibilitySet>())
        };
        let cut = handover(&proposal, &policy, Limit::of(20)).ok();
        if let (Ok(whole), Some(cut)) = (&found, cut) {
            prop_assert_eq!(handed(whole), handed(&cut));
        }
        *safe.borrow_mut() += u32::from(found.is_ok_and(|order| order.is_safe() && order.steps.len() > 1));
        unless_unchecked(checked)
    });
    assert!(*held.borrow() > 100 && *safe.borrow() > 20, "{held:?} held, {safe:?} safe");
}

#[test]
fn watching_misses_nothing() {
    check(200, &(any::<Proposal>(), any::<Policy>()), |(proposal, policy)| {
        laws::watching(&proposal, &Policy::DEFAULT)?;
        laws::watching(&proposal, &policy)?;
        Ok(())
    });
}

#[test]
fn repairing_works_and_is_the_least() {
    check(100, &(strategies::with_open_facts(0..5), strategies::goals()), |(proposal, goal)| {
        unless_unchecked(laws::repairing(&proposal, goal, &Policy::DEFAULT))
    });
}

#[test]
fn dividing_is_exact() {
    let unchecked = RefCell::new(0);
    check(500, &(strategies::divisible(), any::<Policy>()), |((pair, wishes), policy)| {
        for policy in [&Policy::DEFAULT, &policy] {
            let held = laws::dividing(&pair, &wishes, policy);
            *unchecked.borrow_mut() += u32::from(held.as_ref().is_err_and(|it| !it.is_broken));
            unless_unchecked(held)?;
        }
        Ok(())
    });
    assert!(*unchecked.borrow() < 500, "{} of 1000 were not checked", unchecked.borrow());
}

#[test]
fn strictness_is_an_order_with_a_join() {
    check(500, &(any::<Policy>(), any::<Policy>()), |(one, other)| {
        let both = one.strictest(&other);
        prop_assert!(one.is_at_least_as_strict_as(&one));
        prop_assert!(both.is_at_least_as_strict_as(&one));
        prop_assert!(both.strictest(&one) == both, "idempotent");
        let from_other = other.diff(&both);
        prop_assert!(from_other.iter().all(|it| it.is_stricter != Some(false)), "{from_other:?}");
        let either_way = other.strictest(&one).diff(&both);
        prop_assert!(either_way.iter().all(|it| it.is_stricter.is_none()), "{either_way:?}");
        prop_assert!(Policy::new(*both.numbers()).is_ok(), "the join of valid policies is valid");
        Ok(())
    });
}

#[test]
fn examples_and_remedies_hold() {
    for &code in WarningCode::ALL {
        let held =
            laws::examples(code).and_then(|()| laws::remedies(code, &laws::family(code), &Policy::DEFAULT));
        held.unwrap_or_else(|violation| panic!("{violation}"));
    }
}

/// The remedies for each severity, over the family of each warning. A reader must judge whether any is missing.
#[test]
fn golden_remedies() {
    let mut golden = String::new();
    for &code in WarningCode::ALL {
        let mut lines = BTreeSet::new();
        for proposal in laws::family(code) {
            for warning in explain(&proposal).warnings().filter(|warning| warning.code() == code) {
                let remedies: Vec<_> = warning.remedies().map(|remedy| remedy.to_string()).collect();
                lines.insert(format!("  {}: {}\n", warning.severity(), remedies.join("; ")));
            }
        }
        golden.extend([format!("{code}\n")].into_iter().chain(lines));
    }
    insta::assert_snapshot!(golden);
}

/// A law that cannot be checked is distinguished from a broken one, and a violation is reported in one line.
#[test]
fn laws_can_be_broken() {
    let proposal = WarningCode::SkillGap.raised().build().expect("it builds");
    let other = WarningCode::OverloadRisk.raised().build().expect("it builds");
    let lenient = Policy::DEFAULT.with(|numbers| numbers.cost_burden.pair = Severity::None).expect("valid");
    let unchecked = [
        laws::narrowing(&proposal, &other, &Policy::DEFAULT),
        laws::stricter(&proposal, &Policy::DEFAULT, &lenient),
        laws::remedies(WarningCode::CostBurden, [&proposal], &Policy::DEFAULT),
    ];
    for held in unchecked {
        let violation = held.expect_err("nothing of the kind was given");
        assert!(!violation.is_broken, "{violation}");
        assert!(violation.to_string().contains(" is not checked: "), "{violation}");
    }
    let lax =
        Policy::DEFAULT.with(|numbers| numbers.misalignment_risk.steps_down_shared_goals = 0).expect("valid");
    let raised = WarningCode::MisalignmentRisk.raised().build().expect("it builds");
    let violation =
        laws::remedies(WarningCode::MisalignmentRisk, [&raised], &lax).expect_err("goals do not help");
    assert!(violation.is_broken && violation.law == Law::Remedies, "{violation}");
    assert_eq!(violation.counterexample, [raised]);
    let violation = laws::round_trip(&1, |_| Ok::<_, String>(2), |two| Ok::<_, String>(*two)).unwrap_err();
    assert_eq!(violation.to_string(), "the law of round-trip is broken: 1 comes back as 2");
}

/// The meaning of a document does not depend on its order, and each fault is found in its place, and nothing else.
#[cfg(feature = "serde")]
mod of_documents {
    use cpto::Draft;

    use super::*;

    #[test]
    fn order_means_nothing() {
        let reordered = any::<Proposal>().prop_flat_map(|it| (Just(it.clone()), reordered::reordered(&it)));
        check(500, &reordered, |(proposal, document)| {
            let read: Proposal = serde_json::from_str(&document).expect("it can be read");
            prop_assert_eq!(explain(&read).assessment(), evaluate(&proposal));
            prop_assert_eq!(read.open_facts(), proposal.open_facts());
            Ok(())
        });
    }

    #[test]
    fn everything_comes_back() {
        let told = any::<Proposal>().prop_flat_map(strategies::with_origins);
        check(500, &(told, any::<Policy>()), |(proposal, policy)| {
            laws::round_trip(&proposal, serde_json::to_string, |json| serde_json::from_str(json))?;
            laws::round_trip(&policy, serde_json::to_string, |json| serde_json::from_str(json))?;
            let assessment = cpto::evaluate_under(&proposal, &policy);
            laws::round_trip(&assessment, serde_json::to_string, |json| serde_json::from_str(json))?;
            Ok(())
        });
    }

    #[test]
    fn each_fault_is_found_alone() {
        let seen = RefCell::new(BTreeSet::new());
        let misprints = any::<Proposal>().prop_flat_map(|proposal| misprint::misprints(&proposal));
        check(5_000, &misprints, |misprint| {
            let json = misprint.document;
            let draft: Draft<Proposal> = serde_json::from_str(&json).expect("it can be read");
            let faults = draft.build().expect_err("it has a fault");
            let found: Vec<_> = faults.iter().map(|it| (it.place().to_string(), it.kind().code())).collect();
            prop_assert_eq!(found, [(misprint.place, misprint.code)], "{}", json);
            seen.borrow_mut().insert(misprint.code);
            Ok(())
        });
        assert!(seen.borrow().len() >= 15, "{:?}", seen.borrow());
    }
}

/// The example `laws`, run the way a person runs it.
#[cfg(feature = "serde")]
mod of_the_example {
    use std::process::Output;

    fn run(arguments: &[&str]) -> Output {
        super::example::run("laws", arguments, b"")
    }

    #[test]
    fn the_default_policy_holds() {
        let output = run(&["--count", "30", "--seed", "7"]);
        let report = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{report}{}", String::from_utf8_lossy(&output.stderr));
        for law in ["remedies: 28 warnings", "exactness: 30 proposals", "one proposal: 30", "narrowing: 30"] {
            assert!(report.contains(law), "{report}");
        }
    }

    #[test]
    fn a_broken_policy_is_told_with_a_counterexample() {
        let output = run(&["--policy", "examples/laws/broken.toml", "--count", "1"]);
        assert_eq!(output.status.code(), Some(1));
        let report = String::from_utf8_lossy(&output.stderr);
        let told =
            "the law of remedies is broken: nowhere does it lower inseparable-decisions to agree on one plan";
        assert!(report.starts_with(told), "{report}");
        assert!(report.contains("\"integration\": \"optimizing\""), "{report}");
    }

    #[test]
    fn a_milder_policy_is_not_stricter() {
        let output =
            run(&["--law", "strictness", "--stricter-than", "examples/laws/broken.toml", "--count", "5"]);
        // Fewer steps down are stricter, so the default is milder than this policy.
        assert_eq!(output.status.code(), Some(1));
        let report = String::from_utf8_lossy(&output.stderr);
        assert!(report.contains("none of the proposals could be checked"), "{report}");
    }
}
