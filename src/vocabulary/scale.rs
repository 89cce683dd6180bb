//! How is a fact stated when it is known exactly, only roughly, or not at all?
//!
//! [`Estimate`] is for input and [`Span`] is for results. Both are closed ranges of an ordered scale.

use core::fmt;
use core::ops::{RangeFrom, RangeFull, RangeInclusive, RangeToInclusive};

use alloc::string::{String, ToString};

use crate::vocabulary::span::Span;
use crate::vocabulary::word::Ascending;

/// An ordered scale with a least and a greatest value.
///
/// The ordered lists of the domain are scales, as are `bool` (no before yes), `u8`, [`Percent`], [`Months`] and [`Headcount`].
///
/// ```
/// use cpto::{Maturity, Scale};
///
/// assert_eq!((Maturity::LEAST, Maturity::MOST), (Maturity::Initial, Maturity::Optimizing));
/// assert_eq!(Maturity::at_rank(Maturity::Managed.rank()), Some(Maturity::Managed));
/// ```
pub trait Scale: Copy + Ord {
    /// The lower end of the scale.
    const LEAST: Self;
    /// The upper end of the scale.
    const MOST: Self;

    /// Returns the position on the scale: a number that rises with the value.
    ///
    /// ```
    /// use cpto::{Scale, Stage};
    ///
    /// assert!(Stage::Startup.rank() < Stage::ScaleUp.rank());
    /// ```
    fn rank(self) -> u32;

    /// Returns the value at a position, or `None` if the scale has no such position.
    ///
    /// ```
    /// use cpto::Scale;
    ///
    /// assert_eq!((bool::at_rank(1), bool::at_rank(2)), (Some(true), None));
    /// ```
    fn at_rank(rank: u32) -> Option<Self>;
}

/// A list that is declared in the order of a scale, such as [`Stage`](crate::Stage).
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time; no list is empty")]
impl<W: Ascending> Scale for W {
    const LEAST: Self = W::ALL[0];
    const MOST: Self = W::ALL[W::ALL.len() - 1];

    fn rank(self) -> u32 {
        self.index()
    }

    fn at_rank(rank: u32) -> Option<Self> {
        W::ALL.get(rank as usize).copied()
    }
}

impl Scale for bool {
    const LEAST: Self = false;
    const MOST: Self = true;

    fn rank(self) -> u32 {
        self.into()
    }

    fn at_rank(rank: u32) -> Option<Self> {
        u8::try_from(rank).ok().filter(|rank| *rank < 2).map(|rank| rank == 1)
    }
}

impl Scale for u8 {
    const LEAST: Self = Self::MIN;
    const MOST: Self = Self::MAX;

    fn rank(self) -> u32 {
        self.into()
    }

    fn at_rank(rank: u32) -> Option<Self> {
        rank.try_into().ok()
    }
}

/// The reason why a number or a range is not an estimate on a scale.
///
/// ```
/// use cpto::{IntoEstimate, Percent, ScaleError};
///
/// assert_eq!(Percent::try_from(101).unwrap_err(), ScaleError::OutOfRange { found: 101, least: 0, most: 100 });
/// assert!(matches!((true..=false).into_estimate(), Err(ScaleError::Reversed { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(clippy::exhaustive_enums, reason = "there is no third kind of error")]
pub enum ScaleError {
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
    Reversed {
        /// The stated least value.
        least: String,
        /// The stated greatest value.
        most: String,
    },
}

/// A fact as far as it is known: an exact value, a closed range of its scale, or unknown, which is the whole scale.
///
/// No value is ever assumed for an unknown fact. Every function that takes an estimate also takes a value or a range of the
/// scale; see [`IntoEstimate`], which also turns a range into an estimate.
///
/// ```
/// use cpto::{Estimate, IntoEstimate, Maturity};
///
/// let rough: Estimate<Maturity> = (Maturity::Defined..).into_estimate()?;
/// assert_eq!((rough.least(), rough.most()), (Maturity::Defined, Maturity::Optimizing));
/// assert_eq!((Maturity::Managed..=Maturity::Managed).into_estimate(), Ok(Estimate::exact(Maturity::Managed)));
/// assert!(Estimate::<bool>::UNKNOWN.is_unknown());
/// # Ok::<(), cpto::ScaleError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[doc(alias = "interval")]
pub struct Estimate<T> {
    pub(crate) least: T,
    pub(crate) most: T,
}

