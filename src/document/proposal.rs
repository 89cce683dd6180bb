//! How are proposals and their parts read?

use core::fmt::Display;

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::{MapAccess, SeqAccess};
use serde::{Deserialize, Deserializer};

use super::entries::plain;
use super::measures::Measures;
use super::read::{Document, Object, Reader, Take, built};
use super::value::{Value, names};
use crate::input::draft::Draft;
use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::model::fact::Fact;
use crate::model::organization::Organization;
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::change::{Trigger, TriggerSet};
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Scale};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::Skill;
use crate::vocabulary::word::Word;

/// The keys of each object, in the order in which they are written.
pub(super) const PROPOSAL: &[&str] =
    &["organization", "trigger", "term", "incumbent", "current", PROPOSED, "origins"];
pub(super) const ORIGIN: &[&str] = &["by", "source", "on"];
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
pub(super) const SEAT: &[&str] = &[
    "remit",
    "skills",
    "interim",
    "newcomer",
    "reports-to",
    "direct-reports",
    "product-attention",
    "other-duties",
];
pub(super) const NOT_APPLICABLE: &str = "not-applicable";
pub(super) const CONVENTIONAL: &str = "conventional";

macro_rules! documents {
    ($($Type:ident),+) => { $(
        impl Document for $Type {
            fn nothing() -> Draft<Self> {
                Self::draft()
            }
        }

        impl<'de> Deserialize<'de> for $Type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                built(deserializer, Draft::<Self>::build)
            }
        }
    )+ };
}
documents! { Proposal, Organization }

impl Object for Draft<Proposal> {
    const KEYS: &'static [&'static str] = PROPOSAL;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        match position {
            0 => {
                let mut organization = Organization::draft();
                reader.value(entries, &mut organization)?;
                self.value.organization = organization.value;
            }
            1 => reader.value(entries, &mut Triggers(&mut self.value.triggers))?,
            2 => reader.value(entries, &mut self.value.term)?,
            3 => reader.value(entries, &mut self.value.incumbent)?,
            4 => {
                let mut current = Structure::vacant();
                reader.value(entries, &mut current)?;
                self.value.current = Some(current.value);
            }
            5 => {
                let mut proposed = Structure::vacant();
                reader.value(entries, &mut proposed)?;
                self.value.proposed = proposed.value;
            }
            _ => reader.value(entries, &mut Origins(&mut self.value))?,
        }
        Ok(())
    }
}

/// Reads an estimate, which is unknown where it could not be read.
fn estimate<'de, T: Scale + Display + Value, A: MapAccess<'de>>(
    to: &mut Estimate<T>,
    entries: &mut A,
    reader: &mut Reader,
) -> Result<(), A::Error> {
    let mut read = None;
    reader.value(entries, &mut read)?;
    *to = read.unwrap_or_default();
    Ok(())
}

impl Object for Draft<Organization> {
    const KEYS: &'static [&'static str] = ORGANIZATION;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let value = &mut self.value;
        match position {
            0 => reader.value(entries, &mut value.name),
            1 => estimate(&mut value.stage, entries, reader),
            2 => estimate(&mut value.headcount, entries, reader),
            3 => estimate(&mut value.budget, entries, reader),
            4 => estimate(&mut value.regulated, entries, reader),
            5 => reader.value(entries, &mut Signals(self)),
            6 => {
                reader.value(entries, &mut Measures(self))?;
                reader.lift(self, 1);
                Ok(())
            }
            7 => {
                let mut combination = None;
                reader.value(entries, &mut combination)?;
                if let Some(combination) = combination {
                    *self = core::mem::replace(self, Organization::draft()).combining(combination);
                }
                Ok(())
            }
            8 => reader.value(entries, &mut Safeguards(self)),
            _ => reader.value(entries, &mut NotApplicable(self)),
        }
    }
}

/// Where facts come from, by the places of the facts.
struct Origins<'a>(&'a mut Proposal);

impl Object for Origins<'_> {
    const KEYS: &'static [&'static str] = Fact::NAMES;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let mut origin = Origin::default();
        reader.value(entries, &mut origin)?;
        let fact = u32::try_from(position).ok().and_then(Fact::at);
        if let Some(fact) = fact {
            self.0.state_origin(fact, origin);
        }
        Ok(())
    }
}

plain! { Origin[ORIGIN] { by, source, on } }

/// Why the question is asked now: a name, or a list of names.
struct Triggers<'a>(&'a mut TriggerSet);

impl Take for Triggers<'_> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        <Trigger as Value>::wrong(found, reader);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        self.0.extend(<Trigger as Value>::text(text, reader));
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        let faults = reader.faults.len();
        names(items, reader, |trigger| self.0.extend([trigger]))?;
        if self.0.is_empty() && reader.faults.len() == faults {
            reader.fault(FaultKind::EmptyList);
        }
        Ok(())
    }
}

/// The signals of an organisation.
struct Signals<'a>(&'a mut Draft<Organization>);

impl Object for Signals<'_> {
    const KEYS: &'static [&'static str] = <Signal as Word>::NAMES;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let Some(&signal) = Signal::ALL.get(position) else { return Ok(()) };
        let mut stated = OfSignal::default();
        reader.value(entries, &mut stated)?;
        if let Some(level) = stated.level {
            self.0.state_signal(signal, level);
        }
        if let Some(reason) = stated.reason {
            self.0.state_signal_not_applicable(signal, reason);
        }
        reader.lift(self.0, 2);
        Ok(())
    }
}

