//! Which numbers does advice use?

use crate::policy::bounds::{RISING, within};
use crate::policy::sections::sections;
use crate::policy::setting::Stricter::Free;
use crate::vocabulary::severity::BySeverity;
use crate::vocabulary::table::Table;

sections! {
    /// Numbers for [ranking](crate::advice::compare::rank) proposals.
    pub struct RankingNumbers {
        /// The weight of a warning of each severity. By default, one warning outweighs two of the next lower severity.
        pub points: BySeverity<u16> = Table::new([0, 1, 3, 9, 27]), RISING, Free;
    }

    /// Numbers for [repairs](crate::advice::repair): the most changes in one repair, and the cost of each kind of change.
    /// Costs are only compared with each other and have no unit.
    pub struct RepairNumbers {
        /// The most changes in one repair.
        pub changes_at_most: u8 = 4, within(1, 6), Free;
        /// Putting a safeguard in place, or doing without one.
        pub safeguard: u16 = 2, within(0, 1_000), Free;
        /// Raising a signal, or loosening the coupling, by one level.
        pub level: u16 = 3, within(0, 1_000), Free;
        /// Giving a responsibility to another holder.
        pub handover: u16 = 3, within(0, 1_000), Free;
        /// Making up one missing step in one skill.
        pub skill_step: u16 = 1, within(0, 1_000), Free;
        /// Dropping a leader's other duties, reducing direct reports, balancing attention, or filling a seat for good.
        pub seat: u16 = 2, within(0, 1_000), Free;
        /// Paying for two executives.
        pub budget: u16 = 8, within(0, 1_000), Free;
        /// Choosing another structure, keeping the current one, deciding who stays, or moving fewer responsibilities.
        pub structure: u16 = 5, within(0, 1_000), Free;
    }

    /// Numbers for the best [division](crate::advice::divide) of responsibilities: the points that count against a division.
    pub struct DivideNumbers {
        /// A core responsibility that is not in its home.
        pub misplaced_core: u16 = 9, within(0, 1_000), Free;
        /// Any other responsibility that is not in its home.
        pub misplaced: u16 = 3, within(0, 1_000), Free;
        /// Each step by which the holder falls short in the skills that the responsibility's home needs.
        pub missing_step: u16 = 2, within(0, 1_000), Free;
        /// A responsibility that is handed over to an office.
        pub handed_over: u16 = 6, within(0, 1_000), Free;
    }
}
