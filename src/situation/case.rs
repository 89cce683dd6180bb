//! What is the text of a warning computed from?

use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::situation::known::KnownSeat;
use crate::situation::load::percents;
use crate::situation::shortfall::Needed;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::{Field, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::SkillSet;
use crate::vocabulary::span::Span;

/// The context of a warning, from which its evidence, message and remedies are computed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case<'a> {
    pub(crate) proposal: &'a Proposal,
    pub(crate) numbers: &'a Numbers,
    pub(crate) needed: &'a Needed,
    /// The seat that it is about; the CPTO's or the first one where it is about the whole proposal.
    pub(crate) role: Role,
    pub(crate) known: KnownSeat,
    /// The stage factor of sums, in hundredths.
    pub(crate) hundredths: Span<u32>,
    /// The load of an office that leads a field on top of its own job, in percent.
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

    /// Those of these responsibilities that are applicable and that nobody holds.
    pub(crate) fn unowned(&self, among: ResponsibilitySet) -> ResponsibilitySet {
        self.organization().applicable().difference(self.structure().held()).intersection(among)
    }

    pub(crate) fn level(&self, signal: Signal) -> Option<Estimate<Maturity>> {
        self.organization().signal(signal)
    }

    /// The words with which a message states whether a practice is in place.
    pub(crate) fn presence(&self, safeguard: Safeguard) -> &'static str {
        match self.organization().safeguard(safeguard).value() {
            Some(true) => "with",
            Some(false) => "without",
            None => "possibly without",
        }
    }

    /// The lowest level among the applicable signals.
    pub(crate) fn lowest(&self, signals: &[Signal]) -> Option<Span<Maturity>> {
        signals.iter().filter_map(|signal| self.level(*signal)).map(Estimate::span).reduce(Span::min)
    }

    /// The highest level among the applicable signals.
    pub(crate) fn highest(&self, signals: &[Signal]) -> Option<Span<Maturity>> {
        signals.iter().filter_map(|signal| self.level(*signal)).map(Estimate::span).reduce(Span::max)
    }

    /// The applicable signals that may still be below the highest level.
    pub(crate) fn raisable(&self, signals: &[Signal]) -> SignalSet {
        let below =
            |signal: &&Signal| self.level(**signal).is_some_and(|level| level.least() < Maturity::Optimizing);
        signals.iter().filter(below).copied().collect()
    }

    /// The signals that count as evidence.
    pub(crate) fn counted(&self) -> SignalSet {
        self.proposal.packed().counted_signals()
    }

    /// The counted signals about which nothing is known.
    pub(crate) fn unknown(&self) -> SignalSet {
        self.proposal.packed().unknown_of(self.counted())
    }

    /// The skills whose shortfall may be the largest and above zero.
    pub(crate) fn short_skills(&self) -> SkillSet {
        self.short(|[least, _]| least, Estimate::least, self.known.shortfall.least.max(1))
    }

    /// The skills that are certain to have a shortfall.
    pub(crate) fn certainly_short_skills(&self) -> SkillSet {
        self.short(|[_, most]| most, Estimate::most, 1)
    }

    fn short(&self, known: fn([u64; 2]) -> u64, helps: fn(Estimate<bool>) -> bool, least: u8) -> SkillSet {
        let helped = |field: Field| helps(self.organization().safeguard(field.head()));
        let heads = [Field::Technology, Field::Product].map(helped);
        let packed = self.proposal.packed();
        let seat = packed.form.roles().iter().zip(&packed.seats).find(|(role, _)| **role == self.role);
        let skills = seat.map_or([0; 2], |(_, seat)| seat.skills);
        self.needed.short(self.numbers, self.role, known(skills), heads, least)
    }
}
