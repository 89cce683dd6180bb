//! Which numbers does an evaluation use?

mod advising;
pub(crate) mod belief;
pub(crate) mod bounds;
mod checks;
mod defaults;
pub(crate) mod diff;
pub(crate) mod ladder;
pub(crate) mod numbers;
#[cfg(feature = "proptest1")]
pub(crate) mod random;
pub(crate) mod sections;
pub(crate) mod setting;

pub use belief::{Belief, HeadcountWeights, Odds, Weights};
pub use diff::Difference;
pub use numbers::*;
