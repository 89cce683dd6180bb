//! What must a repair achieve, and what does a repair contain?

use core::fmt;

use alloc::vec::Vec;

use crate::assessment::{Assessment, evaluate_under};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{WarningCode, WarningSet};
use crate::rules::policy::Policy;
use crate::rules::remedy::Remedy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::span::Span;
use crate::vocabulary::table::Table;

/// The maximum number of repairs that are returned.
pub const MOST_REPAIRS: usize = 20;

/// What a repair must achieve, and what offices may take over for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Goal {
    /// The warnings to clear.
    pub(super) chosen: WarningSet,
    pub(crate) below: Severity,
    pub(super) takes: Table<Office, ResponsibilitySet, { Office::COUNT }>,
}

impl Goal {
    /// Sets the goal that no warning reaches this severity in any world.
    #[must_use]
    pub fn below(severity: Severity) -> Self {
        Self::of(WarningCode::ALL.iter().copied().filter(|code| code.counts_towards_verdict()), severity)
    }

    /// Sets the goal that these warnings do not reach this severity in any world, and that no other warning newly reaches it.
    #[must_use]
    pub fn of(codes: impl IntoIterator<Item = WarningCode>, below: Severity) -> Self {
        let mut takes = Table::default();
        for office in Office::ALL {
            takes.set(*office, office.trade());
        }
        Self { chosen: codes.into_iter().collect(), below, takes }
    }

    /// Sets what an office may take over; by default, the responsibilities of its [trade](Office::trade).
    ///
    /// ```
    /// use cpto::advice::repair::Goal;
    /// use cpto::{Office, ResponsibilitySet, Severity};
    ///
    /// let goal = Goal::below(Severity::High).may_take(Office::Other, ResponsibilitySet::ALL);
    /// let without_offices =
    ///     Office::ALL.iter().fold(goal, |goal, office| goal.may_take(*office, ResponsibilitySet::EMPTY));
    /// ```
    #[must_use]
    pub fn may_take(mut self, office: Office, responsibilities: ResponsibilitySet) -> Self {
        self.takes.set(office, responsibilities);
        self
    }

    pub(crate) fn takes(&self, office: Office) -> ResponsibilitySet {
        self.takes.get(office)
    }

    /// The warnings that must not reach the severity, given the assessment before.
    pub(super) fn guarded(&self, before: &Assessment) -> WarningSet {
        let counted = WarningCode::ALL.iter().copied().filter(|code| code.counts_towards_verdict());
        counted.collect::<WarningSet>().difference(before.reaching(self.below)).union(self.chosen)
    }

    pub(super) fn violated(&self, guarded: WarningSet, now: &Assessment) -> WarningSet {
        guarded.intersection(now.reaching(self.below))
    }

    /// The guarded warnings that reach the severity, for each seat, and how severe they are.
    pub(super) fn standing(
        &self,
        guarded: WarningSet,
        now: &Assessment,
    ) -> impl Iterator<Item = (WarningKey, Span<Severity>)> + use<> {
        let below = self.below;
        now.warnings().filter(move |(key, severity)| guarded.contains(key.code) && severity.most() >= below)
    }

    /// Returns whether an amended proposal reaches the goal.
    #[must_use]
    pub fn is_reached(&self, before: &Proposal, after: &Proposal, policy: &Policy) -> bool {
        let guarded = self.guarded(&evaluate_under(before, policy));
        self.violated(guarded, &evaluate_under(after, policy)).is_empty()
    }
}

/// Changes that together reach a goal, or come near it.
///
/// ```
/// use cpto::advice::{Limit, repair::{Goal, repair}};
/// use cpto::{Policy, Remedy, Safeguard, Severity, WarningCode};
///
/// let code = WarningCode::KeyPersonDependency;
/// let (proposal, goal) = (code.raised().build()?, Goal::of([code], Severity::Low));
/// let repairs = repair(&proposal, &Policy::DEFAULT, goal, Limit::default(), |_, cost| Some(cost));
/// let best = repairs.best().unwrap();
/// assert_eq!(best.remedies, [Remedy::PutInPlace(Safeguard::SuccessionPlan)]);
/// assert_eq!(best.cost, 2);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repair {
    /// The changes, in the order to apply them.
    pub remedies: Vec<Remedy>,
    /// The total cost of the changes.
    pub cost: u32,
}

impl Repair {
    /// Returns the proposal with all changes; `None` if they cannot be made in it.
    #[must_use]
    pub fn apply_to(&self, proposal: &Proposal) -> Option<Proposal> {
        self.remedies.iter().try_fold(proposal.clone(), |amended, it| it.apply_to(&amended))
    }
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, remedy) in self.remedies.iter().enumerate() {
            write!(f, "{}{remedy}", if position == 0 { "" } else { "; " })?;
        }
        if self.remedies.is_empty() {
            f.write_str("nothing has to change")?;
        }
        Ok(())
    }
}
