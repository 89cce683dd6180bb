//! What is the result of evaluating a proposal?

use crate::model::packed::Packed;
use crate::model::proposal::Proposal;
use crate::rules::benefit::{self, Benefit, BenefitCode};
use crate::rules::catalogue::{self, WarningCode, WarningSet};
use crate::rules::policy::Policy;
use crate::rules::warning::{Warning, WarningKey};
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::vocabulary::change::Change;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Certainty, Severity, SeverityRange, Verdict};
use crate::vocabulary::span::Span;

pub(crate) mod extended;
#[doc(alias = "brute force")]
pub mod worlds;

/// The load of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SeatLoad {
    /// The seat.
    pub role: Role,
    /// The load in percent of a full time, the leader's other duties included.
    pub load: Span<u32>,
}

/// The result of evaluating a proposal: the severity of every warning, the benefits, the loads, and what follows from them.
///
/// Every range is over all worlds that agree with the facts. The severities are exact: both ends of each range are attained.
/// The verdict is exact at its worse end and a bound at its better end: no world is better.
///
/// An assessment is small and is copied. [`explain`] computes the evidence and the remedies of a warning on demand.
///
/// ```
/// use cpto::{Proposal, Seat, Severity, Structure, Verdict, WarningCode, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let assessment = evaluate(&proposal);
/// assert_eq!(assessment.verdict().most(), Verdict::Inadvisable);
/// assert!(assessment.severity(WarningCode::NoCounterpartChallenge).least() > Severity::None);
/// let worst_first = assessment.warnings().map(|(_, severity)| severity.most());
/// assert!(worst_first.is_sorted_by(|one, next| one >= next));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Assessment {
    change: Change,
    form: Form,
    severities: [SeverityRange; WarningCode::CELLS],
    benefits: [SeverityRange; BenefitCode::COUNT],
    loads: [Span<u32>; 2],
}

impl Assessment {
    /// Evaluates a packed proposal.
    #[inline]
    pub(crate) fn of(packed: &Packed, policy: &Policy) -> Self {
        Self::known(&Known::of(packed, policy.numbers(), &policy.prepared), policy)
    }

    #[inline]
    fn known(known: &Known<'_>, policy: &Policy) -> Self {
        let [first, second] = &known.seats;
        Self {
            change: known.packed.change,
            form: known.packed.form,
            severities: catalogue::severities(policy.numbers(), &policy.tables, known),
            benefits: benefit::benefits(&policy.benefits, known),
            loads: [first.load, second.load],
        }
    }

    /// Evaluates the severity of one warning for a packed proposal.
    pub(crate) fn severity_of(key: WarningKey, packed: &Packed, policy: &Policy) -> Span<Severity> {
        let cell = key.cell(packed.form).and_then(|cell| WarningCode::KEYS.get(cell));
        let Some((code, seat)) = cell else { return Span::default() };
        let known = Known::of(packed, policy.numbers(), &policy.prepared);
        catalogue::severity(policy.numbers(), &policy.tables, &known, (*code, usize::from(*seat))).span()
    }

    /// Builds the assessment with these severities, without warnings of seats that the form lacks. The last duplicate counts.
    #[cfg(feature = "serde")]
    pub(crate) fn read(
        change: Change,
        form: Form,
        loads: &[SeatLoad],
        warnings: &[(WarningKey, Span<Severity>)],
        benefits: &[Benefit],
    ) -> Self {
        let mut assessment = Self {
            change,
            form,
            severities: [SeverityRange::NONE; WarningCode::CELLS],
            benefits: [SeverityRange::NONE; BenefitCode::COUNT],
            loads: [Span::exact(0); 2],
        };
        for (own, read) in assessment.loads.iter_mut().zip(loads) {
            *own = read.load;
        }
        for (key, severity) in warnings {
            if let Some(cell) = key.cell(form).and_then(|cell| assessment.severities.get_mut(cell)) {
                *cell = SeverityRange::new(severity.least, severity.most);
            }
        }
        for benefit in benefits {
            let least = Severity::Low.when(benefit.certainty == Certainty::Certain);
            if let Some(cell) = assessment.benefits.get_mut(benefit.code as usize) {
                *cell = SeverityRange::new(least, Severity::Low);
            }
        }
        assessment
    }

