//! Which day is it? The crate has no clock: the caller states the date.

use core::fmt;
use core::str::FromStr;

use alloc::string::{String, ToString};

use crate::vocabulary::escaped::Escaped;

/// A calendar day, written as in ISO 8601. Days are compared but not counted, and no rule reads one.
///
/// ```
/// use cpto::Date;
///
/// let day: Date = "2027-06-30".parse()?;
/// assert!(day < "2027-07-01".parse()? && day.to_string() == "2027-06-30");
/// assert!("30.6.2027".parse::<Date>().is_err() && "2027-13-01".parse::<Date>().is_err());
/// # Ok::<(), cpto::NoDate>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Returns the day for a year up to 9999, a month from 1 to 12 and a day from 1 to 31, or `None` outside these ranges.
    /// Whether the month has that many days is not checked.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
            return None;
        }
        Some(Self { year, month, day })
    }
}

/// A text that is not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a date; a date is written as 2027-06-30", Escaped(.found))]
#[non_exhaustive]
pub struct NoDate {
    /// The text that was found.
    pub found: String,
}

impl FromStr for Date {
    type Err = NoDate;

    /// Reads a date.
    ///
    /// # Errors
    /// [`NoDate`] for any text that is not four, two and two digits separated by hyphens, or whose month is not from 1 to 12 or
    /// day not from 1 to 31.
    fn from_str(text: &str) -> Result<Self, NoDate> {
        let read = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            let date = Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
            (date.to_string() == text).then_some(date)
        };
        read().ok_or_else(|| NoDate { found: text.into() })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
