//! How do the proptest strategies make a random policy or belief within its bounds?

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::input::fault::Order;
use crate::policy::belief::{Belief, Weights};
use crate::policy::bounds::Bounds;
use crate::policy::numbers::{Numbers, PlausibleHeadcount};
use crate::policy::setting::{At, Ranks, Setting, Visit};
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
        let challenge = &mut numbers.no_counterpart_challenge;
        challenge.one = challenge.one.min(challenge.neither);
        challenge.both = challenge.both.min(challenge.one);
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

/// The changes to make, by position in the order of the policy.
struct Perturbation<'a> {
    changes: &'a [(usize, u32)],
    place: usize,
}

/// Makes these changes, and returns the number of positions.
fn perturbed<S: Setting>(settings: &S, changes: &[(usize, u32)]) -> (S, usize) {
    let (mut perturbation, mut in_order) = (Perturbation { changes, place: 0 }, InOrder::default());
    let perturbed = settings.visited(settings, &mut perturbation).visited(settings, &mut in_order);
    in_order.is_complete = true;
    (perturbed.visited(settings, &mut in_order), perturbation.place)
}

impl Visit for Perturbation<'_> {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>) {
        let noise = self.changes.iter().find(|(place, _)| *place == self.place);
        self.place += 1;
        let Some(&(_, noise)) = noise else { return };
        let bounds =
            Bounds { least: at.bounds.least.max(0), most: at.bounds.most.min(ranks.most), order: None };
        ranks.own = match (ranks.own, ranks.names) {
            (own, []) if ranks.or_nothing => {
                (noise & 3 != 0).then(|| number(own.unwrap_or(50), bounds, noise >> 2))
            }
            (own, []) => own.map(|own| number(own, bounds, noise)),
            _ => {
                let levels = bounds.most - bounds.least + 1 + i64::from(ranks.or_nothing);
                Some(bounds.least + i64::from(noise) % levels).filter(|rank| *rank <= bounds.most)
            }
        };
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

/// Collects the ordered numbers by table or ladder. Once all are collected, it puts them in order.
#[derive(Default)]
struct InOrder {
    ranks: BTreeMap<String, Vec<i64>>,
    is_complete: bool,
}

impl Visit for InOrder {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>) {
        let (Some(rank), Some(order), Some(around)) = (&mut ranks.own, at.bounds.order, at.around) else {
            return;
        };
        let all = self.ranks.entry(around.place().to_string()).or_default();
        if self.is_complete {
            *rank = all.pop().unwrap_or(*rank);
        } else {
            all.push(*rank);
            all.sort_unstable();
            if order == Order::Rising {
                all.reverse();
            }
        }
    }
}

#[cfg(test)]
mod tests;
