//! Keeping the remarks of a document when it is written again.

use serde_json::Value;

/// Copies the remarks of a document, and the schema that it names, to the same places of its new version. A remark about
/// something that is gone is dropped.
pub(crate) fn keep_remarks(from: &Value, to: &mut Value) {
    match (from, to) {
        (Value::Object(from), Value::Object(to)) => {
            for (key, value) in from {
                if key.starts_with("//") || key == "$schema" {
                    to.insert(key.clone(), value.clone());
                } else if let Some(to) = to.get_mut(key) {
                    keep_remarks(value, to);
                }
            }
        }
        (Value::Array(from), Value::Array(to)) => {
            from.iter().zip(to).for_each(|(from, to)| keep_remarks(from, to));
        }
        _ => {}
    }
}
