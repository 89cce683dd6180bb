//! Which rules exist, in which order, and how severe is each over all worlds?
//!
//! To add a rule, add its file and its line in the list below.

use crate::input::draft::Draft;
use crate::model::fact::FactSet;
use crate::model::packed::Slot;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example::Example;
use crate::rules::remedy::Remedies;
use crate::rules::rule::{self, Rule};
use crate::rules::table;
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::set::word_set;
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::source::Citation;
use crate::vocabulary::word::vocabulary;

vocabulary! {
    /// The subject of a warning.
    ///
    /// ```
    /// use cpto::{Family, WarningCode};
    ///
    /// assert_eq!(WarningCode::DecisionLatency.family(), Family::Collaboration);
    /// ```
    pub enum Family as "family of warnings", told {
        /// Whether leaders can do what is asked of them.
        Capacity,
        /// Whether leaders are challenged and checked.
        Challenge,
        /// Whether the structure fits the company and the leaders fit their seats.
        Fit,
        /// Whether two leaders work together.
        Collaboration,
        /// Whether every responsibility has one holder, and the right one.
        Ownership,
        /// Whether the structure is chosen, changed and reviewed carefully.
        Governance,
    }
}

/// The parts of a rule, from the catalogue and from the rule's file.
#[derive(Debug)]
pub(crate) struct Row {
    family: Family,
    of_seat: bool,
    summary: &'static str,
    about: &'static str,
    why: &'static str,
    fine: &'static str,
    citations: &'static [Citation],
    pub(crate) scope: Slot,
    pub(crate) is_of_holders: fn(Form) -> bool,
    pub(crate) severity: fn(&Numbers, &World) -> Severity,
    pub(crate) reads: fn(&Structure, &Numbers, Role) -> FactSet,
    pub(crate) evidence: fn(&Case<'_>) -> Evidence,
    pub(crate) message: fn(&Case<'_>, &mut core::fmt::Formatter<'_>) -> core::fmt::Result,
    pub(crate) remedies: fn(&Case<'_>, &mut Remedies),
}

/// Defines the catalogue from its list: the codes, the tables of a policy, and the evaluation.
macro_rules! catalogue {
    ($(#[$list:meta])+ pub enum WarningCode; $( $Family:ident in $family:ident: $( $(#[$meta:meta])* $module:ident::$Name:ident $summary:literal ),+; )+) => {
        vocabulary! {
            growing
            $(#[$list])+
            pub enum WarningCode as "warning" {
                $($(
                    #[doc = $summary]
                    $(#[$meta])*
                    $Name => {
                        use crate::rules::$family::$module::$Name;
                        Row {
                            family: Family::$Family,
                            of_seat: $Name::OF_SEAT,
                            summary: $summary,
                            about: $Name::ABOUT,
                            why: $Name::WHY,
                            fine: $Name::FINE,
                            citations: $Name::CITATIONS,
                            scope: $Name::SCOPE,
                            is_of_holders: $Name::is_of_holders,
                            severity: $Name::severity,
                            reads: $Name::reads,
                            evidence: $Name::evidence,
                            message: $Name::message,
                            remedies: $Name::remedies,
                        }
                    },
                )+)+
            }
        }

        impl WarningCode {
            /// The example of each warning. It is not part of a row, so that applications that use no examples do not link them.
            fn example_of(self, severity: Severity) -> Example {
                match self {
                    $($( Self::$Name => crate::rules::$family::$module::$Name::example(severity), )+)+
                }
            }
        }

        table::tables! {
            $($(
                rule::entries::<crate::rules::$family::$module::$Name>(),
                <crate::rules::$family::$module::$Name as Rule>::READS,
                |numbers, world| crate::rules::$family::$module::$Name::severity(numbers, world);
            )+)+
        }

        /// The index at which the table of a rule begins.
        #[expect(clippy::indexing_slicing, reason = "the array has an entry for each code")]
        const fn first(code: WarningCode) -> usize {
            const FIRST: [usize; WarningCode::COUNT] = {
                let mut first = [$($( rule::entries::<crate::rules::$family::$module::$Name>() ),+),+];
                let (mut code, mut before) = (0, 0);
                while code < first.len() {
                    (first[code], before) = (before, before + first[code]);
                    code += 1;
                }
                first
            };
            FIRST[code as usize]
        }

        #[inline]
        pub(crate) fn severities(
            numbers: &Numbers,
            tables: &[SeverityRange; ENTRIES],
            known: &Known<'_>,
        ) -> [SeverityRange; WarningCode::CELLS] {
            $($( use crate::rules::$family::$module::$Name; )+)+

            let mut cells = [SeverityRange::NONE; WarningCode::CELLS];
            $($(
                let table = tables.get(const { first(WarningCode::$Name) }..).unwrap_or_default();
                for seat in 0..const { 1 + WarningCode::$Name.is_of_seat() as usize } {
                    let range = rule::evaluate::<$Name>($Name::severity, numbers, table, known, seat);
                    table::put(&mut cells, const { WarningCode::$Name.cell(0) } + seat, range);
                }
            )+)+
            cells
        }

        /// Evaluates one warning over all worlds, for a seat if it is given per seat.
        pub(crate) fn severity(
            numbers: &Numbers,
            tables: &[SeverityRange; ENTRIES],
            known: &Known<'_>,
            (code, seat): (WarningCode, usize),
        ) -> SeverityRange {
            let table = tables.get(first(code)..).unwrap_or_default();
            match code {
                $($(
                    WarningCode::$Name => {
                        use crate::rules::$family::$module::$Name;
                        rule::evaluate::<$Name>($Name::severity, numbers, table, known, seat)
                    }
                )+)+
            }
        }
    };
}

catalogue! {
    /// The name of a warning, stable and written in kebab-case in documents.
    ///
    /// The order is that of the catalogue, family by family. The [guide](crate::guide::warnings) has a section on each, with the
    /// default numbers, remedies and sources.
    ///
    /// ```
    /// use cpto::WarningCode;
    ///
    /// assert_eq!("overload-risk".parse(), Ok(WarningCode::OverloadRisk));
    /// ```
    pub enum WarningCode;
    Capacity in capacity:
        #[doc(alias("overload-risk", "burnout", "workload", "capacity"))]
        overload_risk::OverloadRisk "A leader is asked for more than one person can give.",
        #[doc(alias("context-switching", "two hats"))]
        context_switching::ContextSwitching "Both fields demand much of one leader.",
        #[doc(alias = "one-sided-focus")]
        one_sided_focus::OneSidedFocus "The leader does not divide time between the fields in line with their load.",
        #[doc(alias("no-second-line", "vp of engineering", "head of product"))]
        no_second_line::NoSecondLine "The leader of both fields lacks experienced heads below.",
        #[doc(alias("key-person-dependency", "bus factor", "single point of failure"))]
        key_person_dependency::KeyPersonDependency "If one person leaves, both fields lose their leader at once.",
        #[doc(alias("part-time-leadership", "fractional cto"))]
        part_time_leadership::PartTimeLeadership "An office leads a field on top of its own job.";
    Challenge in challenge:
        #[doc(alias("no-counterpart-challenge", "checks and balances"))]
        no_counterpart_challenge::NoCounterpartChallenge "Nobody of the same rank challenges the leader.",
        #[doc(alias("segregation-of-duties", "sod", "separation of duties"))]
        segregation_of_duties::SegregationOfDuties "A leader who delivers also vouches for security or compliance.";
    Fit in fit:
        #[doc(alias = "technology-needs-dedicated-leader")]
        technology_needs_dedicated_leader::TechnologyNeedsDedicatedLeader "Technology needs so much work that it takes a dedicated leader.",
        #[doc(alias = "product-needs-dedicated-leader")]
        product_needs_dedicated_leader::ProductNeedsDedicatedLeader "Product needs so much work that it takes a dedicated leader.",
        #[doc(alias = "scale-requires-both")]
        scale_requires_both::ScaleRequiresBoth "At this size, a company usually has two leaders.",
        #[doc(alias("skill-gap", "competence"))]
        skill_gap::SkillGap "The leader falls short in a skill that the role needs.",
        #[doc(alias = "premature-split")]
        premature_split::PrematureSplit "In a company this small, two leaders only add a layer.",
        #[doc(alias("cost-burden", "salary"))]
        cost_burden::CostBurden "The structure needs more executives than the company can afford.",
        #[doc(alias = "inseparable-decisions")]
        inseparable_decisions::InseparableDecisions "Two leaders share decisions that cannot be separated.";
    Collaboration in collaboration:
        #[doc(alias("misalignment-risk", "silo"))]
        misalignment_risk::MisalignmentRisk "The two leaders and their fields drift apart.",
        #[doc(alias = "no-collaboration-forum")]
        no_collaboration_forum::NoCollaborationForum "The two leaders have no regular forum to settle what concerns both.",
        #[doc(alias("decision-latency", "slow decisions", "tie"))]
        decision_latency::DecisionLatency "It is not written down which of two leaders decides what.";
    Ownership in ownership:
        #[doc(alias("unowned-responsibility", "orphan", "gap"))]
        unowned_responsibility::UnownedResponsibility "An applicable responsibility has no holder.",
        #[doc(alias("contested-responsibility", "double ownership", "overlap"))]
        contested_responsibility::ContestedResponsibility "A responsibility has several holders.",
        #[doc(alias("misplaced-responsibility", "wrong owner"))]
        misplaced_responsibility::MisplacedResponsibility "A leader holds what belongs to the other seat.",
        #[doc(alias = "accountability-without-authority")]
        accountability_without_authority::AccountabilityWithoutAuthority "A leader answers for profit and loss without holding its levers.",
        #[doc(alias = "commercial-disconnect")]
        commercial_disconnect::CommercialDisconnect "Product and technology work does not yield commercial results.";
    Governance in governance:
        #[doc(alias = "strategy-misalignment")]
        strategy_misalignment::StrategyMisalignment "Product and technology do not follow the business strategy.",
        #[doc(alias = "no-review-cadence")]
        no_review_cadence::NoReviewCadence "Nobody reviews whether the structure still fits.",
        #[doc(alias = "change-without-cause")]
        change_without_cause::ChangeWithoutCause "Without a reason, one leader takes over from two who work well together.",
        #[doc(alias("transition-risk", "reorganization"))]
        transition_risk::TransitionRisk "Many responsibilities change hands at once.",
        #[doc(alias("insufficient-evidence", "unknown"))]
        insufficient_evidence::InsufficientEvidence "Too little is known to say much.";
}

word_set! {
    /// A set of warnings, by name.
    ///
    /// ```
    /// use cpto::{WarningCode, WarningSet};
    ///
    /// let set = WarningSet::of(&[WarningCode::SkillGap, WarningCode::OverloadRisk]);
    /// assert_eq!(set.to_string(), "overload-risk, skill-gap");
    /// ```
    pub struct WarningSet(u32) of WarningCode
}

impl WarningCode {
    /// The number of cells of an assessment: one for each code, and two for those given per seat.
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
    pub(crate) const CELLS: usize = {
        let (mut cells, mut code) = (0, 0);
        while code < Self::COUNT {
            cells += 1 + Self::ALL[code].is_of_seat() as usize;
            code += 1;
        }
        cells
    };

    /// The code and the seat, counted from 0, of each cell.
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
    pub(crate) const KEYS: [(Self, u8); Self::CELLS] = {
        let mut keys = [(Self::OverloadRisk, 0); Self::CELLS];
        let (mut cell, mut code) = (0, 0);
        while code < Self::COUNT {
            let mut seat = 0;
            while seat <= Self::ALL[code].is_of_seat() as u8 {
                keys[cell] = (Self::ALL[code], seat);
                (cell, seat) = (cell + 1, seat + 1);
            }
            code += 1;
        }
        keys
    };

    /// The first cell of each code.
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
    const CELL: [usize; Self::COUNT] = {
        let mut first = [0; Self::COUNT];
        let mut cell = Self::CELLS;
        while cell > 0 {
            cell -= 1;
            first[Self::KEYS[cell].0 as usize] = cell;
        }
        first
    };

    pub(crate) const fn rule(self) -> &'static Row {
        self.row()
    }

    /// The cell of a warning, for a seat counted from 0, among all that an assessment has room for.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "each code has its cells")]
    pub(crate) const fn cell(self, seat: usize) -> usize {
        Self::CELL[self as usize] + seat
    }

    /// Returns the family of the warning.
    #[must_use]
    pub const fn family(self) -> Family {
        self.row().family
    }

    /// Whether the warning counts towards the verdict. All do except `insufficient-evidence`, which is about how much is known
    /// and not about the proposal.
    #[must_use]
    pub const fn counts_towards_verdict(self) -> bool {
        !matches!(self, Self::InsufficientEvidence)
    }

    /// Whether the warning is given once for each seat.
    #[inline]
    #[must_use]
    pub const fn is_of_seat(self) -> bool {
        self.row().of_seat
    }

    /// Returns the sources of the warning.
    #[must_use]
    pub const fn citations(self) -> &'static [Citation] {
        self.row().citations
    }

    /// Summarizes the warning in one sentence.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        self.row().summary
    }

    /// Describes the rule in a few sentences.
    #[must_use]
    pub const fn about(self) -> &'static str {
        self.row().about
    }

    /// Explains why the warning matters.
    #[must_use]
    pub const fn why_it_matters(self) -> &'static str {
        self.row().why
    }

