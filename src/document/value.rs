//! How are single values read: numbers, names, ranges and lists of names?

use core::fmt::Display;

use alloc::string::{String, ToString};

use serde::de::{IgnoredAny, MapAccess, SeqAccess};

use super::read::{Into, LONGEST, Object, Raw, Reader, Take};
use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::input::place::Step;
use crate::vocabulary::date::Date;
use crate::vocabulary::office::Holder;
use crate::vocabulary::scale::{Estimate, Headcount, Months, Percent, Scale};
use crate::vocabulary::set::{Bits, Member, Set};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::{UnknownName, Word, named};

/// A single value: a number, a name, a text.
pub(crate) trait Value: Sized {
    /// Something that cannot stand here.
    fn wrong(found: Found, reader: &mut Reader);

    fn bool(value: bool, reader: &mut Reader) -> Option<Self> {
        Self::wrong(Found::Bool(value), reader);
        None
    }

    fn integer(value: i128, reader: &mut Reader) -> Option<Self> {
        Self::wrong(Found::Integer(value), reader);
        None
    }

    fn text(text: &str, reader: &mut Reader) -> Option<Self> {
        Self::wrong(Found::Text(text.into()), reader);
        None
    }

    /// A date of a format that has dates.
    fn date(written: String, reader: &mut Reader) -> Option<Self> {
        Self::wrong(Found::Date(written), reader);
        None
    }
}

impl<T: Value> Take for Option<T> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        T::wrong(found, reader);
    }

    fn other(&mut self, found: Found, reader: &mut Reader) {
        match found {
            Found::Date(written) => *self = T::date(written, reader),
            Found::Integer(value) => self.integer(value, reader),
            other => self.wrong(other, reader),
        }
    }

    fn bool(&mut self, value: bool, reader: &mut Reader) {
        *self = T::bool(value, reader);
    }

    fn integer(&mut self, value: i128, reader: &mut Reader) {
        *self = T::integer(value, reader);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        *self = T::text(text, reader);
    }
}

impl Value for bool {
    fn wrong(found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::TrueOrFalse);
    }

    fn bool(value: bool, _: &mut Reader) -> Option<Self> {
        Some(value)
    }
}

impl Value for String {
    fn wrong(found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Text);
    }

    fn text(text: &str, _: &mut Reader) -> Option<Self> {
        Some(text.into())
    }
}

/// A date as a text, and as the date that a format has.
impl Value for Date {
    fn wrong(found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Date);
    }

    fn text(text: &str, reader: &mut Reader) -> Option<Self> {
        text.parse().map_err(|_| Self::wrong(Found::Text(text.into()), reader)).ok()
    }

    fn date(written: String, reader: &mut Reader) -> Option<Self> {
        written.parse().map_err(|_| Self::wrong(Found::Date(written), reader)).ok()
    }
}

/// Takes an integer within bounds.
pub(super) fn within<T: TryFrom<i128>>(
    found: i128,
    [least, most]: [i128; 2],
    reader: &mut Reader,
) -> Option<T> {
    let value = (least..=most).contains(&found).then(|| T::try_from(found).ok()).flatten();
    if value.is_none() {
        reader.note(|| FaultKind::OutOfRange { found, least, most });
    }
    value
}

macro_rules! integers {
    ($($Int:ty: $Own:ty, $least:expr, $most:expr;)+) => { $(
        impl Value for $Own {
            fn wrong(found: Found, reader: &mut Reader) {
                reader.wrong(found, Shape::Integer);
            }

            fn integer(value: i128, reader: &mut Reader) -> Option<Self> {
                let value: Option<$Int> = within(value, [$least.into(), $most.into()], reader);
                value.and_then(|value| Self::try_from(value).ok())
            }
        }
    )+ };
}
integers! {
    u8: u8, u8::MIN, u8::MAX;
    u32: u32, u32::MIN, u32::MAX;
    u8: Months, Months::LEAST.get(), Months::MOST.get();
    u8: Percent, Percent::LEAST.get(), Percent::MOST.get();
    u32: Headcount, Headcount::LEAST.get(), Headcount::MOST.get();
}

/// Where a name has to stand, anything else is an unknown name, so that the names are told.
impl<W: Word> Value for W {
    fn wrong(found: Found, reader: &mut Reader) {
        reader.note(|| FaultKind::UnknownName(UnknownName::of::<W>(alloc::format!("{found}"))));
    }

