//! The form of proposals and their parts.

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::measures::{OfMeasure, measures};
use super::node::Node;
use super::read::{Read, Reader, document, names};
use super::write::Entries;
use crate::input::draft::Draft;
use crate::input::fault::{FaultKind, Faults, Shape};
use crate::measures::readings::Combination;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::Skill;

/// The keys of each object, in the order in which they are written.
pub(super) const PROPOSAL: &[&str] = &["organization", "trigger", "incumbent", "current", PROPOSED];
pub(super) const PROPOSED: &str = "proposed";
pub(super) const ORGANIZATION: &[&str] = &[
    "name",
    "stage",
    "headcount",
    "budget",
    "regulated",
    "signals",
    "measures",
    "combination",
    "safeguards",
    "not-applicable",
];
pub(super) const STRUCTURE: &[&str] = &["cto", "cpo", "cpto", "elsewhere"];
pub(super) const SEAT: &[&str] =
    &["remit", "skills", "interim", "direct-reports", "product-attention", "other-duties"];
pub(super) const NOT_APPLICABLE: &str = "not-applicable";
pub(super) const CONVENTIONAL: &str = "conventional";

impl<'de> Deserialize<'de> for Draft<Proposal> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut draft, mut faults) = document(deserializer, proposal)?;
        faults.append(&mut draft.faults);
        Ok(Self { faults, ..draft })
    }
}

impl<'de> Deserialize<'de> for Proposal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Draft::<Self>::deserialize(deserializer)?.build().map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Draft<Organization> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut draft, mut faults) = document(deserializer, organization)?;
        faults.append(&mut draft.faults);
        Ok(Self { faults, ..draft })
    }
}

impl<'de> Deserialize<'de> for Organization {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Draft::<Self>::deserialize(deserializer)?.build().map_err(D::Error::custom)
    }
}

/// Reads a proposal. The organisation comes first, wherever it stands, so that its faults do.
fn proposal(node: &Node<'_>, reader: &mut Reader) -> Draft<Proposal> {
    let mut draft = Proposal::draft();
    let mut seen = 0;
    for (key, node) in reader.map(node, PROPOSAL) {
        let Some(position) = reader.enter(key, PROPOSAL, &mut seen) else { continue };
        match position {
            0 => draft = draft.organization(organization(node, reader)),
            1 => {
                if let Some(trigger) = Read::read(node, reader) {
                    draft = draft.trigger(trigger);
                }
            }
            2 => {
                if let Some(incumbent) = Read::read(node, reader) {
                    draft = draft.incumbent(incumbent);
                }
            }
            3 => draft = draft.current(structure(node, reader)),
            _ => draft = draft.proposed(structure(node, reader)),
        }
        reader.leave();
    }
    draft
}

fn organization(node: &Node<'_>, reader: &mut Reader) -> Draft<Organization> {
    let mut draft = Organization::draft();
    let mut seen = 0;
    for (key, node) in reader.map(node, ORGANIZATION) {
        let Some(position) = reader.enter(key, ORGANIZATION, &mut seen) else { continue };
        let value = &mut draft.value;
        match position {
            0 => value.name = text(node, reader),
            1 => value.stage = Estimate::read(node, reader).unwrap_or_default(),
            2 => value.headcount = Estimate::read(node, reader).unwrap_or_default(),
            3 => value.budget = Estimate::read(node, reader).unwrap_or_default(),
            4 => value.regulated = reader.yes_no(node).unwrap_or_default(),
            5 => draft = signals(node, reader, draft),
            6 => draft = measures(node, reader, draft),
            7 => draft = Read::read(node, reader).into_iter().fold(draft, Draft::<Organization>::combining),
            8 => draft = safeguards(node, reader, draft),
            _ => draft = not_applicable(node, reader, draft),
        }
        reader.leave();
    }
    draft
}

pub(crate) fn text(node: &Node<'_>, reader: &mut Reader) -> Option<String> {
    let Node::Text(text) = node else {
        reader.wrong_type(node, Shape::Text);
        return None;
    };
    Some(text.as_ref().into())
}

