//! Who should hold what, of a CTO and a CPO?
//!
//! The best division is the one with the least [`Objective`], which is compared part by part: how severe the overload of the
//! worse seat is; how many points misplaced responsibilities and missing skills come to; how far apart the
//! two loads are; how much changes from today. The order is a judgement, and the points are the
//! [policy's](crate::policy::DivideNumbers).
//!
//! - A responsibility out of its home costs points, a core one more. So does every step that the leader who gets it falls
//!   short of what the home needs in the skills of its craft; of several skills, the worst counts.
//! - Shared responsibilities stay in both seats. What an office holds stays there.
//! - Where facts are unknown, the worst case is divided: the loads are the most they may be, the skills the least.
//!   [`Division::open`] says which facts these are.
//!
//! The answer is exact, and every division tells what proves it ([`Proof`]): either each responsibility is where it costs
//! least, and no division has a milder overload; or the cheapest division was worked out for every sum of effort that
//! one of the two can have. No other part of the objective hangs on more than that sum.
//!
//! # A real case
//! talabat has a CTO and a CPO. As far as is public, who should hold what?
//!
//! ```standalone_crate
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::divide::{Wishes, divide};
//! use cpto::{Draft, Policy, Proposal, Responsibility, Role};
//!
//! let case: serde_json::Value = serde_json::from_str(include_str!("../../tests/cases/C23-talabat.json"))?;
//! let proposal = serde_json::from_value::<Draft<Proposal>>(case["proposal"].clone())?.build()?;
//! let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?;
//! let objective = "overload high, 162 points, loads 1 % apart, 0 changes";
//! assert_eq!(division.best().objective.to_string(), objective);
//! // Everything at home would be critical. One of the product's goes to the CTO, and one of technology's to the CPO.
//! let swapped = proposal.proposed().remit(Role::Cto).difference(division.remit(Role::Cto));
//! assert_eq!(swapped.to_string(), "scalability");
//! let amended = division.apply_to(&proposal).unwrap();
//! assert_eq!(amended.proposed().remit(Role::Cto), division.remit(Role::Cto));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::advice::restructure::reassigned;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::policy::numbers::Policy;
use crate::situation::load::{Burden, percent};
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::skill::Craft;

pub(crate) mod solve;

use solve::{Item, Price, Sums};

/// The most responsibilities that may be handed over to an office or not.
pub const MOST_OPTIONAL: usize = 5;

/// The most alternatives that are listed.
pub const MOST_ALTERNATIVES: usize = 16;

/// What a division is judged by, compared from the first part to the last. Less is better.
///
/// ```
/// use cpto::advice::divide::{Wishes, divide};
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let objective = divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?.best().objective;
/// assert_eq!(objective.to_string(), "overload high, 162 points, loads 1 % apart, 0 changes");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Objective {
    /// How severe the overload of the worse seat is, in the worst case.
    pub overload: Severity,
    /// The points of what is misplaced, handed over, or held by somebody without the skills for it.
    pub points: u32,
    /// How many percent the two loads are apart.
    pub imbalance: u32,
    /// How many responsibilities change hands from today.
    pub changes: u32,
}

impl fmt::Display for Objective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { overload, points, imbalance, changes } = self;
        write!(f, "overload {overload}, {points} points, loads {imbalance} % apart, {changes} changes")
    }
}

impl Objective {
    /// Whether it is no worse in any part but the changes, and better in one.
    pub(crate) fn dominates(&self, other: &Self) -> bool {
        let parts = |it: &Self| (it.overload, it.points, it.imbalance);
        let (one, two) = (parts(self), parts(other));
        one != two && one.0 <= two.0 && one.1 <= two.1 && one.2 <= two.2
    }
}

