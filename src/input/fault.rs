//! What is wrong with an input, where, and what would be allowed?

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::model::fact::Fact;
use crate::vocabulary::change::{Change, Incumbent};
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Verdict;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::span::Span;
use crate::vocabulary::word::{UnknownName, Word};

/// One step from a document to something inside it.
///
/// ```
/// use cpto::{Organization, Step};
///
/// let faults = Organization::draft().headcount(0).build().unwrap_err();
/// assert_eq!(faults.as_slice()[0].place().steps(), [Step::Key("headcount".into())]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "documents have keys and lists, and nothing else")]
pub enum Step {
    /// To the value of a key.
    Key(Cow<'static, str>),
    /// To an element of a list, counted from 0.
    Index(usize),
}

/// A place in an input, written as `proposed.cto.remit[3]`; the input itself is written as nothing.
///
/// ```
/// use cpto::{Organization, Step};
///
/// let faults = Organization::draft().headcount(0).build().unwrap_err();
/// let place = faults.iter().next().unwrap().place();
/// assert_eq!(place.to_string(), "headcount");
/// assert_eq!(place.steps(), [Step::Key("headcount".into())]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Place(Vec<Step>);

impl Place {
    /// The way from the input to the place.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// let faults = Organization::draft().headcount(0).build().unwrap_err();
    /// assert_eq!(faults.as_slice()[0].place().steps().len(), 1);
    /// ```
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The fact that is here, or inside which this is, of a place in a proposal: the field of a form.
    ///
    /// ```
    /// use cpto::{Draft, Fact, Proposal};
    ///
    /// # #[cfg(feature = "serde")] {
    /// let draft: Draft<Proposal> =
    ///     serde_json::from_str(r#"{ "organization": { "headcount": [0, 10] }, "proposed": { "cto": {} } }"#)?;
    /// let faults = draft.build().unwrap_err();
    /// assert_eq!(faults.as_slice()[0].place().to_string(), "organization.headcount[0]");
    /// assert_eq!(faults.as_slice()[0].place().fact(), Some(Fact::Headcount));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn fact(&self) -> Option<Fact> {
        let outer = |length| Self(self.0.iter().take(length).cloned().collect());
        (1..=self.0.len()).find_map(|length| outer(length).to_string().parse().ok())
    }

    /// The place of a key that every document of the kind may have.
    pub(crate) fn key(key: &'static str) -> Self {
        Self::default().then(key)
    }

    /// The place behind a known key of this place.
    pub(crate) fn then(mut self, key: &'static str) -> Self {
        self.push(Step::Key(Cow::Borrowed(key)));
        self
    }

    /// The place of an element of this place.
    pub(crate) fn index(mut self, index: usize) -> Self {
        self.push(Step::Index(index));
        self
    }

    pub(crate) fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    #[cfg(feature = "serde")]
    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }

    /// Whether this place is the other one or inside it.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// The same place, seen from what this one is a part of.
    fn below(&self, outer: &Self) -> Self {
        Self(outer.0.iter().chain(&self.0).cloned().collect())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) if is_plain(key) => {
                    if position > 0 {
                        f.write_str(".")?;
                    }
                    f.write_str(key)?;
                }
                Step::Key(key) => write!(f, "[{key:?}]")?,
            }
        }
        Ok(())
    }
}

/// Whether a key can stand in a place without quotes.
fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// What was found where something else has to stand.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use cpto::{Draft, FaultKind, Found, Organization, Shape};
///
/// let draft: Draft<Organization> = serde_json::from_str(r#"{ "headcount": "many" }"#)?;
/// let faults = draft.build().unwrap_err();
/// let FaultKind::WrongType { found: Found::Text(text), allowed: Shape::Integer } = faults.as_slice()[0].kind() else {
///     unreachable!()
/// };
/// assert_eq!(text, "many");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Found {
    /// `null`, or whatever a format has for nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Integer(i128),
    /// A number that is no integer, or too great for one, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List,
    /// An object.
    Object,
    /// Bytes.
    Bytes,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Number(written) => write!(f, "the number {written}"),
            Self::Text(text) => write!(f, "the text {text:?}"),
            Self::List => f.write_str("a list"),
            Self::Object => f.write_str("an object"),
            Self::Bytes => f.write_str("bytes"),
        }
    }
}

/// What may stand at a place of a document.
///
/// ```
/// use cpto::Shape;
///
/// assert_eq!(Shape::Threshold.to_string(), "an integer, or \"never\"");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// An object with any of these keys.
    Object(&'static [&'static str]),
    /// A list of any of these names.
    Names(&'static [&'static str]),
    /// A remit: `"conventional"`, or a list of responsibilities.
    Remit,
    /// A list.
    List,
    /// A text.
    Text,
    /// An integer.
    Integer,
    /// `true` or `false`.
    TrueOrFalse,
    /// What a policy says of a role and a skill: a proficiency, or `"not-needed"`.
    Need,
    /// A threshold of a policy: an integer, or `"never"`.
    Threshold,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed = |names: &[&str]| names.join(", ");
        match self {
            Self::Object([key]) => write!(f, "an object with the key {key}"),
            Self::Object(keys) => write!(f, "an object with any of the keys {}", listed(keys)),
            Self::Names(names) => write!(f, "a list of any of {}", listed(names)),
            Self::Remit => f.write_str("\"conventional\", or a list of responsibilities"),
            Self::List => f.write_str("a list"),
            Self::Text => f.write_str("a text"),
            Self::Integer => f.write_str("an integer"),
            Self::TrueOrFalse => f.write_str("true or false"),
            Self::Need => write!(f, "{}, or not-needed", listed(Proficiency::NAMES)),
            Self::Threshold => f.write_str("an integer, or \"never\""),
        }
    }
}

