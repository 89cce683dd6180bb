//! Which responsibilities can be divided, and which division is the best?

use alloc::vec::Vec;

use crate::advice::divide::solve::{BOTH, CPO, CTO, OFFICE, Price, Sums, bit, points_and_changes, price};
use crate::advice::divide::terms::{
    MOST_ALTERNATIVES, MOST_OPTIONAL, NotDivisible, Parts, Proof, Share, Wishes, dominates,
};
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::rules::policy::Policy;
use crate::situation::growth::with_partner;
use crate::situation::known::Known;
use crate::situation::load::{load_facts, percent};
use crate::situation::shortfall;
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Home, Role};
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::skill::{Skill, SkillSet};

/// A responsibility with more than one possible holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Free {
    pub(super) responsibility: Responsibility,
    weight: u32,
    /// The seats and then the office that may get it, each with the price.
    pub(super) ways: Vec<(Holder, Price)>,
}

/// What a seat has in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Base {
    /// The shared and pinned responsibilities.
    remit: ResponsibilitySet,
    /// The effort of these, in quarters × tenths.
    load: u32,
    /// The other duties, in percent.
    duties: u32,
    /// The minimum severity of the overload, because of direct reports.
    reports: Severity,
}

/// The responsibilities to divide, in the worst case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) free: Vec<Free>,
    /// What the CTO and the CPO have in any case.
    bases: [Base; 2],
    /// The price of what is pinned.
    fixed_price: Price,
    hundredths: u32,
    load_above: Ladder,
    /// The seats that have something in any case.
    filled: usize,
    /// The most sums that are distinguished within the limit.
    most: u32,
    pub(super) office: Option<Office>,
    pub(super) open: FactSet,
}

impl Problem {
    pub(super) fn new(
        proposal: &Proposal,
        wishes: &Wishes,
        policy: &Policy,
        limit: Limit,
    ) -> Result<Self, NotDivisible> {
        /// The number of prices that are worked out in the time of one evaluation.
        const PRICES: u64 = 128;
        let structure = proposal.proposed();
        let (Some(cto), Some(cpo)) = (structure.seat(Role::Cto), structure.seat(Role::Cpo)) else {
            return Err(NotDivisible::NoPair { form: structure.form() });
        };
        let seats = [(Role::Cto, cto), (Role::Cpo, cpo)];
        let numbers = policy.numbers();
        let shared = ResponsibilitySet::of_home(Home::Shared);
        let here = proposal.organization().applicable().difference(structure.elsewhere());
        let divided = here.difference(shared);
        let (office, optional) =
            wishes.optional.map_or((None, ResponsibilitySet::EMPTY), |(office, set)| (Some(office), set));
        let mut wished = optional;
        for &(responsibility, role) in &wishes.pins {
            if role == Role::Cpto {
                return Err(NotDivisible::NoSuchSeat { responsibility });
            }
            if wished.contains(responsibility) {
                return Err(NotDivisible::Repeated { responsibility });
            }
            wished = wished.with(responsibility);
        }
        let pinned = wishes.pins.iter().map(|(responsibility, _)| *responsibility);
        if let Some(responsibility) = pinned.chain(optional.iter()).find(|it| !divided.contains(*it)) {
            return Err(NotDivisible::NotDivided { responsibility });
        }
        if optional.len() > MOST_OPTIONAL {
            return Err(NotDivisible::TooManyOptional { found: optional.len() });
        }

        let factors = Known::of(proposal.packed(), numbers, &policy.prepared).factors;
        let weights = &policy.prepared.weights;
        let quarters = weights.quarters(&proposal.packed().codes);
        let weight = |set: ResponsibilitySet| weights.parts(set, &quarters, &factors).total().most();
        let in_seat = |responsibility, (role, seat)| {
            let changes = changes(proposal, responsibility, Holder::Seat(role));
            price(points(numbers, responsibility, role, seat), changes)
        };
        let mut fixed_price = 0;
        let bases = seats.map(|(role, seat)| {
            let pinned = wishes.pins.iter().filter(|(_, it)| *it == role).map(|(it, _)| *it);
            fixed_price += pinned.clone().map(|it| in_seat(it, (role, seat))).sum::<Price>();
            let remit = pinned.fold(here.intersection(shared), ResponsibilitySet::with);
            let reports = seat.direct_reports().map_or(Severity::None, |people| {
                numbers.overload_risk.direct_reports_above.above(people.most().into())
            });
            let duties = seat.other_duties().map_or(0, |duties| duties.most().rank());
            Base { remit, load: weight(remit), duties, reports }
        });
        // Those that may be handed over come last.
        let free = divided.difference(wished).iter().chain(optional.iter()).map(|responsibility| {
            let in_seats = seats.map(|it| (Holder::Seat(it.0), in_seat(responsibility, it)));
            let mut ways = Vec::from(in_seats);
            ways.extend(office.filter(|_| optional.contains(responsibility)).map(|office| {
                let office = Holder::Office(office);
                (office, price(numbers.divide.handed_over.into(), changes(proposal, responsibility, office)))
            }));
            Free { responsibility, weight: weight(ResponsibilitySet::of(&[responsibility])), ways }
        });
        let free: Vec<Free> = free.collect();
        let filled = bases.iter().zip([CTO, CPO]).filter(|(base, _)| !base.remit.is_empty());
        let filled = filled.fold(0, |filled, (_, seat)| filled | seat);
        let each = (free.len().max(1) as u64) << (optional.len() + if filled == BOTH { 0 } else { 2 });
        let most = u64::from(limit.evaluations()) * PRICES / each;
        let reads = seats.into_iter().fold(load_facts(here), |reads, (role, _)| {
            let skills = FactSet::of_skills(role, SkillSet::of(Skill::ALL));
            reads.union(skills).with(Fact::OtherDuties(role)).with(Fact::DirectReports(role))
        });
        // The headcount matters only for the stage.
        let stage = proposal.organization().stage();
        let reads = if stage.is_exact() { reads } else { with_partner(reads) };
        Ok(Self {
            free,
            bases,
            fixed_price,
            hundredths: factors.hundredths.most(),
            load_above: numbers.overload_risk.load_above,
            filled,
            most: u32::try_from(most).unwrap_or(u32::MAX).max(64),
            office,
            open: proposal.open_facts().intersection(reads),
        })
    }

