//! In which numbers do two policies differ, and which of the two is stricter?

use core::fmt;

use alloc::string::String;

use crate::input::place::Place;

/// A number that differs between two policies.
///
/// ```
/// use cpto::Policy;
///
/// let ours = Policy::DEFAULT.with(|numbers| numbers.capacity = 90)?;
/// let differences = Policy::DEFAULT.diff(&ours);
/// assert_eq!(differences[0].to_string(), "capacity: 100 -> 90");
/// assert_eq!(differences[0].is_stricter, None, "no warning is more severe for it");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Difference {
    /// The place of the number in a document.
    pub place: Place,
    /// The number in the first policy; `None` if it has none there, as for a threshold that is never passed.
    pub from: Option<String>,
    /// The number in the second policy; `None` if it has none there.
    pub to: Option<String>,
    /// Whether the second policy is the stricter one in this number; `None` if neither way is stricter.
    pub is_stricter: Option<bool>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, to] = [&self.from, &self.to].map(|number| number.as_deref().unwrap_or("none"));
        write!(f, "{}: {from} -> {to}", self.place)?;
        match self.is_stricter {
            Some(true) => f.write_str(", stricter"),
            Some(false) => f.write_str(", milder"),
            None => Ok(()),
        }
    }
}
