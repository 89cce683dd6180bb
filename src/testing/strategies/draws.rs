//! How do drawn numbers choose a proposal?
//!
//! Numbers that are drawn at random, from the bytes of a fuzzer, or from a strategy choose any proposal that can be evaluated.
//! Each choice takes the same draws whatever was chosen before, and a draw of 0 chooses the quietest, so that a counter-example
//! gets smaller as its draws do.

use core::fmt::Debug;

use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::strategy::Strategy;

use crate::input::draft::Draft;
use crate::input::fault::FaultKind;
use crate::measures::figure::Figure;
use crate::measures::readings::Combination;
use crate::measures::sheet::{Kind, Measure, Part, Values};
use crate::model::fact::Fact;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::model::value::Places;
use crate::policy::numbers::Numbers;
use crate::vocabulary::change::{Incumbent, Trigger};
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Home, Role};
use crate::vocabulary::scale::{Estimate, Months, Scale};
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::Proficiency;
use crate::vocabulary::stage::{Budget, Stage};

/// The number of draws that is enough to choose a proposal, including its figures.
pub(super) const OF_A_PROPOSAL: usize = 640;

/// The numbers that choose; 0 when there are no more.
pub(super) struct Draws<'a>(pub(super) &'a mut dyn Iterator<Item = u32>);

/// The value that `count` numbers choose.
pub(super) fn drawn<T: Debug>(
    count: usize,
    choose: impl Fn(&mut Draws<'_>) -> T + Clone,
) -> impl Strategy<Value = T> + Clone {
    vec(any::<u32>(), count).prop_map(move |numbers| choose(&mut Draws(&mut numbers.into_iter())))
}

impl Draws<'_> {
    pub(super) fn next(&mut self) -> u32 {
        self.0.next().unwrap_or(0)
    }

    /// A number below a bound.
    fn below(&mut self, bound: u32) -> u32 {
        self.next() % bound
    }

    /// Holds in the given percentage of all draws.
    fn holds(&mut self, percent: u32) -> bool {
        100 - self.below(100) <= percent
    }

    /// One of some items; `None` if there are none.
    fn one<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        let place = self.next() as usize;
        items.get(place.checked_rem(items.len())?).copied()
    }

    /// One of some items, in the given percentage of all draws.
    fn perhaps<T: Copy>(&mut self, percent: u32, items: &[T]) -> Option<T> {
        let is_given = self.holds(percent);
        self.one(items).filter(|_| is_given)
    }

    /// Draws what is stated about a fact. If the drawn openness is below 4, one value is known; below 8, a range; otherwise
    /// nothing.
    pub(super) fn noise(&mut self, openness: u32) -> Noise {
        Noise { openness: self.below(openness), away: self.next(), width: self.next() }
    }

    /// Draws the same for every fact.
    pub(super) fn noises(&mut self, openness: u32) -> impl Iterator<Item = (Fact, Noise)> {
        Fact::ALL.iter().copied().map(move |fact| (fact, self.noise(openness)))
    }
}

/// What is stated about one fact, as numbers that mean the quietest if they are 0.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Noise {
    openness: u32,
    /// The distance from the quietest.
    away: u32,
    /// The width of the range.
    width: u32,
}

impl Noise {
    /// The possible places on a scale whose quietest place is given.
    pub(super) fn places(self, scale: &Places, quietest: u32) -> Places {
        self.between(scale, away_from(quietest, scale, self.away), |one| away_from(one, scale, self.width))
    }

    fn between(self, scale: &Places, one: u32, other: impl Fn(u32) -> u32) -> Places {
        match self.openness {
            ..4 => one..=one,
            4..8 => one.min(other(one))..=one.max(other(one)),
            8.. => scale.clone(),
        }
    }
}

/// The place at the given distance from the quietest one, first down the scale and then up.
fn away_from(quietest: u32, scale: &Places, away: u32) -> u32 {
    let (least, most) = (*scale.start(), *scale.end());
    let away = (u64::from(away) % (u64::from(most - least) + 1)).try_into().unwrap_or(0);
    if away <= quietest - least { quietest - away } else { least + away }
}

/// A headcount, mostly near a threshold of the default policy.
pub(super) fn headcount(noise: u32) -> u32 {
    const USUAL: [u32; 15] =
        [QUIETEST_HEADCOUNT, 1, 5, 19, 20, 39, 40, 180, 249, 250, 999, 1_000, 4_999, 5_000, 90_000];
    USUAL.get(noise as usize % 16).copied().unwrap_or(noise)
}

