//! Which responsibilities can be divided, and which division is the best?

use alloc::vec::Vec;

use crate::advice::divide::solve::{BOTH, Item, Price, Sums};
use crate::advice::divide::terms::{
    MOST_ALTERNATIVES, MOST_OPTIONAL, NotDivisible, Parts, Proof, SEATS, Share, Wishes, dominates,
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
use crate::vocabulary::office::Office;
use crate::vocabulary::responsibility::{ByResponsibility, Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Home, Role};
use crate::vocabulary::scale::Scale;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::skill::{Skill, SkillSet};

/// A holder that may get a responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Cto,
    Cpo,
    Office,
}

/// A responsibility with more than one possible holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Free {
    responsibility: Responsibility,
    weight: u32,
    /// The price with each seat.
    price: [Price; 2],
    /// The price of handing it over, if an office may take it.
    office: Option<Price>,
}

impl Free {
    fn price(&self, side: Side) -> Option<Price> {
        let [cto, cpo] = self.price;
        match side {
            Side::Cto => Some(cto),
            Side::Cpo => Some(cpo),
            Side::Office => self.office,
        }
    }

    /// The responsibility as an item to divide, or as one that is settled on a side.
    fn item(&self, side: Option<Side>) -> Item {
        let settled = |fills| Item {
            weight: 0,
            price: [side.and_then(|side| self.price(side)).unwrap_or_default(); 2],
            fills: [fills; 2],
        };
        match side {
            None => Item { weight: self.weight, price: self.price, fills: [0b01, 0b10] },
            Some(Side::Cto) => settled(0b01),
            Some(Side::Cpo) => settled(0b10),
            Some(Side::Office) => settled(0),
        }
    }
}

/// The responsibilities to divide, in the worst case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    free: Vec<Free>,
    /// The responsibilities that each seat holds in any case: shared and pinned ones.
    fixed: [ResponsibilitySet; 2],
    /// The effort of these, in quarters × tenths.
    fixed_load: [u32; 2],
    /// The price of these.
    fixed_price: Price,
    /// The other duties of each seat, in percent.
    duties: [u32; 2],
    /// The minimum severity of the overload, because of direct reports.
    reports: [Severity; 2],
    hundredths: u32,
    load_above: Ladder,
    limit: Limit,
    pub(super) office: Option<Office>,
    pub(super) open: FactSet,
}

/// A sum that the CTO can get, with the efforts of both and the price.
struct Reached<'a> {
    sums: &'a Sums,
    settled: &'a [Option<Side>],
    sum: u32,
    loads: [u32; 2],
    price: Price,
}

impl Reached<'_> {
    fn sides(&self) -> impl Iterator<Item = Side> {
        let divided = self.sums.division(self.sum).into_iter().zip(self.settled);
        divided.map(|(here, settled)| settled.unwrap_or(if here { Side::Cto } else { Side::Cpo }))
    }
}

