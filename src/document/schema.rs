//! What can a schema say about documents, and what not?
//!
//! The schemas are built from the same lists of names, keys and bounds that are used for reading documents. Every accepted
//! document fits its schema. Some documents fit the schema and are still refused, since a schema cannot express:
//!
//! - that a key is given once, that the least of a range comes first, or that the numbers of a policy keep an order;
//! - rules that involve several places: that an incumbent belongs to a merge or a split, that a newcomer and a superior need
//!   an existing seat, that a remit names only applicable responsibilities, that a field is not elsewhere beside a
//!   conventional seat, that a lone seat is no CPTO, that a signal with a stated level is not also measured, or that a part
//!   of a figure is no more than its whole;
//! - that the reader does not take a number such as `1.0` for an integer;
//! - that the verdict of an assessment follows from its warnings, and that the warnings are in order;
//! - that no warning is accepted twice.
//!
//! The schema of assessments accepts both brief and full ones. Evidence and texts follow from the proposal and are not read;
//! the schema states only their types.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::assessment::KEYS as ASSESSMENT;
use super::proposal::{CONVENTIONAL, ELSEWHERE, NOT_APPLICABLE, PROPOSED};
use super::read::{LONGEST, Object, REMARK, SCHEMA};
use crate::advice::accept::{ACCEPTED, Acceptances};
use crate::assessment::Assessment;
use crate::input::draft::Draft;
use crate::measures::readings::Combination;
use crate::measures::sheet::{Kind, Measure, Sheet};
use crate::model::fact::{Fact, FactSet};
use crate::model::organization::Organization;
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::belief::{Belief, Weights};
use crate::policy::bounds::Bounds;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::setting::{Setting, Tree};
use crate::rules::benefit::BenefitCode;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::rules::remedy::Remedy;
use crate::vocabulary::change::{Change, Incumbent, Trigger};
use crate::vocabulary::date::Date;
use crate::vocabulary::form::Form as Structures;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Headcount, Months, Percent, Scale};
use crate::vocabulary::set::Set;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::{Proficiency, Skill, SkillSet};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::{Budget, Stage};
use crate::vocabulary::word::{Word, name};

/// The schema of a value in a document. It is the counterpart of [`Take`](super::read::Take).
pub(crate) trait Form {
    fn form(generator: &mut SchemaGenerator) -> Schema;
}

/// Makes the schema of an object with these keys and no others.
fn object<'a>(entries: impl IntoIterator<Item = (&'a str, Schema)>, required: &[&str]) -> Schema {
    let mut properties = Schema::default();
    for (key, form) in entries {
        properties.insert(key.into(), form.to_value());
    }
    let mut object =
        json_schema!({ "type": "object", "properties": properties, "additionalProperties": false });
    let mut remarks = Schema::default();
    remarks.insert(alloc::format!("^{REMARK}"), true.into());
    object.insert("patternProperties".into(), remarks.to_value());
    if !required.is_empty() {
        object.insert("required".into(), required.to_vec().into());
    }
    object
}

/// Makes the schema of a complete document, which may name its schema.
fn document(mut object: Schema) -> Schema {
    if let Some(properties) = object.get_mut("properties").and_then(|it| it.as_object_mut()) {
        properties.insert(SCHEMA.into(), true.into());
    }
    object
}

/// Makes the schema of an object whose keys are names, all of them optional.
fn by_name<W: Word>(mut form: impl FnMut(W) -> Schema) -> Schema {
    object(W::ALL.iter().map(|word| (name(*word), form(*word))), &[])
}

/// Makes the schema of an integer with bounds.
fn integer(least: i128, most: i128) -> Schema {
    // No bound is outside these types.
    let mut form = json_schema!({ "type": "integer" });
    if let (Ok(least), Ok(most)) = (i64::try_from(least), u64::try_from(most)) {
        form.insert("minimum".into(), least.into());
        form.insert("maximum".into(), most.into());
    }
    form
}

/// Makes the schema of a text with at least one character that is not Unicode white space. Not every regex dialect covers
/// this with `\S`.
fn reason() -> Schema {
    const WORD: &str =
        "[^\\u0009-\\u000D\\u0020\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]";
    json_schema!({ "type": "string", "pattern": WORD })
}

fn text() -> Schema {
    json_schema!({ "type": "string" })
}

/// Makes a schema that accepts any of several forms.
fn any_of(forms: &[Schema]) -> Schema {
    json_schema!({ "anyOf": forms })
}

macro_rules! integers {
    ($($Int:ty: $least:expr, $most:expr;)+) => { $(
        impl Form for $Int {
            fn form(_: &mut SchemaGenerator) -> Schema {
                integer($least.into(), $most.into())
            }
        }
    )+ };
}
integers! {
    u8: u8::MIN, u8::MAX;
    u32: u32::MIN, u32::MAX;
    Months: Months::LEAST.get(), Months::MOST.get();
    Percent: Percent::LEAST.get(), Percent::MOST.get();
    Headcount: Headcount::LEAST.get(), Headcount::MOST.get();
}

impl Form for bool {
    fn form(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "boolean" })
    }
}

