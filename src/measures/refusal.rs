//! Why is a figure no reading, although it can be so?

use alloc::string::String;
use alloc::vec::Vec;

use super::measure::Measure;
use super::word::{Business, Segment};

/// Why a figure is not read as a level: what was published does not cover it. A refused figure is no reading, and its signal
/// stays as unknown as it was.
///
/// This is not about figures that cannot be, such as 13 of 12 users, which no type of a measure takes.
///
/// ```
/// use cpto::measures::{Refusal, SeanEllis};
///
/// let refusal = SeanEllis::new(5, 12)?.reading().unwrap_err();
/// assert_eq!(refusal, Refusal::TooFew { counted: 12, least: 30, of: "answers" });
/// assert_eq!(refusal.to_string(), "12 answers are too few");
/// assert_eq!(refusal.remedy(), "ask until there are at least 30 answers");
/// # Ok::<(), cpto::FaultKind>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Refusal {
    /// A sample below the floor of the measure.
    #[error("{counted} {of} are too few")]
    TooFew {
        /// How many there are.
        counted: u64,
        /// How many there have to be.
        least: u64,
        /// What is counted.
        of: &'static str,
    },
    /// A window in which too little can happen.
    #[error("a window of {days} days is too short")]
    TooShort {
        /// How long it is, in days.
        days: u64,
        /// How long it has to be, in days.
        least: u64,
    },
    /// A cohort that is younger than the period that is asked for.
    #[error("a cohort of {months} months is younger than the period of {least} months")]
    TooYoung {
        /// How old it is, in months.
        months: u64,
        /// How old it has to be, in months.
        least: u64,
    },
    /// A figure whose edges differ by segment, without one.
    #[error("no segment is named, and the edges differ by segment")]
    NoSegment {
        /// The measure.
        measure: Measure,
    },
    /// A segment for which no edges are published.
    #[error("no edges are published for the segment {found}")]
    WrongSegment {
        /// The segment.
        found: Segment,
        /// The measure.
        measure: Measure,
    },
    /// A way to earn for which no edges are published.
    #[error("no edges are published for the business {found}")]
    WrongBusiness {
        /// The business.
        found: Business,
        /// Those that have edges.
        allowed: &'static [Business],
    },
    /// A product that is bought once, of which nobody can be deprived.
    #[error("the product is bought once, so that nobody has to do without it")]
    OneOffProduct,
    /// A time to restore from failures of all causes, which is another measure.
    #[error("a time to restore from all causes is another measure")]
    AllCauses,
    /// A time to recover where there was nothing to recover from.
    #[error("no deployment failed, so that there is no time to recover")]
    NoFailure,
    /// An objective that leaves no budget.
    #[error("an objective of 100 % leaves no budget for errors")]
    NoBudget,
    /// A ratio to something that is not above zero: it is undefined, and not bad.
    #[error("nothing was gained, so that the ratio is undefined")]
    Undefined,
}

/// The names with commas between them.
fn listed(names: impl Iterator<Item = &'static str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

impl Refusal {
    /// The name of the kind of refusal, by which an application can choose its own words.
    ///
    /// ```
    /// assert_eq!(cpto::measures::Refusal::AllCauses.code(), "all-causes");
    /// ```
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// What to do for a reading.
    ///
    /// ```
    /// use cpto::measures::Refusal;
    ///
    /// assert!(!Refusal::Undefined.remedy().is_empty());
    /// ```
    #[must_use]
    pub fn remedy(self) -> String {
        match self {
            Self::TooFew { least, of, .. } => alloc::format!("ask until there are at least {least} {of}"),
            Self::TooShort { least, .. } => {
                alloc::format!("take a window of at least {least} days, better of 90")
            }
            Self::TooYoung { least, .. } => {
                alloc::format!("take a cohort that is at least {least} months old")
            }
            Self::NoSegment { measure } | Self::WrongSegment { measure, .. } => {
                let segments = measure.bands().iter().map(|(segment, _)| *segment);
                alloc::format!("name one of the segments {}, or state the level", listed(segments))
            }
            Self::WrongBusiness { allowed, .. } => {
                alloc::format!(
                    "take another measure; this one is made for {}",
                    listed(allowed.iter().map(|it| it.as_str()))
                )
            }
            Self::OneOffProduct => "take another measure of product-market fit".into(),
            Self::AllCauses => "take the time to recover from failed deployments alone".into(),
            Self::NoFailure => "take the change fail rate, which says the same".into(),
            Self::NoBudget => "set an objective that users would be content with".into(),
            Self::Undefined => "take a period in which recurring revenue grew".into(),
        }
    }
}
