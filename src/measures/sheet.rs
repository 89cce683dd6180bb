//! What does the declaration of a measure contain?
//!
//! A measure is a row of [`measures!`](measures) in the file of its subject. That row determines the constructor of its
//! figures, their form in documents, the measure's section in the tables, and the figures that tests generate.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::RangeInclusive;

use crate::input::fault::FaultKind;
use crate::measures::line::{Edges, Standing};
use crate::measures::refusal::Refusal;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::word::Word;

/// The source of a measure's edges, or of the names of its levels.
///
/// Its `Display` is the publisher and the edition, as readings repeat them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Publication {
    /// The publisher.
    pub publisher: &'static str,
    /// The edition that the edges come from.
    pub edition: &'static str,
    /// The web address at which the publication was seen, if any.
    pub url: Option<&'static str>,
    /// Whether it was read in the publisher's own text or data, or in an official reproduction. Otherwise it was read in
    /// another text that names the publisher.
    pub is_first_hand: bool,
}

impl Publication {
    /// Makes a publication that was read in its own text.
    pub(super) const fn first_hand(
        publisher: &'static str,
        edition: &'static str,
        url: Option<&'static str>,
    ) -> Self {
        Self { publisher, edition, url, is_first_hand: true }
    }

    /// Makes a publication that was read in another text.
    pub(super) const fn second_hand(
        publisher: &'static str,
        edition: &'static str,
        url: Option<&'static str>,
    ) -> Self {
        Self { publisher, edition, url, is_first_hand: false }
    }
}

impl fmt::Display for Publication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.publisher, self.edition)
    }
}

/// The values of a figure, by field: a number, 1 or 0 for yes or no, or the position of a name in its list.
pub(crate) type Values = [Option<i128>; 4];

/// Returns the values of a figure from those of its first fields; the remaining fields have no value.
pub(super) fn values<const N: usize>(stated: [Option<i128>; N]) -> Values {
    let mut stated = stated.into_iter();
    Values::default().map(|_| stated.next().flatten())
}

/// The kind of value that a field takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Integer {
        least: i128,
        most: i128,
    },
    YesNo,
    Name {
        #[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "only documents use it"))]
        kind: &'static str,
        names: &'static [&'static str],
    },
}

/// A field of a figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub(crate) key: &'static str,
    pub(crate) kind: Kind,
    pub(crate) is_required: bool,
}

impl Part {
    pub(super) const fn of<T: Stated>(key: &'static str, is_required: bool) -> Self {
        Self { key, kind: T::KIND, is_required }
    }

    pub(super) const fn within(self, least: i128, most: i128) -> Self {
        Self { kind: Kind::Integer { least, most }, ..self }
    }
}

/// A type that a field can have.
pub(super) trait Stated: Copy {
    const KIND: Kind;

    fn value(self) -> i128;

    /// Converts a value back to the type; `None` if it is not a value of the type.
    fn stated(value: i128) -> Option<Self>;
}

macro_rules! integers {
    ($($Int:ty),+) => { $(
        impl Stated for $Int {
            const KIND: Kind = Kind::Integer { least: <$Int>::MIN as i128, most: <$Int>::MAX as i128 };

            fn value(self) -> i128 {
                self.into()
            }

            fn stated(value: i128) -> Option<Self> {
                value.try_into().ok()
            }
        }
    )+ };
}
integers! { u64, i64 }

impl Stated for bool {
    const KIND: Kind = Kind::YesNo;

    fn value(self) -> i128 {
        self.into()
    }

    fn stated(value: i128) -> Option<Self> {
        Some(value == 1)
    }
}

impl<W: Word> Stated for W {
    const KIND: Kind = Kind::Name { kind: W::KIND, names: W::NAMES };

    fn value(self) -> i128 {
        self.index().into()
    }

    fn stated(value: i128) -> Option<Self> {
        W::ALL.get(usize::try_from(value).ok()?).copied()
    }
}

