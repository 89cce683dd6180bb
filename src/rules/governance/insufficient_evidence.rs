//! Is enough known to say much?

use core::fmt;

use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::quantity::Quantity;
use crate::situation::world::World;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct InsufficientEvidence;

impl InsufficientEvidence {
    #[inline]
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        // Where no signal counts, nothing is missing.
        let percent = numbers.insufficient_evidence.unknown_at_least;
        percent.at_least_times(world.unknown as u64 * 100, world.counted as u64).when(world.counted > 0)
    }
}

impl Rule for InsufficientEvidence {
    const ABOUT: &'static str = "Of the applicable signals that count, the share that is wholly unknown decides. It \
        is about the evidence, not the company, so it has a single severity, may disappear as facts are learnt, and \
        does not count towards the verdict.";
    const WHY: &'static str = "Nothing is assumed about unknown facts, so the ranges are wide. A decision on this \
        basis would be gut feeling decorated with figures.";
    const FINE: &'static str = "At the start, when the question is which facts to find out first.";
    const CITATIONS: &'static [Citation] =
        &[cite(Source::Wills, "one role or two depends on the company's needs, maturity and priorities")];
    const QUANTITIES: &'static [Quantity] = &[Quantity::Unknown];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unknown, counted) = (case.unknown().len(), case.counted().len());
        write!(f, "nothing is known about {unknown} of the {counted} signals that count")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::FindOut(case.unknown()));
    }

    fn example(severity: Severity) -> Example {
        let known = match severity {
            Severity::None => Signal::COUNT,
            Severity::Low => 7,
            Severity::Medium => 3,
            Severity::High | Severity::Critical => return None,
        };
        let known = Signal::ALL.iter().copied().take(known);
        Some(example::combined(example::somewhere().signals(known, Maturity::Defined)))
    }
}
