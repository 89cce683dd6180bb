//! Who holds what?

use crate::vocabulary::form::Form;
use crate::vocabulary::office::Holder;
use crate::vocabulary::office::Office;

use crate::input::draft::Draft;
use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::model::fact::{Fact, FactSet, Reads};
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::situation::load::lightening;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::table::Table;

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
    /// The facts that the load of each seat's responsibilities hangs on.
    lightening: Table<Role, FactSet, { Role::COUNT }>,
    /// What is held elsewhere.
    outside: ResponsibilitySet,
    pub(crate) offices: Table<Responsibility, Option<Office>, { Responsibility::COUNT }>,
    pub(crate) cto: Option<Seat>,
    pub(crate) cpo: Option<Seat>,
    pub(crate) cpto: Option<Seat>,
}

impl Structure {
    /// A structure without a seat: what a document starts from, and what no proposal accepts.
    pub(crate) fn vacant() -> Draft<Self> {
        Draft::of(Self {
            form: Form::Combined,
            remits: Table::default(),
            lightening: Table::default(),
            outside: ResponsibilitySet::EMPTY,
            offices: Table::default(),
            cto: None,
            cpo: None,
            cpto: None,
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
    ///
    /// ```
    /// use cpto::{Form, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// assert_eq!(proposal.proposed().form(), Form::Combined);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
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
    pub const fn seat(&self, role: Role) -> Option<&Seat> {
        match role {
            Role::Cto => self.cto.as_ref(),
            Role::Cpo => self.cpo.as_ref(),
            Role::Cpto => self.cpto.as_ref(),
        }
    }

    /// The seat of a role, to be filled or changed.
    pub(crate) const fn seat_mut(&mut self, role: Role) -> &mut Option<Seat> {
        match role {
            Role::Cto => &mut self.cto,
            Role::Cpo => &mut self.cpo,
            Role::Cpto => &mut self.cpto,
        }
    }

    /// The seats there are, with their roles.
    ///
    /// ```
    /// use cpto::{Proposal, Role, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// let roles: Vec<Role> = proposal.proposed().seats().map(|(role, _)| role).collect();
    /// assert_eq!(roles, [Role::Cto, Role::Cpo]);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
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
    ///
    /// ```
    /// use cpto::{Office, Proposal, Responsibility, Seat, Structure};
    ///
    /// let structure = Structure::combined(Seat::draft()).elsewhere(Responsibility::BusinessModel, Office::Cmo);
    /// let proposal = Proposal::draft().proposed(structure).build()?;
    /// assert_eq!(proposal.proposed().elsewhere().to_string(), "business-model");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn elsewhere(&self) -> ResponsibilitySet {
        self.outside
    }

    /// What at least one seat or office holds.
    ///
    /// ```
    /// use cpto::{Proposal, Responsibility, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// let held = proposal.proposed().held();
    /// assert!(held.contains(Responsibility::Architecture) && !held.contains(Responsibility::Roadmap));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
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

    /// The facts that the load of a seat's responsibilities hangs on.
    pub(crate) fn load_reads(&self, role: Role) -> Reads {
        Reads::NONE.lowered_by_all(self.lightening.get(role)).raised_by(&[Fact::Stage])
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

    /// Works out what the seats are accountable for in this organisation, and finds what cannot be.
    ///
    /// `at` is the place of this structure, and `faults` holds what is known of it already. Tells whether the structure
    /// has a form at all.
    pub(crate) fn settle(&mut self, organization: &Organization, at: &Place, faults: &mut Faults) -> bool {
        let applicable = organization.applicable();
        self.outside = Responsibility::ALL.iter().copied().filter(|it| self.office(*it).is_some()).collect();
        for found in self.outside.difference(applicable).iter() {
            faults.push(Fault::new(
                at.clone().then("elsewhere").then(found.as_str()),
                FaultKind::NotApplicable { found },
            ));
        }
        for &role in Role::ALL {
            let Some(seat) = self.seat(role) else { continue };
            let at = at.clone().then(role.as_str());
            if seat.product_attention.is_some() && role != Role::Cpto {
                let place = at.clone().then("product-attention");
                faults.push(Fault::new(place, FaultKind::AttentionOutsideCombined { role }));
            }
            let remit = match &seat.stated_remit {
                None => conventional(role).intersection(applicable).difference(self.outside),
                Some(stated) => {
                    for (index, &found) in stated.iter().enumerate() {
                        if !applicable.contains(found) {
                            let place = at.clone().then("remit").index(index);
                            faults.push(Fault::new(place, FaultKind::NotApplicable { found }));
                        }
                    }
                    stated.iter().copied().collect()
                }
            };
            if remit.is_empty() {
                faults.push(Fault::new(at.then("remit"), FaultKind::EmptyRemit { role }));
            }
            self.remits.set(role, remit);
            self.lightening.set(role, lightening(remit));
        }
        self.form = match (&self.cto, &self.cpo, &self.cpto) {
            (None, None, Some(_)) => Form::Combined,
            (Some(_), Some(_), None) => Form::Pair,
            (Some(_), None, None) => Form::LoneCto,
            (None, Some(_), None) => Form::LoneCpo,
            (None, None, None) => {
                // Where the structure itself could not be read, that is the fault, and not that nobody is in it.
                if !faults.iter().any(|fault| at.is_within(fault.place())) {
                    faults.push(Fault::new(at.clone(), FaultKind::NoSeat));
                }
                return false;
            }
            (cto, _, Some(_)) => {
                let beside = if cto.is_some() { Role::Cto } else { Role::Cpo };
                faults.push(Fault::new(at.clone().then("cpto"), FaultKind::CptoBeside { beside }));
                return false;
            }
        };
        let core = ResponsibilitySet::CORE.intersection(applicable);
        if let [role @ (Role::Cto | Role::Cpo)] = *self.form.roles() {
            if core.is_subset(self.remit(role)) {
                faults.push(Fault::new(at.clone().then(role.as_str()), FaultKind::LoneSeatIsCpto { role }));
            }
        }
        true
    }
}

/// What a role holds by convention, of all there is.
const fn conventional(role: Role) -> ResponsibilitySet {
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
}
