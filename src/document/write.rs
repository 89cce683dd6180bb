//! How values are written where serde has no form for them.

use core::fmt::Display;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::vocabulary::office::Holder;
use crate::vocabulary::scale::{Estimate, Headcount, Months, Percent, Scale};
use crate::vocabulary::span::Span;

/// Writes something as its text.
pub(crate) struct Text<T>(pub(crate) T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A part of a result, which may be borrowed from it.
pub(crate) fn part<'a, T, V>(result: &'a T, of: impl FnOnce(&'a T) -> V) -> V {
    of(result)
}

/// Declares the form of a result: an object with these keys, and behind a semicolon those that may be left out. A result with
/// labels is declared with the name of their type, and what else has to be known of it.
macro_rules! object {
    ($Type:ty $(where $Label:ident $(: $Bound:path)?)? {
        $($key:literal: $value:expr),+ $(,)? $(; $($optional:literal: $option:expr),+ $(,)?)?
    }) => {
        impl$(<$Label: serde::Serialize $(+ $Bound)?>)? serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;

                let mut map = serializer.serialize_map(None)?;
                $( map.serialize_entry($key, &crate::document::write::part(self, $value))?; )+
                $($( crate::document::write::Entries::optional(&mut map, $optional, crate::document::write::part(self, $option))?; )+)?
                map.end()
            }
        }
    };
}
pub(crate) use object;

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.get())
    }
}

impl Serialize for Months {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.get())
    }
}

impl Serialize for Holder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Headcount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.get())
    }
}

/// An exact value is written as itself, anything else as its two ends.
impl<T: Scale + Serialize> Serialize for Estimate<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(value) = self.value() {
            return value.serialize(serializer);
        }
        let mut list = serializer.serialize_seq(Some(2))?;
        list.serialize_element(&self.least())?;
        list.serialize_element(&self.most())?;
        list.end()
    }
}

impl<T: Serialize> Serialize for Span<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("least", &self.least)?;
        map.serialize_entry("most", &self.most)?;
        map.end()
    }
}

/// Entries that are left out where they say nothing.
pub(crate) trait Entries: SerializeMap {
    /// A value, where there is one.
    fn optional<T: Serialize>(&mut self, key: &'static str, value: Option<T>) -> Result<(), Self::Error> {
        value.map_or(Ok(()), |value| self.serialize_entry(key, &value))
    }

    /// A fact, where something is known of it.
    fn known<T: Scale + Serialize>(
        &mut self,
        key: &'static str,
        estimate: Estimate<T>,
    ) -> Result<(), Self::Error> {
        if estimate.is_unknown() { Ok(()) } else { self.serialize_entry(key, &estimate) }
    }

    /// An object, where it has entries.
    fn object<K: Serialize, V: Serialize>(
        &mut self,
        key: &'static str,
        entries: impl Iterator<Item = (K, V)> + Clone,
    ) -> Result<(), Self::Error> {
        if entries.clone().next().is_none() { Ok(()) } else { self.serialize_entry(key, &Object(entries)) }
    }
}

/// An object with these entries.
struct Object<I>(I);

impl<K: Serialize, V: Serialize, I: Iterator<Item = (K, V)> + Clone> Serialize for Object<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.clone())
    }
}

impl<M: SerializeMap> Entries for M {}
