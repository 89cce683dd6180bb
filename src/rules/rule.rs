//! What does every rule define besides its severity in one world?
//!
//! A rule is a type without fields, in its own file. Its severity in one world is a `const fn severity(&Numbers,
//! &World) -> Severity` beside the implementation of this trait, because traits cannot have `const fn` yet; the catalogue
//! calls it by the name of the type. The range over all worlds follows from it, by a table over what can be known about the
//! slots that the rule reads. A rule that reads sums, counts or people names no slots and computes its own range.

use core::fmt;

use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Slot;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example::Example;
use crate::rules::remedy::Remedies;
use crate::rules::table;
use crate::situation::case::Case;
use crate::situation::condition;
use crate::situation::known::Known;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::signal::SignalSet;
use crate::vocabulary::source::Citation;

/// A rule, except for its severity.
pub(crate) trait Rule {
    /// Describes the rule in a few sentences.
    const ABOUT: &'static str;
    /// Why the warning matters.
    const WHY: &'static str;
    /// When it is fine to leave it.
    const FINE: &'static str;
    /// The sources of the rule.
    const CITATIONS: &'static [Citation];
    /// The condition under which the rule applies; elsewhere the severity is none.
    const SCOPE: Slot = Slot::SEAT;
    /// Whether the warning is given once for each seat.
    const OF_SEAT: bool = false;
    /// The slots that determine the severity. A rule that reads anything else leaves this empty and overrides `range`.
    const READS: &'static [Slot] = &[];

    /// Whether the severity depends on who holds what beyond what the slots state.
    const OF_HOLDERS: bool = false;

    /// Whether the severity may change in a structure of this form when a responsibility changes holders.
    fn is_of_holders(form: Form) -> bool {
        Self::OF_HOLDERS || Self::READS.iter().chain([&Self::SCOPE]).any(|slot| slot.is_of_holders(form))
    }

    /// Evaluates the rule over all worlds, for a seat if it is given per seat.
    #[inline]
    fn range(_: &Numbers, table: &[SeverityRange], known: &Known<'_>, _: usize) -> SeverityRange {
        const { assert!(!Self::READS.is_empty(), "a rule that names no slots says its range itself") };
        table::look_up(table, Self::READS, &known.codes)
    }

    /// The facts that the rule reads in this structure, for this seat if it is given per seat.
    fn reads(structure: &Structure, _: &Numbers, _: Role) -> FactSet {
        Self::READS.iter().fold(FactSet::EMPTY, |facts, slot| facts.union(facts_of(*slot, structure)))
    }

    /// What the rule derived from the facts.
    fn evidence(_: &Case<'_>) -> Evidence {
        Evidence::Facts
    }

    /// Writes the evidence in one line.
    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Adds the changes that would make the warning milder or remove it.
    fn remedies(case: &Case<'_>, remedies: &mut Remedies);

    /// A small proposal that has this severity in every world, if the default policy ever makes it so severe; for none, the
    /// nearest proposal without the warning.
    fn example(severity: Severity) -> Example;
}

/// The number of entries in the table of a rule: 0 where the rule computes its own range.
pub(crate) const fn entries<R: Rule>() -> usize {
    if R::READS.is_empty() { 0 } else { table::entries(R::READS) }
}

/// Evaluates a rule over all worlds: none outside its scope.
#[expect(clippy::inline_always, reason = "everything but the table is constant at the call site")]
#[inline(always)]
pub(crate) fn evaluate<R: Rule>(
    numbers: &Numbers,
    table: &[SeverityRange],
    known: &Known<'_>,
    seat: usize,
) -> SeverityRange {
    let holds = table::holds(&known.codes, R::SCOPE, seat);
    // A table look-up costs less than a mispredicted branch.
    if holds || !R::READS.is_empty() {
        R::range(numbers, table, known, seat).when(holds)
    } else {
        SeverityRange::NONE
    }
}

/// The facts behind a slot.
pub(crate) fn facts_of(slot: Slot, structure: &Structure) -> FactSet {
    let of_signals = |signals: &[_]| FactSet::of_signals(SignalSet::of(signals));
    match slot {
        Slot::INTERIM => structure.seats().map(|(role, _)| Fact::Interim(role)).collect(),
        Slot::SHORT_TERM | Slot::ENDS_SOON => FactSet::of(&[Fact::Term]),
        Slot::TECHNOLOGY => of_signals(&condition::TECHNOLOGY),
        Slot::PRODUCT => of_signals(&condition::PRODUCT).with(Fact::Stage),
        _ => slot.fact().into_iter().collect(),
    }
}
