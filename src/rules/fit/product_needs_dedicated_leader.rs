//! Does product need so much work that it takes a dedicated leader?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::condition;
use crate::situation::known::Known;
use crate::situation::quantity::Quantity;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, SeverityRange, down};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct ProductNeedsDedicatedLeader;

impl ProductNeedsDedicatedLeader {
    const fn of(numbers: &Numbers, need: Severity, lead: bool, startup: bool) -> Severity {
        let numbers = &numbers.product_needs_dedicated_leader;
        let steps = down(lead, numbers.steps_down_product_lead) + down(startup, numbers.steps_down_startup);
        need.stepped_not_below(steps, numbers.not_below)
    }

    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        Self::of(
            numbers,
            world.severity(Slot::PRODUCT),
            world.in_place(Safeguard::ProductLead),
            world.is_startup(),
        )
    }
}

impl Rule for ProductNeedsDedicatedLeader {
    const ABOUT: &'static str = "The source joins its two grounds with \"and\", so the higher of product direction \
        and product-market fit decides. Where only the lower one is weak, it is medium, or low in a startup. A head \
        of product and the startup stage make it milder, but even together they do not make it go away.";
    const WHY: &'static str = "Finding a path and a market is a full-time job. Neglected discovery is the first sign \
        that one seat is no longer enough: technical urgencies have deadlines, while customers who stay away have \
        none.";
    const FINE: &'static str = "When the founder leads product, or a head of product complements a leader who has \
        more to lead than product.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "an unknown path and elusive product-market fit ask for a full-time CPO"),
        cite(Source::ProductCraft, "neglected discovery is the first sign that one seat no longer holds"),
    ];
    const SCOPE: Slot = Slot::PRODUCT_UNDEDICATED;
    const READS: &'static [Slot] = &[Slot::safeguard(Safeguard::ProductLead)];
    const QUANTITIES: &'static [Quantity] = &[Quantity::ProductNeed];

    /// The need depends on the stage, so a startup and later stages are evaluated separately.
    #[inline]
    fn range(numbers: &Numbers, known: &Known<'_>, _: usize) -> Option<SeverityRange> {
        let lead = known.holds(Slot::safeguard(Safeguard::ProductLead));
        let [startup, later] = known.product;
        let of = |need: SeverityRange, startup| {
            SeverityRange::new(
                Self::of(numbers, need.least(), lead.most, startup),
                Self::of(numbers, need.most(), lead.least, startup),
            )
        };
        Some(known.growth.by_startup([of(startup, true), of(later, false)]))
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for signal in condition::PRODUCT {
            if let Some(level) = case.level(signal) {
                write!(f, "{signal:#} is {level:#}; ")?;
            }
        }
        write!(f, "product is led {} a head of product", case.presence(Safeguard::ProductLead))
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        for signal in case.raisable(&condition::PRODUCT) {
            remedies.add(Remedy::Raise(signal, None));
        }
        if case.severity.most > case.numbers.product_needs_dedicated_leader.not_below {
            remedies.put_in_place(case, &[Safeguard::ProductLead]);
        }
        remedies.add_if(case.structure().form() != Form::Pair, Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Example {
        let (direction, fit, lead) = match severity {
            Severity::None => (Maturity::Defined, Maturity::Defined, false),
            Severity::Low => (Maturity::Defined, Maturity::Managed, true),
            Severity::Medium => (Maturity::Defined, Maturity::Managed, false),
            Severity::High => (Maturity::Managed, Maturity::Managed, false),
            Severity::Critical => (Maturity::Initial, Maturity::Initial, false),
        };
        let organization = example::somewhere()
            .signal(Signal::ProductDirection, direction)
            .signal(Signal::ProductMarketFit, fit)
            .stage(Stage::ScaleUp);
        Some(example::combined(organization.safeguard(Safeguard::ProductLead, lead)))
    }
}
