//! What does a proposal come to?

use arrayvec::ArrayVec;

use crate::measures::readings::Readings;
use crate::model::proposal::Proposal;
use crate::policy::numbers::Policy;
use crate::rules::benefit::{Benefit, BenefitCode};
use crate::rules::catalogue as warning;
use crate::rules::catalogue::{Warning, WarningCode, WarningKey};
use crate::situation::view::Situation;
use crate::vocabulary::change::Change;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Certainty, Severity, Verdict};
use crate::vocabulary::span::Span;

/// What a seat takes of its leader.
///
/// ```
/// use cpto::{Proposal, Role, Seat, Structure, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let assessment = evaluate(&proposal);
/// let [cto, cpo] = assessment.loads() else { panic!("two seats") };
/// assert_eq!((cto.role, cpo.role), (Role::Cto, Role::Cpo));
/// assert!(cto.load.least() < cto.load.most(), "nothing is known of the company");
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SeatLoad {
    /// The seat.
    pub role: Role,
    /// Percent of a full time, the leader's other duties included.
    pub load: Span<u32>,
}

/// What a proposal comes to: warnings, benefits, loads and the verdict.
///
/// Every range is over all worlds that agree with the facts. The severities are exact: both ends of each are attained.
/// The verdict is exact at its worse end, and a bound at its better one: no world is better.
///
/// ```
/// use cpto::{Proposal, Seat, Structure, Verdict, WarningCode, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let assessment = evaluate(&proposal);
/// assert_eq!(assessment.verdict().most(), Verdict::Inadvisable);
/// assert!(assessment.warning(WarningCode::NoCounterpartChallenge).is_some());
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Assessment {
    pub(crate) change: Change,
    pub(crate) loads: ArrayVec<SeatLoad, 2>,
    pub(crate) warnings: ArrayVec<Warning, { Warning::MOST }>,
    pub(crate) benefits: ArrayVec<Benefit, { BenefitCode::COUNT }>,
    pub(crate) readings: Readings,
}

impl Assessment {
    /// What the proposal comes to as a change.
    ///
    /// ```
    /// use cpto::{Change, Proposal, Seat, Structure, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// assert_eq!(evaluate(&proposal).change(), Change::Establish);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn change(&self) -> Change {
        self.change
    }

    /// How the worst least severity reads, and how the worst most severity does: no world is better than the first, and
    /// some world is as bad as the second. `insufficient-evidence` does not count.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure, Verdict, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let verdict = evaluate(&proposal).verdict();
    /// assert_eq!(verdict.value(), None, "it is not settled");
    /// assert_eq!(verdict.most(), Verdict::Inadvisable);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn verdict(&self) -> Span<Verdict> {
        verdict(&self.warnings)
    }

    /// What each proposed seat takes of its leader.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let assessment = evaluate(&proposal);
    /// assert_eq!((assessment.loads()[0].load.least(), assessment.loads()[0].load.most()), (41, 311));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn loads(&self) -> &[SeatLoad] {
        &self.loads
    }

    /// The warnings, the most severe first: by their most, then their least severity, then the order of the
    /// catalogue, then that of the roles.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// for warning in evaluate(&proposal).warnings() {
    ///     println!("{}: {warning}", warning.severity());
    /// }
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// How severe a warning of a name is; in the worst seat, where it is given once for each.
    ///
    /// ```
    /// use cpto::{Severity, WarningCode, evaluate};
    ///
    /// let assessment = evaluate(&WarningCode::SkillGap.raised().build()?);
    /// assert!(assessment.worst(WarningCode::SkillGap).least() > Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn worst(&self, code: WarningCode) -> Span<Severity> {
        let of_code = self.warnings.iter().filter(|warning| warning.code() == code);
        of_code.map(Warning::severity).reduce(Span::max).unwrap_or_default()
    }

    /// The first warning of a name; there is one for each seat of some.
    ///
    /// ```
    /// use cpto::{Warning, WarningCode, evaluate};
    ///
    /// let assessment = evaluate(&WarningCode::CostBurden.raised().build()?);
    /// assert!(matches!(assessment.warning(WarningCode::CostBurden), Some(Warning::CostBurden(_))));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn warning(&self, code: WarningCode) -> Option<&Warning> {
        self.warnings.iter().find(|warning| warning.code() == code)
    }

    /// How severe a warning is: `none` where it is not given.
    ///
    /// ```
    /// use cpto::{Proposal, Role, Seat, Severity, Structure, WarningCode, WarningKey, evaluate};
    ///
    /// let assessment = evaluate(&Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?);
    /// let overload = assessment.severity(WarningKey { code: WarningCode::OverloadRisk, role: Some(Role::Cpto) });
    /// assert_eq!((overload.least(), overload.most()), (Severity::None, Severity::Critical));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn severity(&self, key: WarningKey) -> Span<Severity> {
        self.warnings.iter().find(|warning| warning.key() == key).map_or(Span::NONE, Warning::severity)
    }

    /// What speaks for the proposal, in the order of the catalogue.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// assert!(!evaluate(&proposal).benefits().is_empty(), "something speaks for it");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn benefits(&self) -> &[Benefit] {
        &self.benefits
    }

    /// The figures that levels of signals rest on, as the proposal gives them: what they read as, what was refused, and
    /// which of them disagree. The evaluation itself goes by the levels alone.
    ///
    /// ```
    /// use cpto::{Organization, Proposal, Seat, Structure, evaluate, measures::Figure};
    ///
    /// let company = Organization::draft().figure(Figure::lead_time(240)?);
    /// let proposal = Proposal::draft().organization(company).proposed(Structure::cto(Seat::draft())).build()?;
    /// assert_eq!(evaluate(&proposal).readings().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn readings(&self) -> &Readings {
        &self.readings
    }

    /// The benefit of a name.
    ///
    /// ```
    /// use cpto::{BenefitCode, Proposal, Seat, Structure, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let assessment = evaluate(&proposal);
    /// let benefit = &assessment.benefits()[0];
    /// assert_eq!(assessment.benefit(benefit.code()), Some(benefit));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn benefit(&self, code: BenefitCode) -> Option<&Benefit> {
        self.benefits.iter().find(|benefit| benefit.code() == code)
    }
}

