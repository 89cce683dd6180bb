//! What follows from an assessment?
//!
//! An assessment says what is wrong with one proposal. The functions here answer what people ask next. All of them are
//! pure, go by a policy, and rest on the evaluation and its loads: see [`evaluate_under`](crate::evaluate_under).
//!
//! - [`ask`]: which of the facts that are not known matter, and what to ask for first.
//! - [`compare`]: what gets better and worse from one proposal to another, and which of several is the best.
//! - [`divide`]: who should hold what, of a CTO and a CPO.
//! - [`repair`]: the least that has to change.
//! - [`watch`]: what would change the picture, how near that is, and how it changed over time.

pub mod ask;
pub mod compare;
pub mod divide;
pub mod repair;
pub(crate) mod restructure;
pub mod watch;
