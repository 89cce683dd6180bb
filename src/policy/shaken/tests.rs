//! Is every number of a policy changed, within its bounds?

use proptest::prelude::*;

use super::*;
use crate::vocabulary::skill::Proficiency;

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    /// The stand-in for a policy that is refused is never needed.
    #[test]
    fn every_shaken_policy_is_valid(
        changes in proptest::collection::vec((0..Numbers::places(), any::<u32>()), 0..400)
    ) {
        let faults = Numbers::shaken(&changes).faults();
        prop_assert_eq!(faults.as_slice(), []);
    }
}

#[test]
fn every_kind_of_number_is_shaken() {
    let some = |differs: fn(&Numbers) -> bool| {
        let shaken = |place| (0..64).any(|noise| differs(&Numbers::shaken(&[(place, noise)])));
        (0..Numbers::places()).any(shaken)
    };
    assert!(some(|numbers| numbers.capacity != Numbers::DEFAULT.capacity), "a number");
    assert!(some(|numbers| numbers.close_integration != Numbers::DEFAULT.close_integration), "a level");
    assert!(some(|numbers| numbers.effort.base != Numbers::DEFAULT.effort.base), "a table");
    assert!(some(|numbers| numbers.overload_risk != Numbers::DEFAULT.overload_risk), "a ladder");
    assert!(some(|numbers| numbers
        .needs
        .cto
        .values()
        .iter()
        .any(|need| need.0 == Some(Proficiency::Novice))));
}

/// Every need comes up. Of thresholds most are there, most of these are near the default, and some are never.
#[test]
fn what_is_shaken_varies() {
    let shaken = |seed: u32| {
        let noise = |place: usize| {
            (u32::try_from(place).unwrap_or_default() + seed * 1_009)
                .wrapping_mul(2_654_435_761)
                .rotate_left(16)
        };
        Numbers::shaken(
            &(0..Numbers::places()).map(|place| (place, noise(place))).collect::<alloc::vec::Vec<_>>(),
        )
    };
    let all: alloc::vec::Vec<Numbers> = (0..500).map(shaken).collect();
    let needs = |need| all.iter().any(|it| it.needs.cto.values().iter().any(|found| found.0 == need));
    assert!(needs(None) && Proficiency::ALL.iter().all(|level| needs(Some(*level))));
    let thresholds = all.iter().map(|it| it.overload_risk.load_above.threshold(Severity::Medium));
    let never = thresholds.clone().filter(Option::is_none).count();
    let near = thresholds.flatten().filter(|threshold| *threshold < 200).count();
    assert!((50..200).contains(&never) && near > 200, "{never} never, {near} near");
}
