//! Is the evidence of a warning true? It is derived once more from the proposal, by the words of the definitions.

use alloc::vec::Vec;

use crate::assessment::explain_under;
use crate::assessment::worlds::worlds;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::model::value::Places;
use crate::policy::numbers::Numbers;
use crate::rules::catalogue::WarningCode;
use crate::rules::evidence::Evidence;
use crate::rules::policy::Policy;
use crate::rules::warning::Warning;
use crate::situation::shortfall;
use crate::situation::world::World;
use crate::testing::laws::measuring::first_to_last;
use crate::testing::laws::violation::{Held, Law, Trial, WORLDS};
use crate::vocabulary::change::{Change, Incumbent};
use crate::vocabulary::office::Holder;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::{Estimate, Scale};
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::{Skill, SkillSet};
use crate::vocabulary::span::Span;

/// Checks that the evidence of every warning is true, by working it out once more the long way.
///
/// ```
/// use cpto::{Policy, WarningCode, laws};
///
/// laws::evidence(&WarningCode::OverloadRisk.raised().build()?, &Policy::DEFAULT)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first warning with untrue evidence.
pub fn evidence(proposal: &Proposal, policy: &Policy) -> Held {
    let ends = Ends::of(proposal, policy);
    let trial = Trial { law: Law::Evidence, given: &[proposal] };
    explain_under(proposal, policy).warnings().try_for_each(|warning| {
        let (key, expected) = (warning.key(), ends.expected(&warning, policy.numbers()));
        trial.equal(format_args!("the evidence of {key}"), warning.evidence(), expected)
    })
}

/// A proposal in the two extreme worlds for evidence: with everything at its best, which includes the least stage, and at its
/// worst.
struct Ends<'a> {
    proposal: &'a Proposal,
    best: Proposal,
    worst: Proposal,
}

impl<'a> Ends<'a> {
    fn of(proposal: &'a Proposal, policy: &Policy) -> Self {
        // Only the stages that are plausible with the known headcount.
        let stages = worlds(proposal, policy, FactSet::of(&[Fact::Stage]), WORLDS);
        let stages: Vec<u32> = stages.filter_map(|world| Some(*world.places(Fact::Stage)?.start())).collect();
        let places = |fact: Fact| match (fact, stages.iter().min(), stages.iter().max()) {
            (Fact::Stage, Some(least), Some(most)) => Some(*least..=*most),
            _ => proposal.places(fact),
        };
        let rises = |fact: &Fact| matches!(fact, Fact::Stage | Fact::OtherDuties(_));
        let end = |is_best: bool| {
            let at = |fact: Fact, places: Places| {
                let end = if rises(&fact) == is_best { *places.start() } else { *places.end() };
                (fact, end..=end)
            };
            proposal.restated(Fact::ALL.iter().copied().filter_map(|fact| Some(at(fact, places(fact)?))))
        };
        Self { proposal, best: end(true), worst: end(false) }
    }

    /// The range of a value that is least in the best world and most in the worst one.
    fn rising<T: Copy + Ord>(
        &self,
        numbers: &Numbers,
        role: Role,
        of: impl Fn(&Proposal, &World) -> T,
    ) -> Span<T> {
        let place = self.proposal.proposed().seats().position(|(seat, _)| seat == role).unwrap_or(0);
        let of = |proposal| of(proposal, &World::of(proposal, numbers, place));
        Span { least: of(&self.best), most: of(&self.worst) }
    }

