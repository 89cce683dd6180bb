//! What do several figures together say about a signal?

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::input::place::Place;
use crate::measures::figure::Figure;
use crate::measures::line::{Levels, levels};
use crate::measures::reading::Reading;
use crate::measures::refusal::Refusal;
use crate::measures::sheet::Measure;
use crate::vocabulary::signal::{Signal, SignalSet};
use crate::vocabulary::table::Table;
use crate::vocabulary::word::{Sealed as _, vocabulary};

vocabulary! {
    /// A way to combine several readings of a signal into one estimate.
    ///
    /// ```
    /// use cpto::{Estimate, IntoEstimate, Maturity, measures::Combination};
    ///
    /// let levels = [Estimate::exact(Maturity::Defined), (..=Maturity::Managed).into_estimate()?];
    /// let combined = |combination: Combination| combination.of(levels).unwrap().to_string();
    /// assert_eq!(combined(Combination::AgreeThenNarrow), "initial to defined", "they disagree");
    /// assert_eq!(combined(Combination::Hull), "initial to defined");
    /// assert_eq!(combined(Combination::WeakestLink), "initial to managed");
    /// assert_eq!(Combination::Hull.of([]), None);
    /// # Ok::<(), cpto::ScaleError>(())
    /// ```
    #[derive(Default)]
    pub enum Combination as "combination" in "cpto::measures" {
        /// The levels that all readings have in common, or the range that covers all of them if they have none. More
        /// evidence narrows the estimate as long as it agrees. This is the default.
        #[default]
        AgreeThenNarrow,
        /// The range that covers all readings: no level that a reading allows is lost, and more evidence can only widen it.
        Hull,
        /// The range from the least lower end to the least upper end: one bad figure decides. It follows ISO/IEC 33020,
        /// which was made for the attributes of one process.
        WeakestLink,
    }
}

/// What a combination needs to know of several readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Together {
    /// The range that covers all of them.
    hull: Levels,
    /// From the greatest lower end to the least upper end: the levels that all have in common, or reversed if there are none.
    common: Levels,
}

impl Together {
    const fn of(level: Levels) -> Self {
        Self { hull: level, common: level }
    }

    fn with(self, other: Self) -> Self {
        let (hull, common) = (other.hull, other.common);
        Self {
            hull: levels(self.hull.least.min(hull.least), self.hull.most.max(hull.most)),
            common: levels(self.common.least.max(common.least), self.common.most.min(common.most)),
        }
    }

    /// Whether some of the readings have no level in common.
    fn disagree(self) -> bool {
        self.common.least > self.common.most
    }

    /// Whether these levels have nothing in common with at least one of the readings.
    fn exclude(self, level: Levels) -> bool {
        level.most < self.common.least || self.common.most < level.least
    }
}

impl Combination {
    /// Combines several readings into an estimate; `None` if there are no readings. Order and repetition make no difference.
    #[must_use]
    pub fn of(self, levels: impl IntoIterator<Item = Levels>) -> Option<Levels> {
        Some(self.estimate(levels.into_iter().map(Together::of).reduce(Together::with)?))
    }

    fn estimate(self, readings: Together) -> Levels {
        let Together { hull, common } = readings;
        match self {
            Self::AgreeThenNarrow if !readings.disagree() => common,
            Self::AgreeThenNarrow | Self::Hull => hull,
            Self::WeakestLink => levels(hull.least, common.most),
        }
    }
}

/// The figures of a company, their readings, and the resulting estimate for each signal.
///
/// ```
/// use cpto::measures::{Figure, Readings};
/// use cpto::{Organization, Signal};
///
/// let company = Organization::draft()
///     .figure(Figure::sean_ellis(20, 90, None)?)
///     .figure(Figure::nps(40, 15, 80)?)
///     .build()?;
/// let readings: &Readings = company.readings();
/// assert_eq!(readings.estimate(Signal::ProductMarketFit).unwrap().to_string(), "initial to defined");
/// assert_eq!(readings.disagreeing(Signal::ProductMarketFit).count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Readings {
    given: Option<Box<Given>>,
    pub(crate) combination: Combination,
}

/// The figures of a company that has any.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
struct Given {
    /// The figures of each measure that has any, in the order of the measures, then as given.
    groups: Vec<Vec<Figure>>,
    /// The readings of each signal together.
    together: Table<Signal, Option<Together>, { Signal::COUNT }>,
}

impl Readings {
    /// The most figures that a company can have.
    pub(crate) const MOST: usize = 10_000;

