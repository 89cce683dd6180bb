//! What is the least that has to change for a proposal to be acceptable?
//!
//! A *repair* is a set of [remedies](Remedy) after which no chosen warning reaches a severity in any world, and no other
//! warning reaches it that did not before. Those with the fewest changes are returned, the cheapest first by the
//! [policy](crate::policy::RepairNumbers) or by the caller, who may also rule changes out. One with more changes is not
//! returned, even if it is cheaper: to find it, rule out the dear ones.
//!
//! The search is exhaustive: some change of a repair has to touch each warning that is to be cleared, so it tries, for the
//! warning that the fewest changes touch, each of them, and so on. Whether a change touches a warning is known from the
//! facts that the warning [reads](crate::WarningKey::reads); what no warning reads is not changed. Where it finds nothing,
//! there is nothing, within the changes that are allowed and up to the number that a policy allows at a time, and
//! [`Repairs::partial`] goes as far as one step after the other leads. [`Repairs::is_complete`] says whether the search came
//! to its end within the [limit](Limit).
//!
//! # A real case
//! In 2016 Twitter's CTO took over product after several departures, and left within the year. What would have kept it from
//! being inadvisable, whatever was not known?
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::{Limit, repair::{Goal, repair}};
//! use cpto::{Policy, Proposal, Severity};
//!
//! let proposal: Proposal = toml::from_str(r#"
//!     trigger = "vacancy"
//!     incumbent = "cto"
//!     current = { cto = {}, cpo = {} }
//!     proposed = { cpto = {} }
//!     [organization]
//!     stage = ["established", "enterprise"]
//!     headcount = [3500, 4500]
//!     signals = { product-direction = ["initial", "managed"], commercial-performance = ["initial", "managed"] }
//! "#)?;
//! let goal = Goal::below(Severity::Critical);
//! let repairs = repair(&proposal, &Policy::DEFAULT, goal, Limit::default(), |_, cost| Some(cost));
//! let best = "leave the structure as it is; raise collaboration to defined; \
//!     put an experienced head of engineering below the executive";
//! assert_eq!(repairs.best().unwrap().to_string(), best);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use crate::advice::repair::custom::Asked;
use crate::advice::repair::search::Search;
use crate::assessment::extended::{AnyKey, Extended};
use crate::model::proposal::Proposal;
use crate::rules::policy::Policy;
use crate::rules::remedy::Remedy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::limit::Limit;

mod custom;
mod goal;
mod search;

pub use goal::{Goal, MOST_REPAIRS, Repair};

/// What a search for repairs found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repairs {
    found: Vec<Repair>,
    partial: Option<Repair>,
    standing: Vec<WarningKey>,
    standing_custom: Vec<String>,
    is_complete: bool,
}

impl Repairs {
    /// The repairs of the fewest changes, the cheapest first; at most [`MOST_REPAIRS`]. Of those that differ in a level or a
    /// share alone, the cheapest. None of the changes of one can be spared.
    #[must_use]
    pub fn repairs(&self) -> &[Repair] {
        &self.found
    }

    /// The best repair, if there is one.
    #[must_use]
    pub fn best(&self) -> Option<&Repair> {
        self.found.first()
    }

    /// Where there is no repair, the changes that come nearest to one, each in turn being the one that clears the most.
    #[must_use]
    pub const fn partial(&self) -> Option<&Repair> {
        self.partial.as_ref()
    }

    /// Where there is no repair, the warnings that still stand in the way after the partial one.
    #[must_use]
    pub fn standing(&self) -> &[WarningKey] {
        &self.standing
    }

    /// Where there is no repair, the codes of rules of one's own that still stand in the way after the partial one, or of which there
    /// are too many worlds to tell.
    #[must_use]
    pub fn standing_custom(&self) -> &[String] {
        &self.standing_custom
    }

    /// Whether the whole space was searched. Else there may be other repairs, and even shorter ones, and a change of one that
    /// was found may be one that can be spared.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.is_complete
    }
}

impl fmt::Display for Repairs {
    /// Writes a line for each repair, or how far it goes and what stands in the way.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.found.is_empty() {
            return self.found.iter().try_for_each(|repair| writeln!(f, "{repair} (cost {})", repair.cost));
        }
        f.write_str(if self.is_complete { "no repair" } else { "no repair was found" })?;
        if let Some(partial) = &self.partial {
            write!(f, "; the best that can be done: {partial} (cost {})", partial.cost)?;
        }
        let standing = self.standing.iter().map(|key| AnyKey::BuiltIn(*key));
        let standing = standing.chain(self.standing_custom.iter().map(|code| AnyKey::Custom(code)));
        for (position, key) in standing.enumerate() {
            write!(f, "{}{key:#}", if position == 0 { "; in the way: " } else { ", " })?;
        }
        writeln!(f)
    }
}

