//! How are policies and beliefs read and written? Each number has a key, and a number that is not stated keeps its value.

use serde::de::MapAccess;
use serde::{Serialize, Serializer};

use super::read::{Raw, Reader, Single, Take, not_object};
use super::value::{one_of, within};
use super::write::object;
use crate::input::draft::Draft;
use crate::input::found::{Found, Shape};
use crate::policy::belief::{Belief, Weights};
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::setting::{Setting, Tree};
use crate::rules::policy::Policy;

/// Each setting keeps its value if reading it fails.
impl Take for Tree {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        let leaf = match self {
            Self::Keyed(keys, _) => return reader.wrong(single, Shape::Object(keys)),
            Self::Leaf(leaf) => leaf,
        };
        match (leaf.names, leaf.nothing, single) {
            ([], _, Single::Other(Found::Integer(value))) => {
                let bounds = [leaf.bounds.least.into(), leaf.bounds.most.into()];
                leaf.own = reader.kept(within(value, bounds)).or(leaf.own);
            }
            (names, Some(nothing), Single::Text(text)) if text == nothing || names.contains(&text) => {
                leaf.own = one_of(Single::Text(text), leaf.kind, names, 0..).ok();
            }
            ([], None, other) => reader.wrong(other, Shape::Integer),
            ([], Some(_), other) => reader.wrong(other, Shape::Threshold),
            (_, Some(_), other) => reader.wrong(other, Shape::Need),
            (names, None, other) => {
                leaf.own = reader.kept(one_of(other, leaf.kind, names, 0..)).or(leaf.own);
            }
        }
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let read = match self {
            Self::Leaf(_) => Err(not_object(entries)?),
            Self::Keyed(keys, inner) => reader.object(entries, keys, |key, value: &mut Raw<'_, A>| {
                inner.get_mut(key).map_or(Ok(()), |setting| value.read(setting))
            })?,
        };
        read.map_or_else(|found| self.single(Single::Other(found), reader), |_| ());
        Ok(())
    }
}

/// Drafts of numbers are read as trees.
macro_rules! drafts {
    ($($Settings:ty)+) => { $(
        impl Take for Draft<$Settings> {
            fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
                self.value.beside(&self.value).single(single, reader);
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
