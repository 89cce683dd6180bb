//! What is wrong with an input, and where?

pub(crate) mod draft;
pub(crate) mod fault;
pub(crate) mod faults;
pub(crate) mod found;
pub(crate) mod place;
