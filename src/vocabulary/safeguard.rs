//! Which practices make a structure safer?

use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::word::vocabulary;

use Source::{
    Assurance, DecisionRights, Divergent, FocusTime, Forum, Handover, SecondLine, SharedGoals, Succession,
    Wills,
};

vocabulary! {
    /// A practice that may be in place, absent or unknown.
    ///
    /// ```
    /// use cpto::Safeguard;
    ///
    /// assert_eq!("succession-plan".parse(), Ok(Safeguard::SuccessionPlan));
    /// ```
    pub enum Safeguard as "safeguard" {
        /// Senior business stakeholders regularly debate product and technology decisions. \[W\]
        StakeholderDebate => row("hold regular debates with senior business stakeholders", const { &[cite(Wills, "debates with senior business stakeholders")] }),
        /// The leaders below are expected to be rigorous and to object. \[W\]
        LeadershipChallenge => row("expect the leaders below to be rigorous and to object", const { &[cite(Wills, "technology and product leaders who are rigorous")] }),
        /// An experienced head of product below the executive. \[P\]
        ProductLead => row("appoint an experienced head of product below the executive", const { &[cite(SecondLine, "an experienced head of product")] }),
        /// An experienced head of engineering below the executive. \[P\]
        EngineeringLead => row("appoint an experienced head of engineering below the executive", const { &[cite(SecondLine, "an experienced head of engineering")] }),
        /// A regular joint product and technology forum with a way to break ties. \[D\], \[P\]
        #[doc(alias = "collaboration-forum")]
        CollaborationForum => row("set up a regular joint forum with a way to break ties", const { &[cite(Divergent, "their synergy is paramount"), cite(Forum, "a forum with cadence and casting vote")] }),
        /// One plan, one budget, the same measures of success. \[P\]
        #[doc(alias("shared-goals", "okr"))]
        SharedGoals => row("agree on one plan, one budget and the same measures of success", const { &[cite(SharedGoals, "one plan, one budget, the same measures")] }),
        /// It is written down who decides what and who breaks a tie. \[P\]
        #[doc(alias("decision-rights", "raci"))]
        DecisionRights => row("write down who decides what and who breaks a tie", const { &[cite(DecisionRights, "decision rights with a named tie-breaker")] }),
        /// The leadership structure is reassessed periodically. \[W\]
        StructureReview => row("reassess the leadership structure periodically", const { &[cite(Wills, "constantly monitor and assess the leadership structure")] }),
        /// Somebody outside the seat signs off security and compliance. \[P\]
        #[doc(alias("independent-assurance", "audit"))]
        IndependentAssurance => row("have somebody outside the seat sign off security and compliance", const { &[cite(Assurance, "somebody outside the seat signs off")] }),
        /// It is written down who takes over and what they would need. \[P\]
        #[doc(alias("succession-plan", "deputy"))]
        SuccessionPlan => row("write down who takes over and what they would need", const { &[cite(Succession, "a written answer to who takes over")] }),
        /// Responsibilities change hands according to a written plan. \[P\]
        HandoverPlan => row("hand over according to a written, published plan", const { &[cite(Handover, "a written, published plan")] }),
        /// Protected time for product and for technology, declared in advance. \[W\], \[P\]
        #[doc(alias = "focus-time")]
        FocusTime => row("reserve time for product and for technology, announced in advance", const { &[cite(Wills, "two hats in one day"), cite(FocusTime, "blocked time lowers the cost of switching")] }),
    } each {
        /// Returns the instruction for putting the safeguard in place.
        pub instruction: &'static str,
        /// Returns the sources that name the safeguard.
        pub citations: &'static [Citation],
    }
}