    /// Returns the kind of change that the proposal makes.
    #[must_use]
    pub const fn change(&self) -> Change {
        self.change
    }

    /// Returns which seats are proposed.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }

    /// Returns the range from the verdict on the worst least severity to that on the worst greatest one: no world is better
    /// than its first end, and some world is as bad as its second. `insufficient-evidence` does not count.
    #[must_use]
    pub fn verdict(&self) -> Span<Verdict> {
        self.verdict_with([])
    }

    /// The verdict over these severities and those of the warnings that count.
    pub(crate) fn verdict_with(&self, others: impl IntoIterator<Item = Span<Severity>>) -> Span<Verdict> {
        let cells = self.severities.iter().zip(WarningCode::KEYS);
        let counted = cells.map(|(range, (code, _))| range.when(code.counts_towards_verdict()));
        let worst = counted.fold(SeverityRange::NONE, SeverityRange::or_worse).span();
        others.into_iter().fold(worst, Span::max).rising(Verdict::of)
    }

    /// Returns the load of each proposed seat.
    ///
    /// ```
    /// use cpto::{Proposal, Seat, Structure, evaluate};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let cpto = evaluate(&proposal).loads().next().unwrap();
    /// assert_eq!((cpto.load.least(), cpto.load.most()), (41, 311));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn loads(&self) -> impl Iterator<Item = SeatLoad> + use<> {
        self.form.roles().iter().zip(self.loads).map(|(role, load)| SeatLoad { role: *role, load })
    }

    /// Lists the warnings, the most severe first: by greatest severity, then by least severity, then in the order of the
    /// catalogue and of the roles. Warnings that are `none` in every world are left out.
    pub fn warnings(&self) -> impl Iterator<Item = (WarningKey, Span<Severity>)> + use<> {
        let Self { severities, form, .. } = *self;
        let all = severities.map(SeverityRange::bits);
        let bits_of_given =
            all.iter().zip(&BITS).map(|(byte, bit)| bit & u64::from(*byte != 0).wrapping_neg());
        let given = bits_of_given.fold(0, |given, bit| given | bit);
        // A warning comes after those with a greater byte, counted without a branch, and after earlier ones with the same byte.
        let mut order = [0_u8; WarningCode::CELLS];
        let mut alike = [0; 1 << u8::BITS];
        for cell in bits(given) {
            let Some(own) = all.get(usize::from(cell)) else { break };
            let Some(alike) = alike.get_mut(usize::from(*own)) else { break };
            let worse = all.iter().map(|other| u8::from(other > own)).sum::<u8>();
            if let Some(place) = order.get_mut(usize::from(worse + *alike)) {
                *place = cell;
            }
            *alike += 1;
        }
        let mut place = 0;
        core::iter::from_fn(move || {
            let cell = order.get(place).filter(|_| place < given.count_ones() as usize)?;
            place += 1;
            let cell = usize::from(*cell);
            Some((WarningKey::of_cell(cell, form)?, severities.get(cell)?.span()))
        })
    }

    /// Lists the warnings that are at least this severe in every world, whatever the unknown facts are.
    ///
    /// ```
    /// use cpto::{Severity, WarningCode, evaluate};
    ///
    /// let assessment = evaluate(&WarningCode::OverloadRisk.example(Severity::High).unwrap().build()?);
    /// assert!(assessment.certain_at_least(Severity::High).any(|(key, _)| key.code == WarningCode::OverloadRisk));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn certain_at_least(
        &self,
        least: Severity,
    ) -> impl Iterator<Item = (WarningKey, Span<Severity>)> + use<> {
        self.warnings().filter(move |(_, severity)| severity.least() >= least)
    }

    /// Returns the severity of a warning: `none` if it is not raised. A key without a seat, such as a [`WarningCode`], stands for
    /// the worst seat if the warning is given per seat.
    ///
    /// ```
    /// use cpto::{Proposal, Role, Seat, Severity, Structure, WarningCode, WarningKey, evaluate};
    ///
    /// let assessment = evaluate(&Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?);
    /// let overload = assessment.severity(WarningCode::OverloadRisk);
    /// assert_eq!((overload.least(), overload.most()), (Severity::None, Severity::Critical));
    /// let key = WarningKey { code: WarningCode::OverloadRisk, role: Some(Role::Cpto) };
    /// assert_eq!(assessment.severity(key), overload);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn severity(&self, key: impl Into<WarningKey>) -> Span<Severity> {
        let key = key.into();
        if key.role.is_some() {
            return self.range(key).span();
        }
        let seats = if key.code.is_of_seat() { 2 } else { 1 };
        let cells = self.severities.iter().skip(key.code.cell(0)).take(seats).copied();
        cells.fold(SeverityRange::NONE, SeverityRange::or_worse).span()
    }

    #[inline]
    pub(crate) fn range(&self, key: WarningKey) -> SeverityRange {
        key.cell(self.form).and_then(|cell| self.severities.get(cell)).copied().unwrap_or_default()
    }

    /// Returns this assessment with another range for one warning.
    pub(crate) fn with_range(mut self, key: WarningKey, range: SeverityRange) -> Self {
        if let Some(slot) = key.cell(self.form).and_then(|cell| self.severities.get_mut(cell)) {
            *slot = range;
        }
        self
    }

    /// The warnings that are at least this severe in some world and some seat.
    pub(crate) fn reaching(&self, least: Severity) -> WarningSet {
        let cells = self.severities.iter().zip(WarningCode::KEYS);
        let reaches = |(range, (code, _)): (&SeverityRange, (WarningCode, u8))| {
            u32::from(range.most() >= least) << code as u32
        };
        WarningSet::from_bits(cells.map(reaches).fold(0, |all, one| all | one))
    }

    /// The sum of the points of every warning that counts towards the verdict, in its worst seat, at one end of the severities.
    #[inline]
    pub(crate) fn points(&self, policy: &Policy, end: impl Fn(Span<Severity>) -> Severity) -> u32 {
        let points = &policy.numbers().ranking.points;
        let counted = WarningCode::ALL.iter().filter(|code| code.counts_towards_verdict());
        counted.map(|code| u32::from(points.get(end(self.severity(*code))))).sum()
    }

    /// Lists the benefits of the proposal, in the order of [`BenefitCode`].
    pub fn benefits(&self) -> impl Iterator<Item = Benefit> + use<> {
        let assessment = *self;
        BenefitCode::ALL.iter().filter_map(move |code| assessment.benefit(*code))
    }

    /// Returns the benefit with this code, if it is possible.
    #[must_use]
    pub fn benefit(&self, code: BenefitCode) -> Option<Benefit> {
        let range = self.benefits.get(code as usize).filter(|range| range.is_possible())?;
        let certain = range.least() > Severity::None;
        Some(Benefit { code, certainty: if certain { Certainty::Certain } else { Certainty::Possible } })
    }
}

