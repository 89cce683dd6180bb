//! How are policies and beliefs read and written? Each number has a key, and a number that is not stated keeps its value.

use core::marker::PhantomData;

use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::read::{Object, Raw, Reader, Take};
use super::value::within;
use super::write::object;
use crate::input::draft::Draft;
use crate::input::found::{Found, Shape};
use crate::policy::belief::Belief;
use crate::policy::bounds::Bounds;
use crate::policy::ladder::Ladder;
use crate::policy::setting::{Field, Fields, Keyed, Kinds, Leaf, Section, Setting};
use crate::rules::policy::Policy;
use crate::vocabulary::word::UnknownName;

/// Reads the value of a key into a setting, which keeps its value if that fails.
struct Read<'r, 'v, 'de, A>(Bounds, &'r mut Raw<'v, A>, PhantomData<&'de ()>);

impl<'de, A: MapAccess<'de>> Kinds for Read<'_, '_, 'de, A> {
    type Output = Result<(), A::Error>;

    fn leaf<L: Leaf>(self, leaf: &mut L) -> Self::Output {
        self.1.read(&mut OfLeaf(leaf, self.0))
    }

    fn table<T: Keyed>(self, table: &mut T) -> Self::Output {
        self.1.read(&mut OfTable(table, self.0))
    }

    fn section<S: Section>(self, section: &mut S) -> Self::Output {
        self.1.read(&mut OfSection(section))
    }
}

/// A number, or a name.
struct OfLeaf<'a, L>(&'a mut L, Bounds);

impl<L: Leaf> Take for OfLeaf<'_, L> {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        let allowed = match (L::NAMES, L::NOTHING, &found) {
            ([], _, Found::Integer(value)) => {
                let bounds = [self.1.least.max(0).into(), self.1.most.min(L::MOST).into()];
                let rank = reader.kept(within(*value, bounds));
                *self.0 = rank.and_then(|rank| L::at_rank(Some(rank))).unwrap_or(*self.0);
                return;
            }
            ([], None, _) => Shape::Integer,
            ([], Some(_), _) => Shape::Threshold,
            (_, Some(_), _) => Shape::Need,
            (_, None, _) => Shape::Name(L::NAMES),
        };
        reader.wrong(found, allowed);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        let rank = (0..).zip(L::NAMES).find(|(_, name)| **name == text).map(|(rank, _)| rank);
        if rank.is_some() || L::NOTHING == Some(text) {
            *self.0 = L::at_rank(rank).unwrap_or(*self.0);
        } else if L::NAMES.is_empty() || L::NOTHING.is_some() {
            self.single(Found::Text(text.into()), reader);
        } else {
            reader.fault(UnknownName { kind: L::KIND, found: text.into(), allowed: L::NAMES }.into());
        }
    }
}

/// A value for each name.
struct OfTable<'a, T>(&'a mut T, Bounds);

impl<T: Keyed> Object for OfTable<'_, T> {
    const KEYS: &'static [&'static str] = T::KEYS;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        let mut own = self.0.value(key);
        own.kind(Read(self.1, value, PhantomData))?;
        self.0.replace(key, own);
        Ok(())
    }
}

/// The settings of a section.
struct OfSection<'a, S>(&'a mut S);

impl<S: Section> Object for OfSection<'_, S> {
    const KEYS: &'static [&'static str] = S::KEYS;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        /// Reads the field of a key.
        struct Behind<'r, 'v, A, E>(Option<&'static str>, &'r mut Raw<'v, A>, Result<(), E>);

        impl<'de, A: MapAccess<'de>> Fields for Behind<'_, '_, A, A::Error> {
            fn field<S: Setting>(&mut self, field: Field<'_, S>) {
                if self.0 == Some(field.key) {
                    self.2 = field.own.kind(Read(field.bounds, self.1, PhantomData));
                }
            }
        }
        let mut behind = Behind(S::KEYS.get(key).copied(), value, Ok(()));
        let other = *self.0;
        self.0.fields(&other, &mut behind);
        behind.2
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

/// Writes a setting of any kind.
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
        /// Writes each field until one fails.
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

object! { Ladder as |it| Written(*it) }
object! { Policy as |it| Written(*it.numbers()) }
object! { Belief as |it| Written(*it.weights()) }

impl<S: Section> Object for Draft<S> {
    const KEYS: &'static [&'static str] = S::KEYS;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        OfSection(&mut self.value).entry(key, value)
    }
}
