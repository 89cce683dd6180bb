//! Which worlds do the facts leave, and how much does each weigh?
//!
//! Facts that are drawn together form one part: the stage with the headcount, the signals of a company, who stays and who is new,
//! the skills of a person. Nothing is chosen for a part that is not read.

use alloc::vec::Vec;

use crate::advice::chances::chosen::{self, COMPANIES, Choice};
use crate::advice::chances::draw::Draws;
use crate::advice::chances::growth::{self, Pair};
use crate::advice::chances::parts::within;
use crate::advice::chances::wide::Wide;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::{Packed, Slot};
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::belief::Weights;
use crate::policy::numbers::Numbers;
use crate::situation::growth::{GROWTH, with_partner};
use crate::vocabulary::limit::Limit;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::skill::Skill;
use crate::vocabulary::span::Span;

/// The most worlds that are counted one by one, and the number that is drawn otherwise.
const WORLDS: u32 = 8_192;

/// The number of evaluations that a world counts for.
const EVALUATIONS_A_WORLD: u32 = 8;

/// The seed for drawing worlds, which makes them the same every time.
const SEED: u64 = 8_192;

/// Who stays and who is new, and the consequences for the people.
#[derive(Clone, Debug)]
pub(super) struct Scene<const N: usize> {
    pub(super) weight: u32,
    pub(super) places: Vec<(Fact, u32)>,
    /// The structures that are evaluated in the same worlds.
    pub(super) views: [Packed; N],
    pub(super) skills: Vec<Part<N>>,
}

/// A value that is chosen alone, and where it goes.
#[derive(Clone, Debug)]
pub(super) struct Part<const N: usize> {
    choice: Choice,
    spot: Spot<N>,
    /// The position of the fact if the document can state it; otherwise a position that no fact has.
    position: u32,
}

/// Where a chosen value goes. It is found once rather than in every world.
#[derive(Clone, Copy, Debug)]
enum Spot<const N: usize> {
    /// A slot of every structure.
    Slot(Slot),
    /// A skill of one seat of each structure, by the index of the seat; out of range where the structure has no such seat.
    Skill(Skill, [usize; N]),
    /// Wherever the fact is stored.
    Fact(Fact),
}

impl<const N: usize> Part<N> {
    /// Chooses one fact for every structure.
    fn of(fact: Fact, choice: Choice) -> Self {
        let spot = Slot::of(fact).map_or(Spot::Fact(fact), Spot::Slot);
        Self { choice, spot, position: fact.position() }
    }

    /// Chooses a skill of one person, who may have a seat in each structure.
    pub(super) fn skill(skill: Skill, mut choice: Choice, seats: [usize; N], stated: Option<Fact>) -> Self {
        // A single value has nothing to be weighed against.
        if let [(_, weight)] = choice.values.as_mut_slice() {
            (*weight, choice.total) = ([1; COMPANIES], [1; COMPANIES]);
        }
        let position = stated.map_or(u32::MAX, Fact::position);
        Self { choice, spot: Spot::Skill(skill, seats), position }
    }

    /// Puts a value into a world.
    #[inline]
    fn put(&self, place: u32, world: &mut World, views: &mut [Packed; N]) {
        self.spot.state(views, place);
        world.put(self.position, place);
    }
}

impl<const N: usize> Spot<N> {
    /// States the value. The amount that is unknown stays unchanged: no chance depends on it.
    #[inline]
    fn state(self, views: &mut [Packed; N], place: u32) {
        let known = Span::exact(place);
        match self {
            Self::Slot(slot) => {
                let code = u8::try_from(place).unwrap_or(u8::MAX);
                for view in views {
                    view.put(slot, code);
                }
            }
            Self::Skill(skill, seats) => {
                for (view, seat) in views.iter_mut().zip(seats) {
                    view.seats.get_mut(seat).into_iter().for_each(|seat| seat.put_skill(skill, known));
                }
            }
            Self::Fact(fact) => views.iter_mut().for_each(|view| view.restate(fact, known)),
        }
    }
}

/// What a model covers besides the built-in rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'a> {
    /// Further headcounts to distinguish.
    pub(super) headcounts: &'a [u32],
    /// The number of cases of what is no fact of the proposal.
    pub(super) cases: u32,
    pub(super) limit: Limit,
}

impl Beside<'_> {
    pub(super) const fn nothing(limit: Limit) -> Self {
        Self { headcounts: &[], cases: 1, limit }
    }
}

