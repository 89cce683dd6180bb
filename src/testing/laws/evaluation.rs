//! Which laws hold for every evaluation?

use core::fmt::{Debug, Display};

use crate::assessment::worlds::{self, Seen};
use crate::assessment::{Assessment, evaluate, evaluate_under};
use crate::input::draft::Draft;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::rules::benefit::BenefitCode;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::growth::Growth;
use crate::testing::laws::evidence::evidence;
use crate::testing::laws::measuring::measuring;
use crate::testing::laws::violation::{Held, Law, LawViolation, Trial, WORLDS};
use crate::vocabulary::change::Change;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Certainty, Severity};
use crate::vocabulary::span::Span;

/// Checks the quick laws for one proposal under a policy: [`evidence`], [`reads`], [`mirror`] and [`measuring`]. Laws that look
/// at worlds or at advice, such as [`exact`], are slow and not always possible.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::of_one(&WarningCode::SkillGap.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first law that does not hold.
pub fn of_one(proposal: &Proposal, policy: &Policy) -> Held {
    evidence(proposal, policy)?;
    reads(proposal, policy)?;
    mirror(proposal, policy)?;
    measuring(proposal)
}

/// Whether a benefit is given.
fn is_given(assessment: &Assessment, code: BenefitCode) -> Span<bool> {
    let certainty = assessment.benefit(code).map(|benefit| benefit.certainty);
    Span { least: certainty == Some(Certainty::Certain), most: certainty.is_some() }
}

/// Checks that the evaluation follows its [definition](worlds): every severity, load and benefit is exactly the range over all
/// worlds.
///
/// ```
/// use cpto::{Maturity, Organization, Policy, Proficiency, Proposal, Responsibility, Seat, Signal, Skill, Structure, laws};
///
/// let company = Organization::draft().signals(Signal::ALL.iter().copied(), Maturity::Defined);
/// let cto = Seat::draft()
///     .remit([Responsibility::Delivery, Responsibility::Architecture])
///     .skills(Skill::ALL.iter().copied(), Proficiency::Expert);
/// let proposal = Proposal::draft().organization(company).proposed(Structure::cto(cto)).build()?;
/// laws::exact(&proposal, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first difference. The law is not checked if something depends on too many worlds and those that were evaluated show no
/// difference.
pub fn exact(proposal: &Proposal, policy: &Policy) -> Held {
    let assessment = evaluate_under(proposal, policy);
    let trial = Trial { law: Law::Exactness, given: &[proposal] };
    let mut is_every = true;
    for key in WarningKey::all(proposal.proposed().form()) {
        let seen = worlds::severity(proposal, policy, key, WORLDS);
        is_every &= against(trial, key, assessment.severity(key), seen)?;
    }
    for seat in assessment.loads() {
        let Some(seen) = worlds::load(proposal, policy, seat.role, WORLDS) else { continue };
        is_every &= against(trial, format_args!("the load of the {}", seat.role.title()), seat.load, seen)?;
    }
    for code in BenefitCode::ALL {
        let seen = worlds::benefit(proposal, policy, *code, WORLDS);
        is_every &= against(trial, code, is_given(&assessment, *code), seen)?;
    }
    trial.need_every_world(is_every)
}

/// Compares a range with what was seen in worlds, and returns whether these are all. If not, what was seen only has to be within
/// the range.
fn against<T: Copy + Ord + Debug>(
    trial: Trial<'_>,
    what: impl Display,
    found: Span<T>,
    seen: Seen<T>,
) -> Result<bool, LawViolation> {
    let expected = seen.exact().unwrap_or_else(|| seen.range.hull(found));
    trial.equal(what, found, expected)?;
    Ok(seen.is_every)
}

/// Checks that each warning depends only on the facts that it [reads](WarningKey::reads), and each benefit likewise: nothing
/// changes if all others are forgotten.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::reads(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first warning or benefit that changes.
pub fn reads(proposal: &Proposal, policy: &Policy) -> Held {
    const WITHOUT: &str = "without the facts that it does not read,";
    let assessment = evaluate_under(proposal, policy);
    let without_others =
        |kept: FactSet| evaluate_under(&proposal.forget(FactSet::of(Fact::ALL).difference(kept)), policy);
    let structure = proposal.proposed();
    let trial = Trial { law: Law::Reads, given: &[proposal] };
    // `insufficient-evidence` is skipped: it is about what is known.
    for key in WarningKey::counted(structure.form()) {
        let expected = without_others(key.reads(structure, policy)).severity(key);
        trial.equal(format_args!("{WITHOUT} {key}"), assessment.severity(key), expected)?;
    }
    for code in BenefitCode::ALL {
        let expected = is_given(&without_others(code.reads(structure, policy)), *code);
        trial.equal(format_args!("{WITHOUT} {code}"), is_given(&assessment, *code), expected)?;
    }
    Ok(())
}

