//! Of which proposals does another policy say something else?

use core::fmt;

use alloc::vec::Vec;

use crate::advice::compare::course::{Course, WarningCourse, courses};
use crate::assessment::evaluate_under;
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::vocabulary::severity::Verdict;
use crate::vocabulary::span::Span;

/// What becomes of a proposal whose verdict is another one under another policy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Shift {
    /// The place at which the proposal was given, counted from 0.
    pub given: usize,
    /// The verdict under each policy.
    pub verdict: [Span<Verdict>; 2],
    /// The warnings that differ.
    pub warnings: Vec<WarningCourse>,
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [before, after] = self.verdict;
        write!(f, "{before} -> {after}")?;
        self.warnings.iter().try_for_each(|warning| write!(f, ", {warning}"))
    }
}

/// The proposals whose verdict is another one under another policy. [`Policy::diff`] says in which numbers the two differ.
///
/// ```
/// use cpto::advice::shift::shift;
/// use cpto::{Policy, Severity, WarningCode};
///
/// let lax = Policy::DEFAULT.with(|numbers| numbers.cost_burden.pair = Severity::None)?;
/// let stored = [WarningCode::SkillGap.raised().build()?, WarningCode::CostBurden.raised().build()?];
/// let same = shift(&stored, &Policy::DEFAULT, &Policy::DEFAULT);
/// assert!(same.is_empty() && shift(&stored, &Policy::DEFAULT, &lax).len() <= stored.len());
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn shift(proposals: &[Proposal], from: &Policy, to: &Policy) -> Vec<Shift> {
    let shifted = proposals.iter().enumerate().filter_map(|(given, proposal)| {
        let [before, after] = [from, to].map(|policy| evaluate_under(proposal, policy));
        let verdict = [before.verdict(), after.verdict()];
        let mut warnings = courses(&before, &after);
        warnings.retain(|it| it.course != Course::Unchanged);
        (before.verdict() != after.verdict()).then_some(Shift { given, verdict, warnings })
    });
    shifted.collect()
}
