//! How bad is it, how sure is it, and what does it come to?

use crate::vocabulary::code::code;
use crate::vocabulary::span::Span;
use crate::vocabulary::table::Table;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// How serious a warning is, from nothing to what speaks against the proposal by itself.
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
        /// Worth knowing, no reason to hesitate.
        Low,
        /// Needs a remedy or a reason why not.
        Medium,
        /// Needs a remedy before the proposal is carried out.
        High,
        /// Speaks against the proposal by itself.
        Critical,
    }
}

/// One value for each severity.
pub type BySeverity<V> = Table<Severity, V, { Severity::COUNT }>;

impl Default for Severity {
    /// Nothing to warn of.
    fn default() -> Self {
        Self::None
    }
}

impl Severity {
    /// The severity with this position on the scale; positions beyond its end are that end.
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

    /// The severity whose bit, from low on, is the highest of four, without a branch, since those would be guessed wrong.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "four bits are a place of the array")]
    pub(crate) const fn highest(bits: u8) -> Self {
        use Severity::{Critical, High, Low, Medium, None};
        const HIGHEST: [Severity; 16] = [
            None, Low, Medium, Medium, High, High, High, High, Critical, Critical, Critical, Critical,
            Critical, Critical, Critical, Critical,
        ];
        HIGHEST[(bits & 0b1111) as usize]
    }

    /// Moves a severity above none by so many steps, up or down, and stops at either end; without a branch, since it would be
    /// guessed wrong.
    #[inline]
    pub(crate) const fn stepped(self, steps: i32) -> Self {
        let place = self as i32 + steps;
        let not_below_none = (place & !(place >> (i32::BITS - 1))).unsigned_abs();
        Self::clamped(not_below_none * (self as u32 > 0) as u32)
    }

    /// The same, but where there is a severity at all, the steps do not take it below `floor`.
    pub(crate) const fn stepped_not_below(self, steps: i32, floor: Self) -> Self {
        self.stepped(steps).or_worse(self.or_milder(floor))
    }

    /// The same, but the steps do not take it above `ceiling`.
    pub(crate) const fn stepped_not_above(self, steps: i32, ceiling: Self) -> Self {
        self.stepped(steps).or_milder(self.or_worse(ceiling))
    }

    /// The severity where a condition holds, and none elsewhere.
    pub(crate) const fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::None }
    }

    /// The severity, of which at most so much is left where a condition holds.
    pub(crate) const fn left_where(self, holds: bool, left: Self) -> Self {
        if holds { self.or_milder(left) } else { self }
    }

    /// The more severe of the two.
    pub(crate) const fn or_worse(self, other: Self) -> Self {
        if self as u8 >= other as u8 { self } else { other }
    }

    /// The less severe of the two.
    pub(crate) const fn or_milder(self, other: Self) -> Self {
        if self as u8 <= other as u8 { self } else { other }
    }

    /// Whether it is at least as severe as the other.
    pub(crate) const fn reaches(self, other: Self) -> bool {
        self as u8 >= other as u8
    }
}

/// So many steps up where it holds.
pub(crate) const fn up(holds: bool, steps: u8) -> i32 {
    if holds { steps as i32 } else { 0 }
}

/// So many steps down where it holds.
pub(crate) const fn down(holds: bool, steps: u8) -> i32 {
    -up(holds, steps)
}

/// A range of severities in one byte: the most severe in the upper four bits, the least severe in the lower four, each
/// in unary (low is 1, medium 11, high 111, critical 1111).
///
/// So the worse of two results is `|`, the milder is `&`, both ends at once; and bytes are ordered as warnings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct SeverityRange(u8);

impl SeverityRange {
    /// None in every world.
    pub(crate) const NONE: Self = Self(0);

    /// That of no world at all, which changes no [`hull`](Self::hull).
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

    /// Both ends, for results of worlds of which either may be the real one.
    #[inline]
    pub(crate) const fn hull(self, other: Self) -> Self {
        Self((self.0 | other.0) & 0b1111_0000 | self.0 & other.0 & 0b1111)
    }

    /// The worse of two results in the same world, of which both ends are reached in the same worlds.
    #[inline]
    pub(crate) const fn or_worse(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The milder of two such results.
    #[inline]
    pub(crate) const fn or_milder(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// This where it holds, and none elsewhere, without a branch.
    #[inline]
    pub(crate) const fn when(self, holds: bool) -> Self {
        Self(self.0 & (holds as u8).wrapping_neg())
    }

    /// This where it holds, and that of [no world](Self::OF_NO_WORLD) elsewhere, without a branch.
    #[inline]
    pub(crate) const fn or_no_world(self, holds: bool) -> Self {
        Self(self.when(holds).0 | Self::OF_NO_WORLD.when(!holds).0)
    }

    /// As a number, greater where a warning comes first.
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

    /// How many severities there are.
    #[expect(clippy::cast_possible_truncation, reason = "there are five")]
    const SCALE: u8 = Severity::COUNT as u8;

    /// What is known of it, as the code of a range of the scale.
    #[inline]
    pub(crate) const fn code(self) -> u8 {
        code(self.least() as u8, self.most() as u8, Self::SCALE)
    }
}

vocabulary! {
    scale
    /// What the warnings of an assessment come to.
    ///
    /// ```
    /// use cpto::Verdict;
    ///
    /// assert!(Verdict::ALL.is_sorted(), "from the best to the worst");
    /// ```
    #[doc(alias = "conclusion")]
    pub enum Verdict as "verdict" {
        /// Nothing above low.
        Sound,
        /// Something medium or high: sound once it is remedied or explained.
        Conditional,
        /// Something critical.
        Inadvisable,
    }
}

impl Verdict {
    /// How the worst severity of an assessment reads.
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
    /// Whether every world that agrees with the facts has it, or only some.
    pub enum Certainty as "certainty" {
        /// In some worlds, not in all: it depends on facts that are not known exactly.
        Possible,
        /// In every world: more facts cannot make it go away. (`insufficient-evidence` alone speaks of what is known, so
        /// that facts do make it go away.)
        Certain,
    }
}
