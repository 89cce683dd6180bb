//! Which proposals raise a given warning, whatever their other facts are?

use alloc::vec::Vec;

use proptest::sample::select;
use proptest::strategy::Strategy;

use crate::assessment::evaluate_under;
use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::testing::laws::remedies::{family, read_by};
use crate::testing::strategies::draws::drawn;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::span::Span;

/// Generates proposals for which the severity of a warning under a policy is as wanted, whatever their other facts are. Returns
/// `None` if it is so for none of the warning's [examples](WarningCode::example) and none of their [family](crate::laws::family).
/// Shrinks towards the mildest of them, with all other facts at their quietest.
///
/// `is_wanted` gets the severity over all worlds, the worst of all seats. So it can ask for a warning that is certain, possible or
/// absent:
///
/// ```
/// use cpto::{Policy, Severity, Span, WarningCode, evaluate, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let certain = |severity: Span<Severity>| severity.least() >= Severity::High;
/// let possible = |severity: Span<Severity>| severity.least() == Severity::None && severity.most() > Severity::None;
/// let code = WarningCode::OverloadRisk;
/// let proposals = strategies::raising(code, &Policy::DEFAULT, possible).unwrap();
/// TestRunner::deterministic().run(&proposals, |proposal| {
///     prop_assert!(possible(evaluate(&proposal).severity(code)));
///     Ok(())
/// })?;
/// // Every CPTO lacks a counterpart, whatever the facts are, unless the policy says otherwise.
/// let code = WarningCode::NoCounterpartChallenge;
/// assert!(strategies::raising(code, &Policy::DEFAULT, possible).is_none());
/// let code = WarningCode::CostBurden;
/// let ours = Policy::DEFAULT.with(|numbers| {
///     (numbers.cost_burden.combined, numbers.cost_burden.pair) = (Severity::None, Severity::None);
/// })?;
/// assert!(strategies::raising(code, &ours, certain).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn raising<F: Fn(Span<Severity>) -> bool + Clone + 'static>(
    code: WarningCode,
    policy: &Policy,
    is_wanted: F,
) -> Option<impl Strategy<Value = Proposal> + Clone + use<F>> {
    let forgotten = |example: Proposal| [example.forget(read_by(code, &example, policy)), example];
    let examples = Severity::ALL.iter().filter_map(|at| code.example(*at)?.build().ok()).flat_map(forgotten);
    let policy = policy.clone();
    let severity = move |proposal: &Proposal| evaluate_under(proposal, &policy).severity(code);
    let mut wanted: Vec<Proposal> = examples.filter(|it| is_wanted(severity(it))).collect();
    if wanted.is_empty() {
        wanted = family(code).into_iter().filter(|it| is_wanted(severity(it))).collect();
    }
    wanted.sort_by_key(|it| severity(it).least);
    let noises = drawn(3 * Fact::ALL.len(), |draws| draws.noises(10).collect::<Vec<_>>());
    // A fact is stated anew if the severity stays as wanted; the facts that the warning does not read always are.
    let noisy = move |(wanted, noises): (Proposal, Vec<_>)| {
        noises.into_iter().fold(wanted, |proposal, noise| {
            let stated = proposal.noisy([noise]);
            if is_wanted(severity(&stated)) { stated } else { proposal }
        })
    };
    (!wanted.is_empty()).then(|| (select(wanted), noises).prop_map(noisy))
}
