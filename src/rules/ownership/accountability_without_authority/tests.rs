//! Is `accountability-without-authority` raised where it should be, and as severe?

use super::*;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;
use crate::vocabulary::office::Office;

#[test]
fn every_lever_held_by_another() {
    let code = WarningCode::AccountabilityWithoutAuthority;
    for lever in LEVERS.iter() {
        for (rights, expected) in [(false, "medium"), (true, "low")] {
            let structure = || Structure::cpo(Seat::draft().remit([Responsibility::ProfitAndLoss]));
            let organization = || example::somewhere().safeguard(Safeguard::DecisionRights, rights);
            let with_office = structure().elsewhere(lever, Office::Ceo);
            assert_eq!(severity(code, example::proposed(organization(), with_office)), expected, "{lever}");
            assert_eq!(
                severity(code, example::proposed(organization(), structure())),
                "none",
                "nobody holds {lever}"
            );
            let contested = structure()
                .elsewhere(lever, Office::Ceo)
                .elsewhere(Responsibility::ProfitAndLoss, Office::Cfo);
            assert_eq!(severity(code, example::proposed(organization(), contested)), "none", "not alone");
        }
    }
}
