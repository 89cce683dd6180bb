//! How are policies and beliefs read and written? Each number has a key, and a number that is not stated keeps its value.

use serde::de::MapAccess;
use serde::{Serialize, Serializer};

use super::read::{Raw, Reader, Take, not_object};
use super::value::within;
use super::write::object;
use crate::input::draft::Draft;
use crate::input::found::{Found, Shape};
use crate::policy::belief::{Belief, Weights};
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::setting::{Setting, Tree};
use crate::rules::policy::Policy;
use crate::vocabulary::word::UnknownName;

/// Each setting keeps its value if reading it fails.
impl Take for Tree {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        let allowed = match self {
            Self::Keyed(keys, _) => Shape::Object(keys),
            Self::Leaf(leaf) => match (leaf.names, leaf.nothing, &found) {
                ([], _, Found::Integer(value)) => {
                    let bounds = [leaf.bounds.least.into(), leaf.bounds.most.into()];
                    leaf.own = reader.kept(within(*value, bounds)).or(leaf.own);
                    return;
                }
                ([], None, _) => Shape::Integer,
                ([], Some(_), _) => Shape::Threshold,
                (_, Some(_), _) => Shape::Need,
                (names, None, _) => Shape::Name(names),
            },
        };
        reader.wrong(found, allowed);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        let Self::Leaf(leaf) = self else { return self.single(Found::Text(text.into()), reader) };
        let rank = (0..).zip(leaf.names).find(|(_, name)| **name == text).map(|(rank, _)| rank);
        if rank.is_some() || leaf.nothing == Some(text) {
            leaf.own = rank;
        } else if leaf.names.is_empty() || leaf.nothing.is_some() {
            self.single(Found::Text(text.into()), reader);
        } else {
            let unknown = UnknownName { kind: leaf.kind, found: text.into(), allowed: leaf.names };
            reader.fault(unknown.into());
        }
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let read = match self {
            Self::Leaf(_) => Err(not_object(entries)?),
            Self::Keyed(keys, inner) => reader.object(entries, keys, |key, value: &mut Raw<'_, A>| {
                inner.get_mut(key).map_or(Ok(()), |setting| value.read(setting))
            })?,
        };
        read.map_or_else(|found| self.single(found, reader), |_| ());
        Ok(())
    }
}

/// Drafts of numbers are read as trees.
macro_rules! drafts {
    ($($Settings:ty)+) => { $(
        impl Take for Draft<$Settings> {
            fn single(&mut self, found: Found, reader: &mut Reader) {
                self.value.beside(&self.value).single(found, reader);
            }

            fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
                let mut tree = self.value.beside(&self.value);
                tree.map(entries, reader)?;
                self.value.put(&tree);
                Ok(())
            }
        }
    )+ };
}
drafts! { Numbers Weights }

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keyed(keys, inner) => serializer.collect_map(keys.iter().zip(inner)),
            Self::Leaf(leaf) => match (leaf.own, leaf.own.and_then(|rank| leaf.name(rank))) {
                (Some(rank), None) => serializer.serialize_i64(rank),
                (_, name) => serializer.serialize_str(name.or(leaf.nothing).unwrap_or_default()),
            },
        }
    }
}

object! { Ladder as |it| it.beside(it) }
object! { Policy as |it| it.numbers().beside(it.numbers()) }
object! { Belief as |it| it.weights().beside(it.weights()) }
