//! Documents as text, and as values whose places can be changed.

use cpto::{Draft, Escaped, Faults, Proposal};
use serde_json::{Map, Value};

/// The most lines that are shown of a list of faults or of a parser's message.
const LINES: usize = 8;

/// Reads the proposal of a JSON text or of a case file.
///
/// # Errors
/// What is wrong with it, one fault per line.
pub(crate) fn read(text: &str) -> Result<Proposal, String> {
    let case = serde_json::from_str::<Value>(text).ok().filter(|case| case.get("expect").is_some());
    match case.as_ref().and_then(|case| case.get("proposal")) {
        Some(proposal) => of(proposal),
        None => of_text(text),
    }
}

/// Reads the proposal of a parsed document. Everything goes through text, so that the page has code for one reader only.
fn of(document: &Value) -> Result<Proposal, String> {
    of_text(&document.to_string())
}

fn of_text(json: &str) -> Result<Proposal, String> {
    let draft: Draft<Proposal> = serde_json::from_str(json).map_err(|error| said(&error.to_string()))?;
    draft.build().map_err(|faults| listed(&faults))
}

pub(crate) fn document(proposal: &Proposal) -> Value {
    // JSON can hold everything that a proposal has.
    serde_json::to_value(proposal).unwrap_or_default()
}

/// Returns the proposal with some places changed or removed.
///
/// # Errors
/// What would be wrong with it, one fault per line.
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

/// Puts a value at a place, and creates missing objects on the way; without a value, removes the place.
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

/// Makes a parser's message harmless; it may quote the document over several lines.
fn said(message: &str) -> String {
    message
        .trim_end()
        .lines()
        .take(LINES)
        .map(|line| Escaped(line).to_string())
        .collect::<Vec<_>>()
        .join("\n")
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
