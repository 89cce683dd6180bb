//! The form of chances. It is written and not read: what has no chance is left out.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::advice::chances::parts::Spread;
use crate::advice::chances::{Chances, OfSeverity, OneOrTwo, Question};
use crate::document::write::Text;
use crate::rules::warning::WarningKey;
use crate::vocabulary::word::Word;

/// The chances that are not 0, by the names of what they are of.
struct NotNone<'a, K: Word, const N: usize>(&'a Spread<K, N>);

impl<K: Word, const N: usize> Serialize for NotNone<'_, K, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for key in K::ALL {
            let chance = self.0.of_result(*key);
            if chance > 0 {
                map.serialize_entry(key.as_str(), &chance)?;
            }
        }
        map.end()
    }
}

/// How exact chances are, and the chances.
fn spread<M: SerializeMap, K: Word, const N: usize>(map: &mut M, of: &Spread<K, N>) -> Result<(), M::Error> {
    map.serialize_entry("exact", &of.is_exact())?;
    map.serialize_entry("chances", &NotNone(of))
}

impl<K: Word, const N: usize> Serialize for Spread<K, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        spread(&mut map, self)?;
        map.end()
    }
}

/// A warning with its chances.
struct OfWarning<'a>(&'a WarningKey, &'a OfSeverity);

impl Serialize for OfWarning<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.0.code.as_str())?;
        if let Some(role) = self.0.role {
            map.serialize_entry("role", role.as_str())?;
        }
        spread(&mut map, self.1)?;
        map.end()
    }
}

impl Serialize for OneOrTwo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        spread(&mut map, OneOrTwo::spread(self))?;
        map.serialize_entry("answer", &Text(self.answer()))?;
        map.end()
    }
}

impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("fact", &self.fact)?;
        map.serialize_entry("clarity", &self.clarity)?;
        map.end()
    }
}

/// The warnings that may be given.
struct Warnings<'a>(&'a Chances);

impl Serialize for Warnings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for (key, spread) in self.0.warnings() {
            list.serialize_element(&OfWarning(key, spread))?;
        }
        list.end()
    }
}

impl Serialize for Chances {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("belief", self.belief().name())?;
        map.serialize_entry("verdict", &self.verdict())?;
        map.serialize_entry("warnings", &Warnings(self))?;
        if let Some(leaders) = self.leaders() {
            map.serialize_entry("leaders", leaders)?;
        }
        map.serialize_entry("questions", self.leaders().map_or(&[][..], OneOrTwo::questions))?;
        map.end()
    }
}