/// What is settled beforehand, and what may be settled in another way.
///
/// ```
/// use cpto::advice::divide::Wishes;
/// use cpto::{Office, Responsibility, Role};
///
/// let wishes = Wishes::default()
///     .pin(Responsibility::ProfitAndLoss, Role::Cpo)
///     .may_go_to(Office::Ciso, [Responsibility::Security]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    pins: Vec<(Responsibility, Role)>,
    optional: Option<(Office, ResponsibilitySet)>,
}

impl Wishes {
    /// Says that a responsibility has to go to a seat.
    ///
    /// ```
    /// use cpto::advice::divide::{Wishes, divide};
    /// use cpto::{Policy, Proposal, Responsibility, Role, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// let wishes = Wishes::default().pin(Responsibility::Security, Role::Cpo);
    /// let division = divide(&proposal, &wishes, &Policy::DEFAULT)?;
    /// assert!(division.remit(Role::Cpo).contains(Responsibility::Security));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn pin(mut self, responsibility: Responsibility, role: Role) -> Self {
        self.pins.push((responsibility, role));
        self
    }

    /// Says that an office may take these responsibilities. There is one such office.
    ///
    /// ```
    /// use cpto::advice::divide::Wishes;
    /// use cpto::{Office, Responsibility};
    ///
    /// let wishes = Wishes::default().may_go_to(Office::RunOrganization, [Responsibility::Operations]);
    /// ```
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
///
/// ```
/// use cpto::advice::divide::{NotDivisible, Wishes, divide};
/// use cpto::{Form, Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// let error = divide(&proposal, &Wishes::default(), &Policy::DEFAULT).unwrap_err();
/// assert_eq!(error, NotDivisible::NoPair { form: Form::LoneCto });
/// # Ok::<(), cpto::Faults>(())
/// ```
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
///
/// ```
/// use cpto::advice::divide::{Proof, Wishes, divide};
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// match divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?.proof() {
///     Proof::EverySum { sums } => assert!(sums > 0),
///     other => println!("{other}"),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cheapest => f.write_str("each is where it costs least, and no overload can be milder"),
            Self::EverySum { sums } => {
                write!(f, "the best of all divisions, by each of {sums} sums of effort")
            }
        }
    }
}

/// One division.
///
/// ```
/// use cpto::advice::divide::{Wishes, divide};
/// use cpto::{Policy, Proposal, Responsibility, Role, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let wishes = Wishes::default().pin(Responsibility::Security, Role::Cpo);
/// let share = *divide(&proposal, &wishes, &Policy::DEFAULT)?.best();
/// assert!(share.cpo.contains(Responsibility::Security) && share.handed_over.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Share {
    /// What it comes to.
    pub objective: Objective,
    /// What the CTO holds, the shared responsibilities included.
    pub cto: ResponsibilitySet,
    /// What the CPO holds, the shared responsibilities included.
    pub cpo: ResponsibilitySet,
    /// What goes to the office that may take it.
    pub handed_over: ResponsibilitySet,
}

impl Share {
    /// Whether both seats have something to do.
    fn fills_both(&self) -> bool {
        !self.cto.is_empty() && !self.cpo.is_empty()
    }
}

/// The best division, what proves it, and what else there is.
///
/// ```
/// use cpto::advice::divide::{Wishes, divide};
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// println!("{}", divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    problem: Problem,
    best: Share,
    proof: Proof,
}

impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Share { objective, cto, cpo, handed_over } = &self.best;
        writeln!(f, "CTO: {cto}\nCPO: {cpo}")?;
        if !handed_over.is_empty() {
            writeln!(f, "handed over: {handed_over}")?;
        }
        writeln!(f, "{objective}")?;
        writeln!(f, "proof: {}", self.proof)?;
        if !self.problem.open.is_empty() {
            writeln!(f, "in the worst case of {} open facts", self.problem.open.len())?;
        }
        Ok(())
    }
}

