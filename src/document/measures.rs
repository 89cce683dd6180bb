//! The form of figures: under the name of each measure an object, or a list of them.

use alloc::vec::Vec;

use serde::de::Deserializer;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::assessment::field_or_absent;
use super::node::Node;
use super::proposal::text;
use super::read::{Read, Reader, name, position, whole};
use super::write::{Entries, Text};
use crate::input::draft::Draft;
use crate::input::fault::{Fault, FaultKind, Shape};
use crate::measures::figure::Figure;
use crate::measures::readings::Readings;
use crate::measures::sheet::{Kind, Measure, Sheet, Values};
use crate::model::organization::Organization;

/// Reads a figure of a measure.
fn figure(measure: Measure, node: &Node<'_>, reader: &mut Reader) -> Option<Figure> {
    let Node::Map(entries) = node else {
        reader.wrong_type(node, Shape::Object(measure.0.keys));
        return None;
    };
    let fields = measure.0.fields;
    let faults = reader.faults.len();
    let mut values = Values::default();
    let (mut seen, mut subject, mut period) = (0, None, None);
    for (key, node) in entries {
        let Some(index) = reader.enter(key, measure.0.keys, &mut seen) else { continue };
        match fields.iter().zip(&mut values).nth(index) {
            Some((field, value)) => *value = stated(field.kind, node, reader),
            None if index == fields.len() => subject = text(node, reader),
            None => period = text(node, reader),
        }
        reader.leave();
    }
    for (index, field) in fields.iter().enumerate() {
        if field.is_required && seen & 1 << index == 0 {
            reader.fault(FaultKind::MissingKey { missing: field.key });
        }
    }
    if reader.faults.len() > faults {
        return None;
    }
    match Figure::new(measure, values) {
        Ok(mut figure) => {
            (figure.subject, figure.period) = (subject, period);
            Some(figure)
        }
        Err((key, problem)) => {
            reader.faults.push(Fault::new(reader.place().clone().then(key), problem));
            None
        }
    }
}

/// Reads what is stated in a field of a figure.
fn stated(kind: Kind, node: &Node<'_>, reader: &mut Reader) -> Option<i128> {
    match kind {
        Kind::Integer { least, most } => reader.integer(node, least, most),
        Kind::YesNo => bool::read(node, reader).map(i128::from),
        Kind::Name { kind, names } => position(node, reader, kind, names)?.try_into().ok(),
    }
}

/// Writes what is stated in a field of a figure.
struct Stated(Kind, i128);

impl Serialize for Stated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(kind, value) = *self;
        match kind {
            Kind::YesNo => serializer.serialize_bool(value == 1),
            Kind::Name { names, .. } => {
                let name = usize::try_from(value).ok().and_then(|position| names.get(position));
                serializer.serialize_str(name.copied().unwrap_or_default())
            }
            Kind::Integer { .. } => match u64::try_from(value) {
                Ok(value) => serializer.serialize_u64(value),
                // No number of a figure is below the least of this type.
                Err(_) => serializer.serialize_i64(i64::try_from(value).unwrap_or(i64::MIN)),
            },
        }
    }
}

/// What was measured, under each measure a figure or a list of them.
///
/// The places of figures that are too many are not looked at: there is one fault about all of them.
pub(crate) fn measures(
    node: &Node<'_>,
    reader: &mut Reader,
    draft: Draft<Organization>,
) -> Draft<Organization> {
    let count = |node: &Node<'_>| if let Node::List(items) = node { items.len() } else { 1 };
    let entries = if let Node::Map(entries) = node { entries.as_slice() } else { &[] };
    if is_too_long(entries.iter().map(|(_, node)| count(node)).sum(), reader) {
        return draft;
    }
    let mut figures = Vec::new();
    reader.each(node, |reader, measure: Measure, node| match node {
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                figures.extend(reader.at_index(index, |reader| figure(measure, item, reader)));
            }
        }
        _ => figures.extend(figure(measure, node, reader)),
    });
    figures.into_iter().fold(draft, Draft::<Organization>::figure)
}