impl Problem {
    pub(super) fn new(
        proposal: &Proposal,
        wishes: &Wishes,
        policy: &Policy,
        limit: Limit,
    ) -> Result<Self, NotDivisible> {
        let structure = proposal.proposed();
        let (Some(cto), Some(cpo)) = (structure.seat(Role::Cto), structure.seat(Role::Cpo)) else {
            return Err(NotDivisible::NoPair { form: structure.form() });
        };
        let numbers = policy.numbers();
        let shared = ResponsibilitySet::of_home(Home::Shared);
        let here = proposal.organization().applicable().difference(structure.elsewhere());
        let divided = here.difference(shared);
        let (office, optional) =
            wishes.optional.map_or((None, ResponsibilitySet::EMPTY), |(office, set)| (Some(office), set));
        let mut pinned: ByResponsibility<Option<Role>> = ByResponsibility::new([None; Responsibility::COUNT]);
        for &(responsibility, role) in &wishes.pins {
            if role == Role::Cpto {
                return Err(NotDivisible::NoSuchSeat { responsibility });
            }
            let twice = pinned.get(responsibility).is_some();
            pinned.set(responsibility, Some(role));
            if twice || optional.contains(responsibility) {
                return Err(NotDivisible::Repeated { responsibility });
            }
        }
        let wished = wishes.pins.iter().map(|(responsibility, _)| *responsibility).chain(optional.iter());
        if let Some(responsibility) = wished.into_iter().find(|it| !divided.contains(*it)) {
            return Err(NotDivisible::NotDivided { responsibility });
        }
        if optional.len() > MOST_OPTIONAL {
            return Err(NotDivisible::TooManyOptional { found: optional.len() });
        }

        let factors = Known::of(proposal.packed(), numbers, &policy.prepared).factors;
        let weights = &policy.prepared.weights;
        let quarters = weights.quarters(&proposal.packed().codes);
        let weight = |set: ResponsibilitySet| weights.parts(set, &quarters, &factors).total().most();
        let mut free = Vec::new();
        let mut fixed = [here.intersection(shared); 2];
        let mut fixed_price = Price::default();
        // Those that may be handed over come last.
        for responsibility in divided.difference(optional).iter().chain(optional.iter()) {
            let prices =
                [(Role::Cto, cto, Side::Cto), (Role::Cpo, cpo, Side::Cpo)].map(|(role, seat, side)| Price {
                    points: points(numbers, responsibility, role, seat),
                    changes: changes(proposal, responsibility, side, office),
                });
            if let Some(role) = pinned.get(responsibility) {
                for ((fixed, seat), price) in fixed.iter_mut().zip(SEATS).zip(prices) {
                    if seat == role {
                        *fixed = fixed.with(responsibility);
                        fixed_price = fixed_price.and(price);
                    }
                }
                continue;
            }
            free.push(Free {
                responsibility,
                weight: weight(ResponsibilitySet::of(&[responsibility])),
                price: prices,
                office: optional.contains(responsibility).then(|| Price {
                    points: numbers.divide.handed_over.into(),
                    changes: changes(proposal, responsibility, Side::Office, office),
                }),
            });
        }
        let reports = |seat: &Seat| {
            seat.direct_reports().map_or(Severity::None, |people| {
                numbers.overload_risk.direct_reports_above.above(people.most().into())
            })
        };
        let duties = |seat: &Seat| seat.other_duties().map_or(0, |duties| duties.most().rank());
        let reads = SEATS.map(|role| {
            let of_seat = FactSet::of_skills(role, SkillSet::of(crate::vocabulary::skill::Skill::ALL));
            of_seat.with(Fact::OtherDuties(role)).with(Fact::DirectReports(role))
        });
        let reads = reads.into_iter().fold(load_facts(here), FactSet::union);
        // The headcount matters only for the stage.
        let stage = proposal.organization().stage();
        let reads = if stage.is_exact() { reads } else { with_partner(reads) };
        Ok(Self {
            free,
            fixed,
            fixed_load: fixed.map(weight),
            fixed_price,
            duties: [duties(cto), duties(cpo)],
            reports: [reports(cto), reports(cpo)],
            hundredths: factors.hundredths.most(),
            load_above: numbers.overload_risk.load_above,
            limit,
            office,
            open: proposal.open_facts().intersection(reads),
        })
    }

    /// The position of a responsibility among those that are free.
    pub(super) fn place(&self, responsibility: Responsibility) -> Option<usize> {
        self.free.iter().position(|free| free.responsibility == responsibility)
    }

    /// The measures of a division with these efforts in addition to what is fixed.
    fn parts(&self, loads: [u32; 2], price: Price) -> Parts {
        let [cto, cpo] = [0, 1].map(|seat: usize| {
            let of = |parts: &[u32; 2]| parts.get(seat).copied().unwrap_or_default();
            let load = percent(of(&self.fixed_load) + of(&loads), self.hundredths) + of(&self.duties);
            let reports = self.reports.get(seat).copied().unwrap_or_default();
            (self.load_above.above(load).max(reports), load)
        });
        let price = self.fixed_price.and(price);
        (cto.0.max(cpo.0), price.points, cto.1.abs_diff(cpo.1), price.changes)
    }

    /// The division in which each free responsibility goes to the given side.
    fn share(&self, sides: impl Iterator<Item = Side>) -> Share {
        let [mut cto, mut cpo] = self.fixed;
        let mut handed_over = ResponsibilitySet::EMPTY;
        let (mut loads, mut price) = ([0, 0], Price::default());
        let [load_of_cto, load_of_cpo] = &mut loads;
        for (free, side) in self.free.iter().zip(sides) {
            let mut nothing = 0;
            let (set, load) = match side {
                Side::Cto => (&mut cto, &mut *load_of_cto),
                Side::Cpo => (&mut cpo, &mut *load_of_cpo),
                Side::Office => (&mut handed_over, &mut nothing),
            };
            *set = set.with(free.responsibility);
            *load += free.weight;
            price = price.and(free.price(side).unwrap_or_default());
        }
        let (overload, points, imbalance, changes) = self.parts(loads, price);
        Share { overload, points, imbalance, changes, cto, cpo, handed_over }
    }