    /// The figures, by measure.
    #[must_use]
    pub fn figures(&self) -> impl DoubleEndedIterator<Item = &Figure> + Clone {
        self.groups().iter().flatten()
    }

    fn groups(&self) -> &[Vec<Figure>] {
        self.given.as_ref().map_or(&[], |given| &given.groups)
    }

    fn together(&self, signal: Signal) -> Option<Together> {
        self.given.as_ref()?.together.get(signal)
    }

    /// The number of figures.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups().iter().map(Vec::len).sum()
    }

    /// The way in which several readings of a signal are combined.
    #[must_use]
    pub const fn combination(&self) -> Combination {
        self.combination
    }

    /// Whether there are no figures.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_none()
    }

    /// All readings, by measure.
    pub fn iter(&self) -> impl Iterator<Item = Reading<'_>> {
        self.figures().filter_map(|figure| figure.reading().ok())
    }

    /// The readings of a signal, by measure.
    pub fn of(&self, signal: Signal) -> impl Iterator<Item = Reading<'_>> {
        self.iter().filter(move |reading| reading.figure.signal() == signal)
    }

    /// The figures that were refused, each with its place in the organization's document and the first reason for the
    /// refusal.
    ///
    /// ```
    /// use cpto::{Organization, measures::Figure};
    ///
    /// let company = Organization::draft().figure(Figure::sean_ellis(6, 12, None)?).build()?;
    /// let (place, figure, refusal) = company.readings().refused().next().unwrap();
    /// assert_eq!(place.to_string(), "measures.sean-ellis");
    /// println!("{figure}: {refusal}; {}", refusal.remedy());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn refused(&self) -> impl Iterator<Item = (Place, &Figure, Refusal)> {
        self.by_measure().flat_map(|(measure, figures)| {
            let place = Place::key("measures").then(measure.as_str());
            figures.iter().enumerate().filter_map(move |(index, figure)| {
                let refusal = figure.reading().err()?;
                let place = place.clone();
                Some((if figures.len() == 1 { place } else { place.index(index) }, figure, refusal))
            })
        })
    }

    /// The signals that have at least one reading.
    #[must_use]
    pub fn signals(&self) -> SignalSet {
        Signal::ALL.iter().copied().filter(|signal| self.together(*signal).is_some()).collect()
    }

    /// The combined estimate for a signal; `None` if it has no readings.
    #[must_use]
    pub fn estimate(&self, signal: Signal) -> Option<Levels> {
        self.together(signal).map(|readings| self.combination.estimate(readings))
    }

    /// The readings of a signal that have no level in common with at least one of its other readings: none, or at least two.
    pub fn disagreeing(&self, signal: Signal) -> impl Iterator<Item = Reading<'_>> {
        let all = self.together(signal).filter(|all| all.disagree());
        let excluded = move |reading: &Reading<'_>| all.is_some_and(|all| all.exclude(reading.level));
        all.into_iter().flat_map(move |_| self.of(signal)).filter(excluded)
    }

    pub(crate) fn add(&mut self, figure: Figure) {
        let Given { groups, together } = &mut **self.given.get_or_insert_default();
        if let Ok(Reading { level, .. }) = figure.reading() {
            let (known, new) = (together.get(figure.signal()), Together::of(level));
            together.set(figure.signal(), Some(known.map_or(new, |known| known.with(new))));
        }
        let position = |group: &Vec<Figure>| group.first().map(|figure| figure.measure().index());
        match groups.binary_search_by_key(&Some(figure.measure().index()), position) {
            Ok(known) => {
                if let Some(group) = groups.get_mut(known) {
                    group.push(figure);
                }
            }
            Err(new) => groups.insert(new, alloc::vec![figure]),
        }
    }

    /// Removes the figures that give a reading of a signal. Refused figures stay, since they say nothing about it.
    pub(crate) fn forget(&mut self, signal: Signal) {
        let measured = self.given.as_mut().filter(|given| given.together.get(signal).is_some());
        let Some(given) = measured else { return };
        given.together.set(signal, None);
        for group in &mut given.groups {
            group.retain(|figure| figure.signal() != signal || figure.reading().is_err());
        }
        given.groups.retain(|group| !group.is_empty());
        self.given.take_if(|given| given.groups.is_empty());
    }

    /// The figures of each measure that has any.
    pub(crate) fn by_measure(&self) -> impl Iterator<Item = (Measure, &[Figure])> + Clone {
        self.groups().iter().filter_map(|group| Some((group.first()?.measure(), group.as_slice())))
    }
}
