//! What form do documents have, do they survive being written and read, and is everything else refused?
#![cfg(all(feature = "serde", feature = "proptest1"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops if its own documents are malformed")]

use std::fmt::Debug;

use cpto::policy::Numbers;
use cpto::{
    Assessment, Change, Draft, Fact, FaultKind, FaultLimit, Faults, Field, Form, Holder, Home, Office,
    Organization, Policy, Proposal, Responsibility, ResponsibilitySet, Role, Seat, Severity, Structure,
    Trigger, TriggerSet, WarningCode, evaluate, evaluate_under, explain, strategies,
};
use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed};

/// A proposal that states everything that can be stated.
const FULL: &str = include_str!("documents/full.json");

/// Writes a value in each of the three formats and reads it back.
#[track_caller]
fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap_or_else(|error| panic!("{error}: {json}")), value);
    let toml = toml::to_string(value).unwrap();
    assert_eq!(&toml::from_str::<T>(&toml).unwrap_or_else(|error| panic!("{error}: {toml}")), value);
    let yaml = serde_saphyr::to_string(value).unwrap();
    assert_eq!(&serde_saphyr::from_str::<T>(&yaml).unwrap_or_else(|error| panic!("{error}: {yaml}")), value);
}

#[test]
fn proposals_and_assessments_come_back_in_every_format() {
    let mut numbers = strategies::seeded(7);
    for _ in 0..200 {
        let proposal = strategies::proposal(&mut numbers);
        comes_back(&proposal);
        comes_back(proposal.organization());
        let assessment = evaluate(&proposal);
        comes_back(&assessment);
        let explained = serde_json::to_string(&explain(&proposal)).unwrap();
        assert_eq!(serde_json::from_str::<Assessment>(&explained).unwrap(), assessment, "in full");
    }
    let full: Proposal = serde_json::from_str(FULL).unwrap();
    comes_back(&full);
    comes_back(&evaluate(&full));
}

#[test]
fn a_document_says_the_same_in_every_format_and_order() {
    let value: serde_json::Value = serde_json::from_str(FULL).unwrap();
    let expected: Proposal = serde_json::from_str(FULL).unwrap();
    assert_eq!(toml::from_str::<Proposal>(&toml::to_string(&value).unwrap()).unwrap(), expected);
    assert_eq!(
        serde_saphyr::from_str::<Proposal>(&serde_saphyr::to_string(&value).unwrap()).unwrap(),
        expected
    );
    // `Value` sorts its keys, so this tests another order, too.
    assert_eq!(serde_json::from_value::<Proposal>(value).unwrap(), expected);
}

/// What the revised domain can express, and what follows from it.
#[test]
fn revised_facts_are_read() {
    let revised: Proposal = serde_saphyr::from_str(include_str!("documents/revised.yaml")).unwrap();
    comes_back(&revised);
    assert_eq!(revised.triggers(), TriggerSet::of(&[Trigger::Friction, Trigger::Vacancy]));
    let term = revised.term().unwrap();
    assert_eq!((term.least().get(), term.most().get()), (6, 12));
    let structure = revised.proposed();
    let cto = structure.seat(Role::Cto).unwrap();
    assert!(cto.newcomer().is_unknown());
    assert_eq!(cto.reports_to(), Some(Holder::Office(Office::Ceo)));
    assert_eq!(structure.leader(Field::Product), Some(Holder::Office(Office::Ceo)));
    assert_eq!(structure.office(Responsibility::ProfitAndLoss), Some(Office::Cfo));
    assert!(structure.has_two_sides() && structure.one_side_reports());
    assert_eq!(revised.change(), Change::Reallocate);

    // A single name is a list of one, and a range from no to yes is unknown.
    let named = r#"{ "trigger": "friction", "organization": { "regulated": [false, true] }, "proposed": { "cto": {} } }"#;
    let listed = r#"{ "trigger": ["friction"], "proposed": { "cto": {} } }"#;
    let read = |document| serde_json::from_str::<Proposal>(document).unwrap();
    assert_eq!(read(named), read(listed));
    assert_eq!(
        serde_json::to_string(&read(listed)).unwrap(),
        r#"{"trigger":"friction","proposed":{"cto":{}}}"#
    );

    // The field alone does not show what a seat and an office both hold.
    let contested = read(
        r#"{ "proposed": { "cto": { "remit": ["delivery"] }, "elsewhere": { "technology": "ceo", "delivery": "ceo" } } }"#,
    );
    assert_eq!(contested.proposed().contested(), ResponsibilitySet::of(&[Responsibility::Delivery]));
    comes_back(&contested);

    // Nobody leads today: offices hold something, and nobody holds the rest.
    let founded =
        read(r#"{ "current": { "elsewhere": { "technology": "ceo" } }, "proposed": { "cto": {} } }"#);
    comes_back(&founded);
    assert_eq!(founded.current().unwrap().form(), Form::NoSeat);
    assert_eq!(founded.change(), Change::Establish);
    assert_eq!(founded.current().unwrap().leader(Field::Technology), Some(Holder::Office(Office::Ceo)));
}

/// The guide shows everything that a proposal can state.
#[test]
fn the_document_of_the_guide_is_read() {
    let annotated = include_str!("documents/annotated.toml");
    assert!(
        include_str!("../src/guide/documents.md").contains(annotated),
        "the guide shows tests/documents/annotated.toml"
    );
    let read: Proposal = toml::from_str(annotated).unwrap();
    comes_back(&read);
}

#[test]
fn policies_come_back_and_state_only_what_they_change() {
    comes_back(&Policy::DEFAULT);
    let stated = r#"{
        "capacity": 90,
        "effort": { "base": { "roadmap": 9 }, "quarters": { "initial": 8 } },
        "needs": { "cto": { "finance": "novice", "strategy": "not-needed" } },
        "overload-risk": { "load-above": { "low": 90, "critical": "never" } },
        "no-review-cadence": { "combined": { "startup": "low" } }
    }"#;
    let policy: Policy = serde_json::from_str(stated).unwrap();
    let expected = Policy::DEFAULT
        .with(|numbers| {
            numbers.capacity = 90;
            numbers.effort.base.set(Responsibility::Roadmap, 9);
            numbers.effort.quarters.set(cpto::Maturity::Initial, 8);
            numbers.needs.cto.set(cpto::Skill::Finance, Some(cpto::Proficiency::Novice));
            numbers.needs.cto.set(cpto::Skill::Strategy, None);
            let ladder = &mut numbers.overload_risk.load_above;
            *ladder = ladder.with(Severity::Low, Some(90)).with(Severity::Critical, None);
            numbers.no_review_cadence.combined.set(cpto::Stage::Startup, Severity::Low);
        })
        .unwrap();
    assert_eq!(policy, expected);
    comes_back(&policy);
    assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), Policy::DEFAULT);
}

