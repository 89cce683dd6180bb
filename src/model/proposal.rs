//! What should change, from what, and why now?

use crate::input::draft::Draft;
use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::model::fact::{Fact, FactSet};
use crate::model::organization::Organization;
use crate::model::origin::Origin;
use crate::model::packed::Packed;
use crate::model::structure::Structure;
use crate::vocabulary::change::{Change, Incumbent, Trigger, TriggerSet};
use crate::vocabulary::form::Form;
use crate::vocabulary::notes::Notes;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, IntoEstimate, Months, Scale};
use crate::vocabulary::signal::Signal;
use crate::vocabulary::skill::Skill;
use crate::vocabulary::span::Span;

/// A proposed leadership structure for an organisation, and the situation that it starts from.
///
/// Every proposal can be evaluated: anything wrong with it is found when its [draft](Proposal::draft) is built.
///
/// ```
/// use cpto::{Change, Incumbent, Maturity, Organization, Proposal, Safeguard, Seat, Signal, SignalSet, Stage, Structure};
///
/// let proposal = Proposal::draft()
///     .organization(
///         Organization::draft()
///             .stage(Stage::Established)
///             .signal(Signal::ProductMarketFit, Maturity::Optimizing)
///             .signals(SignalSet::TECHNOLOGY_GROUNDS.iter(), Maturity::QuantitativelyManaged..)
///             .in_place([Safeguard::StakeholderDebate, Safeguard::LeadershipChallenge]),
///     )
///     .current(Structure::pair(Seat::draft(), Seat::draft()))
///     .proposed(Structure::combined(Seat::draft()))
///     .incumbent(Incumbent::Cto)
///     .build()?;
/// assert_eq!(proposal.change(), Change::Merge);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "scenario")]
pub struct Proposal {
    pub(crate) organization: Organization,
    pub(crate) triggers: TriggerSet,
    pub(crate) term: Option<Estimate<Months>>,
    pub(crate) incumbent: Option<Incumbent>,
    change: Change,
    moves: Moves,
    open: FactSet,
    /// The packed form, which an evaluation reads.
    packed: Packed,
    pub(crate) proposed: Structure,
    pub(crate) current: Option<Structure>,
    pub(crate) origins: Notes<Fact, Origin>,
}

/// The responsibilities that change hands, over all possibilities of who stays and who is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub(crate) struct Moves {
    /// The number of responsibilities.
    pub(crate) count: Span<u32>,
    /// The responsibilities that change hands in every case.
    pub(crate) certain: ResponsibilitySet,
    /// The responsibilities that change hands in at least one case.
    pub(crate) possible: ResponsibilitySet,
}

impl Moves {
    /// Returns the moves of responsibilities that change hands in any case, and of others that may also change hands.
    fn between(certain: ResponsibilitySet, possible: ResponsibilitySet) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "there are 28 responsibilities")]
        let count = Span { least: certain.len() as u32, most: possible.len() as u32 };
        Self { count, certain, possible }
    }

    fn or(self, other: Self) -> Self {
        Self {
            count: self.count.hull(other.count),
            certain: self.certain.intersection(other.certain),
            possible: self.possible.union(other.possible),
        }
    }
}

/// Returns what changes hands if the leader of the seat `from` takes the seat `to`, and every other leader stays in the same
/// role, leaves or is new.
fn moved(current: &Structure, proposed: &Structure, stays: Option<(Role, Role)>) -> ResponsibilitySet {
    let mut moved = current.offices_changed(proposed);
    for &role in Role::ALL {
        let (before, after) = match stays {
            Some((from, to)) if role == from => (current.remit(from), proposed.remit(to)),
            Some((_, to)) if role == to => continue,
            _ => (current.remit(role), proposed.remit(role)),
        };
        moved = moved.union(before.difference(after)).union(after.difference(before));
    }
    // If there was no seat, responsibilities that nobody held do not count.
    if current.form() == Form::NoSeat { moved.intersection(current.held()) } else { moved }
}

impl Proposal {
    /// Starts an empty proposal, which needs at least a proposed structure.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure};
    ///
    /// assert!(Proposal::draft().build().is_err(), "nothing is proposed");
    /// assert!(Proposal::draft().proposed(Structure::cpo(Seat::draft())).build().is_ok());
    /// ```
    pub fn draft() -> Draft<Self> {
        Draft::of(Self {
            organization: Organization::default(),
            triggers: TriggerSet::EMPTY,
            term: None,
            incumbent: None,
            change: Change::Establish,
            moves: Moves::default(),
            open: FactSet::EMPTY,
            packed: Packed::EMPTY,
            proposed: Structure::vacant().value,
            current: None,
            origins: Notes::new(),
        })
    }

