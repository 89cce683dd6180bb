//! What is a figure, and which figures are valid?

use core::fmt;

use alloc::string::String;

use crate::input::fault::FaultKind;
use crate::measures::sheet::{Kind, Measure, Misfit, Values};
use crate::vocabulary::escaped::Escaped;
use crate::vocabulary::signal::Signal;

/// A figure for a measure, with its subject and period where they are stated. Each measure has a constructor.
///
/// ```
/// use cpto::measures::Figure;
///
/// let figure = Figure::recovery_time(240, None, None)?.of("shop").over("third quarter of 2026");
/// assert_eq!(figure.measure().as_str(), "recovery-time");
/// assert_eq!(figure.to_string(), "a failed deployment recovery time of 4 h (shop, third quarter of 2026)");
/// assert!(Figure::change_fail_rate(21, 20).is_err(), "more failed than there were");
/// # Ok::<(), cpto::FaultKind>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    measure: Measure,
    signal: Signal,
    pub(crate) values: Values,
    pub(crate) subject: Option<String>,
    pub(crate) period: Option<String>,
}

impl Figure {
    /// Makes a figure from its values.
    ///
    /// # Errors
    /// The first field that is out of range, missing, or inconsistent with the others.
    pub(crate) fn new(measure: Measure, values: Values) -> Result<Self, Misfit> {
        let sheet = measure.0;
        for (field, value) in sheet.fields.iter().zip(values) {
            match (field.kind, value) {
                (Kind::Integer { least, most }, Some(found)) if !(least..=most).contains(&found) => {
                    return Err((field.key, FaultKind::OutOfRange { found, least, most }));
                }
                (_, None) if field.is_required => {
                    return Err((field.key, FaultKind::MissingKey { missing: field.key }));
                }
                _ => {}
            }
        }
        if let Some(misfit) = (sheet.misfit)(&values) {
            return Err(misfit);
        }
        // If the measure has no signal of its own, its first field names the signal.
        let named = || match sheet.fields.first()?.kind {
            Kind::Name { names, .. } => {
                names.get(usize::try_from(values.first().copied()??).ok()?)?.parse().ok()
            }
            _ => None,
        };
        let signal = sheet.signal.or_else(named);
        let signal = signal.ok_or(("signal", FaultKind::MissingKey { missing: "signal" }))?;
        Ok(Self { measure, signal, values, subject: None, period: None })
    }

    /// Sets the application, product or team that the figure describes.
    #[must_use]
    pub fn of(self, subject: impl Into<String>) -> Self {
        Self { subject: Some(subject.into()), ..self }
    }

    /// Sets the period that the figure covers.
    #[must_use]
    pub fn over(self, period: impl Into<String>) -> Self {
        Self { period: Some(period.into()), ..self }
    }

    /// The measure.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.measure
    }

    /// The signal that the figure informs.
    #[must_use]
    pub const fn signal(&self) -> Signal {
        self.signal
    }

    /// The application, product or team that the figure describes, if stated.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// The period that the figure covers, if stated.
    #[must_use]
    pub fn period(&self) -> Option<&str> {
        self.period.as_deref()
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.measure.0.says)(&self.values, f).unwrap_or(Ok(()))?;
        match (self.subject().map(Escaped), self.period().map(Escaped)) {
            (Some(subject), Some(period)) => write!(f, " ({subject}, {period})"),
            (Some(one), None) | (None, Some(one)) => write!(f, " ({one})"),
            (None, None) => Ok(()),
        }
    }
}

/// Minutes, shown in the largest unit that gives a whole number.
pub(super) struct Minutes(pub(super) u64);

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("0 min"),
            minutes if minutes % 1_440 == 0 => write!(f, "{} d", minutes / 1_440),
            minutes if minutes % 60 == 0 => write!(f, "{} h", minutes / 60),
            minutes => write!(f, "{minutes} min"),
        }
    }
}

/// An optional part of a sentence: the text before the value, the value if stated, and the text after it.
pub(super) struct Clause<T>(pub(super) &'static str, pub(super) Option<T>, pub(super) &'static str);

impl<T: fmt::Display> fmt::Display for Clause<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(before, stated, behind) = self;
        stated.as_ref().map_or(Ok(()), |stated| write!(f, "{before}{stated}{behind}"))
    }
}
