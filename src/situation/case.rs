//! What does the text of a warning speak of?

use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::situation::known::KnownSeat;
use crate::situation::load::percents;
use crate::situation::shortfall::Needed;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::span::Span;

/// A warning of a proposal: what its evidence, message and remedies are worked out from, when somebody asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case<'a> {
    pub(crate) proposal: &'a Proposal,
    pub(crate) numbers: &'a Numbers,
    pub(crate) needed: &'a Needed,
    /// The seat that it speaks of; the CPTO's, or the first one, where it speaks of the whole.
    pub(crate) role: Role,
    pub(crate) known: KnownSeat,
    /// What the stage makes of sums.
    pub(crate) hundredths: Span<u32>,
    /// The load of an office that leads a field beside a job of its own, in percent.
    pub(crate) part_time: Span<u32>,
    pub(crate) severity: Span<Severity>,
}

impl<'a> Case<'a> {
    pub(crate) fn organization(&self) -> &'a Organization {
        self.proposal.organization()
    }

    pub(crate) fn structure(&self) -> &'a Structure {
        self.proposal.proposed()
    }

    pub(crate) fn seat(&self) -> Option<&'a Seat> {
        self.structure().seat(self.role)
    }

    /// The product and the technology load of the seat, in percent.
    pub(crate) fn halves(&self) -> [Span<u32>; 2] {
        [self.known.parts.product, self.known.parts.technology].map(|half| percents(half, self.hundredths))
    }

    pub(crate) fn remit(&self) -> ResponsibilitySet {
        self.structure().remit(self.role)
    }

    /// The applicable responsibilities that nobody holds.
    pub(crate) fn unowned(&self) -> ResponsibilitySet {
        self.organization().applicable().difference(self.structure().held())
    }

    pub(crate) fn level(&self, signal: Signal) -> Option<Estimate<Maturity>> {
        self.organization().signal(signal)
    }

    /// How a message says whether a practice is in place.
    pub(crate) fn presence(&self, safeguard: Safeguard) -> &'static str {
        match self.organization().safeguard(safeguard).value() {
            Some(true) => "in place",
            Some(false) => "absent",
            None => "unknown",
        }
    }

    /// The lowest of the applicable signals.
    pub(crate) fn lowest(&self, signals: &[Signal]) -> Option<Span<Maturity>> {
        signals.iter().filter_map(|signal| self.level(*signal)).map(Estimate::span).reduce(Span::min)
    }

    /// The highest of the applicable signals.
    pub(crate) fn highest(&self, signals: &[Signal]) -> Option<Span<Maturity>> {
        signals.iter().filter_map(|signal| self.level(*signal)).map(Estimate::span).reduce(Span::max)
    }

    /// Those of the applicable signals that are not known to be as high as can be.
    pub(crate) fn raisable(&self, signals: &[Signal]) -> SignalSet {
        let below =
            |signal: &&Signal| self.level(**signal).is_some_and(|level| level.least() < Maturity::Optimizing);
        signals.iter().filter(below).copied().collect()
    }
}
