//! Where in an input is a fault?

use core::fmt;

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::vocabulary::escaped::Escaped;

/// One step from a document to something inside it.
///
/// ```
/// use cpto::{Organization, Step};
///
/// let faults = Organization::draft().headcount(0).build().unwrap_err();
/// assert_eq!(faults.as_slice()[0].place().steps(), [Step::Key("headcount".into())]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "documents have keys and lists, and nothing else")]
pub enum Step {
    /// To the value of a key.
    Key(Cow<'static, str>),
    /// To an element of a list, counted from 0.
    Index(usize),
}

/// A place in an input, written as `proposed.cto.remit[3]`; the input itself is written as empty text.
///
/// ```
/// use cpto::{Organization, Step};
///
/// let faults = Organization::draft().headcount(0).build().unwrap_err();
/// let place = faults.iter().next().unwrap().place();
/// assert_eq!(place.to_string(), "headcount");
/// assert_eq!(place.steps(), [Step::Key("headcount".into())]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Place(Vec<Step>);

impl Place {
    /// Returns the steps from the input to the place.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Returns the place of a key that every document of the kind may have.
    pub(crate) fn key(key: &'static str) -> Self {
        Self::default().then(key)
    }

    /// Returns the place of a known key inside this place.
    pub(crate) fn then(mut self, key: &'static str) -> Self {
        self.push(Step::Key(Cow::Borrowed(key)));
        self
    }

    /// Returns the place of a list element inside this place.
    pub(crate) fn index(mut self, index: usize) -> Self {
        self.push(Step::Index(index));
        self
    }

    /// Returns the place this many steps further out.
    #[cfg(feature = "serde")]
    pub(crate) fn outer(&self, steps: usize) -> Self {
        let length = self.0.len().saturating_sub(steps);
        Self(self.0.iter().take(length).cloned().collect())
    }

    pub(crate) fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }

    /// Returns whether this place is the other one or inside it.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// Returns the same place as seen from the enclosing input, in which this input is at `outer`.
    pub(super) fn below(&self, outer: &Self) -> Self {
        Self(outer.0.iter().chain(&self.0).cloned().collect())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) if is_plain(key) => {
                    if position > 0 {
                        f.write_str(".")?;
                    }
                    f.write_str(key)?;
                }
                Step::Key(key) => write!(f, "[\"{}\"]", Escaped(key))?,
            }
        }
        Ok(())
    }
}

/// Returns whether a key can be written in a place without quotes.
fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
