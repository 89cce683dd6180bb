//! Which day is it? The crate knows no clock: whoever asks says so.

use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use crate::vocabulary::shown::Shown;

/// A day of the calendar, written as ISO 8601 has it. Days are compared and not counted: no rule reads one.
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
    /// The day of a year up to 9999, a month from 1 to 12 and a day from 1 to 31; that a month has so many days is not
    /// checked.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
            return None;
        }
        Some(Self { year, month, day })
    }
}

/// A text that is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no date; a date is written as 2027-06-30", Shown(.found))]
#[non_exhaustive]
pub struct NoDate {
    /// What was found.
    pub found: String,
}

impl FromStr for Date {
    type Err = NoDate;

    /// Reads a date.
    ///
    /// # Errors
    /// Any text that is not four digits, two and two, with a hyphen between, or a month or a day that no calendar has.
    fn from_str(text: &str) -> Result<Self, NoDate> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let read = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            let is_written = [(year, 4), (month, 2), (day, 2)]
                .iter()
                .all(|(it, length)| it.len() == *length && digits(it));
            if !is_written {
                return None;
            }
            Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        read().ok_or_else(|| NoDate { found: text.into() })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
