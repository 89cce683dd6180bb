//! What does a proposal become when a remedy is applied?

use alloc::vec::Vec;

use crate::advice::restructure::{chosen, handed_over, kept, reassigned};
use crate::model::fact::{Fact, FactSet, Reads};
use crate::model::proposal::Proposal;
use crate::policy::numbers::Policy;
use crate::rules::catalogue::{WarningCode, WarningKey};
use crate::rules::remedy::Remedy;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Percent, Scale};
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::{Proficiency, SkillSet};
use crate::vocabulary::stage::Budget;

/// Proposals among which every remedy of a warning has its occasion.
pub(super) fn family(code: WarningCode) -> Vec<Proposal> {
    let examples = Severity::ALL.iter().filter_map(|at| code.raised_at(*at)?.build().ok());
    let examples = examples.chain(code.raised().build().ok());
    let observed = examples.flat_map(|example| [observed(&example), example]);
    observed.flat_map(|example| relatives(code, example)).collect()
}

/// An example with many direct reports and other duties in each seat.
fn observed(example: &Proposal) -> Proposal {
    let mut example = example.clone();
    let seats = &mut example.proposed;
    for seat in [&mut seats.cto, &mut seats.cpo, &mut seats.cpto].into_iter().flatten() {
        seat.direct_reports = Some(Estimate::exact(20));
        seat.other_duties = Some(Estimate::exact(Percent::MOST));
    }
    example.settle_facts();
    example
}

/// An example of a warning, with what it reads known and not, with each safeguard in place, and with each fact by itself
/// speaking for the warning and all others against it: some remedies work together alone, others alone alone.
fn relatives(code: WarningCode, example: Proposal) -> Vec<Proposal> {
    let keys = WarningKey::all(example.proposed().form()).filter(|key| key.code == code);
    let reads: Vec<_> = keys.map(|key| key.reads(example.proposed(), &Policy::DEFAULT)).collect();
    let union = |set: fn(Reads) -> FactSet| {
        reads.iter().fold(FactSet::EMPTY, |union, reads| union.union(set(*reads)))
    };
    let (lowering, raising) = (union(Reads::lowering), union(Reads::raising));
    let read = union(Reads::all).without(Fact::Incumbent);
    let forgotten = example.restated(read.iter().map(|fact| (fact, fact.scale())));
    // The end of the scale that speaks for the warning, or the one that speaks against it.
    let end = |fact: Fact, speaks_for: bool| {
        let place =
            if lowering.contains(fact) == speaks_for { *fact.scale().start() } else { *fact.scale().end() };
        (fact, place..=place)
    };
    let clear = lowering.union(raising);
    let alone = clear.iter().map(|one| example.restated(clear.iter().map(|fact| end(fact, fact == one))));
    let worse = clear.iter().map(|one| example.restated([end(one, true)]));
    let safe = |proposal: &Proposal| {
        let safe = |safeguard: &Safeguard| proposal.restated([(Fact::Safeguard(*safeguard), 1..=1)]);
        Safeguard::ALL.iter().map(safe).collect::<Vec<_>>()
    };
    let mut relatives: Vec<_> = alone.chain(worse).chain(safe(&forgotten)).chain(safe(&example)).collect();
    relatives.extend([forgotten, example]);
    relatives
}

/// The remedy without the names that differ from proposal to proposal.
pub(super) fn kind(remedy: Remedy) -> Remedy {
    const NONE: ResponsibilitySet = ResponsibilitySet::EMPTY;
    match remedy {
        Remedy::Assign(_) => Remedy::Assign(NONE),
        Remedy::LeaveToOne(_) => Remedy::LeaveToOne(NONE),
        Remedy::BringHome(_) => Remedy::BringHome(NONE),
        Remedy::HandOver(_) => Remedy::HandOver(NONE),
        Remedy::Entrust(role, _) => Remedy::Entrust(role, NONE),
        Remedy::CloseGap(_) => Remedy::CloseGap(SkillSet::EMPTY),
        Remedy::FindOut(_) => Remedy::FindOut(SignalSet::EMPTY),
        other => other,
    }
}

