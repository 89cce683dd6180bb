#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// Where links and pictures of the README lead on this page.
#![doc = include_str!("picture.md")]
#![cfg_attr(any(feature = "serde", not(doctest)), doc = include_str!("../README.md"))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod advice;
mod assessment;
#[cfg(feature = "serde")]
mod document;
pub mod guide;
mod input;
pub mod measures;
mod model;
pub mod policy;
mod rules;
mod situation;
#[cfg(feature = "laws")]
mod testing;
mod vocabulary;

pub use assessment::extended::{AnyKey, Extended, NotExtended, evaluate_with};
pub use assessment::worlds;
pub use assessment::{
    Assessment, Explanation, SeatLoad, evaluate, evaluate_all, evaluate_under, explain, explain_under,
};
#[cfg(feature = "serde")]
pub use document::whole::FaultLimit;
pub use input::draft::Draft;
pub use input::fault::{Fault, FaultKind, Order};
pub use input::faults::Faults;
pub use input::found::{Found, Shape};
pub use input::place::{Place, Step};
pub use model::fact::{Fact, FactSet};
pub use model::organization::Organization;
pub use model::origin::Origin;
pub use model::proposal::Proposal;
pub use model::seat::Seat;
pub use model::structure::Structure;
pub use model::value::{Choices, Value};
pub use policy::ladder::Ladder;
pub use rules::benefit::{Benefit, BenefitCode};
pub use rules::catalogue::{Family, WarningCode, WarningSet};
pub use rules::custom::CustomRule;
pub use rules::evidence::Evidence;
pub use rules::policy::Policy;
pub use rules::remedy::Remedy;
pub use rules::warning::{Warning, WarningKey};
#[cfg(feature = "laws")]
pub use testing::laws;
#[cfg(feature = "laws")]
pub use testing::laws::violation::{Law, LawViolation};
#[cfg(feature = "proptest1")]
pub use testing::strategies;

pub use vocabulary::change::{Change, Incumbent, Trigger, TriggerSet};
pub use vocabulary::date::{Date, NoDate};
pub use vocabulary::escaped::Escaped;
pub use vocabulary::form::Form;
pub use vocabulary::office::{Holder, Office};
pub use vocabulary::responsibility::{ByResponsibility, Responsibility, ResponsibilitySet};
pub use vocabulary::role::{Field, Home, Question, Role};
pub use vocabulary::safeguard::Safeguard;
pub use vocabulary::scale::{Estimate, Headcount, IntoEstimate, Months, Percent, Scale, ScaleError};
pub use vocabulary::set::{Names, Set};
pub use vocabulary::severity::{BySeverity, Certainty, Severity, Verdict};
pub use vocabulary::signal::{ByMaturity, Maturity, Signal, SignalSet};
pub use vocabulary::skill::{BySkill, Proficiency, Skill, SkillSet};
pub use vocabulary::source::{Citation, Source, Strength};
pub use vocabulary::span::Span;
pub use vocabulary::stage::{Budget, ByStage, Stage};
pub use vocabulary::table::Table;
pub use vocabulary::word::{UnknownName, Word};
