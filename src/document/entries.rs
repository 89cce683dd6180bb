//! How are objects with required keys read, alone and in lists?

use alloc::vec::Vec;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess};

use super::read::{Into, Object, Reader, Take};
use crate::input::fault::FaultKind;
use crate::input::faults::Faults;
use crate::input::found::{Found, Shape};

/// Declares how an object is read: what reads the value of each key, or the field that takes it.
macro_rules! keyed {
    ($Type:ty { $($key:tt: $field:tt),+ $(,)? }) => {
        crate::document::entries::keyed! { $Type |it, value| { $($key => value.read(&mut it.$field),)+ } }
    };
    ($Type:ty |$it:ident, $value:ident| { $($($key:tt)|+ => $read:expr),+ $(,)? }) => {
        impl crate::document::read::Object for $Type {
            const KEYS: &'static [&'static str] = &[$($($key),+),+];

            fn entry<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                key: usize,
                $value: &mut crate::document::read::Raw<'_, A>,
            ) -> Result<(), A::Error> {
                let ($it, mut places) = (self, 0..);
                $( if [$($key),+].iter().any(|_| places.next() == Some(key)) { return $read; } )+
                Ok(())
            }
        }
    };
}
pub(super) use keyed;

/// Reads a complete value, or returns all of its faults.
pub(super) fn whole<'de, T: Take, B, D: Deserializer<'de>>(
    mut to: T,
    deserializer: D,
    build: impl FnOnce(T, &mut Faults) -> Option<B>,
) -> Result<B, D::Error> {
    let mut reader = Reader::up_to(Faults::LIMIT);
    Into(&mut to, &mut reader).deserialize(deserializer)?;
    let built = build(to, &mut reader.faults);
    Faults::unless_empty(reader.faults, || ()).map_err(de::Error::custom)?;
    built.ok_or_else(|| de::Error::custom("it says nothing"))
}

/// Reads a single entry outside a list.
pub(super) fn alone<'de, T: Entry, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    whole(Next(&mut Vec::new()), deserializer, |entries, _| entries.0.pop())
}

/// A list of entries, with the most that it may have.
pub(super) struct Items<'a, T>(pub(super) usize, pub(super) &'a mut Vec<T>);

/// An object that is read key by key, and is complete once it has all required keys.
pub(super) trait Entry: Sized {
    type Parts: Default + Object;

    /// Returns the entry, or the key that is missing.
    fn complete(parts: Self::Parts) -> Result<Self, &'static str>;

    /// Reports other faults of the entry, given the entries before it.
    fn check(&self, _before: &[Self], _reader: &mut Reader) {}
}

impl<T: Entry> Take for Items<'_, T> {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::List);
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        reader.each(items, self.0, &mut Next(self.1))
    }
}

/// The end of a list, where entries are added.
struct Next<'a, T>(&'a mut Vec<T>);

impl<T: Entry> Take for Next<'_, T> {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Object(T::Parts::KEYS));
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let faults = reader.faults.len();
        let mut parts = T::Parts::default();
        parts.map(entries, reader)?;
        match T::complete(parts) {
            Ok(entry) => {
                entry.check(self.0, reader);
                self.0.push(entry);
            }
            Err(missing) if reader.faults.len() == faults => reader.fault(FaultKind::MissingKey { missing }),
            Err(_) => {}
        }
        Ok(())
    }
}
