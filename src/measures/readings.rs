//! What does a figure say of a signal, and what do several say together?

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use super::figure::Figure;
use super::line::{Line, said};
#[cfg(feature = "serde")]
use super::measure::Measure;
use super::refusal::Refusal;
use crate::input::place::Place;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::word::Word;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    growing
    /// What to keep in mind of a reading.
    ///
    /// ```
    /// use cpto::measures::{Caveat, DeploymentFrequency};
    ///
    /// let reading = DeploymentFrequency::new(0, 90)?.reading()?;
    /// assert_eq!(reading.caveat(), Some(Caveat::NoDeployment));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Caveat as "caveat" in "cpto::measures" {
        /// Fewer than a hundred answers, which others take for too few.
        FewAnswers,
        /// Fewer than twenty deployments: one more failure would move the rate, and the range holds that, too.
        FewDeployments,
        /// No deployment in the window: the range ends where one would be.
        NoDeployment,
    }
}

impl Caveat {
    /// The caveat as a clause.
    ///
    /// ```
    /// use cpto::measures::Caveat;
    ///
    /// assert_eq!(Caveat::FewAnswers.says(), "fewer than a hundred answers, which others take for too few");
    /// ```
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::FewAnswers => "fewer than a hundred answers, which others take for too few",
            Self::FewDeployments => {
                "so few deployments that one more failure would move it, which the range allows for"
            }
            Self::NoDeployment => "no deployment in the window, and the range ends where one would be",
        }
    }
}

/// A measured figure read as levels of a signal: evidence for an estimate, and never an appraisal.
///
/// Its `Display` is a line; [`explanation`](Reading::explanation) says between which edges it fell, and whose they are.
///
/// ```
/// use cpto::measures::RecoveryTime;
///
/// let reading = RecoveryTime::new(240).reading()?;
/// assert_eq!(reading.reached().unwrap().to_string(), "median-minutes < 1440");
/// assert_eq!(reading.missed().unwrap().to_string(), "median-minutes < 60");
/// assert_eq!(
///     reading.explanation(),
///     "a failed deployment recovery time of 4 h: median-minutes < 1440 (quantitatively-managed, an edge of the \
///      publisher's), but not median-minutes < 60 (optimizing, an edge of the publisher's). DORA, answer scale \
///      2018–2025, https://dora.dev/research/. That these bands are these levels is this crate's."
/// );
/// # Ok::<(), cpto::measures::Refusal>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    pub(super) figure: Figure,
    pub(super) level: Estimate<Maturity>,
    pub(super) reached: Option<&'static Line>,
    pub(super) missed: Option<&'static Line>,
    pub(super) caveat: Option<Caveat>,
}

impl Reading {
    /// The figure.
    ///
    /// ```
    /// use cpto::measures::{Figure, LeadTime};
    ///
    /// assert_eq!(LeadTime::new(240).reading()?.figure(), &Figure::from(LeadTime::new(240)));
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    #[must_use]
    pub const fn figure(&self) -> &Figure {
        &self.figure
    }

    /// The signal that it is a reading of.
    ///
    /// ```
    /// use cpto::{Signal, measures::LeadTime};
    ///
    /// assert_eq!(LeadTime::new(240).reading()?.signal(), Signal::DeveloperProductivity);
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    #[must_use]
    pub const fn signal(&self) -> Signal {
        self.figure.signal()
    }

