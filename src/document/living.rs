//! How are acceptances read, and how are acceptances, combined answers, shifts and handovers written?

use core::fmt::Display;

use alloc::string::String;

use crate::advice::accept::{ACCEPTED, Acceptance, Acceptances, Accepted, Decision};
use crate::advice::combine::{Combined, Disagreement, Said};
use crate::advice::handover::{Handover, HandoverOrder};
use crate::advice::shift::Shift;
use crate::document::entries::{Entry, Items, keyed};
use crate::document::read::{LONGEST, Reader};
use crate::document::write::{Text, object};
use crate::input::draft::Draft;
use crate::policy::diff::Difference;
use crate::rules::catalogue::WarningCode;
use crate::rules::warning::WarningKey;
use crate::vocabulary::date::Date;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;

object! { Date as Text }
object! { Acceptance {
    "code": |it| it.key.code, "role" optional: |it| it.key.role, "up-to": |it| it.up_to, "reason": |it| &it.reason,
    "by": |it| &it.by, "until" optional: |it| it.until,
} }
object! { Acceptances { ACCEPTED: Acceptances::as_slice } }

// A draft that is not built yet, such as a baseline whose reasons are still missing.
object! { Draft<Acceptances> as |it| &it.value }

/// The parts of an acceptance that have been read.
#[derive(Default)]
pub(crate) struct AcceptanceParts {
    code: Option<WarningCode>,
    role: Option<Role>,
    up_to: Option<Severity>,
    reason: Option<String>,
    by: Option<String>,
    until: Option<Date>,
}

keyed! { AcceptanceParts {
    "code": code, "role": role, "up-to": up_to, "reason": reason, "by": by, "until": until,
} }

impl Entry for Acceptance {
    type Parts = AcceptanceParts;

    fn complete(parts: AcceptanceParts) -> Result<Self, &'static str> {
        let AcceptanceParts { code, role, up_to, reason, by, until } = parts;
        let key = WarningKey { code: code.ok_or("code")?, role };
        let (up_to, reason, by) = (up_to.ok_or("up-to")?, reason.ok_or("reason")?, by.ok_or("by")?);
        Ok(Self { key, up_to, reason, by, until })
    }

    fn check(&self, before: &[Self], reader: &mut Reader) {
        self.faults(before).into_iter().for_each(|(key, problem)| reader.at_key(key, problem));
    }
}

keyed! { Draft<Acceptances> |it, value| {
    ACCEPTED => value.read(&mut Items(LONGEST, &mut it.value.accepted)),
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
