//! Who should hold what, of a CTO and a CPO?
//!
//! Divisions are compared part by part: how severe the overload of the worse seat is; how many points misplaced
//! responsibilities and missing skills come to; how far apart the two loads are; how much changes from today. The order is a
//! judgement, and the points are the [policy's](crate::policy::DivideNumbers).
//!
//! - A responsibility out of its home costs points, a core one more. So does every step that the leader who gets it falls
//!   short of what the home needs in the skills of its craft; of several skills, the worst counts.
//! - Shared responsibilities stay in both seats. What an office holds stays there.
//! - Where facts are unknown, the worst case is divided: the loads are the most they may be, the skills the least.
//!   [`Division::open`] says which facts these are.
//!
//! The answer is exact, and every division tells what proves it ([`Proof`]): either each responsibility is where it costs
//! least, and no division has a milder overload; or the cheapest division was worked out for every sum of effort that
//! one of the two can have. No other part depends on more than that sum.
//!
//! # A real case
//! talabat has a CTO and a CPO. As far as is public, who should hold what?
//!
//! ```standalone_crate
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::{Limit, divide::{Wishes, divide}};
//! use cpto::{Draft, Policy, Proposal, Role};
//!
//! let case: serde_json::Value = serde_json::from_str(include_str!("../../tests/cases/C23-talabat.json"))?;
//! let proposal = serde_json::from_value::<Draft<Proposal>>(case["proposal"].clone())?.build()?;
//! let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default())?;
//! assert_eq!(division.best().to_string(), "overload high, 162 points, loads 1 % apart, 0 changes");
//! // Everything at home would be critical. One of the product's goes to the CTO, and one of technology's to the CPO.
//! let swapped = proposal.proposed().remit(Role::Cto).difference(division.best().cto);
//! assert_eq!(swapped.to_string(), "scalability");
//! let amended = division.apply_to(&proposal).unwrap();
//! assert_eq!(amended.proposed().remit(Role::Cto), division.best().cto);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::vec::Vec;

use crate::advice::divide::problem::{Problem, Side};
use crate::advice::restructure::reassigned;
use crate::advice::work::Limit;
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;

mod problem;
mod solve;

/// The most responsibilities that may be handed over to an office or not.
pub const MOST_OPTIONAL: usize = 5;

/// The most alternatives that are listed.
pub const MOST_ALTERNATIVES: usize = 16;

/// The seats among which is divided.
pub(crate) const SEATS: [Role; 2] = [Role::Cto, Role::Cpo];

/// What is settled beforehand, and what may be settled in another way.
///
/// ```
/// use cpto::advice::{Limit, divide::{Wishes, divide}};
/// use cpto::{Policy, Proposal, Responsibility, Role, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let wishes = Wishes::default().pin(Responsibility::Security, Role::Cpo);
/// let division = divide(&proposal, &wishes, &Policy::DEFAULT, Limit::default())?;
/// assert!(division.best().cpo.contains(Responsibility::Security));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    pub(super) pins: Vec<(Responsibility, Role)>,
    pub(super) optional: Option<(Office, ResponsibilitySet)>,
}

impl Wishes {
    /// Says that a responsibility has to go to a seat.
    #[must_use]
    pub fn pin(mut self, responsibility: Responsibility, role: Role) -> Self {
        self.pins.push((responsibility, role));
        self
    }

    /// Says that an office may take these responsibilities. There is one such office.
    #[must_use]
    pub fn may_go_to(
        mut self,
        office: Office,
        responsibilities: impl IntoIterator<Item = Responsibility>,
    ) -> Self {
        self.optional = Some((office, responsibilities.into_iter().collect()));
        self
    }

    /// Who may get a responsibility that is not pinned.
    pub(crate) fn allowed(&self, responsibility: Responsibility) -> Vec<Holder> {
        let office = self.optional.filter(|(_, set)| set.contains(responsibility));
        let seats = SEATS.map(Holder::Seat).into_iter();
        seats.chain(office.map(|(office, _)| Holder::Office(office))).collect()
    }
}

