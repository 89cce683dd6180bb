//! Policies and beliefs by chance, for the strategies.

use crate::policy::belief::{Belief, Weights};
use crate::policy::noise::shaken;
use crate::policy::numbers::{Numbers, PlausibleHeadcount};
use crate::vocabulary::stage::Stage;

impl PlausibleHeadcount {
    /// The same, widened where the headcounts of neighbouring stages would not touch.
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
    /// The default numbers with some changed, by their place in the order of the policy.
    pub(crate) fn shaken(changes: &[(usize, u32)]) -> Self {
        let (mut numbers, _) = shaken(&Self::DEFAULT, changes);
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

    /// How many numbers there are.
    pub(crate) fn places() -> usize {
        shaken(&Self::DEFAULT, &[]).1
    }
}

impl Belief {
    /// The default belief with some weights changed, by their place in its order.
    pub(crate) fn shaken(changes: &[(usize, u32)]) -> Self {
        Self::new(shaken(&Weights::DEFAULT, changes).0).unwrap_or_default()
    }

    /// How many weights there are.
    pub(crate) fn places() -> usize {
        shaken(&Weights::DEFAULT, &[]).1
    }
}

#[cfg(test)]
mod tests;
