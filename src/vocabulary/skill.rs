//! What does a leader have to be good at?

use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::set::word_set;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::table::Table;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// How proficient a person is at a skill, with the level names of the Dreyfus model.
    ///
    /// ```
    /// use cpto::Proficiency;
    ///
    /// assert!(Proficiency::Novice < Proficiency::Expert);
    /// ```
    pub enum Proficiency as "proficiency" {
        /// Follows rules.
        Novice,
        /// Recognises recurring situations.
        AdvancedBeginner,
        /// Plans, and takes responsibility for the choice.
        Competent,
        /// Sees the whole situation and what matters in it.
        Proficient,
        /// Knows intuitively what to do.
        Expert,
    }
}

use Field::{Product, Technology};
use Proficiency::{AdvancedBeginner, Competent, Proficient};
use Source::{Divergent, ProductCraft, Wills};

vocabulary! {
    /// A skill that a role may need.
    ///
    /// ```
    /// use cpto::{Proficiency, Role, Skill};
    ///
    /// assert_eq!(Skill::Finance.default_need(Role::Cto), None);
    /// assert_eq!(Skill::Finance.default_need(Role::Cpto), Some(Proficiency::Competent));
    /// ```
    pub enum Skill as "skill" {
        /// Where technology is going. \[D\]
        TechnologyTrends => row(Some(Technology), Some(Proficient), Some(AdvancedBeginner), const { &[cite(Divergent, "current trends; a CPO benefits from a technical foundation")] }),
        /// How software is developed. \[D\]
        DevelopmentMethods => row(Some(Technology), Some(Proficient), None, const { &[cite(Divergent, "development methodologies")] }),
        /// What it takes to run software. \[D\]
        OperationalChallenges => row(Some(Technology), Some(Proficient), None, const { &[cite(Divergent, "operational challenges")] }),
        /// Setting a course for a business. \[D\]
        Strategy => row(None, Some(Competent), Some(Proficient), const { &[cite(Divergent, "the profile of a general manager; the CTO's strategy serves the business's")] }),
        /// Finance. \[D\]
        Finance => row(Some(Product), None, Some(Competent), const { &[cite(Divergent, "finance knowledge")] }),
        /// Law. \[D\]
        Legal => row(Some(Product), None, Some(Competent), const { &[cite(Divergent, "legal knowledge")] }),
        /// Marketing. \[D\]
        Marketing => row(Some(Product), None, Some(Competent), const { &[cite(Divergent, "marketing knowledge")] }),
        /// Sales. \[D\]
        Sales => row(Some(Product), None, Some(Competent), const { &[cite(Divergent, "sales knowledge")] }),
        /// Working well with everyone who has a stake. \[D\], \[W\]
        StakeholderManagement => row(None, Some(Competent), Some(Proficient), const { &[cite(Divergent, "stakeholders inside and outside the organisation"), cite(Wills, "much time with senior business stakeholders")] }),
        /// The craft of discovery. \[P\], \[W\]
        ProductManagement => row(Some(Product), None, Some(Proficient), const { &[cite(ProductCraft, "the craft of discovery"), cite(Wills, "understanding the market and customer value")] }),
        /// An MBA, or the equivalent professional experience. \[D\]
        BusinessAcumen => row(None, Some(Competent), Some(Competent), const { &[cite(Divergent, "an MBA or substantial professional experience")] }),
        /// Balanced soft skills. \[D\]
        SoftSkills => row(None, Some(Competent), Some(Competent), const { &[cite(Divergent, "balanced soft skills")] }),
    } each {
        /// Returns the field that the skill serves, or `None` if it serves both.
        ///
        /// ```
        /// use cpto::{Field, Skill};
        ///
        /// assert_eq!(Skill::ProductManagement.field(), Some(Field::Product));
        /// assert_eq!(Skill::Strategy.field(), None);
        /// ```
        pub field: Option<Field>,
        cto: Option<Proficiency>,
        cpo: Option<Proficiency>,
        /// Returns the sources that name the skill.
        pub citations: &'static [Citation],
    }
}

impl Skill {
    /// Returns the proficiency that a role needs in the default policy, if it needs the skill. A CPTO needs the higher of the
    /// two.
    ///
    /// ```
    /// use cpto::{Role, Skill};
    ///
    /// let skill = Skill::ProductManagement;
    /// assert!(skill.default_need(Role::Cpo) > skill.default_need(Role::Cto));
    /// assert_eq!(skill.default_need(Role::Cpto), skill.default_need(Role::Cpo), "the higher of the two");
    /// ```
    #[must_use]
    pub const fn default_need(self, role: Role) -> Option<Proficiency> {
        match role {
            Role::Cto => self.cto(),
            Role::Cpo => self.cpo(),
            Role::Cpto => match (self.cto(), self.cpo()) {
                (Some(cto), Some(cpo)) => Some(if cto as u8 > cpo as u8 { cto } else { cpo }),
                (Some(one), None) | (None, Some(one)) => Some(one),
                (None, None) => None,
            },
        }
    }
}

/// One value for each skill.
pub type BySkill<V> = Table<Skill, V, { Skill::COUNT }>;

word_set! {
    /// A set of [`Skill`] names.
    ///
    /// ```
    /// use cpto::{Skill, SkillSet};
    ///
    /// assert_eq!(SkillSet::of(&[Skill::Finance, Skill::Finance]).to_string(), "finance");
    /// ```
    pub struct SkillSet(u32) of Skill
}

#[cfg(test)]
mod tests;
