//! How does a document become a value or a list of faults?
//!
//! Whatever a parser delivers goes straight to its target: a [`Take`] takes the value at its place, or reports why the value
//! is not allowed there. Reading then continues, so that all faults are found in one pass. Only the parser's own errors stop it.

use core::fmt;
use core::marker::PhantomData;

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::document::number::{float, number};
use crate::input::draft::Draft;
use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::input::found::{Found, Shape};
use crate::input::place::{Place, Step};
use crate::vocabulary::word::Word;

/// The most names that a list may have. No meaningful list of names is half as long.
pub(crate) const LONGEST: usize = 256;

/// The prefix of keys that hold remarks for human readers.
pub(crate) const REMARK: &str = "//";
/// The key under which a document names its schema.
pub(crate) const SCHEMA: &str = "$schema";

/// The current place in the document, and the faults so far.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(super) place: Place,
    pub(crate) faults: Faults,
}

impl Reader {
    /// Starts at the root of a document, and keeps up to this many faults.
    pub(crate) fn up_to(limit: usize) -> Self {
        Self { place: Place::default(), faults: Faults::up_to(limit) }
    }

    /// Reports a fault at this place.
    pub(crate) fn fault(&mut self, problem: FaultKind) {
        self.note(|| problem);
    }

    /// Reports a fault at this place, which is computed only if it is kept.
    pub(crate) fn note(&mut self, problem: impl FnOnce() -> FaultKind) {
        self.faults.note(|| Fault::new(self.place.clone(), problem()));
    }

    /// Reports a fault at this place, or under a key of it.
    pub(crate) fn at_key(&mut self, key: Option<&'static str>, problem: FaultKind) {
        let place = key.into_iter().fold(self.place.clone(), Place::then);
        self.faults.push(Fault::new(place, problem));
    }

    /// Reports a value of the wrong type at this place.
    pub(crate) fn wrong(&mut self, single: Single<'_>, allowed: Shape) {
        self.note(|| single.wrong(allowed));
    }

    /// Returns the value that was read, or reports its fault and returns `None`.
    pub(crate) fn kept<T>(&mut self, read: Result<T, FaultKind>) -> Option<T> {
        read.map_err(|problem| self.fault(problem)).ok()
    }

    /// Returns what was built from the parts of an object, or reports its fault. That a part is missing is no news if there
    /// are more faults than before the object: the part may be there, but not readable.
    pub(crate) fn built<T>(&mut self, built: Result<T, FaultKind>, before: usize) -> Option<T> {
        match built {
            Err(FaultKind::MissingKey { .. }) if self.faults.len() > before => None,
            built => self.kept(built),
        }
    }

