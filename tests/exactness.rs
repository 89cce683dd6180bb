//! Are severities exact? All worlds of proposals with a few open facts, one by one.
//!
//! A proposal with every fact known is taken, some facts are opened, and every world of it is written as a document
//! of its own and evaluated. What comes out has to be the range, no wider and no narrower.
#![cfg(feature = "serde")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where its own documents are malformed"
)]

use std::collections::{BTreeMap, BTreeSet};

use cpto::{
    Assessment, BenefitCode, Certainty, Maturity, Proficiency, Proposal, Responsibility, Role, Safeguard,
    Severity, Signal, Skill, Verdict, WarningCode, evaluate,
};
use generated::Numbers;
use serde_json::{Map, Value, json};

#[path = "../benches/generated/mod.rs"]
mod generated;

/// A fact that can be opened: where it is, the values it may have, and how it is stated to be any of them.
struct Slot {
    place: Vec<&'static str>,
    values: Vec<Value>,
    open: Option<Value>,
}

fn names<T: ToString>(names: &[T]) -> Vec<Value> {
    names.iter().map(|name| json!(name.to_string())).collect()
}

/// Every fact of a proposal for such a structure.
fn slots(combined: bool, roles: &[&'static str], divided: bool) -> Vec<Slot> {
    let yes_no = || vec![json!(false), json!(true)];
    let unknown = |place: &[&'static str], values| Slot { place: place.to_vec(), values, open: None };
    let mut slots = vec![
        unknown(&["organization", "stage"], names(cpto::Stage::ALL)),
        unknown(&["organization", "budget"], names(cpto::Budget::ALL)),
        unknown(&["organization", "regulated"], yes_no()),
        unknown(
            &["organization", "headcount"],
            [1, 19, 20, 39, 40, 249, 250, 999, 1_000, 4_999, 5_000].map(|people| json!(people)).to_vec(),
        ),
    ];
    for signal in Signal::ALL {
        slots.push(unknown(&["organization", "signals", signal.as_str()], names(Maturity::ALL)));
    }
    for safeguard in Safeguard::ALL {
        slots.push(unknown(&["organization", "safeguards", safeguard.as_str()], yes_no()));
    }
    if divided {
        slots.push(unknown(&["incumbent"], vec![json!("cto"), json!("cpo"), json!("none")]));
    }
    let range = |place: &[&'static str], values: &[u32]| {
        let open = json!([values.first(), values.last()]);
        Slot {
            place: place.to_vec(),
            values: values.iter().map(|value| json!(value)).collect(),
            open: Some(open),
        }
    };
    for role in roles {
        for skill in Skill::ALL {
            slots.push(unknown(&["proposed", role, "skills", skill.as_str()], names(Proficiency::ALL)));
        }
        slots.push(Slot {
            place: vec!["proposed", role, "interim"],
            values: yes_no(),
            open: Some(json!([false, true])),
        });
        slots.push(range(&["proposed", role, "direct-reports"], &[9, 10, 11, 12, 13, 14, 15, 16, 17]));
        slots.push(range(&["proposed", role, "other-duties"], &[0, 1, 2, 3, 4, 5]));
    }
    if combined {
        slots.push(range(&["proposed", "cpto", "product-attention"], &[30, 31, 32, 33, 34]));
    }
    slots
}

fn set(document: &mut Value, place: &[&str], value: Option<Value>) {
    let Some((last, path)) = place.split_last() else { return };
    let mut at = document;
    for key in path {
        at = at.as_object_mut().expect("an object").entry(*key).or_insert_with(|| json!({}));
    }
    let object: &mut Map<_, _> = at.as_object_mut().expect("an object");
    match value {
        Some(value) => _ = object.insert((*last).to_owned(), value),
        None => _ = object.remove(*last),
    }
}

/// A structure with some remits stated, and some things held elsewhere.
fn structure(numbers: &mut Numbers, roles: &[&'static str]) -> Value {
    let mut structure = json!({});
    for role in roles {
        let remit = if numbers.one_in(2) {
            let share = numbers.below(4) + 1;
            let remit: Vec<_> =
                Responsibility::ALL.iter().filter(|_| numbers.one_in(share)).map(|it| it.as_str()).collect();
            if remit.is_empty() { json!(["delivery", "trade-offs"]) } else { json!(remit) }
        } else {
            json!("conventional")
        };
        set(&mut structure, &[role, "remit"], Some(remit));
    }
    while numbers.one_in(3) {
        let responsibility = numbers.pick(Responsibility::ALL).as_str();
        set(&mut structure, &["elsewhere", responsibility], Some(json!(numbers.pick(cpto::Office::ALL))));
    }
    structure
}

type Found = BTreeMap<(usize, usize), BTreeSet<Severity>>;

/// What an assessment says, as far as worlds are concerned.
fn found(assessment: &Assessment) -> BTreeMap<(usize, usize), [Severity; 2]> {
    let index = |code| WarningCode::ALL.iter().position(|it| *it == code).expect("in the catalogue");
    let role = |role: Option<Role>| role.map_or(0, |role| role as usize + 1);
    let warnings = assessment.warnings().iter();
    warnings
        .map(|it| ((index(it.code()), role(it.role())), [it.severity().least(), it.severity().most()]))
        .collect()
}

fn read(document: &Value) -> Option<Proposal> {
    serde_json::from_value(document.clone()).ok()
}

fn check(numbers: &mut Numbers) -> Option<usize> {
    const FORMS: [&[&str]; 4] = [&["cpto"], &["cto", "cpo"], &["cto"], &["cpo"]];
    let form = FORMS[usize::try_from(numbers.below(8)).expect("small").saturating_sub(4)];
    let combined = form == ["cpto"];
    let mut document = json!({ "proposed": structure(numbers, form) });
    let mut divided = false;
    if numbers.one_in(2) {
        let before = numbers.pick(&FORMS);
        divided = combined != (before == ["cpto"]);
        document["current"] = structure(numbers, before);
    }
    if numbers.one_in(2) {
        document["trigger"] = json!(numbers.pick(cpto::Trigger::ALL));
    }
    // First a world: every fact known, some signals not applicable.
    let slots = slots(combined, form, divided);
    for slot in &slots {
        let absent = slot.place.get(1) == Some(&"signals") && numbers.one_in(10);
        let value = numbers.pick(&(0..slot.values.len()).collect::<Vec<_>>());
        let value =
            if absent { json!({ "not-applicable": "there is none" }) } else { slot.values[value].clone() };
        set(&mut document, &slot.place, Some(value));
    }
    // Then a few of the facts are opened.
    let open: Vec<_> = (0..3).map(|_| numbers.pick(&(0..slots.len()).collect::<Vec<_>>())).collect();
    for &slot in &open {
        set(&mut document, &slots[slot].place, slots[slot].open.clone());
    }
    let whole = evaluate(&read(&document)?);

    let mut worlds = vec![document];
    for &slot in &open {
        let narrowed = |world: &Value| {
            let mut narrowed = Vec::new();
            for value in &slots[slot].values {
                let mut world = world.clone();
                set(&mut world, &slots[slot].place, Some(value.clone()));
                narrowed.push(world);
            }
            narrowed
        };
        worlds = worlds.iter().flat_map(narrowed).collect();
    }
    let mut severities = Found::new();
    let mut verdicts = BTreeSet::new();
    let mut benefits: BTreeMap<usize, usize> = BTreeMap::new();
    let mut count = 0;
    // An incumbent who has no seat is no world.
    for assessment in worlds.iter().filter_map(read).map(|world| evaluate(&world)) {
        count += 1;
        assert!(assessment.verdict().value().is_some(), "a world has one verdict");
        verdicts.insert(assessment.verdict().least());
        for (key, [least, most]) in found(&assessment) {
            assert_eq!(least, most, "a world has one severity");
            let seen = severities.entry(key).or_default();
            seen.insert(least);
        }
        for benefit in assessment.benefits() {
            assert_eq!(benefit.certainty(), Certainty::Certain, "a world has a benefit or not");
            *benefits.entry(benefit.code() as usize).or_default() += 1;
        }
        // Whatever is not reported in a world is none in it.
        for key in found(&whole).keys() {
            if !found(&assessment).contains_key(key) {
                severities.entry(*key).or_default().insert(Severity::None);
            }
        }
    }
    let evidence = WarningCode::InsufficientEvidence as usize;
    let mut exact: BTreeMap<_, _> = severities
        .into_iter()
        .map(|(key, seen)| (key, [*seen.first().expect("one"), *seen.last().expect("one")]))
        .collect();
    let mut ranges = found(&whole);
    // This warning speaks of the evidence, which is another one in each world.
    exact.remove(&(evidence, 0));
    ranges.remove(&(evidence, 0));
    assert_eq!(ranges, exact, "of {count} worlds of {}", worlds[0]);
    let worst: Verdict = *verdicts.last().expect("a world");
    assert_eq!(whole.verdict().most(), worst, "some world is as bad");
    assert!(whole.verdict().least() <= *verdicts.first().expect("a world"), "no world is better");
    for &code in BenefitCode::ALL {
        let expected = match benefits.get(&(code as usize)) {
            None => None,
            Some(seen) if *seen == count => Some(Certainty::Certain),
            Some(_) => Some(Certainty::Possible),
        };
        assert_eq!(whole.benefit(code).map(cpto::Benefit::certainty), expected, "{code} of {}", worlds[0]);
    }
    Some(count)
}

#[test]
fn ranges_are_those_of_the_worlds() {
    let mut numbers = Numbers::new(20_240_830);
    let mut worlds = 0;
    let mut checked = 0;
    for _ in 0..2_000 {
        if let Some(count) = check(&mut numbers) {
            checked += 1;
            worlds += count;
        }
    }
    assert!(checked > 1_500 && worlds > 40_000, "{checked} proposals with {worlds} worlds");
}
