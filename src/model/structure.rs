//! Who holds what?

use crate::input::draft::Draft;
use crate::model::seat::Seat;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Home, Role};
use crate::vocabulary::table::Table;

mod settle;

/// One structure of leadership: a CPTO, or a CTO, a CPO or both, and what is held elsewhere.
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
    /// What each seat is accountable for, once the conventional remits are worked out.
    remits: Table<Role, ResponsibilitySet, { Role::COUNT }>,
    /// What exists in the company.
    applicable: ResponsibilitySet,
    /// What is held elsewhere.
    outside: ResponsibilitySet,
    /// The holder that leads each field.
    leaders: Table<Field, Option<Holder>, { Field::COUNT }>,
    /// The fields of which all that nothing else is said about is elsewhere, until the structure is settled.
    pub(crate) fields: Table<Field, Option<Office>, { Field::COUNT }>,
    pub(crate) offices: Table<Responsibility, Option<Office>, { Responsibility::COUNT }>,
    /// By the place of the role.
    pub(crate) seats: [Option<Seat>; Role::COUNT],
}

impl Structure {
    /// No seat yet: offices hold what is said to be [elsewhere](Draft::<Structure>::elsewhere), and the rest is nobody's. A
    /// current structure may be so, a proposed one not.
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

    /// One CPTO.
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

    /// A CTO and a CPO.
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

    /// A CTO, with the CPO seat vacant.
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

    /// A CPO, with the CTO seat vacant.
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

    /// Which seats there are.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }

    /// The seat of a role, if there is one.
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

    /// The seat of a role, to be filled or changed.
    #[expect(clippy::indexing_slicing, reason = "there is a place for each role")]
    pub(crate) const fn seat_mut(&mut self, role: Role) -> &mut Option<Seat> {
        &mut self.seats[role as usize]
    }

    /// The seats there are, with their roles.
    pub fn seats(&self) -> impl Iterator<Item = (Role, &Seat)> {
        Role::ALL.iter().filter_map(|role| Some((*role, self.seat(*role)?)))
    }

    /// What the seat of a role is accountable for; nothing where there is no such seat.
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

    /// The office outside the seats that holds a responsibility, if one does.
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

    /// What a seat or an office holds.
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

    /// What is held by offices outside the seats.
    #[must_use]
    pub const fn elsewhere(&self) -> ResponsibilitySet {
        self.outside
    }

    /// What at least one seat or office holds.
    #[must_use]
    pub fn held(&self) -> ResponsibilitySet {
        let [cto, cpo, both] = *self.remits.values();
        cto.union(cpo).union(both).union(self.outside)
    }

    /// What two or more hold although it is not shared.
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

    /// What the seat of a role holds as the only holder.
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

    /// The office that holds all of a field that neither a listed remit nor another office has, where that says more than one
    /// thing; then a document can say it in a word.
    #[cfg(feature = "serde")]
    pub(crate) fn office_of_all(&self, field: Field) -> Option<Office> {
        let is_home = |role| role == field.role() || role == Role::Cpto;
        let mut seats = self.seats();
        if seats.any(|(role, seat)| is_home(role) && seat.stated_remit().is_none()) {
            return None;
        }
        let listed: ResponsibilitySet =
            self.seats().filter_map(|(_, seat)| seat.stated_remit()).flatten().copied().collect();
        let rest = ResponsibilitySet::of_home(field.home()).intersection(self.applicable).difference(listed);
        let all_held = rest.is_subset(self.outside);
        let most = |office: &&Office| rest.intersection(self.held_by(Holder::Office(**office))).len();
        let office = *Office::ALL.iter().rev().max_by_key(most)?;
        (all_held && most(&&office) > 1).then_some(office)
    }

    /// The seat or office that leads a field: it holds at least half of the field's applicable core. Of several, the seat of
    /// the field's own role leads, then another seat, then the first office. Nobody does where none holds so much, or where
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

    /// Whether a field has a dedicated leader: the seat of its own role leads it.
    #[must_use]
    pub fn has_dedicated_leader(&self, field: Field) -> bool {
        self.leader(field) == Some(Holder::Seat(field.role()))
    }

    /// The office that leads the other field beside a lone seat, if one does.
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

    /// Whether it has two sides: a pair, or a lone seat beside an office that leads the other field.
    #[must_use]
    pub fn has_two_sides(&self) -> bool {
        self.form == Form::Pair || self.office_beside().is_some()
    }

    /// Whether one of two sides reports to the other.
    #[must_use]
    pub fn one_side_reports(&self) -> bool {
        let mut reports = self.seats().filter_map(|(_, seat)| seat.reports_to());
        match self.form {
            Form::Pair => reports.any(|to| matches!(to, Holder::Seat(_))),
            _ => self.office_beside().is_some_and(|office| reports.any(|to| to == Holder::Office(office))),
        }
    }

    /// Whether both seats of a pair report to the same office.
    pub(crate) fn share_a_superior(&self) -> bool {
        let superior = |role| self.seat(role).and_then(Seat::reports_to);
        let shared = |office| matches!(office, Holder::Office(_)) && superior(Role::Cpo) == Some(office);
        superior(Role::Cto).is_some_and(shared)
    }

    /// The responsibilities of which another office is the holder, or of which only one structure has an office.
    pub(crate) fn offices_changed(&self, other: &Self) -> ResponsibilitySet {
        if self.outside.is_empty() && other.outside.is_empty() {
            return ResponsibilitySet::EMPTY;
        }
        let changed =
            |responsibility: &Responsibility| self.office(*responsibility) != other.office(*responsibility);
        Responsibility::ALL.iter().copied().filter(changed).collect()
    }

    /// Whether the seats are the same and so are the holders of everything.
    pub(crate) fn same_holders(&self, other: &Self) -> bool {
        self.form == other.form && self.remits == other.remits && self.offices == other.offices
    }
}

/// The applicable core responsibilities of a field.
pub(crate) const fn core(field: Field, applicable: ResponsibilitySet) -> ResponsibilitySet {
    ResponsibilitySet::CORE.intersection(ResponsibilitySet::of_home(field.home())).intersection(applicable)
}

/// What a role holds by convention, of all there is.
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
    /// Puts somebody into the seat of a role, whoever was there: so a seat of a structure is changed, and all else stays.
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

    /// Says that an office outside the seats holds a responsibility.
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

    /// Says that an office outside the seats holds all of a field's applicable responsibilities that neither a listed remit
    /// nor another office has. Building settles which they are; a draft that takes up what was built states them one by one.
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