/// What is said of a signal: its level, or why there is none.
#[derive(Default)]
struct OfSignal {
    level: Option<Estimate<Maturity>>,
    reason: Option<String>,
}

impl Take for OfSignal {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        self.level.wrong(found, reader);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        self.level.text(text, reader);
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        self.level.list(items, reader)
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let read = |_, entries: &mut A, reader: &mut Reader| reader.value(entries, &mut self.reason);
        match reader.object(entries, &[NOT_APPLICABLE], read)? {
            Ok(0) => reader.fault(FaultKind::MissingKey { missing: NOT_APPLICABLE }),
            Ok(_) => {}
            Err(found) => self.wrong(found, reader),
        }
        Ok(())
    }
}

/// The safeguards of an organisation.
struct Safeguards<'a>(&'a mut Draft<Organization>);

impl Object for Safeguards<'_> {
    const KEYS: &'static [&'static str] = <Safeguard as Word>::NAMES;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let mut in_place = Estimate::UNKNOWN;
        estimate(&mut in_place, entries, reader)?;
        if let Some(&safeguard) = Safeguard::ALL.get(position) {
            self.0.value.safeguards.set(safeguard, in_place);
        }
        Ok(())
    }
}

/// The responsibilities that an organisation does not have.
struct NotApplicable<'a>(&'a mut Draft<Organization>);

impl Object for NotApplicable<'_> {
    const KEYS: &'static [&'static str] = <Responsibility as Word>::NAMES;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let mut reason: Option<String> = None;
        reader.value(entries, &mut reason)?;
        if let (Some(&responsibility), Some(reason)) = (Responsibility::ALL.get(position), reason) {
            self.0.state_not_applicable(responsibility, reason);
            reader.lift(self.0, 2);
        }
        Ok(())
    }
}

impl Object for Draft<Structure> {
    const KEYS: &'static [&'static str] = STRUCTURE;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let Some(&role) = Role::ALL.get(position) else {
            return reader.value(entries, &mut Elsewhere(&mut self.value));
        };
        let mut seat = Seat::draft().value;
        reader.value(entries, &mut seat)?;
        *self.value.seat_mut(role) = Some(seat);
        Ok(())
    }
}

/// The responsibilities that offices hold.
struct Elsewhere<'a>(&'a mut Structure);

/// What can be elsewhere: a responsibility, or all of a field that nothing else is said about.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
pub(super) const ELSEWHERE: [&str; Responsibility::COUNT + Field::COUNT] = {
    let mut keys = [""; Responsibility::COUNT + Field::COUNT];
    let mut index = 0;
    while index < keys.len() {
        keys[index] = if index < Responsibility::COUNT {
            <Responsibility as Word>::NAMES[index]
        } else {
            <Field as Word>::NAMES[index - Responsibility::COUNT]
        };
        index += 1;
    }
    keys
};

impl Object for Elsewhere<'_> {
    const KEYS: &'static [&'static str] = &ELSEWHERE;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let mut office = None::<Office>;
        reader.value(entries, &mut office)?;
        match (Responsibility::ALL.get(position), position.checked_sub(Responsibility::COUNT)) {
            (Some(&responsibility), _) => self.0.offices.set(responsibility, office),
            (None, Some(field)) => {
                if let Some(&field) = Field::ALL.get(field) {
                    self.0.fields.set(field, office);
                }
            }
            (None, None) => {}
        }
        Ok(())
    }
}

impl Object for Seat {
    const KEYS: &'static [&'static str] = SEAT;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        match position {
            0 => reader.value(entries, &mut Remit(&mut self.stated_remit)),
            1 => reader.value(entries, &mut Skills(self)),
            2 => {
                let mut interim = None;
                reader.value(entries, &mut interim)?;
                self.interim = interim.unwrap_or(self.interim);
                Ok(())
            }
            3 => reader.value(entries, &mut self.newcomer),
            4 => reader.value(entries, &mut self.reports_to),
            5 => reader.value(entries, &mut self.direct_reports),
            6 => reader.value(entries, &mut self.product_attention),
            _ => reader.value(entries, &mut self.other_duties),
        }
    }
}

/// The skills of somebody.
struct Skills<'a>(&'a mut Seat);

impl Object for Skills<'_> {
    const KEYS: &'static [&'static str] = <Skill as Word>::NAMES;

    fn entry<'de, A: MapAccess<'de>>(
        &mut self,
        position: usize,
        entries: &mut A,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let mut proficiency = Estimate::UNKNOWN;
        estimate(&mut proficiency, entries, reader)?;
        if let Some(&skill) = Skill::ALL.get(position) {
            self.0.skills.set(skill, proficiency);
        }
        Ok(())
    }
}

/// A remit: nothing where it is conventional, or where no name in it could be read.
struct Remit<'a>(&'a mut Option<Vec<Responsibility>>);

impl Take for Remit<'_> {
    fn wrong(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Remit);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        if text != CONVENTIONAL {
            self.wrong(Found::Text(text.into()), reader);
        }
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        let faults = reader.faults.len();
        let mut stated = Vec::new();
        names(items, reader, |responsibility| stated.push(responsibility))?;
        if !stated.is_empty() || reader.faults.len() == faults {
            *self.0 = Some(stated);
        }
        Ok(())
    }
}
