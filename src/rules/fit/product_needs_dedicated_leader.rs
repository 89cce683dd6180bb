//! Does the product have so much to do that it needs a leader of its own?

use crate::input::draft::Draft;
use crate::model::packed::Slot;
use crate::model::proposal::Proposal;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example;
use crate::rules::remedy::Remedies;
use crate::rules::remedy::Remedy;
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::condition;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::severity::down;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::signal::Signal;
use crate::vocabulary::source::Citation;
use crate::vocabulary::source::Source;
use crate::vocabulary::source::cite;
use crate::vocabulary::stage::Stage;
use core::fmt;
pub(crate) struct ProductNeedsDedicatedLeader;

impl ProductNeedsDedicatedLeader {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.product_needs_dedicated_leader;
        let steps = down(world.in_place(Safeguard::ProductLead), numbers.steps_down_product_lead)
            + down(world.is_startup(), numbers.steps_down_startup);
        world.severity(Slot::PRODUCT).stepped_not_below(steps, numbers.not_below)
    }
}

impl Rule for ProductNeedsDedicatedLeader {
    const ABOUT: &'static str = "The source joins its two grounds with \"and\", so the higher of product direction and \
        product-market fit decides; where only the lower one is weak, it is low. A head of product makes it milder, and \
        so does the startup stage, but they do not make it go away.";
    const WHY: &'static str = "Finding a path and a market is work for a whole leader. Neglected discovery is the first \
        sign that one seat no longer holds, since technical urgencies have deadlines and customers who stay away have none.";
    const FINE: &'static str = "Where the founder is the product leader, and a head of product completes the one who holds \
        both fields.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "an unknown path and elusive product-market fit ask for a full-time CPO"),
        cite(Source::ProductCraft, "neglected discovery is the first sign that one seat no longer holds"),
    ];
    const SCOPE: Slot = Slot::COMBINED;
    const READS: &'static [Slot] = &[Slot::PRODUCT, Slot::safeguard(Safeguard::ProductLead), Slot::STAGE];

    fn evidence(case: &Case<'_>) -> Evidence {
        Evidence::levels(case, &condition::PRODUCT)
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for signal in condition::PRODUCT {
            if let Some(level) = case.level(signal) {
                write!(f, "{signal} is {level}; ")?;
            }
        }
        write!(f, "a head of product is {}", case.presence(Safeguard::ProductLead))
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        for signal in case.raisable(&condition::PRODUCT).iter() {
            remedies.add(Remedy::Raise(signal, None));
        }
        if case.severity.most > case.numbers.product_needs_dedicated_leader.not_below {
            remedies.put_in_place(case, Safeguard::ProductLead);
        }
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Option<Draft<Proposal>> {
        let (direction, fit, lead) = match severity {
            Severity::None => (Maturity::Defined, Maturity::Defined, false),
            Severity::Low => (Maturity::Defined, Maturity::Managed, false),
            Severity::Medium => (Maturity::Managed, Maturity::Managed, true),
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
