//! What does a proposal state: which company, seats and structures, and which facts?

pub(crate) mod fact;
pub(crate) mod organization;
pub(crate) mod origin;
pub(crate) mod origins;
pub(crate) mod packed;
pub(crate) mod packing;
pub(crate) mod proposal;
pub(crate) mod question;
pub(crate) mod seat;
pub(crate) mod sentences;
pub(crate) mod shared;
pub(crate) mod structure;
pub(crate) mod value;
