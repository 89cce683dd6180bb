//! What changes, why, and who stays?

use crate::vocabulary::role::Role;
use crate::vocabulary::set::word_set;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// Why the question is asked now. \[P\]
    ///
    /// ```
    /// use cpto::Trigger;
    ///
    /// assert_eq!("renewal".parse(), Ok(Trigger::Renewal));
    /// ```
    #[doc(alias = "why now")]
    pub enum Trigger as "trigger" {
        /// More capacity is needed.
        Growth,
        /// Technology, product or culture have accumulated debt.
        Transformation,
        /// A new strategy, product line or market, or a founder changing role.
        Renewal,
        /// Money is to be saved.
        Cost,
        /// Somebody left, or is leaving.
        Vacancy,
        /// The two leaders, or their fields, do not work well together.
        Friction,
    }
}

word_set! {
    /// Some of the [`Trigger`] names: why the question is asked now.
    ///
    /// ```
    /// use cpto::{Trigger, TriggerSet};
    ///
    /// assert_eq!(TriggerSet::of(&[Trigger::Friction, Trigger::Growth]).to_string(), "growth, friction");
    /// ```
    pub struct TriggerSet(u32) of names Trigger, such as Growth and Friction
}

impl TriggerSet {
    /// Those that are a cause for a change.
    pub(crate) const CAUSES: Self =
        Self::of(&[Trigger::Growth, Trigger::Transformation, Trigger::Renewal, Trigger::Friction]);
}

vocabulary! {
    /// Who stays when two seats become one or one becomes two.
    ///
    /// ```
    /// use cpto::{Incumbent, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft()
    ///     .current(Structure::pair(Seat::draft(), Seat::draft()))
    ///     .proposed(Structure::combined(Seat::draft()))
    ///     .incumbent(Incumbent::Cpo);
    /// assert_eq!(proposal.build()?.incumbent(), Some(Incumbent::Cpo));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub enum Incumbent as "incumbent" {
        /// In a merge the CTO becomes CPTO; in a split the CPTO becomes CTO.
        Cto as "CTO",
        /// In a merge the CPO becomes CPTO; in a split the CPTO becomes CPO.
        Cpo as "CPO",
        /// Nobody does.
        None as "Nobody",
    }
}

impl Incumbent {
    /// The seat that is meant, if one is.
    pub(crate) const fn role(self) -> Option<Role> {
        match self {
            Self::Cto => Some(Role::Cto),
            Self::Cpo => Some(Role::Cpo),
            Self::None => None,
        }
    }
}

vocabulary! {
    /// What a proposal comes to; it follows from the current and the proposed structure.
    ///
    /// ```
    /// use cpto::{Change, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().current(Structure::combined(Seat::draft()));
    /// let proposal = proposal.proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
    /// assert_eq!(proposal.change(), Change::Split);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub enum Change as "change" {
        /// There is no current structure, or one without a seat.
        Establish,
        /// One CPTO becomes a CTO, a CPO or both.
        Split,
        /// A CTO, a CPO or both become one CPTO.
        Merge,
        /// The form stays, but somebody's responsibilities or the seats differ.
        Reallocate,
        /// The holders of everything stay the same.
        Retain,
    }
}
