//! Which warnings has the company decided to live with, and does each of these decisions still hold?
//!
//! An [`Acceptance`] names a warning, the highest accepted severity, the reason, who decided, and the last day. [`accept`] checks
//! all acceptances against an assessment. What remains is an assessment, too: in each world, a warning counts as none if it is at
//! most as severe as accepted, and otherwise keeps its severity. So a warning of `low to critical` that is accepted up to `high`
//! remains as `none to critical`, and the ranges stay exact.
//!
//! | state | when | what remains of the warning |
//! | --- | --- | --- |
//! | in force | the warning is given in every world, and never more severe than accepted | nothing |
//! | not yet needed | the warning is given only in some worlds, and never more severe than accepted | nothing |
//! | exceeded | the warning is more severe than accepted in some world | all of it, in those worlds |
//! | expired | the last day has passed | all of it |
//! | stale | the warning is given in no world: withdraw the acceptance | nothing |
//!
//! ```
//! use cpto::advice::accept::{Acceptance, AcceptanceState, Acceptances, accept};
//! use cpto::{Date, Proposal, Seat, Severity, Structure, WarningCode, evaluate};
//!
//! let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
//! let assessment = evaluate(&proposal);
//! let acceptances = Acceptances::draft()
//!     .accept(Acceptance {
//!         key: WarningCode::NoCounterpartChallenge.into(),
//!         up_to: Severity::Critical,
//!         reason: "the board challenges the CPTO every month".into(),
//!         by: "the board".into(),
//!         until: Date::new(2027, 6, 30),
//!     })
//!     .build()?;
//! let state = |day| accept(&acceptances, &assessment, day).decisions[0].state;
//! assert_eq!(state("2027-06-30".parse().unwrap()), AcceptanceState::InForce);
//! assert_eq!(state("2027-07-01".parse().unwrap()), AcceptanceState::Expired);
//! # Ok::<(), cpto::Faults>(())
//! ```

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::Assessment;
use crate::input::draft::Draft;
use crate::input::fault::{Fault, FaultKind};
use crate::input::faults::Faults;
use crate::input::place::Place;
use crate::rules::warning::WarningKey;
use crate::vocabulary::date::Date;
use crate::vocabulary::escaped::Escaped;
use crate::vocabulary::severity::{Severity, SeverityRange, Verdict};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::{UnknownName, Word, vocabulary};

/// The key of the acceptances in a document.
pub(crate) const ACCEPTED: &str = "accepted";
/// The keys of an acceptance, apart from the seat of a warning that has one.
pub(crate) const KEYS: &[&str] = &["code", "up-to", "reason", "by", "until"];

/// A decision to live with a warning.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_structs,
    reason = "a decision is complete with what, how much, why, by whom and for how long"
)]
pub struct Acceptance {
    /// The warning, with its seat if the warning is given once for each seat.
    pub key: WarningKey,
    /// The highest accepted severity; not none.
    pub up_to: Severity,
    /// The reason, in at least one word.
    pub reason: String,
    /// The person or body that decided, in at least one word.
    pub by: String,
    /// The last day on which the acceptance holds; without one, it has no end.
    pub until: Option<Date>,
}

impl Acceptance {
    /// Returns what is wrong with the acceptance and at which key, given the acceptances before it.
    pub(crate) fn faults(&self, before: &[Self]) -> Vec<(Option<&'static str>, FaultKind)> {
        let mut faults: Vec<_> = self.key.seat_fault(KEYS).into_iter().collect();
        if before.iter().any(|other| other.key == self.key) {
            faults.push((None, FaultKind::RepeatedName { found: alloc::format!("{}", self.key) }));
        }
        if let (Severity::None, [_, allowed @ ..]) = (self.up_to, <Severity as Word>::NAMES) {
            let unknown = UnknownName { allowed, ..UnknownName::of::<Severity>(Severity::None.as_str()) };
            faults.push((Some("up-to"), FaultKind::UnknownName(unknown)));
        }
        for (key, text) in [("reason", &self.reason), ("by", &self.by)] {
            if text.trim().is_empty() {
                faults.push((Some(key), FaultKind::BlankReason));
            }
        }
        faults
    }

    /// Returns what remains of a severity under this acceptance.
    fn left(&self, severity: Severity) -> Severity {
        severity.when(severity > self.up_to)
    }
}

/// Decisions to live with warnings, at most one for each warning and seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Acceptances {
    pub(crate) accepted: Vec<Acceptance>,
}

impl Acceptances {
    /// Starts with no acceptances.
    pub fn draft() -> Draft<Self> {
        Draft::of(Self::default())
    }

