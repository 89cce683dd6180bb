//! The form of what there is to living with a decision: acceptances, and answers that were given apart.

use core::fmt::Display;

use alloc::string::String;

use serde::de::MapAccess;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::advice::accept::{ACCEPTED, Acceptance, Acceptances, Accepted, Decision};
use crate::advice::combine::{Combined, Disagreement, Said};
use crate::advice::shift::Shift;
use crate::advice::way::{Handing, Way};
use crate::document::entries::{Entry, Items};
use crate::document::read::{Document, LONGEST, Object, Reader, built};
use crate::document::write::{Entries, Text};
use crate::input::draft::Draft;
use crate::policy::diff::Difference;
use crate::rules::catalogue::WarningCode;
use crate::rules::warning::WarningKey;
use crate::vocabulary::date::Date;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Acceptance {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &self.key.code)?;
        map.optional("role", self.key.role)?;
        map.serialize_entry("up-to", &self.up_to)?;
        map.serialize_entry("reason", &self.reason)?;
        map.serialize_entry("by", &self.by)?;
        map.optional("until", self.until)?;
        map.end()
    }
}

impl Serialize for Acceptances {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(ACCEPTED, self.as_slice())])
    }
}

/// What was put together so far, such as a baseline whose reasons are still to be written.
impl Serialize for Draft<Acceptances> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// What is read of an acceptance.
#[derive(Default)]
pub(crate) struct AcceptanceParts {
    code: Option<WarningCode>,
    role: Option<Role>,
    up_to: Option<Severity>,
    reason: Option<String>,
    by: Option<String>,
    until: Option<Date>,
}

impl Object for AcceptanceParts {
    const KEYS: &'static [&'static str] = &["code", "role", "up-to", "reason", "by", "until"];

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        match position {
            0 => reader.value(entries, &mut self.code),
            1 => reader.value(entries, &mut self.role),
            2 => reader.value(entries, &mut self.up_to),
            3 => reader.value(entries, &mut self.reason),
            4 => reader.value(entries, &mut self.by),
            _ => reader.value(entries, &mut self.until),
        }
    }
}

impl Entry for Acceptance {
    type Parts = AcceptanceParts;

    fn complete(parts: AcceptanceParts) -> Result<Option<Self>, &'static str> {
        let AcceptanceParts { code, role, up_to, reason, by, until } = parts;
        let key = WarningKey { code: code.ok_or("code")?, role };
        let (up_to, reason, by) = (up_to.ok_or("up-to")?, reason.ok_or("reason")?, by.ok_or("by")?);
        Ok(Some(Self { key, up_to, reason, by, until }))
    }

    fn check(&self, before: &[Self], reader: &mut Reader) {
        self.faults(before).into_iter().for_each(|(key, problem)| reader.at_key(key, problem));
    }
}

impl Object for Draft<Acceptances> {
    const KEYS: &'static [&'static str] = &[ACCEPTED];

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        _: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        reader.value(entries, &mut Items(LONGEST, &mut self.value.accepted))
    }
}

impl Document for Acceptances {
    fn nothing() -> Draft<Self> {
        Self::draft()
    }
}

impl<'de> Deserialize<'de> for Acceptances {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        built(deserializer, Draft::<Self>::build)
    }
}

impl Serialize for Decision<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("state", &self.state)?;
        map.serialize_entry("severity", &self.severity)?;
        map.serialize_entry("acceptance", self.acceptance)?;
        map.serialize_entry("text", &Text(self))?;
        map.end()
    }
}

/// The verdict without acceptances, each of them, and the assessment of what is left.
impl Serialize for Accepted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("verdict", &self.verdict())?;
        map.serialize_entry("decisions", self.decisions())?;
        map.serialize_entry("left", self.left())?;
        map.end()
    }
}

impl<L: Serialize> Serialize for Said<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("by", &self.by)?;
        map.serialize_entry("least", &self.least)?;
        map.serialize_entry("most", &self.most)?;
        map.serialize_entry("verdict", &self.verdict)?;
        map.end()
    }
}

impl<L: Serialize + Display> Serialize for Disagreement<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("fact", &self.fact)?;
        map.serialize_entry("words", &self.words)?;
        map.serialize_entry("verdict", &self.changes_verdict())?;
        map.serialize_entry("warnings", &self.warnings)?;
        map.serialize_entry("text", &Text(self))?;
        map.end()
    }
}

/// What they know together as a proposal, and the disagreements.
impl<L: Serialize + Display> Serialize for Combined<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("verdict", &self.verdict())?;
        map.serialize_entry("disagreements", self.disagreements())?;
        map.serialize_entry("proposal", self.proposal())?;
        map.end()
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("place", &Text(&self.place))?;
        map.optional("from", self.from.as_deref())?;
        map.optional("to", self.to.as_deref())?;
        map.optional("stricter", self.is_stricter)?;
        map.end()
    }
}

impl Serialize for Shift {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("given", &self.given)?;
        map.serialize_entry("verdict-before", &self.verdict[0])?;
        map.serialize_entry("verdict-after", &self.verdict[1])?;
        map.serialize_entry("warnings", &self.warnings)?;
        map.end()
    }
}

impl Serialize for Handing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("responsibility", &self.responsibility)?;
        map.serialize_entry("from", &self.from)?;
        map.serialize_entry("to", &self.to)?;
        map.serialize_entry("above", &self.above)?;
        map.serialize_entry("text", &Text(self))?;
        map.end()
    }
}

impl Serialize for Way {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("safe", &self.is_safe())?;
        map.serialize_entry("proven", &self.is_proven())?;
        map.serialize_entry("steps", self.steps())?;
        map.serialize_entry("text", &Text(self))?;
        map.end()
    }
}
