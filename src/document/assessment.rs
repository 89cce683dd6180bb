//! The form of assessments.

use alloc::string::ToString;

use serde::de::Deserializer;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::node::{Node, Read, whole};
use super::read::Reader;
use super::value::Value;
use super::write::Text;
use crate::assessment::{Assessment, SeatLoad, verdict};
use crate::input::fault::FaultKind;
use crate::input::found::Shape;
use crate::measures::readings::Readings;
use crate::model::fact::Fact;
use crate::policy::ladder::Ladder;
use crate::rules::benefit::{Benefit, BenefitCode};
use crate::rules::catalogue::Warning;
use crate::vocabulary::change::Trigger;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::scale::{Estimate, Scale};
use crate::vocabulary::severity::{Certainty, Severity, Verdict};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::Named;

/// A field of an object: something that is read, and possibly left out.
pub(crate) trait Field: Read {
    /// What it is where it is left out, if it may be.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether it is left out.
    fn is_absent(&self) -> bool {
        false
    }
}

macro_rules! fields {
    ($($Type:ty),+ $(,)?) => { $( impl Field for $Type {} )+ };
}
fields! {
    u32, u64, i64, bool, Ladder, Role, Form, crate::vocabulary::change::Change, BenefitCode,
    crate::measures::readings::Combination, crate::measures::word::Dependence, crate::measures::word::Objective,
    crate::measures::word::PmfLevel, crate::measures::practice::Practice, crate::measures::word::Tier,
    crate::vocabulary::responsibility::ResponsibilitySet, crate::vocabulary::signal::SignalSet, crate::vocabulary::role::RoleSet, crate::vocabulary::skill::SkillSet, crate::model::fact::FactSet,
}

impl<T: Scale + Value + Serialize + core::fmt::Display> Field for Estimate<T> {}

impl<T: Copy + Ord + Value + Serialize + core::fmt::Display> Field for Span<T> {}

impl<T: Read, const N: usize> Field for arrayvec::ArrayVec<T, N> {}

/// An assessment without figures says nothing of them.
impl Field for Readings {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn is_absent(&self) -> bool {
        *self == Self::default()
    }
}

macro_rules! optional {
    ($($Type:ty),+) => { $(
        impl Read for Option<$Type> {
            fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
                <$Type as Read>::read(node, reader).map(Some)
            }
        }

        impl Field for Option<$Type> {
            fn absent() -> Option<Self> {
                Some(None)
            }

            fn is_absent(&self) -> bool {
                self.is_none()
            }
        }
    )+ };
}
optional! {
    Estimate<u8>, Estimate<crate::vocabulary::signal::Maturity>, Estimate<crate::vocabulary::scale::Percent>, Trigger, u64, bool,
    crate::measures::word::Business, crate::measures::word::Causes, crate::measures::word::Segment
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Named::new("fact", Self::NAMES))
    }
}

/// Writes a field, unless it is left out.
pub(crate) fn field<T: Field + Serialize, M: SerializeMap>(
    map: &mut M,
    key: &'static str,
    value: &T,
) -> Result<(), M::Error> {
    if value.is_absent() { Ok(()) } else { map.serialize_entry(key, value) }
}

/// The value of a field, or what it is where it is left out.
#[expect(clippy::option_option, reason = "left out, wrong, or read")]
pub(crate) fn field_or_absent<T: Field>(
    read: Option<Option<T>>,
    key: &'static str,
    reader: &mut Reader,
) -> Option<T> {
    read.unwrap_or_else(|| {
        let absent = T::absent();
        if absent.is_none() {
            reader.fault(FaultKind::MissingKey { missing: key });
        }
        absent
    })
}

