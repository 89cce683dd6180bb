//! The form of advice. It is written and not read: it follows from the proposals and the policy.

use core::fmt::Display;

use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::write::Text;
use crate::advice::ask::{Answer, Inquiry, Question};
use crate::advice::compare::{
    BenefitCourse, Candidate, Comparison, Handover, Ranked, Ranking, WarningCourse,
};
use crate::advice::divide::{Division, Objective, Share};
use crate::advice::repair::amendment::Amendment;
use crate::advice::repair::{Repair, Repairs};
use crate::advice::watch::{LoadMargin, Period, Review, Standing, Turn, Watch};
use crate::model::value::Value;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::Responsibility;

/// A part of a result, which may be borrowed from it.
fn part<'a, T, V>(result: &'a T, of: impl FnOnce(&'a T) -> V) -> V {
    of(result)
}

/// Declares the form of a result: an object with these keys. A result with labels is declared with the name of their type.
macro_rules! object {
    ($Type:ident $(<$Label:ident>)? { $($key:literal: $value:expr),+ $(,)? }) => {
        impl$(<$Label: Serialize>)? Serialize for $Type $(<$Label>)? {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $( map.serialize_entry($key, &part(self, $value))?; )+
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

object! { Comparison {
    "warnings": Comparison::warnings,
    "benefits": Comparison::benefits,
    "loads-before": |it| &it.loads()[0],
    "loads-after": |it| &it.loads()[1],
    "handovers": Comparison::handovers,
    "text": Text,
} }
object! { Candidate { "proposal": Candidate::proposal, "assessment": Candidate::assessment } }
object! { Ranked {
    "given": |it| it.given, "dominated": |it| it.is_dominated, "candidate": |it| &it.candidate,
} }

/// The candidates, the best first.
impl Serialize for Ranking {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.ranked().serialize(serializer)
    }
}

/// A value is written as in the document of a proposal.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Stage(stage) => stage.serialize(serializer),
            Self::Headcount(people) => people.serialize(serializer),
            Self::Budget(budget) => budget.serialize(serializer),
            Self::Level(level) => level.serialize(serializer),
            Self::Proficiency(proficiency) => proficiency.serialize(serializer),
            Self::Is(is) => is.serialize(serializer),
            Self::Share(percent) => percent.serialize(serializer),
            Self::People(people) => people.serialize(serializer),
            Self::Incumbent(who) => who.serialize(serializer),
        }
    }
}

object! { Answer {
    "from": |it| it.from, "to": |it| it.to, "verdict": |it| it.verdict, "undecided": |it| it.undecided,
} }
object! { Question {
    "fact": |it| it.fact,
    "verdict": |it| it.verdict,
    "warnings": |it| it.warnings.iter().map(Text).collect::<Vec<_>>(),
    "benefits": |it| &it.benefits,
    "answers": |it| &it.answers,
} }
object! { Inquiry {
    "verdict": Inquiry::verdict,
    "to-settle": Inquiry::to_settle,
    "necessary": Inquiry::necessary,
    "exact": Inquiry::is_exact,
    "fewest": Inquiry::is_fewest,
    "questions": Inquiry::questions,
    "idle": Inquiry::idle,
    "text": Text,
} }
object! { Turn {
    "fact": |it| it.fact,
    "direction": |it| it.direction,
    "now": |it| it.now,
    "at": |it| it.at,
    "margin": |it| it.margin,
    "verdict-now": |it| it.verdict[0],
    "verdict-then": |it| it.verdict[1],
    "warnings": |it| &it.warnings,
} }

impl Serialize for LoadMargin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("role", &self.role)?;
        map.serialize_entry("load", &self.load)?;
        for (key, severity_key, rung) in
            [("above", "severity-above", self.above), ("within", "severity-within", self.within)]
        {
            if let Some((severity, percent)) = rung {
                map.serialize_entry(key, &percent)?;
                map.serialize_entry(severity_key, &severity)?;
            }
        }
        map.end()
    }
}

