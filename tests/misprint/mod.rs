//! Documents of proposals with exactly one thing wrong.
#![expect(clippy::expect_used, reason = "a test stops if something is missing")]

use cpto::{Change, Form, Proposal, Role, Signal};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

/// A document with one thing wrong, and the fault that must be found.
#[derive(Clone, Debug)]
pub(crate) struct Misprint {
    /// The document, in JSON.
    pub(crate) document: String,
    /// The place of the fault.
    pub(crate) place: String,
    /// The code of the fault.
    pub(crate) code: &'static str,
}

/// Marks a repeated key until the document is text.
const AGAIN: &str = "again: ";

/// A document of a proposal with exactly one fault: an unknown or repeated key or name, a value of a wrong type or out of
/// range, a range that is reversed or does not have two ends, an empty remit, or a contradiction between parts that the
/// proposal makes possible.
pub(crate) fn misprints(proposal: &Proposal) -> impl Strategy<Value = Misprint> + use<> {
    let document = serde_json::to_value(proposal).expect("it can be written");
    let mut all = Vec::new();
    find(&document, &mut Vec::new(), &mut all);
    of_the_whole(proposal, &document, &mut all);
    any::<Index>().prop_map(move |index| {
        let (path, other, inner, code) = index.get(&all).clone();
        let mut document = document.clone();
        let found = path.iter().try_fold(&mut document, |value, step| match step {
            Step::Key(key) => value.get_mut(key),
            Step::Item(index) => value.get_mut(index),
        });
        *found.expect("the path was found") = other;
        let document = document.to_string().replace(AGAIN, "");
        let steps = path.iter().chain(&inner).map(|step| match step {
            Step::Key(key) => format!(".{key}"),
            Step::Item(index) => format!("[{index}]"),
        });
        let place: String = steps.collect();
        Misprint { document, place: place.trim_start_matches('.').to_owned(), code }
    })
}

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Item(usize),
}

