//! What is wrong with an input, and where?

pub(crate) mod draft;
pub(crate) mod fault;