fn signals(node: &Node<'_>, reader: &mut Reader, draft: Draft<Organization>) -> Draft<Organization> {
    let mut stated = Vec::new();
    reader.each(node, |reader, signal: Signal, node| {
        let Node::Map(entries) = node else {
            stated.extend(Estimate::read(node, reader).map(|level| (signal, Ok(level))));
            return;
        };
        let mut seen = 0;
        for (key, node) in entries {
            if reader.enter(key, &[NOT_APPLICABLE], &mut seen).is_some() {
                stated.extend(text(node, reader).map(|reason| (signal, Err(reason))));
                reader.leave();
            }
        }
        if entries.is_empty() {
            reader.fault(FaultKind::MissingKey { missing: NOT_APPLICABLE });
        }
    });
    let signals = core::mem::take(&mut stated).into_iter();
    let state = |draft: Draft<Organization>, (signal, stated)| match stated {
        Ok(level) => draft.signal(signal, level),
        Err(reason) => draft.signal_not_applicable(signal, reason),
    };
    signals.fold(draft, state)
}

fn safeguards(node: &Node<'_>, reader: &mut Reader, draft: Draft<Organization>) -> Draft<Organization> {
    let mut stated = Vec::new();
    reader.each(node, |reader, safeguard: Safeguard, node| {
        stated.extend(reader.yes_no(node).map(|in_place| (safeguard, in_place)));
    });
    stated.into_iter().fold(draft, |draft, (safeguard, in_place)| draft.safeguard(safeguard, in_place))
}

fn not_applicable(node: &Node<'_>, reader: &mut Reader, draft: Draft<Organization>) -> Draft<Organization> {
    let mut stated = Vec::new();
    reader.each(node, |reader, responsibility: Responsibility, node| {
        stated.extend(text(node, reader).map(|reason| (responsibility, reason)));
    });
    stated
        .into_iter()
        .fold(draft, |draft, (responsibility, reason)| draft.not_applicable(responsibility, reason))
}

fn structure(node: &Node<'_>, reader: &mut Reader) -> Draft<Structure> {
    let mut draft = Structure::vacant();
    let mut seen = 0;
    for (key, node) in reader.map(node, STRUCTURE) {
        let Some(position) = reader.enter(key, STRUCTURE, &mut seen) else { continue };
        match position {
            0 => draft = draft.seat(Role::Cto, seat(node, reader)),
            1 => draft = draft.seat(Role::Cpo, seat(node, reader)),
            2 => draft = draft.seat(Role::Cpto, seat(node, reader)),
            _ => {
                reader.each(node, |reader, responsibility: Responsibility, node| {
                    if let Some(office) = <Office as Read>::read(node, reader) {
                        draft.value.offices.set(responsibility, Some(office));
                    }
                });
            }
        }
        reader.leave();
    }
    draft
}

fn seat(node: &Node<'_>, reader: &mut Reader) -> Draft<Seat> {
    let mut draft = Seat::draft();
    let mut seen = 0;
    for (key, node) in reader.map(node, SEAT) {
        let Some(position) = reader.enter(key, SEAT, &mut seen) else { continue };
        let value = &mut draft.value;
        match position {
            0 => value.stated_remit = remit(node, reader),
            1 => reader.each(node, |reader, skill: Skill, node| {
                value.skills.set(skill, Estimate::read(node, reader).unwrap_or_default());
            }),
            // Absent means no, so that this fact alone needs a way to say that it is unknown: [false, true].
            2 => value.interim = Estimate::read(node, reader).unwrap_or_default(),
            3 => value.direct_reports = Read::read(node, reader),
            4 => value.product_attention = Read::read(node, reader),
            _ => value.other_duties = Read::read(node, reader),
        }
        reader.leave();
    }
    draft
}

