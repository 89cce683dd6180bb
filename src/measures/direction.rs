//! Is the direction of the product clear?

use crate::measures::figure::Figure;
use crate::measures::line::Relation::AtMost;
use crate::measures::line::{BAD, GOOD, L1, L2, L3, L4, L5, Levels, Line, at, ratio};
use crate::measures::sheet::{Publication, measures};

const fn spread(times: u32, limit: u32, level: Levels) -> Line {
    ratio((times, "highest"), AtMost, (limit, "lowest"), level).averaged()
}

measures! {
    /// Spread of estimates in the cone of uncertainty: the highest and the lowest estimate of the next quarters' outcome, both
    /// at least 1 and in the same unit.
    estimate_spread(highest: u64, lowest: u64 [1, u64::MAX]) of ProductDirection: "spread of estimates" {
        by: Publication::second_hand("B. Boehm, S. McConnell", "cone of uncertainty, 1981 and 2006", Some("https://www.construx.com/books/the-cone-of-uncertainty/")),
        takes: "highest and lowest estimate of the next quarters' outcome, in one unit",
        remark: "The cone is the best case of skilled estimators and does not narrow by itself (Little, IEEE Software 23(3), 2006). It says how clear the work is, not whether it is worth doing. One copy prints 1.6 for the second edge, another 1.19/0.94 for the first.",
        fits: [highest in lowest..=u64::MAX],
        edges: { "": [spread(9, 11, L5), spread(16, 25, L4), spread(4, 9, L3), spread(1, 4, L2)] else L1 },
        reads: Ok(estimate_spread.stand("", highest, lowest)),
        says: ("estimates from {lowest} to {highest}"),
    }

    /// Discovery cadence: the number of days (at least 1) between the building team's conversations with customers.
    #[doc(alias = "discovery cadence")]
    customer_contact(every_days: u64 [1, u64::MAX]) of ProductDirection: "discovery cadence" {
        by: Publication::second_hand("T. Torres", "Continuous Discovery Habits, 2021", None),
        takes: "days between the building team's conversations with customers",
        remark: "",
        edges: { "": [at("every-days", AtMost, 7, GOOD)] else BAD },
        reads: Ok(customer_contact.stand("", every_days, 1)),
        says: ("talks with customers every {every_days} days"),
    }
}
