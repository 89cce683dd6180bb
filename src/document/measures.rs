//! The form of figures: under the name of each measure an object, or a list of them.

use serde::de::Deserializer;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::assessment::field_or_absent;
use super::node::{Node, Read, whole};
use super::read::Reader;
use super::write::{Entries, Text};
use crate::input::draft::Draft;
use crate::input::fault::FaultKind;
use crate::input::found::Shape;
use crate::measures::figure::Figure;
use crate::measures::measure::Measure;
use crate::measures::readings::Readings;
use crate::model::organization::Organization;

/// The keys that every figure has beside its own.
pub(crate) const OF: &str = "of";
pub(crate) const PERIOD: &str = "period";

/// Declares the form of a measure's figures.
macro_rules! figure {
    ($Name:ident { $($field:ident: $Type:ty),+ } { $($context:ident: $Context:ty),* }) => {
        impl $Name {
            const KEYS: &'static [&'static str] = &[
                $(crate::vocabulary::kebab::kebab!($field),)+ $(crate::vocabulary::kebab::kebab!($context),)*
                crate::document::measures::OF, crate::document::measures::PERIOD,
            ];

            #[cfg(feature = "schemars1")]
            fn form(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let entries = [
                    $( (crate::vocabulary::kebab::kebab!($field), {
                        let entry = crate::document::schema::Entry::of::<$Type>(generator);
                        Self::known(crate::vocabulary::kebab::kebab!($field)).map_or(entry.clone(), |(least, most)| entry.bounded(least, most))
                    }), )+
                    $( (crate::vocabulary::kebab::kebab!($context), crate::document::schema::Entry::of::<Option<$Context>>(generator)), )*
                ];
                crate::document::figure_form(entries)
            }

            fn read(
                node: &crate::document::node::Node<'_>,
                reader: &mut crate::document::read::Reader,
            ) -> Option<Figure> {
                use crate::document::measures::OF;
                use crate::document::assessment::field_or_absent;

                #[derive(Default)]
                struct Fields {
                    $( $field: Option<Option<$Type>>, )+
                    $( $context: Option<Option<Option<$Context>>>, )*
                }
                let (mut fields, mut subject, mut period) = (Fields::default(), None, None);
                let faults = reader.faults.len();
                let mut seen = 0;
                for (key, node) in reader.map(node, Self::KEYS) {
                    if reader.enter(key, Self::KEYS, &mut seen).is_none() {
                        continue;
                    }
                    match &**key {
                        $( key if key == crate::vocabulary::kebab::kebab!($field) => {
                            fields.$field = Some(crate::document::node::Read::read(node, reader));
                        } )+
                        $( key if key == crate::vocabulary::kebab::kebab!($context) => {
                            fields.$context = Some(crate::document::node::Read::read(node, reader));
                        } )*
                        OF => subject = crate::document::proposal::text(node, reader),
                        _ => period = crate::document::proposal::text(node, reader),
                    }
                    reader.leave();
                }
                if !matches!(node, crate::document::node::Node::Map(_)) {
                    return None;
                }
                $( let $field = field_or_absent(fields.$field, crate::vocabulary::kebab::kebab!($field), reader); )+
                $( let $context = field_or_absent(fields.$context, crate::vocabulary::kebab::kebab!($context), reader); )*
                if reader.faults.len() > faults {
                    return None;
                }
                let figure = Self { $($field: $field?,)+ $($context: $context?,)* };
                if let Some((key, problem)) = figure.misfit() {
                    reader.faults.push(crate::input::fault::Fault::new(reader.place().clone().then(key), problem));
                    return None;
                }
                Some(Figure { quantity: Quantity::$Name(figure), subject, period })
            }

            fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                use crate::document::assessment::field;

                $( field(map, crate::vocabulary::kebab::kebab!($field), &self.$field)?; )+
                $( field(map, crate::vocabulary::kebab::kebab!($context), &self.$context)?; )*
                Ok(())
            }
        }
    };
}
pub(crate) use figure;

/// Declares the form of a figure of any measure.
macro_rules! quantities {
    ($($Name:ident),+) => {
        impl Quantity {
            /// The schema of the figures of a measure.
            #[cfg(feature = "schemars1")]
            pub(crate) fn form(measure: Measure, generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                match measure { $( Measure::$Name => $Name::form(generator), )+ }
            }

            /// Reads a figure of a measure.
            pub(crate) fn read(
                measure: Measure,
                node: &crate::document::node::Node<'_>,
                reader: &mut crate::document::read::Reader,
            ) -> Option<Figure> {
                match measure { $( Measure::$Name => $Name::read(node, reader), )+ }
            }

            pub(crate) fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                match self { $( Self::$Name(figure) => figure.write(map), )+ }
            }
        }
    };
}
pub(crate) use quantities;

/// Reads what was measured into an organisation.
pub(crate) fn measures(
    node: &Node<'_>,
    reader: &mut Reader,
    mut draft: Draft<Organization>,
) -> Draft<Organization> {
    let mut figures = alloc::vec::Vec::new();
    reader.each(node, |reader, measure: Measure, node| match node {
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                reader.at_index(index, |reader| {
                    figures.extend(crate::measures::figure::Quantity::read(measure, item, reader));
                });
            }
        }
        _ => figures.extend(crate::measures::figure::Quantity::read(measure, node, reader)),
    });
    for figure in figures {
        draft = draft.figure(figure);
    }
    draft
}

/// Writes a figure as it stands under its measure.
impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.quantity().write(&mut map)?;
        map.optional(OF, self.subject())?;
        map.optional(PERIOD, self.period())?;
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
        map.serialize_entry("measure", &figure.measure())?;
        map.serialize_entry("figure", figure)?;
        map.serialize_entry("signal", &figure.signal())?;
        match figure.clone().reading() {
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
        map.serialize_entry("figures", &self.figures().iter().map(Told).collect::<alloc::vec::Vec<_>>())?;
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
                (1, Node::List(items)) => {
                    for (index, item) in items.iter().enumerate() {
                        reader.at_index(index, |reader| {
                            if let Some(figure) = figure_of(item, reader) {
                                readings.add(figure);
                            }
                        });
                    }
                }
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
    let (mut seen, mut measure, mut figure) = (0, None, None);
    for (key, node) in reader.map(node, KEYS) {
        let Some(position) = reader.enter(key, KEYS, &mut seen) else { continue };
        match position {
            0 => measure = Some(Measure::read(node, reader)),
            1 => figure = Some(node),
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
    let Some(figure) = figure else {
        reader.fault(FaultKind::MissingKey { missing: "figure" });
        return None;
    };
    reader.enter("figure", KEYS, &mut 0)?;
    let read = crate::measures::figure::Quantity::read(measure?, figure, reader);
    reader.leave();
    read
}
