//! Documents as text, and as values in which one place is changed.

use cpto::{Draft, Faults, Proposal, Shown};
use serde_json::{Map, Value};

/// How many lines are told of what a parser says.
const LINES: usize = 8;

/// The proposal of a text in JSON, or of one in the file of a case.
///
/// # Errors
/// What is wrong with it, a line each.
pub(crate) fn read(text: &str) -> Result<Proposal, String> {
    let case = serde_json::from_str::<Value>(text).ok().filter(|case| case.get("expect").is_some());
    match case.as_ref().and_then(|case| case.get("proposal")) {
        Some(proposal) => of(proposal),
        None => of_text(text),
    }
}

/// The proposal of a document that was taken apart. All go the same way, which is the only one that there is code for.
fn of(document: &Value) -> Result<Proposal, String> {
    of_text(&document.to_string())
}

fn of_text(json: &str) -> Result<Proposal, String> {
    let draft: Draft<Proposal> = serde_json::from_str(json).map_err(|error| said(&error.to_string()))?;
    draft.build().map_err(|faults| listed(&faults))
}

pub(crate) fn document(proposal: &Proposal) -> Value {
    // There is nothing in a proposal that JSON could not say.
    serde_json::to_value(proposal).unwrap_or_default()
}

/// The proposal with something else at some places, or with nothing there.
///
/// # Errors
/// What would be wrong with it, a line each.
pub(crate) fn changed(
    proposal: &Proposal,
    changes: impl IntoIterator<Item = (String, Option<Value>)>,
) -> Result<Proposal, String> {
    let mut document = document(proposal);
    for (place, value) in changes {
        put(&mut document, &place, value);
    }
    of(&document)
}

/// Puts a value where a place leads, through objects that are made where they are missing, or takes it away.
fn put(within: &mut Value, place: &str, value: Option<Value>) {
    let Some(object) = within.as_object_mut() else { return };
    match (place.split_once('.'), value) {
        (Some((step, rest)), value) => {
            put(object.entry(step).or_insert_with(|| Map::new().into()), rest, value);
        }
        (None, Some(value)) => drop(object.insert(place.to_owned(), value)),
        (None, None) => drop(object.remove(place)),
    }
}

/// What a parser says, which may quote the document over several lines.
fn said(message: &str) -> String {
    message.trim_end().lines().take(LINES).map(|line| Shown(line).to_string()).collect::<Vec<_>>().join("\n")
}

fn listed(faults: &Faults) -> String {
    let mut lines = Vec::new();
    for fault in faults.iter().take(LINES) {
        let (place, allowed) = (fault.place().to_string(), fault.kind().allowed());
        let behind = if allowed.is_empty() { String::new() } else { format!(" (allowed: {allowed})") };
        let before = if place.is_empty() { String::new() } else { format!("{place}: ") };
        lines.push(format!("{before}{}{behind}", fault.kind()));
    }
    let more = (faults.as_slice().len() + faults.more()).saturating_sub(lines.len());
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines.join("\n")
}
