//! Which decisions to live with a proposal can there be?

use alloc::vec::Vec;

use proptest::arbitrary::Arbitrary;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::any;
use proptest::sample::{select, subsequence};
use proptest::strategy::{BoxedStrategy, Strategy};

use crate::advice::accept::{Acceptance, Acceptances};
use crate::input::draft::Draft;
use crate::rules::warning::WarningKey;
use crate::vocabulary::date::Date;
use crate::vocabulary::form::Form;
use crate::vocabulary::severity::Severity;

arbitrary! {
    /// Any day of some years, shrinking towards the first of 2026.
    Date = (2026..2030_u16, 1..=12_u8, 1..=31_u8)
        .prop_filter_map("a day of the calendar", |(year, month, day)| Self::new(year, month, day));
    /// Any warning of any seat, shrinking towards the first of the catalogue.
    WarningKey = select(keys());
    /// Any acceptances, shrinking towards none.
    Acceptances = accepting();
}

/// Every warning of every seat.
fn keys() -> Vec<WarningKey> {
    let mut keys: Vec<_> = Form::ALL.iter().flat_map(|form| WarningKey::all(*form)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn accepting() -> impl Strategy<Value = Acceptances> {
    let keys = keys();
    let severities = select(Severity::ALL.iter().copied().skip(1).collect::<Vec<_>>());
    let some = subsequence(keys.clone(), 0..=keys.len());
    (some, vec((severities, option::of(any::<Date>())), keys.len())).prop_map(|(keys, said)| {
        let of_each = keys.into_iter().zip(said).map(|(key, (up_to, until))| Acceptance {
            key,
            up_to,
            reason: "as decided".into(),
            by: "the board".into(),
            until,
        });
        of_each.fold(Acceptances::draft(), Draft::<Acceptances>::accept).build().unwrap_or_default()
    })
}
