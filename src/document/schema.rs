//! What can a schema say of documents?
//!
//! The schemas are put together from the same lists of names, keys and bounds that documents are read with. A document that
//! is accepted fits its schema. Some documents fit it and are refused all the same, since a schema cannot say:
//!
//! - that a key is given once, that the least of a range stands first, that the numbers of a policy keep an order;
//! - what follows from several places: that an incumbent belongs to a merge or a split, that a remit names what is applicable,
//!   that a lone seat is no CPTO, that a signal is not measured, too, or that a part of a figure is no more than its whole;
//! - that a number without a fraction, such as `1.0`, is no integer to the reader;
//! - of an assessment, that its verdict follows from its warnings, and their order.
//!
//! What follows from the rest of an assessment, such as its messages, is not read, and may say anything but be of another type.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use arrayvec::ArrayVec;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::policy::{NEVER, RUNGS};
use super::proposal::{CONVENTIONAL, NOT_APPLICABLE, ORGANIZATION, PROPOSAL, PROPOSED, SEAT, STRUCTURE};
use crate::assessment::{Assessment, SeatLoad};
use crate::measures::readings::{Combination, Readings};
use crate::measures::sheet::{Kind, Measure, Sheet};
use crate::model::fact::{Fact, FactSet};
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::numbers::Policy;
use crate::policy::setting::{ANY, Bounds, Fields, Kinds, Leaf, Section, Setting, Stricter};
use crate::rules::benefit::{Benefit, BenefitCode};
use crate::rules::catalogue::{Warning, WarningCode};
use crate::vocabulary::change::{Change, Incumbent, Trigger};
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Headcount, Percent, Scale};
use crate::vocabulary::set::Set;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::{Proficiency, Skill};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::{Budget, Stage};
use crate::vocabulary::table::Table;
use crate::vocabulary::word::Word;

/// What can stand at a place of a document, as a schema. It is the counterpart of [`Read`](super::Read).
pub(crate) trait Form {
    fn form(generator: &mut SchemaGenerator) -> Schema;
}

/// The form of types that stand in a schema by their names.
macro_rules! refer {
    ($($Name:ty),+) => { $(
        impl crate::document::schema::Form for $Name {
            fn form(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }
        }
    )+ };
}
refer! { Proposal, Organization, Policy, Assessment, Warning }

/// A key of an object: what it holds, and whether it may be left out.
#[derive(Clone)]
pub(crate) struct Entry {
    form: Schema,
    is_required: bool,
}

impl Entry {
    /// The entry of a field that is read.
    pub(crate) fn of<T: Part + Form>(generator: &mut SchemaGenerator) -> Self {
        Self { form: T::form(generator), is_required: T::absent().is_none() }
    }

    const fn required(form: Schema) -> Self {
        Self { form, is_required: true }
    }

    const fn optional(form: Schema) -> Self {
        Self { form, is_required: false }
    }
}

/// An object with these keys and no others.
pub(crate) fn object<'a>(entries: impl IntoIterator<Item = (&'a str, Schema)>, required: &[&str]) -> Schema {
    let mut properties = Schema::default();
    for (key, form) in entries {
        properties.insert(key.into(), form.to_value());
    }
    let mut object =
        json_schema!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        object.insert("required".into(), required.to_vec().into());
    }
    object
}

/// An object with these entries.
fn entries<'a>(entries: impl IntoIterator<Item = (&'a str, Entry)>) -> Schema {
    let entries: Vec<_> = entries.into_iter().collect();
    let required: Vec<_> =
        entries.iter().filter(|(_, entry)| entry.is_required).map(|(key, _)| *key).collect();
    object(entries.into_iter().map(|(key, entry)| (key, entry.form)), &required)
}

/// An object whose keys are names, all of which may be left out.
fn by_name<W: Word>(mut form: impl FnMut(W) -> Schema) -> Schema {
    object(W::ALL.iter().map(|word| (word.as_str(), form(*word))), &[])
}

