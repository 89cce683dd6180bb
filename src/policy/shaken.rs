//! Policies and beliefs by chance, for the strategies.

use crate::policy::belief::{Belief, Weights};
use crate::policy::bounds::ANY;
use crate::policy::noise::Shaker;
use crate::policy::numbers::{Numbers, PlausibleHeadcount};
use crate::policy::setting::{Field, Fields, Setting};
use crate::vocabulary::stage::Stage;

/// Each setting of a section is replaced, if it is to be.
impl Fields for Shaker<'_> {
    fn field<S: Setting>(&mut self, field: Field<'_, S>) {
        let Field { own, bounds, .. } = field;
        own.shake(bounds, self);
    }
}

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
        let mut numbers = Self::DEFAULT;
        numbers.shake(ANY, &mut Shaker { changes, place: 0 });
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
        places(Self::DEFAULT)
    }
}

impl Belief {
    /// The default belief with some weights changed, by their place in its order.
    pub(crate) fn shaken(changes: &[(usize, u32)]) -> Self {
        let shake = |weights: &mut Weights| weights.shake(ANY, &mut Shaker { changes, place: 0 });
        Self::DEFAULT.with(shake).unwrap_or_default()
    }

    /// How many weights there are.
    pub(crate) fn places() -> usize {
        places(Weights::DEFAULT)
    }
}

fn places(mut setting: impl Setting) -> usize {
    let mut shaker = Shaker { changes: &[], place: 0 };
    setting.shake(ANY, &mut shaker);
    shaker.place
}

#[cfg(test)]
mod tests;