    /// Reads one step deeper into the document.
    pub(crate) fn at<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.place.push(step);
        let value = read(self);
        self.place.pop();
        value
    }

    /// Takes over the faults of a draft whose place is `steps` above this one.
    pub(crate) fn lift<T>(&mut self, draft: &mut Draft<T>, steps: usize) {
        if draft.faults.len() > 0 {
            let outer = self.place.outer(steps);
            self.faults.take_over(&mut draft.faults, |fault| fault.below(&outer));
        }
    }

    /// Whether a key at this place is a remark or a schema reference, and is ignored.
    fn is_remark(&self, key: &str) -> bool {
        key.starts_with(REMARK) || key == SCHEMA && self.place.steps().is_empty()
    }

    /// Reads the entries of an object that may have these keys, passing on the position of each key. Returns the number of
    /// entries or, if the value only looks like an object, what it is instead.
    pub(crate) fn object<'de, A: MapAccess<'de>>(
        &mut self,
        mut entries: A,
        allowed: &'static [&'static str],
        mut read: impl FnMut(usize, &mut Raw<'_, A>) -> Result<(), A::Error>,
    ) -> Result<Result<usize, Found>, A::Error> {
        let (mut seen, mut count, mut next) = (0_u128, 0, 0);
        while let Some(key) = entries.next_key_seed(KeyOf { allowed, next })? {
            match key {
                Key::Unknown(key) => {
                    if count == 0 && [NUMBER, DATE].contains(&key.as_str()) {
                        return special(&key, entries).map(Err);
                    }
                    if self.is_remark(&key) {
                        entries.next_value::<de::IgnoredAny>()?;
                        continue;
                    }
                    let step = Step::Key(Cow::Owned(key));
                    self.at(step, |reader| {
                        reader.faults.note(|| {
                            let found = match reader.place.steps() {
                                [.., Step::Key(key)] => key.to_string(),
                                _ => String::new(),
                            };
                            Fault::new(reader.place.clone(), FaultKind::UnknownKey { found, allowed })
                        });
                        entries.next_value::<de::IgnoredAny>()
                    })?;
                }
                Key::Known(position, known) => {
                    next = position + 1;
                    let bit = 1 << position;
                    self.at(Step::Key(Cow::Borrowed(known)), |reader| {
                        if seen & bit != 0 {
                            reader.note(|| FaultKind::RepeatedKey { found: known.into() });
                            return entries.next_value::<de::IgnoredAny>().map(|_| ());
                        }
                        seen |= bit;
                        read(position, &mut Raw { entries: &mut entries, reader })
                    })?;
                }
            }
            count += 1;
        }
        Ok(Ok(count))
    }

    /// Reads at most `most` elements of a list with a function that takes the position of each, and returns `None` after the
    /// last. Returns the number of all elements.
    pub(super) fn elements<'de, A: SeqAccess<'de>>(
        &mut self,
        mut items: A,
        most: usize,
        mut read: impl FnMut(usize, &mut A, &mut Self) -> Result<Option<()>, A::Error>,
    ) -> Result<usize, A::Error> {
        for index in 0..most {
            if self.at(Step::Index(index), |reader| read(index, &mut items, reader))?.is_none() {
                return Ok(index);
            }
        }
        let found = most.saturating_add(rest(items)?);
        if found > most {
            self.note(|| FaultKind::TooMany { found, most });
        }
        Ok(found)
    }

    /// Reads at most `most` elements of a list to the same target.
    pub(crate) fn each<'de, A: SeqAccess<'de>>(
        &mut self,
        items: A,
        most: usize,
        to: &mut impl Take,
    ) -> Result<(), A::Error> {
        self.elements(items, most, |_, items, reader| items.next_element_seed(Into(to, reader))).map(|_| ())
    }
}

/// Skips to the end of a list, and returns the number of elements skipped.
pub(super) fn rest<'de, A: SeqAccess<'de>>(mut items: A) -> Result<usize, A::Error> {
    let mut count = 0;
    while items.next_element::<de::IgnoredAny>()?.is_some() {
        count += 1;
    }
    Ok(count)
}

/// Skips to the end of an object.
fn skip<'de, A: MapAccess<'de>>(mut entries: A) -> Result<(), A::Error> {
    while entries.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
    Ok(())
}

/// The keys under which parsers deliver values that serde has no type for and that only look like objects: a number with the
/// feature `arbitrary_precision` of `serde_json`, and a TOML date.
const NUMBER: &str = "$serde_json::private::Number";
const DATE: &str = "$__toml_private_datetime";

/// Reads the value under the key of something that only looks like an object.
fn special<'de, A: MapAccess<'de>>(key: &str, mut entries: A) -> Result<Found, A::Error> {
    let mut written: Option<String> = None;
    entries.next_value_seed(Into(&mut written, &mut Reader::up_to(Faults::LIMIT)))?;
    skip(entries)?;
    Ok(match (key, written) {
        (NUMBER, Some(written)) => number(&written),
        (DATE, Some(written)) => Found::Date(written),
        _ => Found::Object,
    })
}

/// Reads an object, or something that only looks like one, where neither is allowed.
pub(super) fn not_object<'de, A: MapAccess<'de>>(mut entries: A) -> Result<Found, A::Error> {
    match entries.next_key_seed(KeyOf { allowed: &[], next: 0 })? {
        Some(Key::Unknown(key)) => special(&key, entries),
        _ => Ok(Found::Object),
    }
}

