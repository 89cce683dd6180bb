use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// Product and technology do not follow the strategy of the business.
    ///
    /// The level of strategic alignment decides. It is medium at least where nobody holds the responsibility for it,
    /// and milder in a startup.
    ///
    /// # Why it matters
    /// One role or two, the efforts have to be aligned with the business strategy. Only then do they drive growth.
    ///
    /// # When it is fine
    /// While the business is still finding its strategy and product and technology are how it searches.
    pub struct StrategyMisalignment {
        /// How well they follow the strategy, where that is applicable.
        pub strategic_alignment: Option<Estimate<Maturity>>,
        /// The responsibility for it, where nobody holds it.
        pub unowned: ResponsibilitySet,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

impl StrategyMisalignment {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        const DUTY: ResponsibilitySet = ResponsibilitySet::of(&[Responsibility::StrategicAlignment]);
        let numbers = &situation.numbers.strategy_misalignment;
        let strategic_alignment = situation.level(Signal::StrategicAlignment);
        let unowned =
            situation.organization.applicable().intersection(DUTY).difference(situation.proposed.held());
        let severity = strategic_alignment
            .map_or(Span::NONE, |level| level.span().falling(|level| numbers.strategic_alignment.get(level)))
            .max(Span::exact(numbers.unowned).when(Span::exact(!unowned.is_empty())))
            .stepped(situation.startup().steps_down(numbers.steps_down_startup));
        severity.is_possible().then(|| Self {
            severity,
            strategic_alignment,
            unowned,
            stage: situation.organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for StrategyMisalignment {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "the key takeaway: both efforts aligned with the broader business strategy"),
        cite(Source::Divergent, "every aspect of the product aligned with the business objectives"),
    ];

    const READS: Reads =
        Reads::NONE.lowered_by(&[Fact::Signal(Signal::StrategicAlignment)]).raised_by(&[Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add_if(!self.unowned.is_empty(), Remedy::Assign(self.unowned));
        if let Some(level) = self.strategic_alignment {
            remedies.raise(Signal::StrategicAlignment, level);
        }
    }

    fn raised() -> Draft<Proposal> {
        example::pair(example::somewhere().signal(Signal::StrategicAlignment, Maturity::Managed))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let level = match severity {
            Severity::Low => Maturity::Defined,
            Severity::Medium => Maturity::Managed,
            Severity::High => Maturity::Initial,
            _ => return None,
        };
        let organization = example::somewhere().stage(Stage::ScaleUp);
        Some(example::pair(organization.signal(Signal::StrategicAlignment, level)))
    }

    fn spared() -> Draft<Proposal> {
        example::pair(
            example::somewhere().signal(Signal::StrategicAlignment, Maturity::QuantitativelyManaged),
        )
    }
}

impl fmt::Display for StrategyMisalignment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.strategic_alignment {
            Some(level) => write!(f, "strategic alignment is {level}")?,
            None => f.write_str("strategic alignment is not measured")?,
        }
        if self.unowned.is_empty() { Ok(()) } else { f.write_str(", and nobody is accountable for it") }
    }
}

#[cfg(test)]
mod tests;
