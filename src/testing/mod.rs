//! What always holds, and proposals to try it on.

pub mod laws;
#[cfg(feature = "proptest1")]
pub mod strategies;
pub mod worlds;
