//! What does an evaluation read of a proposal, in as few bytes as can be?
//!
//! It is worked out once, when a proposal is built, from what is [possible](Proposal::places) for each fact and from
//! the structures. Whatever is known of a value on a short scale is one [`code`], in a slot of its own.

use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::model::structure::core;
use crate::vocabulary::change::TriggerSet;
use crate::vocabulary::change::{Change, Trigger};
use crate::vocabulary::code::{code, ranges};
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Holder;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Field;
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Headcount, Months, Percent, Scale};
use crate::vocabulary::set::Member;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::{Proficiency, Skill};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

/// A place for what is known of one thing that rules read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot(u8);

/// Where the signals begin.
const SIGNALS: u8 = 3;
/// Where the safeguards begin.
const SAFEGUARDS: u8 = SIGNALS + count(Signal::COUNT);
/// Where what is worked out begins: first on the scale of yes and no, then on that of severities.
const DERIVED: u8 = SAFEGUARDS + count(Safeguard::COUNT);
const SEVERITIES: u8 = DERIVED + 3;
/// Where the traits begin: what is known exactly, since it follows from the structures.
const TRAITS: u8 = SEVERITIES + 3;

#[expect(clippy::cast_possible_truncation, reason = "no list is that long")]
const fn count(names: usize) -> u8 {
    names as u8
}

impl Slot {
    /// How many there are.
    pub(crate) const COUNT: usize = Self::DEPRIVED.0 as usize + 2;

    /// How far the company has come.
    pub(crate) const STAGE: Self = Self(0);
    /// What it can pay for.
    pub(crate) const BUDGET: Self = Self(1);
    /// Whether it is regulated.
    pub(crate) const REGULATED: Self = Self(2);
    /// Whether a proposed seat is filled for the time being only.
    pub(crate) const INTERIM: Self = Self(DERIVED);
    /// Whether the structure is meant for a short term; worked out for a policy.
    pub(crate) const SHORT_TERM: Self = Self(DERIVED + 1);
    /// Whether it has an end that is a review; worked out for a policy.
    pub(crate) const ENDS_SOON: Self = Self(DERIVED + 2);
    /// How badly technology needs a leader of its own, before the steps; worked out for a policy.
    pub(crate) const TECHNOLOGY: Self = Self(SEVERITIES);
    /// The same of the product.
    pub(crate) const PRODUCT: Self = Self(SEVERITIES + 1);
    /// The worst skill gap of the seats.
    pub(crate) const SKILL_GAP: Self = Self(SEVERITIES + 2);

