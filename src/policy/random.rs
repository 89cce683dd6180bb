//! How do the proptest strategies make a random policy or belief within its bounds?

use alloc::vec::Vec;

use crate::input::fault::Order;
use crate::policy::belief::{Belief, Weights};
use crate::policy::bounds::Bounds;
use crate::policy::numbers::{Numbers, PlausibleHeadcount};
use crate::policy::setting::{Leaf, Setting};
use crate::vocabulary::stage::Stage;

impl PlausibleHeadcount {
    /// Widens the headcounts of neighbouring stages that would not touch.
    fn touching(mut self) -> Self {
        let mut before = None;
        for &stage in Stage::ALL {
            let least = self.least.get(stage);
            let least = before.map_or(least, |before: u32| least.min(before.saturating_add(1)));
            let most = self.most.get(stage).max(least);
            self.least.set(stage, least);
            self.most.set(stage, most);
            before = Some(most);
        }
        self
    }
}

impl Numbers {
    /// Returns the default numbers with some of them changed, by position in the order of the policy.
    pub(crate) fn perturbed(changes: &[(usize, u32)]) -> Self {
        let (mut numbers, _) = perturbed(&Self::DEFAULT, changes);
        let second_line = &mut numbers.no_second_line;
        for (stage, neither) in second_line.neither_lead.iter() {
            second_line.one_lead.set(stage, second_line.one_lead.get(stage).min(neither));
        }
        numbers.plausible_headcount = numbers.plausible_headcount.touching();
        numbers
    }

    /// How many numbers a policy has.
    pub(crate) fn places() -> usize {
        perturbed(&Self::DEFAULT, &[]).1
    }
}

impl Belief {
    /// Returns the default belief with some weights changed, by position in the order of the belief.
    pub(crate) fn perturbed(changes: &[(usize, u32)]) -> Self {
        Self::new(perturbed(&Weights::DEFAULT, changes).0).unwrap_or_default()
    }

    /// How many weights a belief has.
    pub(crate) fn places() -> usize {
        perturbed(&Weights::DEFAULT, &[]).1
    }
}

/// Makes these changes, puts the numbers of each table and ladder in order, and returns the number of positions.
fn perturbed<S: Setting>(settings: &S, changes: &[(usize, u32)]) -> (S, usize) {
    let mut places = 0;
    let perturbed = settings.changed(settings, |mut row| {
        for (_, leaf) in &mut row {
            if let Some((_, noise)) = changes.iter().find(|(place, _)| *place == places) {
                perturb(leaf, *noise);
            }
            places += 1;
        }
        put_in_order(&mut row);
    });
    (perturbed, places)
}

fn perturb(leaf: &mut Leaf, noise: u32) {
    let bounds = leaf.bounds;
    leaf.own = match (leaf.own, leaf.names, leaf.nothing) {
        (own, [], Some(_)) => (noise & 3 != 0).then(|| number(own.unwrap_or(50), bounds, noise >> 2)),
        (own, [], None) => own.map(|own| number(own, bounds, noise)),
        (_, _, nothing) => {
            let levels = bounds.most - bounds.least + 1 + i64::from(nothing.is_some());
            Some(bounds.least + i64::from(noise) % levels).filter(|rank| *rank <= bounds.most)
        }
    };
}

/// Puts the ranks of a row that have an order in that order.
fn put_in_order(row: &mut [(&str, &mut Leaf)]) {
    for order in [Order::Rising, Order::Falling] {
        let ordered = row.iter_mut().filter(|(_, leaf)| leaf.bounds.order == Some(order));
        let ranks: Vec<_> = ordered.filter_map(|(_, leaf)| leaf.own.as_mut()).collect();
        let mut sorted: Vec<i64> = ranks.iter().map(|rank| **rank).collect();
        sorted.sort_unstable();
        if order == Order::Falling {
            sorted.reverse();
        }
        ranks.into_iter().zip(sorted).for_each(|(rank, sorted)| *rank = sorted);
    }
}

/// Returns a number near the given one, any number within the bounds, or one of the bounds.
fn number(own: i64, Bounds { least, most, .. }: Bounds, noise: u32) -> i64 {
    let (kind, noise) = (noise % 8, i64::from(noise / 8));
    match kind {
        0 | 4 => least + noise % (most - least + 1),
        1 => least,
        2 => most,
        _ => (own + noise % 21 - 10).clamp(least, most),
    }
}

#[cfg(test)]
mod tests;