/// The worlds over some facts.
#[derive(Clone, Debug)]
pub(super) struct Model<const N: usize> {
    scenes: Vec<Scene<N>>,
    growth: Vec<Pair>,
    /// What is chosen in every scene: the signals but `integration`, of which the company has a level, and what is alone.
    levels: Vec<Part<N>>,
    alone: Vec<Part<N>>,
    /// The other signals that are open, but not read.
    pub(super) unread: Vec<(Fact, Choice)>,
    /// The weights of the levels of the company, given what is stated about the signals that are not read.
    companies: ByCompany,
    /// The facts that were chosen and have a place in a world.
    pub(super) chosen: FactSet,
    /// The number of cases of what is no fact of the proposal, all equally likely.
    cases: u32,
    /// The most worlds that are evaluated.
    most: u32,
}

/// A weight for each level that the company may have.
pub(super) type ByCompany = [Wide; COMPANIES];

/// The precision of the shares of a drawn world. They are scaled by it once more, because the levels of a signal share them.
const DRAWN: u64 = 1 << 32;

/// How much a world counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// The weight of the world; nothing if it counts the same as every other drawn world.
    whole: Option<Wide>,
    /// The weight with each level that the company may have. Of a drawn world, these are shares, and only there if a signal is
    /// open that is not read.
    pub(super) by_company: ByCompany,
}

impl Weight {
    /// Adds the world to the amount at a place.
    #[inline]
    pub(super) fn add(&self, amounts: &mut [Wide], place: usize) {
        let Some(amount) = amounts.get_mut(place) else { return };
        match &self.whole {
            Some(whole) => *amount = amount.plus(whole),
            None => amount.count(1),
        }
    }
}

/// The places chosen in a world, by the position of the fact. A headcount is stored as its class.
#[derive(Clone, Debug)]
pub(super) struct World {
    places: [u8; Self::FACTS],
    pub(super) people: u32,
    pub(super) case: u32,
}

impl World {
    const FACTS: usize = 128;
    const EMPTY: Self = Self { places: [0; Self::FACTS], people: 1, case: 0 };

    #[inline]
    pub(super) fn at(&self, position: u32) -> u32 {
        self.places.get(position as usize).copied().unwrap_or_default().into()
    }

    /// Returns the places of the chosen facts, as a proposal states them.
    pub(super) fn places(&self, chosen: FactSet) -> impl Iterator<Item = (Fact, Places)> {
        chosen.iter().map(|fact| {
            let place = if fact == Fact::Headcount { self.people } else { self.at(fact.position()) };
            (fact, place..=place)
        })
    }

    #[inline]
    fn put(&mut self, position: u32, place: u32) {
        if let Some(slot) = self.places.get_mut(position as usize) {
            *slot = u8::try_from(place).unwrap_or(u8::MAX);
        }
    }
}

impl Model<1> {
    /// Returns the scenes of a single proposal.
    pub(super) fn scenes(proposal: &Proposal, weights: &Weights, reads: FactSet) -> Vec<Scene<1>> {
        let open = reads.intersection(proposal.open_facts());
        let mut skills = Vec::new();
        let mut scenes = alloc::vec![(1_u32, Vec::new())];
        for fact in open {
            let Some(places) = proposal.places(fact) else { continue };
            let by_itself = || chosen::alone(weights, fact, places.clone());
            let choice = match fact {
                Fact::Skill(role, skill) => {
                    let seat = proposal.proposed().form().roles().iter().position(|seat| *seat == role);
                    skills.extend(seat.map(|seat| Part::skill(skill, by_itself(), [seat], Some(fact))));
                    continue;
                }
                Fact::Incumbent => {
                    let who: Vec<_> = proposal.who_may_stay().into_iter().flatten().collect();
                    chosen::who_stays(weights, &who)
                }
                Fact::Newcomer(_) => by_itself(),
                _ => continue,
            };
            chosen::vary(&mut scenes, &choice, |stated: &mut Vec<_>, place| stated.push((fact, place)));
        }
        let scene = |(weight, places): (u32, Vec<(Fact, u32)>)| {
            let stated = places.iter().map(|(fact, place)| (*fact, *place..=*place));
            let views = [*proposal.restated(stated).packed()];
            Scene { weight, places, views, skills: skills.clone() }
        };
        scenes.into_iter().map(scene).collect()
    }
}

