//! Is `unowned-responsibility` raised where it should be, and as severe?

use super::*;
use crate::rules::catalogue::WarningCode;
use crate::rules::catalogue::tests::severity;
use crate::vocabulary::office::Office;

#[test]
fn core_or_not_and_held_elsewhere() {
    let code = WarningCode::UnownedResponsibility;
    assert_eq!(severity(code, without(Some(Responsibility::Privacy))), "medium");
    let alone = || Structure::cto(Seat::draft());
    assert_eq!(severity(code, example::proposed(example::somewhere(), alone())), "high");
    let elsewhere = ResponsibilitySet::of_home(crate::vocabulary::role::Home::Cpo)
        .iter()
        .fold(alone(), |structure, it| structure.elsewhere(it, Office::Ceo));
    assert_eq!(severity(code, example::proposed(example::somewhere(), elsewhere)), "none");
    let not_applicable = ResponsibilitySet::of_home(crate::vocabulary::role::Home::Cpo)
        .without(Responsibility::Roadmap)
        .iter()
        .fold(example::somewhere(), |draft, it| draft.not_applicable(it, "a research laboratory"));
    assert_eq!(severity(code, example::proposed(not_applicable, alone())), "high");
}
