//! What would change the picture, how near is it, and how did it change so far?
//!
//! Both articles ask to look again and again as a company grows. [`watch`] says what to look at: for each known fact, the
//! nearest value above and below at which a warning or the verdict changes, all other facts as they are. [`review`] looks
//! back over assessments of different dates.
//!
//! # A real case
//! Exclaimer has one CPTO, two practices of challenge, and a head for each field. On which of these does the verdict hang?
//!
//! ```standalone_crate
//! # #[cfg(feature = "serde")] {
//! use cpto::{Draft, Policy, Proposal, advice::watch::watch};
//!
//! let case: serde_json::Value = serde_json::from_str(include_str!("../../tests/cases/S01-exclaimer.json"))?;
//! let proposal = serde_json::from_value::<Draft<Proposal>>(case["proposal"].clone())?.build()?;
//! let watched = watch(&proposal, &Policy::DEFAULT);
//! let facts: Vec<&str> = watched.of_verdict().map(|turn| turn.fact.as_str()).collect();
//! assert_eq!(facts, [
//!     "organization.safeguards.stakeholder-debate",
//!     "organization.safeguards.leadership-challenge",
//!     "organization.safeguards.product-lead",
//!     "organization.safeguards.engineering-lead",
//! ]);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::vec::Vec;

use super::compare::{Course, WarningCourse, courses};
use crate::assessment::{Assessment, SeatLoad, evaluate_under};
use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::value::Value;
use crate::policy::numbers::Policy;
use crate::rules::catalogue::{WarningCode, WarningKey};
use crate::testing::worlds::distinct_places;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// Which way a fact goes.
    ///
    /// ```
    /// use cpto::advice::watch::Direction;
    ///
    /// assert_eq!(Direction::Rises.to_string(), "rises");
    /// ```
    pub enum Direction as "direction" in "cpto::advice::watch" {
        /// To more, or to yes.
        Rises,
        /// To less, or to no.
        Falls,
    }
}

/// The nearest value of a known fact at which something changes.
///
/// ```
/// use cpto::advice::watch::{Direction, watch};
/// use cpto::{Budget, Fact, Organization, Policy, Proposal, Seat, Structure, Value, WarningCode};
///
/// let company = Organization::draft().budget(Budget::OneExecutive);
/// let pair = Structure::pair(Seat::draft(), Seat::draft());
/// let watched = watch(&Proposal::draft().organization(company).proposed(pair).build()?, &Policy::DEFAULT);
/// let turn = watched.turns().iter().find(|turn| turn.fact == Fact::Budget).unwrap();
/// assert_eq!((turn.direction, turn.at, turn.margin), (Direction::Rises, Value::Budget(Budget::TwoExecutives), 1));
/// assert_eq!(turn.warnings[0].key.code, WarningCode::CostBurden);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Turn {
    /// The fact.
    pub fact: Fact,
    /// Which way it goes.
    pub direction: Direction,
    /// What it is.
    pub now: Value,
    /// The nearest value with which something is different.
    pub at: Value,
    /// How far that is: people, percent, or steps of a scale.
    pub margin: u32,
    /// The warnings that are different.
    pub warnings: Vec<WarningCourse>,
    /// The verdict now and then.
    pub verdict: [Span<Verdict>; 2],
}