/// A bit for each cell.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
const BITS: [u64; WarningCode::CELLS] = {
    let mut bits = [1; WarningCode::CELLS];
    let mut cell = 1;
    while cell < bits.len() {
        bits[cell] = bits[cell - 1] << 1;
        cell += 1;
    }
    bits
};

/// The positions of the set bits, the lowest first.
#[inline]
fn bits(mut rest: u64) -> impl Iterator<Item = u8> {
    core::iter::from_fn(move || {
        let lowest = u8::try_from(rest.trailing_zeros()).ok().filter(|_| rest != 0)?;
        rest &= rest - 1;
        Some(lowest)
    })
}

/// Evaluates a proposal under the default policy.
///
/// This is a pure function: it cannot fail, does not panic, allocates nothing, and reads nothing but the proposal.
///
/// ```
/// use cpto::{Change, Proposal, Seat, Structure, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// assert_eq!(evaluate(&proposal).change(), Change::Establish);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
#[doc(alias = "assess")]
pub fn evaluate(proposal: &Proposal) -> Assessment {
    evaluate_under(proposal, Policy::standard())
}

/// Evaluates a proposal under a policy, as [`evaluate`] does under the default policy.
///
/// ```
/// use cpto::{Policy, Proposal, Seat, Severity, Structure, WarningCode, evaluate_under};
///
/// let strict = Policy::DEFAULT.with(|numbers| numbers.no_counterpart_challenge.neither = Severity::Critical)?;
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let assessment = evaluate_under(&proposal, &strict);
/// assert_eq!(assessment.severity(WarningCode::NoCounterpartChallenge).most(), Severity::Critical);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn evaluate_under(proposal: &Proposal, policy: &Policy) -> Assessment {
    Assessment::of(proposal.packed(), policy)
}

