//! What is wrong with the numbers of a policy, and are they as strict as others?

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::input::fault::{Fault, FaultKind, Order};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::policy::diff::Difference;
use crate::policy::numbers::Numbers;
use crate::policy::setting::Setting;
use crate::policy::setting::Stricter::Free;
use crate::vocabulary::severity::Severity;

impl Numbers {
    /// Finds what would make an evaluation overflow, or its ranges wrong.
    pub(crate) fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        self.check(&mut faults);
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

    /// The plausible headcounts of stages next to each other overlap or touch, so that those that remain are a range.
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

    /// Of each number the stricter one, and this one's own where no way is the stricter.
    pub(crate) fn strictest_of(&self, other: &Self) -> Self {
        self.strictest(*other, Free)
    }

    /// The numbers that differ from those of another policy.
    pub(crate) fn differences(&self, other: &Self) -> Vec<Difference> {
        let mut differences = Vec::new();
        self.differ(other, Free, &Place::default(), &mut differences);
        differences
    }

    /// Whether each number that warnings depend on is at least as strict.
    pub(crate) fn is_at_least_as_strict_as(&self, other: &Self) -> bool {
        self.is_as_strict(other, Free)
    }
}
