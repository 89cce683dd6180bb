//! How serious is a warning, how certain is it, and which verdict follows?

use crate::vocabulary::code::code;
use crate::vocabulary::span::Span;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// How serious a warning is, from none to enough to make the proposal inadvisable.
    ///
    /// ```
    /// use cpto::{Severity, Verdict};
    ///
    /// assert!(Severity::Low < Severity::Critical);
    /// assert_eq!(Verdict::of(Severity::High), Verdict::Conditional);
    /// ```
    #[doc(alias = "risk level")]
    pub enum Severity as "severity" {
        /// The warning does not apply.
        None,
        /// The warning is worth knowing, but is no reason to hesitate.
        Low,
        /// The warning needs a remedy, or a reason for having none.
        Medium,
        /// The warning needs a remedy before the proposal is carried out.
        High,
        /// The warning alone makes the proposal inadvisable.
        Critical,
    }
}

/// One value for each severity.
pub type BySeverity<V> = Table<Severity, V, { Severity::COUNT }>;

impl Default for Severity {
    /// Returns the severity of a warning that does not apply.
    fn default() -> Self {
        Self::None
    }
}

impl Severity {
    /// Returns the severity at this position on the scale; positions beyond its end give its last value.
    #[inline]
    pub(crate) const fn clamped(position: u32) -> Self {
        match position {
            0 => Self::None,
            1 => Self::Low,
            2 => Self::Medium,
            3 => Self::High,
            4.. => Self::Critical,
        }
    }

    /// Returns the severity of the highest of four bits, of which the lowest stands for low. A lookup avoids branches that would
    /// be mispredicted.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "four bits are always an index of the array")]
    pub(crate) const fn highest(bits: u8) -> Self {
        use Severity::{Critical, High, Low, Medium, None};
        const HIGHEST: [Severity; 16] = [
            None, Low, Medium, Medium, High, High, High, High, Critical, Critical, Critical, Critical,
            Critical, Critical, Critical, Critical,
        ];
        HIGHEST[(bits & 0b1111) as usize]
    }

    /// Moves a severity above none by this many steps, up or down, and stops at either end. It avoids branches that would be
    /// mispredicted.
    #[inline]
    pub(crate) const fn stepped(self, steps: i32) -> Self {
        let place = self as i32 + steps;
        let not_below_none = (place & !(place >> (i32::BITS - 1))).unsigned_abs();
        Self::clamped(not_below_none * (self as u32 > 0) as u32)
    }

    /// Does the same, but the steps do not take a severity above none below `floor`.
    pub(crate) const fn stepped_not_below(self, steps: i32, floor: Self) -> Self {
        self.stepped(steps).or_worse(self.or_milder(floor))
    }

    /// Does the same, but the steps do not take the severity above `ceiling`.
    pub(crate) const fn stepped_not_above(self, steps: i32, ceiling: Self) -> Self {
        self.stepped(steps).or_milder(self.or_worse(ceiling))
    }

    /// Returns the severity if a condition holds, and none otherwise.
    pub(crate) const fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::None }
    }

    /// Returns the severity, limited to `left` if a condition holds.
    pub(crate) const fn left_where(self, holds: bool, left: Self) -> Self {
        if holds { self.or_milder(left) } else { self }
    }

    /// Returns the more severe of the two.
    pub(crate) const fn or_worse(self, other: Self) -> Self {
        if self as u8 >= other as u8 { self } else { other }
    }

    /// Returns the less severe of the two.
    pub(crate) const fn or_milder(self, other: Self) -> Self {
        if self as u8 <= other as u8 { self } else { other }
    }

    /// Returns whether it is at least as severe as the other.
    pub(crate) const fn reaches(self, other: Self) -> bool {
        self as u8 >= other as u8
    }
}

/// Returns this many steps up if the condition holds, and 0 otherwise.
pub(crate) const fn up(holds: bool, steps: u8) -> i32 {
    if holds { steps as i32 } else { 0 }
}

/// Returns this many steps down if the condition holds, and 0 otherwise.
pub(crate) const fn down(holds: bool, steps: u8) -> i32 {
    -up(holds, steps)
}

/// A range of severities in one byte: the most severe in the upper four bits, the least severe in the lower four, each
/// in unary (low is 1, medium 11, high 111, critical 1111).
///
/// The worse of two results is therefore `|` and the milder is `&`, for both ends together. Bytes are ordered as warnings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct SeverityRange(u8);

