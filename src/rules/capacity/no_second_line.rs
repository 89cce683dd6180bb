//! Does the leader of both fields have experienced heads below?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct NoSecondLine;

impl NoSecondLine {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.no_second_line;
        let severity =
            match (world.in_place(Safeguard::ProductLead), world.in_place(Safeguard::EngineeringLead)) {
                (false, false) => numbers.neither_lead.at(world.stage()),
                (true, true) => numbers.one_lead.at(world.stage()).or_milder(numbers.left_with_both_leads),
                _ => numbers.one_lead.at(world.stage()),
            };
        severity.stepped(down(world.short_term(), numbers.steps_down_short_term))
    }
}

impl Rule for NoSecondLine {
    const ABOUT: &'static str = "A head of product and a head of engineering are expected. One is better than none. A \
        short term makes it milder.";
    const WHY: &'static str = "Without heads below, every decision in both fields goes through one person. \
        Practitioners call it the biggest mistake in setting up the role.";
    const FINE: &'static str =
        "In a company's first years, when there is little to manage below and one leader for both is normal.";
    const CITATIONS: &'static [Citation] =
        &[cite(Source::SecondLine, "one person can lead both only with experienced heads below")];
    const SCOPE: Slot = Slot::COMBINED;
    const READS: &'static [Slot] = &[
        Slot::STAGE,
        Slot::safeguard(Safeguard::ProductLead),
        Slot::safeguard(Safeguard::EngineeringLead),
        Slot::SHORT_TERM,
    ];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [product, engineering] =
            [Safeguard::ProductLead, Safeguard::EngineeringLead].map(|it| case.presence(it));
        write!(
            f,
            "one person leads both fields, {product} a head of product and {engineering} a head of engineering"
        )
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::ProductLead, Safeguard::EngineeringLead]);
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Example {
        let (stage, engineering) = match severity {
            Severity::None => (Stage::Startup, true),
            Severity::Low => (Stage::Startup, false),
            Severity::Medium => (Stage::ScaleUp, false),
            Severity::High => (Stage::Established, false),
            Severity::Critical => return None,
        };
        let organization = example::somewhere().stage(stage).absent([Safeguard::ProductLead]);
        Some(example::combined(organization.safeguard(Safeguard::EngineeringLead, engineering)))
    }
}
