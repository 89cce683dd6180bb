//! A flat form of proposals: a table row with a column for each place of a document.
//!
//! A column has the name of the place that it fills, so a row becomes a document, which the document reader checks. The
//! columns `current` and `proposed` hold the form of the structure, which determines its seats.

use std::collections::BTreeMap;

use cpto::{Draft, Fault, FaultKind, Form, Proposal, Role, Shape, Structure};
use serde::de::value::MapDeserializer;
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde_json::Value;

/// Separates the names of a list.
const SEPARATOR: char = ';';
/// Separates the two ends of a range.
const RANGE: &str = "..";
/// The columns that hold the form of a structure.
const STRUCTURES: [&str; 2] = ["current", "proposed"];
const CONVENTIONAL: &str = "conventional";

/// The kind of content in the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The form of a structure, which determines its seats.
    Form,
    /// A list of names.
    Names,
    /// A text, taken as it is.
    Text,
    /// A number, a name, true or false, or a range of these.
    Value,
}

impl Kind {
    /// Returns the kind of a place. The document reader checks whether there is such a place.
    fn of(place: &str) -> Self {
        let (outer, last) = place.rsplit_once('.').unwrap_or(("", place));
        match last {
            _ if STRUCTURES.contains(&place) => Self::Form,
            "trigger" | "remit" => Self::Names,
            "name" | "not-applicable" | "of" | "period" => Self::Text,
            _ if outer == "organization.not-applicable" => Self::Text,
            _ => Self::Value,
        }
    }

    /// Reads a cell, or returns nothing if it is empty and so unknown.
    fn read(self, cell: &str) -> Option<Value> {
        let written = if self == Self::Text { cell } else { cell.trim() };
        if written.is_empty() {
            return None;
        }
        Some(match self {
            Self::Names if written != CONVENTIONAL => written.split(SEPARATOR).map(str::trim).collect(),
            Self::Value => match written.split_once(RANGE) {
                Some((least, most)) => Value::Array(vec![value(least), value(most)]),
                None => value(written),
            },
            _ => written.into(),
        })
    }
}

/// Reads a number, true or false, or a name. Spreadsheets write TRUE and FALSE.
fn value(written: &str) -> Value {
    let written = written.trim();
    for (name, truth) in [("false", false), ("true", true)] {
        if written.eq_ignore_ascii_case(name) {
            return truth.into();
        }
    }
    // Most cells are names, which need no parsing.
    let may_be_number = written.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    let number =
        may_be_number.then(|| serde_json::from_str::<serde_json::Number>(&written.to_ascii_lowercase()));
    number.and_then(Result::ok).map_or_else(|| written.into(), Value::Number)
}

/// A column of a table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    name: String,
    kind: Kind,
}

impl Column {
    /// Returns the columns with these names, or what is wrong with each invalid name.
    pub(crate) fn all<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Vec<Self>, Vec<String>> {
        let (mut columns, mut wrong) = (Vec::<Self>::new(), Vec::new());
        for name in names {
            let column = Self { name: name.to_owned(), kind: Kind::of(name) };
            if columns.iter().any(|other| other.name == name) {
                wrong.push(format!("the column `{}` appears twice", cpto::Escaped(name)));
            } else if let Some(why) = column.unknown() {
                wrong.push(format!("unknown column `{}`{why}", cpto::Escaped(name)));
            }
            columns.push(column);
        }
        if wrong.is_empty() { Ok(columns) } else { Err(wrong) }
    }

    /// Returns why there is no such column: documents have no such place, or have a whole object there.
    fn unknown(&self) -> Option<String> {
        if self.kind == Kind::Form {
            return None;
        }
        let mut document = Said::NOTHING;
        let probe = if self.kind == Kind::Text { "probe".into() } else { Value::Bool(true) };
        document.put(&self.name, Said::Value(probe)).ok()?;
        let faults = Draft::<Proposal>::deserialize(document).ok()?.build().err()?;
        faults.iter().find_map(|fault| {
            let place = fault.place().to_string();
            let (is_here, is_around) = (place == self.name, is_within(&self.name, &place));
            match fault.kind() {
                kind @ FaultKind::UnknownKey { .. } => Some(format!(": {kind}")),
                FaultKind::WrongType { allowed: Shape::Object(_), .. } if is_here => {
                    Some(format!(": `{place}` has parts, each with its own column"))
                }
                FaultKind::WrongType { .. } | FaultKind::UnknownName(_) if is_around && !is_here => {
                    Some(format!(": `{place}` has no parts"))
                }
                _ => None,
            }
        })
    }
}