impl Division {
    /// The best division.
    ///
    /// ```
    /// use cpto::advice::divide::{Wishes, divide};
    /// use cpto::{Policy, Proposal, Responsibility, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?;
    /// assert!(division.best().cto.contains(Responsibility::Architecture));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn best(&self) -> &Share {
        &self.best
    }

    /// What a seat holds in the best division.
    ///
    /// ```
    /// use cpto::advice::divide::{Wishes, divide};
    /// use cpto::{Policy, Proposal, Role, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?;
    /// assert_eq!(division.remit(Role::Cpo), division.best().cpo);
    /// assert!(division.remit(Role::Cpto).is_empty(), "a pair has none");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn remit(&self, role: Role) -> ResponsibilitySet {
        match role {
            Role::Cto => self.best.cto,
            Role::Cpo => self.best.cpo,
            Role::Cpto => ResponsibilitySet::EMPTY,
        }
    }

    /// What proves that there is no better one.
    ///
    /// ```
    /// use cpto::advice::divide::{Wishes, divide};
    /// use cpto::{Policy, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// println!("{}", divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?.proof());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn proof(&self) -> Proof {
        self.proof
    }

    /// The facts that are not known and for whose worst case it is the best.
    ///
    /// ```
    /// use cpto::advice::divide::{Wishes, divide};
    /// use cpto::{Fact, Policy, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// assert!(divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?.open().contains(Fact::Stage));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn open(&self) -> FactSet {
        self.problem.open
    }

    /// The divisions, this one first, of which none is better than another in one of these without being worse in another
    /// one: overload, points, imbalance. Of those that are equal in all three, one of the fewest changes. At most
    /// [`MOST_ALTERNATIVES`], in the order of the objective.
    ///
    /// ```
    /// use cpto::advice::divide::{Wishes, divide};
    /// use cpto::{Policy, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?;
    /// assert_eq!(division.alternatives()[0].objective, division.best().objective);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn alternatives(&self) -> Vec<Share> {
        self.problem.undominated()
    }

    /// The best division in which a responsibility goes to somebody else: what the difference is, is why it is where it is.
    /// Nothing where it was not free to go elsewhere.
    ///
    /// ```
    /// use cpto::advice::divide::{Wishes, divide};
    /// use cpto::{Policy, Proposal, Responsibility, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?;
    /// let instead = division.instead(Responsibility::Roadmap).unwrap();
    /// assert!(instead.objective > division.best().objective);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn instead(&self, responsibility: Responsibility) -> Option<Share> {
        let place = self.problem.free.iter().position(|free| free.responsibility == responsibility)?;
        let to = |set: ResponsibilitySet| set.contains(responsibility);
        let now = if to(self.best.cto) {
            Side::Cto
        } else if to(self.best.cpo) {
            Side::Cpo
        } else {
            Side::Office
        };
        self.problem.best(Some((place, now))).map(|(share, _)| share)
    }

    /// The proposal with this division. Nothing where it is another proposal than the one that was divided.
    ///
    /// ```
    /// use cpto::advice::divide::{Wishes, divide};
    /// use cpto::{Policy, Proposal, Role, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// let division = divide(&proposal, &Wishes::default(), &Policy::DEFAULT)?;
    /// let divided = division.apply_to(&proposal).unwrap();
    /// assert_eq!(divided.proposed().remit(Role::Cto), division.best().cto);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn apply_to(&self, proposal: &Proposal) -> Option<Proposal> {
        let mut divided = proposal.clone();
        for responsibility in self.best.handed_over.iter() {
            divided.proposed.offices.set(responsibility, self.problem.office);
        }
        reassigned(&divided, |role, _| self.remit(role))
    }
}

/// Who may get a responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Cto,
    Cpo,
    Office,
}

/// A responsibility that is free to go to more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Free {
    responsibility: Responsibility,
    item: Item,
    /// What it costs to hand it over, where an office may take it.
    office: Option<Price>,
}