/// A value, or the two ends of a range.
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

/// A schema refers to a name of the vocabulary by the name of its list.
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

/// Makes the schema of a setting of a policy or a belief.
fn setting(tree: &Tree) -> Schema {
    let leaf = match tree {
        Tree::Keyed(keys, inner) => return object(keys.iter().copied().zip(inner.iter().map(setting)), &[]),
        Tree::Leaf(leaf) => leaf,
    };
    let Bounds { least, most, .. } = leaf.bounds;
    let value = if leaf.names.is_empty() {
        integer(least.into(), most.into())
    } else {
        json_schema!({ "enum": (least..=most).filter_map(|rank| leaf.name(rank)).collect::<Vec<_>>() })
    };
    leaf.nothing.map_or(value.clone(), |nothing| any_of(&[value, json_schema!({ "const": nothing })]))
}

/// Declares a named schema.
macro_rules! named {
    ($Name:ident => $form:expr) => {
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

named! { Fact => |_| json_schema!({ "enum": Fact::NAMES }) }

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
    object(Draft::<Organization>::KEYS.iter().copied().zip(forms), &[])
} }

named! { Proposal => |generator| {
    let trigger = Trigger::form(generator);
    let triggers = names(&trigger);
    let forms = [
        generator.subschema_for::<Organization>(),
        any_of(&[trigger, triggers]),
        Estimate::<Months>::form(generator),
        Incumbent::form(generator),
        structure(generator, false),
        structure(generator, true),
        origins(generator),
    ];
    document(object(Draft::<Proposal>::KEYS.iter().copied().zip(forms), &[PROPOSED]))
} }

/// Makes the schema of the origins of facts, keyed by the places of the facts.
fn origins(generator: &mut SchemaGenerator) -> Schema {
    let origin = object(Origin::KEYS.iter().copied().zip([text(), text(), Date::form(generator)]), &[]);
    by_name(|_: Fact| origin.clone())
}

/// Makes the schema of a list of names that is not empty and has no duplicates.
fn names(name: &Schema) -> Schema {
    json_schema!({ "type": "array", "items": name, "minItems": 1, "uniqueItems": true })
}

/// Makes the schema of a structure: a CPTO alone, or a CTO, a CPO or both. A current structure may also have no seat.
fn structure(generator: &mut SchemaGenerator, is_proposed: bool) -> Schema {
    let [cto, cpo, cpto] = [Role::Cto, Role::Cpo, Role::Cpto].map(|role| seat(generator, role, is_proposed));
    let office = Office::form(generator);
    let elsewhere = object(ELSEWHERE.map(|key| (key, office.clone())), &[]);
    let mut structure = object(Structure::KEYS.iter().copied().zip([cto, cpo, cpto, elsewhere]), &[]);
    let [cto, cpo, cpto] = [Role::Cto, Role::Cpo, Role::Cpto].map(Role::as_str);
    let of_two = json_schema!({ "anyOf": [{ "required": [cto] }, { "required": [cpo] }] });
    let one = json_schema!({ "required": [cpto] });
    if is_proposed {
        structure.insert("oneOf".into(), [one, of_two].map(Schema::to_value).to_vec().into());
    } else {
        structure.insert("not".into(), json_schema!({ "allOf": [one, of_two] }).to_value());
    }
    structure
}

/// Makes the schema of a seat. Only a CPTO has an observed attention, and only a proposed seat can have a newcomer.
fn seat(generator: &mut SchemaGenerator, role: Role, is_proposed: bool) -> Schema {
    let remit = names(&Responsibility::form(generator));
    let skill = Estimate::<Proficiency>::form(generator);
    let yes_no = Estimate::<bool>::form(generator);
    let superiors = Holder::all().filter(|holder| match holder {
        Holder::Seat(other) => role != Role::Cpto && *other != Role::Cpto && *other != role,
        Holder::Office(_) => true,
    });
    let forms = [
        any_of(&[json_schema!({ "const": CONVENTIONAL }), remit]),
        by_name(|_: Skill| skill.clone()),
        yes_no.clone(),
        yes_no,
        json_schema!({ "enum": superiors.map(Holder::as_str).collect::<Vec<_>>() }),
        Estimate::<u8>::form(generator),
        Estimate::<Percent>::form(generator),
        Estimate::<Percent>::form(generator),
    ];
    let has = |key| match key {
        "newcomer" => is_proposed,
        "product-attention" => role == Role::Cpto,
        _ => true,
    };
    object(Seat::KEYS.iter().copied().zip(forms).filter(|(key, _)| has(*key)), &[])
}

named! { Policy => |_| document(setting(&Numbers::DEFAULT.beside(&Numbers::DEFAULT))) }
named! { Belief => |_| document(setting(&Weights::DEFAULT.beside(&Weights::DEFAULT))) }

