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
use crate::policy::setting::{Field, Fields, Kinds, Leaf, Section, Setting};
use crate::rules::policy::Policy;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::{UnknownName, Word, name};

/// How a policy says that a number never makes a severity.
pub(super) const NEVER: &str = "never";

/// The severities that have thresholds.
pub(super) const RUNGS: &[&str] = match <Severity as Word>::NAMES {
    [_none, rungs @ ..] => rungs,
    [] => &[],
};

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

    fn ladder(self, ladder: &mut Ladder) -> Self::Output {
        self.reader.value(self.entries, &mut OfLadder(ladder, self.bounds))
    }

    fn table<K: Word, V: Setting + Default, const N: usize>(
        self,
        table: &mut Table<K, V, N>,
    ) -> Self::Output {
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
        if L::NAMES.is_empty() {
            reader.wrong(found, Shape::Integer);
        } else if L::NOTHING.is_some() {
            reader.wrong(found, Shape::Need);
        } else {
            self.unknown(&found.to_string(), reader);
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
        if L::NAMES.is_empty() || rank.is_none() && L::NOTHING.is_some_and(|nothing| nothing != text) {
            self.wrong(Found::Text(text.into()), reader);
        } else if let Some(leaf) = L::at_rank(rank) {
            *self.0 = leaf;
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

/// The thresholds of a ladder, by their severities.
struct OfLadder<'a>(&'a mut Ladder, Bounds);

impl Object for OfLadder<'_> {
    const KEYS: &'static [&'static str] = RUNGS;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let Some(&rung) = Severity::ALL.get(position + 1) else { return Ok(()) };
        let mut threshold = Threshold(self.0.threshold(rung), self.1);
        reader.value(entries, &mut threshold)?;
        *self.0 = self.0.with(rung, threshold.0);
        Ok(())
    }
}

/// A threshold, if there is one.
struct Threshold(Option<u32>, Bounds);

impl Take for Threshold {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Threshold);
    }

    fn integer(&mut self, value: i128, reader: &mut Reader) {
        let mut threshold = self.0.unwrap_or_default();
        let faults = reader.faults.len();
        OfLeaf(&mut threshold, self.1).integer(value, reader);
        if reader.faults.len() == faults {
            self.0 = Some(threshold);
        }
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        if text == NEVER { self.0 = None } else { self.wrong(Found::Text(text.into()), reader) }
    }
}

/// A value for each name.
struct OfTable<'a, K, V, const N: usize>(&'a mut Table<K, V, N>, Bounds);

impl<K: Word, V: Setting + Default, const N: usize> Object for OfTable<'_, K, V, N> {
    const KEYS: &'static [&'static str] = K::NAMES;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let Some(&key) = K::ALL.get(position) else { return Ok(()) };
        let mut value = self.0.get(key);
        value.kind(Read { bounds: self.1, entries, reader, lifetime: PhantomData })?;
        self.0.set(key, value);
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

    fn ladder(self, ladder: &mut Ladder) -> Self::Output {
        ladder.serialize(self.0)
    }

    fn table<K: Word, V: Setting + Default, const N: usize>(
        self,
        table: &mut Table<K, V, N>,
    ) -> Self::Output {
        self.0.collect_map(table.iter().map(|(key, value)| (name(key), Written(value))))
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
        let mut map = serializer.serialize_map(Some(RUNGS.len()))?;
        for &rung in Severity::ALL.iter().skip(1) {
            match self.threshold(rung) {
                Some(threshold) => map.serialize_entry(&rung, &threshold)?,
                None => map.serialize_entry(&rung, NEVER)?,
            }
        }
        map.end()
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
