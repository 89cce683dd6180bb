use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, FactSet, Reads};
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::{SeatSituation, Situation};
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::skill::{BySkill, Craft};
use crate::vocabulary::skill::{Proficiency, Skill, SkillSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::table::Table;

evidence! {
    /// The leader falls short in a skill that the role needs.
    ///
    /// The largest shortfall, in steps of the scale, decides. In a CPTO seat, a head below makes up for one step in the
    /// skills of that head's craft.
    ///
    /// # Why it matters
    /// The two roles ask for markedly different people: one technical, the other a general manager. Who is promoted
    /// into the other half usually has the first alone.
    ///
    /// # When it is fine
    /// For a small gap that the leader knows of and is closing, or where somebody below has what is missing.
    pub struct SkillGap {
        /// The seat.
        pub role: Role,
        /// The largest shortfall, in steps of the scale.
        pub shortfall: Span<u8>,
        /// The skills in which there is a shortfall for certain.
        pub certain_skills: SkillSet,
        /// The skills in which the shortfall may be the largest.
        pub skills: SkillSet,
        /// The shortfalls from which it has a severity.
        pub shortfall_at_least: Ladder,
        /// Whether an experienced head of product is below.
        pub product_lead: Estimate<bool>,
        /// Whether an experienced head of engineering is below.
        pub engineering_lead: Estimate<bool>,
    }
}

impl SkillGap {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>, seat: &SeatSituation<'_>) -> Option<Self> {
        let numbers = &situation.numbers.skill_gap;
        let severity = seat.skill_gap;
        severity.is_possible().then(|| {
            let shortfall = largest(&seat.shortfalls);
            // The skills whose shortfall may be the largest, and is one.
            let skills = seat.shortfalls.names_where(|steps| steps.most >= shortfall.least.max(1));
            Self {
                severity,
                role: seat.role,
                shortfall,
                certain_skills: seat.shortfalls.names_where(|steps| steps.least > 0),
                skills,
                shortfall_at_least: numbers.shortfall_at_least,
                product_lead: situation.organization.safeguard(Safeguard::ProductLead),
                engineering_lead: situation.organization.safeguard(Safeguard::EngineeringLead),
                open: situation.open(Self::reads(situation.numbers, situation.proposed, seat.role)),
            }
        })
    }
}

/// The craft of each skill.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
const CRAFTS: BySkill<Craft> = {
    let mut crafts = [Craft::Both; Skill::COUNT];
    let mut index = 0;
    while index < Skill::COUNT {
        crafts[index] = Skill::ALL[index].craft();
        index += 1;
    }
    Table::new(crafts)
};

/// How many steps a leader falls short in each skill, with what a head below makes up for.
///
/// A shortfall falls as the skill rises and as a head comes, so that its ends are those of two worlds, and so are the
/// ends of the largest one.
pub(crate) fn shortfalls(
    organization: &Organization,
    numbers: &Numbers,
    role: Role,
    seat: &Seat,
) -> BySkill<Span<u8>> {
    let counted = if role == Role::Cpto { numbers.skill_gap.relief_by_lead } else { 0 };
    let relief = |lead| organization.safeguard(lead).span().rising(|lead| if lead { counted } else { 0 });
    let technology = relief(Safeguard::EngineeringLead);
    let product = relief(Safeguard::ProductLead);
    let needs = numbers.needs.of_role(role);
    let mut shortfalls = [Span::exact(0); Skill::COUNT];
    let skills = needs.values().iter().zip(seat.skills.values()).zip(CRAFTS.values());
    for (shortfall, ((need, has), craft)) in shortfalls.iter_mut().zip(skills) {
        // A skill that is not needed needs no more than the least level.
        let need = need.0.map_or(0, |need| need as u8);
        let relief = match craft {
            Craft::Technology => technology,
            Craft::Product => product,
            Craft::Both => Span::exact(0),
        };
        let steps = |has: Proficiency, relief| need.saturating_sub(has as u8 + relief);
        *shortfall = Span { least: steps(has.most(), relief.most), most: steps(has.least(), relief.least) };
    }
    Table::new(shortfalls)
}

fn largest(shortfalls: &BySkill<Span<u8>>) -> Span<u8> {
    shortfalls.values().iter().copied().fold(Span::exact(0), Span::max)
}

/// How severe the largest shortfall is.
pub(crate) fn skill_gap(numbers: &Numbers, shortfalls: &BySkill<Span<u8>>) -> Span<Severity> {
    let ladder = &numbers.skill_gap.shortfall_at_least;
    largest(shortfalls).rising(|steps| ladder.at_least(steps.into()))
}

impl Declaration for SkillGap {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Divergent, "markedly different skill sets"),
        cite(Source::ProductCraft, "the product half needs its own craft"),
    ];

    fn reads(numbers: &Numbers, _: &Structure, role: Role) -> Reads {
        const HEADS: FactSet = FactSet::of(&[
            Fact::Safeguard(Safeguard::ProductLead),
            Fact::Safeguard(Safeguard::EngineeringLead),
        ]);
        let needed = numbers.needs.of_role(role).names_where(|need| need.0.is_some());
        let heads = if role == Role::Cpto { HEADS } else { FactSet::EMPTY };
        Reads::NONE.lowered_by_all(FactSet::of_skills(role, needed).union(heads))
    }

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::CloseGap(self.skills));
        if self.role == Role::Cpto {
            let of = |craft| self.skills.iter().any(|skill| skill.craft() == craft);
            if of(Craft::Product) {
                remedies.put_in_place(Safeguard::ProductLead, self.product_lead);
            }
            if of(Craft::Technology) {
                remedies.put_in_place(Safeguard::EngineeringLead, self.engineering_lead);
            }
            remedies.add(Remedy::Choose(Form::Pair));
        }
    }

    fn raised() -> Draft<Proposal> {
        expert_but_for(Proficiency::Competent)
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let trends = match severity {
            Severity::Low => Proficiency::Competent,
            Severity::Medium => Proficiency::AdvancedBeginner,
            Severity::High => Proficiency::Novice,
            _ => return None,
        };
        Some(expert_but_for(trends))
    }

    fn spared() -> Draft<Proposal> {
        expert_but_for(Proficiency::Proficient)
    }
}

/// A CTO who is an expert at everything but so good at the trends of technology.
fn expert_but_for(trends: Proficiency) -> Draft<Proposal> {
    let seat = Seat::draft()
        .skills(Skill::ALL.iter().copied(), Proficiency::Expert)
        .skill(Skill::TechnologyTrends, trends);
    example::proposed(example::somewhere(), Structure::cto(seat))
}

impl fmt::Display for SkillGap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { shortfall, skills, .. } = self;
        let role = self.role.abbreviation();
        let steps = if *shortfall == Span::exact(1) { "step" } else { "steps" };
        write!(f, "the {role} falls short by {shortfall} {steps} in ")?;
        match (skills.len(), self.certain_skills) {
            (..=4, _) => write!(f, "{skills}"),
            (many, SkillSet::EMPTY) => write!(f, "one or more of {many} skills"),
            (many, certain) => write!(f, "one or more of {many} skills, for certain in {certain}"),
        }
    }
}

#[cfg(test)]
mod tests;
