//! How is advice written? It is never read, since it follows from the proposals and the policy.

use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::advice::ask::{Inquiry, OpenFact, Outcome};
use crate::advice::chances::{After, Chances, NextQuestion, OfSeverity, OneOrTwo, Spread};
use crate::advice::compare::{BenefitCourse, Comparison, Ranked, RemitChange, WarningCourse};
use crate::advice::divide::{Division, Proof, Share};
use crate::advice::repair::{Repair, Repairs};
use crate::advice::review::{Period, Review, Standing};
use crate::advice::watch::{LoadMargin, Turn, Watch};
use crate::document::write::{Text, object};
use crate::model::value::Value;
use crate::rules::remedy::Remedy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::word::{Word, name};

object! { WarningCourse {
    "code": |it| it.key.code, "course": |it| it.course, "before": |it| it.before, "after": |it| it.after,
    "role" optional: |it| it.key.role
} }
object! { BenefitCourse { "code": |it| it.code, "gained": BenefitCourse::is_gained, "before" optional: |it| it.before, "after" optional: |it| it.after } }
object! { RemitChange { "holder": |it| it.holder, "gained": |it| it.gained, "lost": |it| it.lost } }

object! { Comparison {
    "warnings": |it| &it.warnings,
    "benefits": |it| &it.benefits,
    "loads-before": |it| &it.loads[0],
    "loads-after": |it| &it.loads[1],
    "handovers": |it| &it.handovers,
    "learnt": |it| it.learnt,
    "forgotten": |it| it.forgotten,
    "changed": |it| it.changed,
    "text": Text,
} }
object! { Ranked {
    "given": |it| it.given, "dominated": |it| it.is_dominated, "proposal": |it| &it.proposal, "assessment": |it| &it.assessment,
} }

/// A value is written as it is in the document of a proposal.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Is(is) => is.serialize(serializer),
            Self::Headcount(_) | Self::Share(_) | Self::People(_) | Self::Months(_) => {
                self.rank().serialize(serializer)
            }
            name => serializer.serialize_str(&name.written()),
        }
    }
}

