//! How badly does a field need its own leader, before its warning steps up or down?

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::situation::world::World;
use crate::vocabulary::code::{ends, ranges};
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::signal::{ByMaturity, Signal};

/// The signals that are grounds for a technology leader.
pub(crate) const TECHNOLOGY: [Signal; 3] =
    [Signal::TechnicalStability, Signal::DeveloperProductivity, Signal::DataCapability];
/// The signals that are grounds for a product leader.
pub(crate) const PRODUCT: [Signal; 2] = [Signal::ProductDirection, Signal::ProductMarketFit];

/// The need of technology in one world: the lowest ground decides.
pub(crate) fn technology(numbers: &Numbers, world: &World) -> Severity {
    let lowest = TECHNOLOGY.iter().filter_map(|signal| world.level(*signal)).min();
    lowest.map_or(Severity::None, |level| numbers.technology_needs_dedicated_leader.lowest.at(level))
}

/// The need of product in one world: the worse of the severities for the higher and the lower ground. The lower one
/// differs in a startup.
pub(crate) fn product(numbers: &Numbers, world: &World) -> Severity {
    let levels = || PRODUCT.iter().filter_map(|signal| world.level(*signal));
    let numbers = &numbers.product_needs_dedicated_leader;
    match (levels().max(), levels().min()) {
        (Some(higher), Some(lower)) => {
            let by_lower = if world.is_startup() { &numbers.lower_in_startup } else { &numbers.lower };
            numbers.higher.at(higher).max(by_lower.at(lower))
        }
        _ => Severity::None,
    }
}

/// The severities by the code of a level, under a policy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conditions {
    technology: [SeverityRange; CODES],
    higher: [SeverityRange; CODES],
    /// In a startup, and in later stages.
    lower: [[SeverityRange; CODES]; 2],
}

/// The number of codes of a signal, including `NOT_APPLICABLE`.
const CODES: usize = Slot::signal(Signal::Integration).codes();

impl Conditions {
    pub(crate) const fn of(numbers: &Numbers) -> Self {
        let product = &numbers.product_needs_dedicated_leader;
        Self {
            technology: by_code(numbers.technology_needs_dedicated_leader.lowest),
            higher: by_code(product.higher),
            lower: [by_code(product.lower_in_startup), by_code(product.lower)],
        }
    }

    /// The possible need of technology. The severity falls as the level rises, so the lowest level has the greatest severity.
    #[inline]
    pub(crate) fn technology(&self, codes: &[u8; Slot::COUNT]) -> SeverityRange {
        let of = |signal| self.technology.get(known(codes, signal)).copied().unwrap_or_default();
        TECHNOLOGY.into_iter().map(of).fold(SeverityRange::NONE, SeverityRange::or_worse)
    }

    /// The possible need of product, in a startup and in later stages. Every severity falls as a level rises, so both ends come
    /// from the same two worlds.
    #[inline]
    pub(crate) fn product(&self, codes: &[u8; Slot::COUNT]) -> [SeverityRange; 2] {
        let of =
            |by: &[SeverityRange; CODES], signal| by.get(known(codes, signal)).copied().unwrap_or_default();
        let [direction, fit] = PRODUCT;
        let [one, other] = PRODUCT.map(|signal| of(&self.higher, signal));
        // If one signal is not applicable, the other one is the higher.
        let higher = if known(codes, direction) == usize::from(Slot::NOT_APPLICABLE) {
            other
        } else if known(codes, fit) == usize::from(Slot::NOT_APPLICABLE) {
            one
        } else {
            one.or_milder(other)
        };
        [0, 1].map(|past| {
            let lower = self
                .lower
                .get(past)
                .map_or([SeverityRange::NONE; 2], |by| PRODUCT.map(|signal| of(by, signal)));
            lower.into_iter().fold(higher, SeverityRange::or_worse)
        })
    }
}

#[inline]
fn known(codes: &[u8; Slot::COUNT], signal: Signal) -> usize {
    codes.get(Slot::signal(signal).index()).copied().unwrap_or_default().into()
}

/// The severity for each code of a level, where a higher level has a milder severity.
#[expect(clippy::indexing_slicing, reason = "there are fewer ranges of levels than codes")]
const fn by_code(severities: ByMaturity<Severity>) -> [SeverityRange; CODES] {
    let by_level = severities.values();
    let mut by_code = [SeverityRange::NONE; CODES];
    let mut code = 0;
    while code < ranges(Slot::signal(Signal::Integration).values()) {
        let (least, most) = ends(code, Slot::signal(Signal::Integration).values());
        by_code[code as usize] = SeverityRange::new(by_level[most as usize], by_level[least as usize]);
        code += 1;
    }
    by_code
}
