//! Does the product fit its market?

use crate::measures::business::{Business, Segment};
use crate::measures::figure::{Clause, Figure};
use crate::measures::line::Relation::{Above, AtLeast};
use crate::measures::line::{
    BAD, Edges, GOOD, L1, L2, L3, L4, L4_TO_L5, L5, Levels, Levels as Row, Line, Standing, levels, ratio,
};
use crate::measures::refusal::{Caveat, Refusal, enough, made_for};
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::word::{Word, vocabulary};

vocabulary! {
    scale
    /// Where a company places itself on First Round's Levels of PMF.
    pub enum PmfLevel as "level of product-market fit" in "cpto::measures" {
        /// Not on the ladder yet.
        None => L1,
        /// A few customers are satisfied.
        Nascent => L2,
        /// Demand builds up.
        Developing => L3,
        /// Demand pulls.
        Strong => L4,
        /// Satisfaction, demand and efficiency together.
        Extreme => L5,
    }
}

const SUPERHUMAN: Publication = Publication::second_hand("S. Ellis", "about 2009, as told by R. Vohra, 2018")
    .at("https://review.firstround.com/how-superhuman-built-an-engine-to-find-product-market-fit/");
const BAIN: Publication = Publication::second_hand("Bain & Company", "bands attributed to it")
    .at("https://www.netpromotersystem.com");
const LENNY: Publication = Publication::second_hand("L. Rachitsky", "What is good retention, 2020")
    .at("https://lennysnewsletter.com/p/what-is-good-retention-issue-29");
const LENNY_THREAD: Publication = Publication::first_hand("L. Rachitsky", "thread on user retention, 2020")
    .at("https://threadreaderapp.com/thread/1277620704146423809.html");
const FIRST_ROUND: Publication =
    Publication::second_hand("T. Jackson, First Round", "Levels of PMF, April 2024")
        .at("https://www.firstround.com/levels");

static DISAPPOINTED: Edges =
    Edges { lines: &[ratio((100, "very-disappointed"), AtLeast, (40, "asked"), GOOD)], otherwise: BAD };

const fn promoted(score: u32, level: Levels) -> Line {
    ratio((100, "(promoters − detractors)"), Above, (score, "answers"), level)
}

static PROMOTED: Edges =
    Edges { lines: &[promoted(80, L5), promoted(50, L4), promoted(20, L3), promoted(0, L2)], otherwise: L1 };

/// The segments that have edges, and the edges of each.
struct BySegment {
    segments: &'static [Segment],
    edges: &'static [(&'static str, &'static Edges)],
}

