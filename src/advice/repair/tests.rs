//! Is each result a repair and the least one, and what may be changed?

use super::*;
use crate::advice::amend;
use crate::assessment::{Assessment, evaluate_under};
use crate::input::draft::Draft;
use crate::model::organization::Organization;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::vocabulary::change::Incumbent;
use crate::vocabulary::form::Form;
use crate::vocabulary::office::{Holder, Office};
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Percent};
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::skill::{Proficiency, Skill, SkillSet};
use crate::vocabulary::stage::Stage;

fn repaired(proposal: &Proposal, goal: Goal) -> Repairs {
    repair(proposal, &Policy::DEFAULT, goal, Limit::default(), |_, cost| Some(cost))
}

fn lines(repairs: &Repairs) -> Vec<alloc::string::String> {
    alloc::format!("{repairs}").lines().map(Into::into).collect()
}

#[test]
fn nothing_has_to_change_where_the_goal_is_reached() {
    let proposal =
        WarningCode::CostBurden.example(Severity::None).expect("spared").build().expect("it builds");
    let goal = Goal::of([WarningCode::CostBurden], Severity::Low);
    let repairs = repaired(&proposal, goal);
    assert_eq!(lines(&repairs), ["nothing has to change (cost 0)"]);
}

/// Each warning can be cleared in its example, except for those listed below.
#[test]
fn every_warning_is_cleared_or_stands() {
    let mut standing = Vec::new();
    for &code in WarningCode::ALL {
        let proposal = code.raised().build().expect("it builds");
        let before = evaluate_under(&proposal, &Policy::DEFAULT).severity(code).most();
        let repairs = repaired(&proposal, Goal::of([code], before));
        match repairs.best() {
            Some(repair) => {
                let amended = repair.apply_to(&proposal).expect("it applies");
                assert!(evaluate_under(&amended, &Policy::DEFAULT).severity(code).most() < before, "{code}");
            }
            None => standing.push((code, repairs.is_complete)),
        }
    }
    // One leader and two leaders each raise other warnings, and more signals are unknown than changes are allowed at a time.
    let expected = [
        WarningCode::NoCounterpartChallenge,
        WarningCode::PrematureSplit,
        WarningCode::ChangeWithoutCause,
        WarningCode::InsufficientEvidence,
    ];
    assert_eq!(standing, expected.map(|code| (code, true)));
}

#[test]
fn the_lowest_level_that_is_enough_and_the_cheapest_first() {
    let proposal = WarningCode::CommercialDisconnect.raised().build().expect("it builds");
    let goal = Goal::of([WarningCode::CommercialDisconnect], Severity::Low);
    let best = repaired(&proposal, goal).best().cloned().expect("there is one");
    assert_eq!(best.remedies, [Remedy::Raise(Signal::CommercialPerformance, Some(Maturity::Defined))]);
}

#[test]
fn what_the_caller_forbids_is_not_done() {
    let proposal = WarningCode::OverloadRisk.raised().build().expect("it builds");
    let goal = Goal::of([WarningCode::OverloadRisk], Severity::Low);
    let nothing = repair(&proposal, &Policy::DEFAULT, goal, Limit::default(), |_, _| None);
    assert!(nothing.best().is_none() && nothing.is_complete);
    assert_eq!(lines(&nothing), ["there is no repair; in the way: overload risk of the CPTO"]);
    let anything = repaired(&proposal, goal);
    assert!(anything.best().is_some());
}

