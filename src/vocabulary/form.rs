//! Which seats can a structure have?

use crate::vocabulary::role::Role;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The seats that a structure has.
    ///
    /// ```
    /// use cpto::{Form, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
    /// assert_eq!(proposal.proposed().form(), Form::LoneCto);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub enum Form as "form" {
        /// One CPTO.
        Combined,
        /// A CTO and a CPO.
        Pair,
        /// A CTO, with the CPO seat vacant.
        LoneCto,
        /// A CPO, with the CTO seat vacant.
        LoneCpo,
        /// No seat: offices hold their responsibilities, and nobody holds the rest. Only a current structure can have this form.
        NoSeat,
    }
}

impl Form {
    /// Returns the roles that have a seat.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Combined => &[Role::Cpto],
            Self::Pair => &[Role::Cto, Role::Cpo],
            Self::LoneCto => &[Role::Cto],
            Self::LoneCpo => &[Role::Cpo],
            Self::NoSeat => &[],
        }
    }

    /// Returns the form with these seats, if there is one.
    pub(crate) const fn of(cto: bool, cpo: bool, cpto: bool) -> Option<Self> {
        Some(match (cto, cpo, cpto) {
            (false, false, true) => Self::Combined,
            (true, true, false) => Self::Pair,
            (true, false, false) => Self::LoneCto,
            (false, true, false) => Self::LoneCpo,
            (false, false, false) => Self::NoSeat,
            (_, _, true) => return None,
        })
    }

    /// Returns whether one person leads both fields.
    #[must_use]
    pub const fn is_combined(self) -> bool {
        matches!(self, Self::Combined)
    }
}
