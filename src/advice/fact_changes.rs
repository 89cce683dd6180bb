//! From one proposal to another, what is so, and what is only known or no longer known?

use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;

/// The facts of two proposals that differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FactChanges {
    /// Those that are known better, and as they were known to be possible.
    pub(super) learnt: FactSet,
    /// Those that are known less, and may be as they were known to be.
    pub(super) forgotten: FactSet,
    /// Those that may not be as they were.
    pub(super) changed: FactSet,
}

impl FactChanges {
    pub(super) fn between(before: &Proposal, after: &Proposal) -> Self {
        let mut changes = Self::default();
        for fact in Fact::all().filter(|fact| before.scale(*fact) == after.scale(*fact)) {
            let (Some(was), Some(is)) = (before.places(fact), after.places(fact)) else { continue };
            let set = if was == is {
                continue;
            } else if was.contains(is.start()) && was.contains(is.end()) {
                &mut changes.learnt
            } else if is.contains(was.start()) && is.contains(was.end()) {
                &mut changes.forgotten
            } else {
                &mut changes.changed
            };
            *set = set.with(fact);
        }
        changes
    }

    /// Both proposals with what is known in both alone of each fact that was learnt or forgotten: from one to the other, nothing
    /// is different but what is so.
    pub(super) fn levelled(self, before: &Proposal, after: &Proposal) -> [Proposal; 2] {
        let as_in = |other: &Proposal, facts: FactSet| {
            facts.iter().filter_map(|fact| Some((fact, other.places(fact)?))).collect::<alloc::vec::Vec<_>>()
        };
        [before.restated(as_in(after, self.forgotten)), after.restated(as_in(before, self.learnt))]
    }
}
