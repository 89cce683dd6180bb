//! What always holds, and proposals to try it on.

#[doc(alias = "invariant")]
pub mod laws;
#[cfg(feature = "proptest1")]
pub mod strategies;