/// The repairs of a proposal. Each change is given with what it costs by the policy; the answer is what it costs here, or
/// nothing where it is not allowed.
///
/// ```
/// use cpto::advice::{Limit, repair::{Goal, repair}};
/// use cpto::{Policy, Remedy, Severity, WarningCode};
///
/// let code = WarningCode::KeyPersonDependency;
/// let (proposal, goal) = (code.raised().build()?, Goal::of([code], Severity::Low));
/// // What can be done while the structure is as it is proposed?
/// let keeps_it = |it, cost| (!matches!(it, Remedy::KeepStructure | Remedy::Choose(_))).then_some(cost);
/// let repairs = repair(&proposal, &Policy::DEFAULT, goal, Limit::default(), keeps_it);
/// assert_eq!(repairs.best().unwrap().to_string(), "write down who takes over and what they would need");
///
/// let nothing = repair(&proposal, &Policy::DEFAULT, goal, Limit::default(), |_, _| None);
/// assert_eq!(nothing.standing()[0].code, code);
/// # Ok::<(), cpto::Faults>(())
/// ```
pub fn repair(
    proposal: &Proposal,
    policy: &Policy,
    goal: Goal,
    limit: Limit,
    cost: impl Fn(Remedy, u32) -> Option<u32>,
) -> Repairs {
    repaired(proposal, policy, goal, limit, &cost, None)
}

/// The repairs of a proposal after which, in every world and case, no rule of one's own reaches the severity of the goal either,
/// as [`repair`]. After those of [`Goal::below`] critical, the verdict over both kinds of warnings is conditional at the worst, and of
/// those below medium it is sound.
///
/// The search is as exhaustive as the one without: of a rule of one's own, it tries every change of a fact that the rule
/// [reads](crate::CustomRule::reads), and everything that can be handed over. It changes no fact of one's own. Where there are
/// too many worlds to look at after some changes, [`Repairs::is_complete`] says no.
pub fn repair_with<C>(
    extended: &Extended<'_, C>,
    goal: Goal,
    limit: Limit,
    cost: impl Fn(Remedy, u32) -> Option<u32>,
) -> Repairs {
    repaired(extended.proposal, extended.policy, goal, limit, &cost, Some(extended))
}

fn repaired(
    proposal: &Proposal,
    policy: &Policy,
    goal: Goal,
    limit: Limit,
    cost: &dyn Fn(Remedy, u32) -> Option<u32>,
    others: Asked<'_>,
) -> Repairs {
    let mut search = Search::new(proposal, policy, goal, limit, cost, others);
    let is_complete = search.run();
    let mut found = search.repairs();
    let (mut partial, standing) = if found.is_empty() { search.partial() } else { (None, Vec::new()) };
    let mut standing_custom = Vec::new();
    if let Some(others) = others.filter(|_| found.is_empty()) {
        let amended = partial.as_ref().and_then(|partial| partial.apply_to(proposal));
        standing_custom = others.codes(amended.as_ref().unwrap_or(proposal), goal.below);
    }
    if standing.is_empty() && standing_custom.is_empty() {
        // Where the search was not completed, one step after the other may lead to a repair all the same.
        found.extend(partial.take());
    }
    Repairs { found, partial, standing, standing_custom, is_complete }
}

#[cfg(test)]
mod tests {
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
    use crate::vocabulary::office::Office;
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

    /// Each warning can be brought down by itself in its example, but for those that are listed.
    #[test]
    fn every_warning_is_cleared_or_stands() {
        let mut standing = Vec::new();
        for &code in WarningCode::ALL {
            let proposal = code.raised().build().expect("it builds");
            let before = evaluate_under(&proposal, &Policy::DEFAULT).worst(code).most();
            let repairs = repaired(&proposal, Goal::of([code], before));
            match repairs.best() {
                Some(repair) => {
                    let amended = repair.apply_to(&proposal).expect("it applies");
                    assert!(evaluate_under(&amended, &Policy::DEFAULT).worst(code).most() < before, "{code}");
                }
                None => standing.push((code, repairs.is_complete())),
            }
        }
        // One leader or two, each raises other warnings; and more signals are unknown than there are changes at a time.
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
        assert!(nothing.best().is_none() && nothing.is_complete());
        assert_eq!(lines(&nothing), ["no repair; in the way: overload risk of the CPTO"]);
        let anything = repaired(&proposal, goal);
        assert!(anything.best().is_some());
    }