    fn text(text: &str, reader: &mut Reader) -> Option<Self> {
        let word = named(text);
        if word.is_none() {
            reader.note(|| FaultKind::UnknownName(UnknownName::of::<W>(text)));
        }
        word
    }
}

/// A seat or an office, by its name.
impl Value for Holder {
    fn wrong(found: Found, reader: &mut Reader) {
        Self::text(&alloc::format!("{found}"), reader);
    }

    fn text(text: &str, reader: &mut Reader) -> Option<Self> {
        let holder = Self::from_name(text);
        if holder.is_none() {
            let (kind, found) = ("seat or office", text.into());
            reader.note(|| FaultKind::UnknownName(UnknownName { kind, found, allowed: &Self::NAMES }));
        }
        holder
    }
}

/// A value, or a list of its two ends.
impl<T: Scale + Display + Value> Take for Option<Estimate<T>> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        T::wrong(found, reader);
    }

    fn bool(&mut self, value: bool, reader: &mut Reader) {
        *self = T::bool(value, reader).map(Estimate::exact);
    }

    fn integer(&mut self, value: i128, reader: &mut Reader) {
        *self = T::integer(value, reader).map(Estimate::exact);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        *self = T::text(text, reader).map(Estimate::exact);
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, mut items: A, reader: &mut Reader) -> Result<(), A::Error> {
        let mut ends = [None::<T>, None];
        let mut found = 0;
        loop {
            let is_end = match ends.get_mut(found) {
                Some(end) => reader
                    .at(Step::Index(found), |reader| items.next_element_seed(Into(end, reader)))?
                    .is_none(),
                None => items.next_element::<IgnoredAny>()?.is_none(),
            };
            if is_end {
                break;
            }
            found += 1;
        }
        match (ends, found) {
            ([Some(least), Some(most)], 2) => {
                *self = Estimate::between(least, most).map_err(|error| reader.fault(error.into())).ok();
            }
            (_, 2) => {}
            (_, found) => reader.note(|| FaultKind::RangeLength { found }),
        }
        Ok(())
    }
}

/// The two ends of a result, by their keys.
impl<T: Copy + Ord + Display + Value> Take for Option<Span<T>> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Object(Ends::<T>::KEYS));
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let faults = reader.faults.len();
        let mut ends = Ends([None, None]);
        ends.map(entries, reader)?;
        match ends.0 {
            [Some(least), Some(most)] => {
                *self = Span::new(least, most);
                if self.is_none() {
                    reader.note(|| FaultKind::ReversedRange {
                        least: least.to_string(),
                        most: most.to_string(),
                    });
                }
            }
            [least, _] if reader.faults.len() == faults => {
                let missing = if least.is_none() { "least" } else { "most" };
                reader.note(|| FaultKind::MissingKey { missing });
            }
            _ => {}
        }
        Ok(())
    }
}

/// The ends of a result, as far as they were read.
struct Ends<T>([Option<T>; 2]);

impl<T: Value> Object for Ends<T> {
    const KEYS: &'static [&'static str] = &["least", "most"];

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        let [least, most] = &mut self.0;
        value.read(if key == 0 { least } else { most })
    }
}

/// A list of names, none of them twice.
impl<W: Member + Value, B: Bits> Take for Option<Set<W, B>> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Names(W::NAMES));
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        let faults = reader.faults.len();
        let mut set = Set::default();
        names(items, reader, |word: W| set.extend([word]))?;
        *self = (reader.faults.len() == faults).then_some(set);
        Ok(())
    }
}

/// Reads a list of names, and notes each that is there before.
pub(super) fn names<'de, W: Member + Value, A: SeqAccess<'de>>(
    items: A,
    reader: &mut Reader,
    mut take: impl FnMut(W),
) -> Result<(), A::Error> {
    let mut seen = 0_u128;
    reader.list(items, LONGEST, |word: W, reader| {
        let bit = 1 << word.place();
        if seen & bit != 0 {
            let name = W::NAMES.get(word.place() as usize).copied().unwrap_or_default();
            reader.note(|| FaultKind::RepeatedName { found: name.into() });
        }
        seen |= bit;
        take(word);
    })
}
