//! In which order should responsibilities change hands, from today's structure to the proposed one?
//!
//! Each step hands over one responsibility from its holder today to its proposed holder, so that one with a single holder at both
//! ends is never unowned or contested on the way. A step is *safe* if no warning is above both ends: in the worst seat, neither
//! its least nor its most severity is above both today's and the proposed one's. [`handover`] finds an order of safe steps if
//! there is one. Otherwise it finds one whose worst moment is the least bad, by the
//! [points](crate::policy::RankingNumbers) above both ends, and reports which warning is above them at which step.
//!
//! On the way to one leader, the person who stays takes over from their own seat, and the seats become one in the last step. On
//! the way to two, that person leads in their new seat from the first step. So between one leader and two, responsibilities at
//! home with the other are misplaced for a while.
//!
//! ```
//! use cpto::advice::{Limit, handover::handover};
//! use cpto::{Office, Policy, Proposal, Responsibility, Seat, Structure};
//!
//! let pair = || Structure::pair(Seat::draft(), Seat::draft());
//! let relieved = pair()
//!     .elsewhere(Responsibility::Security, Office::Ciso)
//!     .elsewhere(Responsibility::Privacy, Office::GeneralCounsel);
//! let proposal = Proposal::draft().current(pair()).proposed(relieved).build()?;
//! let order = handover(&proposal, &Policy::DEFAULT, Limit::default()).unwrap();
//! assert!(order.is_safe() && order.is_proven);
//! assert_eq!(order.steps.len(), 2);
//! # Ok::<(), cpto::Faults>(())
//! ```

use core::cmp::Reverse;
use core::fmt;

use alloc::collections::btree_map::Entry;
use alloc::collections::{BTreeMap, BinaryHeap};
use alloc::vec::Vec;

use crate::advice::compare::course::WarningCourse;
use crate::advice::restructure::kept;
use crate::assessment::{Assessment, evaluate_under};
use crate::input::draft::Draft;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::vocabulary::change::{Change, Incumbent};
use crate::vocabulary::limit::Limit;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::span::Span;

/// A responsibility that changes hands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Handover {
    /// The responsibility.
    pub responsibility: Responsibility,
    /// The holders today.
    pub from: Vec<Holder>,
    /// The proposed holders.
    pub to: Vec<Holder>,
    /// The warnings that are above both ends after it: `before` is the most that the ends have, `after` the severity then.
    pub above: Vec<WarningCourse>,
}

impl fmt::Display for Handover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hand over {:#}", self.responsibility)?;
        for (word, holders) in [("from", &self.from), ("to", &self.to)] {
            write!(f, " {word} ")?;
            if holders.is_empty() {
                f.write_str("nobody")?;
            }
            for (position, holder) in holders.iter().enumerate() {
                write!(f, "{}{holder:#}", if position == 0 { "" } else { " and " })?;
            }
        }
        for (position, it) in self.above.iter().enumerate() {
            let comma = if position == 0 { "; worse than at both the start and the end: " } else { ", " };
            write!(f, "{comma}{:#} {} instead of {}", it.key, it.after, it.before)?;
        }
        Ok(())
    }
}

/// The order in which responsibilities change hands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HandoverOrder {
    /// The steps, in order; empty if nothing changes hands.
    pub steps: Vec<Handover>,
    /// Whether no order has a milder worst moment. If false, the limit was reached before that was known.
    pub is_proven: bool,
}

impl HandoverOrder {
    /// Returns whether no warning is above both ends at any step.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.steps.iter().all(|step| step.above.is_empty())
    }
}

impl fmt::Display for HandoverOrder {
    /// Writes a summary of the order, and a line for each step.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.is_safe(), self.is_proven) {
            (true, _) => "in this order, no warning is worse on the way than at both the start and the end\n",
            (false, true) => "in every order, some warning is worse on the way than at both the start and the end; this order keeps that to a minimum\n",
            (false, false) => "in this order, some warning is worse on the way than at both the start and the end; a better order is not ruled out\n",
        })?;
        (1..).zip(&self.steps).try_for_each(|(number, step)| writeln!(f, "{number}. {step}"))
    }
}

