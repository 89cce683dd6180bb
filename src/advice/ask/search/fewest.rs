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
    /// The facts on which the verdict may depend, as far as the proposal is pinned: those that decide whether a warning
    /// makes it worse than is certain anyway.
    pub(in crate::advice::ask) fn relevant(&self, assessment: &Assessment) -> FactSet {
        self.relevant_where(assessment, |_| true)
    }

    /// The same, of those warnings alone of which the deciding facts are meant.
    fn relevant_where(&self, assessment: &Assessment, is_meant: impl Fn(FactSet) -> bool) -> FactSet {
        let certain = assessment.verdict().least();
        let is_open = |(key, verdict, facts): &&(WarningKey, Verdict, FactSet)| {
            let of_key = assessment.severity(*key).rising(Verdict::of);
            *verdict > certain && *verdict > of_key.least() && *verdict <= of_key.most() && is_meant(*facts)
        };
        self.deciding.iter().filter(is_open).fold(FactSet::EMPTY, |all, (.., facts)| all.union(*facts))
    }

    /// Whether the answers for these facts settle the verdict, whatever they are.
    fn settles(&mut self, known: &Packed, asked: FactSet) -> Result<bool, Spent> {
        let assessment = self.work.evaluate(known)?;
        if assessment.verdict().value().is_some() {
            return Ok(true);
        }
        let relevant = self.relevant(&assessment);
        if relevant.is_subset(asked) {
            return Ok(true);
        }
        // What is not asked matters the sooner no more, the sooner the warnings are decided that it decides.
        let unasked = relevant.difference(asked);
        let beside = self.relevant_where(&assessment, |facts| !facts.intersection(unasked).is_empty());
        let first = |facts: FactSet| {
            let mut facts = self.order.iter().filter(|fact| facts.intersection(asked).contains(**fact));
            facts.find(|fact| !matches!(fact, Fact::Newcomer(_))).copied()
        };
        let Some(next) = first(beside).or_else(|| first(relevant)) else {
            // Of what follows from a newcomer, the packed facts know only the whole.
            return if relevant.intersection(asked).is_empty() { Ok(false) } else { Err(Spent) };
        };
        let is_open = self.some_value(next, [*known], usize::MAX, |search, [known], _| {
            Ok(!search.settles(known, asked.without(next))?)
        })?;
        Ok(!is_open)
    }

    /// The fewest of the candidates that settle the verdict together with the necessary facts, and whether that is proven.
    pub(in crate::advice::ask) fn fewest(
        &mut self,
        necessary: FactSet,
        candidates: FactSet,
    ) -> (FactSet, bool) {
        let known = self.known;
        // Nothing settles it without a fact without which all the others do not.
        let all = candidates.union(necessary);
        let mut needed = necessary;
        for fact in candidates.difference(necessary) {
            let without = self.within(self.for_one / 4, |search| search.settles(&known, all.without(fact)));
            if matches!(without, Ok(false)) {
                needed = needed.with(fact);
            }
        }
        let candidates: Vec<Fact> = candidates.difference(needed).iter().collect();
        // Where much is undecided, little is decided here.
        let share = if self.is_exact { self.work.left } else { self.for_one };
        let settling = self.within(share, |search| {
            let mut counts = 0..=MOST_ADDED.min(candidates.len());
            counts.find_map(|count| search.some_settle(needed, &candidates, count).transpose())
        });
        if let Some(Ok(asked)) = settling {
            return (asked, true);
        }
        // One after the other is left out as long as the rest is enough, and as long as that can be seen.
        let mut asked = all;
        for fact in candidates {
            let without = asked.without(fact);
            if let Ok(true) = self.within_its_share(|search| search.settles(&known, without)) {
                asked = without;
            }
        }
        (asked, asked == needed)
    }

    /// So many of the candidates, added to what is asked for, that settle the verdict, if some do.
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
