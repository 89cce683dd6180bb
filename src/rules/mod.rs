//! What may go wrong with a proposal, and what is in its favour?

pub(crate) mod benefit;
pub(crate) mod capacity;
pub(crate) mod catalogue;
pub(crate) mod challenge;
pub(crate) mod collaboration;
pub(crate) mod custom;
mod depends;
pub(crate) mod evidence;
pub(crate) mod example;
pub(crate) mod fit;
pub(crate) mod governance;
pub(crate) mod ownership;
pub(crate) mod policy;
pub(crate) mod remedy;
pub(crate) mod rule;
pub(crate) mod table;
pub(crate) mod warning;