    /// The measures of a division with these efforts in addition to what each seat has in any case.
    fn parts(&self, loads: [u32; 2], price: Price) -> Parts {
        let of = |base: &Base, load| {
            let load = percent(base.load + load, self.hundredths) + base.duties;
            (self.load_above.above(load).max(base.reports), load)
        };
        let ([cto, cpo], [of_cto, of_cpo]) = (&self.bases, loads);
        let (cto, cpo) = (of(cto, of_cto), of(cpo, of_cpo));
        let (points, changes) = points_and_changes(self.fixed_price + price);
        (cto.0.max(cpo.0), points, cto.1.abs_diff(cpo.1), changes)
    }

    /// The division in which each free responsibility goes to the given holder, at this price.
    fn share(&self, holders: &[Holder], price: Price) -> Share {
        let of = |seat: usize| {
            let all = self.free.iter().zip(holders);
            all.filter(move |(_, holder)| bit(**holder) == seat).map(|(free, _)| free)
        };
        let loads = [CTO, CPO].map(|seat| of(seat).map(|free| free.weight).sum());
        let (overload, points, imbalance, changes) = self.parts(loads, price);
        let set = |seat| of(seat).map(|free| free.responsibility).collect::<ResponsibilitySet>();
        let [cto, cpo] = self.bases.map(|base| base.remit);
        let (cto, cpo) = (cto.union(set(CTO)), cpo.union(set(CPO)));
        Share { overload, points, imbalance, changes, cto, cpo, handed_over: set(OFFICE) }
    }

    /// Passes the measures of every division that may be the best to `give`, with a function that returns the division.
    fn each(&self, mut give: impl FnMut(Parts, &dyn Fn() -> Share)) -> Proof {
        let mut sums = Sums::of(self.free.iter().map(|free| free.weight), self.filled, self.most);
        let (sums, is_rounded) = self.each_from(&mut sums, [0, 0], &mut give);
        if is_rounded { Proof::Rounded } else { Proof::EverySum { sums } }
    }

