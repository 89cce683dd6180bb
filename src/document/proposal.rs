//! How are proposals and their parts read?

use core::fmt::Display;

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::{MapAccess, SeqAccess};

use super::entries::plain;
use super::measures::Measures;
use super::read::{Object, Raw, Reader, Take, by_name};
use super::value::{Value, names};
use crate::input::draft::Draft;
use crate::input::fault::FaultKind;
use crate::input::found::{Found, Shape};
use crate::model::organization::Organization;
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::change::{Trigger, TriggerSet};
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::scale::{Estimate, Scale};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::word::{Word, joined};

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

impl Object for Draft<Proposal> {
    const KEYS: &'static [&'static str] = PROPOSAL;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        match key {
            0 => {
                let mut organization = Organization::draft();
                value.read(&mut organization)?;
                self.value.organization = organization.value;
            }
            1 => value.read(&mut Triggers(&mut self.value.triggers))?,
            2 => value.read(&mut self.value.term)?,
            3 => value.read(&mut self.value.incumbent)?,
            4 => value.read(self.value.current.insert(Structure::vacant().value))?,
            5 => value.read(&mut self.value.proposed)?,
            _ => value.read(&mut by_name(|fact, origin: Origin, _| self.value.state_origin(fact, origin)))?,
        }
        Ok(())
    }
}

/// Reads an estimate, which is unknown if it cannot be read.
fn estimate<'de, T: Scale + Display + Value, A: MapAccess<'de>>(
    to: &mut Estimate<T>,
    value: &mut Raw<'_, A>,
) -> Result<(), A::Error> {
    let mut read = None;
    value.read(&mut read)?;
    *to = read.unwrap_or_default();
    Ok(())
}

impl Object for Draft<Organization> {
    const KEYS: &'static [&'static str] = ORGANIZATION;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        let organization = &mut self.value;
        match key {
            0 => value.read(&mut organization.name),
            1 => estimate(&mut organization.stage, value),
            2 => estimate(&mut organization.headcount, value),
            3 => estimate(&mut organization.budget, value),
            4 => estimate(&mut organization.regulated, value),
            5 => value.read(&mut by_name(|signal, stated: OfSignal, reader| {
                if let Some(level) = stated.level {
                    self.state_signal(signal, level);
                }
                if let Some(reason) = stated.reason {
                    self.state_signal_not_applicable(signal, reason);
                }
                reader.lift(self, 2);
            })),
            6 => {
                value.read(&mut Measures(self))?;
                value.reader.lift(self, 1);
                Ok(())
            }
            7 => {
                let mut combination = None;
                value.read(&mut combination)?;
                if let Some(combination) = combination {
                    *self = core::mem::replace(self, Organization::draft()).combining(combination);
                }
                Ok(())
            }
            8 => value.read(&mut by_name(|safeguard, in_place: Option<Estimate<bool>>, _| {
                organization.safeguards.set(safeguard, in_place.unwrap_or_default());
            })),
            _ => value.read(&mut by_name(|responsibility, reason: Option<String>, reader| {
                if let Some(reason) = reason {
                    self.state_not_applicable(responsibility, reason);
                    reader.lift(self, 2);
                }
            })),
        }
    }
}

plain! { Origin[ORIGIN] { by, source, on } }

/// The triggers of the proposal: a name, or a list of names.
struct Triggers<'a>(&'a mut TriggerSet);

impl Take for Triggers<'_> {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        self.0.extend(reader.kept(Trigger::single(found)));
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        self.0.extend(reader.kept(<Trigger as Value>::text(text)));
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

/// The statement about a signal: its level, or the reason why it is not applicable.
#[derive(Default)]
struct OfSignal {
    level: Option<Estimate<Maturity>>,
    reason: Option<String>,
}

impl Take for OfSignal {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        self.level.single(found, reader);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        self.level.text(text, reader);
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        self.level.list(items, reader)
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let read = |_, value: &mut Raw<'_, A>| value.read(&mut self.reason);
        match reader.object(entries, &[NOT_APPLICABLE], read)? {
            Ok(0) => reader.fault(FaultKind::MissingKey { missing: NOT_APPLICABLE }),
            Ok(_) => {}
            Err(found) => self.single(found, reader),
        }
        Ok(())
    }
}

impl Object for Structure {
    const KEYS: &'static [&'static str] = STRUCTURE;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        let Some(&role) = Role::ALL.get(key) else { return value.read(&mut Elsewhere(self)) };
        value.read(self.seat_mut(role).insert(Seat::draft().value))
    }
}

/// The responsibilities that offices hold.
struct Elsewhere<'a>(&'a mut Structure);

/// The keys of `elsewhere`: a responsibility, or a field for everything in it that is not stated otherwise.
pub(super) const ELSEWHERE: [&str; Responsibility::COUNT + Field::COUNT] =
    joined(<Responsibility as Word>::NAMES, <Field as Word>::NAMES);

impl Object for Elsewhere<'_> {
    const KEYS: &'static [&'static str] = &ELSEWHERE;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        let mut office = None::<Office>;
        value.read(&mut office)?;
        if let Some(&responsibility) = Responsibility::ALL.get(key) {
            self.0.offices.set(responsibility, office);
        } else if let Some(&field) = Field::ALL.get(key.saturating_sub(Responsibility::COUNT)) {
            self.0.fields.set(field, office);
        }
        Ok(())
    }
}

impl Object for Seat {
    const KEYS: &'static [&'static str] = SEAT;

    fn entry<'de, A: MapAccess<'de>>(&mut self, key: usize, value: &mut Raw<'_, A>) -> Result<(), A::Error> {
        match key {
            0 => value.read(&mut Remit(&mut self.stated_remit)),
            1 => value.read(&mut by_name(|skill, proficiency: Option<Estimate<Proficiency>>, _| {
                self.skills.set(skill, proficiency.unwrap_or_default());
            })),
            2 => estimate(&mut self.interim, value),
            3 => value.read(&mut self.newcomer),
            4 => value.read(&mut self.reports_to),
            5 => value.read(&mut self.direct_reports),
            6 => value.read(&mut self.product_attention),
            _ => value.read(&mut self.other_duties),
        }
    }
}

/// A remit: `None` if it is conventional, or if no name in it could be read.
struct Remit<'a>(&'a mut Option<Vec<Responsibility>>);

impl Take for Remit<'_> {
    fn single(&mut self, found: Found, reader: &mut Reader) {
        reader.wrong(found, Shape::Remit);
    }

    fn text(&mut self, text: &str, reader: &mut Reader) {
        if text != CONVENTIONAL {
            self.single(Found::Text(text.into()), reader);
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
