//! What a document says to its readers alone, when it is written again.

use serde_json::Value;

/// Puts the remarks of a document, and the schema that it names, to the same places of what it has become. What was said of something
/// that is gone goes with it.
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