    /// Returns the company.
    #[must_use]
    pub const fn organization(&self) -> &Organization {
        &self.organization
    }

    /// Returns the reasons for asking now; empty if none was stated.
    #[must_use]
    pub const fn triggers(&self) -> TriggerSet {
        self.triggers
    }

    /// Returns the number of months that the proposed structure is meant to last, if an end is set.
    #[must_use]
    pub const fn term(&self) -> Option<Estimate<Months>> {
        self.term
    }

    /// Returns who stays, or nothing if that is unknown or nobody has to be chosen.
    #[must_use]
    pub const fn incumbent(&self) -> Option<Incumbent> {
        self.incumbent
    }

    /// Returns the current structure, if it was stated.
    #[must_use]
    pub const fn current(&self) -> Option<&Structure> {
        self.current.as_ref()
    }

    /// Returns the proposed structure.
    #[must_use]
    pub const fn proposed(&self) -> &Structure {
        &self.proposed
    }

    /// Returns the kind of change that the proposal makes.
    #[must_use]
    pub const fn change(&self) -> Change {
        self.change
    }

    /// Returns the facts that are not known exactly. Observations that were not made are not included.
    ///
    /// ```
    /// use cpto::{Fact, Proposal, Role, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft().direct_reports(6..=9))).build()?;
    /// let open = proposal.open_facts();
    /// assert!(open.contains(Fact::Stage) && open.contains(Fact::DirectReports(Role::Cto)));
    /// assert!(!open.contains(Fact::OtherDuties(Role::Cto)));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn open_facts(&self) -> FactSet {
        self.open
    }

    pub(crate) const fn packed(&self) -> &Packed {
        &self.packed
    }

    pub(crate) const fn moves(&self) -> Moves {
        self.moves
    }

    /// Returns who may stay, given the seats.
    pub(crate) fn candidates(
        current: &Structure,
        proposed: &Structure,
    ) -> impl Iterator<Item = Incumbent> + use<> {
        let divided = if proposed.form().is_combined() { current.form() } else { proposed.form() };
        Incumbent::ALL
            .iter()
            .copied()
            .filter(move |who| who.role().is_none_or(|role| divided.roles().contains(&role)))
    }

    /// Updates what is derived from the facts.
    pub(crate) fn settle_facts(&mut self) {
        self.moves = self.moves_to(&self.proposed, self.incumbent);
        self.open = self.find_open_facts();
        self.packed = Packed::of(self);
    }

    /// Returns what changes hands if a structure of the same form is proposed and this incumbent stays; without one, anybody
    /// who may stay is considered.
    pub(crate) fn moves_to(&self, proposed: &Structure, incumbent: Option<Incumbent>) -> Moves {
        let Some(current) = &self.current else { return Moves::default() };
        let of = |incumbent: Incumbent| {
            let stays = incumbent.role().map(|role| match self.change {
                Change::Split => (Role::Cpto, role),
                _ => (role, Role::Cpto),
            });
            let moved = moved(current, proposed, stays);
            Moves::between(moved, moved)
        };
        match (self.change, incumbent) {
            (Change::Split | Change::Merge, Some(incumbent)) => of(incumbent),
            (Change::Split | Change::Merge, None) => {
                Self::candidates(current, proposed).map(of).reduce(Moves::or).unwrap_or_default()
            }
            _ => {
                let moved = moved(current, proposed, None);
                let with = |is_new: fn(Estimate<bool>) -> bool| {
                    let new = proposed.seats().filter(|(_, seat)| is_new(seat.newcomer()));
                    new.fold(moved, |all, (role, _)| {
                        all.union(current.remit(role)).union(proposed.remit(role))
                    })
                };
                Moves::between(with(Estimate::least), with(Estimate::most))
            }
        }
    }

    /// Lists the facts that are not known exactly.
    fn find_open_facts(&self) -> FactSet {
        fn open<T: Scale>(set: &mut FactSet, fact: Fact, known: Option<Estimate<T>>) {
            if known.is_some_and(|known| !known.is_exact()) {
                *set = set.with(fact);
            }
        }
        let organization = &self.organization;
        let mut set = FactSet::EMPTY;
        open(&mut set, Fact::Stage, Some(organization.stage));
        open(&mut set, Fact::Headcount, Some(organization.headcount));
        open(&mut set, Fact::Budget, Some(organization.budget));
        open(&mut set, Fact::Regulated, Some(organization.regulated));
        for &signal in Signal::ALL {
            open(&mut set, Fact::Signal(signal), organization.signal(signal));
        }
        for &safeguard in Safeguard::ALL {
            open(&mut set, Fact::Safeguard(safeguard), Some(organization.safeguard(safeguard)));
        }
        if matches!(self.change, Change::Split | Change::Merge) && self.incumbent.is_none() {
            set = set.with(Fact::Incumbent);
        }
        open(&mut set, Fact::Term, self.term);
        for (role, seat) in self.proposed.seats() {
            for &skill in Skill::ALL {
                open(&mut set, Fact::Skill(role, skill), Some(seat.skill(skill)));
            }
            open(&mut set, Fact::Interim(role), Some(seat.interim));
            open(&mut set, Fact::Newcomer(role), seat.newcomer);
            open(&mut set, Fact::DirectReports(role), seat.direct_reports);
            open(&mut set, Fact::ProductAttention, seat.product_attention);
            open(&mut set, Fact::OtherDuties(role), seat.other_duties);
        }
        set
    }
}