#[test]
fn golden_inputs() {
    let full: Proposal = serde_json::from_str(FULL).unwrap();
    insta::assert_snapshot!("proposal", serde_json::to_string_pretty(&full).unwrap());
    insta::assert_snapshot!("policy", serde_json::to_string_pretty(&Policy::DEFAULT).unwrap());
    insta::assert_snapshot!("brief_assessment", serde_json::to_string_pretty(&evaluate(&full)).unwrap());
    insta::assert_snapshot!("assessment", serde_json::to_string_pretty(&explain(&full)).unwrap());
    let set = ResponsibilitySet::of(&[Responsibility::Security, Responsibility::Roadmap]);
    assert_eq!(serde_json::to_string(&set).unwrap(), r#"["roadmap","security"]"#);
    comes_back_as_json(&set);
    let small = Proposal::draft().proposed(Structure::cto(Seat::draft())).build().unwrap();
    assert_eq!(serde_json::to_string(&small).unwrap(), r#"{"proposed":{"cto":{}}}"#);
    assert_eq!(serde_json::to_string(&Organization::default()).unwrap(), "{}");
}

fn comes_back_as_json<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    assert_eq!(&serde_json::from_str::<T>(&serde_json::to_string(value).unwrap()).unwrap(), value);
}

#[test]
fn golden_warnings() {
    let mut golden = String::new();
    for &code in WarningCode::ALL {
        let proposal = code.raised().build().unwrap();
        let warning = explain(&proposal).warning(code).unwrap();
        golden += &serde_json::to_string_pretty(&warning).unwrap();
        golden += "\n";
    }
    insta::assert_snapshot!(golden);
}

#[test]
fn the_long_form() {
    let proposal = WarningCode::KeyPersonDependency.raised().build().unwrap();
    let warning = explain(&proposal).warning(WarningCode::KeyPersonDependency).unwrap();
    insta::assert_snapshot!(format!("{warning:#}"));
}

/// The faults of a document, as place and code.
fn faults(document: &str) -> Vec<String> {
    let draft: Draft<Proposal> =
        serde_json::from_str(document).unwrap_or_else(|error| panic!("{document}: {error}"));
    let faults = draft.build().unwrap_err();
    faults.iter().map(|fault| format!("{} {}", fault.place(), fault.kind().code())).collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table with a line for each fault")]
fn every_fault_with_its_place() {
    for (document, expected) in [
        ("{}", "proposed no-seat"),
        (r#"{ "proposed": {} }"#, "proposed no-seat"),
        (r#"{ "proposed": null }"#, "proposed wrong-type"),
        ("[]", " wrong-type"),
        (r#"{ "proposed": { "cto": {} }, "color": 1 }"#, "color unknown-key"),
        (r#"{ "proposed": { "cto": {} }, "a b": 1 }"#, "[\"a b\"] unknown-key"),
        (r#"{ "proposed": { "cto": {} }, "proposed": { "cto": {} } }"#, "proposed repeated-key"),
        (r#"{ "proposed": { "cto": {}, "cto": {} } }"#, "proposed.cto repeated-key"),
        (r#"{ "proposed": { "cto": {} }, "organization": null }"#, "organization wrong-type"),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "stage": null } }"#,
            "organization.stage wrong-type",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "stage": "Startup" } }"#,
            "organization.stage unknown-name",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "stage": ["startup"] } }"#,
            "organization.stage range-length",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "stage": [] } }"#,
            "organization.stage range-length",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "stage": ["enterprise", "startup"] } }"#,
            "organization.stage reversed-range",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "headcount": 0 } }"#,
            "organization.headcount out-of-range",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "headcount": 4294967296 } }"#,
            "organization.headcount out-of-range",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "headcount": 2.0 } }"#,
            "organization.headcount wrong-type",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "headcount": "2" } }"#,
            "organization.headcount wrong-type",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "headcount": [1, 0] } }"#,
            "organization.headcount[1] out-of-range",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "regulated": 1 } }"#,
            "organization.regulated wrong-type",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "regulated": [true, false] } }"#,
            "organization.regulated reversed-range",
        ),
        (r#"{ "proposed": { "cto": {} }, "organization": { "name": 1 } }"#, "organization.name wrong-type"),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "signals": { "luck": "defined" } } }"#,
            "organization.signals.luck unknown-key",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "signals": { "scalability": { "not-applicable": " " } } } }"#,
            "organization.signals.scalability.not-applicable blank-reason",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "signals": { "scalability": {} } } }"#,
            "organization.signals.scalability missing-key",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "safeguards": { "focus-time": "yes" } } }"#,
            "organization.safeguards.focus-time wrong-type",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "organization": { "not-applicable": { "privacy": "" } } }"#,
            "organization.not-applicable.privacy blank-reason",
        ),
        (r#"{ "proposed": { "cto": {} }, "trigger": "boredom" }"#, "trigger unknown-name"),
        (r#"{ "proposed": { "cto": { "remit": "all" } } }"#, "proposed.cto.remit wrong-type"),
        (r#"{ "proposed": { "cto": { "remit": [] } } }"#, "proposed.cto.remit empty-remit"),
        (
            r#"{ "proposed": { "cto": { "remit": ["delivery", "luck"] } } }"#,
            "proposed.cto.remit[1] unknown-name",
        ),
        (
            r#"{ "proposed": { "cto": { "remit": ["delivery", "delivery"] } } }"#,
            "proposed.cto.remit[1] repeated-name",
        ),
        (
            r#"{ "proposed": { "cto": { "remit": ["delivery", "privacy"] } }, "organization": { "not-applicable": { "privacy": "no data" } } }"#,
            "proposed.cto.remit[1] not-applicable",
        ),
        (
            r#"{ "proposed": { "cto": {}, "elsewhere": { "privacy": "ceo" } }, "organization": { "not-applicable": { "privacy": "no data" } } }"#,
            "proposed.elsewhere.privacy not-applicable",
        ),
        (
            r#"{ "proposed": { "cto": {}, "elsewhere": { "privacy": "cat" } } }"#,
            "proposed.elsewhere.privacy unknown-name",
        ),
        (r#"{ "proposed": { "cto": {}, "cpto": {} } }"#, "proposed.cpto cpto-beside"),
        (
            r#"{ "proposed": { "cto": { "skills": { "sales": "good" } } } }"#,
            "proposed.cto.skills.sales unknown-name",
        ),
        (
            r#"{ "proposed": { "cto": { "direct-reports": 256 } } }"#,
            "proposed.cto.direct-reports out-of-range",
        ),
        (
            r#"{ "proposed": { "cto": { "other-duties": [0, 101] } } }"#,
            "proposed.cto.other-duties[1] out-of-range",
        ),
        (
            r#"{ "proposed": { "cto": { "product-attention": 50 } } }"#,
            "proposed.cto.product-attention attention-outside-combined",
        ),
        (
            r#"{ "proposed": { "cto": {} }, "origins": { "proposed.cto.product-attention": {} } }"#,
            "origins[\"proposed.cto.product-attention\"] unknown-key",
        ),
        (r#"{ "proposed": { "cto": {} }, "incumbent": "cto" }"#, "incumbent incumbent-of-change"),
        (
            r#"{ "proposed": { "cpto": {} }, "current": { "cto": {} }, "incumbent": "cpo" }"#,
            "incumbent incumbent-without-seat",
        ),
        (
            r#"{ "proposed": { "cpto": {} }, "current": { "cto": {} }, "incumbent": "cpto" }"#,
            "incumbent unknown-name",
        ),
    ] {
        assert_eq!(faults(document), [expected], "{document}");
    }
    let core: Vec<_> = ResponsibilitySet::CORE.iter().map(Responsibility::as_str).collect();
    let lone = serde_json::json!({ "proposed": { "cpo": { "remit": core } } });
    assert_eq!(faults(&lone.to_string()), ["proposed.cpo lone-seat-is-cpto"]);
}

/// What the revised domain refuses, with the place and the allowed values.
#[test]
#[expect(clippy::too_many_lines, reason = "a table with a line for each fault")]
fn revised_facts_are_checked() {
    const BESIDE: &str =
        "field-beside-conventional; allowed: a listed remit, or single responsibilities elsewhere";
    const NEWCOMER: &str =
        "newcomer-without-seat; allowed: newcomer in a proposed seat that the current structure also has";
    const REPORTS: &str = "reports-to-no-seat; allowed: an office, or the other seat of a pair";
    const HOLDERS: &str = "allowed: cto, cpo, cpto, ceo, coo, cfo, ciso, cmo, cdo, general-counsel, \
        general-manager, run-organization, other";
    for (document, place, expected) in [
        (
            r#"{ "trigger": [], "proposed": { "cto": {} } }"#,
            "trigger",
            "empty-list; allowed: at least one entry; leave out an empty list",
        ),
        (
            r#"{ "trigger": ["growth", "cost", "growth"], "proposed": { "cto": {} } }"#,
            "trigger[2]",
            "repeated-name; allowed: each name once",
        ),
        (
            r#"{ "trigger": ["growth", "luck"], "proposed": { "cto": {} } }"#,
            "trigger[1]",
            "unknown-name; allowed: growth, transformation, renewal, cost, vacancy, friction",
        ),
        (
            r#"{ "term": 0, "proposed": { "cto": {} } }"#,
            "term",
            "out-of-range; allowed: an integer from 1 to 120",
        ),
        (
            r#"{ "term": [6, 121], "proposed": { "cto": {} } }"#,
            "term[1]",
            "out-of-range; allowed: an integer from 1 to 120",
        ),
        (
            r#"{ "term": [12, 6], "proposed": { "cto": {} } }"#,
            "term",
            "reversed-range; allowed: the least first, then the most",
        ),
        (r#"{ "term": null, "proposed": { "cto": {} } }"#, "term", "wrong-type; allowed: an integer"),
        (
            r#"{ "current": { "cto": {}, "cpto": {} }, "proposed": { "cto": {} } }"#,
            "current.cpto",
            "cpto-beside; allowed: cpto alone, or cto, cpo or both without cpto",
        ),
        (
            r#"{ "current": { "cto": {} }, "proposed": {} }"#,
            "proposed",
            "no-seat; allowed: cpto alone, or cto, cpo or both",
        ),
        (
            r#"{ "proposed": { "elsewhere": { "product": "ceo" } } }"#,
            "proposed",
            "no-seat; allowed: cpto alone, or cto, cpo or both",
        ),
        (
            r#"{ "proposed": { "cto": {}, "elsewhere": { "technology": "ceo" } } }"#,
            "proposed.elsewhere.technology",
            BESIDE,
        ),
        (
            r#"{ "proposed": { "cpto": {}, "elsewhere": { "product": "ceo" } } }"#,
            "proposed.elsewhere.product",
            BESIDE,
        ),
        (
            r#"{ "current": { "cpo": {}, "elsewhere": { "product": "ceo" } }, "proposed": { "cpto": {} } }"#,
            "current.elsewhere.product",
            BESIDE,
        ),
        (r#"{ "proposed": { "cto": { "newcomer": true } } }"#, "proposed.cto.newcomer", NEWCOMER),
        (
            r#"{ "current": { "cpo": {} }, "proposed": { "cto": { "newcomer": false } } }"#,
            "proposed.cto.newcomer",
            NEWCOMER,
        ),
        (
            r#"{ "current": { "cto": { "newcomer": [false, true] } }, "proposed": { "cto": {} } }"#,
            "current.cto.newcomer",
            NEWCOMER,
        ),
        (
            r#"{ "current": { "cto": {} }, "proposed": { "cto": { "newcomer": [true, false] } } }"#,
            "proposed.cto.newcomer",
            "reversed-range; allowed: the least first, then the most",
        ),
        (r#"{ "proposed": { "cto": { "reports-to": "cto" } } }"#, "proposed.cto.reports-to", REPORTS),
        (r#"{ "proposed": { "cto": { "reports-to": "cpo" } } }"#, "proposed.cto.reports-to", REPORTS),
        (r#"{ "proposed": { "cpto": { "reports-to": "cpto" } } }"#, "proposed.cpto.reports-to", REPORTS),
        (
            r#"{ "current": { "cpo": { "reports-to": "cto" } }, "proposed": { "cpo": {} } }"#,
            "current.cpo.reports-to",
            REPORTS,
        ),
        (
            r#"{ "proposed": { "cto": { "reports-to": "cpo" }, "cpo": { "reports-to": "cto" } } }"#,
            "proposed.cpo.reports-to",
            "report-to-each-other; allowed: an office, or the other seat of a pair",
        ),
        (
            r#"{ "proposed": { "cto": { "reports-to": ["ceo", "coo"] } } }"#,
            "proposed.cto.reports-to",
            &format!("wrong-type; {HOLDERS}"),
        ),
        (
            r#"{ "proposed": { "cto": { "reports-to": "board" } } }"#,
            "proposed.cto.reports-to",
            &format!("unknown-name; {HOLDERS}"),
        ),
    ] {
        let draft: Draft<Proposal> = serde_json::from_str(document).unwrap();
        let faults = draft.build().expect_err(document);
        let found: Vec<_> = faults
            .iter()
            .map(|fault| {
                (
                    fault.place().to_string(),
                    format!("{}; allowed: {}", fault.kind().code(), fault.kind().allowed()),
                )
            })
            .collect();
        assert_eq!(found, [(place.to_owned(), expected.to_owned())], "{document}");
    }
    // Beside a listed remit, or if the seat belongs to the other field, a whole field may be elsewhere.
    for document in [
        r#"{ "proposed": { "cto": { "remit": ["delivery"] }, "elsewhere": { "technology": "ceo" } } }"#,
        r#"{ "proposed": { "cto": {}, "elsewhere": { "product": "ceo" } } }"#,
        r#"{ "current": { "cto": {} }, "proposed": { "cto": { "newcomer": false }, "cpo": { "reports-to": "cto" } } }"#,
        r#"{ "organization": { "stage": "enterprise", "headcount": 5 }, "proposed": { "cto": {} } }"#,
        r#"{ "current": {}, "proposed": { "cto": {} } }"#,
    ] {
        assert!(serde_json::from_str::<Proposal>(document).is_ok(), "{document}");
    }
}

/// A field is written as a whole only if that means the same and covers more than one responsibility.
#[test]
fn a_field_elsewhere_is_written_in_a_word() {
    let product = || ResponsibilitySet::of_home(Home::Cpo);
    let all = |structure: Draft<Structure>| {
        product().iter().fold(structure, |it, of| it.elsewhere(of, Office::Ceo))
    };
    let but_one = product().without(Responsibility::Roadmap);
    let listed = Structure::pair(Seat::draft(), Seat::draft().remit(but_one.iter()));
    for (structure, in_a_word) in [
        (all(Structure::cto(Seat::draft())), true),
        (all(Structure::combined(Seat::draft())), false),
        (listed.elsewhere(Responsibility::Roadmap, Office::Ceo), false),
        (Structure::cto(Seat::draft()).elsewhere(Responsibility::Roadmap, Office::Ceo), false),
    ] {
        let proposal = Proposal::draft().proposed(structure).build().unwrap();
        let written = serde_json::to_value(&proposal).unwrap();
        let elsewhere = &written["proposed"]["elsewhere"];
        assert_eq!(elsewhere.get("product").is_some(), in_a_word, "{elsewhere}");
        assert_eq!(elsewhere.get("roadmap").is_some(), !in_a_word, "{elsewhere}");
        assert_eq!(serde_json::from_value::<Proposal>(written).unwrap(), proposal);
    }
}

/// Both ends of plausible headcounts rise with the stage, and the ranges of neighbouring stages overlap or touch.
#[test]
fn plausible_headcounts_have_no_gap() {
    let refused = |document: &str| {
        let draft: Draft<Numbers> = serde_json::from_str(document).unwrap();
        draft.build().expect_err(document).to_string()
    };
    assert_eq!(
        refused(r#"{ "plausible-headcount": { "least": { "enterprise": 5 } } }"#),
        "plausible-headcount.least.enterprise: 5 after 20 is out of order; allowed: no less than the one before"
    );
    let gap = refused(r#"{ "plausible-headcount": { "most": { "startup": 8 } } }"#);
    assert!(
        gap.starts_with(
            "plausible-headcount.least.scale-up: 10 is out of range; allowed: an integer from 1 to 9"
        ),
        "{gap}"
    );
    let none = refused(r#"{ "plausible-headcount": { "least": { "startup": 0 } } }"#);
    assert!(none.starts_with("plausible-headcount.least.startup: 0 is out of range"), "{none}");
    assert!(refused(r#"{ "short-term-at-most": 121 }"#).ends_with("allowed: an integer from 0 to 120"));
    assert!(
        serde_json::from_str::<Policy>(r#"{ "plausible-headcount": { "most": { "startup": 9 } } }"#).is_ok(),
        "they touch"
    );
}

#[test]
fn all_faults_are_reported_at_once() {
    let document = r#"{
        "proposed": { "cto": { "remit": ["delivery", "luck", "delivery"], "other-duties": 101 }, "cpo": { "remit": [] } },
        "organization": { "stage": "old", "headcount": [9, 3], "not-applicable": { "privacy": "" } },
        "trigger": 3
    }"#;
    let mut found = faults(document);
    found.sort();
    assert_eq!(
        found,
        [
            "organization.headcount reversed-range",
            "organization.not-applicable.privacy blank-reason",
            "organization.stage unknown-name",
            "proposed.cpo.remit empty-remit",
            "proposed.cto.other-duties out-of-range",
            "proposed.cto.remit[1] unknown-name",
            "proposed.cto.remit[2] repeated-name",
            "trigger wrong-type",
        ]
    );
}

/// Code and documents go through the same checks, and report the same faults.
#[test]
fn drafts_have_the_faults_of_documents() {
    use cpto::{Incumbent, Percent, Stage};

    let pairs: [(Draft<Proposal>, &str); 7] = [
        (Proposal::draft(), "{}"),
        (
            Proposal::draft()
                .organization(Organization::draft().stage(Stage::Enterprise..=Stage::Startup).headcount(0))
                .proposed(Structure::cto(Seat::draft())),
            r#"{ "organization": { "stage": ["enterprise", "startup"], "headcount": 0 }, "proposed": { "cto": {} } }"#,
        ),
        (
            Proposal::draft().proposed(Structure::cto(Seat::draft().remit([Responsibility::Delivery; 2]))),
            r#"{ "proposed": { "cto": { "remit": ["delivery", "delivery"] } } }"#,
        ),
        (
            Proposal::draft().proposed(Structure::pair(
                Seat::draft().product_attention(101),
                Seat::draft().other_duties(std::ops::RangeInclusive::new(7, 3)),
            )),
            r#"{ "proposed": { "cto": { "product-attention": 101 }, "cpo": { "other-duties": [7, 3] } } }"#,
        ),
        (
            Proposal::draft()
                .proposed(Structure::cpo(Seat::draft().product_attention(Percent::try_from(3).unwrap()))),
            r#"{ "proposed": { "cpo": { "product-attention": 3 } } }"#,
        ),
        (
            Proposal::draft()
                .organization(Organization::draft().not_applicable(Responsibility::Privacy, "no data"))
                .proposed(Structure::cto(Seat::draft()).elsewhere(Responsibility::Privacy, Office::Ceo)),
            r#"{ "organization": { "not-applicable": { "privacy": "no data" } },
                 "proposed": { "cto": {}, "elsewhere": { "privacy": "ceo" } } }"#,
        ),
        (
            Proposal::draft()
                .current(Structure::cto(Seat::draft()))
                .proposed(Structure::combined(Seat::draft()))
                .incumbent(Incumbent::Cpo),
            r#"{ "current": { "cto": {} }, "proposed": { "cpto": {} }, "incumbent": "cpo" }"#,
        ),
    ];
    for (draft, document) in pairs {
        let in_code = draft.build().expect_err(document);
        let read: Draft<Proposal> = serde_json::from_str(document).unwrap();
        let in_document = read.build().expect_err(document);
        let codes = |faults: &Faults| {
            let mut codes: Vec<_> =
                faults.iter().map(|it| (it.place().steps().first().cloned(), it.kind().code())).collect();
            codes.sort_by_key(|(_, code)| *code);
            codes
        };
        // A share of 101 percent is refused as soon as it is read, without its owner.
        let unplaced = |(_, code): &(_, &str)| *code != "attention-outside-combined";
        let [in_code, in_document]: [Vec<_>; 2] =
            [&in_code, &in_document].map(|faults| codes(faults).into_iter().filter(unplaced).collect());
        assert_eq!(in_code, in_document, "{document}");
    }
}

#[test]
fn hostile_documents_are_refused_and_nothing_else_happens() {
    let deep = |open: &str, close: &str, depth| format!("{}{}", open.repeat(depth), close.repeat(depth));
    let hostile = [
        deep("[", "]", 100),
        deep("[", "]", 100_000),
        deep(r#"{"proposed":"#, "", 100_000),
        format!(r#"{{ "proposed": {} }}"#, deep("[", "]", 100)),
        format!(r#"{{ "proposed": {{ "cto": {{ "remit": [{}"x"] }} }} }}"#, r#""luck","#.repeat(20_000)),
        format!(r#"{{ "{}": 1, "proposed": {{ "cto": {{}} }} }}"#, "k".repeat(1_000_000)),
        r#"{ "proposed": { "cto": { "direct-reports": 1e999 } } }"#.into(),
        r#"{ "proposed": { "cto": { "direct-reports": 340282366920938463463374607431768211456 } } }"#.into(),
        r#"{ "proposed": { "cto": { "direct-reports": -1 } } }"#.into(),
        r#"{ "proposed": { "cto": { "direct-reports": NaN } } }"#.into(),
        r#"{ "proposed": { "\u0000": {} } }"#.into(),
        r#"{ "proposed": "#.into(),
        String::new(),
        "\u{feff}{}".into(),
    ];
    for document in &hostile {
        let read = serde_json::from_str::<Draft<Proposal>>(document).map(Draft::<Proposal>::build);
        assert!(!matches!(read, Ok(Ok(_))), "accepted: {document:.80}");
        assert!(serde_json::from_str::<Policy>(document).is_err(), "accepted: {document:.80}");
        assert!(serde_json::from_str::<Assessment>(document).is_err(), "accepted: {document:.80}");
        let _ = toml::from_str::<Draft<Proposal>>(document);
        let _ = serde_saphyr::from_str::<Draft<Proposal>>(document);
    }
    assert!(serde_json::from_slice::<Draft<Proposal>>(b"{ \"proposed\": { \"\xff\": 1 } }").is_err());
    for place in [
        "",
        "proposed.cto.remit",
        "organization.name",
        "organization.signals.luck",
        "proposed.cto.product-attention",
    ] {
        assert!(place.parse::<Fact>().is_err(), "{place}");
    }
}

/// YAML features beyond JSON are refused immediately if they are harmful, and make no difference otherwise.
#[test]
fn yaml_has_no_surprises() {
    fn read(document: &str) -> Result<Proposal, String> {
        let started = std::time::Instant::now();
        let options = serde_saphyr::options! { strict_booleans: true, with_snippet: false };
        let read = serde_saphyr::from_str_with_options(document, options).map_err(|error| error.to_string());
        assert!(started.elapsed().as_secs() < 5, "{:?}: {document:.80}", started.elapsed());
        read
    }
    let organization = |says: &str| format!("proposed: {{ cto: {{}} }}\norganization: {{ {says} }}\n");
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (one, next) in ('a'..='j').zip('b'..='k') {
        let nine = [format!("*{one}").as_str(); 9].join(", ");
        bomb.extend([next.to_string().as_str(), ": &", &next.to_string(), " [", &nine, "]\n"]);
    }
    let refused = [
        ("proposed: { cto: {} }\nproposed: { cpo: {} }".into(), "proposed"),
        (organization("stage: startup, stage: enterprise"), "stage"),
        (organization("stage: null"), "organization.stage"),
        (organization("stage: "), "organization.stage"),
        (organization("name: ~"), "organization.name"),
        ("proposed: { cto: {} }\norganization:".into(), "organization"),
        (organization("headcount: 2.0"), "the number 2.0"),
        (organization("headcount: 1e3"), "the number 1000.0"),
        (organization("headcount: .inf"), "inf"),
        (organization("headcount: '2'"), "the text \"2\""),
        (organization("headcount: !!str 2"), "the text \"2\""),
        (organization(&format!("headcount: {}", "9".repeat(40))), "the oversized number"),
        (organization("regulated: 'true'"), "organization.regulated"),
        (organization("regulated: yes"), "organization.regulated"),
        ("proposed: { cto: {} }\n---\nproposed: { cpo: {} }".into(), "multiple"),
        ("base: &b { cto: {} }\nproposed: { <<: *b }".into(), "base"),
        (bomb + "proposed: { cto: {} }", ""),
        ("[".repeat(100_000), ""),
        ("- ".repeat(100_000), ""),
        ("{a: ".repeat(100_000), ""),
        (format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), ""),
        (
            format!("proposed: {{ cto: {{ remit: [{}x] }} }}", "luck, ".repeat(20_000)),
            "proposed.cto.remit[0]",
        ),
    ];
    for (document, expected) in &refused {
        let error = read(document).expect_err(document);
        assert!(error.contains(expected), "{document:.80}: {error}");
    }
    assert_eq!(read(&organization("name: No")).unwrap().organization().name(), Some("No"));
    assert!(read("proposed: { cto: &it { interim: true }, cpo: *it }").is_ok(), "an alias is a convenience");
}

#[test]
fn every_fact_is_known_by_its_place() {
    assert_eq!(Fact::ALL.len(), 78);
    for fact in Fact::ALL {
        assert_eq!(fact.to_string().parse(), Ok(*fact));
    }
}

#[test]
fn assessments_that_contradict_themselves_are_refused() {
    let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build().unwrap();
    let written = serde_json::to_value(evaluate(&proposal)).unwrap();
    let refused = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut changed = written.clone();
        change(&mut changed);
        serde_json::from_value::<Assessment>(changed).expect_err("refused").to_string()
    };
    let better = refused(&|it| it["verdict"] = serde_json::json!({ "least": "sound", "most": "sound" }));
    assert!(better.contains("the verdict sound contradicts the warnings"), "{better}");
    let reversed = refused(&|it| it["warnings"].as_array_mut().unwrap().reverse());
    assert!(reversed.contains("warnings: the list is out of order"), "{reversed}");
    let twice = refused(&|it| {
        let list = it["warnings"].as_array_mut().unwrap();
        list.insert(0, list[0].clone());
    });
    assert!(twice.contains("warnings: the list is out of order"), "{twice}");
    let load = written["loads"][0].clone();
    let loads = refused(&|it| it["loads"] = vec![load.clone(); 3].into());
    assert!(loads.contains("loads: 3 entries are too many; allowed: at most 2 entries"), "{loads}");
    let unknown = refused(&|it| it["warnings"][0]["code"] = "bad-luck".into());
    assert!(unknown.contains("warnings[0].code: unknown warning `bad-luck`"), "{unknown}");
    let missing = refused(&|it| _ = it["warnings"][0].as_object_mut().unwrap().remove("severity"));
    assert!(missing.contains("warnings[0]: key `severity` is missing"), "{missing}");
    for key in ["change", "verdict", "loads", "warnings", "benefits"] {
        let without = refused(&|it| _ = it.as_object_mut().unwrap().remove(key));
        assert!(without.contains(&format!("key `{key}` is missing")), "{without}");
        assert_eq!(without.matches("is missing").count(), 1, "{without}");
    }
    let nobody = refused(&|it| it["loads"] = serde_json::json!([]));
    assert!(nobody.contains("loads: the list is out of order"), "{nobody}");
    let swapped = refused(&|it| it["loads"].as_array_mut().unwrap().reverse());
    assert!(swapped.contains("loads: the list is out of order"), "{swapped}");
    assert!(written["benefits"].as_array().unwrap().len() > 1);
    let swapped = refused(&|it| it["benefits"].as_array_mut().unwrap().reverse());
    assert!(swapped.contains("benefits: the list is out of order"), "{swapped}");
    let doubled = refused(&|it| {
        let list = it["benefits"].as_array_mut().unwrap();
        list.insert(0, list[0].clone());
    });
    assert!(doubled.contains("benefits: the list is out of order"), "{doubled}");
}

/// A part that is read alone reports its faults, and no fault hides another.
#[test]
fn every_fault_is_told() {
    let organization: Draft<Organization> = serde_json::from_str(r#"{ "headcount": "many" }"#).unwrap();
    let faults = organization.build().unwrap_err();
    assert_eq!(faults.to_string(), "headcount: the text \"many\" is not valid here; allowed: an integer");
    let draft: Draft<Proposal> =
        serde_json::from_str(r#"{ "organization": { "headcount": 0 }, "proposed": {} }"#).unwrap();
    let faults = draft.build().unwrap_err();
    let codes: Vec<_> = faults.iter().map(|fault| (fault.place().to_string(), fault.kind().code())).collect();
    assert_eq!(faults.to_string().lines().count(), 2, "one a line: {faults}");
    let expected = [("organization.headcount", "out-of-range"), ("proposed", "no-seat")];
    assert_eq!(codes, expected.map(|(place, code)| (place.to_owned(), code)));
}

#[test]
fn refused_policies_name_the_number() {
    let refused = |document: &str| {
        let draft: Draft<Numbers> = serde_json::from_str(document).unwrap();
        let faults = draft.build().expect_err(document);
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        refused(r#"{ "effort": { "quarters": { "managed": 9 } } }"#),
        "effort.quarters.managed: 9 after 7 is out of order; allowed: no more than the one before"
    );
    assert_eq!(
        refused(r#"{ "overload-risk": { "load-above": { "high": 200 } } }"#),
        "overload-risk.load-above.critical: 160 after 200 is out of order; allowed: no less than the one before"
    );
    assert_eq!(
        refused(r#"{ "insufficient-evidence": { "unknown-at-least": { "medium": 101 } } }"#),
        "insufficient-evidence.unknown-at-least.medium: 101 is out of range; allowed: an integer from 0 to 100"
    );
    assert_eq!(
        refused(r#"{ "effort": { "base": { "roadmap": 101, "luck": 1 } } }"#).lines().count(),
        2,
        "all faults at once"
    );
    assert_eq!(
        refused(r#"{ "no-second-line": { "one-lead": { "startup": "high" } } }"#),
        "no-second-line.one-lead.startup: high after low is out of order; allowed: no more than the one before"
    );
    // Values that cannot replace a number or a name.
    let severe = refused(r#"{ "no-second-line": { "one-lead": { "startup": "severe" } } }"#);
    assert!(severe.starts_with("no-second-line.one-lead.startup: unknown severity `severe`"), "{severe}");
    let many = refused(r#"{ "overload-risk": { "load-above": { "high": "many" } } }"#);
    assert!(many.starts_with("overload-risk.load-above.high: the text \"many\" is not valid here"), "{many}");
    let eight = refused(r#"{ "effort": { "tenths-with-lead": "eight" } }"#);
    assert!(eight.starts_with("effort.tenths-with-lead: the text \"eight\" is not valid here"), "{eight}");
    let list = refused(r#"{ "overload-risk": { "load-above": { "high": [130] } } }"#);
    assert!(list.starts_with("overload-risk.load-above.high: a list is not valid here"), "{list}");
    let skilled = refused(r#"{ "needs": { "cto": { "finance": "skilled" } } }"#);
    assert!(skilled.starts_with("needs.cto.finance: the text \"skilled\" is not valid here"), "{skilled}");
    // The bounds are those of the field and not of its type.
    assert_eq!(
        refused(r#"{ "effort": { "base": { "roadmap": 256 } } }"#),
        "effort.base.roadmap: 256 is out of range; allowed: an integer from 0 to 100"
    );
    assert!(refused(r#"{ "capacity": 0 }"#).starts_with("capacity: 0 is out of range"));
    assert!(
        refused(r#"{ "luck": 0 }"#).starts_with("luck: unknown key `luck`; allowed: effort, needs, capacity")
    );
}

#[test]
fn sets_refuse_unknown_and_repeated_names() {
    let refused =
        |document: &str| serde_json::from_str::<ResponsibilitySet>(document).unwrap_err().to_string();
    assert!(refused(r#"["roadmap", "roadmap"]"#).starts_with("`roadmap` is named twice"));
    assert!(refused(r#"["luck"]"#).starts_with("unknown responsibility `luck`; allowed: product-vision"));
    assert!(refused(r#""roadmap""#).contains("expected a sequence"));
    assert_eq!(serde_json::from_str::<ResponsibilitySet>("[]").unwrap(), ResponsibilitySet::EMPTY);
}

/// The largest numbers that a policy accepts neither overflow nor panic, even with overflow checks.
#[test]
fn the_heaviest_policy_is_evaluated() {
    let heaviest: Policy = serde_json::from_value(serde_json::json!({
        "capacity": 1000,
        "effort": {
            "base": Responsibility::ALL.iter().map(|it| (it.as_str(), 100)).collect::<std::collections::BTreeMap<_, _>>(),
            "quarters": { "initial": 40, "managed": 40, "defined": 40, "quantitatively-managed": 40, "optimizing": 1 },
            "quarters-without-signal": 40,
            "tenths-with-lead": 10,
            "hundredths": { "startup": 1, "scale-up": 1000, "established": 1000, "enterprise": 1000 },
        },
        "skill-gap": { "relief-by-lead": 4 },
    }))
    .unwrap();
    let mut numbers = strategies::seeded(3);
    let mut heaviest_load = 0;
    for _ in 0..300 {
        let assessment = evaluate_under(&strategies::proposal(&mut numbers), &heaviest);
        heaviest_load = heaviest_load.max(assessment.loads().map(|it| it.load.most()).max().unwrap());
    }
    assert!(heaviest_load >= 250_000, "{heaviest_load}");
}

#[test]
fn faults_are_documents_too() {
    let draft: Draft<Proposal> =
        serde_json::from_str(r#"{ "proposed": { "cto": { "remit": ["luck"] } } }"#).unwrap();
    let faults = draft.build().unwrap_err();
    assert!(matches!(faults.as_slice().first().unwrap().kind(), FaultKind::UnknownName(_)));
    let written = serde_json::to_value(&faults).unwrap();
    assert_eq!(written[0]["place"], "proposed.cto.remit[0]");
    assert_eq!(written[0]["code"], "unknown-name");
    assert_eq!(written[0]["problem"], "unknown responsibility `luck`");
    assert_eq!(written[0]["allowed"][0], "product-vision");
    let draft: Draft<Organization> = serde_json::from_str(r#"{ "headcount": 0, "safeguards": 1 }"#).unwrap();
    let written = serde_json::to_value(draft.build().unwrap_err()).unwrap();
    assert_eq!(written[0]["allowed"], serde_json::json!({ "least": 1, "most": u32::MAX }));
    assert!(written[1]["allowed"].as_str().unwrap().starts_with("an object with any of the keys "));
}

/// Remarks and `$schema`, meant for readers and their editors, affect no rule, wherever they are.
#[test]
fn remarks_are_let_stand() {
    let bare = r#"{ "organization": { "stage": "startup", "signals": { "scalability": "managed" } }, "proposed": { "cto": {} } }"#;
    let remarked = r#"{
        "$schema": "https://example.org/proposal.json", "// why": ["a", { "list": 1 }], "// why": "again",
        "organization": { "//": 1, "stage": "startup", "signals": { "//scalability": null, "scalability": "managed" } },
        "proposed": { "cto": { "//": "new" } }
    }"#;
    let read = |document: &str| serde_json::from_str::<Proposal>(document).unwrap();
    assert_eq!(read(remarked), read(bare));
    let toml = "\"$schema\" = 'x'\n\"//\" = 'why'\n[proposed.cto]\n\"// more\" = 2027-01-01\n";
    assert_eq!(toml::from_str::<Proposal>(toml).unwrap(), read(r#"{ "proposed": { "cto": {} } }"#));
    let policy: Policy =
        serde_json::from_str(r#"{ "$schema": "x", "overload-risk": { "//": "why" } }"#).unwrap();
    assert_eq!(policy, Policy::DEFAULT);
    let misplaced = r#"{ "proposed": { "cto": { "$schema": "x", "/": 1 } } }"#;
    assert_eq!(
        faults(misplaced),
        ["proposed.cto[\"$schema\"] unknown-key", "proposed.cto[\"/\"] unknown-key"]
    );
    // A remark does not count as a reason.
    let reason =
        r#"{ "organization": { "signals": { "scalability": { "//": "x" } } }, "proposed": { "cto": {} } }"#;
    assert_eq!(faults(reason), ["organization.signals.scalability missing-key"]);
}

#[test]
fn a_warning_alone_is_a_document() {
    let proposal = WarningCode::OverloadRisk.raised().build().unwrap();
    let warning = explain(&proposal).warning(WarningCode::OverloadRisk).unwrap();
    let written = serde_json::to_value(warning).unwrap();
    assert_eq!(written["code"], "overload-risk");
    assert_eq!(written["role"], "cpto");
    assert_eq!(written["load"]["least"], 116);
    assert_eq!(written["capacity"], 100);
    assert_eq!(written["message"], warning.to_string());
    let remedy = serde_json::to_value(warning.remedies().next().unwrap()).unwrap();
    assert_eq!(written["remedies"][0], remedy);
    assert!(remedy["kind"].is_string() && remedy["text"].is_string(), "{remedy}");
}

/// The lines of the faults of a document.
fn lines(document: &str) -> Vec<String> {
    let draft: Draft<Proposal> = serde_json::from_str(document).unwrap();
    draft.build().unwrap_err().iter().map(ToString::to_string).collect()
}

/// The first faults are kept and the rest counted, and no part of a document causes more faults than that.
#[test]
fn faults_have_a_limit() {
    let zeros = ["0"; 1_000].join(",");
    let document = format!(
        r#"{{ "proposed": {{ "cto": {{ "remit": [{zeros}] }} }}, "organization": {{ "stage": 1 }} }}"#
    );
    let faults = serde_json::from_str::<Draft<Proposal>>(&document).unwrap().build().unwrap_err();
    assert_eq!((faults.as_slice().len(), faults.more()), (Faults::LIMIT, 158));
    assert_eq!(faults.as_slice().last().unwrap().place().to_string(), "proposed.cto.remit[99]");
    assert!(faults.to_string().ends_with("\nand 158 more"));
    let all = FaultLimit::<Proposal>::new(usize::MAX);
    let faults =
        all.deserialize(&mut serde_json::Deserializer::from_str(&document)).unwrap().build().unwrap_err();
    assert_eq!((faults.as_slice().len(), faults.more()), (258, 0));
    let too_many = FaultKind::TooMany { found: 1_000, most: 256 };
    assert_eq!(faults.as_slice().iter().filter(|fault| *fault.kind() == too_many).count(), 1);
}

#[test]
fn faults_come_in_the_order_of_the_document() {
    let document = r#"{
        "trigger": 3,
        "proposed": { "cto": { "other-duties": 101 }, "cpo": { "remit": ["luck"] } },
        "organization": {
            "signals": { "scalability": { "not-applicable": " " }, "collaboration": "good" },
            "not-applicable": { "privacy": "" },
            "stage": "old"
        }
    }"#;
    assert_eq!(
        faults(document),
        [
            "trigger wrong-type",
            "proposed.cto.other-duties out-of-range",
            "proposed.cpo.remit[0] unknown-name",
            "organization.signals.scalability.not-applicable blank-reason",
            "organization.signals.collaboration unknown-name",
            "organization.not-applicable.privacy blank-reason",
            "organization.stage unknown-name",
        ]
    );
}

#[test]
fn misprints_are_answered_with_what_was_meant() {
    let of = |organization: &str| {
        lines(&format!(r#"{{ "proposed": {{ "cto": {{}} }}, "organization": {organization} }}"#))
    };
    let [stage] = of(r#"{ "stage": "Scaleup" }"#).try_into().unwrap();
    assert!(
        stage.starts_with("organization.stage: unknown stage `Scaleup`; did you mean scale-up?; allowed: "),
        "{stage}"
    );
    let [key] = of(r#"{ "head_count": 3 }"#).try_into().unwrap();
    assert!(key.contains("unknown key `head_count`; did you mean headcount?"), "{key}");
    let [far] = of(&format!(r#"{{ "stage": "{}" }}"#, "scale-up".repeat(100_000))).try_into().unwrap();
    assert!(!far.contains("did you mean") && far.len() < 300, "{far}");
}

/// Nothing in a document can harm the reader of its faults.
#[test]
fn what_is_hidden_in_a_document_is_shown() {
    let hostile = "x\u{1b}]0;pwned\u{7}\u{202e}\u{200b}";
    let text = serde_json::to_string(hostile).unwrap();
    let document = format!(
        r#"{{ {text}: 1, "trigger": {text}, "proposed": {{ "cto": {{ "remit": {text}, "other-duties": {text} }}, {text}: {{}} }},
            "organization": {{ "signals": {{ {text}: {text}, "scalability": {text} }} }} }}"#
    );
    let lines = lines(&document);
    assert_eq!(lines.len(), 7);
    for line in lines {
        assert!(line.contains(r"x\u{1b}]0;pwned\u{7}\u{202e}\u{200b}"), "{line}");
        assert!(!line.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{200b}']), "{line}");
    }
}

/// A found value is named as its format calls it.
#[test]
fn numbers_are_named_as_they_are() {
    let headcount = |written: &str| {
        let document =
            format!(r#"{{ "proposed": {{ "cto": {{}} }}, "organization": {{ "headcount": {written} }} }}"#);
        lines(&document).remove(0)
    };
    let precise = |written: &str| headcount(&format!(r#"{{ "$serde_json::private::Number": "{written}" }}"#));
    let at = "organization.headcount: ";
    for (written, found) in
        [("2.5", "the number 2.5"), ("1e30", "the oversized number 1000000000000000000000000000000")]
    {
        assert!(
            headcount(written).starts_with(&format!("{at}{found} is not valid here")),
            "{}",
            headcount(written)
        );
    }
    assert!(headcount("-5").starts_with(&format!("{at}-5 is out of range")));
    for (written, found) in [
        ("-5", "-5 is out of range"),
        ("2.50", "the number 2.50 is not valid here"),
        (&"9".repeat(40), &format!("the oversized number {} is not valid here", "9".repeat(40))),
    ] {
        assert!(precise(written).starts_with(&format!("{at}{found}")), "{}", precise(written));
    }
    assert!(headcount(r#"{ "luck": 1 }"#).starts_with(&format!("{at}an object is not valid here")));
    let draft: Draft<Proposal> =
        toml::from_str("proposed.cto.interim = 2024-08-30\ntrigger = 2024-08-30\nproposed.cpo = 2024-08-30")
            .unwrap();
    let faults = draft.build().unwrap_err();
    assert_eq!(
        faults
            .as_slice()
            .iter()
            .filter(|fault| fault.kind().to_string().contains("the date 2024-08-30"))
            .count(),
        3
    );
}

/// Minus zero is zero, and a yes/no fact may be a range, in every format.
#[test]
fn every_format_says_minus_zero_and_maybe() {
    let expected = Proposal::draft()
        .organization(Organization::draft().regulated(..).safeguard(cpto::Safeguard::FocusTime, true))
        .proposed(Structure::cto(Seat::draft().other_duties(0).interim(..)))
        .build()
        .unwrap();
    let json = r#"{ "proposed": { "cto": { "other-duties": -0, "interim": [false, true] } },
        "organization": { "regulated": [false, true], "safeguards": { "focus-time": [true, true], "product-lead": [false, true] } } }"#;
    assert_eq!(serde_json::from_str::<Proposal>(json).unwrap(), expected);
    assert_eq!(serde_saphyr::from_str::<Proposal>(json).unwrap(), expected);
    let toml = "proposed.cto = { other-duties = -0, interim = [false, true] }
        organization = { regulated = [false, true], safeguards.focus-time = [true, true] }";
    assert_eq!(toml::from_str::<Proposal>(toml).unwrap(), expected);
}

/// Proposals, policies and assessments come back from self-describing binary formats.
#[test]
fn formats_of_bytes_that_describe_themselves() {
    #[track_caller]
    fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
        let mut cbor = Vec::new();
        ciborium::into_writer(value, &mut cbor).unwrap();
        assert_eq!(&ciborium::from_reader::<T, _>(cbor.as_slice()).unwrap(), value);
        for packed in [rmp_serde::to_vec(value).unwrap(), rmp_serde::to_vec_named(value).unwrap()] {
            assert_eq!(&rmp_serde::from_slice::<T>(&packed).unwrap(), value);
        }
    }
    let mut numbers = strategies::seeded(11);
    for _ in 0..50 {
        let proposal = strategies::proposal(&mut numbers);
        comes_back(&proposal);
        comes_back(&evaluate(&proposal));
        comes_back(&strategies::policy(&mut numbers));
    }
    comes_back(&Policy::DEFAULT);
    comes_back(&cpto::policy::Belief::DEFAULT);
    let full: Proposal = serde_json::from_str(FULL).unwrap();
    let mut explained = Vec::new();
    ciborium::into_writer(&explain(&full), &mut explained).unwrap();
    assert_eq!(ciborium::from_reader::<Assessment, _>(explained.as_slice()).unwrap(), evaluate(&full));
}

/// Names and sets also work in a format that does not describe itself. Documents are read by their keys, so such a format
/// refuses them with its own error, whatever the bytes.
#[test]
fn formats_that_do_not_describe_themselves() {
    #[track_caller]
    fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
        let written = postcard::to_allocvec(value).unwrap();
        assert_eq!(&postcard::from_bytes::<T>(&written).unwrap(), value);
    }
    #[track_caller]
    fn is_refused<T: DeserializeOwned + Debug>(written: &[u8]) {
        assert_eq!(postcard::from_bytes::<T>(written).unwrap_err(), postcard::Error::WontImplement);
    }
    WarningCode::ALL.iter().for_each(comes_back);
    Fact::ALL.iter().for_each(comes_back);
    comes_back(&ResponsibilitySet::CORE);

    let full: Proposal = serde_json::from_str(FULL).unwrap();
    let unknown_length = Err(postcard::Error::SerializeSeqLengthUnknown);
    assert_eq!(postcard::to_allocvec(&full), unknown_length);
    assert_eq!(postcard::to_allocvec(&evaluate(&full)), unknown_length);
    let written = postcard::to_allocvec(&Policy::DEFAULT).unwrap();
    for bytes in [&written[..], &[0], &[]] {
        is_refused::<Proposal>(bytes);
        is_refused::<Draft<Proposal>>(bytes);
        is_refused::<Policy>(bytes);
        is_refused::<cpto::policy::Belief>(bytes);
        is_refused::<Assessment>(bytes);
    }
}

/// Results of advice are documents for programs: each entry has its code or its kind, its seat, and its fields.
#[test]
fn advice_is_written() {
    use cpto::advice::chances::chances;
    use cpto::advice::compare::compare;
    use cpto::advice::divide::{Wishes, divide};
    use cpto::advice::repair::{Goal, repair};
    use cpto::advice::watch::watch;
    use cpto::advice::{Limit, ask::ask};
    use cpto::policy::Belief;

    fn written(result: &impl Serialize) -> serde_json::Value {
        let toml = toml::to_string(result);
        assert!(toml.is_ok(), "nothing is null: {toml:?}");
        serde_json::to_value(result).unwrap()
    }
    let policy = &Policy::DEFAULT;
    let (before, after) = (WarningCode::SkillGap.raised(), WarningCode::OverloadRisk.raised());
    let (before, after) = (before.build().unwrap(), after.build().unwrap());

    let comparison = written(&compare(&before, &after, policy));
    for course in comparison["warnings"].as_array().unwrap() {
        assert!(course["code"].is_string() && course["course"].is_string(), "{course}");
        assert!(course["before"]["least"].is_string() && course["after"]["most"].is_string(), "{course}");
    }
    let inquiry = written(&ask(&before, policy, Limit::of(2_000)));
    let question = &inquiry["questions"][0];
    assert!(
        question["fact"].is_string() && question["answers"][0]["verdict"]["most"].is_string(),
        "{question}"
    );
    let watched = written(&watch(&after, policy));
    assert!(watched["loads"][0]["role"] == "cpto" && watched["turns"][0]["at"] != serde_json::Value::Null);
    let goal = Goal::of([WarningCode::KeyPersonDependency], Severity::Low);
    let repairs = written(&repair(&after, policy, goal, Limit::of(2_000), |_, cost| Some(cost)));
    let remedy = &repairs["repairs"][0]["remedies"][0];
    assert!(remedy["kind"].is_string() && remedy["text"].is_string(), "{repairs}");
    let pair = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build().unwrap();
    let division = written(&divide(&pair, &Wishes::default(), policy, Limit::of(2_000)).unwrap());
    assert!(division["best"]["cto"].is_array() && division["proof"]["kind"].is_string(), "{division}");

    // As section 10 of the specification requires.
    let chances = written(&chances(&after, policy, &Belief::DEFAULT, Limit::default()));
    assert_eq!(chances["belief"], "default");
    let whole = |spread: &serde_json::Value| {
        let parts = spread["chances"].as_object().unwrap();
        assert!(spread["exact"].is_boolean() && parts.values().all(|part| part.as_u64() > Some(0)));
        parts.values().filter_map(serde_json::Value::as_u64).sum::<u64>()
    };
    assert_eq!((whole(&chances["verdict"]), whole(&chances["leaders"])), (10_000, 10_000));
    for warning in chances["warnings"].as_array().unwrap() {
        assert!(warning["code"].is_string() && whole(warning) == 10_000, "{warning}");
    }
    let answers = ["clear one", "clear two", "leaning one", "leaning two", "open"];
    assert!(answers.contains(&chances["leaders"]["answer"].as_str().unwrap()));
    let question = &chances["questions"][0];
    assert!(question["fact"].is_string() && question["clarity"].as_u64() <= Some(10_000), "{question}");
}
