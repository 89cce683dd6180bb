//! From figures that people have to facts that the model takes.
//!
//! Nobody knows whether their technical stability is *defined*. They know that a failed deployment takes four hours to
//! repair, and that 43 of 90 users would be very disappointed. Each published measure has a type here, such as
//! [`RecoveryTime`] and [`SeanEllis`], made of whole numbers in the field's own units. A [`Figure`] is one of them,
//! with what it was taken of and when. It becomes a [`Reading`]: a range of levels of one [`Signal`], which can say between which
//! published edges it fell, and whose they are; or a [`Refusal`], where the publisher's words do not cover the figure.
//! [`Readings`] combines the readings of each signal to an [`Estimate`].
//!
//! # From figures to an assessment
//!
//! ```
//! use cpto::measures::{ChangeFailRate, Nps, RecoveryTime, SeanEllis};
//! use cpto::{Maturity, Organization, Proposal, Seat, Signal, Structure, evaluate};
//!
//! let company = Organization::draft()
//!     .figure(RecoveryTime::new(4 * 60))
//!     .figure(ChangeFailRate::new(9, 120)?)
//!     .figure(SeanEllis::new(43, 90)?)
//!     .figure(Nps::new(40, 15, 80)?);
//! let proposal = Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft())).build()?;
//!
//! // Four hours are level 4, and 9 of 120 level 4, too: they agree.
//! let company = proposal.organization();
//! assert_eq!(company.signal(Signal::TechnicalStability).unwrap().value(), Some(Maturity::QuantitativelyManaged));
//! // 43 of 90 are at least level 3, and a score of 31 is level 3: together, level 3.
//! assert_eq!(company.signal(Signal::ProductMarketFit).unwrap().value(), Some(Maturity::Defined));
//!
//! let assessment = evaluate(&proposal);
//! let readings: Vec<String> = assessment.readings().of(Signal::TechnicalStability).map(|it| it.to_string()).collect();
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
//! - Each edge is marked: printed by the publisher as an edge, printed as an average, or this crate's own; and each measure
//!   names its edition. See the [`tables`].
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
//! SOC 2 and ISO/IEC 27001 are attestations, and DMBOK, DCAM, TDWI and Gartner name levels for data without numeric edges:
//! who was appraised by one of them states the level of the signal. Availability in nines is a decision about the product.
//! No edges are published for rework rate, DXI, SPACE and DevEx.

#[cfg(doc)]
use crate::vocabulary::scale::Estimate;

pub(crate) mod figure;
pub(crate) mod line;
pub(crate) mod measure;
pub(crate) mod people;
pub(crate) mod practice;
pub(crate) mod readings;
pub(crate) mod refusal;
#[doc = include_str!("measures/tables.md")]
pub mod tables {}
pub(crate) mod word;

pub use figure::{
    BurnMultiple, CacPayback, ChangeFailRate, Coverage, CsfTier, CustomerContact, DeploymentFrequency,
    ErrorBudget, EstimateSpread, Figure, FirstRound, Interdependence, LeadTime, LtvCac, Nps, Nrr, Quantity,
    RecoveryTime, Samm, SeanEllis, TestFeedback, Toil, UserRetention,
};
pub use line::{Bands, Line, Mark, Relation};
pub use measure::{Hand, Measure, Publication};
pub use people::{HeadcountClass, SpanOfControl};
pub use practice::Practice;
pub use readings::{Caveat, Combination, Reading, Readings};
pub use refusal::Refusal;
pub use word::{Business, Causes, Dependence, Objective, PmfLevel, Segment, Tier};
