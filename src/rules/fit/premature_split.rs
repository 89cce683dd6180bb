//! Is the company still so small that two leaders add a layer?

use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::FactSet;
use crate::model::packed::Slot;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::{Rule, facts_of};
use crate::situation::case::Case;
use crate::situation::growth::GROWTH;
use crate::situation::known::Known;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::severity::{Severity, SeverityRange, down, up};
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

pub(crate) struct PrematureSplit;

/// What a company says of itself, beside its stage and its headcount.
#[derive(Clone, Copy)]
struct Need {
    technology: Severity,
    product: Severity,
    /// Whether product-market fit is at a level at which a startup steps up.
    unfit: bool,
}

impl PrematureSplit {
    const fn of(numbers: &Numbers, people: u32, stage: Stage, need: Need) -> Severity {
        let numbers = &numbers.premature_split;
        let small = numbers.headcount_below.below(people);
        if matches!(stage, Stage::Startup) {
            let early = small.or_worse(numbers.startup);
            let stepped = early.stepped(up(need.unfit, numbers.steps_up_fit));
            return stepped.or_milder(early.or_worse(numbers.not_above));
        }
        let dedicated = need.technology.or_worse(need.product).reaches(numbers.dedicated_at_least);
        small.stepped(down(dedicated, numbers.steps_down_dedicated))
    }

    const fn is_unfit(numbers: &Numbers, fit: Maturity) -> bool {
        fit as u8 <= numbers.premature_split.fit_at_most as u8
    }

    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let unfit = match world.level(Signal::ProductMarketFit) {
            Some(fit) => Self::is_unfit(numbers, fit),
            None => false,
        };
        let (technology, product) = (world.severity(Slot::TECHNOLOGY), world.severity(Slot::PRODUCT));
        Self::of(numbers, world.headcount, world.stage(), Need { technology, product, unfit })
    }

    /// In a startup it falls as people come and as the fit rises; past it, as people come and as a field needs a leader of
    /// its own. Within a stage both ends are those of worlds.
    #[inline]
    pub(crate) fn range(numbers: &Numbers, known: &Known<'_>, _: usize) -> SeverityRange {
        let technology = known.severity(Slot::TECHNOLOGY);
        // In a startup the need of the product counts for nothing.
        let [_, product] = known.product.map(SeverityRange::span);
        let fit = known.level(Signal::ProductMarketFit);
        let unfit = fit.map_or(Span::exact(false), |fit| fit.falling(|fit| Self::is_unfit(numbers, fit)));
        let mildest = Need { technology: technology.most, product: product.most, unfit: unfit.least };
        let worst = Need { technology: technology.least, product: product.least, unfit: unfit.most };
        let of_stage = |(stage, people): (Stage, Span<u32>)| {
            SeverityRange::new(
                Self::of(numbers, people.most, stage, mildest),
                Self::of(numbers, people.least, stage, worst),
            )
        };
        known.growth.pairs().map(of_stage).reduce(SeverityRange::hull).unwrap_or_default()
    }
}

impl Rule for PrematureSplit {
    const ABOUT: &'static str = "A small headcount or the startup stage decides. In a startup, elusive product-market fit makes it worse. \
        Past that stage, a field that needs a leader of its own makes it milder.";
    const WHY: &'static str = "Before product-market fit the founders are the product leaders. Two executives for few \
        people are under-used, and what one person would settle alone becomes a meeting.";
    const FINE: &'static str = "Where growth is about to make the company larger than this, or one field has more to do \
        than one leader of both can give it.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "smaller and early companies do well with a single point of contact"),
        cite(Source::Divergent, "startups may have to combine the roles for want of resources"),
        cite(Source::Premature, "before fit the founders are the product leaders"),
    ];
    const SCOPE: Slot = Slot::PAIR;

    fn reads(structure: &Structure, _: &Numbers, _: Role) -> FactSet {
        let grounds = facts_of(Slot::TECHNOLOGY, structure).union(facts_of(Slot::PRODUCT, structure));
        grounds.union(GROWTH)
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let organization = case.organization();
        write!(
            f,
            "two leaders, with headcount {} and stage {}",
            organization.headcount(),
            organization.stage()
        )
    }

    fn remedies(_: &Case<'_>, remedies: &mut Remedies) {
        remedies.add(Remedy::Choose(Form::Combined));
    }

    fn example(severity: Severity) -> Option<Draft<Proposal>> {
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