/// What is to be divided, in the worst case.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Problem {
    free: Vec<Free>,
    /// What each seat holds in any case: shared and pinned responsibilities.
    fixed: [ResponsibilitySet; 2],
    /// Quarters × tenths of that.
    fixed_load: [u32; 2],
    /// What that costs.
    fixed_price: Price,
    /// Percent of other duties.
    duties: [u32; 2],
    /// How severe the overload is at least, on account of direct reports.
    reports: [Severity; 2],
    hundredths: u32,
    load_above: crate::policy::ladder::Ladder,
    office: Option<Office>,
    open: FactSet,
}

const SEATS: [Role; 2] = [Role::Cto, Role::Cpo];

/// The best division of the responsibilities between the two seats of a proposed pair. What the remits of the proposal are is
/// not read; everything else is.
///
/// ```
/// use cpto::advice::divide::{Wishes, divide};
/// use cpto::{Policy, Proposal, Seat, Structure};
///
/// let one = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let refused = divide(&one, &Wishes::default(), &Policy::DEFAULT).unwrap_err();
/// assert_eq!(refused.to_string(), "a combined structure has nothing to divide; allowed: pair");
/// # Ok::<(), cpto::Faults>(())
/// ```
///
/// # Errors
/// [`NotDivisible`], such as for a CPTO, or a wish for a shared responsibility.
pub fn divide(proposal: &Proposal, wishes: &Wishes, policy: &Policy) -> Result<Division, NotDivisible> {
    let problem = Problem::new(proposal, wishes, policy)?;
    let found = problem.cheapest().map(|best| (best, Proof::Cheapest)).or_else(|| problem.best(None));
    let (best, proof) = found.ok_or(NotDivisible::EmptySeat)?;
    Ok(Division { problem, best, proof })
}

