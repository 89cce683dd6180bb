//! What do several rules need to know of a proposal?

pub(crate) mod load;
pub(crate) mod view;
