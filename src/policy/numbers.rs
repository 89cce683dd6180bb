//! Which numbers does the evaluation use?
//!
//! Every number is declared here once, with its meaning and its bounds; those of advice have a separate file.
//! [`Policy::DEFAULT`](crate::Policy::DEFAULT) is a judgement, chosen to agree with the sources. It is not based on measurements.

use crate::input::fault::Order;
pub use crate::policy::advising::{DivideNumbers, RankingNumbers, RepairNumbers};
use crate::policy::bounds::{ANY, Bounds, FALLING, RISING, STEPS, within};
use crate::policy::defaults::{BASE, default_needs};
use crate::policy::ladder::Ladder;
use crate::policy::sections::sections;
use crate::vocabulary::responsibility::ByResponsibility;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{ByMaturity, Maturity};
use crate::vocabulary::skill::{BySkill, Proficiency, Skill};
use crate::vocabulary::stage::ByStage;
use crate::vocabulary::table::Table;
use Severity::{Critical, High, Low, Medium, None as Nothing};

use crate::policy::setting::Stricter::{Fixed, Free, Higher, Lower};

/// Like [`Ladder::new`], where 0 means no threshold.
const fn ladder(low: u32, medium: u32, high: u32, critical: u32) -> Ladder {
    const fn threshold(number: u32) -> Option<u32> {
        if number == 0 { None } else { Some(number) }
    }
    Ladder::new([threshold(low), threshold(medium), threshold(high), threshold(critical)])
}