/// Handing over changes no warnings other than those declared to change.
#[test]
fn handing_over_touches_what_it_is_said_to() {
    let beside = |seat: Draft<Structure>, field| {
        let draft = Proposal::draft().proposed(seat.elsewhere_all(field, Office::Ceo));
        draft.build().expect("it builds")
    };
    let raised = WarningCode::ALL.iter().map(|code| code.raised().build().expect("it builds"));
    let alone = [
        beside(Structure::cto(Seat::draft()), Field::Product),
        beside(Structure::cpo(Seat::draft()), Field::Technology),
    ];
    let other = |it: &Proposal| [Form::Combined, Form::Pair].map(|form| Remedy::Choose(form).apply_to(it));
    let all: Vec<Proposal> = raised.chain(alone).collect();
    let others: Vec<Proposal> = all.iter().flat_map(other).flatten().collect();
    for proposal in all.into_iter().chain(others) {
        let before = evaluate_under(&proposal, &Policy::DEFAULT);
        let handovers = amend::all(&proposal, &Policy::DEFAULT, &|_| ResponsibilitySet::ALL);
        for handover in handovers.into_iter().filter(|it| matches!(it, Remedy::HandOver(..))) {
            let Some(amended) = handover.apply_to(&proposal) else { continue };
            let after = evaluate_under(&amended, &Policy::DEFAULT);
            for changed in WarningCode::ALL.iter().filter(|it| before.severity(**it) != after.severity(**it))
            {
                let is_said = (changed.rule().is_of_holders)(proposal.proposed().form());
                assert!(is_said, "{handover} changes {changed}");
            }
        }
    }
}

/// A company that raises no warnings.
fn quiet() -> Draft<Organization> {
    Organization::draft()
        .stage(Stage::Established)
        .headcount(100)
        .signals(Signal::ALL.iter().copied(), Maturity::Optimizing)
        .in_place(Safeguard::ALL.iter().copied())
}

/// A seat of somebody who is an expert in every skill.
fn expert() -> Draft<Seat> {
    Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert)
}

#[test]
fn three_changes_at_once() {
    let missing = [Safeguard::SuccessionPlan, Safeguard::StructureReview, Safeguard::StakeholderDebate];
    let one = Structure::combined(expert());
    let draft = Proposal::draft().organization(quiet().absent(missing)).proposed(one);
    let proposal = draft.build().expect("valid");
    let repairs = repaired(&proposal, Goal::below(Severity::Medium));
    let best = repairs.best().expect("there is one");
    assert_eq!(best.remedies.len(), 3, "{repairs}");
    assert_eq!(best.cost, 6);
}

/// A pair in which one leader reports to the other has no counterpart. Merging and splitting the pair again would end that.
#[test]
fn the_structure_is_chosen_once() {
    // A newcomer may fall short, as these leaders do.
    let seat = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Novice);
    let pair = Structure::pair(seat(), seat().reports_to(Role::Cto));
    let company = quiet().signal(Signal::Integration, Maturity::Initial);
    let proposal = Proposal::draft().organization(company).proposed(pair).build().expect("valid");
    let goal = Goal::of([WarningCode::NoCounterpartChallenge], Severity::Low);
    let repairs = repaired(&proposal, goal);
    assert!(repairs.is_complete && repairs.best().is_none(), "{repairs}");
    #[cfg(feature = "laws")]
    crate::testing::laws::repairing(&proposal, goal, &Policy::DEFAULT).expect("it is the least");
}

#[test]
fn what_no_warning_reads_is_not_changed_and_offices_keep_to_their_trade() {
    let one = Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid");
    for below in [Severity::Low, Severity::Medium, Severity::High, Severity::Critical] {
        let repairs = repair(&one, &Policy::DEFAULT, Goal::below(below), Limit::default(), |it, cost| {
            let keeps_form = !matches!(it, Remedy::Choose(_) | Remedy::KeepStructure);
            keeps_form.then_some(cost)
        });
        let all = repairs.repairs.iter().chain(repairs.partial.as_ref()).flat_map(|it| &it.remedies);
        for remedy in all {
            assert!(!matches!(remedy, Remedy::Raise(Signal::Collaboration, _)), "{repairs}");
            if let Remedy::HandOver(it, Holder::Office(office)) = remedy {
                assert!(office.trade().contains(*it), "{remedy}");
            }
        }
        assert_eq!(repairs.best().is_none(), !repairs.standing.is_empty());
    }
}

