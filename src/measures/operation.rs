//! How reliably does the software run, and how much work does that take?

use crate::measures::figure::{Clause, Figure, Minutes};
use crate::measures::line::Relation::AtMost;
use crate::measures::line::{BAD, GOOD, L1, L2, L3, L4_TO_L5, Standing, at};
use crate::measures::refusal::Refusal;
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The service level objective.
    pub enum Objective as "objective" in "cpto::measures" {
        /// There is no objective.
        None,
        /// An objective that leaves a budget for errors.
        BelowAllOfTheTime,
        /// An objective of 100 %, which leaves no budget for errors.
        AllOfTheTime,
    }
}

impl Objective {
    /// The first words of a sentence about the budget.
    const fn opening(self) -> &'static str {
        match self {
            Self::None => "no service level objective",
            Self::BelowAllOfTheTime => "an error budget",
            Self::AllOfTheTime => "an objective of 100 %",
        }
    }
}

/// A number above every percentage that is compared.
const MOST: u64 = u64::MAX;

measures! {
    /// Error budget of the last four weeks: the service level objective, the percentage of the budget that was used (which
    /// may exceed 100), and the percentage that the largest incident used. An objective of 100 % is refused.
    #[doc(alias("slo", "uptime", "availability"))]
    error_budget(objective: Objective; used_percent: u64, largest_incident_percent: u64) of TechnicalStability: "error budget" {
        by: Publication::first_hand("Google", "SRE Workbook, example error budget policy, 2018", Some("https://sre.google/workbook/error-budget-policy")),
        takes: "the service level objective; the percentage of the budget used in four weeks, and by the largest incident",
        remark: "The edge of 20 % was read second-hand. No objective is level 1, more than the whole budget used is level 2, and unknown use is levels 2 to 5; the whole ladder is our choice.",
        fits: [largest_incident_percent in 0..=used_percent.unwrap_or(MOST)],
        edges: {
            // Staying within the whole budget is at least level 3.
            "of the budget": [at("used-percent", AtMost, 100, GOOD)] else L2,
            "of the largest incident": [at("largest-incident-percent", AtMost, 20, L4_TO_L5)] else L3,
        },
        reads: {
            let used = |percent: u64| error_budget.stand("of the budget", percent, 1);
            let incident = |percent: u64| error_budget.stand("of the largest incident", percent, 1);
            let largest = largest_incident_percent.map_or(incident(MOST).to(incident(0)), incident);
            match (objective, used_percent.map(used)) {
                (Objective::AllOfTheTime, _) => Err(Refusal::NoBudget),
                (Objective::None, _) => Ok(Standing::at(L1)),
                (_, None) => Ok(used(MOST).to(incident(0))),
                (_, Some(budget)) if budget.reached.is_none() => Ok(budget),
                (_, Some(budget)) => Ok(Standing { reached: largest.reached.or(budget.reached), ..largest }),
            }
        },
        says: (
            "{}{}{}{}",
            objective.opening(),
            Clause(" of which ", used_percent, " % was used"),
            Clause(
                "",
                (used_percent.is_none() && objective != Objective::None)
                    .then_some(" of which an unknown share was used"),
                ""
            ),
            Clause(", ", largest_incident_percent, " % by the largest incident")
        ),
    }

    /// Toil and other operational work, in percent of the team's time, 0 to 100.
    toil(percent: u64 [0, 100]) of DeveloperProductivity: "toil" {
        by: Publication::first_hand("Google", "SRE Book, chapter 5, 2016", None),
        takes: "toil and other operational work, in percent of the team's time",
        remark: "Google's Workbook says that the limit may not fit every organisation. Its own mean of 33 % is not an edge.",
        edges: { "": [at("percent", AtMost, 50, GOOD)] else BAD },
        reads: Ok(toil.stand("", percent, 1)),
        says: ("toil of {percent} % of the time"),
    }

    /// Test feedback time: the minutes until automated tests report after a commit.
    #[doc(alias = "ci time")]
    test_feedback(minutes: u64) of DeveloperProductivity: "test feedback time" {
        by: Publication::first_hand("DORA", "continuous integration", Some("https://dora.dev/capabilities/continuous-integration/")),
        takes: "minutes until automated tests report after a commit",
        remark: "Published as about ten minutes.",
        edges: { "": [at("minutes", AtMost, 10, GOOD)] else BAD },
        reads: Ok(test_feedback.stand("", minutes, 1)),
        says: ("test feedback after {}", Minutes(minutes)),
    }
}
