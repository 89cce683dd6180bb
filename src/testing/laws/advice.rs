//! Does advice keep its promises?

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::advice::amend;
use crate::advice::ask::ask;
use crate::advice::compare::{compare, dominates, rank};
use crate::advice::divide::{self, Parts, Share, Wishes, divide};
use crate::advice::repair::{Goal, Repairs, repair};
use crate::advice::restructure::reassigned;
use crate::advice::watch::{Direction, Turn, watch};
use crate::assessment::worlds::distinct_worlds;
use crate::assessment::{Assessment, evaluate_under};
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::rules::benefit::BenefitCode;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::rules::remedy::Remedy;
use crate::rules::warning::WarningKey;
use crate::situation::distinct::{distinct_places, distinct_values};
use crate::testing::laws::violation::{Held, Law, Trial, WORLDS};
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::form::Form;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::skill::Skill;

/// Checks that comparing is fair. The changes from one proposal to another are the opposite of those on the way back. A proposal
/// that [`dominates`] another is not dominated by it, and ranks before it in whichever order they are given.
///
/// A policy with equal points for two severities can break the last of these.
///
/// ```
/// use cpto::{Policy, Severity, WarningCode, laws};
///
/// let code = WarningCode::CostBurden;
/// laws::dominance(&code.example(Severity::None).unwrap().build()?, &code.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The law is broken.
pub fn dominance(one: &Proposal, other: &Proposal, policy: &Policy) -> Held {
    let trial = Trial { law: Law::Dominance, given: &[one, other] };
    let [first, second] = [one, other].map(|proposal| evaluate_under(proposal, policy));
    let (there, back) = (compare(one, other, policy), compare(other, one, policy));
    let opposite = there.warnings.len() == back.warnings.len()
        && there.warnings.iter().zip(back.warnings).all(|(there, back)| {
            (there.key, there.before, there.after) == (back.key, back.after, back.before)
                && there.course.is_better() == back.course.is_better().map(|better| !better)
        });
    trial.claim(opposite, "the way back is not the opposite of the way there")?;
    let both = dominates(&first, &first) || (dominates(&first, &second) && dominates(&second, &first));
    trial.claim(!both, "a proposal is dominated by itself, or by what it dominates")?;
    let best =
        |proposals: [&Proposal; 2]| rank(proposals.map(Clone::clone), policy).first().map(|best| best.given);
    let ranks_before = || (best([one, other]), best([other, one])) == (Some(0), Some(1));
    trial.claim(
        !dominates(&first, &second) || ranks_before(),
        "a proposal that is better in a warning and worse in none does not rank before",
    )
}