/// The reason why no order is returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NoHandover {
    /// Today's structure is not stated or has no seat.
    #[error("there is no seat today that could hand anything over")]
    NothingToday,
    /// Two seats become one, or one becomes two, and nobody stays or it is not known who does.
    #[error("nobody is known to stay, so nobody can take over step by step")]
    NobodyStays,
    /// Every order goes through an invalid structure, such as a CTO who holds everything.
    #[error("every order passes through an invalid structure")]
    Blocked,
    /// The limit was reached before an order was found.
    #[error("no order was found within the limit")]
    Spent,
}

/// The responsibilities that change hands, and the proposal after some of them have.
pub(crate) struct Road<'a> {
    proposal: &'a Proposal,
    /// The proposal to keep today's structure.
    kept: Proposal,
    /// The seat of the person who stays when two seats become one or one becomes two.
    stays: Option<Role>,
    pub(crate) moved: Vec<Responsibility>,
}

impl<'a> Road<'a> {
    pub(crate) fn of(proposal: &'a Proposal) -> Result<Self, NoHandover> {
        let kept = kept(proposal).ok_or(NoHandover::NothingToday)?;
        let stays = match proposal.change() {
            Change::Merge | Change::Split => {
                Some(proposal.incumbent().and_then(Incumbent::role).ok_or(NoHandover::NobodyStays)?)
            }
            _ => None,
        };
        let mut road = Self { proposal, kept, stays, moved: Vec::new() };
        let differs = |it: &Responsibility| {
            let seats = Role::ALL.iter().any(|role| {
                let [today, then] = road.remits(*role);
                today.contains(*it) != then.contains(*it)
            });
            seats || road.today().office(*it) != proposal.proposed().office(*it)
        };
        let moved = Responsibility::ALL.iter().copied().filter(differs).collect();
        road.moved = moved;
        Ok(road)
    }

    const fn today(&self) -> &Structure {
        self.kept.proposed()
    }

    /// The remits of a seat at both ends, under the name that the seat has on the way.
    fn remits(&self, role: Role) -> [ResponsibilitySet; 2] {
        let of = |structure: &Structure| match self.stays {
            Some(_) if role == Role::Cpto => ResponsibilitySet::EMPTY,
            Some(stays) if structure.form().is_combined() => {
                if role == stays {
                    structure.remit(Role::Cpto)
                } else {
                    ResponsibilitySet::EMPTY
                }
            }
            _ => structure.remit(role),
        };
        [of(self.today()), of(self.proposal.proposed())]
    }

    /// Returns the proposal after the responsibilities of a bit set have changed hands; `None` if it is not valid.
    pub(crate) fn after(&self, handed: u32) -> Option<Proposal> {
        if handed == 0 {
            return Some(self.kept.clone());
        }
        if handed.count_ones() as usize == self.moved.len() {
            return Some(self.proposal.clone());
        }
        let is_handed = (0..).zip(&self.moved).filter(|(at, _)| handed >> at & 1 == 1);
        let handed: ResponsibilitySet = is_handed.map(|(_, it)| *it).collect();
        let proposed = self.proposal.proposed();
        let remit = |role| {
            let [today, then] = self.remits(role);
            today.difference(handed).union(then.intersection(handed))
        };
        let mut structure = Structure::vacant().value;
        for &it in Responsibility::ALL {
            let ends = if handed.contains(it) { proposed } else { self.today() };
            structure.offices.set(it, ends.office(it));
        }
        for &role in Role::ALL {
            let held = remit(role);
            let seat = proposed.seat(role).or_else(|| self.today().seat(role));
            if held.is_empty() {
                continue;
            }
            let mut seat = seat.cloned().unwrap_or_else(|| Seat::draft().value);
            seat.stated_remit = Some(held.iter().collect());
            if let Some(Holder::Seat(superior)) = seat.reports_to() {
                if remit(superior).is_empty() {
                    seat.reports_to = None;
                }
            }
            *structure.seat_mut(role) = Some(seat);
        }
        let mut on_the_way = self.proposal.clone();
        if self.proposal.change() == Change::Merge {
            on_the_way.incumbent = None;
        }
        Draft::from(on_the_way).proposed(structure).build().ok()
    }

