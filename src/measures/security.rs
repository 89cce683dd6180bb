//! How well is the company protected?

use crate::measures::figure::Figure;
use crate::measures::line::Relation::AtLeast;
use crate::measures::line::{L1, L2, L3, L4_TO_L5, Levels, Levels as Row, Line, Standing, at};
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// A tier of the NIST Cybersecurity Framework 2.0, for the organisation as a whole. NIST offers the tiers neither as
    /// maturity levels nor for single controls.
    pub enum Tier as "tier" in "cpto::measures" {
        /// Ad hoc.
        Partial => L1,
        /// Risks are known, but not addressed throughout the organisation.
        RiskInformed => L2,
        /// A policy is in place and followed.
        Repeatable => L3,
        /// Practices improve with experience.
        Adaptive => L4_TO_L5,
    }
}

const fn scored(hundredths: u32, level: Levels) -> Line {
    at("score-hundredths", AtLeast, hundredths, level)
}

measures! {
    /// The tier of the organisation in the NIST Cybersecurity Framework 2.0.
    #[doc(alias = "nist")]
    csf_tier(tier: Tier) of SecurityPosture: "NIST CSF 2.0 tier" {
        by: Publication::second_hand("NIST", "CSWP 29, February 2024", Some("https://doi.org/10.6028/NIST.CSWP.29")),
        takes: "the tier of the organisation",
        remark: "NIST does not offer the tiers as levels of maturity.",
        edges: {},
        reads: Ok(Standing::at(*tier.row())),
        says: ("the NIST CSF 2.0 tier {tier}"),
    }

    /// The score in the OWASP Software Assurance Maturity Model 2, in hundredths, 0 to 300.
    #[doc(alias = "owasp")]
    samm(score_hundredths: u64 [0, 300]) of SecurityPosture: "OWASP SAMM score" {
        by: Publication::first_hand("OWASP", "SAMM 2", Some("https://github.com/owaspsamm/core")),
        takes: "the score in hundredths, 0 to 300",
        remark: "",
        edges: { "": [scored(300, L4_TO_L5), scored(200, L3), scored(100, L2)] else L1 },
        reads: Ok(samm.stand("", score_hundredths, 1)),
        says: ("an OWASP SAMM score of {}.{:02}", score_hundredths / 100, score_hundredths % 100),
    }
}
