//! Which few facts settle the verdict?

use alloc::vec::Vec;

use crate::advice::ask::search::{MOST_ADDED, Search};
use crate::advice::work::Spent;
use crate::assessment::Assessment;
use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Packed;
use crate::rules::warning::WarningKey;
use crate::vocabulary::severity::Verdict;

impl Search<'_> {
    /// Returns the facts that the verdict may depend on, given what is pinned: those that decide whether a warning makes it worse
    /// than it certainly is.
    pub(in crate::advice::ask) fn relevant(&self, assessment: &Assessment) -> FactSet {
        self.relevant_where(assessment, |_| true)
    }

    /// Returns the same, only for the warnings whose deciding facts are meant.
    fn relevant_where(&self, assessment: &Assessment, is_meant: impl Fn(FactSet) -> bool) -> FactSet {
        let certain = assessment.verdict().least();
        let is_open = |(key, verdict, facts): &&(WarningKey, Verdict, FactSet)| {
            let of_key = assessment.severity(*key).rising(Verdict::of);
            *verdict > certain && *verdict > of_key.least() && *verdict <= of_key.most() && is_meant(*facts)
        };
        self.deciding.iter().filter(is_open).fold(FactSet::EMPTY, |all, (.., facts)| all.union(*facts))
    }

    /// Returns whether the answers for these facts settle the verdict, whatever they are.
    fn settles(&mut self, known: &Packed, asked: FactSet) -> Result<bool, Spent> {
        let assessment = self.work.evaluate(known)?;
        if assessment.verdict().value().is_some() {
            return Ok(true);
        }
        let relevant = self.relevant(&assessment);
        if relevant.is_subset(asked) {
            return Ok(true);
        }
        // Decide the warnings that unasked facts affect first: once these are decided, the unasked facts no longer matter.
        let unasked = relevant.difference(asked);
        let beside = self.relevant_where(&assessment, |facts| !facts.intersection(unasked).is_empty());
        let first = |facts: FactSet| {
            let mut facts = self.order.iter().filter(|fact| facts.intersection(asked).contains(**fact));
            facts.find(|fact| !matches!(fact, Fact::Newcomer(_))).copied()
        };
        let Some(next) = first(beside).or_else(|| first(relevant)) else {
            // A newcomer affects the moves, of which the packed facts know only the total.
            return if relevant.intersection(asked).is_empty() { Ok(false) } else { Err(Spent) };
        };
        let is_open = self.some_value(next, [*known], usize::MAX, |search, [known], _| {
            Ok(!search.settles(known, asked.without(next))?)
        })?;
        Ok(!is_open)
    }

    /// Returns the fewest candidates that settle the verdict together with the necessary facts, and whether that is proven.
    pub(in crate::advice::ask) fn fewest(
        &mut self,
        necessary: FactSet,
        candidates: FactSet,
    ) -> (FactSet, bool) {
        let known = self.known;
        // A fact is needed if all the others together do not settle the verdict.
        let all = candidates.union(necessary);
        let mut needed = necessary;
        for fact in candidates.difference(necessary) {
            let without = self.within(self.for_one / 4, |search| search.settles(&known, all.without(fact)));
            if matches!(without, Ok(false)) {
                needed = needed.with(fact);
            }
        }
        let candidates: Vec<Fact> = candidates.difference(needed).iter().collect();
        // If much is undecided already, little can be decided here.
        let share = if self.is_exact { self.work.left } else { self.for_one };
        let settling = self.within(share, |search| {
            let mut counts = 0..=MOST_ADDED.min(candidates.len());
            counts.find_map(|count| search.some_settle(needed, &candidates, count).transpose())
        });
        if let Some(Ok(asked)) = settling {
            return (asked, true);
        }
        // Leave out one fact after another as long as the rest provably settles the verdict.
        let mut asked = all;
        for fact in candidates {
            let without = asked.without(fact);
            if let Ok(true) = self.within_its_share(|search| search.settles(&known, without)) {
                asked = without;
            }
        }
        (asked, asked == needed)
    }

    /// Returns the given facts with `count` of the candidates added, if some such set settles the verdict.
    fn some_settle(
        &mut self,
        asked: FactSet,
        candidates: &[Fact],
        count: usize,
    ) -> Result<Option<FactSet>, Spent> {
        if count == 0 {
            let known = self.known;
            return Ok(self.settles(&known, asked)?.then_some(asked));
        }
        for (position, fact) in candidates.iter().enumerate() {
            let rest = candidates.get(position + 1..).unwrap_or_default();
            if let Some(found) = self.some_settle(asked.with(*fact), rest, count - 1)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}