    /// That there is a seat, as there always is; the slot behind it says whether there is a second one.
    pub(crate) const SEAT: Self = Self(TRAITS);
    /// That one person leads both fields.
    pub(crate) const COMBINED: Self = Self(TRAITS + 2);
    /// That there are a CTO and a CPO.
    pub(crate) const PAIR: Self = Self(TRAITS + 3);
    /// That there is no CPTO.
    pub(crate) const SEPARATE: Self = Self(TRAITS + 4);
    /// That there are two sides.
    pub(crate) const TWO_SIDES: Self = Self(TRAITS + 5);
    /// That one side reports to the other.
    pub(crate) const REPORTS: Self = Self(TRAITS + 6);
    /// That nobody of the same rank can challenge: one leader, or two sides of which one reports to the other.
    pub(crate) const UNCHALLENGED: Self = Self(TRAITS + 7);
    /// That one side reports to the other, or both seats of a pair to the same office.
    pub(crate) const SHARED_SUPERIOR: Self = Self(TRAITS + 8);
    /// That ties have to be broken between two who decide: a pair, or a lone seat beside an office other than the chief executive.
    pub(crate) const TIES: Self = Self(TRAITS + 9);
    /// That one leader has to do, without a second executive beside.
    pub(crate) const FEW: Self = Self(TRAITS + 10);
    /// That technology has a dedicated leader.
    pub(crate) const TECHNOLOGY_DEDICATED: Self = Self(TRAITS + 11);
    /// That the product has a dedicated leader.
    pub(crate) const PRODUCT_DEDICATED: Self = Self(TRAITS + 12);
    /// That technology has a core and no dedicated leader.
    pub(crate) const TECHNOLOGY_UNDEDICATED: Self = Self(TRAITS + 13);
    /// That the product has a core and no dedicated leader.
    pub(crate) const PRODUCT_UNDEDICATED: Self = Self(TRAITS + 14);
    /// That an office with a job of its own leads a field.
    pub(crate) const PART_TIME: Self = Self(TRAITS + 15);
    /// That two sides become one CPTO.
    pub(crate) const MERGES_TWO_SIDES: Self = Self(TRAITS + 16);
    /// That an applicable responsibility has no holder.
    pub(crate) const UNOWNED: Self = Self(TRAITS + 17);
    /// That a core one has none.
    pub(crate) const UNOWNED_CORE: Self = Self(TRAITS + 18);
    /// That one that is not shared has more than one holder.
    pub(crate) const CONTESTED: Self = Self(TRAITS + 19);
    /// That a core one has.
    pub(crate) const CONTESTED_CORE: Self = Self(TRAITS + 20);
    /// That one is with the seat that is not its home alone.
    pub(crate) const MISPLACED: Self = Self(TRAITS + 21);
    /// That a core one is.
    pub(crate) const MISPLACED_CORE: Self = Self(TRAITS + 22);
    /// That nobody holds profit and loss, or the business model.
    pub(crate) const RESULTS_UNOWNED: Self = Self(TRAITS + 23);
    /// That nobody holds strategic alignment.
    pub(crate) const ALIGNMENT_UNOWNED: Self = Self(TRAITS + 24);
    /// That a trigger is a cause for a change.
    pub(crate) const CAUSE: Self = Self(TRAITS + 25);
    /// That a trigger is cost.
    pub(crate) const COST: Self = Self(TRAITS + 26);
    /// That a trigger is a vacancy, and something changes.
    pub(crate) const VACATED: Self = Self(TRAITS + 27);
    /// That the share of time for product was observed.
    pub(crate) const ATTENDED: Self = Self(TRAITS + 28);
    /// Of the first seat, and behind it of the second: that it delivers and vouches for its own control.
    pub(crate) const CONFLICT: Self = Self(TRAITS + 29);
    /// Of the first seat, and behind it of the second: that it answers for results that others make.
    pub(crate) const DEPRIVED: Self = Self(TRAITS + 31);

    /// The code of a signal that is not applicable.
    pub(crate) const NOT_APPLICABLE: u8 = ranges(count(Maturity::COUNT));

    pub(crate) const fn signal(signal: Signal) -> Self {
        Self(SIGNALS + signal as u8)
    }

    pub(crate) const fn safeguard(safeguard: Safeguard) -> Self {
        Self(SAFEGUARDS + safeguard as u8)
    }

    /// The place among the slots.
    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// The slot for a seat, counted from 0, of one that has two.
    #[inline]
    pub(crate) const fn of_seat(self, seat: usize) -> usize {
        self.0 as usize + seat
    }

    /// How many values the scale has.
    pub(crate) const fn values(self) -> u8 {
        match self.0 {
            0 => count(Stage::COUNT),
            SIGNALS..SAFEGUARDS => count(Maturity::COUNT),
            SEVERITIES..TRAITS => count(Severity::COUNT),
            _ => 2,
        }
    }

    /// How many codes there are.
    pub(crate) const fn codes(self) -> usize {
        (match self.0 {
            SIGNALS..SAFEGUARDS => Self::NOT_APPLICABLE + 1,
            TRAITS.. => 2,
            _ => ranges(self.values()),
        }) as usize
    }

    /// The slot of a fact that is stated as it is.
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

    /// Whether it follows from who holds what.
    pub(crate) const fn is_of_holders(self) -> bool {
        self.0 >= Self::TWO_SIDES.0 && self.0 <= Self::ALIGNMENT_UNOWNED.0 || self.0 >= Self::CONFLICT.0
    }

    /// The fact that is here, of those that are stated as they are.
    pub(crate) fn fact(self) -> Option<Fact> {
        Some(match self {
            Self::STAGE => Fact::Stage,
            Self::BUDGET => Fact::Budget,
            Self::REGULATED => Fact::Regulated,
            Self(SIGNALS..SAFEGUARDS) => Fact::Signal(Signal::at_place((self.0 - SIGNALS).into())?),
            Self(SAFEGUARDS..DERIVED) => Fact::Safeguard(Safeguard::at_place((self.0 - SAFEGUARDS).into())?),
            Self(DERIVED..) => return None,
        })
    }
}

