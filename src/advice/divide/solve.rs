//! The best division of weights into two, exactly.
//!
//! Both loads follow from the sum that one of the two gets. So of all divisions with the same sum, only the one of the
//! fewest points, and then the fewest changes, can be the best; and it can be found by adding one responsibility after the
//! other to every sum that can be reached. That takes as many steps as there are sums times responsibilities, whatever the
//! weights are: there is no instance on which it does not end.

use alloc::vec::Vec;

/// Something to be divided: what it weighs, and what it costs on either side.
#[derive(Clone, Copy, Debug)]
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

    /// In one number, which orders as the price does, and adds up as long as there are few changes.
    const fn packed(self) -> u64 {
        (self.points as u64) << u32::BITS | self.changes as u64
    }

    #[expect(clippy::cast_possible_truncation, reason = "the halves of a number")]
    const fn unpacked(packed: u64) -> Self {
        Self { points: (packed >> u32::BITS) as u32, changes: packed as u32 }
    }
}

/// A sum that cannot be reached.
const NEVER: u64 = u64::MAX / 2;

/// The cheapest division for every sum of weights that one side can get.
#[derive(Debug)]
pub(super) struct Sums {
    /// What all weights are multiples of.
    unit: u32,
    weights: Vec<usize>,
    /// The price of the cheapest division with each sum.
    prices: Vec<u64>,
    /// For each item, a bit for each sum: whether the cheapest division of the items up to it has it on the first side.
    here: Vec<Vec<u64>>,
}

const fn gcd(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { gcd(other, one % other) }
}

impl Sums {
    pub(super) fn of(items: &[Item]) -> Self {
        let unit = items.iter().fold(0, |unit, item| gcd(unit, item.weight)).max(1);
        let weights: Vec<usize> = items.iter().map(|item| (item.weight / unit) as usize).collect();
        let total: usize = weights.iter().sum();
        let mut prices = alloc::vec![NEVER; total + 1];
        if let Some(first) = prices.first_mut() {
            *first = 0;
        }
        let mut here = Vec::with_capacity(items.len());
        let mut before = prices.clone();
        let mut reached = 0;
        for (item, &weight) in items.iter().zip(&weights) {
            let (on_here, on_there) = (item.here.packed(), item.there.packed());
            core::mem::swap(&mut before, &mut prices);
            reached += weight;
            // On the second side the sum stays, and on the first it grows by the weight.
            let stays = before.iter().take(reached + 1);
            let grows = core::iter::repeat_n(&NEVER, weight).chain(&before);
            let mut bits = alloc::vec![0_u64; reached / 64 + 1];
            let chunks = prices.chunks_mut(64).zip(&mut bits);
            let mut choices = stays.zip(grows);
            for (prices, bits) in chunks {
                for ((bit, price), (stays, grows)) in (0_u32..).zip(prices).zip(&mut choices) {
                    let (stays, grows) = (stays + on_there, grows + on_here);
                    *bits |= u64::from(grows < stays) << bit;
                    *price = stays.min(grows).min(NEVER);
                }
            }
            here.push(bits);
        }
        Self { unit, weights, prices, here }
    }

    /// The sums that can be reached, with the price of the cheapest division.
    pub(super) fn reached(&self) -> impl Iterator<Item = (u32, Price)> {
        let unit = self.unit;
        let reached = (0_u32..).zip(&self.prices).filter(|(_, price)| **price < NEVER);
        reached.map(move |(sum, price)| (sum * unit, Price::unpacked(*price)))
    }

    /// Which items the first side has in the cheapest division with this sum.
    pub(super) fn division(&self, sum: u32) -> Vec<bool> {
        let mut sum = (sum / self.unit) as usize;
        let of_each = self.here.iter().zip(&self.weights).rev().map(|(bits, weight)| {
            let here = bits.get(sum / 64).is_some_and(|bits| bits >> (sum % 64) & 1 == 1);
            sum = if here { sum.saturating_sub(*weight) } else { sum };
            here
        });
        let mut division: Vec<bool> = of_each.collect();
        division.reverse();
        division
    }
}
