//! What does a rule derive from the facts?

use crate::situation::case::Case;
use crate::situation::condition;
use crate::situation::quantity::Quantity;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::SkillSet;
use crate::vocabulary::span::Span;

/// What a rule derived from the facts to determine its severity. Facts that the proposal states are not repeated here: see
/// [`Warning::facts`](crate::Warning::facts).
///
/// ```
/// use cpto::{Evidence, Proposal, Seat, Structure, explain};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// for warning in explain(&proposal).warnings() {
///     if let Evidence::Load { load, capacity } = warning.evidence() {
///         assert_eq!((load.least(), load.most(), capacity), (41, 311, 100));
///     }
/// }
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// Nothing is derived: the rule reads the facts as they are stated.
    Facts,
    /// The load of a seat, other duties included, or of an office, in percent of a full time.
    Load {
        /// The load.
        load: Span<u32>,
        /// The capacity of one leader.
        capacity: u32,
    },
    /// The two halves of a CPTO's load, in percent of a full time.
    Halves {
        /// The load from product.
        product_load: Span<u32>,
        /// The load from technology.
        technology_load: Span<u32>,
    },
    /// The lowest and the highest level among some signals.
    Levels {
        /// The lowest level.
        lowest: Span<Maturity>,
        /// The highest level.
        highest: Span<Maturity>,
    },
    /// The skill shortfall of a leader.
    Shortfall {
        /// The largest shortfall, in steps of the scale.
        shortfall: Span<u8>,
        /// The skills in which the shortfall may be the largest.
        skills: SkillSet,
        /// The skills in which a shortfall is certain.
        certain_skills: SkillSet,
    },
    /// The responsibilities that the warning is about.
    Responsibilities(ResponsibilitySet),
    /// The responsibilities that change hands.
    Moves {
        /// How many of them move.
        moves: Span<u32>,
        /// Those that move in every world.
        certain_moves: ResponsibilitySet,
        /// Those that move in some world.
        possible_moves: ResponsibilitySet,
    },
    /// How much is known.
    Signals {
        /// The signals about which nothing is known.
        unknown: SignalSet,
        /// The signals that count as evidence.
        counted: SignalSet,
    },
}

impl Evidence {
    /// A quantity, as far as it says more than the facts behind it.
    #[inline]
    pub(crate) fn of(quantity: Quantity, case: &Case<'_>) -> Self {
        match quantity {
            Quantity::Load => Self::Load { load: case.known.load, capacity: case.numbers.capacity },
            Quantity::PartTime => Self::Load { load: case.part_time, capacity: case.numbers.capacity },
            Quantity::Halves | Quantity::Shares => {
                let [product_load, technology_load] = case.halves();
                Self::Halves { product_load, technology_load }
            }
            Quantity::Shortfall => Self::Shortfall {
                shortfall: case.known.shortfall,
                skills: case.short_skills(),
                certain_skills: case.certainly_short_skills(),
            },
            Quantity::ProductNeed => Self::levels(case, &condition::PRODUCT),
            Quantity::Moves => {
                let moves = case.proposal.moves();
                Self::Moves {
                    moves: moves.count,
                    certain_moves: moves.certain,
                    possible_moves: moves.possible,
                }
            }
            Quantity::Unknown => Self::Signals { unknown: case.unknown(), counted: case.counted() },
            Quantity::Reports | Quantity::Headcount => Self::Facts,
        }
    }

    /// The lowest and highest level of some signals, or no evidence where none is applicable.
    pub(crate) fn levels(case: &Case<'_>, signals: &[Signal]) -> Self {
        match (case.lowest(signals), case.highest(signals)) {
            (Some(lowest), Some(highest)) => Self::Levels { lowest, highest },
            _ => Self::Facts,
        }
    }
}
