//! How well is the company protected?

use crate::measures::figure::Figure;
use crate::measures::line::Relation::AtLeast;
use crate::measures::line::{Edges, L1, L2, L3, L4_TO_L5, Levels as Row, Standing, at};
use crate::measures::sheet::{Publication, measures};
use crate::vocabulary::signal::Signal;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    scale
    /// A tier of the NIST Cybersecurity Framework 2.0, for the organisation as a whole. NIST does not offer the tiers as
    /// levels of maturity, nor for single controls.
    pub enum Tier as "tier" in "cpto::measures" {
        /// Ad hoc.
        Partial => L1,
        /// Risks are known, and not met throughout the organisation.
        RiskInformed => L2,
        /// A policy that is kept.
        Repeatable => L3,
        /// Improved by what was learnt.
        Adaptive => L4_TO_L5,
    }
}

const CSF: Publication =
    Publication::second_hand("NIST", "CSWP 29, February 2024").at("https://doi.org/10.6028/NIST.CSWP.29");
const OWASP: Publication = Publication::first_hand("OWASP", "SAMM 2").at("https://github.com/owaspsamm/core");

const SCORE: &str = "score-hundredths";

static SAMM: Edges = Edges {
    lines: &[at(SCORE, AtLeast, 300, L4_TO_L5), at(SCORE, AtLeast, 200, L3), at(SCORE, AtLeast, 100, L2)],
    otherwise: L1,
};

measures! {
    /// Tier of the NIST Cybersecurity Framework 2.0.
    csf_tier(tier: Tier) of Some(Signal::SecurityPosture) => {
        title: "NIST CSF 2.0 tier",
        publication: CSF,
        takes: "the tier of the organisation",
        remark: "NIST does not offer the tiers as levels of maturity.",
        edges: &[],
        reads: Ok(Standing::at(*tier.row())),
        says: ("the NIST CSF 2.0 tier {tier}"),
    }

    /// Score of the OWASP Software Assurance Maturity Model 2, in hundredths, 0 to 300.
    samm(score_hundredths: u64 [0, 300]) of Some(Signal::SecurityPosture) => {
        title: "OWASP SAMM score",
        publication: OWASP,
        takes: "the score in hundredths, 0 to 300",
        remark: "",
        edges: &[("", &SAMM)],
        reads: Ok(SAMM.read(score_hundredths, 1)),
        says: ("an OWASP SAMM score of {}.{:02}", score_hundredths / 100, score_hundredths % 100),
    }
}