/// Checks that asking is exact. A fact is said to matter for a warning, a benefit or the verdict if and only if that differs
/// between two worlds that differ only in the fact. The facts that are said to settle the verdict do, and no fewer would.
///
/// ```
/// use cpto::{
///     Budget, Maturity, Organization, Policy, Proficiency, Proposal, Safeguard, Seat, Signal, Skill, Structure, laws,
/// };
///
/// // Only the stage of this company is not known.
/// let company = Organization::draft()
///     .headcount(100)
///     .budget(Budget::OneExecutive)
///     .regulated(false)
///     .signals(Signal::ALL.iter().copied(), Maturity::Defined)
///     .in_place(Safeguard::ALL.iter().copied());
/// let cpto = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
/// let proposal = Proposal::draft().organization(company).proposed(Structure::combined(cpto)).build()?;
/// laws::asking(&proposal, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The law is broken, or cannot be checked because there are too many worlds.
pub fn asking(proposal: &Proposal, policy: &Policy) -> Held {
    let trial = Trial { law: Law::Asking, given: &[proposal] };
    let open: Vec<Fact> = proposal.open_facts().iter().collect();
    let form = proposal.proposed().form();
    let readings = |assessment: &Assessment| -> Vec<u32> {
        let most = |key| assessment.severity(key).most() as u32;
        let warnings =
            WarningKey::all(form).map(|key| if key.code.counts_towards_verdict() { most(key) } else { 0 });
        let benefits = BenefitCode::ALL.iter().map(|code| u32::from(assessment.benefit(*code).is_some()));
        warnings.chain(benefits).chain([assessment.verdict().most() as u32]).collect()
    };
    let worlds = distinct_worlds(proposal, policy, proposal.open_facts(), WORLDS);
    trial.need_every_world(worlds.is_every())?;
    let worlds: Vec<(Vec<u32>, Vec<u32>)> = worlds
        .map(|world| {
            let places = open.iter().filter_map(|fact| world.places(*fact)).map(|places| *places.start());
            (places.collect(), readings(&evaluate_under(&world, policy)))
        })
        .collect();
    let inquiry = ask(proposal, policy, Limit::default());
    for (position, &fact) in open.iter().enumerate().filter(|_| inquiry.is_exact) {
        // The first result of the worlds that are alike in all other facts, and whether another of them differs from it.
        let mut alike: BTreeMap<Vec<u32>, &[u32]> = BTreeMap::new();
        let mut differs = alloc::vec![false; worlds.first().map_or(0, |(_, found)| found.len())];
        for (places, found) in &worlds {
            let mut others = places.clone();
            others.iter_mut().skip(position).take(1).for_each(|place| *place = 0);
            let first = alike.entry(others).or_insert(found);
            for (differs, (one, other)) in differs.iter_mut().zip(first.iter().zip(found)) {
                *differs |= one != other;
            }
        }
        let question = inquiry.questions.iter().find(|question| question.fact == fact);
        let warnings = WarningKey::all(form).map(|key| question.is_some_and(|it| it.warnings.contains(&key)));
        let benefits = BenefitCode::ALL.iter().map(|it| question.is_some_and(|of| of.benefits.contains(it)));
        let verdict = question.is_some_and(|question| question.changes_verdict);
        let said: Vec<bool> = warnings.chain(benefits).chain([verdict]).collect();
        trial.claim(differs == said, format_args!("it is wrong about what depends on {fact}"))?;
        let agrees =
            inquiry.idle.contains(fact) == question.is_none() && inquiry.necessary.contains(fact) == verdict;
        trial.claim(agrees, format_args!("it contradicts itself about {fact}"))?;
    }
    let is_settled = settles(proposal, inquiry.to_settle, policy);
    trial.claim(is_settled, "what is said to settle the verdict does not")?;
    let fewer = inquiry.to_settle.len().checked_sub(1);
    let fewer = fewer.filter(|_| inquiry.is_fewest);
    let are_enough = |fewer| some_settle(proposal, FactSet::EMPTY, &open, fewer, policy);
    trial.claim(!fewer.is_some_and(are_enough), "fewer facts settle the verdict")?;
    trial.need(inquiry.is_exact && inquiry.is_fewest, "it is not exact within the limit")
}

/// Whether the verdict has one value, whatever some facts turn out to be.
fn settles(proposal: &Proposal, asked: FactSet, policy: &Policy) -> bool {
    let Some(fact) = asked.iter().next() else {
        return evaluate_under(proposal, policy).verdict().value().is_some();
    };
    let mut places = distinct_values(proposal, policy.numbers(), fact).into_iter();
    places.all(|place| settles(&proposal.restated([(fact, place..=place)]), asked.without(fact), policy))
}

/// Whether some `count` of the facts, added to those that are asked, settle the verdict.
fn some_settle(proposal: &Proposal, asked: FactSet, facts: &[Fact], count: usize, policy: &Policy) -> bool {
    if count == 0 {
        return settles(proposal, asked, policy);
    }
    facts.iter().enumerate().any(|(position, fact)| {
        let rest = facts.get(position + 1..).unwrap_or_default();
        some_settle(proposal, asked.with(*fact), rest, count - 1, policy)
    })
}