impl Turn {
    /// Whether the verdict is different there.
    ///
    /// ```
    /// use cpto::advice::watch::watch;
    /// use cpto::{Policy, WarningCode};
    ///
    /// let watched = watch(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT);
    /// assert_eq!(watched.turns().iter().filter(|it| it.changes_verdict()).count(), watched.of_verdict().count());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn changes_verdict(&self) -> bool {
        let [now, then] = self.verdict;
        now != then
    }
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} from {} to {}: ", self.fact, self.direction, self.now, self.at)?;
        let [now, then] = self.verdict;
        if now != then {
            write!(f, "the verdict is {then} and not {now}; ")?;
        }
        for (position, warning) in self.warnings.iter().enumerate() {
            write!(f, "{}{warning}", if position == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// How far the load of a seat is from where it counts as more severe, and as less.
///
/// ```
/// use cpto::advice::watch::watch;
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let load = watch(&proposal, &Policy::DEFAULT).loads()[0];
/// assert_eq!(load.load.to_string(), "41 to 311");
/// assert_eq!((load.within, load.above), (None, None), "it may be below and above every threshold");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct LoadMargin {
    /// The seat.
    pub role: Role,
    /// What it takes of its leader, in percent of a full time.
    pub load: Span<u32>,
    /// The next severity, and the percent above which it has it.
    pub above: Option<(Severity, u32)>,
    /// The severity that it is sure to have, and the percent at or below which it has it no more.
    pub within: Option<(Severity, u32)>,
}

impl LoadMargin {
    fn new(seat: &SeatLoad, policy: &Policy) -> Self {
        let rungs = || policy.numbers().overload_risk.load_above.iter();
        Self {
            role: seat.role,
            load: seat.load,
            above: rungs().find(|(_, above)| *above >= seat.load.most()),
            within: rungs().filter(|(_, above)| *above < seat.load.least()).last(),
        }
    }
}

impl fmt::Display for LoadMargin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "load of the {}: {} %", self.role.abbreviation(), self.load)?;
        if let Some((severity, above)) = self.within {
            write!(f, ", {severity} until it is {above} %, {} points less", self.load.least() - above)?;
        }
        if let Some((severity, above)) = self.above {
            write!(f, ", {severity} above {above} %, {} points more", above - self.load.most())?;
        }
        Ok(())
    }
}

/// What to look at.
///
/// ```
/// use cpto::{Policy, Proposal, Seat, Structure, advice::watch::watch};
///
/// let unknown = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// let facts: Vec<&str> = watch(&unknown, &Policy::DEFAULT).turns().iter().map(|it| it.fact.as_str()).collect();
/// assert_eq!(facts, ["proposed.cto.interim"], "what is not known is asked for, and not watched");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    turns: Vec<Turn>,
    loads: Vec<LoadMargin>,
}

impl Watch {
    /// The nearest values at which something changes: for each known fact and direction the nearest one of all, and where
    /// the verdict stays there, the nearest one at which the verdict changes, too. Those that change the verdict come first,
    /// and of these the nearest.
    ///
    /// ```
    /// use cpto::advice::watch::watch;
    /// use cpto::{Policy, WarningCode};
    ///
    /// for turn in watch(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT).turns() {
    ///     println!("{turn}");
    /// }
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Those at which the verdict changes: the thresholds on which it hangs.
    ///
    /// ```
    /// use cpto::{Policy, WarningCode, advice::watch::watch};
    ///
    /// for turn in watch(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT).of_verdict() {
    ///     let [now, then] = turn.verdict;
    ///     assert_ne!(now, then);
    /// }
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn of_verdict(&self) -> impl Iterator<Item = &Turn> {
        self.turns.iter().filter(|turn| turn.changes_verdict())
    }

    /// How far each load is from the nearest thresholds.
    ///
    /// ```
    /// use cpto::advice::watch::watch;
    /// use cpto::{Policy, WarningCode};
    ///
    /// let watched = watch(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT);
    /// assert_eq!(watched.loads().len(), 2, "one for each seat");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn loads(&self) -> &[LoadMargin] {
        &self.loads
    }
}

impl fmt::Display for Watch {
    /// Writes a line each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.turns.iter().try_for_each(|turn| writeln!(f, "{turn}"))?;
        self.loads.iter().try_for_each(|load| writeln!(f, "{load}"))
    }
}

