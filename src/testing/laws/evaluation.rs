//! Which laws hold for every evaluation?

use core::fmt::{Debug, Display};

use alloc::format;
use alloc::string::String;

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
use crate::testing::laws::violation::{Held, Law, WORLDS, broken, too_many_worlds, unchecked};
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

/// Describes the difference between two results; `None` if there is none.
#[expect(clippy::needless_pass_by_value, reason = "results are worked out where they are compared")]
fn difference<T: PartialEq + Debug>(what: impl Display, found: T, expected: T) -> Option<String> {
    (found != expected).then(|| format!("{what} is {found:?} and should be {expected:?}"))
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
    let severities = WarningKey::all(proposal.proposed().form()).map(|key| {
        let seen = worlds::severity(proposal, policy, key, WORLDS);
        against(key, assessment.severity(key), seen)
    });
    let loads = assessment.loads().filter_map(|seat| {
        let what = format!("the load of the {}", seat.role.title());
        Some(against(what, seat.load, worlds::load(proposal, policy, seat.role, WORLDS)?))
    });
    let benefits = BenefitCode::ALL.iter().map(|code| {
        against(code, is_given(&assessment, *code), worlds::benefit(proposal, policy, *code, WORLDS))
    });
    let mut is_every = true;
    for (difference, of_every) in severities.chain(loads).chain(benefits) {
        if let Some(difference) = difference {
            return broken(Law::Exactness, difference, &[proposal]);
        }
        is_every &= of_every;
    }
    if is_every { Ok(()) } else { too_many_worlds(Law::Exactness, proposal) }
}

/// The difference between a range and what was seen in worlds, and whether these are all. If not, what was seen only has to be
/// within the range.
fn against<T: Copy + Ord + Debug>(
    what: impl Display,
    found: Span<T>,
    seen: Seen<T>,
) -> (Option<String>, bool) {
    let expected = seen.exact().unwrap_or_else(|| seen.range().hull(found));
    (difference(what, found, expected), seen.is_every())
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
    let assessment = evaluate_under(proposal, policy);
    let without_others =
        |kept: FactSet| evaluate_under(&proposal.forget(FactSet::of(Fact::ALL).difference(kept)), policy);
    let structure = proposal.proposed();
    // `insufficient-evidence` is skipped: it is about what is known.
    let keys = WarningKey::counted(structure.form());
    let warnings = keys.map(|key| {
        let expected = without_others(key.reads(structure, policy)).severity(key);
        difference(key, assessment.severity(key), expected)
    });
    let benefits = BenefitCode::ALL.iter().map(|code| {
        let expected = is_given(&without_others(code.reads(structure, policy)), *code);
        difference(code, is_given(&assessment, *code), expected)
    });
    match warnings.chain(benefits).flatten().next() {
        Some(found) => {
            broken(Law::Reads, format!("without the facts that it does not read, {found}"), &[proposal])
        }
        None => Ok(()),
    }
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
    if !narrow.narrows(wide) {
        return unchecked(Law::Narrowing, "the second proposal does not narrow the first", &both);
    }
    // If the known stage and the known headcount contradict each other, pairs become worlds that were none before.
    let [wider, narrower] = both.map(|proposal| Growth::of(policy.numbers(), proposal.packed()));
    let is_world =
        |(stage, people)| wider.pairs().any(|(other, all)| stage == other && is_within(people, all));
    if !narrower.pairs().all(is_world) {
        return unchecked(Law::Narrowing, "no plausible pair of stage and headcount is left", &both);
    }
    let [before, after] = both.map(|proposal| evaluate_under(proposal, policy));
    let told =
        |what: &dyn Display| broken(Law::Narrowing, format!("{what} is wider where more is known"), &both);
    for key in WarningKey::all(wide.proposed().form()) {
        let (found, other) = (after.severity(key), before.severity(key));
        let least = if key.code.counts_towards_verdict() { other.least } else { Severity::None };
        if !is_within(found, Span { least, ..other }) {
            return told(&key);
        }
    }
    for (found, other) in after.loads().zip(before.loads()) {
        if !is_within(found.load, other.load) {
            return told(&format!("the load of the {}", found.role.title()));
        }
    }
    for code in BenefitCode::ALL {
        if !is_within(is_given(&after, *code), is_given(&before, *code)) {
            return told(code);
        }
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
    if !strict.is_at_least_as_strict_as(lenient) {
        return unchecked(Law::Strictness, "the policy is not at least as strict", &[proposal]);
    }
    let [before, after] = [lenient, strict].map(|policy| evaluate_under(proposal, policy));
    for key in WarningKey::all(proposal.proposed().form()) {
        let (found, other) = (after.severity(key), before.severity(key));
        if found.least < other.least || found.most < other.most {
            return broken(
                Law::Strictness,
                format!("{key} is {found}, which is less than {other}"),
                &[proposal],
            );
        }
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
    let turned = match Draft::from(turned).build() {
        Ok(turned) => turned,
        Err(faults) => return broken(Law::Mirror, format!("the way back is refused: {faults}"), &[proposal]),
    };
    let opposite = match proposal.change() {
        Change::Merge => Change::Split,
        Change::Split => Change::Merge,
        same => same,
    };
    let key = WarningKey::from(WarningCode::TransitionRisk);
    let [there, back] = [proposal, &turned].map(|proposal| evaluate_under(proposal, policy).severity(key));
    let differences = [
        difference("the way back", turned.change(), opposite),
        difference("what changes hands", turned.moves(), proposal.moves()),
        difference(key, back, there),
    ];
    match differences.into_iter().flatten().next() {
        Some(found) => broken(Law::Mirror, found, &[proposal, &turned]),
        None => Ok(()),
    }
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
    let mut shown = 0;
    for severity in Severity::ALL {
        match code.example(*severity).map(Draft::<Proposal>::build) {
            None if *severity == Severity::None => {
                return broken(Law::Examples, format!("{code} spares nothing"), &[]);
            }
            None => {}
            Some(Err(faults)) => {
                return broken(Law::Examples, format!("{code} at {severity} is refused: {faults}"), &[]);
            }
            Some(Ok(example)) => {
                shown += 1;
                let found = evaluate(&example).severity(code);
                if let Some(found) = difference(code, found, Span::exact(*severity)) {
                    return broken(Law::Examples, found, &[&example]);
                }
            }
        }
    }
    if shown > 1 { Ok(()) } else { broken(Law::Examples, format!("nothing raises {code}"), &[]) }
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
    let document = match write(value) {
        Ok(document) => document,
        Err(error) => return broken(Law::RoundTrip, format!("cannot be written: {error}: {value:?}"), &[]),
    };
    match read(&document) {
        Ok(back) if back == *value => Ok(()),
        Ok(back) => broken(Law::RoundTrip, format!("{value:?} comes back as {back:?}"), &[]),
        Err(error) => broken(Law::RoundTrip, format!("cannot be read again: {error}: {value:?}"), &[]),
    }
}
