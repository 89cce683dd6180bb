//! How are figures read and written? The name of each measure holds an object, or a list of objects.

use alloc::string::String;

use serde::de::{MapAccess, SeqAccess};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::document::read::{Object, Raw, Reader, Single, Take, rest};
use crate::document::value::{one_of, within};
use crate::document::write::Entries;
use crate::input::draft::Draft;
use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::measures::figure::Figure;
use crate::measures::readings::Readings;
use crate::measures::sheet::{Kind, Measure, Sheet, Values};
use crate::model::organization::Organization;
use crate::vocabulary::word::Word;

/// The figures of an organisation, under the names of their measures.
pub(crate) struct Measures<'a>(pub(crate) &'a mut Draft<Organization>);

impl Object for Measures<'_> {
    const KEYS: &'static [&'static str] = <Measure as Word>::NAMES;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        let Some(&measure) = <Measure as Word>::ALL.get(key) else { return Ok(()) };
        value.read(&mut OfOneMeasure { measure, draft: self.0, is_element: false })?;
        value.reader.lift(self.0, 2);
        Ok(())
    }
}

/// The figures of one measure: a single object, or a list of several.
struct OfOneMeasure<'a> {
    measure: Measure,
    draft: &'a mut Draft<Organization>,
    /// Whether this is a figure in a list, which cannot itself be a list.
    is_element: bool,
}

impl Take for OfOneMeasure<'_> {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        reader.wrong(single, Shape::Object(self.measure.0.keys));
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        if self.is_element {
            rest(items)?;
            self.single(Single::Other(Found::List), reader);
            return Ok(());
        }
        reader.each(items, Readings::MOST, &mut OfOneMeasure { is_element: true, draft: self.draft, ..*self })
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let fields = self.measure.0.fields;
        let faults = reader.faults.len();
        let (mut values, mut seen) = (Values::default(), 0_u64);
        let (mut subject, mut period): (Option<String>, Option<String>) = (None, None);
        let read = |index: usize, raw: &mut Raw<'_, A>| {
            seen |= 1 << index;
            match fields.iter().zip(&mut values).nth(index) {
                Some((field, value)) => raw.read(&mut Stating(field.kind, value)),
                None if index == fields.len() => raw.read(&mut subject),
                None => raw.read(&mut period),
            }
        };
        if let Err(found) = reader.object(entries, self.measure.0.keys, read)? {
            self.single(Single::Other(found), reader);
            return Ok(());
        }
        for (index, field) in fields.iter().enumerate() {
            if field.is_required && seen & 1 << index == 0 {
                reader.fault(FaultKind::MissingKey { missing: field.key });
            }
        }
        if reader.faults.len() > faults {
            return Ok(());
        }
        match Figure::new(self.measure, values) {
            Ok(mut figure) => {
                (figure.subject, figure.period) = (subject, period);
                *self.draft = core::mem::replace(self.draft, Organization::draft()).figure(figure);
            }
            Err((key, problem)) => reader.at_key(Some(key), problem),
        }
        Ok(())
    }
}

/// Takes the value of a field of a figure.
struct Stating<'a>(Kind, &'a mut Option<i128>);

impl Take for Stating<'_> {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        *self.1 = match (self.0, single) {
            (Kind::YesNo, Single::Other(Found::Bool(value))) => Some(value.into()),
            (Kind::Integer { least, most }, Single::Other(Found::Integer(value))) => {
                reader.kept(within(value, [least, most]))
            }
            (Kind::Name { kind, names }, single) => reader.kept(one_of(single, kind, names, 0..)),
            (Kind::Integer { .. }, other) => return reader.wrong(other, Shape::Integer),
            (Kind::YesNo, other) => return reader.wrong(other, Shape::TrueOrFalse),
        };
    }
}

/// Writes the value of a field of a figure.
struct Stated(Kind, i128);

impl Serialize for Stated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(kind, value) = *self;
        match kind {
            Kind::YesNo => serializer.serialize_bool(value == 1),
            Kind::Name { names, .. } => {
                let name = usize::try_from(value).ok().and_then(|position| names.get(position));
                serializer.serialize_str(name.copied().unwrap_or_default())
            }
            Kind::Integer { .. } => match u64::try_from(value) {
                Ok(value) => serializer.serialize_u64(value),
                // No number of a figure is below the minimum of this type.
                Err(_) => serializer.serialize_i64(i64::try_from(value).unwrap_or(i64::MIN)),
            },
        }
    }
}

/// Writes a figure as it appears under its measure.
impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, value) in self.measure().0.fields.iter().zip(self.values) {
            map.optional(field.key, value.map(|value| Stated(field.kind, value)))?;
        }
        map.optional(Sheet::OF, self.subject())?;
        map.optional(Sheet::PERIOD, self.period())?;
        map.end()
    }
}

/// The figures of one measure: a single object, or a list of several.
pub(crate) struct OfMeasure<'a>(pub(crate) &'a [Figure]);

impl Serialize for OfMeasure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            [figure] => figure.serialize(serializer),
            several => serializer.collect_seq(several),
        }
    }
}
