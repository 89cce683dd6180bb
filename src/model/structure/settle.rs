//! What are the seats of a structure accountable for, and what is invalid?

use crate::input::fault::FaultKind;
use crate::input::place::Place;
use crate::model::seat::Seat;
use crate::model::structure::{Structure, conventional, core};
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Role};

/// Takes what is invalid, and where in the structure.
type Report<'a> = &'a mut dyn FnMut(Place, FaultKind);

impl Structure {
    /// Works out what the seats are accountable for, given what is applicable in the organisation, and reports anything
    /// invalid. Returns whether the structure has a form.
    pub(crate) fn settle(&mut self, applicable: ResponsibilitySet, report: Report<'_>) -> bool {
        let [cto, cpo, cpto] = self.seats.each_ref().map(Option::is_some);
        let Some(form) = Form::of(cto, cpo, cpto) else {
            let beside = if cto { Role::Cto } else { Role::Cpo };
            report(Place::key("cpto"), FaultKind::CptoBeside { beside });
            return false;
        };
        self.form = form;
        self.applicable = applicable;
        self.settle_fields(report);
        self.outside = Responsibility::ALL.iter().copied().filter(|it| self.office(*it).is_some()).collect();
        for found in self.outside.difference(applicable) {
            report(Place::key("elsewhere").then(found.as_str()), FaultKind::NotApplicable { found });
        }
        for &role in Role::ALL {
            let remit = self.seat(role).map(|seat| self.settle_seat(role, seat, report));
            self.remits.set(role, remit.unwrap_or_default());
        }
        let superior = |role| self.seat(role).and_then(Seat::reports_to);
        if superior(Role::Cto) == Some(Holder::Seat(Role::Cpo))
            && superior(Role::Cpo) == Some(Holder::Seat(Role::Cto))
        {
            report(Place::key("cpo").then("reports-to"), FaultKind::ReportToEachOther);
        }
        for &field in Field::ALL {
            self.leaders.set(field, self.find_leader(field));
        }
        let cores = Field::ALL.iter().map(|field| core(*field, applicable));
        let holds_all = |role| cores.clone().all(|core| !core.is_empty() && core.is_subset(self.remit(role)));
        if let [role @ (Role::Cto | Role::Cpo)] = *form.roles() {
            if holds_all(role) {
                report(Place::key(role.as_str()), FaultKind::LoneSeatIsCpto { role });
            }
        }
        true
    }

    /// Assigns the rest of each field to its office: what neither a listed remit nor another office has.
    fn settle_fields(&mut self, report: Report<'_>) {
        for (field, office) in core::mem::take(&mut self.fields).iter().filter(|(_, office)| office.is_some())
        {
            match self.rest_of(field) {
                Ok(rest) => {
                    for responsibility in rest {
                        if self.office(responsibility).is_none() {
                            self.offices.set(responsibility, office);
                        }
                    }
                }
                Err(role) => {
                    let place = Place::key("elsewhere").then(field.as_str());
                    report(place, FaultKind::FieldBesideConventional { field, role });
                }
            }
        }
    }

    /// Returns what no listed remit has of a field, or the seat that has the rest of the field by convention.
    pub(super) fn rest_of(&self, field: Field) -> Result<ResponsibilitySet, Role> {
        let is_home = |role| role == field.role() || role == Role::Cpto;
        let beside = self.seats().find(|(role, seat)| is_home(*role) && seat.stated_remit().is_none());
        let listed = self.seats().filter_map(|(_, seat)| seat.stated_remit()).flatten().copied().collect();
        let rest = ResponsibilitySet::of_home(field.home()).intersection(self.applicable).difference(listed);
        beside.map_or(Ok(rest), |(role, _)| Err(role))
    }

    /// Returns what a seat is accountable for, and reports anything invalid.
    fn settle_seat(&self, role: Role, seat: &Seat, report: Report<'_>) -> ResponsibilitySet {
        let at = |part| Place::key(role.as_str()).then(part);
        if seat.product_attention.is_some() && role != Role::Cpto {
            report(at("product-attention"), FaultKind::AttentionOutsideCombined { role });
        }
        if let Some(Holder::Seat(found)) = seat.reports_to() {
            if found == role || self.seat(found).is_none() {
                report(at("reports-to"), FaultKind::ReportsToNoSeat { role, found });
            }
        }
        let remit = match &seat.stated_remit {
            None => conventional(role).intersection(self.applicable).difference(self.outside),
            Some(stated) => {
                for (index, &found) in stated.iter().enumerate() {
                    if !self.applicable.contains(found) {
                        report(at("remit").index(index), FaultKind::NotApplicable { found });
                    }
                }
                stated.iter().copied().collect()
            }
        };
        if remit.is_empty() {
            report(at("remit"), FaultKind::EmptyRemit { role });
        }
        remit
    }

    /// Returns the first holder of at least half of a field's core.
    fn find_leader(&self, field: Field) -> Option<Holder> {
        let core = core(field, self.applicable);
        let own = Holder::Seat(field.role());
        let mut holders = [own].into_iter().chain(Holder::all().filter(|holder| *holder != own));
        holders.find(|holder| {
            !core.is_empty() && 2 * self.held_by(*holder).intersection(core).len() >= core.len()
        })
    }
}