/// The place of a value, its replacement, the place of the fault in the replacement, and the code of the fault.
type Edit = (Vec<Step>, Value, Option<Step>, &'static str);

fn with(map: &Map<String, Value>, key: &str, value: Value) -> Value {
    let mut map = map.clone();
    map.insert(key.to_owned(), value);
    Value::Object(map)
}

/// The faults that are possible at each value, whatever the rest of the document says.
fn find(value: &Value, path: &mut Vec<Step>, all: &mut Vec<Edit>) {
    let key = |steps_up: usize| match path.iter().rev().nth(steps_up) {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    let is_reason = key(0) == "not-applicable" || key(1) == "not-applicable";
    // Figures may be a list, and their numbers as large as can be; a net figure may be below zero.
    let is_measured = matches!(path.get(1), Some(Step::Key(key)) if key == "measures");
    let is_text = is_reason || key(0) == "name" || is_measured && matches!(key(0), "of" | "period");
    let is_net = is_measured && key(0).starts_with("net-");
    let is_signal = key(1) == "signals";
    let mut add = |other: Value, code| all.push((path.clone(), other, None, code));
    match value {
        Value::String(_) if is_text => {
            add(Value::Null, "wrong-type");
            add(json!(7), "wrong-type");
            if is_reason {
                add(json!(" \t"), "blank-reason");
            }
        }
        Value::String(_) => {
            add(json!("nonsense"), "unknown-name");
            add(Value::Null, "wrong-type");
        }
        Value::Bool(_) => {
            add(Value::Null, "wrong-type");
            add(json!("yes"), "wrong-type");
        }
        Value::Number(_) => {
            add(if is_net { json!(u64::MAX) } else { json!(-1) }, "out-of-range");
            if !is_measured {
                add(json!(1_u64 << 40), "out-of-range");
            }
            add(json!("1"), "wrong-type");
        }
        Value::Array(items) if matches!(key(0), "remit" | "trigger") => {
            add(json!([]), if key(0) == "remit" { "empty-remit" } else { "empty-list" });
            let again: Vec<_> = items.iter().chain(items.first()).collect();
            all.push((path.clone(), json!(again), Some(Step::Item(items.len())), "repeated-name"));
        }
        Value::Array(_) if is_measured => {}
        Value::Array(items) => {
            add(items.iter().rev().cloned().collect(), "reversed-range");
            add(json!([]), "range-length");
            add(items.iter().chain(items.first()).cloned().collect(), "range-length");
        }
        Value::Object(map) => {
            // A signal may also be a range, so a list there is a different fault; figures may be a list.
            // A missing structure or seat invalidates statements elsewhere, which are other faults.
            if !path.is_empty()
                && !matches!(key(0), "current" | "proposed" | "cto" | "cpo" | "cpto")
                && !is_signal
                && (!is_measured || path.len() == 2)
            {
                add(json!([]), "wrong-type");
            }
            let mut add = |key: &str, other, code| {
                all.push((path.clone(), other, Some(Step::Key(key.to_owned())), code));
            };
            if !is_reason || map.is_empty() {
                add("nonsense", with(map, "nonsense", json!(true)), "unknown-key");
            }
            if let Some((first, value)) = map.iter().next() {
                let again = with(map, &format!("{AGAIN}{first}"), value.clone());
                add(first, again, "repeated-key");
            }
        }
        Value::Null => {}
    }
    let steps = match value {
        Value::Object(map) => map.iter().map(|(key, value)| (Step::Key(key.clone()), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, value)| (Step::Item(index), value)).collect()
        }
        _ => Vec::new(),
    };
    for (step, value) in steps {
        path.push(step);
        find(value, path, all);
        path.pop();
    }
}

/// The faults that are possible between the parts of a proposal.
fn of_the_whole(proposal: &Proposal, document: &Value, all: &mut Vec<Edit>) {
    let mut add = |path: &[&str], key: &str, value: Option<Value>, code| {
        let pointer: String = path.iter().flat_map(|key| ["/", key]).collect();
        let Some(Value::Object(map)) = document.pointer(&pointer) else { return };
        let mut map = map.clone();
        match value {
            Some(value) => map.insert(key.to_owned(), value),
            None => map.remove(key),
        };
        let path = path.iter().map(|key| Step::Key((*key).to_owned())).collect();
        all.push((path, Value::Object(map), Some(Step::Key(key.to_owned())), code));
    };
    if proposal.incumbent().is_none() {
        add(&[], "proposed", None, "no-seat");
    }
    if !matches!(proposal.change(), Change::Merge | Change::Split) {
        add(&[], "incumbent", Some(json!("none")), "incumbent-of-change");
    }
    let organization = proposal.organization();
    for signal in Signal::ALL {
        if organization.readings().of(*signal).next().is_some() {
            let stated = Some(json!("defined"));
            add(&["organization", "signals"], signal.as_str(), stated, "also-measured");
        }
    }
    let form = proposal.proposed().form();
    for (role, seat) in proposal.proposed().seats() {
        let at = ["proposed", role.as_str()];
        if proposal.current().is_none_or(|current| current.seat(role).is_none()) {
            add(&at, "newcomer", Some(json!([false, true])), "newcomer-without-seat");
        }
        for (other, name) in [(Role::Cto, "cto"), (Role::Cpo, "cpo")] {
            if form != Form::Combined && proposal.proposed().seat(other).is_none() {
                add(&at, "reports-to", Some(json!(name)), "reports-to-no-seat");
            }
        }
        if seat.stated_remit().is_none() && role != Role::Cpto {
            let field = if role == Role::Cto { "technology" } else { "product" };
            add(&["proposed", "elsewhere"], field, Some(json!("ceo")), "field-beside-conventional");
        }
    }
    if form != Form::Combined {
        add(&["proposed"], "cpto", Some(json!({})), "cpto-beside");
    }
    if matches!(form, Form::Pair | Form::LoneCpo) {
        add(&["proposed", "cpo"], "product-attention", Some(json!(50)), "attention-outside-combined");
    }
}
