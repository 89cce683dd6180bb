//! What does an evaluation read from a proposal, in as few bytes as possible?
//!
//! What is known about each value on a short scale is one [`code`], in its own slot.

use crate::model::fact::Fact;
use crate::vocabulary::change::Change;
use crate::vocabulary::code::{MOST_VALUES, code, ranges};
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Headcount, Scale};
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::{Proficiency, Skill};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

/// The place of one value that rules read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub(crate) struct Slot(pub(super) u8);

/// Where the signals begin.
const SIGNALS: u8 = 3;
/// Where the safeguards begin.
const SAFEGUARDS: u8 = SIGNALS + count(Signal::COUNT);
/// Where the derived values begin: first those on the yes-or-no scale, then the severities.
const DERIVED: u8 = SAFEGUARDS + count(Safeguard::COUNT);
const SEVERITIES: u8 = DERIVED + 3;
/// Where the traits begin: yes-or-no values that are always known exactly.
const TRAITS: u8 = SEVERITIES + 3;

#[expect(clippy::cast_possible_truncation, reason = "every list is short enough")]
pub(super) const fn count(names: usize) -> u8 {
    names as u8
}

impl Slot {
    /// The number of slots.
    pub(crate) const COUNT: usize = Self::DEPRIVED.0 as usize + 2;

    /// The stage of the company.
    pub(crate) const STAGE: Self = Self(0);
    /// How many executives the company can pay for.
    pub(crate) const BUDGET: Self = Self(1);
    /// Whether the company is regulated.
    pub(crate) const REGULATED: Self = Self(2);
    /// Whether a proposed seat is filled only for the time being.
    pub(crate) const INTERIM: Self = Self(DERIVED);
    /// Whether the structure is meant for a short term; depends on the policy.
    pub(crate) const SHORT_TERM: Self = Self(DERIVED + 1);
    /// Whether the structure ends soon enough to replace a review; depends on the policy.
    pub(crate) const ENDS_SOON: Self = Self(DERIVED + 2);
    /// How badly technology needs a dedicated leader, before the steps; depends on the policy.
    pub(crate) const TECHNOLOGY: Self = Self(SEVERITIES);
    /// How badly product needs a dedicated leader, before the steps; depends on the policy.
    pub(crate) const PRODUCT: Self = Self(SEVERITIES + 1);
    /// The worst skill gap of the seats.
    pub(crate) const SKILL_GAP: Self = Self(SEVERITIES + 2);

