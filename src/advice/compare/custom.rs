//! How does the severity of a custom rule change from one proposal to another?

use alloc::vec::Vec;

use crate::advice::compare::course::{Course, WarningCourse};
use crate::advice::fact_changes::FactChanges;
use crate::assessment::extended::{Extended, NotExtended};

/// Returns how each custom rule changes from one proposal to another, in the order of the rules, without those that neither has.
/// Both are evaluated with the rules and the policy of the second. For built-in warnings, see
/// [`compare`](crate::advice::compare::compare).
///
/// Learning or forgetting is neither better nor worse. This applies to facts, as in [`compare`](crate::advice::compare::compare),
/// and to your own cases: if those of one proposal are among those of the other, more or less is known; otherwise something
/// changed.
///
/// # Errors
/// The errors of [`evaluate_with`](crate::evaluate_with), for each proposal as it is and with only what both know.
pub fn courses_with<'a, C: PartialEq>(
    before: &Extended<'_, C>,
    after: &Extended<'a, C>,
) -> Result<Vec<WarningCourse<&'a str>>, NotExtended> {
    let changes = FactChanges::between(before.proposal, after.proposal);
    let is_among = |some: &[C], all: &[C]| some.iter().all(|case| all.contains(case));
    let (fewer, more) = (is_among(after.cases, before.cases), is_among(before.cases, after.cases));
    let levelled = if fewer {
        [before.cases; 2]
    } else if more {
        [after.cases; 2]
    } else {
        [before.cases, after.cases]
    };
    let is_learnt = !changes.learnt.is_empty() || fewer && !more;
    let is_forgotten = !changes.forgotten.is_empty() || more && !fewer;
    let only = Course::of_learning(is_learnt, is_forgotten);
    let [was_known, is_known] = changes.levelled(before.proposal, after.proposal);
    let [cases_before, cases_after] = levelled;
    let severities = |proposal, cases| after.severities_of(proposal, cases);
    let was =
        severities(before.proposal, before.cases)?.into_iter().zip(severities(&was_known, cases_before)?);
    let is = severities(after.proposal, after.cases)?.into_iter().zip(severities(&is_known, cases_after)?);
    let courses = after.rules.iter().zip(was.zip(is)).map(|(rule, ((before, was_so), (after, is_so)))| {
        let course = Course::of_knowledge([before, after], [was_so, is_so], only);
        WarningCourse { course, ..WarningCourse::of(rule.code(), before, after) }
    });
    Ok(courses.filter(WarningCourse::is_given).collect())
}
