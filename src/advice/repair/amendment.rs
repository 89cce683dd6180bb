//! What can be changed in a proposal?

use core::fmt;

use alloc::vec::Vec;

use crate::advice::restructure::{handed_over, kept, reformed};
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::numbers::Policy;
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Percent, Scale};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::{Proficiency, Skill};
use crate::vocabulary::stage::Budget;

/// One change of a proposal that somebody can decide on.
///
/// ```
/// use cpto::advice::repair::Amendment;
/// use cpto::{Safeguard, WarningCode};
///
/// let proposal = WarningCode::KeyPersonDependency.raised().build()?;
/// let amended = Amendment::PutInPlace(Safeguard::SuccessionPlan).apply_to(&proposal).unwrap();
/// assert_eq!(amended.organization().safeguard(Safeguard::SuccessionPlan).value(), Some(true));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Amendment {
    /// Leave the structure as it is.
    KeepStructure,
    /// Choose another form, with conventional remits. Who has a seat today or would have one keeps it where there is one; of
    /// anybody else nothing is known.
    Choose(Form),
    /// Say who stays.
    LetStay(Incumbent),
    /// Put a safeguard in place.
    PutInPlace(Safeguard),
    /// Raise a signal to this level at least.
    Raise(Signal, Maturity),
    /// Loosen the coupling that the signal `integration` speaks of, to this level at most.
    LoosenCoupling(Maturity),
    /// Give a responsibility to this holder alone.
    HandOver(Responsibility, Holder),
    /// Close every gap in the skills of a seat's leader, or choose somebody without one, who is an expert in everything.
    CloseGap(Role),
    /// Have this many people report to a seat at most.
    ReportFewer(Role, u8),
    /// Give this share of the CPTO's time to product.
    BalanceAttention(Percent),
    /// Take other duties from a leader.
    DropOtherDuties(Role),
    /// Fill a seat for good.
    FillForGood(Role),
    /// Find the budget for two executives.
    RaiseBudget,
}

impl fmt::Display for Amendment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use crate::rules::remedy::Remedy;
        match *self {
            Self::KeepStructure => Remedy::KeepStructure.fmt(f),
            Self::Choose(form) => Remedy::Choose(form).fmt(f),
            Self::LetStay(Incumbent::None) => f.write_str("fill the seats anew"),
            Self::LetStay(Incumbent::Cto) => f.write_str("let the CTO's side stay in the seat"),
            Self::LetStay(Incumbent::Cpo) => f.write_str("let the CPO's side stay in the seat"),
            Self::PutInPlace(safeguard) => Remedy::PutInPlace(safeguard).fmt(f),
            Self::Raise(signal, level) => write!(f, "{} to {level}", Remedy::Raise(signal)),
            Self::LoosenCoupling(level) => write!(f, "{}, to {level}", Remedy::LoosenCoupling),
            Self::HandOver(responsibility, Holder::Office(Office::Other)) => {
                write!(f, "hand over {responsibility} to another office")
            }
            Self::HandOver(responsibility, holder) => {
                write!(f, "hand over {responsibility} to the {holder}")
            }
            Self::CloseGap(role) => write!(
                f,
                "close the gaps in the skills of the {}, or choose somebody without them",
                role.abbreviation()
            ),
            Self::ReportFewer(role, people) => {
                write!(f, "have {people} people at most report to the {}", role.abbreviation())
            }
            Self::BalanceAttention(percent) => write!(f, "spend {percent} % of the time on product"),
            Self::DropOtherDuties(role) => write!(f, "take other duties from the {}", role.abbreviation()),
            Self::FillForGood(role) => Remedy::FillForGood(role).fmt(f),
            Self::RaiseBudget => Remedy::RaiseBudget.fmt(f),
        }
    }
}

