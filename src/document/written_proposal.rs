//! How are proposals, their parts and what is wrong with them written?

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::document::measures::OfMeasure;
use crate::document::proposal::{NOT_APPLICABLE, PROPOSED};
use crate::document::write::{Entries, Text};
use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::measures::readings::Combination;
use crate::model::organization::Organization;
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::Field;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::Skill;
use crate::vocabulary::word::UnknownName;

impl Serialize for Proposal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if *self.organization() != Organization::default() {
            map.serialize_entry("organization", self.organization())?;
        }
        match self.triggers().len() {
            0 => {}
            1 => map.optional("trigger", self.triggers().iter().next())?,
            _ => map.serialize_entry("trigger", &self.triggers())?,
        }
        map.optional("term", self.term())?;
        map.optional("incumbent", self.incumbent())?;
        map.optional("current", self.current())?;
        map.serialize_entry(PROPOSED, self.proposed())?;
        map.object("origins", self.origins())?;
        map.end()
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.optional("by", self.by.as_deref())?;
        map.optional("source", self.source.as_deref())?;
        map.optional("on", self.on)?;
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
        let fields =
            Field::ALL.iter().filter_map(|field| Some((field.as_str(), self.office_of_all(*field)?)));
        // What a remit lists is no part of all the rest of a field.
        let is_listed =
            |it| self.seats().filter_map(|(_, seat)| seat.stated_remit()).any(|remit| remit.contains(&it));
        let told = |it: Responsibility, office| {
            let mut fields = Field::ALL.iter().filter(|field| it.home() == field.home());
            !is_listed(it) && fields.any(|field| self.office_of_all(*field) == Some(office))
        };
        let single = Responsibility::ALL.iter().filter_map(|it| Some((*it, self.office(*it)?)));
        let single =
            single.filter(|(it, office)| !told(*it, *office)).map(|(it, office)| (it.as_str(), office));
        map.object("elsewhere", single.chain(fields))?;
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
        map.optional("newcomer", self.newcomer)?;
        map.optional("reports-to", self.reports_to())?;
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

/// What is allowed: a list of names, the two ends of a range, or a sentence.
struct Allowed<'a>(&'a FaultKind);

impl Serialize for Allowed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            FaultKind::UnknownKey { allowed, .. } | FaultKind::UnknownName(UnknownName { allowed, .. }) => {
                allowed.serialize(serializer)
            }
            FaultKind::IncumbentWithoutSeat { allowed, .. } => allowed.serialize(serializer),
            FaultKind::OutOfRange { least, most, .. } => {
                match (i64::try_from(*least), u64::try_from(*most)) {
                    (Ok(least), Ok(most)) => {
                        let mut map = serializer.serialize_map(Some(2))?;
                        map.serialize_entry("least", &least)?;
                        map.serialize_entry("most", &most)?;
                        map.end()
                    }
                    _ => serializer.serialize_str(&self.0.allowed()),
                }
            }
            other => serializer.serialize_str(&other.allowed()),
        }
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("place", &Text(self.place()))?;
        map.serialize_entry("code", self.kind().code())?;
        map.serialize_entry("problem", &Text(self.kind()))?;
        map.serialize_entry("allowed", &Allowed(self.kind()))?;
        map.end()
    }
}
