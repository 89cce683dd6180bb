//! Which laws always hold, and on which proposals can they be tested?

#[doc(alias = "invariant")]
pub mod laws;
#[cfg(feature = "proptest1")]
pub mod strategies;
