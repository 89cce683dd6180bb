//! Which worlds do the facts leave, and how much does each weigh?
//!
//! Facts that are drawn together form one part: the stage with the headcount, the signals of a company, who stays and who is new,
//! the skills of a person. Nothing is chosen for a part that is not read.

use alloc::vec::Vec;

use crate::advice::chances::chosen::{self, Choice};
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
use crate::situation::growth::GROWTH;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::signal::{Maturity, Signal};
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
    pub(super) skills: Vec<Chosen<N>>,
}

/// A value that is chosen alone, and where it goes.
#[derive(Clone, Debug)]
pub(super) struct Chosen<const N: usize> {
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

impl<const N: usize> Chosen<N> {
    /// Chooses one fact for every structure.
    fn of(fact: Fact, choice: Choice) -> Self {
        let spot = Slot::of(fact).map_or(Spot::Fact(fact), Spot::Slot);
        Self { choice, spot, position: fact.position() }
    }

    /// Chooses a skill of one person, who may have a seat in each structure.
    pub(super) fn skill(skill: Skill, mut choice: Choice, seats: [usize; N], stated: Option<Fact>) -> Self {
        // A single value has nothing to be weighed against.
        if let [(_, weight)] = choice.values.as_mut_slice() {
            (*weight, choice.total) = (1, 1);
        }
        let position = stated.map_or(u32::MAX, Fact::position);
        Self { choice, spot: Spot::Skill(skill, seats), position }
    }

