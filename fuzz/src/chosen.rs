//! Values chosen by bytes.
//!
//! Nearly every change of a few bytes makes a document invalid, so fuzzing documents hardly gets beyond reading. Here, each
//! pair of bytes is a choice for the strategies of the crate, and every result is valid. Where the bytes end, the quietest
//! choice is made.

use cpto::{Policy, Proposal, evaluate_under, strategies};
use serde_json::Value;

/// Reads bytes as numbers of two bytes each.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks(2).map(|pair| pair.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// Returns the proposal that the bytes choose.
#[must_use]
pub fn proposal(bytes: &[u8]) -> Proposal {
    strategies::proposal(&mut numbers(bytes))
}

/// Returns the policy that the bytes choose.
#[must_use]
pub fn policy(bytes: &[u8]) -> Policy {
    strategies::policy(&mut numbers(bytes))
}

/// Finds the values of a document that are not objects or lists, as JSON pointers.
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

/// Returns a document with some values replaced by others of the same document, so that no evaluation would give it. It is
/// usually refused.
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

/// Returns the document of an assessment with a few values changed.
#[must_use]
pub fn assessment(bytes: &[u8]) -> Option<Value> {
    let (changes, rest) = bytes.split_at_checked(8)?;
    let assessment = evaluate_under(&proposal(rest), &Policy::DEFAULT);
    Some(changed(serde_json::to_value(assessment).ok()?, changes))
}