impl Draft<Proposal> {
    /// Sets the company.
    ///
    /// ```
    /// use cpto::{Organization, Proposal, Seat, Stage, Structure};
    ///
    /// let company = Organization::draft().stage(Stage::Startup);
    /// let proposal = Proposal::draft().organization(company).proposed(Structure::cto(Seat::draft())).build()?;
    /// assert_eq!(proposal.organization().stage().value(), Some(Stage::Startup));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn organization(mut self, organization: impl Into<Draft<Organization>>) -> Self {
        self.value.organization = self.adopt("organization", organization.into());
        self
    }

    /// Adds reasons for asking now; repeated calls add more.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure, Trigger};
    ///
    /// let draft = Proposal::draft().proposed(Structure::combined(Seat::draft()));
    /// let proposal = draft.triggers([Trigger::Friction, Trigger::Growth]).build()?;
    /// assert_eq!(proposal.triggers().to_string(), "growth, friction");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn triggers(mut self, triggers: impl IntoIterator<Item = Trigger>) -> Self {
        self.value.triggers.extend(triggers);
        self
    }

    /// Sets how many months the proposed structure is meant to last, from 1 to 120.
    /// Leave this out if no end is set: an unknown value, such as `None`, means an end that may be near.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure};
    ///
    /// let draft = Proposal::draft().proposed(Structure::combined(Seat::draft().interim(true))).term(3..=6);
    /// assert_eq!(draft.build()?.term().unwrap().to_string(), "3 to 6");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn term(mut self, months: impl IntoEstimate<Months>) -> Self {
        self.value.term = Some(self.estimate(|| Place::key("term"), months));
        self
    }

    /// Sets who stays in a merge or a split. [`Incumbent::None`] means that nobody does; an empty `Option` means that it is not
    /// known.
    ///
    /// ```
    /// use cpto::{Incumbent, Proposal, Seat, Structure};
    ///
    /// let draft = Proposal::draft().proposed(Structure::cto(Seat::draft())).incumbent(Incumbent::Cto);
    /// assert!(draft.build().is_err(), "no two seats become one, and no one becomes two");
    /// ```
    pub fn incumbent(mut self, incumbent: impl Into<Option<Incumbent>>) -> Self {
        self.value.incumbent = incumbent.into();
        self
    }

    /// Sets the current structure.
    ///
    /// ```
    /// use cpto::{Change, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft()
    ///     .current(Structure::pair(Seat::draft(), Seat::draft()))
    ///     .proposed(Structure::combined(Seat::draft()))
    ///     .build()?;
    /// assert_eq!(proposal.change(), Change::Merge);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn current(mut self, current: impl Into<Draft<Structure>>) -> Self {
        self.value.current = Some(self.adopt("current", current.into()));
        self
    }

    /// Sets the proposed structure.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure};
    ///
    /// assert!(Proposal::draft().proposed(Structure::combined(Seat::draft())).build().is_ok());
    /// ```
    pub fn proposed(mut self, proposed: impl Into<Draft<Structure>>) -> Self {
        self.value.proposed = self.adopt("proposed", proposed.into());
        self
    }

    /// Builds the proposal, if it is valid.
    ///
    /// ```
    /// use cpto::{Proposal, Responsibility, Seat, Structure};
    ///
    /// let cpo = Seat::draft().remit([Responsibility::Roadmap, Responsibility::Roadmap]).direct_reports(9..=6);
    /// let faults = Proposal::draft().proposed(Structure::cpo(cpo)).build().unwrap_err();
    /// let said: Vec<String> = faults.iter().map(|fault| format!("{}: {}", fault.place(), fault.kind())).collect();
    /// assert_eq!(said, [
    ///     "proposed.cpo.remit[1]: `roadmap` is named twice",
    ///     "proposed.cpo.direct-reports: the range from 9 to 6 is reversed",
    /// ]);
    /// ```
    ///
    /// # Errors
    /// Returns every fault, not only the first:
    /// - anything that [`Draft::<Organization>::build`] refuses, and a reversed range or a share above 100 percent in a seat;
    /// - no proposed structure, or a structure with a CPTO seat beside another seat;
    /// - a remit that is empty or names a responsibility twice, or a responsibility in a remit or elsewhere that is not
    ///   applicable in the organisation;
    /// - a lone CTO or CPO who holds every applicable core responsibility of both homes, if each home has one: that is a CPTO;
    /// - the observation `product-attention` for a seat other than the CPTO's;
    /// - all of a field held elsewhere, beside a seat that holds it by convention;
    /// - a newcomer in a current seat, or in a proposed seat that the current structure does not have;
    /// - a seat that reports to itself or to a missing seat, or two seats that report to each other;
    /// - a term outside 1 to 120 months;
    /// - an incumbent if the change is neither a merge nor a split, or one who has no seat in the separate structure.
    pub fn build(self) -> Result<Proposal, Faults> {
        let Self { value: mut proposal, mut faults } = self;
        let applicable = proposal.organization.applicable();
        let mut settle = |structure: &mut Structure, key| {
            structure.settle(applicable, &mut |place, problem| {
                faults.push(Fault::new(place, problem).below(&Place::key(key)));
            })
        };
        let current_has_form = proposal.current.as_mut().is_none_or(|current| settle(current, "current"));
        let proposed_has_form = settle(&mut proposal.proposed, "proposed");
        let seatless = proposed_has_form && proposal.proposed.form() == Form::NoSeat;
        // If the structure itself could not be read, only that is reported, not the missing seat.
        if seatless {
            let place = Place::key("proposed");
            if !faults.iter().any(|fault| place.is_within(fault.place())) {
                faults.push(Fault::new(place, FaultKind::NoSeat));
            }
        }
        faults.extend(proposal.newcomer_faults());
        if current_has_form && proposed_has_form {
            proposal.change = change(proposal.current.as_ref(), &proposal.proposed);
            faults.extend(proposal.incumbent_fault());
        }
        Faults::unless_empty(faults, || {
            proposal.settle_facts();
            proposal
        })
    }
}

