//! Who holds which responsibility?

use crate::input::draft::Draft;
use crate::model::seat::Seat;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Home, Role};
use crate::vocabulary::table::Table;

mod settle;

/// A leadership structure: a CPTO, or a CTO, a CPO or both, and what is held elsewhere.
///
/// ```
/// use cpto::{Form, Office, Proposal, Responsibility, Role, Seat, Structure};
///
/// let proposal = Proposal::draft()
///     .proposed(Structure::pair(Seat::draft(), Seat::draft()).elsewhere(Responsibility::Security, Office::Ciso))
///     .build()?;
/// let structure = proposal.proposed();
/// assert_eq!(structure.form(), Form::Pair);
/// assert!(!structure.remit(Role::Cto).contains(Responsibility::Security));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Structure {
    form: Form,
    /// What each seat is accountable for, once conventional remits are resolved.
    remits: Table<Role, ResponsibilitySet, { Role::COUNT }>,
    /// The responsibilities that exist in the company.
    applicable: ResponsibilitySet,
    /// The responsibilities held elsewhere.
    outside: ResponsibilitySet,
    /// The holder that leads each field.
    leaders: Table<Field, Option<Holder>, { Field::COUNT }>,
    /// The office that holds everything else in each field, until the structure is settled.
    pub(crate) fields: Table<Field, Option<Office>, { Field::COUNT }>,
    pub(crate) offices: Table<Responsibility, Option<Office>, { Responsibility::COUNT }>,
    /// The seats, indexed by role.
    pub(crate) seats: [Option<Seat>; Role::COUNT],
}

impl Structure {
    /// Starts a structure without seats: offices hold what is placed [elsewhere](Draft::<Structure>::elsewhere), and nobody
    /// holds the rest. A current structure may stay without seats, but a proposed one may not.
    pub fn vacant() -> Draft<Self> {
        Draft::of(Self {
            form: Form::Combined,
            remits: Table::default(),
            applicable: ResponsibilitySet::EMPTY,
            outside: ResponsibilitySet::EMPTY,
            leaders: Table::default(),
            fields: Table::default(),
            offices: Table::default(),
            seats: [const { None }; Role::COUNT],
        })
    }

