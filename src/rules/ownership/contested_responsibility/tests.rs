//! Is `contested-responsibility` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;

#[test]
fn core_or_not_with_and_without_rights() {
    for (both, rights, expected) in [
        (Responsibility::Roadmap, false, "high"),
        (Responsibility::Roadmap, true, "medium"),
        (Responsibility::Privacy, false, "medium"),
        (Responsibility::Privacy, true, "low"),
        (Responsibility::TradeOffs, false, "none"),
    ] {
        let seat = |own| Seat::draft().remit([own, both]);
        let structure = Structure::pair(seat(Responsibility::Delivery), seat(Responsibility::Requirements));
        let organization = example::somewhere().safeguard(Safeguard::DecisionRights, rights);
        let found =
            severity(WarningCode::ContestedResponsibility, example::proposed(organization, structure));
        assert_eq!(found, expected, "{both} {rights}");
    }
}