/// The order that numbers of a policy have to keep.
///
/// ```
/// assert_eq!(cpto::Order::Rising.to_string(), "no less than the one before");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "there is no third")]
pub enum Order {
    /// No less than the one before.
    Rising,
    /// No more than the one before.
    Falling,
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rising => "no less than the one before",
            Self::Falling => "no more than the one before",
        })
    }
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
    /// A key that has no meaning here.
    #[error("unknown key `{found}`")]
    UnknownKey {
        /// The key.
        found: String,
        /// The keys there are.
        allowed: &'static [&'static str],
    },
    /// A key that was given before.
    #[error("key `{found}` is given twice")]
    RepeatedKey {
        /// The key.
        found: String,
    },
    /// A key without which the input says nothing.
    #[error("key `{missing}` is missing")]
    MissingKey {
        /// The key.
        missing: &'static str,
    },
    /// A name that the vocabulary does not have.
    #[error(transparent)]
    UnknownName(#[from] UnknownName),
    /// A value of another kind, such as a text for a number, or `null`. (Where a name has to stand, anything else is an
    /// unknown name, so that the names are told.)
    #[error("{found} cannot stand here")]
    WrongType {
        /// What was found.
        found: Found,
        /// What is allowed.
        allowed: Shape,
    },
    /// A number outside its bounds.
    #[error("{found} is out of range")]
    OutOfRange {
        /// The number.
        found: i128,
        /// The least number allowed.
        least: i128,
        /// The most number allowed.
        most: i128,
    },
    /// A range whose ends are the wrong way round.
    #[error("the range from {least} to {most} is reversed")]
    ReversedRange {
        /// What stands as its least.
        least: String,
        /// What stands as its most.
        most: String,
    },
    /// A range that does not have two ends.
    #[error("a range has two ends, and not {found}")]
    RangeLength {
        /// How many values it has.
        found: usize,
    },
    /// A remit that names a responsibility twice, or a list any name twice.
    #[error("`{found}` is named twice")]
    RepeatedName {
        /// The name.
        found: String,
    },
    /// A responsibility that is said not to exist in this company.
    #[error("`{found}` is not applicable in this organisation")]
    NotApplicable {
        /// The responsibility.
        found: Responsibility,
    },
    /// A signal whose level is stated, and of which there are readings, too.
    #[error("`{found}` is measured, too")]
    AlsoMeasured {
        /// The signal.
        found: Signal,
    },
    /// A reason without a word.
    #[error("the reason is blank")]
    BlankReason,
    /// A structure in which nobody leads, or a proposal without a proposed one.
    #[error("a structure without a seat")]
    NoSeat,
    /// A CPTO seat beside one that it contains.
    #[error("a cpto seat beside a {beside} seat")]
    CptoBeside {
        /// The other seat.
        beside: Role,
    },
    /// A seat that is accountable for nothing.
    #[error("a {role} seat without any responsibility")]
    EmptyRemit {
        /// The seat.
        role: Role,
    },
    /// A lone CTO or CPO who holds the core of both.
    #[error("a lone {role} who holds every core responsibility of both homes is a cpto")]
    LoneSeatIsCpto {
        /// The seat.
        role: Role,
    },
    /// The observation of a CPTO's attention, made of somebody else.
    #[error("product-attention is observed of a cpto alone, not of a {role}")]
    AttentionOutsideCombined {
        /// The seat.
        role: Role,
    },
    /// An incumbent where nobody has to be chosen.
    #[error("an incumbent is given, but the change is {change}")]
    IncumbentOfChange {
        /// The change.
        change: Change,
    },
    /// An incumbent from a seat, or for a seat, that is not there.
    #[error("the incumbent `{found}` has no seat")]
    IncumbentWithoutSeat {
        /// Who was named.
        found: Incumbent,
        /// Who may be named.
        allowed: Vec<Incumbent>,
    },
    /// Numbers of a policy that have to rise or fall and do not.
    #[error("{found} after {before} is out of order")]
    OutOfOrder {
        /// The number or name.
        found: String,
        /// What it follows.
        before: String,
        /// The order that is allowed.
        allowed: Order,
    },
    /// Of an assessment that is read: a verdict that does not follow from its warnings.
    #[error("the verdict {found} contradicts the warnings")]
    ContradictoryVerdict {
        /// The verdict.
        found: Span<Verdict>,
        /// What follows from the warnings.
        allowed: Span<Verdict>,
    },
    /// Of an assessment that is read: warnings that do not stand as it lists them.
    #[error("the warnings are out of order")]
    UnorderedWarnings,
    /// Of an assessment that is read: a list that is longer than it can be.
    #[error("a list of {found} entries")]
    TooMany {
        /// How many it has.
        found: usize,
        /// How many it may have.
        most: usize,
    },
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

    /// The name of the kind of fault, by which an application can choose its own words.
    ///
    /// ```
    /// assert_eq!(cpto::FaultKind::BlankReason.code(), "blank-reason");
    /// ```
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.into()
    }

    /// What is allowed instead, in words.
    ///
    /// ```
    /// use cpto::Percent;
    ///
    /// assert_eq!(Percent::try_from(101).unwrap_err().allowed(), "an integer from 0 to 100");
    /// ```
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
            Self::UnorderedWarnings => "the most severe first, each once".into(),
            Self::TooMany { most, .. } => alloc::format!("at most {most} entries"),
            Self::OutOfRange { least, most, .. } => alloc::format!("an integer from {least} to {most}"),
            Self::ReversedRange { .. } => "the least first, then the most".into(),
            Self::RangeLength { .. } => "two values, the least and the most".into(),
            Self::NotApplicable { .. } => "responsibilities that are applicable".into(),
            Self::AlsoMeasured { .. } => "a level or figures of a signal, and not both".into(),
            Self::BlankReason => "a reason with at least one word".into(),
            Self::NoSeat => "cpto alone, or cto, cpo or both".into(),
            Self::CptoBeside { .. } => "cpto alone, or cto, cpo or both without cpto".into(),
            Self::EmptyRemit { .. } => {
                "at least one responsibility; a seat without any is vacant and left out".into()
            }
            Self::LoneSeatIsCpto { .. } => "a cpto seat, or a core responsibility held elsewhere".into(),
            Self::AttentionOutsideCombined { .. } => "product-attention in a cpto seat".into(),
            Self::IncumbentOfChange { .. } => "an incumbent for a merge or a split alone".into(),
            Self::IncumbentWithoutSeat { allowed, .. } => {
                allowed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// One thing that is wrong with an input, and where.
///
/// Its `Display` is one line: place, problem, what is allowed. With the feature `serde` it is written as an object
/// with the keys `place`, `code`, `problem` and `allowed`.
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
pub struct Fault {
    place: Place,
    #[source]
    problem: FaultKind,
}

/// The place with a colon behind it, or nothing for the input itself.
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

    /// Where it is.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// let faults = Organization::draft().headcount(0).build().unwrap_err();
    /// assert_eq!(faults.as_slice()[0].place().to_string(), "headcount");
    /// ```
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// What it is.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// let faults = Organization::draft().headcount(0).build().unwrap_err();
    /// assert_eq!(faults.as_slice()[0].kind().to_string(), "0 is out of range");
    /// ```
    #[must_use]
    pub const fn kind(&self) -> &FaultKind {
        &self.problem
    }

    /// The same fault, seen from what the input is a part of.
    pub(crate) fn below(self, outer: &Place) -> Self {
        Self { place: self.place.below(outer), problem: self.problem }
    }
}