/// Notes where there are more figures than a company can have.
fn is_too_long(found: usize, reader: &mut Reader) -> bool {
    let is_too_long = found > Readings::MOST;
    if is_too_long {
        reader.fault(FaultKind::TooMany { found, most: Readings::MOST });
    }
    is_too_long
}

/// Writes a figure as it stands under its measure.
impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in self.measure().0.fields.iter().zip(self.values) {
            map.optional(field.key, value.map(|value| Stated(field.kind, value)))?;
        }
        map.optional(Sheet::OF, self.subject())?;
        map.optional(Sheet::PERIOD, self.period())?;
        map.end()
    }
}

/// The figures of one measure: one by itself, several as a list.
pub(crate) struct OfMeasure<'a>(pub(crate) &'a [Figure]);

impl Serialize for OfMeasure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            [figure] => figure.serialize(serializer),
            several => serializer.collect_seq(several),
        }
    }
}

/// One figure in an assessment: what it is, and what follows from it.
struct Told<'a>(&'a Figure);

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let figure = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("measure", figure.measure().as_str())?;
        map.serialize_entry("figure", figure)?;
        map.serialize_entry("signal", &figure.signal())?;
        match figure.reading() {
            Ok(reading) => {
                map.serialize_entry("level", &reading.level().span())?;
                map.serialize_entry("message", &Text(&reading))?;
                map.serialize_entry("explanation", &reading.explanation())?;
            }
            Err(refusal) => {
                map.serialize_entry("refusal", refusal.code())?;
                map.serialize_entry("message", &Text(refusal))?;
                map.serialize_entry("remedy", &refusal.remedy())?;
            }
        }
        map.end()
    }
}

/// What an assessment says of figures: how they are combined, each of them, and the signals of which some disagree.
impl Serialize for Readings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("combination", &self.combination())?;
        map.serialize_entry("figures", &self.figures().map(Told).collect::<Vec<_>>())?;
        map.serialize_entry("disagreeing", &self.disagreement())?;
        map.end()
    }
}

impl Read for Readings {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        const KEYS: &[&str] = &["combination", "figures", "disagreeing"];
        let faults = reader.faults.len();
        let mut readings = Self::default();
        let (mut seen, mut combination) = (0, None);
        for (key, node) in reader.map(node, KEYS) {
            let Some(position) = reader.enter(key, KEYS, &mut seen) else { continue };
            match (position, node) {
                (0, node) => combination = Some(Read::read(node, reader)),
                (1, Node::List(items)) if !is_too_long(items.len(), reader) => {
                    for (index, item) in items.iter().enumerate() {
                        reader.at_index(index, |reader| {
                            if let Some(figure) = figure_of(item, reader) {
                                readings.add(figure);
                            }
                        });
                    }
                }
                (1, Node::List(_)) => {}
                (1, other) => reader.wrong_type(other, Shape::List),
                // Which signals disagree follows from the figures.
                _ => {}
            }
            reader.leave();
        }
        readings.combination = field_or_absent(combination, "combination", reader)?;
        (reader.faults.len() == faults).then_some(readings)
    }
}

impl<'de> Deserialize<'de> for Readings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole(deserializer)
    }
}

/// Reads a figure of an assessment. What follows from it is not read.
fn figure_of(node: &Node<'_>, reader: &mut Reader) -> Option<Figure> {
    const KEYS: &[&str] =
        &["measure", "figure", "signal", "level", "refusal", "message", "explanation", "remedy"];
    let (mut seen, mut measure, mut stated) = (0, None, None);
    for (key, node) in reader.map(node, KEYS) {
        let Some(position) = reader.enter(key, KEYS, &mut seen) else { continue };
        match position {
            0 => measure = Some(name(node, reader)),
            1 => stated = Some(node),
            _ => {}
        }
        reader.leave();
    }
    if !matches!(node, Node::Map(_)) {
        return None;
    }
    let measure = measure.unwrap_or_else(|| {
        reader.fault(FaultKind::MissingKey { missing: "measure" });
        None
    });
    let Some(stated) = stated else {
        reader.fault(FaultKind::MissingKey { missing: "figure" });
        return None;
    };
    reader.enter("figure", KEYS, &mut 0)?;
    let figure = measure.and_then(|measure| figure(measure, stated, reader));
    reader.leave();
    figure
}
