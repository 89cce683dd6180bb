use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::change::Trigger;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;

evidence! {
    /// A pair that works well is merged into one.
    ///
    /// The better the two fields work together, the less reason there is. Growth, transformation and renewal are
    /// causes and make it milder; to save cost makes it worse.
    ///
    /// # Why it matters
    /// Merging a pair that works spends a good relationship for no gain. Where there is no problem, the first question
    /// is which one the new title is to solve.
    ///
    /// # When it is fine
    /// Where the cause is stated and is not the pair, such as a new strategy.
    pub struct ChangeWithoutCause {
        /// How well product and technology work together.
        pub collaboration: Estimate<Maturity>,
        /// Why the question is asked now.
        pub trigger: Option<Trigger>,
    }
}

impl ChangeWithoutCause {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.merges_a_pair() {
            return None;
        }
        let numbers = &situation.numbers.change_without_cause;
        let collaboration = situation.level(Signal::Collaboration)?;
        let trigger = situation.proposal.trigger();
        let cause = matches!(trigger, Some(Trigger::Growth | Trigger::Transformation | Trigger::Renewal));
        let steps = Span::exact(cause)
            .steps_down(numbers.steps_down_cause)
            .and(Span::exact(trigger == Some(Trigger::Cost)).steps_up(numbers.steps_up_cost));
        let severity = collaboration.span().rising(|level| numbers.collaboration.get(level)).stepped(steps);
        severity.is_possible().then(|| Self {
            severity,
            collaboration,
            trigger,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for ChangeWithoutCause {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::WithoutCause, "merging a pair that works spends a good relationship"),
        cite(Source::Triggers, "growth, transformation and renewal are causes, cost is a bad one"),
    ];

    const READS: Reads = Reads::NONE.raised_by(&[Fact::Signal(Signal::Collaboration)]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::KeepStructure);
    }

    fn raised() -> Draft<Proposal> {
        merged(Maturity::Optimizing)
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let trigger = match severity {
            Severity::Low => Trigger::Growth,
            Severity::Medium => Trigger::Vacancy,
            Severity::High => Trigger::Cost,
            _ => return None,
        };
        Some(Self::raised().trigger(trigger))
    }

    fn spared() -> Draft<Proposal> {
        merged(Maturity::Defined)
    }
}

/// A merge of a pair that works together so well.
fn merged(collaboration: Maturity) -> Draft<Proposal> {
    example::combined(example::somewhere().signal(Signal::Collaboration, collaboration))
        .current(example::conventional_pair())
}

impl fmt::Display for ChangeWithoutCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a pair is merged whose collaboration is {}", self.collaboration)?;
        match self.trigger {
            Some(trigger) => write!(f, ", on account of {trigger}"),
            None => f.write_str(", without a stated cause"),
        }
    }
}

#[cfg(test)]
mod tests;
