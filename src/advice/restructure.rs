//! The same proposal with somebody else accountable, or with other seats.

use alloc::vec::Vec;

use crate::input::draft::Draft;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;

/// The proposal with other remits, if it can be so.
pub(crate) fn reassigned(
    proposal: &Proposal,
    remit: impl Fn(Role, ResponsibilitySet) -> ResponsibilitySet,
) -> Option<Proposal> {
    let mut proposal = proposal.clone();
    for &role in Role::ALL {
        let stated = remit(role, proposal.proposed.remit(role));
        if let Some(seat) = proposal.proposed.seat_mut(role) {
            seat.stated_remit = Some(stated.iter().collect());
        }
    }
    Draft::from(proposal).build().ok()
}

/// The proposal with some responsibilities held by a seat or an office alone, if it can be so.
pub(crate) fn handed_over(
    proposal: &Proposal,
    holder: Holder,
    responsibilities: ResponsibilitySet,
) -> Option<Proposal> {
    let mut proposal = proposal.clone();
    let office = if let Holder::Office(office) = holder { Some(office) } else { None };
    for responsibility in responsibilities.iter() {
        proposal.proposed.offices.set(responsibility, office);
    }
    reassigned(&proposal, |role, remit| {
        let holds = holder == Holder::Seat(role);
        if holds { remit.union(responsibilities) } else { remit.difference(responsibilities) }
    })
}

/// The proposal with another structure. Who stays has to be said anew.
fn restructured(proposal: &Proposal, structure: impl Into<Draft<Structure>>) -> Option<Proposal> {
    let mut other = proposal.clone();
    other.incumbent = None;
    Draft::from(other).proposed(structure).build().ok()
}

/// The proposal with another form, conventionally, led by people like those there are.
pub(crate) fn chosen(proposal: &Proposal, form: Form) -> Vec<Proposal> {
    let of_one = |(_, seat): (Role, &Seat)| {
        let person = Seat { stated_remit: None, product_attention: None, ..seat.clone() };
        let seats = form.roles().iter();
        let structure = seats.fold(Structure::vacant(), |all, role| all.seat(*role, person.clone()));
        restructured(proposal, structure)
    };
    proposal.proposed().seats().filter_map(of_one).collect()
}

/// The proposal to leave the structure as it is.
pub(crate) fn kept(proposal: &Proposal) -> Option<Proposal> {
    restructured(proposal, proposal.current()?.clone())
}

/// A structure of a form, with conventional remits. Who has a seat in another structure keeps it where there is one, with
/// what is known of them, and offices keep what they hold; of anybody else nothing is known.
pub(crate) fn conventional(known: &Structure, form: Form) -> Draft<Structure> {
    let seat = |role| {
        let seat = known.seat(role).cloned();
        seat.map_or_else(Seat::draft, |seat| Seat { stated_remit: None, ..seat }.into())
    };
    let structure =
        form.roles().iter().fold(Structure::vacant(), |structure, &role| structure.seat(role, seat(role)));
    known.offices.iter().fold(structure, |structure, (responsibility, office)| match office {
        Some(office) => structure.elsewhere(responsibility, office),
        None => structure,
    })
}

/// The proposal with a conventional structure of another form. Who has a seat today or would have one keeps it.
pub(crate) fn reformed(proposal: &Proposal, form: Form) -> Option<Proposal> {
    let mut known = proposal.proposed().clone();
    for &role in Role::ALL {
        if let Some(seat) = proposal.current().and_then(|current| current.seat(role)) {
            known.seat_mut(role).get_or_insert_with(|| seat.clone());
        }
    }
    restructured(proposal, conventional(&known, form))
}

#[cfg(test)]
mod tests;
