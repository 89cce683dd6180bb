use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::{Situation, highest, lowest, raisable};
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal, SignalSet};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// The product has so much to do that it needs a leader of its own.
    ///
    /// The source joins its two grounds with "and", so the higher of product direction and product-market fit
    /// decides; where only the lower one is weak, it is low. A head of product makes it milder, and so does the
    /// startup stage, but they do not make it go away.
    ///
    /// # Why it matters
    /// Finding a path and a market is work for a whole leader. Neglected discovery is the first sign that one seat no
    /// longer holds, since technical urgencies have deadlines and customers who stay away have none.
    ///
    /// # When it is fine
    /// Where the founder is the product leader and the one with both fields is completed by a head of product.
    pub struct ProductNeedsDedicatedLeader {
        /// The level of the higher of the two grounds.
        pub higher: Span<Maturity>,
        /// The level of the lower of the two grounds.
        pub lower: Span<Maturity>,
        /// The grounds that are applicable.
        pub signals: SignalSet,
        /// Those of them that can still be raised.
        pub to_raise: SignalSet,
        /// Whether an experienced head of product is below.
        pub product_lead: Estimate<bool>,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

impl ProductNeedsDedicatedLeader {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_combined() || !situation.product.is_possible() {
            return None;
        }
        let numbers = &situation.numbers.product_needs_dedicated_leader;
        let steps = situation
            .in_place(Safeguard::ProductLead)
            .steps_down(numbers.steps_down_product_lead)
            .and(situation.startup().steps_down(numbers.steps_down_startup));
        let severity = situation.product.stepped_not_below(steps, numbers.not_below);
        let organization = situation.organization;
        let signals = SignalSet::PRODUCT_GROUNDS.difference(organization.absent_signals);
        let higher = highest(organization, signals)?;
        let lower = lowest(organization, signals)?;
        severity.is_possible().then(|| Self {
            severity,
            higher,
            lower,
            signals,
            to_raise: raisable(organization, signals),
            product_lead: organization.safeguard(Safeguard::ProductLead),
            stage: organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for ProductNeedsDedicatedLeader {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "an unknown path and elusive product-market fit ask for a full-time CPO"),
        cite(Source::ProductCraft, "neglected discovery is the first sign that one seat no longer holds"),
    ];

    const READS: Reads = Reads::NONE
        .lowered_by(&[
            Fact::Signal(Signal::ProductDirection),
            Fact::Signal(Signal::ProductMarketFit),
            Fact::Safeguard(Safeguard::ProductLead),
        ])
        .raised_by(&[Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        for signal in self.to_raise.iter() {
            remedies.add(Remedy::Raise(signal));
        }
        let steps_help = self.severity.most > Severity::Low;
        if steps_help {
            remedies.put_in_place(Safeguard::ProductLead, self.product_lead);
        }
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn raised() -> Draft<Proposal> {
        example::combined(grounds(Maturity::Defined, Maturity::Managed))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let (direction, fit, lead) = match severity {
            Severity::None => return None,
            Severity::Low => (Maturity::Defined, Maturity::Managed, false),
            Severity::Medium => (Maturity::Managed, Maturity::Managed, true),
            Severity::High => (Maturity::Managed, Maturity::Managed, false),
            Severity::Critical => (Maturity::Initial, Maturity::Initial, false),
        };
        let organization = grounds(direction, fit).stage(Stage::ScaleUp);
        Some(example::combined(organization.safeguard(Safeguard::ProductLead, lead)))
    }

    fn spared() -> Draft<Proposal> {
        example::combined(grounds(Maturity::Defined, Maturity::Defined))
    }
}

/// A company with such a direction and such a fit.
fn grounds(direction: Maturity, fit: Maturity) -> Draft<crate::model::organization::Organization> {
    example::somewhere().signal(Signal::ProductDirection, direction).signal(Signal::ProductMarketFit, fit)
}

impl fmt::Display for ProductNeedsDedicatedLeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { higher, lower, signals, .. } = self;
        if higher == lower {
            write!(f, "{signals} is {higher}")?;
        } else {
            write!(f, "of {signals}, the better one is {higher}, the other {lower}")?;
        }
        write!(f, "; a head of product is {}", presence(self.product_lead))
    }
}

#[cfg(test)]
mod tests;
