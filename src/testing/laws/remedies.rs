//! Do remedies work?

use alloc::vec::Vec;

use crate::advice::restructure::{chosen, handed_over, reassigned};
use crate::assessment::{evaluate_under, explain_under};
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::WarningCode;
use crate::rules::policy::Policy;
use crate::rules::remedy::Remedy;
use crate::rules::warning::WarningKey;
use crate::testing::laws::violation::{Held, Law, Trial};
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Percent, Scale};
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, SignalSet};
use crate::vocabulary::skill::SkillSet;

/// Checks that the remedies of a warning work. Carried out as well as possible, none makes it worse. Each kind of remedy that is
/// advised in a family of proposals lowers or clears the warning in at least one of them. No remedy is advised if there is
/// nothing left of it to do.
///
/// A family of one proposal requires every remedy to work alone. That is too strict for some: two heads lower what one alone does
/// not.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// let code = WarningCode::NoSecondLine;
/// laws::remedies(code, &laws::family(code), &Policy::DEFAULT)?;
/// # Ok::<(), cpto::LawViolation>(())
/// ```
///
/// # Errors
/// The first remedy that works nowhere, makes the warning worse, or changes nothing. The law is not checked if no proposal of the
/// family has the warning.
pub fn remedies<'a>(
    code: WarningCode,
    family: impl IntoIterator<Item = &'a Proposal>,
    policy: &Policy,
) -> Held {
    // The most severe end is compared first.
    let severity = |proposal: &Proposal| {
        let severity = evaluate_under(proposal, policy).severity(code);
        (severity.most, severity.least)
    };
    // Each kind of remedy, whether it worked, and the proposal in which it was advised.
    let mut kinds: Vec<(Remedy, bool, &Proposal)> = Vec::new();
    let mut members = Vec::new();
    for proposal in family {
        members.push(proposal);
        let trial = Trial { law: Law::Remedies, given: &[proposal] };
        let before = severity(proposal);
        let explanation = explain_under(proposal, policy);
        let warnings = explanation.warnings().filter(|warning| warning.code() == code);
        let advised: Vec<Remedy> = warnings.flat_map(|warning| warning.remedies()).collect();
        // What is handed over by one remedy each may have to go together.
        let together = advised.iter().try_fold(proposal.clone(), |proposal, remedy| match remedy {
            Remedy::HandOver(..) => remedy.apply_to(&proposal),
            _ => Some(proposal),
        });
        for remedy in advised {
            let mut applied = applied(proposal, remedy);
            applied.extend(together.clone().filter(|_| matches!(remedy, Remedy::HandOver(..))));
            let changes = applied.iter().any(|after| after != proposal);
            trial.claim(changes, format_args!("{code} advises to {remedy}, which changes nothing"))?;
            let best = applied.iter().map(severity).min().unwrap_or(before);
            trial.claim(best <= before, format_args!("{code} is worse after this: {remedy}"))?;
            let kind = kind(remedy);
            match kinds.iter_mut().find(|(known, ..)| *known == kind) {
                Some((_, worked, _)) => *worked = *worked || best < before,
                None => kinds.push((kind, best < before, proposal)),
            }
        }
    }
    let trial = Trial { law: Law::Remedies, given: &members };
    trial.need(!kinds.is_empty(), format_args!("no proposal of the family has {code}"))?;
    kinds.into_iter().try_for_each(|(remedy, worked, proposal)| {
        let trial = Trial { given: &[proposal], ..trial };
        trial.claim(worked, format_args!("nowhere does it lower {code} to {remedy}"))
    })
}

/// Returns a family of proposals for [`remedies`] in which every remedy of the warning has its occasion: those that raise the
/// warning at each severity under the default policy, each with what it reads known and unknown, with each safeguard in place,
/// and with each single fact in favour of the warning.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// let code = WarningCode::OverloadRisk;
/// laws::remedies(code, &laws::family(code), &Policy::DEFAULT)?;
/// # Ok::<(), cpto::LawViolation>(())
/// ```
#[must_use]
pub fn family(code: WarningCode) -> Vec<Proposal> {
    let examples = Severity::ALL.iter().skip(1).filter_map(|at| code.example(*at)?.build().ok());
    let observed = examples.flat_map(|example| [observed(&example), example]);
    observed.flat_map(|example| relatives(code, &example)).collect()
}

/// An example with many direct reports and other duties in each seat.
fn observed(example: &Proposal) -> Proposal {
    let mut example = example.clone();
    for role in Role::ALL {
        if let Some(seat) = example.proposed.seat_mut(*role) {
            seat.direct_reports = Some(Estimate::exact(20));
            seat.other_duties = Some(Estimate::exact(Percent::MOST));
        }
    }
    example.settle_facts();
    example
}

