//! Which proficiency does a CPTO need for each skill?

use super::*;
use crate::rules::policy::Policy;

#[test]
fn a_cpto_needs_the_higher_of_the_two() {
    let needs = Policy::DEFAULT.numbers().needs;
    for &skill in Skill::ALL {
        for &role in Role::ALL {
            assert_eq!(skill.default_need(role), needs.of(role, skill), "{skill} of the {role}");
        }
    }
}
