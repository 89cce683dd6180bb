//! Which facts can be known, roughly known or unknown, and where are they stated?

use core::fmt;

use crate::word::{UnknownName, word_set};
use crate::{Role, Safeguard, Signal, SignalSet, Skill, SkillSet, Word};

/// A fact of a proposal that is stated as an estimate, and so may be open.
///
/// It is written as its place in a document, which is also where an application can ask for it.
///
/// ```
/// use cpto::{Fact, Role, Signal, Skill};
///
/// assert_eq!(Fact::Signal(Signal::Collaboration).to_string(), "organization.signals.collaboration");
/// assert_eq!("proposed.cpto.skills.finance".parse(), Ok(Fact::Skill(Role::Cpto, Skill::Finance)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fact {
    /// The stage of the organisation.
    Stage,
    /// How many people it has.
    Headcount,
    /// How many executives it can pay for.
    Budget,
    /// Whether it is regulated.
    Regulated,
    /// The level of a signal.
    Signal(Signal),
    /// Whether a safeguard is in place.
    Safeguard(Safeguard),
    /// Who stays.
    Incumbent,
    /// Which share of the CPTO's time goes to product, where it was observed.
    ProductAttention,
    /// How good the leader of a proposed seat is at something.
    Skill(Role, Skill),
    /// Whether the seat is filled for the time being only.
    Interim(Role),
    /// How many people report to the seat, where it was observed.
    DirectReports(Role),
    /// How much of the leader's time goes to other duties, where it was observed.
    OtherDuties(Role),
}

/// Where each part of the order begins.
const SIGNALS: u32 = 4;
const SAFEGUARDS: u32 = SIGNALS + count(Signal::COUNT);
const INCUMBENT: u32 = SAFEGUARDS + count(Safeguard::COUNT);
const ATTENTION: u32 = INCUMBENT + 1;
const SEATS: u32 = ATTENTION + 1;
/// Where, within a seat, the facts begin that are no skills.
const INTERIM: u32 = count(Skill::COUNT);
/// How many facts there are of each seat.
const OF_SEAT: u32 = INTERIM + 3;

#[expect(clippy::cast_possible_truncation, reason = "no list is that long")]
const fn count(names: usize) -> u32 {
    names as u32
}

impl Fact {
    /// The place in the order of the declaration, seat by seat.
    pub(crate) const fn position(self) -> u32 {
        const fn of_seat(role: Role, fact: u32) -> u32 {
            SEATS + role as u32 * OF_SEAT + fact
        }
        match self {
            Self::Stage => 0,
            Self::Headcount => 1,
            Self::Budget => 2,
            Self::Regulated => 3,
            Self::Signal(signal) => SIGNALS + signal as u32,
            Self::Safeguard(safeguard) => SAFEGUARDS + safeguard as u32,
            Self::Incumbent => INCUMBENT,
            Self::ProductAttention => ATTENTION,
            Self::Skill(role, skill) => of_seat(role, skill as u32),
            Self::Interim(role) => of_seat(role, INTERIM),
            Self::DirectReports(role) => of_seat(role, INTERIM + 1),
            Self::OtherDuties(role) => of_seat(role, INTERIM + 2),
        }
    }

    /// The fact at a place in that order.
    pub(crate) fn at(position: u32) -> Option<Self> {
        Some(match position {
            0 => Self::Stage,
            1 => Self::Headcount,
            2 => Self::Budget,
            3 => Self::Regulated,
            SIGNALS..SAFEGUARDS => Self::Signal(Signal::at(position - SIGNALS)?),
            SAFEGUARDS..INCUMBENT => Self::Safeguard(Safeguard::at(position - SAFEGUARDS)?),
            INCUMBENT => Self::Incumbent,
            ATTENTION => Self::ProductAttention,
            SEATS.. => {
                let role = *Role::ALL.get(((position - SEATS) / OF_SEAT) as usize)?;
                match (position - SEATS) % OF_SEAT {
                    INTERIM => Self::Interim(role),
                    fact if fact == INTERIM + 1 => Self::DirectReports(role),
                    fact if fact == INTERIM + 2 => Self::OtherDuties(role),
                    fact => Self::Skill(role, Skill::at(fact)?),
                }
            }
        })
    }