impl<T: Scale> Estimate<T> {
    /// An estimate that allows every value of the scale.
    pub const UNKNOWN: Self = Self { least: T::LEAST, most: T::MOST };

    /// Returns an estimate of one value, known exactly.
    ///
    /// ```
    /// use cpto::{Estimate, Stage};
    ///
    /// assert_eq!(Estimate::exact(Stage::ScaleUp).value(), Some(Stage::ScaleUp));
    /// ```
    #[must_use]
    pub const fn exact(value: T) -> Self {
        Self { least: value, most: value }
    }

    /// Returns the least possible value.
    #[must_use]
    pub const fn least(self) -> T {
        self.least
    }

    /// Returns the greatest possible value.
    #[must_use]
    pub const fn most(self) -> T {
        self.most
    }

    /// Returns the value if it is known exactly.
    #[must_use]
    pub fn value(self) -> Option<T> {
        self.is_exact().then_some(self.least)
    }

    /// Returns whether only one value is possible.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.least == self.most
    }

    /// Returns whether every value of the scale is possible.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self == Self::UNKNOWN
    }

    /// Returns whether the value is possible.
    ///
    /// ```
    /// use cpto::{Organization, Stage};
    ///
    /// let company = Organization::draft().stage(..=Stage::ScaleUp).build()?;
    /// assert!(company.stage().contains(Stage::Startup));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn contains(self, value: T) -> bool {
        self.least <= value && value <= self.most
    }

    /// Returns the same range as a [`Span`], the type of evaluation results.
    #[must_use]
    pub const fn span(self) -> Span<T> {
        Span { least: self.least, most: self.most }
    }
}

impl<T: Scale> Default for Estimate<T> {
    /// Returns the unknown estimate.
    fn default() -> Self {
        Self::UNKNOWN
    }
}

impl<T: Scale + fmt::Debug> fmt::Debug for Estimate<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_unknown() { f.write_str("unknown") } else { self.span().fmt(f) }
    }
}

impl<T: Scale + fmt::Display> fmt::Display for Estimate<T> {
    /// Writes `unknown`, the value, or both ends with "to" between them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_unknown() { f.write_str("unknown") } else { self.span().fmt(f) }
    }
}

/// A type that can state an [`Estimate`]: a value, `least..=most`, `least..`, `..=most`, `..`, an estimate, or an `Option` of one
/// of these. `None` means unknown; a bare `None` needs a type, such as `None::<Stage>`, and `..` means the same.
///
/// ```
/// use cpto::{Organization, Stage};
///
/// let organization = Organization::draft().stage(Stage::ScaleUp..).headcount(80..=120).build()?;
/// assert_eq!(organization.stage().least(), Stage::ScaleUp);
/// # Ok::<(), cpto::Faults>(())
/// ```
pub trait IntoEstimate<T: Scale> {
    /// Returns the estimate.
    ///
    /// ```
    /// use cpto::{Estimate, IntoEstimate, Percent};
    ///
    /// let share: Estimate<Percent> = (20..=40).into_estimate()?;
    /// assert_eq!(share.to_string(), "20 to 40");
    /// # Ok::<(), cpto::ScaleError>(())
    /// ```
    ///
    /// # Errors
    /// [`ScaleError::Reversed`] for a range whose start is above its end, such as `400..=200`; [`ScaleError::OutOfRange`] for a
    /// number outside the scale, such as a headcount of 0 or a share of 101 percent.
    fn into_estimate(self) -> Result<Estimate<T>, ScaleError>;
}

impl<T: Scale> IntoEstimate<T> for T {
    fn into_estimate(self) -> Result<Estimate<T>, ScaleError> {
        Ok(Estimate::exact(self))
    }
}

impl<T: Scale> IntoEstimate<T> for Estimate<T> {
    fn into_estimate(self) -> Result<Self, ScaleError> {
        Ok(self)
    }
}

