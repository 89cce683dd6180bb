//! Is the company at a size at which there are usually two leaders?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::known::Known;
use crate::situation::quantity::Quantity;
use crate::situation::shortfall::HEADS;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, SeverityRange, down};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

pub(crate) struct ScaleRequiresBoth;

impl ScaleRequiresBoth {
    /// The severity without heads below.
    const fn alone(numbers: &Numbers, people: u32, stage: Stage) -> Severity {
        let numbers = &numbers.scale_requires_both;
        numbers.headcount_at_least.at_least(people).or_worse(numbers.stage.at(stage))
    }

    const fn with(numbers: &Numbers, alone: Severity, both_leads: bool) -> Severity {
        alone.stepped(down(both_leads, numbers.scale_requires_both.steps_down_both_leads))
    }

    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        Self::with(numbers, Self::alone(numbers, world.headcount, world.stage()), world.both_leads())
    }
}

impl Rule for ScaleRequiresBoth {
    const ABOUT: &'static str =
        "Headcount and the enterprise stage decide; having both heads below makes it milder.";
    const WHY: &'static str = "As a company grows, the distinct contributions of the two roles matter more, and each \
        role brings more work.";
    const FINE: &'static str = "Large companies have made one seat work, with a head below leading each field. Size \
        alone does not rule it out.";
    const CITATIONS: &'static [Citation] = &[
        cite(
            Source::Divergent,
            "small companies may have to combine the roles, larger organisations require both",
        ),
        cite(Source::Scale, "companies where one seat worked"),
    ];
    const SCOPE: Slot = Slot::FEW;
    const READS: &'static [Slot] =
        &[Slot::STAGE, Slot::safeguard(Safeguard::ProductLead), Slot::safeguard(Safeguard::EngineeringLead)];
    const QUANTITIES: &'static [Quantity] = &[Quantity::Headcount];

    /// The severity never falls as headcount rises, nor rises as heads are added.
    #[inline]
    fn range(numbers: &Numbers, known: &Known<'_>, _: usize) -> Option<SeverityRange> {
        let [engineering, product] = HEADS.map(|head| known.holds(head));
        let both_leads = engineering.min(product);
        let alone = known.growth.hull(|stage, people| {
            SeverityRange::new(
                Self::alone(numbers, people.least, stage),
                Self::alone(numbers, people.most, stage),
            )
        });
        Some(SeverityRange::new(
            Self::with(numbers, alone.least(), both_leads.most),
            Self::with(numbers, alone.most(), both_leads.least),
        ))
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let leaders = match case.structure().form() {
            Form::LoneCto => "there is no CPO",
            Form::LoneCpo => "there is no CTO",
            _ => "there is only one leader",
        };
        let (headcount, stage) = (case.organization().headcount(), case.organization().stage());
        write!(f, "{leaders} (headcount: {headcount}; stage: {stage:#})")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::ProductLead, Safeguard::EngineeringLead]);
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Example {
        let people = match severity {
            Severity::None => 249,
            Severity::Low => 250,
            Severity::Medium => 1_000,
            Severity::High => 5_000,
            Severity::Critical => return None,
        };
        let organization = example::somewhere().stage(Stage::Established).headcount(people);
        Some(example::combined(organization.absent([Safeguard::ProductLead])))
    }
}
