#![no_std]
#![forbid(unsafe_code)]
#![doc = include_str!("../README.md")]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod assessment;
mod benefit;
mod document;
mod draft;
mod fact;
mod fault;
mod ladder;
mod load;
mod organization;
pub mod policy;
mod proposal;
mod remedy;
mod responsibility;
mod role;
mod safeguard;
mod scale;
mod seat;
mod severity;
mod signal;
mod situation;
mod skill;
mod source;
mod structure;
pub mod warning;
mod word;

pub use assessment::{Assessment, SeatLoad, evaluate, evaluate_under};
pub use benefit::{Benefit, BenefitCode};
pub use draft::Draft;
pub use fact::{Fact, FactSet};
pub use fault::{Fault, FaultKind, Faults, Place, Step};
pub use ladder::Ladder;
pub use organization::{Budget, ByStage, Organization, Stage};
pub use policy::{ByResponsibility, Numbers, Policy};
pub use proposal::{Change, Incumbent, Proposal, Trigger};
pub use remedy::Remedy;
pub use responsibility::{Responsibility, ResponsibilitySet};
pub use role::{Home, Question, Role};
pub use safeguard::{Safeguard, SafeguardSet};
pub use scale::{Estimate, Headcount, IntoEstimate, Percent, Scale, Span};
pub use seat::Seat;
pub use severity::{Certainty, Severity, Verdict};
pub use signal::{ByMaturity, Domain, Maturity, Signal, SignalSet};
pub use skill::{BySkill, Craft, Proficiency, Skill, SkillSet};
pub use source::{Citation, Source, Strength};
pub use structure::{Form, Office, Structure};
pub use warning::{Family, Warning, WarningCode};
pub use word::{Table, UnknownName, Word};
