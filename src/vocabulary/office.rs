//! Who can hold a responsibility?

use core::fmt;

use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::word::vocabulary;

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
        Ceo,
        /// Chief operating officer.
        Coo,
        /// Chief financial officer.
        Cfo,
        /// Chief information security officer.
        Ciso,
        /// Chief marketing officer.
        Cmo,
        /// Chief data officer.
        Cdo,
        /// General counsel.
        GeneralCounsel,
        /// General manager, for instance of a business unit.
        GeneralManager,
        /// A "run" organisation, to which operations may pass. \[D\]
        RunOrganization,
        /// Any other.
        Other,
    }
}

impl Office {
    /// The responsibilities that are of its trade: what it may well take over from a seat. Several offices have none.
    ///
    /// ```
    /// use cpto::{Office, Responsibility};
    ///
    /// assert!(Office::Ciso.trade().contains(Responsibility::Security));
    /// assert!(Office::Ceo.trade().is_empty());
    /// ```
    #[must_use]
    pub const fn trade(self) -> ResponsibilitySet {
        use Responsibility as It;
        ResponsibilitySet::of(match self {
            Self::Ciso => &[It::Security, It::TechnicalCompliance],
            Self::GeneralCounsel => &[It::LegalCompliance, It::Privacy],
            Self::Cdo => &[It::DataCapability],
            Self::Cmo => &[It::MarketInsight, It::SalesAndMarketingEnablement],
            Self::Coo | Self::RunOrganization => &[It::Operations, It::Reliability],
            Self::Ceo | Self::Cfo | Self::GeneralManager | Self::Other => &[],
        })
    }
}

/// Who is accountable for a responsibility.
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

impl Holder {
    /// Every seat and every office.
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

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seat(role) => f.pad(role.abbreviation()),
            Self::Office(office) => office.fmt(f),
        }
    }
}