const QUIETEST_HEADCOUNT: u32 = 100;

impl Fact {
    /// The value of the quietest proposal, as a place on the scale.
    fn quietest(self) -> u32 {
        match self {
            Self::Stage => Stage::Established.rank(),
            Self::Headcount => QUIETEST_HEADCOUNT,
            Self::Budget => Budget::MOST.rank(),
            Self::Regulated
            | Self::Interim(_)
            | Self::Newcomer(_)
            | Self::DirectReports(_)
            | Self::OtherDuties(_) => 0,
            Self::Term => Months::MOST.rank(),
            Self::Signal(Signal::Integration) => Maturity::LEAST.rank(),
            Self::Signal(_) => Maturity::MOST.rank(),
            Self::Safeguard(_) => 1,
            Self::Incumbent => Incumbent::Cto as u32,
            Self::ProductAttention => 50,
            Self::Skill(..) => Proficiency::MOST.rank(),
        }
    }

    /// The possible places under some noise, within a part of the scale.
    pub(super) fn noisy(self, scale: &Places, noise: Noise) -> Places {
        let within = |place: u32| place.clamp(*scale.start(), *scale.end());
        match self {
            Self::Headcount => {
                noise.between(scale, within(headcount(noise.away)), |_| within(headcount(noise.width)))
            }
            // Who stays is either known or anybody.
            Self::Incumbent if noise.openness >= 4 => scale.clone(),
            _ => noise.places(scale, within(self.quietest())),
        }
    }
}

impl Proposal {
    /// Restates some facts as the noise says.
    pub(super) fn noisy(&self, noise: impl IntoIterator<Item = (Fact, Noise)>) -> Self {
        self.restated(
            noise.into_iter().filter_map(|(fact, noise)| Some((fact, fact.noisy(&self.scale(fact)?, noise)))),
        )
    }

    /// The quietest proposal: all draws are 0.
    pub(super) fn quietest() -> Self {
        proposal(&mut Draws(&mut core::iter::empty()))
    }
}

/// Any structure, apart from the values of its facts, of a company in which some responsibilities are not applicable. A current
/// one may be without a seat.
pub(super) fn structure(
    draws: &mut Draws<'_>,
    absent: ResponsibilitySet,
    is_current: bool,
) -> Draft<Structure> {
    let form = match draws.below(if is_current { 11 } else { 10 }) {
        ..4 => Form::Pair,
        4..7 => Form::Combined,
        7..9 => Form::LoneCto,
        9 => Form::LoneCpo,
        10.. => Form::NoSeat,
    };
    let seats = [(); 2].map(|()| seat(draws, form, absent));
    let reporting = [(); 2].map(|()| (draws.holds(30), draws.next()));
    let drawn = form.roles().iter().zip(seats.into_iter().zip(reporting));
    let seated = drawn.fold(Structure::vacant(), |structure, (role, (seat, (reports, to)))| {
        // Only a CPTO divides attention between product and technology.
        let product_attention = seat.product_attention.filter(|_| *role == Role::Cpto);
        // The CPO of a pair may report to the CTO, but never the reverse.
        let is_below = form == Form::Pair && *role == Role::Cpo && to % 3 == 0;
        let office = Office::ALL.get(to as usize / 3 % Office::COUNT).copied().unwrap_or(Office::Ceo);
        let superior = if is_below { Holder::Seat(Role::Cto) } else { Holder::Office(office) };
        let reports_to = reports.then_some(superior);
        structure.seat(*role, Seat { reports_to, product_attention, ..seat })
    });
    let is_conventional = |field: Field| {
        let is_home = |role| role == field.role() || role == Role::Cpto;
        seated.value.seats().any(|(role, seat)| is_home(role) && seat.stated_remit().is_none())
    };
    let led = match draws.perhaps(45, Field::ALL).zip(draws.one(Office::ALL)) {
        Some((field, office)) if !is_conventional(field) => seated.elsewhere_all(field, office),
        _ => seated,
    };
    (0..3).fold(led, |structure, _| {
        let held = draws.perhaps(50, Responsibility::ALL).filter(|it| !absent.contains(*it));
        match held.zip(draws.one(Office::ALL)) {
            Some((responsibility, office)) => structure.elsewhere(responsibility, office),
            None => structure,
        }
    })
}

