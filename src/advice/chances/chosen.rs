//! How much does each value of a fact weigh, and how is one drawn?

use alloc::vec::Vec;

use crate::advice::chances::draw::Draws;
use crate::model::fact::Fact;
use crate::model::value::Places;
use crate::policy::belief::{Odds, Weights};
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::signal::Maturity;

/// The number of levels that a company may have.
pub(super) const COMPANIES: usize = Maturity::COUNT;

/// The possible values of a fact, by place, with their weights for each level that the company may have.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) values: Vec<(u32, [u32; COMPANIES])>,
    pub(super) total: [u32; COMPANIES],
    /// Whether all of them weigh the same.
    is_alike: bool,
}

impl Choice {
    /// Returns the values that the facts leave, with the same weights at every level. All weigh the same if none has a weight.
    pub(super) fn of(places: Places, weight: impl Fn(u32) -> u32) -> Self {
        let mut values: Vec<_> = places.clone().map(|place| (place, [weight(place); COMPANIES])).collect();
        values.retain(|(_, weights)| *weights != [0; COMPANIES]);
        if values.is_empty() {
            values = places.map(|place| (place, [1; COMPANIES])).collect();
        }
        Self::weighed(values)
    }

    fn weighed(values: Vec<(u32, [u32; COMPANIES])>) -> Self {
        let total = values.iter().fold([0; COMPANIES], |mut total, (_, weights)| {
            total.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            total
        });
        let is_alike = values.windows(2).all(|two| matches!(two, [(_, one), (_, other)] if one == other));
        Self { values, total, is_alike }
    }

    /// Returns the weights of a value.
    pub(super) fn at(&self, place: u32) -> [u32; COMPANIES] {
        self.values.iter().find(|(value, _)| *value == place).map_or([0; COMPANIES], |(_, weights)| *weights)
    }

    /// Draws a value by its weight in a company of some level.
    #[inline]
    pub(super) fn draw(&self, company: usize, draws: &mut Draws) -> u32 {
        if self.is_alike {
            let drawn = draws.below(u32::try_from(self.values.len()).unwrap_or(1));
            return self.values.get(drawn as usize).map_or(0, |(place, _)| *place);
        }
        let of_company = |weights: &[u32; COMPANIES]| weights.get(company).copied().unwrap_or_default();
        let mut rest = draws.below(of_company(&self.total));
        for (place, weights) in &self.values {
            let weight = of_company(weights);
            if rest < weight {
                return *place;
            }
            rest -= weight;
        }
        0
    }
}

/// Replaces each weighted item by one for each value of a choice.
pub(super) fn vary<T: Clone>(all: &mut Vec<(u32, T)>, choice: &Choice, state: impl Fn(&mut T, u32)) {
    for (weight, one) in core::mem::take(all) {
        for (place, [own, ..]) in &choice.values {
            let mut other = one.clone();
            state(&mut other, *place);
            all.push((weight * own, other));
        }
    }
}

/// Returns the weight of the value at a place of a fact, considered alone.
fn weight(weights: &Weights, fact: Fact, place: u32) -> u32 {
    let of = |odds: Odds| if place == 0 { odds.no } else { odds.yes };
    let at = |weights: &[u16]| weights.get(place as usize).copied().unwrap_or(1);
    u32::from(match fact {
        Fact::Stage => at(weights.stage.values()),
        Fact::Budget => at(weights.budget.values()),
        Fact::Regulated => of(weights.regulated),
        Fact::Signal(signal) => at(weights.signals.get(signal).values()),
        Fact::Safeguard(safeguard) => of(weights.safeguards.get(safeguard)),
        Fact::Skill(_, skill) => at(weights.skills.get(skill).values()),
        Fact::Interim(_) => of(weights.interim),
        Fact::Newcomer(_) => of(weights.newcomer),
        _ => 1,
    })
}

/// Returns the weights of those who may stay, by their places in the list.
pub(super) fn who_stays(weights: &Weights, who: &[Incumbent]) -> Choice {
    let last = u32::try_from(who.len()).unwrap_or(1).saturating_sub(1);
    Choice::of(0..=last, |place| who.get(place as usize).map_or(0, |who| weights.incumbent.get(*who).into()))
}

/// Returns the values that the facts leave, considered alone.
pub(super) fn alone(weights: &Weights, fact: Fact, places: Places) -> Choice {
    Choice::of(places, |place| weight(weights, fact, place))
}

/// Returns the values that the facts leave for a signal. A level that weighs nothing alone weighs something if the company has it.
pub(super) fn likeness(weights: &Weights, fact: Fact, places: Places) -> Choice {
    let alike = u32::from(weights.likeness);
    let whole = alone(weights, fact, 0..=Maturity::MOST.rank());
    let values = places.map(|place| {
        let mut weights = whole.at(place).map(|weight| (100 - alike) * weight);
        if let Some(like) = weights.get_mut(place as usize) {
            *like += alike * whole.total[0];
        }
        (place, weights)
    });
    Choice::weighed(values.collect())
}