/// If only one kind of change is allowed, it is found, and it names as much as is needed.
#[test]
fn each_kind_of_change_is_found() {
    let found = |proposal: &Proposal, codes: &[WarningCode], allowed: fn(&Remedy) -> bool| {
        let goal = Goal::of(codes.iter().copied(), Severity::Low);
        let price = |it: Remedy, cost| allowed(&it).then_some(cost);
        let repairs = repair(proposal, &Policy::DEFAULT, goal, Limit::default(), price);
        repairs.best().map(|repair| repair.remedies.clone()).expect("there is one")
    };
    let somewhere = Organization::draft;
    let build =
        |structure| Proposal::draft().organization(somewhere()).proposed(structure).build().expect("valid");
    // The change names the level that is low enough, and the skills that are missing.
    let coupled = WarningCode::InseparableDecisions.raised().build().expect("it builds");
    let loosened =
        found(&coupled, &[WarningCode::InseparableDecisions], |it| matches!(it, Remedy::LoosenCoupling(_)));
    assert_eq!(loosened, [Remedy::LoosenCoupling(Some(Maturity::Defined))]);
    let able = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
    let short = build(Structure::cto(able.skill(Skill::TechnologyTrends, Proficiency::Novice)));
    let closed = found(&short, &[WarningCode::SkillGap], |it| matches!(it, Remedy::CloseGap(..)));
    assert_eq!(closed, [Remedy::CloseGap(Role::Cto, SkillSet::of(&[Skill::TechnologyTrends]))]);
    // The leader who holds almost everything today should stay, and nobody else.
    let all_but_one = ResponsibilitySet::ALL.without(Responsibility::Security);
    let today = Structure::pair(
        Seat::draft().remit([Responsibility::Security]),
        Seat::draft().remit(all_but_one.iter()),
    );
    let merge =
        Proposal::draft().current(today).proposed(Structure::combined(Seat::draft())).build().expect("valid");
    let stays = found(&merge, &[WarningCode::TransitionRisk], |it| matches!(it, Remedy::LetStay(_)));
    assert_eq!(stays, [Remedy::LetStay(Incumbent::Cpo)]);
    let kept = Remedy::LetStay(Incumbent::Cpo).apply_to(&merge).expect("they may stay");
    assert_eq!(kept.incumbent(), Some(Incumbent::Cpo));
    // Keeping the structure changes something if another one is proposed.
    let kept = Remedy::KeepStructure.apply_to(&merge).expect("another one is proposed");
    let keeps = |proposal| {
        let every = amend::all(proposal, &Policy::DEFAULT, &Office::trade);
        every.contains(&Remedy::KeepStructure)
    };
    assert_eq!([&merge, &kept].map(keeps), [true, false]);
    // One signal can be loosened, to each lower level.
    let every = amend::all(&merge, &Policy::DEFAULT, &Office::trade);
    assert_eq!(every.iter().filter(|it| matches!(it, Remedy::LoosenCoupling(_))).count(), 4);
    // Two unrelated warnings need one change each.
    let codes = [WarningCode::KeyPersonDependency, WarningCode::NoReviewCadence];
    let both =
        found(&build(Structure::combined(Seat::draft())), &codes, |it| matches!(it, Remedy::PutInPlace(_)));
    assert_eq!(both.len(), 2, "{both:?}");
    assert!(both.contains(&Remedy::PutInPlace(Safeguard::StructureReview)));
    // An observed share of time is changed to the one in the remedy.
    let percent = |it: u8| Percent::try_from(it).expect("a percentage");
    let observed = build(Structure::combined(Seat::draft().product_attention(percent(90))));
    let balanced = Remedy::BalanceAttention(Some(percent(30))).apply_to(&observed).expect("it was observed");
    let attention = balanced.proposed().seat(Role::Cpto).and_then(Seat::product_attention);
    assert_eq!(attention.and_then(Estimate::value), Some(percent(30)));
}

