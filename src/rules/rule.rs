//! What does every rule say, beside how severe it is in one world?
//!
//! A rule is a type without fields in a file of its own. Its severity in one world is a `const fn severity(&Numbers,
//! &World) -> Severity` beside this trait's implementation, since a trait cannot have such functions yet; the catalogue
//! calls it by the name of the type. The range over all worlds follows from it, by a table over what can be known of
//! the slots that it reads; a rule that reads sums, counts or people names no slots, and says its range itself.

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

/// A rule, beside its severity.
pub(crate) trait Rule {
    /// What it looks at, in a few sentences.
    const ABOUT: &'static str;
    /// Why it matters.
    const WHY: &'static str;
    /// When it is fine to leave it.
    const FINE: &'static str;
    /// The sources that it rests on.
    const CITATIONS: &'static [Citation];
    /// What has to hold; on anything else it is silent.
    const SCOPE: Slot = Slot::SEAT;
    /// Whether it is given once for each seat.
    const OF_SEAT: bool = false;
    /// What its severity is a function of, where that is all it reads. One that reads more has a range of its own.
    const READS: &'static [Slot] = &[];

    /// Whether it reads more that follows from who holds what than its slots say.
    const OF_HOLDERS: bool = false;

    /// Whether it may change in a structure of this form where somebody else holds a responsibility.
    fn is_of_holders(form: Form) -> bool {
        Self::OF_HOLDERS || Self::READS.iter().chain([&Self::SCOPE]).any(|slot| slot.is_of_holders(form))
    }

    /// How severe it is over all worlds, of a seat where it is given once for each.
    #[inline]
    fn range(_: &Numbers, table: &[SeverityRange], known: &Known<'_>, _: usize) -> SeverityRange {
        const { assert!(!Self::READS.is_empty(), "a rule that names no slots says its range itself") };
        table::look_up(table, Self::READS, &known.codes)
    }

    /// The facts that it reads in this structure; of this seat, where it is given once for each seat.
    fn reads(structure: &Structure, _: &Numbers, _: Role) -> FactSet {
        Self::READS.iter().fold(FactSet::EMPTY, |facts, slot| facts.union(facts_of(*slot, structure)))
    }

    /// What it derived from the facts.
    fn evidence(_: &Case<'_>) -> Evidence {
        Evidence::Facts
    }

    /// The evidence in a line.
    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// What would make it milder, or make it go away.
    fn remedies(case: &Case<'_>, remedies: &mut Remedies);

    /// A small proposal that raises it at a severity in every world, if the default policy ever makes it so severe; for
    /// none, the nearest one that does not raise it in any.
    fn example(severity: Severity) -> Example;
}

/// How many entries the table of a rule has: none where it says its range itself.
pub(crate) const fn entries<R: Rule>() -> usize {
    if R::READS.is_empty() { 0 } else { table::entries(R::READS) }
}

/// How severe a rule is over all worlds, in a seat where it is given once for each, and none out of its scope.
#[expect(clippy::inline_always, reason = "everything but the table is known where it is called")]
#[inline(always)]
pub(crate) fn evaluate<R: Rule>(
    numbers: &Numbers,
    table: &[SeverityRange],
    known: &Known<'_>,
    seat: usize,
) -> SeverityRange {
    let holds = table::holds(&known.codes, R::SCOPE, seat);
    // A look into a table takes less than a branch that is guessed wrong.
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
