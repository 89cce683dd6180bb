//! The same proposal with somebody else accountable, or with other seats.

use alloc::vec::Vec;

use crate::draft::Draft;
use crate::{Form, Office, Proposal, ResponsibilitySet, Role, Seat, Structure};

/// The proposal with other remits, if it can be so.
pub(crate) fn reassigned(
    proposal: &Proposal,
    remit: impl Fn(Role, ResponsibilitySet) -> ResponsibilitySet,
) -> Option<Proposal> {
    let mut proposal = proposal.clone();
    let structure = proposal.proposed.clone();
    for (role, slot) in [
        (Role::Cto, &mut proposal.proposed.cto),
        (Role::Cpo, &mut proposal.proposed.cpo),
        (Role::Cpto, &mut proposal.proposed.cpto),
    ] {
        if let Some(seat) = slot {
            seat.stated_remit = Some(remit(role, structure.remit(role)).iter().collect());
        }
    }
    Draft::from(proposal).build().ok()
}

/// The proposal with some responsibilities in one seat alone, if it can be so.
pub(crate) fn given(
    proposal: &Proposal,
    receiver: Role,
    responsibilities: ResponsibilitySet,
) -> Option<Proposal> {
    let mut proposal = proposal.clone();
    for responsibility in responsibilities.iter() {
        proposal.proposed.offices.set(responsibility, None);
    }
    reassigned(&proposal, |role, remit| {
        if role == receiver { remit.union(responsibilities) } else { remit.difference(responsibilities) }
    })
}

/// The proposal with some responsibilities in an office outside the seats alone, if it can be so.
pub(crate) fn handed_over(
    proposal: &Proposal,
    office: Office,
    responsibilities: ResponsibilitySet,
) -> Option<Proposal> {
    let mut proposal = proposal.clone();
    for responsibility in responsibilities.iter() {
        proposal.proposed.offices.set(responsibility, Some(office));
    }
    reassigned(&proposal, |_, remit| remit.difference(responsibilities))
}

/// The proposal with another form, conventionally, led by people like those there are.
pub(crate) fn chosen(proposal: &Proposal, form: Form) -> Vec<Proposal> {
    let people = proposal.proposed().seats().map(|(_, seat)| Seat {
        stated_remit: None,
        product_attention: None,
        ..seat.clone()
    });
    people
        .filter_map(|person| {
            let structure = match form {
                Form::Combined => Structure::combined(person),
                Form::Pair => Structure::pair(person.clone(), person),
                Form::LoneCto => Structure::cto(person),
                Form::LoneCpo => Structure::cpo(person),
            };
            let mut other = proposal.clone();
            other.incumbent = None;
            Draft::from(other).proposed(structure).build().ok()
        })
        .collect()
}

/// The proposal to leave the structure as it is.
pub(crate) fn kept(proposal: &Proposal) -> Option<Proposal> {
    let current = proposal.current()?.clone();
    let mut kept = proposal.clone();
    kept.incumbent = None;
    Draft::from(kept).proposed(current).build().ok()
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
    let mut other = proposal.clone();
    other.incumbent = None;
    Draft::from(other).proposed(conventional(&known, form)).build().ok()
}
