#![no_std]
#![forbid(unsafe_code)]
// Where links and pictures of the README lead on this page.
#![doc = include_str!("links.md")]
#![doc = include_str!("picture.md")]
#![cfg_attr(any(feature = "serde", not(doctest)), doc = include_str!("../README.md"))]

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
#[cfg(all(feature = "serde", any(doc, doctest)))]
pub mod guide;
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
pub use fault::{Fault, FaultKind, Faults, Found, Order, Place, Shape, Step};
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
