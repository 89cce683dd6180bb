//! Where does a fact come from?

use alloc::string::String;

use crate::vocabulary::date::Date;

/// The origin of a fact: who stated it, where it is written, and on which day it was true.
///
/// ```
/// use cpto::{Date, Origin};
///
/// let origin = Origin::default().by("the CTO").written("minutes of the board").on(Date::new(2026, 3, 1).unwrap());
/// assert_eq!(origin.by.as_deref(), Some("the CTO"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Origin {
    /// The person who stated it.
    pub by: Option<String>,
    /// The document in which it is written.
    pub source: Option<String>,
    /// The day on which it was true.
    pub on: Option<Date>,
}

impl Origin {
    /// Sets who stated the fact.
    #[must_use]
    pub fn by(mut self, who: impl Into<String>) -> Self {
        self.by = Some(who.into());
        self
    }

    /// Sets where the fact is written.
    #[must_use]
    pub fn written(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Sets the day on which the fact was true.
    #[must_use]
    pub const fn on(mut self, day: Date) -> Self {
        self.on = Some(day);
        self
    }
}
