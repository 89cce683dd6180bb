//! How are inputs read from documents, and results written to them, whatever the format?
//!
//! A document is read into a [`Node`] first, which keeps repeated keys and everything that is of a wrong type. Then
//! it is walked with a [`Reader`], which knows the place and collects every fault.

//OFF advice
#[cfg(feature = "serde")]
pub(crate) mod assessment;
#[cfg(feature = "serde")]
pub(crate) mod measures;
#[cfg(feature = "serde")]
pub(crate) mod node;
#[cfg(feature = "serde")]
pub(crate) mod policy;
#[cfg(feature = "serde")]
pub(crate) mod proposal;
#[cfg(feature = "serde")]
pub(crate) mod read;
#[cfg(feature = "schemars1")]
pub(crate) mod schema;
#[cfg(feature = "serde")]
pub(crate) mod write;

#[cfg(feature = "serde")]
pub(crate) use policy::section;
#[cfg(feature = "serde")]
pub(crate) use read::{word, word_set};
#[cfg(feature = "schemars1")]
pub(crate) use schema::object;

/// Without the feature `serde`, nothing is declared for documents.
#[cfg(not(feature = "serde"))]
mod none {
    macro_rules! none {
        ($($any:tt)*) => {};
    }
    pub(crate) use none as section;
    pub(crate) use none as word;
    pub(crate) use none as word_set;
}
#[cfg(not(feature = "serde"))]
pub(crate) use none::{section, word, word_set};