    /// Explains when it is fine to leave it.
    #[must_use]
    pub const fn when_it_is_fine(self) -> &'static str {
        self.row().fine
    }

    /// Returns a small proposal that has this severity in every world under the default policy, or `None` where that policy
    /// never makes it so severe. For [`Severity::None`], it is the nearest proposal without the warning. It always builds.
    ///
    /// ```
    /// use cpto::{Severity, WarningCode, evaluate};
    ///
    /// let code = WarningCode::NoCounterpartChallenge;
    /// let draft = code.example(Severity::Medium).expect("one of two practices is missing");
    /// assert_eq!(evaluate(&draft.build()?).severity(code).value(), Some(Severity::Medium));
    /// assert!(code.example(Severity::Critical).is_none());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn example(self, severity: Severity) -> Option<Draft<Proposal>> {
        self.example_of(severity)
    }

    /// Returns the example of the least severity above none that the warning ever has. It always builds.
    ///
    /// ```
    /// use cpto::{Severity, WarningCode, evaluate};
    ///
    /// let code = WarningCode::PrematureSplit;
    /// assert!(evaluate(&code.raised().build()?).severity(code).least() > Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn raised(self) -> Draft<Proposal> {
        let mut severities = Severity::ALL.iter().skip(1);
        severities.find_map(|severity| self.example(*severity)).unwrap_or_else(Proposal::draft)
    }
}
