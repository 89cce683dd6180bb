//! Do both fields demand much of one leader?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::quantity::Quantity;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct ContextSwitching;

impl ContextSwitching {
    #[inline]
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.context_switching;
        let [product, technology] = world.halves;
        let lesser = if product < technology { product } else { technology };
        let steps = down(world.in_place(Safeguard::FocusTime), numbers.steps_down_focus_time)
            + down(world.short_term(), numbers.steps_down_short_term);
        numbers.lesser_load_at_least.at_least(lesser).stepped(steps)
    }
}

impl Rule for ContextSwitching {
    const ABOUT: &'static str = "The smaller of the product and technology loads decides: it is the time that the \
        leader's second field takes. Focus time makes the warning milder, as does a short term.";
    const WHY: &'static str = "Switching between a five-year roadmap and hosting costs is mentally demanding, and an \
        unfinished task impairs the next one.";
    const FINE: &'static str = "When the leader protects time for each field, or knows from experience that moving \
        between them improves the work.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "wearing two hats can be mentally demanding"),
        cite(Source::FocusTime, "moving between unlike tasks costs attention"),
    ];
    const SCOPE: Slot = Slot::COMBINED;
    const READS: &'static [Slot] = &[Slot::safeguard(Safeguard::FocusTime), Slot::SHORT_TERM];
    const QUANTITIES: &'static [Quantity] = &[Quantity::Halves];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [product, technology] = case.halves();
        let focus_time = case.presence(Safeguard::FocusTime);
        write!(
            f,
            "product takes {product} % and technology {technology} % of one leader's full-time job, {focus_time} focus time"
        )
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies
            .put_in_place(case, &[Safeguard::FocusTime, Safeguard::ProductLead, Safeguard::EngineeringLead]);
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Example {
        let (stage, focus_time) = match severity {
            Severity::None => (Stage::Startup, true),
            Severity::Low => (Stage::Established, true),
            Severity::Medium => (Stage::Established, false),
            Severity::High | Severity::Critical => return None,
        };
        let organization = example::uniform(stage, Maturity::QuantitativelyManaged);
        Some(example::combined(organization.safeguard(Safeguard::FocusTime, focus_time)))
    }
}