/// An integer with bounds.
fn integer(least: i128, most: i128) -> Schema {
    // No bound is outside of these types.
    let mut form = json_schema!({ "type": "integer" });
    if let (Ok(least), Ok(most)) = (i64::try_from(least), u64::try_from(most)) {
        form.insert("minimum".into(), least.into());
        form.insert("maximum".into(), most.into());
    }
    form
}

/// A text with at least one character that is no white space by the Unicode Standard, which not every pattern means by `\S`.
fn reason() -> Schema {
    const WORD: &str =
        "[^\\u0009-\\u000D\\u0020\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]";
    json_schema!({ "type": "string", "pattern": WORD })
}

fn text() -> Schema {
    json_schema!({ "type": "string" })
}

/// One of several forms.
fn any_of(forms: &[Schema]) -> Schema {
    json_schema!({ "anyOf": forms })
}

macro_rules! integers {
    ($($Int:ty),+) => { $(
        impl Form for $Int {
            fn form(_: &mut SchemaGenerator) -> Schema {
                integer(<$Int>::MIN.into(), <$Int>::MAX.into())
            }
        }
    )+ };
}
integers! { u8, u16, u32, u64 }

impl Form for bool {
    fn form(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "boolean" })
    }
}

impl Form for Percent {
    fn form(_: &mut SchemaGenerator) -> Schema {
        integer(Self::LEAST.get().into(), Self::MOST.get().into())
    }
}

impl Form for Headcount {
    fn form(_: &mut SchemaGenerator) -> Schema {
        integer(Self::LEAST.get().into(), Self::MOST.get().into())
    }
}

/// A value, or its two ends.
impl<T: Form> Form for Estimate<T> {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        let value = T::form(generator);
        let range = json_schema!({ "type": "array", "items": value, "minItems": 2, "maxItems": 2 });
        any_of(&[value, range])
    }
}

impl<T: Form> Form for Span<T> {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        let ends = ["least", "most"];
        object(ends.map(|end| (end, T::form(generator))), &ends)
    }
}

/// A name of the vocabulary stands in a schema by the name of its list.
impl<W: Word + JsonSchema> Form for W {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Self>()
    }
}

impl<W: Form, B> Form for Set<W, B> {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": W::form(generator), "uniqueItems": true })
    }
}

impl<T: Form> Form for Option<T> {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        T::form(generator)
    }
}

impl<T: Form, const N: usize> Form for ArrayVec<T, N> {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": T::form(generator), "maxItems": N })
    }
}

/// Makes the form of a setting of a policy.
struct OfPolicy<'a>(Bounds, &'a mut SchemaGenerator);

impl Kinds for OfPolicy<'_> {
    type Output = Schema;

    fn leaf<L: Leaf>(self, _: &mut L) -> Schema {
        let value = if L::NAMES.is_empty() {
            integer(self.0.least.max(0).into(), self.0.most.min(L::MOST).into())
        } else {
            let within = |rank: &i64| (self.0.least..=self.0.most).contains(rank);
            let names = (0..).zip(L::NAMES).filter(|(rank, _)| within(rank)).map(|(_, name)| *name);
            json_schema!({ "enum": names.collect::<Vec<_>>() })
        };
        L::NOTHING.map_or(value.clone(), |nothing| any_of(&[value, json_schema!({ "const": nothing })]))
    }

    fn ladder(self, _: &mut Ladder) -> Schema {
        let threshold = any_of(&[self.leaf(&mut 0_u32), json_schema!({ "const": NEVER })]);
        object(RUNGS.iter().map(|rung| (*rung, threshold.clone())), &[])
    }

    fn table<K: Word, V: Setting + Default, const N: usize>(self, _: &mut Table<K, V, N>) -> Schema {
        let value = V::default().kind(self);
        by_name(|_: K| value.clone())
    }

    fn section<S: Section>(self, section: &mut S) -> Schema {
        struct Each<'a>(Vec<(&'static str, Schema)>, &'a mut SchemaGenerator);

        impl Fields for Each<'_> {
            fn field<S: Setting>(
                &mut self,
                key: &'static str,
                own: &mut S,
                _: &S,
                bounds: Bounds,
                _: Stricter,
            ) {
                self.0.push((key, own.kind(OfPolicy(bounds, self.1))));
            }
        }
        let (other, mut each) = (*section, Each(Vec::new(), self.1));
        section.fields(&other, &mut each);
        object(each.0, &[])
    }
}

