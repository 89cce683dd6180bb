//! Between which published lines does a figure fall?

use core::fmt;

use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::signal::Maturity::{Defined, Initial, Managed, Optimizing, QuantitativelyManaged};

pub(super) type Levels = Estimate<Maturity>;

/// The levels between two ends, both included.
pub(super) const fn levels(least: Maturity, most: Maturity) -> Levels {
    Estimate { least, most }
}

pub(super) const L1: Levels = Estimate::exact(Initial);
pub(super) const L2: Levels = Estimate::exact(Managed);
pub(super) const L3: Levels = Estimate::exact(Defined);
pub(super) const L4: Levels = Estimate::exact(QuantitativelyManaged);
pub(super) const L5: Levels = Estimate::exact(Optimizing);
/// The two highest levels, where no line separates them.
pub(super) const L4_TO_L5: Levels = levels(QuantitativelyManaged, Optimizing);
/// The two sides of a measure with a single line.
pub(super) const BAD: Levels = levels(Initial, Managed);
pub(super) const GOOD: Levels = levels(Defined, Optimizing);

/// How a figure that reaches a line compares with its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::Display)]
pub(super) enum Relation {
    #[strum(to_string = "<")]
    Below,
    #[strum(to_string = "≤")]
    AtMost,
    #[strum(to_string = "≥")]
    AtLeast,
    #[strum(to_string = ">")]
    Above,
}

/// A published edge of a measure: a condition on its figures, and the levels of a figure that meets this condition and no
/// better one.
///
/// The condition compares two products of whole numbers, so nothing is rounded. Its `Display` is the condition, with the
/// keys of documents, such as `100 × failed ≤ 15 × deployments`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// The quantity that is compared, with its factor.
    quantity: (u32, &'static str),
    relation: Relation,
    /// The limit, or another quantity with its factor.
    limit: (u32, Option<&'static str>),
    pub(super) level: Levels,
    /// Whether the publisher prints an average, a cluster's figure or a typical value. Using it as an edge is then this
    /// crate's own choice.
    pub(super) is_average: bool,
}

impl Line {
    const fn holds(&self, quantity: i128, of: i128) -> bool {
        let (quantity, limit) = (quantity * self.quantity.0 as i128, of * self.limit.0 as i128);
        match self.relation {
            Relation::Below => quantity < limit,
            Relation::AtMost => quantity <= limit,
            Relation::AtLeast => quantity >= limit,
            Relation::Above => quantity > limit,
        }
    }

    /// Marks the line as one that its publisher prints as an average.
    pub(super) const fn averaged(self) -> Self {
        Self { is_average: true, ..self }
    }

    /// The number that the figure is compared with.
    #[cfg(feature = "proptest1")]
    pub(crate) const fn limit(&self) -> u32 {
        self.limit.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { quantity: (times, quantity), relation, limit: (limit, of), .. } = self;
        if *times != 1 {
            write!(f, "{times} × ")?;
        }
        write!(f, "{quantity} {relation} ")?;
        match of {
            Some(of) if *limit == 1 => f.write_str(of),
            Some(of) if *limit > 1 => write!(f, "{limit} × {of}"),
            _ => limit.fmt(f),
        }
    }
}

/// Makes a line whose limit is a number.
pub(super) const fn at(quantity: &'static str, relation: Relation, limit: u32, level: Levels) -> Line {
    Line { quantity: (1, quantity), relation, limit: (limit, None), level, is_average: false }
}

/// Makes a line that compares a multiple of one quantity with a multiple of another.
pub(super) const fn ratio(
    quantity: (u32, &'static str),
    relation: Relation,
    (limit, of): (u32, &'static str),
    level: Levels,
) -> Line {
    Line { quantity, relation, limit: (limit, Some(of)), level, is_average: false }
}

/// The lines of a measure, best level first, and the levels if none of them holds.
#[derive(Debug)]
pub(crate) struct Edges {
    pub(crate) lines: &'static [Line],
    pub(super) otherwise: Levels,
}

/// The position of a figure among the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Standing {
    pub(super) level: Levels,
    /// The line that holds.
    pub(super) reached: Option<&'static Line>,
    /// The next better line, which does not hold.
    pub(super) missed: Option<&'static Line>,
    pub(super) caveat: Option<&'static str>,
}

impl Standing {
    /// Makes a standing at a level without a line.
    pub(super) const fn at(level: Levels) -> Self {
        Self { level, reached: None, missed: None, caveat: None }
    }

    /// Joins this standing, the worst, with the best one into a range.
    pub(super) const fn to(self, best: Self) -> Self {
        Self { level: levels(self.level.least, best.level.most), missed: best.missed, ..self }
    }

    /// Sets the caveat if it applies.
    pub(super) fn noting(self, caveat: &'static str, is_so: bool) -> Self {
        Self { caveat: is_so.then_some(caveat), ..self }
    }
}

impl Edges {
    /// Finds the position of a figure: `quantity` relative to `of`, which is 1 where the limits are numbers.
    pub(super) fn read(&'static self, quantity: i128, of: i128) -> Standing {
        let missed = self.lines.iter().take_while(|line| !line.holds(quantity, of)).last();
        let reached = self.lines.iter().find(|line| line.holds(quantity, of));
        let level = reached.map_or(self.otherwise, |line| line.level);
        Standing { reached, missed, ..Standing::at(level) }
    }
}
