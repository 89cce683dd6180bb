//! What is somebody accountable for, how good are they at it, and how do they live with it?

use alloc::vec::Vec;

use crate::input::draft::Draft;
use crate::input::fault::{Fault, FaultKind};
use crate::input::place::Place;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::scale::{Estimate, IntoEstimate, Percent};
use crate::vocabulary::skill::{BySkill, Proficiency, Skill};

/// A leader's seat: what it is accountable for, and what is known of who takes it.
///
/// The remit is conventional unless it is stated: every applicable responsibility whose home the seat is and every
/// shared one, without those that are held elsewhere.
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
    /// The remit as it was stated, or nothing for the conventional one.
    pub(crate) stated_remit: Option<Vec<Responsibility>>,
}

impl Seat {
    /// A seat with the conventional remit, for good, of whose leader nothing is known yet.
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

    /// How good its leader is at something.
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

    /// Whether it is filled for the time being only.
    #[must_use]
    pub const fn interim(&self) -> Estimate<bool> {
        self.interim
    }

    /// Whether somebody new leads a seat that stays; no, where it was not said.
    #[must_use]
    pub const fn newcomer(&self) -> Estimate<bool> {
        match self.newcomer {
            Some(newcomer) => newcomer,
            None => Estimate { least: false, most: false },
        }
    }

    /// The office or the other seat that it reports to, where that was observed.
    #[must_use]
    pub const fn reports_to(&self) -> Option<Holder> {
        self.reports_to
    }

    /// How many people report to it, where that was observed.
    #[must_use]
    pub const fn direct_reports(&self) -> Option<Estimate<u8>> {
        self.direct_reports
    }

    /// Which share of the time given to this seat goes to product, where that was observed.
    #[must_use]
    pub const fn product_attention(&self) -> Option<Estimate<Percent>> {
        self.product_attention
    }

    /// How much of its leader's time another office or company takes, where that was observed.
    #[must_use]
    pub const fn other_duties(&self) -> Option<Estimate<Percent>> {
        self.other_duties
    }

    /// The remit as it was stated, in that order, or nothing for the conventional one. What a conventional remit
    /// comes to is [`Structure::remit`](crate::Structure::remit).
    #[must_use]
    pub fn stated_remit(&self) -> Option<&[Responsibility]> {
        self.stated_remit.as_deref()
    }
}

impl Draft<Seat> {
    /// Says what the seat is accountable for.
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

    /// Says how good its leader is at something.
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

    /// Says how good its leader is at several things.
    ///
    /// ```
    /// use cpto::{Proficiency, Seat, Skill};
    ///
    /// let cpto = Seat::draft().skills([Skill::Finance, Skill::ProductManagement], Proficiency::Expert);
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "a range is given as it is, and not by reference")]
    pub fn skills(
        self,
        skills: impl IntoIterator<Item = Skill>,
        proficiency: impl IntoEstimate<Proficiency> + Clone,
    ) -> Self {
        skills.into_iter().fold(self, |draft, skill| draft.skill(skill, proficiency.clone()))
    }

    /// Says whether it is filled for the time being only.
    pub fn interim(mut self, interim: impl IntoEstimate<bool>) -> Self {
        self.value.interim = self.estimate(|| Place::key("interim"), interim);
        self
    }

    /// Says whether somebody new leads it, of a proposed seat that the current structure has, too.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Severity, Structure, WarningCode, evaluate};
    ///
    /// let proposal = Proposal::draft()
    ///     .current(Structure::pair(Seat::draft(), Seat::draft()))
    ///     .proposed(Structure::pair(Seat::draft().newcomer(true), Seat::draft()))
    ///     .build()?;
    /// assert_ne!(evaluate(&proposal).worst(WarningCode::TransitionRisk).most(), Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn newcomer(mut self, newcomer: impl IntoEstimate<bool>) -> Self {
        self.value.newcomer = Some(self.estimate(|| Place::key("newcomer"), newcomer));
        self
    }

    /// Says which office, or which other seat of a pair, it reports to.
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

    /// Says how many people report to it, 0 to 255.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Severity, Structure, WarningCode, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft().direct_reports(18))).build()?;
    /// assert!(evaluate(&proposal).worst(WarningCode::OverloadRisk).least() > Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn direct_reports(mut self, people: impl IntoEstimate<u8>) -> Self {
        self.value.direct_reports = Some(self.estimate(|| Place::key("direct-reports"), people));
        self
    }

    /// Says which share of the time given to this seat goes to product, in percent; of a CPTO alone.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Severity, Structure, WarningCode, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft().product_attention(0))).build()?;
    /// assert!(evaluate(&proposal).worst(WarningCode::OneSidedFocus).least() > Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn product_attention(mut self, percent: impl IntoEstimate<Percent>) -> Self {
        self.value.product_attention = Some(self.estimate(|| Place::key("product-attention"), percent));
        self
    }

    /// Says how much of its leader's time another office or company takes, in percent.
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
