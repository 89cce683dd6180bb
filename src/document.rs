//! How are inputs read from documents, and results written to them, whatever the format?
//!
//! What a parser hands over goes straight to where it belongs, by a `Reader`, which knows the place and collects every
//! fault. What has to be looked at before it can be understood is read into a `Node` first.

#[cfg(feature = "serde")]
pub(crate) mod advice;
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
pub(crate) mod value;
#[cfg(feature = "serde")]
pub(crate) mod write;

#[cfg(feature = "serde")]
pub(crate) use assessment::{evidence, warnings};
#[cfg(feature = "serde")]
pub(crate) use measures::{figure, quantities};
#[cfg(feature = "schemars1")]
pub(crate) use schema::figure as figure_form;

/// Without the feature `serde`, nothing is declared for documents.
#[cfg(not(feature = "serde"))]
mod none {
    macro_rules! none {
        ($($any:tt)*) => {};
    }
    pub(crate) use none as evidence;
    pub(crate) use none as figure;
    pub(crate) use none as quantities;
    pub(crate) use none as warnings;
}
#[cfg(not(feature = "serde"))]
pub(crate) use none::{evidence, figure, quantities, warnings};
