//! What is possible for all that rules read, over all worlds?
//!
//! Worked out once for each evaluation, from the packed facts and what was made of the policy.

use crate::model::packed::{Packed, Slot};
use crate::policy::numbers::Numbers;
use crate::situation::condition::Conditions;
use crate::situation::load::{Factors, Parts, Weights};
use crate::situation::shortfall::{HEADS, Needed};
use crate::vocabulary::code::ends;
use crate::vocabulary::scale::Headcount;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::severity::SeverityRange;
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

/// What several rules need of a policy, worked out once for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prepared {
    pub(crate) weights: Weights,
    pub(crate) conditions: Conditions,
    pub(crate) needed: Needed,
}

impl Prepared {
    pub(crate) const fn of(numbers: &Numbers) -> Self {
        Self {
            weights: Weights::of(&numbers.effort),
            conditions: Conditions::of(numbers),
            needed: Needed::of(&numbers.needs),
        }
    }
}

/// What is possible.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    pub(crate) packed: &'a Packed,
    /// What is known of what has a slot, that which follows from the policy included.
    pub(crate) codes: [u8; Slot::COUNT],
    pub(crate) factors: Factors,
    pub(crate) seats: [KnownSeat; 2],
}

/// What is possible for a seat.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KnownSeat {
    /// In percent, other duties included.
    pub(crate) load: Span<u32>,
    pub(crate) parts: Parts,
    /// The largest shortfall, in steps of the scale.
    pub(crate) shortfall: Span<u8>,
}

impl<'a> Known<'a> {
    #[inline]
    pub(crate) fn of(packed: &'a Packed, numbers: &Numbers, prepared: &Prepared) -> Self {
        let mut codes = packed.codes;
        let mut put = |slot: Slot, severity: SeverityRange| {
            if let Some(code) = codes.get_mut(slot.index()) {
                *code = severity.code();
            }
        };
        put(Slot::TECHNOLOGY, prepared.conditions.technology(&packed.codes));
        put(Slot::PRODUCT, prepared.conditions.product(&packed.codes));
        let heads = HEADS.map(|slot| yes_or_no(&packed.codes, slot));
        let factors = prepared.weights.factors(&numbers.effort, &packed.codes, heads);
        let mut seats = [KnownSeat::default(); 2];
        let mut worst = SeverityRange::NONE;
        for ((seat, known), role) in packed.seats.iter().zip(&mut seats).zip(packed.form.roles()) {
            let parts = prepared.weights.parts(seat.remit, &factors);
            let load = factors.percent(parts.total());
            known.load = Span {
                least: load.least + u32::from(seat.duties.least),
                most: load.most + u32::from(seat.duties.most),
            };
            known.parts = parts;
            known.shortfall = prepared.needed.largest(numbers, *role, seat, heads);
            let ladder = &numbers.skill_gap.shortfall_at_least;
            let Span { least, most } = known.shortfall.rising(|steps| ladder.at_least(steps.into()));
            worst = worst.or_worse(SeverityRange::new(least, most));
        }
        put(Slot::SKILL_GAP, worst);
        Self { packed, codes, factors, seats }
    }

    /// What is possible for a severity that was worked out before.
    #[inline]
    pub(crate) fn severity(&self, slot: Slot) -> Span<Severity> {
        let (least, most) = ends(self.codes.get(slot.index()).copied().unwrap_or_default(), slot.values());
        Span { least: Severity::clamped(least.into()), most: Severity::clamped(most.into()) }
    }

    /// The stages that are possible, with what is possible for the headcount in each.
    #[inline]
    pub(crate) fn growth(&self) -> impl Iterator<Item = (Stage, Span<u32>)> {
        let code = self.codes.get(Slot::STAGE.index()).copied().unwrap_or_default();
        let (least, most) = ends(code, Slot::STAGE.values());
        let people = self.packed.headcount.span().rising(Headcount::get);
        let stages = Stage::ALL.iter().take(usize::from(most) + 1).skip(least.into());
        stages.map(move |stage| (*stage, people))
    }

    /// What is possible for what has two values.
    #[inline]
    pub(crate) fn holds(&self, slot: Slot) -> Span<bool> {
        yes_or_no(&self.codes, slot)
    }
}

/// What is possible for what has two values: its code is 0 for no, 1 for yes, 2 for either.
#[inline]
fn yes_or_no(codes: &[u8; Slot::COUNT], slot: Slot) -> Span<bool> {
    let code = codes.get(slot.index()).copied().unwrap_or_default();
    Span { least: code == 1, most: code != 0 }
}
