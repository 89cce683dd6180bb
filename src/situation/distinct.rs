//! Which values of a fact does some rule tell apart?

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;

/// Of what is possible for a fact, the values that some rule tells apart.
pub(crate) fn told_apart(proposal: &Proposal, numbers: &Numbers, fact: Fact) -> Vec<u32> {
    proposal.places(fact).map(|places| distinct_places(fact, places, numbers)).unwrap_or_default()
}

/// Of these values, those that some rule tells apart: all, but of headcounts and direct reports those on both sides of
/// each threshold.
pub(crate) fn distinct_places(fact: Fact, places: Places, numbers: &Numbers) -> Vec<u32> {
    let plausible = &numbers.plausible_headcount;
    let bounds: &[u32] = match fact {
        Fact::Headcount => &[
            plausible.least.values().as_slice(),
            &plausible.most.values().map(|most| most.saturating_add(1)),
        ]
        .concat(),
        _ => &[],
    };
    let ladders: &[Ladder] = match fact {
        Fact::Headcount => {
            &[numbers.scale_requires_both.headcount_at_least, numbers.premature_split.headcount_below]
        }
        Fact::DirectReports(_) => &[numbers.overload_risk.direct_reports_above],
        _ => return places.collect(),
    };
    let thresholds = ladders.iter().flat_map(|ladder| ladder.iter().map(|(_, threshold)| threshold));
    let thresholds = thresholds.chain(bounds.iter().copied());
    let sides = thresholds.flat_map(|it| [it.saturating_sub(1), it, it.saturating_add(1)]);
    let ends = [*places.start(), *places.end()];
    let distinct: BTreeSet<_> = sides.filter(|side| places.contains(side)).chain(ends).collect();
    distinct.into_iter().collect()
}