    /// Does the same once some responsibilities have been added to the sums, given the efforts of those that were settled on a
    /// seat. Those that may be handed over come last, and are divided or handed over in every way. Returns the number of sums, and
    /// whether weights were rounded.
    fn each_from<'a>(
        &'a self,
        sums: &mut Sums<'a>,
        [cto, cpo]: [u32; 2],
        give: &mut impl FnMut(Parts, &dyn Fn() -> Share),
    ) -> (u32, bool) {
        let (mut count, mut is_rounded) = (0, false);
        let Some(free) = self.free.get(sums.len()) else {
            let total = sums.total();
            for (sum, price) in sums.reached() {
                count += 1;
                let parts = self.parts([cto + sum, (cpo + total).saturating_sub(sum)], price);
                give(parts, &|| self.share(&sums.division(sum), price));
            }
            return (count, sums.is_rounded());
        };
        let is_office = |(holder, _): &(Holder, Price)| bit(*holder) == OFFICE;
        for ways in free.ways.chunk_by(|one, other| is_office(one) == is_office(other)) {
            // What can only go to one holder is no part of the sums.
            let (weight, loads) = match ways {
                [(Holder::Seat(Role::Cto), _)] => (0, [cto + free.weight, cpo]),
                [(Holder::Seat(_), _)] => (0, [cto, cpo + free.weight]),
                [_] => (0, [cto, cpo]),
                _ => (free.weight, [cto, cpo]),
            };
            sums.push(weight, ways);
            let of_rest = self.each_from(sums, loads, give);
            sums.pop();
            (count, is_rounded) = (count + of_rest.0, is_rounded | of_rest.1);
        }
        (count, is_rounded)
    }

    /// Returns the best division.
    pub(super) fn best(&self) -> Option<(Share, Proof)> {
        let mut best: Option<Share> = None;
        let proof = self.each(|parts, share| {
            if best.is_none_or(|best| parts < best.parts()) {
                let share = share();
                best = best.filter(|best| best.parts() <= share.parts()).or(Some(share));
            }
        });
        best.map(|best| (best, proof))
    }

    /// Returns the undominated divisions, in the order of their measures.
    pub(super) fn undominated(&self) -> Vec<Share> {
        let mut kept: Vec<Share> = Vec::new();
        self.each(|parts, share| {
            if kept.iter().all(|it| it.parts() != parts && !dominates(it.parts(), parts)) {
                kept.retain(|it| !dominates(parts, it.parts()));
                kept.push(share());
            }
        });
        kept.sort_by_key(Share::parts);
        // Of divisions that differ only in changes, the first has the fewest.
        kept.dedup_by_key(|it| (it.overload, it.points, it.imbalance));
        kept.truncate(MOST_ALTERNATIVES);
        kept
    }
}

/// The points for a seat that holds a responsibility.
fn points(numbers: &Numbers, responsibility: Responsibility, role: Role, seat: &Seat) -> u32 {
    let home = responsibility.home().role().unwrap_or(role);
    let misplaced = match (home == role, responsibility.is_core()) {
        (true, _) => 0,
        (false, true) => numbers.divide.misplaced_core,
        (false, false) => numbers.divide.misplaced,
    };
    let of_home = Skill::ALL.iter().filter(|skill| skill.field().map(Field::role) == Some(home));
    let missing = of_home.map(|skill| shortfall::missing(numbers, home, *skill, seat)).max().unwrap_or(0);
    u32::from(misplaced) + missing * u32::from(numbers.divide.missing_step)
}

/// Returns 1 if a responsibility changes hands, and 0 otherwise. The person who stays in a split held everything before.
fn changes(proposal: &Proposal, responsibility: Responsibility, holder: Holder) -> u32 {
    let Some(current) = proposal.current() else { return 0 };
    let stays = proposal.incumbent().and_then(Incumbent::role).filter(|_| current.form().is_combined());
    let before = if stays.map(Holder::Seat) == Some(holder) { Holder::Seat(Role::Cpto) } else { holder };
    u32::from(!current.held_by(before).contains(responsibility))
}
