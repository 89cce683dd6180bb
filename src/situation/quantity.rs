//! On which facts does what a rule reads depend: a slot, or a quantity that is no place on a short scale?

use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Slot;
use crate::model::packing::part_time;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::situation::condition;
use crate::situation::load::load_facts;
use crate::situation::shortfall::HEADS;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::signal::SignalSet;
use crate::vocabulary::skill::Skill;

/// A sum, a count or a number of people that a rule reads besides slots.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Quantity {
    /// The load of a seat, other duties included.
    Load,
    /// The direct reports of a seat.
    Reports,
    /// The product and the technology load of a CPTO.
    Halves,
    /// The share of a CPTO's time that goes to product, and that of the effort. The stage cancels out: it scales both loads
    /// alike.
    Shares,
    /// The load of an office that leads a field on top of its own job.
    PartTime,
    /// The largest skill shortfall of a leader.
    Shortfall,
    /// How badly product needs a dedicated leader: one severity in a startup, another one in later stages.
    ProductNeed,
    /// The headcount, with the stages that are plausible for it.
    Headcount,
    /// How many responsibilities change hands.
    Moves,
    /// How many of the counted signals are unknown. It depends on no fact, since it is about what is known.
    Unknown,
}

impl Quantity {
    /// Whether it depends on who holds what.
    pub(crate) const fn is_of_holders(self) -> bool {
        !matches!(self, Self::Shortfall | Self::ProductNeed | Self::Headcount)
    }

    /// The facts that it depends on in this structure, for this seat if it is that of a seat.
    pub(crate) fn facts(self, structure: &Structure, numbers: &Numbers, role: Role) -> FactSet {
        match self {
            Self::Load => load_facts(structure.remit(role)).with(Fact::OtherDuties(role)),
            Self::Reports => FactSet::of(&[Fact::DirectReports(role)]),
            Self::Halves => {
                load_facts(structure.remit(Role::Cpto).difference(ResponsibilitySet::of_home(Home::Shared)))
            }
            Self::Shares => {
                let halves = Self::Halves.facts(structure, numbers, role);
                halves.without(Fact::Stage).with(Fact::ProductAttention)
            }
            Self::PartTime => {
                let [one, other] = part_time(structure);
                load_facts(one.union(other))
            }
            Self::Shortfall => {
                let needed = Skill::ALL.iter().copied().filter(|it| numbers.needs.of(role, *it).is_some());
                let heads = HEADS.iter().filter(|_| role == Role::Cpto).filter_map(|head| head.fact());
                heads.fold(FactSet::of_skills(role, needed.collect()), FactSet::with)
            }
            Self::ProductNeed => facts_of(Slot::PRODUCT, structure, numbers),
            Self::Headcount => FactSet::of(&[Fact::Headcount]),
            Self::Moves => {
                let newcomers = structure.form().roles().iter().map(|role| Fact::Newcomer(*role));
                newcomers.fold(FactSet::of(&[Fact::Incumbent]), FactSet::with)
            }
            Self::Unknown => FactSet::EMPTY,
        }
    }
}

/// The facts behind a slot.
pub(crate) fn facts_of(slot: Slot, structure: &Structure, numbers: &Numbers) -> FactSet {
    let of_signals = |signals: &[_]| FactSet::of_signals(SignalSet::of(signals));
    match slot {
        Slot::INTERIM => structure.seats().map(|(role, _)| Fact::Interim(role)).collect(),
        Slot::SHORT_TERM | Slot::ENDS_SOON => FactSet::of(&[Fact::Term]),
        Slot::TECHNOLOGY => of_signals(&condition::TECHNOLOGY),
        Slot::PRODUCT => of_signals(&condition::PRODUCT).with(Fact::Stage),
        Slot::SKILL_GAP => {
            let gap = |role: &_| Quantity::Shortfall.facts(structure, numbers, *role).with(Fact::Term);
            structure.form().roles().iter().map(gap).fold(FactSet::EMPTY, FactSet::union)
        }
        _ => slot.fact().into_iter().collect(),
    }
}