/// A key that is allowed, or any other key.
enum Key {
    Known(usize, &'static str),
    Unknown(String),
}

/// Reads a key. Documents mostly have their keys in order, so the key after the previous one is tried first.
#[derive(Clone, Copy)]
struct KeyOf {
    allowed: &'static [&'static str],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeyOf {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyOf {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        let is = |position: &usize| self.allowed.get(*position) == Some(&key);
        let known = Some(self.next).filter(is).or_else(|| (0..self.allowed.len()).find(is));
        let known = known.and_then(|position| Some(Key::Known(position, self.allowed.get(position)?)));
        Ok(known.unwrap_or_else(|| Key::Unknown(key.into())))
    }
}

/// A value that is not a list or an object, or that is one of these but not allowed at its place.
pub(crate) enum Single<'a> {
    Text(&'a str),
    /// Anything but a text.
    Other(Found),
}

impl Single<'_> {
    /// Returns the fault of a value of the wrong type.
    pub(super) fn wrong(self, allowed: Shape) -> FaultKind {
        let found = match self {
            Self::Text(text) => Found::Text(text.into()),
            Self::Other(found) => found,
        };
        FaultKind::WrongType { found, allowed }
    }
}

/// A target that takes the value at its place in a document, or reports why the value is not allowed there.
pub(crate) trait Take {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader);

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        rest(items)?;
        self.single(Single::Other(Found::List), reader);
        Ok(())
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        self.single(Single::Other(not_object(entries)?), reader);
        Ok(())
    }
}

/// A target that takes an object, key by key.
pub(crate) trait Object {
    /// The keys that the object may have.
    const KEYS: &'static [&'static str];

    /// Reads the value of a key.
    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error>;
}

/// The value of the key that was just read.
pub(crate) struct Raw<'a, A> {
    pub(crate) entries: &'a mut A,
    pub(crate) reader: &'a mut Reader,
}

impl<'de, A: MapAccess<'de>> Raw<'_, A> {
    /// Reads the value to its target.
    pub(crate) fn read(&mut self, to: &mut impl Take) -> Result<(), A::Error> {
        self.entries.next_value_seed(Into(to, self.reader))
    }
}

/// An object whose keys are names, with a function that takes each name, its value as far as it was read, and the reader.
pub(crate) struct ByName<M, T, F>(F, PhantomData<(M, T)>);

pub(crate) fn by_name<M: Word, T: Default + Take, F: FnMut(M, T, &mut Reader)>(take: F) -> ByName<M, T, F> {
    ByName(take, PhantomData)
}

impl<M: Word, T: Default + Take, F: FnMut(M, T, &mut Reader)> Object for ByName<M, T, F> {
    const KEYS: &'static [&'static str] = M::NAMES;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        let mut read = T::default();
        value.read(&mut read)?;
        if let Some(name) = M::ALL.get(key) {
            (self.0)(*name, read, value.reader);
        }
        Ok(())
    }
}

impl<T: Object> Take for T {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        reader.wrong(single, Shape::Object(T::KEYS));
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let read = |key, value: &mut Raw<'_, A>| self.entry(key, value);
        if let Err(found) = reader.object(entries, T::KEYS, read)? {
            self.single(Single::Other(found), reader);
        }
        Ok(())
    }
}

/// Reads the value at a place to its target.
pub(crate) struct Into<'a, T>(pub(crate) &'a mut T, pub(crate) &'a mut Reader);

impl<'de, T: Take> DeserializeSeed<'de> for Into<'_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: Take> Visitor<'de> for Into<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.single(Single::Other(Found::Null), self.1);
        Ok(())
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.0.single(Single::Other(Found::Bool(value)), self.1);
        Ok(())
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.visit_i128(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.visit_i128(value.into())
    }

    fn visit_i128<E>(self, value: i128) -> Result<(), E> {
        self.0.single(Single::Other(Found::Integer(value)), self.1);
        Ok(())
    }

    fn visit_u128<E>(self, value: u128) -> Result<(), E> {
        self.0.single(Single::Other(number(&value.to_string())), self.1);
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.0.single(Single::Other(float(value)), self.1);
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.0.single(Single::Text(text), self.1);
        Ok(())
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<(), E> {
        self.0.single(Single::Other(Found::Bytes), self.1);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        self.0.list(items, self.1)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        self.0.map(entries, self.1)
    }
}