fn is_within<T: Ord + Copy>(narrow: Span<T>, wide: Span<T>) -> bool {
    wide.least <= narrow.least && narrow.most <= wide.most
}

/// Checks that learning only narrows: each severity, load and benefit of the narrower proposal is within that of the wider one.
/// (`insufficient-evidence` may disappear, but does not appear.)
///
/// ```
/// use cpto::{Fact, Policy, Proposal, Seat, Stage, Structure, Value, laws};
///
/// let wide = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let narrow = wide.with_fact(Fact::Stage, Value::Stage(Stage::ScaleUp)).unwrap();
/// laws::narrowing(&wide, &narrow, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first value that is not. The law is not checked if `narrow` does not [narrow](Proposal::narrows) `wide`, or leaves no
/// plausible pair of stage and headcount.
pub fn narrowing(wide: &Proposal, narrow: &Proposal, policy: &Policy) -> Held {
    let both = [wide, narrow];
    let trial = Trial { law: Law::Narrowing, given: &both };
    trial.need(narrow.narrows(wide), "the second proposal does not narrow the first")?;
    // If the known stage and the known headcount contradict each other, pairs become worlds that were none before.
    let [wider, narrower] = both.map(|proposal| Growth::of(policy.numbers(), proposal.packed()));
    let is_world =
        |(stage, people)| wider.pairs().any(|(other, all)| stage == other && is_within(people, all));
    trial.need(narrower.pairs().all(is_world), "no plausible pair of stage and headcount is left")?;
    let [before, after] = both.map(|proposal| evaluate_under(proposal, policy));
    let within = |is_within: bool, what: &dyn Display| {
        trial.claim(is_within, format_args!("{what} is wider where more is known"))
    };
    for key in WarningKey::all(wide.proposed().form()) {
        let (found, other) = (after.severity(key), before.severity(key));
        let least = if key.code.counts_towards_verdict() { other.least } else { Severity::None };
        within(is_within(found, Span { least, ..other }), &key)?;
    }
    for (found, other) in after.loads().zip(before.loads()) {
        let role = found.role.title();
        within(is_within(found.load, other.load), &format_args!("the load of the {role}"))?;
    }
    for code in BenefitCode::ALL {
        within(is_within(is_given(&after, *code), is_given(&before, *code)), code)?;
    }
    Ok(())
}

/// Checks that a stricter policy never hides a warning: under it, every warning is at least as severe.
///
/// [`Policy::is_at_least_as_strict_as`] decides whether it is stricter. If it is not, the law is not checked, and
/// [`is_broken`](field@crate::LawViolation::is_broken) is false.
///
/// ```
/// use cpto::{Policy, Severity, WarningCode, laws};
///
/// let lenient = Policy::DEFAULT.with(|numbers| numbers.no_counterpart_challenge.both = Severity::None)?;
/// assert!(Policy::DEFAULT.is_at_least_as_strict_as(&lenient));
/// let proposal = WarningCode::NoCounterpartChallenge.raised().build()?;
/// laws::stricter(&proposal, &lenient, &Policy::DEFAULT)?;
/// assert!(!laws::stricter(&proposal, &Policy::DEFAULT, &lenient).unwrap_err().is_broken);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first warning that is milder.
pub fn stricter(proposal: &Proposal, lenient: &Policy, strict: &Policy) -> Held {
    let trial = Trial { law: Law::Strictness, given: &[proposal] };
    trial.need(strict.is_at_least_as_strict_as(lenient), "the policy is not at least as strict")?;
    let [before, after] = [lenient, strict].map(|policy| evaluate_under(proposal, policy));
    for key in WarningKey::all(proposal.proposed().form()) {
        let (found, other) = (after.severity(key), before.severity(key));
        let is_as_severe = found.least >= other.least && found.most >= other.most;
        trial.claim(is_as_severe, format_args!("{key} is {found}, which is less than {other}"))?;
    }
    Ok(())
}