fn seat(draws: &mut Draws<'_>, form: Form, absent: ResponsibilitySet) -> Seat {
    let (stated, chosen) = (draws.holds(35), draws.next());
    let [reports, duties, attention] = [(); 3].map(|()| draws.holds(30));
    let mut remit: ResponsibilitySet =
        Responsibility::ALL.iter().copied().filter(|it| chosen >> (*it as u32) & 1 == 1).collect();
    remit = remit.difference(absent);
    // A lone seat that held every core responsibility of both homes would be a CPTO's.
    let other = match form {
        Form::LoneCto => ResponsibilitySet::of_home(Home::Cpo),
        Form::LoneCpo => ResponsibilitySet::of_home(Home::Cto),
        Form::Combined | Form::Pair | Form::NoSeat => ResponsibilitySet::EMPTY,
    };
    if let Some(core) = remit.intersection(ResponsibilitySet::CORE).intersection(other).iter().next() {
        remit = remit.without(core);
    }
    let all = Seat::draft().remit(remit.iter()).direct_reports(0).other_duties(0).product_attention(50).value;
    Seat {
        stated_remit: all.stated_remit.filter(|remit| stated && !remit.is_empty()),
        direct_reports: all.direct_reports.filter(|_| reports),
        other_duties: all.other_duties.filter(|_| duties),
        product_attention: all.product_attention.filter(|_| attention),
        ..all
    }
}

/// Any proposal, apart from the values of its facts.
pub(super) fn outline(draws: &mut Draws<'_>) -> Draft<Proposal> {
    let mut organization = Organization::draft();
    if let Some(name) = draws.perhaps(10, &["Example Ltd", "Ex \"quoted\" & Söhne", ""]) {
        organization = organization.name(name);
    }
    let mut signals = SignalSet::EMPTY;
    let mut absent = ResponsibilitySet::EMPTY;
    for _ in 0..3 {
        signals.extend(draws.perhaps(20, Signal::ALL));
        absent.extend(draws.perhaps(15, Responsibility::ALL));
    }
    for signal in signals {
        organization = organization.signal_not_applicable(signal, "there is none");
    }
    for responsibility in absent {
        organization = organization.not_applicable(responsibility, "nobody needs it");
    }
    let triggers = [50, 20].map(|percent| draws.perhaps(percent, Trigger::ALL));
    let has_term = draws.holds(25);
    let (has_current, current) = (draws.holds(50), structure(draws, absent, true));
    let mut proposed = structure(draws, absent, false);
    let newcomers = [(); 3].map(|()| draws.holds(30));
    for (role, is_new) in Role::ALL.iter().zip(newcomers) {
        let stays = has_current && current.value.seat(*role).is_some();
        if let Some(seat) = proposed.value.seat_mut(*role).as_mut().filter(|_| is_new && stays) {
            seat.newcomer = Some(Estimate::exact(false));
        }
    }
    let draft = Proposal::draft().organization(organization).proposed(proposed);
    let draft = draft.triggers(triggers.into_iter().flatten());
    let draft = if has_term { draft.term(Months::MOST) } else { draft };
    if has_current { draft.current(current) } else { draft }
}

/// Any proposal with drawn facts, and without figures.
pub(super) fn stated(draws: &mut Draws<'_>, openness: u32) -> Proposal {
    // Every outline builds; a test checks that.
    let cpto = || Proposal::draft().proposed(Structure::combined(Seat::draft())).value;
    let known = outline(draws).build().unwrap_or_else(|_| cpto());
    known.noisy(draws.noises(openness).collect::<Vec<_>>())
}

/// Any proposal.
pub(super) fn proposal(draws: &mut Draws<'_>) -> Proposal {
    let proposal = stated(draws, 10);
    let (measured, count) = (draws.holds(30), draws.below(6));
    let combination = draws.one(Combination::ALL).unwrap_or_default();
    let figures = (0..count).filter_map(|_| figure(draws)).collect::<Vec<_>>();
    if measured && count > 0 { with_figures(proposal, figures, combination) } else { proposal }
}

