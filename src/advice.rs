//! What follows from an assessment?
//!
//! An assessment says what is wrong with one proposal. The functions here answer the questions that follow. All of them are pure,
//! use a policy, and rest on the evaluation and its loads: see [`evaluate_under`](crate::evaluate_under). Functions that search
//! take a [`Limit`], answer within it, and state what is not proven.
//!
//! - [`accept`](mod@accept): which warnings the company has decided to live with, and whether each decision still holds.
//! - [`ask`](mod@ask): which unknown facts matter, and which to ask for first.
//! - [`chances`](mod@chances): how likely each possible result is, and whether one leader or two has less against it.
//! - [`combine`](mod@combine): what several people who answered separately know together, and where they disagree.
//! - [`compare`](mod@compare): what gets better or worse from one proposal to another, and which of several is the best.
//! - [`divide`](mod@divide): which responsibilities a CTO and a CPO should each hold.
//! - [`repair`](mod@repair): the least that has to change.
//! - [`review`](mod@review): what was learnt, forgotten and changed over time.
//! - [`shift`](mod@shift): which proposals get another verdict under another policy.
//! - [`handover`](mod@handover): the best order for responsibilities to change hands, from today to the proposed structure.
//! - [`watch`](mod@watch): what would change the picture, and how near that is.

#[doc(alias("waiver", "exception", "risk acceptance"))]
pub mod accept;
pub(crate) mod amend;
#[doc(alias("next question", "value of information"))]
pub mod ask;
#[doc(alias("probability", "likelihood", "odds"))]
pub mod chances;
pub mod combine;
#[doc(alias("what if", "what-if", "alternatives"))]
pub mod compare;
#[doc(alias("split of work", "assignment"))]
pub mod divide;
pub(crate) mod fact_changes;
pub mod handover;
#[doc(alias("fix", "mitigation"))]
pub mod repair;
pub(crate) mod restructure;
#[doc(alias("trend", "history"))]
pub mod review;
pub mod shift;
#[doc(alias("sensitivity", "tipping point"))]
pub mod watch;
pub(crate) mod work;

pub use crate::vocabulary::limit::Limit;
