//! The form of advice. It is written and not read: it follows from the proposals and the policy.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::write::Text;
use crate::Holder;
use crate::advice::compare::{BenefitCourse, Candidate, Comparison, Handover, Ranking, WarningCourse};

/// Declares the form of a result: an object with these keys.
macro_rules! object {
    ($Type:ty { $($key:literal: $value:expr),+ $(,)? }) => {
        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $( {
                    let value: fn(&Self) -> _ = $value;
                    map.serialize_entry($key, &value(self))?;
                } )+
                map.end()
            }
        }
    };
}

impl Serialize for Holder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Seat(role) => role.serialize(serializer),
            Self::Office(office) => office.serialize(serializer),
        }
    }
}

object! { WarningCourse { "code": |it| it.key.code, "role": |it| it.key.role, "course": |it| it.course, "before": |it| it.before, "after": |it| it.after } }
object! { BenefitCourse { "code": |it| it.code, "before": |it| it.before, "after": |it| it.after } }
object! { Handover { "holder": |it| it.holder, "gained": |it| it.gained, "lost": |it| it.lost } }

impl Serialize for Comparison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [before, after] = self.loads();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("warnings", self.warnings())?;
        map.serialize_entry("benefits", self.benefits())?;
        map.serialize_entry("loads-before", before)?;
        map.serialize_entry("loads-after", after)?;
        map.serialize_entry("handovers", self.handovers())?;
        map.serialize_entry("text", &Text(self))?;
        map.end()
    }
}

impl Serialize for Candidate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("proposal", self.proposal())?;
        map.serialize_entry("assessment", self.assessment())?;
        map.end()
    }
}

/// The candidates, the best first, each with the place at which it was given.
impl Serialize for Ranking {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// A candidate in its place.
        struct Ranked<'a>(usize, &'a Candidate, bool);

        impl Serialize for Ranked<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let Self(given, candidate, dominated) = self;
                let mut map = serializer.serialize_map(Some(4))?;
                map.serialize_entry("given", given)?;
                map.serialize_entry("dominated", dominated)?;
                map.serialize_entry("proposal", candidate.proposal())?;
                map.serialize_entry("assessment", candidate.assessment())?;
                map.end()
            }
        }
        let dominated = |candidate: &Candidate| self.candidates().any(|other| other.dominates(candidate));
        let ranked = self.order().zip(self.candidates());
        serializer
            .collect_seq(ranked.map(|(given, candidate)| Ranked(given, candidate, dominated(candidate))))
    }
}
