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

/// Of these headcounts, those that are plausible in each stage.
#[inline]
pub(crate) fn plausible(numbers: &Numbers, people: Span<u32>) -> [Option<Span<u32>>; Stage::COUNT] {
    let mut pairs = [None; Stage::COUNT];
    for (pair, &stage) in pairs.iter_mut().zip(Stage::ALL) {
        let least = people.least.max(numbers.plausible_headcount.least.at(stage));
        let most = people.most.min(numbers.plausible_headcount.most.at(stage));
        *pair = (least <= most).then_some(Span { least, most });
    }
    pairs
}

/// Whether a stage is among those that are stated.
#[inline]
fn is_stated(packed: &Packed, stage: Stage) -> bool {
    let known = packed.codes.get(Slot::STAGE.index()).copied().unwrap_or_default();
    let (first, last) = ends(known, Slot::STAGE.values());
    first <= stage as u8 && stage as u8 <= last
}

/// The headcounts that are possible in each stage; nothing for a stage that is not possible.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth([Option<Span<u32>>; Stage::COUNT]);

impl Growth {
    #[inline]
    pub(crate) fn of(numbers: &Numbers, packed: &Packed) -> Self {
        let mut plausible = Self::plausible(numbers, packed);
        if plausible.is_empty() {
            let people = packed.headcount.span().rising(Headcount::get);
            for (pair, &stage) in plausible.0.iter_mut().zip(Stage::ALL) {
                *pair = is_stated(packed, stage).then_some(people);
            }
        }
        plausible
    }

    /// What is plausible of what is stated; nothing where no pair of the two is.
    #[inline]
    pub(crate) fn plausible(numbers: &Numbers, packed: &Packed) -> Self {
        let mut pairs = plausible(numbers, packed.headcount.span().rising(Headcount::get));
        for (pair, &stage) in pairs.iter_mut().zip(Stage::ALL) {
            *pair = pair.filter(|_| is_stated(packed, stage));
        }
        Self(pairs)
    }

    /// Whether no pair is left.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Whether some headcount is possible in each two stages next to each other, so that any pair can be reached from any
    /// other by changing one of the two at a time.
    pub(crate) fn is_connected(&self) -> bool {
        self.pairs().zip(self.pairs().skip(1)).all(|((_, one), (_, next))| next.least <= one.most)
    }

    /// Each stage that is possible, with the headcounts that are possible in it.
    #[inline]
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (Stage, Span<u32>)> {
        Stage::ALL.iter().zip(self.0).filter_map(|(stage, people)| Some((*stage, people?)))
    }

    /// The stages that are possible.
    #[inline]
    pub(crate) fn stages(&self) -> Span<Stage> {
        let mut stages = self.pairs().map(|(stage, _)| stage);
        let first = stages.next().unwrap_or(Stage::Startup);
        Span { least: first, most: stages.last().unwrap_or(first) }
    }

    /// What is possible of a result that is one in a startup and another past it.
    #[inline]
    pub(crate) fn by_startup(&self, [startup, later]: [SeverityRange; 2]) -> SeverityRange {
        let stages = self.stages();
        match (stages.least == Stage::Startup, stages.most == Stage::Startup) {
            (true, true) => startup,
            (true, false) => startup.hull(later),
            (false, _) => later,
        }
    }

    /// What is known of the stage: both ends of the plausible headcounts rise with it, so those that remain are a range.
    #[inline]
    pub(crate) fn stage_code(&self) -> u8 {
        let Span { least, most } = self.stages();
        code(least as u8, most as u8, Slot::STAGE.values())
    }
}
