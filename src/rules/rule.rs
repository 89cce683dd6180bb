//! What does every rule define besides its severity in one world?
//!
//! A rule is a type without fields, in its own file. Its severity in one world is a `const fn severity(&Numbers,
//! &World) -> Severity` beside the implementation of this trait, because traits cannot have `const fn` yet; the catalogue
//! calls it by the name of the type. The range over all worlds follows from it: where the rule reads slots alone, by a table
//! over what can be known about them; where it reads quantities too, from the two worlds with everything at one end.

use core::fmt;

use crate::model::fact::FactSet;
use crate::model::packed::Slot;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example::Example;
use crate::rules::remedy::Remedies;
use crate::rules::table;
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::situation::quantity::{Quantity, facts_of};
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::source::Citation;

/// Finds the responsibilities that a warning is about.
pub(crate) type Duties = fn(&Case<'_>) -> ResponsibilitySet;

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
    /// The slots that the severity depends on.
    const READS: &'static [Slot] = &[];
    /// The quantities that it depends on besides. A rule without any has a table.
    const QUANTITIES: &'static [Quantity] = &[];

    /// The responsibilities that the warning is about, where it is about some.
    const DUTIES: Option<Duties> = None;

    /// Whether the severity may change in a structure of this form when a responsibility changes holders.
    fn is_of_holders(form: Form) -> bool {
        Self::QUANTITIES.iter().any(|it| it.is_of_holders())
            || Self::READS.iter().chain([&Self::SCOPE]).any(|slot| slot.is_of_holders(form))
    }

    /// The range over all worlds, for a seat if the warning is given per seat, where a rule with quantities is not at its
    /// mildest and its worst at the [two ends](Known::world) of everything that it reads.
    #[inline]
    fn range(_: &Numbers, _: &Known<'_>, _: usize) -> Option<SeverityRange> {
        None
    }

    /// The facts that the rule reads in this structure, for this seat if it is given per seat.
    fn reads(structure: &Structure, numbers: &Numbers, role: Role) -> FactSet {
        let slots = Self::READS.iter().map(|slot| facts_of(*slot, structure, numbers));
        let quantities = Self::QUANTITIES.iter().map(|it| it.facts(structure, numbers, role));
        slots.chain(quantities).fold(FactSet::EMPTY, FactSet::union)
    }

    fn duties(case: &Case<'_>) -> ResponsibilitySet {
        Self::DUTIES.map_or(ResponsibilitySet::EMPTY, |duties| duties(case))
    }

    /// What the rule derived from the facts: the responsibilities that it is about, or else its first quantity, if any.
    fn evidence(case: &Case<'_>) -> Evidence {
        match (Self::DUTIES, Self::QUANTITIES) {
            (Some(duties), _) => Evidence::Responsibilities(duties(case)),
            (None, [quantity, ..]) => Evidence::of(*quantity, case),
            (None, []) => Evidence::Facts,
        }
    }

    /// Writes the evidence in one line.
    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Adds the changes that would make the warning milder or remove it.
    fn remedies(case: &Case<'_>, remedies: &mut Remedies);

    /// A small proposal that has this severity in every world, if the default policy ever makes it so severe; for none, the
    /// nearest proposal without the warning.
    fn example(severity: Severity) -> Example;
}

/// The number of entries in the table of a rule: 0 where it reads quantities.
pub(crate) const fn entries<R: Rule>() -> usize {
    if R::QUANTITIES.is_empty() { table::entries(R::READS) } else { 0 }
}

/// Evaluates a rule, given its severity in one world, over all worlds: none outside its scope.
#[expect(clippy::inline_always, reason = "everything but the table is constant at the call site")]
#[inline(always)]
pub(crate) fn evaluate<R: Rule>(
    severity: impl Fn(&Numbers, &World) -> Severity,
    numbers: &Numbers,
    table: &[SeverityRange],
    known: &Known<'_>,
    seat: usize,
) -> SeverityRange {
    let holds = table::holds(&known.codes, R::SCOPE, seat);
    // A table look-up costs less than a mispredicted branch.
    if R::QUANTITIES.is_empty() {
        return table::look_up(table, R::READS, &known.codes).when(holds);
    }
    if !holds {
        return SeverityRange::NONE;
    }
    if let Some(range) = R::range(numbers, known, seat) {
        return range;
    }
    let end = |is_worst| severity(numbers, &known.world(R::READS, seat, is_worst));
    SeverityRange::new(end(false), end(true))
}
