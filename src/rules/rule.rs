//! What does every rule say, beside how severe it is in one world?
//!
//! A rule is a type without fields in a file of its own. Its severity in one world is a `const fn severity(&Numbers,
//! &World) -> Severity` beside this trait's implementation, since a trait cannot have such functions yet; the catalogue
//! calls it by the name of the type. The range over all worlds follows from it, by a table over what can be known of
//! the slots that it reads; a rule that reads sums, counts or people has a `range` of its own and is marked so in the
//! catalogue.

use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Slot;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::remedy::Remedies;
use crate::situation::case::Case;
use crate::situation::condition;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;
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
    /// What its severity is a function of, where that is all it reads.
    const READS: &'static [Slot] = &[];

    /// Whether it may change where somebody else holds a responsibility. Rules that say their range themselves say so.
    const HOLDERS: bool = of_holders(Self::SCOPE, Self::READS);

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
    fn example(severity: Severity) -> Option<Draft<Proposal>>;
}

/// Whether one of these follows from who holds what.
const fn of_holders(scope: Slot, reads: &[Slot]) -> bool {
    let mut rest = reads;
    while let [slot, others @ ..] = rest {
        if slot.is_of_holders() {
            return true;
        }
        rest = others;
    }
    scope.is_of_holders()
}

/// The facts behind a slot.
pub(crate) fn facts_of(slot: Slot, structure: &Structure) -> FactSet {
    let of_signals = |signals: &[_]| FactSet::of_signals(SignalSet::of(signals));
    match slot {
        Slot::INTERIM => structure.seats().map(|(role, _)| Fact::Interim(role)).collect(),
        Slot::STAGE => FactSet::of(&[Fact::Stage]),
        Slot::SHORT_TERM | Slot::ENDS_SOON => FactSet::of(&[Fact::Term]),
        Slot::TECHNOLOGY => of_signals(&condition::TECHNOLOGY),
        Slot::PRODUCT => of_signals(&condition::PRODUCT).with(Fact::Stage),
        _ => slot.fact().into_iter().collect(),
    }
}
