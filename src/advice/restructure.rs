//! What does a proposal become with other holders, or with other seats?

use alloc::vec::Vec;

use crate::input::draft::Draft;
use crate::model::fact::Fact;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::vocabulary::change::{Change, Incumbent};
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::scale::{Estimate, Scale};
use crate::vocabulary::skill::{Proficiency, Skill};

/// Returns the proposal with other remits, if that is valid.
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

/// Returns a structure with some responsibilities held by one seat or office alone, if that is valid.
pub(crate) fn handed_over_in(
    organization: &Organization,
    structure: &Structure,
    holder: Holder,
    responsibilities: ResponsibilitySet,
) -> Option<Structure> {
    if let Holder::Seat(role) = holder {
        structure.seat(role)?;
    }
    let office = if let Holder::Office(office) = holder { Some(office) } else { None };
    let mut other = structure.clone();
    for responsibility in responsibilities {
        other.offices.set(responsibility, office);
    }
    for &role in Role::ALL {
        let remit = structure.remit(role);
        let holds = holder == Holder::Seat(role);
        let stated = if holds { remit.union(responsibilities) } else { remit.difference(responsibilities) };
        if let Some(seat) = other.seat_mut(role) {
            seat.stated_remit = Some(stated.iter().collect());
        }
    }
    let mut is_valid = true;
    let has_form = other.settle(organization.applicable(), &mut |_, _| is_valid = false);
    (has_form && is_valid).then_some(other)
}

/// Returns the proposal with some responsibilities held by one seat or office alone, if that is valid.
pub(crate) fn handed_over(
    proposal: &Proposal,
    holder: Holder,
    responsibilities: ResponsibilitySet,
) -> Option<Proposal> {
    let structure = handed_over_in(proposal.organization(), proposal.proposed(), holder, responsibilities)?;
    Draft::from(proposal.clone()).proposed(structure).build().ok()
}

/// Returns the proposal with some responsibilities held only by their home seats or the CPTO, if that is valid.
pub(crate) fn brought_home(proposal: &Proposal, responsibilities: ResponsibilitySet) -> Option<Proposal> {
    let home = |role: Role| -> ResponsibilitySet {
        let is_home =
            |it: &Responsibility| role == Role::Cpto || it.home().role().is_none_or(|home| home == role);
        responsibilities.iter().filter(is_home).collect()
    };
    let mut other = proposal.clone();
    for responsibility in proposal.proposed().seats().flat_map(|(role, _)| home(role)) {
        other.proposed.offices.set(responsibility, None);
    }
    reassigned(&other, |role, remit| remit.difference(responsibilities).union(home(role)))
}

/// Returns the proposal with another structure. Who stays must be stated again.
fn restructured(proposal: &Proposal, structure: impl Into<Draft<Structure>>) -> Option<Proposal> {
    let mut other = proposal.clone();
    other.incumbent = None;
    Draft::from(other).proposed(structure).build().ok()
}

/// Returns proposals with a conventional structure of another form: one for each leader, with people like them in every seat.
#[cfg(any(test, feature = "laws"))]
pub(crate) fn chosen(proposal: &Proposal, form: Form) -> Vec<Proposal> {
    let of_one = |(_, seat): (Role, &Seat)| {
        let person = Seat { stated_remit: None, product_attention: None, ..seat.clone() };
        let seats = form.roles().iter();
        let structure = seats.fold(Structure::vacant(), |all, role| all.seat(*role, person.clone()));
        restructured(proposal, structure)
    };
    proposal.proposed().seats().filter_map(of_one).collect()
}

/// Returns the proposal to leave the structure as it is.
pub(crate) fn kept(proposal: &Proposal) -> Option<Proposal> {
    restructured(proposal, proposal.current()?.clone())
}

/// Returns a structure of a form with conventional remits. Leaders keep the seats that the known structure also has, with their
/// skills, and offices keep the responsibilities of their trade. Nothing is known of anybody else.
pub(crate) fn conventional(known: &Structure, form: Form) -> Draft<Structure> {
    let seat = |role| match known.seat(role) {
        Some(seat) => Seat { skills: seat.skills, ..Seat::draft().value }.into(),
        None => Seat::draft(),
    };
    let structure =
        form.roles().iter().fold(Structure::vacant(), |structure, &role| structure.seat(role, seat(role)));
    known.offices.iter().fold(structure, |structure, (responsibility, office)| match office {
        Some(office) if office.trade().contains(responsibility) => {
            structure.elsewhere(responsibility, office)
        }
        _ => structure,
    })
}