/// A proposal with figures in place of the stated levels, for the signals that are applicable.
fn with_figures(mut proposal: Proposal, figures: Vec<Figure>, combination: Combination) -> Proposal {
    let mut draft = Draft::of(core::mem::take(&mut proposal.organization)).combining(combination);
    for figure in figures {
        let signal = figure.signal();
        if draft.value.signal(signal).is_none() {
            continue;
        }
        if figure.reading().is_ok() {
            draft = draft.signal(signal, Estimate::UNKNOWN);
        }
        draft = draft.figure(figure);
    }
    debug_assert!(draft.faults.as_slice().is_empty(), "a company that was measured can be built");
    proposal.organization = draft.value;
    proposal.settle_facts();
    proposal
}

/// A figure. A number that does not fit the others is moved to the end of the range that does; `None` if that does not help.
pub(super) fn figure(draws: &mut Draws<'_>) -> Option<Figure> {
    let measure = draws.one(Measure::ALL)?;
    let mut values = Values::default();
    for (index, value) in values.iter_mut().enumerate() {
        let drawn = [draws.next(), draws.next(), draws.next()];
        *value = measure.0.fields.get(index).and_then(|field| number(field, measure, drawn));
    }
    let [of_part, over_time] = [draws.holds(20), draws.holds(20)];
    let part = draws.one(&["shop", "app \"two\""])?;
    let figure = (0..=values.len()).find_map(|_| match Figure::new(measure, values) {
        Ok(figure) => Some(figure),
        Err((key, FaultKind::OutOfRange { found, least, most })) => {
            let fields = measure.0.fields.iter().zip(&mut values);
            let value = fields.filter(|(field, _)| field.key == key).map(|(_, value)| value);
            value.for_each(|value| *value = Some(found.clamp(least, most)));
            None
        }
        Err(_) => None,
    })?;
    let figure = if of_part { figure.of(part) } else { figure };
    Some(if over_time { figure.over("second quarter") } else { figure })
}

/// The number stated in a field: mostly small, or at an edge of the measure or next to it.
fn number(field: &Part, measure: Measure, [kind, which, beside]: [u32; 3]) -> Option<i128> {
    if !field.is_required && kind / 10 % 5 < 2 {
        return None;
    }
    let (least, most) = match field.kind {
        Kind::YesNo => (0, 1),
        Kind::Name { names, .. } => (0, i128::try_from(names.len()).ok()? - 1),
        Kind::Integer { least, most } => (least, most),
    };
    let lines = measure.0.edges.iter().flat_map(|edges| edges.lines);
    let edges: Vec<_> = lines.map(|line| i128::from(line.limit())).chain([least]).collect();
    let (small, large) = (least.max(-20), most.min(200));
    Some(match kind % 10 {
        ..4 => small + i128::from(which) % (large - small + 1),
        4..8 => (edges.get(which as usize % edges.len())? + i128::from(beside) % 3 - 1).clamp(least, most),
        8 => least + (i128::from(which) << 32 | i128::from(beside)) % (most - least + 1),
        9.. => most,
    })
}

/// The numbers of a policy that differ from the default, by their position in the policy, and how they differ: mostly a few.
pub(super) fn changes(draws: &mut Draws<'_>) -> Vec<(usize, u32)> {
    let most = if draws.holds(20) { Numbers::places() } else { 8 };
    let count = draws.next() as usize % most;
    (0..count).map(|_| (draws.next() as usize % Numbers::places(), draws.next())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::evaluate;
    use crate::testing::strategies::seeded;

    /// The fallback for a proposal that does not build is never needed, and there are enough draws.
    #[test]
    fn every_outline_builds() {
        for seed in 0..5_000 {
            let mut drawn = 0;
            let mut counted = seeded(seed).inspect(|_| drawn += 1);
            proposal(&mut Draws(&mut counted));
            assert!(drawn <= OF_A_PROPOSAL, "{drawn}");
            let draft = outline(&mut Draws(&mut seeded(seed)));
            assert!(draft.clone().build().is_ok(), "{draft:?}");
        }
    }

    #[test]
    fn nothing_speaks_against_the_quietest() {
        assert_eq!(evaluate(&Proposal::quietest()).warnings().next(), None);
    }

    #[test]
    fn away_covers_the_scale() {
        for quietest in 0..5 {
            let mut places: Vec<_> = (0..5).map(|away| away_from(quietest, &(0..=4), away)).collect();
            assert_eq!(places.first(), Some(&quietest));
            places.sort_unstable();
            assert_eq!(places, [0, 1, 2, 3, 4]);
        }
    }
}
