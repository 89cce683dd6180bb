//! How are proposals and their parts read?

use core::fmt::Display;

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::{MapAccess, SeqAccess};

use super::entries::keyed;
use super::measures::Measures;
use super::read::{Object, Raw, Reader, Single, Take, by_name};
use super::value::{Value, names};
use crate::input::draft::Draft;
use crate::input::fault::FaultKind;
use crate::input::found::Shape;
use crate::model::organization::Organization;
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::change::{Trigger, TriggerSet};
use crate::vocabulary::notes::note;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::scale::{Estimate, Scale};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::word::{Word, joined};

pub(super) const PROPOSED: &str = "proposed";
pub(super) const NOT_APPLICABLE: &str = "not-applicable";
pub(super) const CONVENTIONAL: &str = "conventional";

// Each object is written in the order of these keys.
keyed! { Draft<Proposal> |it, value| {
    "organization" => {
        let mut organization = Organization::draft();
        value.read(&mut organization)?;
        it.value.organization = organization.value;
        Ok(())
    },
    "trigger" => value.read(&mut Triggers(&mut it.value.triggers)),
    "term" => value.read(&mut it.value.term),
    "incumbent" => value.read(&mut it.value.incumbent),
    "current" => value.read(it.value.current.insert(Structure::vacant().value)),
    PROPOSED => value.read(&mut it.value.proposed),
    "origins" => value.read(&mut by_name(|fact, origin: Origin, _| note(&mut it.value.origins, fact, origin))),
} }

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

keyed! { Draft<Organization> |it, value| {
    "name" => value.read(&mut it.value.name),
    "stage" => estimate(&mut it.value.stage, value),
    "headcount" => estimate(&mut it.value.headcount, value),
    "budget" => estimate(&mut it.value.budget, value),
    "regulated" => estimate(&mut it.value.regulated, value),
    "signals" => value.read(&mut by_name(|signal, stated: OfSignal, reader| {
        if let Some(level) = stated.level {
            it.state_signal(signal, level);
        }
        if let Some(reason) = stated.reason {
            it.state_signal_not_applicable(signal, reason);
        }
        reader.lift(it, 2);
    })),
    "measures" => {
        value.read(&mut Measures(it))?;
        value.reader.lift(it, 1);
        Ok(())
    },
    "combination" => {
        let mut combination = None;
        value.read(&mut combination)?;
        if let Some(combination) = combination {
            *it = core::mem::replace(it, Organization::draft()).combining(combination);
        }
        Ok(())
    },
    "safeguards" => value.read(&mut by_name(|safeguard, in_place: Option<Estimate<bool>>, _| {
        it.value.safeguards.set(safeguard, in_place.unwrap_or_default());
    })),
    NOT_APPLICABLE => value.read(&mut by_name(|responsibility, reason: Option<String>, reader| {
        if let Some(reason) = reason {
            it.state_not_applicable(responsibility, reason);
            reader.lift(it, 2);
        }
    })),
} }

keyed! { Origin { "by": by, "source": source, "on": on } }

/// The triggers of the proposal: a name, or a list of names.
struct Triggers<'a>(&'a mut TriggerSet);

impl Take for Triggers<'_> {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        self.0.extend(reader.kept(<Trigger as Value>::of(single)));
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
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        self.level.single(single, reader);
    }

    fn list<'de, A: SeqAccess<'de>>(&mut self, items: A, reader: &mut Reader) -> Result<(), A::Error> {
        self.level.list(items, reader)
    }

    fn map<'de, A: MapAccess<'de>>(&mut self, entries: A, reader: &mut Reader) -> Result<(), A::Error> {
        let read = |_, value: &mut Raw<'_, A>| value.read(&mut self.reason);
        match reader.object(entries, &[NOT_APPLICABLE], read)? {
            Ok(0) => reader.fault(FaultKind::MissingKey { missing: NOT_APPLICABLE }),
            Ok(_) => {}
            Err(found) => self.single(Single::Other(found), reader),
        }
        Ok(())
    }
}

keyed! { Structure |it, value| {
    "cto" => value.read(it.seat_mut(Role::Cto).insert(Seat::draft().value)),
    "cpo" => value.read(it.seat_mut(Role::Cpo).insert(Seat::draft().value)),
    "cpto" => value.read(it.seat_mut(Role::Cpto).insert(Seat::draft().value)),
    "elsewhere" => value.read(&mut Elsewhere(it)),
} }

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

keyed! { Seat |it, value| {
    "remit" => value.read(&mut Remit(&mut it.stated_remit)),
    "skills" => value.read(&mut by_name(|skill, proficiency: Option<Estimate<Proficiency>>, _| {
        it.skills.set(skill, proficiency.unwrap_or_default());
    })),
    "interim" => estimate(&mut it.interim, value),
    "newcomer" => value.read(&mut it.newcomer),
    "reports-to" => value.read(&mut it.reports_to),
    "direct-reports" => value.read(&mut it.direct_reports),
    "product-attention" => value.read(&mut it.product_attention),
    "other-duties" => value.read(&mut it.other_duties),
} }

/// A remit: `None` if it is conventional, or if no name in it could be read.
struct Remit<'a>(&'a mut Option<Vec<Responsibility>>);

impl Take for Remit<'_> {
    fn single(&mut self, single: Single<'_>, reader: &mut Reader) {
        if !matches!(single, Single::Text(CONVENTIONAL)) {
            reader.wrong(single, Shape::Remit);
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
