//! How a node becomes a value, or faults.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::Display;

use serde::Deserialize;
use serde::de::{self, Deserializer};

use super::node::Node;
use crate::input::fault::{Fault, FaultKind, Faults, Place, Shape, Step};
use crate::vocabulary::scale::{Estimate, Headcount, Percent, Scale};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::{UnknownName, Word};

/// Where in the document the reading is, and what was wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    place: Place,
    pub(crate) faults: Vec<Fault>,
}

impl Reader {
    /// Something is wrong here.
    pub(crate) fn fault(&mut self, problem: FaultKind) {
        self.faults.push(Fault::new(self.place.clone(), problem));
    }

    /// Something of a wrong type is here.
    pub(crate) fn wrong_type(&mut self, node: &Node<'_>, allowed: Shape) {
        self.fault(FaultKind::WrongType { found: node.found(), allowed });
    }

    /// The place where the reading is.
    pub(crate) fn place(&self) -> &Place {
        &self.place
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
            self.place.push(Step::Key(Cow::Owned(key.into())));
            self.fault(FaultKind::UnknownKey { found: key.into(), allowed });
            self.place.pop();
            return None;
        };
        self.place.push(Step::Key(Cow::Borrowed(known)));
        let bit = 1 << position;
        if *seen & bit != 0 {
            self.fault(FaultKind::RepeatedKey { found: key.into() });
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
        self.place.push(Step::Index(index));
        let value = read(self);
        self.place.pop();
        value
    }

    /// Reads an integer that has to be within bounds.
    pub(crate) fn integer<T: TryFrom<i128>>(
        &mut self,
        node: &Node<'_>,
        least: i128,
        most: i128,
    ) -> Option<T> {
        let Node::Integer(found) = *node else {
            self.wrong_type(node, Shape::Integer);
            return None;
        };
        let value = (least..=most).contains(&found).then(|| T::try_from(found).ok()).flatten();
        if value.is_none() {
            self.fault(FaultKind::OutOfRange { found, least, most });
        }
        value
    }

    /// Reads a yes/no fact, which is stated as one of the two or left out.
    pub(crate) fn yes_no(&mut self, node: &Node<'_>) -> Option<Estimate<bool>> {
        bool::read(node, self).map(Estimate::exact)
    }
}

/// Reads a whole document.
pub(crate) fn document<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    read: impl FnOnce(&Node<'de>, &mut Reader) -> T,
) -> Result<(T, Vec<Fault>), D::Error> {
    let node = Node::deserialize(deserializer)?;
    let mut reader = Reader::default();
    let value = read(&node, &mut reader);
    Ok((value, reader.faults))
}

/// Reads a whole document that is either right or an error of the parser.
pub(crate) fn whole<'de, D: Deserializer<'de>, T: Read>(deserializer: D) -> Result<T, D::Error> {
    let (value, faults) = document(deserializer, T::read)?;
    match (value, Faults::unless_empty(faults, || ())) {
        (Some(value), Ok(())) => Ok(value),
        (_, Err(faults)) => Err(de::Error::custom(faults)),
        (None, Ok(())) => Err(de::Error::custom("the document says nothing")),
    }
}

/// What can stand at a place of a document.
pub(crate) trait Read: Sized {
    /// The names there are, where it is a name.
    const NAMES: &'static [&'static str] = &[];

    /// The value, unless a fault was found.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self>;
}

impl Read for bool {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::Bool(value) = *node else {
            reader.wrong_type(node, Shape::TrueOrFalse);
            return None;
        };
        Some(value)
    }
}

macro_rules! integers {
    ($($Int:ty),+) => { $(
        impl Read for $Int {
            fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
                reader.integer(node, <$Int>::MIN.into(), <$Int>::MAX.into())
            }
        }
    )+ };
}
integers! { u8, u16, u32, u64, i64 }

impl Read for Percent {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let value: u8 = reader.integer(node, Self::LEAST.get().into(), Self::MOST.get().into())?;
        Self::try_from(value).ok()
    }
}

impl Read for Headcount {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let value: u32 = reader.integer(node, Self::LEAST.get().into(), Self::MOST.get().into())?;
        Self::try_from(value).ok()
    }
}

/// Reads a name, and says which ones there are where it is none.
pub(crate) fn name<W: Word>(node: &Node<'_>, reader: &mut Reader) -> Option<W> {
    W::ALL.get(position(node, reader, W::KIND, W::NAMES)?).copied()
}

