//! Between which published edges does a figure fall?

use core::fmt;

use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::signal::Maturity::{Defined, Initial, Managed, Optimizing, QuantitativelyManaged};
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// What an edge is in the text of its publisher.
    ///
    /// ```
    /// use cpto::measures::{Mark, Measure};
    ///
    /// let (_, bands) = Measure::SeanEllis.bands()[0];
    /// assert_eq!(bands.lines[0].mark, Mark::Published);
    /// ```
    pub enum Mark as "mark of an edge" in "cpto::measures" {
        /// Printed as a boundary, the edge of a band, or a target.
        Published,
        /// Printed as an average, the figure of a cluster, or a typical value; that it is a boundary is this crate's.
        Averaged,
        /// Printed nowhere: this crate's own.
        Ours,
    }
}

impl Mark {
    /// What the mark says, as a clause.
    const fn says(self) -> &'static str {
        match self {
            Self::Published => "an edge of the publisher's",
            Self::Averaged => "an average of the publisher's",
            Self::Ours => "an edge of this crate's",
        }
    }
}

/// How a figure compares with the limit of a line that it reaches.
///
/// ```
/// use cpto::measures::{Measure, Relation};
///
/// let (_, bands) = Measure::RecoveryTime.bands()[0];
/// assert_eq!(bands.lines[0].relation, Relation::Below);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "numbers compare in no other way")]
pub enum Relation {
    /// Below the limit.
    Below,
    /// At the limit or below.
    AtMost,
    /// At the limit or above.
    AtLeast,
    /// Above the limit.
    Above,
}

impl Relation {
    const fn holds(self, figure: i128, limit: i128) -> bool {
        match self {
            Self::Below => figure < limit,
            Self::AtMost => figure <= limit,
            Self::AtLeast => figure >= limit,
            Self::Above => figure > limit,
        }
    }
}

impl fmt::Display for Relation {
    /// Writes the sign: `<`, `≤`, `≥` or `>`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Below => "<",
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Above => ">",
        })
    }
}

/// One edge of a measure: a condition on its figure, and the levels at which a figure reads that fulfils it and no line
/// before it.
///
/// The condition compares two products of whole numbers, so that nothing is rounded. Its `Display` is the condition.
///
/// ```
/// use cpto::measures::Measure;
///
/// let (_, bands) = Measure::ChangeFailRate.bands()[0];
/// assert_eq!(bands.lines[1].to_string(), "100 × failed ≤ 15 × deployments");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Line {
    /// The quantity that is compared, by its key in documents or as a difference of two of them.
    pub quantity: &'static str,
    /// By what it is multiplied.
    pub times: u32,
    /// How it compares.
    pub relation: Relation,
    /// The limit, or by what the other quantity is multiplied.
    pub limit: u32,
    /// The quantity that it is compared with; nothing where the limit is a number.
    pub of: Option<&'static str>,
    /// The levels at which the figure reads.
    pub level: Estimate<Maturity>,
    /// What the edge is in the text of its publisher.
    pub mark: Mark,
}

impl Line {
    const fn holds(&self, quantity: i128, of: i128) -> bool {
        self.relation.holds(quantity * self.times as i128, of * self.limit as i128)
    }

    /// The same line, where a publisher prints it as no edge.
    const fn marked(self, mark: Mark) -> Self {
        Self { mark, ..self }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { quantity, times, relation, limit, of, .. } = self;
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

/// The lines of a measure, the best level first, and what is left where no line is reached.
///
/// ```
/// use cpto::measures::Measure;
///
/// for (place, bands) in Measure::CacPayback.bands() {
///     println!("{place}: {} edges", bands.lines.len());
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Bands {
    /// The lines, the best level first. The first one that holds is the reading.
    pub lines: &'static [Line],
    /// The levels where none holds.
    pub otherwise: Estimate<Maturity>,
}

/// Where a figure fell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fallen {
    pub(super) level: Estimate<Maturity>,
    /// The line that holds.
    pub(super) reached: Option<&'static Line>,
    /// The last line before it, which does not.
    pub(super) missed: Option<&'static Line>,
}

impl Fallen {
    /// A level without a line.
    pub(super) const fn at(level: Estimate<Maturity>) -> Self {
        Self { level, reached: None, missed: None }
    }

