//! How is a part of a document read that has to be looked at before it can be understood?
//!
//! A warning is read by its code and a figure by its measure, wherever the key stands that says which. So they are read into
//! a [`Node`] first, which keeps repeated keys and everything that is of a wrong type, and walked then.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};

use super::read::{Into, Reader, Special, Take, float, special};
use crate::input::fault::FaultKind;
use crate::input::faults::Faults;
use crate::input::found::{Found, Shape};
use crate::input::place::Step;
use crate::vocabulary::word::Word;

/// Anything that a document can say at a place.
#[derive(Clone, Debug)]
pub(crate) enum Node<'de> {
    Null,
    Bool(bool),
    Integer(i128),
    Text(Cow<'de, str>),
    List(Vec<Node<'de>>),
    Map(Vec<(Cow<'de, str>, Node<'de>)>),
    /// Something that no input has.
    Other(Found),
}

/// How deep documents are read. No input is half as deep, so that nothing looks at what is left out below.
const DEEPEST: u8 = 16;

impl Node<'_> {
    /// What only looks like something else.
    fn found_as(found: Found) -> Self {
        match found {
            Found::Integer(value) => Self::Integer(value),
            other => Self::Other(other),
        }
    }

    /// What was found, without what is inside.
    pub(crate) fn found(&self) -> Found {
        match self {
            Self::Null => Found::Null,
            Self::Bool(value) => Found::Bool(*value),
            Self::Integer(value) => Found::Integer(*value),
            Self::Text(text) => Found::Text(text.as_ref().into()),
            Self::List(_) => Found::List,
            Self::Map(_) => Found::Object,
            Self::Other(found) => found.clone(),
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Below(DEEPEST).deserialize(deserializer)
    }
}

/// Reads a node that may have so many levels below it.
#[derive(Clone, Copy)]
struct Below(u8);

impl<'de> DeserializeSeed<'de> for Below {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Below {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Node::Integer(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Node::Integer(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(Node::Integer(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(i128::try_from(value)
            .map_or_else(|_| Node::Other(Found::TooLarge(value.to_string())), Node::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Node::found_as(float(value)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Node::Text(Cow::Owned(text.into())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Self::Value, E> {
        Ok(Node::Other(Found::Bytes))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let Some(below) = self.0.checked_sub(1) else {
            while items.next_element::<de::IgnoredAny>()?.is_some() {}
            return Ok(Node::List(Vec::new()));
        };
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Self(below))? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let Some(below) = self.0.checked_sub(1) else {
            while entries.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
            return Ok(Node::Map(Vec::new()));
        };
        let mut map = Vec::new();
        while let Some(Key(key)) = entries.next_key()? {
            if map.is_empty() && Special::of(&key).is_some() {
                return special(&key, entries).map(Node::found_as);
            }
            map.push((key, entries.next_value_seed(Self(below))?));
        }
        Ok(Node::Map(map))
    }
}

/// A node is read again as a document of its own.
impl<'de> Deserializer<'de> for &'de Node<'_> {
    type Error = de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self {
            Node::Bool(value) => visitor.visit_bool(*value),
            Node::Integer(value) => visitor.visit_i128(*value),
            Node::Text(text) => visitor.visit_str(text),
            Node::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            Node::Map(entries) => visitor
                .visit_map(MapDeserializer::new(entries.iter().map(|(key, node)| (key.as_ref(), node)))),
            Node::Other(Found::Bytes) => visitor.visit_bytes(&[]),
            Node::Null | Node::Other(_) => visitor.visit_unit(),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de> for &'de Node<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// What can be read from a node.
pub(crate) trait Read: Sized {
    /// The value, unless a fault was found.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self>;
}

impl<T> Read for T
where
    Option<T>: Take,
{
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let mut value = None;
        if let Node::Other(found) = node {
            value.wrong(found.clone(), reader);
        } else {
            // A node has no errors of a parser.
            Into(&mut value, reader).deserialize(node).ok()?;
        }
        value
    }
}

/// Reads a whole document that is either right or an error of the parser.
pub(crate) fn whole<'de, D: Deserializer<'de>, T: Read>(deserializer: D) -> Result<T, D::Error> {
    let node = Node::deserialize(deserializer)?;
    let mut reader = Reader::default();
    match (T::read(&node, &mut reader), Faults::unless_empty(reader.faults, || ())) {
        (Some(value), Ok(())) => Ok(value),
        (_, Err(faults)) => Err(de::Error::custom(faults)),
        (None, Ok(())) => Err(de::Error::custom("the document says nothing")),
    }
}

impl Reader {
    /// Something of a wrong type is here.
    pub(crate) fn wrong_type(&mut self, node: &Node<'_>, allowed: Shape) {
        self.wrong(node.found(), allowed);
    }

    /// The entries of an object that may have these keys.
    pub(crate) fn map<'n, 'de>(
        &mut self,
        node: &'n Node<'de>,
        keys: &'static [&'static str],
    ) -> &'n [(Cow<'de, str>, Node<'de>)] {
        if let Node::Map(entries) = node {
            return entries;
        }
        self.wrong_type(node, Shape::Object(keys));
        &[]
    }

    /// Goes to the value of a key, and tells the position of the key among those that are allowed; stays where it is
    /// where the key is not one of them, or was `seen` before.
    pub(crate) fn enter(
        &mut self,
        key: &str,
        allowed: &'static [&'static str],
        seen: &mut u64,
    ) -> Option<usize> {
        let Some((position, known)) = allowed.iter().enumerate().find(|(_, known)| **known == key) else {
            self.at(Step::Key(Cow::Owned(key.into())), |reader| {
                reader.note(|| FaultKind::UnknownKey { found: key.into(), allowed });
            });
            return None;
        };
        self.place.push(Step::Key(Cow::Borrowed(known)));
        let bit = 1 << position;
        if *seen & bit != 0 {
            self.note(|| FaultKind::RepeatedKey { found: key.into() });
            self.place.pop();
            return None;
        }
        *seen |= bit;
        Some(position)
    }

    /// Goes back to where it was before.
    pub(crate) fn leave(&mut self) {
        self.place.pop();
    }

    /// Reads each entry of an object whose keys are names of a list.
    pub(crate) fn each<W: Word>(&mut self, node: &Node<'_>, mut read: impl FnMut(&mut Self, W, &Node<'_>)) {
        let mut seen = 0;
        for (key, node) in self.map(node, W::NAMES) {
            if let Some(position) = self.enter(key, W::NAMES, &mut seen) {
                if let Some(word) = W::ALL.get(position) {
                    read(self, *word, node);
                }
                self.leave();
            }
        }
    }

    /// Reads an element of a list.
    pub(crate) fn element<T: Read>(&mut self, index: usize, node: &Node<'_>) -> Option<T> {
        self.at_index(index, |reader| T::read(node, reader))
    }

    /// Reads at an element of a list.
    pub(crate) fn at_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.at(Step::Index(index), read)
    }
}

/// A key, borrowed where the format can.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfKey;

        impl<'de> Visitor<'de> for OfKey {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(text.into())))
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(text)))
            }
        }
        deserializer.deserialize_str(OfKey)
    }
}