    /// Whether there is a seat, which is always so; the next slot holds whether there is a second one.
    pub(crate) const SEAT: Self = Self(TRAITS);
    /// Whether one person leads both fields.
    pub(crate) const COMBINED: Self = Self(TRAITS + 2);
    /// Whether there are a CTO and a CPO.
    pub(crate) const PAIR: Self = Self(TRAITS + 3);
    /// Whether there are two sides.
    pub(crate) const TWO_SIDES: Self = Self(TRAITS + 4);
    /// Whether one side reports to the other.
    pub(crate) const REPORTS: Self = Self(TRAITS + 5);
    /// Whether nobody of the same rank can challenge a leader: one leader, or two sides of which one reports to the other.
    pub(crate) const UNCHALLENGED: Self = Self(TRAITS + 6);
    /// Whether one side reports to the other, or both seats of a pair report to the same office.
    pub(crate) const SHARED_SUPERIOR: Self = Self(TRAITS + 7);
    /// Whether two decision-makers may be tied: a pair, or a lone seat beside an office other than the chief executive.
    pub(crate) const TIES: Self = Self(TRAITS + 8);
    /// Whether there is no second executive: neither a pair nor a lone seat beside `Office::Other`.
    pub(crate) const FEW: Self = Self(TRAITS + 9);
    /// Whether technology has a dedicated leader.
    pub(crate) const TECHNOLOGY_DEDICATED: Self = Self(TRAITS + 10);
    /// Whether product has a dedicated leader.
    pub(crate) const PRODUCT_DEDICATED: Self = Self(TRAITS + 11);
    /// Whether technology has a core and no dedicated leader.
    pub(crate) const TECHNOLOGY_UNDEDICATED: Self = Self(TRAITS + 12);
    /// Whether product has a core and no dedicated leader.
    pub(crate) const PRODUCT_UNDEDICATED: Self = Self(TRAITS + 13);
    /// Whether an office leads a field part-time, besides its own job.
    pub(crate) const PART_TIME: Self = Self(TRAITS + 14);
    /// Whether two sides become one CPTO.
    pub(crate) const MERGES_TWO_SIDES: Self = Self(TRAITS + 15);
    /// Whether an applicable responsibility has no holder.
    pub(crate) const UNOWNED: Self = Self(TRAITS + 16);
    /// Whether an applicable core responsibility has no holder.
    pub(crate) const UNOWNED_CORE: Self = Self(TRAITS + 17);
    /// Whether a responsibility that is not shared has more than one holder.
    pub(crate) const CONTESTED: Self = Self(TRAITS + 18);
    /// Whether a core responsibility that is not shared has more than one holder.
    pub(crate) const CONTESTED_CORE: Self = Self(TRAITS + 19);
    /// Whether a responsibility is held only by the seat that is not its home.
    pub(crate) const MISPLACED: Self = Self(TRAITS + 20);
    /// Whether a core responsibility is held only by the seat that is not its home.
    pub(crate) const MISPLACED_CORE: Self = Self(TRAITS + 21);
    /// Whether nobody holds profit and loss, or nobody holds the business model.
    pub(crate) const RESULTS_UNOWNED: Self = Self(TRAITS + 22);
    /// Whether nobody holds strategic alignment.
    pub(crate) const ALIGNMENT_UNOWNED: Self = Self(TRAITS + 23);
    /// Whether a trigger is a cause for a change.
    pub(crate) const CAUSE: Self = Self(TRAITS + 24);
    /// Whether cost is a trigger.
    pub(crate) const COST: Self = Self(TRAITS + 25);
    /// Whether a vacancy is a trigger, and something changes.
    pub(crate) const VACATED: Self = Self(TRAITS + 26);
    /// Whether the share of time for product was observed.
    pub(crate) const ATTENDED: Self = Self(TRAITS + 27);
    /// Whether the first seat delivers and also vouches for its own control; the next slot is for the second seat.
    pub(crate) const CONFLICT: Self = Self(TRAITS + 28);
    /// Whether the first seat answers for results that others make; the next slot is for the second seat.
    pub(crate) const DEPRIVED: Self = Self(TRAITS + 30);

    /// The code of a signal that is not applicable.
    pub(crate) const NOT_APPLICABLE: u8 = ranges(count(Maturity::COUNT));

    pub(crate) const fn signal(signal: Signal) -> Self {
        Self(SIGNALS + signal as u8)
    }

    pub(crate) const fn safeguard(safeguard: Safeguard) -> Self {
        Self(SAFEGUARDS + safeguard as u8)
    }

    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// Returns the slots that hold stated facts.
    pub(super) fn stated() -> impl Iterator<Item = Self> {
        (0..DERIVED).map(Self)
    }

    /// Returns the index for a seat, counted from 0, of a slot that is followed by one for the second seat.
    #[inline]
    pub(crate) const fn of_seat(self, seat: usize) -> usize {
        self.0 as usize + seat
    }

    /// Returns the number of values on the scale.
    pub(crate) const fn values(self) -> u8 {
        const { assert!(count(Maturity::COUNT) <= MOST_VALUES && count(Severity::COUNT) <= MOST_VALUES) };
        match self.0 {
            0 => count(Stage::COUNT),
            SIGNALS..SAFEGUARDS => count(Maturity::COUNT),
            SEVERITIES..TRAITS => count(Severity::COUNT),
            _ => 2,
        }
    }

    /// Returns the number of codes.
    pub(crate) const fn codes(self) -> usize {
        (match self.0 {
            SIGNALS..SAFEGUARDS => Self::NOT_APPLICABLE + 1,
            TRAITS.. => 2,
            _ => ranges(self.values()),
        }) as usize
    }

    /// Returns the slot that holds a stated fact, if there is one.
    pub(crate) const fn of(fact: Fact) -> Option<Self> {
        match fact {
            Fact::Stage => Some(Self::STAGE),
            Fact::Budget => Some(Self::BUDGET),
            Fact::Regulated => Some(Self::REGULATED),
            Fact::Signal(signal) => Some(Self::signal(signal)),
            Fact::Safeguard(safeguard) => Some(Self::safeguard(safeguard)),
            _ => None,
        }
    }