/// Checks that watching misses nothing. For every value of a known fact before the nearest turn, or every value if there is no
/// turn, all warnings and the verdict stay the same; at the turn, something changes. Of headcounts, those around each threshold
/// are checked.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::watching(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The law is broken.
pub fn watching(proposal: &Proposal, policy: &Policy) -> Held {
    let trial = Trial { law: Law::Watching, given: &[proposal] };
    let watched = watch(proposal, policy);
    let readings = |proposal: &Proposal| {
        let assessment = evaluate_under(proposal, policy);
        let counted = WarningKey::counted(proposal.proposed().form());
        (assessment.verdict(), counted.map(|key| assessment.severity(key)).collect::<Vec<_>>())
    };
    let now = readings(proposal);
    for fact in Fact::ALL.iter().copied().filter(|fact| *fact != Fact::Incumbent) {
        let exact = proposal.places(fact).filter(|places| places.start() == places.end());
        let turns = || watched.turns.iter().filter(|turn| turn.fact == fact);
        let Some(place) = exact.map(|places| *places.start()) else {
            trial.claim(turns().next().is_none(), format_args!("it watches {fact}, which is not known"))?;
            continue;
        };
        let scale = fact.scale();
        let around = |place: u32| [place.saturating_sub(1), place, place.saturating_add(1)];
        let others = distinct_places(fact, scale.clone(), policy.numbers()).into_iter().flat_map(around);
        for other in others.filter(|other| scale.contains(other) && *other != place) {
            let then = readings(&proposal.restated([(fact, other..=other)]));
            let direction = if other > place { Direction::Rises } else { Direction::Falls };
            let distance = other.abs_diff(place);
            let on_the_way = || turns().filter(|turn| turn.direction == direction && turn.margin <= distance);
            let at = |found: &Turn| found.margin == distance;
            let found = on_the_way().any(at);
            let passed = on_the_way().next().is_some();
            let passed_verdict = on_the_way().any(Turn::changes_verdict);
            let overlooked = (then != now && !passed) || (then.0 != now.0 && !passed_verdict);
            let invented = found && then == now;
            trial.claim(!overlooked && !invented, format_args!("it is wrong about {fact}"))?;
        }
    }
    Ok(())
}

/// Checks that repairing works and does no more than necessary. Every repair reaches the goal, and no part of one does. If only
/// longer repairs are returned, or none, no single [remedy](Remedy) reaches the goal, and no two do.
///
/// ```
/// use cpto::advice::repair::Goal;
/// use cpto::{Policy, Severity, WarningCode, laws};
///
/// let goal = Goal::of([WarningCode::CostBurden], Severity::High);
/// laws::repairing(&WarningCode::CostBurden.raised().build()?, goal, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The law is broken, or cannot be checked because the search was not complete.
pub fn repairing(proposal: &Proposal, goal: Goal, policy: &Policy) -> Held {
    let repairs = repair(proposal, policy, goal, Limit::default(), |_, cost| Some(cost));
    repaired(proposal, goal, policy, &repairs, &|amended| goal.is_reached(proposal, amended, policy))
}

