//! Distinct proposals by the hundred thousand: every form, facts known, rough and unknown.
#![allow(clippy::allow_attributes, reason = "several crates use this, and each needs another part of it")]
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "several crates use this, and stop where it is wrong"
)]

use cpto::{
    Budget, Draft, Estimate, Incumbent, Maturity, Office, Organization, Proficiency, Proposal,
    Responsibility, Safeguard, Scale, Seat, Signal, Skill, Stage, Structure, Trigger,
};

/// A small generator of numbers that look random, the same on every platform: `SplitMix64`.
pub(crate) struct Numbers(u64);

impl Numbers {
    /// A sequence that hangs on the seed alone.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a bound.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }

    /// Yes, once in so many times.
    pub(crate) fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    /// One of the items.
    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.below(items.len() as u64)).expect("an index")]
    }

    /// Known exactly, roughly, or not at all, a third each.
    fn estimate<T: Scale + std::fmt::Display>(&mut self, values: &[T]) -> Estimate<T> {
        let (one, other) = (self.pick(values), self.pick(values));
        match self.below(3) {
            0 => Estimate::exact(one),
            1 => Estimate::between(one.min(other), one.max(other)).expect("in order"),
            _ => Estimate::UNKNOWN,
        }
    }
}

/// Any proposal that can be evaluated.
pub(crate) fn proposal(numbers: &mut Numbers) -> Proposal {
    loop {
        let organization = organization(numbers);
        let proposed = structure(numbers);
        let mut draft = Proposal::draft().organization(organization).proposed(proposed);
        if numbers.one_in(2) {
            draft = draft.current(structure(numbers));
        }
        if numbers.one_in(2) {
            draft = draft.trigger(numbers.pick(Trigger::ALL));
        }
        if numbers.one_in(3) {
            draft = draft.incumbent(numbers.pick(Incumbent::ALL));
        }
        // A few do not fit together, such as an incumbent of nothing.
        if let Ok(proposal) = draft.build() {
            return proposal;
        }
    }
}

fn organization(numbers: &mut Numbers) -> Draft<Organization> {
    let people = [1, 19, 20, 39, 40, 120, 249, 250, 800, 1_000, 4_999, 5_000, 90_000];
    let people = people.map(|people| people.try_into().expect("at least one"));
    let mut draft = Organization::draft()
        .stage(numbers.estimate(Stage::ALL))
        .headcount(numbers.estimate(&people))
        .budget(numbers.estimate(Budget::ALL))
        .regulated(numbers.estimate(&[false, true]));
    for &signal in Signal::ALL {
        draft = if numbers.one_in(12) {
            draft.signal_not_applicable(signal, "there is none")
        } else {
            draft.signal(signal, numbers.estimate(Maturity::ALL))
        };
    }
    for &safeguard in Safeguard::ALL {
        draft = draft.safeguard(safeguard, numbers.estimate(&[false, true]));
    }
    draft
}

fn structure(numbers: &mut Numbers) -> Draft<Structure> {
    let mut draft = match numbers.below(8) {
        0..4 => {
            let mut cpto = seat(numbers);
            if numbers.one_in(3) {
                let percent = [0, 30, 50, 70, 100].map(|percent| percent.try_into().expect("a percentage"));
                cpto = cpto.product_attention(numbers.estimate(&percent));
            }
            Structure::combined(cpto)
        }
        4..7 => Structure::pair(seat(numbers), seat(numbers)),
        _ => Structure::cto(seat(numbers)),
    };
    while numbers.one_in(3) {
        draft = draft.elsewhere(numbers.pick(Responsibility::ALL), numbers.pick(Office::ALL));
    }
    draft
}

fn seat(numbers: &mut Numbers) -> Draft<Seat> {
    let mut draft = Seat::draft().interim(numbers.one_in(6));
    if numbers.one_in(3) {
        let remit: Vec<_> = Responsibility::ALL.iter().copied().filter(|_| numbers.one_in(2)).collect();
        draft = draft.remit(remit);
    }
    for &skill in Skill::ALL {
        draft = draft.skill(skill, numbers.estimate(Proficiency::ALL));
    }
    if numbers.one_in(3) {
        draft = draft.direct_reports(numbers.estimate(&[3, 8, 10, 11, 15, 16]));
    }
    if numbers.one_in(3) {
        let percent = [0, 10, 30].map(|percent| percent.try_into().expect("a percentage"));
        draft = draft.other_duties(numbers.estimate(&percent));
    }
    draft
}
