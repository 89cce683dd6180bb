use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
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
    /// Product and technology work does not become commercial results.
    ///
    /// The level of commercial performance decides. It is worse where nobody holds profit and loss or the business
    /// model, and milder in a startup.
    ///
    /// # Why it matters
    /// None of the work matters if it does not drive growth. It has to be known how it becomes a return on what it
    /// costs.
    ///
    /// # When it is fine
    /// Before there is something to sell, and for work whose results are known to come late.
    pub struct CommercialDisconnect {
        /// How well product work becomes commercial results.
        pub commercial_performance: Estimate<Maturity>,
        /// What of profit and loss and the business model nobody holds.
        pub unowned: ResponsibilitySet,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

/// What links the work to money.
const LINKS: ResponsibilitySet =
    ResponsibilitySet::of(&[Responsibility::ProfitAndLoss, Responsibility::BusinessModel]);

impl CommercialDisconnect {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let numbers = &situation.numbers.commercial_disconnect;
        let commercial_performance = situation.level(Signal::CommercialPerformance)?;
        let unowned =
            situation.organization.applicable().intersection(LINKS).difference(situation.proposed.held());
        let steps = Span::exact(!unowned.is_empty())
            .steps_up(numbers.steps_up_unowned)
            .and(situation.startup().steps_down(numbers.steps_down_startup));
        let severity = commercial_performance
            .span()
            .falling(|level| numbers.commercial_performance.get(level))
            .stepped(steps);
        severity.is_possible().then(|| Self {
            severity,
            commercial_performance,
            unowned,
            stage: situation.organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for CommercialDisconnect {
    const CITATIONS: &'static [Citation] =
        &[cite(Source::Wills, "product development has to be linked back to commercial performance")];

    const READS: Reads =
        Reads::NONE.lowered_by(&[Fact::Signal(Signal::CommercialPerformance)]).raised_by(&[Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.raise(Signal::CommercialPerformance, self.commercial_performance);
        remedies.add_if(!self.unowned.is_empty(), Remedy::Assign(self.unowned));
    }

    fn raised() -> Draft<Proposal> {
        example::pair(example::somewhere().signal(Signal::CommercialPerformance, Maturity::Managed))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let at =
            |stage, level| example::somewhere().stage(stage).signal(Signal::CommercialPerformance, level);
        match severity {
            Severity::Low => Some(example::pair(at(Stage::Startup, Maturity::Managed))),
            Severity::Medium => Some(example::pair(at(Stage::ScaleUp, Maturity::Managed))),
            Severity::High => Some(example::pair(at(Stage::ScaleUp, Maturity::Initial))),
            Severity::Critical => {
                let cto_alone = Structure::cto(Seat::draft());
                Some(example::proposed(at(Stage::ScaleUp, Maturity::Initial), cto_alone))
            }
            Severity::None => None,
        }
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere().signal(Signal::CommercialPerformance, Maturity::Defined))
    }
}

impl fmt::Display for CommercialDisconnect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "commercial performance is {}", self.commercial_performance)?;
        if self.unowned.is_empty() { Ok(()) } else { write!(f, ", and nobody holds {}", self.unowned) }
    }
}

#[cfg(test)]
mod tests;
