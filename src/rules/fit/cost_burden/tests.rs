//! Is `cost-burden` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn the_message_names_the_heads_of_one_leader_alone() {
    let message = |draft: Draft<Proposal>| {
        let assessment = crate::assessment::evaluate(&draft.build().expect("it can be built"));
        alloc::format!("{}", assessment.warning(WarningCode::CostBurden).expect("it is raised"))
    };
    let poor = || example::somewhere().budget(Budget::OneExecutive);
    assert!(message(example::pair(poor())).ends_with("for two executives"));
    let heads = poor().in_place([Safeguard::ProductLead, Safeguard::EngineeringLead]);
    assert!(message(example::combined(heads)).contains("with a head of product in place"));
}

#[test]
fn a_cpto_costs_as_much_with_both_heads_alone() {
    let [product, engineering] = [Safeguard::ProductLead, Safeguard::EngineeringLead];
    let tight = || example::somewhere().budget(Budget::OneExecutive);
    let code = WarningCode::CostBurden;
    assert_eq!(severity(code, example::combined(tight().in_place([product, engineering]))), "low");
    assert_eq!(severity(code, example::combined(tight().in_place([product]).absent([engineering]))), "none");
    assert_eq!(severity(code, example::combined(tight())), "none to low");
    assert_eq!(severity(code, example::pair(tight())), "high");
    assert_eq!(severity(code, example::pair(example::somewhere())), "none to high");
}
