//! Which proposals get a different verdict under another policy?

use core::fmt;

use alloc::vec::Vec;

use crate::advice::compare::course::{Course, WarningCourse, courses};
use crate::assessment::evaluate_under;
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::vocabulary::severity::Verdict;
use crate::vocabulary::span::Span;

/// A proposal whose verdict differs under another policy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Shift {
    /// The position at which the proposal was given, counted from 0.
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

/// Returns the proposals whose verdict differs under another policy. [`Policy::diff`] lists the numbers in which the two policies
/// differ.
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
