//! In which numbers do two policies differ, and which way?

use core::fmt;

use alloc::string::String;

use crate::input::place::Place;

/// A number that is another one in another policy.
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
    /// Where the number stands in a document.
    pub place: Place,
    /// What it is in the first policy; nothing where that has none, such as a threshold that is never passed.
    pub from: Option<String>,
    /// What it is in the second.
    pub to: Option<String>,
    /// Whether the second is the stricter one in it; nothing where no way is the stricter.
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