    fn expected(&self, warning: &Warning<'_>, numbers: &Numbers) -> Evidence {
        let (proposal, structure) = (self.proposal, self.proposal.proposed());
        let organization = proposal.organization();
        let role = warning.key().role.unwrap_or(Role::Cpto);
        let holders = |it: Responsibility| {
            let seats = structure.seats().filter(|(role, _)| structure.remit(*role).contains(it));
            let office = structure.office(it).map(Holder::Office);
            seats.map(|(role, _)| Holder::Seat(role)).chain(office).collect::<Vec<_>>()
        };
        let those = |holds: &dyn Fn(Responsibility) -> bool| {
            Evidence::Responsibilities(Responsibility::ALL.iter().copied().filter(|it| holds(*it)).collect())
        };
        let is_unowned =
            |it: Responsibility| organization.applicable().contains(it) && holders(it).is_empty();
        let levels = |signals: &[Signal]| {
            let levels: Vec<Estimate<Maturity>> =
                signals.iter().filter_map(|it| organization.signal(*it)).collect();
            // A level can be the lowest if one signal may be that low and all signals may be at least that high; the highest is
            // the reverse.
            let any = |level: Maturity| levels.iter().any(|it| it.contains(level));
            let lowest = first_to_last(|level| any(level) && levels.iter().all(|it| it.most() >= level));
            let highest = first_to_last(|level| any(level) && levels.iter().all(|it| it.least() <= level));
            match (lowest, highest) {
                (Some(lowest), Some(highest)) => {
                    Evidence::Levels { lowest: lowest.span(), highest: highest.span() }
                }
                _ => Evidence::Facts,
            }
        };
        match warning.code() {
            WarningCode::OverloadRisk => Evidence::Load {
                load: self.rising(numbers, role, |_, world| world.load),
                capacity: numbers.capacity,
            },
            WarningCode::PartTimeLeadership => Evidence::Load {
                load: self.rising(numbers, role, |_, world| world.part_time),
                capacity: numbers.capacity,
            },
            WarningCode::ContextSwitching | WarningCode::OneSidedFocus => Evidence::Halves {
                product_load: self.rising(numbers, role, |_, world| world.halves[0]),
                technology_load: self.rising(numbers, role, |_, world| world.halves[1]),
            },
            WarningCode::TechnologyNeedsDedicatedLeader => {
                levels(&[Signal::TechnicalStability, Signal::DeveloperProductivity, Signal::DataCapability])
            }
            WarningCode::ProductNeedsDedicatedLeader => {
                levels(&[Signal::ProductDirection, Signal::ProductMarketFit])
            }
            WarningCode::SkillGap => self.shortfall(numbers, role),
            WarningCode::UnownedResponsibility => those(&is_unowned),
            WarningCode::ContestedResponsibility => {
                those(&|it| it.home() != Home::Shared && holders(it).len() > 1)
            }
            WarningCode::MisplacedResponsibility => those(&|it| match it.home() {
                Home::Cto => holders(it) == [Holder::Seat(Role::Cpo)],
                Home::Cpo => holders(it) == [Holder::Seat(Role::Cto)],
                Home::Shared => false,
            }),
            WarningCode::AccountabilityWithoutAuthority => those(&|it| {
                use Responsibility::{BusinessModel, Requirements, Roadmap};
                let holders = holders(it);
                [Roadmap, Requirements, BusinessModel].contains(&it)
                    && !holders.is_empty()
                    && !holders.contains(&Holder::Seat(role))
            }),
            WarningCode::SegregationOfDuties => those(&|it| {
                use Responsibility::{LegalCompliance, Privacy, Security, TechnicalCompliance};
                [Security, TechnicalCompliance, LegalCompliance, Privacy].contains(&it)
                    && holders(it).contains(&Holder::Seat(role))
            }),
            WarningCode::CommercialDisconnect => those(&|it| {
                [Responsibility::ProfitAndLoss, Responsibility::BusinessModel].contains(&it) && is_unowned(it)
            }),
            WarningCode::StrategyMisalignment => {
                those(&|it| it == Responsibility::StrategicAlignment && is_unowned(it))
            }
            WarningCode::TransitionRisk => self.moves(),
            WarningCode::InsufficientEvidence => {
                // Two leaders, of whom one may be an office, and no seat with both fields.
                let has_two_sides = Structure::has_two_sides;
                let (two_sides, combined) = (has_two_sides(structure), structure.form().is_combined());
                let merges = combined && proposal.current().is_some_and(has_two_sides);
                let counts = |signal: &Signal| match signal {
                    _ if organization.signal(*signal).is_none() => false,
                    Signal::Collaboration => two_sides || merges,
                    Signal::Integration => two_sides || combined,
                    _ => true,
                };
                let counted: SignalSet = Signal::ALL.iter().copied().filter(counts).collect();
                let is_unknown = |signal: &Signal| organization.signal(*signal) == Some(Estimate::UNKNOWN);
                Evidence::Signals { unknown: counted.iter().filter(is_unknown).collect(), counted }
            }
            _ => Evidence::Facts,
        }
    }