/// Whether a place is equal to another place or inside it.
fn is_within(place: &str, outer: &str) -> bool {
    place.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The content of a row at a place of its document, which the document reader takes as it is.
enum Said<'a> {
    Value(Value),
    Parts(Vec<(&'a str, Self)>),
}

impl<'a> Said<'a> {
    const NOTHING: Self = Self::Parts(Vec::new());

    /// Puts a value at a place, unless another value is there or around it.
    fn put(&mut self, place: &'a str, said: Self) -> Result<(), ()> {
        let (step, rest) = place.split_once('.').map_or((place, None), |(step, rest)| (step, Some(rest)));
        let Self::Parts(parts) = self else { return Err(()) };
        // Related columns are usually next to each other.
        let found = parts.iter_mut().rev().find(|(name, _)| *name == step);
        match (found, rest) {
            (Some((_, inner)), Some(rest)) => return inner.put(rest, said),
            (Some(_), None) => return Err(()),
            (None, None) => parts.push((step, said)),
            (None, Some(rest)) => {
                let mut inner = Self::NOTHING;
                inner.put(rest, said)?;
                parts.push((step, inner));
            }
        }
        Ok(())
    }
}

impl IntoDeserializer<'_, serde_json::Error> for Said<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Said<'_> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Self::Value(value) => value.deserialize_any(visitor),
            Self::Parts(parts) => MapDeserializer::new(parts.into_iter()).deserialize_any(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// What is wrong with a row: the column, or a place that no column fills, and the problem.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) place: String,
    pub(crate) problem: String,
}

impl Wrong {
    fn of(column: &Column, problem: String) -> Self {
        Self { place: format!("column {}", column.name), problem }
    }

    /// Translates a fault of the document reader to the table; the first part is the position of the column.
    fn seen(columns: &[Column], fault: &Fault) -> (usize, Self) {
        let (place, kind) = (fault.place().to_string(), fault.kind());
        let around = columns.iter().enumerate().filter(|(_, column)| is_within(&place, &column.name));
        let nearest = around.max_by_key(|(_, column)| column.name.len());
        let problem = format!("{kind}; allowed: {}", kind.allowed());
        match nearest {
            Some((position, column)) => (position, Self::of(column, problem)),
            None => (columns.len(), Self { place, problem }),
        }
    }
}

/// Returns the proposal of a row, or everything that is wrong with it. There must be a cell for each column.
pub(crate) fn proposal(columns: &[Column], cells: &[&str]) -> Result<Proposal, Vec<Wrong>> {
    let mut document = Said::NOTHING;
    let mut forms = BTreeMap::new();
    let mut wrong = Vec::new();
    // Most cells of a wide table are empty.
    let filled = columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    let said = filled.filter_map(|(column, cell)| Some((column, column.kind.read(cell)?)));
    let (seats, said): (Vec<_>, Vec<_>) = said.partition(|(column, _)| column.kind == Kind::Form);
    // The seats come first, so that values for a seat find it.
    for (column, said) in seats {
        match said.as_str().unwrap_or_default().parse::<Form>() {
            Ok(form) => {
                let seats = form.roles().iter().map(|role| (role.as_str(), Said::NOTHING));
                _ = document.put(&column.name, Said::Parts(seats.collect()));
                forms.insert(column.name.as_str(), form);
            }
            Err(unknown) => {
                let problem = format!("{unknown}; allowed: {}", unknown.allowed.join(", "));
                wrong.push(Wrong::of(column, problem));
            }
        }
    }
    for (column, said) in said {
        let mut steps = column.name.split('.');
        if let Some(form) = steps.next().and_then(|structure| forms.get(structure)) {
            let role = steps.next().and_then(|seat| seat.parse::<Role>().ok());
            if let Some(role) = role.filter(|role| !form.roles().contains(role)) {
                let problem = format!("the form {form} has no {role} seat; allowed: an empty cell");
                wrong.push(Wrong::of(column, problem));
                continue;
            }
        }
        if document.put(&column.name, Said::Value(said)).is_err() {
            let problem = "contradicts another column; allowed: one of the two";
            wrong.push(Wrong::of(column, problem.to_owned()));
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let malformed =
        |error: serde_json::Error| vec![Wrong { place: "the row".to_owned(), problem: error.to_string() }];
    let draft = Draft::<Proposal>::deserialize(document).map_err(malformed)?;
    draft.build().map_err(|faults| {
        let more = (faults.more() > 0).then(|| Wrong {
            place: "the row".to_owned(),
            problem: format!("{} more faults", faults.more()),
        });
        let mut seen: Vec<_> = faults.iter().map(|fault| Wrong::seen(columns, fault)).collect();
        seen.sort_by_key(|(position, _)| *position);
        seen.into_iter().map(|(_, wrong)| wrong).chain(more).collect()
    })
}

/// Returns the non-empty cells of a proposal by the names of their columns, or the places that a row cannot hold: several
/// figures of a measure, and an empty text.
pub(crate) fn row(proposal: &Proposal) -> Result<BTreeMap<String, String>, Vec<String>> {
    let (mut cells, mut unsaid) = (BTreeMap::new(), Vec::new());
    match serde_json::to_value(proposal) {
        Ok(document) => flatten(&document, "", &mut cells, &mut unsaid),
        Err(error) => unsaid.push(error.to_string()),
    }
    let mut form = |column: &str, structure: Option<&Structure>| {
        structure.map(|structure| cells.insert(column.to_owned(), structure.form().to_string()));
    };
    form("current", proposal.current());
    form("proposed", Some(proposal.proposed()));
    if unsaid.is_empty() { Ok(cells) } else { Err(unsaid) }
}

fn flatten(said: &Value, place: &str, cells: &mut BTreeMap<String, String>, unsaid: &mut Vec<String>) {
    if let Value::Object(inner) = said {
        for (key, said) in inner {
            let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            flatten(said, &place, cells, unsaid);
        }
        return;
    }
    match written(Kind::of(place), said).filter(|cell| !cell.is_empty()) {
        Some(cell) => _ = cells.insert(place.to_owned(), cell),
        None => unsaid.push(place.to_owned()),
    }
}

/// Writes a value of a document as a cell, or returns nothing if no cell can hold it.
fn written(kind: Kind, said: &Value) -> Option<String> {
    Some(match said {
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => said.to_string(),
        Value::Array(parts) => {
            let written: Option<Vec<_>> = parts.iter().map(|part| written(kind, part)).collect();
            written?.join(if kind == Kind::Names { "; " } else { RANGE })
        }
        Value::Null | Value::Object(_) => return None,
    })
}
