//! Which numbers does an evaluation go by?

pub(crate) mod ladder;
pub(crate) mod numbers;
pub(crate) mod setting;
#[cfg(feature = "proptest1")]
pub(crate) mod shaken;

pub use numbers::*;
pub use setting::Need;