/// At which values of the known facts, each by itself, the warnings and the verdict change.
///
/// Who stays is a choice and not watched.
///
/// ```
/// use cpto::advice::watch::watch;
/// use cpto::{Organization, Policy, Proposal, Seat, Stage, Structure};
///
/// let company = Organization::draft().stage(Stage::Startup).headcount(25);
/// let proposal = Proposal::draft().organization(company).proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let watched = watch(&proposal, &Policy::DEFAULT);
/// let text: Vec<String> = watched.turns().iter().map(|turn| turn.to_string()).collect();
/// assert!(text.contains(&"organization.headcount falls from 25 people to 19 people: premature-split worsened: medium -> high".into()));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn watch(proposal: &Proposal, policy: &Policy) -> Watch {
    let now = evaluate_under(proposal, policy);
    let mut turns = Vec::new();
    for fact in Fact::all().filter(|fact| *fact != Fact::Incumbent) {
        let Some(places) = proposal.places(fact).filter(|places| places.start() == places.end()) else {
            continue;
        };
        let place = *places.start();
        let distinct = distinct_places(fact, fact.scale(), policy);
        let above = distinct.iter().copied().filter(|other| *other > place);
        let below = distinct.iter().rev().copied().filter(|other| *other < place);
        turns.extend(nearest(proposal, policy, &now, (fact, place), Direction::Rises, above));
        turns.extend(nearest(proposal, policy, &now, (fact, place), Direction::Falls, below));
    }
    turns.sort_by_key(|turn| (!turn.changes_verdict(), turn.margin));
    Watch { turns, loads: now.loads().iter().map(|seat| LoadMargin::new(seat, policy)).collect() }
}

/// The first of these places at which a warning changes, and the first at which the verdict does.
fn nearest(
    proposal: &Proposal,
    policy: &Policy,
    now: &Assessment,
    (fact, place): (Fact, u32),
    direction: Direction,
    others: impl Iterator<Item = u32>,
) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for other in others {
        let then = evaluate_under(&proposal.restated([(fact, other..=other)]), policy);
        let keys = WarningKey::all(proposal.proposed().form());
        let keys = keys.filter(|key| key.code.counts_towards_verdict());
        let courses = keys.map(|key| WarningCourse::of(key, now.severity(key), then.severity(key)));
        let warnings: Vec<_> = courses.filter(|course| course.before != course.after).collect();
        let verdict = [now.verdict(), then.verdict()];
        let changes_verdict = now.verdict() != then.verdict();
        if warnings.is_empty() || (!turns.is_empty() && !changes_verdict) {
            continue;
        }
        let Some((now, at)) = proposal.value_at(fact, place).zip(proposal.value_at(fact, other)) else {
            continue;
        };
        turns.push(Turn { fact, direction, now, at, margin: other.abs_diff(place), warnings, verdict });
        if changes_verdict {
            break;
        }
    }
    turns
}

/// What happened from one assessment to the next.
///
/// ```
/// use cpto::{WarningCode, advice::watch::review, evaluate};
///
/// let code = WarningCode::PrematureSplit;
/// let years = [(2025, evaluate(&code.spared().build()?)), (2026, evaluate(&code.raised().build()?))];
/// let review = review(years);
/// let [period] = review.periods() else { unreachable!() };
/// assert_eq!((period.from, period.to), (2025, 2026));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Period<L> {
    /// The label of the one before.
    pub from: L,
    /// The label of the one after.
    pub to: L,
    /// The verdict of both.
    pub verdict: [Span<Verdict>; 2],
    /// What became of each warning that one of the two has: it appeared where it is introduced, lasted where it is
    /// unchanged, went where it is resolved.
    pub warnings: Vec<WarningCourse>,
}

impl<L: fmt::Display> fmt::Display for Period<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [before, after] = self.verdict;
        writeln!(f, "{} -> {}: {before} -> {after}", self.from, self.to)?;
        let (lasting, changed): (Vec<&WarningCourse>, Vec<&WarningCourse>) =
            self.warnings.iter().partition(|warning| warning.course == Course::Unchanged);
        changed.iter().try_for_each(|warning| writeln!(f, "  {warning}"))?;
        let s = if lasting.len() == 1 { "" } else { "s" };
        writeln!(f, "  {} warning{s} unchanged", lasting.len())
    }
}

