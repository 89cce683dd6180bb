//! Which facts can be known, roughly known or unknown, and where are they stated?

use core::fmt;

use alloc::string::ToString;

use crate::input::place::Place;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::set::word_set;
use crate::vocabulary::signal::{Signal, SignalSet};
use crate::vocabulary::skill::{Skill, SkillSet};
use crate::vocabulary::word::{Sealed, UnknownName, Word, name, named};

/// A fact of a proposal that may be open, that is, unknown or only partly known.
///
/// A fact is written as its place in a document, which an application can also use to ask for it.
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
    /// The number of people in the organisation.
    Headcount,
    /// The number of executives that the organisation can pay for.
    Budget,
    /// Whether the organisation is regulated.
    Regulated,
    /// The level of a signal.
    Signal(Signal),
    /// Whether a safeguard is in place.
    Safeguard(Safeguard),
    /// The number of months that the proposed structure is meant to last, if an end is set.
    Term,
    /// The current leader who stays, if any.
    Incumbent,
    /// The proficiency of a proposed seat's leader in a skill.
    Skill(Role, Skill),
    /// Whether the seat is filled only for the time being.
    Interim(Role),
    /// Whether somebody new leads a seat that the current structure also has.
    Newcomer(Role),
    /// The number of people who report to the seat, if observed.
    DirectReports(Role),
    /// The share of the CPTO's time that goes to product, if observed.
    ProductAttention,
    /// The share of the leader's time that goes to other duties, if observed.
    OtherDuties(Role),
}

/// The position at which each part of the order begins.
const SIGNALS: u32 = 4;
const SAFEGUARDS: u32 = SIGNALS + count(Signal::COUNT);
const TERM: u32 = SAFEGUARDS + count(Safeguard::COUNT);
const INCUMBENT: u32 = TERM + 1;
const SEATS: u32 = INCUMBENT + 1;
/// Within a seat, the position after the skills.
const INTERIM: u32 = count(Skill::COUNT);
const NEWCOMER: u32 = INTERIM + 1;
const REPORTS: u32 = INTERIM + 2;
const DUTIES: u32 = INTERIM + 3;
/// The number of facts per seat.
const OF_SEAT: u32 = DUTIES + 1;
/// Comes after all seats, because only the CPTO has this fact.
const ATTENTION: u32 = SEATS + OF_SEAT * count(Role::COUNT);
/// The number of facts.
const COUNT: usize = ATTENTION as usize + 1;

#[expect(clippy::cast_possible_truncation, reason = "every list is short enough")]
const fn count(names: usize) -> u32 {
    names as u32
}

impl Fact {
    /// Every fact, seat by seat.
    #[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
    pub const ALL: &'static [Self] = &{
        let mut all = [Self::Stage; COUNT];
        let mut position = 0;
        while let Some(fact) = Self::at(position) {
            all[position as usize] = fact;
            position += 1;
        }
        all
    };

    /// Returns the position in declaration order, seat by seat; the CPTO's product attention comes last.
    #[inline]
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
            Self::Term => TERM,
            Self::Incumbent => INCUMBENT,
            Self::Skill(role, skill) => of_seat(role, skill as u32),
            Self::Interim(role) => of_seat(role, INTERIM),
            Self::Newcomer(role) => of_seat(role, NEWCOMER),
            Self::DirectReports(role) => of_seat(role, REPORTS),
            Self::ProductAttention => ATTENTION,
            Self::OtherDuties(role) => of_seat(role, DUTIES),
        }
    }

    /// Returns the fact at a position in that order.
    #[expect(clippy::indexing_slicing, reason = "each part of the order is as long as its list")]
    const fn at(position: u32) -> Option<Self> {
        Some(match position {
            0 => Self::Stage,
            1 => Self::Headcount,
            2 => Self::Budget,
            3 => Self::Regulated,
            SIGNALS..SAFEGUARDS => Self::Signal(Signal::ALL[(position - SIGNALS) as usize]),
            SAFEGUARDS..TERM => Self::Safeguard(Safeguard::ALL[(position - SAFEGUARDS) as usize]),
            TERM => Self::Term,
            INCUMBENT => Self::Incumbent,
            SEATS..ATTENTION => {
                let role = Role::ALL[((position - SEATS) / OF_SEAT) as usize];
                match (position - SEATS) % OF_SEAT {
                    INTERIM => Self::Interim(role),
                    NEWCOMER => Self::Newcomer(role),
                    REPORTS => Self::DirectReports(role),
                    DUTIES => Self::OtherDuties(role),
                    skill => Self::Skill(role, Skill::ALL[skill as usize]),
                }
            }
            ATTENTION => Self::ProductAttention,
            _ => return None,
        })
    }

    /// Returns the place of the fact in a document.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        name(self)
    }
}

impl Sealed for Fact {
    #[inline]
    fn index(self) -> u32 {
        self.position()
    }
}