/// Why something cannot be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NotDivisible {
    /// The proposed structure is no pair.
    #[error("a {form} structure has nothing to divide; allowed: pair")]
    NoPair {
        /// What it is.
        form: Form,
    },
    /// A wish for a responsibility that is not divided.
    #[error("{responsibility} is not divided: it is shared, held elsewhere or not applicable")]
    NotDivided {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// Nothing is left for one of the two seats.
    #[error("nothing is left for one of the two seats; allowed: a responsibility for each")]
    EmptySeat,
    /// Two wishes for one responsibility.
    #[error("there are two wishes for {responsibility}")]
    Repeated {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// A responsibility that is pinned to the CPTO.
    #[error("{responsibility} cannot go to the CPTO of a pair; allowed: cto, cpo")]
    NoSuchSeat {
        /// The responsibility.
        responsibility: Responsibility,
    },
    /// Too many responsibilities that may go to an office or not.
    #[error("{found} responsibilities may go to an office; allowed: at most {MOST_OPTIONAL}")]
    TooManyOptional {
        /// How many.
        found: usize,
    },
}

/// What proves that no division is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Proof {
    /// Each responsibility is where it costs the fewest points, nowhere else as few; and with all that there is, no division
    /// has a milder overload.
    Cheapest,
    /// The cheapest division was worked out for each of so many sums of effort, which are all there are.
    EverySum {
        /// How many sums.
        sums: u32,
    },
    /// Nothing: there are more sums of effort than the limit allows, so that efforts were rounded.
    Rounded,
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cheapest => f.write_str("each is where it costs least, and no overload can be milder"),
            Self::EverySum { sums } => {
                write!(f, "the best of all divisions, by each of {sums} sums of effort")
            }
            Self::Rounded => f.write_str("none, since efforts were rounded to stay within the limit"),
        }
    }
}

/// One division, and what it comes to. Of each part less is better; they are compared in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Share {
    /// How severe the overload of the worse seat is, in the worst case.
    pub overload: Severity,
    /// The points of what is misplaced, handed over, or held by somebody without the skills for it.
    pub points: u32,
    /// How many percent the two loads are apart.
    pub imbalance: u32,
    /// How many responsibilities change hands from today.
    pub changes: u32,
    /// What the CTO holds, the shared responsibilities included.
    pub cto: ResponsibilitySet,
    /// What the CPO holds, the shared responsibilities included.
    pub cpo: ResponsibilitySet,
    /// What goes to the office that may take it.
    pub handed_over: ResponsibilitySet,
}

/// Overload, points, imbalance and changes.
pub(crate) type Parts = (Severity, u32, u32, u32);

impl Share {
    /// What it is judged by.
    pub(crate) const fn parts(&self) -> Parts {
        (self.overload, self.points, self.imbalance, self.changes)
    }
}

/// Whether one is no worse in any part but the changes, and better in one.
pub(crate) fn dominates(one: Parts, other: Parts) -> bool {
    (one.0, one.1, one.2) != (other.0, other.1, other.2)
        && one.0 <= other.0
        && one.1 <= other.1
        && one.2 <= other.2
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { overload, points, imbalance, changes, .. } = self;
        write!(f, "overload {overload}, {points} points, loads {imbalance} % apart, {changes} changes")
    }
}

/// The best division, what proves it, and what else there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    problem: Problem,
    best: Share,
    proof: Proof,
}

impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Share { cto, cpo, handed_over, .. } = &self.best;
        writeln!(f, "CTO: {cto}\nCPO: {cpo}")?;
        if !handed_over.is_empty() {
            writeln!(f, "handed over: {handed_over}")?;
        }
        writeln!(f, "{}\nproof: {}", self.best, self.proof)?;
        if !self.open().is_empty() {
            writeln!(f, "in the worst case of {} open facts", self.open().len())?;
        }
        Ok(())
    }
}

impl Division {
    /// The best division.
    #[must_use]
    pub const fn best(&self) -> &Share {
        &self.best
    }

    /// What proves that there is no better one.
    #[must_use]
    pub const fn proof(&self) -> Proof {
        self.proof
    }

    /// The facts that are not known and for whose worst case it is the best.
    #[must_use]
    pub const fn open(&self) -> FactSet {
        self.problem.open
    }

    /// The divisions than which no other is better in one of overload, points and imbalance without being worse in another;
    /// of those that are equal in these, one with the fewest changes. The best is the first; at most [`MOST_ALTERNATIVES`].
    #[must_use]
    pub fn alternatives(&self) -> Vec<Share> {
        self.problem.undominated()
    }

    /// The best division in which a responsibility goes elsewhere: why it is where it is. Nothing where it cannot.
    #[must_use]
    pub fn instead(&self, responsibility: Responsibility) -> Option<Share> {
        let now = if self.best.cto.contains(responsibility) {
            Side::Cto
        } else if self.best.cpo.contains(responsibility) {
            Side::Cpo
        } else {
            Side::Office
        };
        let place = self.problem.place(responsibility)?;
        self.problem.best(Some((place, now))).map(|(share, _)| share)
    }

