//! Which division of weights between two seats is the cheapest, for every sum that the CTO can get?
//!
//! The sum that the CTO gets determines both loads. So of all divisions with the same sum, only the one with the fewest points,
//! and then the fewest changes, can be the best. It is found by adding one responsibility after another to every sum that can be
//! reached. That takes as many steps as there are sums times responsibilities, whatever the weights. Sums are also distinguished
//! by which seats have something, since both need something in the end.

use alloc::vec::Vec;

use crate::vocabulary::office::Holder;
use crate::vocabulary::role::Role;

/// The points and then the changes of a division, in one number that keeps their order and adds up: there are fewer than 32
/// changes, and a policy keeps the points below 2²⁶.
pub(super) type Price = u32;

const CHANGES: u32 = 5;

pub(super) const fn price(points: u32, changes: u32) -> Price {
    points << CHANGES | changes
}

pub(super) const fn points_and_changes(price: Price) -> (u32, u32) {
    (price >> CHANGES, price & ((1 << CHANGES) - 1))
}

/// The price of a sum that cannot be reached.
const NEVER: Price = u32::MAX / 2;

/// The seats that have something, a bit for each.
pub(super) const CTO: usize = 0b01;
pub(super) const CPO: usize = 0b10;
pub(super) const BOTH: usize = CTO | CPO;
pub(super) const OFFICE: usize = 0;

/// The seat that has something once this holder has.
pub(super) const fn bit(holder: Holder) -> usize {
    match holder {
        Holder::Seat(Role::Cto) => CTO,
        Holder::Seat(_) => CPO,
        Holder::Office(_) => OFFICE,
    }
}

/// The holders that may get an item, each with the price.
pub(super) type Ways = [(Holder, Price)];

/// The cheapest division for every sum of weights that the CTO can get, as one item after another is added.
#[derive(Debug)]
pub(super) struct Sums<'a> {
    /// The unit of which all weights are taken to be multiples.
    unit: u32,
    /// The weight of each item, and who may get it.
    items: Vec<(u32, &'a Ways)>,
    /// Before the first and after each item, the price of the cheapest division for each set of seats that have something, and
    /// for each sum.
    prices: Vec<[Vec<Price>; BOTH + 1]>,
}

const fn gcd(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { gcd(other, one % other) }
}

impl<'a> Sums<'a> {
    /// Starts without items, given their weights and the seats that already have something. There are at most `most` sums, for
    /// which weights may be rounded.
    pub(super) fn of(weights: impl Iterator<Item = u32> + Clone, filled: usize, most: u32) -> Self {
        let total: u32 = weights.clone().sum();
        let unit = weights.fold(0, gcd).max(total.div_ceil(most.max(1))).max(1);
        let nothing = core::array::from_fn(|set| if set == filled { alloc::vec![0] } else { Vec::new() });
        Self { unit, items: Vec::new(), prices: alloc::vec![nothing] }
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// What an item adds to the sum if this holder gets it, in units.
    const fn units(&self, weight: u32, holder: Holder) -> usize {
        if matches!(holder, Holder::Seat(Role::Cto)) {
            ((weight + self.unit / 2) / self.unit) as usize
        } else {
            0
        }
    }

    pub(super) fn push(&mut self, weight: u32, ways: &'a Ways) {
        let mut after = [const { Vec::new() }; BOTH + 1];
        let longer = self.units(weight, Holder::Seat(Role::Cto));
        for &(holder, price) in ways {
            for (set, before) in self.prices.last().into_iter().flatten().enumerate() {
                let Some(after) = after.get_mut(set | bit(holder)).filter(|_| !before.is_empty()) else {
                    continue;
                };
                after.resize(before.len() + longer, NEVER);
                let after = after.iter_mut().skip(self.units(weight, holder));
                for (after, before) in after.zip(before) {
                    *after = (*after).min(before + price);
                }
            }
        }
        self.items.push((weight, ways));
        self.prices.push(after);
    }

    pub(super) fn pop(&mut self) {
        self.items.pop();
        self.prices.pop();
    }

    /// The weight of all items.
    pub(super) fn total(&self) -> u32 {
        self.items.iter().map(|(weight, _)| weight).sum()
    }

    /// Whether any weight was rounded.
    pub(super) fn is_rounded(&self) -> bool {
        self.items.iter().any(|(weight, _)| weight % self.unit != 0)
    }

    /// The sums that can be reached with something in both seats, each with the price of the cheapest division.
    pub(super) fn reached(&self) -> impl Iterator<Item = (u32, Price)> {
        let both = self.prices.last().into_iter().flat_map(|[.., both]| both);
        let reached = (0_u32..).zip(both).filter(|(_, price)| **price < NEVER);
        reached.map(move |(sum, price)| (sum * self.unit, *price))
    }

    /// Returns who gets each item in the cheapest division with this sum.
    pub(super) fn division(&self, sum: u32) -> Vec<Holder> {
        let (mut sum, mut filled) = ((sum / self.unit) as usize, BOTH);
        let mut division = Vec::with_capacity(self.items.len());
        for (turn, (weight, ways)) in self.items.iter().enumerate().rev() {
            let price = |turn: usize, sum: usize, set: usize| {
                let price = self.prices.get(turn)?.get(set)?.get(sum).copied();
                price.filter(|price| *price < NEVER)
            };
            let now = price(turn + 1, sum, filled);
            let before = |&(holder, on_top): &(Holder, Price)| {
                let sum = sum.checked_sub(self.units(*weight, holder))?;
                let leads = |set: &usize| {
                    set | bit(holder) == filled && price(turn, sum, *set).map(|before| before + on_top) == now
                };
                Some((holder, sum, (0..=BOTH).find(leads)?))
            };
            // Of equals, the CPO comes first.
            let Some((holder, rest, set)) = ways.iter().rev().find_map(before) else { break };
            (sum, filled) = (rest, set);
            division.push(holder);
        }
        division.reverse();
        division
    }
}
