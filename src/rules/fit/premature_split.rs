//! Is the company so small that two leaders only add a layer?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::situation::quantity::Quantity;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::severity::{Severity, SeverityRange, down, up};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

pub(crate) struct PrematureSplit;

impl PrematureSplit {
    /// The severity in a startup; `unfit` is whether product-market fit is low enough to step it up.
    const fn early(numbers: &Numbers, people: u32, unfit: bool) -> Severity {
        let numbers = &numbers.premature_split;
        let early = numbers.headcount_below.below(people).or_worse(numbers.startup);
        early.stepped_not_above(up(unfit, numbers.steps_up_fit), numbers.not_above)
    }

    /// The severity in later stages; `need` is how badly a field needs its own leader.
    const fn later(numbers: &Numbers, people: u32, need: Severity) -> Severity {
        let numbers = &numbers.premature_split;
        let dedicated = need.reaches(numbers.dedicated_at_least);
        numbers.headcount_below.below(people).stepped(down(dedicated, numbers.steps_down_dedicated))
    }

    const fn is_unfit(numbers: &Numbers, fit: Maturity) -> bool {
        fit as u8 <= numbers.premature_split.fit_at_most as u8
    }

    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let unfit = match world.level(Signal::ProductMarketFit) {
            Some(fit) => Self::is_unfit(numbers, fit),
            None => false,
        };
        if world.is_startup() {
            Self::early(numbers, world.headcount, unfit)
        } else {
            let need = world.severity(Slot::TECHNOLOGY).or_worse(world.severity(Slot::PRODUCT));
            Self::later(numbers, world.headcount, need)
        }
    }
}

impl Rule for PrematureSplit {
    const ABOUT: &'static str = "A small headcount or the startup stage raises it. In a startup, elusive \
        product-market fit makes it worse. In later stages, a field that needs its own leader makes it milder.";
    const WHY: &'static str = "Before product-market fit, the founders are the product leaders. With few people, two \
        executives are under-used, and what one could settle alone becomes a meeting.";
    const FINE: &'static str = "When the company is about to outgrow this size, or one field needs more than a leader \
        of both can give it.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "smaller and early companies do well with a single point of contact"),
        cite(Source::Divergent, "startups may have to combine the roles for want of resources"),
        cite(Source::Premature, "before fit the founders are the product leaders"),
    ];
    const SCOPE: Slot = Slot::PAIR;
    const READS: &'static [Slot] = &[Slot::TECHNOLOGY, Slot::PRODUCT];
    const QUANTITIES: &'static [Quantity] = &[Quantity::Headcount];

    /// In a startup, the severity falls as headcount and fit rise. Past that stage, it falls as headcount rises and as a field
    /// needs its own leader more. Within each, both ends are attained.
    #[inline]
    fn range(numbers: &Numbers, known: &Known<'_>, _: usize) -> Option<SeverityRange> {
        let fit = known.level(Signal::ProductMarketFit);
        let unfit = fit.map_or(Span::exact(false), |fit| fit.falling(|fit| Self::is_unfit(numbers, fit)));
        // The need only matters past the startup stage.
        let [_, product] = known.product.map(SeverityRange::span);
        let need = known.severity(Slot::TECHNOLOGY).max(product);
        let [startup, later] = known.growth.people();
        Some(known.growth.by_startup([
            SeverityRange::new(
                Self::early(numbers, startup.most, unfit.least),
                Self::early(numbers, startup.least, unfit.most),
            ),
            SeverityRange::new(
                Self::later(numbers, later.most, need.most),
                Self::later(numbers, later.least, need.least),
            ),
        ]))
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let organization = case.organization();
        write!(
            f,
            "the structure has two leaders (headcount: {}; stage: {:#})",
            organization.headcount(),
            organization.stage()
        )
    }

    fn remedies(_: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::Choose(Form::Combined));
    }

    fn example(severity: Severity) -> Example {
        let (stage, people) = match severity {
            Severity::None => (Stage::ScaleUp, 40),
            Severity::Low => (Stage::Startup, 40),
            Severity::Medium => (Stage::Startup, 39),
            Severity::High => (Stage::Startup, 19),
            Severity::Critical => return None,
        };
        let fit = Maturity::Optimizing;
        Some(example::pair(
            example::somewhere().stage(stage).headcount(people).signal(Signal::ProductMarketFit, fit),
        ))
    }
}
