//! Which values are possible, over all worlds, for everything that rules read?
//!
//! Computed once for each evaluation, from the packed facts and what the policy has prepared.

use crate::model::packed::{Packed, Slot};
use crate::policy::numbers::Numbers;
use crate::situation::condition::Conditions;
use crate::situation::growth::Growth;
use crate::situation::load::{Factors, Parts, Weights};
use crate::situation::shortfall::{self, HEADS, Needed};
use crate::situation::world::World;
use crate::vocabulary::code::{code, ends};
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::span::Span;

/// What several rules need from a policy, computed once per policy.
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

/// The possible values of what rules read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    pub(crate) packed: &'a Packed,
    /// What is known about every slot, including those that depend on the policy.
    pub(crate) codes: [u8; Slot::COUNT],
    pub(crate) factors: Factors,
    pub(crate) seats: [KnownSeat; 2],
    pub(crate) growth: Growth,
    /// How badly product needs its own leader, in a startup and in later stages.
    pub(crate) product: [SeverityRange; 2],
    /// The load of an office that leads a field on top of its own job, excluding its trade, in percent; of two such offices, the
    /// greater load.
    pub(crate) part_time: Span<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KnownSeat {
    /// The load in percent, other duties included.
    pub(crate) load: Span<u32>,
    pub(crate) parts: Parts,
    /// The largest shortfall, in steps of the scale.
    pub(crate) shortfall: Span<u8>,
    pub(crate) gap: SeverityRange,
}

impl<'a> Known<'a> {
    #[inline]
    pub(crate) fn of(packed: &'a Packed, numbers: &Numbers, prepared: &Prepared) -> Self {
        let growth = Growth::of(numbers, packed);
        let heads = HEADS.map(|head| yes_or_no(&packed.codes, head));
        let mut known = Self {
            packed,
            codes: packed.codes,
            factors: Factors::of(&numbers.effort, growth.stages(), heads),
            seats: [KnownSeat::default(); 2],
            growth,
            product: prepared.conditions.product(&packed.codes),
            part_time: Span::exact(0),
        };
        let at_most =
            |months| packed.term.map_or(Span::exact(false), |term| term.falling(|term| term <= months));
        let short_term = at_most(numbers.short_term_at_most);
        let ends_soon = at_most(numbers.no_review_cadence.term_at_most);
        known.put(Slot::STAGE, known.growth.stage_code());
        known.put(Slot::SHORT_TERM, code(short_term.least.into(), short_term.most.into(), 2));
        known.put(Slot::ENDS_SOON, code(ends_soon.least.into(), ends_soon.most.into(), 2));
        known.put(Slot::TECHNOLOGY, prepared.conditions.technology(&packed.codes).code());
        known.put(Slot::PRODUCT, known.growth.by_startup(known.product).code());
        let quarters = prepared.weights.quarters(&packed.codes);
        let parts = |held| prepared.weights.parts(held, &quarters, &known.factors);
        let mut worst = SeverityRange::NONE;
        for ((seat, known_seat), role) in packed.seats.iter().zip(&mut known.seats).zip(packed.form.roles()) {
            let parts = parts(seat.remit);
            let load = known.factors.percent(parts.total());
            let shortfall = prepared.needed.largest(numbers, *role, seat, heads);
            let gap = shortfall::severities(numbers, shortfall, short_term);
            *known_seat = KnownSeat {
                load: Span {
                    least: load.least + u32::from(seat.duties.least),
                    most: load.most + u32::from(seat.duties.most),
                },
                parts,
                shortfall,
                gap,
            };
            worst = worst.or_worse(gap);
        }
        let load = |held: ResponsibilitySet| {
            if held.is_empty() { Span::exact(0) } else { known.factors.percent(parts(held).total()) }
        };
        let [one, other] = packed.part_time;
        known.part_time = load(one).max(load(other));
        known.put(Slot::SKILL_GAP, worst.code());
        known
    }

    #[inline]
    fn put(&mut self, slot: Slot, code: u8) {
        if let Some(known) = self.codes.get_mut(slot.index()) {
            *known = code;
        }
    }

    /// The possible values of a severity that was computed before.
    #[inline]
    pub(crate) fn severity(&self, slot: Slot) -> Span<Severity> {
        let (least, most) = ends(self.codes.get(slot.index()).copied().unwrap_or_default(), slot.values());
        Span { least: Severity::clamped(least.into()), most: Severity::clamped(most.into()) }
    }

    /// The possible levels of a signal, if it is applicable.
    #[inline]
    pub(crate) fn level(&self, signal: Signal) -> Option<Span<Maturity>> {
        let slot = Slot::signal(signal);
        let code = self.codes.get(slot.index()).copied().filter(|code| *code != Slot::NOT_APPLICABLE)?;
        let (least, most) = ends(code, slot.values());
        Some(Span { least: Maturity::at_rank(least.into())?, most: Maturity::at_rank(most.into())? })
    }

    /// The world with every quantity and the stage at the least and everything that makes warnings milder in place, or the
    /// other way round where it is the worst; all as far as is known. Of the slots, it has those that are read: the stage,
    /// and those that make a warning milder where they hold.
    #[expect(clippy::inline_always, reason = "what is not read is not worked out")]
    #[inline(always)]
    pub(crate) fn world(&self, reads: &[Slot], seat: usize, is_worst: bool) -> World {
        let known = self.seats.get(seat).copied().unwrap_or_default();
        let reports = self.packed.seats.get(seat).and_then(|seat| seat.reports);
        let halves = [known.parts.product, known.parts.technology];
        let mut values = World::LEAST.values;
        for slot in reads {
            if let Some(value) = values.get_mut(slot.index()) {
                *value = match *slot {
                    Slot::STAGE => self.growth.stages().end(is_worst) as u8,
                    slot => self.holds(slot).end(!is_worst).into(),
                };
            }
        }
        World {
            values,
            load: known.load.end(is_worst),
            reports: reports.map(|reports| reports.end(is_worst)),
            shortfall: known.shortfall.end(is_worst),
            halves: halves.map(|half| self.factors.percent(half).end(is_worst)),
            part_time: self.part_time.end(is_worst),
            moves: self.packed.moves.end(is_worst),
            unknown: self.packed.unknown,
            counted: self.packed.counted,
            ..World::LEAST
        }
    }

    /// The possible values of a slot that has two.
    #[inline]
    pub(crate) fn holds(&self, slot: Slot) -> Span<bool> {
        yes_or_no(&self.codes, slot)
    }
}

/// The possible values of a slot that has two: the code is 0 for no, 1 for yes, 2 for either.
#[inline]
fn yes_or_no(codes: &[u8; Slot::COUNT], slot: Slot) -> Span<bool> {
    let code = codes.get(slot.index()).copied().unwrap_or_default();
    Span { least: code == 1, most: code != 0 }
}
