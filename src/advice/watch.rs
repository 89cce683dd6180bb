//! What would change the picture, and how near is it?
//!
//! Both articles ask companies to look again and again as they grow. [`watch`] says what to look at: for each known fact, the
//! nearest value above and below at which a warning or the verdict changes, all other facts being equal.
//! [`review`](mod@crate::advice::review) looks back.
//!
//! # A real case
//! Exclaimer has one CPTO, two practices of challenge, and a head for each field. On which of these does the verdict depend?
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use cpto::{Policy, Proposal, advice::watch::watch};
//!
//! let proposal: Proposal = toml::from_str(r#"
//!     proposed = { cpto = {} }
//!     [organization]
//!     stage = ["established", "enterprise"]
//!     safeguards = { stakeholder-debate = true, leadership-challenge = true, product-lead = true, engineering-lead = true }
//!     [organization.signals]
//!     product-market-fit = ["quantitatively-managed", "optimizing"]
//!     product-direction = ["defined", "optimizing"]
//!     technical-stability = ["defined", "optimizing"]
//!     developer-productivity = ["defined", "optimizing"]
//!     data-capability = ["defined", "optimizing"]
//!     integration = ["quantitatively-managed", "optimizing"]
//! "#)?;
//! let watched = watch(&proposal, &Policy::DEFAULT);
//! let turns = watched.turns.iter().filter(|turn| turn.changes_verdict());
//! assert_eq!(turns.map(|turn| turn.fact.as_str()).collect::<Vec<_>>(), [
//!     "organization.safeguards.stakeholder-debate",
//!     "organization.safeguards.leadership-challenge",
//!     "organization.safeguards.product-lead",
//!     "organization.safeguards.engineering-lead",
//! ]);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::vec::Vec;

use crate::advice::compare::course::WarningCourse;
use crate::assessment::{Assessment, SeatLoad, evaluate_under};
use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::model::value::Value;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::distinct::distinct_places;
use crate::vocabulary::severity::{Severity, Verdict};
use crate::vocabulary::span::Span;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The direction in which a fact changes.
    pub enum Direction as "direction" in "cpto::advice::watch", told {
        /// The fact goes up, or becomes true.
        Rises,
        /// The fact goes down, or becomes false.
        Falls,
    }
}

/// The nearest value of a known fact at which something changes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Turn {
    /// The fact.
    pub fact: Fact,
    /// The direction in which the fact changes.
    pub direction: Direction,
    /// The present value of the fact.
    pub now: Value,
    /// The nearest value at which something is different.
    pub at: Value,
    /// The distance between the two values, in people, percent, or steps of a scale.
    pub margin: u32,
    /// The warnings that are different at that value.
    pub warnings: Vec<WarningCourse>,
    /// The verdict now and at that value.
    pub verdict: [Span<Verdict>; 2],
}

impl Turn {
    /// Returns whether the verdict is different at that value.
    #[must_use]
    pub fn changes_verdict(&self) -> bool {
        let [now, then] = self.verdict;
        now != then
    }
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#} {} from {} to {}: ", self.fact, self.direction, self.now, self.at)?;
        let [now, then] = self.verdict;
        if now != then {
            write!(f, "the verdict is {then} instead of {now}; ")?;
        }
        for (position, warning) in self.warnings.iter().enumerate() {
            write!(f, "{}{warning}", if position == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// How far the load of a seat is from counting as more severe, and as less severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct LoadMargin {
    /// The seat and its load, in percent of a full time.
    pub load: SeatLoad,
    /// The next severity, and the percentage above which the load has it.
    pub above: Option<(Severity, u32)>,
    /// The severity that the load certainly has, and the percentage at or below which it no longer has it.
    pub within: Option<(Severity, u32)>,
}

impl LoadMargin {
    fn new(load: SeatLoad, policy: &Policy) -> Self {
        let rungs = || policy.numbers().overload_risk.load_above.iter();
        Self {
            load,
            above: rungs().find(|(_, above)| *above >= load.load.most()),
            within: rungs().filter(|(_, above)| *above < load.load.least()).last(),
        }
    }
}

impl fmt::Display for LoadMargin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SeatLoad { role, load } = self.load;
        write!(f, "load of the {role:#}: {load} %")?;
        if let Some((severity, above)) = self.within {
            write!(
                f,
                ", {severity} until it falls to {above} %, {} points less",
                load.least().abs_diff(above)
            )?;
        }
        if let Some((severity, above)) = self.above {
            write!(f, ", {severity} above {above} %, {} points more", above.abs_diff(load.most()))?;
        }
        Ok(())
    }
}

/// The values and loads to watch.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Watch {
    /// The nearest values at which something changes: for each known fact and direction, the nearest one of all and, if the
    /// verdict stays the same there, also the nearest one at which it changes. Those that change the verdict come first; within
    /// each group, the nearest come first.
    pub turns: Vec<Turn>,
    /// How far each load is from its nearest thresholds.
    pub loads: Vec<LoadMargin>,
}

impl fmt::Display for Watch {
    /// Writes one line for each value and for each load.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.turns.iter().try_for_each(|turn| writeln!(f, "{turn}"))?;
        self.loads.iter().try_for_each(|load| writeln!(f, "{load}"))
    }
}

