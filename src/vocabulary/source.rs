//! Which sources support a rule, how strong are they, and what counts against them?

use core::fmt;

use crate::vocabulary::word::vocabulary;

const fn article(key: &'static str, entry: &'static str) -> Row {
    row(key, entry, Strength::Practitioner, None)
}

const fn practice(key: &'static str, strength: Strength, entry: &'static str, against: &'static str) -> Row {
    row(key, entry, strength, Some(against))
}

vocabulary! {
    /// The strength of a source.
    ///
    /// ```
    /// use cpto::{Source, Strength};
    ///
    /// assert_eq!(Source::Segregation.strength(), Strength::Standard);
    /// ```
    pub enum Strength as "strength of a source", told {
        /// Advice, press, or one author's view.
        Opinion,
        /// A practitioner's own case.
        Practitioner,
        /// A standard, or a standard of practice.
        Standard,
        /// Studies, used by analogy: none compares companies led by a CPTO with companies led by a pair.
        Study,
    }
}

vocabulary! {
    growing
    /// The source of a rule, a responsibility or a safeguard: one of two articles, or an entry from the literature.
    ///
    /// No source gives the figures of the default policy. A source supports the direction of a rule.
    ///
    /// ```
    /// use cpto::Source;
    ///
    /// assert_eq!(Source::Spans.key(), "P-spans");
    /// assert!(Source::Spans.against().unwrap().contains("no right number"));
    /// ```
    pub enum Source as "source", told {
        /// Vicky Wills on her own path from CTO to CTPO, The New Stack, 30 August 2024. Key `W`.
        Wills => article("W", "Vicky Wills, From CTO to CTPO: Navigating the Dual Role in Tech Leadership, The New Stack, 30 August 2024"),
        /// The article that calls the CTO and CPO roles divergent yet complementary, author not stated. Key `D`.
        Divergent => row("D", "An article on the CTO's and CPO's divergent yet complementary roles, author not stated", Strength::Opinion, None),
        /// One person can lead both fields only with experienced heads below. Key `P-second-line`.
        SecondLine => practice("P-second-line", Strength::Opinion,
            "one person can lead both fields only with experienced heads of product and of engineering below",
            "in the first two or three years there is little to put below, and two heads can carry every decision up"),
        /// A merge saves pay only if no heads are added below. Key `P-second-line-cost`.
        SecondLineCost => practice("P-second-line-cost", Strength::Opinion,
            "one executive with two senior heads below can cost more than two executives",
            "both articles count cost among the reasons to combine; where the heads exist already nothing is added"),
        /// More than ten direct reports is a wide span if their work differs. Key `P-spans`.
        Spans => practice("P-spans", Strength::Study,
            "above ten direct reports is wide where their work is unlike, above fifteen fits standardised work",
            "there is no right number, say the authors of the bands; ten is also simply usual at the top"),
        /// Blocked time reduces the cost of switching between different tasks. Key `P-focus-time`.
        FocusTime => practice("P-focus-time", Strength::Study,
            "moving between unlike tasks costs attention, and blocked time declared in advance reduces the cost",
            "the studies are of laboratory work and of engineers, not of executives"),
        /// With one head of both fields, one departure leaves both without a head. Key `P-key-person`.
        KeyPerson => practice("P-key-person", Strength::Study,
            "with one head of both fields one departure takes both",
            "a company lost three heads at once and daily work went on: two seats are no insurance by themselves"),
        /// A written answer to the question of who takes over turns a loss into a delay. Key `P-succession`.
        Succession => practice("P-succession", Strength::Study,
            "depth below and a written answer to who takes over turn a loss into a delay",
            "no study tests a written plan for these roles"),
        /// Whoever delivers should not alone vouch for security and compliance. Key `P-segregation`.
        Segregation => practice("P-segregation", Strength::Standard,
            "duties are divided so that abuse needs collusion: whoever delivers does not alone vouch for control",
            "small companies compensate by review instead of separating, and no reporting line is settled as best"),
        /// Someone outside the seat signs off security and compliance. Key `P-assurance`.
        Assurance => practice("P-assurance", Strength::Standard,
            "somebody outside the seat signs off security and compliance",
            "approval of each release by an outside body goes with worse delivery: assure the control, not the release"),
        /// Size alone does not forbid one seat. Key `P-scale`.
        Scale => practice("P-scale", Strength::Practitioner,
            "large companies have worked with one seat, so size alone does not forbid it",
            "existence proofs without the layer below or an outcome; other hybrids ended within a year"),
        /// Where product decisions are also technology decisions, a split is costly. Key `P-integration`.
        Integration => practice("P-integration", Strength::Opinion,
            "where a product decision is at once a technology decision, a split costs",
            "hard technology is also a reason for a dedicated CTO, and the cure may be the architecture"),
        /// A common plan, budget and measures pull two heads together. Key `P-shared-goals`.
        SharedGoals => practice("P-shared-goals", Strength::Study,
            "one plan, one budget and the same measures pull two heads together",
            "others want the tension, since separate leaders keep roadmaps realistic"),
        /// A standing forum with a casting vote turns disputes into decisions. Key `P-forum`.
        Forum => practice("P-forum", Strength::Standard,
            "a standing forum with a cadence and a casting vote turns quarrels into decisions",
            "a pair that attends most meetings together needs no forum, and one used for everything moves quarrels up"),
        /// Written decision rights make two heads faster. Key `P-decision-rights`.
        DecisionRights => practice("P-decision-rights", Strength::Study,
            "written decision rights with a named tie-breaker make two heads faster and end ambiguity",
            "a very large gap of power does badly, and a tie-breaker can cost the loser of the vote"),
        /// Exactly one holder is accountable for each responsibility. Key `P-one-accountable`.
        OneAccountable => practice("P-one-accountable", Strength::Standard,
            "for each responsibility exactly one is accountable",
            "some things are shared on purpose and it works; no test of the rule was found"),
        /// Whoever answers for a result should hold the decisions that produce it. Key `P-authority`.
        Authority => practice("P-authority", Strength::Study,
            "who answers for a result should hold the decisions that make it",
            "firms set accountability wider than control on purpose, so that people cooperate"),
        /// The reason for acting now changes what to look for. Key `P-triggers`.
        Triggers => practice("P-triggers", Strength::Opinion,
            "growth, transformation and renewal are causes for a change of leadership, saving cost is a bad one",
            "one adviser's list, and a company can be in several of them"),
        /// A merge made because somebody left is less deliberate. Key `P-vacancy`.
        Vacancy => practice("P-vacancy", Strength::Practitioner,
            "a change made because somebody left is less designed than one that was chosen",
            "a vacancy costs nobody a seat"),
        /// The more accountability moves at once, the more settled routine is lost. Key `P-transition`.
        Transition => practice("P-transition", Strength::Study,
            "the more accountability moves at once, the more knowledge and settled routine is lost",
            "some renewal helps; the count of responsibilities is this crate's own proxy"),
        /// With a written, published plan, people stop going to the former owner. Key `P-handover`.
        Handover => practice("P-handover", Strength::Practitioner,
            "a written, published plan keeps people from going on to the former owner",
            "whether a plan made beforehand prevents the trouble is untested"),
        /// An interim seat outlasts its purpose. Key `P-interim`.
        Interim => practice("P-interim", Strength::Study,
            "an interim seat is a risk of its own and outlasts its purpose",
            "the loss shrinks where choosing a successor is hard; the studies are mostly of chief executives"),
        /// Merging a pair that works sacrifices a good relationship. Key `P-without-cause`.
        WithoutCause => practice("P-without-cause", Strength::Opinion,
            "merging a pair that works spends a good relationship for no gain",
            "growth, transformation or a new strategy are causes even while the pair works"),
        /// Before product-market fit, the founders are the product leaders. Key `P-premature`.
        Premature => practice("P-premature", Strength::Opinion,
            "before product-market fit and with few people two executives add a layer",
            "Wills asks for a full-time CPO where the path is unknown, of a mature company"),
        /// Product work needs a craft of its own. Key `P-product-craft`.
        ProductCraft => practice("P-product-craft", Strength::Opinion,
            "product needs its own craft, and neglected discovery is the first sign that one seat fails",
            "a leader strong in one half can be completed by a head below"),
        /// Two permanent heads carry a company through change. Key `P-continuity`.
        Continuity => practice("P-continuity", Strength::Opinion,
            "of two permanent heads one is there when the other goes",
            "heads leave together, too"),
    } each {
        /// Returns the stable key by which the documentation cites the source, such as `W` or `P-spans`.
        pub key: &'static str,
        /// Returns the entry in the list of sources: the article's title, or the claim that the literature supports.
        pub entry: &'static str,
        /// Returns the strength of the source.
        pub strength: Strength,
        /// Returns what counts against the source, if anything does.
        pub against: Option<&'static str>,
    }
}

/// A source, with its relevant statement.
///
/// ```
/// use cpto::WarningCode;
///
/// let citations = WarningCode::OverloadRisk.citations();
/// assert_eq!(citations[0].to_string(), "[W] overloading one person is the main downside to watch");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Citation {
    /// The source that makes the statement.
    pub source: Source,
    /// The statement, in this crate's words.
    pub says: &'static str,
}

/// Cites `source` for the statement `says`.
pub(crate) const fn cite(source: Source, says: &'static str) -> Citation {
    Citation { source, says }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}] {}", self.source.key(), self.says)
    }
}