impl<const N: usize> Model<N> {
    /// Builds the worlds over the facts that are read, in these scenes.
    pub(super) fn new(
        proposal: &Proposal,
        numbers: &Numbers,
        weights: &Weights,
        reads: FactSet,
        scenes: Vec<Scene<N>>,
        Beside { headcounts, cases, limit }: Beside<'_>,
    ) -> Self {
        let open = reads.intersection(proposal.open_facts());
        let grows = |fact| {
            let places = proposal.places(fact).unwrap_or(0..=0);
            // If neither is read, one pair stands for all.
            if open.intersection(GROWTH).is_empty() { *places.start()..=*places.start() } else { places }
        };
        let growth =
            growth::pairs(numbers, weights, &grows(Fact::Stage), &grows(Fact::Headcount), headcounts);
        let levels = |choice: fn(&Weights, Fact, Places) -> Choice| -> Vec<(Fact, Choice)> {
            let signals = Signal::ALL.iter().filter(|signal| **signal != Signal::Integration);
            let facts = signals.map(|signal| Fact::Signal(*signal));
            facts.filter_map(|fact| Some((fact, choice(weights, fact, proposal.places(fact)?)))).collect()
        };
        let alike = levels(chosen::likeness);
        let given = |weights: ByCompany, (_, choice): &(Fact, Choice)| times(&weights, &choice.total);
        // If what is stated leaves no weight at any level of the company, each signal is weighed alone.
        let are_alike = alike.iter().fold([Wide::ONE; COMPANIES], given) != [Wide::ZERO; COMPANIES];
        let levels = if are_alike { alike } else { levels(chosen::alone) };
        let (read, mut unread): (Vec<_>, Vec<_>) =
            levels.into_iter().partition(|(fact, _)| open.contains(*fact));
        let companies = unread.iter().fold([Wide::ONE; COMPANIES], given);
        let is_told = |fact| are_alike && weights.likeness > 0 && proposal.open_facts().contains(fact);
        unread.retain(|(fact, _)| is_told(*fact));
        let levels = read.into_iter().map(|(fact, choice)| Part::of(fact, choice)).collect();
        let alone = |fact: Fact| match fact {
            Fact::Stage | Fact::Headcount | Fact::Incumbent | Fact::Newcomer(_) | Fact::Skill(..) => None,
            Fact::Signal(signal) if signal != Signal::Integration => None,
            _ => Some(Part::of(fact, chosen::alone(weights, fact, proposal.places(fact)?))),
        };
        let alone = open.iter().filter_map(alone).collect();
        let of_scenes = scenes.iter().flat_map(|scene| &scene.places).map(|(fact, _)| *fact);
        let chosen = of_scenes.fold(with_partner(open), FactSet::with);
        let most = (limit.evaluations() / EVALUATIONS_A_WORLD).clamp(1, WORLDS);
        Self { scenes, growth, levels, alone, unread, companies, chosen, cases, most }
    }

    /// Returns whether the worlds are few enough to be counted one by one.
    pub(super) fn is_small(&self) -> bool {
        let of_scene = |scene| {
            let sizes = self.parts(scene).map(|part| part.choice.values.len());
            sizes.fold(self.growth.len(), usize::saturating_mul)
        };
        let count = self.scenes.iter().map(of_scene).fold(0, usize::saturating_add);
        count.saturating_mul(self.cases as usize) <= self.most as usize
    }

    /// Returns what is chosen in a scene besides the pair of stage and headcount, in the order of choosing.
    fn parts<'a>(&'a self, scene: &'a Scene<N>) -> impl Iterator<Item = &'a Part<N>> {
        self.levels.iter().chain(&self.alone).chain(&scene.skills)
    }

    /// Visits every world if they are few, and drawn worlds otherwise. Returns the margin of error of a share, in parts of
    /// 10,000.
    pub(super) fn go_through(&self, mut seen: impl FnMut(&World, &[Packed; N], &Weight)) -> u16 {
        if self.is_small() {
            self.each(&mut seen);
            return 0;
        }
        self.draw(seen);
        within(self.most)
    }

    fn each(&self, seen: &mut dyn FnMut(&World, &[Packed; N], &Weight)) {
        // A scene keeps its weight however much there is to choose in it, so all scenes are scaled to a common multiple.
        let totals = |scene: &Scene<N>| scene.skills.iter().map(|it| it.choice.total[0]).collect::<Vec<_>>();
        let mut common = Vec::new();
        for scene in &self.scenes {
            common.extend(without(totals(scene), &common));
        }
        for scene in &self.scenes {
            let missing = without(common.clone(), &totals(scene));
            let of_scene = missing
                .iter()
                .fold(Wide::from(u64::from(scene.weight)), |weight, total| weight.times((*total).into()));
            let parts: Vec<_> = self.parts(scene).collect();
            for pair in &self.growth {
                let (mut world, mut views) = (World::EMPTY, scene.views);
                start(scene, pair, &mut world, &mut views);
                let weight = of_scene.by(&pair.weight);
                let weights = self.companies.map(|company| weight.by(&company));
                self.each_with(&parts, &mut world, &mut views, &weights, seen);
            }
        }
    }

