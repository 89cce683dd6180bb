//! Does the product fit its market?

use crate::measures::business::{Business, Segment};
use crate::measures::figure::{Clause, Figure};
use crate::measures::line::Relation::{Above, AtLeast};
use crate::measures::line::{
    BAD, GOOD, L1, L2, L3, L4, L4_TO_L5, L5, Levels, Levels as Row, Line, Standing, levels, ratio,
};
use crate::measures::refusal::{Refusal, enough, made_for};
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// The level at which a company places itself on First Round's Levels of PMF.
    pub enum PmfLevel as "level of product-market fit" in "cpto::measures" {
        /// Not on the ladder yet.
        None => L1,
        /// A few customers are satisfied.
        Nascent => L2,
        /// Demand is building.
        Developing => L3,
        /// Demand pulls the product into the market.
        Strong => L4,
        /// Satisfaction, demand and efficiency are all there.
        Extreme => L5,
    }
}

const fn promoted(score: u32, level: Levels) -> Line {
    ratio((100, "(promoters − detractors)"), Above, (score, "answers"), level)
}

/// The levels of a good figure; those of a great one are next. They overlap.
const FAIR: Levels = levels(Maturity::Defined, Maturity::QuantitativelyManaged);
const GREAT: Levels = L4_TO_L5;

const fn revenue(percent: u32, level: Levels) -> Line {
    ratio((100, "revenue-now"), AtLeast, (percent, "revenue-then"), level).averaged()
}

const fn users(percent: u32, level: Levels) -> Line {
    ratio((100, "active"), AtLeast, (percent, "cohort"), level).averaged()
}

/// Returns the name of the segment, if it has edges and the cohort is not younger than the period.
fn settled(
    allowed: &'static [&'static str],
    segment: Option<Segment>,
    months: Option<u64>,
    least: u64,
) -> Result<&'static str, Refusal> {
    let found = segment.ok_or(Refusal::NoSegment { allowed })?;
    if !allowed.contains(&found.as_str()) {
        return Err(Refusal::WrongSegment { found, allowed });
    }
    match months {
        Some(months) if months < least => Err(Refusal::TooYoung { months, least }),
        _ => Ok(found.as_str()),
    }
}

/// The number of answers below which others would not read a survey, and the caveat about fewer.
const MANY_ANSWERS: u64 = 100;
const FEW_ANSWERS: &str = "fewer than a hundred answers, which others consider too few";

