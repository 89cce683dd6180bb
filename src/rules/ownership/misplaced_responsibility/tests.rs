//! Is `misplaced-responsibility` raised where it should be, and as severe?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;
use crate::vocabulary::office::Office;

#[test]
fn the_message_names_both_sides() {
    let swapped = ResponsibilitySet::of(&[Responsibility::Roadmap]);
    let architecture = ResponsibilitySet::of(&[Responsibility::Architecture]);
    let all = crate::assessment::evaluate(
        &Proposal::draft()
            .proposed(Structure::pair(
                Seat::draft().remit(swapped.iter()),
                Seat::draft().remit(architecture.iter()),
            ))
            .build()
            .expect("it can be built"),
    );
    let warning = all.warning(WarningCode::MisplacedResponsibility).expect("it is raised");
    let message = alloc::format!("{warning}");
    assert!(message.contains("the CTO alone holds roadmap"), "{message}");
    assert!(message.contains(" and the CPO alone holds architecture"), "{message}");
}

#[test]
fn core_or_not_with_and_without_rights() {
    for (moved, rights, expected) in [
        (Responsibility::Roadmap, false, "medium"),
        (Responsibility::Roadmap, true, "low"),
        (Responsibility::Privacy, false, "low"),
        (Responsibility::Privacy, true, "none"),
        (Responsibility::TradeOffs, false, "none"),
    ] {
        let cto = Seat::draft().remit([Responsibility::Delivery, moved]);
        let organization = || example::somewhere().safeguard(Safeguard::DecisionRights, rights);
        let code = WarningCode::MisplacedResponsibility;
        let pair = Structure::pair(cto.clone(), Seat::draft().remit([Responsibility::Requirements]));
        assert_eq!(severity(code, example::proposed(organization(), pair)), expected, "{moved} {rights}");
        let contested = Structure::cto(cto).elsewhere(moved, Office::Coo);
        assert_eq!(severity(code, example::proposed(organization(), contested)), "none", "{moved}");
    }
    assert_eq!(
        severity(WarningCode::MisplacedResponsibility, example::combined(example::somewhere())),
        "none"
    );
}