impl Amendment {
    /// The proposal with this change. Nothing where it cannot be made in this proposal: a seat that is not there, a
    /// signal that is not applicable, a seat that would be left without anything.
    ///
    /// ```
    /// use cpto::advice::repair::Amendment;
    /// use cpto::{Proposal, Role, Safeguard, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// let plan = Amendment::PutInPlace(Safeguard::SuccessionPlan);
    /// let amended = plan.apply_to(&proposal).unwrap();
    /// assert_eq!(amended.organization().safeguard(Safeguard::SuccessionPlan).value(), Some(true));
    /// assert_eq!(Amendment::DropOtherDuties(Role::Cto).apply_to(&proposal), None, "none were observed");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn apply_to(self, proposal: &Proposal) -> Option<Proposal> {
        match self {
            Self::KeepStructure => kept(proposal),
            Self::Choose(form) => reformed(proposal, form),
            Self::HandOver(responsibility, holder) => {
                let there = match holder {
                    Holder::Seat(role) => proposal.proposed().seat(role).is_some(),
                    Holder::Office(_) => true,
                };
                let possible = there && proposal.organization().applicable().contains(responsibility);
                let one = ResponsibilitySet::of(&[responsibility]);
                possible.then(|| handed_over(proposal, holder, one)).flatten()
            }
            _ => {
                let facts = self.restated(proposal);
                (!facts.is_empty()).then(|| proposal.restated(facts))
            }
        }
    }

    /// Whether it changes anything, as far as can be told without carrying it out.
    fn changes(self, proposal: &Proposal) -> bool {
        let structure = proposal.proposed();
        match self {
            Self::KeepStructure => proposal.current().is_some_and(|current| !current.same_holders(structure)),
            Self::Choose(form) => form != structure.form(),
            Self::HandOver(responsibility, holder) => {
                let holds = |it: &Holder| structure.held_by(*it).contains(responsibility);
                !Holder::all().filter(holds).eq([holder])
            }
            _ => self
                .restated(proposal)
                .into_iter()
                .any(|(fact, places)| proposal.places(fact) != Some(places)),
        }
    }

    /// The facts that it changes; none where it changes the structure.
    pub(super) fn facts(self, proposal: &Proposal) -> FactSet {
        self.restated(proposal).iter().fold(FactSet::EMPTY, |facts, (fact, _)| facts.with(*fact))
    }

    /// What is possible for the facts that it changes, afterwards.
    fn restated(self, proposal: &Proposal) -> Vec<(Fact, Places)> {
        let at_least = |fact: Fact, least: u32| {
            proposal.places(fact).map(|it| (fact, (*it.start()).max(least)..=(*it.end()).max(least)))
        };
        let at_most = |fact: Fact, most: u32| {
            proposal.places(fact).map(|it| (fact, (*it.start()).min(most)..=(*it.end()).min(most)))
        };
        match self {
            Self::LetStay(who) => {
                let place = proposal.who_may_stay().and_then(|mut all| all.position(|it| it == who));
                let place = place.and_then(|place| u32::try_from(place).ok());
                place.map(|place| (Fact::Incumbent, place..=place)).into_iter().collect()
            }
            Self::PutInPlace(safeguard) => at_least(Fact::Safeguard(safeguard), 1).into_iter().collect(),
            Self::Raise(signal, level) => at_least(Fact::Signal(signal), level.rank()).into_iter().collect(),
            Self::LoosenCoupling(level) => {
                at_most(Fact::Signal(Signal::Integration), level.rank()).into_iter().collect()
            }
            Self::CloseGap(role) => {
                // The needs of the default policy are not asked here: an expert has no gap under any.
                let most = Proficiency::MOST.rank();
                Skill::ALL.iter().filter_map(|skill| at_least(Fact::Skill(role, *skill), most)).collect()
            }
            Self::ReportFewer(role, people) => {
                at_most(Fact::DirectReports(role), people.into()).into_iter().collect()
            }
            Self::BalanceAttention(percent) => {
                let observed = proposal.places(Fact::ProductAttention);
                observed
                    .map(|_| (Fact::ProductAttention, percent.rank()..=percent.rank()))
                    .into_iter()
                    .collect()
            }
            Self::DropOtherDuties(role) => at_most(Fact::OtherDuties(role), 0).into_iter().collect(),
            Self::FillForGood(role) => at_most(Fact::Interim(role), 0).into_iter().collect(),
            Self::RaiseBudget => at_least(Fact::Budget, Budget::MOST.rank()).into_iter().collect(),
            Self::KeepStructure | Self::Choose(_) | Self::HandOver(..) => Vec::new(),
        }
    }

    /// Whether the whole structure is replaced.
    pub(super) const fn is_of_structure(self) -> bool {
        matches!(self, Self::KeepStructure | Self::Choose(_))
    }

    /// What one repair changes no more than once: two changes of the same are one change.
    pub(super) fn subject(self) -> (u8, u32) {
        match self {
            Self::KeepStructure | Self::Choose(_) => (0, 0),
            Self::LetStay(_) => (1, 0),
            Self::PutInPlace(safeguard) => (2, safeguard as u32),
            Self::Raise(signal, _) => (3, signal as u32),
            Self::LoosenCoupling(_) => (3, Signal::Integration as u32),
            Self::HandOver(responsibility, _) => (4, responsibility as u32),
            Self::CloseGap(role) => (5, role as u32),
            Self::ReportFewer(role, _) => (6, role as u32),
            Self::BalanceAttention(_) => (7, 0),
            Self::DropOtherDuties(role) => (8, role as u32),
            Self::FillForGood(role) => (9, role as u32),
            Self::RaiseBudget => (10, 0),
        }
    }

    /// What it costs by the policy.
    ///
    /// ```
    /// use cpto::advice::repair::Amendment;
    /// use cpto::{Policy, Safeguard, WarningCode};
    ///
    /// let proposal = WarningCode::KeyPersonDependency.raised().build()?;
    /// assert!(Amendment::PutInPlace(Safeguard::SuccessionPlan).cost(&proposal, &Policy::DEFAULT) > 0);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn cost(self, proposal: &Proposal, policy: &Policy) -> u32 {
        let numbers = &policy.numbers().repair;
        let organization = proposal.organization();
        let steps = |from: u32, to: u32| from.abs_diff(to);
        let (count, each) = match self {
            Self::KeepStructure | Self::Choose(_) | Self::LetStay(_) => (1, numbers.structure),
            Self::PutInPlace(_) => (1, numbers.safeguard),
            Self::Raise(signal, level) => {
                let now =
                    organization.signal(signal).map_or(level, crate::vocabulary::scale::Estimate::least);
                (steps(now.rank(), level.rank()), numbers.level)
            }
            Self::LoosenCoupling(level) => {
                let now = organization
                    .signal(Signal::Integration)
                    .map_or(level, crate::vocabulary::scale::Estimate::most);
                (steps(now.rank(), level.rank()), numbers.level)
            }
            Self::HandOver(..) => (1, numbers.handover),
            Self::CloseGap(role) => {
                let needs = policy.numbers().needs.of_role(role);
                let missing = proposal.proposed().seat(role).map_or(0, |seat| {
                    let missing = needs.iter().filter_map(|(skill, need)| {
                        Some(need.0?.rank().saturating_sub(seat.skill(skill).least().rank()))
                    });
                    missing.sum()
                });
                (missing, numbers.skill_step)
            }
            Self::ReportFewer(..)
            | Self::BalanceAttention(_)
            | Self::DropOtherDuties(_)
            | Self::FillForGood(_) => (1, numbers.seat),
            Self::RaiseBudget => (1, numbers.budget),
        };
        count * u32::from(each)
    }
}