/// Returns the values of each known fact at which the warnings or the verdict change, all other facts being equal.
///
/// Who stays is a choice and is not watched.
#[must_use]
pub fn watch(proposal: &Proposal, policy: &Policy) -> Watch {
    let now = evaluate_under(proposal, policy);
    let mut turns = Vec::new();
    for fact in Fact::ALL.iter().copied().filter(|fact| *fact != Fact::Incumbent) {
        let Some(places) = proposal.places(fact).filter(|places| places.start() == places.end()) else {
            continue;
        };
        let place = *places.start();
        let distinct = distinct_places(fact, fact.scale(), policy.numbers());
        let above = distinct.iter().copied().filter(|other| *other > place);
        let below = distinct.iter().rev().copied().filter(|other| *other < place);
        turns.extend(nearest(proposal, policy, &now, (fact, place), Direction::Rises, above));
        turns.extend(nearest(proposal, policy, &now, (fact, place), Direction::Falls, below));
    }
    turns.sort_by_key(|turn| (!turn.changes_verdict(), turn.margin));
    Watch { turns, loads: now.loads().map(|seat| LoadMargin::new(seat, policy)).collect() }
}

/// Returns the first of these places at which a warning changes, and the first at which the verdict changes.
fn nearest(
    proposal: &Proposal,
    policy: &Policy,
    now: &Assessment,
    (fact, place): (Fact, u32),
    direction: Direction,
    others: impl Iterator<Item = u32>,
) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for other in others {
        let known = if let Fact::Newcomer(_) = fact {
            // A newcomer affects the moves, which are worked out from the structures.
            *proposal.restated([(fact, other..=other)]).packed()
        } else {
            let mut known = *proposal.packed();
            known.restate(fact, Span::exact(other));
            known
        };
        let then = Assessment::of(&known, policy);
        let changes_verdict = now.verdict() != then.verdict();
        if then == *now || (!turns.is_empty() && !changes_verdict) {
            continue;
        }
        let courses = WarningKey::counted(now.form())
            .map(|key| WarningCourse::of(key, now.severity(key), then.severity(key)));
        let warnings: Vec<_> = courses.filter(|course| course.before != course.after).collect();
        let values = proposal.value_at(fact, place).zip(proposal.value_at(fact, other));
        let Some((now_at, at)) = values.filter(|_| !warnings.is_empty()) else { continue };
        let verdict = [now.verdict(), then.verdict()];
        turns.push(Turn {
            fact,
            direction,
            now: now_at,
            at,
            margin: other.abs_diff(place),
            warnings,
            verdict,
        });
        if changes_verdict {
            break;
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::model::organization::Organization;
    use crate::model::seat::Seat;
    use crate::model::structure::Structure;
    use crate::vocabulary::role::Role;
    use crate::vocabulary::stage::Stage;

    fn proposal(company: crate::input::draft::Draft<Organization>) -> Proposal {
        let draft = Proposal::draft().organization(company);
        draft.proposed(Structure::combined(Seat::draft())).build().expect("valid")
    }

    #[test]
    fn the_nearest_value_on_either_side() {
        let company = Organization::draft().stage(Stage::Established).headcount(400);
        let watched = watch(&proposal(company), &Policy::DEFAULT);
        let people = watched.turns.iter().filter(|turn| turn.fact == Fact::Headcount);
        let people: Vec<_> = people.map(|turn| (turn.direction, turn.at.to_string(), turn.margin)).collect();
        // The verdict changes only at 5,000 people, so that value comes first.
        let expected = [
            (Direction::Rises, "5000 people".to_string(), 4_600),
            (Direction::Falls, "249 people".to_string(), 151),
            (Direction::Rises, "1000 people".to_string(), 600),
        ];
        assert_eq!(people, expected);
        let open = [Fact::Budget, Fact::Regulated];
        assert!(watched.turns.iter().all(|turn| !open.contains(&turn.fact)), "these are not known");
    }

    #[test]
    fn loads_say_how_far_it_is() {
        let at = |least, most| {
            let seat = SeatLoad { role: Role::Cpto, load: Span { least, most } };
            let margin = LoadMargin::new(seat, &Policy::DEFAULT);
            (margin.within.map(|it| it.1), margin.above.map(|it| it.1))
        };
        assert_eq!(at(100, 100), (None, Some(100)));
        assert_eq!(at(101, 130), (Some(100), Some(130)));
        assert_eq!(at(101, 131), (Some(100), Some(160)));
        assert_eq!(at(161, 200), (Some(160), None));
        let seat = SeatLoad { role: Role::Cpto, load: Span { least: 104, most: 125 } };
        let text = "load of the CPTO: 104 to 125 %, medium until it falls to 100 %, 4 points less, high above 130 %, 5 points more";
        assert_eq!(LoadMargin::new(seat, &Policy::DEFAULT).to_string(), text);
    }

    /// Any margin is written without an overflow.
    #[test]
    fn a_margin_is_always_written() {
        let seat = SeatLoad { role: Role::Cpto, load: Span { least: 0, most: u32::MAX } };
        let margin = LoadMargin {
            load: seat,
            above: Some((Severity::High, 1)),
            within: Some((Severity::Low, u32::MAX)),
        };
        assert!(margin.to_string().contains("4294967295 points less"));
    }
}
