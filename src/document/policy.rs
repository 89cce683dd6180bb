//! The form of policies: every number by its name; what is not stated stays as it is.

use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::node::Node;
use super::read::{Read, Reader, document};
use crate::input::draft::Draft;
use crate::input::fault::{Faults, Shape};
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::setting::Need;
use crate::rules::policy::Policy;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::Word;

/// What takes over from a document what the document states.
pub(crate) trait Overlay {
    fn overlay(&mut self, node: &Node<'_>, reader: &mut Reader);
}

macro_rules! replaced {
    ($($Type:ty),+) => { $(
        impl Overlay for $Type {
            fn overlay(&mut self, node: &Node<'_>, reader: &mut Reader) {
                if let Some(value) = <$Type as Read>::read(node, reader) {
                    *self = value;
                }
            }
        }
    )+ };
}
replaced! { u8, u16, u32, Severity, Maturity }

/// How a policy says that a role does not need a skill.
pub(super) const NOT_NEEDED: &str = "not-needed";
/// How a policy says that a number never makes a severity.
pub(super) const NEVER: &str = "never";

impl Overlay for Need {
    fn overlay(&mut self, node: &Node<'_>, reader: &mut Reader) {
        if matches!(node, Node::Text(text) if text == NOT_NEEDED) {
            *self = Self(None);
        } else if matches!(node, Node::Text(text) if crate::vocabulary::skill::Proficiency::from_name(text).is_some())
        {
            *self = Self(Read::read(node, reader));
        } else {
            reader.wrong_type(node, Shape::Need);
        }
    }
}

impl Serialize for Need {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.map_or(NOT_NEEDED, crate::vocabulary::skill::Proficiency::as_str))
    }
}

impl<K: Word, V: Copy + Default + Overlay, const N: usize> Overlay for Table<K, V, N> {
    fn overlay(&mut self, node: &Node<'_>, reader: &mut Reader) {
        reader.each(node, |reader, key: K, node| {
            let mut value = self.get(key);
            value.overlay(node, reader);
            self.set(key, value);
        });
    }
}

/// The severities that have thresholds.
const RUNGS: &[&str] = match <Severity as Word>::NAMES {
    [_none, rungs @ ..] => rungs,
    [] => &[],
};

impl Overlay for Ladder {
    fn overlay(&mut self, node: &Node<'_>, reader: &mut Reader) {
        let mut seen = 0;
        for (key, node) in reader.map(node, RUNGS) {
            let Some(position) = reader.enter(key, RUNGS, &mut seen) else { continue };
            if let Some(&rung) = Severity::ALL.get(position + 1) {
                match node {
                    Node::Text(text) if text == NEVER => *self = self.with(rung, None),
                    Node::Integer(_) => {
                        *self = self.with(rung, Read::read(node, reader).or(self.threshold(rung)));
                    }
                    _ => reader.wrong_type(node, Shape::Threshold),
                }
            }
            reader.leave();
        }
    }
}

/// Declares the form of a section of the policy.
macro_rules! section {
    ($Section:ident { $($field:ident: $Type:ty => $bounds:expr),+ }) => {
        #[cfg(feature = "schemars1")]
        impl crate::document::schema::Form for $Section {
            fn form(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let entries = [$( {
                    let bounds = $bounds;
                    let form = <$Type as crate::document::schema::Form>::form(generator);
                    (crate::vocabulary::kebab::kebab!($field), crate::document::schema::within(form, bounds.least, bounds.most))
                } ),+];
                crate::document::object(entries, &[])
            }
        }

        impl crate::document::policy::Overlay for $Section {
            fn overlay(&mut self, node: &crate::document::node::Node<'_>, reader: &mut crate::document::read::Reader) {
                const KEYS: &[&str] = &[$(crate::vocabulary::kebab::kebab!($field)),+];
                let mut seen = 0;
                for (key, node) in reader.map(node, KEYS) {
                    if reader.enter(key, KEYS, &mut seen).is_some() {
                        $( if key == crate::vocabulary::kebab::kebab!($field) { self.$field.overlay(node, reader); } )+
                        reader.leave();
                    }
                }
            }
        }

        impl serde::Serialize for $Section {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;

                let mut map = serializer.serialize_map(None)?;
                $( map.serialize_entry(crate::vocabulary::kebab::kebab!($field), &self.$field)?; )+
                map.end()
            }
        }
    };
}
pub(crate) use section;

impl Serialize for Ladder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &rung in Severity::ALL.iter().skip(1) {
            match self.threshold(rung) {
                Some(threshold) => map.serialize_entry(&rung, &threshold)?,
                None => map.serialize_entry(&rung, NEVER)?,
            }
        }
        map.end()
    }
}

impl<K: Word + Serialize, V: Copy + Default + Serialize, const N: usize> Serialize for Table<K, V, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.numbers().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Draft<Policy> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (numbers, faults) = document(deserializer, |node, reader| {
            let mut numbers = Numbers::DEFAULT;
            numbers.overlay(node, reader);
            numbers
        })?;
        Ok(Self { faults, ..Policy::unchecked(&numbers) })
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Draft::<Self>::deserialize(deserializer)?.build().map_err(|faults: Faults| D::Error::custom(faults))
    }
}
