//! A document as a parser hands it over.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

use crate::input::fault::Found;
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

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
            .map_or_else(|_| Node::Other(Found::Number(value.to_string())), Node::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Node::Other(Found::Number(alloc::format!("{value:?}"))))
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
            map.push((key, entries.next_value_seed(Self(below))?));
        }
        Ok(Node::Map(map))
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