    /// Starts a structure with one CPTO.
    ///
    /// ```
    /// use cpto::{Form, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// assert_eq!(proposal.proposed().form(), Form::Combined);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn combined(cpto: impl Into<Draft<Seat>>) -> Draft<Self> {
        Self::vacant().seat(Role::Cpto, cpto)
    }

    /// Starts a structure with a CTO and a CPO.
    ///
    /// ```
    /// use cpto::{Form, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// assert_eq!(proposal.proposed().form(), Form::Pair);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn pair(cto: impl Into<Draft<Seat>>, cpo: impl Into<Draft<Seat>>) -> Draft<Self> {
        Self::vacant().seat(Role::Cto, cto).seat(Role::Cpo, cpo)
    }

    /// Starts a structure with a CTO and a vacant CPO seat.
    ///
    /// ```
    /// use cpto::{Form, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// assert_eq!(proposal.proposed().form(), Form::LoneCto);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn cto(cto: impl Into<Draft<Seat>>) -> Draft<Self> {
        Self::vacant().seat(Role::Cto, cto)
    }

    /// Starts a structure with a CPO and a vacant CTO seat.
    ///
    /// ```
    /// use cpto::{Form, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cpo(Seat::draft())).build()?;
    /// assert_eq!(proposal.proposed().form(), Form::LoneCpo);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn cpo(cpo: impl Into<Draft<Seat>>) -> Draft<Self> {
        Self::vacant().seat(Role::Cpo, cpo)
    }

    /// Returns the form, that is, which seats the structure has.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }

    /// Returns the seat of a role, if there is one.
    ///
    /// ```
    /// use cpto::{Proposal, Role, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// assert!(proposal.proposed().seat(Role::Cto).is_some());
    /// assert!(proposal.proposed().seat(Role::Cpo).is_none());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "there is a place for each role")]
    pub const fn seat(&self, role: Role) -> Option<&Seat> {
        self.seats[role as usize].as_ref()
    }

    /// Returns the seat of a role, to fill or change it.
    #[expect(clippy::indexing_slicing, reason = "there is a place for each role")]
    pub(crate) const fn seat_mut(&mut self, role: Role) -> &mut Option<Seat> {
        &mut self.seats[role as usize]
    }

    /// Returns the seats, with their roles.
    pub fn seats(&self) -> impl Iterator<Item = (Role, &Seat)> {
        Role::ALL.iter().filter_map(|role| Some((*role, self.seat(*role)?)))
    }

    /// Returns what the seat of a role is accountable for; empty if there is no such seat.
    ///
    /// ```
    /// use cpto::{Proposal, Responsibility, Role, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// assert!(proposal.proposed().remit(Role::Cto).contains(Responsibility::Architecture), "by convention");
    /// assert!(proposal.proposed().remit(Role::Cpto).is_empty(), "there is none");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn remit(&self, role: Role) -> ResponsibilitySet {
        self.remits.get(role)
    }

    /// Returns the office outside the seats that holds a responsibility, if any.
    ///
    /// ```
    /// use cpto::{Office, Proposal, Responsibility, Seat, Structure};
    ///
    /// let structure = Structure::combined(Seat::draft()).elsewhere(Responsibility::BusinessModel, Office::Cmo);
    /// let proposal = Proposal::draft().proposed(structure).build()?;
    /// assert_eq!(proposal.proposed().office(Responsibility::BusinessModel), Some(Office::Cmo));
    /// assert_eq!(proposal.proposed().office(Responsibility::Roadmap), None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn office(&self, responsibility: Responsibility) -> Option<Office> {
        self.offices.get(responsibility)
    }

    /// Returns what a seat or an office holds.
    ///
    /// ```
    /// use cpto::{Holder, Office, Proposal, Responsibility, Seat, Structure};
    ///
    /// let structure = Structure::cto(Seat::draft()).elsewhere(Responsibility::Security, Office::Ciso);
    /// let proposal = Proposal::draft().proposed(structure).build()?;
    /// let held = proposal.proposed().held_by(Holder::Office(Office::Ciso));
    /// assert_eq!(held.to_string(), "security");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn held_by(&self, holder: Holder) -> ResponsibilitySet {
        match holder {
            Holder::Seat(role) => self.remit(role),
            Holder::Office(office) => {
                self.outside.iter().filter(|it| self.office(*it) == Some(office)).collect()
            }
        }
    }

    /// Returns what offices outside the seats hold.
    #[must_use]
    pub const fn elsewhere(&self) -> ResponsibilitySet {
        self.outside
    }

    /// Returns what at least one seat or office holds.
    #[must_use]
    pub fn held(&self) -> ResponsibilitySet {
        let [cto, cpo, both] = *self.remits.values();
        cto.union(cpo).union(both).union(self.outside)
    }

    /// Returns what has two or more holders although it is not shared.
    ///
    /// ```
    /// use cpto::{Proposal, Responsibility, Seat, Structure};
    ///
    /// let cto = Seat::draft().remit([Responsibility::Architecture, Responsibility::Roadmap]);
    /// let cpo = Seat::draft().remit([Responsibility::Roadmap]);
    /// let proposal = Proposal::draft().proposed(Structure::pair(cto, cpo)).build()?;
    /// assert_eq!(proposal.proposed().contested().to_string(), "roadmap");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn contested(&self) -> ResponsibilitySet {
        let [cto, cpo, both] = *self.remits.values();
        let seats = cto.union(cpo).union(both);
        let twice = cto.intersection(cpo).union(seats.intersection(self.outside));
        twice.difference(const { ResponsibilitySet::of_home(Home::Shared) })
    }

    /// Returns what the seat of a role holds as the only holder.
    ///
    /// ```
    /// use cpto::{Proposal, Responsibility, Role, Seat, Structure};
    ///
    /// let cto = Seat::draft().remit([Responsibility::Architecture, Responsibility::Roadmap]);
    /// let cpo = Seat::draft().remit([Responsibility::Roadmap]);
    /// let proposal = Proposal::draft().proposed(Structure::pair(cto, cpo)).build()?;
    /// assert_eq!(proposal.proposed().held_alone(Role::Cto).to_string(), "architecture");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn held_alone(&self, role: Role) -> ResponsibilitySet {
        let [cto, cpo, both] = *self.remits.values();
        let others = match role {
            Role::Cto => cpo,
            Role::Cpo => cto,
            Role::Cpto => return both.difference(self.outside),
        };
        self.remit(role).difference(others).difference(self.outside)
    }

    /// Returns the office that holds the most of a field's responsibilities outside the listed remits, if it holds more than
    /// one of these and offices hold them all. A document can then state these in a single entry.
    #[cfg(feature = "serde")]
    pub(crate) fn office_of_all(&self, field: Field) -> Option<Office> {
        let rest = self.rest_of(field).ok()?;
        let most = |office: &&Office| rest.intersection(self.held_by(Holder::Office(**office))).len();
        let office = *Office::ALL.iter().rev().max_by_key(most)?;
        (rest.is_subset(self.outside) && most(&&office) > 1).then_some(office)
    }

    /// Returns the seat or office that leads a field by holding at least half of its applicable core. If several do, the seat
    /// of the field's own role leads, then another seat, then the first office. Nobody leads if no holder has that much, or if
    /// the field has no core.
    ///
    /// ```
    /// use cpto::{Field, Holder, Office, Proposal, Role, Seat, Structure};
    ///
    /// let structure = Structure::cto(Seat::draft()).elsewhere_all(Field::Product, Office::Ceo);
    /// let proposal = Proposal::draft().proposed(structure).build()?;
    /// assert_eq!(proposal.proposed().leader(Field::Technology), Some(Holder::Seat(Role::Cto)));
    /// assert_eq!(proposal.proposed().leader(Field::Product), Some(Holder::Office(Office::Ceo)));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn leader(&self, field: Field) -> Option<Holder> {
        self.leaders.get(field)
    }

    /// Returns whether a field has a dedicated leader, that is, whether the seat of its own role leads it.
    #[must_use]
    pub fn has_dedicated_leader(&self, field: Field) -> bool {
        self.leader(field) == Some(Holder::Seat(field.role()))
    }

    /// Returns the office that leads the other field beside a lone seat, if any.
    pub(crate) fn office_beside(&self) -> Option<Office> {
        let other = match self.form {
            Form::LoneCto => Field::Product,
            Form::LoneCpo => Field::Technology,
            Form::Combined | Form::Pair | Form::NoSeat => return None,
        };
        match self.leader(other)? {
            Holder::Office(office) => Some(office),
            Holder::Seat(_) => None,
        }
    }

    /// Returns whether the structure has two sides: a pair, or a lone seat beside an office that leads the other field.
    #[must_use]
    pub fn has_two_sides(&self) -> bool {
        self.form == Form::Pair || self.office_beside().is_some()
    }

    /// Returns whether one of the two sides reports to the other.
    #[must_use]
    pub fn one_side_reports(&self) -> bool {
        let mut reports = self.seats().filter_map(|(_, seat)| seat.reports_to());
        match self.form {
            Form::Pair => reports.any(|to| matches!(to, Holder::Seat(_))),
            _ => self.office_beside().is_some_and(|office| reports.any(|to| to == Holder::Office(office))),
        }
    }

    /// Returns whether both seats of a pair report to the same office.
    pub(crate) fn share_a_superior(&self) -> bool {
        let superior = |role| self.seat(role).and_then(Seat::reports_to);
        let shared = |office| matches!(office, Holder::Office(_)) && superior(Role::Cpo) == Some(office);
        superior(Role::Cto).is_some_and(shared)
    }

    /// Returns the responsibilities that different offices hold, or that an office holds in only one of the structures.
    pub(crate) fn offices_changed(&self, other: &Self) -> ResponsibilitySet {
        if self.outside.is_empty() && other.outside.is_empty() {
            return ResponsibilitySet::EMPTY;
        }
        let changed =
            |responsibility: &Responsibility| self.office(*responsibility) != other.office(*responsibility);
        Responsibility::ALL.iter().copied().filter(changed).collect()
    }

    /// Returns whether both structures have the same seats and the same holder of every responsibility.
    pub(crate) fn same_holders(&self, other: &Self) -> bool {
        self.form == other.form && self.remits == other.remits && self.offices == other.offices
    }
}

