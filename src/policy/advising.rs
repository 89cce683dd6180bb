//! Which numbers does advice go by?

use crate::policy::bounds::{RISING, within};
use crate::policy::sections::sections;
use crate::policy::setting::Stricter::Free;
use crate::vocabulary::severity::BySeverity;
use crate::vocabulary::table::Table;

sections! {
    /// Numbers of the order in which proposals are [ranked](crate::advice::compare::rank).
    pub struct RankingNumbers {
        /// What a warning of each severity weighs: by default, one outweighs two of the severity below.
        pub points: BySeverity<u16> = Table::new([0, 1, 3, 9, 27]), RISING, Free;
    }

    /// Numbers of [repairs](crate::advice::repair): the most changes at a time, and what each kind of change costs. Costs
    /// are compared with each other and have no unit.
    pub struct RepairNumbers {
        /// The most changes that one repair may consist of.
        pub changes_at_most: u8 = 4, within(1, 6), Free;
        /// To put a safeguard in place.
        pub safeguard: u16 = 2, within(0, 1_000), Free;
        /// To raise a signal, or to loosen the coupling, by one level.
        pub level: u16 = 3, within(0, 1_000), Free;
        /// To give a responsibility to somebody else.
        pub handover: u16 = 3, within(0, 1_000), Free;
        /// To make up for one missing step in one skill.
        pub skill_step: u16 = 1, within(0, 1_000), Free;
        /// To take other duties from a leader, to have fewer people report, to balance attention, or to fill a seat for good.
        pub seat: u16 = 2, within(0, 1_000), Free;
        /// To pay for two executives.
        pub budget: u16 = 8, within(0, 1_000), Free;
        /// To choose another structure, or to leave it as it is, or to say who stays.
        pub structure: u16 = 5, within(0, 1_000), Free;
    }

    /// Numbers of the best [division](crate::advice::divide) of responsibilities: the points of what speaks against a holder.
    pub struct DivideNumbers {
        /// A core responsibility out of its home.
        pub misplaced_core: u16 = 9, within(0, 1_000), Free;
        /// Any other responsibility out of its home.
        pub misplaced: u16 = 3, within(0, 1_000), Free;
        /// A step that the holder falls short in the skills that the responsibility's home needs.
        pub missing_step: u16 = 2, within(0, 1_000), Free;
        /// A responsibility handed over to an office.
        pub handed_over: u16 = 6, within(0, 1_000), Free;
    }
}
