//! From figures that people have to facts that the model takes.
//!
//! Nobody knows whether their technical stability is *defined*. They know that a failed deployment takes four hours to
//! repair, and that 43 of 90 users would be very disappointed. For each published [`Measure`], [`Figure`] has a
//! constructor, such as [`recovery_time`](Figure::recovery_time) and [`sean_ellis`](Figure::sean_ellis), which takes whole
//! numbers in the field's own units. A figure becomes a [`Reading`]: a range of levels of one [`Signal`], which can say between
//! which published edges it fell, and whose they are; or a [`Refusal`], where the publisher's words do not cover the figure.
//! [`Readings`] combines the readings of each signal into an [`Estimate`].
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
//! // Four hours are level 4, and 9 of 120 level 4, too: they agree.
//! let company = proposal.organization();
//! assert_eq!(company.signal(Signal::TechnicalStability).unwrap().value(), Some(Maturity::QuantitativelyManaged));
//! // 43 of 90 are at least level 3, and a score of 31 is level 3: together, level 3.
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
//! In a document, figures stand in `measures`, beside `signals`: under the name of the measure, an object with the figure,
//! or a list of them. Estimates are made once, where the organisation is built; evaluating does not look at figures.
//!
//! # What to know before using a reading
//!
//! - Every pairing of a figure with a level is this crate's own; no publisher maps its figures to CMMI.
//! - A reading describes results or coverage. It is no capability appraisal. Do not use it on persons.
//! - Each edge is marked: printed by the publisher as an edge, or printed as an average; and each measure names its edition.
//!   See the [`tables`].
//! - DORA advises to compare one application with itself over time, and warns against making the figures a goal. Its
//!   clusters change every year and were given up in 2025, so that they are no edges here.
//! - Several readings of a signal are combined by their common part, and where they have none by the range that holds them
//!   all; then the [`Readings`] name those that disagree. [`Combination`] lists other ways.
//! - Unknown is not level 1, and a refused figure is no reading: its signal stays as unknown as it was.
//! - Figures of a product hold for the segment that is named. Sean Ellis needs 30 answers. Net revenue retention without a
//!   segment is refused.
//! - `integration` is coupling, not quality: level 5 is not better than level 1.
//! - One published line parts the scale in two: `[defined, optimizing]` on its good side, `[initial, managed]` on the other.
//!   That is ours, too.
//! - This crate has no clock. Repeat readings that are older than twelve months; that is ours as well.
//!
//! # DORA's clusters, for comparison
//!
//! As the answers 1 to 6 of DORA's scale, Elite / High / Medium / Low. They move every year, leave holes, and grade nothing
//! here.
//!
//! | edition | lead time | frequency | recovery | change fail % |
//! | --- | --- | --- | --- | --- |
//! | 2019 | 5 / 4 / 3 / 2 | 6 / 4 / 3 / 2 | 6 / 5 / 5 / 3 | 0–15 / 0–15 / 0–15 / 46–60 |
//! | 2021 | 6 / 4 / 2 / 1 | 6 / 3 / 2 / 1 | 6 / 5 / 4 / 1 | 0–15 / 16–30 / 16–30 / 16–30 |
//! | 2022 (second hand) | – / 4 / 3 / 2 | – / 6 / 3 / 2 | – / 5 / 4 / 3 | – / 0–15 / 16–30 / 46–60 |
//! | 2023 (second hand but for Elite) | 5 / 4 / 3 / 3 | 6 / 4 / 3 / 3 | 6 / 5 / 4 / 2 | 5 / 10 / 15 / 64 |
//! | 2024 (second hand) | 5 / 4 / 3 / 2 | 6 / 4 / 3 / 2 | 6 / 5 / 5 / 3 | 5 / 20 / 10 / 40, inverted in the middle |
//! | 2025 | none: seven team profiles | | | |
//!
//! # What is no measure here
//!
//! SOC 2 and ISO/IEC 27001 are attestations, and DMBOK, DCAM, TDWI and Gartner name levels for data without numeric edges: a
//! company that was appraised by one of them states the level of the signal. Availability in nines is a decision about the product.
//! No edges are published for rework rate, DXI, SPACE and DevEx.

use core::str::FromStr;

#[cfg(doc)]
use crate::vocabulary::scale::Estimate;
#[cfg(doc)]
use crate::vocabulary::signal::Signal;
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
pub use self::refusal::{Caveat, Refusal};
pub use self::security::Tier;
pub use self::sheet::{Measure, Publication};

/// The measures of every subject, in the order in which documents are written.
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

/// Every measure with its name.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
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
    fn index(self) -> usize {
        Self::ALL.iter().take_while(|measure| **measure != self).count()
    }
}

impl Word for Measure {
    const KIND: &'static str = "measure";
    const ALL: &'static [Self] = Self::ALL;
    const NAMES: &'static [&'static str] = &LISTED.1;
    const TITLES: &'static [&'static str] = &LISTED.1;
}

impl FromStr for Measure {
    type Err = UnknownName;

    /// Reads a name as it is written in documents.
    ///
    /// # Errors
    /// Any text that is not exactly one of the names.
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        named(name).ok_or_else(|| UnknownName::of::<Self>(name))
    }
}
