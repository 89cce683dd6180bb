//! How are objects with required keys read, alone and in lists?

use core::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, SeqAccess};

use super::read::{Into, Reader, Single, Take};
use crate::input::faults::Faults;
use crate::input::found::Shape;

/// Declares how an object is read: what reads the value of each key, or the field that takes it.
macro_rules! keyed {
    ($Type:ty { $($key:tt: $field:tt),+ $(,)? }) => {
        crate::document::entries::keyed! { $Type |it, value| { $($key => value.read(&mut it.$field),)+ } }
    };
    ($Type:ty |$it:ident, $value:ident| { $($($key:tt)|+ => $read:expr),+ $(,)? }) => {
        impl crate::document::read::Object for $Type {
            const KEYS: &'static [&'static str] = &[$($($key),+),+];

            fn entry<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                key: usize,
                $value: &mut crate::document::read::Raw<'_, A>,
            ) -> Result<(), A::Error> {
                let ($it, mut places) = (self, 0..);
                $( if [$($key),+].iter().any(|_| places.next() == Some(key)) { return $read; } )+
                Ok(())
            }
        }
    };
}
pub(super) use keyed;

/// Declares an object that is built once all of its keys are read: its keys, the part under each with its type and how it is
/// written, and what is built from the parts. A part whose key is followed by a word may be missing. Other keys are ignored.
macro_rules! record {
    ($Type:ty $(where $Label:ident: $($Bound:path),+)? {
        $($key:literal $($how:ident)?: $part:ident: $Part:ty = $written:expr),+ $(,)?
    } $(beside $other:tt)? => |$reader:tt| $build:expr) => {
        crate::document::write::object! { $Type $(where $Label)? { $($key $($how)?: $written),+ } }

        const _: () = {
            use crate::document::entries::record;
            use crate::document::read::{Reader, Single, Take};
            use crate::input::fault::FaultKind;
            use crate::input::found::Shape;

            const KEYS: &[&str] = &record! { @keys [$($key),+] $($other)? };

            impl$(<$Label: $($Bound +)+>)? Take for Option<$Type> {
                fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
                    reader.wrong(single, Shape::Object(KEYS));
                }

                fn map<'de, A: serde::de::MapAccess<'de>>(&mut self, map: A, reader: &mut Reader) -> Result<(), A::Error> {
                    let faults = reader.faults.len();
                    $( let mut $part: Option<$Part> = None; )+
                    let read = reader.object(map, KEYS, |key, value| {
                        let mut places = 0..;
                        $( if places.next() == Some(key) { return value.read(&mut $part); } )+
                        value.entries.next_value::<serde::de::IgnoredAny>().map(|_| ())
                    })?;
                    if let Err(found) = read {
                        self.single(Single::Other(found), reader);
                        return Ok(());
                    }
                    let build = |$reader: &mut Reader| {
                        $( record! { @part $part $key $($how)? } )+
                        $build
                    };
                    let built = build(reader);
                    *self = reader.built(built, faults);
                    Ok(())
                }
            }
        };
    };
    (@keys [$($key:literal),+]) => { [$($key),+] };
    (@keys [$($key:literal),+] [$($other:literal),+ $(,)?]) => { [$($key,)+ $($other),+] };
    (@part $part:ident $key:literal) => { let $part = $part.ok_or(FaultKind::MissingKey { missing: $key })?; };
    (@part $part:ident $key:literal $how:ident) => {};
}
pub(super) use record;

/// Reads a complete value, or returns all of its faults.
pub(super) fn whole<'de, T: Take, B, D: Deserializer<'de>>(
    mut to: T,
    deserializer: D,
    build: impl FnOnce(T, &mut Faults) -> Option<B>,
) -> Result<B, D::Error> {
    let mut reader = Reader::up_to(Faults::LIMIT);
    Into(&mut to, &mut reader).deserialize(deserializer)?;
    let built = build(to, &mut reader.faults);
    Faults::unless_empty(reader.faults, || ()).map_err(de::Error::custom)?;
    built.ok_or_else(|| de::Error::custom("it says nothing"))
}

/// A list of at most so many elements, with a function that takes each element that could be read, and the reader.
pub(super) struct Items<T, F>(usize, F, PhantomData<T>);

pub(super) fn items<T, F: FnMut(T, &mut Reader)>(most: usize, take: F) -> Items<T, F> {
    Items(most, take, PhantomData)
}

impl<T, F: FnMut(T, &mut Reader)> Take for Items<T, F>
where
    Option<T>: Take,
{
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        reader.wrong(single, Shape::List);
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        let each = |_, items: &mut A, reader: &mut Reader| {
            let mut element: Option<T> = None;
            let read = items.next_element_seed(Into(&mut element, reader))?;
            if let Some(element) = element {
                (self.1)(element, reader);
            }
            Ok(read)
        };
        reader.elements(items, self.0, each).map(|_| ())
    }
}