    /// The levels that it allows.
    ///
    /// ```
    /// use cpto::measures::Toil;
    ///
    /// assert_eq!(Toil::new(50)?.reading()?.level().to_string(), "defined to optimizing");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn level(&self) -> Estimate<Maturity> {
        self.level
    }

    /// The edge that the figure reaches, at its worst where it is a range; nothing where it reaches none, or the levels are
    /// named.
    ///
    /// ```
    /// use cpto::measures::LeadTime;
    ///
    /// assert_eq!(LeadTime::new(240).reading()?.reached().unwrap().to_string(), "median-minutes < 1440");
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    #[must_use]
    pub const fn reached(&self) -> Option<&'static Line> {
        self.reached
    }

    /// The next better edge, which the figure misses, at its best where it is a range; nothing where there is none.
    ///
    /// ```
    /// use cpto::measures::LeadTime;
    ///
    /// assert_eq!(LeadTime::new(240).reading()?.missed(), None, "there is no better one");
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    #[must_use]
    pub const fn missed(&self) -> Option<&'static Line> {
        self.missed
    }

    /// What to keep in mind, if anything.
    ///
    /// ```
    /// use cpto::measures::{Caveat, SeanEllis};
    ///
    /// assert_eq!(SeanEllis::new(36, 90)?.reading()?.caveat(), Some(Caveat::FewAnswers));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn caveat(&self) -> Option<Caveat> {
        self.caveat
    }

    /// Between which edges the figure fell, who published them, what is this crate's, and what to keep in mind.
    ///
    /// ```
    /// use cpto::measures::LeadTime;
    ///
    /// assert!(LeadTime::new(240).reading()?.explanation().contains("an edge of the publisher's"));
    /// # Ok::<(), cpto::measures::Refusal>(())
    /// ```
    #[must_use]
    pub fn explanation(&self) -> String {
        let mut text = String::new();
        // Writing to a text does not fail.
        let _ = self.explain(&mut text);
        text
    }

    fn explain(&self, text: &mut String) -> fmt::Result {
        let publication = self.figure.measure().publication();
        write!(text, "{}: ", self.figure)?;
        match (self.reached, self.missed) {
            (None, None) => write!(text, "{}", self.level.span())?,
            (Some(reached), None) => write!(text, "{}", said(reached))?,
            (None, Some(missed)) => write!(text, "not {}", said(missed))?,
            (Some(reached), Some(missed)) => write!(text, "{}, but not {}", said(reached), said(missed))?,
        }
        write!(text, ". {publication}")?;
        if let Some(url) = publication.url {
            write!(text, ", {url}")?;
        }
        text.push_str(". That these bands are these levels is this crate's.");
        if let Some(caveat) = self.caveat {
            write!(text, " To keep in mind: {}.", caveat.says())?;
        }
        Ok(())
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { figure, level, .. } = self;
        write!(f, "{}: {}, from {figure} ({})", self.signal(), level.span(), figure.measure().publication())
    }
}

vocabulary! {
    /// How several readings of a signal become one estimate.
    ///
    /// ```
    /// use cpto::{Estimate, Maturity, measures::Combination};
    ///
    /// let levels = [Estimate::exact(Maturity::Defined), Estimate::at_most(Maturity::Managed)];
    /// let combined = |combination: Combination| combination.of(levels).unwrap().to_string();
    /// assert_eq!(combined(Combination::AgreeThenNarrow), "initial to defined", "they disagree");
    /// assert_eq!(combined(Combination::Hull), "initial to defined");
    /// assert_eq!(combined(Combination::WeakestLink), "initial to managed");
    /// assert_eq!(Combination::Hull.of([]), None);
    /// ```
    pub enum Combination as "combination" in "cpto::measures" {
        /// The part that all have in common; the range that holds all where they have none. Who measures more knows more.
        AgreeThenNarrow,
        /// The range that holds all: no level that some reading allows is lost, and more evidence can only blur.
        Hull,
        /// From the least of the lower ends to the least of the upper ones: one bad figure decides. Follows ISO/IEC 33020,
        /// which was made for the attributes of one process.
        WeakestLink,
    }
}

impl Default for Combination {
    /// Agree, then narrow.
    fn default() -> Self {
        Self::AgreeThenNarrow
    }
}