/// Two changes of the same subject count as one; changes of different subjects do not.
#[test]
fn what_is_changed_once() {
    use Remedy::{DropOtherDuties, FillForGood, HandOver, LoosenCoupling, PutInPlace, Raise};
    let (ciso, cto) = (Holder::Office(Office::Ciso), Holder::Seat(Role::Cto));
    let (security, privacy) = (Responsibility::Security, Responsibility::Privacy);
    let same = [
        [LoosenCoupling(None), Raise(Signal::Integration, Some(Maturity::Defined))],
        [HandOver(security, ciso), HandOver(security, cto)],
        [Raise(Signal::Scalability, None), Raise(Signal::Scalability, Some(Maturity::Managed))],
    ];
    let other = [
        [HandOver(security, ciso), HandOver(privacy, ciso)],
        [Raise(Signal::Integration, None), Raise(Signal::Scalability, None)],
        [PutInPlace(Safeguard::FocusTime), PutInPlace(Safeguard::ProductLead)],
        [FillForGood(Role::Cto), FillForGood(Role::Cpo)],
        [FillForGood(Role::Cto), DropOtherDuties(Role::Cto)],
    ];
    let is_one = |[one, two]: [Remedy; 2]| one.subject() == two.subject();
    assert_eq!((same.map(is_one), other.map(is_one)), ([true; 3], [false; 5]));
}

/// The search finds the smallest repair that trying every change and every two of them finds. If these are not enough, the
/// partial repair clears the most: with one change, or with two if no single one helps.
#[test]
fn trying_everything_finds_nothing_less() {
    let at_most = |changes| Policy::DEFAULT.with(|numbers| numbers.repair.changes_at_most = changes);
    let (one, two) = (at_most(1).expect("valid"), at_most(2).expect("valid"));
    let (mut of_one, mut of_two, mut in_part, mut in_pairs) = (0, 0, 0, 0);
    for proposal in WarningCode::ALL.iter().map(|code| code.raised().build().expect("it builds")) {
        let before = evaluate_under(&proposal, &two);
        let mut changes = amend::all(&proposal, &two, &Office::trade);
        changes.retain(|it| !it.is_of_structure());
        let tried = |from: &Proposal, it: &Remedy| {
            it.apply_to(from).map(|then| (evaluate_under(&then, &two), it.cost(&proposal, &two), then))
        };
        let singles: Vec<_> = changes.iter().map(|it| (it, tried(&proposal, it))).collect();
        let mut pairs = Vec::new();
        for (position, (first, single)) in singles.iter().enumerate() {
            let others = changes.iter().skip(position + 1).filter(|it| it.subject() != first.subject());
            let Some((_, cost, then)) = single else { continue };
            pairs
                .extend(others.filter_map(|it| tried(then, it)).map(|(after, more, _)| (after, cost + more)));
        }
        let stands = before.reaching(Severity::Low).iter().filter(|code| code.counts_towards_verdict());
        let standing: Vec<_> = stands.collect();
        let together = standing.windows(2).map(<[_]>::to_vec);
        let chosen = standing.iter().map(|code| alloc::vec![*code]).chain(together);
        let at_low = chosen.clone().map(|codes| (codes, Severity::Low));
        for (codes, below) in at_low.chain(chosen.map(|codes| (codes, Severity::High))) {
            let goal = Goal::of(codes.iter().copied(), below);
            let guarded = goal.guarded(&before);
            let is_reached = |after: &Assessment| goal.violated(guarded, after).is_empty();
            if is_reached(&before) {
                continue;
            }
            let found = |policy| {
                let stays = |it: Remedy, cost| (!it.is_of_structure()).then_some(cost);
                repair(&proposal, policy, goal, Limit::of(1_000_000), stays)
            };
            let least = |repairs: &Repairs| repairs.best().map(|it| (it.remedies.len(), it.cost));
            let singles = singles.iter().filter_map(|(_, it)| it.as_ref());
            let by_one = singles.clone().filter(|(after, ..)| is_reached(after)).map(|it| it.1).min();
            let by_two = pairs.iter().filter(|(after, _)| is_reached(after)).map(|it| it.1).min();
            let expected = by_one.map(|cost| (1, cost)).or(by_two.map(|cost| (2, cost)));
            assert_eq!(least(&found(&two)), expected, "{codes:?}");
            let alone = found(&one);
            assert_eq!(least(&alone), by_one.map(|cost| (1, cost)), "{codes:?}");
            (of_one, of_two) = (of_one + by_one.iter().len(), of_two + by_two.iter().len());
            if by_one.is_none() {
                let left = |after: &Assessment| {
                    let standing = goal.standing(guarded, after);
                    standing.fold((0, 0), |(count, sum), (_, it)| (count + 1, sum + it.most() as u32))
                };
                let best = singles.map(|(after, ..)| left(after)).chain([left(&before)]).min();
                let by_partial = |repairs: &Repairs| {
                    let partial = repairs.partial.as_ref().and_then(|it| it.apply_to(&proposal));
                    left(&partial.map_or(before, |it| evaluate_under(&it, &two)))
                };
                in_part += usize::from(alone.partial.is_some());
                assert_eq!(alone.partial.is_some(), best < Some(left(&before)), "{codes:?}");
                assert_eq!(Some(by_partial(&alone)), best, "{codes:?}");
                if by_two.is_none() {
                    let farther = by_partial(&found(&two));
                    let of_pairs = pairs.iter().map(|(after, _)| left(after)).min();
                    let is_stuck = best == Some(left(&before));
                    in_pairs += usize::from(is_stuck && of_pairs < best);
                    assert!(Some(farther) <= best && (!is_stuck || Some(farther) <= of_pairs), "{codes:?}");
                }
            }
        }
    }
    assert!(
        of_one > 20 && of_two > 20 && in_part > 20 && in_pairs > 0,
        "{of_one} {of_two} {in_part} {in_pairs}"
    );
}

