//! What are the seats of a structure accountable for, and what is invalid?

use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::model::structure::{Structure, conventional, core};
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Role};

impl Structure {
    /// Works out what the seats are accountable for in this organisation, and adds anything invalid to `faults`.
    ///
    /// `key` is the place of this structure in its proposal. Returns whether the structure has a form.
    pub(crate) fn settle(
        &mut self,
        organization: &Organization,
        key: &'static str,
        faults: &mut Faults,
    ) -> bool {
        let at = |part| Place::key(key).then(part);
        let applicable = organization.applicable();
        let [cto, cpo, cpto] = self.seats.each_ref().map(Option::is_some);
        let Some(form) = Form::of(cto, cpo, cpto) else {
            let beside = if cto { Role::Cto } else { Role::Cpo };
            faults.push(Fault::new(at("cpto"), FaultKind::CptoBeside { beside }));
            return false;
        };
        self.form = form;
        self.applicable = applicable;
        self.settle_fields(applicable, key, faults);
        self.outside = Responsibility::ALL.iter().copied().filter(|it| self.office(*it).is_some()).collect();
        for found in self.outside.difference(applicable) {
            let place = at("elsewhere").then(found.as_str());
            faults.push(Fault::new(place, FaultKind::NotApplicable { found }));
        }
        for &role in Role::ALL {
            let remit = match self.seat(role) {
                Some(seat) => self.settle_seat(role, seat, applicable, key, faults),
                None => ResponsibilitySet::EMPTY,
            };
            self.remits.set(role, remit);
        }
        let superior = |role| self.seat(role).and_then(Seat::reports_to);
        if superior(Role::Cto) == Some(Holder::Seat(Role::Cpo))
            && superior(Role::Cpo) == Some(Holder::Seat(Role::Cto))
        {
            let place = at(Role::Cpo.as_str()).then("reports-to");
            faults.push(Fault::new(place, FaultKind::ReportToEachOther));
        }
        for &field in Field::ALL {
            self.leaders.set(field, self.find_leader(field, applicable));
        }
        let cores = Field::ALL.iter().map(|field| core(*field, applicable));
        let holds_all = |role| cores.clone().all(|core| !core.is_empty() && core.is_subset(self.remit(role)));
        if let [role @ (Role::Cto | Role::Cpo)] = *form.roles() {
            if holds_all(role) {
                faults.push(Fault::new(at(role.as_str()), FaultKind::LoneSeatIsCpto { role }));
            }
        }
        true
    }

    /// Assigns the rest of each field to its office: what neither a listed remit nor another office has.
    fn settle_fields(&mut self, applicable: ResponsibilitySet, key: &'static str, faults: &mut Faults) {
        let listed: ResponsibilitySet =
            self.seats().filter_map(|(_, seat)| seat.stated_remit()).flatten().copied().collect();
        let fields = core::mem::take(&mut self.fields);
        for (field, office) in fields.iter() {
            if office.is_none() {
                continue;
            }
            let is_home = |role| role == field.role() || role == Role::Cpto;
            let beside = self.seats().find(|(role, seat)| is_home(*role) && seat.stated_remit().is_none());
            if let Some((role, _)) = beside {
                let place = Place::key(key).then("elsewhere").then(field.as_str());
                faults.push(Fault::new(place, FaultKind::FieldBesideConventional { field, role }));
                continue;
            }
            for responsibility in
                ResponsibilitySet::of_home(field.home()).intersection(applicable).difference(listed)
            {
                if self.office(responsibility).is_none() {
                    self.offices.set(responsibility, office);
                }
            }
        }
    }

    /// Returns what a seat is accountable for, and adds anything invalid to `faults`.
    fn settle_seat(
        &self,
        role: Role,
        seat: &Seat,
        applicable: ResponsibilitySet,
        key: &'static str,
        faults: &mut Faults,
    ) -> ResponsibilitySet {
        let at = |part| Place::key(key).then(role.as_str()).then(part);
        if seat.product_attention.is_some() && role != Role::Cpto {
            let place = at("product-attention");
            faults.push(Fault::new(place, FaultKind::AttentionOutsideCombined { role }));
        }
        if let Some(Holder::Seat(found)) = seat.reports_to() {
            if found == role || self.seat(found).is_none() {
                faults.push(Fault::new(at("reports-to"), FaultKind::ReportsToNoSeat { role, found }));
            }
        }
        let remit = match &seat.stated_remit {
            None => conventional(role).intersection(applicable).difference(self.outside),
            Some(stated) => {
                for (index, &found) in stated.iter().enumerate() {
                    if !applicable.contains(found) {
                        let place = at("remit").index(index);
                        faults.push(Fault::new(place, FaultKind::NotApplicable { found }));
                    }
                }
                stated.iter().copied().collect()
            }
        };
        if remit.is_empty() {
            faults.push(Fault::new(at("remit"), FaultKind::EmptyRemit { role }));
        }
        remit
    }

    /// Returns the first holder of at least half of a field's core.
    fn find_leader(&self, field: Field, applicable: ResponsibilitySet) -> Option<Holder> {
        let core = core(field, applicable);
        let own = Holder::Seat(field.role());
        let mut holders = [own].into_iter().chain(Holder::all().filter(|holder| *holder != own));
        holders.find(|holder| {
            !core.is_empty() && 2 * self.held_by(*holder).intersection(core).len() >= core.len()
        })
    }
}