/// The ends are stated as values are, such as by plain integers.
impl<T: Scale + fmt::Display, E: IntoEstimate<T>> IntoEstimate<T> for RangeInclusive<E> {
    fn into_estimate(self) -> Result<Estimate<T>, ScaleError> {
        let (least, most) = self.into_inner();
        let (least, most) = (least.into_estimate()?.least, most.into_estimate()?.most);
        if least > most {
            return Err(ScaleError::Reversed { least: least.to_string(), most: most.to_string() });
        }
        Ok(Estimate { least, most })
    }
}

impl<T: Scale, E: IntoEstimate<T>> IntoEstimate<T> for RangeFrom<E> {
    fn into_estimate(self) -> Result<Estimate<T>, ScaleError> {
        self.start.into_estimate().map(|start| Estimate { most: T::MOST, ..start })
    }
}

impl<T: Scale, E: IntoEstimate<T>> IntoEstimate<T> for RangeToInclusive<E> {
    fn into_estimate(self) -> Result<Estimate<T>, ScaleError> {
        self.end.into_estimate().map(|end| Estimate { least: T::LEAST, ..end })
    }
}

/// `..` states that nothing is known.
impl<T: Scale> IntoEstimate<T> for RangeFull {
    fn into_estimate(self) -> Result<Estimate<T>, ScaleError> {
        Ok(Estimate::UNKNOWN)
    }
}

/// `None` states that nothing is known, such as for a field left empty in a form. For an observation, such as
/// [`direct_reports`](crate::Draft::direct_reports), that is not the same as leaving it out.
impl<T: Scale, E: IntoEstimate<T>> IntoEstimate<T> for Option<E> {
    fn into_estimate(self) -> Result<Estimate<T>, ScaleError> {
        self.map_or(Ok(Estimate::UNKNOWN), E::into_estimate)
    }
}

/// Declares a number with bounds, and lets plain integers state estimates of it.
macro_rules! bounded {
    ($(#[$meta:meta])* pub struct $Name:ident($int:ty): $least:expr, $most:expr) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name($int);

        impl $Name {
            /// Returns the number.
            #[must_use]
            pub const fn get(self) -> $int {
                self.0
            }
        }

        impl Scale for $Name {
            const LEAST: Self = Self($least);
            const MOST: Self = Self($most);

            fn rank(self) -> u32 {
                self.get().into()
            }

            fn at_rank(rank: u32) -> Option<Self> {
                <$int>::try_from(rank).ok()?.try_into().ok()
            }
        }

        impl TryFrom<$int> for $Name {
            type Error = ScaleError;

            fn try_from(value: $int) -> Result<Self, ScaleError> {
                let (found, least, most) = (value.into(), Self::LEAST.0.into(), Self::MOST.0.into());
                let value = ($least..=$most).contains(&value).then_some(Self(value));
                value.ok_or(ScaleError::OutOfRange { found, least, most })
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.get().fmt(f)
            }
        }

        impl IntoEstimate<$Name> for $int {
            fn into_estimate(self) -> Result<Estimate<$Name>, ScaleError> {
                $Name::try_from(self).map(Estimate::exact)
            }
        }
    };
}

bounded! {
    /// A share in whole percent, 0 to 100.
    ///
    /// ```
    /// use cpto::Percent;
    ///
    /// assert_eq!(Percent::try_from(60)?.get(), 60);
    /// assert_eq!(Percent::try_from(101).unwrap_err().to_string(), "101 is out of range");
    /// # Ok::<(), cpto::ScaleError>(())
    /// ```
    pub struct Percent(u8): 0, 100
}

bounded! {
    /// A number of months, 1 to 120.
    ///
    /// ```
    /// use cpto::Months;
    ///
    /// assert_eq!(Months::try_from(6)?.get(), 6);
    /// assert!(Months::try_from(121).is_err());
    /// # Ok::<(), cpto::FaultKind>(())
    /// ```
    pub struct Months(u8): 1, 120
}

bounded! {
    /// The number of people in a company, 1 to 4,294,967,295.
    ///
    /// ```
    /// use cpto::Headcount;
    ///
    /// assert_eq!(Headcount::try_from(250)?.get(), 250);
    /// assert!(Headcount::try_from(0).is_err());
    /// # Ok::<(), cpto::ScaleError>(())
    /// ```
    pub struct Headcount(u32): 1, u32::MAX
}

#[cfg(test)]
mod tests;