sections! {
    /// The numbers of the evaluation. A [`Policy`](crate::Policy) holds these numbers after they have passed the checks. The
    /// [guide](crate::guide::policies#every-number) lists each with its default and its bounds.
    ///
    /// ```
    /// use cpto::{Policy, policy::Numbers};
    ///
    /// let mut numbers = Numbers::DEFAULT;
    /// numbers.capacity = 90;
    /// assert_eq!(Policy::new(numbers)?.numbers().capacity, 90);
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub struct Numbers {
        /// The effort that responsibilities take.
        pub effort: Effort = Effort::DEFAULT, ANY, Free;
        /// The skills that the roles need.
        pub needs: Needs = Needs::DEFAULT, ANY, Free;
        /// The capacity of one leader, in percent of a full time. Loads are shown against it, but the severity of a load
        /// depends on `overload_risk.load_above`.
        pub capacity: u32 = 100, within(1, 1_000), Free;
        /// The level of `integration` from which product and technology count as closely coupled.
        pub close_integration: Maturity = Maturity::QuantitativelyManaged, ANY, Lower;
        /// The plausible headcounts at each stage.
        pub plausible_headcount: PlausibleHeadcount = PlausibleHeadcount::DEFAULT, ANY, Fixed;
        /// The longest term, in months, that counts as short. One person can bear a burden for that long.
        pub short_term_at_most: u8 = 6, within(0, 120), Lower;
        /// Numbers of [`overload-risk`](crate::guide::warnings#overload-risk).
        pub overload_risk: OverloadRiskNumbers = OverloadRiskNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`context-switching`](crate::guide::warnings#context-switching).
        pub context_switching: ContextSwitchingNumbers = ContextSwitchingNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`one-sided-focus`](crate::guide::warnings#one-sided-focus).
        pub one_sided_focus: OneSidedFocusNumbers = OneSidedFocusNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`no-second-line`](crate::guide::warnings#no-second-line).
        pub no_second_line: NoSecondLineNumbers = NoSecondLineNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`key-person-dependency`](crate::guide::warnings#key-person-dependency).
        pub key_person_dependency: KeyPersonDependencyNumbers = KeyPersonDependencyNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`part-time-leadership`](crate::guide::warnings#part-time-leadership).
        pub part_time_leadership: PartTimeLeadershipNumbers = PartTimeLeadershipNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`no-counterpart-challenge`](crate::guide::warnings#no-counterpart-challenge).
        pub no_counterpart_challenge: NoCounterpartChallengeNumbers = NoCounterpartChallengeNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`segregation-of-duties`](crate::guide::warnings#segregation-of-duties).
        pub segregation_of_duties: SegregationOfDutiesNumbers = SegregationOfDutiesNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`technology-needs-dedicated-leader`](crate::guide::warnings#technology-needs-dedicated-leader).
        pub technology_needs_dedicated_leader: TechnologyNeedsDedicatedLeaderNumbers = TechnologyNeedsDedicatedLeaderNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`product-needs-dedicated-leader`](crate::guide::warnings#product-needs-dedicated-leader).
        pub product_needs_dedicated_leader: ProductNeedsDedicatedLeaderNumbers = ProductNeedsDedicatedLeaderNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`scale-requires-both`](crate::guide::warnings#scale-requires-both).
        pub scale_requires_both: ScaleRequiresBothNumbers = ScaleRequiresBothNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`skill-gap`](crate::guide::warnings#skill-gap).
        pub skill_gap: SkillGapNumbers = SkillGapNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`premature-split`](crate::guide::warnings#premature-split).
        pub premature_split: PrematureSplitNumbers = PrematureSplitNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`cost-burden`](crate::guide::warnings#cost-burden).
        pub cost_burden: CostBurdenNumbers = CostBurdenNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`inseparable-decisions`](crate::guide::warnings#inseparable-decisions).
        pub inseparable_decisions: InseparableDecisionsNumbers = InseparableDecisionsNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`misalignment-risk`](crate::guide::warnings#misalignment-risk).
        pub misalignment_risk: MisalignmentRiskNumbers = MisalignmentRiskNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`no-collaboration-forum`](crate::guide::warnings#no-collaboration-forum).
        pub no_collaboration_forum: NoCollaborationForumNumbers = NoCollaborationForumNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`decision-latency`](crate::guide::warnings#decision-latency).
        pub decision_latency: DecisionLatencyNumbers = DecisionLatencyNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`unowned-responsibility`](crate::guide::warnings#unowned-responsibility).
        pub unowned_responsibility: UnownedResponsibilityNumbers = UnownedResponsibilityNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`contested-responsibility`](crate::guide::warnings#contested-responsibility).
        pub contested_responsibility: HolderNumbers = HolderNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`misplaced-responsibility`](crate::guide::warnings#misplaced-responsibility).
        pub misplaced_responsibility: HolderNumbers = HolderNumbers { core: Medium, other: Low, ..HolderNumbers::DEFAULT }, ANY, Free;
        /// Numbers of [`accountability-without-authority`](crate::guide::warnings#accountability-without-authority).
        pub accountability_without_authority: AccountabilityWithoutAuthorityNumbers = AccountabilityWithoutAuthorityNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`commercial-disconnect`](crate::guide::warnings#commercial-disconnect).
        pub commercial_disconnect: CommercialDisconnectNumbers = CommercialDisconnectNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`strategy-misalignment`](crate::guide::warnings#strategy-misalignment).
        pub strategy_misalignment: StrategyMisalignmentNumbers = StrategyMisalignmentNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`no-review-cadence`](crate::guide::warnings#no-review-cadence).
        pub no_review_cadence: NoReviewCadenceNumbers = NoReviewCadenceNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`change-without-cause`](crate::guide::warnings#change-without-cause).
        pub change_without_cause: ChangeWithoutCauseNumbers = ChangeWithoutCauseNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`transition-risk`](crate::guide::warnings#transition-risk).
        pub transition_risk: TransitionRiskNumbers = TransitionRiskNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`insufficient-evidence`](crate::guide::warnings#insufficient-evidence).
        pub insufficient_evidence: InsufficientEvidenceNumbers = InsufficientEvidenceNumbers::DEFAULT, ANY, Free;
        /// Numbers of the [benefits](crate::Benefit).
        pub benefits: BenefitNumbers = BenefitNumbers::DEFAULT, ANY, Free;
        /// Numbers for [ranking](crate::advice::compare::rank) proposals.
        pub ranking: RankingNumbers = RankingNumbers::DEFAULT, ANY, Free;
        /// Numbers for [repairs](crate::advice::repair).
        pub repair: RepairNumbers = RepairNumbers::DEFAULT, ANY, Free;
        /// Numbers for the best [division](crate::advice::divide) of responsibilities.
        pub divide: DivideNumbers = DivideNumbers::DEFAULT, ANY, Free;
    }

    /// The effort of a responsibility, in percent of a leader's full time: base × quarters × tenths × hundredths / 4000.
    pub struct Effort {
        /// Percentage of one leader's full time, for quantitatively managed maturity in an established company.
        pub base: ByResponsibility<u8> = BASE, within(0, 100), Fixed;
        /// Quarters of the base at each level of the responsibility's signal.
        pub quarters: ByMaturity<u8> = Table::new([7, 6, 5, 4, 3]), Bounds { order: Some(Order::Falling), ..within(1, 40) }, Fixed;
        /// Quarters of the base if the responsibility has no signal, or its signal is not applicable.
        pub quarters_without_signal: u8 = 4, within(1, 40), Fixed;
        /// Tenths of the effort that stay with the leader where an experienced head below takes a share.
        pub tenths_with_lead: u8 = 7, within(1, 10), Fixed;
        /// Hundredths of the base at each stage.
        pub hundredths: ByStage<u16> = Table::new([50, 80, 100, 130]), Bounds { order: Some(Order::Rising), ..within(1, 1_000) }, Fixed;
    }

    /// The plausible headcounts of a company at each stage. Neither end falls from one stage to the next, and the ranges of
    /// neighbouring stages overlap or touch.
    pub struct PlausibleHeadcount {
        /// The fewest people.
        pub least: ByStage<u32> = Table::new([1, 10, 20, 1_000]), Bounds { order: Some(Order::Rising), ..within(1, i64::from(u32::MAX)) }, Fixed;
        /// The most people.
        pub most: ByStage<u32> = Table::new([250, 5_000, u32::MAX, u32::MAX]), Bounds { order: Some(Order::Rising), ..within(1, i64::from(u32::MAX)) }, Fixed;
    }

    /// The proficiency that each role needs in each skill. A CPTO needs the higher of the two.
    pub struct Needs {
        /// The proficiency that a CTO needs in each skill.
        pub cto: BySkill<Option<Proficiency>> = default_needs(Role::Cto), ANY, Higher;
        /// The proficiency that a CPO needs in each skill.
        pub cpo: BySkill<Option<Proficiency>> = default_needs(Role::Cpo), ANY, Higher;
    }

    /// Numbers of [`overload-risk`](crate::guide::warnings#overload-risk).
    pub struct OverloadRiskNumbers {
        /// Loads, in percent, above which each severity applies.
        pub load_above: Ladder = ladder(0, 100, 130, 160), RISING, Lower;
        /// Numbers of direct reports above which at least each severity applies.
        pub direct_reports_above: Ladder = ladder(0, 10, 15, 0), RISING, Lower;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`context-switching`](crate::guide::warnings#context-switching).
    pub struct ContextSwitchingNumbers {
        /// Percentages of a full time that the lesser of the product and technology loads must reach for each severity.
        pub lesser_load_at_least: Ladder = ladder(30, 50, 0, 0), RISING, Lower;
        /// Steps down where focus time is protected.
        pub steps_down_focus_time: u8 = 1, STEPS, Lower;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`one-sided-focus`](crate::guide::warnings#one-sided-focus).
    pub struct OneSidedFocusNumbers {
        /// Differences between the attention and the load's share, in points, above which each severity applies.
        pub points_above: Ladder = ladder(10, 20, 35, 0), Bounds { order: Some(Order::Rising), ..within(0, 100) }, Lower;
    }

    /// Numbers of [`no-second-line`](crate::guide::warnings#no-second-line).
    pub struct NoSecondLineNumbers {
        /// Severity at each stage with neither head in place.
        pub neither_lead: ByStage<Severity> = Table::new([Low, Medium, High, High]), ANY, Higher;
        /// Severity at each stage with exactly one head in place. It is not above the severity with neither.
        pub one_lead: ByStage<Severity> = Table::new([Nothing, Low, Medium, Medium]), ANY, Higher;
        /// Highest severity with both heads in place, before the steps. It is not above the severity with one head.
        pub left_with_both_leads: Severity = Nothing, ANY, Higher;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`key-person-dependency`](crate::guide::warnings#key-person-dependency).
    pub struct KeyPersonDependencyNumbers {
        /// Severity at each stage without a succession plan.
        pub stage: ByStage<Severity> = Table::new([Low, Medium, High, High]), ANY, Higher;
        /// Highest severity with a succession plan, before the steps.
        pub left_with_plan: Severity = Nothing, ANY, Higher;
        /// Steps down where both heads are in place.
        pub steps_down_both_leads: u8 = 1, STEPS, Lower;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`part-time-leadership`](crate::guide::warnings#part-time-leadership).
    pub struct PartTimeLeadershipNumbers {
        /// Loads, in percent, above which each severity applies: those that leading a field adds to an office, without
        /// the work that belongs to the office anyway.
        pub load_above: Ladder = ladder(40, 65, 100, 0), RISING, Lower;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`no-counterpart-challenge`](crate::guide::warnings#no-counterpart-challenge).
    pub struct NoCounterpartChallengeNumbers {
        /// Severity with neither stakeholder debate nor leadership challenge in place.
        pub neither: Severity = High, FALLING, Higher;
        /// Severity with one of them in place. It is not above the severity with neither.
        pub one: Severity = Medium, FALLING, Higher;
        /// Severity with both in place. It is not above the severity with one.
        pub both: Severity = Low, FALLING, Higher;
        /// Steps down where there are two sides and one reports to the other.
        pub steps_down_two_sides: u8 = 1, STEPS, Lower;
        /// The severity that these steps do not go below.
        pub not_below: Severity = Low, ANY, Higher;
    }

    /// Numbers of [`segregation-of-duties`](crate::guide::warnings#segregation-of-duties).
    pub struct SegregationOfDutiesNumbers {
        /// Severity in a separate structure.
        pub separate: Severity = Low, ANY, Higher;
        /// Severity in a combined structure.
        pub combined: Severity = Medium, ANY, Higher;
        /// Highest severity with independent assurance, before the steps.
        pub left_with_assurance: Severity = Nothing, ANY, Higher;
        /// Steps up in a regulated company.
        pub steps_up_regulated: u8 = 1, STEPS, Higher;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`technology-needs-dedicated-leader`](crate::guide::warnings#technology-needs-dedicated-leader).
    pub struct TechnologyNeedsDedicatedLeaderNumbers {
        /// Severity at each level of the lowest of the three grounds.
        pub lowest: ByMaturity<Severity> = Table::new([Critical, High, Nothing, Nothing, Nothing]), FALLING, Fixed;
        /// Steps down where a head of engineering is in place.
        pub steps_down_engineering_lead: u8 = 1, STEPS, Lower;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
        /// The severity that the steps do not go below.
        pub not_below: Severity = Low, ANY, Higher;
    }

    /// Numbers of [`product-needs-dedicated-leader`](crate::guide::warnings#product-needs-dedicated-leader).
    pub struct ProductNeedsDedicatedLeaderNumbers {
        /// Severity at each level of the higher of the two grounds.
        pub higher: ByMaturity<Severity> = Table::new([Critical, High, Nothing, Nothing, Nothing]), FALLING, Fixed;
        /// Severity at each level of the lower ground, past the startup stage. The worse of the two severities counts.
        pub lower: ByMaturity<Severity> = Table::new([Medium, Medium, Nothing, Nothing, Nothing]), FALLING, Fixed;
        /// Severity at each level of the lower ground in a startup.
        pub lower_in_startup: ByMaturity<Severity> = Table::new([Low, Low, Nothing, Nothing, Nothing]), FALLING, Fixed;
        /// Steps down where a head of product is in place.
        pub steps_down_product_lead: u8 = 1, STEPS, Lower;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
        /// The severity that the steps do not go below.
        pub not_below: Severity = Low, ANY, Higher;
    }

    /// Numbers of [`scale-requires-both`](crate::guide::warnings#scale-requires-both).
    pub struct ScaleRequiresBothNumbers {
        /// Headcounts that a company must reach for each severity.
        pub headcount_at_least: Ladder = ladder(250, 1_000, 5_000, 0), RISING, Lower;
        /// Least severity at each stage, before the steps.
        pub stage: ByStage<Severity> = Table::new([Nothing, Nothing, Nothing, Medium]), ANY, Higher;
        /// Steps down where both heads are in place.
        pub steps_down_both_leads: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`skill-gap`](crate::guide::warnings#skill-gap).
    pub struct SkillGapNumbers {
        /// Steps of the scale that the largest shortfall must reach for each severity.
        pub shortfall_at_least: Ladder = ladder(1, 2, 3, 0), Bounds { order: Some(Order::Rising), ..within(1, 4) }, Lower;
        /// Steps by which a head of the skill's field, if in place, reduces a shortfall in a CPTO seat.
        pub relief_by_lead: u8 = 1, STEPS, Lower;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`premature-split`](crate::guide::warnings#premature-split).
    pub struct PrematureSplitNumbers {
        /// Headcounts below which each severity applies.
        pub headcount_below: Ladder = ladder(0, 40, 20, 0), FALLING, Higher;
        /// Least severity in a startup.
        pub startup: Severity = Low, ANY, Higher;
        /// Steps down past the startup stage where one field needs a dedicated leader.
        pub steps_down_dedicated: u8 = 1, STEPS, Lower;
        /// The least severity, before its own steps, at which that need counts.
        pub dedicated_at_least: Severity = High, within(1, 4), Higher;
        /// The highest level of product-market fit at which a startup steps up.
        pub fit_at_most: Maturity = Maturity::Managed, ANY, Higher;
        /// Steps up for such a fit.
        pub steps_up_fit: u8 = 1, STEPS, Higher;
        /// The severity that these steps do not go above.
        pub not_above: Severity = High, ANY, Higher;
    }

    /// Numbers of [`cost-burden`](crate::guide::warnings#cost-burden).
    pub struct CostBurdenNumbers {
        /// Severity of a pair with a budget for one executive.
        pub pair: Severity = High, ANY, Higher;
        /// Severity of a CPTO with both heads and a budget for one executive.
        pub combined: Severity = Low, ANY, Higher;
    }

    /// Numbers of [`inseparable-decisions`](crate::guide::warnings#inseparable-decisions).
    pub struct InseparableDecisionsNumbers {
        /// Severity at each level of integration.
        pub integration: ByMaturity<Severity> = Table::new([Nothing, Nothing, Nothing, Low, Medium]), RISING, Higher;
        /// Steps down where shared goals and the forum are both in place.
        pub steps_down_goals_and_forum: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`misalignment-risk`](crate::guide::warnings#misalignment-risk).
    pub struct MisalignmentRiskNumbers {
        /// Severity at each level of collaboration.
        pub collaboration: ByMaturity<Severity> = Table::new([Critical, High, Medium, Low, Nothing]), FALLING, Higher;
        /// Steps down where goals are shared.
        pub steps_down_shared_goals: u8 = 1, STEPS, Lower;
        /// Steps up where product and technology are closely coupled.
        pub steps_up_close_integration: u8 = 1, STEPS, Higher;
    }

    /// Numbers of [`no-collaboration-forum`](crate::guide::warnings#no-collaboration-forum).
    pub struct NoCollaborationForumNumbers {
        /// Severity without the forum.
        pub severity: Severity = Medium, ANY, Higher;
        /// Highest severity with the forum, before the steps.
        pub left_with_forum: Severity = Nothing, ANY, Higher;
        /// Steps up where product and technology are closely coupled.
        pub steps_up_close_integration: u8 = 1, STEPS, Higher;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`decision-latency`](crate::guide::warnings#decision-latency).
    pub struct DecisionLatencyNumbers {
        /// Severity at each stage without decision rights.
        pub stage: ByStage<Severity> = Table::new([Medium, Medium, Low, Low]), ANY, Higher;
        /// Highest severity with decision rights, before the steps.
        pub left_with_rights: Severity = Nothing, ANY, Higher;
        /// Steps down where one side reports to the other, or both seats to the same office.
        pub steps_down_superior: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`unowned-responsibility`](crate::guide::warnings#unowned-responsibility).
    pub struct UnownedResponsibilityNumbers {
        /// Severity if at least one of the responsibilities is core.
        pub core: Severity = High, ANY, Higher;
        /// Severity if none of them is core.
        pub other: Severity = Medium, ANY, Higher;
    }

    /// Numbers of [`contested-responsibility`](crate::guide::warnings#contested-responsibility) and of
    /// [`misplaced-responsibility`](crate::guide::warnings#misplaced-responsibility). `DEFAULT` holds those of the first; the
    /// default policy has milder severities for the second.
    pub struct HolderNumbers {
        /// Severity if at least one of the responsibilities is core.
        pub core: Severity = High, ANY, Higher;
        /// Severity if none of them is core.
        pub other: Severity = Medium, ANY, Higher;
        /// Steps down where decision rights are written down.
        pub steps_down_decision_rights: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`accountability-without-authority`](crate::guide::warnings#accountability-without-authority).
    pub struct AccountabilityWithoutAuthorityNumbers {
        /// The severity of the warning.
        pub severity: Severity = Medium, ANY, Higher;
        /// Steps down where decision rights are written down.
        pub steps_down_decision_rights: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`commercial-disconnect`](crate::guide::warnings#commercial-disconnect).
    pub struct CommercialDisconnectNumbers {
        /// Severity at each level of commercial performance.
        pub commercial_performance: ByMaturity<Severity> = Table::new([High, Medium, Nothing, Nothing, Nothing]), FALLING, Higher;
        /// Steps up where nobody holds profit and loss, or the business model.
        pub steps_up_unowned: u8 = 1, STEPS, Higher;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`strategy-misalignment`](crate::guide::warnings#strategy-misalignment).
    pub struct StrategyMisalignmentNumbers {
        /// Severity at each level of strategic alignment.
        pub strategic_alignment: ByMaturity<Severity> = Table::new([High, Medium, Low, Nothing, Nothing]), FALLING, Higher;
        /// Least severity where nobody holds the responsibility, before the steps.
        pub unowned: Severity = Medium, ANY, Higher;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`no-review-cadence`](crate::guide::warnings#no-review-cadence).
    pub struct NoReviewCadenceNumbers {
        /// Severity in a separate structure.
        pub separate: Severity = Low, ANY, Higher;
        /// Severity at each stage in a combined structure.
        pub combined: ByStage<Severity> = Table::new([Medium, High, Medium, Medium]), ANY, Higher;
        /// Highest severity with periodic review, before the steps.
        pub left_with_review: Severity = Nothing, ANY, Higher;
        /// Steps up where a seat is interim.
        pub steps_up_interim: u8 = 1, STEPS, Higher;
        /// The severity that the steps do not go above.
        pub not_above: Severity = High, ANY, Higher;
        /// The longest term, in months, whose end counts as a review.
        pub term_at_most: u8 = 12, within(0, 120), Lower;
    }

    /// Numbers of [`change-without-cause`](crate::guide::warnings#change-without-cause).
    pub struct ChangeWithoutCauseNumbers {
        /// Severity at each level of collaboration.
        pub collaboration: ByMaturity<Severity> = Table::new([Nothing, Nothing, Nothing, Low, Medium]), RISING, Higher;
        /// Steps down, once, for growth, transformation, renewal or friction.
        pub steps_down_cause: u8 = 1, STEPS, Lower;
        /// Steps up for cost.
        pub steps_up_cost: u8 = 1, STEPS, Higher;
    }

    /// Numbers of [`transition-risk`](crate::guide::warnings#transition-risk).
    pub struct TransitionRiskNumbers {
        /// Numbers of responsibilities changing hands above which each severity applies.
        pub moves_above: Ladder = ladder(6, 12, 20, 0), RISING, Lower;
        /// Steps up for a vacancy.
        pub steps_up_vacancy: u8 = 1, STEPS, Higher;
        /// Steps down where a handover plan is in place.
        pub steps_down_handover_plan: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`insufficient-evidence`](crate::guide::warnings#insufficient-evidence).
    pub struct InsufficientEvidenceNumbers {
        /// Percentages of wholly unknown signals, among those that count, that must be reached for each severity.
        pub unknown_at_least: Ladder = ladder(25, 50, 0, 0), Bounds { order: Some(Order::Rising), ..within(0, 100) }, Lower;
    }

    /// Numbers of the [benefits](crate::Benefit).
    pub struct BenefitNumbers {
        /// The least level of integration at which a combined structure aligns priorities.
        pub aligned_priorities_integration: Maturity = Maturity::Defined, ANY, Free;
        /// The worst skill gap with which a CPTO still brings a unified vision.
        pub unified_vision_gap: Severity = Low, ANY, Free;
        /// The least level of collaboration at which the two of a pair challenge each other.
        pub counterpart_challenge_collaboration: Maturity = Maturity::Defined, ANY, Free;
        /// The worst skill gap with which the two of a pair still bring depth.
        pub specialist_depth_gap: Severity = Low, ANY, Free;
        /// The least severity of a field's need for its own leader, before the steps, at which a dedicated leader is a benefit.
        pub dedicated_at_least: Severity = Medium, within(1, 4), Free;
    }
}

impl Needs {
    /// The proficiency that a role needs in a skill. A CPTO needs the higher of the other two.
    ///
    /// ```
    /// use cpto::{Policy, Role, Skill};
    ///
    /// let needs = Policy::DEFAULT.numbers().needs;
    /// assert_eq!(needs.of(Role::Cpo, Skill::Finance), needs.cpo.get(Skill::Finance));
    /// ```
    #[must_use]
    pub fn of(&self, role: Role, skill: Skill) -> Option<Proficiency> {
        let [cto, cpo] = [&self.cto, &self.cpo].map(|needs| needs.get(skill));
        match role {
            Role::Cto => cto,
            Role::Cpo => cpo,
            Role::Cpto => cto.max(cpo),
        }
    }
}

#[cfg(test)]
mod tests;
