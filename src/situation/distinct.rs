//! Which values of a fact does some rule distinguish?

use alloc::vec::Vec;

use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::situation::growth::plausible;
use crate::vocabulary::span::Span;

/// Returns the possible values of a fact that some rule distinguishes. Stages and headcounts that are implausible with
/// everything known about the other fact are left out, unless all of them are.
pub(crate) fn distinct_values(proposal: &Proposal, numbers: &Numbers, fact: Fact) -> Vec<u32> {
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

/// Whether any of these stages is plausible with any of these headcounts.
pub(crate) fn is_plausible(numbers: &Numbers, stages: &Places, people: &Places) -> bool {
    let pairs = plausible(numbers, Span { least: *people.start(), most: *people.end() });
    (0..).zip(pairs).any(|(stage, people)| people.least <= people.most && stages.contains(&stage))
}

/// Returns the values that some rule distinguishes: of headcounts and direct reports, those around each threshold and the
/// ends; of other facts, all.
pub(crate) fn distinct_places(fact: Fact, places: Places, numbers: &Numbers) -> Vec<u32> {
    let thresholds = match fact {
        Fact::Headcount => of_headcounts(numbers),
        Fact::DirectReports(_) => on_ladder(&numbers.overload_risk.direct_reports_above).collect(),
        _ => return places.collect(),
    };
    sides(places, thresholds)
}

/// Returns the values around each threshold, and the ends.
pub(crate) fn sides(places: Places, thresholds: impl IntoIterator<Item = u32>) -> Vec<u32> {
    let sides = thresholds.into_iter().flat_map(|it| [it.saturating_sub(1), it, it.saturating_add(1)]);
    let ends = [*places.start(), *places.end()];
    let mut distinct: Vec<u32> = sides.filter(|side| places.contains(side)).chain(ends).collect();
    distinct.sort_unstable();
    distinct.dedup();
    distinct
}

/// The headcounts at which a new group begins. No rule distinguishes headcounts within a group.
pub(crate) fn of_headcounts(numbers: &Numbers) -> Vec<u32> {
    let plausible = &numbers.plausible_headcount;
    let ladders = on_ladder(&numbers.scale_requires_both.headcount_at_least)
        .chain(on_ladder(&numbers.premature_split.headcount_below));
    let behind = plausible.most.values().iter().map(|most| most.saturating_add(1));
    ladders.chain(plausible.least.values().iter().copied()).chain(behind).collect()
}

fn on_ladder(ladder: &Ladder) -> impl Iterator<Item = u32> {
    ladder.iter().map(|(_, threshold)| threshold)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::draft::Draft;
    use crate::model::organization::Organization;
    use crate::model::seat::Seat;
    use crate::model::structure::Structure;
    use crate::policy::numbers::Numbers;
    use crate::vocabulary::stage::Stage;

    #[test]
    fn what_does_not_go_with_what_is_known_is_left_out() {
        let told = |company: Draft<Organization>, fact| {
            let draft = Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft()));
            distinct_values(&draft.build().expect("valid"), &Numbers::DEFAULT, fact)
        };
        let plausible = &Numbers::DEFAULT.plausible_headcount;
        let most = plausible.most.get(Stage::Startup);
        let headcounts = told(Organization::draft().stage(Stage::Startup), Fact::Headcount);
        assert_eq!(headcounts.last(), Some(&most));
        let stages = told(Organization::draft().headcount(most + 1), Fact::Stage);
        assert!(!stages.is_empty() && !stages.contains(&(Stage::Startup as u32)), "{stages:?}");
    }
}
