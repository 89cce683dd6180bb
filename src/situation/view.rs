//! What do several rules need to know of a proposal?
//!
//! Worked out once for each evaluation. A rule reads this, the proposal and the numbers, and nothing else.

use arrayvec::ArrayVec;

use crate::model::fact::{FactSet, Reads};
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::policy::numbers::Policy;
use crate::rules::fit::skill_gap::shortfalls;
use crate::rules::fit::skill_gap::skill_gap;
use crate::situation::load::{Burden, Load};
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::skill::BySkill;
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

/// A proposal as the rules see it.
#[derive(Debug)]
pub(crate) struct Situation<'a> {
    pub(crate) proposal: &'a Proposal,
    pub(crate) organization: &'a Organization,
    pub(crate) proposed: &'a Structure,
    pub(crate) form: Form,
    pub(crate) numbers: &'a Numbers,
    pub(crate) burden: Burden,
    pub(crate) seats: ArrayVec<SeatSituation<'a>, 2>,
    /// How badly technology needs a leader of its own, before the steps.
    pub(crate) technology: Span<Severity>,
    /// How badly the product needs a leader of its own, before the steps.
    pub(crate) product: Span<Severity>,
}

/// A proposed seat as the rules see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SeatSituation<'a> {
    pub(crate) role: Role,
    pub(crate) seat: &'a Seat,
    pub(crate) remit: ResponsibilitySet,
    pub(crate) load: Load,
    /// How many steps the leader falls short in each skill.
    pub(crate) shortfalls: BySkill<Span<u8>>,
    /// How severe the largest of them is.
    pub(crate) skill_gap: Span<Severity>,
}

impl<'a> Situation<'a> {
    pub(crate) fn new(proposal: &'a Proposal, policy: &'a Policy) -> Self {
        let organization = proposal.organization();
        let proposed = proposal.proposed();
        let numbers = policy.numbers();
        let technology = lowest(organization, SignalSet::TECHNOLOGY_GROUNDS).map_or(Span::NONE, |level| {
            level.falling(|level| numbers.technology_needs_dedicated_leader.lowest.get(level))
        });
        let product = highest(organization, SignalSet::PRODUCT_GROUNDS)
            .zip(lowest(organization, SignalSet::PRODUCT_GROUNDS))
            .map_or(Span::NONE, |(higher, lower)| {
                let product = &numbers.product_needs_dedicated_leader;
                let by_higher = higher.falling(|level| product.higher.get(level));
                // Both fall as either ground rises, so the two ends are those of the same two worlds.
                by_higher.max(lower.falling(|level| product.lower.get(level)))
            });
        let burden = Burden::of(organization, &numbers.effort);
        let seats = proposed.seats().map(|(role, seat)| {
            let remit = proposed.remit(role);
            let shortfalls = shortfalls(organization, numbers, role, seat);
            SeatSituation {
                role,
                seat,
                remit,
                load: burden.load(seat, remit, &numbers.effort),
                skill_gap: skill_gap(numbers, &shortfalls),
                shortfalls,
            }
        });
        Self {
            proposal,
            organization,
            proposed,
            form: proposed.form(),
            numbers,
            burden,
            seats: seats.take(2).collect(),
            technology,
            product,
        }
    }

    /// The CPTO's seat, in a combined structure.
    #[inline]
    pub(crate) fn cpto(&self) -> Option<&SeatSituation<'a>> {
        self.seats.first().filter(|_| self.is_combined())
    }

    #[inline]
    pub(crate) fn is_combined(&self) -> bool {
        self.form.is_combined()
    }

    #[inline]
    pub(crate) fn is_pair(&self) -> bool {
        self.form == Form::Pair
    }

    /// Whether a CTO and a CPO become one CPTO.
    #[inline]
    pub(crate) fn merges_a_pair(&self) -> bool {
        self.is_combined() && self.proposal.current().is_some_and(|current| current.form() == Form::Pair)
    }

    /// Whether a safeguard is in place.
    #[inline]
    pub(crate) fn in_place(&self, safeguard: Safeguard) -> Span<bool> {
        self.organization.safeguard(safeguard).span()
    }

    /// Whether both heads below the executive are in place.
    #[inline]
    pub(crate) fn both_leads(&self) -> Span<bool> {
        self.in_place(Safeguard::ProductLead).min(self.in_place(Safeguard::EngineeringLead))
    }

    /// The level of a signal, where it is applicable.
    #[inline]
    pub(crate) fn level(&self, signal: Signal) -> Option<Estimate<Maturity>> {
        self.organization.signal(signal)
    }

    /// A severity that written decision rights step down.
    #[inline]
    pub(crate) fn unless_settled(&self, severity: Severity, steps_down: u8) -> Span<Severity> {
        Span::exact(severity).stepped(self.in_place(Safeguard::DecisionRights).steps_down(steps_down))
    }

    /// Whether product and technology decisions are closely coupled.
    #[inline]
    pub(crate) fn closely_coupled(&self) -> Span<bool> {
        self.level(Signal::Integration).map_or(Span::exact(false), |level| {
            level.span().rising(|level| level >= self.numbers.close_integration)
        })
    }

    /// Whether a proposed seat is filled for the time being only.
    pub(crate) fn interim(&self) -> Span<bool> {
        self.seats.iter().map(|seat| seat.seat.interim.span()).fold(Span::exact(false), Span::max)
    }

    /// Whether it is a startup.
    #[inline]
    pub(crate) fn startup(&self) -> Span<bool> {
        self.organization.stage.span().falling(|stage| stage == Stage::Startup)
    }

    /// What a rule makes of the stages that are possible, where no other fact of it hangs on the stage.
    #[inline]
    pub(crate) fn over_stages<T: Copy + Ord>(&self, rule: impl Fn(Stage) -> T) -> Span<T> {
        let stages = self.organization.stage;
        let mut span = Span::exact(rule(stages.least()));
        // The loop has no early end and no branch, see `Ladder`.
        for &stage in Stage::ALL {
            span = span.hull(Span::exact(rule(stage.clamp(stages.least(), stages.most()))));
        }
        span
    }

    /// Those of the facts that are not known exactly.
    #[inline]
    pub(crate) fn open(&self, reads: Reads) -> FactSet {
        self.proposal.open_facts().intersection(reads.all())
    }
}

/// The lowest of the applicable signals.
pub(crate) fn lowest(organization: &Organization, signals: SignalSet) -> Option<Span<Maturity>> {
    signals.iter().filter_map(|signal| organization.signal(signal)).map(Estimate::span).reduce(Span::min)
}

/// Those of the applicable signals that are not known to be as high as can be.
pub(crate) fn raisable(organization: &Organization, signals: SignalSet) -> SignalSet {
    let not_at_the_top = |signal: &Signal| {
        organization.signal(*signal).is_some_and(|level| level.least() < Maturity::Optimizing)
    };
    signals.iter().filter(not_at_the_top).collect()
}

/// The highest of the applicable signals.
pub(crate) fn highest(organization: &Organization, signals: SignalSet) -> Option<Span<Maturity>> {
    signals.iter().filter_map(|signal| organization.signal(signal)).map(Estimate::span).reduce(Span::max)
}