/// Returns the applicable core responsibilities of a field.
pub(crate) const fn core(field: Field, applicable: ResponsibilitySet) -> ResponsibilitySet {
    ResponsibilitySet::CORE.intersection(ResponsibilitySet::of_home(field.home())).intersection(applicable)
}

/// Returns what a role holds by convention, out of all responsibilities.
pub(crate) const fn conventional(role: Role) -> ResponsibilitySet {
    const SHARED: ResponsibilitySet = ResponsibilitySet::of_home(Home::Shared);
    const CTO: ResponsibilitySet = ResponsibilitySet::of_home(Home::Cto).union(SHARED);
    const CPO: ResponsibilitySet = ResponsibilitySet::of_home(Home::Cpo).union(SHARED);
    match role {
        Role::Cto => CTO,
        Role::Cpo => CPO,
        Role::Cpto => CTO.union(CPO),
    }
}

impl Draft<Structure> {
    /// Fills the seat of a role, replacing whoever was there; the rest of the structure stays as it is.
    ///
    /// ```
    /// use cpto::{Draft, Office, Proficiency, Proposal, Responsibility, Role, Seat, Skill, Structure};
    ///
    /// let structure = Structure::cto(Seat::draft()).elsewhere(Responsibility::Security, Office::Ciso);
    /// let proposal = Proposal::draft().proposed(structure).build()?;
    /// let found_out = Draft::from(proposal.proposed().seat(Role::Cto).unwrap().clone())
    ///     .skill(Skill::Finance, Proficiency::Expert);
    /// let structure = Draft::from(proposal.proposed().clone()).seat(Role::Cto, found_out);
    /// let proposal = Draft::from(proposal).proposed(structure).build()?;
    /// assert_eq!(proposal.proposed().office(Responsibility::Security), Some(Office::Ciso));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn seat(mut self, role: Role, seat: impl Into<Draft<Seat>>) -> Self {
        let seat = self.adopt(role.as_str(), seat.into());
        *self.value.seat_mut(role) = Some(seat);
        self
    }

    /// Assigns a responsibility to an office outside the seats.
    ///
    /// ```
    /// use cpto::{Office, Proposal, Responsibility, Role, Seat, Structure};
    ///
    /// let structure = Structure::cto(Seat::draft()).elsewhere(Responsibility::Security, Office::Ciso);
    /// let proposal = Proposal::draft().proposed(structure).build()?;
    /// assert!(!proposal.proposed().remit(Role::Cto).contains(Responsibility::Security));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn elsewhere(mut self, responsibility: Responsibility, office: Office) -> Self {
        self.value.offices.set(responsibility, Some(office));
        self
    }

    /// Assigns the rest of a field to an office outside the seats: all of its applicable responsibilities that neither a listed
    /// remit nor another office has. Building resolves which they are; a draft made from the built structure lists them one by
    /// one.
    ///
    /// ```
    /// use cpto::{Field, Office, Proposal, Responsibility, Role, Seat, Structure};
    ///
    /// let cto = Seat::draft().remit([Responsibility::Delivery, Responsibility::Roadmap]);
    /// let structure = Structure::cto(cto).elsewhere_all(Field::Product, Office::Ceo);
    /// let proposal = Proposal::draft().proposed(structure).build()?;
    /// assert_eq!(proposal.proposed().office(Responsibility::Requirements), Some(Office::Ceo));
    /// assert_eq!(proposal.proposed().office(Responsibility::Roadmap), None, "the CTO has it");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn elsewhere_all(mut self, field: Field, office: Office) -> Self {
        self.value.fields.set(field, Some(office));
        self
    }
}
