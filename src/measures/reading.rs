//! What does a figure say about a signal?

use core::fmt;
use core::fmt::Write as _;

use alloc::string::String;

use crate::measures::figure::Figure;
use crate::measures::line::{Levels, Line, Standing};
use crate::measures::refusal::{Caveat, Refusal};

/// A measured figure read as levels of a signal. It is evidence for an estimate, never an appraisal.
///
/// Its `Display` is one line; [`explanation`](Reading::explanation) names the edges around the figure and their source.
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
///     reading.explanation(),
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
    /// A caveat to keep in mind, if any.
    pub caveat: Option<Caveat>,
}

impl Figure {
    /// Reads the figure as levels of its signal.
    ///
    /// # Errors
    /// A [`Refusal`] if the publication does not cover the figure.
    pub fn reading(&self) -> Result<Reading<'_>, Refusal> {
        let Standing { level, reached, missed, caveat } = self.standing()?;
        Ok(Reading { figure: self, level, reached, missed, caveat })
    }
}

impl Reading<'_> {
    /// Explains the edges around the figure, who published them, what is this crate's own, and what to keep in mind.
    #[must_use]
    pub fn explanation(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.explain(&mut text);
        text
    }

    fn explain(&self, text: &mut String) -> fmt::Result {
        let publication = self.figure.measure().publication();
        write!(text, "{}: ", self.figure)?;
        match (self.reached, self.missed) {
            (None, None) => write!(text, "{}", self.level.span())?,
            (Some(reached), None) => write!(text, "{}", Told(reached))?,
            (None, Some(missed)) => write!(text, "not {}", Told(missed))?,
            (Some(reached), Some(missed)) => write!(text, "{}, but not {}", Told(reached), Told(missed))?,
        }
        write!(text, ". {publication}")?;
        if let Some(url) = publication.url {
            write!(text, ", {url}")?;
        }
        text.push_str(". Reading these bands as these levels is this crate's choice.");
        if let Some(caveat) = self.caveat {
            write!(text, " Caveat: {caveat:#}.")?;
        }
        Ok(())
    }
}

impl fmt::Display for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
