//! The form of policies: every number by its name; what is not stated stays as it is.

use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::read::{Document, Object, Reader, Take, built};
use super::value::{Value, within};
use crate::input::draft::Draft;
use crate::input::found::{Found, Shape};
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::setting::{ANY, Bounds, Need};
use crate::rules::policy::Policy;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::Word;

/// A setting of a policy, which a document replaces as far as it states it, within its bounds.
pub(crate) struct Stated<'a, T>(pub(crate) &'a mut T, pub(crate) Bounds);

macro_rules! numbers {
    ($($Int:ty),+) => { $(
        impl Take for Stated<'_, $Int> {
            fn wrong(&mut self, found: Found, reader: &mut Reader) {
                reader.wrong(found, Shape::Integer);
            }

            fn integer(&mut self, value: i128, reader: &mut Reader) {
                let Bounds { least, most, .. } = self.1;
                let bounds = [least.max(<$Int>::MIN.into()).into(), most.min(<$Int>::MAX.into()).into()];
                if let Some(value) = within(value, bounds, reader) {
                    *self.0 = value;
                }
            }
        }
    )+ };
}
numbers! { u8, u16, u32 }

macro_rules! names {
    ($($Word:ty),+) => { $(
        impl Take for Stated<'_, $Word> {
            fn wrong(&mut self, found: Found, reader: &mut Reader) {
                <$Word as Value>::wrong(found, reader);
            }

            fn text(&mut self, text: &str, reader: &mut Reader) {
                *self.0 = <$Word as Value>::text(text, reader).unwrap_or(*self.0);
            }
        }
    )+ };
}
names! { Severity, Maturity }

/// What can be stated under a key.
pub(crate) trait State: Sized {
    fn state<'de, A: MapAccess<'de>>(
        &mut self,
        bounds: Bounds,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error>;
}

macro_rules! states {
    ($($Type:ty),+) => { $(
        impl crate::document::policy::State for $Type {
            fn state<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                bounds: crate::policy::setting::Bounds,
                entries: &mut A,
                reader: &mut crate::document::read::Reader,
            ) -> Result<(), A::Error> {
                reader.value(entries, &mut crate::document::policy::Stated(self, bounds))
            }
        }
    )+ };
}
pub(crate) use states;
states! { u8, u16, u32, Severity, Maturity, Need, Ladder }

impl<K: Word, V: Copy + Default + State, const N: usize> State for Table<K, V, N> {
    fn state<'de, A: MapAccess<'de>>(
        &mut self,
        bounds: Bounds,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        reader.value(entries, &mut Stated(self, bounds))
    }
}

/// How a policy says that a role does not need a skill.
pub(super) const NOT_NEEDED: &str = "not-needed";
/// How a policy says that a number never makes a severity.
pub(super) const NEVER: &str = "never";

impl Take for Stated<'_, Need> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Need);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        match Proficiency::from_name(text) {
            None if text != NOT_NEEDED => self.wrong(Found::Text(text.into()), reader),
            level => *self.0 = Need(level),
        }
    }
}

impl Serialize for Need {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.map_or(NOT_NEEDED, Proficiency::as_str))
    }
}

impl<K: Word, V: Copy + Default + State, const N: usize> Object for Stated<'_, Table<K, V, N>> {
    const KEYS: &'static [&'static str] = K::NAMES;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let Some(&key) = K::ALL.get(position) else { return Ok(()) };
        let mut value = self.0.get(key);
        value.state(self.1, entries, reader)?;
        self.0.set(key, value);
        Ok(())
    }
}

/// The severities that have thresholds.
const RUNGS: &[&str] = match <Severity as Word>::NAMES {
    [_none, rungs @ ..] => rungs,
    [] => &[],
};

/// A threshold, if there is one.
impl Take for Stated<'_, Option<u32>> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Threshold);
    }

    fn integer(&mut self, value: i128, reader: &mut Reader) {
        let mut threshold = self.0.unwrap_or(0);
        let faults = reader.faults.len();
        Stated(&mut threshold, self.1).integer(value, reader);
        if reader.faults.len() == faults {
            *self.0 = Some(threshold);
        }
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        if text == NEVER { *self.0 = None } else { self.wrong(Found::Text(text.into()), reader) }
    }
}

impl Object for Stated<'_, Ladder> {
    const KEYS: &'static [&'static str] = RUNGS;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let Some(&rung) = Severity::ALL.get(position + 1) else { return Ok(()) };
        let mut threshold = self.0.threshold(rung);
        reader.value(entries, &mut Stated(&mut threshold, self.1))?;
        *self.0 = self.0.with(rung, threshold);
        Ok(())
    }
}

/// A ladder by itself, which says all its thresholds.
impl Object for Option<Ladder> {
    const KEYS: &'static [&'static str] = RUNGS;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        Stated(self.get_or_insert(Ladder::new([None; 4])), ANY).entry(position, entries, reader)
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

        impl crate::document::read::Object for crate::document::policy::Stated<'_, $Section> {
            const KEYS: &'static [&'static str] = &[$(crate::vocabulary::kebab::kebab!($field)),+];

            fn entry<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                position: usize,
                entries: &mut A,
                reader: &mut crate::document::read::Reader,
            ) -> Result<(), A::Error> {
                use crate::document::policy::State;

                let key = Self::KEYS.get(position).copied().unwrap_or_default();
                $( if key == crate::vocabulary::kebab::kebab!($field) {
                    return self.0.$field.state($bounds, entries, reader);
                } )+
                Ok(())
            }
        }

        crate::document::policy::states! { $Section }

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

impl Document for Numbers {
    fn nothing() -> Draft<Self> {
        Draft::of(Self::DEFAULT)
    }
}

impl Take for Draft<Numbers> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        Stated(&mut self.value, ANY).wrong(found, reader);
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        Stated(&mut self.value, ANY).map(entries, reader)
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        built(deserializer, Draft::<Numbers>::build)
    }
}
