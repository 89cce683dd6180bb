//! Does the leader fall short in a skill that the role needs?

use core::fmt;

use crate::model::fact::{Fact, FactSet};
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::situation::shortfall;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::skill::{Proficiency, Skill, SkillSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;

pub(crate) struct SkillGap;

impl SkillGap {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        shortfall::severity(numbers, world.shortfall, world.short_term())
    }

    /// The skills whose shortfall may be the largest and above zero.
    fn possible(case: &Case<'_>) -> SkillSet {
        Self::short(case, |[least, _]| least, Estimate::least, case.known.shortfall.least.max(1))
    }

    /// The skills that are certain to have a shortfall.
    fn certain(case: &Case<'_>) -> SkillSet {
        Self::short(case, |[_, most]| most, Estimate::most, 1)
    }

    fn short(
        case: &Case<'_>,
        known: fn([u64; 2]) -> u64,
        helps: fn(Estimate<bool>) -> bool,
        least: u8,
    ) -> SkillSet {
        let helped = |field: Field| helps(case.organization().safeguard(field.head()));
        let heads = [Field::Technology, Field::Product].map(helped);
        let packed = case.proposal.packed();
        let seat = packed.form.roles().iter().zip(&packed.seats).find(|(role, _)| **role == case.role);
        let skills = seat.map_or([0; 2], |(_, seat)| seat.skills);
        case.needed.short(case.numbers, case.role, known(skills), heads, least)
    }
}

impl Rule for SkillGap {
    const ABOUT: &'static str = "The largest shortfall, in steps of the scale, decides. In a CPTO seat, a head below makes \
        up for one step in the skills of that head's field. A short term makes it milder.";
    const WHY: &'static str = "The two roles need markedly different people: a technologist and a general manager. \
        Good intentions replace neither.";
    const FINE: &'static str = "For a small gap that the leader knows about and is closing, or when somebody below \
        has what is missing.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Divergent, "markedly different skill sets"),
        cite(Source::ProductCraft, "product needs its own craft"),
    ];
    const OF_SEAT: bool = true;

    #[inline]
    fn range(_: &Numbers, _: &[SeverityRange], known: &Known<'_>, seat: usize) -> SeverityRange {
        known.seats.get(seat).map_or(SeverityRange::NONE, |seat| seat.gap)
    }

    fn reads(_: &Structure, numbers: &Numbers, role: Role) -> FactSet {
        let needed = Skill::ALL.iter().copied().filter(|skill| numbers.needs.of(role, *skill).is_some());
        let leads: &[Fact] = if role == Role::Cpto {
            &[Fact::Safeguard(Safeguard::ProductLead), Fact::Safeguard(Safeguard::EngineeringLead)]
        } else {
            &[]
        };
        FactSet::of_skills(role, needed.collect()).union(FactSet::of(leads)).with(Fact::Term)
    }

    fn evidence(case: &Case<'_>) -> Evidence {
        let (skills, certain_skills) = (Self::possible(case), Self::certain(case));
        Evidence::Shortfall { shortfall: case.known.shortfall, skills, certain_skills }
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (role, shortfall) = (case.role.title(), case.known.shortfall);
        let (skills, certain) = (Self::possible(case), Self::certain(case));
        let steps = if shortfall == Span::exact(1) { "step" } else { "steps" };
        write!(f, "the {role} is {shortfall} {steps} below the required level in ")?;
        match (skills.len(), certain) {
            (..=4, _) => write!(f, "{skills:#}"),
            (many, SkillSet::EMPTY) => write!(f, "one or more of {many} skills"),
            (many, certain) => write!(f, "one or more of {many} skills, certainly in {certain:#}"),
        }
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        let skills = Self::possible(case);
        remedies.add(Remedy::CloseGap(case.role, skills));
        if case.role == Role::Cpto {
            for field in [Field::Product, Field::Technology] {
                if skills.iter().any(|it| it.field() == Some(field)) {
                    remedies.put_in_place(case, field.head());
                }
            }
            remedies.add(Remedy::Choose(Form::Pair));
        }
    }

    fn example(severity: Severity) -> Example {
        let trends = match severity {
            Severity::None => Proficiency::Proficient,
            Severity::Low => Proficiency::Competent,
            Severity::Medium => Proficiency::AdvancedBeginner,
            Severity::High => Proficiency::Novice,
            Severity::Critical => return None,
        };
        let seat = Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
        let seat = seat.skill(Skill::TechnologyTrends, trends);
        Some(example::proposed(example::somewhere(), Structure::cto(seat)))
    }
}
