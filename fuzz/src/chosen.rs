//! What bytes choose.
//!
//! Nearly every change of a few bytes makes a document one that is refused, so that fuzzing documents hardly gets beyond
//! reading. Here two bytes each choose what is said, by the strategies of the crate, and all that is chosen is accepted.
//! Where the bytes end, everything is at its quietest.

use cpto::{Policy, Proposal, evaluate_under, strategies};
use serde_json::Value;

/// The numbers that bytes are: two each.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks(2).map(|pair| pair.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// The proposal that they choose.
#[must_use]
pub fn proposal(bytes: &[u8]) -> Proposal {
    strategies::proposal(&mut numbers(bytes))
}

/// The policy that they choose.
#[must_use]
pub fn policy(bytes: &[u8]) -> Policy {
    strategies::policy(&mut numbers(bytes))
}

/// Where the values are in a document that are no objects or lists, as JSON pointers.
fn leaves(at: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| leaves(&format!("{at}/{key}"), value, found))
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| leaves(&format!("{at}/{index}"), value, found));
        }
        _ => found.push(at.to_owned()),
    }
}

/// A document with values changed for others of it, or moved by a number: what a proposal, a policy or an assessment says
/// and no evaluation gives. It is mostly refused.
#[must_use]
pub fn changed(mut document: Value, bytes: &[u8]) -> Value {
    let mut values = Vec::new();
    leaves("", &document, &mut values);
    let mut numbers = numbers(bytes);
    let mut place = || values.get((numbers.next()? as usize).checked_rem(values.len())?);
    while let (Some(at), Some(other)) = (place(), place()) {
        let other = document.pointer(other).cloned().unwrap_or_default();
        if let Some(value) = document.pointer_mut(at) {
            *value = other;
        }
    }
    document
}

/// The document of an assessment with a few values changed.
#[must_use]
pub fn assessment(bytes: &[u8]) -> Option<Value> {
    let (changes, rest) = bytes.split_at_checked(8)?;
    let assessment = evaluate_under(&proposal(rest), &Policy::DEFAULT);
    Some(changed(serde_json::to_value(assessment).ok()?, changes))
}