/// Checks that the way there and the way back mirror each other: a reversed merge is a split and the other way round, and the
/// same responsibilities change hands, so `transition-risk` is the same. The law holds for every proposal without a current
/// structure that has a seat.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::mirror(&WarningCode::TransitionRisk.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first difference, or a way back that cannot be proposed.
pub fn mirror(proposal: &Proposal, policy: &Policy) -> Held {
    let Some(current) = proposal.current().filter(|current| current.form() != Form::NoSeat) else {
        return Ok(());
    };
    // Only proposed seats have newcomers, so here nobody is new in either direction.
    let mut proposal = proposal.clone();
    for role in Role::ALL {
        proposal.proposed.seat_mut(*role).iter_mut().for_each(|seat| seat.newcomer = None);
    }
    proposal.settle_facts();
    let proposal = &proposal;
    let mut turned = proposal.clone();
    turned.current = Some(proposal.proposed().clone());
    turned.proposed = current.clone();
    let turned = Draft::from(turned).build().map_err(|faults| {
        let trial = Trial { law: Law::Mirror, given: &[proposal] };
        trial.broken(format_args!("the way back is refused: {faults}"))
    })?;
    let opposite = match proposal.change() {
        Change::Merge => Change::Split,
        Change::Split => Change::Merge,
        same => same,
    };
    let key = WarningKey::from(WarningCode::TransitionRisk);
    let [there, back] = [proposal, &turned].map(|proposal| evaluate_under(proposal, policy).severity(key));
    let trial = Trial { law: Law::Mirror, given: &[proposal, &turned] };
    trial.equal("the way back", turned.change(), opposite)?;
    trial.equal("what changes hands", turned.moves(), proposal.moves())?;
    trial.equal(key, back, there)
}

/// Checks that the examples of a warning show what they say: under the default policy, each has the warning at its severity in
/// every world, and the nearest example that is spared has it in none.
///
/// ```
/// use cpto::{WarningCode, laws};
///
/// laws::examples(WarningCode::CostBurden)?;
/// # Ok::<(), cpto::LawViolation>(())
/// ```
///
/// # Errors
/// The first example that does not, or that cannot be built; or a missing example of the warning or of one that is spared.
pub fn examples(code: WarningCode) -> Held {
    let trial = Trial { law: Law::Examples, given: &[] };
    let mut shown = 0;
    for &severity in Severity::ALL {
        let Some(example) = code.example(severity) else {
            trial.claim(severity != Severity::None, format_args!("{code} spares nothing"))?;
            continue;
        };
        let refused = |faults| trial.broken(format_args!("{code} at {severity} is refused: {faults}"));
        let example = example.build().map_err(refused)?;
        let of_example = Trial { given: &[&example], ..trial };
        of_example.equal(code, evaluate(&example).severity(code), Span::exact(severity))?;
        shown += 1;
    }
    trial.claim(shown > 1, format_args!("nothing raises {code}"))
}

/// Checks that a value that is written and read again is what it was. The law takes the format as two functions, so that it can
/// check an application's own format.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use cpto::{Proposal, Seat, Structure, laws};
///
/// let proposal = Proposal::draft().proposed(Structure::cto(Seat::draft())).build()?;
/// laws::round_trip(&proposal, serde_json::to_string, |document| serde_json::from_str(document))?;
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The value cannot be written or read, or comes back as something else. The counter-example is in words, as the value may be a
/// policy or an assessment.
pub fn round_trip<T, D, W, R>(
    value: &T,
    write: impl FnOnce(&T) -> Result<D, W>,
    read: impl FnOnce(&D) -> Result<T, R>,
) -> Held
where
    T: PartialEq + Debug,
    W: Display,
    R: Display,
{
    let trial = Trial { law: Law::RoundTrip, given: &[] };
    let failed =
        |what: &str, error: &dyn Display| trial.broken(format_args!("cannot be {what}: {error}: {value:?}"));
    let document = write(value).map_err(|error| failed("written", &error))?;
    let back = read(&document).map_err(|error| failed("read again", &error))?;
    trial.claim(back == *value, format_args!("{value:?} comes back as {back:?}"))
}
