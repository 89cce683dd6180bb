//! What does a warning tell its reader?

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use crate::input::fault::FaultKind;
use crate::model::fact::FactSet;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::rules::evidence::Evidence;
use crate::rules::policy::Policy;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::case::Case;
use crate::situation::growth::with_partner;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Certainty, Severity};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::UnknownName;

/// The key of a warning in an assessment: a code occurs at most once, or at most once for each seat.
///
/// ```
/// use cpto::{Form, WarningKey};
///
/// let keys: Vec<String> = WarningKey::all(Form::Pair).map(|key| key.to_string()).take(3).collect();
/// assert_eq!(keys, ["overload-risk of the CTO", "overload-risk of the CPO", "context-switching"]);
/// assert_eq!(WarningKey::all(Form::Pair).next(), keys[0].parse().ok());
/// assert!(WarningKey::all(Form::Pair).is_sorted(), "by the catalogue, then by the seat");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_structs,
    reason = "a warning is identified by its name and its seat, and by nothing else"
)]
pub struct WarningKey {
    /// The warning's name.
    pub code: WarningCode,
    /// The seat that the warning is about, if it is given once for each seat. Where a key without one is accepted, such as in
    /// [`Assessment::severity`](crate::Assessment::severity), it stands for the worst seat.
    pub role: Option<Role>,
}

impl From<WarningCode> for WarningKey {
    /// Returns the key without a seat: the full key of a warning that is given once; see [`role`](Self::role) for the others.
    fn from(code: WarningCode) -> Self {
        Self { code, role: None }
    }
}

impl WarningKey {
    /// Lists every warning that an assessment of this form can have, in the order of the catalogue and then of the seats.
    pub fn all(form: Form) -> impl Iterator<Item = Self> {
        (0..WarningCode::CELLS).filter_map(move |cell| Self::of_cell(cell, form))
    }

    /// The warnings among these that count towards the verdict.
    pub(crate) fn counted(form: Form) -> impl Iterator<Item = Self> {
        Self::all(form).filter(|key| key.code.counts_towards_verdict())
    }

    /// The facts that the verdict of a structure depends on.
    pub(crate) fn read_by_verdict(structure: &Structure, policy: &Policy) -> FactSet {
        let counted = Self::counted(structure.form());
        counted.fold(FactSet::EMPTY, |all, key| all.union(key.reads(structure, policy)))
    }

    /// The key of a cell of an assessment; `None` where the form has no such seat.
    #[inline]
    pub(crate) fn of_cell(cell: usize, form: Form) -> Option<Self> {
        *Self::OF_CELLS.get(form as usize)?.get(cell)?
    }

    /// The keys of all cells, by form. Looking them up avoids mispredicted branches.
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
    const OF_CELLS: [[Option<Self>; WarningCode::CELLS]; Form::COUNT] = {
        let mut keys = [[None; WarningCode::CELLS]; Form::COUNT];
        let mut form = 0;
        while form < Form::COUNT {
            let roles = Form::ALL[form].roles();
            let mut cell = 0;
            while cell < WarningCode::CELLS {
                let (code, seat) = WarningCode::KEYS[cell];
                if !code.is_of_seat() {
                    keys[form][cell] = Some(Self { code, role: None });
                } else if (seat as usize) < roles.len() {
                    keys[form][cell] = Some(Self { code, role: Some(roles[seat as usize]) });
                }
                cell += 1;
            }
            form += 1;
        }
        keys
    };

    /// The cell of this key in an assessment; `None` where the seat does not fit the code or the form.
    #[inline]
    pub(crate) fn cell(self, form: Form) -> Option<usize> {
        if self.role.is_some() != self.code.is_of_seat() {
            return None;
        }
        let seat = match self.role {
            Some(role) => form.roles().iter().position(|seat| *seat == role)?,
            None => 0,
        };
        Some(self.code.cell(seat))
    }

    /// The fault in the seat of this key, if any, and its document key; `others` are the other allowed keys.
    pub(crate) fn seat_fault(
        self,
        others: &'static [&'static str],
    ) -> Option<(Option<&'static str>, FaultKind)> {
        const ROLE: &str = "role";
        match (self.code.is_of_seat(), self.role) {
            (true, None) => Some((None, FaultKind::MissingKey { missing: ROLE })),
            (false, Some(_)) => {
                Some((Some(ROLE), FaultKind::UnknownKey { found: ROLE.into(), allowed: others }))
            }
            _ => None,
        }
    }

    /// Returns the facts that the warning reads in this structure, in any seat if the key names none. No other fact changes it.
    /// `insufficient-evidence` reads none: it counts unknown signals.
    ///
    /// ```
    /// use cpto::{Fact, Policy, Proposal, Safeguard, Seat, Structure, WarningCode, WarningKey};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let key = WarningKey::from(WarningCode::KeyPersonDependency);
    /// let reads = key.reads(proposal.proposed(), &Policy::DEFAULT);
    /// assert!(reads.contains(Fact::Safeguard(Safeguard::SuccessionPlan)) && reads.contains(Fact::Stage));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn reads(self, structure: &Structure, policy: &Policy) -> FactSet {
        with_partner(self.reads_itself(structure, policy))
    }

    /// The same, without adding headcount because of stage, or stage because of headcount.
    pub(crate) fn reads_itself(self, structure: &Structure, policy: &Policy) -> FactSet {
        let of = |role| (self.code.rule().reads)(structure, policy.numbers(), role);
        match self.role {
            None if self.code.is_of_seat() => {
                structure.form().roles().iter().fold(FactSet::EMPTY, |all, role| all.union(of(*role)))
            }
            role => of(role.unwrap_or(Role::Cpto)),
        }
    }
}

