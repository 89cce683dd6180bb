use core::fmt;

use super::{Declaration, evidence, example};
use crate::draft::Draft;
use crate::fact::{Fact, FactSet};
use crate::policy::{Need, Numbers};
use crate::remedy::{Remedies, Remedy};
use crate::scale::{Estimate, Span};
use crate::situation::SeatSituation;
use crate::situation::Situation;
use crate::skill::Craft;
use crate::source::{Citation, Source, cite};
use crate::{
    Form, Ladder, Organization, Proficiency, Proposal, Role, Safeguard, Seat, Severity, Skill, SkillSet,
    Structure,
};

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
    pub(super) fn assess(situation: &Situation<'_>, seat: &SeatSituation<'_>) -> Option<Self> {
        let numbers = &situation.numbers.skill_gap;
        let shortfall = seat.shortfall;
        let severity = Self::severity(situation, seat);
        severity.is_possible().then(|| {
            let needs = situation.numbers.needs.of_role(seat.role);
            let mut skills = SkillSet::EMPTY;
            let mut read = SkillSet::EMPTY;
            let relief = Relief::of(situation.organization, situation.numbers, seat.role);
            for ((skill, need), has) in needs.iter().zip(*seat.seat.skills.values()) {
                let steps = relieved(self::shortfall(need, has), relief.in_craft(skill.craft()));
                // The skills whose shortfall may be the largest, and is one.
                skills = if steps.most >= shortfall.least.max(1) { skills.with(skill) } else { skills };
                read = if need.0.is_some() { read.with(skill) } else { read };
            }
            let heads = if seat.role == Role::Cpto { HEADS } else { FactSet::EMPTY };
            Self {
                severity,
                role: seat.role,
                shortfall,
                skills,
                shortfall_at_least: numbers.shortfall_at_least,
                product_lead: situation.organization.safeguard(Safeguard::ProductLead),
                engineering_lead: situation.organization.safeguard(Safeguard::EngineeringLead),
                open: situation.open(FactSet::of_skills(seat.role, read).union(heads)),
            }
        })
    }

    /// The severity alone, for the benefits that hang on it.
    pub(crate) fn severity(situation: &Situation<'_>, seat: &SeatSituation<'_>) -> Span<Severity> {
        let ladder = &situation.numbers.skill_gap.shortfall_at_least;
        seat.shortfall.rising(|steps| ladder.at_least(steps.into()))
    }
}

const HEADS: FactSet =
    FactSet::of(&[Fact::Safeguard(Safeguard::ProductLead), Fact::Safeguard(Safeguard::EngineeringLead)]);

/// How many steps a leader falls short in something that needs so much, and in which a head below makes up for some.
///
/// It falls as the skill rises and as a head comes, so that its ends are those of two worlds, and so are the ends of the
/// largest one.
fn shortfall(need: Need, has: Estimate<Proficiency>) -> Span<u8> {
    // A skill that is not needed needs no more than the least level.
    let need = need.0.map_or(0, |need| need as u8);
    has.span().falling(|has| need.saturating_sub(has as u8))
}

/// What a head below makes up for in the skills of its craft.
fn relieved(shortfall: Span<u8>, relief: Span<u8>) -> Span<u8> {
    Span {
        least: shortfall.least.saturating_sub(relief.most),
        most: shortfall.most.saturating_sub(relief.least),
    }
}

/// How many steps heads below make up for, in the skills of each craft.
#[derive(Clone, Copy, Debug)]
struct Relief {
    technology: Span<u8>,
    product: Span<u8>,
}

impl Relief {
    fn of(organization: &Organization, numbers: &Numbers, role: Role) -> Self {
        let steps = if role == Role::Cpto { numbers.skill_gap.relief_by_lead } else { 0 };
        let by = |lead| organization.safeguard(lead).span().rising(|lead| if lead { steps } else { 0 });
        Self { technology: by(Safeguard::EngineeringLead), product: by(Safeguard::ProductLead) }
    }

    fn in_craft(&self, craft: Craft) -> Span<u8> {
        match craft {
            Craft::Technology => self.technology,
            Craft::Product => self.product,
            Craft::Both => Span::exact(0),
        }
    }
}

/// The largest shortfall of a leader.
///
/// What a head makes up for is the same for all skills of a craft, so the largest of each craft is found first.
pub(crate) fn largest_shortfall(
    organization: &Organization,
    numbers: &Numbers,
    role: Role,
    seat: &Seat,
) -> Span<u8> {
    let mut largest = [Span::exact(0); Craft::COUNT];
    let needs = numbers.needs.of_role(role);
    for ((skill, need), has) in needs.iter().zip(*seat.skills.values()) {
        if let Some(largest) = largest.get_mut(skill.craft() as usize) {
            *largest = largest.max(shortfall(need, has));
        }
    }
    let relief = Relief::of(organization, numbers, role);
    let crafts = Craft::ALL.iter().zip(largest);
    crafts.map(|(craft, largest)| relieved(largest, relief.in_craft(*craft))).fold(Span::exact(0), Span::max)
}

impl Declaration for SkillGap {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Divergent, "markedly different skill sets"),
        cite(Source::ProductCraft, "the product half needs its own craft"),
    ];

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
        if skills.len() > 4 { write!(f, "one or more of {} skills", skills.len()) } else { skills.fmt(f) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::severity;
    use super::*;
    use crate::WarningCode;

    #[test]
    fn every_shortfall() {
        for (trends, expected) in [
            (Proficiency::Proficient, "none"),
            (Proficiency::Competent, "low"),
            (Proficiency::AdvancedBeginner, "medium"),
            (Proficiency::Novice, "high"),
        ] {
            assert_eq!(severity(WarningCode::SkillGap, expert_but_for(trends)), expected, "{trends}");
        }
    }

    #[test]
    fn a_head_counts_in_a_cpto_seat_for_its_craft() {
        let expert = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
        for (skill, head, expected) in [
            (Skill::Finance, Safeguard::ProductLead, "low"),
            (Skill::Finance, Safeguard::EngineeringLead, "medium"),
            (Skill::DevelopmentMethods, Safeguard::EngineeringLead, "medium"),
            (Skill::DevelopmentMethods, Safeguard::ProductLead, "high"),
            (Skill::SoftSkills, Safeguard::ProductLead, "medium"),
        ] {
            let structure = Structure::combined(expert().skill(skill, Proficiency::Novice));
            let organization = example::somewhere()
                .absent([Safeguard::ProductLead, Safeguard::EngineeringLead])
                .in_place([head]);
            assert_eq!(
                severity(WarningCode::SkillGap, example::proposed(organization, structure)),
                expected,
                "{skill}"
            );
        }
        let cpo = Structure::cpo(expert().skill(Skill::Finance, Proficiency::Novice));
        let organization = example::somewhere().in_place([Safeguard::ProductLead]);
        assert_eq!(severity(WarningCode::SkillGap, example::proposed(organization, cpo)), "medium");
    }
}
