//! The best division of weights into two, exactly.
//!
//! Both loads follow from the sum that one of the two gets. So of all divisions with the same sum, only the one of the
//! fewest points, and then the fewest changes, can be the best; and it can be found by adding one responsibility after the
//! other to every sum that can be reached. That takes as many steps as there are sums times responsibilities, whatever the
//! weights are: there is no instance on which it does not end.

use alloc::vec::Vec;

/// Something to be divided: what it weighs, and what it costs on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) weight: u32,
    /// On the first side.
    pub(super) here: Price,
    /// On the second side.
    pub(super) there: Price,
}

/// Points first, then changes.
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

    /// In one number, which orders as the price does, and adds up: there are fewer changes than 32, and a policy keeps the
    /// points below 2²⁶.
    const fn packed(self) -> u32 {
        self.points << Self::BITS | self.changes
    }

    const fn unpacked(packed: u32) -> Self {
        Self { points: packed >> Self::BITS, changes: packed & ((1 << Self::BITS) - 1) }
    }

    const BITS: u32 = 5;
}

/// A sum that cannot be reached.
const NEVER: u32 = u32::MAX / 2;

/// The cheapest division for every sum of weights that one side can get, as one item after the other is added.
#[derive(Debug)]
pub(super) struct Sums {
    /// What all weights are multiples of.
    unit: u32,
    items: Vec<Item>,
    /// After each item, the price of the cheapest division with each sum.
    prices: Vec<Vec<u32>>,
}

const fn gcd(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { gcd(other, one % other) }
}

impl Sums {
    /// Nothing to be divided yet, of things with these weights.
    pub(super) fn of(weights: impl Iterator<Item = u32>) -> Self {
        Self { unit: weights.fold(0, gcd).max(1), items: Vec::new(), prices: Vec::new() }
    }

    /// One more item.
    pub(super) fn push(&mut self, item: Item) {
        let (on_here, on_there) = (item.here.packed(), item.there.packed());
        let weight = (item.weight / self.unit) as usize;
        let nothing = [0];
        let before = self.prices.last().map_or(nothing.as_slice(), Vec::as_slice);
        // On the second side the sum stays, and on the first it grows by the weight.
        let mut after: Vec<u32> = before.iter().map(|price| (price + on_there).min(NEVER)).collect();
        after.resize(before.len() + weight, NEVER);
        for (price, before) in after.iter_mut().skip(weight).zip(before) {
            *price = (*price).min(before + on_here);
        }
        self.items.push(item);
        self.prices.push(after);
    }

    /// Without the last item.
    pub(super) fn pop(&mut self) {
        self.items.pop();
        self.prices.pop();
    }

    /// The weight of all items.
    pub(super) fn total(&self) -> u32 {
        self.items.iter().map(|item| item.weight).sum()
    }

    /// The sums that can be reached, with the price of the cheapest division.
    pub(super) fn reached(&self) -> impl Iterator<Item = (u32, Price)> {
        let unit = self.unit;
        let prices = self.prices.last().map_or([0].as_slice(), Vec::as_slice);
        let reached = (0_u32..).zip(prices).filter(|(_, price)| **price < NEVER);
        reached.map(move |(sum, price)| (sum * unit, Price::unpacked(*price)))
    }

    /// Which items the first side has in the cheapest division with this sum.
    pub(super) fn division(&self, sum: u32) -> Vec<bool> {
        let mut sum = (sum / self.unit) as usize;
        let price = |prices: Option<&Vec<u32>>, sum: usize| match prices {
            Some(prices) => prices.get(sum).copied(),
            None => (sum == 0).then_some(0),
        };
        let mut division: Vec<bool> = Vec::with_capacity(self.items.len());
        for (place, item) in self.items.iter().enumerate().rev() {
            let before = place.checked_sub(1).and_then(|before| self.prices.get(before));
            let on_there = price(before, sum).map(|before| before + item.there.packed());
            let here = on_there.is_none() || on_there != price(self.prices.get(place), sum);
            sum = if here { sum.saturating_sub((item.weight / self.unit) as usize) } else { sum };
            division.push(here);
        }
        division.reverse();
        division
    }
}
