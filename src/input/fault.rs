//! What is wrong with an input, and what would be allowed?

use core::fmt;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::input::found::{Found, Shape};
use crate::input::place::Place;
use crate::vocabulary::change::{Change, Incumbent};
use crate::vocabulary::escaped::Escaped;
use crate::vocabulary::nearest::DidYouMean;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::scale::ScaleError;
use crate::vocabulary::severity::Verdict;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::span::Span;
use crate::vocabulary::word::UnknownName;

/// The order that numbers of a policy must keep.
///
/// ```
/// assert_eq!(cpto::Order::Rising.to_string(), "no less than the one before");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::Display)]
#[expect(clippy::exhaustive_enums, reason = "there is no third order")]
pub enum Order {
    /// No less than the one before.
    #[strum(to_string = "no less than the one before")]
    Rising,
    /// No more than the one before.
    #[strum(to_string = "no more than the one before")]
    Falling,
}

/// What is wrong, with what was found and what is allowed.
///
/// ```
/// use cpto::{FaultKind, Organization};
///
/// let faults = Organization::draft().headcount(0).build().unwrap_err();
/// assert!(matches!(faults.as_slice()[0].kind(), FaultKind::OutOfRange { found: 0, least: 1, .. }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[non_exhaustive]
pub enum FaultKind {
    /// A key that is not known here.
    #[error("unknown key `{}`{}", Escaped(.found), DidYouMean(.found, .allowed))]
    UnknownKey {
        /// The key.
        found: String,
        /// The known keys.
        allowed: &'static [&'static str],
    },
    /// A key that is given twice.
    #[error("key `{}` is given twice", Escaped(.found))]
    RepeatedKey {
        /// The key.
        found: String,
    },
    /// A required key that is missing.
    #[error("key `{missing}` is missing")]
    MissingKey {
        /// The key.
        missing: &'static str,
    },
    /// A name that the vocabulary does not have.
    #[error(transparent)]
    UnknownName(#[from] UnknownName),
    /// A value of the wrong type, such as a text for a number, or `null`. Where a name is expected, `allowed` lists the names; a
    /// text that is not one of them is an [`UnknownName`](Self::UnknownName).
    #[error("{found} is not valid here")]
    WrongType {
        /// The value that was found.
        found: Found,
        /// The kind of value that is allowed.
        allowed: Shape,
    },
    /// A number outside its bounds.
    #[error("{found} is out of range")]
    OutOfRange {
        /// The number.
        found: i128,
        /// The least number allowed.
        least: i128,
        /// The greatest number allowed.
        most: i128,
    },
    /// A range whose ends are the wrong way round.
    #[error("the range from {least} to {most} is reversed")]
    ReversedRange {
        /// The stated least value.
        least: String,
        /// The stated greatest value.
        most: String,
    },
    /// A range that does not have two ends.
    #[error("a range has two ends, not {found}")]
    RangeLength {
        /// The number of values in the range.
        found: usize,
    },
    /// A responsibility that a remit names twice, or any name that a list contains twice.
    #[error("`{}` is named twice", Escaped(.found))]
    RepeatedName {
        /// The name.
        found: String,
    },
    /// A responsibility that is stated as not applicable in this company.
    #[error("`{found}` is not applicable in this organisation")]
    NotApplicable {
        /// The responsibility.
        found: Responsibility,
    },
    /// A signal with both a stated level and readings.
    #[error("`{found}` has both a level and figures")]
    AlsoMeasured {
        /// The signal.
        found: Signal,
    },
    /// A reason, or the name of a decision maker, without a single word.
    #[error("the text is blank")]
    BlankReason,
    /// A structure without a seat, or a proposal without a proposed structure.
    #[error("the structure has no seat")]
    NoSeat,
    /// A CPTO seat together with a CTO or CPO seat.
    #[error("a cpto seat cannot be combined with a {beside} seat")]
    CptoBeside {
        /// The other seat.
        beside: Role,
    },
    /// A seat that is accountable for nothing.
    #[error("the {role} seat has no responsibility")]
    EmptyRemit {
        /// The seat.
        role: Role,
    },
    /// A lone CTO or CPO who holds every core responsibility of both fields.
    #[error("a lone {role} who holds every core responsibility of both fields is a cpto")]
    LoneSeatIsCpto {
        /// The seat.
        role: Role,
    },
    /// An observation of `product-attention` in a seat other than a CPTO's.
    #[error("product-attention applies only to a cpto, not to a {role}")]
    AttentionOutsideCombined {
        /// The seat.
        role: Role,
    },
    /// A whole field assigned to an office, beside a seat with a conventional remit that includes the field.
    #[error("{field} is held elsewhere, but the conventional remit of the {role} seat includes it")]
    FieldBesideConventional {
        /// The field.
        field: Field,
        /// The seat.
        role: Role,
    },
    /// A newcomer in a current seat, or in a proposed seat that the current structure does not have.
    #[error("a newcomer cannot be in this {role} seat")]
    NewcomerWithoutSeat {
        /// The seat.
        role: Role,
    },
    /// A seat that reports to itself, or to a seat that does not exist.
    #[error("the {role} seat reports to {}", if role == found { "itself" } else { "a seat that does not exist" })]
    ReportsToNoSeat {
        /// The seat.
        role: Role,
        /// The seat that it reports to.
        found: Role,
    },
    /// Two seats that report to each other.
    #[error("the two seats report to each other")]
    ReportToEachOther,
    /// An optional list that is present but empty.
    #[error("the list is empty")]
    EmptyList,
    /// An incumbent for a change that is neither a merge nor a split.
    #[error("an incumbent is given, but the change is {change}")]
    IncumbentOfChange {
        /// The change.
        change: Change,
    },
    /// An incumbent from a seat, or for a seat, that does not exist.
    #[error("the incumbent `{found}` has no seat")]
    IncumbentWithoutSeat {
        /// The incumbent that was named.
        found: Incumbent,
        /// The incumbents that may be named.
        allowed: Vec<Incumbent>,
    },
    /// Numbers of a policy that must rise or fall but do not.
    #[error("{found} after {before} is out of order")]
    OutOfOrder {
        /// The number or name.
        found: String,
        /// The number or name that it follows.
        before: String,
        /// The order that is allowed.
        allowed: Order,
    },
    /// In an assessment that is read: a verdict that does not follow from its warnings.
    #[error("the verdict {found} contradicts the warnings")]
    ContradictoryVerdict {
        /// The verdict.
        found: Span<Verdict>,
        /// The verdict that follows from the warnings.
        allowed: Span<Verdict>,
    },
    /// In an assessment that is read: loads, warnings or benefits that are not listed as an assessment lists them.
    #[error("the list is out of order or repeats an entry")]
    Unordered,
    /// A list, or the figures of a company, with more entries than are allowed.
    #[error("{found} entries are too many")]
    TooMany {
        /// The number of entries.
        found: usize,
        /// The greatest number of entries allowed.
        most: usize,
    },
}

