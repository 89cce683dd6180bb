//! What is wrong with the numbers of a policy, and are they as strict as those of another?

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::input::fault::{Fault, FaultKind, Order};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::policy::bounds::Bounds;
use crate::policy::diff::Difference;
use crate::policy::numbers::{NoSecondLineNumbers, Numbers};
use crate::policy::setting::Stricter::{Fixed, Free, Higher, Lower};
use crate::policy::setting::{Leaf, Setting};
use crate::vocabulary::stage::Stage;

/// Finds the numbers that are out of bounds or out of order.
pub(super) fn check(settings: &impl Setting) -> Faults {
    let mut faults = Faults::none();
    settings.beside(settings).each_row(|around, row| {
        let mut before = None;
        for (key, leaf) in row {
            let Some(rank) = leaf.own else { continue };
            let Bounds { least, most, order } = leaf.bounds;
            let mut fault = |problem| faults.push(Fault::new(around.clone().then(key), problem));
            if rank < least || rank > most {
                let (found, least, most) = (rank.into(), least.into(), most.into());
                fault(FaultKind::OutOfRange { found, least, most });
            } else if let (Some(allowed), Some(before)) = (order, before) {
                let kept = match allowed {
                    Order::Rising => rank >= before,
                    Order::Falling => rank <= before,
                };
                if !kept {
                    let (found, before) = (leaf.text(rank), leaf.text(before));
                    fault(FaultKind::OutOfOrder { found, before, allowed });
                }
            }
            before = order.map(|_| rank);
        }
    });
    faults
}

/// Returns the stricter rank of a number and its counterpart, or its own where neither way is stricter.
fn stricter(leaf: &Leaf) -> Option<i64> {
    match leaf.stricter {
        Higher | Lower => stricter_of(leaf, [leaf.own, leaf.other]),
        Fixed | Free => leaf.own,
    }
}

/// Returns the stricter of two ranks. A missing one, such as a threshold that is never passed, is less strict than any other.
fn stricter_of(leaf: &Leaf, ranks: [Option<i64>; 2]) -> Option<i64> {
    let ranks = ranks.into_iter().flatten();
    if leaf.stricter == Higher { ranks.max() } else { ranks.min() }
}

impl Numbers {
    /// Finds the numbers that would make an evaluation overflow, or make its ranges wrong.
    pub(crate) fn faults(&self) -> Faults {
        let mut faults = check(self);
        self.check_plausible_headcount(&mut faults);
        let NoSecondLineNumbers { neither_lead, one_lead, .. } = &self.no_second_line;
        for (stage, one) in one_lead.iter().filter(|(stage, one)| *one > neither_lead.get(*stage)) {
            let (found, before) = (one.to_string(), neither_lead.get(stage).to_string());
            let place = Place::key("no-second-line").then("one-lead").then(stage.as_str());
            faults.push(Fault::new(place, FaultKind::OutOfOrder { found, before, allowed: Order::Falling }));
        }
        faults
    }

    /// Checks that the plausible headcounts of neighbouring stages overlap or touch, so that together they form a range.
    fn check_plausible_headcount(&self, faults: &mut Faults) {
        let mut within = |key, stage: Stage, found: u32, [least, most]: [u32; 2]| {
            if found < least || found > most {
                let place = Place::key("plausible-headcount").then(key).then(stage.as_str());
                let (found, least, most) = (found.into(), least.into(), most.into());
                faults.push(Fault::new(place, FaultKind::OutOfRange { found, least, most }));
            }
        };
        let mut touching = u32::MAX;
        for (stage, least) in self.plausible_headcount.least.iter() {
            let most = self.plausible_headcount.most.get(stage);
            within("most", stage, most, [least, u32::MAX]);
            within("least", stage, least.max(1), [1, touching]);
            touching = most.saturating_add(1);
        }
    }

    /// Takes the stricter of each pair of numbers, or this policy's own where neither way is stricter.
    ///
    /// A rung without a threshold is never reached. Where a more severe rung is reached earlier, a threshold has no effect; it
    /// moves to that rung's threshold, which keeps the ladder in order.
    pub(crate) fn strictest(&self, other: &Self) -> Self {
        self.changed(other, |row| {
            let mut above = None;
            for (_, leaf) in row.into_iter().rev() {
                leaf.own = stricter(leaf);
                if leaf.is_rung() {
                    leaf.own = leaf.own.and(stricter_of(leaf, [leaf.own, above]));
                    above = leaf.own.or(above);
                }
            }
        })
    }

    /// Lists the numbers that differ from those of another policy.
    pub(crate) fn differences(&self, other: &Self) -> Vec<Difference> {
        let mut differences = Vec::new();
        self.beside(other).each_row(|around, row| {
            for (key, leaf) in row.into_iter().filter(|(_, leaf)| leaf.own != leaf.other) {
                let has_stricter = matches!(leaf.stricter, Higher | Lower);
                let is_stricter = has_stricter.then(|| stricter(leaf) == leaf.other);
                let [from, to] = [leaf.own, leaf.other].map(|rank| rank.map(|rank| leaf.text(rank)));
                differences.push(Difference { place: around.clone().then(key), from, to, is_stricter });
            }
        });
        differences
    }

    /// Whether every number that a warning depends on is at least as strict as in the other policy.
    pub(crate) fn is_at_least_as_strict_as(&self, other: &Self) -> bool {
        let mut holds = true;
        self.beside(other).each_row(|_, row| {
            let mut above = None;
            for (_, leaf) in row.into_iter().rev() {
                if leaf.is_rung() {
                    above = stricter_of(leaf, [leaf.own, above]);
                    leaf.own = above;
                }
                holds &= leaf.own == if leaf.stricter == Fixed { leaf.other } else { stricter(leaf) };
            }
        });
        holds
    }
}
