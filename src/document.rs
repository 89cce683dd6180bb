//! How are inputs read from documents, and results written to them, whatever the format?
//!
//! A document is read into a [`Node`] first, which keeps repeated keys and everything that is of a wrong type. Then
//! it is walked with a [`Reader`], which knows the place and collects every fault.

#[cfg(feature = "serde")]
mod advice;
#[cfg(feature = "serde")]
mod assessment;
#[cfg(feature = "serde")]
mod measures;
#[cfg(feature = "serde")]
mod node;
#[cfg(feature = "serde")]
mod policy;
#[cfg(feature = "serde")]
mod proposal;
#[cfg(feature = "serde")]
mod read;
#[cfg(feature = "schemars1")]
mod schema;
#[cfg(feature = "serde")]
mod write;

#[cfg(feature = "serde")]
pub(crate) use assessment::{code, evidence, field, field_or_absent, texts, warnings};
#[cfg(feature = "serde")]
pub(crate) use measures::{OF, PERIOD, figure, quantities};
#[cfg(feature = "serde")]
pub(crate) use node::Node;
#[cfg(feature = "serde")]
pub(crate) use policy::{Overlay, section};
#[cfg(feature = "serde")]
pub(crate) use proposal::text;
#[cfg(feature = "serde")]
pub(crate) use read::{Read, Reader, name, names, whole, word, word_set};
#[cfg(feature = "schemars1")]
pub(crate) use schema::{Entry, Form, figure as figure_form, object, refer, warning, within};

/// Without the feature `serde`, nothing is declared for documents.
#[cfg(not(feature = "serde"))]
mod none {
    macro_rules! none {
        ($($any:tt)*) => {};
    }
    pub(crate) use none as evidence;
    pub(crate) use none as figure;
    pub(crate) use none as quantities;
    pub(crate) use none as section;
    pub(crate) use none as warnings;
    pub(crate) use none as word;
    pub(crate) use none as word_set;
}
#[cfg(not(feature = "serde"))]
pub(crate) use none::{evidence, figure, quantities, section, warnings, word, word_set};
