//! Where does a fact come from?

use alloc::string::String;

use crate::vocabulary::date::Date;

/// Who said a fact, where it is written, and when it was so.
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
    /// Who said it.
    pub by: Option<String>,
    /// Where it is written.
    pub source: Option<String>,
    /// On which day it was so.
    pub on: Option<Date>,
}

impl Origin {
    /// Says who said it.
    #[must_use]
    pub fn by(mut self, who: impl Into<String>) -> Self {
        self.by = Some(who.into());
        self
    }

    /// Says where it is written.
    #[must_use]
    pub fn written(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Says on which day it was so.
    #[must_use]
    pub const fn on(mut self, day: Date) -> Self {
        self.on = Some(day);
        self
    }
}