/// Checks that these are the smallest repairs of a proposal for which `is_reached` holds.
pub(super) fn repaired(
    proposal: &Proposal,
    goal: Goal,
    policy: &Policy,
    repairs: &Repairs,
    is_reached: &dyn Fn(&Proposal) -> bool,
) -> Held {
    let trial = Trial { law: Law::Repairing, given: &[proposal] };
    trial.need(repairs.is_complete, "there are too many sets of changes")?;
    let reached = |remedies: &[Remedy]| {
        let amended = remedies.iter().try_fold(proposal.clone(), |amended, it| it.apply_to(&amended));
        amended.as_ref().is_some_and(is_reached)
    };
    for repair in &repairs.repairs {
        trial.claim(reached(&repair.remedies), format_args!("it does not work to {repair}"))?;
        for spared in 0..repair.remedies.len() {
            let rest = repair.remedies.iter().enumerate().filter(|(position, _)| *position != spared);
            let is_enough = reached(&rest.map(|(_, remedy)| *remedy).collect::<Vec<_>>());
            trial.claim(!is_enough, format_args!("a part is enough: {repair}"))?;
        }
    }
    let fewer = repairs
        .best()
        .map_or(usize::from(policy.numbers().repair.changes_at_most) + 1, |best| best.remedies.len());
    let all = amend::all(proposal, policy, &|office| goal.takes(office));
    let is_enough = (fewer > 0 && reached(&[])) || (fewer > 1 && all.iter().any(|one| reached(&[*one])));
    trial.claim(!is_enough, "fewer changes are enough")?;
    if fewer > 2 {
        for one in &all {
            let Some(amended) = one.apply_to(proposal) else { continue };
            // Merging and splitting again is not a repair: the structure is chosen once.
            let of_both = amend::all(&amended, policy, &|office| goal.takes(office))
                .into_iter()
                .filter(|other| !(one.is_of_structure() && other.is_of_structure()));
            let mut both = of_both.filter_map(|other| other.apply_to(&amended));
            trial.claim(!both.any(|both| is_reached(&both)), "two changes are enough")?;
        }
    }
    let stands = !repairs.standing.is_empty() || !repairs.standing_custom.is_empty();
    trial.claim(repairs.best().is_none() == stands, "it names what stands in the way of something else")
}

/// The maximum number of divisions that are tried one by one.
const MOST_DIVISIONS: usize = 2_000;

/// Checks that dividing is exact. By an evaluation of each, no division is better than the one returned; its reported measures
/// are true; and the best division with one responsibility elsewhere is no better.
///
/// ```
/// use cpto::advice::divide::Wishes;
/// use cpto::{Home, Policy, Proposal, Responsibility, Role, Seat, Structure, laws};
///
/// let pair = Structure::pair(Seat::draft(), Seat::draft());
/// let proposal = Proposal::draft().proposed(pair).build()?;
/// // All but the first ten are settled, so that every division can be tried.
/// let settled = Responsibility::ALL.iter().filter(|it| it.home() != Home::Shared).skip(10);
/// let wishes = settled.fold(Wishes::default(), |wishes, it| wishes.pin(*it, Role::Cto));
/// laws::dividing(&proposal, &wishes, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The law is broken, or cannot be checked because the proposal cannot be divided, or has too many divisions.
pub fn dividing(proposal: &Proposal, wishes: &Wishes, policy: &Policy) -> Held {
    let trial = Trial { law: Law::Dividing, given: &[proposal] };
    let division = divide(proposal, wishes, policy, Limit::default()).map_err(|it| trial.unchecked(it))?;
    let divided = division.apply_to(proposal).ok_or_else(|| trial.broken("the division cannot be made"))?;
    let best = division.best;
    let found = parts_of(proposal, &divided, best.handed_over, policy);
    trial.claim(found == Some(best.parts()), format_args!("it is not what it says: {best}"))?;
    let alternatives = division.alternatives();
    let first = alternatives.first().map(Share::parts);
    trial.claim(first == Some(best.parts()), "the best division is not the first")?;
    // The responsibilities that may go elsewhere, and to how many sides each may go.
    let (office, optional) = wishes.optional.unzip();
    let sides = |it: Responsibility| 2 + usize::from(optional.is_some_and(|set| set.contains(it)));
    let free = Responsibility::ALL.iter().filter(|it| division.instead(**it).is_some());
    let free: Vec<(Responsibility, usize)> = free.map(|it| (*it, sides(*it))).collect();
    let better = |share: Share| share.parts() < best.parts();
    let is_better = free.iter().filter_map(|(it, _)| division.instead(*it)).any(better);
    trial.claim(!is_better, "a division with one responsibility elsewhere is better")?;
    let count = free.iter().try_fold(1_usize, |count, (_, sides)| {
        count.checked_mul(*sides).filter(|count| *count <= MOST_DIVISIONS)
    });
    let count = count.ok_or_else(|| trial.unchecked("there are too many divisions"))?;
    let mut all: Vec<Parts> = Vec::new();
    let all_free: ResponsibilitySet = free.iter().map(|(it, _)| *it).collect();
    let fixed = [best.cto, best.cpo, best.handed_over].map(|set| set.difference(all_free));
    for mut rest in 0..count {
        let mut sets = fixed;
        for (it, sides) in &free {
            sets.iter_mut().skip(rest % sides).take(1).for_each(|set| *set = set.with(*it));
            rest /= sides;
        }
        let [cto, cpo, handed_over] = sets;
        let mut other = divided.clone();
        for (it, _) in &free {
            other.proposed.offices.set(*it, office.filter(|_| handed_over.contains(*it)));
        }
        let Some(other) = reassigned(&other, |role, _| if role == Role::Cto { cto } else { cpo }) else {
            continue;
        };
        let found = parts_of(proposal, &other, handed_over, policy);
        all.extend(found);
    }
    trial.claim(all.iter().min() == Some(&best.parts()), "there is a better division")?;
    let mut kept: Vec<Parts> = all.clone();
    kept.retain(|it| !all.iter().any(|other| divide::dominates(*other, *it)));
    kept.sort_unstable();
    kept.dedup_by_key(|(overload, points, imbalance, _)| (*overload, *points, *imbalance));
    kept.truncate(divide::MOST_ALTERNATIVES);
    let is_kept = alternatives.iter().map(Share::parts).eq(kept);
    trial.claim(is_kept, "the alternatives are not those that none dominates")
}