    /// Returns whether the value depends on who holds which responsibility in a structure of this form. Whether there are two
    /// sides does so only with a lone seat; a CPTO is never a dedicated leader.
    pub(crate) fn is_of_holders(self, form: Form) -> bool {
        let is_one_of = |first, last| (first..=last).contains(&self);
        is_one_of(Self::TWO_SIDES, Self::FEW) && matches!(form, Form::LoneCto | Form::LoneCpo)
            || is_one_of(Self::TECHNOLOGY_DEDICATED, Self::PRODUCT_UNDEDICATED) && !form.is_combined()
            || is_one_of(Self::PART_TIME, Self::ALIGNMENT_UNOWNED)
            || self >= Self::CONFLICT
    }

    /// Returns the stated fact in this slot, if it holds one.
    pub(crate) fn fact(self) -> Option<Fact> {
        Some(match self {
            Self::STAGE => Fact::Stage,
            Self::BUDGET => Fact::Budget,
            Self::REGULATED => Fact::Regulated,
            Self(SIGNALS..SAFEGUARDS) => Fact::Signal(*Signal::ALL.get(usize::from(self.0 - SIGNALS))?),
            Self(SAFEGUARDS..DERIVED) => {
                Fact::Safeguard(*Safeguard::ALL.get(usize::from(self.0 - SAFEGUARDS))?)
            }
            Self(DERIVED..) => return None,
        })
    }
}

/// The data that an evaluation reads from a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Packed {
    /// The code of each slot.
    pub(crate) codes: [u8; Slot::COUNT],
    /// The number of responsibilities that change hands.
    pub(crate) moves: Span<u8>,
    /// The number of counted signals about which nothing is known.
    pub(crate) unknown: u8,
    /// The number of signals that count as evidence.
    pub(crate) counted: u8,
    pub(crate) form: Form,
    pub(crate) change: Change,
    /// The observed share of the CPTO's time that goes to product.
    pub(crate) attention: Option<Span<u8>>,
    pub(crate) headcount: Estimate<Headcount>,
    /// The number of months that the structure is meant to last, if an end is set.
    pub(crate) term: Option<Span<u8>>,
    /// What offices that lead a field part-time hold outside their own trade.
    pub(crate) part_time: [ResponsibilitySet; 2],
    /// The seats, in the order of the roles; with a single seat, the second one is empty.
    pub(crate) seats: [PackedSeat; 2],
}

/// The data that an evaluation reads from a proposed seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PackedSeat {
    /// The lowest and the highest possible proficiencies, with four bits for each skill: as many bits are set as its place on
    /// the scale.
    pub(crate) skills: [u64; 2],
    pub(crate) remit: ResponsibilitySet,
    /// The share of the leader's time that goes to other duties, in percent.
    pub(crate) duties: Span<u8>,
    /// Whether the seat is filled only for the time being.
    pub(crate) interim: Span<bool>,
    pub(crate) reports: Option<Span<u8>>,
}

impl PackedSeat {
    #[inline]
    pub(crate) fn put_skill(&mut self, skill: Skill, known: Span<u32>) {
        for (bits, place) in self.skills.iter_mut().zip([known.least, known.most]) {
            *bits = *bits & !skill_bits(skill, Proficiency::MOST.rank()) | skill_bits(skill, place);
        }
    }

    pub(super) const EMPTY: Self = Self {
        skills: [0; 2],
        remit: ResponsibilitySet::EMPTY,
        duties: Span { least: 0, most: 0 },
        interim: Span { least: false, most: false },
        reports: None,
    };
}

/// Returns the bits of a skill at this place on the proficiency scale.
pub(crate) const fn skill_bits(skill: Skill, place: u32) -> u64 {
    ((1 << place) - 1) << (skill as u32 * 4)
}

impl Packed {
    /// The packed form of a proposal that is not built yet.
    pub(crate) const EMPTY: Self = Self {
        codes: [0; Slot::COUNT],
        moves: Span { least: 0, most: 0 },
        unknown: 0,
        counted: 0,
        form: Form::Combined,
        change: Change::Establish,
        attention: None,
        headcount: Estimate { least: Headcount::LEAST, most: Headcount::MOST },
        term: None,
        part_time: [ResponsibilitySet::EMPTY; 2],
        seats: [PackedSeat::EMPTY; 2],
    };

