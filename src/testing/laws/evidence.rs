//! Is the evidence of a warning true? Everything in it, once more from the proposal, by the words of the definitions.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::numbers::{Numbers, Policy};
use crate::rules::catalogue::Warning;
use crate::vocabulary::change::{Change, Incumbent};
use crate::vocabulary::form::Form;
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::{Skill, SkillSet};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

/// The first part of a warning's evidence that is not what the proposal says, by its name.
pub(super) fn untrue(proposal: &Proposal, policy: &Policy, warning: &Warning) -> Option<&'static str> {
    let of = Recomputed { proposal, numbers: policy.numbers() };
    let untrue = of.parts(warning).into_iter().find(|(_, holds)| !holds).map(|(part, _)| part);
    untrue.or_else(|| (of.open(policy, warning) != warning.open_facts()).then_some("open"))
}

/// Parts of the evidence, with whether each is true.
type Parts = Vec<(&'static str, bool)>;

/// Compares parts of the evidence with what they should be.
macro_rules! parts {
    ($evidence:ident: $($part:ident == $expected:expr),+ $(,)?) => {
        alloc::vec![$( (crate::vocabulary::kebab::kebab!($part), $evidence.$part == $expected) ),+]
    };
}

/// What a proposal says, worked out the long way.
#[derive(Clone, Copy)]
struct Recomputed<'a> {
    proposal: &'a Proposal,
    numbers: &'a Numbers,
}

fn holders(structure: &Structure, responsibility: Responsibility) -> Vec<Holder> {
    let seats = structure.seats().map(|(role, _)| role);
    let seats = seats.filter(|role| structure.remit(*role).contains(responsibility)).map(Holder::Seat);
    seats.chain(structure.office(responsibility).map(Holder::Office)).collect()
}

/// The responsibilities of which something holds.
fn those(holds: impl Fn(Responsibility) -> bool) -> ResponsibilitySet {
    Responsibility::ALL.iter().copied().filter(|responsibility| holds(*responsibility)).collect()
}

fn core(set: ResponsibilitySet) -> ResponsibilitySet {
    set.iter().filter(|responsibility| responsibility.is_core()).collect()
}