/// Makes the schema of a figure: the keys of its measure, and those that every figure has.
fn figure(measure: Measure) -> Schema {
    let fields = measure.0.fields;
    let own = fields.iter().map(|field| {
        let form = match field.kind {
            Kind::Integer { least, most } => integer(least, most),
            Kind::YesNo => json_schema!({ "type": "boolean" }),
            Kind::Name { names, .. } => json_schema!({ "enum": names }),
        };
        (field.key, form)
    });
    let required: Vec<_> = fields.iter().filter(|field| field.is_required).map(|field| field.key).collect();
    object(own.chain([Sheet::OF, Sheet::PERIOD].map(|key| (key, text()))), &required)
}

/// Makes the schema of a remedy: its kind, the fields of that kind, and the sentence.
fn remedy(generator: &mut SchemaGenerator) -> Schema {
    let responsibilities = ResponsibilitySet::form(generator);
    let holders = Holder::all().map(Holder::as_str).collect::<Vec<_>>();
    let to = any_of(&[Maturity::form(generator), json_schema!({ "enum": holders })]);
    let forms = [
        ("kind", json_schema!({ "enum": Remedy::KINDS })),
        ("safeguard", Safeguard::form(generator)),
        ("signal", Signal::form(generator)),
        ("signals", SignalSet::form(generator)),
        ("to", to),
        ("responsibility", Responsibility::form(generator)),
        ("responsibilities", responsibilities),
        ("role", Role::form(generator)),
        ("skills", SkillSet::form(generator)),
        ("at-most", u8::form(generator)),
        ("percent", Percent::form(generator)),
        ("form", Structures::form(generator)),
        ("incumbent", Incumbent::form(generator)),
        ("text", text()),
    ];
    object(forms, &["kind", "text"])
}

/// Makes the schema of a warning: its code, severity and seat. A full assessment also has its evidence, texts and remedies.
fn warning(generator: &mut SchemaGenerator) -> Schema {
    let load = Span::<u32>::form(generator);
    let level = Span::<Maturity>::form(generator);
    let responsibilities = ResponsibilitySet::form(generator);
    let signals = SignalSet::form(generator);
    let skills = SkillSet::form(generator);
    let forms = [
        ("code", WarningCode::form(generator)),
        ("severity", Span::<Severity>::form(generator)),
        ("role", Role::form(generator)),
        ("load", load.clone()),
        ("capacity", u32::form(generator)),
        ("product-load", load.clone()),
        ("technology-load", load.clone()),
        ("lowest", level.clone()),
        ("highest", level),
        ("shortfall", Span::<u8>::form(generator)),
        ("skills", skills.clone()),
        ("certain-skills", skills),
        ("responsibilities", responsibilities.clone()),
        ("core", responsibilities.clone()),
        ("moves", load),
        ("certain-moves", responsibilities.clone()),
        ("possible-moves", responsibilities),
        ("unknown", signals.clone()),
        ("counted", signals),
        ("open", FactSet::form(generator)),
        ("message", text()),
        ("remedies", json_schema!({ "type": "array", "items": remedy(generator) })),
    ];
    with_seat(object(forms, &["code", "severity"]))
}

/// Requires the seat of a warning if the warning is given per seat, and forbids it otherwise.
fn with_seat(mut warning: Schema) -> Schema {
    let of_seat: Vec<_> =
        WarningCode::ALL.iter().filter(|code| code.is_of_seat()).map(|it| it.as_str()).collect();
    let shapes = json_schema!({
        "if": { "properties": { "code": { "enum": of_seat } } },
        "then": { "required": ["role"] },
        "else": { "properties": { "role": false } },
    });
    for (key, shape) in shapes.as_object().into_iter().flatten() {
        warning.insert(key.clone(), shape.clone());
    }
    warning
}

impl Form for Date {
    fn form(_: &mut SchemaGenerator) -> Schema {
        const DAY: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
        json_schema!({ "type": "string", "pattern": DAY })
    }
}

named! { Acceptances => |generator| {
    let severities = json_schema!({ "enum": Ladder::KEYS });
    let forms = [
        ("code", WarningCode::form(generator)),
        ("role", Role::form(generator)),
        ("up-to", severities),
        ("reason", reason()),
        ("by", reason()),
        ("until", Date::form(generator)),
    ];
    let acceptance = with_seat(object(forms, &["code", "up-to", "reason", "by"]));
    let list = json_schema!({ "type": "array", "items": acceptance, "maxItems": LONGEST });
    document(object([(ACCEPTED, list)], &[]))
} }

named! { Assessment => |generator| {
    let list = |items: Schema, least: usize, most: usize| {
        json_schema!({ "type": "array", "items": items, "minItems": least, "maxItems": most })
    };
    let percent = u32::form(generator);
    let load = [("role", Role::form(generator)), ("least", percent.clone()), ("most", percent)];
    let benefit = [("code", BenefitCode::form(generator)), ("certain", bool::form(generator))];
    let forms = [
        Change::form(generator),
        Span::<Verdict>::form(generator),
        list(object(load, &["role", "least", "most"]), 1, 2),
        list(warning(generator), 0, WarningCode::CELLS),
        list(object(benefit, &["code", "certain"]), 0, BenefitCode::COUNT),
    ];
    document(object(ASSESSMENT.iter().copied().zip(forms), ASSESSMENT))
} }
