//! What is stated: a company, seats, structures, a proposal, and every fact of it.

pub(crate) mod fact;
pub(crate) mod organization;
pub(crate) mod packed;
pub(crate) mod packing;
pub(crate) mod proposal;
pub(crate) mod question;
pub(crate) mod seat;
pub(crate) mod sentences;
pub(crate) mod structure;
pub(crate) mod value;
