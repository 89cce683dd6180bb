//! How well is software kept running, and how much work is that?

use crate::measures::figure::{Clause, Figure, Minutes};
use crate::measures::line::Relation::AtMost;
use crate::measures::line::{BAD, Edges, GOOD, L1, L2, L3, L4_TO_L5, Standing, at};
use crate::measures::refusal::Refusal;
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::signal::Signal;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The service level objective.
    pub enum Objective as "objective" in "cpto::measures" {
        /// None.
        None,
        /// One that leaves a budget for errors.
        BelowAllOfTheTime,
        /// 100 %, which leaves none.
        AllOfTheTime,
    }
}

impl Objective {
    /// The beginning of a sentence about the budget.
    const fn opening(self) -> &'static str {
        match self {
            Self::None => "no service level objective",
            Self::BelowAllOfTheTime => "an error budget",
            Self::AllOfTheTime => "an objective of 100 %",
        }
    }
}

const WORKBOOK: Publication =
    Publication::first_hand("Google", "SRE Workbook, example error budget policy, 2018")
        .at("https://sre.google/workbook/error-budget-policy");
const SRE_BOOK: Publication = Publication::first_hand("Google", "SRE Book, chapter 5, 2016");
const INTEGRATION: Publication = Publication::first_hand("DORA", "continuous integration")
    .at("https://dora.dev/capabilities/continuous-integration/");

/// The budget as a whole: what is within it is at least defined.
static BUDGET: Edges = Edges { lines: &[at("used-percent", AtMost, 100, GOOD)], otherwise: L2 };

/// The largest incident, where the budget as a whole was kept.
static INCIDENT: Edges =
    Edges { lines: &[at("largest-incident-percent", AtMost, 20, L4_TO_L5)], otherwise: L3 };

static TOIL: Edges = Edges { lines: &[at("percent", AtMost, 50, GOOD)], otherwise: BAD };

static FEEDBACK: Edges = Edges { lines: &[at("minutes", AtMost, 10, GOOD)], otherwise: BAD };

/// More than any percentage that is compared.
const MOST: u64 = u64::MAX;

measures! {
    /// Error budget of the last four weeks: the service level objective, the percentage of the budget that was used, which
    /// may pass 100, and the percentage that the largest incident used. An objective of 100 % is refused.
    error_budget(objective: Objective; used_percent: u64, largest_incident_percent: u64) of Some(Signal::TechnicalStability) => {
        title: "error budget",
        publication: WORKBOOK,
        takes: "the service level objective; budget used in four weeks, in percent, and by the largest incident",
        remark: "The line of 20 % was read at second hand. Without an objective it is level 1, and more than the whole budget used is level 2: ours, as is the whole ladder. Use unknown: levels 2 to 5.",
        fits: [largest_incident_percent in 0..=used_percent.unwrap_or(MOST)],
        edges: &[("of the budget", &BUDGET), ("of the largest incident", &INCIDENT)],
        reads: {
            let used = |percent: u64| BUDGET.read(percent, 1);
            let incident = match largest_incident_percent {
                Some(percent) => INCIDENT.read(percent, 1),
                None => INCIDENT.read(MOST, 1).to(INCIDENT.read(0, 1)),
            };
            match (objective, used_percent.map(used)) {
                (Objective::AllOfTheTime, _) => Err(Refusal::NoBudget),
                (Objective::None, _) => Ok(Standing::at(L1)),
                (_, None) => Ok(used(MOST).to(INCIDENT.read(0, 1))),
                (_, Some(budget)) if budget.reached.is_none() => Ok(budget),
                (_, Some(budget)) => Ok(Standing { reached: incident.reached.or(budget.reached), ..incident }),
            }
        },
        says: (
            "{}{}{}{}",
            objective.opening(),
            Clause(" of which ", used_percent, " % were used"),
            Clause(
                "",
                (used_percent.is_none() && objective != Objective::None)
                    .then_some(" of which it is unknown how much was used"),
                ""
            ),
            Clause(", ", largest_incident_percent, " % by the largest incident")
        ),
    }

    /// Toil and other operational work, in percent of the team's time, 0 to 100.
    toil(percent: u64 [0, 100]) of Some(Signal::DeveloperProductivity) => {
        title: "toil",
        publication: SRE_BOOK,
        takes: "toil and other operational work, in percent of the team's time",
        remark: "Google's Workbook says that the limit may not fit every organisation. Its own mean of 33 % is no edge.",
        edges: &[("", &TOIL)],
        reads: Ok(TOIL.read(percent, 1)),
        says: ("toil of {percent} % of the time"),
    }

    /// Test feedback time: minutes until automated tests report after a commit.
    test_feedback(minutes: u64) of Some(Signal::DeveloperProductivity) => {
        title: "test feedback time",
        publication: INTEGRATION,
        takes: "minutes until automated tests report after a commit",
        remark: "Printed as about ten minutes.",
        edges: &[("", &FEEDBACK)],
        reads: Ok(FEEDBACK.read(minutes, 1)),
        says: ("test feedback after {}", Minutes(minutes)),
    }
}
