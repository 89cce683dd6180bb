//! What always holds, for every proposal and every policy?
//!
//! Each law is a function that looks at what it is given and returns nothing where it holds, or a [`LawViolation`] with
//! a counter-example. They need no framework of tests: call them from a test, a fuzzer, or a program that checks a
//! policy before it is used. With the feature `proptest1`, the module `strategies` makes the proposals.
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
//! What a [`Policy`] refuses when it is built would make evaluations wrong: ladders out of order, more maturity that
//! makes things worse. Everything else is a judgement, and a judgement can contradict itself. One law can be broken by
//! a policy that was built, and is worth a test in every application that has a policy of its own: [`remedies`]. The
//! advice that comes with a warning has to work by the numbers of the policy. One in which focus time steps a warning
//! down by 0 still says "protect time", and the advice is empty.
//!
//! A policy that is meant to be stricter than another one must not hide a warning that the other gives.
//! [`Policy::is_at_least_as_strict_as`] says whether it is, and [`stricter`] holds it to that, proposal by proposal.
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
//!      to protect time for product and for technology, declared in advance",
//! );
//! # Ok::<(), cpto::Faults>(())
//! ```
//!
//! # Testing your own rules
//!
//! A [`CustomRule`](crate::CustomRule) is code, and no type can say that it reads what it says it does. [`custom_reads`] and
//! [`custom_narrowing`] hold it to that; the [guide](crate::guide::rules#what-to-test) says how.
//!
//! # All others
//!
//! They hold for every policy that can be built, but for [`dominance`] where two severities have the same points. An
//! application that trusts nobody runs them, too; the example `laws` runs most of them from the command line, for the
//! default policy or for a document:
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
pub(crate) mod living;
pub(crate) mod measuring;
pub(crate) mod remedies;
pub(crate) mod violation;
pub(crate) mod way;

pub use advice::{asking, dividing, dominance, repairing, watching};
pub use custom::{custom_narrowing, custom_reads, custom_repairing};
pub use evaluation::{exact, examples, mirror, narrowing, of_one, reads, round_trip, stricter};
pub use evidence::evidence;
pub use living::{accepting, combining, knowing};
pub use measuring::measuring;
pub use remedies::{family, remedies};
pub use way::handing_over;
