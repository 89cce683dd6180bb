use core::fmt;

use super::{Declaration, evidence, example};
use crate::draft::Draft;
use crate::fact::{Fact, FactSet};
use crate::remedy::{Remedies, Remedy};
use crate::scale::{Estimate, Span};
use crate::situation::Situation;
use crate::source::{Citation, Source, cite};
use crate::situation::SeatSituation;
use crate::skill::Craft;
use crate::{Form, Ladder, Proficiency, Proposal, Role, Safeguard, Seat, Severity, Skill, SkillSet, Structure};

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
        let shortfall = Skill::ALL
            .iter()
            .map(|skill| shortfall(situation, seat, *skill))
            .reduce(Span::max)
            .unwrap_or(Span::exact(0));
        let numbers = &situation.numbers.skill_gap;
        let severity = shortfall.rising(|steps| numbers.shortfall_at_least.at_least(steps.into()));
        severity.is_possible().then(|| Self {
            severity,
            role: seat.role,
            shortfall,
            skills: largest(situation, seat, shortfall),
            shortfall_at_least: numbers.shortfall_at_least,
            product_lead: situation.organization.safeguard(Safeguard::ProductLead),
            engineering_lead: situation.organization.safeguard(Safeguard::EngineeringLead),
            open: situation.open(reads(situation, seat)),
        })
    }

    /// The severity alone, for the benefits that hang on it.
    pub(crate) fn severity(situation: &Situation<'_>, seat: &SeatSituation<'_>) -> Span<Severity> {
        Self::assess(situation, seat).map_or(Span::NONE, |gap| gap.severity)
    }
}

/// How many steps a leader falls short in one skill, with what a head below makes up for.
///
/// It falls as the skill rises and as a head comes, so that its ends are those of two worlds, and so are the ends of
/// the largest one.
fn shortfall(situation: &Situation<'_>, seat: &SeatSituation<'_>, skill: Skill) -> Span<u8> {
    let Some(need) = situation.numbers.needs.of(seat.role, skill) else { return Span::exact(0) };
    let lead = match (seat.role, skill.craft()) {
        (Role::Cpto, Craft::Technology) => situation.in_place(Safeguard::EngineeringLead),
        (Role::Cpto, Craft::Product) => situation.in_place(Safeguard::ProductLead),
        _ => Span::exact(false),
    };
    let steps = |has: Proficiency, lead| {
        let relief = if lead { situation.numbers.skill_gap.relief_by_lead } else { 0 };
        (need as u8).saturating_sub(has as u8).saturating_sub(relief)
    };
    let has = seat.seat.skill(skill);
    Span { least: steps(has.most(), lead.most), most: steps(has.least(), lead.least) }
}

/// The skills whose shortfall may be the largest, and is one.
fn largest(situation: &Situation<'_>, seat: &SeatSituation<'_>, largest: Span<u8>) -> SkillSet {
    let may_be = |skill: &Skill| shortfall(situation, seat, *skill).most >= largest.least.max(1);
    Skill::ALL.iter().copied().filter(may_be).collect()
}

fn reads(situation: &Situation<'_>, seat: &SeatSituation<'_>) -> FactSet {
    let needs = &situation.numbers.needs;
    let needed = Skill::ALL.iter().filter(|skill| needs.of(seat.role, **skill).is_some());
    let skills: FactSet = needed.map(|skill| Fact::Skill(seat.role, *skill)).collect();
    if seat.role == Role::Cpto {
        let heads = [Fact::Safeguard(Safeguard::ProductLead), Fact::Safeguard(Safeguard::EngineeringLead)];
        return skills.union(FactSet::of(&heads));
    }
    skills
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
        if skills.len() > 4 {
            return write!(f, "the {role} falls short by {shortfall} steps in one or more of {} skills", skills.len());
        }
        write!(f, "the {role} falls short by {shortfall} steps in {skills}")
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
            assert_eq!(severity(WarningCode::SkillGap, example::proposed(organization, structure)), expected, "{skill}");
        }
        let cpo = Structure::cpo(expert().skill(Skill::Finance, Proficiency::Novice));
        let organization = example::somewhere().in_place([Safeguard::ProductLead]);
        assert_eq!(severity(WarningCode::SkillGap, example::proposed(organization, cpo)), "medium");
    }
}