impl From<ScaleError> for FaultKind {
    fn from(error: ScaleError) -> Self {
        match error {
            ScaleError::OutOfRange { found, least, most } => Self::OutOfRange { found, least, most },
            ScaleError::Reversed { least, most } => Self::ReversedRange { least, most },
        }
    }
}

impl FaultKind {
    /// The codes of all kinds of faults. A minor release may add one.
    ///
    /// ```
    /// use cpto::FaultKind;
    ///
    /// let german = |code: &str| match code {
    ///     "missing-key" => Some("Hier fehlt etwas."),
    ///     "blank-reason" => Some("Bitte begründen Sie das."),
    ///     _ => None,
    /// };
    /// let untranslated = FaultKind::CODES.iter().filter(|code| german(code).is_none()).count();
    /// assert_eq!(untranslated, FaultKind::CODES.len() - 2);
    /// ```
    pub const CODES: &'static [&'static str] = <Self as strum::VariantNames>::VARIANTS;

    /// Returns the name of the kind of fault, which an application can use to choose its own wording.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.into()
    }

    /// Returns what is allowed instead, in words.
    #[must_use]
    pub fn allowed(&self) -> String {
        match self {
            Self::UnknownKey { allowed, .. } | Self::UnknownName(UnknownName { allowed, .. }) => {
                allowed.join(", ")
            }
            Self::RepeatedKey { .. } => "each key once".into(),
            Self::RepeatedName { .. } => "each name once".into(),
            Self::MissingKey { missing } => alloc::format!("the key `{missing}`"),
            Self::WrongType { allowed, .. } => allowed.to_string(),
            Self::OutOfOrder { allowed, .. } => allowed.to_string(),
            Self::ContradictoryVerdict { allowed, .. } => allowed.to_string(),
            Self::Unordered => {
                "each entry once; seats and benefits in their order, warnings with the most severe first"
                    .into()
            }
            Self::TooMany { most, .. } => alloc::format!("at most {most} entries"),
            Self::OutOfRange { least, most, .. } => alloc::format!("an integer from {least} to {most}"),
            Self::ReversedRange { .. } => "the least first, then the most".into(),
            Self::RangeLength { .. } => "two values, the least and the most".into(),
            Self::NotApplicable { .. } => "applicable responsibilities".into(),
            Self::AlsoMeasured { .. } => "a level or figures for a signal, not both".into(),
            Self::BlankReason => "a text with at least one word".into(),
            Self::NoSeat => "cpto alone, or cto, cpo or both".into(),
            Self::CptoBeside { .. } => "cpto alone, or cto, cpo or both without cpto".into(),
            Self::EmptyRemit { .. } => "at least one responsibility; leave out a vacant seat".into(),
            Self::LoneSeatIsCpto { .. } => "a cpto seat, or a core responsibility held elsewhere".into(),
            Self::AttentionOutsideCombined { .. } => "product-attention in a cpto seat".into(),
            Self::FieldBesideConventional { .. } => {
                "a listed remit, or single responsibilities elsewhere".into()
            }
            Self::NewcomerWithoutSeat { .. } => {
                "newcomer in a proposed seat that the current structure also has".into()
            }
            Self::ReportsToNoSeat { .. } | Self::ReportToEachOther => {
                "an office, or the other seat of a pair".into()
            }
            Self::EmptyList => "at least one entry; leave out an empty list".into(),
            Self::IncumbentOfChange { .. } => "an incumbent only for a merge or a split".into(),
            Self::IncumbentWithoutSeat { allowed, .. } => {
                allowed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// One fault of an input, with its place.
///
/// Its `Display` is one line with the place, the problem and what is allowed. With the feature `serde`, it is written as an
/// object with the keys `place`, `code`, `problem` and `allowed`. The value of `allowed` is a list of names, the `least` and the
/// `most` of a range, or a sentence.
///
/// ```
/// use cpto::{Proposal, Seat, Structure};
///
/// let draft = Proposal::draft().proposed(Structure::cto(Seat::draft().other_duties(101)));
/// let faults = draft.build().unwrap_err();
/// let fault = &faults.as_slice()[0];
/// assert_eq!(fault.place().to_string(), "proposed.cto.other-duties");
/// assert_eq!(fault.kind().code(), "out-of-range");
/// assert_eq!(fault.kind().allowed(), "an integer from 0 to 100");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}; allowed: {}", PlacePrefix(.place), .problem.allowed())]
#[doc(alias = "validation error")]
pub struct Fault {
    place: Place,
    #[source]
    problem: FaultKind,
}

/// The place followed by a colon, or nothing for the input itself.
struct PlacePrefix<'a>(&'a Place);

impl fmt::Display for PlacePrefix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.steps().is_empty() { Ok(()) } else { write!(f, "{}: ", self.0) }
    }
}

impl Fault {
    pub(crate) const fn new(place: Place, problem: FaultKind) -> Self {
        Self { place, problem }
    }

    /// Returns the place of the fault.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Returns the kind of the fault.
    #[must_use]
    pub const fn kind(&self) -> &FaultKind {
        &self.problem
    }

    /// Returns the same fault as seen from the enclosing input, in which this input is at `outer`.
    pub(crate) fn below(self, outer: &Place) -> Self {
        Self { place: self.place.below(outer), problem: self.problem }
    }
}