    /// The greater severity of both ends for each warning that counts towards the verdict.
    pub(crate) fn ends(&self, policy: &Policy) -> Vec<(WarningCode, Span<Severity>)> {
        let ends = [&self.kept, self.proposal].map(|proposal| evaluate_under(proposal, policy));
        let counted = WarningCode::ALL.iter().filter(|code| code.counts_towards_verdict());
        counted
            .map(|code| (*code, ends.map(|end| end.severity(*code))))
            .map(|(code, [today, then])| (code, today.max(then)))
            .collect()
    }
}

/// The warnings that are above both ends.
pub(crate) fn above(ends: &[(WarningCode, Span<Severity>)], assessment: &Assessment) -> Vec<WarningCourse> {
    let above = ends.iter().filter_map(|(code, most)| {
        let found = assessment.severity(*code);
        let is_above = found.least > most.least || found.most > most.most;
        is_above.then(|| WarningCourse::of((*code).into(), *most, found))
    });
    above.collect()
}

/// How bad it is to be above both ends, in points.
pub(crate) fn badness(above: &[WarningCourse], policy: &Policy) -> u32 {
    let points = |severity| u32::from(policy.numbers().ranking.points.get(severity));
    let more = |before, after| points(after).saturating_sub(points(before));
    // One more for each, so that every warning above both ends counts.
    let of =
        |it: &WarningCourse| 1 + more(it.before.least, it.after.least) + more(it.before.most, it.after.most);
    above.iter().map(of).sum()
}

/// The cost of building and evaluating a structure on the way, in evaluations.
const BUILT: u32 = 8;

/// Finds the order of handovers whose worst moment is the least bad.
///
/// # Errors
/// There is no seat today; nobody is known to stay from one leader to two or from two to one; every order goes through an invalid
/// structure; or no order was found within the limit.
pub fn handover(proposal: &Proposal, policy: &Policy, limit: Limit) -> Result<HandoverOrder, NoHandover> {
    let road = Road::of(proposal)?;
    let ends = road.ends(policy);
    let count = road.moved.len();
    // Every set of what has changed hands is a place. The search finds the worst moment of the best way to each, taking the least
    // bad first and, of equals, the one nearest to the end.
    let mut left = limit.evaluations();
    let mut came_by: BTreeMap<u32, u32> = BTreeMap::new();
    let mut next = BinaryHeap::from([Reverse((0_u32, count, 0_u32))]);
    let mut farthest = None;
    let mut is_proven = true;
    let reached = loop {
        let Some(Reverse((worst, to_go, place))) = next.pop() else { break None };
        if farthest.is_none_or(|(least, _)| to_go < least) {
            farthest = Some((to_go, place));
        }
        if to_go == 0 {
            break Some(place);
        }
        for step in (0..count).map(|at| 1_u32 << at).filter(|step| place & step == 0) {
            // The first way found to a place is the best, because the worst moment of later ones is no milder.
            let Entry::Vacant(unknown) = came_by.entry(place | step) else { continue };
            unknown.insert(step);
            left = left.saturating_sub(BUILT);
            if let Some(proposal) = road.after(place | step) {
                let bad = badness(&above(&ends, &evaluate_under(&proposal, policy)), policy);
                next.push(Reverse((worst.max(bad), to_go - 1, place | step)));
            }
        }
        if left == 0 {
            is_proven = false;
            break farthest.map(|(_, place)| place);
        }
    };
    let mut order = Vec::new();
    let mut place = reached.ok_or(NoHandover::Blocked)?;
    // If the limit was reached, the rest follows in the order of the responsibilities.
    let rest: Vec<u32> = (0..count).map(|at| 1_u32 << at).filter(|step| place & step == 0).collect();
    while let Some(step) = came_by.get(&place).copied() {
        order.push(step);
        place &= !step;
    }
    order.reverse();
    order.extend(rest);
    let mut handed = 0;
    let steps = order.into_iter().map(|step| {
        handed |= step;
        let responsibility = *road.moved.get(step.trailing_zeros() as usize)?;
        let holders = |structure: &Structure| {
            Holder::all().filter(|it| structure.held_by(*it).contains(responsibility)).collect::<Vec<_>>()
        };
        let (from, to) = (holders(road.today()), holders(proposal.proposed()));
        let above = above(&ends, &evaluate_under(&road.after(handed)?, policy));
        Some(Handover { responsibility, from, to, above })
    });
    let steps: Option<Vec<_>> = steps.collect();
    steps.map(|steps| HandoverOrder { steps, is_proven }).ok_or(NoHandover::Spent)
}
