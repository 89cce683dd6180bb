//! Does the leader fall short in a skill that the role needs?

use core::fmt;

use crate::model::packed::Slot;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::situation::quantity::Quantity;
use crate::situation::shortfall;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::skill::{Proficiency, Skill, SkillSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;

pub(crate) struct SkillGap;

impl SkillGap {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        shortfall::severity(numbers, world.shortfall, world.short_term())
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
    const READS: &'static [Slot] = &[Slot::SHORT_TERM];
    const QUANTITIES: &'static [Quantity] = &[Quantity::Shortfall];

    #[inline]
    fn range(_: &Numbers, known: &Known<'_>, seat: usize) -> Option<SeverityRange> {
        Some(known.seats.get(seat)?.gap)
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (role, shortfall) = (case.role.title(), case.known.shortfall);
        let (skills, certain) = (case.short_skills(), case.certainly_short_skills());
        let steps = if shortfall == Span::exact(1) { "step" } else { "steps" };
        write!(f, "the {role} is {shortfall} {steps} below the required level in ")?;
        match (skills.len(), certain) {
            (..=4, _) => write!(f, "{skills:#}"),
            (many, SkillSet::EMPTY) => write!(f, "one or more of {many} skills"),
            (many, certain) => write!(f, "one or more of {many} skills, certainly in {certain:#}"),
        }
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        let skills = case.short_skills();
        remedies.add(Remedy::CloseGap(case.role, skills));
        if case.role == Role::Cpto {
            for field in [Field::Product, Field::Technology] {
                if skills.iter().any(|it| it.field() == Some(field)) {
                    remedies.put_in_place(case, &[field.head()]);
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