object! { Outcome {
    "from": |it| it.from, "to": |it| it.to, "verdict": |it| it.verdict, "undecided": |it| it.undecided,
} }
object! { OpenFact {
    "fact": |it| it.fact,
    "verdict": |it| it.changes_verdict,
    "warnings": |it| &it.warnings,
    "benefits": |it| &it.benefits,
    "answers": |it| &it.answers,
} }
object! { Inquiry {
    "verdict": |it| it.verdict,
    "to-settle": |it| it.to_settle,
    "necessary": |it| it.necessary,
    "exact": |it| it.is_exact,
    "fewest": |it| it.is_fewest,
    "questions": |it| &it.questions,
    "idle": |it| it.idle,
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

object! { LoadMargin {
    "role": |it| it.load.role, "load": |it| it.load.load,
    "above" optional: |it| it.above.map(|(_, percent)| percent),
    "severity-above" optional: |it| it.above.map(|(severity, _)| severity),
    "within" optional: |it| it.within.map(|(_, percent)| percent),
    "severity-within" optional: |it| it.within.map(|(severity, _)| severity),
} }

object! { Watch { "turns": |it| &it.turns, "loads": |it| &it.loads } }

object! { Period<L> where L {
    "from": |it| &it.from,
    "to": |it| &it.to,
    "verdict-before": |it| it.verdict[0],
    "verdict-after": |it| it.verdict[1],
    "comparison": |it| &it.comparison,
} }
object! { Standing<L> where L {
    "code": |it| it.key.code, "since": |it| &it.since, "severity": |it| it.severity,
    "role" optional: |it| it.key.role,
} }
object! { Review<L> where L { "periods": |it| &it.periods, "standing": |it| &it.standing } }

// The kind of the change, its details, and the sentence.
object! { Remedy { "kind": |it| it.kind() } by |it| it, {
    Remedy::PutInPlace(safeguard) | Remedy::DoWithout(safeguard) => { "safeguard": safeguard }
    Remedy::Raise(signal, to) => { "signal": signal, "to" optional: *to }
    Remedy::LoosenCoupling(to) => { "to" optional: *to }
    Remedy::FindOut(signals) => { "signals": signals }
    Remedy::Assign(set) | Remedy::LeaveToOne(set) | Remedy::BringHome(set) => { "responsibilities": set }
    Remedy::HandOver(responsibility, holder) => { "responsibility": responsibility, "to": holder }
    Remedy::CloseGap(role, skills) => { "role": role, "skills": skills }
    Remedy::ReportFewer(role, people) => { "role": role, "at-most" optional: *people }
    Remedy::BalanceAttention(percent) => { "percent" optional: *percent }
    Remedy::DropOtherDuties(role) | Remedy::FillForGood(role) => { "role": role }
    Remedy::Choose(form) => { "form": form }
    Remedy::LetStay(who) => { "incumbent": who }
    Remedy::KeepStructure | Remedy::RaiseBudget | Remedy::MoveFewer => {}
} { "text": Text } }

object! { Repair { "cost": |it| it.cost, "remedies": |it| &it.remedies } }
object! { Repairs {
    "complete": |it| it.is_complete,
    "repairs": |it| &it.repairs,
    "standing": |it| &it.standing,
    "standing-custom" optional: |it| Some(&it.standing_custom).filter(|it| !it.is_empty()),
    "partial" optional: |it| it.partial.as_ref(),
} }
object! { Share {
    "cto": |it| it.cto,
    "cpo": |it| it.cpo,
    "handed-over": |it| it.handed_over,
    "overload": |it| it.overload,
    "points": |it| it.points,
    "imbalance": |it| it.imbalance,
    "changes": |it| it.changes,
} }
object! { Division {
    "best": |it| &it.best,
    "proof": |it| it.proof,
    "open-facts": Division::open,
    "alternatives": Division::alternatives,
    "instead": instead,
} }

// The proof of a division, and the number of sums of effort that were tried.
object! { Proof {
    "kind": |it| match it {
        Proof::EverySum { .. } => "every-sum",
        Proof::Rounded => "rounded",
    },
    "sums" optional: |it| if let Proof::EverySum { sums } = it { Some(*sums) } else { None },
    "text": Text,
} }

/// For each responsibility that may go elsewhere, the best division in which it does. This explains its present place.
fn instead(division: &Division) -> Vec<Instead> {
    let instead = |it: &Responsibility| Some(Instead(*it, division.instead(*it)?));
    Responsibility::ALL.iter().filter_map(instead).collect()
}

/// The division that would result if a responsibility went elsewhere.
struct Instead(Responsibility, Share);

object! { Instead { "responsibility": |it| it.0, "division": |it| it.1 } }

/// The chances of results, without those that have no chance.
struct Parts<'a, K: Word, const N: usize>(&'a Spread<K, N>);

impl<K: Word, const N: usize> Serialize for Parts<'_, K, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = self.0.parts.iter().filter(|(_, parts)| *parts > 0);
        serializer.collect_map(parts.map(|(result, parts)| (name(result), parts)))
    }
}

impl<K: Word, const N: usize> Serialize for Spread<K, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("exact", &self.is_exact())?;
        map.serialize_entry("chances", &Parts(self))?;
        map.end()
    }
}

/// The chances of one warning.
struct OfWarning<'a>(&'a (WarningKey, OfSeverity));

object! { OfWarning<'_> {
    "code": |it| it.0.0.code, "exact": |it| it.0.1.is_exact(), "chances": |it| Parts(&it.0.1),
    "role" optional: |it| it.0.0.role,
} }

object! { After {
    "from": |it| it.from, "to": |it| it.to, "chance": |it| it.chance, "answer": |it| Text(it.answer),
    "chances": |it| Parts(&it.leaders),
} }
object! { NextQuestion {
    "fact": |it| it.fact, "clarity": |it| it.clarity, "answers": |it| &it.answers,
} }
object! { OneOrTwo {
    "exact": |it| it.spread.is_exact(), "chances": |it| Parts(&it.spread), "answer": |it| Text(it.answer),
    "text": Text,
} }
object! { Chances {
    "belief": |it| it.belief.name(),
    "verdict": |it| it.verdict,
    "warnings": |it| it.warnings.iter().map(OfWarning).collect::<Vec<_>>(),
    "questions": |it| it.leaders.as_ref().map_or(&[][..], |it| &it.questions),
    "leaders" optional: |it| it.leaders.as_ref(),
} }