pub(crate) fn verdict(warnings: &[Warning]) -> Span<Verdict> {
    warnings
        .iter()
        .filter(|warning| warning.code().counts_towards_verdict())
        .map(Warning::severity)
        .fold(Span::NONE, Span::max)
        .rising(Verdict::of)
}

/// Adds to a list that has room for all there are.
#[inline]
fn keep<T, const N: usize>(list: &mut ArrayVec<T, N>, item: T) {
    let kept = list.try_push(item);
    debug_assert!(kept.is_ok(), "a list of more than there are");
}

/// The warnings that were found, in the order of the catalogue, and which of them have which severity.
///
/// There are few severities, and evidence is large, so a warning is noted by its severity and then moved once, instead
/// of being moved about by a sort.
#[derive(Default)]
struct Found {
    warnings: ArrayVec<Warning, { Warning::MOST }>,
    /// For each pair of severities, the most severe first, a bit for each warning that has it.
    by_severity: [u32; Severity::COUNT * Severity::COUNT],
}

impl Found {
    #[inline]
    fn note(&mut self, warning: Warning) {
        let Span { least, most } = warning.severity();
        let mildness = |severity: Severity| Severity::Critical as usize - severity as usize;
        if let Some(bits) = self.by_severity.get_mut(mildness(most) * Severity::COUNT + mildness(least)) {
            *bits |= 1 << self.warnings.len();
        }
        keep(&mut self.warnings, warning);
    }

    /// Gives the warnings, the most severe first, and within a severity in the order of the catalogue.
    #[inline]
    fn in_order(&self, mut give: impl FnMut(Warning)) {
        for &(mut bits) in &self.by_severity {
            while let Some(warning) = self.warnings.get(bits.trailing_zeros() as usize) {
                give(*warning);
                bits &= bits.wrapping_sub(1);
            }
        }
    }
}

/// Evaluates a proposal by the default policy.
///
/// It is a pure function: it cannot fail, does not panic, allocates nothing, and reads nothing but the proposal.
///
/// ```
/// use cpto::{Change, Proposal, Seat, Structure, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// assert_eq!(evaluate(&proposal).change(), Change::Establish);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn evaluate(proposal: &Proposal) -> Assessment {
    evaluate_under(proposal, &Policy::DEFAULT)
}

/// Evaluates a proposal by a policy, as [`evaluate`] does by the default one.
///
/// ```
/// use cpto::{Policy, Proposal, Seat, Severity, Structure, WarningCode, evaluate_under};
///
/// let strict = Policy::DEFAULT.with(|numbers| numbers.no_counterpart_challenge.neither = Severity::Critical)?;
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let assessment = evaluate_under(&proposal, &strict);
/// let warning = assessment.warning(WarningCode::NoCounterpartChallenge).unwrap();
/// assert_eq!(warning.severity().most(), Severity::Critical);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn evaluate_under(proposal: &Proposal, policy: &Policy) -> Assessment {
    let situation = Situation::new(proposal, policy);
    let mut assessment = Assessment {
        change: proposal.change(),
        loads: situation
            .seats
            .iter()
            .map(|seat| SeatLoad { role: seat.role, load: seat.load.total })
            .collect(),
        warnings: ArrayVec::new(),
        benefits: ArrayVec::new(),
        readings: situation.organization.readings().clone(),
    };
    let mut found = Found::default();
    warning::assess(&situation, |warning| found.note(warning));
    found.in_order(|warning| keep(&mut assessment.warnings, warning));
    for &code in BenefitCode::ALL {
        let holds = code.holds(&situation);
        if holds.most {
            let certainty = if holds.least { Certainty::Certain } else { Certainty::Possible };
            keep(&mut assessment.benefits, Benefit { code, certainty });
        }
    }
    assessment
}
