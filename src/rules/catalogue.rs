//! Which rules are there, in which order, and how severe is each over all worlds?
//!
//! Adding a rule is its file and its line in the list below.

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
    /// What a warning is about.
    ///
    /// ```
    /// use cpto::{Family, WarningCode};
    ///
    /// assert_eq!(WarningCode::DecisionLatency.family(), Family::Collaboration);
    /// ```
    pub enum Family as "family of warnings", told {
        /// Whether leaders can do what they are asked to.
        Capacity,
        /// Whether somebody objects.
        Challenge,
        /// Whether the structure fits the company and the leaders fit their seats.
        Fit,
        /// Whether two leaders work together.
        Collaboration,
        /// Whether every responsibility is in one right hand.
        Ownership,
        /// Whether the structure is chosen, changed and reviewed with care.
        Governance,
    }
}

/// What is written in the catalogue and in the file of a rule.
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

/// Makes the catalogue from its list: the codes, the tables of a policy, and the evaluation.
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
            /// The example of each. It is no part of a row, so that an application that has no use for examples has none.
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

        /// Where the table of a rule begins.
        #[expect(clippy::indexing_slicing, reason = "there is one for each")]
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

        /// How severe every warning is over all worlds.
        #[inline]
        pub(crate) fn severities(
            numbers: &Numbers,
            tables: &[SeverityRange; ENTRIES],
            known: &Known<'_>,
        ) -> [SeverityRange; WarningCode::CELLS] {
            let mut cells = [SeverityRange::NONE; WarningCode::CELLS];
            $($(
                let table = tables.get(const { first(WarningCode::$Name) }..).unwrap_or_default();
                for seat in 0..const { 1 + WarningCode::$Name.is_of_seat() as usize } {
                    let range = rule::evaluate::<crate::rules::$family::$module::$Name>(numbers, table, known, seat);
                    table::put(&mut cells, const { WarningCode::$Name.cell(0) } + seat, range);
                }
            )+)+
            cells
        }

        /// How severe one warning is over all worlds, in a seat where it is given once for each.
        pub(crate) fn severity(
            numbers: &Numbers,
            tables: &[SeverityRange; ENTRIES],
            known: &Known<'_>,
            (code, seat): (WarningCode, usize),
        ) -> SeverityRange {
            let table = tables.get(first(code)..).unwrap_or_default();
            match code {
                $($( WarningCode::$Name => rule::evaluate::<crate::rules::$family::$module::$Name>(numbers, table, known, seat), )+)+
            }
        }
    };
}

catalogue! {
    /// The name of a warning, stable and written in kebab-case in documents.
    ///
    /// The order is that of the catalogue, family by family. The page of each, with the default numbers, remedies
    /// and sources, is in the [guide](crate::guide::warnings).
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
        context_switching::ContextSwitching "One leader has much to do in both fields.",
        #[doc(alias = "one-sided-focus")]
        one_sided_focus::OneSidedFocus "The leader of both fields gives one of them another share than its load.",
        #[doc(alias("no-second-line", "vp of engineering", "head of product"))]
        no_second_line::NoSecondLine "Nobody experienced stands below the one leader of both fields.",
        #[doc(alias("key-person-dependency", "bus factor", "single point of failure"))]
        key_person_dependency::KeyPersonDependency "If one person leaves, both fields lose their leader at once.",
        #[doc(alias("part-time-leadership", "fractional cto"))]
        part_time_leadership::PartTimeLeadership "An office leads a field beside a job of its own.";
    Challenge in challenge:
        #[doc(alias("no-counterpart-challenge", "checks and balances"))]
        no_counterpart_challenge::NoCounterpartChallenge "Nobody of the same rank challenges the leader of both fields.",
        #[doc(alias("segregation-of-duties", "sod", "separation of duties"))]
        segregation_of_duties::SegregationOfDuties "A leader who delivers also vouches for security or compliance.";
    Fit in fit:
        #[doc(alias = "technology-needs-dedicated-leader")]
        technology_needs_dedicated_leader::TechnologyNeedsDedicatedLeader "Technology has so much to do that it needs a leader of its own.",
        #[doc(alias = "product-needs-dedicated-leader")]
        product_needs_dedicated_leader::ProductNeedsDedicatedLeader "The product has so much to do that it needs a leader of its own.",
        #[doc(alias = "scale-requires-both")]
        scale_requires_both::ScaleRequiresBoth "The company is so large that it usually has two leaders.",
        #[doc(alias("skill-gap", "competence"))]
        skill_gap::SkillGap "The leader falls short in a skill that the role needs.",
        #[doc(alias = "premature-split")]
        premature_split::PrematureSplit "The company is still so small that two leaders add a layer.",
        #[doc(alias("cost-burden", "salary"))]
        cost_burden::CostBurden "The structure asks for more executives than the company can pay for.",
        #[doc(alias = "inseparable-decisions")]
        inseparable_decisions::InseparableDecisions "Two leaders share decisions that cannot be told apart.";
    Collaboration in collaboration:
        #[doc(alias("misalignment-risk", "silo"))]
        misalignment_risk::MisalignmentRisk "The two leaders, and with them their fields, drift apart.",
        #[doc(alias = "no-collaboration-forum")]
        no_collaboration_forum::NoCollaborationForum "There is no regular place where the two leaders settle what concerns both.",
        #[doc(alias("decision-latency", "slow decisions", "tie"))]
        decision_latency::DecisionLatency "Two leaders decide without it being written down who decides what.";
    Ownership in ownership:
        #[doc(alias("unowned-responsibility", "orphan", "gap"))]
        unowned_responsibility::UnownedResponsibility "Something that exists in the company is nobody's.",
        #[doc(alias("contested-responsibility", "double ownership", "overlap"))]
        contested_responsibility::ContestedResponsibility "Something has more than one holder.",
        #[doc(alias("misplaced-responsibility", "wrong owner"))]
        misplaced_responsibility::MisplacedResponsibility "Something is with the leader who is not its home.",
        #[doc(alias = "accountability-without-authority")]
        accountability_without_authority::AccountabilityWithoutAuthority "A leader answers for profit and loss without holding what makes them.",
        #[doc(alias = "commercial-disconnect")]
        commercial_disconnect::CommercialDisconnect "Product and technology work does not become commercial results.";
    Governance in governance:
        #[doc(alias = "strategy-misalignment")]
        strategy_misalignment::StrategyMisalignment "Product and technology do not follow the strategy of the business.",
        #[doc(alias = "no-review-cadence")]
        no_review_cadence::NoReviewCadence "Nobody looks again at whether the structure still fits.",
        #[doc(alias = "change-without-cause")]
        change_without_cause::ChangeWithoutCause "Two leaders who work well together are merged into one without a reason.",
        #[doc(alias("transition-risk", "reorganization"))]
        transition_risk::TransitionRisk "Many responsibilities change hands at once.",
        #[doc(alias("insufficient-evidence", "unknown"))]
        insufficient_evidence::InsufficientEvidence "Too little is known to say much.";
}

