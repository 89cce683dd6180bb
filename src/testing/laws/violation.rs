//! What is reported when a law does not hold?

use alloc::string::String;
use alloc::vec::Vec;

use crate::model::proposal::Proposal;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    growing
    /// The name of a law. Each law is a function of the module [`laws`](crate::laws).
    pub enum Law as "law", told {
        /// [`exact`](crate::laws::exact)
        Exactness,
        /// [`reads`](crate::laws::reads), [`custom_reads`](crate::laws::custom_reads)
        Reads,
        /// [`narrowing`](crate::laws::narrowing)
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
/// // A family without the warning says nothing about its remedies.
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
    /// A description of what was found.
    pub found: String,
    /// The proposals for which the law does not hold, in the order in which they were given.
    pub counterexample: Vec<Proposal>,
    /// Whether the law is broken. If false, the law could not be checked.
    pub is_broken: bool,
}

pub(crate) type Held = Result<(), LawViolation>;

pub(crate) fn broken(law: Law, found: impl Into<String>, counterexample: &[&Proposal]) -> Held {
    let counterexample = counterexample.iter().map(|proposal| (*proposal).clone()).collect();
    Err(LawViolation { law, found: found.into(), counterexample, is_broken: true })
}

/// The limit within which 100,000 worlds are evaluated.
pub(crate) const WORLDS: Limit = Limit::of(500_000);

pub(crate) fn too_many_worlds(law: Law, proposal: &Proposal) -> Held {
    unchecked(law, "there are more worlds than are looked at", &[proposal])
}

pub(crate) fn unchecked(law: Law, found: impl Into<String>, counterexample: &[&Proposal]) -> Held {
    broken(law, found, counterexample).map_err(|violation| LawViolation { is_broken: false, ..violation })
}