/// Evaluates a portfolio of proposals under a policy, and passes each assessment to `give`, in order.
///
/// ```
/// use cpto::{Policy, Proposal, Seat, Structure, evaluate, evaluate_all};
///
/// let pair = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let one = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let mut assessments = Vec::new();
/// evaluate_all(&[pair, one.clone()], &Policy::DEFAULT, |assessment| assessments.push(assessment));
/// assert_eq!(assessments[1], evaluate(&one));
/// # Ok::<(), cpto::Faults>(())
/// ```
pub fn evaluate_all(proposals: &[Proposal], policy: &Policy, mut give: impl FnMut(Assessment)) {
    for proposal in proposals {
        give(Assessment::of(proposal.packed(), policy));
    }
}

/// An assessment with its proposal and policy. It computes the evidence, the message and the remedies of a warning on demand.
///
/// ```
/// use cpto::{Proposal, Seat, Structure, explain};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let explanation = explain(&proposal);
/// println!("{}", explanation.assessment().verdict());
/// for warning in explanation.warnings() {
///     println!("{}: {warning}", warning.severity());
/// }
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Explanation<'a> {
    policy: &'a Policy,
    /// The context of the warnings of each seat; warnings about the whole proposal use the first.
    cases: [Case<'a>; 2],
    assessment: Assessment,
}

/// Evaluates a proposal under the default policy and keeps what is needed to explain the result.
///
/// ```
/// use cpto::{Proposal, Seat, Structure, evaluate, explain};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// assert_eq!(explain(&proposal).assessment(), evaluate(&proposal));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn explain(proposal: &Proposal) -> Explanation<'_> {
    explain_under(proposal, Policy::standard())
}

/// Evaluates a proposal under a policy and keeps what is needed to explain the result.
#[must_use]
pub fn explain_under<'a>(proposal: &'a Proposal, policy: &'a Policy) -> Explanation<'a> {
    let known = Known::of(proposal.packed(), policy.numbers(), &policy.prepared);
    let assessment = Assessment::known(&known, policy);
    let cases = [0, 1].map(|seat: usize| Case {
        proposal,
        numbers: policy.numbers(),
        needed: &policy.prepared.needed,
        role: assessment.form.roles().get(seat).copied().unwrap_or(Role::Cpto),
        known: known.seats.get(seat).copied().unwrap_or_default(),
        hundredths: known.factors.hundredths,
        part_time: known.part_time,
        severity: Span::default(),
    });
    Explanation { policy, cases, assessment }
}

impl<'a> Explanation<'a> {
    /// Returns the proposal that is explained.
    #[must_use]
    pub const fn proposal(&self) -> &'a Proposal {
        let [case, _] = &self.cases;
        case.proposal
    }

    /// Returns the policy of the evaluation.
    #[must_use]
    pub const fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// Returns the assessment of the proposal.
    #[must_use]
    pub const fn assessment(&self) -> Assessment {
        self.assessment
    }

    /// Lists the warnings, the most severe first, in the order of [`Assessment::warnings`].
    pub fn warnings(&self) -> impl Iterator<Item = Warning<'a>> + use<'a> {
        let Self { policy, cases: [first, second], .. } = *self;
        self.assessment.warnings().map(move |(key, severity)| {
            let case = if key.role.is_none_or(|role| role == first.role) { first } else { second };
            Warning::new(key, policy, Case { severity, ..case })
        })
    }

    /// Returns the warning with this key. For a code alone, returns the most severe warning with that code over all seats.
    #[must_use]
    pub fn warning(&self, key: impl Into<WarningKey>) -> Option<Warning<'a>> {
        let WarningKey { code, role } = key.into();
        self.warnings().find(|it| it.code() == code && role.is_none_or(|_| it.key().role == role))
    }
}