impl Problem {
    fn new(proposal: &Proposal, wishes: &Wishes, policy: &Policy) -> Result<Self, NotDivisible> {
        let structure = proposal.proposed();
        let (Some(cto), Some(cpo)) = (structure.seat(Role::Cto), structure.seat(Role::Cpo)) else {
            return Err(NotDivisible::NoPair { form: structure.form() });
        };
        let organization = proposal.organization();
        let numbers = policy.numbers();
        let shared = ResponsibilitySet::of_home(Home::Shared);
        let here = organization.applicable().difference(structure.elsewhere());
        let divided = here.difference(shared);
        let (office, optional) =
            wishes.optional.map_or((None, ResponsibilitySet::EMPTY), |(office, set)| (Some(office), set));
        let mut pinned: BTreeMap<u32, Role> = BTreeMap::new();
        for &(responsibility, role) in &wishes.pins {
            if role == Role::Cpto {
                return Err(NotDivisible::NoSuchSeat { responsibility });
            }
            let twice = pinned.insert(responsibility.position(), role).is_some();
            if twice || optional.contains(responsibility) {
                return Err(NotDivisible::Repeated { responsibility });
            }
        }
        let wished = wishes.pins.iter().map(|(responsibility, _)| *responsibility).chain(optional.iter());
        if let Some(responsibility) = wished.into_iter().find(|it| !divided.contains(*it)) {
            return Err(NotDivisible::NotDivided { responsibility });
        }
        if optional.len() > MOST_OPTIONAL {
            return Err(NotDivisible::TooManyOptional { found: optional.len() });
        }

        let burden = Burden::of(organization, &numbers.effort);
        let weight = |set: ResponsibilitySet| burden.parts(set, &numbers.effort).most();
        let today =
            |responsibility: Responsibility, side: Side| changes(proposal, responsibility, side, office);
        let price = |responsibility: Responsibility, role: Role| {
            let seat = if role == Role::Cto { cto } else { cpo };
            let home = if responsibility.home() == Home::Cto { Role::Cto } else { Role::Cpo };
            let divide = &numbers.divide;
            let misplaced = match (home == role, responsibility.is_core()) {
                (true, _) => 0,
                (false, true) => divide.misplaced_core,
                (false, false) => divide.misplaced,
            };
            let craft = if home == Role::Cto { Craft::Technology } else { Craft::Product };
            let needs = numbers.needs.of_role(home);
            let missing = needs.iter().filter(|(skill, _)| skill.craft() == craft).map(|(skill, need)| {
                need.0.map_or(0, |need| need.rank().saturating_sub(seat.skill(skill).least().rank()))
            });
            let missing = missing.max().unwrap_or(0) * u32::from(divide.missing_step);
            let side = if role == Role::Cto { Side::Cto } else { Side::Cpo };
            Price { points: u32::from(misplaced) + missing, changes: today(responsibility, side) }
        };
        let mut free = Vec::new();
        let mut fixed = [here.intersection(shared); 2];
        let mut fixed_price = Price::default();
        for responsibility in divided.iter() {
            match pinned.get(&responsibility.position()) {
                Some(&role) => {
                    for (fixed, _) in fixed.iter_mut().zip(SEATS).filter(|(_, seat)| *seat == role) {
                        *fixed = fixed.with(responsibility);
                    }
                    fixed_price = fixed_price.and(price(responsibility, role));
                }
                None => free.push(Free {
                    responsibility,
                    item: Item {
                        weight: weight(ResponsibilitySet::of(&[responsibility])),
                        here: price(responsibility, Role::Cto),
                        there: price(responsibility, Role::Cpo),
                    },
                    office: optional.contains(responsibility).then(|| Price {
                        points: numbers.divide.handed_over.into(),
                        changes: today(responsibility, Side::Office),
                    }),
                }),
            }
        }
        free.sort_by_key(|free: &Free| free.office.is_some());
        let reports = |seat: &crate::model::seat::Seat| {
            seat.direct_reports.map_or(Severity::None, |people| {
                numbers.overload_risk.direct_reports_above.above(people.most().into())
            })
        };
        let duties =
            |seat: &crate::model::seat::Seat| seat.other_duties.map_or(0, |duties| duties.most().rank());
        let load_reads = SEATS.map(|role| {
            let reads = crate::situation::load::lightening(here).with(Fact::Stage);
            let of_seat = reads.with(Fact::OtherDuties(role)).with(Fact::DirectReports(role));
            crate::vocabulary::skill::Skill::ALL
                .iter()
                .fold(of_seat, |facts, skill| facts.with(Fact::Skill(role, *skill)))
        });
        let [of_cto, of_cpo] = load_reads;
        Ok(Self {
            free,
            fixed,
            fixed_load: fixed.map(weight),
            fixed_price,
            duties: [duties(cto), duties(cpo)],
            reports: [reports(cto), reports(cpo)],
            hundredths: burden.hundredths.most(),
            load_above: numbers.overload_risk.load_above,
            office,
            open: proposal.open_facts().intersection(of_cto.union(of_cpo)),
        })
    }

    /// What a division comes to in which the CTO and the CPO get so much more than what is fixed.
    fn objective(&self, loads: [u32; 2], price: Price) -> Objective {
        let [cto, cpo] = [0, 1].map(|seat: usize| {
            let of = |parts: &[u32; 2]| parts.get(seat).copied().unwrap_or_default();
            let load = percent(of(&self.fixed_load) + of(&loads), self.hundredths) + of(&self.duties);
            let reports = self.reports.get(seat).copied().unwrap_or_default();
            (self.load_above.above(load).max(reports), load)
        });
        let price = self.fixed_price.and(price);
        Objective {
            overload: cto.0.max(cpo.0),
            points: price.points,
            imbalance: cto.1.abs_diff(cpo.1),
            changes: price.changes,
        }
    }

    /// A division, given to whom each free responsibility goes.
    fn share(&self, objective: Objective, sides: impl Iterator<Item = Side>) -> Share {
        let [cto, cpo] = self.fixed;
        let mut share = Share { objective, cto, cpo, handed_over: ResponsibilitySet::EMPTY };
        for (free, side) in self.free.iter().zip(sides) {
            let set = match side {
                Side::Cto => &mut share.cto,
                Side::Cpo => &mut share.cpo,
                Side::Office => &mut share.handed_over,
            };
            *set = set.with(free.responsibility);
        }
        share
    }