impl Combination {
    /// The estimate of several readings; nothing where there are none. Their order does not matter, nor does one that is
    /// given again.
    ///
    /// ```
    /// use cpto::{Estimate, Maturity, measures::Combination};
    ///
    /// let levels = [Estimate::at_least(Maturity::Managed), Estimate::at_most(Maturity::Defined)];
    /// assert_eq!(Combination::AgreeThenNarrow.of(levels).unwrap().to_string(), "managed to defined");
    /// ```
    #[must_use]
    pub fn of(self, levels: impl IntoIterator<Item = Estimate<Maturity>>) -> Option<Estimate<Maturity>> {
        let levels = levels.into_iter();
        // The greatest and the least of the lower ends, and of the upper ones.
        let ends = levels.map(|level| [level.least, level.least, level.most, level.most]).reduce(
            |[high_least, low_least, high_most, low_most], [least, _, most, _]| {
                [high_least.max(least), low_least.min(least), high_most.max(most), low_most.min(most)]
            },
        );
        let [high_least, low_least, high_most, low_most] = ends?;
        Some(match self {
            Self::AgreeThenNarrow if high_least <= low_most => Estimate { least: high_least, most: low_most },
            Self::AgreeThenNarrow | Self::Hull => Estimate { least: low_least, most: high_most },
            Self::WeakestLink => Estimate { least: low_least, most: low_most },
        })
    }
}

/// The figures of a company, what they read as, and what they come to for each signal.
///
/// ```
/// use cpto::measures::{Nps, Readings, SeanEllis};
/// use cpto::{Organization, Signal};
///
/// let company = Organization::draft().figure(SeanEllis::new(20, 90)?).figure(Nps::new(40, 15, 80)?).build()?;
/// let readings: &Readings = company.readings();
/// assert_eq!(readings.estimate(Signal::ProductMarketFit).unwrap().to_string(), "initial to defined");
/// assert_eq!(readings.disagreeing(Signal::ProductMarketFit).len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Readings {
    /// By measure, in the order of their declaration, and of one measure as they were given.
    figures: Vec<Figure>,
    pub(crate) combination: Combination,
}