    /// Visits every world with all values of these parts.
    fn each_with(
        &self,
        parts: &[&Part<N>],
        world: &mut World,
        views: &mut [Packed; N],
        weights: &ByCompany,
        seen: &mut dyn FnMut(&World, &[Packed; N], &Weight),
    ) {
        let Some((part, parts)) = parts.split_first() else {
            let whole = Some(weights.iter().fold(Wide::ZERO, Wide::plus));
            let weight = Weight { whole, by_company: *weights };
            for case in 0..self.cases {
                world.case = case;
                seen(world, views, &weight);
            }
            return;
        };
        for (place, own) in &part.choice.values {
            part.put(*place, world, views);
            self.each_with(parts, world, views, &times(weights, own), seen);
        }
    }

    /// Draws worlds by their weights, the same ones every time.
    fn draw(&self, mut seen: impl FnMut(&World, &[Packed; N], &Weight)) {
        let mut draws = Draws::from_seed(SEED);
        let growth = Cumulated::of(self.growth.iter().map(|pair| pair.weight));
        let totals = self.levels.iter().fold(self.companies, |all, part| times(&all, &part.choice.total));
        let companies = Cumulated::of(totals.into_iter());
        let scenes = Cumulated::of(self.scenes.iter().map(|scene| Wide::from(u64::from(scene.weight))));
        let mut weight = Weight { whole: None, by_company: self.companies };
        let Some(mut views) = self.scenes.first().map(|scene| scene.views) else { return };
        let mut world = World::EMPTY;
        for _ in 0..self.most {
            let Some(scene) = self.scenes.get(scenes.draw(&mut draws)) else { return };
            let Some(pair) = self.growth.get(growth.draw(&mut draws)) else { return };
            start(scene, pair, &mut world, &mut views);
            let company = companies.draw(&mut draws);
            for part in self.parts(scene) {
                part.put(part.choice.draw(company, &mut draws), &mut world, &mut views);
            }
            if !self.unread.is_empty() {
                let own = |part: &Part<N>| part.choice.at(world.at(part.position));
                let all = self.levels.iter().fold(self.companies, |all, part| times(&all, &own(part)));
                let whole = all.iter().fold(Wide::ZERO, Wide::plus);
                weight.by_company = all.map(|weight| Wide::from(weight.share(&whole, DRAWN).0).times(DRAWN));
            }
            if self.cases > 1 {
                world.case = draws.below(self.cases);
            }
            seen(&world, &views, &weight);
        }
    }
}

/// Multiplies each weight by a factor.
fn times(weights: &ByCompany, factors: &[u32; COMPANIES]) -> ByCompany {
    let mut weights = *weights;
    for (weight, factor) in weights.iter_mut().zip(factors) {
        *weight = weight.times((*factor).into());
    }
    weights
}

/// Puts a scene and a pair of stage and headcount into a world.
fn start<const N: usize>(scene: &Scene<N>, pair: &Pair, world: &mut World, views: &mut [Packed; N]) {
    *views = scene.views;
    scene.places.iter().for_each(|(fact, place)| world.put(fact.position(), *place));
    world.put(Fact::Stage.position(), pair.stage.rank());
    world.put(Fact::Headcount.position(), pair.class);
    world.people = pair.people;
    Spot::Slot(Slot::STAGE).state(views, pair.stage.rank());
    Spot::Fact(Fact::Headcount).state(views, pair.people);
}

/// Returns the numbers without the others; each occurrence removes only one.
fn without(mut numbers: Vec<u32>, others: &[u32]) -> Vec<u32> {
    for other in others {
        if let Some(place) = numbers.iter().position(|number| number == other) {
            numbers.swap_remove(place);
        }
    }
    numbers
}

/// Cumulative weights, as parts of 2³².
struct Cumulated(Vec<u64>);

impl Cumulated {
    fn of(weights: impl Iterator<Item = Wide>) -> Self {
        let mut sum = Wide::ZERO;
        let sums: Vec<Wide> = weights
            .map(|weight| {
                sum = sum.plus(&weight);
                sum
            })
            .collect();
        Self(sums.iter().map(|upto| upto.share(&sum, 1 << 32).0).collect())
    }

    fn draw(&self, draws: &mut Draws) -> usize {
        let drawn = draws.next() >> 32;
        self.0.partition_point(|upto| *upto <= drawn)
    }
}
