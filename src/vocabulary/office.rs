//! Who can hold a responsibility?

use core::fmt;

use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::word::vocabulary;
#[cfg(feature = "serde")]
use crate::vocabulary::word::{Word, joined};

vocabulary! {
    /// An office outside the two seats that may hold a responsibility.
    ///
    /// ```
    /// use cpto::Office;
    ///
    /// assert_eq!("general-counsel".parse(), Ok(Office::GeneralCounsel));
    /// ```
    pub enum Office as "office" {
        /// Chief executive officer.
        Ceo as "Chief executive",
        /// Chief operating officer.
        Coo as "Chief operating officer",
        /// Chief financial officer.
        Cfo as "Chief financial officer",
        /// Chief information security officer.
        Ciso as "Chief information security officer",
        /// Chief marketing officer.
        Cmo as "Chief marketing officer",
        /// Chief data officer.
        Cdo as "Chief data officer",
        /// General counsel.
        GeneralCounsel,
        /// General manager, for instance of a business unit.
        GeneralManager,
        /// A "run" organisation, to which operations may pass. \[D\]
        RunOrganization as "Run organisation",
        /// Any other office.
        Other as "Another office",
    }
}

impl Office {
    /// Returns the trade of the office: the responsibilities that it conventionally holds beside one or two leaders. Some offices
    /// have none.
    ///
    /// ```
    /// use cpto::Office;
    ///
    /// assert_eq!(Office::GeneralCounsel.trade().to_string(), "legal-compliance, privacy");
    /// assert!(Office::Ceo.trade().is_empty());
    /// ```
    #[must_use]
    pub const fn trade(self) -> ResponsibilitySet {
        use Responsibility as R;
        match self {
            Self::Ciso => const { ResponsibilitySet::of(&[R::Security, R::TechnicalCompliance]) },
            Self::GeneralCounsel => const { ResponsibilitySet::of(&[R::LegalCompliance, R::Privacy]) },
            Self::Cdo => const { ResponsibilitySet::of(&[R::DataCapability]) },
            Self::Cmo => const { ResponsibilitySet::of(&[R::MarketInsight, R::SalesAndMarketingEnablement]) },
            Self::Coo | Self::RunOrganization => {
                const { ResponsibilitySet::of(&[R::Operations, R::Reliability]) }
            }
            Self::Ceo | Self::Cfo | Self::GeneralManager | Self::Other => ResponsibilitySet::EMPTY,
        }
    }
}

/// The seat or office that is accountable for a responsibility.
///
/// ```
/// use cpto::{Holder, Office, Role};
///
/// assert_eq!(Holder::Seat(Role::Cto).to_string(), "CTO");
/// assert_eq!(Holder::Office(Office::RunOrganization).to_string(), "run-organization");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a responsibility is held by a seat or by an office")]
pub enum Holder {
    /// The leader in the seat of a role.
    Seat(Role),
    /// An office outside the seats.
    Office(Office),
}

impl From<Role> for Holder {
    fn from(role: Role) -> Self {
        Self::Seat(role)
    }
}

impl From<Office> for Holder {
    fn from(office: Office) -> Self {
        Self::Office(office)
    }
}

impl Holder {
    /// Returns every seat and every office.
    ///
    /// ```
    /// use cpto::{Holder, Office, Role};
    ///
    /// assert_eq!(Holder::all().count(), Role::COUNT + Office::COUNT);
    /// assert_eq!(Holder::Seat(Role::Cto).to_string(), "CTO");
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        let seats = Role::ALL.iter().map(|role| Self::Seat(*role));
        seats.chain(Office::ALL.iter().map(|office| Self::Office(*office)))
    }
}

impl Holder {
    /// The names of all seats and offices, as written in documents.
    #[cfg(feature = "serde")]
    pub(crate) const NAMES: [&'static str; Role::COUNT + Office::COUNT] =
        joined(<Role as Word>::NAMES, <Office as Word>::NAMES);

    /// Returns the name as written in documents.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seat(role) => role.as_str(),
            Self::Office(office) => office.as_str(),
        }
    }
}

impl fmt::Display for Holder {
    /// Writes the title of a seat or the name of an office. The alternate form writes either as it reads within a sentence, with
    /// the article: `the CTO`, `the chief executive`, `another office`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seat(role) if f.alternate() => write!(f, "the {role:#}"),
            Self::Seat(role) => f.pad(role.title()),
            Self::Office(Office::Other) => Office::Other.fmt(f),
            Self::Office(office) if f.alternate() => write!(f, "the {office:#}"),
            Self::Office(office) => office.fmt(f),
        }
    }
}
