//! Which worlds prove that the verdict depends on a fact?

use core::cmp::Reverse;

use alloc::vec::Vec;

use crate::advice::ask::search::{Search, is_skill};
use crate::advice::work::Spent;
use crate::assessment::Assessment;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Packed;
use crate::rules::warning::WarningKey;
use crate::situation::growth::GROWTH;
use crate::vocabulary::severity::Verdict;

impl Search<'_> {
    /// Returns whether two worlds that differ only in the fact differ in the verdict: some warning that reads it makes the
    /// verdict worse in one of them, and no warning does in the other. Such a world is usually among those with few other
    /// warnings.
    pub(super) fn verdict_depends(&mut self, fact: Fact, wholly: bool) -> Result<bool, Spent> {
        if self.value(fact, self.alone(fact).len()).is_some() {
            return Err(Spent);
        }
        for turn in 0..self.deciding.len() {
            let meant = self.deciding.get(turn).copied().filter(|(.., facts)| facts.contains(fact));
            let Some((key, verdict, facts)) = meant else { continue };
            let pairs = self.pairs(fact, key, verdict);
            // Only the worst gap of a leader counts, and no other warning reads the skills.
            let of_key =
                |it: Fact| matches!(it, Fact::Skill(role, _) if !is_skill(fact) && key.role == Some(role));
            let is_mild = |it: Fact| is_skill(it) && it != fact && !of_key(it);
            let (start, is_pinned): (Packed, &dyn Fn(Fact) -> bool) = if wholly {
                (self.at_most(is_mild), &is_mild)
            } else {
                (self.stating(self.quiet, |it| facts.contains(it), |known| known), &|it| !facts.contains(it))
            };
            let pinned: FactSet = self.order.iter().copied().filter(|it| is_pinned(*it)).collect();
            let partner = self.partner(fact, GROWTH);
            let pinned = partner.into_iter().fold(pinned.with(fact), FactSet::with);
            let starts = self.given(partner, &start);
            let pairs: Vec<[Packed; 2]> = pairs
                .iter()
                .flat_map(|places| starts.iter().map(move |start| (places, start)))
                .filter_map(|([below, above], start)| {
                    Some([self.world(start, fact, *below)?, self.world(start, fact, *above)?])
                })
                .collect();
            for pair in pairs.into_iter().take(if wholly { usize::MAX } else { 4 }) {
                let crosses = |search: &mut Self, off| search.crosses(&pair, key, verdict, pinned, off);
                let crossed = if wholly {
                    crosses(self, usize::MAX)?
                } else {
                    let share = self.for_one / 4;
                    [1, usize::MAX]
                        .iter()
                        .any(|off| matches!(self.within(share, |it| crosses(it, *off)), Ok(true)))
                };
                if crossed {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Returns pairs of values of a fact: with the first, the verdict may be better than this one; with the second, the warning
    /// may make it this one.
    fn pairs(&self, fact: Fact, key: WarningKey, verdict: Verdict) -> Vec<[u32; 2]> {
        let mut pairs = Vec::new();
        for (below, it) in self.alone(fact).iter().filter(|(_, it)| it.verdict().least() < verdict) {
            let grave = |it: &Assessment| Verdict::of(it.severity(key).most()) >= verdict;
            let mild = Verdict::of(it.severity(key).least()) < verdict;
            let above = self.alone(fact).iter().filter(|(above, it)| mild && above != below && grave(it));
            pairs.extend(above.map(|(above, _)| [*below, *above]));
        }
        // Values far apart come first: the difference between them is larger.
        pairs.sort_by_key(|[below, above]| Reverse(below.abs_diff(*above)));
        pairs
    }

    /// Returns whether in some world nothing makes the verdict this one with the first of two values of a fact, while this
    /// warning does with the second. Some facts are pinned already.
    fn crosses(
        &mut self,
        [below, above]: &[Packed; 2],
        key: WarningKey,
        verdict: Verdict,
        pinned: FactSet,
        off: usize,
    ) -> Result<bool, Spent> {
        let (calm, grave) = (self.work.evaluate(below)?, self.work.severity(above, key)?);
        if calm.verdict().least() >= verdict || Verdict::of(grave.most()) < verdict {
            return Ok(false);
        }
        let is_grave = Verdict::of(grave.least()) >= verdict;
        let may_be = |it: WarningKey| {
            if is_grave { Verdict::of(calm.severity(it).most()) >= verdict } else { it == key }
        };
        let undecided = self.deciding.iter().find(|(it, at, _)| *at == verdict && may_be(*it));
        // A warning that no fact decides never makes the verdict this one: otherwise the first value would have it, too.
        let Some((.., facts)) = undecided.copied() else { return Ok(is_grave) };
        let open = |fact: &&Fact| facts.contains(**fact) && !pinned.contains(**fact);
        let Some(next) = self.order.iter().find(open).copied() else { return Ok(false) };
        self.some_value(next, [*below, *above], off, |search, pair, off| {
            search.crosses(pair, key, verdict, pinned.with(next), off)
        })
    }
}
