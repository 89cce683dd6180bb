//! The form of assessments: brief, or with all evidence and texts.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::assessment::{Assessment, Explanation, SeatLoad};
use crate::document::write::{Entries, Text};
use crate::model::fact::Fact;
use crate::rules::benefit::Benefit;
use crate::rules::evidence::Evidence;
use crate::rules::warning::{Warning, WarningKey};
use crate::vocabulary::severity::{Certainty, Severity};
use crate::vocabulary::span::Span;

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Benefit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("code", self.code().as_str())?;
        map.serialize_entry("certain", &(self.certainty() == Certainty::Certain))?;
        map.end()
    }
}

impl Serialize for SeatLoad {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("role", self.role.as_str())?;
        map.serialize_entry("least", &self.load.least)?;
        map.serialize_entry("most", &self.load.most)?;
        map.end()
    }
}

/// The code, the severity and the seat of a warning.
fn key<M: SerializeMap>(map: &mut M, key: WarningKey, severity: Span<Severity>) -> Result<(), M::Error> {
    map.serialize_entry("code", key.code.as_str())?;
    map.serialize_entry("severity", &severity)?;
    key.role.map_or(Ok(()), |role| map.serialize_entry("role", role.as_str()))
}

/// A warning without evidence.
struct Brief(WarningKey, Span<Severity>);

impl Serialize for Brief {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        key(&mut map, self.0, self.1)?;
        map.end()
    }
}

/// A warning is written with its evidence, the facts that are open, its message and its remedies.
impl Serialize for Warning<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        key(&mut map, self.key(), self.severity())?;
        match self.evidence() {
            Evidence::Facts => {}
            Evidence::Load { load, capacity } => {
                map.serialize_entry("load", &load)?;
                map.serialize_entry("capacity", &capacity)?;
            }
            Evidence::Halves { product_load, technology_load } => {
                map.serialize_entry("product-load", &product_load)?;
                map.serialize_entry("technology-load", &technology_load)?;
            }
            Evidence::Levels { lowest, highest } => {
                map.serialize_entry("lowest", &lowest)?;
                map.serialize_entry("highest", &highest)?;
            }
            Evidence::Shortfall { shortfall, skills, certain_skills } => {
                map.serialize_entry("shortfall", &shortfall)?;
                map.serialize_entry("skills", &skills)?;
                map.serialize_entry("certain-skills", &certain_skills)?;
            }
            Evidence::Responsibilities { responsibilities, core } => {
                map.serialize_entry("responsibilities", &responsibilities)?;
                map.serialize_entry("core", &core)?;
            }
            Evidence::Moves { moves, certain_moves, possible_moves } => {
                map.serialize_entry("moves", &moves)?;
                map.serialize_entry("certain-moves", &certain_moves)?;
                map.serialize_entry("possible-moves", &possible_moves)?;
            }
            Evidence::Signals { unknown, counted } => {
                map.serialize_entry("unknown", &unknown)?;
                map.serialize_entry("counted", &counted)?;
            }
        }
        map.serialize_entry("open", &self.open_facts())?;
        map.serialize_entry("message", &Text(self))?;
        map.serialize_entry("remedies", &List(|| self.remedies().map(Text)))?;
        map.end()
    }
}

/// A list of what an iterator gives, made anew each time it is written.
struct List<F>(F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for item in (self.0)() {
            list.serialize_element(&item)?;
        }
        list.end()
    }
}

/// What is fixed of an assessment, around its warnings.
fn assessment<S: Serializer>(
    serializer: S,
    assessment: &Assessment,
    warnings: &impl Serialize,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(5))?;
    map.serialize_entry("change", assessment.change().as_str())?;
    map.serialize_entry("verdict", &assessment.verdict())?;
    map.serialize_entry("loads", &List(|| assessment.loads()))?;
    map.serialize_entry("warnings", warnings)?;
    map.serialize_entry("benefits", &List(|| assessment.benefits()))?;
    map.end()
}

/// Brief: of each warning the code, the severity and the seat.
impl Serialize for Assessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        assessment(serializer, self, &List(|| self.warnings().map(|(key, severity)| Brief(key, severity))))
    }
}

/// In full: of each warning the evidence, the message and the remedies, too.
impl Serialize for Explanation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        assessment(serializer, &self.assessment(), &List(|| self.warnings()))
    }
}
