//! The form of policies and beliefs: every number by its name; what is not stated stays as it is.

use core::marker::PhantomData;

use alloc::string::ToString;

use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::read::{Document, Object, Reader, Take, built};
use super::value::within;
use crate::input::draft::Draft;
use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::policy::belief::{Belief, Weights};
use crate::policy::bounds::Bounds;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::setting::{Field, Fields, Keyed, Kinds, Leaf, Section, Setting};
use crate::rules::policy::Policy;
use crate::vocabulary::word::UnknownName;

/// Reads the value of a key into a setting, which stays as it is where that cannot be.
struct Read<'r, 'de, A> {
    bounds: Bounds,
    entries: &'r mut A,
    reader: &'r mut Reader,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> Kinds for Read<'_, 'de, A> {
    type Output = Result<(), A::Error>;

    fn leaf<L: Leaf>(self, leaf: &mut L) -> Self::Output {
        self.reader.value(self.entries, &mut OfLeaf(leaf, self.bounds))
    }

    fn table<T: Keyed>(self, table: &mut T) -> Self::Output {
        self.reader.value(self.entries, &mut OfTable(table, self.bounds))
    }

    fn section<S: Section>(self, section: &mut S) -> Self::Output {
        self.reader.value(self.entries, &mut OfSection(section))
    }
}

/// A number, or a name.
struct OfLeaf<'a, L>(&'a mut L, Bounds);

impl<L: Leaf> Take for OfLeaf<'_, L> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        match (L::NAMES, L::NOTHING) {
            ([], None) => reader.wrong(found, Shape::Integer),
            ([], Some(_)) => reader.wrong(found, Shape::Threshold),
            (_, Some(_)) => reader.wrong(found, Shape::Need),
            (_, None) => self.unknown(&found.to_string(), reader),
        }
    }

    fn integer(&mut self, value: i128, reader: &mut Reader) {
        if !L::NAMES.is_empty() {
            return self.wrong(Found::Integer(value), reader);
        }
        let bounds = [self.1.least.max(0).into(), self.1.most.min(L::MOST).into()];
        *self.0 = within(value, bounds, reader).and_then(|rank| L::at_rank(Some(rank))).unwrap_or(*self.0);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        let rank = (0..).zip(L::NAMES).find(|(_, name)| **name == text).map(|(rank, _)| rank);
        if rank.is_some() || L::NOTHING == Some(text) {
            *self.0 = L::at_rank(rank).unwrap_or(*self.0);
        } else if L::NAMES.is_empty() || L::NOTHING.is_some() {
            self.wrong(Found::Text(text.into()), reader);
        } else {
            self.unknown(text, reader);
        }
    }
}

impl<L: Leaf> OfLeaf<'_, L> {
    #[expect(clippy::unused_self, reason = "it says which names there are")]
    fn unknown(&self, found: &str, reader: &mut Reader) {
        reader.note(|| {
            FaultKind::UnknownName(UnknownName { kind: L::KIND, found: found.into(), allowed: L::NAMES })
        });
    }
}

/// A value for each name.
struct OfTable<'a, T>(&'a mut T, Bounds);

impl<T: Keyed> Object for OfTable<'_, T> {
    const KEYS: &'static [&'static str] = T::KEYS;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let mut value = self.0.value(position);
        value.kind(Read { bounds: self.1, entries, reader, lifetime: PhantomData })?;
        self.0.replace(position, value);
        Ok(())
    }
}

/// The settings of a section.
struct OfSection<'a, S>(&'a mut S);

impl<S: Section> Object for OfSection<'_, S> {
    const KEYS: &'static [&'static str] = S::KEYS;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        /// Reads the field at a position.
        struct At<'r, 'de, A: MapAccess<'de>> {
            key: Option<&'static str>,
            entries: &'r mut A,
            reader: &'r mut Reader,
            result: Result<(), A::Error>,
            lifetime: PhantomData<&'de ()>,
        }

        impl<'de, A: MapAccess<'de>> Fields for At<'_, 'de, A> {
            fn field<S: Setting>(&mut self, field: Field<'_, S>) {
                let Field { key, own, bounds, .. } = field;
                if self.key == Some(key) {
                    let Self { entries, reader, .. } = self;
                    self.result = own.kind(Read { bounds, entries, reader, lifetime: PhantomData });
                }
            }
        }
        let key = S::KEYS.get(position).copied();
        let mut at = At { key, entries, reader, result: Ok(()), lifetime: PhantomData };
        let other = *self.0;
        self.0.fields(&other, &mut at);
        at.result
    }
}

/// Writes a setting.
struct Written<S>(S);

impl<T: Setting> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut own = self.0;
        own.kind(Write(serializer))
    }
}

/// Writes whatever a setting is.
struct Write<S>(S);

impl<S: Serializer> Kinds for Write<S> {
    type Output = Result<S::Ok, S::Error>;

    fn leaf<L: Leaf>(self, leaf: &mut L) -> Self::Output {
        let Some(rank) = leaf.rank() else { return self.0.serialize_str(L::NOTHING.unwrap_or_default()) };
        match usize::try_from(rank).ok().and_then(|rank| L::NAMES.get(rank)) {
            Some(name) => self.0.serialize_str(name),
            None => self.0.serialize_i64(rank),
        }
    }

    fn table<T: Keyed>(self, table: &mut T) -> Self::Output {
        self.0.collect_map(T::KEYS.iter().enumerate().map(|(place, key)| (key, Written(table.value(place)))))
    }

    fn section<T: Section>(self, section: &mut T) -> Self::Output {
        /// Writes each field, as long as that works.
        struct Each<M: SerializeMap>(M, Result<(), M::Error>);

        impl<M: SerializeMap> Fields for Each<M> {
            fn field<S: Setting>(&mut self, field: Field<'_, S>) {
                let Field { key, own, .. } = field;
                if self.1.is_ok() {
                    self.1 = self.0.serialize_entry(key, &Written(*own));
                }
            }
        }
        let mut each = Each(self.0.serialize_map(Some(T::KEYS.len()))?, Ok(()));
        let other = *section;
        section.fields(&other, &mut each);
        each.1?;
        each.0.end()
    }
}

impl Serialize for Ladder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written(*self).serialize(serializer)
    }
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written(*self.numbers()).serialize(serializer)
    }
}

impl Serialize for Belief {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written(*self.weights()).serialize(serializer)
    }
}

/// What is checked and what it is checked from, which is stated in part.
macro_rules! partial {
    ($($Checked:ident from $Stated:ident),+) => { $(
        impl Document for $Stated {
            fn nothing() -> Draft<Self> {
                Draft::of(Self::DEFAULT)
            }
        }

        impl Take for Draft<$Stated> {
            fn wrong(&mut self, found: Found, reader: &mut Reader) {
                reader.wrong(found, Shape::Object($Stated::KEYS));
            }

            fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
                OfSection(&mut self.value).map(entries, reader)
            }
        }

        impl<'de> Deserialize<'de> for $Checked {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                built(deserializer, Draft::<$Stated>::build)
            }
        }
    )+ };
}
partial! { Policy from Numbers, Belief from Weights }
