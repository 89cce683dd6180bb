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

/// Defines the benefits from their list. Each condition applies to one world and depends only on the slots that it reads.
macro_rules! benefits {
    ($(#[$list:meta])+ pub enum BenefitCode; $( $(#[$meta:meta])+ $Name:ident in $scope:ident reads [$($slot:expr),*], |$numbers:pat_param, $world:pat_param| $holds:expr, $phrase:literal, [$($source:expr),+]; )+) => {
        vocabulary! {
            growing
            $(#[$list])+
            pub enum BenefitCode as "benefit" {
                $(
                    $(#[$meta])+
                    $Name => row($phrase, const { &[$($source),+] }, Slot::$scope, const { &[$($slot),*] }, |$numbers, $world| $holds),
                )+
            } each {
                /// Describes the benefit in a clause.
                pub phrase: &'static str,
                /// Returns the sources of the benefit.
                pub citations: &'static [Citation],
                scope: Slot,
                pub(super) slots: &'static [Slot],
                holds: fn(&Numbers, &World) -> bool,
            }
        }

        // A benefit counts as severity low where it holds, and as none elsewhere.
        table::tables! {
            $( table::entries(&[$($slot),*]), &[$($slot),*], |$numbers, $world| Severity::Low.when($holds); )+
        }

        /// Evaluates which benefits hold in every world, and which in some.
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
    /// assert_eq!(BenefitCode::Continuity.phrase(), "if one of the two leaves, the other remains");
    /// ```
    pub enum BenefitCode;
    /// One person decides across both fields. Every CPTO has it. \[W\]
    SimplerDecisions in COMBINED reads [], |_, _| true, "one person decides across both fields",
        [cite(Wills, "a single point of contact simplifies decisions")];
    /// Everybody knows whom to ask. Every CPTO has it. \[W\]
    SinglePointOfContact in COMBINED reads [], |_, _| true, "there is one point of contact for product and technology",
        [cite(Wills, "one point of contact for research and development")];
    /// One leader sets one order of priorities, for a CPTO where decisions are coupled. \[W\]
    AlignedPriorities in COMBINED reads [Slot::signal(Signal::Integration)],
        |numbers, world| world.reaches(Signal::Integration, numbers.benefits.aligned_priorities_integration),
        "coupled decisions follow one set of priorities",
        [cite(Wills, "works well where product and technology are closely integrated")];
    /// One clear vision for both fields, for a CPTO who is competent in both. \[W\]
    UnifiedVision in COMBINED reads [Slot::SKILL_GAP],
        |numbers, world| numbers.benefits.unified_vision_gap.reaches(world.severity(Slot::SKILL_GAP)),
        "a leader competent in both fields offers one vision",
        [cite(Wills, "a competent CPTO offers a clear vision for both")];
    /// One salary at the top, for a CPTO without two heads below. \[W\], \[P\]
    LowerExecutiveCost in COMBINED
        reads [Slot::safeguard(Safeguard::ProductLead), Slot::safeguard(Safeguard::EngineeringLead)],
        |_, world| !world.both_leads(),
        "one executive costs less than two",
        [cite(Wills, "executive roles come with high salaries"), cite(SecondLineCost, "as long as nobody is added below")];
    /// Each field has a leader's full attention. Every pair has it. \[W\]
    FocusAndClarity in PAIR reads [], |_, _| true, "each field has a leader's full attention",
        [cite(Wills, "for some, clarity and focus come from having both")];
    /// Each leader challenges the other, where the two work together. \[W\], \[D\]
    CounterpartChallenge in TWO_SIDES reads [Slot::signal(Signal::Collaboration), Slot::REPORTS],
        |numbers, world| !world.holds(Slot::REPORTS)
            && world.reaches(Signal::Collaboration, numbers.benefits.counterpart_challenge_collaboration),
        "the two leaders challenge each other's thinking",
        [
            cite(Wills, "a counterpart to challenge the thinking"),
            cite(Divergent, "a harmonious relationship finds the best solutions")
        ];
    /// Each leader is a specialist, in a pair without a skill gap. \[D\]
    SpecialistDepth in PAIR reads [Slot::SKILL_GAP],
        |numbers, world| numbers.benefits.specialist_depth_gap.reaches(world.severity(Slot::SKILL_GAP)),
        "each field is led by somebody who knows it in depth", [cite(Divergent, "markedly different skill sets")];
    /// Technology gets the leader it needs, for a CTO where there is much to do. \[W\]
    DedicatedTechnologyLeadership in TECHNOLOGY_DEDICATED reads [Slot::TECHNOLOGY],
        |numbers, world| world.severity(Slot::TECHNOLOGY).reaches(numbers.benefits.dedicated_at_least),
        "technology has the dedicated leader it needs",
        [cite(Wills, "much to do in technology asks for a dedicated CTO")];
    /// The product gets the leader it needs, for a CPO where there is much to do. \[W\]
    DedicatedProductLeadership in PRODUCT_DEDICATED reads [Slot::PRODUCT],
        |numbers, world| world.severity(Slot::PRODUCT).reaches(numbers.benefits.dedicated_at_least),
        "the product has the dedicated leader it needs",
        [cite(Wills, "an unknown path and elusive fit ask for a full-time CPO")];
    /// One remains when the other leaves, in a pair without interim seats. The weakest benefit. \[P\]
    Continuity in PAIR reads [Slot::INTERIM], |_, world| !world.holds(Slot::INTERIM),
        "if one of the two leaves, the other remains",
        [cite(Continuity, "of two permanent heads one is there when the other goes")];
}

impl BenefitCode {
    pub(crate) fn in_world(self, numbers: &Numbers, world: &World) -> bool {
        world.holds(self.scope()) && (self.holds())(numbers, world)
    }
}

/// A benefit of a proposal. `Display` writes its phrase.
///
/// ```
/// use cpto::{BenefitCode, Certainty, Proposal, Seat, Structure, evaluate};
///
/// let proposal = Proposal::draft().proposed(Structure::pair(Seat::draft(), Seat::draft())).build()?;
/// let challenge = evaluate(&proposal).benefit(BenefitCode::CounterpartChallenge).unwrap();
/// assert_eq!(challenge.certainty, Certainty::Possible);
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Benefit {
    /// The benefit's name.
    pub code: BenefitCode,
    /// Whether the benefit holds in every world that agrees with the facts, or only in some.
    pub certainty: Certainty,
}

impl fmt::Display for Benefit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.phrase())
    }
}
