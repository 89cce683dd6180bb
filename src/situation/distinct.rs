//! Which values of a fact does some rule tell apart?

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::vocabulary::scale::Scale;
use crate::vocabulary::stage::Stage;

/// Of what is possible for a fact, the values that some rule tells apart. Stages and headcounts that go with nothing that is
/// known of the other are left out, where some go with it.
pub(crate) fn told_apart(proposal: &Proposal, numbers: &Numbers, fact: Fact) -> Vec<u32> {
    let mut places = proposal.places(fact).map(|it| distinct_places(fact, it, numbers)).unwrap_or_default();
    let stated = |other| proposal.places(other).unwrap_or(0..=0);
    let goes_with = |place: &u32| match fact {
        Fact::Stage => is_plausible(numbers, &(*place..=*place), &stated(Fact::Headcount)),
        Fact::Headcount => is_plausible(numbers, &stated(Fact::Stage), &(*place..=*place)),
        _ => true,
    };
    if places.iter().any(goes_with) {
        places.retain(goes_with);
    }
    places
}

/// Whether some of these stages go with some of these headcounts.
pub(crate) fn is_plausible(numbers: &Numbers, stages: &Places, people: &Places) -> bool {
    let plausible = &numbers.plausible_headcount;
    Stage::ALL.iter().filter(|stage| stages.contains(&stage.rank())).any(|stage| {
        plausible.least.at(*stage) <= *people.end() && *people.start() <= plausible.most.at(*stage)
    })
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
