//! Do both fields demand much of one leader?

use core::fmt;

use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Slot;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::evidence::Evidence;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::{Known, KnownSeat};
use crate::situation::load::load_facts;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, SeverityRange, down};
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct ContextSwitching;

impl ContextSwitching {
    const fn of(
        numbers: &Numbers,
        product: u32,
        technology: u32,
        focus_time: bool,
        short_term: bool,
    ) -> Severity {
        let numbers = &numbers.context_switching;
        let lesser = if product < technology { product } else { technology };
        let steps =
            down(focus_time, numbers.steps_down_focus_time) + down(short_term, numbers.steps_down_short_term);
        numbers.lesser_load_at_least.at_least(lesser).stepped(steps)
    }

    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let [product, technology] = world.halves;
        Self::of(numbers, product, technology, world.in_place(Safeguard::FocusTime), world.short_term())
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
    const OF_HOLDERS: bool = true;

    /// Both halves rise with the stage and otherwise depend on different facts.
    #[inline]
    fn range(numbers: &Numbers, _: &[SeverityRange], known: &Known<'_>, _: usize) -> SeverityRange {
        let [KnownSeat { parts, .. }, _] = &known.seats;
        let [product, technology] = [parts.product, parts.technology].map(|half| known.factors.percent(half));
        let focus_time = known.holds(Slot::safeguard(Safeguard::FocusTime));
        let short_term = known.holds(Slot::SHORT_TERM);
        SeverityRange::new(
            Self::of(numbers, product.least, technology.least, focus_time.most, short_term.most),
            Self::of(numbers, product.most, technology.most, focus_time.least, short_term.least),
        )
    }

    fn reads(structure: &Structure, _: &Numbers, _: Role) -> FactSet {
        let halves = structure.remit(Role::Cpto).difference(ResponsibilitySet::of_home(Home::Shared));
        load_facts(halves).with(Fact::Safeguard(Safeguard::FocusTime)).with(Fact::Term)
    }

    fn evidence(case: &Case<'_>) -> Evidence {
        let [product_load, technology_load] = case.halves();
        Evidence::Halves { product_load, technology_load }
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [product, technology] = case.halves();
        let focus_time = case.presence(Safeguard::FocusTime);
        write!(
            f,
            "product takes {product} % and technology {technology} % of one leader's full-time job, {focus_time} focus time"
        )
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        for safeguard in [Safeguard::FocusTime, Safeguard::ProductLead, Safeguard::EngineeringLead] {
            remedies.put_in_place(case, safeguard);
        }
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