/// What links the work to commercial results.
pub(crate) const RESULTS: ResponsibilitySet =
    ResponsibilitySet::of(&[Responsibility::ProfitAndLoss, Responsibility::BusinessModel]);

/// What an evaluation reads of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Packed {
    /// What is known of what has a slot.
    pub(crate) codes: [u8; Slot::COUNT],
    /// How many responsibilities change hands.
    pub(crate) moves: Span<u8>,
    /// Of how many of the signals that count nothing is known.
    pub(crate) unknown: u8,
    /// How many signals count.
    pub(crate) counted: u8,
    pub(crate) form: Form,
    pub(crate) change: Change,
    /// The observed share of the CPTO's time that goes to product.
    pub(crate) attention: Option<Span<u8>>,
    pub(crate) headcount: Estimate<Headcount>,
    /// How many months the structure is meant to last, where an end is set.
    pub(crate) term: Option<Span<u8>>,
    /// What offices that lead a field beside a job of their own hold, without what is of their trade.
    pub(crate) part_time: [ResponsibilitySet; 2],
    /// The seats, in the order of the roles; of a lone seat, the second one is empty.
    pub(crate) seats: [PackedSeat; 2],
}

/// What an evaluation reads of a proposed seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PackedSeat {
    /// The least and the most that is known of the skills: four bits for each, as many of them set as its place on the
    /// scale.
    pub(crate) skills: [u64; 2],
    pub(crate) remit: ResponsibilitySet,
    /// Other duties, in percent.
    pub(crate) duties: Span<u8>,
    /// Whether it is filled for the time being only.
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

    const EMPTY: Self = Self {
        skills: [0; 2],
        remit: ResponsibilitySet::EMPTY,
        duties: Span { least: 0, most: 0 },
        interim: Span { least: false, most: false },
        reports: None,
    };
}

/// The bits of a skill at this place of the scale of proficiency.
pub(crate) const fn skill_bits(skill: Skill, place: u32) -> u64 {
    ((1 << place) - 1) << (skill as u32 * 4)
}

impl Packed {
    /// Of a proposal that was not built yet.
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

    pub(crate) fn of(proposal: &Proposal) -> Self {
        let structure = proposal.proposed();
        let organization = proposal.organization();
        let form = structure.form();
        let mut packed = Self {
            codes: [0; Slot::COUNT],
            moves: proposal.moves().count.rising(|moves| u8::try_from(moves).unwrap_or(u8::MAX)),
            unknown: 0,
            counted: 0,
            form,
            change: proposal.change(),
            attention: None,
            headcount: organization.headcount(),
            term: proposal.term().map(|term| term.span().rising(Months::get)),
            part_time: [ResponsibilitySet::EMPTY; 2],
            seats: [PackedSeat::EMPTY; 2],
        };
        for index in 0..DERIVED {
            packed.learn(proposal, Slot(index));
        }
        for ((_, seat), slot) in structure.seats().zip(&mut packed.seats) {
            slot.interim = seat.interim().span();
            for &skill in Skill::ALL {
                let known: Estimate<Proficiency> = seat.skill(skill);
                slot.skills[0] |= skill_bits(skill, known.least().rank());
                slot.skills[1] |= skill_bits(skill, known.most().rank());
            }
            slot.duties =
                seat.other_duties().map_or(Span::exact(0), |duties| duties.span().rising(Percent::get));
            slot.reports = seat.direct_reports().map(Estimate::span);
            packed.attention = seat.product_attention().map(|percent| percent.span().rising(Percent::get));
        }
        packed.put_interim();
        packed.put_structure(proposal, structure);
        packed
    }

    /// States what is known of a fact anew, as places on its scale. Who stays is not stated here: what follows from it
    /// are the moves.
    pub(crate) fn restate(&mut self, fact: Fact, known: Span<u32>) {
        let byte = known.rising(|place| u8::try_from(place).unwrap_or(u8::MAX));
        if let Some(slot) = Slot::of(fact) {
            let all = ranges(slot.values()) - 1;
            let before = self.codes.get(slot.index()).copied().unwrap_or_default();
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
            // The others have a slot, or are who stays.
            _ => {}
        }
    }

    /// The same without the observed share of time.
    pub(crate) fn unattended(&self) -> Self {
        let mut unattended = Self { attention: None, ..*self };
        unattended.put(Slot::ATTENDED, 0);
        unattended
    }