impl Word for Fact {
    const KIND: &'static str = "fact";
    const ALL: &'static [Self] = Self::ALL;
    const NAMES: &'static [&'static str] = &PLACES;
}

impl fmt::Display for Fact {
    /// Writes the place; the alternate form writes the fact's name within a sentence, such as `direct reports of the CTO`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.as_str();
        let name = || place.rsplit('.').next().unwrap_or_default().replace('-', " ");
        match self {
            _ if !f.alternate() => f.pad(place),
            Self::Signal(signal) => signal.fmt(f),
            Self::Skill(role, skill) => write!(f, "{skill:#} of the {role:#}"),
            Self::Interim(role)
            | Self::Newcomer(role)
            | Self::DirectReports(role)
            | Self::OtherDuties(role) => {
                write!(f, "{} of the {role:#}", name())
            }
            _ => f.write_str(&name()),
        }
    }
}

impl core::str::FromStr for Fact {
    type Err = UnknownName;

    /// Reads the place of a fact.
    ///
    /// # Errors
    /// Fails for any text that is not the place of a fact, such as `organization.name` or `proposed.cto.remit`.
    fn from_str(place: &str) -> Result<Self, UnknownName> {
        named(place)
    }
}

impl Place {
    /// Returns the fact at this place of a proposal, or the fact that contains this place, such as for a field of a form.
    #[must_use]
    pub fn fact(&self) -> Option<Fact> {
        let place = self.to_string();
        let is_within = |fact: &Fact| {
            place
                .strip_prefix(fact.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        Fact::ALL.iter().copied().find(is_within)
    }
}

/// The places of all facts, assembled at compile time from the names of the vocabulary.
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
static PLACES: [&str; COUNT] = {
    static TEXTS: [Text; COUNT] = {
        let mut texts = [Text::EMPTY; COUNT];
        let mut position = 0;
        while position < COUNT {
            texts[position] = Text::of(Fact::ALL[position]);
            position += 1;
        }
        texts
    };
    let mut places = [""; COUNT];
    let mut position = 0;
    while position < COUNT {
        let Text { bytes, length } = &TEXTS[position];
        if let Ok(place) = core::str::from_utf8(bytes.split_at(*length).0) {
            places[position] = place;
        }
        position += 1;
    }
    places
};

/// A text that is being assembled.
#[derive(Clone, Copy)]
struct Text {
    bytes: [u8; 64],
    length: usize,
}

#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
impl Text {
    const EMPTY: Self = Self { bytes: [0; 64], length: 0 };

    const fn then(mut self, part: &str) -> Self {
        let mut index = 0;
        while index < part.len() {
            self.bytes[self.length] = part.as_bytes()[index];
            self.length += 1;
            index += 1;
        }
        self
    }

    /// The place of a fact.
    const fn of(fact: Fact) -> Self {
        const fn of_seat(role: Role, name: &str) -> Text {
            Text::EMPTY.then("proposed.").then(role.as_str()).then(name)
        }
        const ORGANIZATION: Text = Text::EMPTY.then("organization.");
        match fact {
            Fact::Stage => ORGANIZATION.then("stage"),
            Fact::Headcount => ORGANIZATION.then("headcount"),
            Fact::Budget => ORGANIZATION.then("budget"),
            Fact::Regulated => ORGANIZATION.then("regulated"),
            Fact::Signal(signal) => ORGANIZATION.then("signals.").then(signal.as_str()),
            Fact::Safeguard(safeguard) => ORGANIZATION.then("safeguards.").then(safeguard.as_str()),
            Fact::Term => Self::EMPTY.then("term"),
            Fact::Incumbent => Self::EMPTY.then("incumbent"),
            Fact::Skill(role, skill) => of_seat(role, ".skills.").then(skill.as_str()),
            Fact::Interim(role) => of_seat(role, ".interim"),
            Fact::Newcomer(role) => of_seat(role, ".newcomer"),
            Fact::DirectReports(role) => of_seat(role, ".direct-reports"),
            Fact::ProductAttention => of_seat(Role::Cpto, ".product-attention"),
            Fact::OtherDuties(role) => of_seat(role, ".other-duties"),
        }
    }
}

word_set! {
    /// A set of facts, such as the facts that a warning read and that are not known exactly.
    ///
    /// ```
    /// use cpto::{Fact, FactSet};
    ///
    /// assert_eq!(FactSet::of(&[Fact::Headcount, Fact::Stage]).to_string(), "organization.stage, organization.headcount");
    /// ```
    pub struct FactSet(u128) of Fact
}

impl FactSet {
    /// Returns the facts for some skills of a seat's leader.
    pub(crate) const fn of_skills(role: Role, skills: SkillSet) -> Self {
        Self::from_bits((skills.bits as u128) << (SEATS + role as u32 * OF_SEAT))
    }

    /// Returns the facts for some signals.
    pub(crate) const fn of_signals(signals: SignalSet) -> Self {
        Self::from_bits((signals.bits as u128) << SIGNALS)
    }
}

#[cfg(test)]
mod tests;
