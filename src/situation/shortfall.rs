//! How far does a leader fall short of what the role needs?

use crate::model::packed::{PackedSeat, Slot, skill_bits};
use crate::model::seat::Seat;
use crate::policy::numbers::{Needs, Numbers};
use crate::situation::world::World;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::{Severity, SeverityRange, down};
use crate::vocabulary::skill::{Skill, SkillSet};
use crate::vocabulary::span::Span;

/// The largest shortfall of a leader in one world, in steps of the scale.
pub(crate) fn in_world(numbers: &Numbers, world: &World, role: Role, seat: &Seat) -> u8 {
    let helped = |field: Option<Field>| field.is_some_and(|field| world.in_place(field.head()));
    let relief = |field| relief(numbers, role, helped(field));
    let steps = |skill: &Skill| {
        steps(numbers, role, *skill, seat.skill(*skill).least().rank(), relief(skill.field()))
    };
    Skill::ALL.iter().map(steps).max().unwrap_or(0)
}

/// How many steps are missing in a skill, after relief.
pub(crate) fn steps(numbers: &Numbers, role: Role, skill: Skill, has: u32, relief: u8) -> u8 {
    let needed = numbers.needs.of(role, skill).map_or(0, Scale::rank);
    u8::try_from(needed.saturating_sub(has)).unwrap_or(u8::MAX).saturating_sub(relief)
}

/// How many steps may be missing in a skill of a seat, without relief.
pub(crate) fn missing(numbers: &Numbers, role: Role, skill: Skill, seat: &Seat) -> u32 {
    steps(numbers, role, skill, seat.skill(skill).least().rank(), 0).into()
}

pub(crate) const fn severity(numbers: &Numbers, shortfall: u8, short_term: bool) -> Severity {
    let numbers = &numbers.skill_gap;
    let severity = numbers.shortfall_at_least.at_least(shortfall as u32);
    severity.stepped(down(short_term, numbers.steps_down_short_term))
}

/// The severity of a shortfall over all worlds.
#[inline]
pub(crate) fn severities(numbers: &Numbers, shortfall: Span<u8>, short_term: Span<bool>) -> SeverityRange {
    SeverityRange::new(
        severity(numbers, shortfall.least, short_term.most),
        severity(numbers, shortfall.most, short_term.least),
    )
}

/// The skill levels that each role needs under a policy: four bits for each skill, with as many set as the rank of the need.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Needed([u64; Role::COUNT]);

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
const fn bits_of(field: Field) -> u64 {
    let mut bits = 0;
    let mut index = 0;
    while index < Skill::COUNT {
        if matches!(Skill::ALL[index].field(), Some(of) if of as u8 == field as u8) {
            bits |= skill_bits(Skill::ALL[index], 4);
        }
        index += 1;
    }
    bits
}

impl Needed {
    #[expect(clippy::indexing_slicing, reason = "there is a need for each skill")]
    pub(crate) const fn of(needs: &Needs) -> Self {
        let (mut cto, mut cpo) = (0, 0);
        let mut index = 0;
        while index < Skill::COUNT {
            let skill = Skill::ALL[index];
            if let Some(need) = needs.cto.values()[index] {
                cto |= skill_bits(skill, need as u32);
            }
            if let Some(need) = needs.cpo.values()[index] {
                cpo |= skill_bits(skill, need as u32);
            }
            index += 1;
        }
        Self([cto, cpo, cto | cpo])
    }

    /// The largest shortfall over all worlds. It falls as a skill rises and as a head is added, so both ends are attained in
    /// worlds.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the number is at most 4")]
    pub(crate) fn largest(
        &self,
        numbers: &Numbers,
        role: Role,
        seat: &PackedSeat,
        heads: [Span<bool>; 2],
    ) -> Span<u8> {
        let [engineering, product] = heads;
        let needed = self.0.get(role as usize).copied().unwrap_or_default();
        // The steps are in unary, so `|` is the maximum and a shift subtracts: there are no branches to mispredict.
        let end = |has: u64, engineering: bool, product: bool| {
            let [one, two, three, four] = at_least(needed & !has);
            let steps = |craft: u64| {
                let missing = |bits: u64| u8::from(bits & craft != 0);
                missing(one) | missing(two) << 1 | missing(three) << 2 | missing(four) << 3
            };
            let technology = steps(TECHNOLOGY) >> relief(numbers, role, engineering);
            let product = steps(PRODUCT) >> relief(numbers, role, product);
            let worst = technology | product | steps(BOTH);
            4 - (worst << 4 | 0b1111).leading_zeros() as u8
        };
        let [least, most] = seat.skills;
        Span {
            least: end(most, engineering.most, product.most),
            most: end(least, engineering.least, product.least),
        }
    }

    /// The skills with at least `least` missing steps, for a leader with the skills `has` and with these heads in place.
    pub(crate) fn short(
        &self,
        numbers: &Numbers,
        role: Role,
        has: u64,
        [engineering, product]: [bool; 2],
        least: u8,
    ) -> SkillSet {
        let needed = self.0.get(role as usize).copied().unwrap_or_default();
        let missing = at_least(needed & !has);
        let short = |helped| {
            let steps = usize::from(least + relief(numbers, role, helped));
            steps.checked_sub(1).and_then(|place| missing.get(place)).copied().unwrap_or_default()
        };
        let short = TECHNOLOGY & short(engineering) | PRODUCT & short(product) | BOTH & short(false);
        Skill::ALL.iter().copied().filter(|skill| short & skill_bits(*skill, 4) != 0).collect()
    }
}

/// The bits of the skills of each field, and of all others.
const TECHNOLOGY: u64 = bits_of(Field::Technology);
const PRODUCT: u64 = bits_of(Field::Product);
const BOTH: u64 = !(TECHNOLOGY | PRODUCT);

/// How many steps a head makes up for, if there is one.
#[inline]
fn relief(numbers: &Numbers, role: Role, helped: bool) -> u8 {
    numbers.skill_gap.relief_by_lead * u8::from(helped && role == Role::Cpto)
}

/// The skills in which at least one, two, three and four steps are missing. The missing bits of a skill are contiguous, because
/// they lie between two places of a scale.
#[inline]
const fn at_least(missing: u64) -> [u64; 4] {
    const FIRST: u64 = 0x1111_1111_1111_1111;
    let two = missing & (missing >> 1) & (FIRST * 0b0111);
    let three = two & (missing >> 2) & (FIRST * 0b0011);
    [missing, two, three, three & (missing >> 3) & FIRST]
}

/// The slots of the heads below.
pub(crate) const HEADS: [Slot; 2] =
    [Slot::safeguard(Safeguard::EngineeringLead), Slot::safeguard(Safeguard::ProductLead)];
