//! Which numbers does the evaluation go by?
//!
//! Every number is here, once, beside what it means and what it may be; those of advice are in a file of their own.
//! [`Policy::DEFAULT`](crate::Policy::DEFAULT) is a judgement, chosen to agree with the sources and measured by nobody.

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

/// Like [`Ladder::new`], with 0 where there is no threshold.
const fn ladder(low: u32, medium: u32, high: u32, critical: u32) -> Ladder {
    const fn threshold(number: u32) -> Option<u32> {
        if number == 0 { None } else { Some(number) }
    }
    Ladder::new([threshold(low), threshold(medium), threshold(high), threshold(critical)])
}

sections! {
    /// Every number of the evaluation. [`Policy`](crate::Policy) is these numbers after they passed the checks. The
    /// [guide](crate::guide::policies#every-number) has each with its default and its bounds.
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
        /// What responsibilities take of a leader.
        pub effort: Effort = Effort::DEFAULT, ANY, Free;
        /// What a role has to be good at.
        pub needs: Needs = Needs::DEFAULT, ANY, Free;
        /// What one leader can give, in percent of a full time: what a load is shown against. How severe a load is
        /// goes by `overload_risk.load_above`.
        pub capacity: u32 = 100, within(1, 1_000), Free;
        /// The level of `integration` from which product and technology count as closely coupled.
        pub close_integration: Maturity = Maturity::QuantitativelyManaged, ANY, Lower;
        /// Which headcounts are plausible in a stage.
        pub plausible_headcount: PlausibleHeadcount = PlausibleHeadcount::DEFAULT, ANY, Fixed;
        /// Months up to which a term is short: what weighs on one person is borne for so long.
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
        pub technology_needs_dedicated_leader: TechnologyNumbers = TechnologyNumbers::DEFAULT, ANY, Free;
        /// Numbers of [`product-needs-dedicated-leader`](crate::guide::warnings#product-needs-dedicated-leader).
        pub product_needs_dedicated_leader: ProductNumbers = ProductNumbers::DEFAULT, ANY, Free;
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
        pub accountability_without_authority: AccountabilityNumbers = AccountabilityNumbers::DEFAULT, ANY, Free;
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
        /// Numbers of the order in which proposals are [ranked](crate::advice::compare::rank).
        pub ranking: RankingNumbers = RankingNumbers::DEFAULT, ANY, Free;
        /// Numbers of [repairs](crate::advice::repair).
        pub repair: RepairNumbers = RepairNumbers::DEFAULT, ANY, Free;
        /// Numbers of the best [division](crate::advice::divide) of responsibilities.
        pub divide: DivideNumbers = DivideNumbers::DEFAULT, ANY, Free;
    }

    /// What a responsibility takes of a leader: base × quarters × tenths × hundredths / 4000 percent.
    pub struct Effort {
        /// Percent of one leader's full time at quantitatively managed maturity in an established company.
        pub base: ByResponsibility<u8> = BASE, within(0, 100), Fixed;
        /// Quarters of the base at each level of the responsibility's signal.
        pub quarters: ByMaturity<u8> = Table::new([7, 6, 5, 4, 3]), Bounds { order: Some(Order::Falling), ..within(1, 40) }, Fixed;
        /// Quarters of the base where there is no signal or it is not applicable.
        pub quarters_without_signal: u8 = 4, within(1, 40), Fixed;
        /// Tenths that stay with the leader of what an experienced head below takes a share in.
        pub tenths_with_lead: u8 = 7, within(1, 10), Fixed;
        /// Hundredths of the base at each stage.
        pub hundredths: ByStage<u16> = Table::new([50, 80, 100, 130]), Bounds { order: Some(Order::Rising), ..within(1, 1_000) }, Fixed;
    }

    /// How many people a company of a stage plausibly has. Both ends rise with the stage or stay, and those of stages next to
    /// each other overlap or touch.
    pub struct PlausibleHeadcount {
        /// The fewest people.
        pub least: ByStage<u32> = Table::new([1, 10, 20, 1_000]), Bounds { order: Some(Order::Rising), ..within(1, i64::from(u32::MAX)) }, Fixed;
        /// The most people.
        pub most: ByStage<u32> = Table::new([250, 5_000, u32::MAX, u32::MAX]), Bounds { order: Some(Order::Rising), ..within(1, i64::from(u32::MAX)) }, Fixed;
    }

    /// How good a role has to be at what; a CPTO needs the higher of the two.
    pub struct Needs {
        /// What a CTO needs.
        pub cto: BySkill<Option<Proficiency>> = default_needs(Role::Cto), ANY, Higher;
        /// What a CPO needs.
        pub cpo: BySkill<Option<Proficiency>> = default_needs(Role::Cpo), ANY, Higher;
    }

    /// Numbers of [`overload-risk`](crate::guide::warnings#overload-risk).
    pub struct OverloadRiskNumbers {
        /// Loads in percent above which it has a severity.
        pub load_above: Ladder = ladder(0, 100, 130, 160), RISING, Lower;
        /// Numbers of direct reports above which it has at least a severity.
        pub direct_reports_above: Ladder = ladder(0, 10, 15, 0), RISING, Lower;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`context-switching`](crate::guide::warnings#context-switching).
    pub struct ContextSwitchingNumbers {
        /// Percent of a full time that the lesser of product and technology load has to reach.
        pub lesser_load_at_least: Ladder = ladder(30, 50, 0, 0), RISING, Lower;
        /// Steps down where focus time is protected.
        pub steps_down_focus_time: u8 = 1, STEPS, Lower;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`one-sided-focus`](crate::guide::warnings#one-sided-focus).
    pub struct OneSidedFocusNumbers {
        /// Points of difference, between attention and the load's share, above which it has a severity.
        pub points_above: Ladder = ladder(10, 20, 35, 0), Bounds { order: Some(Order::Rising), ..within(0, 100) }, Lower;
    }

    /// Numbers of [`no-second-line`](crate::guide::warnings#no-second-line).
    pub struct NoSecondLineNumbers {
        /// Severity at each stage with neither head in place.
        pub neither_lead: ByStage<Severity> = Table::new([Low, Medium, High, High]), ANY, Higher;
        /// Severity at each stage with exactly one head in place; not above the one with neither.
        pub one_lead: ByStage<Severity> = Table::new([Nothing, Low, Medium, Medium]), ANY, Higher;
        /// The most that is left of it, of what it is with one head, with both.
        pub left_with_both_leads: Severity = Nothing, ANY, Higher;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`key-person-dependency`](crate::guide::warnings#key-person-dependency).
    pub struct KeyPersonDependencyNumbers {
        /// Severity at each stage without a succession plan.
        pub stage: ByStage<Severity> = Table::new([Low, Medium, High, High]), ANY, Higher;
        /// The most that is left of it with a succession plan.
        pub left_with_plan: Severity = Nothing, ANY, Higher;
        /// Steps down where both heads are in place.
        pub steps_down_both_leads: u8 = 1, STEPS, Lower;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`part-time-leadership`](crate::guide::warnings#part-time-leadership).
    pub struct PartTimeLeadershipNumbers {
        /// Loads of an office that leads a field, without its trade, in percent, above which it has a severity.
        pub load_above: Ladder = ladder(40, 65, 100, 0), RISING, Lower;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`no-counterpart-challenge`](crate::guide::warnings#no-counterpart-challenge).
    pub struct NoCounterpartChallengeNumbers {
        /// Severity with neither stakeholder debate nor leadership challenge in place.
        pub neither: Severity = High, ANY, Higher;
        /// Severity with one of them in place; not above the one with neither.
        pub one: Severity = Medium, ANY, Higher;
        /// Severity with both in place; not above the one with one.
        pub both: Severity = Low, ANY, Higher;
        /// Steps down with two sides of which one reports to the other.
        pub steps_down_two_sides: u8 = 1, STEPS, Lower;
        /// What these steps do not go below.
        pub not_below: Severity = Low, ANY, Higher;
    }

    /// Numbers of [`segregation-of-duties`](crate::guide::warnings#segregation-of-duties).
    pub struct SegregationOfDutiesNumbers {
        /// Severity in a separate structure.
        pub separate: Severity = Low, ANY, Higher;
        /// Severity in a combined structure.
        pub combined: Severity = Medium, ANY, Higher;
        /// The most that is left of it with independent assurance.
        pub left_with_assurance: Severity = Nothing, ANY, Higher;
        /// Steps up in a regulated company.
        pub steps_up_regulated: u8 = 1, STEPS, Higher;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`technology-needs-dedicated-leader`](crate::guide::warnings#technology-needs-dedicated-leader).
    pub struct TechnologyNumbers {
        /// Severity at each level of the lowest of the three grounds.
        pub lowest: ByMaturity<Severity> = Table::new([Critical, High, Nothing, Nothing, Nothing]), FALLING, Fixed;
        /// Steps down where a head of engineering is in place.
        pub steps_down_engineering_lead: u8 = 1, STEPS, Lower;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
        /// What the steps do not go below.
        pub not_below: Severity = Low, ANY, Higher;
    }

    /// Numbers of [`product-needs-dedicated-leader`](crate::guide::warnings#product-needs-dedicated-leader).
    pub struct ProductNumbers {
        /// Severity at each level of the higher of the two grounds.
        pub higher: ByMaturity<Severity> = Table::new([Critical, High, Nothing, Nothing, Nothing]), FALLING, Fixed;
        /// Severity at each level of the lower of the two, past the startup stage; the worse of the two severities counts.
        pub lower: ByMaturity<Severity> = Table::new([Medium, Medium, Nothing, Nothing, Nothing]), FALLING, Fixed;
        /// The same in a startup.
        pub lower_in_startup: ByMaturity<Severity> = Table::new([Low, Low, Nothing, Nothing, Nothing]), FALLING, Fixed;
        /// Steps down where a head of product is in place.
        pub steps_down_product_lead: u8 = 1, STEPS, Lower;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
        /// What the steps do not go below.
        pub not_below: Severity = Low, ANY, Higher;
    }

    /// Numbers of [`scale-requires-both`](crate::guide::warnings#scale-requires-both).
    pub struct ScaleRequiresBothNumbers {
        /// People a company has to have.
        pub headcount_at_least: Ladder = ladder(250, 1_000, 5_000, 0), RISING, Lower;
        /// Severity that it has at least at each stage.
        pub stage: ByStage<Severity> = Table::new([Nothing, Nothing, Nothing, Medium]), ANY, Higher;
        /// Steps down where both heads are in place.
        pub steps_down_both_leads: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`skill-gap`](crate::guide::warnings#skill-gap).
    pub struct SkillGapNumbers {
        /// Steps of the scale that the largest shortfall has to reach.
        pub shortfall_at_least: Ladder = ladder(1, 2, 3, 0), Bounds { order: Some(Order::Rising), ..within(1, 4) }, Lower;
        /// Steps that a shortfall counts less in a CPTO seat with a head for the skill's craft in place.
        pub relief_by_lead: u8 = 1, STEPS, Lower;
        /// Steps down for a short term.
        pub steps_down_short_term: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`premature-split`](crate::guide::warnings#premature-split).
    pub struct PrematureSplitNumbers {
        /// People below which it has a severity.
        pub headcount_below: Ladder = ladder(0, 40, 20, 0), FALLING, Higher;
        /// Severity that it has at least in a startup.
        pub startup: Severity = Low, ANY, Higher;
        /// Steps down past the startup stage where one field needs a dedicated leader.
        pub steps_down_dedicated: u8 = 1, STEPS, Lower;
        /// The severity of that need, before its steps, from which it counts.
        pub dedicated_at_least: Severity = High, within(1, 4), Higher;
        /// The level of product-market fit up to which a startup steps up.
        pub fit_at_most: Maturity = Maturity::Managed, ANY, Higher;
        /// Steps up for it.
        pub steps_up_fit: u8 = 1, STEPS, Higher;
        /// What these steps do not go above.
        pub not_above: Severity = High, ANY, Higher;
    }

    /// Numbers of [`cost-burden`](crate::guide::warnings#cost-burden).
    pub struct CostBurdenNumbers {
        /// Severity of a pair on a budget of one executive.
        pub pair: Severity = High, ANY, Higher;
        /// Severity of a CPTO with both heads on a budget of one executive.
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
        /// Steps up where the two are closely coupled.
        pub steps_up_close_integration: u8 = 1, STEPS, Higher;
    }

    /// Numbers of [`no-collaboration-forum`](crate::guide::warnings#no-collaboration-forum).
    pub struct NoCollaborationForumNumbers {
        /// Severity without the forum.
        pub severity: Severity = Medium, ANY, Higher;
        /// The most that is left of it with the forum.
        pub left_with_forum: Severity = Nothing, ANY, Higher;
        /// Steps up where the two are closely coupled.
        pub steps_up_close_integration: u8 = 1, STEPS, Higher;
        /// Steps down in a startup.
        pub steps_down_startup: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`decision-latency`](crate::guide::warnings#decision-latency).
    pub struct DecisionLatencyNumbers {
        /// Severity at each stage without decision rights.
        pub stage: ByStage<Severity> = Table::new([Medium, Medium, Low, Low]), ANY, Higher;
        /// The most that is left of it with decision rights.
        pub left_with_rights: Severity = Nothing, ANY, Higher;
        /// Steps down where one side reports to the other, or both seats to the same office.
        pub steps_down_superior: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`unowned-responsibility`](crate::guide::warnings#unowned-responsibility).
    pub struct UnownedResponsibilityNumbers {
        /// Severity where a core responsibility is among them.
        pub core: Severity = High, ANY, Higher;
        /// Severity of any other.
        pub other: Severity = Medium, ANY, Higher;
    }

    /// Numbers of [`contested-responsibility`](crate::guide::warnings#contested-responsibility) and of
    /// [`misplaced-responsibility`](crate::guide::warnings#misplaced-responsibility). The constant has those of the first; the default
    /// policy has milder severities for the second.
    pub struct HolderNumbers {
        /// Severity where a core responsibility is among them.
        pub core: Severity = High, ANY, Higher;
        /// Severity of any other.
        pub other: Severity = Medium, ANY, Higher;
        /// Steps down where decision rights are written.
        pub steps_down_decision_rights: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`accountability-without-authority`](crate::guide::warnings#accountability-without-authority).
    pub struct AccountabilityNumbers {
        /// Severity.
        pub severity: Severity = Medium, ANY, Higher;
        /// Steps down where decision rights are written.
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
        /// Severity that it has at least where nobody holds the responsibility.
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
        /// The most that is left of it with periodic review.
        pub left_with_review: Severity = Nothing, ANY, Higher;
        /// Steps up where a seat is interim.
        pub steps_up_interim: u8 = 1, STEPS, Higher;
        /// What the steps do not go above.
        pub not_above: Severity = High, ANY, Higher;
        /// Months up to which the end of a term is a review.
        pub term_at_most: u8 = 12, within(0, 120), Lower;
    }

    /// Numbers of [`change-without-cause`](crate::guide::warnings#change-without-cause).
    pub struct ChangeWithoutCauseNumbers {
        /// Severity at each level of collaboration.
        pub collaboration: ByMaturity<Severity> = Table::new([Nothing, Nothing, Nothing, Low, Medium]), RISING, Higher;
        /// Steps down for growth, transformation, renewal and friction, once.
        pub steps_down_cause: u8 = 1, STEPS, Lower;
        /// Steps up for cost.
        pub steps_up_cost: u8 = 1, STEPS, Higher;
    }

    /// Numbers of [`transition-risk`](crate::guide::warnings#transition-risk).
    pub struct TransitionRiskNumbers {
        /// Numbers of responsibilities that change hands above which it has a severity.
        pub moves_above: Ladder = ladder(6, 12, 20, 0), RISING, Lower;
        /// Steps up for a vacancy.
        pub steps_up_vacancy: u8 = 1, STEPS, Higher;
        /// Steps down where a handover plan is in place.
        pub steps_down_handover_plan: u8 = 1, STEPS, Lower;
    }

    /// Numbers of [`insufficient-evidence`](crate::guide::warnings#insufficient-evidence).
    pub struct InsufficientEvidenceNumbers {
        /// Percent of the signals that count, wholly unknown, that has to be reached.
        pub unknown_at_least: Ladder = ladder(25, 50, 0, 0), Bounds { order: Some(Order::Rising), ..within(0, 100) }, Lower;
    }

    /// Numbers of the [benefits](crate::Benefit).
    pub struct BenefitNumbers {
        /// The level of integration from which a combined structure aligns priorities.
        pub aligned_priorities_integration: Maturity = Maturity::Defined, ANY, Free;
        /// The worst skill gap with which a CPTO brings a unified vision.
        pub unified_vision_gap: Severity = Low, ANY, Free;
        /// The level of collaboration from which the two of a pair challenge each other.
        pub counterpart_challenge_collaboration: Maturity = Maturity::Defined, ANY, Free;
        /// The worst skill gap with which the two of a pair bring depth.
        pub specialist_depth_gap: Severity = Low, ANY, Free;
        /// How badly a field has to need a leader of its own, before the steps, that a dedicated one is in favour.
        pub dedicated_at_least: Severity = Medium, within(1, 4), Free;
    }
}

impl Needs {
    /// How good a role has to be at a skill. A CPTO needs the higher of the other two.
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
