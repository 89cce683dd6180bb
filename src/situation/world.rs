//! What does a rule read in one world?
//!
//! A world has one exact value for every fact, so a rule is a plain function of a world.

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::stage::{Budget, Stage};

/// Everything that a rule reads, with exact values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct World {
    /// The value of everything that has a slot, as its place on the scale.
    pub(super) values: [u8; Slot::COUNT],
    pub(crate) headcount: u32,
    /// The load of the seat in question, in percent, other duties included.
    pub(crate) load: u32,
    /// The direct reports of that seat, where they were observed.
    pub(crate) reports: Option<u8>,
    /// The largest shortfall of its leader, in steps of the scale.
    pub(crate) shortfall: u8,
    /// The product and the technology load of that seat, in percent.
    pub(crate) halves: [u32; 2],
    /// The sums of effort behind these two loads, before the stage factor.
    pub(crate) parts: [u32; 2],
    /// The observed share of time that goes to product.
    pub(crate) attention: Option<u8>,
    /// The load of an office that leads a field on top of its own job, excluding its trade, in percent; of two such offices, the
    /// greater load.
    pub(crate) part_time: u32,
    /// How many responsibilities change hands.
    pub(crate) moves: u8,
    /// How many of the counted signals are entirely unknown. This describes the evidence and is not part of the world.
    pub(crate) unknown: u8,
    pub(crate) counted: u8,
}

impl World {
    /// The world with everything at the lower end of its scale, from which tables start.
    pub(crate) const LEAST: Self = Self {
        values: [0; Slot::COUNT],
        headcount: 1,
        load: 0,
        reports: None,
        shortfall: 0,
        halves: [0; 2],
        parts: [0; 2],
        attention: None,
        part_time: 0,
        moves: 0,
        unknown: 0,
        counted: 0,
    };

    /// Returns this world with another value in a slot.
    #[expect(clippy::indexing_slicing, reason = "a slot is an index of the array")]
    pub(crate) const fn with(mut self, slot: Slot, value: u8) -> Self {
        self.values[slot.index()] = value;
        self
    }

    #[expect(clippy::indexing_slicing, reason = "a slot is an index of the array")]
    const fn value(&self, slot: Slot) -> u8 {
        self.values[slot.index()]
    }

    /// Whether a slot with two values holds.
    pub(crate) const fn holds(&self, slot: Slot) -> bool {
        self.value(slot) == 1
    }

    /// Whether a slot holds for a seat.
    pub(crate) fn holds_of(&self, slot: Slot, seat: usize) -> bool {
        self.values.get(slot.of_seat(seat)) == Some(&1)
    }

    pub(crate) const fn stage(&self) -> Stage {
        match self.value(Slot::STAGE) {
            0 => Stage::Startup,
            1 => Stage::ScaleUp,
            2 => Stage::Established,
            _ => Stage::Enterprise,
        }
    }

    pub(crate) const fn is_startup(&self) -> bool {
        matches!(self.stage(), Stage::Startup)
    }

    pub(crate) const fn budget(&self) -> Budget {
        if self.value(Slot::BUDGET) == 0 { Budget::OneExecutive } else { Budget::TwoExecutives }
    }

    /// The level of a signal, if it is applicable.
    pub(crate) const fn level(&self, signal: Signal) -> Option<Maturity> {
        match self.value(Slot::signal(signal)) {
            0 => Some(Maturity::Initial),
            1 => Some(Maturity::Managed),
            2 => Some(Maturity::Defined),
            3 => Some(Maturity::QuantitativelyManaged),
            4 => Some(Maturity::Optimizing),
            _ => None,
        }
    }

    /// Whether a signal is applicable and at least at this level.
    pub(crate) const fn reaches(&self, signal: Signal, least: Maturity) -> bool {
        match self.level(signal) {
            Some(level) => level as u8 >= least as u8,
            None => false,
        }
    }

    pub(crate) const fn in_place(&self, safeguard: Safeguard) -> bool {
        self.holds(Slot::safeguard(safeguard))
    }

    pub(crate) const fn short_term(&self) -> bool {
        self.holds(Slot::SHORT_TERM)
    }

    pub(crate) const fn both_leads(&self) -> bool {
        self.in_place(Safeguard::ProductLead) && self.in_place(Safeguard::EngineeringLead)
    }

    pub(crate) const fn closely_coupled(&self, numbers: &Numbers) -> bool {
        self.reaches(Signal::Integration, numbers.close_integration)
    }

    /// A severity that was computed before.
    pub(crate) const fn severity(&self, slot: Slot) -> Severity {
        Severity::clamped(self.value(slot) as u32)
    }
}