    fn seat_mut(&mut self, role: Role) -> Option<&mut PackedSeat> {
        let seat = self.form.roles().iter().position(|seat| *seat == role)?;
        self.seats.get_mut(seat)
    }

    fn put_interim(&mut self) {
        let Span { least, most } = self.seats.iter().fold(Span::exact(false), |any, it| any.max(it.interim));
        self.put(Slot::INTERIM, code(least.into(), most.into(), 2));
    }

    fn holds(&self, slot: Slot) -> bool {
        self.codes.get(slot.index()) == Some(&1)
    }

    /// Whether a signal counts as evidence, where it is applicable.
    fn counts(&self, signal: Signal) -> bool {
        match signal {
            Signal::Collaboration => self.holds(Slot::TWO_SIDES) || self.holds(Slot::MERGES_TWO_SIDES),
            Signal::Integration => self.holds(Slot::TWO_SIDES) || self.holds(Slot::COMBINED),
            _ => true,
        }
    }

    /// States what is known of a fact that has a slot.
    fn learn(&mut self, proposal: &Proposal, slot: Slot) {
        let Some(fact) = slot.fact() else { return };
        let known = proposal.places(fact).and_then(|places| {
            Some(code((*places.start()).try_into().ok()?, (*places.end()).try_into().ok()?, slot.values()))
        });
        self.put(slot, known.unwrap_or(Slot::NOT_APPLICABLE));
    }

    /// States the code of what has a slot. How many signals are unknown stays as it is.
    #[inline]
    pub(crate) fn put(&mut self, slot: Slot, code: u8) {
        if let Some(known) = self.codes.get_mut(slot.index()) {
            *known = code;
        }
    }

    /// Works out what follows from the structures, with this one proposed.
    pub(crate) fn put_structure(&mut self, proposal: &Proposal, structure: &Structure) {
        for ((role, _), slot) in structure.seats().zip(&mut self.seats) {
            slot.remit = structure.remit(role);
        }
        let form = structure.form();
        let applicable = proposal.organization().applicable();
        let (combined, pair) = (form.is_combined(), form == Form::Pair);
        let (two_sides, reports) = (structure.has_two_sides(), structure.one_side_reports());
        let beside = structure.office_beside();
        let unowned = applicable.difference(structure.held());
        let (contested, misplaced) = (structure.contested(), structure.misplaced());
        let is_core = |set: ResponsibilitySet| !set.intersection(ResponsibilitySet::CORE).is_empty();
        let dedicated = |field| structure.has_dedicated_leader(field);
        let undedicated = |field| !core(field, applicable).is_empty() && !dedicated(field);
        let triggers = proposal.triggers();
        self.part_time = part_time(structure);
        let traits = [
            (Slot::SEAT, true),
            (Slot(Slot::SEAT.0 + 1), pair),
            (Slot::COMBINED, combined),
            (Slot::PAIR, pair),
            (Slot::SEPARATE, !combined),
            (Slot::TWO_SIDES, two_sides),
            (Slot::REPORTS, reports),
            (Slot::UNCHALLENGED, combined || reports),
            (Slot::SHARED_SUPERIOR, reports || structure.share_a_superior()),
            (Slot::TIES, pair || beside.is_some_and(|office| office != Office::Ceo)),
            (Slot::FEW, !pair && beside != Some(Office::Other)),
            (Slot::TECHNOLOGY_DEDICATED, dedicated(Field::Technology)),
            (Slot::PRODUCT_DEDICATED, dedicated(Field::Product)),
            (Slot::TECHNOLOGY_UNDEDICATED, undedicated(Field::Technology)),
            (Slot::PRODUCT_UNDEDICATED, undedicated(Field::Product)),
            (Slot::PART_TIME, self.part_time.iter().any(|set| !set.is_empty())),
            (Slot::MERGES_TWO_SIDES, merges_two_sides(proposal)),
            (Slot::UNOWNED, !unowned.is_empty()),
            (Slot::UNOWNED_CORE, is_core(unowned)),
            (Slot::CONTESTED, !contested.is_empty()),
            (Slot::CONTESTED_CORE, is_core(contested)),
            (Slot::MISPLACED, !misplaced.is_empty()),
            (Slot::MISPLACED_CORE, is_core(misplaced)),
            (Slot::RESULTS_UNOWNED, !unowned.intersection(RESULTS).is_empty()),
            (Slot::ALIGNMENT_UNOWNED, unowned.contains(Responsibility::StrategicAlignment)),
            (Slot::CAUSE, !triggers.intersection(TriggerSet::CAUSES).is_empty()),
            (Slot::COST, triggers.contains(Trigger::Cost)),
            (Slot::VACATED, triggers.contains(Trigger::Vacancy) && proposal.change() != Change::Retain),
            (Slot::ATTENDED, self.attention.is_some()),
        ];
        for (slot, holds) in traits {
            self.put(slot, holds.into());
        }
        let counted = counted_signals(proposal, structure);
        self.counted = count(counted.len());
        self.unknown = count(counted.intersection(proposal.unknown_signals()).len());
        for ((role, _), seat) in structure.seats().zip(0..) {
            self.put(Slot(Slot::CONFLICT.0 + seat), (!structure.controls(role).is_empty()).into());
            self.put(Slot(Slot::DEPRIVED.0 + seat), (!structure.missing_levers(role).is_empty()).into());
        }
    }
}