/// The proposals that a remedy, carried out as far as it goes, may turn this one into.
pub(super) fn applied(proposal: &Proposal, remedy: Remedy) -> Vec<Proposal> {
    let exactly = |fact: Fact, place: u32| proposal.restated([(fact, place..=place)]);
    let level = |signal, level: Maturity| exactly(Fact::Signal(signal), level.rank());
    let seats = || proposal.proposed().seats().map(|(role, _)| role);
    match remedy {
        Remedy::PutInPlace(safeguard) => alloc::vec![exactly(Fact::Safeguard(safeguard), 1)],
        Remedy::DoWithout(safeguard) => alloc::vec![exactly(Fact::Safeguard(safeguard), 0)],
        Remedy::Raise(signal) => alloc::vec![level(signal, Maturity::MOST)],
        Remedy::LoosenCoupling => alloc::vec![level(Signal::Integration, Maturity::LEAST)],
        Remedy::FindOut(signals) => {
            let found = |place: &Maturity| {
                let found = place.rank()..=place.rank();
                proposal.restated(signals.iter().map(|signal| (Fact::Signal(signal), found.clone())))
            };
            Maturity::ALL.iter().map(found).collect()
        }
        Remedy::Assign(unowned) => {
            let home = reassigned(proposal, |role, remit| remit.union(at_home(role, unowned)));
            seats()
                .map(|role| handed_over(proposal, Holder::Seat(role), unowned))
                .chain([home])
                .flatten()
                .collect()
        }
        Remedy::LeaveToOne(contested) => {
            let offices = proposal.proposed().elsewhere();
            let to_offices = reassigned(proposal, |_, remit| remit.difference(offices));
            seats()
                .map(|role| handed_over(proposal, Holder::Seat(role), contested))
                .chain([to_offices])
                .flatten()
                .collect()
        }
        Remedy::BringHome(misplaced) => {
            let home =
                |role, remit: ResponsibilitySet| remit.difference(misplaced).union(at_home(role, misplaced));
            reassigned(proposal, home).into_iter().collect()
        }
        Remedy::HandOver(responsibilities) => {
            // All of it, or all but what leaves the seat something to do.
            let but_one = responsibilities.iter().next().map(|kept| responsibilities.without(kept));
            let handed = [Some(responsibilities), but_one].into_iter().flatten();
            handed.filter_map(|handed| handed_over(proposal, Holder::Office(Office::Other), handed)).collect()
        }
        Remedy::Entrust(receiver, responsibilities) => {
            handed_over(proposal, Holder::Seat(receiver), responsibilities).into_iter().collect()
        }
        Remedy::CloseGap(skills) => {
            let most = Proficiency::MOST.rank();
            let closed = seats().flat_map(|role| skills.iter().map(move |skill| Fact::Skill(role, skill)));
            alloc::vec![proposal.restated(closed.map(|fact| (fact, most..=most)))]
        }
        Remedy::ReportFewer => {
            let none = seats().map(|role| (Fact::DirectReports(role), 0..=0));
            alloc::vec![proposal.restated(none)]
        }
        Remedy::DropOtherDuties => {
            let none = seats().map(|role| (Fact::OtherDuties(role), 0..=0));
            alloc::vec![proposal.restated(none)]
        }
        Remedy::BalanceAttention => {
            (0..=Percent::MOST.rank()).map(|percent| exactly(Fact::ProductAttention, percent)).collect()
        }
        Remedy::FillForGood(role) => alloc::vec![exactly(Fact::Interim(role), 0)],
        Remedy::Choose(form) => chosen(proposal, form),
        Remedy::KeepStructure => kept(proposal).into_iter().collect(),
        Remedy::RaiseBudget => alloc::vec![exactly(Fact::Budget, Budget::MOST.rank())],
        Remedy::MoveFewer => {
            let staying = proposal.who_may_stay().into_iter().flatten();
            let staying = staying.map(|who| {
                let mut other = proposal.clone();
                other.incumbent = Some(who);
                other.settle_facts();
                other
            });
            let mut fewer: Vec<_> = staying.collect();
            fewer.extend(kept(proposal));
            fewer
        }
    }
}

/// The responsibilities of which a role is the home.
fn at_home(role: Role, responsibilities: ResponsibilitySet) -> ResponsibilitySet {
    let is_home = |responsibility: &Responsibility| match responsibility.home() {
        Home::Cto => role != Role::Cpo,
        Home::Cpo => role != Role::Cto,
        Home::Shared => true,
    };
    responsibilities.iter().filter(is_home).collect()
}