    /// Passes every division that may be the best to `give`, except those with the forbidden place on that side. Returns the
    /// number of sums, and whether weights were rounded.
    fn each(&self, forbidden: Option<(usize, Side)>, mut give: impl FnMut(&Reached<'_>)) -> (u32, bool) {
        /// The number of prices that are worked out in the time of one evaluation.
        const PRICES: u64 = 128;
        let filled = |bit, set: ResponsibilitySet| if set.is_empty() { 0 } else { bit };
        let [cto, cpo] = self.fixed;
        let filled = filled(0b01, cto) | filled(0b10, cpo);
        let optional = self.free.iter().filter(|free| free.office.is_some()).count();
        let each = (self.free.len().max(1) as u64) << (optional + if filled == BOTH { 0 } else { 2 });
        let most = u64::from(self.limit.evaluations()) * PRICES / each;
        let most = u32::try_from(most).unwrap_or(u32::MAX).max(64);
        let mut sums = Sums::of(self.free.iter().map(|free| free.weight), filled, most);
        let mut settled = Vec::with_capacity(self.free.len());
        self.each_from(forbidden, &mut sums, &mut settled, [0, 0], &mut give)
    }

    /// Does the same with some places settled on a side, or to be divided. Those that may be handed over come last, and are
    /// settled in every way.
    fn each_from(
        &self,
        forbidden: Option<(usize, Side)>,
        sums: &mut Sums,
        settled: &mut Vec<Option<Side>>,
        start: [u32; 2],
        give: &mut impl FnMut(&Reached<'_>),
    ) -> (u32, bool) {
        let place = settled.len();
        let [cto, cpo] = start;
        let Some(free) = self.free.get(place) else {
            let total = sums.total();
            let mut count = 0;
            for (sum, price) in sums.reached() {
                count += 1;
                let loads = [cto + sum, (cpo + total).saturating_sub(sum)];
                give(&Reached { sums, settled, sum, loads, price });
            }
            return (count, sums.is_rounded());
        };
        let forbidden_here = forbidden.and_then(|(at, side)| (at == place).then_some(side));
        let in_a_seat = match forbidden_here {
            Some(Side::Cto) => (Some(Side::Cpo), [cto, cpo + free.weight]),
            Some(Side::Cpo) => (Some(Side::Cto), [cto + free.weight, cpo]),
            _ => (None, start),
        };
        let office = free.office.filter(|_| forbidden_here != Some(Side::Office));
        let handed_over = office.map(|_| (Some(Side::Office), start));
        let (mut count, mut rounded) = (0, false);
        for (side, start) in core::iter::once(in_a_seat).chain(handed_over) {
            sums.push(free.item(side));
            settled.push(side);
            let of_rest = self.each_from(forbidden, sums, settled, start, give);
            (count, rounded) = (count + of_rest.0, rounded | of_rest.1);
            settled.pop();
            sums.pop();
        }
        (count, rounded)
    }

    /// Returns the best division without the forbidden place on that side.
    pub(super) fn best(&self, forbidden: Option<(usize, Side)>) -> Option<(Share, Proof)> {
        let mut best: Option<Share> = None;
        let (sums, rounded) = self.each(forbidden, |reached| {
            let parts = self.parts(reached.loads, reached.price);
            if best.as_ref().is_none_or(|best| parts < best.parts()) {
                let share = self.share(reached.sides());
                best = best.filter(|best| best.parts() <= share.parts()).or(Some(share));
            }
        });
        best.map(|best| (best, if rounded { Proof::Rounded } else { Proof::EverySum { sums } }))
    }

    /// Returns the undominated divisions, in the order of their measures.
    pub(super) fn undominated(&self) -> Vec<Share> {
        let mut kept: Vec<Share> = Vec::new();
        self.each(None, |reached| {
            let parts = self.parts(reached.loads, reached.price);
            if kept.iter().all(|it| it.parts() != parts && !dominates(it.parts(), parts)) {
                kept.retain(|it| !dominates(parts, it.parts()));
                kept.push(self.share(reached.sides()));
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
fn changes(proposal: &Proposal, responsibility: Responsibility, side: Side, office: Option<Office>) -> u32 {
    let Some(current) = proposal.current() else { return 0 };
    let stays = proposal.incumbent().and_then(Incumbent::role).filter(|_| current.form().is_combined());
    let held = |role: Role| {
        current.remit(if stays == Some(role) { Role::Cpto } else { role }).contains(responsibility)
    };
    let stays_there = match side {
        Side::Cto => held(Role::Cto),
        Side::Cpo => held(Role::Cpo),
        Side::Office => office.is_some() && current.office(responsibility) == office,
    };
    u32::from(!stays_there)
}
