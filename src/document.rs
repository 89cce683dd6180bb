//! How are inputs read from documents, and results written to them, in any format?
//!
//! Whatever a parser delivers goes straight to its target. A `Reader` tracks the place and collects every fault.

#[cfg(feature = "serde")]
pub(crate) mod advice;
#[cfg(feature = "serde")]
pub(crate) mod assessment;
#[cfg(feature = "serde")]
pub(crate) mod entries;
#[cfg(feature = "serde")]
pub(crate) mod living;
#[cfg(feature = "serde")]
pub(crate) mod measures;
#[cfg(feature = "serde")]
pub(crate) mod number;
#[cfg(feature = "serde")]
pub(crate) mod policy;
#[cfg(feature = "serde")]
pub(crate) mod proposal;
#[cfg(feature = "serde")]
pub(crate) mod read;
#[cfg(feature = "schemars1")]
pub(crate) mod schema;
#[cfg(feature = "serde")]
pub(crate) mod value;
#[cfg(feature = "serde")]
pub(crate) mod whole;
#[cfg(feature = "serde")]
pub(crate) mod write;
#[cfg(feature = "serde")]
pub(crate) mod written_proposal;
