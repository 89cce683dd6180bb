//! Which worlds do the facts leave, and what does each weigh?
//!
//! What is drawn together is one part: the stage with the headcount, the signals of a company, who stays and who is new,
//! the skills of a person. Of a part that is not read, nothing is chosen.

use alloc::vec::Vec;

use arrayvec::ArrayVec;

use crate::advice::chances::chosen::{self, Choice};
use crate::advice::chances::draw::Draws;
use crate::advice::chances::growth::{self, Pair};
use crate::advice::chances::wide::Wide;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::{Packed, Slot};
use crate::model::proposal::Proposal;
use crate::policy::belief::Weights;
use crate::policy::numbers::Numbers;
use crate::situation::growth::GROWTH;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::span::Span;

/// The most worlds that are counted one by one, and how many are drawn otherwise.
pub(super) const WORLDS: u32 = 8_192;

/// Where the drawing of worlds starts: the same ones every time.
const SEED: u64 = 8_192;

/// The structures that are looked at in the same worlds.
pub(super) type Views = ArrayVec<Packed, 2>;

/// Who stays and who is new, and what follows for the people.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    pub(super) weight: u32,
    pub(super) places: Vec<(Fact, u32)>,
    pub(super) views: Views,
    pub(super) skills: Vec<Shared>,
}

/// A skill of one person, who may have a seat in each of the structures.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    pub(super) choice: Choice,
    pub(super) facts: ArrayVec<Fact, 2>,
    /// Whether the first of the facts is one of the proposal.
    pub(super) is_stated: bool,
}

/// A signal, by the level that the company may have.
#[derive(Clone, Debug)]
struct Level {
    fact: Fact,
    is_read: bool,
    by_company: [Choice; 5],
}

/// The worlds of some facts.
#[derive(Clone, Debug)]
pub(super) struct Model {
    scenes: Vec<Scene>,
    growth: Vec<Pair>,
    levels: Vec<Level>,
    alone: Vec<(Fact, Choice)>,
}

/// What a world counts for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Weight {
    /// Its weight, and the same without the part of the signals.
    Counted { whole: Wide, without_signals: Wide },
    /// As much as every other one that was drawn.
    Drawn,
}

/// What a drawn world counts for, in parts that the levels of a signal may share.
const DRAWN: u64 = 1 << 32;

impl Weight {
    /// Adds the world to the amount at a place.
    pub(super) fn add(&self, amounts: &mut [Wide], place: usize) {
        let Some(amount) = amounts.get_mut(place) else { return };
        match self {
            Self::Counted { whole, .. } => *amount = amount.plus(whole),
            Self::Drawn => amount.count(DRAWN),
        }
    }

    /// The share that a level has of the world, given what the levels of the signal weigh in it.
    pub(super) fn of_level(&self, level: &Wide, levels: &Wide) -> Wide {
        match self {
            Self::Counted { without_signals, .. } => without_signals.by(level),
            Self::Drawn => Wide::from(level.share(levels, DRAWN).0),
        }
    }
}

/// What was chosen in a world, for each fact by its position; of a headcount, its class.
#[derive(Clone, Debug)]
pub(super) struct World {
    places: [u8; Self::FACTS],
    pub(super) people: u32,
}

impl World {
    const FACTS: usize = 128;
    const EMPTY: Self = Self { places: [0; Self::FACTS], people: 1 };

    pub(super) fn place(&self, fact: Fact) -> u32 {
        self.places.get(fact.position() as usize).copied().unwrap_or_default().into()
    }

    fn put(&mut self, fact: Fact, place: u32) {
        if let Some(slot) = self.places.get_mut(fact.position() as usize) {
            *slot = u8::try_from(place).unwrap_or(u8::MAX);
        }
    }
}

impl Model {
    /// The worlds over facts that are read, in these scenes.
    pub(super) fn new(
        proposal: &Proposal,
        numbers: &Numbers,
        weights: &Weights,
        reads: FactSet,
        scenes: Vec<Scene>,
    ) -> Self {
        let places = |fact| proposal.places(fact);
        let open = reads.intersection(proposal.open_facts());
        let growth = match (places(Fact::Stage), places(Fact::Headcount)) {
            (Some(stages), Some(people)) if !open.intersection(GROWTH).is_empty() => {
                growth::pairs(numbers, weights, &stages, &people)
            }
            _ => Vec::new(),
        };
        let level = |signal: &Signal| {
            let fact = Fact::Signal(*signal);
            let places = places(fact).filter(|_| *signal != Signal::Integration)?;
            let is_read = open.contains(fact);
            let tells = is_read || places != (0..=Maturity::MOST.rank());
            tells.then(|| Level { fact, is_read, by_company: chosen::likeness(weights, fact, &places) })
        };
        let levels: Vec<_> = Signal::ALL.iter().filter_map(level).collect();
        let by_itself = |fact: &Fact| match fact {
            Fact::Stage | Fact::Headcount | Fact::Incumbent | Fact::Newcomer(_) | Fact::Skill(..) => false,
            Fact::Signal(signal) => *signal == Signal::Integration,
            _ => true,
        };
        let choice =
            |fact| Some((fact, Choice::of(places(fact)?, |place| chosen::weight(weights, fact, place))));
        let alone = open.iter().filter(by_itself).filter_map(choice).collect();
        Self { scenes, growth, levels, alone }
    }

