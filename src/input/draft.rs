//! How is an input put together, so that all its faults are found at once?

use crate::input::fault::Fault;
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::vocabulary::scale::{Estimate, IntoEstimate, Scale};

/// An input that is being put together, with whatever is wrong with it so far.
///
/// Of a value that is said twice, the last word counts; lists, such as triggers, get longer. A fault that was made stays: to
/// correct one, start again from the input.
///
/// Nothing that is said to a draft fails. What is wrong is kept, with its place, until the draft is built; reading a
/// document fills a draft, too, so that code and documents pass the same checks and get the same errors.
///
/// Start with [`Proposal::draft`](crate::Proposal::draft), [`Organization::draft`](crate::Organization::draft),
/// [`Seat::draft`](crate::Seat::draft), or one of the constructors of [`Structure`](crate::Structure). Proposals and
/// organisations are built by themselves, seats and structures as parts of a proposal, since whether they make sense
/// depends on the organisation.
///
/// With the feature `serde`, drafts can be read from documents; then the typed faults survive, which they do not
/// where a parser turns them into its own kind of error:
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use cpto::{Draft, Proposal};
///
/// let draft: Draft<Proposal> = serde_json::from_str(r#"{ "proposed": { "cto": { "remit": [] } } }"#)?;
/// let faults = draft.build().unwrap_err();
/// assert_eq!(faults.as_slice()[0].place().to_string(), "proposed.cto.remit");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a draft does nothing until it is built"]
#[doc(alias = "builder")]
pub struct Draft<T> {
    pub(crate) value: T,
    pub(crate) faults: Faults,
}

impl<T> Draft<T> {
    pub(crate) const fn of(value: T) -> Self {
        Self { value, faults: Faults::up_to(Faults::LIMIT) }
    }

    /// What was stated, or unknown and a fault where it cannot be so.
    pub(crate) fn estimate<S: Scale>(
        &mut self,
        place: impl FnOnce() -> Place,
        stated: impl IntoEstimate<S>,
    ) -> Estimate<S> {
        stated.into_estimate().unwrap_or_else(|problem| {
            self.faults.push(Fault::new(place(), problem.into()));
            Estimate::UNKNOWN
        })
    }

    /// Takes over the faults of a part and returns the part.
    pub(crate) fn adopt<P>(&mut self, key: &'static str, mut part: Draft<P>) -> P {
        self.faults.take_over(&mut part.faults, |fault| fault.below(&Place::key(key)));
        part.value
    }
}

impl<T> From<T> for Draft<T> {
    /// Takes up something that was built, to change it.
    fn from(value: T) -> Self {
        Self::of(value)
    }
}
