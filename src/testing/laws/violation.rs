//! What is told where a law does not hold?

use alloc::string::String;
use alloc::vec::Vec;

use crate::model::proposal::Proposal;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    growing
    /// The name of a law. Each is a function of the module [`laws`](crate::laws).
    pub enum Law as "law", told {
        /// [`exact`](crate::laws::exact)
        Exactness,
        /// [`reads`](crate::laws::reads), [`custom_reads`](crate::laws::custom_reads)
        Reads,
        /// [`narrowing`](crate::laws::narrowing), [`custom_narrowing`](crate::laws::custom_narrowing)
        Narrowing,
        /// [`evidence`](crate::laws::evidence)
        Evidence,
        /// [`examples`](crate::laws::examples)
        Examples,
        /// [`remedies`](crate::laws::remedies)
        Remedies,
        /// [`round_trip`](crate::laws::round_trip)
        RoundTrip,
        /// [`stricter`](crate::laws::stricter)
        Strictness,
        /// [`mirror`](crate::laws::mirror)
        Mirror,
        /// [`measuring`](crate::laws::measuring)
        Measuring,
        /// [`dominance`](crate::laws::dominance)
        Dominance,
        /// [`asking`](crate::laws::asking)
        Asking,
        /// [`watching`](crate::laws::watching)
        Watching,
        /// [`repairing`](crate::laws::repairing), [`custom_repairing`](crate::laws::custom_repairing)
        Repairing,
        /// [`dividing`](crate::laws::dividing)
        Dividing,
        /// [`accepting`](crate::laws::accepting)
        Accepting,
        /// [`combining`](crate::laws::combining)
        Combining,
        /// [`knowing`](crate::laws::knowing)
        Knowing,
        /// [`handing_over`](crate::laws::handing_over)
        HandingOver,
    }
}

/// A law that does not hold, with a counter-example, or that could not be checked.
///
/// ```
/// use cpto::{Law, Policy, Severity, WarningCode, laws};
///
/// // A family without the warning shows nothing of its remedies.
/// let quiet = [WarningCode::CostBurden.example(Severity::None).unwrap().build()?];
/// let violation = laws::remedies(WarningCode::CostBurden, &quiet, &Policy::DEFAULT).unwrap_err();
/// assert_eq!((violation.law, violation.is_broken), (Law::Remedies, false));
/// assert_eq!(violation.counterexample, quiet);
/// assert!(violation.to_string().starts_with("the law of remedies is not checked: no proposal"));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the law of {law} is {}: {found}", if *.is_broken { "broken" } else { "not checked" })]
#[non_exhaustive]
pub struct LawViolation {
    /// The law.
    pub law: Law,
    /// What was found, in words.
    pub found: String,
    /// The proposals for which it does not hold, in the order in which they were given.
    pub counterexample: Vec<Proposal>,
    /// Whether the law is broken, rather than too much to be checked.
    pub is_broken: bool,
}

/// What a law returns.
pub(crate) type Held = Result<(), LawViolation>;

/// A law that is broken.
pub(crate) fn broken(law: Law, found: impl Into<String>, counterexample: &[&Proposal]) -> Held {
    let counterexample = counterexample.iter().map(|proposal| (*proposal).clone()).collect();
    Err(LawViolation { law, found: found.into(), counterexample, is_broken: true })
}

/// Within this limit 100,000 worlds are looked at.
pub(crate) const WORLDS: Limit = Limit::of(500_000);

/// A law that could not be checked, since there are too many worlds.
pub(crate) fn too_many_worlds(law: Law, proposal: &Proposal) -> Held {
    unchecked(law, "there are more worlds than are looked at", &[proposal])
}

/// A law that could not be checked.
pub(crate) fn unchecked(law: Law, found: impl Into<String>, counterexample: &[&Proposal]) -> Held {
    broken(law, found, counterexample).map_err(|violation| LawViolation { is_broken: false, ..violation })
}