    /// The scenes of a proposal by itself.
    pub(super) fn scenes(proposal: &Proposal, weights: &Weights, reads: FactSet) -> Vec<Scene> {
        let open = reads.intersection(proposal.open_facts());
        let mut skills = Vec::new();
        let mut scenes = alloc::vec![(1_u32, Vec::new())];
        for fact in open {
            let Some(places) = proposal.places(fact) else { continue };
            let by_itself = || Choice::of(places.clone(), |place| chosen::weight(weights, fact, place));
            let choice = match fact {
                Fact::Skill(..) => {
                    let facts = ArrayVec::from_iter([fact]);
                    skills.push(Shared { choice: by_itself(), facts, is_stated: true });
                    continue;
                }
                Fact::Incumbent => {
                    let who: Vec<_> = proposal.who_may_stay().into_iter().flatten().collect();
                    chosen::who_stays(weights, &who)
                }
                Fact::Newcomer(_) => by_itself(),
                _ => continue,
            };
            let before = core::mem::take(&mut scenes);
            for (weight, stated) in before {
                for (place, own) in &choice.values {
                    let stated: Vec<_> = stated.iter().copied().chain([(fact, *place)]).collect();
                    scenes.push((weight * own, stated));
                }
            }
        }
        let scene = |(weight, places): (u32, Vec<(Fact, u32)>)| {
            let stated = places.iter().map(|(fact, place)| (*fact, *place..=*place));
            let views = Views::from_iter([*proposal.restated(stated).packed()]);
            Scene { weight, places, views, skills: skills.clone() }
        };
        scenes.into_iter().map(scene).collect()
    }

    /// Whether the worlds are few enough to be counted one by one.
    pub(super) fn is_small(&self) -> bool {
        let sizes = self.growth.first().map(|_| self.growth.len()).into_iter();
        let sizes = sizes.chain(self.alone.iter().map(|(_, choice)| choice.len()));
        let sizes = sizes.chain(self.read_levels().map(|level| level.company(0).len()));
        let together = sizes.fold(1, usize::saturating_mul);
        let of_scene = |scene: &Scene| {
            scene.skills.iter().map(|it| it.choice.len()).fold(together, usize::saturating_mul)
        };
        let count = self.scenes.iter().map(of_scene).fold(0, usize::saturating_add);
        count <= WORLDS as usize
    }

    fn read_levels(&self) -> impl Iterator<Item = &Level> {
        self.levels.iter().filter(|level| level.is_read)
    }

    /// Goes through every world where they are few, and else through drawn ones. Tells whether it was every one.
    pub(super) fn go_through(&self, seen: impl FnMut(&World, &Views, &Weight)) -> bool {
        let is_small = self.is_small();
        if is_small {
            self.each(seen);
        } else {
            self.draw(seen);
        }
        is_small
    }

    fn each(&self, mut seen: impl FnMut(&World, &Views, &Weight)) {
        let mut world = World::EMPTY;
        for scene in &self.scenes {
            let growth = self.growth.first().map(|_| self.growth.len()).into_iter();
            let sizes: Vec<usize> = growth
                .chain(self.read_levels().map(|level| level.company(0).len()))
                .chain(self.alone.iter().map(|(_, choice)| choice.len()))
                .chain(scene.skills.iter().map(|it| it.choice.len()))
                .collect();
            let count = sizes.iter().product::<usize>();
            for index in 0..count {
                let mut rest = index;
                let mut places = sizes.iter().map(|size| {
                    let place = rest % size;
                    rest /= size;
                    place
                });
                let mut views = scene.views.clone();
                let mut weight = Wide::from(u64::from(scene.weight));
                scene.places.iter().for_each(|(fact, place)| world.put(*fact, *place));
                if !self.growth.is_empty()
                    && let Some(pair) = places.next().and_then(|place| self.growth.get(place))
                {
                    put_growth(&mut world, &mut views, pair);
                    weight = pair.weight.times(scene.weight.into());
                }
                for level in self.read_levels() {
                    let values = &level.company(0).values;
                    let place = places.next().and_then(|place| values.get(place)).map_or(0, |it| it.0);
                    put(&mut world, &mut views, &[level.fact], place, true);
                }
                let by_itself =
                    self.alone.iter().map(|(fact, choice)| (core::slice::from_ref(fact), choice, true));
                let skills = scene.skills.iter().map(|it| (it.facts.as_slice(), &it.choice, it.is_stated));
                for (facts, choice, is_stated) in by_itself.chain(skills) {
                    let chosen = places.next().and_then(|place| choice.values.get(place));
                    let (place, own) = chosen.copied().unwrap_or_default();
                    put(&mut world, &mut views, facts, place, is_stated);
                    weight = weight.times(own.into());
                }
                let alike = self.of_companies(&world, None).iter().fold(Wide::ZERO, super::wide::Wide::plus);
                seen(&world, &views, &Weight::Counted { whole: weight.by(&alike), without_signals: weight });
            }
        }
    }