impl SeverityRange {
    /// None in every world.
    pub(crate) const NONE: Self = Self(0);

    /// The range over no world at all, which leaves every [`hull`](Self::hull) unchanged.
    pub(crate) const OF_NO_WORLD: Self = Self(0b0000_1111);

    const fn unary(severity: Severity) -> u8 {
        (1 << severity as u8) - 1
    }

    pub(crate) const fn new(least: Severity, most: Severity) -> Self {
        Self(Self::unary(most) << 4 | Self::unary(least))
    }

    pub(crate) const fn exact(severity: Severity) -> Self {
        Self::new(severity, severity)
    }

    #[inline]
    pub(crate) const fn least(self) -> Severity {
        Severity::highest(self.0)
    }

    #[inline]
    pub(crate) const fn most(self) -> Severity {
        Severity::highest(self.0 >> 4)
    }

    /// Returns the range that covers both results, for two sets of worlds either of which may contain the real one.
    #[inline]
    pub(crate) const fn hull(self, other: Self) -> Self {
        Self((self.0 | other.0) & 0b1111_0000 | self.0 & other.0 & 0b1111)
    }

    /// Returns the worse of two results in the same world, where both reach their ends in the same worlds.
    #[inline]
    pub(crate) const fn or_worse(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the milder of two such results.
    #[inline]
    pub(crate) const fn or_milder(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns this range if the condition holds, and none otherwise, without a branch.
    #[inline]
    pub(crate) const fn when(self, holds: bool) -> Self {
        Self(self.0 & (holds as u8).wrapping_neg())
    }

    /// Returns this range if the condition holds, and the range of [no world](Self::OF_NO_WORLD) otherwise, without a branch.
    #[inline]
    pub(crate) const fn or_no_world(self, holds: bool) -> Self {
        Self(self.when(holds).0 | Self::OF_NO_WORLD.when(!holds).0)
    }

    /// Returns the range as a number, which is greater for warnings that come first.
    #[inline]
    pub(crate) const fn bits(self) -> u8 {
        self.0
    }

    #[inline]
    pub(crate) const fn is_possible(self) -> bool {
        self.0 != 0
    }

    #[inline]
    pub(crate) const fn span(self) -> Span<Severity> {
        Span { least: self.least(), most: self.most() }
    }

    /// The number of severities.
    #[expect(clippy::cast_possible_truncation, reason = "there are five")]
    const SCALE: u8 = Severity::COUNT as u8;

    /// Returns the code of this range on the scale of severities.
    #[inline]
    pub(crate) const fn code(self) -> u8 {
        code(self.least() as u8, self.most() as u8, Self::SCALE)
    }
}

vocabulary! {
    scale
    /// The overall result of the warnings of an assessment.
    ///
    /// ```
    /// use cpto::Verdict;
    ///
    /// assert!(Verdict::ALL.is_sorted(), "from the best to the worst");
    /// ```
    #[doc(alias = "conclusion")]
    pub enum Verdict as "verdict" {
        /// No warning is above low.
        Sound,
        /// The worst warning is medium or high: the proposal is sound once all such warnings are remedied or explained.
        Conditional,
        /// A warning is critical.
        Inadvisable,
    }
}

impl Verdict {
    /// Returns the verdict for the worst severity of an assessment.
    ///
    /// ```
    /// use cpto::{Severity, Verdict};
    ///
    /// assert_eq!(Verdict::of(Severity::Critical), Verdict::Inadvisable);
    /// ```
    #[must_use]
    pub const fn of(worst: Severity) -> Self {
        match worst {
            Severity::None | Severity::Low => Self::Sound,
            Severity::Medium | Severity::High => Self::Conditional,
            Severity::Critical => Self::Inadvisable,
        }
    }
}

vocabulary! {
    /// Whether a finding holds in every world that agrees with the facts, or only in some.
    pub enum Certainty as "certainty" {
        /// The finding holds in some worlds, but not in all: it depends on facts that are not known exactly.
        Possible,
        /// The finding holds in every world: more facts cannot remove it. (Only `insufficient-evidence` is about what is known,
        /// so more facts do remove it.)
        Certain,
    }
}
