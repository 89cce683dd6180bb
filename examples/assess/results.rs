//! The columns with the results of a row.

use cpto::{Assessment, Form, Severity, Span, WarningCode, WarningKey};

/// The name of the verdict's columns, before the end of the range.
pub(crate) const VERDICT: &str = "verdict";

/// Returns every warning that any proposal can have, with its seat.
pub(crate) fn keys() -> Vec<WarningKey> {
    let of = |code: &WarningCode| {
        let code = *code;
        let forms = [Form::Pair, Form::Combined].into_iter().take(if code.is_of_seat() { 2 } else { 1 });
        forms.flat_map(WarningKey::all).filter(move |key| key.code == code)
    };
    WarningCode::ALL.iter().flat_map(of).collect()
}

/// Returns the name of a warning's columns, before the end of the range.
pub(crate) fn name(key: WarningKey) -> String {
    key.role.map_or(key.code.to_string(), |role| format!("{}.{role}", key.code))
}

/// Returns the columns for the two ends of a range.
pub(crate) fn ends(name: &str) -> [String; 2] {
    [format!("{name}.least"), format!("{name}.most")]
}

/// Returns the severity of a warning, or nothing if there is no such seat.
pub(crate) fn severity(assessment: &Assessment, key: WarningKey) -> Option<Span<Severity>> {
    let is_there = key.role.is_none_or(|role| assessment.form().roles().contains(&role));
    is_there.then(|| assessment.severity(key))
}
