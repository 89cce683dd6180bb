//! How are assessments read and written, brief or with all evidence and texts?

use alloc::vec::Vec;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess};

use crate::assessment::{Assessment, Explanation, SeatLoad};
use crate::document::entries::{items, record, whole};
use crate::document::read::{Object, Raw};
use crate::document::write::{Text, object};
use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::model::fact::Fact;
use crate::rules::benefit::{Benefit, BenefitCode};
use crate::rules::catalogue::WarningCode;
use crate::rules::evidence::Evidence;
use crate::rules::warning::{Warning, WarningKey};
use crate::vocabulary::change::Change;
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Certainty, Severity, Verdict};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::read;

object! { Fact as |it| it.as_str() }

impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer)
    }
}

record! { Benefit {
    "code": code: BenefitCode = |it| it.code,
    "certain": certain: bool = |it| it.certainty == Certainty::Certain,
} => |_| Ok(Benefit { code, certainty: if certain { Certainty::Certain } else { Certainty::Possible } }) }

record! { SeatLoad {
    "role": role: Role = |it| it.role,
    "least": least: u32 = |it| it.load.least,
    "most": most: u32 = |it| it.load.most,
} => |_| Ok(SeatLoad { role, load: Span::new(least, most).ok_or(FaultKind::MissingKey { missing: "most" })? }) }

/// A warning without evidence. Evidence and texts follow from the proposal and are not read.
struct Brief((WarningKey, Span<Severity>));

record! { Brief {
    "code": code: WarningCode = |it| it.0.0.code,
    "severity": severity: Span<Severity> = |it| it.0.1,
    "role" optional: role: Role = |it| it.0.0.role,
} beside [
    "load", "capacity", "product-load", "technology-load", "lowest", "highest", "shortfall", "skills",
    "certain-skills", "responsibilities", "core", "moves", "certain-moves", "possible-moves", "unknown",
    "counted", "open", "message", "remedies",
] => |_| if code.is_of_seat() && role.is_none() {
    Err(FaultKind::MissingKey { missing: "role" })
} else {
    Ok(Brief((WarningKey { code, role }, severity)))
} }

record! { WarningKey {
    "code": code: WarningCode = |it| it.code,
    "role" optional: role: Role = |it| it.role,
} => |reader| {
    let key = WarningKey { code, role };
    key.seat_fault(&["code"]).into_iter().for_each(|(key, problem)| reader.at_key(key, problem));
    Ok(key)
} }

// A warning is written with its evidence, its open facts, its message and its remedies.
object! { Warning<'_> {
    "code": |it| it.key().code, "severity": Warning::severity, "role" optional: |it| it.key().role,
} by Warning::evidence, {
    Evidence::Facts => {}
    Evidence::Load { load, capacity } => { "load": load, "capacity": capacity }
    Evidence::Halves { product_load, technology_load } => {
        "product-load": product_load, "technology-load": technology_load
    }
    Evidence::Levels { lowest, highest } => { "lowest": lowest, "highest": highest }
    Evidence::Shortfall { shortfall, skills, certain_skills } => {
        "shortfall": shortfall, "skills": skills, "certain-skills": certain_skills
    }
    Evidence::Responsibilities(all) => {
        "responsibilities": all, "core": all.intersection(ResponsibilitySet::CORE)
    }
    Evidence::Moves { moves, certain_moves, possible_moves } => {
        "moves": moves, "certain-moves": certain_moves, "possible-moves": possible_moves
    }
    Evidence::Signals { unknown, counted } => { "unknown": unknown, "counted": counted }
} {
    "open": Warning::open_facts, "message": Text, "remedies": |it| it.remedies().collect::<Vec<_>>(),
} }

// The brief form has the code, the severity and the seat of each warning.
object! { Assessment {
    "change": Assessment::change,
    "verdict": Assessment::verdict,
    "loads": |it| it.loads().collect::<Vec<_>>(),
    "warnings": |it| it.warnings().map(Brief).collect::<Vec<_>>(),
    "benefits": |it| it.benefits().collect::<Vec<_>>(),
} }

// The full form also has the evidence, the message and the remedies of each warning.
object! { Explanation<'_> {
    "change": |it| it.assessment().change(),
    "verdict": |it| it.assessment().verdict(),
    "loads": |it| it.assessment().loads().collect::<Vec<_>>(),
    "warnings": |it| it.warnings().collect::<Vec<_>>(),
    "benefits": |it| it.assessment().benefits().collect::<Vec<_>>(),
} }

/// The parts of an assessment that are read.
#[derive(Default)]
struct Read {
    change: Option<Change>,
    verdict: Option<Span<Verdict>>,
    loads: Vec<SeatLoad>,
    warnings: Vec<(WarningKey, Span<Severity>)>,
    benefits: Vec<Benefit>,
    seen: u8,
}

pub(super) const KEYS: &[&str] = &["change", "verdict", "loads", "warnings", "benefits"];

impl Object for Read {
    const KEYS: &'static [&'static str] = KEYS;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        self.seen |= 1 << key;
        match key {
            0 => value.read(&mut self.change),
            1 => value.read(&mut self.verdict),
            2 => value.read(&mut items(Form::Pair.roles().len(), |it, _| self.loads.push(it))),
            3 => value.read(&mut items(WarningCode::CELLS, |Brief(it), _| self.warnings.push(it))),
            _ => value.read(&mut items(BenefitCode::COUNT, |it, _| self.benefits.push(it))),
        }
    }
}

/// A warning and its seat, as they appear in results of advice.
impl<'de> Deserialize<'de> for WarningKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole(None, deserializer, |key, _| key)
    }
}

impl Read {
    /// Returns the assessment after checking that nothing is repeated or out of order, and that the verdict follows.
    fn assessment(self, faults: &mut Faults) -> Option<Assessment> {
        let place = Place::default;
        for (position, key) in KEYS.iter().enumerate() {
            if self.seen & 1 << position == 0 {
                faults.push(Fault::new(place(), FaultKind::MissingKey { missing: key }));
            }
        }
        let has = |role| self.loads.iter().any(|load| load.role == role);
        let form =
            Form::of(has(Role::Cto), has(Role::Cpo), has(Role::Cpto)).filter(|form| *form != Form::NoSeat);
        let roles = form.map(Form::roles).unwrap_or_default();
        if !self.loads.iter().map(|load| load.role).eq(roles.iter().copied()) || form.is_none() {
            faults.push(Fault::new(Place::key("loads"), FaultKind::Unordered));
        }
        if !self.benefits.is_sorted_by(|one, next| (one.code as usize) < next.code as usize) {
            faults.push(Fault::new(Place::key("benefits"), FaultKind::Unordered));
        }
        let (change, stated) = (self.change?, self.verdict?);
        let assessment = Assessment::read(change, form?, &self.loads, &self.warnings, &self.benefits);
        if !assessment.warnings().eq(self.warnings.iter().copied()) {
            faults.push(Fault::new(Place::key("warnings"), FaultKind::Unordered));
        }
        let follows = assessment.verdict();
        if stated != follows {
            let problem = FaultKind::ContradictoryVerdict { found: stated, allowed: follows };
            faults.push(Fault::new(Place::key("verdict"), problem));
        }
        Some(assessment)
    }
}

/// Reads the severities, loads and benefits of an assessment, and checks that everything is given once and in order, and that
/// the verdict follows from the warnings.
impl<'de> Deserialize<'de> for Assessment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole(Read::default(), deserializer, Read::assessment)
    }
}
