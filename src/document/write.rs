//! How are values written that serde has no form for?

use core::fmt::Display;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::vocabulary::office::Holder;
use crate::vocabulary::scale::{Estimate, Headcount, Months, Percent, Scale};

/// Writes a value as its text.
pub(crate) struct Text<T>(pub(crate) T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Returns a part of a result, which may borrow from it.
pub(crate) fn part<'a, T, V>(result: &'a T, of: impl FnOnce(&'a T) -> V) -> V {
    of(result)
}

/// Declares the written form of a result: another value, or an object with these keys. A word after a key names the method of
/// [`Entries`] that may leave the entry out. A result with labels is declared with their type and any further bound on it. What
/// follows `by` has other keys in each case, before the last keys.
macro_rules! object {
    ($Type:ty as $form:expr) => {
        impl serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&crate::document::write::part(self, $form), serializer)
            }
        }
    };
    ($Type:ty $(where $Label:ident $(: $Bound:path)?)? {
        $($key:tt $($how:ident)?: $value:expr),+ $(,)?
    } $(by $by:expr, {
        $($case:pat => { $($case_key:literal $($case_how:ident)?: $case_value:expr),* })+
    } { $($last_key:literal: $last:expr),+ $(,)? })?) => {
        impl$(<$Label: serde::Serialize $(+ $Bound)?>)? serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;

                let mut map = serializer.serialize_map(None)?;
                $( crate::document::write::object! { @entry map, $key, crate::document::write::part(self, $value) $(, $how)? } )+
                $(
                    match crate::document::write::part(self, $by) {
                        $( $case => { $( crate::document::write::object! { @entry map, $case_key, $case_value $(, $case_how)? } )* } )+
                    }
                    $( crate::document::write::object! { @entry map, $last_key, crate::document::write::part(self, $last) } )+
                )?
                map.end()
            }
        }
    };
    (@entry $map:ident, $key:tt, $value:expr) => { $map.serialize_entry($key, &$value)?; };
    (@entry $map:ident, $key:tt, $value:expr, $how:ident) => { crate::document::write::Entries::$how(&mut $map, $key, $value)?; };
}
pub(crate) use object;

object! { Percent as |it| it.get() }
object! { Months as |it| it.get() }
object! { Headcount as |it| it.get() }
object! { Holder as |it| it.as_str() }

/// An exact value is written as itself, any other estimate as its two ends.
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

/// Entries that are left out if they say nothing.
pub(crate) trait Entries: SerializeMap {
    /// Writes a value, if there is one.
    fn optional<T: Serialize>(&mut self, key: &'static str, value: Option<T>) -> Result<(), Self::Error> {
        value.map_or(Ok(()), |value| self.serialize_entry(key, &value))
    }

    /// Writes a fact, if anything is known about it.
    fn known<T: Scale + Serialize>(
        &mut self,
        key: &'static str,
        estimate: Estimate<T>,
    ) -> Result<(), Self::Error> {
        if estimate.is_unknown() { Ok(()) } else { self.serialize_entry(key, &estimate) }
    }

    /// Writes an object, if it has entries.
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
