//! What does a figure say about a signal?

use core::fmt;

use crate::measures::figure::Figure;
use crate::measures::line::{Levels, Line, Standing};
use crate::measures::refusal::Refusal;
use crate::vocabulary::scale::Estimate;

/// A measured figure read as levels of a signal. It is evidence for an estimate, never an appraisal.
///
/// Its `Display` is one line. The alternate form, `{:#}`, explains the edges around the figure, who published them, what is
/// this crate's own, and what to keep in mind.
///
/// ```
/// use cpto::measures::Figure;
///
/// let figure = Figure::recovery_time(240, None, None)?;
/// let reading = figure.reading()?;
/// assert_eq!(reading.level.to_string(), "quantitatively-managed");
/// assert_eq!(reading.reached.unwrap().to_string(), "median-minutes < 1440");
/// assert_eq!(reading.missed.unwrap().to_string(), "median-minutes < 60");
/// assert_eq!(
///     format!("{reading:#}"),
///     "a failed deployment recovery time of 4 h: median-minutes < 1440 (quantitatively-managed, a published edge), but \
///      not median-minutes < 60 (optimizing, a published edge). DORA, answer scale 2018–2025, \
///      https://dora.dev/research/. Reading these bands as these levels is this crate's choice."
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Reading<'a> {
    /// The figure. The reading is about the figure's signal.
    pub figure: &'a Figure,
    /// The levels that the figure allows.
    pub level: Levels,
    /// The edge that the figure reaches, taken at the worst end of a range. `None` if it reaches no edge, or if the measure
    /// names its levels.
    pub reached: Option<&'static Line>,
    /// The next better edge, which the figure misses, taken at the best end of a range. `None` if there is no such edge.
    pub missed: Option<&'static Line>,
    /// A caveat to keep in mind, if any, as it reads within a sentence.
    pub caveat: Option<&'static str>,
}

impl Figure {
    /// Reads the figure as levels of its signal.
    ///
    /// # Errors
    /// A [`Refusal`] if the publication does not cover the figure.
    pub fn reading(&self) -> Result<Reading<'_>, Refusal> {
        // The constructor has checked that the required values are there. Without them, the level would be unknown.
        let standing = (self.measure().0.reads)(&self.values).unwrap_or(Ok(Standing::at(Estimate::UNKNOWN)));
        let Standing { level, reached, missed, caveat } = standing?;
        Ok(Reading { figure: self, level, reached, missed, caveat })
    }
}

impl Reading<'_> {
    /// Explains the edges around the figure, who published them, what is this crate's own, and what to keep in mind.
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let publication = self.figure.measure().publication();
        write!(f, "{}: ", self.figure)?;
        match (self.reached, self.missed) {
            (None, None) => write!(f, "{}", self.level.span())?,
            (Some(reached), None) => write!(f, "{}", Told(reached))?,
            (None, Some(missed)) => write!(f, "not {}", Told(missed))?,
            (Some(reached), Some(missed)) => write!(f, "{}, but not {}", Told(reached), Told(missed))?,
        }
        write!(f, ". {publication}")?;
        if let Some(url) = publication.url {
            write!(f, ", {url}")?;
        }
        f.write_str(". Reading these bands as these levels is this crate's choice.")?;
        if let Some(caveat) = self.caveat {
            write!(f, " Caveat: {caveat}.")?;
        }
        Ok(())
    }
}

impl fmt::Display for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return self.explain(f);
        }
        let Self { figure, level, .. } = self;
        let publication = figure.measure().publication();
        write!(f, "{}: {}, from {figure} ({publication})", figure.signal(), level.span())
    }
}

/// A line that was reached or missed, shown with its kind and level.
struct Told(&'static Line);

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whose = if self.0.is_average { "a published average" } else { "a published edge" };
        write!(f, "{} ({}, {whose})", self.0, self.0.level.span())
    }
}