    #[inline]
    fn put(&self, world: &mut World, views: &mut [Packed; N], place: u32) {
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

/// A signal, with a choice for each level that the company may have.
#[derive(Clone, Debug)]
struct Level {
    signal: Signal,
    is_read: bool,
    by_company: [Choice; 5],
}

/// The worlds over some facts.
#[derive(Clone, Debug)]
pub(super) struct Model<const N: usize> {
    scenes: Vec<Scene<N>>,
    growth: Vec<Pair>,
    levels: Vec<Level>,
    alone: Vec<Chosen<N>>,
    /// The number of cases of what is no fact of the proposal, all equally likely.
    cases: u32,
    /// The most worlds that are evaluated.
    most: u32,
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

/// How much a world counts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Weight {
    /// The weight of the world, with and without the signals.
    Counted { whole: Wide, without_signals: Wide },
    /// The same as every other drawn world.
    Drawn,
}

/// How much a drawn world counts, in parts that the levels of a signal may share.
const DRAWN: u64 = 1 << 32;

impl Weight {
    /// Adds the world to the amount at a place.
    #[inline]
    pub(super) fn add(&self, amounts: &mut [Wide], place: usize) {
        let Some(amount) = amounts.get_mut(place) else { return };
        match self {
            Self::Counted { whole, .. } => *amount = amount.plus(whole),
            Self::Drawn => amount.count(DRAWN),
        }
    }

    /// Returns the share of the world for a level, given the weights of all levels of the signal in it.
    pub(super) fn of_level(&self, level: &Wide, levels: &Wide) -> Wide {
        match self {
            Self::Counted { without_signals, .. } => without_signals.by(level),
            Self::Drawn => Wide::from(level.share(levels, DRAWN).0),
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
            let by_itself = || Choice::of(places.clone(), |place| chosen::weight(weights, fact, place));
            let choice = match fact {
                Fact::Skill(role, skill) => {
                    let seat = proposal.proposed().form().roles().iter().position(|seat| *seat == role);
                    skills.extend(seat.map(|seat| Chosen::skill(skill, by_itself(), [seat], Some(fact))));
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
        let places = |fact| proposal.places(fact);
        let open = reads.intersection(proposal.open_facts());
        let growth = match (places(Fact::Stage), places(Fact::Headcount)) {
            (Some(stages), Some(people)) if !open.intersection(GROWTH).is_empty() => {
                growth::pairs(numbers, weights, &stages, &people, headcounts)
            }
            _ => Vec::new(),
        };
        let levels = |by_company: fn(&Weights, Fact, &Places) -> [Choice; 5]| -> Vec<Level> {
            let level = |signal: &Signal| {
                let fact = Fact::Signal(*signal);
                let places = places(fact).filter(|_| *signal != Signal::Integration)?;
                let is_read = open.contains(fact);
                let tells = is_read || places != (0..=Maturity::MOST.rank());
                let by_company = tells.then(|| by_company(weights, fact, &places))?;
                Some(Level { signal: *signal, is_read, by_company })
            };
            Signal::ALL.iter().filter_map(level).collect()
        };
        let alike = levels(chosen::likeness);
        // If what is stated leaves no weight at any level of the company, each signal is weighed alone.
        let is_of_none = |company| alike.iter().any(|level| level.company(company).total == 0);
        let levels = if (0..5).all(is_of_none) { levels(chosen::unlike) } else { alike };
        let by_itself = |fact: &Fact| match fact {
            Fact::Stage | Fact::Headcount | Fact::Incumbent | Fact::Newcomer(_) | Fact::Skill(..) => false,
            Fact::Signal(signal) => *signal == Signal::Integration,
            _ => true,
        };
        let choice = |fact| {
            let choice = Choice::of(places(fact)?, |place| chosen::weight(weights, fact, place));
            Some(Chosen::of(fact, choice))
        };
        let alone = open.iter().filter(by_itself).filter_map(choice).collect();
        let most = (limit.evaluations() / EVALUATIONS_A_WORLD).clamp(1, WORLDS);
        Self { scenes, growth, levels, alone, cases, most }
    }

    /// Returns whether the worlds are few enough to be counted one by one.
    pub(super) fn is_small(&self) -> bool {
        let of_scene = |scene| self.sizes(scene).fold(1, usize::saturating_mul);
        let count = self.scenes.iter().map(of_scene).fold(0, usize::saturating_add);
        count.saturating_mul(self.cases as usize) <= self.most as usize
    }

    /// Returns the number of values of each choice in a scene, in the order of choosing.
    fn sizes<'a>(&'a self, scene: &'a Scene<N>) -> impl Iterator<Item = usize> {
        let growth = Some(self.growth.len()).filter(|pairs| *pairs > 0);
        let levels = self.read_levels().map(|level| level.company(0).len());
        let alone = self.alone.iter().chain(&scene.skills).map(|it| it.choice.len());
        growth.into_iter().chain(levels).chain(alone)
    }

    fn read_levels(&self) -> impl Iterator<Item = &Level> {
        self.levels.iter().filter(|level| level.is_read)
    }

    /// Visits every world if they are few, and drawn worlds otherwise. Returns the margin of error of a share, in parts of
    /// 10,000.
    pub(super) fn go_through(&self, seen: impl FnMut(&World, &[Packed; N], &Weight)) -> u16 {
        if self.is_small() {
            self.each(seen);
            return 0;
        }
        self.draw(seen);
        within(self.most)
    }

    fn each(&self, mut seen: impl FnMut(&World, &[Packed; N], &Weight)) {
        let mut world = World::EMPTY;
        // A scene keeps its weight however much there is to choose in it, so all scenes are scaled to a common multiple.
        let totals = |scene: &Scene<N>| scene.skills.iter().map(|it| it.choice.total).collect::<Vec<_>>();
        let mut common = Vec::new();
        for scene in &self.scenes {
            common.extend(without(totals(scene), &common));
        }
        for scene in &self.scenes {
            let missing = without(common.clone(), &totals(scene));
            let of_scene = missing
                .iter()
                .fold(Wide::from(u64::from(scene.weight)), |weight, total| weight.times((*total).into()));
            let growth: Vec<_> = self.growth.iter().map(|pair| (pair, of_scene.by(&pair.weight))).collect();
            let sizes: Vec<usize> = self.sizes(scene).collect();
            let count = sizes.iter().product::<usize>();
            for index in 0..count {
                let mut rest = index;
                let mut places = sizes.iter().map(|size| {
                    let place = rest % size;
                    rest /= size;
                    place
                });
                let mut views = scene.views;
                let mut weight = of_scene;
                scene.places.iter().for_each(|(fact, place)| world.put(fact.position(), *place));
                if let Some((pair, own)) = growth.first().and_then(|_| growth.get(places.next()?)) {
                    put_growth(&mut world, &mut views, pair);
                    weight = *own;
                }
                for level in self.read_levels() {
                    let values = &level.company(0).values;
                    let place = places.next().and_then(|place| values.get(place)).map_or(0, |it| it.0);
                    level.put(&mut world, &mut views, place);
                }
                for it in self.alone.iter().chain(&scene.skills) {
                    let chosen = places.next().and_then(|place| it.choice.values.get(place));
                    let (place, own) = chosen.copied().unwrap_or_default();
                    it.put(&mut world, &mut views, place);
                    weight = weight.times(own.into());
                }
                let alike = self.of_companies(&world, None).iter().fold(Wide::ZERO, Wide::plus);
                let weight = Weight::Counted { whole: weight.by(&alike), without_signals: weight };
                for case in 0..self.cases {
                    world.case = case;
                    seen(&world, &views, &weight);
                }
            }
        }
    }

    /// Returns the combined weight of the signals, as chosen, for each level of the company; one signal may be left out.
    fn of_companies(&self, world: &World, without: Option<Signal>) -> [Wide; 5] {
        core::array::from_fn(|company| {
            let levels = self.levels.iter().filter(|level| Some(level.signal) != without);
            levels.fold(Wide::ONE, |weight, level| {
                let choice = level.company(company);
                let factor = if level.is_read {
                    choice.at(world.at(Fact::Signal(level.signal).position()))
                } else {
                    choice.total
                };
                weight.times(factor.into())
            })
        })
    }

    /// Draws worlds by their weights, the same ones every time.
    fn draw(&self, mut seen: impl FnMut(&World, &[Packed; N], &Weight)) {
        let mut draws = Draws::from_seed(SEED);
        let growth = Cumulated::of(self.growth.iter().map(|pair| pair.weight));
        let companies = Cumulated::of((0..5).map(|company| {
            self.levels
                .iter()
                .fold(Wide::ONE, |weight, level| weight.times(level.company(company).total.into()))
        }));
        let scenes = Cumulated::of(self.scenes.iter().map(|scene| Wide::from(u64::from(scene.weight))));
        let mut world = World::EMPTY;
        for _ in 0..self.most {
            let Some(scene) = self.scenes.get(scenes.draw(&mut draws)) else { return };
            let mut views = scene.views;
            scene.places.iter().for_each(|(fact, place)| world.put(fact.position(), *place));
            if let Some(pair) = self.growth.get(growth.draw(&mut draws)) {
                put_growth(&mut world, &mut views, pair);
            }
            let company = companies.draw(&mut draws);
            for level in self.read_levels() {
                level.put(&mut world, &mut views, level.company(company).draw(&mut draws));
            }
            self.alone.iter().chain(&scene.skills).for_each(|it| {
                it.put(&mut world, &mut views, it.choice.draw(&mut draws));
            });
            if self.cases > 1 {
                world.case = draws.below(self.cases);
            }
            seen(&world, &views, &Weight::Drawn);
        }
    }

    /// Returns the open facts that were chosen and have a place in a world.
    pub(super) fn chosen(&self) -> FactSet {
        let growth = if self.growth.is_empty() { FactSet::EMPTY } else { GROWTH };
        let levels = self.read_levels().map(|level| Fact::Signal(level.signal));
        let skills = self.scenes.iter().flat_map(|scene| &scene.skills);
        let alone =
            self.alone.iter().chain(skills).filter_map(|it| Fact::ALL.get(it.position as usize).copied());
        let places = self.scenes.iter().flat_map(|scene| &scene.places).map(|(fact, _)| *fact);
        levels.chain(alone).chain(places).fold(growth, FactSet::with)
    }

    /// Returns the weights of the levels of an unread signal in a world, given the signals that were read.
    pub(super) fn given(&self, world: &World, signal: Signal, by_company: &[Choice; 5]) -> [Wide; 5] {
        let companies = self.of_companies(world, Some(signal));
        core::array::from_fn(|place| {
            let place = u32::try_from(place).unwrap_or(0);
            let weighed = companies.iter().zip(by_company);
            weighed.fold(Wide::ZERO, |sum, (weight, choice)| sum.plus(&weight.times(choice.at(place).into())))
        })
    }
}

impl Level {
    fn company(&self, company: usize) -> &Choice {
        let [first, ..] = &self.by_company;
        self.by_company.get(company).unwrap_or(first)
    }

    #[inline]
    fn put<const N: usize>(&self, world: &mut World, views: &mut [Packed; N], place: u32) {
        Spot::Slot(Slot::signal(self.signal)).state(views, place);
        world.put(Fact::Signal(self.signal).position(), place);
    }
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

fn put_growth<const N: usize>(world: &mut World, views: &mut [Packed; N], pair: &Pair) {
    world.put(Fact::Stage.position(), pair.stage.rank());
    world.put(Fact::Headcount.position(), pair.class);
    world.people = pair.people;
    Spot::Slot(Slot::STAGE).state(views, pair.stage.rank());
    Spot::Fact(Fact::Headcount).state(views, pair.people);
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