/// Variants of an example of a warning: with what it reads known and unknown, with each safeguard in place, and with each single
/// fact in favour of the warning, with or without all others against it. Some remedies work only together, others only alone.
fn relatives(code: WarningCode, example: &Proposal) -> Vec<Proposal> {
    let read = read_by(code, example, Policy::standard()).without(Fact::Incumbent);
    let forgotten = example.forget(read);
    // For each fact, the end of the scale that counts against the warning, and the end in favour of it.
    let ends: Vec<_> = read
        .iter()
        .filter_map(|fact| {
            let scale = forgotten.scale(fact)?;
            let mut ends = [*scale.start(), *scale.end()].map(|end| (fact, end..=end));
            ends.sort_by_key(|end| {
                let severity =
                    evaluate_under(&forgotten.restated([end.clone()]), Policy::standard()).severity(code);
                (severity.most, severity.least)
            });
            Some(ends)
        })
        .collect();
    let alone = ends.iter().map(|[_, one]| {
        let others = ends.iter().map(|[against, _]| against.clone());
        example.restated(others.chain([one.clone()]))
    });
    let worse = ends.iter().map(|[_, one]| example.restated([one.clone()]));
    let safe = |proposal: &Proposal| {
        let safe = |safeguard: &Safeguard| proposal.restated([(Fact::Safeguard(*safeguard), 1..=1)]);
        Safeguard::ALL.iter().map(safe).collect::<Vec<_>>()
    };
    let known = alone.chain(worse).chain(safe(&forgotten)).chain(safe(example));
    known.chain([forgotten.clone(), example.clone()]).collect()
}

/// The facts that a warning depends on, for any seat.
pub(crate) fn read_by(code: WarningCode, proposal: &Proposal, policy: &Policy) -> FactSet {
    let keys = WarningKey::all(proposal.proposed().form()).filter(|key| key.code == code);
    keys.map(|key| key.reads(proposal.proposed(), policy)).fold(FactSet::EMPTY, FactSet::union)
}

/// The remedy without the names and amounts that differ from proposal to proposal.
fn kind(remedy: Remedy) -> Remedy {
    const NONE: ResponsibilitySet = ResponsibilitySet::EMPTY;
    match remedy {
        Remedy::Assign(_) => Remedy::Assign(NONE),
        Remedy::LeaveToOne(_) => Remedy::LeaveToOne(NONE),
        Remedy::BringHome(_) => Remedy::BringHome(NONE),
        Remedy::HandOver(..) => {
            Remedy::HandOver(Responsibility::ProductVision, Holder::Office(Office::Other))
        }
        Remedy::CloseGap(role, _) => Remedy::CloseGap(role, SkillSet::EMPTY),
        Remedy::FindOut(_) => Remedy::FindOut(SignalSet::EMPTY),
        other => other,
    }
}

/// The proposals that may result from a remedy that is carried out as far as possible.
fn applied(proposal: &Proposal, remedy: Remedy) -> Vec<Proposal> {
    let exactly = |fact: Fact, place: u32| proposal.restated([(fact, place..=place)]);
    let to_a_seat = |them: ResponsibilitySet| {
        let seats = proposal.proposed().seats();
        seats.map(move |(role, _)| handed_over(proposal, Holder::Seat(role), them))
    };
    match remedy {
        Remedy::FindOut(signals) => {
            let found = |place: &Maturity| {
                let found = place.rank()..=place.rank();
                proposal.restated(signals.iter().map(|signal| (Fact::Signal(signal), found.clone())))
            };
            Maturity::ALL.iter().map(found).collect()
        }
        Remedy::Assign(unowned) => to_a_seat(unowned).chain([remedy.apply_to(proposal)]).flatten().collect(),
        Remedy::LeaveToOne(contested) => {
            let offices = proposal.proposed().elsewhere();
            let to_offices = reassigned(proposal, |_, remit| remit.difference(offices));
            to_a_seat(contested).chain([to_offices]).flatten().collect()
        }
        Remedy::BalanceAttention(None) => {
            (0..=Percent::MOST.rank()).map(|percent| exactly(Fact::ProductAttention, percent)).collect()
        }
        Remedy::Choose(form) => chosen(proposal, form),
        Remedy::MoveFewer => {
            let staying = proposal.who_may_stay().into_iter().flatten();
            let fewer = staying.map(Remedy::LetStay).chain([Remedy::KeepStructure]);
            fewer.filter_map(|it| it.apply_to(proposal)).collect()
        }
        _ => remedy.apply_to(proposal).into_iter().collect(),
    }
}
