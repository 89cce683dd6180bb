//! From one proposal to another, which facts change, and which are only better or less known?

use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;

/// The facts that differ between two proposals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FactChanges {
    /// The facts of which more is known, consistent with what was known before.
    pub(super) learnt: FactSet,
    /// The facts of which less is known, consistent with what was known before.
    pub(super) forgotten: FactSet,
    /// The other facts that differ: they may have changed.
    pub(super) changed: FactSet,
}

impl FactChanges {
    pub(super) fn between(before: &Proposal, after: &Proposal) -> Self {
        let mut changes = Self::default();
        for fact in Fact::ALL.iter().copied().filter(|fact| before.scale(*fact) == after.scale(*fact)) {
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

    /// Returns both proposals with only what both know of each fact that was learnt or forgotten, so that they differ only in
    /// what changed.
    pub(super) fn levelled(self, before: &Proposal, after: &Proposal) -> [Proposal; 2] {
        let as_in = |other: &Proposal, facts: FactSet| {
            facts.iter().filter_map(|fact| Some((fact, other.places(fact)?))).collect::<alloc::vec::Vec<_>>()
        };
        [before.restated(as_in(after, self.forgotten)), after.restated(as_in(before, self.learnt))]
    }
}
