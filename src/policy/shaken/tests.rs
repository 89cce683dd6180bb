//! Is every number of a policy changed, within its bounds?

use proptest::prelude::*;

use super::*;
use crate::Proficiency;

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
        prop_assert_eq!(Numbers::shaken(&changes).faults(), []);
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
