//! What does a rule derive from the facts?

use core::fmt;

use crate::situation::case::Case;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::SkillSet;
use crate::vocabulary::span::Span;

/// What a rule derived from the facts to come to its severity. What a proposal states is not repeated here: see
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
    /// Nothing: it reads the facts as they are stated.
    Facts,
    /// The load of the seat, in percent of a full time, other duties included.
    Load {
        /// What it takes of its leader.
        load: Span<u32>,
        /// What one leader can give.
        capacity: u32,
    },
    /// The two halves of a CPTO's load, in percent of a full time.
    Halves {
        /// What product takes.
        product_load: Span<u32>,
        /// What technology takes.
        technology_load: Span<u32>,
    },
    /// The lowest and the highest of some signals.
    Levels {
        /// The level of the lowest.
        lowest: Span<Maturity>,
        /// The level of the highest.
        highest: Span<Maturity>,
    },
    /// The shortfall of a leader.
    Shortfall {
        /// The largest one, in steps of the scale.
        shortfall: Span<u8>,
        /// The skills in which it may be the largest.
        skills: SkillSet,
        /// The skills in which there is one for certain.
        certain_skills: SkillSet,
    },
    /// The responsibilities that it is about.
    Responsibilities {
        /// All of them.
        responsibilities: ResponsibilitySet,
        /// The core ones among them.
        core: ResponsibilitySet,
    },
    /// What changes hands.
    Moves {
        /// How many responsibilities do.
        moves: Span<u32>,
        /// Those that do in every world.
        certain_moves: ResponsibilitySet,
        /// Those that do in some.
        possible_moves: ResponsibilitySet,
    },
    /// How much is known.
    Signals {
        /// The signals of which nothing is known.
        unknown: SignalSet,
        /// The signals that count.
        counted: SignalSet,
    },
}

impl Evidence {
    /// That a rule is about these responsibilities.
    pub(crate) fn responsibilities(responsibilities: ResponsibilitySet) -> Self {
        Self::Responsibilities {
            responsibilities,
            core: responsibilities.intersection(ResponsibilitySet::CORE),
        }
    }

    /// The ends of some signals; nothing where none of them is applicable.
    pub(crate) fn levels(case: &Case<'_>, signals: &[Signal]) -> Self {
        match (case.lowest(signals), case.highest(signals)) {
            (Some(lowest), Some(highest)) => Self::Levels { lowest, highest },
            _ => Self::Facts,
        }
    }
}

/// Names a few responsibilities, or counts many.
pub(crate) fn listed(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    responsibilities: ResponsibilitySet,
) -> fmt::Result {
    let core = responsibilities.intersection(ResponsibilitySet::CORE);
    f.write_str(what)?;
    if responsibilities.len() <= 4 {
        return write!(f, "{responsibilities:#}");
    }
    write!(f, "{} responsibilities", responsibilities.len())?;
    if core.is_empty() { Ok(()) } else { write!(f, ", among them {core:#}") }
}
