//! How is a company described, and which descriptions are invalid?

use alloc::string::String;

use crate::input::draft::Draft;
use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::measures::figure::Figure;
use crate::measures::readings::{Combination, Readings};
use crate::model::organization::Organization;
use crate::vocabulary::notes::note;
use crate::vocabulary::responsibility::Responsibility;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Headcount, IntoEstimate};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::stage::{Budget, Stage};

impl Draft<Organization> {
    /// Sets the name of the company, for readers only; no rule reads it.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// assert_eq!(Organization::draft().name("Example Ltd").build()?.name(), Some("Example Ltd"));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.value.name = Some(name.into());
        self
    }

    /// Sets the stage of the company.
    ///
    /// ```
    /// use cpto::{Organization, Stage};
    ///
    /// let company = Organization::draft().stage(Stage::ScaleUp).build()?;
    /// assert_eq!(company.stage().value(), Some(Stage::ScaleUp));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn stage(mut self, stage: impl IntoEstimate<Stage>) -> Self {
        self.value.stage = self.estimate(|| Place::key("stage"), stage);
        self
    }

    /// Sets the number of people in the company, at least 1.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// assert_eq!(Organization::draft().headcount(120).build()?.headcount().to_string(), "120");
    /// assert!(Organization::draft().headcount(0).build().is_err(), "somebody leads it");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn headcount(mut self, people: impl IntoEstimate<Headcount>) -> Self {
        self.value.headcount = self.estimate(|| Place::key("headcount"), people);
        self
    }

    /// Sets how many executives the company can pay for.
    ///
    /// ```
    /// use cpto::{Budget, Organization};
    ///
    /// let company = Organization::draft().budget(Budget::TwoExecutives).build()?;
    /// assert_eq!(company.budget().value(), Some(Budget::TwoExecutives));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn budget(mut self, budget: impl IntoEstimate<Budget>) -> Self {
        self.value.budget = self.estimate(|| Place::key("budget"), budget);
        self
    }

    /// Sets whether the company is regulated.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// assert_eq!(Organization::draft().regulated(false).build()?.regulated().value(), Some(false));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn regulated(mut self, regulated: impl IntoEstimate<bool>) -> Self {
        self.value.regulated = self.estimate(|| Place::key("regulated"), regulated);
        self
    }

    /// Sets the level of a signal; an unknown level changes nothing for a measured signal.
    ///
    /// ```
    /// use cpto::{Maturity, Organization, Signal};
    ///
    /// let company = Organization::draft().signal(Signal::Scalability, Maturity::Initial..=Maturity::Managed);
    /// assert_eq!(company.build()?.signal(Signal::Scalability).unwrap().to_string(), "initial to managed");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn signal(mut self, signal: Signal, level: impl IntoEstimate<Maturity>) -> Self {
        let level = self.estimate(|| Place::key("signals").then(signal.as_str()), level);
        self.state_signal(signal, level);
        self
    }

    pub(crate) fn state_signal(&mut self, signal: Signal, level: Estimate<Maturity>) {
        if level.is_unknown() && self.is_measured(signal) {
            return;
        }
        self.check_unmeasured(signal);
        self.value.signals.set(signal, level);
        self.value.absent_signals = self.value.absent_signals.without(signal);
        self.value.signal_reasons.retain(|(known, _)| *known != signal);
    }

    /// Sets the level of several signals.
    ///
    /// ```
    /// use cpto::{Maturity, Organization, SignalSet};
    ///
    /// let company = Organization::draft().signals(SignalSet::PRODUCT_GROUNDS.iter(), Maturity::Defined);
    /// assert!(company.build().is_ok());
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "callers pass a range by value")]
    pub fn signals(
        self,
        signals: impl IntoIterator<Item = Signal>,
        level: impl IntoEstimate<Maturity> + Clone,
    ) -> Self {
        signals.into_iter().fold(self, |draft, signal| draft.signal(signal, level.clone()))
    }

    /// States that a signal does not exist in this company, and why; no rule counts it.
    ///
    /// ```
    /// use cpto::{Organization, Signal};
    ///
    /// let company = Organization::draft().signal_not_applicable(Signal::DataCapability, "no data is kept");
    /// assert_eq!(company.build()?.signal(Signal::DataCapability), None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn signal_not_applicable(mut self, signal: Signal, reason: impl Into<String>) -> Self {
        self.state_signal_not_applicable(signal, reason.into());
        self
    }

    pub(crate) fn state_signal_not_applicable(&mut self, signal: Signal, reason: String) {
        self.check_reason(&reason, || Place::key("signals").then(signal.as_str()).then("not-applicable"));
        self.check_unmeasured(signal);
        self.value.signals.set(signal, Estimate::UNKNOWN);
        self.value.absent_signals = self.value.absent_signals.with(signal);
        note(&mut self.value.signal_reasons, signal, reason);
    }

    /// Adds a figure of a measure, as it was taken. Several figures for a signal are combined; a refused figure does not count,
    /// but is kept with the reason.
    ///
    /// The level of a signal is either measured or stated, never both: it would be unclear which one counts. A company has at
    /// most 10,000 figures.
    ///
    /// ```
    /// use cpto::measures::{Figure, Practice};
    /// use cpto::{Maturity, Organization, Signal};
    ///
    /// let measured = Organization::draft().figure(Figure::coverage(Practice::DataCapability, 18, 30)?);
    /// let company = measured.clone().build()?;
    /// assert_eq!(company.signal(Signal::DataCapability).unwrap().value(), Some(Maturity::Defined));
    ///
    /// let faults = measured.signal(Signal::DataCapability, Maturity::Managed).build().unwrap_err();
    /// assert_eq!(
    ///     faults.to_string(),
    ///     "signals.data-capability: `data-capability` has both a level and figures; \
    ///      allowed: a level or figures for a signal, not both"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn figure(mut self, figure: Figure) -> Self {
        let signal = figure.signal();
        let is_read = figure.reading().is_ok();
        let is_stated =
            self.value.signal(signal).is_none_or(|level| !level.is_unknown() && !self.is_measured(signal));
        if is_read && is_stated {
            self.fault_of_measured(signal);
        }
        match self.value.readings.len() {
            ..Readings::MOST => {}
            Readings::MOST => {
                let problem = FaultKind::TooMany { found: Readings::MOST + 1, most: Readings::MOST };
                self.faults.push(Fault::new(Place::key("measures"), problem));
            }
            _ => return self,
        }
        self.value.readings.add(figure);
        self.settle_measured(signal);
        self
    }

    /// Sets how several readings of a signal are combined.
    ///
    /// ```
    /// use cpto::{Organization, measures::Combination};
    ///
    /// let company = Organization::draft().combining(Combination::WeakestLink).build()?;
    /// assert_eq!(company.readings().combination(), Combination::WeakestLink);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn combining(mut self, combination: Combination) -> Self {
        self.value.readings.combination = combination;
        for signal in Signal::ALL {
            self.settle_measured(*signal);
        }
        self
    }

    /// Removes the readings of a signal; its level is then unknown and can be stated.
    ///
    /// ```
    /// use cpto::{Organization, Signal, measures::Figure};
    ///
    /// let company = Organization::draft().figure(Figure::lead_time(240)?).build()?;
    /// let again = cpto::Draft::from(company).unmeasured(Signal::DeveloperProductivity).build()?;
    /// assert!(again.readings().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn unmeasured(mut self, signal: Signal) -> Self {
        if self.is_measured(signal) {
            self.value.readings.forget(signal);
            self.value.signals.set(signal, Estimate::UNKNOWN);
        }
        self
    }

    /// Works out the level of a signal that has readings.
    fn settle_measured(&mut self, signal: Signal) {
        if let Some(level) = self.value.readings.estimate(signal) {
            self.value.signals.set(signal, level);
        }
    }

    fn is_measured(&self, signal: Signal) -> bool {
        self.value.readings.estimate(signal).is_some()
    }

    /// Adds a fault if a signal is stated although it is measured.
    fn check_unmeasured(&mut self, signal: Signal) {
        if self.is_measured(signal) {
            self.fault_of_measured(signal);
        }
    }

    fn fault_of_measured(&mut self, signal: Signal) {
        let place = Place::key("signals").then(signal.as_str());
        self.faults.push(Fault::new(place, FaultKind::AlsoMeasured { found: signal }));
    }

    /// Sets whether a safeguard is in place.
    ///
    /// ```
    /// use cpto::{Organization, Safeguard};
    ///
    /// let company = Organization::draft().safeguard(Safeguard::SuccessionPlan, true).build()?;
    /// assert_eq!(company.safeguard(Safeguard::SuccessionPlan).value(), Some(true));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn safeguard(mut self, safeguard: Safeguard, in_place: impl IntoEstimate<bool>) -> Self {
        let stated = self.estimate(|| Place::key("safeguards").then(safeguard.as_str()), in_place);
        self.value.safeguards.set(safeguard, stated);
        self
    }

    /// States that safeguards are in place.
    ///
    /// ```
    /// use cpto::{Organization, Safeguard};
    ///
    /// let company = Organization::draft().in_place([Safeguard::EngineeringLead, Safeguard::ProductLead]).build()?;
    /// assert_eq!(company.safeguard(Safeguard::ProductLead).value(), Some(true));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn in_place(self, safeguards: impl IntoIterator<Item = Safeguard>) -> Self {
        safeguards.into_iter().fold(self, |draft, safeguard| draft.safeguard(safeguard, true))
    }

    /// States that safeguards are absent.
    ///
    /// ```
    /// use cpto::{Organization, Safeguard};
    ///
    /// let company = Organization::draft().absent(Safeguard::ALL.iter().copied()).build()?;
    /// assert_eq!(company.safeguard(Safeguard::ProductLead).value(), Some(false));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn absent(self, safeguards: impl IntoIterator<Item = Safeguard>) -> Self {
        safeguards.into_iter().fold(self, |draft, safeguard| draft.safeguard(safeguard, false))
    }

    /// States that a responsibility does not exist in this company, and why; nobody needs to hold it.
    ///
    /// ```
    /// use cpto::{Organization, Responsibility};
    ///
    /// let company = Organization::draft().not_applicable(Responsibility::BusinessModel, "everything is free");
    /// assert_eq!(company.build()?.applicable().len(), Responsibility::COUNT - 1);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn not_applicable(mut self, responsibility: Responsibility, reason: impl Into<String>) -> Self {
        self.state_not_applicable(responsibility, reason.into());
        self
    }

    pub(crate) fn state_not_applicable(&mut self, responsibility: Responsibility, reason: String) {
        self.check_reason(&reason, || Place::key("not-applicable").then(responsibility.as_str()));
        let absent = &mut self.value.absent_responsibilities;
        *absent = absent.with(responsibility);
        note(&mut self.value.responsibility_reasons, responsibility, reason);
    }

    /// Adds a fault if a reason is blank. Its subject still counts as not applicable, so conflicts with that are found in the
    /// same pass.
    fn check_reason(&mut self, reason: &str, place: impl FnOnce() -> Place) {
        if reason.trim().is_empty() {
            self.faults.push(Fault::new(place(), FaultKind::BlankReason));
        }
    }

    /// Builds the company, if it is valid.
    ///
    /// ```
    /// use cpto::Organization;
    ///
    /// let faults = Organization::draft().headcount(400..=200).build().unwrap_err();
    /// assert_eq!(faults.as_slice()[0].kind().to_string(), "the range from 400 to 200 is reversed");
    /// ```
    ///
    /// # Errors
    /// Returns every fault: a headcount of 0, a reversed range, a blank reason, a signal that is both stated and measured, more
    /// than 10,000 figures.
    pub fn build(self) -> Result<Organization, Faults> {
        Faults::unless_empty(self.faults, || self.value)
    }
}
