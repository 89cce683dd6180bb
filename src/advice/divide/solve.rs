//! Which division of weights between two sides is the cheapest, for every sum that one side can get?
//!
//! The sum that one side gets determines both loads. So of all divisions with the same sum, only the one with the fewest points,
//! and then the fewest changes, can be the best. It is found by adding one responsibility after another to every sum that can be
//! reached. That takes as many steps as there are sums times responsibilities, whatever the weights. If a side has nothing at the
//! start, sums are also distinguished by which sides have something.

use alloc::vec::Vec;

/// An item to divide, with its weight and its price on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) weight: u32,
    pub(super) price: [Price; 2],
    /// The sides that have something once the item is on either side: a bit for each.
    pub(super) fills: [u8; 2],
}

/// A price, compared by points first and then by changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Price {
    pub(super) points: u32,
    pub(super) changes: u32,
}

impl Price {
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            points: self.points.saturating_add(other.points),
            changes: self.changes.saturating_add(other.changes),
        }
    }

    /// The price in one number, which keeps the order and adds up: there are fewer than 32 changes, and a policy keeps the points
    /// below 2²⁶.
    const fn packed(self) -> u32 {
        self.points << Self::BITS | self.changes
    }

    const fn unpacked(packed: u32) -> Self {
        Self { points: packed >> Self::BITS, changes: packed & ((1 << Self::BITS) - 1) }
    }

    const BITS: u32 = 5;
}

/// The price of a sum that cannot be reached.
const NEVER: u32 = u32::MAX / 2;

/// Both sides have something.
pub(super) const BOTH: u8 = 0b11;

/// The cheapest division for every sum of weights that one side can get, as one item after another is added.
#[derive(Debug)]
pub(super) struct Sums {
    /// The unit of which all weights are taken to be multiples.
    unit: u32,
    /// The sides that have something at the start.
    filled: u8,
    items: Vec<Item>,
    /// Before the first and after each item, the price of the cheapest division for each sum and each set of sides that have
    /// something; for one such set if both have something at the start.
    prices: Vec<Vec<u32>>,
}

const fn gcd(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { gcd(other, one % other) }
}

impl Sums {
    /// Starts without items, given their weights and the sides that already have something. There are at most `most` sums, for
    /// which weights may be rounded.
    pub(super) fn of(weights: impl Iterator<Item = u32> + Clone, filled: u8, most: u32) -> Self {
        let total: u32 = weights.clone().sum();
        let unit = weights.fold(0, gcd).max(total.div_ceil(most.max(1))).max(1);
        let mut sums = Self { unit, filled, items: Vec::new(), prices: Vec::new() };
        let mut nothing = alloc::vec![NEVER; sums.sets()];
        if let Some(price) = nothing.get_mut(sums.place(0, filled)) {
            *price = 0;
        }
        sums.prices.push(nothing);
        sums
    }

    /// The number of sets of sides with something that are distinguished.
    const fn sets(&self) -> usize {
        if self.filled == BOTH { 1 } else { 4 }
    }

    const fn place(&self, sum: usize, filled: u8) -> usize {
        if self.filled == BOTH { sum } else { sum * 4 + filled as usize }
    }

    /// The weight in units.
    const fn units(&self, weight: u32) -> usize {
        ((weight + self.unit / 2) / self.unit) as usize
    }

    pub(super) fn push(&mut self, item: Item) {
        let sets = self.sets();
        let shift = self.units(item.weight) * sets;
        let before = self.prices.last().map_or([].as_slice(), Vec::as_slice);
        let mut after = alloc::vec![NEVER; before.len() + shift];
        let [here, there] = item.price.map(Price::packed);
        if sets == 1 {
            for (price, before) in after.iter_mut().zip(before) {
                *price = (before + there).min(NEVER);
            }
            for (price, before) in after.iter_mut().skip(shift).zip(before) {
                *price = (*price).min(before + here);
            }
        } else {
            // On the second side, an item leaves the sum as it is; on the first side, it adds its weight.
            for (offset, on_side, fills) in [(0, there, item.fills[1]), (shift, here, item.fills[0])] {
                let after = after.chunks_exact_mut(sets).skip(offset / sets);
                for (after, before) in after.zip(before.chunks_exact(sets)) {
                    for (filled, before) in before.iter().enumerate() {
                        if let Some(price) = after.get_mut(filled | usize::from(fills)) {
                            *price = (*price).min(before + on_side);
                        }
                    }
                }
            }
        }
        self.items.push(item);
        self.prices.push(after);
    }

    pub(super) fn pop(&mut self) {
        self.items.pop();
        self.prices.pop();
    }

    /// The weight of all items.
    pub(super) fn total(&self) -> u32 {
        self.items.iter().map(|item| item.weight).sum()
    }

    /// Whether any weight was rounded.
    pub(super) fn is_rounded(&self) -> bool {
        self.items.iter().any(|item| item.weight % self.unit != 0)
    }

    /// The sums that can be reached with something on both sides, each with the price of the cheapest division.
    pub(super) fn reached(&self) -> impl Iterator<Item = (u32, Price)> {
        let prices = self.prices.last().map_or([].as_slice(), Vec::as_slice);
        let both = prices.iter().skip(self.sets() - 1).step_by(self.sets());
        let reached = (0_u32..).zip(both).filter(|(_, price)| **price < NEVER);
        reached.map(move |(sum, price)| (sum * self.unit, Price::unpacked(*price)))
    }

    /// Returns, for each item, whether the first side has it in the cheapest division with this sum.
    pub(super) fn division(&self, sum: u32) -> Vec<bool> {
        let mut sum = (sum / self.unit) as usize;
        let mut filled = BOTH;
        let mut division: Vec<bool> = Vec::with_capacity(self.items.len());
        for (turn, item) in self.items.iter().enumerate().rev() {
            let price = |turn: usize, sum: usize, filled: u8| {
                self.prices.get(turn).and_then(|prices| prices.get(self.place(sum, filled))).copied()
            };
            let now = price(turn + 1, sum, filled);
            // Before this item, neither side, one side or both sides may have had something.
            let sets = if self.sets() == 1 { BOTH..=BOTH } else { 0..=BOTH };
            let before = |side: usize, sum: usize| {
                let (on_side, fills) = (item.price.get(side)?.packed(), item.fills.get(side)?);
                let leads = |set: &u8| {
                    let before = price(turn, sum, *set).filter(|before| *before < NEVER);
                    set | fills == filled && before.map(|before| before + on_side) == now
                };
                Some((sum, sets.clone().find(leads)?))
            };
            let there = before(1, sum);
            let here = there.is_none();
            let from = there.or_else(|| before(0, sum.checked_sub(self.units(item.weight))?));
            let Some(from) = from else { break };
            (sum, filled) = from;
            division.push(here);
        }
        division.reverse();
        division
    }
}