    /// Replaces what is known about a fact, given as places on its scale. The incumbent is not covered: it affects only the
    /// moves.
    pub(crate) fn restate(&mut self, fact: Fact, known: Span<u32>) {
        let byte = known.rising(|place| u8::try_from(place).unwrap_or(u8::MAX));
        if let Some(slot) = Slot::of(fact) {
            let all = ranges(slot.values()) - 1;
            let before = self.code(slot);
            let after = code(byte.least, byte.most, slot.values());
            if matches!(fact, Fact::Signal(signal) if self.counts(signal)) {
                self.unknown = self.unknown + u8::from(after == all) - u8::from(before == all);
            }
            return self.put(slot, after);
        }
        match fact {
            Fact::Headcount => {
                if let (Some(least), Some(most)) =
                    (Headcount::at_rank(known.least), Headcount::at_rank(known.most))
                {
                    self.headcount = Estimate { least, most };
                }
            }
            Fact::ProductAttention => self.attention = self.attention.map(|_| byte),
            Fact::Skill(role, skill) => {
                self.seat_mut(role).into_iter().for_each(|seat| seat.put_skill(skill, known));
            }
            Fact::Interim(role) => {
                if let Some(seat) = self.seat_mut(role) {
                    seat.interim = known.rising(|place| place > 0);
                }
                self.put_interim();
            }
            Fact::Term => self.term = self.term.map(|_| byte),
            Fact::DirectReports(role) => {
                if let Some(seat) = self.seat_mut(role) {
                    seat.reports = seat.reports.map(|_| byte);
                }
            }
            Fact::OtherDuties(role) => {
                if let Some(seat) = self.seat_mut(role) {
                    seat.duties = byte;
                }
            }
            // The other facts have a slot, or are the incumbent.
            _ => {}
        }
    }

    /// Returns a copy without the observed share of time.
    pub(crate) fn unattended(&self) -> Self {
        let mut unattended = Self { attention: None, ..*self };
        unattended.put(Slot::ATTENDED, 0);
        unattended
    }

    fn seat_mut(&mut self, role: Role) -> Option<&mut PackedSeat> {
        let place = self.form.roles().iter().position(|seat| *seat == role)?;
        self.seats.get_mut(place)
    }

    pub(super) fn put_interim(&mut self) {
        let Span { least, most } = self.seats.iter().fold(Span::exact(false), |any, it| any.max(it.interim));
        self.put(Slot::INTERIM, code(least.into(), most.into(), 2));
    }

    fn code(&self, slot: Slot) -> u8 {
        self.codes.get(slot.index()).copied().unwrap_or_default()
    }

    fn holds(&self, slot: Slot) -> bool {
        self.code(slot) == 1
    }

    /// Returns the signals that count as evidence.
    pub(crate) fn counted_signals(&self) -> SignalSet {
        let applicable = |signal| self.code(Slot::signal(signal)) != Slot::NOT_APPLICABLE;
        Signal::ALL.iter().copied().filter(|it| applicable(*it) && self.counts(*it)).collect()
    }

    /// Returns those of the counted signals about which nothing is known.
    pub(crate) fn unknown_of(&self, counted: SignalSet) -> SignalSet {
        let is_unknown = |signal: &Signal| self.code(Slot::signal(*signal)) == Slot::NOT_APPLICABLE - 1;
        counted.iter().filter(is_unknown).collect()
    }

    /// Returns whether a signal counts as evidence, provided that it is applicable.
    fn counts(&self, signal: Signal) -> bool {
        match signal {
            Signal::Collaboration => self.holds(Slot::TWO_SIDES) || self.holds(Slot::MERGES_TWO_SIDES),
            Signal::Integration => self.holds(Slot::TWO_SIDES) || self.holds(Slot::COMBINED),
            _ => true,
        }
    }

    /// Sets the code of a slot. The number of unknown signals stays as it is.
    #[inline]
    pub(crate) fn put(&mut self, slot: Slot, code: u8) {
        if let Some(known) = self.codes.get_mut(slot.index()) {
            *known = code;
        }
    }
}
