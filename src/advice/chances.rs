//! What is likely, apart from what is possible?
//!
//! An assessment says what can be. Of a company of which ten facts are known, much can be, and somebody still has to decide.
//! [`chances`] says how much of what can be speaks for what: for each warning the chance of each severity, the chance of each
//! verdict, and whether [one leader or two](one_or_two) has less against it.
//!
//! A chance is the weight of the worlds in which something is so by the weight of all that agree with the facts. What a world
//! weighs is a [`Belief`](crate::policy::Belief), and nobody measured the default one: each value of a scale weighs the same,
//! stage and headcount go together, and the signals of one company are alike. So a chance is no forecast, and nothing here
//! changes a severity or a verdict of [`evaluate`](crate::evaluate).
//!
//! Where the facts that are read leave at most 8,192 worlds, all of them are counted and the chance is exact. Otherwise 8,192
//! worlds are drawn by their weights, the same ones every time, and [`Spread::within`] says how near that is. With a limit below the
//! default one, it may be fewer: one for eight evaluations. The
//! [guide](crate::guide::chances) has the objection to all this, our reply, a belief of one's own, and published cases.
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
