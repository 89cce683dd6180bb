//! How are inputs read from documents, and results written to them, whatever the format?
//!
//! What a parser hands over goes straight to where it belongs, by a `Reader`, which knows the place and collects every
//! fault.

//OFF advice
#[cfg(feature = "serde")]
pub(crate) mod assessment;
#[cfg(feature = "serde")]
pub(crate) mod measures;
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
pub(crate) mod write;

#[cfg(feature = "serde")]
pub(crate) use policy::section;
#[cfg(feature = "schemars1")]
pub(crate) use schema::object;

/// Without the feature `serde`, nothing is declared for documents.
#[cfg(not(feature = "serde"))]
mod none {
    macro_rules! none {
        ($($any:tt)*) => {};
    }
    pub(crate) use none as section;
}
#[cfg(not(feature = "serde"))]
pub(crate) use none::section;
