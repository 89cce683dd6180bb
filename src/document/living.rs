//! How are acceptances read, and how are acceptances, combined answers, shifts and handovers written?

use core::fmt::Display;

use alloc::string::String;

use crate::advice::accept::{ACCEPTED, Acceptance, Acceptances, Accepted, Decision};
use crate::advice::combine::{Combined, Disagreement, Said};
use crate::advice::handover::{Handover, HandoverOrder};
use crate::advice::shift::Shift;
use crate::document::entries::{items, keyed, record};
use crate::document::read::LONGEST;
use crate::document::write::{Text, object};
use crate::input::draft::Draft;
use crate::policy::diff::Difference;
use crate::rules::catalogue::WarningCode;
use crate::rules::warning::WarningKey;
use crate::vocabulary::date::Date;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;

object! { Date as Text }
record! { Acceptance {
    "code": code: WarningCode = |it| it.key.code,
    "role" optional: role: Role = |it| it.key.role,
    "up-to": up_to: Severity = |it| it.up_to,
    "reason": reason: String = |it| &it.reason,
    "by": by: String = |it| &it.by,
    "until" optional: until: Date = |it| it.until,
} => |_| Ok(Acceptance { key: WarningKey { code, role }, up_to, reason, by, until }) }
object! { Acceptances { ACCEPTED: Acceptances::as_slice } }

// A draft that is not built yet, such as a baseline whose reasons are still missing.
object! { Draft<Acceptances> as |it| &it.value }

keyed! { Draft<Acceptances> |it, value| {
    ACCEPTED => value.read(&mut items(LONGEST, |acceptance: Acceptance, reader| {
        for (key, problem) in acceptance.faults(&it.value.accepted) {
            reader.at_key(key, problem);
        }
        it.value.accepted.push(acceptance);
    })),
} }

object! { Decision<'_> {
    "state": |it| it.state, "severity": |it| it.severity, "acceptance": |it| it.acceptance, "text": Text,
} }

// The verdict before acceptances, the decision on each acceptance, and the assessment of what is left.
object! { Accepted<'_> { "verdict": |it| it.verdict, "decisions": |it| &it.decisions, "left": |it| &it.left } }

object! { Said<L> where L {
    "by": |it| &it.by, "least": |it| it.least, "most": |it| it.most, "verdict": |it| it.verdict,
} }
object! { Disagreement<L> where L: Display {
    "fact": |it| it.fact, "words": |it| &it.words, "verdict": Disagreement::changes_verdict, "warnings": |it| &it.warnings, "text": Text,
} }

// The combined proposal, its verdict, and the disagreements.
object! { Combined<L> where L: Display {
    "verdict": |it| it.verdict, "disagreements": |it| &it.disagreements, "proposal": |it| &it.proposal,
} }

object! { Difference {
    "place": |it| Text(&it.place), "from" optional: |it| it.from.as_deref(), "to" optional: |it| it.to.as_deref(), "stricter" optional: |it| it.is_stricter,
} }
object! { Shift {
    "given": |it| it.given, "verdict-before": |it| it.verdict[0], "verdict-after": |it| it.verdict[1], "warnings": |it| &it.warnings,
} }
object! { Handover {
    "responsibility": |it| it.responsibility, "from": |it| &it.from, "to": |it| &it.to, "above": |it| &it.above, "text": Text,
} }
object! { HandoverOrder { "safe": HandoverOrder::is_safe, "proven": |it| it.is_proven, "steps": |it| &it.steps, "text": Text } }