    /// Drafts an acceptance of each warning of an assessment, up to its greatest possible severity. Nobody has decided and no
    /// reason is given yet, and building fails until each acceptance names both.
    ///
    /// ```
    /// use cpto::advice::accept::Acceptances;
    /// use cpto::{WarningCode, evaluate};
    ///
    /// let assessment = evaluate(&WarningCode::CostBurden.raised().build()?);
    /// let faults = Acceptances::baseline(&assessment).build().unwrap_err();
    /// assert_eq!(faults.as_slice().len(), 2 * assessment.warnings().count());
    /// assert_eq!(faults.as_slice()[0].place().to_string(), "accepted[0].reason");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn baseline(assessment: &Assessment) -> Draft<Self> {
        assessment.warnings().fold(Self::draft(), |draft, (key, severity)| {
            let (reason, by) = (String::new(), String::new());
            draft.accept(Acceptance { key, up_to: severity.most(), reason, by, until: None })
        })
    }

    /// Returns the acceptances in the order given.
    #[must_use]
    pub fn as_slice(&self) -> &[Acceptance] {
        &self.accepted
    }
}

impl Draft<Acceptances> {
    /// Adds an acceptance.
    pub fn accept(mut self, acceptance: Acceptance) -> Self {
        let place = || Place::key(ACCEPTED).index(self.value.accepted.len());
        let faults = acceptance.faults(&self.value.accepted).into_iter();
        let placed =
            |(key, problem): (Option<_>, _)| Fault::new(key.into_iter().fold(place(), Place::then), problem);
        self.faults.extend(faults.map(placed).collect::<Vec<_>>());
        self.value.accepted.push(acceptance);
        self
    }

    /// Builds the acceptances, if all of them are valid.
    ///
    /// # Errors
    /// Fails if a warning lacks the seat that it needs, or has one that it does not need; if a warning is accepted twice, or up
    /// to `none`; if a reason is blank, or nobody decided; or if something could not be read.
    pub fn build(self) -> Result<Acceptances, Faults> {
        let Self { value, faults } = self;
        Faults::unless_empty(faults, || value)
    }
}

vocabulary! {
    /// The state of an acceptance; the module documentation says exactly when each applies.
    pub enum AcceptanceState as "state of an acceptance" in "cpto::advice::accept", told {
        /// The acceptance holds and is needed.
        InForce,
        /// The warning is, or may be, more severe than accepted.
        Exceeded,
        /// The last day has passed.
        Expired,
        /// The warning is gone.
        Stale,
        /// The warning is possible, but not certain.
        NotYetNeeded,
    }
}

/// An acceptance checked against an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decision<'a> {
    /// The acceptance.
    pub acceptance: &'a Acceptance,
    /// The state of the acceptance.
    pub state: AcceptanceState,
    /// How severe the warning is.
    pub severity: Span<Severity>,
}

impl fmt::Display for Decision<'_> {
    /// Writes the state, the warning, and the decision with its reason.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Acceptance { key, up_to, reason, by, until } = self.acceptance;
        write!(f, "{}: {key:#}, {}, accepted up to {up_to}", self.state.title(), self.severity)?;
        match until {
            Some(day) => write!(f, " until {day}")?,
            None => f.write_str(" with no end date")?,
        }
        write!(f, " by {}: {}", Escaped(by), Escaped(reason))
    }
}

/// The result of checking acceptances against an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Accepted<'a> {
    /// Every acceptance, in the order given.
    pub decisions: Vec<Decision<'a>>,
    /// The verdict as if nothing had been accepted.
    pub verdict: Span<Verdict>,
    /// The assessment of what is not accepted. Its verdict takes the acceptances into account.
    pub left: Assessment,
}

impl fmt::Display for Accepted<'_> {
    /// Writes the verdict without and with the acceptances, and a line for each acceptance.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the verdict is {}, and {} with the acceptances", self.verdict, self.left.verdict())?;
        self.decisions.iter().try_for_each(|decision| writeln!(f, "{decision}"))
    }
}

/// Checks acceptances against an assessment on a given day.
#[must_use]
pub fn accept<'a>(acceptances: &'a Acceptances, assessment: &Assessment, on: Date) -> Accepted<'a> {
    let mut left = *assessment;
    let decisions = acceptances.accepted.iter().map(|acceptance| {
        let severity = assessment.severity(acceptance.key);
        let state = if severity.most() == Severity::None {
            AcceptanceState::Stale
        } else if acceptance.until.is_some_and(|until| until < on) {
            AcceptanceState::Expired
        } else if severity.most() > acceptance.up_to {
            AcceptanceState::Exceeded
        } else if severity.least() == Severity::None {
            AcceptanceState::NotYetNeeded
        } else {
            AcceptanceState::InForce
        };
        if state != AcceptanceState::Expired {
            let Span { least, most } = severity.rising(|severity| acceptance.left(severity));
            left = left.with_range(acceptance.key, SeverityRange::new(least, most));
        }
        Decision { acceptance, state, severity }
    });
    Accepted { decisions: decisions.collect(), verdict: assessment.verdict(), left }
}
