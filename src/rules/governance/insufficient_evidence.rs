use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::policy::ladder::Ladder;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;

evidence! {
    /// Too little is known to say much.
    ///
    /// It counts the applicable signals of which nothing is known. It speaks of the evidence and not of the company, so
    /// it has one severity, may vanish as facts are learnt, and does not count towards the verdict.
    ///
    /// # Why it matters
    /// Nothing is assumed for what is not known, so the ranges are wide. A decision on this ground would be one of gut
    /// feeling, with figures for decoration.
    ///
    /// # When it is fine
    /// At the start, when the question is which facts to find out first.
    pub struct InsufficientEvidence {
        /// The signals of which nothing is known.
        pub unknown: SignalSet,
        /// The signals that count.
        pub counted: SignalSet,
        /// The percent of them, unknown, from which it has a severity.
        pub unknown_at_least: Ladder,
    }
}

impl InsufficientEvidence {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let organization = situation.organization;
        let mut counted = SignalSet::of(Signal::ALL).difference(organization.absent_signals);
        if !situation.is_pair() && !situation.merges_a_pair() {
            counted = counted.without(Signal::Collaboration);
        }
        if !situation.is_pair() && !situation.is_combined() {
            counted = counted.without(Signal::Integration);
        }
        let unknown = counted.intersection(situation.proposal.unknown_signals());
        let unknown_at_least = situation.numbers.insufficient_evidence.unknown_at_least;
        let severity = if counted.is_empty() {
            Span::NONE
        } else {
            Span::exact(
                unknown_at_least.worst(|percent| unknown.len() * 100 >= percent as usize * counted.len()),
            )
        };
        severity.is_possible().then(|| Self {
            severity,
            unknown,
            counted,
            unknown_at_least,
            open: FactSet::of_signals(unknown),
        })
    }
}

impl Declaration for InsufficientEvidence {
    const CITATIONS: &'static [Citation] =
        &[cite(Source::Wills, "one role or two depends on the company's needs, maturity and priorities")];

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::FindOut(self.unknown));
    }

    fn raised() -> Draft<Proposal> {
        example::combined(example::somewhere())
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let known = match severity {
            Severity::Low => 7,
            Severity::Medium => 3,
            _ => return None,
        };
        let known = Signal::ALL.iter().copied().take(known);
        Some(example::combined(example::somewhere().signals(known, Maturity::Defined)))
    }

    fn spared() -> Draft<Proposal> {
        example::combined(example::somewhere().signals(Signal::ALL.iter().copied(), Maturity::Managed..))
    }
}

impl fmt::Display for InsufficientEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "nothing is known of {} of the {} signals that count",
            self.unknown.len(),
            self.counted.len()
        )
    }
}

#[cfg(test)]
mod tests;