    /// For each level of the company, what the signals weigh together, as far as they were chosen; one may be left out.
    fn of_companies(&self, world: &World, without: Option<Fact>) -> [Wide; 5] {
        core::array::from_fn(|company| {
            let levels = self.levels.iter().filter(|level| Some(level.fact) != without);
            levels.fold(Wide::ONE, |weight, level| {
                let choice = level.company(company);
                let factor = if level.is_read { choice.at(world.place(level.fact)) } else { choice.total };
                weight.times(factor.into())
            })
        })
    }

    /// Draws worlds by their weights, the same ones every time.
    fn draw(&self, mut seen: impl FnMut(&World, &Views, &Weight)) {
        let mut draws = Draws::from_seed(SEED);
        let growth = Cumulated::of(self.growth.iter().map(|pair| pair.weight));
        let companies = Cumulated::of((0..5).map(|company| {
            self.levels
                .iter()
                .fold(Wide::ONE, |weight, level| weight.times(level.company(company).total.into()))
        }));
        let scenes = Cumulated::of(self.scenes.iter().map(|scene| Wide::from(u64::from(scene.weight))));
        let (mut world, mut views) = (World::EMPTY, Views::new());
        for _ in 0..WORLDS {
            let Some(scene) = self.scenes.get(scenes.draw(&mut draws)) else { return };
            views.clone_from(&scene.views);
            scene.places.iter().for_each(|(fact, place)| world.put(*fact, *place));
            if let Some(pair) = self.growth.get(growth.draw(&mut draws)) {
                put_growth(&mut world, &mut views, pair);
            }
            let company = companies.draw(&mut draws);
            for level in self.read_levels() {
                put(&mut world, &mut views, &[level.fact], level.company(company).draw(&mut draws), true);
            }
            for (fact, choice) in &self.alone {
                put(&mut world, &mut views, &[*fact], choice.draw(&mut draws), true);
            }
            for shared in &scene.skills {
                put(&mut world, &mut views, &shared.facts, shared.choice.draw(&mut draws), shared.is_stated);
            }
            seen(&world, &views, &Weight::Drawn);
        }
    }

    /// The open facts that were chosen, and of which a world has a place.
    pub(super) fn chosen(&self) -> FactSet {
        let growth = if self.growth.is_empty() { FactSet::EMPTY } else { GROWTH };
        let levels = self.read_levels().map(|level| level.fact);
        let of_scene = |scene: &Scene| {
            let skills =
                scene.skills.iter().filter(|it| it.is_stated).filter_map(|it| it.facts.first().copied());
            skills.chain(scene.places.iter().map(|(fact, _)| *fact)).collect::<Vec<_>>()
        };
        let scenes = self.scenes.iter().flat_map(of_scene);
        levels.chain(self.alone.iter().map(|(fact, _)| *fact)).chain(scenes).fold(growth, FactSet::with)
    }

    /// What the levels of a signal that was not read weigh in a world, given those that were.
    pub(super) fn given(&self, world: &World, fact: Fact, by_company: &[Choice; 5]) -> [Wide; 5] {
        let companies = self.of_companies(world, Some(fact));
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
}

fn put(world: &mut World, views: &mut Views, facts: &[Fact], place: u32, is_stated: bool) {
    for fact in facts {
        state(views, *fact, place);
    }
    if let Some(fact) = facts.first().filter(|_| is_stated) {
        world.put(*fact, place);
    }
}

/// States a fact in every structure that has it. How much is unknown stays as it is: no chance depends on it.
#[inline]
fn state(views: &mut Views, fact: Fact, place: u32) {
    if let Some(slot) = Slot::of(fact) {
        let code = u8::try_from(place).unwrap_or(u8::MAX);
        return views.iter_mut().for_each(|view| view.put(slot, code));
    }
    views.iter_mut().for_each(|view| view.restate(fact, Span::exact(place)));
}

fn put_growth(world: &mut World, views: &mut Views, pair: &Pair) {
    world.put(Fact::Stage, pair.stage.rank());
    world.put(Fact::Headcount, pair.class);
    world.people = pair.people;
    state(views, Fact::Stage, pair.stage.rank());
    state(views, Fact::Headcount, pair.people);
}

/// Weights one after the other, as parts of 2³².
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
