//! Does perturbation change every number of a policy, within its bounds?

use proptest::prelude::*;

use super::*;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::skill::Proficiency;

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    /// The fallback for a refused policy is never needed.
    #[test]
    fn every_perturbed_policy_is_valid(
        changes in proptest::collection::vec((0..Numbers::places(), any::<u32>()), 0..400)
    ) {
        let faults = Numbers::perturbed(&changes).faults();
        prop_assert_eq!(faults.as_slice(), []);
    }
}

#[test]
fn every_kind_of_number_is_perturbed() {
    let some = |differs: fn(&Numbers) -> bool| {
        let perturbed = |place| (0..64).any(|noise| differs(&Numbers::perturbed(&[(place, noise)])));
        (0..Numbers::places()).any(perturbed)
    };
    assert!(some(|numbers| numbers.capacity != Numbers::DEFAULT.capacity), "a number");
    assert!(some(|numbers| numbers.close_integration != Numbers::DEFAULT.close_integration), "a level");
    assert!(some(|numbers| numbers.effort.base != Numbers::DEFAULT.effort.base), "a table");
    assert!(some(|numbers| numbers.overload_risk != Numbers::DEFAULT.overload_risk), "a ladder");
    assert!(some(|numbers| numbers.needs.cto.values().contains(&Some(Proficiency::Novice))));
}

/// Every need occurs. Most thresholds are present, and most of these are near the default; some are absent.
#[test]
fn what_is_perturbed_varies() {
    let perturbed = |seed: u32| {
        let noise = |place: usize| {
            (u32::try_from(place).unwrap_or_default() + seed * 1_009)
                .wrapping_mul(2_654_435_761)
                .rotate_left(16)
        };
        Numbers::perturbed(
            &(0..Numbers::places()).map(|place| (place, noise(place))).collect::<alloc::vec::Vec<_>>(),
        )
    };
    let all: alloc::vec::Vec<Numbers> = (0..500).map(perturbed).collect();
    let needs = |need| all.iter().any(|it| it.needs.cto.values().contains(&need));
    assert!(needs(None) && Proficiency::ALL.iter().all(|level| needs(Some(*level))));
    let thresholds = all.iter().map(|it| it.overload_risk.load_above.threshold(Severity::Medium));
    let never = thresholds.clone().filter(Option::is_none).count();
    let near = thresholds.flatten().filter(|threshold| *threshold < 200).count();
    assert!((50..200).contains(&never) && near > 200, "{never} never, {near} near");
}

/// The edges of the bounds occur, such as a first threshold of 0 or the largest value allowed.
#[test]
fn the_edges_of_bounds_are_perturbed() {
    let some = |holds: fn(&Numbers) -> bool| {
        let perturbed = |place| (0..256).any(|noise| holds(&Numbers::perturbed(&[(place, noise)])));
        (0..Numbers::places()).any(perturbed)
    };
    for edge in [
        (|it| it.one_sided_focus.points_above.iter().next().is_some_and(|(_, at)| at == 0))
            as fn(&Numbers) -> bool,
        |it| it.one_sided_focus.points_above.iter().last().is_some_and(|(_, at)| at == 100),
        |it| it.overload_risk.load_above.iter().next().is_some_and(|(_, at)| at == 0),
        |it| it.overload_risk.load_above.iter().last().is_some_and(|(_, at)| at == u32::MAX),
        |it| it.insufficient_evidence.unknown_at_least.iter().next().is_some_and(|(_, at)| at == 0),
        |it| it.skill_gap.shortfall_at_least.iter().last().is_some_and(|(_, at)| at == 4),
        |it| it.capacity == 1,
        |it| it.capacity == 1_000,
        |it| it.effort.tenths_with_lead == 1,
        |it| it.effort.base.values().contains(&0),
        |it| it.effort.base.values().contains(&100),
        |it| it.context_switching.steps_down_focus_time == 4,
    ] {
        assert!(some(edge));
    }
}