    /// The proposal with this division; nothing where it is another proposal, in which it cannot be made.
    #[must_use]
    pub fn apply_to(&self, proposal: &Proposal) -> Option<Proposal> {
        let mut divided = proposal.clone();
        for responsibility in self.best.handed_over {
            divided.proposed.offices.set(responsibility, self.problem.office);
        }
        reassigned(&divided, |role, _| if role == Role::Cto { self.best.cto } else { self.best.cpo })
    }
}

/// Divides the responsibilities of a pair.
///
/// ```
/// use cpto::advice::{Limit, divide::{Wishes, divide}};
/// use cpto::{Policy, Proposal, Responsibility, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default())?;
/// assert!(division.best().cto.contains(Responsibility::Architecture));
/// println!("{division}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A structure that is no pair, such as a lone CTO; a pin of something that is shared, held elsewhere or not applicable, or
/// of something that may go to an office, too; a pin to the CPTO; more than [`MOST_OPTIONAL`] that may go to an office; and a
/// pair in which nothing is left for one of the two.
pub fn divide(
    proposal: &Proposal,
    wishes: &Wishes,
    policy: &Policy,
    limit: Limit,
) -> Result<Division, NotDivisible> {
    let problem = Problem::new(proposal, wishes, policy, limit)?;
    let found = problem.cheapest().map(|best| (best, Proof::Cheapest)).or_else(|| problem.best(None));
    let (best, proof) = found.ok_or(NotDivisible::EmptySeat)?;
    Ok(Division { problem, best, proof })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::organization::Organization;
    use crate::model::seat::Seat;
    use crate::model::structure::Structure;
    use crate::vocabulary::role::Home;
    use crate::vocabulary::safeguard::Safeguard;
    use crate::vocabulary::signal::{Maturity, Signal};
    use crate::vocabulary::stage::Stage;

    fn pair(
        stage: Stage,
        level: Maturity,
        cto: crate::input::draft::Draft<Seat>,
        cpo: crate::input::draft::Draft<Seat>,
    ) -> Proposal {
        let company = Organization::draft()
            .stage(stage)
            .signals(Signal::ALL.iter().copied(), level)
            .absent([Safeguard::ProductLead, Safeguard::EngineeringLead]);
        Proposal::draft().organization(company).proposed(Structure::pair(cto, cpo)).build().expect("valid")
    }

    fn expert() -> crate::input::draft::Draft<Seat> {
        Seat::draft().skills(
            crate::vocabulary::skill::Skill::ALL.iter().copied(),
            crate::vocabulary::skill::Proficiency::Expert,
        )
    }

    #[test]
    fn home_is_best_where_nobody_is_overloaded() {
        let proposal = pair(Stage::Startup, Maturity::Defined, expert(), expert());
        let division =
            divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default()).expect("a pair");
        assert_eq!(division.proof(), Proof::Cheapest);
        assert_eq!(division.best().cto, proposal.proposed().remit(Role::Cto));
        assert_eq!(division.best().cpo, proposal.proposed().remit(Role::Cpo));
        assert_eq!(division.best().points, 0);
        assert!(division.open().is_empty());
    }

    #[test]
    fn an_overloaded_leader_is_relieved() {
        // The CTO gives a third of the time to another company.
        let proposal =
            pair(Stage::Established, Maturity::QuantitativelyManaged, expert().other_duties(35), expert());
        let division =
            divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default()).expect("a pair");
        assert!(matches!(division.proof(), Proof::EverySum { .. }), "{division}");
        let before = crate::assessment::evaluate(&proposal)
            .worst(crate::rules::catalogue::WarningCode::OverloadRisk)
            .most();
        assert!(division.best().overload < before, "{division}");
        let given_away = proposal.proposed().remit(Role::Cto).difference(division.best().cto);
        assert!(!given_away.is_empty() && given_away.is_subset(division.best().cpo));
        let alternatives = division.alternatives();
        assert_eq!(alternatives.first(), Some(division.best()));
        for (position, one) in alternatives.iter().enumerate() {
            for other in alternatives.iter().skip(position + 1) {
                assert!(!dominates(one.parts(), other.parts()) && !dominates(other.parts(), one.parts()));
            }
        }
    }

    #[test]
    fn wishes_are_kept_or_refused() {
        let proposal = pair(Stage::Established, Maturity::Managed, expert(), expert());
        let (roadmap, security) = (Responsibility::Roadmap, Responsibility::Security);
        let wishes = Wishes::default().pin(roadmap, Role::Cto).may_go_to(Office::Ciso, [security]);
        let division = divide(&proposal, &wishes, &Policy::DEFAULT, Limit::default()).expect("a pair");
        assert!(division.best().cto.contains(roadmap));
        assert!(division.instead(roadmap).is_none(), "it is pinned");
        assert!(division.instead(security).is_some());
        let refused = |wishes: Wishes| {
            divide(&proposal, &wishes, &Policy::DEFAULT, Limit::default()).expect_err("refused")
        };
        let shared = Responsibility::TradeOffs;
        assert_eq!(
            refused(Wishes::default().pin(shared, Role::Cto)),
            NotDivisible::NotDivided { responsibility: shared }
        );
        assert_eq!(
            refused(wishes.pin(security, Role::Cpo)),
            NotDivisible::Repeated { responsibility: security }
        );
        assert_eq!(
            refused(Wishes::default().pin(roadmap, Role::Cpto)),
            NotDivisible::NoSuchSeat { responsibility: roadmap }
        );
        let all = ResponsibilitySet::of_home(Home::Cto).iter();
        let found = ResponsibilitySet::of_home(Home::Cto).len();
        assert_eq!(
            refused(Wishes::default().may_go_to(Office::Coo, all)),
            NotDivisible::TooManyOptional { found }
        );
        let one = crate::rules::catalogue::WarningCode::OverloadRisk.raised().build().expect("it builds");
        let error =
            divide(&one, &Wishes::default(), &Policy::DEFAULT, Limit::default()).expect_err("it is no pair");
        assert_eq!(error, NotDivisible::NoPair { form: Form::Combined });
    }

    /// Many equal weights, and prices that are all the same: what a search by branches does not end on.
    #[test]
    fn equal_weights_end_at_once() {
        let policy = Policy::DEFAULT
            .with(|numbers| {
                let (mut base, divide) = (numbers.effort.base, &mut numbers.divide);
                for responsibility in Responsibility::ALL {
                    base.set(*responsibility, 9);
                }
                numbers.effort.base = base;
                (divide.misplaced, divide.misplaced_core, divide.missing_step) = (0, 0, 0);
            })
            .expect("valid");
        let proposal = pair(Stage::Enterprise, Maturity::QuantitativelyManaged, expert(), expert());
        let division = divide(&proposal, &Wishes::default(), &policy, Limit::default()).expect("a pair");
        assert_eq!(division.proof(), Proof::EverySum { sums: 27 });
        assert_eq!(division.best().imbalance, 0);
    }

    fn with_only(
        kept: [Responsibility; 2],
        stage: Stage,
        seats: [crate::input::draft::Draft<Seat>; 2],
    ) -> Proposal {
        let [cto, cpo] = seats;
        let mut company =
            Organization::draft().stage(stage).signals(Signal::ALL.iter().copied(), Maturity::Initial);
        for &it in Responsibility::ALL.iter().filter(|it| !kept.contains(it)) {
            company = company.not_applicable(it, "none");
        }
        company = company.absent([Safeguard::ProductLead, Safeguard::EngineeringLead]);
        Proposal::draft().organization(company).proposed(Structure::pair(cto, cpo)).build().expect("valid")
    }

    /// Nothing is shared, so that whoever gets nothing is nobody: that division is none.
    #[test]
    fn alternatives_leave_something_for_both() {
        let novice = Seat::draft().skills(
            crate::vocabulary::skill::Skill::ALL.iter().copied(),
            crate::vocabulary::skill::Proficiency::Novice,
        );
        let seats = [novice.other_duties(60), expert()];
        let proposal =
            with_only([Responsibility::Roadmap, Responsibility::Quality], Stage::Enterprise, seats);
        let division =
            divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::default()).expect("a pair");
        let alternatives = division.alternatives();
        assert_eq!(alternatives.first(), Some(division.best()));
        assert!(alternatives.iter().all(|share| share.cto.len() == 1 && share.cpo.len() == 1));
    }

    #[test]
    fn what_weighs_nothing_is_divided_all_the_same() {
        let policy = Policy::DEFAULT.with(|numbers| {
            for it in Responsibility::ALL {
                numbers.effort.base.set(*it, 0);
            }
        });
        let kept = [Responsibility::ProductVision, Responsibility::CustomerValue];
        let seats = kept.map(|it| Seat::draft().remit([it]));
        let proposal = with_only(kept, Stage::Startup, seats);
        let division = divide(&proposal, &Wishes::default(), &policy.expect("valid"), Limit::default())
            .expect("it is one");
        assert_eq!((division.best().cto.len(), division.best().cpo.len()), (1, 1));
    }

    #[test]
    fn too_many_sums_are_rounded_and_said_to_be() {
        let proposal = pair(Stage::Established, Maturity::Managed, expert().other_duties(35), expert());
        let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT, Limit::of(1)).expect("a pair");
        assert_eq!(division.proof(), Proof::Rounded);
        assert!(division.apply_to(&proposal).is_some());
    }
}