    fn shortfall(&self, numbers: &Numbers, role: Role) -> Evidence {
        let of = |skill: Skill| {
            self.rising(numbers, role, |proposal, world| {
                let helps = |head: Safeguard| role == Role::Cpto && world.in_place(head);
                let helped = skill.field().is_some_and(|field| helps(field.head()));
                let has = proposal.proposed().seat(role).map_or(0, |seat| seat.skill(skill).least().rank());
                let relief = if helped { numbers.skill_gap.relief_by_lead } else { 0 };
                shortfall::steps(numbers, role, skill, has, relief)
            })
        };
        let shortfall = Skill::ALL.iter().map(|skill| of(*skill)).fold(Span::exact(0), Span::max);
        let those = |holds: &dyn Fn(Span<u8>) -> bool| -> SkillSet {
            Skill::ALL.iter().copied().filter(|skill| holds(of(*skill))).collect()
        };
        Evidence::Shortfall {
            shortfall,
            skills: those(&|steps| steps.most >= shortfall.least.max(1)),
            certain_skills: those(&|steps| steps.least > 0),
        }
    }

    /// The responsibilities that change hands, world by world. The person who stays is the same in both structures, and so is
    /// everybody else whose role is in both.
    fn moves(&self) -> Evidence {
        let proposal = self.proposal;
        let (Some(current), proposed) = (proposal.current(), proposal.proposed()) else {
            return Evidence::Facts;
        };
        let chosen = matches!(proposal.change(), Change::Merge | Change::Split);
        let who_may_stay: Vec<Incumbent> = match proposal.incumbent() {
            Some(who) => alloc::vec![who],
            None if chosen => proposal.who_may_stay().into_iter().flatten().collect(),
            None => alloc::vec![Incumbent::None],
        };
        let (mut moves, mut certain_moves, mut possible_moves): (Option<Span<u32>>, _, _) =
            (None, ResponsibilitySet::of(Responsibility::ALL), ResponsibilitySet::EMPTY);
        // First, only those are new who must be; then everybody who may be.
        let new = [true, false].map(|least| {
            let is_new = |seat: &Seat| if least { seat.newcomer().least() } else { seat.newcomer().most() };
            proposed.seats().filter(|(_, seat)| is_new(seat)).map(|(role, _)| role).collect::<Vec<_>>()
        });
        for (who, new) in who_may_stay.iter().flat_map(|who| new.iter().map(move |new| (who, new))) {
            // The people of the current structure are named by their roles; a newcomer is none of them.
            let person = |role: Role| match (who.role().filter(|_| chosen), proposal.change()) {
                (Some(stays), Change::Split) if role == stays => (Role::Cpto, false),
                (Some(stays), Change::Merge) if role == Role::Cpto => (stays, false),
                _ => (role, new.contains(&role)),
            };
            let held_by = |structure: &Structure, it: Responsibility| {
                Role::ALL
                    .iter()
                    .copied()
                    .filter(|role| structure.remit(*role).contains(it))
                    .collect::<Vec<_>>()
            };
            let moves_hands = |it: &Responsibility| {
                let mut before: Vec<_> =
                    held_by(current, *it).into_iter().map(|role| (role, false)).collect();
                let mut after: Vec<_> = held_by(proposed, *it).into_iter().map(person).collect();
                for people in [&mut before, &mut after] {
                    people.sort_by_key(|(role, new)| (*role as u8, *new));
                }
                let was_held = !before.is_empty() || current.office(*it).is_some();
                let counts = was_held || current.seats().next().is_some();
                counts && (before != after || current.office(*it) != proposed.office(*it))
            };
            let moved: ResponsibilitySet = Responsibility::ALL.iter().copied().filter(moves_hands).collect();
            let count = Span::exact(u32::try_from(moved.len()).unwrap_or(u32::MAX));
            moves = Some(moves.map_or(count, |moves| moves.hull(count)));
            certain_moves = certain_moves.intersection(moved);
            possible_moves = possible_moves.union(moved);
        }
        Evidence::Moves { moves: moves.unwrap_or_default(), certain_moves, possible_moves }
    }
}