    /// From where the worst of two falls to where the best of them does.
    pub(super) const fn to(self, best: Self) -> Self {
        let level = Estimate { least: self.level.least, most: best.level.most };
        Self { level, reached: self.reached, missed: best.missed }
    }
}

impl Bands {
    /// Where a figure falls: `quantity` to `of`, or to 1 where the limits are numbers.
    pub(super) fn read(&'static self, quantity: impl Into<i128>, of: impl Into<i128>) -> Fallen {
        let (quantity, of) = (quantity.into(), of.into());
        let missed = self.lines.iter().take_while(|line| !line.holds(quantity, of));
        let reached = self.lines.iter().find(|line| line.holds(quantity, of));
        Fallen { level: reached.map_or(self.otherwise, |line| line.level), reached, missed: missed.last() }
    }
}

/// What a reached or missed line says, with whose it is.
pub(super) fn said(line: &Line) -> impl fmt::Display + '_ {
    struct Said<'a>(&'a Line);

    impl fmt::Display for Said<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{} ({}, {})", self.0, self.0.level.span(), self.0.mark.says())
        }
    }
    Said(line)
}

/// The levels from one to another.
pub(super) const fn levels(least: Maturity, most: Maturity) -> Estimate<Maturity> {
    Estimate { least, most }
}

const L1: Estimate<Maturity> = Estimate::exact(Initial);
const L2: Estimate<Maturity> = Estimate::exact(Managed);
const L3: Estimate<Maturity> = Estimate::exact(Defined);
const L4: Estimate<Maturity> = Estimate::exact(QuantitativelyManaged);
const L5: Estimate<Maturity> = Estimate::exact(Optimizing);

/// The two sides of a measure with one line.
const BAD: Estimate<Maturity> = levels(Initial, Managed);
const GOOD: Estimate<Maturity> = levels(Defined, Optimizing);

/// A line at a number.
const fn at(quantity: &'static str, relation: Relation, limit: u32, level: Estimate<Maturity>) -> Line {
    Line { quantity, times: 1, relation, limit, of: None, level, mark: Mark::Published }
}