    /// Every fact there is, seat by seat.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map_while(Self::at)
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stage => f.write_str("organization.stage"),
            Self::Headcount => f.write_str("organization.headcount"),
            Self::Budget => f.write_str("organization.budget"),
            Self::Regulated => f.write_str("organization.regulated"),
            Self::Signal(signal) => write!(f, "organization.signals.{signal}"),
            Self::Safeguard(safeguard) => write!(f, "organization.safeguards.{safeguard}"),
            Self::Incumbent => f.write_str("incumbent"),
            Self::ProductAttention => f.write_str("proposed.cpto.product-attention"),
            Self::Skill(role, skill) => write!(f, "proposed.{role}.skills.{skill}"),
            Self::Interim(role) => write!(f, "proposed.{role}.interim"),
            Self::DirectReports(role) => write!(f, "proposed.{role}.direct-reports"),
            Self::OtherDuties(role) => write!(f, "proposed.{role}.other-duties"),
        }
    }
}

impl core::str::FromStr for Fact {
    type Err = UnknownName;

    /// Reads the place of a fact.
    ///
    /// # Errors
    /// Any text that is not the place of a fact, such as `organization.name` or `proposed.cto.remit`.
    fn from_str(place: &str) -> Result<Self, UnknownName> {
        fn parse(place: &str) -> Option<Fact> {
            if let Some(organization) = place.strip_prefix("organization.") {
                return match organization.split_once('.').unwrap_or((organization, "")) {
                    ("stage", "") => Some(Fact::Stage),
                    ("headcount", "") => Some(Fact::Headcount),
                    ("budget", "") => Some(Fact::Budget),
                    ("regulated", "") => Some(Fact::Regulated),
                    ("signals", name) => Signal::from_name(name).map(Fact::Signal),
                    ("safeguards", name) => Safeguard::from_name(name).map(Fact::Safeguard),
                    _ => None,
                };
            }
            let Some(seat) = place.strip_prefix("proposed.") else {
                return (place == "incumbent").then_some(Fact::Incumbent);
            };
            let (role, fact) = seat.split_once('.')?;
            let role = Role::from_name(role)?;
            match fact {
                "interim" => Some(Fact::Interim(role)),
                "direct-reports" => Some(Fact::DirectReports(role)),
                "other-duties" => Some(Fact::OtherDuties(role)),
                "product-attention" => (role == Role::Cpto).then_some(Fact::ProductAttention),
                _ => Skill::from_name(fact.strip_prefix("skills.")?).map(|skill| Fact::Skill(role, skill)),
            }
        }
        parse(place).ok_or_else(|| UnknownName { kind: "fact", found: place.into(), allowed: PLACES })
    }
}

/// The forms of the places of facts.
const PLACES: &[&str] = &[
    "organization.stage",
    "organization.headcount",
    "organization.budget",
    "organization.regulated",
    "organization.signals.SIGNAL",
    "organization.safeguards.SAFEGUARD",
    "incumbent",
    "proposed.cpto.product-attention",
    "proposed.ROLE.skills.SKILL",
    "proposed.ROLE.interim",
    "proposed.ROLE.direct-reports",
    "proposed.ROLE.other-duties",
];

word_set! {
    /// Some facts, such as those that a warning read and that are not known exactly.
    pub struct FactSet(u128) of Fact
}

impl FactSet {
    /// How good the leader of a seat is at some skills.
    pub(crate) const fn of_skills(role: Role, skills: SkillSet) -> Self {
        Self((skills.0 as u128) << (SEATS + role as u32 * OF_SEAT))
    }

    /// The levels of some signals.
    pub(crate) const fn of_signals(signals: SignalSet) -> Self {
        Self((signals.0 as u128) << SIGNALS)
    }
}