word_set! {
    /// Some warnings, by their names.
    ///
    /// ```
    /// use cpto::{WarningCode, WarningSet};
    ///
    /// let set = WarningSet::of(&[WarningCode::SkillGap, WarningCode::OverloadRisk]);
    /// assert_eq!(set.to_string(), "overload-risk, skill-gap");
    /// ```
    pub struct WarningSet(u32) of names WarningCode, such as OverloadRisk and SkillGap
}

impl WarningCode {
    /// How many warnings an assessment has room for: each once, and those of seats once more.
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
    pub(crate) const CELLS: usize = {
        let (mut cells, mut code) = (0, 0);
        while code < Self::COUNT {
            cells += 1 + Self::ALL[code].is_of_seat() as usize;
            code += 1;
        }
        cells
    };

    /// The code and the seat, counted from 0, of each of them.
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

    /// Where the cells of each begin.
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

    /// The place of a warning, of a seat counted from 0, among all that an assessment has room for.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "each has its cells")]
    pub(crate) const fn cell(self, seat: usize) -> usize {
        Self::CELL[self as usize] + seat
    }

    /// What the warning is about.
    #[must_use]
    pub const fn family(self) -> Family {
        self.row().family
    }

    /// Whether it speaks of the proposal, and so counts towards the verdict, as all do but `insufficient-evidence`: that
    /// one speaks of how much is known.
    #[must_use]
    pub const fn counts_towards_verdict(self) -> bool {
        !matches!(self, Self::InsufficientEvidence)
    }

    /// Whether it is given once for each seat.
    #[inline]
    #[must_use]
    pub const fn is_of_seat(self) -> bool {
        self.row().of_seat
    }

    /// The sources that it rests on.
    #[must_use]
    pub const fn citations(self) -> &'static [Citation] {
        self.row().citations
    }

    /// What it flags, in one sentence.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        self.row().summary
    }

    /// What it looks at, in a few sentences.
    #[must_use]
    pub const fn about(self) -> &'static str {
        self.row().about
    }

    /// Why it matters.
    #[must_use]
    pub const fn why_it_matters(self) -> &'static str {
        self.row().why
    }

    /// When it is fine to leave it.
    #[must_use]
    pub const fn when_it_is_fine(self) -> &'static str {
        self.row().fine
    }

    /// A small proposal that raises it at this severity in every world, by the default policy; nothing where that never
    /// makes it so severe. For [`Severity::None`], the nearest proposal that raises it in no world. It always builds.
    ///
    /// ```
    /// use cpto::{Severity, WarningCode, evaluate};
    ///
    /// let code = WarningCode::NoCounterpartChallenge;
    /// let draft = code.example(Severity::Medium).expect("one of two practices is missing");
    /// assert_eq!(evaluate(&draft.build()?).worst(code).value(), Some(Severity::Medium));
    /// assert!(code.example(Severity::Critical).is_none());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn example(self, severity: Severity) -> Option<Draft<Proposal>> {
        self.example_of(severity)
    }

    /// The example of the least severity that it ever has. It always builds.
    ///
    /// ```
    /// use cpto::{Severity, WarningCode, evaluate};
    ///
    /// let code = WarningCode::PrematureSplit;
    /// assert!(evaluate(&code.raised().build()?).worst(code).least() > Severity::None);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn raised(self) -> Draft<Proposal> {
        let mut severities = Severity::ALL.iter().skip(1);
        severities.find_map(|severity| self.example(*severity)).unwrap_or_else(Proposal::draft)
    }
}