/// Everything that is wrong with an input: at least one fault. First comes what could not be read, in the order of the
/// document, then what does not fit together.
///
/// ```
/// use cpto::{Organization, Proposal, Responsibility, Seat, Stage, Structure};
///
/// let faults = Proposal::draft()
///     .organization(Organization::draft().stage(Stage::Enterprise..=Stage::Startup))
///     .proposed(Structure::cto(Seat::draft().remit([Responsibility::Delivery, Responsibility::Delivery])))
///     .build()
///     .unwrap_err();
/// let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
/// assert_eq!(lines, [
///     "organization.stage: the range from enterprise to startup is reversed; \
///      allowed: the least first, then the most",
///     "proposed.cto.remit[1]: `delivery` is named twice; allowed: each name once",
/// ]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The value where there are no faults, or else the faults.
    pub(crate) fn unless_empty<T>(faults: Vec<Fault>, value: impl FnOnce() -> T) -> Result<T, Self> {
        if faults.is_empty() { Ok(value()) } else { Err(Self(faults)) }
    }

    /// The faults, in the order of the input's parts.
    ///
    /// ```
    /// use cpto::{Organization, Stage};
    ///
    /// let draft = Organization::draft().headcount(0).stage(Stage::Enterprise..=Stage::Startup);
    /// let faults = draft.build().unwrap_err();
    /// let places: Vec<String> = faults.iter().map(|fault| fault.place().to_string()).collect();
    /// assert_eq!(places, ["headcount", "stage"]);
    /// ```
    pub fn iter(&self) -> core::slice::Iter<'_, Fault> {
        self.0.iter()
    }

    /// The faults as a list.
    ///
    /// ```
    /// use cpto::Proposal;
    ///
    /// assert_eq!(Proposal::draft().build().unwrap_err().as_slice().len(), 1);
    /// ```
    #[must_use]
    pub fn as_slice(&self) -> &[Fault] {
        &self.0
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = alloc::vec::IntoIter<Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = core::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Faults {
    /// Writes one fault a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, fault) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl core::error::Error for Faults {}
