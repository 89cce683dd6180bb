use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::policy::ladder::Ladder;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::scale::Headcount;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// The company is still so small that two leaders add a layer.
    ///
    /// Few people decide, or the startup stage. Past that stage, a field that needs a leader of its own makes it
    /// milder.
    ///
    /// # Why it matters
    /// Before product-market fit the founders are the product leaders. Two executives for few people are under-used,
    /// and what one person would settle in their head becomes a meeting.
    ///
    /// # When it is fine
    /// Where growth is about to make the company larger than this, or one field has more to do than one person of both
    /// can give it.
    pub struct PrematureSplit {
        /// How many people the company has.
        pub headcount: Estimate<Headcount>,
        /// The numbers of people below which it has a severity.
        pub headcount_below: Ladder,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
        /// How badly technology needs a leader of its own, before the steps of that warning.
        pub technology: Span<Severity>,
        /// How badly the product needs a leader of its own, before the steps of that warning.
        pub product: Span<Severity>,
    }
}

impl PrematureSplit {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_pair() {
            return None;
        }
        let numbers = &situation.numbers.premature_split;
        let organization = situation.organization;
        let small =
            organization.headcount.span().falling(|people| numbers.headcount_below.below(people.get()));
        let dedicated = situation
            .technology
            .max(situation.product)
            .rising(|severity| severity >= numbers.dedicated_at_least)
            .steps_down(numbers.steps_down_dedicated);
        // The stage is read twice, so the two cases of it are told apart before anything else.
        let in_startup = small.max(Span::exact(numbers.startup));
        let later = small.stepped(dedicated);
        let startup = situation.startup();
        let severity = match (startup.least, startup.most) {
            (true, _) => in_startup,
            (false, false) => later,
            (false, true) => in_startup.hull(later),
        };
        severity.is_possible().then(|| Self {
            severity,
            headcount: organization.headcount,
            headcount_below: numbers.headcount_below,
            stage: organization.stage,
            technology: situation.technology,
            product: situation.product,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for PrematureSplit {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "smaller and early companies do well with a single point of contact"),
        cite(Source::Divergent, "startups may have to combine the roles for want of resources"),
        cite(Source::Premature, "before fit the founders are the product leaders"),
    ];

    const READS: Reads = Reads::NONE.lowered_by(&[Fact::Headcount, Fact::Stage]).raised_by(&[
        Fact::Signal(Signal::TechnicalStability),
        Fact::Signal(Signal::DeveloperProductivity),
        Fact::Signal(Signal::DataCapability),
        Fact::Signal(Signal::ProductDirection),
        Fact::Signal(Signal::ProductMarketFit),
    ]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::Choose(Form::Combined));
    }

    fn raised() -> Draft<Proposal> {
        example::pair(example::somewhere().stage(Stage::ScaleUp).headcount(39))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let (stage, people) = match severity {
            Severity::Low => (Stage::Startup, 40),
            Severity::Medium => (Stage::Startup, 39),
            Severity::High => (Stage::Startup, 19),
            _ => return None,
        };
        Some(example::pair(example::somewhere().stage(stage).headcount(people)))
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere().stage(Stage::ScaleUp).headcount(40))
    }
}

impl fmt::Display for PrematureSplit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { headcount, stage, .. } = self;
        write!(f, "two leaders, with headcount {headcount} and stage {stage}")
    }
}

#[cfg(test)]
mod tests;
