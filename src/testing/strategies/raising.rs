//! Which proposals raise a given warning, whatever their other facts are?

use alloc::vec::Vec;

use proptest::sample::select;
use proptest::strategy::Strategy;

use crate::assessment::evaluate_under;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::testing::laws::remedies::{family, read_by};
use crate::testing::strategies::draws::drawn;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::span::Span;

/// A proposal, and the facts that a warning depends on.
type Example = (Proposal, FactSet);

fn with_read_facts(proposal: Proposal, code: WarningCode, policy: &Policy) -> Example {
    let read = read_by(code, &proposal, policy);
    // `insufficient-evidence` counts what is known about the signals.
    let counted = Signal::ALL.iter().map(|signal| Fact::Signal(*signal)).collect();
    let read = if code.counts_towards_verdict() { read } else { read.union(counted) };
    (proposal, read)
}

/// States anything about the facts that a warning does not read.
fn elsewhere_noisy(examples: Vec<Example>) -> impl Strategy<Value = Proposal> + Clone {
    (select(examples), drawn(3 * Fact::all().count(), |draws| draws.noises(10).collect::<Vec<_>>())).prop_map(
        |((example, read), noises)| {
            example.noisy(noises.into_iter().filter(|(fact, _)| !read.contains(*fact)))
        },
    )
}

fn severity(proposal: &Proposal, code: WarningCode, policy: &Policy) -> Span<Severity> {
    evaluate_under(proposal, policy).severity(code)
}

/// The proposals that raise a warning in every world under a policy, the mildest first: the examples or, if none of them does,
/// their relatives.
fn examples(code: WarningCode, policy: &Policy) -> Vec<Example> {
    let least = |proposal: &Proposal| severity(proposal, code, policy).least;
    let raised = |proposal: &Proposal| least(proposal) > Severity::None;
    let built = Severity::ALL.iter().skip(1).filter_map(|at| code.example(*at)?.build().ok());
    let mut examples: Vec<Proposal> = built.filter(raised).collect();
    if examples.is_empty() {
        examples = family(code).into_iter().filter(raised).collect();
    }
    examples.sort_by_key(least);
    examples.into_iter().map(|example| with_read_facts(example, code, policy)).collect()
}

/// Generates a proposal that raises a warning in every world under the default policy, whatever the facts that the warning does
/// not read. Shrinks towards the mildest, with all other facts at their quietest.
///
/// ```
/// use cpto::{Severity, WarningCode, evaluate, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let code = WarningCode::OverloadRisk;
/// TestRunner::deterministic().run(&strategies::raising(code), |proposal| {
///     prop_assert!(evaluate(&proposal).severity(code).least() > Severity::None);
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn raising(code: WarningCode) -> impl Strategy<Value = Proposal> + Clone {
    elsewhere_noisy(examples(code, Policy::standard()))
}

/// Generates the same under any policy; `None` if the policy gives the warning to none of the warning's
/// [family](crate::laws::family), as when it never gives it. Shrinks as [`raising`] does.
///
/// ```
/// use cpto::{Policy, Severity, WarningCode, evaluate_under, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let code = WarningCode::CostBurden;
/// let ours = Policy::DEFAULT.with(|numbers| numbers.cost_burden.combined = Severity::None)?;
/// TestRunner::deterministic().run(&strategies::raising_under(code, &ours).unwrap(), |proposal| {
///     prop_assert!(evaluate_under(&proposal, &ours).severity(code).least() > Severity::None);
///     Ok(())
/// })?;
/// let never = ours.with(|numbers| numbers.cost_burden.pair = Severity::None)?;
/// assert!(strategies::raising_under(code, &never).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn raising_under(
    code: WarningCode,
    policy: &Policy,
) -> Option<impl Strategy<Value = Proposal> + Clone + use<>> {
    let examples = examples(code, policy);
    (!examples.is_empty()).then(|| elsewhere_noisy(examples))
}

/// Generates a proposal that raises a warning at a severity in every world under the default policy, or for `none`, in no world;
/// `None` if the policy never makes the warning so severe. Shrinks as [`raising`] does.
///
/// ```
/// use cpto::{Severity, WarningCode, evaluate, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let code = WarningCode::OverloadRisk;
/// let critical = strategies::raising_at(code, Severity::Critical).unwrap();
/// TestRunner::deterministic().run(&critical, |proposal| {
///     prop_assert_eq!(evaluate(&proposal).severity(code).value(), Some(Severity::Critical));
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn raising_at(code: WarningCode, severity: Severity) -> Option<impl Strategy<Value = Proposal> + Clone> {
    let example = code.example(severity)?.build().ok()?;
    Some(elsewhere_noisy(alloc::vec![with_read_facts(example, code, Policy::standard())]))
}

/// Generates a proposal that raises a warning in some worlds and not in others, under the default policy; `None` if no fact
/// decides whether there is a warning at all, as for `no-counterpart-challenge`, which every CPTO has. Shrinks as [`raising`]
/// does.
///
/// ```
/// use cpto::{Severity, WarningCode, evaluate, strategies};
/// use proptest::{prelude::*, test_runner::TestRunner};
///
/// let code = WarningCode::OverloadRisk;
/// TestRunner::deterministic().run(&strategies::possibly_raising(code).unwrap(), |proposal| {
///     let severity = evaluate(&proposal).severity(code);
///     prop_assert!(severity.least() == Severity::None && severity.most() > Severity::None);
///     Ok(())
/// })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn possibly_raising(code: WarningCode) -> Option<impl Strategy<Value = Proposal> + Clone> {
    let policy = Policy::standard();
    let forgotten = |(example, read): Example| (example.forget(read), read);
    let is_possible = move |example: &Proposal| {
        let severity = severity(example, code, policy);
        severity.least == Severity::None && severity.most > Severity::None
    };
    let examples = examples(code, policy).into_iter().map(forgotten);
    let examples: Vec<_> = examples.filter(|(example, _)| is_possible(example)).collect();
    (!examples.is_empty()).then(|| {
        // Facts are learnt again, as long as the warning stays only possible.
        let learning = drawn(3 * Fact::all().count(), |draws| draws.noises(8).collect::<Vec<_>>());
        (elsewhere_noisy(examples), learning).prop_map(move |(forgotten, learning)| {
            let (forgotten, read) = with_read_facts(forgotten, code, policy);
            let learning = learning.into_iter().filter(|(fact, _)| read.contains(*fact));
            learning.fold(forgotten, |known, learnt| {
                let narrower = known.noisy([learnt]);
                if is_possible(&narrower) { narrower } else { known }
            })
        })
    })
}