measures! {
    /// Sean Ellis test: how many users would be very disappointed without the product, how many active users were asked (at
    /// least 1), and whether the product is bought only once. Fewer than 30 answers, or a product bought once, are refused.
    #[doc(alias = "pmf survey")]
    sean_ellis(very_disappointed: u64, asked: u64 [1, u64::MAX]; one_off: bool) of ProductMarketFit: "Sean Ellis test" {
        by: Publication::second_hand("S. Ellis", "about 2009, as told by R. Vohra, 2018", Some("https://review.firstround.com/how-superhuman-built-an-engine-to-find-product-market-fit/")),
        takes: "recently active users who have used the product at least twice and were asked, and how many would be very disappointed without it",
        remark: "Ellis calls 40 % a signpost. Answers differ between cultures. Bands such as 20 and 60 % have no source.",
        fits: [very_disappointed in 0..=asked],
        edges: { "": [ratio((100, "very-disappointed"), AtLeast, (40, "asked"), GOOD)] else BAD },
        reads: {
            if one_off == Some(true) {
                return Err(Refusal::OneOffProduct);
            }
            enough(asked)?;
            Ok(sean_ellis.stand("", very_disappointed, asked).noting(FEW_ANSWERS, asked < MANY_ANSWERS))
        },
        says: ("a Sean Ellis test with {very_disappointed} of {asked} very disappointed"),
    }

    /// Net Promoter Score: how many answered 9 or 10, how many answered 0 to 6, and how many answered at all (at least 1).
    /// Fewer than 30 answers are refused; that floor is this crate's own.
    #[doc(alias = "net promoter score")]
    nps(promoters: u64, detractors: u64, answers: u64 [1, u64::MAX]) of ProductMarketFit: "Net Promoter Score" {
        by: Publication::second_hand("Bain & Company", "bands attributed to it", Some("https://www.netpromotersystem.com")),
        takes: "promoters and detractors among the answers",
        remark: "Bain's own pages print no bands and compare with direct competitors. Whether the score predicts growth is disputed.",
        fits: [promoters in 0..=answers, detractors in 0..=answers - promoters],
        edges: { "": [promoted(80, L5), promoted(50, L4), promoted(20, L3), promoted(0, L2)] else L1 },
        reads: {
            enough(answers)?;
            Ok(nps.stand("", i128::from(promoters) - i128::from(detractors), answers))
        },
        says: ("a Net Promoter Score of {promoters} promoters and {detractors} detractors among {answers} answers"),
    }

    /// Net revenue retention: the recurring revenue, today and a year ago (at least 1), from the customers of a year ago, their
    /// segment, and for how many months they have been customers. It is refused without a segment, and for a cohort of
    /// less than twelve months.
    #[doc(alias("net revenue retention", "ndr"))]
    nrr(revenue_now: u64, revenue_then: u64 [1, u64::MAX]; segment: Segment, cohort_months: u64) of ProductMarketFit: "net revenue retention" {
        by: Publication::second_hand("L. Rachitsky", "What is good retention, 2020", Some("https://lennysnewsletter.com/p/what-is-good-retention-issue-29")),
        takes: "recurring revenue now and a year ago from the customers of a year ago, in one segment",
        remark: "Based on about 20 practitioners. Small firms score lower: up to 15 M$ of recurring revenue, the top quartile stayed below 100 % in 2023 (ChartMogul). For sales-led B2B software, prefer first-round.",
        edges: {
            "consumer-subscription": [revenue(80, GREAT), revenue(55, FAIR)] else BAD,
            "bottom-up-saas": [revenue(120, GREAT), revenue(100, FAIR)] else BAD,
            "mid-market-saas": [revenue(110, GREAT), revenue(90, FAIR)] else BAD,
            "enterprise-saas": [revenue(130, GREAT), revenue(110, FAIR)] else BAD,
        },
        reads: Ok(nrr.stand(settled(nrr.places, segment, cohort_months, 12)?, revenue_now, revenue_then)),
        says: ("a net revenue retention of {revenue_now} of {revenue_then}{}", Clause(" in ", segment, "")),
    }

    /// User retention after six months: how many users are still active, the size of their cohort (at least 1), their segment,
    /// and how many months ago they joined. It is refused without a segment, and for a cohort of less than six months.
    #[doc(alias("churn", "cohort"))]
    user_retention(active: u64, cohort: u64 [1, u64::MAX]; segment: Segment, cohort_months: u64) of ProductMarketFit: "user retention" {
        by: Publication::first_hand("L. Rachitsky", "thread on user retention, 2020", Some("https://threadreaderapp.com/thread/1277620704146423809.html")),
        takes: "users of a cohort who are still active after six months, in one segment",
        remark: "Based on about 20 practitioners.",
        fits: [active in 0..=cohort],
        edges: {
            "consumer-social": [users(45, GREAT), users(25, FAIR)] else BAD,
            "consumer-transactional": [users(50, GREAT), users(30, FAIR)] else BAD,
            "consumer-subscription": [users(70, GREAT), users(40, FAIR)] else BAD,
            "mid-market-saas": [users(80, GREAT), users(60, FAIR)] else BAD,
            "enterprise-saas": [users(90, GREAT), users(70, FAIR)] else BAD,
        },
        reads: Ok(user_retention.stand(settled(user_retention.places, segment, cohort_months, 6)?, active, cohort)),
        says: ("a user retention of {active} of {cohort}{}", Clause(" in ", segment, "")),
    }

    /// Levels of PMF: the level at which the company places itself, and how it earns its money. Any business other than
    /// sales-led software for companies is refused.
    first_round(level: PmfLevel; business: Business) of ProductMarketFit: "Levels of PMF" {
        by: Publication::second_hand("T. Jackson, First Round", "Levels of PMF, April 2024", Some("https://www.firstround.com/levels")),
        takes: "the level at which the company places itself",
        remark: "For sales-led B2B software. We have not seen the publisher's own rule for placing a company. Its benchmarks: recurring revenue 0–0.5 / 0.5–5 / 5–25 / over 25 M$, customers 3–5 / 5–25 / 25–100 / over 100, burn multiple – / up to 5 / 1–3 / 0–1.",
        edges: {},
        reads: made_for(business, &[Business::SalesLedB2b]).map(|()| Standing::at(*level.row())),
        says: ("the PMF level {level}"),
    }
}