/// A good and a great line for each segment. They overlap, since no line parts the two highest levels.
macro_rules! by_segment {
    ($quantity:literal of $of:literal: $($Segment:ident $good:literal $great:literal),+) => {
        BySegment {
            segments: &[$(Segment::$Segment),+],
            edges: &[$((<Segment as Word>::NAMES[Segment::$Segment as usize], &Edges {
                lines: &[
                    ratio((100, $quantity), AtLeast, ($great, $of), L4_TO_L5).averaged(),
                    ratio((100, $quantity), AtLeast, ($good, $of), levels(Maturity::Defined, Maturity::QuantitativelyManaged)).averaged(),
                ],
                otherwise: BAD,
            })),+],
        }
    };
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
static REVENUE: BySegment = by_segment! {
    "revenue-now" of "revenue-then":
    ConsumerSubscription 55 80, BottomUpSaas 100 120, MidMarketSaas 90 110, EnterpriseSaas 110 130
};

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
static USERS: BySegment = by_segment! {
    "active" of "cohort":
    ConsumerSocial 25 45, ConsumerTransactional 30 50, ConsumerSubscription 40 70, MidMarketSaas 60 80,
    EnterpriseSaas 70 90
};

impl BySegment {
    /// Where a cohort of a segment stands, which has to be as old as the period that is asked for.
    fn read(
        &self,
        segment: Option<Segment>,
        (months, least): (Option<u64>, u64),
        (kept, of): (u64, u64),
    ) -> Result<Standing, Refusal> {
        let allowed = self.segments;
        let found = segment.ok_or(Refusal::NoSegment { allowed })?;
        let mut each = self.segments.iter().zip(self.edges);
        let edges = each.find(|(segment, _)| **segment == found).map(|(_, (_, edges))| edges);
        let edges = edges.ok_or(Refusal::WrongSegment { found, allowed })?;
        match months {
            Some(months) if months < least => Err(Refusal::TooYoung { months, least }),
            _ => Ok(edges.read(kept, of)),
        }
    }
}

/// Below how many answers others would not read a survey.
const MANY_ANSWERS: u64 = 100;

measures! {
    /// Sean Ellis test: how many would be very disappointed without the product, of how many active users asked, at least 1,
    /// and whether the product is bought once. Fewer than 30 answers are refused, and so is a product that is bought once.
    sean_ellis(very_disappointed: u64, asked: u64 [1, u64::MAX]; one_off: bool) of Some(Signal::ProductMarketFit) => {
        title: "Sean Ellis test",
        publication: SUPERHUMAN,
        takes: "users who would be very disappointed without the product, of those asked: active, who used it at least twice, lately",
        remark: "Ellis calls 40 % a signpost. Cultures answer differently. Bands such as 20 and 60 % have no source.",
        fits: [very_disappointed in 0..=asked],
        edges: &[("", &DISAPPOINTED)],
        reads: {
            if one_off == Some(true) {
                return Err(Refusal::OneOffProduct);
            }
            enough(asked)?;
            Ok(DISAPPOINTED.read(very_disappointed, asked).noting(Caveat::FewAnswers, asked < MANY_ANSWERS))
        },
        says: ("a Sean Ellis test with {very_disappointed} of {asked} very disappointed"),
    }

    /// Net Promoter Score: how many answered 9 or 10, how many 0 to 6, and how many answered at all, at least 1. Fewer than
    /// 30 answers are refused: that floor is this crate's.
    nps(promoters: u64, detractors: u64, answers: u64 [1, u64::MAX]) of Some(Signal::ProductMarketFit) => {
        title: "Net Promoter Score",
        publication: BAIN,
        takes: "promoters and detractors of the answers",
        remark: "Bain's own pages print no bands, and compare with direct competitors. That the score predicts growth is disputed.",
        fits: [promoters in 0..=answers, detractors in 0..=answers - promoters],
        edges: &[("", &PROMOTED)],
        reads: {
            enough(answers)?;
            Ok(PROMOTED.read(i128::from(promoters) - i128::from(detractors), answers))
        },
        says: ("a Net Promoter Score of {promoters} promoters and {detractors} detractors of {answers}"),
    }

    /// Net revenue retention: the recurring revenue now and a year ago, at least 1, of the customers of a year ago, their
    /// segment, and for how many months they have been customers. It is refused without a segment, and for a cohort of
    /// less than twelve months.
    nrr(revenue_now: u64, revenue_then: u64 [1, u64::MAX]; segment: Segment, cohort_months: u64) of Some(Signal::ProductMarketFit) => {
        title: "net revenue retention",
        publication: LENNY,
        takes: "recurring revenue now and a year ago, of the customers of a year ago, in one segment",
        remark: "About 20 practitioners. Small firms score lower: up to 15 M$ of recurring revenue the top quartile stayed below 100 % in 2023 (ChartMogul). For software that people sell to companies, prefer first-round.",
        edges: REVENUE.edges,
        reads: REVENUE.read(segment, (cohort_months, 12), (revenue_now, revenue_then)),
        says: ("a net revenue retention of {revenue_now} of {revenue_then}{}", Clause(" in ", segment, "")),
    }

    /// User retention after six months: how many users are still active, of how many, at least 1, their segment, and how many
    /// months ago they came. It is refused without a segment, and for a cohort of less than six months.
    user_retention(active: u64, cohort: u64 [1, u64::MAX]; segment: Segment, cohort_months: u64) of Some(Signal::ProductMarketFit) => {
        title: "user retention",
        publication: LENNY_THREAD,
        takes: "users of a cohort still active after six months, in one segment",
        remark: "About 20 practitioners.",
        fits: [active in 0..=cohort],
        edges: USERS.edges,
        reads: USERS.read(segment, (cohort_months, 6), (active, cohort)),
        says: ("a user retention of {active} of {cohort}{}", Clause(" in ", segment, "")),
    }

    /// Levels of PMF: the level at which the company places itself, and how it earns its money. Other businesses than
    /// software that people sell to companies are refused.
    first_round(level: PmfLevel; business: Business) of Some(Signal::ProductMarketFit) => {
        title: "Levels of PMF",
        publication: FIRST_ROUND,
        takes: "the level at which the company places itself",
        remark: "For software that people sell to companies. The publisher's own rule for placing was not seen. Its benchmarks: recurring revenue 0–0.5 / 0.5–5 / 5–25 / over 25 M$, customers 3–5 / 5–25 / 25–100 / over 100, burn multiple – / up to 5 / 1–3 / 0–1.",
        edges: &[],
        reads: {
            made_for(business, &[Business::SalesLedB2b])?;
            Ok(Standing::at(*level.row()))
        },
        says: ("the level of PMF {level}"),
    }
}
