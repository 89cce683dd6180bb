//! What is in favour of a proposal?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::table::{self, put};
use crate::situation::known::Known;
use crate::situation::world::World;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Certainty, Severity, SeverityRange};
use crate::vocabulary::signal::Signal;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::word::vocabulary;

/// What is known of a [`BenefitCode`].
#[derive(Debug)]
struct Row {
    phrase: &'static str,
    scope: Slot,
    reads: &'static [Slot],
    holds: fn(&Numbers, &World) -> bool,
    citations: &'static [Citation],
}

/// Makes the benefits from their list: the condition, in one world, is a function of the slots that it reads.
macro_rules! benefits {
    ($(#[$list:meta])+ pub enum BenefitCode; $( $(#[$meta:meta])+ $Name:ident in $scope:ident reads [$($slot:expr),*], $holds:ident, $phrase:literal, [$($source:expr),+]; )+) => {
        vocabulary! {
            growing
            $(#[$list])+
            pub enum BenefitCode as "benefit" {
                $(
                    $(#[$meta])+
                    $Name => Row {
                        phrase: $phrase,
                        scope: Slot::$scope,
                        reads: const { &[$($slot),*] },
                        holds: $holds,
                        citations: const { &[$($source),+] },
                    },
                )+
            }
        }

        /// How many entries the tables of all benefits have.
        pub(crate) const ENTRIES: usize = 0 $( + table::entries(&[$($slot),*]) )+;

        /// The tables of all benefits for a policy: a benefit counts as low, and what is none of one as none.
        #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, or for a checked policy")]
        pub(crate) const fn tables(numbers: &Numbers) -> [SeverityRange; ENTRIES] {
            let mut entries = [SeverityRange::NONE; ENTRIES];
            let mut first = 0;
            $(
                let reads: &[Slot] = &[$($slot),*];
                let mut entry = 0;
                while entry < table::entries(reads) {
                    entries[first + entry] = match table::narrower(reads, entry) {
                        Some((one, other)) => entries[first + one].hull(entries[first + other]),
                        None => SeverityRange::exact(Severity::Low.when($holds(numbers, &table::world(reads, entry)))),
                    };
                    entry += 1;
                }
                first += entry;
            )+
            assert!(first == ENTRIES);
            entries
        }

        /// Which benefits a proposal has: in every world, and in some.
        #[inline]
        pub(crate) fn benefits(tables: &[SeverityRange; ENTRIES], known: &Known<'_>) -> [SeverityRange; BenefitCode::COUNT] {
            let mut cells = [SeverityRange::NONE; BenefitCode::COUNT];
            let mut entries = tables.as_slice();
            $(
                let (own, rest) =
                    entries.split_at_checked(const { table::entries(&[$($slot),*]) }).unwrap_or_default();
                entries = rest;
                let range = table::look_up(own, const { &[$($slot),*] }, &known.codes);
                put(&mut cells, BenefitCode::$Name as usize, range.when(table::holds(&known.codes, Slot::$scope, 0)));
            )+
            let _ = entries;
            cells
        }
    };
}

use Source::{Continuity, Divergent, SecondLineCost, Wills};

benefits! {
    /// The name of a benefit, stable and written in kebab-case in documents.
    ///
    /// ```
    /// use cpto::BenefitCode;
    ///
    /// assert_eq!(BenefitCode::Continuity.phrase(), "if one of the two leaves, the other is there");
    /// ```
    pub enum BenefitCode;
    /// One person decides across both fields; of every CPTO. \[W\]
    SimplerDecisions in COMBINED reads [], always, "one person decides across both fields",
        [cite(Wills, "a single point of contact simplifies decisions")];
    /// Everybody knows whom to ask; of every CPTO. \[W\]
    SinglePointOfContact in COMBINED reads [], always, "there is one point of contact for product and technology",
        [cite(Wills, "one point of contact for research and development")];
    /// One leader sets one order of priorities; of a CPTO where decisions are coupled. \[W\]
    AlignedPriorities in COMBINED reads [Slot::signal(Signal::Integration)], aligned,
        "coupled decisions follow one order of priorities",
        [cite(Wills, "works well where product and technology are closely integrated")];
    /// One clear picture of both; of a CPTO who can do both. \[W\]
    UnifiedVision in COMBINED reads [Slot::SKILL_GAP], competent, "a leader competent in both offers one vision",
        [cite(Wills, "a competent CPTO offers a clear vision for both")];
    /// One salary at the top; of a CPTO without two heads below. \[W\], \[P\]
    LowerExecutiveCost in COMBINED
        reads [Slot::safeguard(Safeguard::ProductLead), Slot::safeguard(Safeguard::EngineeringLead)], cheaper,
        "one executive costs less than two",
        [cite(Wills, "executive roles come with high salaries"), cite(SecondLineCost, "as long as nobody is added below")];
    /// Each field has a leader's whole attention; of every pair. \[W\]
    FocusAndClarity in PAIR reads [], always, "each field has a leader's whole attention",
        [cite(Wills, "for some, clarity and focus come from having both")];
    /// Each thinks against the other; of two who work together. \[W\], \[D\]
    CounterpartChallenge in TWO_SIDES reads [Slot::signal(Signal::Collaboration), Slot::REPORTS], challenging,
        "the two challenge each other's thinking",
        [
            cite(Wills, "a counterpart to challenge the thinking"),
            cite(Divergent, "a harmonious relationship finds the best solutions")
        ];
    /// Each is a specialist; of a pair without a skill gap. \[D\]
    SpecialistDepth in PAIR reads [Slot::SKILL_GAP], specialised,
        "each field is led by somebody who knows it in depth", [cite(Divergent, "markedly different skill sets")];
    /// Technology gets the leader it needs; of a CTO where there is much to do. \[W\]
    DedicatedTechnologyLeadership in TECHNOLOGY_DEDICATED reads [Slot::TECHNOLOGY], technology,
        "technology has the leader of its own that it needs",
        [cite(Wills, "much to do in technology asks for a dedicated CTO")];
    /// The product gets the leader it needs; of a CPO where there is much to do. \[W\]
    DedicatedProductLeadership in PRODUCT_DEDICATED reads [Slot::PRODUCT], product,
        "the product has the leader of its own that it needs",
        [cite(Wills, "an unknown path and elusive fit ask for a full-time CPO")];
    /// One is there when the other goes; of a pair that is there for good. The weakest of the list. \[P\]
    Continuity in PAIR reads [Slot::INTERIM], permanent, "if one of the two leaves, the other is there",
        [cite(Continuity, "of two permanent heads one is there when the other goes")];
}

const fn always(_: &Numbers, _: &World) -> bool {
    true
}

const fn aligned(numbers: &Numbers, world: &World) -> bool {
    world.reaches(Signal::Integration, numbers.benefits.aligned_priorities_integration)
}

const fn competent(numbers: &Numbers, world: &World) -> bool {
    numbers.benefits.unified_vision_gap.reaches(world.severity(Slot::SKILL_GAP))
}

const fn cheaper(_: &Numbers, world: &World) -> bool {
    !world.both_leads()
}

const fn challenging(numbers: &Numbers, world: &World) -> bool {
    !world.holds(Slot::REPORTS)
        && world.reaches(Signal::Collaboration, numbers.benefits.counterpart_challenge_collaboration)
}

const fn specialised(numbers: &Numbers, world: &World) -> bool {
    numbers.benefits.specialist_depth_gap.reaches(world.severity(Slot::SKILL_GAP))
}

const fn technology(numbers: &Numbers, world: &World) -> bool {
    world.severity(Slot::TECHNOLOGY).reaches(numbers.benefits.dedicated_at_least)
}

const fn product(numbers: &Numbers, world: &World) -> bool {
    world.severity(Slot::PRODUCT).reaches(numbers.benefits.dedicated_at_least)
}

const fn permanent(_: &Numbers, world: &World) -> bool {
    !world.holds(Slot::INTERIM)
}

impl BenefitCode {
    /// What the benefit is, as a clause.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        self.row().phrase
    }

    /// The sources that it rests on.
    #[must_use]
    pub const fn citations(self) -> &'static [Citation] {
        self.row().citations
    }

    /// The slots that it reads.
    pub(super) const fn slots(self) -> &'static [Slot] {
        self.row().reads
    }

    /// Whether a proposal has it in one world.
    pub(crate) fn in_world(self, numbers: &Numbers, world: &World) -> bool {
        world.holds(self.row().scope) && (self.row().holds)(numbers, world)
    }
}

/// Something in favour of a proposal. `Display` says what it is.
///
/// ```
/// use cpto::{BenefitCode, Certainty, Proposal, Seat, Structure, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let challenge = evaluate(&proposal).benefit(BenefitCode::CounterpartChallenge).unwrap();
/// assert_eq!(challenge.certainty(), Certainty::Possible);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Benefit {
    code: BenefitCode,
    certainty: Certainty,
}

impl Benefit {
    pub(crate) const fn new(code: BenefitCode, certainty: Certainty) -> Self {
        Self { code, certainty }
    }

    /// The benefit's name.
    #[must_use]
    pub const fn code(&self) -> BenefitCode {
        self.code
    }

    /// Whether every world that agrees with the facts has it, or only some.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }
}

impl fmt::Display for Benefit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.phrase())
    }
}