/// Reads the position of a name in a list of them.
pub(crate) fn position(
    node: &Node<'_>,
    reader: &mut Reader,
    kind: &'static str,
    allowed: &'static [&'static str],
) -> Option<usize> {
    let found = match node {
        Node::Text(text) => match allowed.iter().position(|name| name == text) {
            Some(position) => return Some(position),
            None => text.as_ref().into(),
        },
        other => other.found().to_string(),
    };
    reader.fault(FaultKind::UnknownName(UnknownName { kind, found, allowed }));
    None
}

impl<T: Scale + Read + Display> Read for Estimate<T> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::List(ends) = node else { return T::read(node, reader).map(Self::exact) };
        let known = reader.faults.len();
        let mut read = Vec::with_capacity(2);
        for (index, end) in ends.iter().enumerate() {
            read.extend(reader.element::<T>(index, end));
        }
        match (read.as_slice(), ends.len()) {
            (&[least, most], 2) => Self::between(least, most).map_err(|problem| reader.fault(problem)).ok(),
            (_, 2) => {
                debug_assert!(reader.faults.len() > known, "an end that was not read is a fault");
                None
            }
            (_, found) => {
                reader.fault(FaultKind::RangeLength { found });
                None
            }
        }
    }
}

impl<T: Copy + Ord + Read + Display> Read for Span<T> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        const ENDS: &[&str] = &["least", "most"];
        let (mut seen, mut least, mut most) = (0, None, None);
        let faults = reader.faults.len();
        for (key, node) in reader.map(node, ENDS) {
            let Some(position) = reader.enter(key, ENDS, &mut seen) else { continue };
            let end = if position == 0 { &mut least } else { &mut most };
            *end = T::read(node, reader);
            reader.leave();
        }
        match (least, most) {
            (Some(least), Some(most)) => Self::new(least, most).or_else(|| {
                reader.fault(FaultKind::ReversedRange { least: least.to_string(), most: most.to_string() });
                None
            }),
            (None, _) if reader.faults.len() == faults => {
                reader.fault(FaultKind::MissingKey { missing: "least" });
                None
            }
            (_, None) if reader.faults.len() == faults => {
                reader.fault(FaultKind::MissingKey { missing: "most" });
                None
            }
            _ => None,
        }
    }
}

/// Reads a list of names.
pub(crate) fn names<T: Read>(
    node: &Node<'_>,
    reader: &mut Reader,
    mut take: impl FnMut(T) -> Option<FaultKind>,
) {
    let Node::List(items) = node else {
        reader.wrong_type(node, Shape::Names(T::NAMES));
        return;
    };
    for (index, item) in items.iter().enumerate() {
        if let Some(problem) = reader.element(index, item).and_then(&mut take) {
            let place = reader.place().clone().index(index);
            reader.faults.push(Fault::new(place, problem));
        }
    }
}

/// Declares the document form of a list of names.
macro_rules! word {
    ($Name:ident) => {
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::document::read::whole(deserializer)
            }
        }

        impl crate::document::read::Read for $Name {
            const NAMES: &'static [&'static str] = <Self as crate::vocabulary::word::Word>::NAMES;

            fn read(node: &crate::document::node::Node<'_>, reader: &mut crate::document::read::Reader) -> Option<Self> {
                crate::document::read::name(node, reader)
            }
        }

        #[cfg(feature = "schemars1")]
        impl schemars::JsonSchema for $Name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "enum": <Self as crate::vocabulary::word::Word>::NAMES })
            }
        }

        #[cfg(feature = "schemars1")]
        crate::document::schema::refer! { $Name }
    };
}
pub(crate) use word;

/// Declares the document form of a set of names: a list.
macro_rules! word_set {
    ($Set:ident, $Word:ident) => {
        impl serde::Serialize for $Set {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Set {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::document::read::whole(deserializer)
            }
        }

        impl crate::document::read::Read for $Set {
            fn read(node: &crate::document::node::Node<'_>, reader: &mut crate::document::read::Reader) -> Option<Self> {
                let known = reader.faults.len();
                let mut set = Self::EMPTY;
                crate::document::read::names(node, reader, |word: $Word| {
                    let repeated = set.contains(word);
                    set = set.with(word);
                    repeated.then(|| crate::input::fault::FaultKind::RepeatedName {
                        found: alloc::string::ToString::to_string(&word),
                    })
                });
                (reader.faults.len() == known).then_some(set)
            }
        }

        #[cfg(feature = "schemars1")]
        impl crate::document::schema::Form for $Set {
            fn form(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let items = <$Word as crate::document::schema::Form>::form(generator);
                schemars::json_schema!({ "type": "array", "items": items, "uniqueItems": true })
            }
        }
    };
}
pub(crate) use word_set;
