//! Do accepting, combining and knowing more work as promised?

use alloc::vec::Vec;

use crate::advice::accept::{Acceptances, accept};
use crate::advice::combine::{Combined, combine};
use crate::advice::compare::compare;
use crate::advice::compare::course::Course;
use crate::assessment::evaluate_under;
use crate::assessment::worlds::distinct_worlds;
use crate::measures::readings::Combination;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Places;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::testing::laws::violation::{Held, Law, Trial, WORLDS};
use crate::vocabulary::date::Date;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::span::Span;

/// Checks that accepting is exact. In each world, a warning that is accepted on that day becomes none if it is at most as severe
/// as accepted, and every other warning stays as it is. What is left is the range over all worlds.
///
/// ```
/// use cpto::advice::accept::Acceptances;
/// use cpto::{Date, Policy, Proposal, Seat, Structure, laws};
///
/// let nothing = Acceptances::default();
/// let day = Date::new(2027, 6, 30).unwrap();
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// // A proposal of which nothing is known has too many worlds to evaluate.
/// assert!(!laws::accepting(&proposal, &nothing, day, &Policy::DEFAULT).unwrap_err().is_broken);
/// # Ok::<(), cpto::Faults>(())
/// ```
///
/// # Errors
/// The law is broken, or cannot be checked because there are too many worlds.
pub fn accepting(proposal: &Proposal, acceptances: &Acceptances, on: Date, policy: &Policy) -> Held {
    let trial = Trial { law: Law::Accepting, given: &[proposal] };
    let accepted_up_to = |key: WarningKey| {
        let mut holding = acceptances.as_slice().iter().filter(|it| it.until.is_none_or(|until| on <= until));
        holding.find(|it| it.key == key).map_or(Severity::None, |it| it.up_to)
    };
    let worlds = distinct_worlds(proposal, policy, proposal.open_facts(), WORLDS);
    trial.need_every_world(worlds.is_every())?;
    let worlds: Vec<_> = worlds.map(|world| evaluate_under(&world, policy)).collect();
    let accepted = accept(acceptances, &evaluate_under(proposal, policy), on);
    // `insufficient-evidence` is skipped: it counts what is known, and is never given in a world.
    for key in WarningKey::counted(proposal.proposed().form()) {
        let in_world = worlds.iter().map(|world| world.severity(key).most());
        let left = in_world.map(|it| if it <= accepted_up_to(key) { Severity::None } else { it });
        let expected = left.map(Span::exact).reduce(Span::hull).unwrap_or_default();
        let found = accepted.left.severity(key);
        trial.claim(found == expected, format_args!("{key} is left as {found}, and not {expected}"))?;
    }
    Ok(())
}

/// Checks that combining is fair. The order and repetition of answers make no difference; a single answer stays as it is;
/// whatever somebody states is within the hull; what the answers agree on is within what each states; and they disagree about a
/// fact if and only if no value is possible for all who state something.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// let answers = [WarningCode::CostBurden.raised().build()?, WarningCode::CostBurden.raised().build()?];
/// laws::combining(&answers, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The law is broken, or cannot be checked because the answers are not about the same proposal.
pub fn combining(answers: &[Proposal], policy: &Policy) -> Held {
    let shown: Vec<&Proposal> = answers.iter().collect();
    let trial = Trial { law: Law::Combining, given: &shown };
    let together = |all: &mut dyn Iterator<Item = &Proposal>, how: Combination| {
        let labelled: Vec<(usize, Proposal)> = all.cloned().enumerate().collect();
        combine(&labelled, how, policy)
    };
    for &how in Combination::ALL {
        let all = together(&mut answers.iter(), how).map_err(|refused| trial.unchecked(refused))?;
        let facts = |combined: &Combined<usize>| {
            let places = Fact::ALL.iter().copied().map(|fact| combined.proposal.places(fact));
            let disputed: FactSet = combined.disagreements.iter().map(|it| it.fact).collect();
            (places.collect::<Vec<_>>(), disputed)
        };
        let others =
            [together(&mut answers.iter().rev(), how), together(&mut answers.iter().chain(answers), how)];
        let is_same = |other: &Result<_, _>| other.as_ref().is_ok_and(|other| facts(other) == facts(&all));
        trial.claim(others.iter().all(is_same), "the order or the number of answers makes a difference")?;
        for answer in answers {
            let alone = together(&mut [answer].into_iter(), how);
            let is_kept = |alone: Combined<_>| alone.proposal == *answer && alone.disagreements.is_empty();
            trial.claim(alone.map_or(true, is_kept), "an answer by itself is changed")?;
        }
        for &fact in Fact::ALL {
            let scale = all.proposal.scale(fact);
            let stated = answers.iter().filter_map(|answer| answer.places(fact));
            let stated: Vec<_> = stated.filter(|places| Some(places) != scale.as_ref()).collect();
            let found = all.proposal.places(fact).unwrap_or(0..=0);
            let holds = |places: &Places, place: &u32| places.contains(place);
            let some = [*found.start(), *found.end()];
            let values = stated.iter().flat_map(|places| [*places.start(), *places.end()]);
            let is_disputed = !stated.is_empty()
                && !values.clone().any(|at| stated.iter().all(|places| holds(places, &at)));
            let is_said = all.disagreements.iter().any(|it| it.fact == fact);
            trial.claim(
                is_said == is_disputed,
                format_args!("it is wrong about who disagrees about {fact}"),
            )?;
            let is_within = match how {
                // Who stays is either known or anybody.
                _ if fact == Fact::Incumbent => true,
                Combination::Hull => values.clone().all(|at| holds(&found, &at)),
                Combination::AgreeThenNarrow if !is_disputed => {
                    some.iter().all(|at| stated.iter().all(|places| holds(places, at)))
                }
                _ => true,
            };
            trial
                .claim(is_within, format_args!("what is possible together of {fact} is not what they say"))?;
        }
    }
    Ok(())
}

/// Checks that knowing more is not being better: no warning gets better or worse from a proposal to the same with facts learnt,
/// or on the way back, when they are forgotten.
///
/// ```
/// use cpto::{Fact, FactSet, Policy, WarningCode, laws};
///
/// let known = WarningCode::CostBurden.raised().build()?;
/// laws::knowing(&known.forget(FactSet::of(&[Fact::Budget])), &known, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The law is broken, or cannot be checked because `narrow` does not [narrow](Proposal::narrows) `wide`.
pub fn knowing(wide: &Proposal, narrow: &Proposal, policy: &Policy) -> Held {
    let trial = Trial { law: Law::Knowing, given: &[wide, narrow] };
    trial.need(narrow.narrows(wide), "the second proposal does not narrow the first")?;
    let (there, back) = (compare(wide, narrow, policy), compare(narrow, wide, policy));
    let nothing = [there.forgotten, there.changed, back.learnt, back.changed];
    let is_learnt = nothing == [FactSet::EMPTY; 4] && there.learnt == back.forgotten;
    trial.claim(is_learnt, "what was learnt is taken for a change")?;
    for (comparison, course) in [(there, Course::Narrowed), (back, Course::Widened)] {
        for it in comparison.warnings {
            let is_expected = it.course == course || it.course == Course::Unchanged;
            trial.claim(is_expected, format_args!("what is known makes a difference: {it}"))?;
        }
    }
    Ok(())
}
