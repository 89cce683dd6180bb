//! How do measured figures become facts of the model?
//!
//! People do not know whether their technical stability is *defined*. They do know that a failed deployment takes four hours
//! to repair, and that 43 of 90 users would be very disappointed. For each published [`Measure`], [`Figure`] has a
//! constructor, such as [`recovery_time`](Figure::recovery_time) or [`sean_ellis`](Figure::sean_ellis), which takes whole
//! numbers in the field's own units. A figure becomes a [`Reading`]: a range of levels of one [`Signal`](crate::Signal), with
//! the published edges around the figure and their source. Where the publication does not cover the figure, the result is a
//! [`Refusal`]. [`Readings`] combines the readings of each signal into an [`Estimate`](crate::Estimate).
//!
//! # From figures to an assessment
//!
//! ```
//! use cpto::measures::Figure;
//! use cpto::{Maturity, Organization, Proposal, Seat, Signal, Structure};
//!
//! let company = Organization::draft()
//!     .figure(Figure::recovery_time(4 * 60, None, None)?)
//!     .figure(Figure::change_fail_rate(9, 120)?)
//!     .figure(Figure::sean_ellis(43, 90, None)?)
//!     .figure(Figure::nps(40, 15, 80)?);
//! let proposal = Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft())).build()?;
//!
//! // Four hours is level 4, and so is 9 of 120: they agree.
//! let company = proposal.organization();
//! assert_eq!(company.signal(Signal::TechnicalStability).unwrap().value(), Some(Maturity::QuantitativelyManaged));
//! // 43 of 90 is at least level 3, and a score of 31 is level 3: together, level 3.
//! assert_eq!(company.signal(Signal::ProductMarketFit).unwrap().value(), Some(Maturity::Defined));
//!
//! let readings: Vec<String> = company.readings().of(Signal::TechnicalStability).map(|it| it.to_string()).collect();
//! assert_eq!(readings, [
//!     "technical-stability: quantitatively-managed, from a failed deployment recovery time of 4 h \
//!      (DORA, answer scale 2018–2025)",
//!     "technical-stability: quantitatively-managed, from a change fail rate of 9 of 120 deployments \
//!      (DORA, answer bands to 2022)",
//! ]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! In a document, figures go under `measures`, next to `signals`: each measure's name holds one figure as an object, or a
//! list of figures. Estimates are computed once, when the organisation is built; evaluation does not look at figures.
//!
//! # What to know before using a reading
//!
//! - Every mapping from a figure to a level is this crate's own; no publisher maps its figures to CMMI.
//! - A reading describes results or coverage. It is not a capability appraisal. Do not use it to grade people.
//! - Each edge is marked as printed by the publisher as an edge, or as an average. Each measure names its edition. See the
//!   [`tables`].
//! - DORA advises comparing an application with itself over time, and warns against turning the figures into goals. Its
//!   clusters changed every year and were dropped in 2025, so they are not used as edges here.
//! - Several readings of a signal are narrowed to the levels that they have in common. If they have none, the range that
//!   covers all of them is used, and [`Readings`] names those that disagree. [`Combination`] lists other ways.
//! - Unknown is not level 1. A refused figure gives no reading, so its signal stays as unknown as before.
//! - Product figures hold only for the named segment. The Sean Ellis test needs 30 answers. Net revenue retention without
//!   a segment is refused.
//! - `integration` is coupling, not quality: level 5 is not better than level 1.
//! - A single published line splits the scale in two: `[defined, optimizing]` on the good side, `[initial, managed]` on the
//!   other. The split is this crate's own, too.
//! - This crate has no clock. Repeat readings that are older than twelve months; that limit is also this crate's own.
//!
//! # DORA's clusters, for comparison
//!
//! The clusters Elite / High / Medium / Low, as the answers 1 to 6 of DORA's scale. They move from year to year, leave gaps, and
//! are not used for grading here.
//!
//! | edition | lead time | frequency | recovery | change fail % |
//! | --- | --- | --- | --- | --- |
//! | 2019 | 5 / 4 / 3 / 2 | 6 / 4 / 3 / 2 | 6 / 5 / 5 / 3 | 0–15 / 0–15 / 0–15 / 46–60 |
//! | 2021 | 6 / 4 / 2 / 1 | 6 / 3 / 2 / 1 | 6 / 5 / 4 / 1 | 0–15 / 16–30 / 16–30 / 16–30 |
//! | 2022 (second hand) | – / 4 / 3 / 2 | – / 6 / 3 / 2 | – / 5 / 4 / 3 | – / 0–15 / 16–30 / 46–60 |
//! | 2023 (second hand, except Elite) | 5 / 4 / 3 / 3 | 6 / 4 / 3 / 3 | 6 / 5 / 4 / 2 | 5 / 10 / 15 / 64 |
//! | 2024 (second hand) | 5 / 4 / 3 / 2 | 6 / 4 / 3 / 2 | 6 / 5 / 5 / 3 | 5 / 20 / 10 / 40, inverted in the middle |
//! | 2025 | none: seven team profiles | | | |
//!
//! # What is not measured here
//!
//! SOC 2 and ISO/IEC 27001 are attestations, and DMBOK, DCAM, TDWI and Gartner name levels for data without numeric edges. A
//! company that was appraised under one of them states the level of the signal instead. Availability in nines is a product
//! decision. No edges are published for rework rate, DXI, SPACE and DevEx.

