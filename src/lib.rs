#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(any(feature = "serde", not(doctest)), doc = include_str!("../README.md"))]
//!
//! # The types, in reading order
//!
//! 1. [`Organization`]: the company. [`Estimate`] is how each fact is stated: exact, a range, or unknown.
//! 2. [`Responsibility`], [`Signal`], [`Skill`], [`Safeguard`]: the vocabulary, each name with its source.
//! 3. [`Seat`] and [`Structure`]: who holds what. [`Proposal`]: from what to what, and why now. A [`Draft`] is any of them
//!    while it is put together; what is wrong is reported all at once, as [`Faults`] with their places.
//!    Who has figures instead of levels starts at [`measures`].
//! 4. [`evaluate`] makes an [`Assessment`]: [`Warning`]s, [`Benefit`]s, loads, and the verdict. Each warning's page is its
//!    struct in [`warning`].
//! 5. [`Policy`]: every number that the evaluation goes by. [`evaluate_under`] takes another one.
//! 6. [`advice`]: what follows from assessments: what to ask, to watch and to repair, how to divide, and which is the best.
//! 7. [`worlds`]: what an evaluation means, and [`laws`]: what always holds, and how to test a policy of your own.

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod advice;
mod assessment;
mod benefit;
mod document;
mod draft;
mod fact;
mod fault;
mod knowledge;
mod ladder;
pub mod laws;
mod load;
pub mod measures;
mod organization;
pub mod policy;
mod proposal;
mod remedy;
mod responsibility;
mod restructure;
mod role;
mod safeguard;
mod scale;
mod seat;
mod severity;
mod signal;
mod situation;
mod skill;
mod source;
#[cfg(feature = "proptest1")]
pub mod strategies;
mod structure;
pub mod warning;
mod word;
pub mod worlds;

pub use assessment::{Assessment, SeatLoad, evaluate, evaluate_under};
pub use benefit::{Benefit, BenefitCode};
pub use draft::Draft;
pub use fact::{Fact, FactSet, Reads};
pub use fault::{Fault, FaultKind, Faults, Place, Step};
pub use knowledge::Value;
pub use ladder::Ladder;
pub use laws::{Law, LawViolation};
pub use organization::{Budget, ByStage, Organization, Stage};
pub use policy::{ByResponsibility, Numbers, Policy};
pub use proposal::{Change, Incumbent, Proposal, Trigger};
pub use remedy::Remedy;
pub use responsibility::{Responsibility, ResponsibilitySet};
pub use role::{Home, Question, Role, RoleSet};
pub use safeguard::{Safeguard, SafeguardSet};
pub use scale::{Estimate, Headcount, IntoEstimate, Percent, Scale, Span};
pub use seat::Seat;
pub use severity::{Certainty, Severity, Verdict};
pub use signal::{ByMaturity, Domain, Maturity, Signal, SignalSet};
pub use skill::{BySkill, Craft, Proficiency, Skill, SkillSet};
pub use source::{Citation, Source, Strength};
pub use structure::{Form, Holder, Office, Structure};
pub use warning::{Family, Warning, WarningCode, WarningKey, WarningSet};
pub use word::{Table, UnknownName, Word};
