//! How are single values read: numbers, names, ranges and lists of names?

use core::fmt::Display;

use alloc::string::{String, ToString};

use serde::de::{IgnoredAny, MapAccess, SeqAccess};

use super::read::{Into, LONGEST, Object, Raw, Reader, Take};
use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::vocabulary::date::Date;
use crate::vocabulary::office::Holder;
use crate::vocabulary::scale::{Estimate, Headcount, IntoEstimate, Months, Percent, Scale};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::{UnknownName, Word, name, named};

/// A single value, such as a number, a name or a text.
pub(crate) trait Value: Sized {
    /// Reads a value that is not a text.
    fn single(found: Found) -> Result<Self, FaultKind>;

    fn text(text: &str) -> Result<Self, FaultKind> {
        Self::single(Found::Text(text.into()))
    }
}

impl<T: Value> Take for Option<T> {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        *self = reader.kept(T::single(found));
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        *self = reader.kept(T::text(text));
    }
}

impl Value for bool {
    fn single(found: Found) -> Result<Self, FaultKind> {
        if let Found::Bool(value) = found {
            Ok(value)
        } else {
            Err(FaultKind::WrongType { found, allowed: Shape::TrueOrFalse })
        }
    }
}

impl Value for String {
    fn single(found: Found) -> Result<Self, FaultKind> {
        if let Found::Text(text) = found {
            Ok(text)
        } else {
            Err(FaultKind::WrongType { found, allowed: Shape::Text })
        }
    }
}

/// A date, written as text or as the format's own date type.
impl Value for Date {
    fn single(found: Found) -> Result<Self, FaultKind> {
        let date = match &found {
            Found::Date(written) | Found::Text(written) => written.parse().ok(),
            _ => None,
        };
        date.ok_or(FaultKind::WrongType { found, allowed: Shape::Date })
    }
}

/// Reads an integer within bounds.
pub(super) fn within<T: TryFrom<i128>>(found: i128, [least, most]: [i128; 2]) -> Result<T, FaultKind> {
    let value = (least..=most).contains(&found).then(|| T::try_from(found).ok()).flatten();
    value.ok_or(FaultKind::OutOfRange { found, least, most })
}

macro_rules! integers {
    ($($Int:ty: $Own:ty, $least:expr, $most:expr;)+) => { $(
        impl Value for $Own {
            fn single(found: Found) -> Result<Self, FaultKind> {
                let (least, most) = ($least.into(), $most.into());
                let Found::Integer(found) = found else { return Err(FaultKind::WrongType { found, allowed: Shape::Integer }) };
                let value = <$Int>::try_from(found).ok().and_then(|value| Self::try_from(value).ok());
                value.ok_or(FaultKind::OutOfRange { found, least, most })
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

impl<W: Word> Value for W {
    fn single(found: Found) -> Result<Self, FaultKind> {
        Err(FaultKind::WrongType { found, allowed: Shape::Name(W::NAMES) })
    }

    fn text(text: &str) -> Result<Self, FaultKind> {
        Ok(named(text)?)
    }
}

/// A seat or an office, by its name.
impl Value for Holder {
    fn single(found: Found) -> Result<Self, FaultKind> {
        Err(FaultKind::WrongType { found, allowed: Shape::Name(&Self::NAMES) })
    }

    fn text(text: &str) -> Result<Self, FaultKind> {
        let unknown = || UnknownName { kind: "seat or office", found: text.into(), allowed: &Self::NAMES };
        Self::from_name(text).ok_or_else(|| unknown().into())
    }
}

/// A value, or a list of the two ends of a range.
impl<T: Scale + Display + Value> Take for Option<Estimate<T>> {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        *self = reader.kept(T::single(found)).map(Estimate::exact);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        *self = reader.kept(T::text(text)).map(Estimate::exact);
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        let mut ends = [None::<T>, None];
        let found = reader.elements(items, usize::MAX, |index, items, reader| match ends.get_mut(index) {
            Some(end) => items.next_element_seed(Into(end, reader)),
            None => Ok(items.next_element::<IgnoredAny>()?.map(|_| ())),
        })?;
        match (ends, found) {
            ([Some(least), Some(most)], 2) => {
                *self = reader.kept((least..=most).into_estimate().map_err(FaultKind::from));
            }
            (_, 2) => {}
            (_, found) => reader.note(|| FaultKind::RangeLength { found }),
        }
        Ok(())
    }
}

/// The two ends of a result, under their keys.
impl<T: Copy + Ord + Display + Value> Take for Option<Span<T>> {
    fn single(&mut self, found: Found, reader: &mut Reader) {
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

/// The ends of a result that have been read so far.
struct Ends<T>([Option<T>; 2]);

impl<T: Value> Object for Ends<T> {
    const KEYS: &'static [&'static str] = &["least", "most"];

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        let [least, most] = &mut self.0;
        value.read(if key == 0 { least } else { most })
    }
}

/// Reads a list of names, and reports each repeated name.
pub(super) fn names<'de, W: Word + Value, A: SeqAccess<'de>>(
    items: A,
    reader: &mut Reader,
    mut take: impl FnMut(W),
) -> Result<(), A::Error> {
    let mut seen = 0_u128;
    let each = |_, items: &mut A, reader: &mut Reader| {
        let mut word: Option<W> = None;
        let read = items.next_element_seed(Into(&mut word, reader))?;
        let Some(word) = word else { return Ok(read) };
        let bit = 1 << word.index();
        if seen & bit != 0 {
            reader.note(|| FaultKind::RepeatedName { found: name(word).into() });
        }
        seen |= bit;
        take(word);
        Ok(read)
    };
    reader.elements(items, LONGEST, each).map(|_| ())
}
