//! What is wrong with the numbers of a policy, and are they as strict as those of another?

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::input::fault::{Fault, FaultKind, Order};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::policy::bounds::Bounds;
use crate::policy::diff::Difference;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::policy::setting::Stricter::{self, Fixed, Free, Higher, Lower};
use crate::policy::setting::{At, Ranks, Setting, Visit};
use crate::vocabulary::severity::Severity;

/// Finds the numbers that are out of bounds or out of order.
pub(super) fn check(settings: &impl Setting) -> Faults {
    let mut check = Check { faults: Faults::none(), before: None };
    settings.visited(settings, &mut check);
    check.faults
}

/// Collects the faults of all leaves.
struct Check {
    faults: Faults,
    /// The place of the ordered table or ladder being visited, and the value of its previous leaf.
    before: Option<(Place, i64)>,
}

impl Visit for Check {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>) {
        let Some(rank) = ranks.own else { return };
        let Bounds { least, most, order } = at.bounds;
        let ordered = order.and_then(|order| Some((order, at.around?.place())));
        let before = self.before.take();
        if rank < least || rank > most {
            let (found, least, most) = (rank.into(), least.into(), most.into());
            self.faults.push(Fault::new(at.place(), FaultKind::OutOfRange { found, least, most }));
        } else if let (Some((allowed, around)), Some((place, before))) = (&ordered, before) {
            let kept = match allowed {
                Order::Rising => rank >= before,
                Order::Falling => rank <= before,
            };
            if !kept && *around == place {
                let (found, before, allowed) = (ranks.text(rank), ranks.text(before), *allowed);
                self.faults.push(Fault::new(at.place(), FaultKind::OutOfOrder { found, before, allowed }));
            }
        }
        self.before = ordered.map(|(_, around)| (around, rank));
    }
}

/// Replaces each leaf by the stricter one. A missing value, such as a threshold that is never passed, is less strict than any
/// other.
struct Strictest;

impl Strictest {
    fn of(Ranks { own, other, .. }: &Ranks, stricter: Stricter) -> Option<i64> {
        match stricter {
            Higher => *own.max(other),
            Lower => *own.min(other),
            Fixed | Free => *own,
        }
    }
}

impl Visit for Strictest {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>) {
        ranks.own = Self::of(ranks, at.stricter);
    }

    /// A rung without a threshold is never reached. Where a more severe rung is reached earlier, a threshold has no effect;
    /// it moves to that rung's threshold, which keeps the ladder in order.
    fn ladder(&mut self, own: &mut Ladder, other: &Ladder, at: &At<'_>) {
        let earlier =
            |one: u32, other: u32| if at.stricter == Higher { one.max(other) } else { one.min(other) };
        let mut above = None;
        for &rung in Severity::ALL.iter().skip(1).rev() {
            let either = [own.threshold(rung), other.threshold(rung)].into_iter().flatten().reduce(earlier);
            *own = own.with(rung, either.map(|either| above.map_or(either, |above| earlier(either, above))));
            above = own.threshold(rung).or(above);
        }
    }
}

/// Whether no leaf is less strict than its counterpart.
struct AsStrict(bool);

impl Visit for AsStrict {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>) {
        let other = if at.stricter == Fixed { ranks.other } else { Strictest::of(ranks, at.stricter) };
        self.0 &= ranks.own == other;
    }

    fn ladder(&mut self, own: &mut Ladder, other: &Ladder, at: &At<'_>) {
        let earlier = |own: u32, other: u32| if at.stricter == Higher { own >= other } else { own <= other };
        self.0 &= other
            .iter()
            .all(|(rung, threshold)| own.iter().any(|(own, at)| own >= rung && earlier(at, threshold)));
    }
}

/// Lists the leaves that differ.
struct Differ(Vec<Difference>);

impl Visit for Differ {
    fn leaf(&mut self, ranks: &mut Ranks, at: &At<'_>) {
        let Ranks { own: from, other: to, .. } = *ranks;
        if from != to {
            let is_stricter = match (at.stricter, from, to) {
                (Fixed | Free, ..) => None,
                (Lower, Some(from), Some(to)) => Some(to < from),
                _ => Some(to > from),
            };
            let [from, to] = [from, to].map(|rank| rank.map(|rank| ranks.text(rank)));
            self.0.push(Difference { place: at.place(), from, to, is_stricter });
        }
    }
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
    pub(crate) fn strictest(&self, other: &Self) -> Self {
        self.visited(other, &mut Strictest)
    }

    /// Lists the numbers that differ from those of another policy.
    pub(crate) fn differences(&self, other: &Self) -> Vec<Difference> {
        let mut differ = Differ(Vec::new());
        self.visited(other, &mut differ);
        differ.0
    }

    /// Whether every number that a warning depends on is at least as strict as in the other policy.
    pub(crate) fn is_at_least_as_strict_as(&self, other: &Self) -> bool {
        let mut holds = AsStrict(true);
        self.visited(other, &mut holds);
        holds.0
    }
}
