//! What is wrong with the numbers of a policy, and are they as strict as those of another?

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::input::fault::{Fault, FaultKind, Order};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::policy::bounds::Bounds;
use crate::policy::diff::Difference;
use crate::policy::numbers::Numbers;
use crate::policy::setting::Stricter::{Fixed, Free, Higher, Lower};
use crate::policy::setting::{Leaf, Setting};
use crate::vocabulary::severity::Severity;

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

/// Returns the stricter rank of two. A missing value is less strict than any other.
fn stricter(leaf: &Leaf) -> Option<i64> {
    match leaf.stricter {
        Higher => leaf.own.max(leaf.other),
        Lower => leaf.own.min(leaf.other),
        Fixed | Free => leaf.own,
    }
}

/// Returns the threshold that is passed earlier. One that is never passed is less strict than any other.
fn earlier(leaf: &Leaf, thresholds: [Option<i64>; 2]) -> Option<i64> {
    let thresholds = thresholds.into_iter().flatten();
    if leaf.stricter == Higher { thresholds.max() } else { thresholds.min() }
}

impl Numbers {
    /// Finds the numbers that would make an evaluation overflow, or make its ranges wrong.
    pub(crate) fn faults(&self) -> Faults {
        let mut faults = check(self);
        self.check_plausible_headcount(&mut faults);
        let mut not_above = |place: Place, found: Severity, before: Severity| {
            if found > before {
                let (found, before) = (found.to_string(), before.to_string());
                let allowed = Order::Falling;
                faults.push(Fault::new(place, FaultKind::OutOfOrder { found, before, allowed }));
            }
        };
        for (stage, one) in self.no_second_line.one_lead.iter() {
            let place = Place::key("no-second-line").then("one-lead").then(stage.as_str());
            not_above(place, one, self.no_second_line.neither_lead.get(stage));
        }
        let challenge = &self.no_counterpart_challenge;
        let place = |key| Place::key("no-counterpart-challenge").then(key);
        not_above(place("one"), challenge.one, challenge.neither);
        not_above(place("both"), challenge.both, challenge.one);
        faults
    }

    /// Checks that the plausible headcounts of neighbouring stages overlap or touch, so that together they form a range.
    fn check_plausible_headcount(&self, faults: &mut Faults) {
        let plausible = &self.plausible_headcount;
        let ends = plausible.least.iter().zip(plausible.most.values().iter().copied());
        let mut before: Option<u32> = None;
        for ((stage, least), most) in ends {
            let place = |key| Place::key("plausible-headcount").then(key).then(stage.as_str());
            if most < least {
                let (least, most) = (i128::from(least), i128::from(u32::MAX));
                let found = i128::from(plausible.most.get(stage));
                faults.push(Fault::new(place("most"), FaultKind::OutOfRange { found, least, most }));
            }
            if before.is_some_and(|before| least > before.saturating_add(1)) {
                let most = i128::from(before.unwrap_or(u32::MAX).saturating_add(1));
                faults.push(Fault::new(
                    place("least"),
                    FaultKind::OutOfRange { found: least.into(), least: 1, most },
                ));
            }
            before = Some(most);
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
                if leaf.is_rung() {
                    let either = earlier(leaf, [leaf.own, leaf.other]);
                    leaf.own = either.and(earlier(leaf, [either, above]));
                    above = leaf.own.or(above);
                } else {
                    leaf.own = stricter(leaf);
                }
            }
        })
    }

    /// Lists the numbers that differ from those of another policy.
    pub(crate) fn differences(&self, other: &Self) -> Vec<Difference> {
        let mut differences = Vec::new();
        self.beside(other).each_row(|around, row| {
            for (key, leaf) in row.into_iter().filter(|(_, leaf)| leaf.own != leaf.other) {
                let is_stricter = match (leaf.stricter, leaf.own, leaf.other) {
                    (Fixed | Free, ..) => None,
                    (Lower, Some(from), Some(to)) => Some(to < from),
                    (_, from, to) => Some(to > from),
                };
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
                holds &= if leaf.is_rung() {
                    above = earlier(leaf, [leaf.own, above]);
                    above == earlier(leaf, [above, leaf.other])
                } else {
                    leaf.own == if leaf.stricter == Fixed { leaf.other } else { stricter(leaf) }
                };
            }
        });
        holds
    }
}
