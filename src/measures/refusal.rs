//! Why is a figure refused?

use alloc::string::String;
use alloc::vec::Vec;

use crate::measures::business::{Business, Segment};

/// The reason why a figure is not read as a level: the publication does not cover it. A refused figure gives no reading, and
/// its signal stays as unknown as before.
///
/// Impossible figures, such as 13 of 12 users, are not refusals: no constructor accepts them.
///
/// ```
/// use cpto::measures::{Figure, Refusal};
///
/// let refusal = Figure::sean_ellis(5, 12, None)?.reading().unwrap_err();
/// assert_eq!(refusal, Refusal::TooFew { counted: 12, least: 30, of: "answers" });
/// assert_eq!(refusal.to_string(), "12 answers are too few");
/// assert_eq!(refusal.remedy(), "keep asking until there are at least 30 answers");
/// # Ok::<(), cpto::FaultKind>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum Refusal {
    /// A sample below the floor of the measure.
    #[error("{counted} {of} are too few")]
    TooFew {
        /// The number found.
        counted: u64,
        /// The smallest number allowed.
        least: u64,
        /// The items that are counted.
        of: &'static str,
    },
    /// A window that is too short.
    #[error("a window of {days} days is too short")]
    TooShort {
        /// The length of the window, in days.
        days: u64,
        /// The shortest length allowed, in days.
        least: u64,
    },
    /// A cohort that is younger than the period of the measure.
    #[error("a cohort of {months} months is younger than the period of {least} months")]
    TooYoung {
        /// The age of the cohort, in months.
        months: u64,
        /// The lowest age allowed, in months.
        least: u64,
    },
    /// A figure without a segment, for a measure whose edges differ by segment.
    #[error("no segment is named, and the edges differ by segment")]
    NoSegment {
        /// The segments that have edges.
        allowed: &'static [&'static str],
    },
    /// A segment for which no edges are published.
    #[error("no edges are published for the segment {found}")]
    WrongSegment {
        /// The segment.
        found: Segment,
        /// The segments that have edges.
        allowed: &'static [&'static str],
    },
    /// A business for which no edges are published.
    #[error("no edges are published for the business {found}")]
    WrongBusiness {
        /// The business.
        found: Business,
        /// The businesses that have edges.
        allowed: &'static [Business],
    },
    /// A product that is bought only once, so nobody would ever have to do without it.
    #[error("the product is bought only once, so nobody would have to do without it")]
    OneOffProduct,
    /// A time to restore that covers failures of all causes, which is a different measure.
    #[error("a time to restore that covers all causes is a different measure")]
    AllCauses,
    /// A recovery time where no deployment failed.
    #[error("no deployment failed, so there is no recovery time")]
    NoFailure,
    /// An objective that leaves no budget for errors.
    #[error("an objective of 100 % leaves no budget for errors")]
    NoBudget,
    /// A ratio whose denominator is not above zero: it is undefined, which is not the same as bad.
    #[error("recurring revenue did not grow, so the ratio is undefined")]
    Undefined,
}

impl Refusal {
    /// The name of the kind of refusal, such as `all-causes`. Applications can use it to choose their own wording.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Describes how to get a reading instead.
    #[must_use]
    pub fn remedy(self) -> String {
        match self {
            Self::TooFew { least, of, .. } => {
                alloc::format!("keep asking until there are at least {least} {of}")
            }
            Self::TooShort { least, .. } => {
                alloc::format!("use a window of at least {least} days, preferably 90")
            }
            Self::TooYoung { least, .. } => {
                alloc::format!("use a cohort that is at least {least} months old")
            }
            Self::NoSegment { allowed } | Self::WrongSegment { allowed, .. } => {
                alloc::format!("name one of the segments {}, or state the level", allowed.join(", "))
            }
            Self::WrongBusiness { allowed, .. } => {
                let names: Vec<_> = allowed.iter().map(|business| business.as_str()).collect();
                alloc::format!("use another measure; this one is made for {}", names.join(", "))
            }
            Self::OneOffProduct => "use another measure of product-market fit".into(),
            Self::AllCauses => "use the recovery time of failed deployments only".into(),
            Self::NoFailure => "use the change fail rate, which says the same".into(),
            Self::NoBudget => "set an objective that users would be satisfied with".into(),
            Self::Undefined => "use a period in which recurring revenue grew".into(),
        }
    }
}

/// Refuses a business that the measure is not made for. A business that is not stated is accepted.
pub(super) fn made_for(business: Option<Business>, allowed: &'static [Business]) -> Result<(), Refusal> {
    match business {
        Some(found) if !allowed.contains(&found) => Err(Refusal::WrongBusiness { found, allowed }),
        _ => Ok(()),
    }
}

/// Refuses a survey with too few answers.
pub(super) const fn enough(counted: u64) -> Result<(), Refusal> {
    const LEAST: u64 = 30;
    if counted < LEAST { Err(Refusal::TooFew { counted, least: LEAST, of: "answers" }) } else { Ok(()) }
}
