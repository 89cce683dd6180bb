//! How are single values read: numbers, names, ranges and lists of names?

use core::fmt::Display;

use alloc::string::{String, ToString};

use serde::de::{IgnoredAny, SeqAccess};

use super::entries::{items, record};
use super::read::{Into, LONGEST, Reader, Single, Take};
use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::vocabulary::date::Date;
use crate::vocabulary::office::Holder;
use crate::vocabulary::scale::{Estimate, Headcount, IntoEstimate, Months, Percent, Scale};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::{self, Word, name};

/// A single value, such as a number, a name or a text.
pub(crate) trait Value: Sized {
    fn of(single: Single<'_>) -> Result<Self, FaultKind>;
}

impl<T: Value> Take for Option<T> {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        *self = reader.kept(T::of(single));
    }
}

impl Value for bool {
    fn of(single: Single<'_>) -> Result<Self, FaultKind> {
        match single {
            Single::Other(Found::Bool(value)) => Ok(value),
            other => Err(other.wrong(Shape::TrueOrFalse)),
        }
    }
}

impl Value for String {
    fn of(single: Single<'_>) -> Result<Self, FaultKind> {
        let Single::Text(text) = single else { return Err(single.wrong(Shape::Text)) };
        Ok(text.into())
    }
}

/// A date, written as text or as the format's own date type.
impl Value for Date {
    fn of(single: Single<'_>) -> Result<Self, FaultKind> {
        let date = match &single {
            Single::Text(written) => written.parse().ok(),
            Single::Other(Found::Date(written)) => written.parse().ok(),
            Single::Other(_) => None,
        };
        date.ok_or_else(|| single.wrong(Shape::Date))
    }
}

/// Reads an integer within bounds.
pub(super) fn within<T: TryFrom<i128>>(found: i128, [least, most]: [i128; 2]) -> Result<T, FaultKind> {
    let value = (least..=most).contains(&found).then(|| T::try_from(found).ok()).flatten();
    value.ok_or(FaultKind::OutOfRange { found, least, most })
}

/// Reads the name of one of these; the names are in the same order.
pub(super) fn one_of<T>(
    single: Single<'_>,
    kind: &'static str,
    names: &'static [&'static str],
    all: impl IntoIterator<Item = T>,
) -> Result<T, FaultKind> {
    let Single::Text(text) = single else { return Err(single.wrong(Shape::Name(names))) };
    Ok(word::one_of(text, kind, names, all)?)
}

macro_rules! integers {
    ($($Int:ty: $Own:ty, $least:expr, $most:expr;)+) => { $(
        impl Value for $Own {
            fn of(single: Single<'_>) -> Result<Self, FaultKind> {
                let (least, most) = ($least.into(), $most.into());
                let Single::Other(Found::Integer(found)) = single else { return Err(single.wrong(Shape::Integer)) };
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
    fn of(single: Single<'_>) -> Result<Self, FaultKind> {
        one_of(single, W::KIND, W::NAMES, W::ALL.iter().copied())
    }
}

/// A seat or an office, by its name.
impl Value for Holder {
    fn of(single: Single<'_>) -> Result<Self, FaultKind> {
        one_of(single, "seat or office", &Self::NAMES, Self::all())
    }
}

/// A value, or a list of the two ends of a range.
impl<T: Scale + Display + Value> Take for Option<Estimate<T>> {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        *self = reader.kept(T::of(single)).map(Estimate::exact);
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

record! { Span<T> where T: Copy, Ord, Display, Value {
    "least": least: T = |it| &it.least,
    "most": most: T = |it| &it.most,
} => |_| {
    let reversed = || FaultKind::ReversedRange { least: least.to_string(), most: most.to_string() };
    Span::new(least, most).ok_or_else(reversed)
} }

/// Reads a list of names, and reports each repeated name.
pub(super) fn names<'de, W: Word + Value, A: SeqAccess<'de>>(
    names: A,
    reader: &mut Reader,
    mut take: impl FnMut(W),
) -> Result<(), A::Error> {
    let mut seen = 0_u128;
    let each = |word: W, reader: &mut Reader| {
        let bit = 1 << word.index();
        if seen & bit != 0 {
            reader.note(|| FaultKind::RepeatedName { found: name(word).into() });
        }
        seen |= bit;
        take(word);
    };
    items(LONGEST, each).list(names, reader)
}
