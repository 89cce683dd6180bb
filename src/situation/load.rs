//! How much of a leader does a remit take?

use crate::model::fact::{Fact, FactSet};
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::policy::numbers::Effort;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Home;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::signal::{Signal, SignalSet};
use crate::vocabulary::span::Span;

/// What a seat takes of its leader, in percent of a full time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Everything, the leader's other duties included; rounded up once.
    pub(crate) total: Span<u32>,
    /// The responsibilities whose home is the CPO's, alone; rounded up.
    pub(crate) product: Span<u32>,
    /// The responsibilities whose home is the CTO's, alone; rounded up.
    pub(crate) technology: Span<u32>,
    /// The product load in quarters × tenths, before the stage.
    pub(crate) product_parts: Span<u32>,
    /// The technology load in quarters × tenths, before the stage.
    pub(crate) technology_parts: Span<u32>,
}

/// Tenths of an effort of which nobody takes a share.
const UNSHARED_TENTHS: u32 = 10;
/// Quarters × tenths × hundredths: what a sum is divided by at the end.
const PARTS: u32 = 4 * 10 * 100;

/// The sum of loads that hang on different facts, or rise and fall together.
fn sum<const N: usize>(loads: [Span<u32>; N]) -> Span<u32> {
    Span { least: loads.iter().map(|load| load.least).sum(), most: loads.iter().map(|load| load.most).sum() }
}

/// The percent that a sum of quarters × tenths comes to at a stage. A policy keeps the product below 2³².
pub(crate) const fn percent(quarters_and_tenths: u32, hundredths: u32) -> u32 {
    (quarters_and_tenths * hundredths).div_ceil(PARTS)
}

/// What makes responsibilities lighter or heavier in an organisation: every factor of an effort but its base.
///
/// Each factor rises where one fact rises or falls, and no fact is in two factors. So the least load is in the world
/// where every factor is least, and the most where every factor is most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Burden {
    /// The quarters by signal, and behind them those of what has none.
    quarters: [Span<u32>; Signal::COUNT + 1],
    pub(crate) product_tenths: Span<u32>,
    pub(crate) technology_tenths: Span<u32>,
    pub(crate) hundredths: Span<u32>,
}

/// Where the quarters of each responsibility are.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "evaluated by the compiler alone"
)]
const SLOTS: [u8; Responsibility::COUNT] = {
    let mut slots = [Signal::COUNT as u8; Responsibility::COUNT];
    let mut index = 0;
    while index < slots.len() {
        if let Some(signal) = Responsibility::ALL[index].signal() {
            slots[index] = signal as u8;
        }
        index += 1;
    }
    slots
};

impl Burden {
    pub(crate) fn of(organization: &Organization, effort: &Effort) -> Self {
        let without_signal = Span::exact(u32::from(effort.quarters_without_signal));
        let mut quarters = [without_signal; Signal::COUNT + 1];
        let mut absent = organization.absent_signals.bits;
        for (slot, level) in quarters.iter_mut().zip(organization.signals.values()) {
            let by_level = level.span().falling(|level| effort.quarters.get(level).into());
            *slot = if absent & 1 != 0 { without_signal } else { by_level };
            absent >>= 1;
        }
        let tenths = |lead| {
            let with_lead = u32::from(effort.tenths_with_lead);
            organization.safeguard(lead).span().falling(|lead| if lead { with_lead } else { UNSHARED_TENTHS })
        };
        Self {
            quarters,
            product_tenths: tenths(Safeguard::ProductLead),
            technology_tenths: tenths(Safeguard::EngineeringLead),
            hundredths: organization.stage.span().rising(|stage| effort.hundredths.get(stage).into()),
        }
    }

    /// Base × quarters of the responsibilities, summed up.
    fn quarters(&self, remit: ResponsibilitySet, effort: &Effort) -> Span<u32> {
        let mut sum = Span::exact(0);
        for responsibility in remit.iter() {
            let slot = SLOTS.get(responsibility as usize).copied().unwrap_or_default();
            let Some(quarters) = self.quarters.get(usize::from(slot)) else { continue };
            let base = u32::from(effort.base.get(responsibility));
            sum.least += base * quarters.least;
            sum.most += base * quarters.most;
        }
        sum
    }

    /// What those of the responsibilities take whose home this is, in quarters × tenths, before the stage.
    #[inline]
    fn parts_of(&self, home: Home, remit: ResponsibilitySet, effort: &Effort) -> Span<u32> {
        let tenths = match home {
            Home::Cpo => self.product_tenths,
            Home::Cto => self.technology_tenths,
            Home::Shared => Span::exact(UNSHARED_TENTHS),
        };
        let quarters = self.quarters(remit.intersection(ResponsibilitySet::of_home(home)), effort);
        Span { least: quarters.least * tenths.least, most: quarters.most * tenths.most }
    }

    /// What responsibilities take, in quarters × tenths, before the stage.
    pub(crate) fn parts(&self, remit: ResponsibilitySet, effort: &Effort) -> Span<u32> {
        sum([Home::Cpo, Home::Cto, Home::Shared].map(|home| self.parts_of(home, remit, effort)))
    }

    /// What a seat with this remit takes of its leader.
    pub(crate) fn load(&self, seat: &Seat, remit: ResponsibilitySet, effort: &Effort) -> Load {
        let [product, technology, shared] =
            [Home::Cpo, Home::Cto, Home::Shared].map(|home| self.parts_of(home, remit, effort));
        let percent = |sum: Span<u32>| Span {
            least: percent(sum.least, self.hundredths.least),
            most: percent(sum.most, self.hundredths.most),
        };
        let duties = seat
            .other_duties
            .map_or(Span::exact(0), |duties| duties.span().rising(|percent| u32::from(percent.get())));
        Load {
            total: sum([percent(sum([product, technology, shared])), duties]),
            product: percent(product),
            technology: percent(technology),
            product_parts: product,
            technology_parts: technology,
        }
    }
}

/// The facts that make the load of these responsibilities, in one seat, lighter as they rise. Only the stage makes it
/// heavier.
pub(crate) fn lightening(remit: ResponsibilitySet) -> FactSet {
    const HOMES: [(Home, FactSet); 2] = [
        (Home::Cpo, FactSet::of(&[Fact::Safeguard(Safeguard::ProductLead)])),
        (Home::Cto, FactSet::of(&[Fact::Safeguard(Safeguard::EngineeringLead)])),
    ];
    let mut signals = SignalSet::EMPTY;
    for &signal in Signal::ALL {
        let weighs = !remit.intersection(ResponsibilitySet::of_signal(signal)).is_empty();
        signals = if weighs { signals.with(signal) } else { signals };
    }
    let mut lowering = FactSet::of_signals(signals);
    for (home, lead) in HOMES {
        if !remit.intersection(ResponsibilitySet::of_home(home)).is_empty() {
            lowering = lowering.union(lead);
        }
    }
    lowering
}

#[cfg(test)]
mod tests;
