//! What does a remedy make of a proposal, and what does it cost?

use alloc::vec::Vec;

use crate::advice::restructure::{brought_home, conventional_proposal, handed_over, kept};
use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::rules::policy::Policy;
use crate::rules::remedy::Remedy;
use crate::situation::shortfall;
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Percent, Scale};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::{Proficiency, Skill, SkillSet};
use crate::vocabulary::stage::Budget;

impl Remedy {
    /// Returns the proposal with this change, taken to its full extent if the change names no amount. Returns nothing if the
    /// change cannot be made in this proposal, for example if a seat is absent, a signal is not applicable or a seat would be
    /// left without responsibilities, or if it does not say what to do, such as to find something out.
    ///
    /// ```
    /// use cpto::{Proposal, Remedy, Role, Safeguard, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// let amended = Remedy::PutInPlace(Safeguard::SuccessionPlan).apply_to(&proposal).unwrap();
    /// assert_eq!(amended.organization().safeguard(Safeguard::SuccessionPlan).value(), Some(true));
    /// assert_eq!(Remedy::DropOtherDuties(Role::Cto).apply_to(&proposal), None, "none were observed");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn apply_to(self, proposal: &Proposal) -> Option<Proposal> {
        match self {
            Self::KeepStructure => kept(proposal),
            Self::Choose(form) => conventional_proposal(proposal, form),
            Self::HandOver(responsibility, holder) => {
                handed_over(proposal, holder, ResponsibilitySet::of(&[responsibility]))
            }
            Self::Assign(set) | Self::BringHome(set) => brought_home(proposal, set),
            _ => {
                let facts = self.restated(proposal);
                (!facts.is_empty()).then(|| proposal.restated(facts))
            }
        }
    }

    /// Returns the cost of the change under the policy.
    #[must_use]
    pub fn cost(self, proposal: &Proposal, policy: &Policy) -> u32 {
        let numbers = &policy.numbers().repair;
        let level = |signal, end: fn(Estimate<Maturity>) -> Maturity| {
            proposal.organization().signal(signal).map(|level| end(level).rank())
        };
        let steps = |from: Option<u32>, to: u32| from.map_or(0, |from| from.abs_diff(to));
        let (count, each) = match self {
            Self::KeepStructure | Self::Choose(_) | Self::LetStay(_) | Self::MoveFewer => {
                (1, numbers.structure)
            }
            Self::PutInPlace(_) | Self::DoWithout(_) => (1, numbers.safeguard),
            Self::FindOut(_) => (0, 0),
            Self::Raise(signal, to) => {
                (steps(level(signal, Estimate::least), to.unwrap_or(Maturity::MOST).rank()), numbers.level)
            }
            Self::LoosenCoupling(to) => {
                let now = level(Signal::Integration, Estimate::most);
                (steps(now, to.unwrap_or(Maturity::LEAST).rank()), numbers.level)
            }
            Self::HandOver(..) => (1, numbers.handover),
            #[expect(clippy::cast_possible_truncation, reason = "there are 28 responsibilities")]
            Self::Assign(set) | Self::LeaveToOne(set) | Self::BringHome(set) => {
                (set.len() as u32, numbers.handover)
            }
            Self::CloseGap(role, skills) => {
                let missing = proposal.proposed().seat(role).map_or(0, |seat| {
                    skills.iter().map(|skill| shortfall::missing(policy.numbers(), role, skill, seat)).sum()
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

    /// Returns the facts that the change affects, with the values that are possible afterwards.
    pub(crate) fn restated(self, proposal: &Proposal) -> Vec<(Fact, Places)> {
        let clamped = |fact: Fact, least: u32, most: u32| {
            let places = proposal.places(fact)?;
            Some((fact, (*places.start()).clamp(least, most)..=(*places.end()).clamp(least, most)))
        };
        let at_least = |fact, least| clamped(fact, least, u32::MAX).into_iter().collect();
        let at_most = |fact, most| clamped(fact, 0, most).into_iter().collect();
        match self {
            Self::LetStay(who) => {
                let place = proposal.who_may_stay().and_then(|mut all| all.position(|it| it == who));
                let place = place.and_then(|place| u32::try_from(place).ok());
                place.map(|place| (Fact::Incumbent, place..=place)).into_iter().collect()
            }
            Self::PutInPlace(safeguard) => at_least(Fact::Safeguard(safeguard), 1),
            Self::DoWithout(safeguard) => at_most(Fact::Safeguard(safeguard), 0),
            Self::Raise(signal, to) => at_least(Fact::Signal(signal), to.unwrap_or(Maturity::MOST).rank()),
            Self::LoosenCoupling(to) => {
                at_most(Fact::Signal(Signal::Integration), to.unwrap_or(Maturity::LEAST).rank())
            }
            Self::CloseGap(role, skills) => {
                // The policy's needs do not matter here: an expert has no gap under any policy.
                let most = Proficiency::MOST.rank();
                skills.iter().filter_map(|skill| clamped(Fact::Skill(role, skill), most, most)).collect()
            }
            Self::ReportFewer(role, people) => {
                at_most(Fact::DirectReports(role), people.unwrap_or_default().into())
            }
            Self::BalanceAttention(percent) => {
                let place = percent.map(Percent::rank);
                let exact = place.and_then(|place| clamped(Fact::ProductAttention, place, place));
                exact.into_iter().collect()
            }
            Self::DropOtherDuties(role) => at_most(Fact::OtherDuties(role), 0),
            Self::FillForGood(role) => at_most(Fact::Interim(role), 0),
            Self::RaiseBudget => at_least(Fact::Budget, Budget::MOST.rank()),
            _ => Vec::new(),
        }
    }

    /// Returns whether the change has an effect, as far as can be determined without applying it.
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

    /// Returns whether the change replaces the whole structure.
    pub(crate) const fn is_of_structure(self) -> bool {
        matches!(self, Self::KeepStructure | Self::Choose(_))
    }

    /// Returns one change that represents all changes of the same thing, of which a repair includes at most one. The structure is
    /// handled separately.
    pub(super) fn subject(self) -> Self {
        match self {
            Self::LoosenCoupling(_) => Self::Raise(Signal::Integration, None),
            Self::HandOver(responsibility, _) => Self::HandOver(responsibility, Holder::Seat(Role::Cpto)),
            Self::LetStay(_) => Self::LetStay(Incumbent::None),
            Self::CloseGap(role, _) => Self::CloseGap(role, SkillSet::EMPTY),
            Self::ReportFewer(role, _) => Self::ReportFewer(role, None),
            other => other.without_amount(),
        }
    }

    /// Returns the change without its amount: two changes that differ only in amount are one repair.
    pub(super) const fn without_amount(self) -> Self {
        match self {
            Self::Raise(signal, _) => Self::Raise(signal, None),
            Self::LoosenCoupling(_) => Self::LoosenCoupling(None),
            Self::BalanceAttention(_) => Self::BalanceAttention(None),
            other => other,
        }
    }
}

/// Returns every change that can be made in a proposal and has an effect. `takes` gives the responsibilities that each office
/// takes over.
pub(crate) fn all(
    proposal: &Proposal,
    policy: &Policy,
    takes: &dyn Fn(Office) -> ResponsibilitySet,
) -> Vec<Remedy> {
    let organization = proposal.organization();
    let structure = proposal.proposed();
    let mut all = Vec::new();
    all.push(Remedy::KeepStructure);
    // Leaving a seat vacant is not a repair.
    all.extend([Form::Combined, Form::Pair].map(Remedy::Choose));
    if proposal.open_facts().contains(Fact::Incumbent) {
        all.extend(proposal.who_may_stay().into_iter().flatten().map(Remedy::LetStay));
    }
    all.extend(Safeguard::ALL.iter().map(|safeguard| Remedy::PutInPlace(*safeguard)));
    for &signal in Signal::ALL {
        let Some(level) = organization.signal(signal) else { continue };
        let higher = Maturity::ALL.iter().filter(|to| **to > level.least());
        all.extend(higher.map(|to| Remedy::Raise(signal, Some(*to))));
        if signal == Signal::Integration {
            let lower = Maturity::ALL.iter().filter(|to| **to < level.most());
            all.extend(lower.map(|to| Remedy::LoosenCoupling(Some(*to))));
        }
    }
    for responsibility in organization.applicable() {
        let seats = structure.seats().map(|(role, _)| Holder::Seat(role));
        let offices = Office::ALL.iter().filter(|office| takes(**office).contains(responsibility));
        let holders = seats.chain(offices.map(|office| Holder::Office(*office)));
        all.extend(holders.map(|holder| Remedy::HandOver(responsibility, holder)));
    }
    let reports = policy.numbers().overload_risk.direct_reports_above.iter().next();
    for (role, seat) in structure.seats() {
        let short = |skill: &Skill| shortfall::missing(policy.numbers(), role, *skill, seat) > 0;
        let short = Skill::ALL.iter().copied().filter(short).collect();
        all.push(Remedy::CloseGap(role, short));
        let people = reports.map(|(_, above)| u8::try_from(above).unwrap_or(u8::MAX));
        all.extend(people.map(|people| Remedy::ReportFewer(role, Some(people))));
        all.extend([Remedy::DropOtherDuties(role), Remedy::FillForGood(role)]);
    }
    if let Some(places) = proposal.places(Fact::ProductAttention) {
        // The smallest change of habits comes first.
        let mut shares: Vec<u32> = (Percent::LEAST.rank()..=Percent::MOST.rank()).collect();
        shares.sort_by_key(|share| share.abs_diff(*places.start()));
        let shares = shares.into_iter().filter_map(Percent::at_rank);
        all.extend(shares.map(|share| Remedy::BalanceAttention(Some(share))));
    }
    all.push(Remedy::RaiseBudget);
    all.retain(|remedy| remedy.changes(proposal));
    all
}
