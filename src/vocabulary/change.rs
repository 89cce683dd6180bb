//! What changes, why, and who stays?

use crate::vocabulary::role::Role;
use crate::vocabulary::set::word_set;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The reason for asking the question now. \[P\]
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
        /// The company wants to save money.
        Cost,
        /// Somebody left, or is leaving.
        Vacancy,
        /// The two leaders, or their fields, do not work well together.
        Friction,
    }
}

word_set! {
    /// A set of [`Trigger`] names: the reasons for asking the question now.
    ///
    /// ```
    /// use cpto::{Trigger, TriggerSet};
    ///
    /// assert_eq!(TriggerSet::of(&[Trigger::Friction, Trigger::Growth]).to_string(), "growth, friction");
    /// ```
    pub struct TriggerSet(u32) of Trigger
}

impl TriggerSet {
    /// The triggers that are a cause for a change.
    pub(crate) const CAUSES: Self =
        Self::of(&[Trigger::Growth, Trigger::Transformation, Trigger::Renewal, Trigger::Friction]);
}

vocabulary! {
    /// The leader who stays when two seats become one or one becomes two.
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
        /// Nobody stays.
        None as "Nobody",
    }
}

impl Incumbent {
    /// Returns the role of the leader who stays, if there is one.
    pub(crate) const fn role(self) -> Option<Role> {
        match self {
            Self::Cto => Some(Role::Cto),
            Self::Cpo => Some(Role::Cpo),
            Self::None => None,
        }
    }
}

vocabulary! {
    /// The kind of change that a proposal makes. It follows from the current and the proposed structure.
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
        /// There is no current structure, or it has no seat.
        Establish,
        /// One CPTO becomes a CTO, a CPO or both.
        Split,
        /// A CTO, a CPO or both become one CPTO.
        Merge,
        /// Neither a split nor a merge, but the seats or the holders of responsibilities differ.
        Reallocate,
        /// The seats and the holders of all responsibilities stay the same.
        Retain,
    }
}