/// The key of a field that does not fit, and its fault.
pub(crate) type Misfit = (&'static str, FaultKind);

/// The declaration of a measure.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) publication: Publication,
    /// A description of the figure.
    pub(super) takes: &'static str,
    /// Notes on the edges and on this crate's own rules; may be empty.
    pub(super) remark: &'static str,
    /// The signal that the measure informs; `None` if the first field names it.
    pub(super) signal: Option<Signal>,
    pub(crate) fields: &'static [Part],
    /// The keys in documents: those of the fields, and two that every figure has.
    #[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "only documents use it"))]
    pub(crate) keys: &'static [&'static str],
    /// The place where each set of edges holds, such as a segment; blank if it holds everywhere.
    pub(super) places: &'static [&'static str],
    /// The lines that figures are compared with, for each place; empty if the measure names its levels.
    pub(crate) edges: &'static [Edges],
    /// Returns the first field that is inconsistent with the others.
    pub(super) misfit: fn(&Values) -> Option<Misfit>,
    /// Reads the values; `None` if a required one is missing.
    pub(super) reads: fn(&Values) -> Option<Result<Standing, Refusal>>,
    /// Writes values as part of a sentence.
    pub(super) says: fn(&Values, &mut fmt::Formatter<'_>) -> Option<fmt::Result>,
}

impl Sheet {
    pub(crate) const OF: &'static str = "of";
    pub(crate) const PERIOD: &'static str = "period";

    /// Reads a figure against the edges of a place: `quantity` relative to `of`, which is 1 where the limits are numbers.
    pub(super) fn stand(
        &'static self,
        place: &str,
        quantity: impl Into<i128>,
        of: impl Into<i128>,
    ) -> Standing {
        let edges = self.places.iter().zip(self.edges).find(|(known, _)| **known == place);
        edges.map_or(Standing::at(Estimate::UNKNOWN), |(_, edges)| edges.read(quantity.into(), of.into()))
    }
}

/// The signal of a measure, if it has one.
pub(super) const fn of(signal: &[Signal]) -> Option<Signal> {
    if let [signal, ..] = signal { Some(*signal) } else { None }
}

/// A published measure that can be read as a level of a signal. The constructor of the same name makes its figures, such as
/// [`Figure::recovery_time`](super::Figure::recovery_time) for `recovery-time`.
///
/// Its `Display` is its name in documents. The alternate form, `{:#}`, is its section of the [`tables`](super::tables): the
/// figure that it takes, its edges, their publisher, and notes on them.
///
/// ```
/// use cpto::{Signal, measures::Measure};
///
/// let measure: Measure = "sean-ellis".parse()?;
/// assert_eq!(measure.title(), "Sean Ellis test");
/// assert_eq!(measure.signal(), Some(Signal::ProductMarketFit));
/// assert!(format!("{measure:#}").contains("100 × very-disappointed ≥ 40 × asked"));
/// # Ok::<(), cpto::UnknownName>(())
/// ```
#[derive(Clone, Copy)]
pub struct Measure(pub(crate) &'static Sheet);

impl Measure {
    /// The name as it is written in documents. The stable key of the measure is `M-` followed by this name; a name is never
    /// changed or reused.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0.name
    }

    /// The usual name of the measure, such as "Net Promoter Score".
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.0.title
    }

    /// The signal that the measure informs; `None` for coverage, whose figures name their signal.
    #[must_use]
    pub const fn signal(self) -> Option<Signal> {
        self.0.signal
    }

    /// The source of the edges.
    #[must_use]
    pub const fn publication(self) -> Publication {
        self.0.publication
    }
}

impl PartialEq for Measure {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Measure {}

impl Hash for Measure {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.name.hash(state);
    }
}

impl fmt::Debug for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Measure({})", self.0.name)
    }
}

/// Returns a fault if a number is stated and outside its range.
pub(super) fn outside(
    key: &'static str,
    found: impl Into<Option<u64>>,
    allowed: RangeInclusive<u64>,
) -> Option<Misfit> {
    let found = found.into().filter(|found| !allowed.contains(found))?;
    let (least, most) = allowed.into_inner();
    Some((key, FaultKind::OutOfRange { found: found.into(), least: least.into(), most: most.into() }))
}

