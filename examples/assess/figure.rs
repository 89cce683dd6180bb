//! Figures, in the text form of documents, given instead of a level.

use cpto::measures::{Measure, Practice};
use cpto::{Draft, Fault, FaultKind, Proposal, Shape, Signal};
use serde_json::{Map, Value, json};

use crate::lines::said;
use crate::measured;

/// Lists the figures that can be given for a signal: the title of each, and its form with the required fields.
pub(crate) fn forms(signal: Signal) -> Vec<String> {
    let is_practice = signal.as_str().parse::<Practice>().is_ok();
    let informs = |measure: &&Measure| measure.signal().map_or(is_practice, |of| of == signal);
    Measure::ALL.iter().filter(informs).map(|measure| form(*measure, signal)).collect()
}

/// Derives the form from the document reader: from the keys that it reports as missing, and from what it allows there.
fn form(measure: Measure, signal: Signal) -> String {
    let faults = |fields: Value| {
        let document = json!({ "organization": { "measures": { measure.as_str(): fields } }, "proposed": { "cto": {} } });
        read(document).err().unwrap_or_default()
    };
    let missing = faults(json!({})).into_iter().filter_map(|fault| match fault.kind() {
        FaultKind::MissingKey { missing } => Some(*missing),
        _ => None,
    });
    let field = |key: &str| {
        let value = match faults(json!({ key: [] })).iter().map(Fault::kind).find(|it| !is_missing(it)) {
            Some(FaultKind::WrongType { allowed: Shape::Name(allowed), .. }) => {
                let own = allowed.iter().filter(|name| **name == signal.as_str());
                let names: Vec<_> =
                    if own.clone().count() > 0 { own.collect() } else { allowed.iter().collect() };
                names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" or ")
            }
            Some(FaultKind::WrongType { allowed: Shape::TrueOrFalse, .. }) => "true or false".to_owned(),
            _ => "N".to_owned(),
        };
        format!("{key} = {value}")
    };
    let fields: Vec<_> = missing.map(field).collect();
    format!("{}: {measure} = {{ {} }}", measure.title(), fields.join(", "))
}

fn is_missing(kind: &FaultKind) -> bool {
    matches!(kind, FaultKind::MissingKey { .. })
}

fn read(document: Value) -> Result<Proposal, Vec<Fault>> {
    let draft: Draft<Proposal> = serde_json::from_value(document).map_err(|_| Vec::new())?;
    draft.build().map_err(|faults| faults.as_slice().to_vec())
}

/// Returns the proposal with a figure added and the level of its signal removed, or what is wrong.
pub(crate) fn stated(proposal: &Proposal, signal: Signal, line: &str) -> Result<Proposal, Vec<String>> {
    let figures: Map<String, Value> = toml::from_str(line).map_err(|error| vec![said(error.message())])?;
    let mut document = serde_json::to_value(proposal).map_err(|error| vec![said(&error.to_string())])?;
    if let Some(root) = document.as_object_mut() {
        let organization = root.entry("organization").or_insert_with(|| json!({}));
        if let Some(signals) = organization.get_mut("signals").and_then(Value::as_object_mut) {
            signals.remove(signal.as_str());
        }
        if let Some(organization) = organization.as_object_mut() {
            let measures = organization.entry("measures").or_insert_with(|| json!({}));
            for (name, figure) in figures {
                let Some(measures) = measures.as_object_mut() else { continue };
                let known = measures.entry(name).or_insert_with(|| json!([]));
                *known = [known.take(), figure].into_iter().flat_map(listed).collect();
            }
        }
    }
    let told =
        |fault: &Fault| format!("{}: {}. Allowed: {}.", fault.place(), fault.kind(), fault.kind().allowed());
    let built = read(document).map_err(|faults| faults.iter().map(told).collect::<Vec<_>>())?;
    let readings = built.organization().readings();
    if readings.of(signal).count() > proposal.organization().readings().of(signal).count() {
        return Ok(built);
    }
    let refused: Vec<_> = measured::refused(readings).collect();
    Err(if refused.is_empty() {
        vec![format!("That figure says nothing about {signal:#}.")]
    } else {
        refused
    })
}

/// Returns a list of figures, also for a single figure.
fn listed(value: Value) -> Vec<Value> {
    match value {
        Value::Array(list) => list,
        one => vec![one],
    }
}
