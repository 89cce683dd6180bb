//! How is a result stated that depends on facts that are not known?

use core::fmt;

/// A closed range of results: the least and the most over all worlds that agree with the facts.
///
/// Both ends are attained by some world, except that the better end of a verdict is a bound: no world is better.
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
    /// The range from `least` to `most`, or nothing where they are reversed.
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

    /// The range of one value.
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

    /// The least value.
    #[must_use]
    pub const fn least(self) -> T {
        self.least
    }

    /// The greatest value.
    #[must_use]
    pub const fn most(self) -> T {
        self.most
    }

    /// The value, where there is one alone.
    #[must_use]
    pub fn value(self) -> Option<T> {
        (self.least == self.most).then_some(self.least)
    }

    /// The greater of two results that hang on different facts, or that rise and fall together.
    pub(crate) fn max(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), most: self.most.max(other.most) }
    }

    /// The lesser of two such results.
    pub(crate) fn min(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.min(other.most) }
    }

    /// The range that holds both, for results of worlds of which either may be the real one.
    pub(crate) fn hull(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.max(other.most) }
    }
}

impl<T: Copy + Ord + Default> Default for Span<T> {
    /// The range of the default value.
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
