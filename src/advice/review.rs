//! How did a company's knowledge about its proposal, and the assessment, change over time?
//!
//! ```
//! use cpto::advice::review::review;
//! use cpto::{Organization, Policy, Proposal, Safeguard, Seat, Structure, WarningCode};
//!
//! let with = |plan: bool| {
//!     let company = Organization::draft().safeguard(Safeguard::SuccessionPlan, plan);
//!     Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft())).build()
//! };
//! let dated = [("2025-01-01", with(false)?), ("2026-01-01", with(true)?), ("2027-01-01", with(false)?)];
//! let review = review(dated, &Policy::DEFAULT);
//! let plan = review.standing.iter().find(|it| it.key.code == WarningCode::KeyPersonDependency).unwrap();
//! assert_eq!(plan.since, "2027-01-01", "it was gone for a year");
//! # Ok::<(), cpto::Faults>(())
//! ```

use core::fmt;

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::advice::compare::course::Course;
use crate::advice::compare::{Comparison, compare};
use crate::assessment::{Assessment, evaluate_under};
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::span::Span;

/// The changes from one proposal to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Period<L> {
    /// The label of the earlier proposal.
    pub from: L,
    /// The label of the later proposal.
    pub to: L,
    /// The verdict before and after.
    pub verdict: [Span<Verdict>; 2],
    /// The changes in the facts and the warnings.
    pub comparison: Comparison,
}

impl<L: fmt::Display> fmt::Display for Period<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [before, after] = self.verdict;
        writeln!(f, "{} -> {}: {before} -> {after}", self.from, self.to)?;
        self.comparison.to_string().lines().try_for_each(|line| writeln!(f, "  {line}"))?;
        let warnings = self.comparison.warnings.iter();
        let lasting = warnings.filter(|warning| warning.course == Course::Unchanged).count();
        writeln!(f, "  {lasting} warning{} unchanged", if lasting == 1 { "" } else { "s" })
    }
}

/// A warning that the last proposal has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Standing<L> {
    /// The warning, with its seat if it is given once for each seat.
    pub key: WarningKey,
    /// The label of the first proposal from which on all have the warning. In those with other seats, any seat counts.
    pub since: L,
    /// How severe the warning is now.
    pub severity: Span<Severity>,
}

impl<L: fmt::Display> fmt::Display for Standing<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#} since {}: {}", self.key, self.since, self.severity)
    }
}

/// The history of the proposals of one company.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Review<L> {
    /// The changes from each proposal to the next.
    pub periods: Vec<Period<L>>,
    /// The warnings that the last proposal has, in the order of the catalogue, and since when each has stood.
    pub standing: Vec<Standing<L>>,
}

impl<L: fmt::Display> fmt::Display for Review<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.periods.iter().try_for_each(|period| period.fmt(f))?;
        self.standing.iter().try_for_each(|standing| writeln!(f, "{standing}"))
    }
}

/// Reviews a sequence of proposals: what was learnt, forgotten and changed, which warnings came and went, and since when the
/// present ones have stood. The labels, such as dates, are not interpreted; the proposals are taken in the given order.
pub fn review<L: Clone>(dated: impl IntoIterator<Item = (L, Proposal)>, policy: &Policy) -> Review<L> {
    let assessed = dated.into_iter().map(|(label, proposal)| {
        let assessment = evaluate_under(&proposal, policy);
        (label, proposal, assessment)
    });
    let dated: Vec<(L, Proposal, Assessment)> = assessed.collect();
    let pairs = dated.iter().zip(dated.iter().skip(1));
    let periods = pairs.map(|((from, before, was), (to, after, is))| Period {
        from: from.clone(),
        to: to.clone(),
        verdict: [was.verdict(), is.verdict()],
        comparison: compare(before, after, policy),
    });
    let standing = dated.last().into_iter().flat_map(|(_, _, last)| {
        WarningKey::all(last.form()).filter_map(|key| {
            let of = |it: &Assessment| {
                if it.form() == last.form() { it.severity(key) } else { it.severity(key.code) }
            };
            let with = dated.iter().rev().take_while(|(_, _, it)| of(it).most() > Severity::None);
            let (since, _, _) = with.last()?;
            Some(Standing { key, since: since.clone(), severity: last.severity(key) })
        })
    });
    Review { standing: standing.collect(), periods: periods.collect() }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;
    use crate::model::organization::Organization;
    use crate::model::seat::Seat;
    use crate::model::structure::Structure;
    use crate::rules::catalogue::WarningCode;
    use crate::vocabulary::role::Role;
    use crate::vocabulary::safeguard::Safeguard;
    use crate::vocabulary::skill::{Proficiency, Skill};

    #[test]
    fn a_review_says_since_when() {
        let with = |plan: bool| {
            let company = Organization::draft().safeguard(Safeguard::SuccessionPlan, plan);
            let draft = Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft()));
            draft.build().expect("valid")
        };
        let dated = vec![(1, with(false)), (2, with(true)), (3, with(false)), (4, with(false))];
        let review = review(dated, &Policy::DEFAULT);
        assert_eq!(review.periods.len(), 3);
        let of = |standing: &Standing<i32>| standing.key.code == WarningCode::KeyPersonDependency;
        assert_eq!(review.standing.iter().find(|it| of(it)).map(|it| it.since), Some(3));
        let text = review.to_string();
        assert!(text.contains("  changed: succession plan\n"), "{text}");
        assert!(text.contains("key person dependency resolved: none to high -> none\n"), "{text}");
        assert!(super::review([(1, with(true))], &Policy::DEFAULT).periods.is_empty());
        assert!(super::review(Vec::<(u8, Proposal)>::new(), &Policy::DEFAULT).standing.is_empty());
    }

    /// If two leaders swap their skill gaps, the warning of each seat changes.
    #[test]
    fn seats_are_told_apart() {
        let gap = |role: Role| {
            let seat = |own: Role| {
                let level = if own == role { Proficiency::Novice } else { Proficiency::Expert };
                Seat::draft().skills(Skill::ALL.iter().copied(), level)
            };
            let pair = Structure::pair(seat(Role::Cto), seat(Role::Cpo));
            Proposal::draft().proposed(pair).build().expect("valid")
        };
        let review = review([(1, gap(Role::Cto)), (2, gap(Role::Cpo))], &Policy::DEFAULT);
        let courses = review.periods.iter().flat_map(|period| &period.comparison.warnings);
        let of_gap: Vec<_> = courses
            .filter(|it| it.key.code == WarningCode::SkillGap)
            .map(|it| (it.key.role, it.course))
            .collect();
        let expected = [(Some(Role::Cto), Course::Resolved), (Some(Role::Cpo), Course::Introduced)];
        assert_eq!(of_gap, expected);
        let since = review.standing.iter().find(|it| it.key.code == WarningCode::SkillGap);
        assert_eq!(since.map(|it| (it.key.role, it.since)), Some((Some(Role::Cpo), 2)));
    }
}
