//! What is a leader accountable for, how skilled are they, and under what conditions do they work?

use alloc::vec::Vec;

use crate::input::draft::Draft;
use crate::input::fault::{Fault, FaultKind};
use crate::input::place::Place;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::scale::{Estimate, IntoEstimate, Percent};
use crate::vocabulary::skill::{BySkill, Proficiency, Skill};

/// A leader's seat: what it is accountable for, and what is known about the person who takes it.
///
/// Unless a remit is stated, it is the conventional one: every applicable responsibility whose home is the seat and every
/// shared one, except those held elsewhere.
///
/// ```
/// use cpto::{Proficiency, Seat, Skill};
///
/// let seat = Seat::draft().skill(Skill::Finance, Proficiency::Competent..).direct_reports(8).product_attention(60..=70);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seat {
    pub(crate) skills: BySkill<Estimate<Proficiency>>,
    pub(crate) interim: Estimate<bool>,
    pub(crate) newcomer: Option<Estimate<bool>>,
    pub(crate) reports_to: Option<Holder>,
    pub(crate) direct_reports: Option<Estimate<u8>>,
    pub(crate) product_attention: Option<Estimate<Percent>>,
    pub(crate) other_duties: Option<Estimate<Percent>>,
    /// The remit as stated, or nothing for the conventional one.
    pub(crate) stated_remit: Option<Vec<Responsibility>>,
}

impl Seat {
    /// Starts a permanent seat with the conventional remit, about whose leader nothing is known yet.
    ///
    /// ```
    /// use cpto::Seat;
    ///
    /// let cto = Seat::draft().direct_reports(6);
    /// ```
    pub fn draft() -> Draft<Self> {
        Draft::of(Self {
            skills: BySkill::default(),
            interim: Estimate::exact(false),
            newcomer: None,
            reports_to: None,
            direct_reports: None,
            product_attention: None,
            other_duties: None,
            stated_remit: None,
        })
    }

    /// Returns the leader's proficiency in a skill.
    ///
    /// ```
    /// use cpto::{Proficiency, Proposal, Role, Seat, Skill, Structure};
    ///
    /// let cto = Seat::draft().skill(Skill::Finance, ..=Proficiency::Competent);
    /// let proposal = Proposal::draft().proposed(Structure::cto(cto)).build()?;
    /// let skill = proposal.proposed().seat(Role::Cto).unwrap().skill(Skill::Finance);
    /// assert_eq!(skill.most(), Proficiency::Competent);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn skill(&self, skill: Skill) -> Estimate<Proficiency> {
        self.skills.get(skill)
    }

    /// Returns whether the seat is filled only for the time being.
    #[must_use]
    pub const fn interim(&self) -> Estimate<bool> {
        self.interim
    }

    /// Returns whether somebody new leads a seat that the current structure also has; no, if this was not stated.
    #[must_use]
    pub const fn newcomer(&self) -> Estimate<bool> {
        match self.newcomer {
            Some(newcomer) => newcomer,
            None => Estimate { least: false, most: false },
        }
    }

    /// Returns the office or the other seat that this seat reports to, if observed.
    #[must_use]
    pub const fn reports_to(&self) -> Option<Holder> {
        self.reports_to
    }

    /// Returns the number of people who report to the seat, if observed.
    #[must_use]
    pub const fn direct_reports(&self) -> Option<Estimate<u8>> {
        self.direct_reports
    }

    /// Returns the share of the time given to this seat that goes to product, if observed.
    #[must_use]
    pub const fn product_attention(&self) -> Option<Estimate<Percent>> {
        self.product_attention
    }

    /// Returns the share of the leader's time that another office or company takes, if observed.
    #[must_use]
    pub const fn other_duties(&self) -> Option<Estimate<Percent>> {
        self.other_duties
    }

    /// Returns the remit as stated, in that order, or nothing for the conventional one, which
    /// [`Structure::remit`](crate::Structure::remit) resolves.
    #[must_use]
    pub fn stated_remit(&self) -> Option<&[Responsibility]> {
        self.stated_remit.as_deref()
    }
}

