//! What was found in a document, and what is allowed there?

use core::fmt;

use alloc::string::String;

use crate::vocabulary::escaped::Escaped;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::word::Word;

/// The value found where another kind of value is required.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use cpto::{Draft, FaultKind, Found, Organization, Shape};
///
/// let draft: Draft<Organization> = serde_json::from_str(r#"{ "headcount": "many" }"#)?;
/// let faults = draft.build().unwrap_err();
/// let FaultKind::WrongType { found: Found::Text(text), allowed: Shape::Integer } = faults.as_slice()[0].kind() else {
///     unreachable!()
/// };
/// assert_eq!(text, "many");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Found {
    /// `null`, or the equivalent in another format.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Integer(i128),
    /// A number with a fraction or an exponent, as written.
    Fraction(String),
    /// An integer that is too large for any fact, as written.
    TooLarge(String),
    /// A date or a time of a format such as TOML, as written.
    Date(String),
    /// A text.
    Text(String),
    /// A list.
    List,
    /// An object.
    Object,
    /// Bytes.
    Bytes,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Fraction(written) => write!(f, "the number {}", Escaped(written)),
            Self::TooLarge(written) => write!(f, "the oversized number {}", Escaped(written)),
            Self::Date(written) => write!(f, "the date {}", Escaped(written)),
            Self::Text(text) => write!(f, "the text \"{}\"", Escaped(text)),
            Self::List => f.write_str("a list"),
            Self::Object => f.write_str("an object"),
            Self::Bytes => f.write_str("binary data"),
        }
    }
}

/// The kind of value allowed at a place in a document.
///
/// ```
/// use cpto::Shape;
///
/// assert_eq!(Shape::Threshold.to_string(), "an integer, or \"never\"");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// An object with any of these keys.
    Object(&'static [&'static str]),
    /// A remit: `"conventional"`, or a list of responsibilities.
    Remit,
    /// One of these names.
    Name(&'static [&'static str]),
    /// A list.
    List,
    /// A text.
    Text,
    /// A date, such as `2027-06-30`.
    Date,
    /// An integer.
    Integer,
    /// `true` or `false`.
    TrueOrFalse,
    /// The skill level that a policy requires of a role: a proficiency, or `"not-needed"`.
    Need,
    /// A threshold in a policy: an integer, or `"never"`.
    Threshold,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed = |names: &[&str]| names.join(", ");
        match self {
            Self::Object([key]) => write!(f, "an object with the key {key}"),
            Self::Object(keys) => write!(f, "an object with any of the keys {}", listed(keys)),
            Self::Remit => f.write_str("\"conventional\", or a list of responsibilities"),
            Self::Name(names) => f.write_str(&listed(names)),
            Self::List => f.write_str("a list"),
            Self::Text => f.write_str("a text"),
            Self::Date => f.write_str("a date, such as 2027-06-30"),
            Self::Integer => f.write_str("an integer"),
            Self::TrueOrFalse => f.write_str("true or false"),
            Self::Need => write!(f, "{}, or not-needed", listed(Proficiency::NAMES)),
            Self::Threshold => f.write_str("an integer, or \"never\""),
        }
    }
}