/// Declares the form of a warning's evidence: its fields, around them the severity and the facts that are open.
macro_rules! evidence {
    ($Name:ident { $($field:ident: $Type:ty),* }) => {
        impl $Name {
            /// The keys of the document: the code, the evidence, and the texts that follow from it.
            const KEYS: &'static [&'static str] =
                &["code", "severity", $(crate::vocabulary::kebab::kebab!($field),)* "open", "message", "remedies"];

            /// Reads the evidence of a warning. The message and the remedies follow from it, and are not read.
            pub(crate) fn read(
                node: &crate::document::node::Node<'_>,
                reader: &mut crate::document::read::Reader,
            ) -> Option<Self> {
                #[derive(Default)]
                struct Fields {
                    severity: Option<Option<crate::vocabulary::span::Span<crate::vocabulary::severity::Severity>>>,
                    open: Option<Option<crate::model::fact::FactSet>>,
                    $( $field: Option<Option<$Type>>, )*
                }
                let mut fields = Fields::default();
                let mut seen = 0;
                for (key, node) in reader.map(node, Self::KEYS) {
                    if reader.enter(key, Self::KEYS, &mut seen).is_none() {
                        continue;
                    }
                    match &**key {
                        "severity" => fields.severity = Some(crate::document::node::Read::read(node, reader)),
                        "open" => fields.open = Some(crate::document::node::Read::read(node, reader)),
                        $( key if key == crate::vocabulary::kebab::kebab!($field) => {
                            fields.$field = Some(crate::document::node::Read::read(node, reader));
                        } )*
                        _ => {}
                    }
                    reader.leave();
                }
                let severity = crate::document::assessment::field_or_absent(fields.severity, "severity", reader);
                let open = crate::document::assessment::field_or_absent(fields.open, "open", reader);
                $( let $field = crate::document::assessment::field_or_absent(fields.$field, crate::vocabulary::kebab::kebab!($field), reader); )*
                Some(Self { severity: severity?, open: open?, $( $field: $field? ),* })
            }

            #[cfg(feature = "schemars1")]
            pub(crate) fn form(code: crate::rules::catalogue::WarningCode, generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::document::schema::warning(code, generator, |_generator, _entries| {
                    $( _entries.push((crate::vocabulary::kebab::kebab!($field), crate::document::schema::Entry::of::<$Type>(_generator))); )*
                })
            }

            pub(crate) fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                map.serialize_entry("severity", &self.severity)?;
                $( crate::document::assessment::field(map, crate::vocabulary::kebab::kebab!($field), &self.$field)?; )*
                map.serialize_entry("open", &self.open)
            }
        }
    };
}
pub(crate) use evidence;

/// Declares the form of warnings: an object with the code first.
macro_rules! warnings {
    ($($Name:ident $($seat:ident)?),+) => {
        impl serde::Serialize for Warning {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;

                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("code", &self.code())?;
                match self { $( Self::$Name(evidence) => evidence.write(&mut map)?, )+ }
                crate::document::assessment::texts(self, &mut map)?;
                map.end()
            }
        }

        #[cfg(feature = "schemars1")]
        impl schemars::JsonSchema for Warning {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                "Warning".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let each = [$( $Name::form(WarningCode::$Name, generator) ),+];
                schemars::json_schema!({ "oneOf": each })
            }
        }

        impl crate::document::node::Read for Warning {
            fn read(node: &crate::document::node::Node<'_>, reader: &mut crate::document::read::Reader) -> Option<Self> {
                match crate::document::assessment::code(node, reader)? {
                    $( WarningCode::$Name => $Name::read(node, reader).map(Self::$Name), )+
                }
            }
        }
    };
}
pub(crate) use warnings;

/// Writes what follows from the evidence.
pub(crate) fn texts<M: SerializeMap>(warning: &Warning, map: &mut M) -> Result<(), M::Error> {
    struct Remedies<'a>(&'a Warning);

    impl Serialize for Remedies<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(self.0.remedies().map(Text))
        }
    }
    map.serialize_entry("message", &Text(warning))?;
    map.serialize_entry("remedies", &Remedies(warning))
}

/// Reads the code of a warning or a benefit, which says what else there is.
pub(crate) fn code<W: crate::vocabulary::word::Word>(node: &Node<'_>, reader: &mut Reader) -> Option<W> {
    const CODE: &[&str] = &["code"];
    let entries = reader.map(node, CODE);
    let Some((_, code)) = entries.iter().find(|(key, _)| key == "code") else {
        if matches!(node, Node::Map(_)) {
            reader.fault(FaultKind::MissingKey { missing: "code" });
        }
        return None;
    };
    reader.enter("code", CODE, &mut 0)?;
    let word = W::read(code, reader);
    reader.leave();
    word
}

impl<'de> Deserialize<'de> for Warning {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole(deserializer)
    }
}

impl Serialize for Benefit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("code", &self.code())?;
        map.serialize_entry("certain", &(self.certainty() == Certainty::Certain))?;
        map.end()
    }
}

