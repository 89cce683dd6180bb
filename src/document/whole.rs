//! How is a complete document read, with all its faults?

use core::marker::PhantomData;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer};

use super::read::{Into, Reader, Take};
use crate::advice::accept::Acceptances;
use crate::input::draft::Draft;
use crate::input::faults::Faults;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::policy::belief::{Belief, Weights};
use crate::policy::numbers::Numbers;
use crate::rules::policy::Policy;

/// A type that can be a complete document.
pub(crate) trait Document: Sized {
    /// The draft that states nothing.
    fn nothing() -> Draft<Self>;
}

/// Reads a document and keeps a chosen number of its faults, instead of the [`Faults::LIMIT`] that [`Draft`] keeps.
///
/// ```
/// use cpto::{FaultLimit, Proposal};
/// use serde::de::DeserializeSeed;
///
/// let document = r#"{ "proposed": { "cto": { "remit": ["luck", "charm"] } } }"#;
/// let first = FaultLimit::<Proposal>::new(1).deserialize(&mut serde_json::Deserializer::from_str(document))?;
/// assert_eq!(first.build().unwrap_err().more(), 1);
/// let all = FaultLimit::<Proposal>::new(usize::MAX);
/// let faults = all.deserialize(&mut serde_json::Deserializer::from_str(document))?.build().unwrap_err();
/// assert_eq!((faults.as_slice().len(), faults.more()), (2, 0));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FaultLimit<T>(usize, PhantomData<fn() -> T>);

impl<T> FaultLimit<T> {
    /// Keeps at most this many faults; `usize::MAX` keeps all.
    #[must_use]
    pub const fn new(most: usize) -> Self {
        Self(most, PhantomData)
    }
}

impl<'de, T: Document> DeserializeSeed<'de> for FaultLimit<T>
where
    Draft<T>: Take,
{
    type Value = Draft<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Draft<T>, D::Error> {
        let mut draft = T::nothing();
        let mut reader = Reader::up_to(self.0);
        Into(&mut draft, &mut reader).deserialize(deserializer)?;
        draft.faults = reader.faults;
        Ok(draft)
    }
}

impl<'de, T: Document> Deserialize<'de> for Draft<T>
where
    Self: Take,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        FaultLimit::new(Faults::LIMIT).deserialize(deserializer)
    }
}

/// Declares documents: the type that is stated, the type that is built, and the draft that states nothing.
macro_rules! documents {
    ($($Stated:ident as $Built:ident from $nothing:expr;)+) => { $(
        impl Document for $Stated {
            fn nothing() -> Draft<Self> {
                $nothing
            }
        }

        impl<'de> Deserialize<'de> for $Built {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Draft::<$Stated>::deserialize(deserializer)?.build().map_err(de::Error::custom)
            }
        }
    )+ };
}
documents! {
    Proposal as Proposal from Self::draft();
    Organization as Organization from Self::draft();
    Acceptances as Acceptances from Self::draft();
    Numbers as Policy from Draft::of(Self::DEFAULT);
    Weights as Belief from Draft::of(Self::DEFAULT);
}
