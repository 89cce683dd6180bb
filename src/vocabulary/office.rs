//! Who can hold a responsibility?

use core::fmt;

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
        /// Any other.
        Other as "Another office",
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