impl Readings {
    /// The figures, by measure.
    ///
    /// ```
    /// use cpto::{Organization, measures::LeadTime};
    ///
    /// let company = Organization::draft().figure(LeadTime::new(240)).build()?;
    /// assert_eq!(company.readings().figures().len(), 1);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// How several readings of a signal are combined.
    ///
    /// ```
    /// use cpto::{Organization, measures::Combination};
    ///
    /// assert_eq!(Organization::draft().build()?.readings().combination(), Combination::AgreeThenNarrow);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn combination(&self) -> Combination {
        self.combination
    }

    /// Whether there is no figure.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// assert!(Organization::draft().build()?.readings().is_empty());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// Every reading, by measure.
    ///
    /// ```
    /// use cpto::{Organization, measures::LeadTime};
    ///
    /// let company = Organization::draft().figure(LeadTime::new(240)).build()?;
    /// for reading in company.readings().iter() {
    ///     println!("{reading}");
    /// }
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = Reading> + '_ {
        self.figures.iter().cloned().filter_map(|figure| figure.reading().ok())
    }

    /// The readings of a signal, by measure.
    ///
    /// ```
    /// use cpto::{Organization, Signal, measures::LeadTime};
    ///
    /// let company = Organization::draft().figure(LeadTime::new(240)).build()?;
    /// assert_eq!(company.readings().of(Signal::DeveloperProductivity).count(), 1);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn of(&self, signal: Signal) -> impl Iterator<Item = Reading> + '_ {
        self.iter().filter(move |reading| reading.signal() == signal)
    }

    /// The figures that are no readings, each with its place in the document of the organization, and the first reason
    /// that there is.
    ///
    /// ```
    /// use cpto::{Organization, measures::SeanEllis};
    ///
    /// let company = Organization::draft().figure(SeanEllis::new(6, 12)?).build()?;
    /// let (place, figure, refusal) = company.readings().refused().next().unwrap();
    /// assert_eq!(place.to_string(), "measures.sean-ellis");
    /// println!("{figure}: {refusal}; {}", refusal.remedy());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn refused(&self) -> impl Iterator<Item = (Place, &Figure, Refusal)> + '_ {
        self.figures.iter().enumerate().filter_map(|(index, figure)| {
            let refusal = figure.quantity.level().err()?;
            let measure = figure.measure();
            let same = |it: &&Figure| it.measure() == measure;
            let place = Place::key("measures").then(measure.as_str());
            let is_alone = self.figures.iter().filter(same).count() == 1;
            let before = self.figures.iter().take(index).filter(same).count();
            Some((if is_alone { place } else { place.index(before) }, figure, refusal))
        })
    }

    /// The signals of which there is a reading.
    ///
    /// ```
    /// use cpto::{Organization, measures::LeadTime};
    ///
    /// let company = Organization::draft().figure(LeadTime::new(240)).build()?;
    /// assert_eq!(company.readings().signals().to_string(), "developer-productivity");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn signals(&self) -> SignalSet {
        self.levels().map(|(signal, _)| signal).collect()
    }

    /// What the readings of a signal come to; nothing where there are none.
    ///
    /// ```
    /// use cpto::{Organization, Signal, measures::LeadTime};
    ///
    /// let company = Organization::draft().figure(LeadTime::new(240)).build()?;
    /// let signal = Signal::DeveloperProductivity;
    /// assert_eq!(company.readings().estimate(signal), company.signal(signal));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn estimate(&self, signal: Signal) -> Option<Estimate<Maturity>> {
        self.combination.of(self.levels().filter(|(of, _)| *of == signal).map(|(_, level)| level))
    }

    /// The levels of every reading.
    fn levels(&self) -> impl Iterator<Item = (Signal, Estimate<Maturity>)> + '_ {
        self.figures.iter().filter_map(|figure| Some((figure.signal(), figure.quantity.level().ok()?)))
    }

    /// The readings of a signal that have no level in common with some other one of it: none, or at least two.
    ///
    /// ```
    /// use cpto::{Organization, Signal, measures::{LeadTime, TestFeedback}};
    ///
    /// let company = Organization::draft().figure(LeadTime::new(240)).figure(TestFeedback::new(60)).build()?;
    /// assert_eq!(company.readings().disagreeing(Signal::DeveloperProductivity).len(), 2);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn disagreeing(&self, signal: Signal) -> Vec<Reading> {
        let apart = |one: &Reading, other: &Reading| {
            one.level.most < other.level.least || other.level.most < one.level.least
        };
        self.of(signal).filter(|one| self.of(signal).any(|other| apart(one, &other))).collect()
    }

    /// The signals of which some readings disagree.
    ///
    /// ```
    /// use cpto::{Organization, measures::{LeadTime, TestFeedback}};
    ///
    /// let company = Organization::draft().figure(LeadTime::new(240)).figure(TestFeedback::new(60)).build()?;
    /// assert_eq!(company.readings().disagreement().to_string(), "developer-productivity");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn disagreement(&self) -> SignalSet {
        self.signals().iter().filter(|signal| !self.disagreeing(*signal).is_empty()).collect()
    }

    pub(crate) fn add(&mut self, figure: Figure) {
        let place = |figure: &Figure| figure.measure().index();
        let at = self.figures.partition_point(|known| place(known) <= place(&figure));
        self.figures.insert(at, figure);
    }

    /// Forgets the figures that are readings of a signal. Those that were refused say nothing of it.
    pub(crate) fn forget(&mut self, signal: Signal) {
        if !self.figures.is_empty() {
            self.figures.retain(|figure| figure.signal() != signal || figure.quantity.level().is_err());
        }
    }

    /// The figures of each measure that has some.
    #[cfg(feature = "serde")]
    pub(crate) fn by_measure(&self) -> impl Iterator<Item = (Measure, &[Figure])> + Clone {
        Measure::ALL.iter().filter_map(|&measure| {
            let before = self.figures.partition_point(|figure| figure.measure().index() < measure.index());
            let of = self.figures.split_at_checked(before)?.1;
            let count = of.iter().take_while(|figure| figure.measure() == measure).count();
            Some((measure, of.get(..count).filter(|figures| !figures.is_empty())?))
        })
    }
}
