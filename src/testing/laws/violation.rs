//! What is reported when a law does not hold?

use core::fmt::{Debug, Display};

use alloc::string::{String, ToString};
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

/// The limit within which 100,000 worlds are evaluated.
pub(crate) const WORLDS: Limit = Limit::of(500_000);

/// A law on trial: its claims are checked on the proposals that it is given.
#[derive(Clone, Copy)]
pub(crate) struct Trial<'a> {
    pub(crate) law: Law,
    pub(crate) given: &'a [&'a Proposal],
}

impl Trial<'_> {
    /// Returns the violation of a law that is broken, with what was found.
    pub(crate) fn broken(self, found: impl Display) -> LawViolation {
        let counterexample = self.given.iter().map(|proposal| (*proposal).clone()).collect();
        LawViolation { law: self.law, found: found.to_string(), counterexample, is_broken: true }
    }

    /// Returns the violation of a law that cannot be checked, with the reason.
    pub(crate) fn unchecked(self, why: impl Display) -> LawViolation {
        LawViolation { is_broken: false, ..self.broken(why) }
    }

    /// Makes a claim of the law. If it is not true, the law is broken, and `otherwise` is what was found.
    pub(crate) fn claim(self, is_true: bool, otherwise: impl Display) -> Held {
        if is_true { Ok(()) } else { Err(self.broken(otherwise)) }
    }

    /// Claims that what was found is what it should be.
    #[expect(clippy::needless_pass_by_value, reason = "results are worked out where they are compared")]
    pub(crate) fn equal<T: PartialEq + Debug>(self, what: impl Display, found: T, expected: T) -> Held {
        self.claim(found == expected, format_args!("{what} is {found:?} and should be {expected:?}"))
    }

    /// Requires what is needed to check the law. If it is not met, `otherwise` is why the law cannot be checked.
    pub(crate) fn need(self, is_met: bool, otherwise: impl Display) -> Held {
        if is_met { Ok(()) } else { Err(self.unchecked(otherwise)) }
    }

    /// Requires that every world was evaluated.
    pub(crate) fn need_every_world(self, is_every: bool) -> Held {
        self.need(is_every, "there are more worlds than are looked at")
    }
}