use core::str::FromStr;

use crate::vocabulary::word::{Sealed, UnknownName, Word, named};

pub(crate) mod business;
pub(crate) mod commercial;
pub(crate) mod coupling;
pub(crate) mod coverage;
pub(crate) mod delivery;
pub(crate) mod direction;
pub(crate) mod figure;
pub(crate) mod fit;
pub(crate) mod line;
pub(crate) mod operation;
pub(crate) mod page;
pub(crate) mod reading;
pub(crate) mod readings;
pub(crate) mod refusal;
pub(crate) mod security;
pub(crate) mod sheet;
#[doc = include_str!("guide/generated/measures.md")]
pub mod tables {}

pub use self::business::{Business, Segment};
pub use self::coupling::Dependence;
pub use self::coverage::Practice;
pub use self::delivery::Causes;
pub use self::figure::Figure;
pub use self::fit::PmfLevel;
pub use self::line::Line;
pub use self::operation::Objective;
pub use self::reading::Reading;
pub use self::readings::{Combination, Readings};
pub use self::refusal::Refusal;
pub use self::security::Tier;
pub use self::sheet::{Measure, Publication};

/// The measures of each subject, in the order in which documents list them.
const SUBJECTS: &[&[Measure]] = &[
    delivery::MEASURES,
    operation::MEASURES,
    fit::MEASURES,
    direction::MEASURES,
    commercial::MEASURES,
    coverage::MEASURES,
    security::MEASURES,
    coupling::MEASURES,
];

const COUNT: usize = {
    let (mut count, mut rest) = (0, SUBJECTS);
    while let [subject, others @ ..] = rest {
        (count, rest) = (count + subject.len(), others);
    }
    count
};

/// All measures and their names.
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
const LISTED: ([Measure; COUNT], [&str; COUNT]) = {
    let mut listed = ([SUBJECTS[0][0]; COUNT], [""; COUNT]);
    let (mut index, mut rest) = (0, SUBJECTS);
    while let [subject, others @ ..] = rest {
        let mut measures = *subject;
        while let [measure, later @ ..] = measures {
            (listed.0[index], listed.1[index]) = (*measure, measure.as_str());
            (index, measures) = (index + 1, later);
        }
        rest = others;
    }
    listed
};

impl Measure {
    /// Every measure.
    pub const ALL: &'static [Self] = &LISTED.0;
}

impl Sealed for Measure {
    fn index(self) -> u32 {
        (0..).zip(Self::ALL).find(|(_, measure)| **measure == self).map_or(0, |(index, _)| index)
    }
}

impl Word for Measure {
    const KIND: &'static str = "measure";
    const ALL: &'static [Self] = Self::ALL;
    const NAMES: &'static [&'static str] = &LISTED.1;
}

impl FromStr for Measure {
    type Err = UnknownName;

    /// Reads a name as it is written in documents.
    ///
    /// # Errors
    /// Any text that is not exactly one of the names.
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        named(name)
    }
}
