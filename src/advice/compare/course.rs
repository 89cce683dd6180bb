//! How does a warning go from one assessment to another?

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
    /// How a warning goes from one proposal to another; the page of this module says exactly when.
    pub enum Course as "course" in "cpto::advice::compare", told {
        /// It was not there, and is.
        Introduced,
        /// It is more severe at one end or both, and at none less.
        Worsened,
        /// It may be less severe than before, or more, since less is known.
        Widened,
        /// It is what it was.
        Unchanged,
        /// It cannot be as mild as before, or not as severe, since more is known.
        Narrowed,
        /// It is less severe at one end or both, and at none more.
        Eased,
        /// It was there, and is not.
        Resolved,
    }
}

impl Course {
    /// How a severity goes from one range to another.
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

    /// What a difference comes to that is one of knowledge, where something was learnt or something forgotten; nothing where
    /// both may be.
    pub(crate) const fn of_learning(is_learnt: bool, is_forgotten: bool) -> Option<Self> {
        match (is_learnt, is_forgotten) {
            (_, false) => Some(Self::Narrowed),
            (false, true) => Some(Self::Widened),
            (true, true) => None,
        }
    }

    /// How a severity goes from one proposal to another, where the second pair of ranges is what it is with the same known in
    /// both, and the last says what it comes to where nothing was learnt or nothing forgotten.
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

    /// Whether it is for the better, for the worse, or neither.
    #[must_use]
    pub const fn is_better(self) -> Option<bool> {
        match self {
            Self::Eased | Self::Resolved => Some(true),
            Self::Introduced | Self::Worsened => Some(false),
            Self::Widened | Self::Unchanged | Self::Narrowed => None,
        }
    }
}

/// How each warning goes that one of two assessments gives, in the order of the catalogue; of a warning that is given once
/// for each seat, seat by seat where both have the same seats, and else the worst seat counts.
#[must_use]
pub fn courses(before: &Assessment, after: &Assessment) -> Vec<WarningCourse> {
    let by_code = WarningCode::ALL.iter().map(|code| WarningKey::from(*code));
    let keys: Vec<WarningKey> = if before.form() == after.form() {
        WarningKey::all(before.form()).collect()
    } else {
        by_code.collect()
    };
    let courses =
        keys.iter().map(|key| WarningCourse::of(*key, severity(before, *key), severity(after, *key)));
    courses.filter(WarningCourse::is_given).collect()
}

/// How severe a warning is; of one of a seat that is not named, in the worst seat.
pub(crate) fn severity(assessment: &Assessment, key: WarningKey) -> Span<Severity> {
    if key.role.is_none() { assessment.worst(key.code) } else { assessment.severity(key) }
}

/// How a warning goes from one assessment to another. One of your own is known by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct WarningCourse<K = WarningKey> {
    /// The warning; without a seat, where the worst seat counts.
    pub key: K,
    /// How severe it was.
    pub before: Span<Severity>,
    /// How severe it is.
    pub after: Span<Severity>,
    /// What that comes to.
    pub course: Course,
}

impl<K> WarningCourse<K> {
    pub(crate) fn of(key: K, before: Span<Severity>, after: Span<Severity>) -> Self {
        Self { key, before, after, course: Course::of(before, after) }
    }

    /// Whether it is possible in one of the two.
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