impl Draft<Seat> {
    /// Sets what the seat is accountable for.
    ///
    /// ```
    /// use cpto::{Proposal, Responsibility, Role, Seat, Structure};
    ///
    /// let cto = Seat::draft().remit([Responsibility::Architecture, Responsibility::Delivery]);
    /// let proposal = Proposal::draft().proposed(Structure::cto(cto)).build()?;
    /// assert_eq!(proposal.proposed().remit(Role::Cto).len(), 2);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn remit(mut self, remit: impl IntoIterator<Item = Responsibility>) -> Self {
        let mut stated = Vec::new();
        let mut seen = ResponsibilitySet::EMPTY;
        for (index, responsibility) in remit.into_iter().enumerate() {
            if seen.contains(responsibility) {
                let found = responsibility.as_str().into();
                let place = Place::key("remit").index(index);
                self.faults.push(Fault::new(place, FaultKind::RepeatedName { found }));
            }
            seen = seen.with(responsibility);
            stated.push(responsibility);
        }
        self.value.stated_remit = Some(stated);
        self
    }

    /// Sets the leader's proficiency in a skill.
    ///
    /// ```
    /// use cpto::{Proficiency, Seat, Skill};
    ///
    /// let cpto = Seat::draft().skill(Skill::ProductManagement, Proficiency::Competent..);
    /// ```
    pub fn skill(mut self, skill: Skill, proficiency: impl IntoEstimate<Proficiency>) -> Self {
        let proficiency = self.estimate(|| Place::key("skills").then(skill.as_str()), proficiency);
        self.value.skills.set(skill, proficiency);
        self
    }

    /// Sets the leader's proficiency in several skills.
    ///
    /// ```
    /// use cpto::{Proficiency, Seat, Skill};
    ///
    /// let cpto = Seat::draft().skills([Skill::Finance, Skill::ProductManagement], Proficiency::Expert);
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "callers pass a range by value")]
    pub fn skills(
        self,
        skills: impl IntoIterator<Item = Skill>,
        proficiency: impl IntoEstimate<Proficiency> + Clone,
    ) -> Self {
        skills.into_iter().fold(self, |draft, skill| draft.skill(skill, proficiency.clone()))
    }

    /// Sets whether the seat is filled only for the time being.
    pub fn interim(mut self, interim: impl IntoEstimate<bool>) -> Self {
        self.value.interim = self.estimate(|| Place::key("interim"), interim);
        self
    }

    /// Sets whether somebody new leads the seat; allowed only for a proposed seat that the current structure also has.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Severity, Structure, WarningCode, evaluate};
    ///
    /// let proposal = Proposal::draft()
    ///     .current(Structure::pair(Seat::draft(), Seat::draft()))
    ///     .proposed(Structure::pair(Seat::draft().newcomer(true), Seat::draft()))
    ///     .build()?;
    /// assert_ne!(evaluate(&proposal).severity(WarningCode::TransitionRisk).most(), Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn newcomer(mut self, newcomer: impl IntoEstimate<bool>) -> Self {
        self.value.newcomer = Some(self.estimate(|| Place::key("newcomer"), newcomer));
        self
    }

    /// Sets the office, or the other seat of a pair, that this seat reports to.
    ///
    /// ```
    /// use cpto::{Proposal, Role, Seat, Structure};
    ///
    /// let cpo = Seat::draft().reports_to(Role::Cto);
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), cpo)).build()?;
    /// assert!(proposal.proposed().one_side_reports());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn reports_to(mut self, holder: impl Into<Holder>) -> Self {
        self.value.reports_to = Some(holder.into());
        self
    }

    /// Sets how many people report to the seat, from 0 to 255.
    /// Leave this out if it was not observed: an unknown value, such as `None`, counts as any value.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Severity, Structure, WarningCode, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft().direct_reports(18))).build()?;
    /// assert!(evaluate(&proposal).severity(WarningCode::OverloadRisk).least() > Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn direct_reports(mut self, people: impl IntoEstimate<u8>) -> Self {
        self.value.direct_reports = Some(self.estimate(|| Place::key("direct-reports"), people));
        self
    }

    /// Sets the share of the time given to this seat that goes to product, in percent; allowed only for a CPTO.
    /// Leave this out if it was not observed: an unknown value, such as `None`, counts as any value.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Severity, Structure, WarningCode, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft().product_attention(0))).build()?;
    /// assert!(evaluate(&proposal).severity(WarningCode::OneSidedFocus).least() > Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn product_attention(mut self, percent: impl IntoEstimate<Percent>) -> Self {
        self.value.product_attention = Some(self.estimate(|| Place::key("product-attention"), percent));
        self
    }

    /// Sets the share of the leader's time that another office or company takes, in percent.
    /// Leave this out if it was not observed: an unknown value, such as `None`, counts as any value.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure, evaluate};
    ///
    /// let load = |percent| -> Result<u32, cpto::Faults> {
    ///     let cto = Seat::draft().other_duties(percent);
    ///     Ok(evaluate(&Proposal::draft().proposed(Structure::cto(cto)).build()?).loads().map(|it| it.load.least()).sum())
    /// };
    /// assert_eq!(load(40)? - load(0)?, 40);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn other_duties(mut self, percent: impl IntoEstimate<Percent>) -> Self {
        self.value.other_duties = Some(self.estimate(|| Place::key("other-duties"), percent));
        self
    }
}