/// The measures of a division, by an evaluation and the definition of the points.
fn parts_of(
    proposal: &Proposal,
    divided: &Proposal,
    handed_over: ResponsibilitySet,
    policy: &Policy,
) -> Option<Parts> {
    let assessment = evaluate_under(divided, policy);
    let [cto, cpo] = [Role::Cto, Role::Cpo].map(|role| {
        let key = WarningKey { code: WarningCode::OverloadRisk, role: Some(role) };
        let load = assessment.loads().find(|seat| seat.role == role).map_or(0, |seat| seat.load.most());
        (assessment.severity(key).most(), load)
    });
    let numbers = &policy.numbers().divide;
    let (mut points, mut changes) = (0, 0);
    let was_combined = proposal.current().is_some_and(|current| current.form() == Form::Combined);
    let stays = proposal.incumbent().and_then(Incumbent::role).filter(|_| was_combined);
    for &responsibility in Responsibility::ALL {
        let Some(home) = responsibility.home().role() else { continue };
        if handed_over.contains(responsibility) {
            points += u32::from(numbers.handed_over);
            let office = divided.proposed().office(responsibility);
            let same = proposal.current().is_none_or(|current| current.office(responsibility) == office);
            changes += u32::from(!same);
            continue;
        }
        for role in [Role::Cto, Role::Cpo] {
            if !divided.proposed().remit(role).contains(responsibility) {
                continue;
            }
            if role != home {
                let core = responsibility.is_core();
                points += u32::from(if core { numbers.misplaced_core } else { numbers.misplaced });
            }
            let is_of_home = |skill: &&Skill| skill.field().is_some_and(|field| field.role() == home);
            let skills = Skill::ALL.iter().filter(is_of_home);
            let seat = divided.proposed().seat(role)?;
            let missing = skills.map(|skill| {
                let need = policy.numbers().needs.of(home, *skill);
                need.map_or(0, |need| (need as u32).saturating_sub(seat.skill(*skill).least() as u32))
            });
            points += missing.max().unwrap_or(0) * u32::from(numbers.missing_step);
            let holder = if stays == Some(role) { Role::Cpto } else { role };
            let same =
                proposal.current().is_none_or(|current| current.remit(holder).contains(responsibility));
            changes += u32::from(!same);
        }
    }
    Some((cto.0.max(cpo.0), points, cto.1.abs_diff(cpo.1), changes))
}
