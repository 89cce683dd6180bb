//! How does a warning change from one assessment to another?

use core::cmp::Ordering;
use core::fmt;

use alloc::vec::Vec;

use crate::assessment::Assessment;
use crate::rules::catalogue::WarningCode;
use crate::rules::warning::WarningKey;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::span::Span;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// How a warning changes from one proposal to another; the page of this module has the exact definitions.
    pub enum Course as "course" in "cpto::advice::compare", told {
        /// The warning was absent and is now present.
        Introduced,
        /// More severe at one or both ends, and less severe at neither.
        Worsened,
        /// Can be less severe, or more severe, than before, because less is known.
        Widened,
        /// As severe as before.
        Unchanged,
        /// Can no longer be as mild, or as severe, as before, because more is known.
        Narrowed,
        /// Less severe at one or both ends, and more severe at neither.
        Eased,
        /// The warning was present and is now absent.
        Resolved,
    }
}

impl Course {
    /// Returns how a severity changes from one range to another.
    #[must_use]
    pub fn of(before: Span<Severity>, after: Span<Severity>) -> Self {
        if before == after {
            return Self::Unchanged;
        }
        if before.most() == Severity::None {
            return Self::Introduced;
        }
        if after.most() == Severity::None {
            return Self::Resolved;
        }
        match (after.least().cmp(&before.least()), after.most().cmp(&before.most())) {
            (Ordering::Less, Ordering::Greater) => Self::Widened,
            (Ordering::Greater, Ordering::Less) => Self::Narrowed,
            (Ordering::Greater, _) | (_, Ordering::Greater) => Self::Worsened,
            _ => Self::Eased,
        }
    }

    /// Returns the course of a difference in knowledge alone; `None` if something was learnt and something forgotten.
    pub(crate) const fn of_learning(is_learnt: bool, is_forgotten: bool) -> Option<Self> {
        match (is_learnt, is_forgotten) {
            (_, false) => Some(Self::Narrowed),
            (false, true) => Some(Self::Widened),
            (true, true) => None,
        }
    }

    /// Returns how a severity changes from one proposal to another. The second pair of ranges is with the same knowledge in both;
    /// `only` is the course of a difference in knowledge alone.
    pub(crate) fn of_knowledge(
        [before, after]: [Span<Severity>; 2],
        [was_so, is_so]: [Span<Severity>; 2],
        only: Option<Self>,
    ) -> Self {
        let is_within = before.least <= after.least && after.most <= before.most;
        if was_so != is_so {
            Self::of(was_so, is_so)
        } else if before == after {
            Self::Unchanged
        } else {
            only.unwrap_or(if is_within { Self::Narrowed } else { Self::Widened })
        }
    }

    /// Returns whether the warning gets better; `None` if it gets neither better nor worse.
    #[must_use]
    pub const fn is_better(self) -> Option<bool> {
        match self {
            Self::Eased | Self::Resolved => Some(true),
            Self::Introduced | Self::Worsened => Some(false),
            Self::Widened | Self::Unchanged | Self::Narrowed => None,
        }
    }
}

/// Returns the course of each warning that either assessment gives, in the order of the catalogue. Warnings that are given once
/// for each seat are compared seat by seat if both have the same seats; otherwise the worst seat counts.
#[must_use]
pub fn courses(before: &Assessment, after: &Assessment) -> Vec<WarningCourse> {
    let by_code = WarningCode::ALL.iter().map(|code| WarningKey::from(*code));
    let keys: Vec<WarningKey> = if before.form() == after.form() {
        WarningKey::all(before.form()).collect()
    } else {
        by_code.collect()
    };
    let courses = keys.iter().map(|key| WarningCourse::of(*key, before.severity(*key), after.severity(*key)));
    courses.filter(WarningCourse::is_given).collect()
}

/// How a warning changes from one assessment to another. A custom warning is identified by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct WarningCourse<K = WarningKey> {
    /// The warning; without a seat if the worst seat counts.
    pub key: K,
    /// The severity before.
    pub before: Span<Severity>,
    /// The severity after.
    pub after: Span<Severity>,
    /// How the severity changes.
    pub course: Course,
}

impl<K> WarningCourse<K> {
    pub(crate) fn of(key: K, before: Span<Severity>, after: Span<Severity>) -> Self {
        Self { key, before, after, course: Course::of(before, after) }
    }

    pub(crate) fn is_given(&self) -> bool {
        self.before.most().max(self.after.most()) > Severity::None
    }
}

impl<K: fmt::Display> fmt::Display for WarningCourse<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#} {}: {}", self.key, self.course, self.before)?;
        if self.before == self.after { Ok(()) } else { write!(f, " -> {}", self.after) }
    }
}