/// Reads the entries of an object into slots, each of which has to be filled unless it may be left out.
macro_rules! read_object {
    ($reader:ident, $node:ident, { $($key:literal => $slot:ident: $Type:ty),+ $(,)? }) => {
        const KEYS: &[&str] = &[$($key),+];
        $( let mut $slot: Option<Option<$Type>> = None; )+
        let mut seen = 0;
        for (key, node) in $reader.map($node, KEYS) {
            if $reader.enter(key, KEYS, &mut seen).is_none() {
                continue;
            }
            match &**key {
                $( $key => $slot = Some(Read::read(node, $reader)), )+
                _ => {}
            }
            $reader.leave();
        }
        let is_object = matches!($node, Node::Map(_));
        $( let $slot = if is_object { field_or_absent($slot, $key, $reader) } else { None }; )+
    };
}

impl Read for Benefit {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        read_object!(reader, node, { "code" => code: BenefitCode, "certain" => certain: bool });
        let certainty = if certain? { Certainty::Certain } else { Certainty::Possible };
        Some(Self { code: code?, certainty })
    }
}

impl Serialize for SeatLoad {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("role", &self.role)?;
        map.serialize_entry("least", &self.load.least)?;
        map.serialize_entry("most", &self.load.most)?;
        map.end()
    }
}

impl Read for SeatLoad {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        read_object!(reader, node, { "role" => role: Role, "least" => least: u32, "most" => most: u32 });
        let (role, least, most) = (role?, least?, most?);
        let Some(load) = Span::new(least, most) else {
            reader.fault(FaultKind::ReversedRange { least: least.to_string(), most: most.to_string() });
            return None;
        };
        Some(Self { role, load })
    }
}

/// A list that an assessment keeps.
impl<T: Read, const N: usize> Read for arrayvec::ArrayVec<T, N> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::List(items) = node else {
            reader.wrong_type(node, Shape::List);
            return None;
        };
        let faults = reader.faults.len();
        let mut list = Self::new();
        for (index, item) in items.iter().enumerate() {
            if let Some(Err(_)) = reader.element(index, item).map(|item| list.try_push(item)) {
                reader.fault(FaultKind::TooMany { found: items.len(), most: N });
                break;
            }
        }
        (reader.faults.len() == faults).then_some(list)
    }
}

impl Serialize for Assessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("change", &self.change())?;
        map.serialize_entry("verdict", &self.verdict())?;
        map.serialize_entry("loads", self.loads())?;
        map.serialize_entry("warnings", self.warnings())?;
        map.serialize_entry("benefits", self.benefits())?;
        field(&mut map, "readings", self.readings())?;
        map.end()
    }
}

/// What comes first among warnings has the lesser key.
fn order(warning: &Warning) -> u32 {
    let Span { least, most } = warning.severity();
    let mildness = |severity: Severity| Severity::Critical as u32 - severity as u32;
    let role = warning.role().map_or(0, |role| role as u32);
    mildness(most) << 24 | mildness(least) << 16 | (warning.code() as u32) << 8 | role
}

impl Read for Assessment {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        read_object!(reader, node, {
            "change" => change: crate::vocabulary::change::Change,
            "verdict" => stated: Span<Verdict>,
            "loads" => loads: arrayvec::ArrayVec<SeatLoad, 2>,
            "warnings" => warnings: arrayvec::ArrayVec<Warning, { Warning::MOST }>,
            "benefits" => benefits: arrayvec::ArrayVec<Benefit, { BenefitCode::COUNT }>,
            "readings" => readings: Readings,
        });
        let (change, stated, loads) = (change?, stated?, loads?);
        let (warnings, benefits, readings) = (warnings?, benefits?, readings?);
        let follows = verdict(&warnings);
        if stated != follows {
            reader.fault(FaultKind::ContradictoryVerdict { found: stated, allowed: follows });
        }
        if !warnings.is_sorted_by(|one, next| order(one) < order(next)) {
            reader.fault(FaultKind::UnorderedWarnings);
        }
        Some(Self { change, loads, warnings, benefits, readings })
    }
}

impl<'de> Deserialize<'de> for Assessment {
    /// Reads an assessment that was written. The messages and remedies follow from the evidence and are not read; a
    /// verdict that does not follow from the warnings is refused.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole(deserializer)
    }
}