/// A warning that the last assessment has.
///
/// ```
/// use cpto::{WarningCode, advice::watch::review, evaluate};
///
/// let code = WarningCode::CostBurden;
/// let given = evaluate(&code.raised().build()?);
/// let review = review([("May", given.clone()), ("June", given)]);
/// let standing = review.standing().iter().find(|it| it.code == code).unwrap();
/// assert_eq!(standing.to_string(), format!("cost-burden since May: {}", standing.severity));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Standing<L> {
    /// The warning.
    pub code: WarningCode,
    /// The label of the first assessment since which every one had it.
    pub since: L,
    /// How severe it is now; in the worst seat, where it is given once for each.
    pub severity: Span<Severity>,
}

impl<L: fmt::Display> fmt::Display for Standing<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} since {}: {}", self.code, self.since, self.severity)
    }
}

/// How assessments of one company changed over time.
///
/// ```
/// use cpto::{WarningCode, advice::watch::review, evaluate};
///
/// let review = review([("today", evaluate(&WarningCode::CostBurden.raised().build()?))]);
/// assert!(review.periods().is_empty() && !review.standing().is_empty(), "one assessment has no history");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review<L> {
    periods: Vec<Period<L>>,
    standing: Vec<Standing<L>>,
}

impl<L> Review<L> {
    /// What happened from each assessment to the next.
    ///
    /// ```
    /// use cpto::{Assessment, advice::watch::review};
    ///
    /// assert!(review(Vec::<(u32, Assessment)>::new()).periods().is_empty());
    /// ```
    #[must_use]
    pub fn periods(&self) -> &[Period<L>] {
        &self.periods
    }

    /// The warnings that the last assessment has, in the order of the catalogue, and since when.
    ///
    /// ```
    /// use cpto::{WarningCode, advice::watch::review, evaluate};
    ///
    /// let assessment = evaluate(&WarningCode::CostBurden.raised().build()?);
    /// let review = review([("today", assessment)]);
    /// assert!(review.standing().iter().all(|standing| standing.since == "today"));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn standing(&self) -> &[Standing<L>] {
        &self.standing
    }
}

impl<L: fmt::Display> fmt::Display for Review<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.periods.iter().try_for_each(|period| period.fmt(f))?;
        self.standing.iter().try_for_each(|standing| writeln!(f, "{standing}"))
    }
}

/// What appeared, worsened, lasted and went over a sequence of assessments. The labels are the caller's, such as dates; they
/// are not read, and the order is that in which they are given.
///
/// ```
/// use cpto::advice::{compare::Course, watch::review};
/// use cpto::{Organization, Proposal, Safeguard, Seat, Structure, WarningCode, evaluate};
///
/// let with = |organization| {
///     Proposal::draft().organization(organization).proposed(Structure::combined(Seat::draft())).build()
/// };
/// let before = with(Organization::draft())?;
/// let after = with(Organization::draft().in_place([Safeguard::SuccessionPlan]))?;
/// let review = review([("2025-06", evaluate(&before)), ("2026-06", evaluate(&after))]);
/// let course = review.periods()[0].warnings.iter().find(|it| it.key.code == WarningCode::KeyPersonDependency);
/// assert_eq!(course.unwrap().course, Course::Resolved);
/// assert!(review.standing().iter().all(|standing| standing.since == "2025-06"));
/// # Ok::<(), cpto::Faults>(())
/// ```
pub fn review<L: Clone>(dated: impl IntoIterator<Item = (L, Assessment)>) -> Review<L> {
    let dated: Vec<(L, Assessment)> = dated.into_iter().collect();
    let pairs = dated.iter().zip(dated.iter().skip(1));
    let periods = pairs.map(|((from, before), (to, after))| Period {
        from: from.clone(),
        to: to.clone(),
        verdict: [before.verdict(), after.verdict()],
        warnings: courses(before, after),
    });
    let standing = WarningCode::ALL.iter().filter_map(|&code| {
        let severity = dated.last()?.1.worst(code);
        let with = dated.iter().rev().take_while(|(_, assessment)| assessment.worst(code).is_possible());
        with.last().map(|(since, _)| Standing { code, since: since.clone(), severity })
    });
    Review { periods: periods.collect(), standing: standing.collect() }
}

#[cfg(test)]
mod tests;
