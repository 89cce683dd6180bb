//! Is enough known to say much?

use core::fmt;

use crate::model::fact::FactSet;
use crate::model::packed::Packed;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::situation::world::World;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Severity, SeverityRange};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct InsufficientEvidence;

impl InsufficientEvidence {
    const fn of(numbers: &Numbers, unknown: u8, counted: u8) -> Severity {
        // Where no signal counts, nothing is missing.
        let percent = numbers.insufficient_evidence.unknown_at_least;
        percent.at_least_times(unknown as u64 * 100, counted as u64).when(counted > 0)
    }

    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        Self::of(numbers, world.unknown, world.counted)
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
    const OF_HOLDERS: bool = true;

    /// The rule reads no fact: it counts unknown signals.
    #[inline]
    fn range(numbers: &Numbers, _: &[SeverityRange], known: &Known<'_>, _: usize) -> SeverityRange {
        SeverityRange::exact(Self::of(numbers, known.packed.unknown, known.packed.counted))
    }

    fn reads(_: &Structure, _: &Numbers, _: Role) -> FactSet {
        FactSet::EMPTY
    }

    fn evidence(case: &Case<'_>) -> Evidence {
        let counted = case.proposal.packed().counted_signals();
        Evidence::Signals { unknown: case.proposal.packed().unknown_of(counted), counted }
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Packed { unknown, counted, .. } = case.proposal.packed();
        write!(f, "nothing is known about {unknown} of the {counted} signals that count")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        let packed = case.proposal.packed();
        remedies.add(Remedy::FindOut(packed.unknown_of(packed.counted_signals())));
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
