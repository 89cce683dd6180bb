//! How is an input built so that all its faults are reported together?

use crate::input::fault::Fault;
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::vocabulary::scale::{Estimate, IntoEstimate, Scale};

/// An input under construction, with the faults found so far.
///
/// If a value is stated twice, the last statement counts; lists, such as triggers, grow. A fault stays once it is recorded: to
/// correct it, start again from the input.
///
/// Stating a value never fails. Each fault is kept, with its place, until the draft is built. Reading a document also fills a
/// draft, so code and documents pass the same checks and get the same errors.
///
/// Start with [`Proposal::draft`](crate::Proposal::draft), [`Organization::draft`](crate::Organization::draft),
/// [`Seat::draft`](crate::Seat::draft), or one of the constructors of [`Structure`](crate::Structure). Proposals and
/// organisations are built on their own. Seats and structures are built as parts of a proposal, because their validity depends on
/// the organisation.
///
/// With the feature `serde`, drafts can be read from documents. This preserves the typed faults, which are lost when a parser
/// turns them into its own kind of error:
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
        Self { value, faults: Faults::none() }
    }

    /// Returns the stated estimate; if it is not valid, records a fault and returns unknown.
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

    /// Takes over the faults of a part and returns the value of the part.
    pub(crate) fn adopt<P>(&mut self, key: &'static str, mut part: Draft<P>) -> P {
        self.faults.take_over(&mut part.faults, |fault| fault.below(&Place::key(key)));
        part.value
    }
}

impl<T> From<T> for Draft<T> {
    /// Turns a built value back into a draft, to change it.
    fn from(value: T) -> Self {
        Self::of(value)
    }
}
