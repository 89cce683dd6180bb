//! How are proposals, their parts and their faults written?

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::document::measures::OfMeasure;
use crate::document::proposal::{NOT_APPLICABLE, PROPOSED};
use crate::document::write::{Text, object};
use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::input::found::Shape;
use crate::measures::readings::Combination;
use crate::model::organization::Organization;
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::Skill;
use crate::vocabulary::word::UnknownName;

object! { Proposal {
    "organization" optional: |it| Some(it.organization()).filter(|it| **it != Organization::default()),
    "trigger" optional: |it| it.triggers().iter().next().filter(|_| it.triggers().len() == 1),
    "trigger" optional: |it| Some(it.triggers()).filter(|triggers| triggers.len() > 1),
    "term" optional: Proposal::term,
    "incumbent" optional: Proposal::incumbent,
    "current" optional: Proposal::current,
    PROPOSED: Proposal::proposed,
    "origins" object: Proposal::origins,
} }
object! { Origin {
    "by" optional: |it| it.by.as_deref(), "source" optional: |it| it.source.as_deref(), "on" optional: |it| it.on,
} }

object! { Organization {
    "name" optional: Organization::name,
    "stage" known: Organization::stage,
    "headcount" known: Organization::headcount,
    "budget" known: Organization::budget,
    "regulated" known: Organization::regulated,
    "signals" object: |it| {
        let measured = it.readings().signals();
        Signal::ALL.iter().filter_map(move |signal| {
            let stated = match it.signal(*signal) {
                Some(level) if level.is_unknown() || measured.contains(*signal) => return None,
                Some(level) => Stated::Level(level),
                None => Stated::NotApplicable(it.signal_reason(*signal).unwrap_or_default()),
            };
            Some((signal, stated))
        })
    },
    "measures" object: |it| it.readings().by_measure().map(|(it, figures)| (it.as_str(), OfMeasure(figures))),
    "combination" optional: |it| Some(it.readings().combination()).filter(|it| *it != Combination::default()),
    "safeguards" object: |it| Safeguard::ALL.iter().filter_map(|safeguard| Some((safeguard, it.safeguard(*safeguard).value()?))),
    NOT_APPLICABLE object: |it| it.responsibility_reasons.iter().map(|(it, reason)| (it, reason)),
} }

/// The statement about a signal.
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

object! { Structure {
    "cto" optional: |it| it.seat(Role::Cto),
    "cpo" optional: |it| it.seat(Role::Cpo),
    "cpto" optional: |it| it.seat(Role::Cpto),
    "elsewhere" object: elsewhere,
} }

/// The offices of single responsibilities, followed by those of whole fields.
fn elsewhere(structure: &Structure) -> impl Iterator<Item = (&'static str, Office)> + Clone {
    let fields =
        Field::ALL.iter().filter_map(|field| Some((field.as_str(), structure.office_of_all(*field)?)));
    // A responsibility that a remit lists does not count as part of a whole field.
    let is_listed =
        |it| structure.seats().filter_map(|(_, seat)| seat.stated_remit()).any(|remit| remit.contains(&it));
    let told = move |it: Responsibility, office| {
        let mut fields = Field::ALL.iter().filter(|field| it.home() == field.home());
        !is_listed(it) && fields.any(|field| structure.office_of_all(*field) == Some(office))
    };
    let single = Responsibility::ALL.iter().filter_map(|it| Some((*it, structure.office(*it)?)));
    let single =
        single.filter(move |(it, office)| !told(*it, *office)).map(|(it, office)| (it.as_str(), office));
    single.chain(fields)
}

object! { Seat {
    "remit" optional: Seat::stated_remit,
    "skills" object: |it| {
        let skills = Skill::ALL.iter().map(|skill| (skill, it.skill(*skill)));
        skills.filter(|(_, proficiency)| !proficiency.is_unknown())
    },
    "interim" optional: |it| Some(it.interim()).filter(|it| *it != Estimate::exact(false)),
    "newcomer" optional: |it| it.newcomer,
    "reports-to" optional: Seat::reports_to,
    "direct-reports" optional: Seat::direct_reports,
    "product-attention" optional: Seat::product_attention,
    "other-duties" optional: Seat::other_duties,
} }

object! { Faults as Faults::as_slice }

/// The allowed values: a list of names, the two ends of a range, or a sentence.
struct Allowed<'a>(&'a FaultKind);

impl Serialize for Allowed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            FaultKind::UnknownKey { allowed, .. }
            | FaultKind::UnknownName(UnknownName { allowed, .. })
            | FaultKind::WrongType { allowed: Shape::Name(allowed), .. } => allowed.serialize(serializer),
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

object! { Fault {
    "place": |it| Text(it.place()), "code": |it| it.kind().code(), "problem": |it| Text(it.kind()),
    "allowed": |it| Allowed(it.kind()),
} }
