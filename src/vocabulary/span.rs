//! How is a result stated when it depends on unknown facts?

use core::fmt;

/// A closed range of results: the least and the most over all worlds that agree with the facts.
///
/// Each end is attained in some world, except that the better end of a verdict is a bound: no world is better.
///
/// ```
/// use cpto::{Severity, Span};
///
/// let severity = Span::new(Severity::None, Severity::High).unwrap();
/// assert_eq!(severity.to_string(), "none to high");
/// assert_eq!(Span::new(2, 1), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span<T> {
    pub(crate) least: T,
    pub(crate) most: T,
}

impl<T: Copy + Ord> Span<T> {
    /// Returns the range from `least` to `most`, or `None` if they are reversed.
    ///
    /// ```
    /// use cpto::Span;
    ///
    /// assert!(Span::new(1, 2).is_some());
    /// assert_eq!(Span::new(2, 1), None);
    /// ```
    #[must_use]
    pub fn new(least: T, most: T) -> Option<Self> {
        (least <= most).then_some(Self { least, most })
    }

    /// Returns the range of one value.
    ///
    /// ```
    /// use cpto::Span;
    ///
    /// assert_eq!(Span::exact(3).value(), Some(3));
    /// ```
    #[must_use]
    pub const fn exact(value: T) -> Self {
        Self { least: value, most: value }
    }

    /// Returns the least value.
    #[must_use]
    pub const fn least(self) -> T {
        self.least
    }

    /// Returns the greatest value.
    #[must_use]
    pub const fn most(self) -> T {
        self.most
    }

    /// Returns the value, if there is only one.
    #[must_use]
    pub fn value(self) -> Option<T> {
        (self.least == self.most).then_some(self.least)
    }

    /// Returns the greater of two results that depend on different facts, or that rise and fall together.
    pub(crate) fn end(self, is_most: bool) -> T {
        if is_most { self.most } else { self.least }
    }

    pub(crate) fn max(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), most: self.most.max(other.most) }
    }

    /// Returns the lesser of two such results.
    pub(crate) fn min(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.min(other.most) }
    }

    /// Returns the range that covers both results, for two sets of worlds either of which may contain the real one.
    pub(crate) fn hull(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.max(other.most) }
    }
}

impl<T: Copy + Ord + Default> Default for Span<T> {
    /// Returns the range of the default value.
    fn default() -> Self {
        Self::exact(T::default())
    }
}

impl<T> Span<T> {
    /// Applies a function that never falls as its argument rises.
    pub(crate) fn rising<U>(self, f: impl Fn(T) -> U) -> Span<U> {
        Span { least: f(self.least), most: f(self.most) }
    }

    /// Applies a function that never rises as its argument rises.
    pub(crate) fn falling<U>(self, f: impl Fn(T) -> U) -> Span<U> {
        Span { least: f(self.most), most: f(self.least) }
    }
}

impl<T: Copy + Ord + fmt::Debug> fmt::Debug for Span<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.least.fmt(f)?;
        if self.least < self.most {
            f.write_str("..=")?;
            self.most.fmt(f)?;
        }
        Ok(())
    }
}

impl<T: Copy + Ord + fmt::Display> fmt::Display for Span<T> {
    /// Writes the value, or both ends with "to" between them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.least.fmt(f)?;
        if self.least < self.most {
            f.write_str(" to ")?;
            self.most.fmt(f)?;
        }
        Ok(())
    }
}