/// Each subject is changed at most once, within the allowed number of changes. Warnings reported to stand do stand. With another
/// structure, the search goes at least as far as with this one.
#[test]
fn what_is_found_in_part_is_sound() {
    let duties = Percent::try_from(100).expect("a percentage");
    let seat = || {
        Seat::draft()
            .other_duties(duties)
            .direct_reports(20)
            .skills(Skill::ALL.iter().copied(), Proficiency::Novice)
    };
    let pair = Proposal::draft().proposed(Structure::pair(seat(), seat()));
    let cpto = Proposal::draft().proposed(Structure::combined(seat()));
    let both = [pair, cpto].map(|draft| draft.build().expect("valid"));
    let raised = WarningCode::ALL.iter().step_by(3).map(|code| code.raised().build().expect("it builds"));
    let (mut in_part, mut farther) = (0, 0);
    for (proposal, most) in
        both.into_iter().chain(raised).flat_map(|it| [1, 3].map(move |most| (it.clone(), most)))
    {
        let policy = Policy::DEFAULT.with(|numbers| numbers.repair.changes_at_most = most).expect("valid");
        let goal = Goal::below(Severity::Low);
        let guarded = goal.guarded(&evaluate_under(&proposal, &policy));
        let found = |may: &dyn Fn(Remedy) -> bool| {
            let repairs =
                repair(&proposal, &policy, goal, Limit::of(100_000), |it, cost| may(it).then_some(cost));
            let partial = repairs.partial.as_ref();
            assert!(partial.is_none_or(|it| it.remedies.len() <= usize::from(most)), "{repairs}");
            let subjects = || partial.iter().flat_map(|it| &it.remedies).map(|it| it.subject());
            assert!(
                subjects().enumerate().all(|(place, it)| !subjects().take(place).any(|other| other == it)),
                "{repairs}"
            );
            let after =
                partial.map_or(Some(proposal.clone()), |it| it.apply_to(&proposal)).expect("it can be made");
            let standing: Vec<_> = goal.standing(guarded, &evaluate_under(&after, &policy)).collect();
            if repairs.best().is_none() {
                assert!(
                    standing.iter().map(|(key, _)| *key).eq(repairs.standing.iter().copied()),
                    "{repairs}"
                );
            }
            let is_found = repairs.best().is_some();
            let sum = standing.iter().map(|(_, severity)| severity.most() as u32).sum::<u32>();
            (is_found, partial.is_some(), (standing.len(), sum))
        };
        let (any, as_it_is) = (found(&|_| true), found(&|it| !it.is_of_structure()));
        if !any.0 && !as_it_is.0 {
            assert!(any.2 <= as_it_is.2);
            in_part += usize::from(any.1);
            farther += usize::from(any.2 < as_it_is.2);
        }
    }
    assert!(in_part > 10 && farther > 0, "{in_part} {farther}");
}