    /// The division in which each responsibility is where it costs least, where that is plainly the best: nothing costs
    /// as little elsewhere, and no division has a milder overload.
    fn cheapest(&self) -> Option<Share> {
        let mut loads = [0, 0];
        let mut price = Price::default();
        let mut sides = Vec::with_capacity(self.free.len());
        for free in &self.free {
            let Item { weight, here, there } = free.item;
            let mut prices = [(here.points, Side::Cto), (there.points, Side::Cpo), (u32::MAX, Side::Office)];
            if let (Some(office), Some(last)) = (free.office, prices.last_mut()) {
                *last = (office.points, Side::Office);
            }
            let (least, side) = prices.iter().copied().min_by_key(|(points, _)| *points)?;
            if prices.iter().filter(|(points, _)| *points == least).count() > 1 {
                return None;
            }
            let [cto, cpo] = &mut loads;
            price = price.and(match side {
                Side::Cto => {
                    *cto += weight;
                    here
                }
                Side::Cpo => {
                    *cpo += weight;
                    there
                }
                Side::Office => free.office.unwrap_or_default(),
            });
            sides.push(side);
        }
        let objective = self.objective(loads, price);
        let share = self.share(objective, sides.into_iter());
        (objective.overload <= self.least_overload() && share.fills_both()).then_some(share)
    }

    /// A bound of the overload: whoever gets what, one of the two has half of all load.
    fn least_overload(&self) -> Severity {
        let here = self.free.iter().filter(|free| free.office.is_none()).map(|free| free.item.weight);
        let [cto, cpo] = self.fixed_load;
        let [of_cto, of_cpo] = self.duties;
        let all = percent(here.sum::<u32>() + cto + cpo, self.hundredths) + of_cto + of_cpo;
        let [cto, cpo] = self.reports;
        self.load_above.above(all.div_ceil(2)).max(cto).max(cpo)
    }

    /// Gives every division that may be the best: the sum of the CTO's part, the efforts of both, and the price. One place
    /// may not go to one side.
    fn each(
        &self,
        forbidden: Option<(usize, Side)>,
        mut give: impl FnMut(&Sums, &[Option<Side>], u32, ([u32; 2], Price)),
    ) -> u32 {
        let mut sums = Sums::of(self.free.iter().map(|free| free.item.weight));
        let mut settled = Vec::with_capacity(self.free.len());
        self.each_from(forbidden, &mut sums, &mut settled, [0, 0], &mut give)
    }

    /// The same with some places settled on a side, or to be divided. Those that may be handed over come last, and are settled
    /// in every way.
    fn each_from(
        &self,
        forbidden: Option<(usize, Side)>,
        sums: &mut Sums,
        settled: &mut Vec<Option<Side>>,
        start: [u32; 2],
        give: &mut impl FnMut(&Sums, &[Option<Side>], u32, ([u32; 2], Price)),
    ) -> u32 {
        let place = settled.len();
        let Some(free) = self.free.get(place) else {
            let (total, [cto, cpo]) = (sums.total(), start);
            let mut count = 0;
            for (sum, price) in sums.reached() {
                count += 1;
                give(sums, settled, sum, ([cto + sum, cpo + total - sum], price));
            }
            return count;
        };
        let on_one_side = |price: Price| Item { weight: 0, here: price, there: price };
        let Item { weight, here, there } = free.item;
        let [cto, cpo] = start;
        let forbidden_here = forbidden.and_then(|(at, side)| (at == place).then_some(side));
        let in_a_seat = match forbidden_here {
            Some(Side::Cto) => (on_one_side(there), Some(Side::Cpo), [cto, cpo + weight]),
            Some(Side::Cpo) => (on_one_side(here), Some(Side::Cto), [cto + weight, cpo]),
            _ => (free.item, None, start),
        };
        let handed_over = free.office.filter(|_| forbidden_here != Some(Side::Office));
        let handed_over = handed_over.map(|price| (on_one_side(price), Some(Side::Office), start));
        let mut count = 0;
        for (item, side, start) in [Some(in_a_seat), handed_over].into_iter().flatten() {
            sums.push(item);
            settled.push(side);
            count += self.each_from(forbidden, sums, settled, start, give);
            settled.pop();
            sums.pop();
        }
        count
    }

