//! Which two structures are compared, and which of their leaders are the same people?

use alloc::vec::Vec;

use arrayvec::ArrayVec;

use crate::advice::chances::chosen;
use crate::advice::chances::model::{Part, Scene};
use crate::advice::restructure::{conventional_proposal, leader};
use crate::input::draft::Draft;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::policy::belief::Weights;
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::scale::{Estimate, Scale};
use crate::vocabulary::skill::Skill;

/// One of the two structures that are compared.
#[derive(Clone, Debug)]
pub(super) struct Side {
    pub(super) proposal: Proposal,
    /// Whether this is the proposed structure rather than the conventional one of its form.
    is_own: bool,
}

/// Returns the sides of one leader and of two. The proposed structure represents its own form, and the conventional structure the
/// other. Returns nothing if a conventional seat would be empty.
pub(super) fn sides(proposal: &Proposal) -> Option<[Side; 2]> {
    let side = |form| {
        if proposal.proposed().form() == form { own(proposal) } else { other(proposal, form) }
    };
    Some([side(Form::Combined)?, side(Form::Pair)?])
}

/// Returns the proposed side without a term and observations, because the other side has none.
fn own(proposal: &Proposal) -> Option<Side> {
    let mut stripped = proposal.clone();
    stripped.term = None;
    for &role in Role::ALL {
        if let Some(seat) = stripped.proposed.seat_mut(role) {
            *seat = Seat {
                direct_reports: None,
                product_attention: None,
                other_duties: None,
                reports_to: None,
                ..seat.clone()
            };
        }
    }
    let proposal = Draft::from(stripped).build().ok()?;
    Some(Side { proposal, is_own: true })
}

fn other(proposal: &Proposal, form: Form) -> Option<Side> {
    Some(Side { proposal: conventional_proposal(proposal, form)?, is_own: false })
}

/// One case of who stays and who is new.
#[derive(Clone, Debug)]
struct Outlook {
    places: Vec<(Fact, u32)>,
    incumbents: [Option<Incumbent>; 2],
    /// The person who stays in the proposed structure.
    stays: Option<Incumbent>,
    /// The seats of the proposed structure with a new leader.
    newcomers: Vec<Role>,
}

/// Returns the scenes of the two sides. In each scene, it is known who leads which seat.
pub(super) fn scenes(
    proposal: &Proposal,
    sides: &[Side; 2],
    reads: &[FactSet; 2],
    weights: &Weights,
) -> Vec<Scene<2>> {
    let scene = |(weight, outlook): &(u32, Outlook)| {
        let ([one, two], [of_one, of_two]) = (sides, outlook.incumbents);
        let views = [(one, of_one), (two, of_two)].map(|(side, who)| *outlook.seen(side, who).packed());
        let skills = outlook.skills(proposal, sides, reads, weights);
        Scene { weight: *weight, places: outlook.places.clone(), views, skills }
    };
    outlooks(proposal, sides, weights).iter().map(scene).collect()
}

fn outlooks(proposal: &Proposal, sides: &[Side; 2], weights: &Weights) -> Vec<(u32, Outlook)> {
    let none = Outlook { places: Vec::new(), incumbents: [None; 2], stays: None, newcomers: Vec::new() };
    let mut outlooks = alloc::vec![(1, none)];
    let who = |side: &Proposal| -> Vec<Incumbent> {
        side.incumbent()
            .map_or_else(|| side.who_may_stay().into_iter().flatten().collect(), |who| [who].into())
    };
    // Whoever stays in the proposed structure also stays on a side that is the same change.
    let shared = who(proposal);
    let is_shared = |side: &Side| side.proposal.change() == proposal.change();
    chosen::vary(&mut outlooks, &chosen::who_stays(weights, &shared), |outlook, place| {
        let stays = shared.get(place as usize).copied();
        outlook.stays = stays;
        for (slot, side) in outlook.incumbents.iter_mut().zip(sides) {
            *slot = stays.filter(|_| is_shared(side));
        }
        if stays.is_some() && proposal.incumbent().is_none() {
            outlook.places.push((Fact::Incumbent, place));
        }
    });
    for (index, side) in sides.iter().enumerate().filter(|(_, side)| !is_shared(side)) {
        let own = who(&side.proposal);
        chosen::vary(&mut outlooks, &chosen::who_stays(weights, &own), |outlook, place| {
            if let Some(slot) = outlook.incumbents.get_mut(index) {
                *slot = own.get(place as usize).copied();
            }
        });
    }
    for &role in Role::ALL {
        let fact = Fact::Newcomer(role);
        let Some(places) = proposal.places(fact) else { continue };
        let choice = chosen::alone(weights, fact, places);
        chosen::vary(&mut outlooks, &choice, |outlook, place| {
            outlook.places.push((fact, place));
            if place > 0 {
                outlook.newcomers.push(role);
            }
        });
    }
    outlooks
}

