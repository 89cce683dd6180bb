//! How bad is it, how sure is it, and what does it come to?

use crate::vocabulary::span::Span;
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

    /// Moves a severity above none by so many steps, up or down, and stops at either end.
    #[inline]
    pub(crate) const fn stepped(self, steps: i32) -> Self {
        match self {
            Self::None => Self::None,
            above => Self::clamped((above as u32).saturating_add_signed(steps)),
        }
    }
}

impl Span<Severity> {
    /// Nothing in any world.
    pub(crate) const NONE: Self = Self::exact(Severity::None);

    /// The severity where a condition holds that no other fact of it hangs on, and none elsewhere.
    #[inline]
    pub(crate) fn when(self, holds: Span<bool>) -> Self {
        Self {
            least: if holds.least { self.least } else { Severity::None },
            most: if holds.most { self.most } else { Severity::None },
        }
    }

    /// Moved by steps that no other fact of it hangs on.
    #[inline]
    pub(crate) fn stepped(self, steps: Span<i32>) -> Self {
        Self { least: self.least.stepped(steps.least), most: self.most.stepped(steps.most) }
    }

    /// Moved by steps, but where there is a severity at all, not below `floor` on account of them.
    #[inline]
    pub(crate) fn stepped_not_below(self, steps: Span<i32>, floor: Severity) -> Self {
        let held = |base: Severity, steps| base.stepped(steps).max(base.min(floor));
        Self { least: held(self.least, steps.least), most: held(self.most, steps.most) }
    }

    /// Whether the warning is given at all.
    #[inline]
    pub(crate) fn is_possible(self) -> bool {
        self.most > Severity::None
    }
}

impl Span<i32> {
    /// Both steps: those that apply together are added up first.
    #[inline]
    pub(crate) fn and(self, other: Self) -> Self {
        Self { least: self.least.saturating_add(other.least), most: self.most.saturating_add(other.most) }
    }
}

impl Span<bool> {
    /// So many steps up where it holds.
    #[inline]
    pub(crate) fn steps_up(self, steps: u8) -> Span<i32> {
        self.rising(|holds| if holds { i32::from(steps) } else { 0 })
    }

    /// So many steps down where it holds.
    #[inline]
    pub(crate) fn steps_down(self, steps: u8) -> Span<i32> {
        self.falling(|holds| if holds { -i32::from(steps) } else { 0 })
    }

    /// Whether it does not hold.
    #[inline]
    pub(crate) fn not(self) -> Self {
        self.falling(|holds| !holds)
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
    ///
    /// ```
    /// use cpto::{Certainty, WarningCode, evaluate};
    ///
    /// let assessment = evaluate(&WarningCode::OverloadRisk.raised().build()?);
    /// assert_eq!(assessment.warning(WarningCode::OverloadRisk).unwrap().certainty(), Certainty::Certain);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub enum Certainty as "certainty" {
        /// In some worlds, not in all: it hangs on facts that are not known exactly.
        Possible,
        /// In every world: more facts cannot make it go away. (`insufficient-evidence` alone speaks of what is known, so
        /// that facts do make it go away.)
        Certain,
    }
}