/// The search gives up no load that can be made light enough, despite rounding: it finds all sets of signals that are enough,
/// with the fewest changes.
#[test]
fn no_load_is_given_up_that_can_be_made_lighter() {
    let raised = [Signal::DeveloperProductivity, Signal::Scalability, Signal::TechnicalStability];
    let (code, policy) = (WarningCode::OverloadRisk, &Policy::DEFAULT);
    let organization =
        Organization::draft().stage(Stage::ScaleUp).safeguard(Safeguard::EngineeringLead, false);
    let organization = organization.signals(Signal::ALL.iter().copied(), Maturity::Managed);
    let mut found = [0; 4];
    for (duties, below) in
        (0..=100_u8).flat_map(|duties| [Severity::Medium, Severity::High].map(|below| (duties, below)))
    {
        let seat = Seat::draft().other_duties(Percent::try_from(duties).expect("a percentage"));
        let draft = Proposal::draft().organization(organization.clone()).proposed(Structure::cto(seat));
        let proposal = draft.build().expect("valid");
        let best = |signals: &[Signal]| {
            let top = signals.iter().map(|signal| Remedy::Raise(*signal, Some(Maturity::Optimizing)));
            let after = top.into_iter().try_fold(proposal.clone(), |it, change| change.apply_to(&it));
            evaluate_under(&after.expect("they can be raised"), policy).severity(code).most()
        };
        let sets = (0..1_usize << raised.len()).map(|bits| -> Vec<Signal> {
            let chosen = raised.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0);
            chosen.map(|(_, signal)| *signal).collect()
        });
        let enough: Vec<usize> = sets.filter(|it| best(it) < below).map(|it| it.len()).collect();
        let fewest = enough.iter().min();
        let expected = fewest.map(|fewest| (*fewest, enough.iter().filter(|it| *it == fewest).count()));
        let may = |it: Remedy| matches!(it, Remedy::Raise(signal, _) if raised.contains(&signal));
        let goal = Goal::of([code], below);
        let repairs =
            repair(&proposal, policy, goal, Limit::default(), |it, cost| may(it).then_some(cost)).repairs;
        let first = repairs.first().map(|it| (it.remedies.len(), repairs.len()));
        assert_eq!(first, expected, "{duties} {below}");
        if let Some(count) = fewest.and_then(|fewest| found.get_mut(*fewest)) {
            *count += 1;
        }
    }
    assert!(found.iter().all(|count| *count > 0), "{found:?}");
}

#[test]
fn a_search_ends_at_its_limit() {
    let one = Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid");
    let within =
        |below, limit| repair(&one, &Policy::DEFAULT, Goal::below(below), limit, |_, cost| Some(cost));
    let found = within(Severity::Critical, Limit::of(3));
    assert!(!found.is_complete && found.best().is_none() && !found.standing.is_empty());
    let found = within(Severity::Critical, Limit::of(100));
    assert!(!found.is_complete && found.best().is_some_and(|it| it.apply_to(&one).is_some()));
    let all = within(Severity::Low, Limit::default());
    assert!(all.best().is_none() && all.partial.as_ref().is_some() && !all.standing.is_empty());
    let none = within(Severity::Critical, Limit::of(0));
    assert!(none.partial.is_none() && !none.standing.is_empty());
}