    /// Whatever is handed over, no other warning changes than those that are said to.
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
        let other =
            |it: &Proposal| [Form::Combined, Form::Pair].map(|form| Remedy::Choose(form).apply_to(it));
        let all: Vec<Proposal> = raised.chain(alone).collect();
        let others: Vec<Proposal> = all.iter().flat_map(other).flatten().collect();
        for proposal in all.into_iter().chain(others) {
            let before = evaluate_under(&proposal, &Policy::DEFAULT);
            let handovers = amend::all(&proposal, &Policy::DEFAULT, |_| {
                crate::vocabulary::responsibility::ResponsibilitySet::ALL
            });
            for handover in handovers.into_iter().filter(|it| matches!(it, Remedy::HandOver(..))) {
                let Some(amended) = handover.apply_to(&proposal) else { continue };
                let after = evaluate_under(&amended, &Policy::DEFAULT);
                for changed in WarningCode::ALL.iter().filter(|it| before.worst(**it) != after.worst(**it)) {
                    let is_said = (changed.rule().is_of_holders)(proposal.proposed().form());
                    assert!(is_said, "{handover} changes {changed}");
                }
            }
        }
    }

    #[test]
    fn three_changes_at_once() {
        let company = Organization::draft()
            .stage(Stage::Established)
            .headcount(100)
            .signals(Signal::ALL.iter().copied(), Maturity::Optimizing)
            .in_place(Safeguard::ALL.iter().copied())
            .absent([Safeguard::SuccessionPlan, Safeguard::StructureReview, Safeguard::StakeholderDebate]);
        let seat = Seat::draft().skills(
            crate::vocabulary::skill::Skill::ALL.iter().copied(),
            crate::vocabulary::skill::Proficiency::Expert,
        );
        let draft: Draft<Proposal> =
            Proposal::draft().organization(company).proposed(Structure::combined(seat));
        let proposal = draft.build().expect("valid");
        let repairs = repaired(&proposal, Goal::below(Severity::Medium));
        let best = repairs.best().expect("there is one");
        assert_eq!(best.remedies.len(), 3, "{repairs}");
        assert_eq!(best.cost, 6);
    }

    #[test]
    fn what_no_warning_reads_is_not_changed_and_offices_keep_to_their_trade() {
        let one = Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid");
        for below in [Severity::Low, Severity::Medium, Severity::High, Severity::Critical] {
            let repairs = repair(&one, &Policy::DEFAULT, Goal::below(below), Limit::default(), |it, cost| {
                let keeps_form = !matches!(it, Remedy::Choose(_) | Remedy::KeepStructure);
                keeps_form.then_some(cost)
            });
            let all = repairs.repairs().iter().chain(repairs.partial()).flat_map(|it| &it.remedies);
            for remedy in all {
                assert!(!matches!(remedy, Remedy::Raise(Signal::Collaboration, _)), "{repairs}");
                if let Remedy::HandOver(it, crate::vocabulary::office::Holder::Office(office)) = remedy {
                    assert!(office.trade().contains(*it), "{remedy}");
                }
            }
            assert_eq!(repairs.best().is_none(), !repairs.standing().is_empty());
        }
    }

    /// Where one kind of change is allowed, it is found, and it says as much as it has to.
    #[test]
    fn each_kind_of_change_is_found() {
        let found = |proposal: &Proposal, codes: &[WarningCode], allowed: fn(&Remedy) -> bool| {
            let goal = Goal::of(codes.iter().copied(), Severity::Low);
            let price = |it: Remedy, cost| allowed(&it).then_some(cost);
            let repairs = repair(proposal, &Policy::DEFAULT, goal, Limit::default(), price);
            repairs.best().map(|repair| repair.remedies.clone()).expect("there is one")
        };
        let somewhere = Organization::draft;
        let build = |structure| {
            Proposal::draft().organization(somewhere()).proposed(structure).build().expect("valid")
        };
        // The level that is low enough, and the skills that are missing.
        let coupled = WarningCode::InseparableDecisions.raised().build().expect("it builds");
        let loosened = found(&coupled, &[WarningCode::InseparableDecisions], |it| {
            matches!(it, Remedy::LoosenCoupling(_))
        });
        assert_eq!(loosened, [Remedy::LoosenCoupling(Some(Maturity::Defined))]);
        let able = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
        let short = build(Structure::cto(able.skill(Skill::TechnologyTrends, Proficiency::Novice)));
        let closed = found(&short, &[WarningCode::SkillGap], |it| matches!(it, Remedy::CloseGap(..)));
        assert_eq!(closed, [Remedy::CloseGap(Role::Cto, SkillSet::of(&[Skill::TechnologyTrends]))]);
        // Who has almost everything today keeps it, and nobody else does.
        let all_but_one = ResponsibilitySet::ALL.without(Responsibility::Security);
        let today = Structure::pair(
            Seat::draft().remit([Responsibility::Security]),
            Seat::draft().remit(all_but_one.iter()),
        );
        let merge = Proposal::draft()
            .current(today)
            .proposed(Structure::combined(Seat::draft()))
            .build()
            .expect("valid");
        let stays = found(&merge, &[WarningCode::TransitionRisk], |it| matches!(it, Remedy::LetStay(_)));
        assert_eq!(stays, [Remedy::LetStay(Incumbent::Cpo)]);
        let kept = Remedy::LetStay(Incumbent::Cpo).apply_to(&merge).expect("they may stay");
        assert_eq!(kept.incumbent(), Some(Incumbent::Cpo));
        // Two that have nothing to do with each other take a change each.
        let codes = [WarningCode::KeyPersonDependency, WarningCode::NoReviewCadence];
        let mut both = found(&build(Structure::combined(Seat::draft())), &codes, |it| {
            matches!(it, Remedy::PutInPlace(_))
        });
        both.sort_by_key(|it| it.subject());
        assert_eq!(both.len(), 2, "{both:?}");
        assert!(both.contains(&Remedy::PutInPlace(Safeguard::StructureReview)));
        // A share of time that was observed is changed to the one that is said.
        let percent = |it: u8| Percent::try_from(it).expect("a percentage");
        let observed = build(Structure::combined(Seat::draft().product_attention(percent(90))));
        let balanced =
            Remedy::BalanceAttention(Some(percent(30))).apply_to(&observed).expect("it was observed");
        let attention = balanced.proposed().seat(Role::Cpto).and_then(Seat::product_attention);
        assert_eq!(attention.and_then(Estimate::value), Some(percent(30)));
    }

    /// What is found is the least that trying every change and every two of them finds; and where one change is allowed and
    /// does not do, it is the one that clears the most.
    #[test]
    fn trying_everything_finds_nothing_less() {
        let at_most = |changes| Policy::DEFAULT.with(|numbers| numbers.repair.changes_at_most = changes);
        let (one, two) = (at_most(1).expect("valid"), at_most(2).expect("valid"));
        let (mut of_one, mut of_two, mut in_part) = (0, 0, 0);
        for proposal in WarningCode::ALL.iter().map(|code| code.raised().build().expect("it builds")) {
            let before = evaluate_under(&proposal, &two);
            let mut changes = amend::all(&proposal, &two, Office::trade);
            changes.retain(|it| !it.is_of_structure());
            let tried = |from: &Proposal, it: &Remedy| {
                it.apply_to(from).map(|then| (evaluate_under(&then, &two), it.cost(&proposal, &two), then))
            };
            let singles: Vec<_> = changes.iter().map(|it| (it, tried(&proposal, it))).collect();
            let mut pairs = Vec::new();
            for (position, (first, single)) in singles.iter().enumerate() {
                let others = changes.iter().skip(position + 1).filter(|it| it.subject() != first.subject());
                let Some((_, cost, then)) = single else { continue };
                pairs.extend(
                    others.filter_map(|it| tried(then, it)).map(|(after, more, _)| (after, cost + more)),
                );
            }
            let stands = before.reaching(Severity::Low).iter().filter(|code| code.counts_towards_verdict());
            let standing: Vec<_> = stands.collect();
            let together = standing.windows(2).map(<[_]>::to_vec);
            for codes in standing.iter().map(|code| alloc::vec![*code]).chain(together) {
                let goal = Goal::of(codes.iter().copied(), Severity::Low);
                let guarded = goal.guarded(&before);
                let is_reached = |after: &Assessment| goal.violated(guarded, after).is_empty();
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
                        let violated = goal.violated(guarded, after);
                        (
                            violated.len(),
                            violated.iter().map(|code| after.worst(code).most() as u32).sum::<u32>(),
                        )
                    };
                    let best = singles.map(|(after, ..)| left(after)).chain([left(&before)]).min();
                    let partial = alone.partial().and_then(|it| it.apply_to(&proposal));
                    in_part += usize::from(partial.is_some());
                    let after = partial.map_or(before, |it| evaluate_under(&it, &one));
                    assert_eq!(Some(left(&after)), best, "{codes:?}");
                }
            }
        }
        assert!(of_one > 20 && of_two > 20 && in_part > 20, "{of_one} {of_two} {in_part}");
    }

    #[test]
    fn a_search_ends_at_its_limit() {
        let one = Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid");
        let within =
            |below, limit| repair(&one, &Policy::DEFAULT, Goal::below(below), limit, |_, cost| Some(cost));
        let found = within(Severity::Critical, Limit::of(3));
        assert!(!found.is_complete() && found.best().is_some_and(|it| it.apply_to(&one).is_some()));
        let all = within(Severity::Low, Limit::default());
        assert!(all.best().is_none() && all.partial().is_some() && !all.standing().is_empty());
    }
}