object! { Watch { "turns": Watch::turns, "loads": Watch::loads } }

object! { Period<L> {
    "from": |it| &it.from,
    "to": |it| &it.to,
    "verdict-before": |it| it.verdict[0],
    "verdict-after": |it| it.verdict[1],
    "warnings": |it| &it.warnings,
} }
object! { Standing<L> {
    "code": |it| it.code, "since": |it| &it.since, "severity": |it| it.severity,
} }
object! { Review<L> { "periods": Review::periods, "standing": Review::standing } }

/// The kind of a change, what it is about, and the sentence.
impl Serialize for Amendment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut entry = |key: &'static str, value: &dyn Display| map.serialize_entry(key, &Text(value));
        match self {
            Self::KeepStructure => entry("kind", &"keep-structure")?,
            Self::Choose(form) => {
                entry("kind", &"choose")?;
                entry("form", form)?;
            }
            Self::LetStay(who) => {
                entry("kind", &"let-stay")?;
                entry("incumbent", who)?;
            }
            Self::PutInPlace(safeguard) => {
                entry("kind", &"put-in-place")?;
                entry("safeguard", safeguard)?;
            }
            Self::Raise(signal, level) => {
                entry("kind", &"raise")?;
                entry("signal", signal)?;
                entry("to", level)?;
            }
            Self::LoosenCoupling(level) => {
                entry("kind", &"loosen-coupling")?;
                entry("to", level)?;
            }
            Self::HandOver(responsibility, holder) => {
                entry("kind", &"hand-over")?;
                entry("responsibility", responsibility)?;
                match holder {
                    Holder::Seat(role) => entry("to", role)?,
                    Holder::Office(office) => entry("to", office)?,
                }
            }
            Self::CloseGap(role) => {
                entry("kind", &"close-gap")?;
                entry("role", role)?;
            }
            Self::ReportFewer(role, people) => {
                entry("kind", &"report-fewer")?;
                entry("role", role)?;
                map.serialize_entry("at-most", people)?;
            }
            Self::BalanceAttention(percent) => {
                entry("kind", &"balance-attention")?;
                map.serialize_entry("percent", percent)?;
            }
            Self::DropOtherDuties(role) => {
                entry("kind", &"drop-other-duties")?;
                entry("role", role)?;
            }
            Self::FillForGood(role) => {
                entry("kind", &"fill-for-good")?;
                entry("role", role)?;
            }
            Self::RaiseBudget => entry("kind", &"raise-budget")?,
        }
        map.serialize_entry("text", &Text(self))?;
        map.end()
    }
}

object! { Repair { "cost": |it| it.cost, "amendments": |it| &it.amendments } }
object! { Repairs {
    "complete": Repairs::is_complete,
    "repairs": Repairs::repairs,
    "standing": Repairs::standing,
} }
object! { Objective {
    "overload": |it| it.overload,
    "points": |it| it.points,
    "imbalance": |it| it.imbalance,
    "changes": |it| it.changes,
} }
object! { Share {
    "cto": |it| it.cto, "cpo": |it| it.cpo, "handed-over": |it| it.handed_over, "objective": |it| it.objective,
} }
object! { Division {
    "best": Division::best,
    "proof": |it| Text(it.proof()),
    "open-facts": Division::open,
    "alternatives": Division::alternatives,
    "instead": instead,
} }

/// For each responsibility that may go elsewhere, the best division in which it does: why it is where it is.
fn instead(division: &Division) -> Vec<Instead> {
    let instead = |it: &Responsibility| Some(Instead(*it, division.instead(*it)?.objective));
    Responsibility::ALL.iter().filter_map(instead).collect()
}

/// What it would come to if a responsibility went elsewhere.
struct Instead(Responsibility, Objective);

object! { Instead { "responsibility": |it| it.0, "objective": |it| it.1 } }