/// A threshold for each severity but none, or never.
impl Form for Ladder {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        OfPolicy(ANY, generator).ladder(&mut Self::new([None; 4]))
    }
}

impl JsonSchema for Fact {
    fn schema_name() -> Cow<'static, str> {
        "Fact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": Self::all().map(Self::as_str).collect::<Vec<_>>() })
    }
}
refer! { Fact }

/// Declares a schema by its name.
macro_rules! named {
    ($(#[$meta:meta])* $Name:ident => $form:expr) => {
        $(#[$meta])*
        impl JsonSchema for $Name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($Name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let form: fn(&mut SchemaGenerator) -> Schema = $form;
                form(generator)
            }
        }
    };
}

named! { Organization => |generator| {
    let (level, yes_no) = (Estimate::<Maturity>::form(generator), Estimate::<bool>::form(generator));
    let not_applicable = object([(NOT_APPLICABLE, reason())], &[NOT_APPLICABLE]);
    let forms = [
        text(),
        Estimate::<Stage>::form(generator),
        Estimate::<Headcount>::form(generator),
        Estimate::<Budget>::form(generator),
        yes_no.clone(),
        by_name(|_: Signal| any_of(&[level.clone(), not_applicable.clone()])),
        by_name(|measure: Measure| {
            let figure = figure(measure);
            any_of(&[figure.clone(), json_schema!({ "type": "array", "items": figure })])
        }),
        Combination::form(generator),
        by_name(|_: Safeguard| yes_no.clone()),
        by_name(|_: Responsibility| reason()),
    ];
    object(ORGANIZATION.iter().copied().zip(forms), &[])
} }

named! { Proposal => |generator| {
    let structure = structure(generator);
    let forms = [
        Organization::form(generator),
        Trigger::form(generator),
        Incumbent::form(generator),
        structure.clone(),
        structure,
    ];
    object(PROPOSAL.iter().copied().zip(forms), &[PROPOSED])
} }

/// A CPTO alone, or a CTO, a CPO or both of them.
fn structure(generator: &mut SchemaGenerator) -> Schema {
    let [cto, cpo, cpto] = [Role::Cto, Role::Cpo, Role::Cpto].map(Role::as_str);
    let office = Office::form(generator);
    let forms = [
        seat(generator, false),
        seat(generator, false),
        seat(generator, true),
        by_name(|_: Responsibility| office.clone()),
    ];
    let mut structure = object(STRUCTURE.iter().copied().zip(forms), &[]);
    let of_two = json_schema!({ "anyOf": [{ "required": [cto] }, { "required": [cpo] }] });
    let shapes = json_schema!({
        "oneOf": [{ "required": [cpto] }, of_two],
    });
    for (key, shape) in shapes.as_object().into_iter().flatten() {
        structure.insert(key.clone(), shape.clone());
    }
    structure
}

/// A seat; the attention is observed of a CPTO alone.
fn seat(generator: &mut SchemaGenerator, of_cpto: bool) -> Schema {
    const ATTENTION: usize = 4;
    let names = Responsibility::form(generator);
    let list = json_schema!({ "type": "array", "items": names, "minItems": 1, "uniqueItems": true });
    let skill = Estimate::<Proficiency>::form(generator);
    let forms = [
        any_of(&[json_schema!({ "const": CONVENTIONAL }), list]),
        by_name(|_: Skill| skill.clone()),
        Estimate::<bool>::form(generator),
        Estimate::<u8>::form(generator),
        Estimate::<Percent>::form(generator),
        Estimate::<Percent>::form(generator),
    ];
    let entries = SEAT.iter().copied().zip(forms).enumerate();
    object(entries.filter(|(position, _)| of_cpto || *position != ATTENTION).map(|(_, entry)| entry), &[])
}

named! { Policy => |generator| OfPolicy(ANY, generator).section(&mut { Numbers::DEFAULT }) }

/// A figure: the keys of its measure, and those of all.
fn figure(measure: Measure) -> Schema {
    let own = measure.0.fields.iter().map(|field| {
        let form = match field.kind {
            Kind::Integer { least, most } => integer(least, most),
            Kind::YesNo => json_schema!({ "type": "boolean" }),
            Kind::Name { names, .. } => json_schema!({ "enum": names }),
        };
        (field.key, Entry { form, is_required: field.is_required })
    });
    entries(own.chain([Sheet::OF, Sheet::PERIOD].map(|key| (key, Entry::optional(text())))))
}

/// A warning: the code, the severity, its evidence, and what follows from that.
pub(crate) fn warning(
    code: WarningCode,
    generator: &mut SchemaGenerator,
    evidence: impl FnOnce(&mut SchemaGenerator, &mut Vec<(&'static str, Entry)>),
) -> Schema {
    let remedies = json_schema!({ "type": "array", "items": text() });
    let mut all = alloc::vec![
        ("code", Entry::required(json_schema!({ "const": code.as_str() }))),
        ("severity", Entry::of::<Span<Severity>>(generator)),
    ];
    evidence(generator, &mut all);
    all.extend([
        ("open", Entry::of::<FactSet>(generator)),
        ("message", Entry::optional(text())),
        ("remedies", Entry::optional(remedies)),
    ]);
    entries(all)
}

impl Form for Benefit {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        let forms = [("code", BenefitCode::form(generator)), ("certain", bool::form(generator))];
        object(forms, &["code", "certain"])
    }
}

impl Form for SeatLoad {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        let load = u32::form(generator);
        let forms = [("role", Role::form(generator)), ("least", load.clone()), ("most", load)];
        object(forms, &["role", "least", "most"])
    }
}

/// What was measured: each figure under its measure, with what follows from it.
impl Form for Readings {
    fn form(generator: &mut SchemaGenerator) -> Schema {
        let level = Span::<Maturity>::form(generator);
        let signal = Signal::form(generator);
        let of = |measure: &Measure| {
            let follows = ["refusal", "message", "explanation", "remedy"];
            entries(
                [
                    ("measure", Entry::required(json_schema!({ "const": measure.as_str() }))),
                    ("figure", Entry::required(figure(*measure))),
                    ("signal", Entry::optional(signal.clone())),
                    ("level", Entry::optional(level.clone())),
                ]
                .into_iter()
                .chain(follows.map(|key| (key, Entry::optional(text())))),
            )
        };
        let figures: Vec<_> = Measure::ALL.iter().map(of).collect();
        let signals = json_schema!({ "type": "array", "items": signal });
        entries([
            ("combination", Entry::of::<Combination>(generator)),
            ("figures", Entry::optional(json_schema!({ "type": "array", "items": { "oneOf": figures } }))),
            ("disagreeing", Entry::optional(signals)),
        ])
    }
}

named! { Assessment => |generator| entries([
    ("change", Entry::of::<Change>(generator)),
    ("verdict", Entry::of::<Span<Verdict>>(generator)),
    ("loads", Entry::of::<ArrayVec<SeatLoad, 2>>(generator)),
    ("warnings", Entry::of::<ArrayVec<Warning, { Warning::MOST }>>(generator)),
    ("benefits", Entry::of::<ArrayVec<Benefit, { BenefitCode::COUNT }>>(generator)),
    ("readings", Entry::of::<Readings>(generator)),
]) }