impl fmt::Display for WarningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.code, f)?;
        self.role.map_or(Ok(()), |role| write!(f, "{OF_SEAT}{role:#}"))
    }
}

/// The text between a warning and its seat.
const OF_SEAT: &str = " of the ";

/// The names of seats in the keys of warnings.
const SEATS: [&str; Role::COUNT] = [Role::Cto.title(), Role::Cpo.title(), Role::Cpto.title()];

impl FromStr for WarningKey {
    type Err = UnknownName;

    /// Parses what `Display` writes.
    ///
    /// ```
    /// use cpto::WarningKey;
    ///
    /// assert_eq!("skill-gap of the CTO".parse::<WarningKey>().unwrap().to_string(), "skill-gap of the CTO");
    /// assert_eq!("skill-gap".parse::<WarningKey>().unwrap_err().allowed, ["CTO", "CPO", "CPTO"]);
    /// ```
    ///
    /// # Errors
    /// An unknown warning, a missing seat where the warning has one, or a seat where it has none.
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let (code, seat) = name.split_once(OF_SEAT).map_or((name, None), |(code, seat)| (code, Some(seat)));
        let code: WarningCode = code.parse()?;
        let role = seat.and_then(|seat| Role::ALL.iter().copied().find(|role| role.title() == seat));
        match (code.is_of_seat(), seat, role) {
            (true, _, Some(_)) | (false, None, _) => Ok(Self { code, role }),
            (true, _, None) => {
                let found = seat.unwrap_or_default().into();
                Err(UnknownName { kind: "seat", found, allowed: &SEATS })
            }
            (false, Some(_), _) => Err(UnknownName::of::<WarningCode>(name)),
        }
    }
}

impl Ord for WarningKey {
    /// Orders by the catalogue, then by the seat.
    fn cmp(&self, other: &Self) -> Ordering {
        (self.code as u8, self.role).cmp(&(other.code as u8, other.role))
    }
}

impl PartialOrd for WarningKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A warning about a proposal. Its evidence, message and remedies are computed on demand.
///
/// `Display` writes one line that names the evidence. The alternate form, `{:#}`, adds why it matters, when it is fine, what
/// to do, and the sources.
///
/// ```
/// use cpto::{Proposal, Seat, Structure, explain};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// for warning in explain(&proposal).warnings() {
///     println!("{}, {}: {warning}", warning.code(), warning.severity());
/// }
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Warning<'a> {
    key: WarningKey,
    policy: &'a Policy,
    case: Case<'a>,
}

impl<'a> Warning<'a> {
    pub(crate) const fn new(key: WarningKey, policy: &'a Policy, case: Case<'a>) -> Self {
        Self { key, policy, case }
    }

    /// Returns the warning's name.
    #[must_use]
    pub const fn code(&self) -> WarningCode {
        self.key.code
    }

    /// Returns the key of the warning in its assessment.
    #[must_use]
    pub const fn key(&self) -> WarningKey {
        self.key
    }

    /// Returns the least and the greatest severity over all worlds that agree with the facts.
    #[must_use]
    pub const fn severity(&self) -> Span<Severity> {
        self.case.severity
    }

    /// Whether every world that agrees with the facts has the warning, or only some.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        if self.severity().least > Severity::None { Certainty::Certain } else { Certainty::Possible }
    }

    /// Returns what the rule derived from the facts.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        (self.code().rule().evidence)(&self.case)
    }

    /// Returns the facts that the rule reads. [`Proposal::values_of`](crate::Proposal::values_of) returns what is known about
    /// each.
    #[must_use]
    pub fn facts(&self) -> FactSet {
        self.key.reads(self.case.structure(), self.policy)
    }

    /// Returns those of the facts that are not known exactly. Where the severity is a range, it depends on them.
    ///
    /// ```
    /// use cpto::{Fact, Proposal, Seat, Structure, WarningCode, explain};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// let explanation = explain(&proposal);
    /// assert!(explanation.warning(WarningCode::CostBurden).unwrap().open_facts().contains(Fact::Budget));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn open_facts(&self) -> FactSet {
        match self.evidence() {
            Evidence::Signals { unknown, .. } => FactSet::of_signals(unknown),
            _ => self.facts().intersection(self.case.proposal.open_facts()),
        }
    }

    /// Lists changes that would make the warning milder or remove it.
    ///
    /// ```
    /// use cpto::{Proposal, Remedy, Safeguard, Seat, Structure, WarningCode, explain};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let explanation = explain(&proposal);
    /// let warning = explanation.warning(WarningCode::KeyPersonDependency).unwrap();
    /// assert_eq!(warning.remedies().next(), Some(Remedy::PutInPlace(Safeguard::SuccessionPlan)));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn remedies(&self) -> impl Iterator<Item = Remedy> + use<> {
        let mut remedies = Remedies::default();
        (self.code().rule().remedies)(&self.case, &mut remedies);
        remedies.0.into_iter()
    }
}

impl fmt::Display for Warning<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code();
        (code.rule().message)(&self.case, f)?;
        if !f.alternate() {
            return Ok(());
        }
        write!(f, "\n\nWhy it matters\n{}", code.why_it_matters())?;
        write!(f, "\n\nWhen it is fine\n{}", code.when_it_is_fine())?;
        f.write_str("\n\nWhat to do")?;
        for remedy in self.remedies() {
            write!(f, "\n- {remedy}")?;
        }
        f.write_str("\n\nSources")?;
        for citation in code.citations() {
            write!(f, "\n- {citation}")?;
        }
        Ok(())
    }
}
