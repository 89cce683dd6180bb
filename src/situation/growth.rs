//! Which stages and headcounts go together?
//!
//! They tell of one growth, so a world has a plausible pair of the two, by the policy. Where what is stated leaves no
//! plausible pair, such as an enterprise of five, every pair that it leaves is a world.

use crate::model::fact::{Fact, FactSet};
use crate::model::packed::{Packed, Slot};
use crate::policy::numbers::Numbers;
use crate::vocabulary::code::{code, ends};
use crate::vocabulary::scale::Headcount;
use crate::vocabulary::severity::SeverityRange;
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

/// The facts that tell of it.
pub(crate) const GROWTH: FactSet = FactSet::of(&[Fact::Stage, Fact::Headcount]);

/// The facts, and of stage and headcount the other one, too: what an answer about one says of the other counts as well.
pub(crate) fn with_partner(facts: FactSet) -> FactSet {
    if facts.intersection(GROWTH).is_empty() { facts } else { facts.union(GROWTH) }
}

/// Of these headcounts, those that are plausible in each stage: none where the most is below the least.
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

/// The stages that are stated, a bit for each, from the first on.
#[inline]
fn stated(packed: &Packed) -> u8 {
    let known = packed.codes.get(Slot::STAGE.index()).copied().unwrap_or_default();
    let (first, last) = ends(known, Slot::STAGE.values());
    (2 << last) - (1 << first)
}

/// The stages that are possible, with the headcounts that are possible in each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    people: [Span<u32>; Stage::COUNT],
    /// A bit for each stage that is possible, from the first on.
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

    /// What is plausible of what is stated; nothing where no pair of the two is.
    #[inline]
    pub(crate) fn plausible(numbers: &Numbers, packed: &Packed) -> Self {
        let people = plausible(numbers, packed.headcount.span().rising(Headcount::get));
        let bits = (0..).zip(&people).map(|(stage, people)| u8::from(people.least <= people.most) << stage);
        Self { people, stages: stated(packed) & bits.sum::<u8>() }
    }

    /// Whether no pair is left.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.stages == 0
    }

    /// Whether some headcount is possible in each two stages next to each other, so that any pair can be reached from any
    /// other by changing one of the two at a time.
    pub(crate) fn is_connected(&self) -> bool {
        self.pairs().zip(self.pairs().skip(1)).all(|((_, one), (_, next))| next.least <= one.most)
    }

    /// Each stage that is possible, with the headcounts that are possible in it.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (Stage, Span<u32>)> {
        self.each().filter(|(.., is_possible)| *is_possible).map(|(stage, people, _)| (stage, people))
    }

    fn each(&self) -> impl Iterator<Item = (Stage, Span<u32>, bool)> {
        let stages = self.stages;
        let each = Stage::ALL.iter().zip(self.people);
        each.map(move |(&stage, people)| (stage, people, stages & 1 << stage as u8 != 0))
    }

    /// What is possible over all pairs of a severity that is this range in each.
    #[inline]
    pub(crate) fn hull(&self, of: impl Fn(Stage, Span<u32>) -> SeverityRange) -> SeverityRange {
        let ranges =
            self.each().map(|(stage, people, is_possible)| of(stage, people).or_no_world(is_possible));
        ranges.fold(SeverityRange::OF_NO_WORLD, SeverityRange::hull)
    }

    /// The stages that are possible.
    #[inline]
    pub(crate) fn stages(&self) -> Span<Stage> {
        let last = self.stages.checked_ilog2().unwrap_or_default();
        let stage = |place| Stage::ALL.get(place as usize).copied().unwrap_or(Stage::Startup);
        Span { least: self.stages.trailing_zeros(), most: last }.rising(stage)
    }

    /// The headcounts that are possible in a startup, and past it: both ends of those that are plausible rise with the stage.
    #[inline]
    pub(crate) fn people(&self) -> [Span<u32>; 2] {
        let of = |stage: u32| self.people.get(stage as usize).copied().unwrap_or_default();
        let later = (self.stages & !IN_STARTUP).trailing_zeros();
        let last = self.stages.checked_ilog2().unwrap_or_default();
        [of(0), Span { least: of(later).least, most: of(last).most }]
    }

    /// What is possible of a result that is one in a startup and another past it.
    #[inline]
    pub(crate) fn by_startup(&self, [startup, later]: [SeverityRange; 2]) -> SeverityRange {
        let later = later.or_no_world(self.stages & !IN_STARTUP != 0);
        startup.or_no_world(self.stages & IN_STARTUP != 0).hull(later)
    }

    /// What is known of the stage: both ends of the plausible headcounts rise with it, so those that remain are a range.
    #[inline]
    pub(crate) fn stage_code(&self) -> u8 {
        let Span { least, most } = self.stages();
        code(least as u8, most as u8, Slot::STAGE.values())
    }
}
