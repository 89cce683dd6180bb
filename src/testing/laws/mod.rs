//! Which laws hold for every proposal and every policy?
//!
//! Each law is a function that returns `Ok(())` if the law holds for what it is given, or a [`LawViolation`] with a
//! counter-example. Laws need no test framework: call them from a test, a fuzzer, or a program that checks a policy before it is
//! used. With the feature `proptest1`, the module `strategies` makes the proposals.
//!
//! ```
//! use cpto::{Policy, Proposal, Seat, Structure, laws};
//!
//! let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
//! laws::of_one(&proposal, &Policy::DEFAULT)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Testing your own policy
//!
//! A [`Policy`] that would make evaluations wrong cannot be built, such as one with ladders out of order, or one in which more
//! maturity makes things worse. Everything else is a judgement, and a judgement can contradict itself. A policy that can be built
//! may still break one law, [`remedies`], so every application with its own policy should test it: the advice of a warning must
//! work by the numbers of the policy. If focus time steps a warning down by 0, the warning still advises to "reserve time", and
//! the advice is empty.
//!
//! A policy that is meant to be stricter than another must not hide a warning that the other gives.
//! [`Policy::is_at_least_as_strict_as`] says whether it is stricter, and [`stricter`] verifies that proposal by proposal.
//!
//! ```
//! use cpto::{LawViolation, Policy, WarningCode, laws};
//!
//! let lax = Policy::DEFAULT.with(|numbers| numbers.context_switching.steps_down_focus_time = 0)?;
//! let code = WarningCode::ContextSwitching;
//! let violation: LawViolation = laws::remedies(code, &laws::family(code), &lax).unwrap_err();
//! assert_eq!(
//!     violation.to_string(),
//!     "the law of remedies is broken: nowhere does it lower context-switching \
//!      to reserve time for product and for technology, announced in advance",
//! );
//! # Ok::<(), cpto::Faults>(())
//! ```
//!
//! # Testing your own rules
//!
//! A [`CustomRule`](crate::CustomRule) is code, and no type can guarantee that it reads only what it says it reads.
//! [`custom_reads`] checks this; the [guide](crate::guide::rules#what-to-test) explains how.
//!
//! # Other laws
//!
//! The other laws hold for every policy that can be built, except [`dominance`] if two severities have the same points. A
//! cautious application runs them as well. The example `laws` runs most of them from the command line, for the default policy or
//! for a document:
//!
//! ```text
//! cargo run --release --example laws --features proptest1 -- --seed 1 --count 10000 --policy policy.toml
//! ```
//!
//! [`LawViolation`]: crate::LawViolation
//! [`Policy`]: crate::Policy
//! [`Policy::is_at_least_as_strict_as`]: crate::Policy::is_at_least_as_strict_as

pub(crate) mod advice;
pub(crate) mod custom;
pub(crate) mod evaluation;
pub(crate) mod evidence;
pub(crate) mod handover;
pub(crate) mod living;
pub(crate) mod measuring;
pub(crate) mod remedies;
pub(crate) mod violation;

pub use advice::{asking, dividing, dominance, repairing, watching};
pub use custom::{custom_reads, custom_repairing};
pub use evaluation::{exact, examples, mirror, narrowing, of_one, reads, round_trip, stricter};
pub use evidence::evidence;
pub use handover::handing_over;
pub use living::{accepting, combining, knowing};
pub use measuring::measuring;
pub use remedies::{family, remedies};
