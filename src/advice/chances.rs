//! How likely is each result that is possible?
//!
//! An assessment says what is possible. If only ten facts about a company are known, much is possible, and somebody still has to
//! decide. [`chances`] weighs what is possible: it returns the chance of each severity for each warning, the chance of each
//! verdict, and whether [one leader or two](one_or_two) has less against it.
//!
//! A chance is the weight of the worlds in which something is so, divided by the weight of all worlds that agree with the facts.
//! The weight of a world comes from a [`Belief`](crate::policy::Belief), and nobody measured the default one: each value of a
//! scale weighs the same, stage and headcount go together, and the signals of one company are alike. So a chance is no forecast,
//! and nothing here changes a severity or a verdict of [`evaluate`](crate::evaluate).
//!
//! If the facts that are read leave at most 8,192 worlds, all of them are counted and the chance is exact. Otherwise 8,192 worlds
//! are drawn by their weights, the same ones every time, and [`Spread::within`] states the margin of error. A limit below the
//! default may allow fewer: one world for every eight evaluations. The [guide](crate::guide::chances) has the objection to all
//! this, our reply, a custom belief, and published cases.
//!
//! ```
//! use cpto::advice::Limit;
//! use cpto::advice::chances::{Answer, one_or_two};
//! use cpto::policy::Belief;
//! use cpto::{Organization, Policy, Proposal, Seat, Stage, Structure};
//!
//! let organization = Organization::draft().stage(Stage::Startup).headcount(12);
//! let proposal =
//!     Proposal::draft().organization(organization).proposed(Structure::combined(Seat::draft())).build()?;
//! let leaders = one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default()).unwrap();
//! println!("{}", leaders.answer);
//! # Ok::<(), cpto::Faults>(())
//! ```

mod chosen;
mod custom;
pub(crate) mod draw;
mod growth;
pub(crate) mod leaders;
mod model;
mod parts;
pub(crate) mod people;
pub(crate) mod tally;
mod warnings;
mod wide;

pub use custom::chances_with;
pub use leaders::{After, Answer, Leaders, NextQuestion, OfLeaders, OneOrTwo};
pub use parts::Spread;
pub use tally::one_or_two;
pub use warnings::{Chances, OfSeverity, OfVerdict, Truth, chance_of, chances};