/// Declares the measures of a subject. A row lists the fields of a figure as the constructor takes them (fields after the
/// semicolon are optional, brackets hold bounds), what documents need to know, and three expressions over the fields: which
/// values fit, how the figure reads, and how it is worded.
macro_rules! measures {
    ($(
        $(#[$meta:meta])*
        $name:ident(
            $($field:ident: $Type:ty $([$least:expr, $most:expr])?),+
            $(; $($given:ident: $Given:ty),+)?
        ) $(of $signal:ident)?: $title:literal {
            by: $publication:expr,
            takes: $takes:literal,
            remark: $remark:literal,
            $(fits: [$($fitted:ident in $range:expr),+],)?
            edges: { $($place:literal: [$($line:expr),+] else $otherwise:expr),* $(,)? },
            reads: $reads:expr,
            says: ($($says:tt)+) $(,)?
        }
    )+) => {
        $(
            #[expect(non_upper_case_globals, reason = "a measure shares its name with its constructor")]
            static $name: crate::measures::sheet::Sheet = crate::measures::sheet::Sheet {
                name: crate::vocabulary::kebab::kebab!($name),
                title: $title,
                publication: $publication,
                takes: $takes,
                remark: $remark,
                signal: crate::measures::sheet::of(&[$(crate::vocabulary::signal::Signal::$signal)?]),
                fields: &[
                    $( crate::measures::sheet::Part::of::<$Type>(crate::vocabulary::kebab::kebab!($field), true)$(.within($least as i128, $most as i128))?, )+
                    $($( crate::measures::sheet::Part::of::<$Given>(crate::vocabulary::kebab::kebab!($given), false), )+)?
                ],
                keys: &[$(crate::vocabulary::kebab::kebab!($field),)+ $($(crate::vocabulary::kebab::kebab!($given),)+)? crate::measures::sheet::Sheet::OF, crate::measures::sheet::Sheet::PERIOD],
                places: &[$($place),*],
                edges: &[$(crate::measures::line::Edges { lines: &[$($line),+], otherwise: $otherwise }),*],
                misfit: |values| {
                    measures! { @bind values [$($field: $Type),+] [$($($given: $Given),+)?] }
                    $($( if let Some(misfit) = crate::measures::sheet::outside(crate::vocabulary::kebab::kebab!($fitted), $fitted, $range) { return Some(misfit) } )+)?
                    None
                },
                reads: |values| {
                    measures! { @bind values [$($field: $Type),+] [$($($given: $Given),+)?] }
                    let read = || $reads;
                    Some(read())
                },
                says: |values, f| {
                    measures! { @bind values [$($field: $Type),+] [$($($given: $Given),+)?] }
                    Some(write!(f, $($says)+))
                },
            };
        )+

        pub(super) static MEASURES: &[crate::measures::sheet::Measure] = &[$(crate::measures::sheet::Measure(&$name)),+];

        impl Figure { $(
            $(#[$meta])*
            ///
            /// # Errors
            /// [`FaultKind::OutOfRange`](crate::FaultKind::OutOfRange) if a number is outside its bounds.
            pub fn $name($($field: $Type,)+ $($($given: impl Into<Option<$Given>>),+)?) -> Result<Self, crate::input::fault::FaultKind> {
                $($( let $given: Option<$Given> = $given.into(); )+)?
                let stated = [$(Some(crate::measures::sheet::Stated::value($field)),)+ $($($given.map(crate::measures::sheet::Stated::value),)+)?];
                Self::new(crate::measures::sheet::Measure(&$name), crate::measures::sheet::values(stated)).map_err(|(_, problem)| problem)
            }
        )+ }
    };
    (@bind $values:ident [$($field:ident: $Type:ty),+] [$($given:ident: $Given:ty),*]) => {
        let mut values = $values.iter().copied();
        $( let $field: $Type = crate::measures::sheet::Stated::stated(values.next()??)?; )+
        $( let $given: Option<$Given> = values.next()?.and_then(crate::measures::sheet::Stated::stated); )*
        let _ = ($($field,)+ $($given,)*);
    };
}
pub(super) use measures;