/// Returns the proposal of the conventional structure of a form. It shares the organisation, today's structure and the triggers
/// with the given one, and who stays if both make the same change. Skills go with people.
pub(crate) fn conventional_proposal(proposal: &Proposal, form: Form) -> Option<Proposal> {
    let known = proposal.current().unwrap_or_else(|| proposal.proposed());
    let mut other = proposal.clone();
    (other.term, other.incumbent) = (None, None);
    let mut other = Draft::from(other).proposed(conventional(known, form)).build().ok()?;
    if let Some(incumbent) = proposal.incumbent().filter(|_| other.change() == proposal.change()) {
        other = Draft::from(other).incumbent(incumbent).build().ok()?;
    }
    let proposed = |person: Role| {
        let mut seats = proposal.proposed().seats().filter(|(_, seat)| !seat.newcomer().most());
        seats.find(|(role, _)| leader(proposal, proposal.incumbent(), *role) == Some(person))
    };
    let known = |role: Role, skill: Skill| -> Option<Estimate<Proficiency>> {
        let person = leader(&other, other.incumbent(), role)?;
        let stated = proposed(person).map(|(_, seat)| seat.skill(skill)).filter(|it| !it.is_unknown());
        stated.or_else(|| Some(proposal.current()?.seat(person)?.skill(skill)))
    };
    let seats = form.roles().iter().flat_map(|role| Skill::ALL.iter().map(move |skill| (*role, *skill)));
    let skills = seats.map(|(role, skill)| {
        let known = known(role, skill).unwrap_or(Estimate::UNKNOWN);
        (Fact::Skill(role, skill), known.least().rank()..=known.most().rank())
    });
    let skills: Vec<_> = skills.collect();
    other.restate(skills);
    Some(other)
}

/// Returns the seat that the leader of a proposed seat has today, as if nobody were a newcomer; `None` if there is none or it is
/// not known.
pub(crate) fn leader(proposal: &Proposal, incumbent: Option<Incumbent>, role: Role) -> Option<Role> {
    let current = proposal.current()?;
    let leader = match proposal.change() {
        Change::Establish => None,
        Change::Merge => incumbent.and_then(Incumbent::role),
        Change::Split => (incumbent.and_then(Incumbent::role) == Some(role)).then_some(Role::Cpto),
        Change::Reallocate | Change::Retain => Some(role),
    };
    leader.filter(|leader| current.seat(*leader).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::office::Office;
    use crate::vocabulary::role::Field;

    #[test]
    fn another_form_is_held_conventionally() {
        let delivering = Seat::draft().remit([Responsibility::Delivery]);
        let pair = Structure::pair(delivering, Seat::draft());
        let pair = Proposal::draft().proposed(pair).build().expect("it can be built");
        let chosen = chosen(&pair, Form::Combined);
        assert_eq!(chosen.len(), 2);
        assert!(chosen.iter().all(|it| it.proposed().remit(Role::Cpto) == ResponsibilitySet::ALL));
    }

    #[test]
    fn whoever_has_a_seat_today_keeps_it() {
        let seat = Seat::draft().direct_reports(7).skill(Skill::Sales, Proficiency::Expert);
        let today = Structure::pair(seat, Seat::draft());
        let draft = Proposal::draft().current(today).proposed(Structure::combined(Seat::draft()));
        let pair = conventional_proposal(&draft.build().expect("it can be built"), Form::Pair)
            .expect("it can be a pair");
        let seat = pair.proposed().seat(Role::Cto).expect("it is there");
        assert_eq!(seat.skill(Skill::Sales).value(), Some(Proficiency::Expert));
        assert_eq!(seat.direct_reports(), None, "what was observed there is not said of another structure");
    }

    /// The share of attention is a fact about a CPTO only.
    #[test]
    fn an_observation_of_a_cpto_is_left_behind() {
        let combined = Structure::combined(Seat::draft().product_attention(40));
        let combined = Proposal::draft().proposed(combined).build().expect("it can be built");
        assert_eq!(chosen(&combined, Form::Pair).len(), 1);
    }

    /// The person who stays in a split leads one of the two seats, and somebody new leads the other.
    #[test]
    fn who_stays_in_a_split_leads_one_seat() {
        let draft = Proposal::draft().current(Structure::combined(Seat::draft()));
        let draft = draft.proposed(Structure::pair(Seat::draft(), Seat::draft())).incumbent(Incumbent::Cto);
        let split = draft.build().expect("it is a split");
        let led = |role| leader(&split, split.incumbent(), role);
        assert_eq!([Role::Cto, Role::Cpo].map(led), [Some(Role::Cpto), None]);
    }

    /// A newcomer's skills are not those of today's leader.
    #[test]
    fn stated_skills_go_with_whoever_stays() {
        let able = Seat::draft().skill(Skill::TechnologyTrends, Proficiency::Expert);
        let known = |seat: Draft<Seat>| {
            let alone = Structure::cto(seat).elsewhere_all(Field::Product, Office::Ceo);
            let draft = Proposal::draft().current(Structure::cto(Seat::draft())).proposed(alone);
            let two = conventional_proposal(&draft.build().expect("valid"), Form::Pair).expect("two lead");
            two.proposed().seat(Role::Cto).and_then(|seat| seat.skill(Skill::TechnologyTrends).value())
        };
        let newcomer = able.clone().newcomer(true);
        assert_eq!([known(able), known(newcomer)], [Some(Proficiency::Expert), None]);
    }
}
