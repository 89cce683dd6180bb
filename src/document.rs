//! How are inputs read from documents, and results written to them, in any format?
//!
//! Whatever a parser delivers goes straight to its target. A `Reader` tracks the place and collects every fault.

pub(crate) mod advice;
pub(crate) mod assessment;
pub(crate) mod entries;
pub(crate) mod living;
pub(crate) mod measures;
pub(crate) mod number;
pub(crate) mod policy;
pub(crate) mod proposal;
pub(crate) mod read;
#[cfg(feature = "schemars1")]
pub(crate) mod schema;
pub(crate) mod value;
pub(crate) mod whole;
pub(crate) mod write;
pub(crate) mod written_proposal;