/// Every change that can be made in a proposal and does not leave it as it is, with the offices to which responsibilities
/// may be handed over.
pub(super) fn all(proposal: &Proposal, policy: &Policy, offices: &[Office]) -> Vec<Amendment> {
    let organization = proposal.organization();
    let structure = proposal.proposed();
    let mut all = Vec::new();
    all.push(Amendment::KeepStructure);
    // To leave a seat vacant is no repair.
    all.extend([Form::Combined, Form::Pair].map(Amendment::Choose));
    if proposal.open_facts().contains(Fact::Incumbent) {
        all.extend(proposal.who_may_stay().into_iter().flatten().map(Amendment::LetStay));
    }
    all.extend(Safeguard::ALL.iter().map(|safeguard| Amendment::PutInPlace(*safeguard)));
    for &signal in Signal::ALL {
        let Some(level) = organization.signal(signal) else { continue };
        let higher = Maturity::ALL.iter().filter(|to| **to > level.least());
        all.extend(higher.map(|to| Amendment::Raise(signal, *to)));
        if signal == Signal::Integration {
            let lower = Maturity::ALL.iter().filter(|to| **to < level.most());
            all.extend(lower.map(|to| Amendment::LoosenCoupling(*to)));
        }
    }
    for responsibility in organization.applicable().iter() {
        let seats = structure.seats().map(|(role, _)| Holder::Seat(role));
        let holders = seats.chain(offices.iter().map(|office| Holder::Office(*office)));
        all.extend(holders.map(|holder| Amendment::HandOver(responsibility, holder)));
    }
    let reports = policy.numbers().overload_risk.direct_reports_above.iter().next();
    for (role, _) in structure.seats() {
        all.push(Amendment::CloseGap(role));
        let people = reports.map(|(_, above)| u8::try_from(above).unwrap_or(u8::MAX));
        all.extend(people.map(|people| Amendment::ReportFewer(role, people)));
        all.extend([Amendment::DropOtherDuties(role), Amendment::FillForGood(role)]);
    }
    if let Some(places) = proposal.places(Fact::ProductAttention) {
        // The least change of habits first.
        let mut shares: Vec<u32> = (Percent::LEAST.rank()..=Percent::MOST.rank()).collect();
        shares.sort_by_key(|share| share.abs_diff(*places.start()));
        all.extend(shares.into_iter().filter_map(Percent::at_rank).map(Amendment::BalanceAttention));
    }
    all.push(Amendment::RaiseBudget);
    all.retain(|amendment| amendment.changes(proposal));
    all
}