/// A line at a ratio: so many times the quantity, against so many times the other.
const fn ratio(
    (times, quantity): (u32, &'static str),
    relation: Relation,
    (limit, of): (u32, &'static str),
    level: Estimate<Maturity>,
) -> Line {
    Line { quantity, times, relation, limit, of: Some(of), level, mark: Mark::Published }
}

use Relation::{Above, AtLeast, AtMost, Below};

/// DORA's answers in minutes. A month is 730 hours.
const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;
const WEEK: u32 = 7 * DAY;
const MONTH: u32 = MONTH_HOURS * HOUR;
const HALF_YEAR: u32 = HALF_YEAR_HOURS * HOUR;
const MONTH_HOURS: u32 = 730;
const HALF_YEAR_HOURS: u32 = 4_380;

const MINUTES: &str = "median-minutes";

pub(super) static LEAD_TIME: Bands = Bands {
    lines: &[
        at(MINUTES, Below, DAY, L5),
        at(MINUTES, AtMost, WEEK, L4),
        at(MINUTES, AtMost, MONTH, L3),
        at(MINUTES, AtMost, HALF_YEAR, L2),
    ],
    otherwise: L1,
};

pub(super) static DEPLOYMENT_FREQUENCY: Bands = Bands {
    lines: &[
        ratio((1, "deployments"), Above, (1, "days"), L5),
        ratio((7, "deployments"), AtLeast, (1, "days"), L4),
        ratio((MONTH_HOURS, "deployments"), AtLeast, (24, "days"), L3),
        ratio((HALF_YEAR_HOURS, "deployments"), AtLeast, (24, "days"), L2),
    ],
    otherwise: L1,
};

pub(super) static RECOVERY_TIME: Bands = Bands {
    lines: &[
        at(MINUTES, Below, HOUR, L5),
        at(MINUTES, Below, DAY, L4),
        at(MINUTES, AtMost, WEEK, L3),
        at(MINUTES, AtMost, MONTH, L2),
    ],
    otherwise: L1,
};

const fn failing(percent: u32, level: Estimate<Maturity>) -> Line {
    ratio((100, "failed"), AtMost, (percent, "deployments"), level)
}

pub(super) static CHANGE_FAIL_RATE: Bands = Bands {
    lines: &[failing(5, L5).marked(Mark::Averaged), failing(15, L4), failing(30, L3), failing(45, L2)],
    otherwise: L1,
};

/// The budget as a whole: what is within it is at least defined.
pub(super) static BUDGET_USED: Bands =
    Bands { lines: &[at("used-percent", AtMost, 100, GOOD)], otherwise: L2 };

/// The largest incident, where the budget as a whole was kept.
pub(super) static LARGEST_INCIDENT: Bands = Bands {
    lines: &[at("largest-incident-percent", AtMost, 20, levels(QuantitativelyManaged, Optimizing))],
    otherwise: L3,
};

/// No objective.
pub(super) const NO_OBJECTIVE: Estimate<Maturity> = L1;

pub(super) static TOIL: Bands = Bands { lines: &[at("percent", AtMost, 50, GOOD)], otherwise: BAD };

pub(super) static TEST_FEEDBACK: Bands = Bands { lines: &[at("minutes", AtMost, 10, GOOD)], otherwise: BAD };

pub(super) static SEAN_ELLIS: Bands =
    Bands { lines: &[ratio((100, "very-disappointed"), AtLeast, (40, "asked"), GOOD)], otherwise: BAD };

const fn promoted(score: u32, level: Estimate<Maturity>) -> Line {
    ratio((100, "(promoters − detractors)"), Above, (score, "answers"), level)
}

pub(super) static NPS: Bands =
    Bands { lines: &[promoted(80, L5), promoted(50, L4), promoted(20, L3), promoted(0, L2)], otherwise: L1 };

/// A measure with a good and a great line: they overlap, since no line parts the two highest levels.
macro_rules! good_and_great {
    ($quantity:literal of $of:literal: $good:literal, $great:literal) => {
        Bands {
            lines: &[
                ratio((100, $quantity), AtLeast, ($great, $of), levels(QuantitativelyManaged, Optimizing))
                    .marked(Mark::Averaged),
                ratio((100, $quantity), AtLeast, ($good, $of), levels(Defined, QuantitativelyManaged))
                    .marked(Mark::Averaged),
            ],
            otherwise: BAD,
        }
    };
}

macro_rules! revenue {
    ($good:literal, $great:literal) => {
        good_and_great! { "revenue-now" of "revenue-then": $good, $great }
    };
}
pub(super) static NRR_CONSUMER_SUBSCRIPTION: Bands = revenue! { 55, 80 };
pub(super) static NRR_BOTTOM_UP_SAAS: Bands = revenue! { 100, 120 };
pub(super) static NRR_MID_MARKET_SAAS: Bands = revenue! { 90, 110 };
pub(super) static NRR_ENTERPRISE_SAAS: Bands = revenue! { 110, 130 };

macro_rules! users {
    ($good:literal, $great:literal) => {
        good_and_great! { "active" of "cohort": $good, $great }
    };
}
pub(super) static USERS_CONSUMER_SOCIAL: Bands = users! { 25, 45 };
pub(super) static USERS_CONSUMER_TRANSACTIONAL: Bands = users! { 30, 50 };
pub(super) static USERS_CONSUMER_SUBSCRIPTION: Bands = users! { 40, 70 };
pub(super) static USERS_MID_MARKET_SAAS: Bands = users! { 60, 80 };
pub(super) static USERS_ENTERPRISE_SAAS: Bands = users! { 70, 90 };

const fn spread(times: u32, limit: u32, level: Estimate<Maturity>) -> Line {
    ratio((times, "highest"), AtMost, (limit, "lowest"), level).marked(Mark::Averaged)
}

pub(super) static ESTIMATE_SPREAD: Bands = Bands {
    lines: &[spread(9, 11, L5), spread(16, 25, L4), spread(4, 9, L3), spread(1, 4, L2)],
    otherwise: L1,
};

pub(super) static CUSTOMER_CONTACT: Bands =
    Bands { lines: &[at("every-days", AtMost, 7, GOOD)], otherwise: BAD };

const fn burnt(times: u32, relation: Relation, limit: u32, level: Estimate<Maturity>) -> Line {
    ratio((times, "net-burn"), relation, (limit, "net-new-revenue"), level)
}

pub(super) static BURN_MULTIPLE: Bands = Bands {
    lines: &[
        burnt(1, Below, 1, L5),
        burnt(2, AtMost, 3, L4),
        burnt(1, AtMost, 2, L3),
        burnt(1, AtMost, 3, L2),
    ],
    otherwise: L1,
};

pub(super) static LTV_CAC: Bands =
    Bands { lines: &[ratio((1, "lifetime-value"), AtLeast, (3, "acquisition-cost"), GOOD)], otherwise: BAD };

pub(super) static CAC_PAYBACK: Bands = Bands { lines: &[at("months", Below, 12, GOOD)], otherwise: BAD };

pub(super) static CAC_PAYBACK_SALES_LED: Bands =
    Bands { lines: &[at("months", Below, 18, GOOD)], otherwise: BAD };

const fn covered(times: u32, limit: u32, level: Estimate<Maturity>) -> Line {
    ratio((times, "covered"), Above, (limit, "items"), level)
}

pub(super) static COVERAGE: Bands = Bands {
    lines: &[covered(20, 17, L5), covered(40, 27, L4), covered(2, 1, L3), covered(20, 3, L2)],
    otherwise: L1,
};

const fn scored(hundredths: u32, level: Estimate<Maturity>) -> Line {
    at("score-hundredths", AtLeast, hundredths, level)
}

pub(super) static SAMM: Bands = Bands {
    lines: &[scored(300, levels(QuantitativelyManaged, Optimizing)), scored(200, L3), scored(100, L2)],
    otherwise: L1,
};
