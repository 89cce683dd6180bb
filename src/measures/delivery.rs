//! How fast does software reach its users, and what does that break? The four figures of DORA.

use crate::measures::figure::{Clause, Figure, Minutes};
use crate::measures::line::Relation::{Above, AtLeast, AtMost, Below};
use crate::measures::line::{Edges, L1, L2, L3, L4, L5, Levels, Line, Standing, at, ratio};
use crate::measures::refusal::{Caveat, Refusal};
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::signal::Signal;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The failures from which a time to recover was taken.
    pub enum Causes as "causes" in "cpto::measures" {
        /// Failed deployments alone, as DORA defines it since 2023.
        Deployments,
        /// All there are. That is another measure.
        All,
    }
}

const ANSWERS: Publication =
    Publication::first_hand("DORA", "answer scale 2018–2025").at("https://dora.dev/research/");
const FAIL_BANDS: Publication =
    Publication::first_hand("DORA", "answer bands to 2022").at("https://dora.dev/research/");

/// DORA's answers in minutes. A month is 730 hours.
const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;
const WEEK: u32 = 7 * DAY;
const MONTH_HOURS: u32 = 730;
const HALF_YEAR_HOURS: u32 = 4_380;
const MINUTES: &str = "median-minutes";

static LEAD_TIME: Edges = Edges {
    lines: &[
        at(MINUTES, Below, DAY, L5),
        at(MINUTES, AtMost, WEEK, L4),
        at(MINUTES, AtMost, MONTH_HOURS * HOUR, L3),
        at(MINUTES, AtMost, HALF_YEAR_HOURS * HOUR, L2),
    ],
    otherwise: L1,
};

static FREQUENCY: Edges = Edges {
    lines: &[
        ratio((1, "deployments"), Above, (1, "days"), L5),
        ratio((7, "deployments"), AtLeast, (1, "days"), L4),
        ratio((MONTH_HOURS, "deployments"), AtLeast, (24, "days"), L3),
        ratio((HALF_YEAR_HOURS, "deployments"), AtLeast, (24, "days"), L2),
    ],
    otherwise: L1,
};

static RECOVERY: Edges = Edges {
    lines: &[
        at(MINUTES, Below, HOUR, L5),
        at(MINUTES, Below, DAY, L4),
        at(MINUTES, AtMost, WEEK, L3),
        at(MINUTES, AtMost, MONTH_HOURS * HOUR, L2),
    ],
    otherwise: L1,
};

const fn failing(percent: u32, level: Levels) -> Line {
    ratio((100, "failed"), AtMost, (percent, "deployments"), level)
}

static FAILURES: Edges = Edges {
    lines: &[failing(5, L5).averaged(), failing(15, L4), failing(30, L3), failing(45, L2)],
    otherwise: L1,
};

/// Below how many deployments one failure moves the rate.
const MANY: u64 = 20;
/// The shortest window of deployments, in days.
const WINDOW: u64 = 7;

measures! {
    /// Lead time for changes: the median in minutes from commit to production, of one application.
    lead_time(median_minutes: u64) of Some(Signal::DeveloperProductivity) => {
        title: "lead time for changes",
        publication: ANSWERS,
        takes: "median minutes from commit to production, of one application",
        remark: "DORA's two fastest answers are both level 5: ours.",
        edges: &[("", &LEAD_TIME)],
        reads: Ok(LEAD_TIME.read(median_minutes, 1)),
        says: ("a lead time for changes of {}", Minutes(median_minutes)),
    }

    /// Deployment frequency: how many deployments there were in how many days, at least 1. A window below 7 days is refused.
    /// Where nothing was deployed, the range ends where one deployment would be.
    deployment_frequency(deployments: u64, days: u64 [1, u64::MAX]) of Some(Signal::DeveloperProductivity) => {
        title: "deployment frequency",
        publication: ANSWERS,
        takes: "deployments in a window of at least 7 days, better of 90",
        remark: "Once a day is read as level 4: ours. Without a deployment, it is read as from level 1 to where one deployment would be: ours. A month is 730 hours.",
        edges: &[("", &FREQUENCY)],
        reads: match deployments {
            _ if days < WINDOW => Err(Refusal::TooShort { days, least: WINDOW }),
            0 => Ok(Standing::at(L1).to(FREQUENCY.read(1, days)).noting(Caveat::NoDeployment, true)),
            _ => Ok(FREQUENCY.read(deployments, days)),
        },
        says: ("a deployment frequency of {deployments} in {days} days"),
    }

    /// Failed deployment recovery time: the median in minutes, how many deployments failed, and the failures from which it
    /// was taken (failed deployments, where that is not stated). It is refused where it was taken from failures of all
    /// causes, which is another measure, and where nothing failed.
    recovery_time(median_minutes: u64; failures: u64, causes: Causes) of Some(Signal::TechnicalStability) => {
        title: "failed deployment recovery time",
        publication: ANSWERS,
        takes: "median minutes from a failed deployment to recovery",
        remark: "DORA's two slowest answers are both level 1: ours. Since 2024 DORA counts recovery as throughput; taking it for stability follows 2015 to 2023.",
        edges: &[("", &RECOVERY)],
        reads: match (causes, failures) {
            (Some(Causes::All), _) => Err(Refusal::AllCauses),
            (_, Some(0)) => Err(Refusal::NoFailure),
            _ => Ok(RECOVERY.read(median_minutes, 1)),
        },
        says: (
            "a failed deployment recovery time of {}{}",
            Minutes(median_minutes), Clause(" over ", failures, " failures")
        ),
    }

    /// Change fail rate: how many deployments failed, of how many, at least 1. Fewer than 20 deployments are read as a range,
    /// since one more failure would move the rate.
    change_fail_rate(failed: u64, deployments: u64 [1, u64::MAX]) of Some(Signal::TechnicalStability) => {
        title: "change fail rate",
        publication: FAIL_BANDS,
        takes: "failed ones of the deployments",
        remark: "The bands are whole percents, and edges here are exact: 15.4 % is level 3. The edge of 5 % is the top cluster's figure of 2023. Of fewer than 20 deployments, it is read as from where one more failure would be: ours.",
        fits: [failed in 0..=deployments],
        edges: &[("", &FAILURES)],
        reads: {
            let read = |failed: u64| FAILURES.read(failed, deployments);
            let is_moved = deployments < MANY;
            let worst = if is_moved { (failed + 1).min(deployments) } else { failed };
            Ok(read(worst).to(read(failed)).noting(Caveat::FewDeployments, is_moved))
        },
        says: ("a change fail rate of {failed} of {deployments} deployments"),
    }
}
