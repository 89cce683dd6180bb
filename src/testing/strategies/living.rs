//! How are acceptances, answers and origins generated?

use alloc::vec::Vec;

use proptest::arbitrary::Arbitrary;
use proptest::collection::{SizeRange, vec};
use proptest::option;
use proptest::prelude::any;
use proptest::sample::{select, subsequence};
use proptest::strategy::{BoxedStrategy, Strategy};

use crate::advice::accept::{Acceptance, Acceptances};
use crate::input::draft::Draft;
use crate::model::fact::Fact;
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::rules::warning::WarningKey;
use crate::testing::strategies::arbitrary::arbitrary;
use crate::testing::strategies::draws::drawn;
use crate::vocabulary::date::Date;
use crate::vocabulary::form::Form;
use crate::vocabulary::notes::note;
use crate::vocabulary::severity::Severity;

arbitrary! {
    /// Any day of the years 2026 to 2029, shrinking towards the first of 2026.
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

/// Generates the answers of several people who answer the questions about one proposal separately, whatever they know of each
/// fact. Shrinks towards few who know the quietest.
///
/// ```
/// use cpto::{Policy, laws, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// TestRunner::deterministic().run(&strategies::answers(2..4), |answers| {
///     laws::combining(&answers, &Policy::DEFAULT)?;
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn answers(count: impl Into<SizeRange>) -> impl Strategy<Value = Vec<Proposal>> + Clone {
    let noises = drawn(3 * Fact::ALL.len(), |draws| draws.noises(10).collect::<Vec<_>>());
    (any::<Proposal>(), vec(noises, count))
        .prop_map(|(proposal, apart)| apart.into_iter().map(|noises| proposal.noisy(noises)).collect())
}

/// Generates a proposal that states where some of its facts come from. Shrinks towards no such statements.
pub fn with_origins(proposal: Proposal) -> impl Strategy<Value = Proposal> + Clone {
    let text = || option::of(select(&["", "the CTO", "minutes, page 3"][..]));
    let origin = (text(), text(), option::of(any::<Date>())).prop_map(|(by, source, on)| Origin {
        by: by.map(Into::into),
        source: source.map(Into::into),
        on,
    });
    vec((any::<Fact>(), origin), 0..6).prop_map(move |origins| {
        let mut known = proposal.clone();
        for (fact, origin) in origins {
            note(&mut known.origins, fact, origin);
        }
        known
    })
}
