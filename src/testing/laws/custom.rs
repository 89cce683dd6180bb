//! Is a custom rule what it says it is?

use alloc::vec::Vec;

use crate::advice::repair::{Goal, repair_with};
use crate::assessment::extended::{Extended, worlds_of};
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::testing::laws::advice::repaired;
use crate::testing::laws::violation::{Held, Law, Trial};
use crate::vocabulary::limit::Limit;
use crate::vocabulary::severity::Severity;

/// Checks that each custom rule is a function of what it says it reads: in every world and case, its severity is the same when
/// asked twice, when all other facts are forgotten or different, and for all headcounts between two that it distinguishes.
///
/// # Errors
/// The first rule that is not. The law is not checked if there are too many worlds.
pub fn custom_reads<C>(extended: &Extended<'_, C>) -> Held {
    let Extended { proposal, policy, rules, cases, .. } = *extended;
    for rule in rules {
        let worlds = worlds_of(proposal, policy, *rule);
        Trial { law: Law::Reads, given: &[proposal] }.need_every_world(worlds.is_every())?;
        let others = FactSet::of(Fact::ALL).difference(rule.reads(proposal.proposed()));
        for world in worlds {
            let says = |world: &Proposal| -> Vec<Severity> {
                cases.iter().map(|case| rule.severity(world, case)).collect()
            };
            let expected = says(&world);
            let found = |what: &str, other: &Proposal| {
                let trial = Trial { law: Law::Reads, given: &[&world, other] };
                let code = rule.code();
                trial.claim(says(other) == expected, format_args!("{code} says something else {what}"))
            };
            found("of the same world", &world)?;
            let with_others = |place: fn(Places) -> Places| {
                world.restated(others.iter().filter_map(|fact| Some((fact, place(world.scale(fact)?)))))
            };
            found("where what it does not read is not known", &with_others(|scale| scale))?;
            found(
                "where what it does not read is less",
                &with_others(|scale| *scale.start()..=*scale.start()),
            )?;
            found("where what it does not read is more", &with_others(|scale| *scale.end()..=*scale.end()))?;
            if others.contains(Fact::Headcount) {
                continue;
            }
            for people in alike(&world, rule.headcounts()) {
                let other = world.restated([(Fact::Headcount, people..=people)]);
                found("of another headcount that it says is the same", &other)?;
            }
        }
    }
    Ok(())
}

/// The ends and the middle of the headcounts that the thresholds do not distinguish from that of a world.
fn alike(world: &Proposal, thresholds: &[u32]) -> [u32; 3] {
    let scale = Fact::Headcount.scale();
    let people = world.places(Fact::Headcount).map_or(*scale.start(), |places| *places.start());
    let below = thresholds.iter().copied().filter(|threshold| *threshold <= people).max();
    let above = thresholds.iter().copied().filter(|threshold| *threshold > people).min();
    let (least, most) = (below.unwrap_or(*scale.start()), above.map_or(*scale.end(), |above| above - 1));
    [least, least + (most - least) / 2, most]
}

/// Checks that repairing with custom rules works and does no more than necessary, as [`repairing`](crate::laws::repairing): no
/// repair with fewer changes clears the warnings of both kinds.
///
/// # Errors
/// The law is broken, or cannot be checked because the search was not complete.
pub fn custom_repairing<C>(extended: &Extended<'_, C>, goal: Goal) -> Held {
    let Extended { proposal, policy, cases, .. } = *extended;
    let repairs = repair_with(extended, goal, Limit::default(), |_, cost| Some(cost));
    let is_clear = |amended: &Proposal| {
        let severities = extended.severities_of(amended, cases);
        severities.is_ok_and(|all| all.iter().all(|severity| severity.most < goal.below))
    };
    let is_reached = |amended: &Proposal| is_clear(amended) && goal.is_reached(proposal, amended, policy);
    repaired(proposal, goal, policy, &repairs, &is_reached)
}
