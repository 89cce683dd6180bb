//! What does growth cost?

use crate::measures::business::Business;
use crate::measures::figure::Figure;
use crate::measures::line::Relation::{AtLeast, AtMost, Below};
use crate::measures::line::{BAD, GOOD, L1, L2, L3, L4, L5, Levels, Line, Relation, at, ratio};
use crate::measures::refusal::{Refusal, made_for};
use crate::measures::sheet::{Publication, measures};

const SKOK: Publication =
    Publication::second_hand("D. Skok", "SaaS Metrics 2.0", Some("https://www.forentrepreneurs.com"));

/// The businesses with recurring revenue.
const RECURRING: &[Business] = &[Business::SubscriptionSoftware, Business::SalesLedB2b];

const fn burnt(times: u32, relation: Relation, limit: u32, level: Levels) -> Line {
    ratio((times, "net-burn"), relation, (limit, "net-new-revenue"), level)
}

measures! {
    /// Burn multiple: the net burn of a period (negative if money was left over), the net new recurring revenue of the same
    /// period in the same currency, and how the company earns its money. Where revenue did not grow, the multiple is
    /// undefined and the figure is refused, as it is for businesses without recurring revenue.
    burn_multiple(net_burn: i64, net_new_revenue: i64; business: Business) of CommercialPerformance: "burn multiple" {
        by: Publication::first_hand("D. Sacks, Craft Ventures", "burn multiple, 2020", Some("https://lawwu.github.io/transcripts/SjDmtKF4EZA.html")),
        takes: "net burn and net new recurring revenue of one period, in one currency",
        remark: "It says little below about 0.2 M$ of recurring revenue, and nothing about what the company can afford.",
        edges: {
            "": [
                burnt(1, Below, 1, L5), burnt(2, AtMost, 3, L4), burnt(1, AtMost, 2, L3), burnt(1, AtMost, 3, L2)
            ] else L1,
        },
        reads: {
            made_for(business, RECURRING)?;
            if net_new_revenue <= 0 {
                return Err(Refusal::Undefined);
            }
            Ok(burn_multiple.stand("", net_burn, net_new_revenue))
        },
        says: ("a burn multiple of {net_burn} net burn to {net_new_revenue} net new revenue"),
    }

    /// LTV:CAC: the lifetime value of a customer, the cost of acquiring one (at least 1) in the same currency, and how the
    /// company earns its money. Businesses without recurring revenue are refused.
    #[doc(alias = "unit economics")]
    ltv_cac(lifetime_value: u64, acquisition_cost: u64 [1, u64::MAX]; business: Business) of CommercialPerformance: "LTV:CAC" {
        by: SKOK,
        takes: "lifetime value and acquisition cost of a customer, in one currency",
        remark: "Lifetime value says little before product-market fit, when churn is noise.",
        edges: { "": [ratio((1, "lifetime-value"), AtLeast, (3, "acquisition-cost"), GOOD)] else BAD },
        reads: made_for(business, RECURRING).map(|()| ltv_cac.stand("", lifetime_value, acquisition_cost)),
        says: ("a lifetime value of {lifetime_value} against an acquisition cost of {acquisition_cost}"),
    }

    /// CAC payback: the months until the cost of acquiring a customer is recovered, and how the company earns its money.
    /// Businesses without recurring revenue are refused.
    #[doc(alias = "payback period")]
    cac_payback(months: u64; business: Business) of CommercialPerformance: "CAC payback" {
        by: SKOK,
        takes: "months until the cost of acquiring a customer is recovered",
        remark: "The edge for sales-led B2B software is First Round's.",
        edges: {
            "subscription-software": [at("months", Below, 12, GOOD)] else BAD,
            "sales-led-b2b": [at("months", Below, 18, GOOD)] else BAD,
        },
        reads: {
            made_for(business, RECURRING)?;
            Ok(cac_payback.stand(business.unwrap_or(Business::SubscriptionSoftware).as_str(), months, 1))
        },
        says: ("a CAC payback of {months} months"),
    }
}