/// Returns the kind of change from one structure to the other.
fn change(current: Option<&Structure>, proposed: &Structure) -> Change {
    let Some(current) = current.filter(|current| current.form() != Form::NoSeat) else {
        return Change::Establish;
    };
    match (current.form(), proposed.form()) {
        (Form::Combined, Form::Combined) => {}
        (Form::Combined, _) => return Change::Split,
        (_, Form::Combined) => return Change::Merge,
        _ => {}
    }
    if current.same_holders(proposed) { Change::Retain } else { Change::Reallocate }
}

impl Proposal {
    /// Returns what is wrong with newcomers: only a proposed seat that the current structure also has can have one.
    fn newcomer_faults(&self) -> alloc::vec::Vec<Fault> {
        let mut faults = alloc::vec::Vec::new();
        let current = self.current.iter().flat_map(Structure::seats).map(|seat| ("current", seat, false));
        let there = |role| self.current.as_ref().is_some_and(|current| current.seat(role).is_some());
        let proposed = self.proposed.seats().map(|(role, seat)| ("proposed", (role, seat), there(role)));
        for (structure, (role, seat), allowed) in current.chain(proposed) {
            if seat.newcomer.is_some() && !allowed {
                let place = Place::key(structure).then(role.as_str()).then("newcomer");
                faults.push(Fault::new(place, FaultKind::NewcomerWithoutSeat { role }));
            }
        }
        faults
    }

    /// Returns what is wrong with the incumbent, if anything.
    fn incumbent_fault(&self) -> Option<Fault> {
        let found = self.incumbent?;
        let problem = match (&self.current, self.change) {
            (Some(current), Change::Split | Change::Merge) => {
                let allowed: alloc::vec::Vec<_> = Self::candidates(current, &self.proposed).collect();
                if allowed.contains(&found) {
                    return None;
                }
                FaultKind::IncumbentWithoutSeat { found, allowed }
            }
            (_, change) => FaultKind::IncumbentOfChange { change },
        };
        Some(Fault::new(Place::key("incumbent"), problem))
    }
}

#[cfg(test)]
mod tests;