/// A seat with a leader.
struct Held<'a> {
    /// The index of the side, and of the seat within it.
    view: usize,
    at: usize,
    role: Role,
    seat: &'a Seat,
}

impl Outlook {
    /// Returns a side as it looks in this outlook.
    fn seen(&self, side: &Side, incumbent: Option<Incumbent>) -> Proposal {
        let mut seen = side.proposal.clone();
        seen.incumbent = incumbent;
        let is_newcomer = |fact: Fact| side.is_own && matches!(fact, Fact::Newcomer(_));
        let newcomers = self.places.iter().filter(|(fact, _)| is_newcomer(*fact));
        seen.restate(newcomers.map(|(fact, place)| (*fact, *place..=*place)));
        seen
    }

    /// Returns the current seat of the person who leads a seat in this outlook, or nothing for somebody new.
    fn person(
        &self,
        proposal: &Proposal,
        is_own: bool,
        incumbent: Option<Incumbent>,
        role: Role,
    ) -> Option<Role> {
        leader(proposal, incumbent, role).filter(|_| !is_own || !self.newcomers.contains(&role))
    }

    /// Returns the skills of everybody. A skill of a person is one fact in whichever seats they lead.
    fn skills(
        &self,
        proposal: &Proposal,
        sides: &[Side; 2],
        reads: &[FactSet; 2],
        weights: &Weights,
    ) -> Vec<Part<2>> {
        let mut people: Vec<(Option<Role>, ArrayVec<Held<'_>, 2>)> = Vec::new();
        let views = sides.iter().zip(self.incumbents).enumerate();
        let (own, other): (Vec<_>, Vec<_>) = views.partition(|(_, (side, _))| side.is_own);
        for (view, (side, who)) in own.into_iter().chain(other) {
            for (at, (role, seat)) in side.proposal.proposed().seats().enumerate() {
                let person = self.person(&side.proposal, side.is_own, who, role);
                let seat = Held { view, at, role, seat };
                match people.iter_mut().find(|(other, _)| person.is_some() && *other == person) {
                    Some((_, seats)) => seats.push(seat),
                    None => people.push((person, ArrayVec::from_iter([seat]))),
                }
            }
        }
        // The proposed seat that a current leader leads. Its stated skills go with them into the conventional form.
        let own = |person: Role| {
            let mut seats = proposal.proposed().seats();
            let leads =
                |(role, _): &(Role, &Seat)| self.person(proposal, true, self.stays, *role) == Some(person);
            seats.find(leads).map(|(_, seat)| seat)
        };
        let chosen = |skill, (person, held): &(Option<Role>, ArrayVec<Held<'_>, 2>)| {
            let mut seats = [usize::MAX; 2];
            for Held { view, at, role, .. } in held {
                let is_read = reads.get(*view)?.contains(Fact::Skill(*role, skill));
                seats.get_mut(*view).into_iter().filter(|_| is_read).for_each(|seat| *seat = *at);
            }
            let Held { view, role, seat, .. } = held.first()?;
            let is_own = sides.get(*view)?.is_own;
            let proposed = if is_own { Some(*seat) } else { person.and_then(own) };
            let today = person.and_then(|role| Some(proposal.current()?.seat(role)?.skill(skill)));
            let stated = proposed.map(|seat| seat.skill(skill)).filter(|stated| !stated.is_unknown());
            let known = stated.or(today).unwrap_or(Estimate::UNKNOWN);
            let places = known.least().rank()..=known.most().rank();
            let fact = Fact::Skill(*role, skill);
            let choice = chosen::alone(weights, fact, places);
            let stated =
                Some(fact).filter(|fact| is_own && reads.get(*view).is_some_and(|it| it.contains(*fact)));
            seats.iter().any(|seat| *seat < 2).then(|| Part::skill(skill, choice, seats, stated))
        };
        Skill::ALL
            .iter()
            .flat_map(|skill| people.iter().filter_map(|person| chosen(*skill, person)))
            .collect()
    }
}
