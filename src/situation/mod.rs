//! What do several rules need to know about a proposal, in one world and over all worlds?

pub(crate) mod case;
pub(crate) mod condition;
pub(crate) mod distinct;
pub(crate) mod growth;
pub(crate) mod known;
pub(crate) mod load;
pub(crate) mod quantity;
pub(crate) mod shortfall;
mod stated;
pub(crate) mod world;