impl<'a> Recomputed<'a> {
    fn organization(self) -> &'a Organization {
        self.proposal.organization()
    }

    fn proposed(self) -> &'a Structure {
        self.proposal.proposed()
    }

    fn safeguard(self, safeguard: Safeguard) -> Estimate<bool> {
        self.organization().safeguard(safeguard)
    }

    fn open(self, policy: &Policy, warning: &Warning) -> crate::model::fact::FactSet {
        if let Warning::InsufficientEvidence(evidence) = warning {
            return crate::model::fact::FactSet::of_signals(evidence.unknown);
        }
        let facts = warning.key().reads(self.proposed(), policy).all();
        facts
            .iter()
            .filter(|fact| self.proposal.places(*fact).is_some_and(|it| it.start() < it.end()))
            .collect()
    }

    /// The applicable ones of some signals, with their levels.
    fn levels(self, signals: SignalSet) -> impl Iterator<Item = (Signal, Estimate<Maturity>)> + Clone {
        signals
            .iter()
            .filter_map(move |signal| Some((signal, self.organization().signal(signal)?)))
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The lowest of some levels in the world where all are least, and in the one where all are most.
    fn lowest(self, signals: SignalSet) -> Option<Span<Maturity>> {
        let levels = self.levels(signals);
        Span::new(
            levels.clone().map(|(_, level)| level.least()).min()?,
            levels.map(|(_, level)| level.most()).min()?,
        )
    }

    /// The highest of some levels, likewise.
    fn highest(self, signals: SignalSet) -> Option<Span<Maturity>> {
        let levels = self.levels(signals);
        Span::new(
            levels.clone().map(|(_, level)| level.least()).max()?,
            levels.map(|(_, level)| level.most()).max()?,
        )
    }

    /// How badly technology and product need leaders of their own where all grounds are least, and where all are most.
    fn needs(self) -> [Span<Severity>; 2] {
        let technology = &self.numbers.technology_needs_dedicated_leader;
        let product = &self.numbers.product_needs_dedicated_leader;
        let by_lowest = self.lowest(SignalSet::TECHNOLOGY_GROUNDS).map_or(Span::default(), |level| {
            range([level.least(), level.most()].map(|level| technology.lowest.get(level)))
        });
        let grounds = self.highest(SignalSet::PRODUCT_GROUNDS).zip(self.lowest(SignalSet::PRODUCT_GROUNDS));
        let by_both = grounds.map_or(Span::default(), |(higher, lower)| {
            range(
                [(higher.least(), lower.least()), (higher.most(), lower.most())]
                    .map(|(higher, lower)| product.higher.get(higher).max(product.lower.get(lower))),
            )
        });
        [by_lowest, by_both]
    }

    /// The percent that some responsibilities take in the lightest world, and in the heaviest.
    fn load(
        self,
        remit: ResponsibilitySet,
        duties: Option<Estimate<crate::vocabulary::scale::Percent>>,
    ) -> Span<u32> {
        let effort = &self.numbers.effort;
        let percent = |heaviest: bool| {
            let end = |estimate: Estimate<bool>| if heaviest { estimate.least() } else { estimate.most() };
            let parts = remit.iter().map(|responsibility| {
                let level = responsibility.signal().and_then(|signal| self.organization().signal(signal));
                let quarters = level.map_or(effort.quarters_without_signal, |level| {
                    effort.quarters.get(if heaviest { level.least() } else { level.most() })
                });
                let lead = match responsibility.home() {
                    Home::Cpo => Some(Safeguard::ProductLead),
                    Home::Cto => Some(Safeguard::EngineeringLead),
                    Home::Shared => None,
                };
                let has_lead = lead.is_some_and(|lead| end(self.safeguard(lead)));
                let tenths = if has_lead { effort.tenths_with_lead } else { 10 };
                u64::from(effort.base.get(responsibility)) * u64::from(quarters) * u64::from(tenths)
            });
            let stage = self.organization().stage();
            let hundredths = effort.hundredths.get(if heaviest { stage.most() } else { stage.least() });
            let duties = duties.map_or(0, |it| if heaviest { it.most() } else { it.least() }.get());
            let sum = parts.sum::<u64>() * u64::from(hundredths);
            u32::try_from(sum.div_ceil(4_000)).unwrap_or(u32::MAX) + u32::from(duties)
        };
        range([percent(false), percent(true)])
    }

    /// The steps that a leader falls short in a skill, at best and at worst.
    fn shortfall(self, role: Role, skill: Skill) -> Span<u8> {
        let Some(need) = self.numbers.needs.of_role(role).get(skill).0 else { return Span::default() };
        let lead = match (role, skill.craft()) {
            (Role::Cpto, crate::vocabulary::skill::Craft::Technology) => Some(Safeguard::EngineeringLead),
            (Role::Cpto, crate::vocabulary::skill::Craft::Product) => Some(Safeguard::ProductLead),
            _ => None,
        };
        let relief = |in_place: bool| if in_place { self.numbers.skill_gap.relief_by_lead } else { 0 };
        let lead = lead.map_or(Estimate::exact(false), |lead| self.safeguard(lead));
        let Some(seat) = self.proposed().seat(role) else { return Span::default() };
        let has = seat.skill(skill);
        let steps = |has: crate::vocabulary::skill::Proficiency, lead| {
            (need as u8).saturating_sub(has as u8).saturating_sub(relief(lead))
        };
        range([steps(has.most(), lead.most()), steps(has.least(), lead.least())])
    }

    /// The people and offices that hold something, before and after, where somebody stays.
    fn changes_hands(self, responsibility: Responsibility, stays: Option<Incumbent>) -> bool {
        let Some(current) = self.proposal.current() else { return false };
        // People are told apart by the seat that they have today; who is new, by the seat that they get.
        let before = |holder: Holder| match holder {
            Holder::Seat(role) => (role as u8, None),
            Holder::Office(office) => (0, Some(office as u8)),
        };
        let after = |holder: Holder| match holder {
            Holder::Office(office) => (0, Some(office as u8)),
            Holder::Seat(role) => {
                let same = match (self.proposal.change(), stays, role) {
                    (Change::Merge, Some(Incumbent::Cto), Role::Cpto) => Some(Role::Cto),
                    (Change::Merge, Some(Incumbent::Cpo), Role::Cpto) => Some(Role::Cpo),
                    (Change::Split, Some(Incumbent::Cto), Role::Cto)
                    | (Change::Split, Some(Incumbent::Cpo), Role::Cpo) => Some(Role::Cpto),
                    (Change::Merge | Change::Split, ..) => None,
                    _ => current.seat(role).map(|_| role),
                };
                (same.map_or(100 + role as u8, |role| role as u8), None)
            }
        };
        let today: BTreeSet<_> = holders(current, responsibility).into_iter().map(before).collect();
        let then: BTreeSet<_> = holders(self.proposed(), responsibility).into_iter().map(after).collect();
        today != then
    }

    /// What changes hands for each who may stay.
    fn moves(self) -> Vec<ResponsibilitySet> {
        let moved = |stays| those(|responsibility| self.changes_hands(responsibility, stays));
        match (self.proposal.incumbent(), self.proposal.who_may_stay()) {
            (None, Some(all)) => all.map(|who| moved(Some(who))).collect(),
            (who, _) => alloc::vec![moved(who)],
        }
    }

    fn unowned(self) -> ResponsibilitySet {
        let applicable = self.organization().applicable();
        those(|it| applicable.contains(it) && holders(self.proposed(), it).is_empty())
    }

    /// What one seat, which is not its home, holds alone.
    fn misplaced(self, role: Role, home: Home) -> ResponsibilitySet {
        those(|it| it.home() == home && holders(self.proposed(), it) == [Holder::Seat(role)])
    }

    #[expect(clippy::too_many_lines, reason = "a part for each warning, and each of them is short")]
    fn parts(self, warning: &Warning) -> Parts {
        let organization = self.organization();
        let proposed = self.proposed();
        let stage: Estimate<Stage> = organization.stage();
        let [product_lead, engineering_lead] =
            [Safeguard::ProductLead, Safeguard::EngineeringLead].map(|lead| self.safeguard(lead));
        let decision_rights = self.safeguard(Safeguard::DecisionRights);
        let of_home = |role, home| {
            let remit = proposed.remit(role);
            self.load(remit.iter().filter(|it| it.home() == home).collect(), None)
        };
        match warning {
            Warning::OverloadRisk(it) => {
                let seat = proposed.seat(it.role);
                parts! { it:
                    remit == proposed.remit(it.role),
                    load == self.load(it.remit, it.other_duties),
                    capacity == self.numbers.capacity,
                    load_above == self.numbers.overload_risk.load_above,
                    direct_reports == seat.and_then(crate::model::seat::Seat::direct_reports),
                    direct_reports_above == self.numbers.overload_risk.direct_reports_above,
                    other_duties == seat.and_then(crate::model::seat::Seat::other_duties),
                    product_lead == product_lead,
                    engineering_lead == engineering_lead,
                }
            }
            Warning::ContextSwitching(it) => parts! { it:
                product_load == of_home(Role::Cpto, Home::Cpo),
                technology_load == of_home(Role::Cpto, Home::Cto),
                lesser_load_at_least == self.numbers.context_switching.lesser_load_at_least,
                focus_time == self.safeguard(Safeguard::FocusTime),
                product_lead == product_lead,
                engineering_lead == engineering_lead,
            },
            Warning::OneSidedFocus(it) => {
                let observed =
                    proposed.seat(Role::Cpto).and_then(crate::model::seat::Seat::product_attention);
                let mut parts = parts! { it:
                    product_load == of_home(Role::Cpto, Home::Cpo),
                    technology_load == of_home(Role::Cpto, Home::Cto),
                    points_above == self.numbers.one_sided_focus.points_above,
                };
                parts.push(("product-attention", observed == Some(it.product_attention)));
                parts
            }
            Warning::NoSecondLine(it) => parts! { it:
                product_lead == product_lead, engineering_lead == engineering_lead, stage == stage,
            },
            Warning::KeyPersonDependency(it) => parts! { it:
                succession_plan == self.safeguard(Safeguard::SuccessionPlan),
                product_lead == product_lead,
                engineering_lead == engineering_lead,
                stage == stage,
            },
            Warning::NoCounterpartChallenge(it) => parts! { it:
                stakeholder_debate == self.safeguard(Safeguard::StakeholderDebate),
                leadership_challenge == self.safeguard(Safeguard::LeadershipChallenge),
            },
            Warning::SegregationOfDuties(it) => {
                use Responsibility::{LegalCompliance, Privacy, Security, TechnicalCompliance};
                let checks = [Security, TechnicalCompliance, LegalCompliance, Privacy];
                let remit = proposed.remit(it.role);
                parts! { it:
                    conflicting == checks.into_iter().filter(|check| remit.contains(*check)).collect(),
                    independent_assurance == self.safeguard(Safeguard::IndependentAssurance),
                    regulated == organization.regulated(),
                    stage == stage,
                }
            }
            Warning::TechnologyNeedsDedicatedLeader(it) => {
                let mut parts = parts! { it:
                    signals == self
                        .levels(SignalSet::TECHNOLOGY_GROUNDS)
                        .filter(|(_, level)| level.least() <= it.lowest.most())
                        .filter(|(_, level)| level.least() != Maturity::Optimizing)
                        .map(|(signal, _)| signal)
                        .collect(),
                    engineering_lead == engineering_lead,
                    stage == stage,
                };
                parts.push(("lowest", self.lowest(SignalSet::TECHNOLOGY_GROUNDS) == Some(it.lowest)));
                parts
            }
            Warning::ProductNeedsDedicatedLeader(it) => {
                let grounds = SignalSet::PRODUCT_GROUNDS;
                let below_the_top =
                    self.levels(grounds).filter(|(_, level)| *level != Estimate::exact(Maturity::Optimizing));
                let mut parts = parts! { it:
                    signals == self.levels(grounds).map(|(signal, _)| signal).collect(),
                    to_raise == below_the_top.map(|(signal, _)| signal).collect(),
                    product_lead == product_lead,
                    stage == stage,
                };
                parts.push(("higher", self.highest(grounds) == Some(it.higher)));
                parts.push(("lower", self.lowest(grounds) == Some(it.lower)));
                parts
            }
            Warning::ScaleRequiresBoth(it) => parts! { it:
                headcount == organization.headcount(),
                headcount_at_least == self.numbers.scale_requires_both.headcount_at_least,
                stage == stage,
                product_lead == product_lead,
                engineering_lead == engineering_lead,
            },
            Warning::SkillGap(it) => {
                let steps = |skill: &Skill| self.shortfall(it.role, *skill);
                let all = Skill::ALL.iter();
                let worst = all.clone().map(steps).reduce(Span::max).unwrap_or_default();
                let such = |holds: &dyn Fn(Span<u8>) -> bool| -> SkillSet {
                    Skill::ALL.iter().filter(|skill| holds(steps(skill))).copied().collect()
                };
                parts! { it:
                    shortfall == worst,
                    certain_skills == such(&|steps| steps.least() > 0),
                    skills == such(&|steps| steps.most() > 0 && steps.most() >= worst.least()),
                    shortfall_at_least == self.numbers.skill_gap.shortfall_at_least,
                    product_lead == product_lead,
                    engineering_lead == engineering_lead,
                }
            }
            Warning::PrematureSplit(it) => {
                let [technology, product] = self.needs();
                parts! { it:
                    headcount == organization.headcount(),
                    headcount_below == self.numbers.premature_split.headcount_below,
                    stage == stage,
                    technology == technology,
                    product == product,
                }
            }
            Warning::CostBurden(it) => parts! { it:
                form == proposed.form(),
                budget == organization.budget(),
                product_lead == product_lead,
                engineering_lead == engineering_lead,
            },
            Warning::InseparableDecisions(it) => {
                let mut parts = parts! { it:
                    shared_goals == self.safeguard(Safeguard::SharedGoals),
                    collaboration_forum == self.safeguard(Safeguard::CollaborationForum),
                };
                parts.push(("integration", organization.signal(Signal::Integration) == Some(it.integration)));
                parts
            }
            Warning::MisalignmentRisk(it) => {
                let collaboration = organization.signal(Signal::Collaboration);
                let mut parts = parts! { it:
                    shared_goals == self.safeguard(Safeguard::SharedGoals),
                    integration == organization.signal(Signal::Integration),
                };
                parts.push(("collaboration", collaboration == Some(it.collaboration)));
                parts
            }
            Warning::NoCollaborationForum(it) => parts! { it:
                collaboration_forum == self.safeguard(Safeguard::CollaborationForum),
                integration == organization.signal(Signal::Integration),
                stage == stage,
            },
            Warning::DecisionLatency(it) => parts! { it: decision_rights == decision_rights, stage == stage },
            Warning::UnownedResponsibility(it) => parts! { it:
                responsibilities == self.unowned(), core == core(self.unowned()),
            },
            Warning::ContestedResponsibility(it) => {
                let contested = those(|it| it.home() != Home::Shared && holders(proposed, it).len() > 1);
                parts! { it:
                    responsibilities == contested,
                    core == core(contested),
                    decision_rights == decision_rights,
                }
            }
            Warning::MisplacedResponsibility(it) => {
                let with_cto = self.misplaced(Role::Cto, Home::Cpo);
                let with_cpo = self.misplaced(Role::Cpo, Home::Cto);
                parts! { it:
                    with_cto == with_cto,
                    with_cpo == with_cpo,
                    core == core(with_cto.union(with_cpo)),
                    decision_rights == decision_rights,
                }
            }
            Warning::AccountabilityWithoutAuthority(it) => {
                use Responsibility::{BusinessModel, Requirements, Roadmap};
                let levers = [Roadmap, Requirements, BusinessModel];
                let missing = |lever: &Responsibility| {
                    let holders = holders(proposed, *lever);
                    !holders.is_empty() && !holders.contains(&Holder::Seat(it.role))
                };
                parts! { it:
                    missing == levers.into_iter().filter(missing).collect(),
                    decision_rights == decision_rights,
                }
            }
            Warning::CommercialDisconnect(it) => {
                let links = [Responsibility::ProfitAndLoss, Responsibility::BusinessModel];
                let level = organization.signal(Signal::CommercialPerformance);
                let mut parts = parts! { it:
                    unowned == self.unowned().intersection(ResponsibilitySet::of(&links)),
                    stage == stage,
                };
                parts.push(("commercial-performance", level == Some(it.commercial_performance)));
                parts
            }
            Warning::StrategyMisalignment(it) => {
                let duty = ResponsibilitySet::of(&[Responsibility::StrategicAlignment]);
                parts! { it:
                    strategic_alignment == organization.signal(Signal::StrategicAlignment),
                    unowned == self.unowned().intersection(duty),
                    stage == stage,
                }
            }
            Warning::NoReviewCadence(it) => {
                let seats = proposed.seats().map(|(_, seat)| seat.interim());
                let interim = seats.reduce(|one, other| Estimate {
                    least: one.least() || other.least(),
                    most: one.most() || other.most(),
                });
                let mut parts = parts! { it:
                    form == proposed.form(),
                    structure_review == self.safeguard(Safeguard::StructureReview),
                    interim_seats == proposed
                        .seats()
                        .filter(|(_, seat)| seat.interim() != Estimate::exact(false))
                        .map(|(role, _)| role)
                        .collect(),
                    stage == stage,
                };
                parts.push(("interim", interim == Some(it.interim)));
                parts
            }
            Warning::ChangeWithoutCause(it) => {
                let level = organization.signal(Signal::Collaboration);
                let mut parts = parts! { it: trigger == self.proposal.trigger() };
                parts.push(("collaboration", level == Some(it.collaboration)));
                parts
            }
            Warning::TransitionRisk(it) => {
                let moves = self.moves();
                let counts = moves.iter().map(|moved| u32::try_from(moved.len()).unwrap_or(u32::MAX));
                let counts = counts.map(Span::exact).reduce(Span::hull).unwrap_or_default();
                let certain = moves.iter().copied().reduce(ResponsibilitySet::intersection);
                let possible = moves.iter().copied().reduce(ResponsibilitySet::union);
                parts! { it:
                    moves == counts,
                    moves_above == self.numbers.transition_risk.moves_above,
                    certain_moves == certain.unwrap_or_default(),
                    possible_moves == possible.unwrap_or_default(),
                    trigger == self.proposal.trigger(),
                    handover_plan == self.safeguard(Safeguard::HandoverPlan),
                }
            }
            Warning::InsufficientEvidence(it) => {
                let combined = proposed.form().is_combined();
                let pair = proposed.form() == Form::Pair;
                let was_pair = self.proposal.current().is_some_and(|current| current.form() == Form::Pair);
                let counts = |signal: &Signal| match signal {
                    Signal::Collaboration => pair || (combined && was_pair),
                    Signal::Integration => pair || combined,
                    _ => true,
                };
                let counted: SignalSet = self
                    .levels(Signal::ALL.iter().copied().collect())
                    .map(|(signal, _)| signal)
                    .filter(counts)
                    .collect();
                let unknown = |signal: &Signal| organization.signal(*signal) == Some(Estimate::UNKNOWN);
                parts! { it:
                    counted == counted,
                    unknown == counted.iter().filter(unknown).collect(),
                    unknown_at_least == self.numbers.insufficient_evidence.unknown_at_least,
                }
            }
        }
    }
}

/// The range of a result that is known at two ends, whichever is the lesser.
fn range<T: Copy + Ord>([one, other]: [T; 2]) -> Span<T> {
    Span { least: one.min(other), most: one.max(other) }
}