/// Reads a remit: nothing where it is conventional, or where no name in it could be read.
fn remit(node: &Node<'_>, reader: &mut Reader) -> Option<Vec<Responsibility>> {
    match node {
        Node::Text(text) if text == CONVENTIONAL => return None,
        Node::List(_) => {}
        _ => {
            reader.wrong_type(node, Shape::Remit);
            return None;
        }
    }
    let faults = reader.faults.len();
    let mut stated = Vec::new();
    let mut seen = ResponsibilitySet::EMPTY;
    names(node, reader, |responsibility: Responsibility| {
        let repeated = seen.contains(responsibility);
        seen = seen.with(responsibility);
        stated.push(responsibility);
        repeated.then(|| FaultKind::RepeatedName { found: responsibility.as_str().into() })
    });
    (!stated.is_empty() || reader.faults.len() == faults).then_some(stated)
}

impl Serialize for Proposal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if *self.organization() != Organization::default() {
            map.serialize_entry("organization", self.organization())?;
        }
        map.optional("trigger", self.trigger())?;
        map.optional("incumbent", self.incumbent())?;
        map.optional("current", self.current())?;
        map.serialize_entry(PROPOSED, self.proposed())?;
        map.end()
    }
}

impl Serialize for Organization {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.optional("name", self.name())?;
        map.known("stage", self.stage())?;
        map.known("headcount", self.headcount())?;
        map.known("budget", self.budget())?;
        map.known("regulated", self.regulated())?;
        let measured = self.readings().signals();
        let signals = Signal::ALL.iter().filter_map(|signal| {
            let stated = match self.signal(*signal) {
                Some(level) if level.is_unknown() || measured.contains(*signal) => return None,
                Some(level) => Stated::Level(level),
                None => Stated::NotApplicable(self.signal_reason(*signal).unwrap_or_default()),
            };
            Some((signal, stated))
        });
        map.object("signals", signals)?;
        let figures = self.readings().by_measure();
        map.object("measures", figures.map(|(it, figures)| (it.as_str(), OfMeasure(figures))))?;
        let combination = self.readings().combination();
        map.optional("combination", Some(combination).filter(|it| *it != Combination::default()))?;
        let safeguards = Safeguard::ALL.iter().filter_map(|it| Some((it, self.safeguard(*it).value()?)));
        map.object("safeguards", safeguards)?;
        map.object(NOT_APPLICABLE, self.responsibility_reasons.iter().map(|(it, reason)| (it, reason)))?;
        map.end()
    }
}

/// What is said of a signal.
enum Stated<'a> {
    Level(Estimate<Maturity>),
    NotApplicable(&'a str),
}

impl Serialize for Stated<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Level(level) => level.serialize(serializer),
            Self::NotApplicable(reason) => serializer.collect_map([(NOT_APPLICABLE, reason)]),
        }
    }
}

impl Serialize for Structure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (role, seat) in self.seats() {
            map.serialize_entry(role.as_str(), seat)?;
        }
        let elsewhere = Responsibility::ALL.iter().filter_map(|it| Some((it, self.office(*it)?)));
        map.object("elsewhere", elsewhere)?;
        map.end()
    }
}

impl Serialize for Seat {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.optional("remit", self.stated_remit())?;
        let skills = Skill::ALL.iter().map(|skill| (skill, self.skill(*skill)));
        map.object("skills", skills.filter(|(_, proficiency)| !proficiency.is_unknown()))?;
        if self.interim() != Estimate::exact(false) {
            map.serialize_entry("interim", &self.interim())?;
        }
        map.optional("direct-reports", self.direct_reports())?;
        map.optional("product-attention", self.product_attention())?;
        map.optional("other-duties", self.other_duties())?;
        map.end()
    }
}

impl Serialize for Faults {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Serialize for crate::input::fault::Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("place", &super::write::Text(self.place()))?;
        map.serialize_entry("code", self.kind().code())?;
        map.serialize_entry("problem", &super::write::Text(self.kind()))?;
        map.serialize_entry("allowed", &self.kind().allowed())?;
        map.end()
    }
}