/// Whether two sides become one CPTO.
pub(crate) fn merges_two_sides(proposal: &Proposal) -> bool {
    proposal.change() == Change::Merge && proposal.current().is_some_and(Structure::has_two_sides)
}

/// What the offices that lead a field beside a job of their own hold, without what is of their trade. They are one or two.
pub(crate) fn part_time(structure: &Structure) -> [ResponsibilitySet; 2] {
    let [technology, product] =
        [Field::Technology, Field::Product].map(|field| match structure.leader(field) {
            Some(Holder::Office(Office::RunOrganization | Office::Other) | Holder::Seat(_)) | None => None,
            Some(Holder::Office(office)) => Some(office),
        });
    let beside_the_trade = |office: Option<Office>| {
        office.map_or(ResponsibilitySet::EMPTY, |office| {
            structure.held_by(Holder::Office(office)).difference(office.trade())
        })
    };
    [beside_the_trade(technology), beside_the_trade(product.filter(|_| product != technology))]
}

/// The signals that count as evidence in this structure.
pub(crate) fn counted_signals(proposal: &Proposal, structure: &Structure) -> SignalSet {
    let two_sides = structure.has_two_sides();
    let mut counted = SignalSet::of(Signal::ALL).difference(proposal.organization().absent_signals());
    if !two_sides && !merges_two_sides(proposal) {
        counted = counted.without(Signal::Collaboration);
    }
    if !two_sides && !structure.form().is_combined() {
        counted = counted.without(Signal::Integration);
    }
    counted
}

/// The responsibilities whose home is the other seat's.
const fn other_home(role: Role) -> ResponsibilitySet {
    match role {
        Role::Cto => ResponsibilitySet::of_home(Home::Cpo),
        Role::Cpo => ResponsibilitySet::of_home(Home::Cto),
        Role::Cpto => ResponsibilitySet::EMPTY,
    }
}

impl Structure {
    /// What a seat that is not its home holds alone.
    pub(crate) fn misplaced(&self) -> ResponsibilitySet {
        self.misplaced_with(Role::Cto).union(self.misplaced_with(Role::Cpo))
    }

    /// What one seat holds alone, and the other one is the home of.
    pub(crate) fn misplaced_with(&self, role: Role) -> ResponsibilitySet {
        self.held_alone(role).intersection(other_home(role))
    }

    /// What a seat that delivers also vouches for: security and compliance.
    pub(crate) fn controls(&self, role: Role) -> ResponsibilitySet {
        const CONTROLS: ResponsibilitySet = ResponsibilitySet::of(&[
            Responsibility::Security,
            Responsibility::TechnicalCompliance,
            Responsibility::LegalCompliance,
            Responsibility::Privacy,
        ]);
        let remit = self.remit(role);
        let delivers = remit.contains(Responsibility::Delivery);
        if delivers { remit.intersection(CONTROLS) } else { ResponsibilitySet::EMPTY }
    }

    /// What makes the results that a seat alone answers for, and is held by others.
    pub(crate) fn missing_levers(&self, role: Role) -> ResponsibilitySet {
        const LEVERS: ResponsibilitySet = ResponsibilitySet::of(&[
            Responsibility::Roadmap,
            Responsibility::Requirements,
            Responsibility::BusinessModel,
        ]);
        if self.held_alone(role).contains(Responsibility::ProfitAndLoss) {
            self.held().difference(self.remit(role)).intersection(LEVERS)
        } else {
            ResponsibilitySet::EMPTY
        }
    }
}