    /// The division of one sum.
    fn division(&self, sums: &Sums, settled: &[Option<Side>], sum: u32, objective: Objective) -> Share {
        let sides = sums.division(sum).into_iter().zip(settled);
        let sides = sides.map(|(here, settled)| settled.unwrap_or(if here { Side::Cto } else { Side::Cpo }));
        self.share(objective, sides)
    }

    /// The best division in which one place does not go to one side.
    fn best(&self, forbidden: Option<(usize, Side)>) -> Option<(Share, Proof)> {
        let least = self.least_overload();
        let mut best: Option<Share> = None;
        let sums = self.each(forbidden, |sums, settled, sum, (loads, price)| {
            // What costs more than the best, where that has the least overload there can be, need not be looked at.
            let points = self.fixed_price.points + price.points;
            let hopeless = |it: &Share| it.objective.overload <= least && points > it.objective.points;
            if best.as_ref().is_some_and(hopeless) {
                return;
            }
            let objective = self.objective(loads, price);
            if best.as_ref().is_none_or(|best| objective < best.objective) {
                let share = self.division(sums, settled, sum, objective);
                best = if share.fills_both() { Some(share) } else { best };
            }
        });
        best.map(|best| (best, Proof::EverySum { sums }))
    }

    /// The divisions that no other one dominates, in the order of the objective.
    fn undominated(&self) -> Vec<Share> {
        let mut objectives: Vec<Objective> = Vec::new();
        self.each(None, |_, _, _, (loads, price)| {
            let objective = self.objective(loads, price);
            if objectives.iter().all(|it| !it.dominates(&objective)) {
                objectives.retain(|it| !objective.dominates(it));
                objectives.push(objective);
            }
        });
        objectives.sort_unstable();
        // Of those that differ in changes alone, the fewest.
        objectives.dedup_by(|next, before| Objective { changes: before.changes, ..*next } == *before);
        objectives.truncate(MOST_ALTERNATIVES);
        let mut shares: Vec<Share> = Vec::new();
        self.each(None, |sums, settled, sum, (loads, price)| {
            let objective = self.objective(loads, price);
            let wanted = objectives.contains(&objective);
            if wanted && shares.iter().all(|share| share.objective != objective) {
                let share = self.division(sums, settled, sum, objective);
                shares.extend(share.fills_both().then_some(share));
            }
        });
        shares.sort_by_key(|share| share.objective);
        shares
    }
}

/// Whether a responsibility changes hands: 0 or 1. Whoever stays in a split held everything.
fn changes(proposal: &Proposal, responsibility: Responsibility, side: Side, office: Option<Office>) -> u32 {
    let Some(current) = proposal.current() else { return 0 };
    let stays = |role: Role| {
        current.form().is_combined()
            && match proposal.incumbent() {
                Some(Incumbent::Cto) => role == Role::Cto,
                Some(Incumbent::Cpo) => role == Role::Cpo,
                _ => false,
            }
    };
    let held =
        |role: Role| current.remit(if stays(role) { Role::Cpto } else { role }).contains(responsibility);
    let stays_there = match side {
        Side::Cto => held(Role::Cto),
        Side::Cpo => held(Role::Cpo),
        Side::Office => office.is_some() && current.office(responsibility) == office,
    };
    u32::from(!stays_there)
}

#[cfg(test)]
mod tests;
