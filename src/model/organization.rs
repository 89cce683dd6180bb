//! Which company is it, and what is known about it?

use alloc::string::String;

use crate::input::draft::Draft;
use crate::measures::readings::Readings;
use crate::vocabulary::notes::{Notes, noted};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Headcount};
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::stage::{Budget, Stage};
use crate::vocabulary::table::Table;

mod draft;

/// A company, as far as an evaluation needs to know it. Anything not stated is unknown.
///
/// ```
/// use cpto::{Maturity, Organization, Safeguard, Signal, SignalSet, Stage};
///
/// let organization = Organization::draft()
///     .name("Example Ltd")
///     .stage(Stage::Established)
///     .headcount(200..=400)
///     .signals(SignalSet::TECHNOLOGY_GROUNDS.iter(), Maturity::Defined..)
///     .signal_not_applicable(Signal::Scalability, "sold as a device")
///     .in_place([Safeguard::StakeholderDebate])
///     .build()?;
/// assert!(organization.regulated().is_unknown());
/// assert_eq!(organization.signal(Signal::Scalability), None);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
#[doc(alias = "company")]
pub struct Organization {
    pub(crate) stage: Estimate<Stage>,
    pub(crate) budget: Estimate<Budget>,
    pub(crate) regulated: Estimate<bool>,
    pub(crate) headcount: Estimate<Headcount>,
    pub(crate) signals: Table<Signal, Estimate<Maturity>, { Signal::COUNT }>,
    /// The signals that are not applicable. The reasons say so, too; without sets, evaluating many proposals takes longer.
    pub(crate) absent_signals: SignalSet,
    /// Whether each safeguard is in place.
    pub(crate) safeguards: Table<Safeguard, Estimate<bool>, { Safeguard::COUNT }>,
    pub(crate) absent_responsibilities: ResponsibilitySet,
    pub(crate) name: Option<String>,
    /// The signals that are not applicable, and why.
    pub(crate) signal_reasons: Notes<Signal, String>,
    /// The responsibilities that are not applicable, and why.
    pub(crate) responsibility_reasons: Notes<Responsibility, String>,
    /// The figures behind the levels of measured signals.
    pub(crate) readings: Readings,
}

impl Organization {
    /// Starts a company about which nothing is known yet.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// let company = Organization::draft().build()?;
    /// assert!(company.stage().is_unknown(), "nothing was said");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn draft() -> Draft<Self> {
        Draft::of(Self::default())
    }

    /// Returns the name, which no rule reads.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Returns the stage of the company.
    #[must_use]
    pub const fn stage(&self) -> Estimate<Stage> {
        self.stage
    }

    /// Returns the number of people in the company.
    #[must_use]
    pub const fn headcount(&self) -> Estimate<Headcount> {
        self.headcount
    }

    /// Returns how many executives the company can pay for.
    #[must_use]
    pub const fn budget(&self) -> Estimate<Budget> {
        self.budget
    }

    /// Returns whether the company is regulated.
    #[must_use]
    pub const fn regulated(&self) -> Estimate<bool> {
        self.regulated
    }

    /// Returns the level of a signal, or nothing if the signal is not applicable.
    ///
    /// ```
    /// use cpto::{Maturity, Organization, Signal};
    ///
    /// let company = Organization::draft().signal(Signal::Collaboration, Maturity::Managed..).build()?;
    /// assert_eq!(company.signal(Signal::Collaboration).map(|level| level.least()), Some(Maturity::Managed));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn signal(&self, signal: Signal) -> Option<Estimate<Maturity>> {
        (!self.absent_signals.contains(signal)).then(|| self.signals.get(signal))
    }

    /// Returns whether a safeguard is in place.
    ///
    /// ```
    /// use cpto::{Organization, Safeguard};
    ///
    /// let company = Organization::draft().absent([Safeguard::SuccessionPlan]).build()?;
    /// assert_eq!(company.safeguard(Safeguard::SuccessionPlan).value(), Some(false));
    /// assert!(company.safeguard(Safeguard::StructureReview).is_unknown());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn safeguard(&self, safeguard: Safeguard) -> Estimate<bool> {
        self.safeguards.get(safeguard)
    }

    /// Returns why a signal is not applicable, or nothing if it is applicable.
    ///
    /// ```
    /// use cpto::{Organization, Signal};
    ///
    /// let company = Organization::draft()
    ///     .signal_not_applicable(Signal::DataCapability, "no data is kept")
    ///     .build()?;
    /// assert_eq!(company.signal_reason(Signal::DataCapability), Some("no data is kept"));
    /// assert_eq!(company.signal(Signal::DataCapability), None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn signal_reason(&self, signal: Signal) -> Option<&str> {
        noted(&self.signal_reasons, signal).map(String::as_str)
    }

    /// Returns why a responsibility is not applicable, or nothing if it is applicable.
    ///
    /// ```
    /// use cpto::{Organization, Responsibility};
    ///
    /// let company = Organization::draft()
    ///     .not_applicable(Responsibility::BusinessModel, "everything is free")
    ///     .build()?;
    /// assert_eq!(company.responsibility_reason(Responsibility::BusinessModel), Some("everything is free"));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn responsibility_reason(&self, responsibility: Responsibility) -> Option<&str> {
        noted(&self.responsibility_reasons, responsibility).map(String::as_str)
    }

    /// Returns the figures that were given, and their readings. The level of a signal with a reading depends on them alone.
    #[must_use]
    pub const fn readings(&self) -> &Readings {
        &self.readings
    }

    /// Replaces the level of a signal. If the level changes, the signal's readings are dropped.
    pub(crate) fn learn(&mut self, signal: Signal, level: Estimate<Maturity>) {
        if self.signals.get(signal) != level {
            self.readings.forget(signal);
            self.signals.set(signal, level);
        }
    }

    /// Returns the signals that are not applicable.
    pub(crate) const fn absent_signals(&self) -> SignalSet {
        self.absent_signals
    }

    /// Returns the responsibilities that exist in this company.
    ///
    /// ```
    /// use cpto::{Organization, Responsibility};
    ///
    /// let company = Organization::draft().not_applicable(Responsibility::BusinessModel, "all is free").build()?;
    /// assert!(!company.applicable().contains(Responsibility::BusinessModel));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn applicable(&self) -> ResponsibilitySet {
        ResponsibilitySet::ALL.difference(self.absent_responsibilities)
    }
}
