//! How fast does software reach its users, and how often does that break something? (DORA's four figures.)

use crate::measures::figure::{Clause, Figure, Minutes};
use crate::measures::line::Relation::{Above, AtLeast, AtMost, Below};
use crate::measures::line::{L1, L2, L3, L4, L5, Levels, Line, Relation, Standing, at, ratio};
use crate::measures::refusal::Refusal;
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The failures that a recovery time covers.
    pub enum Causes as "causes" in "cpto::measures" {
        /// Failed deployments only, as DORA has defined it since 2023.
        Deployments,
        /// Failures of every cause. That is a different measure.
        All,
    }
}

const ANSWERS: Publication =
    Publication::first_hand("DORA", "answer scale 2018–2025", Some("https://dora.dev/research/"));

/// DORA's answers in minutes. A month is 730 hours.
const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;
const WEEK: u32 = 7 * DAY;
const MONTH_HOURS: u32 = 730;
const HALF_YEAR_HOURS: u32 = 4_380;
const MONTH: u32 = MONTH_HOURS * HOUR;

const fn within(relation: Relation, minutes: u32, level: Levels) -> Line {
    at("median-minutes", relation, minutes, level)
}

const fn deployed(times: u32, relation: Relation, days: u32, level: Levels) -> Line {
    ratio((times, "deployments"), relation, (days, "days"), level)
}

const fn failing(percent: u32, level: Levels) -> Line {
    ratio((100, "failed"), AtMost, (percent, "deployments"), level)
}

/// The number of deployments below which one failure moves the rate.
const MANY: u64 = 20;
/// The caveats about few deployments, and about none.
const FEW_DEPLOYMENTS: &str =
    "so few deployments that one more failure would move the rate, which the range allows for";
const NO_DEPLOYMENT: &str = "no deployment in the window, so the range ends at the level of one deployment";
/// The shortest window of deployments, in days.
const WINDOW: u64 = 7;

measures! {
    /// Lead time for changes: the median time from commit to production of one application, in minutes.
    #[doc(alias("dora", "cycle time"))]
    lead_time(median_minutes: u64) of DeveloperProductivity: "lead time for changes" {
        by: ANSWERS,
        takes: "median minutes from commit to production, of one application",
        remark: "Reading DORA's two fastest answers as level 5 is our choice.",
        edges: {
            "": [
                within(Below, DAY, L5), within(AtMost, WEEK, L4), within(AtMost, MONTH, L3),
                within(AtMost, HALF_YEAR_HOURS * HOUR, L2)
            ] else L1,
        },
        reads: Ok(lead_time.stand("", median_minutes, 1)),
        says: ("a lead time for changes of {}", Minutes(median_minutes)),
    }

    /// Deployment frequency: the number of deployments, and the number of days in which they happened (at least 1). A window
    /// below 7 days is refused. If nothing was deployed, the range ends at the level that one deployment would give.
    #[doc(alias = "release cadence")]
    deployment_frequency(deployments: u64, days: u64 [1, u64::MAX]) of DeveloperProductivity: "deployment frequency" {
        by: ANSWERS,
        takes: "deployments in a window of at least 7 days, preferably 90",
        remark: "Once a day is read as level 4, and no deployment as the range from level 1 to the level of one deployment; both are our choice. A month is 730 hours.",
        edges: {
            "": [
                deployed(1, Above, 1, L5), deployed(7, AtLeast, 1, L4), deployed(MONTH_HOURS, AtLeast, 24, L3),
                deployed(HALF_YEAR_HOURS, AtLeast, 24, L2)
            ] else L1,
        },
        reads: match deployments {
            _ if days < WINDOW => Err(Refusal::TooShort { days, least: WINDOW }),
            0 => Ok(Standing::at(L1).to(deployment_frequency.stand("", 1, days)).noting(NO_DEPLOYMENT, true)),
            _ => Ok(deployment_frequency.stand("", deployments, days)),
        },
        says: ("a deployment frequency of {deployments} in {days} days"),
    }

    /// Failed deployment recovery time: the median in minutes, how many deployments failed, and which failures it covers
    /// (failed deployments, if that is not stated). It is refused if it covers failures of all causes, which is a different
    /// measure, or if nothing failed.
    #[doc(alias("mttr", "recovery time", "time to restore"))]
    recovery_time(median_minutes: u64; failures: u64, causes: Causes) of TechnicalStability: "failed deployment recovery time" {
        by: ANSWERS,
        takes: "median minutes from a failed deployment to recovery",
        remark: "Reading DORA's two slowest answers as level 1 is our choice. Since 2024 DORA has counted recovery as throughput; reading it as stability follows 2015 to 2023.",
        edges: {
            "": [
                within(Below, HOUR, L5), within(Below, DAY, L4), within(AtMost, WEEK, L3), within(AtMost, MONTH, L2)
            ] else L1,
        },
        reads: match (causes, failures) {
            (Some(Causes::All), _) => Err(Refusal::AllCauses),
            (_, Some(0)) => Err(Refusal::NoFailure),
            _ => Ok(recovery_time.stand("", median_minutes, 1)),
        },
        says: (
            "a failed deployment recovery time of {}{}",
            Minutes(median_minutes), Clause(" over ", failures, " failures")
        ),
    }

    /// Change fail rate: how many deployments failed, and how many there were (at least 1). Fewer than 20 deployments are read
    /// as a range, since one more failure would move the rate.
    #[doc(alias("change failure rate", "cfr"))]
    change_fail_rate(failed: u64, deployments: u64 [1, u64::MAX]) of TechnicalStability: "change fail rate" {
        by: Publication::first_hand("DORA", "answer bands to 2022", ANSWERS.url),
        takes: "deployments, and how many of them failed",
        remark: "The bands are whole percents, but the edges here are exact: 15.4 % is level 3. The edge of 5 % is the top cluster's figure of 2023. With fewer than 20 deployments, the range starts at the level that one more failure would give; this is our choice.",
        fits: [failed in 0..=deployments],
        edges: { "": [failing(5, L5).averaged(), failing(15, L4), failing(30, L3), failing(45, L2)] else L1 },
        reads: {
            let read = |failed: u64| change_fail_rate.stand("", failed, deployments);
            let is_moved = deployments < MANY;
            let worst = if is_moved { (failed + 1).min(deployments) } else { failed };
            Ok(read(worst).to(read(failed)).noting(FEW_DEPLOYMENTS, is_moved))
        },
        says: ("a change fail rate of {failed} of {deployments} deployments"),
    }
}
