//! Which stages and headcounts go together?
//!
//! Both describe how far the company has grown, so a world has a pair that is plausible under the policy. Where the stated facts
//! leave no plausible pair, such as an enterprise of five, every pair that they leave is a world.

use crate::model::fact::{Fact, FactSet};
use crate::model::packed::{Packed, Slot};
use crate::policy::numbers::Numbers;
use crate::vocabulary::code::{code, ends};
use crate::vocabulary::scale::Headcount;
use crate::vocabulary::severity::SeverityRange;
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

pub(crate) const GROWTH: FactSet = FactSet::of(&[Fact::Stage, Fact::Headcount]);

/// Adds the other of stage and headcount where one is among the facts, because an answer about one restricts the other.
pub(crate) fn with_partner(facts: FactSet) -> FactSet {
    if facts.intersection(GROWTH).is_empty() { facts } else { facts.union(GROWTH) }
}

/// Returns those of these headcounts that are plausible in each stage: none where the most is below the least.
#[inline]
pub(crate) fn plausible(numbers: &Numbers, people: Span<u32>) -> [Span<u32>; Stage::COUNT] {
    let mut pairs = [people; Stage::COUNT];
    for (pair, &stage) in pairs.iter_mut().zip(Stage::ALL) {
        pair.least = pair.least.max(numbers.plausible_headcount.least.at(stage));
        pair.most = pair.most.min(numbers.plausible_headcount.most.at(stage));
    }
    pairs
}

/// The bit of the first stage.
const IN_STARTUP: u8 = 1 << Stage::Startup as u8;

/// The stated stages, one bit for each, the lowest for the first.
#[inline]
fn stated(packed: &Packed) -> u8 {
    let known = packed.codes.get(Slot::STAGE.index()).copied().unwrap_or_default();
    let (first, last) = ends(known, Slot::STAGE.values());
    (2 << last) - (1 << first)
}

/// The possible stages, with the headcounts that are possible in each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    people: [Span<u32>; Stage::COUNT],
    /// The possible stages, one bit for each, the lowest for the first.
    stages: u8,
}

impl Growth {
    #[inline]
    pub(crate) fn of(numbers: &Numbers, packed: &Packed) -> Self {
        let plausible = Self::plausible(numbers, packed);
        if plausible.is_empty() {
            let people = packed.headcount.span().rising(Headcount::get);
            return Self { people: [people; Stage::COUNT], stages: stated(packed) };
        }
        plausible
    }

    /// The plausible pairs among the stated ones; empty where no pair is plausible.
    #[inline]
    pub(crate) fn plausible(numbers: &Numbers, packed: &Packed) -> Self {
        let people = plausible(numbers, packed.headcount.span().rising(Headcount::get));
        let bits = (0..).zip(&people).map(|(stage, people)| u8::from(people.least <= people.most) << stage);
        Self { people, stages: stated(packed) & bits.sum::<u8>() }
    }

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.stages == 0
    }

    /// Whether any two neighbouring stages share a possible headcount, so that any pair can be reached from any other by changing
    /// stage and headcount one at a time.
    pub(crate) fn is_connected(&self) -> bool {
        self.pairs().zip(self.pairs().skip(1)).all(|((_, one), (_, next))| next.least <= one.most)
    }

    /// Each possible stage, with the headcounts that are possible in it.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (Stage, Span<u32>)> {
        self.each().filter(|(.., is_possible)| *is_possible).map(|(stage, people, _)| (stage, people))
    }

    fn each(&self) -> impl Iterator<Item = (Stage, Span<u32>, bool)> {
        let stages = self.stages;
        let each = Stage::ALL.iter().zip(self.people);
        each.map(move |(&stage, people)| (stage, people, stages & 1 << stage as u8 != 0))
    }

    /// The hull of the ranges that `of` gives for each possible stage and its headcounts.
    #[inline]
    pub(crate) fn hull(&self, of: impl Fn(Stage, Span<u32>) -> SeverityRange) -> SeverityRange {
        let ranges =
            self.each().map(|(stage, people, is_possible)| of(stage, people).or_no_world(is_possible));
        ranges.fold(SeverityRange::OF_NO_WORLD, SeverityRange::hull)
    }

    #[inline]
    pub(crate) fn stages(&self) -> Span<Stage> {
        let last = self.stages.checked_ilog2().unwrap_or_default();
        let stage = |place| Stage::ALL.get(place as usize).copied().unwrap_or(Stage::Startup);
        Span { least: self.stages.trailing_zeros(), most: last }.rising(stage)
    }

    /// The possible headcounts in a startup, and in later stages. Both ends of the plausible headcounts rise with the stage.
    #[inline]
    pub(crate) fn people(&self) -> [Span<u32>; 2] {
        let of = |stage: u32| self.people.get(stage as usize).copied().unwrap_or_default();
        let later = (self.stages & !IN_STARTUP).trailing_zeros();
        let last = self.stages.checked_ilog2().unwrap_or_default();
        [of(0), Span { least: of(later).least, most: of(last).most }]
    }

    /// The range of a result that differs between a startup and later stages.
    #[inline]
    pub(crate) fn by_startup(&self, [startup, later]: [SeverityRange; 2]) -> SeverityRange {
        let later = later.or_no_world(self.stages & !IN_STARTUP != 0);
        startup.or_no_world(self.stages & IN_STARTUP != 0).hull(later)
    }

    /// The code of the possible stages. Both ends of the plausible headcounts rise with the stage, so these are a range.
    #[inline]
    pub(crate) fn stage_code(&self) -> u8 {
        let Span { least, most } = self.stages();
        code(least as u8, most as u8, Slot::STAGE.values())
    }
}
