//! Do two leaders share decisions that cannot be separated?

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
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct InseparableDecisions;

impl InseparableDecisions {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.inseparable_decisions;
        let Some(level) = world.level(Signal::Integration) else { return Severity::None };
        let both = world.in_place(Safeguard::SharedGoals) && world.in_place(Safeguard::CollaborationForum);
        numbers.integration.at(level).stepped(down(both, numbers.steps_down_goals_and_forum))
    }
}

impl Rule for InseparableDecisions {
    const ABOUT: &'static str = "The integration signal states how closely product and technology decisions are \
        coupled. Shared goals with a forum make it milder.";
    const WHY: &'static str = "When a product decision is also a technology decision, two leaders have to reconcile \
        direction and feasibility every day, and each decision needs both.";
    const FINE: &'static str = "When the two have one plan, one budget and the same measures, and settle things in \
        one forum. The coupling itself may also be what should change.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "one leader works well where product and technology are closely integrated"),
        cite(Source::Integration, "where a product decision is a technology decision, a split costs"),
    ];
    const SCOPE: Slot = Slot::TWO_SIDES;
    const READS: &'static [Slot] = &[
        Slot::signal(Signal::Integration),
        Slot::safeguard(Safeguard::SharedGoals),
        Slot::safeguard(Safeguard::CollaborationForum),
    ];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [goals, forum] =
            [Safeguard::SharedGoals, Safeguard::CollaborationForum].map(|it| case.presence(it));
        if let Some(level) = case.level(Signal::Integration) {
            write!(f, "integration is {level:#}; ")?;
        }
        write!(f, "the two leaders work together {goals} shared goals and {forum} a joint forum")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::SharedGoals, Safeguard::CollaborationForum]);
        remedies.add(Remedy::LoosenCoupling(None));
        remedies.add_if(case.structure().form() == Form::Pair, Remedy::Choose(Form::Combined));
    }

    fn example(severity: Severity) -> Example {
        let level = match severity {
            Severity::None => Maturity::Defined,
            Severity::Low => Maturity::QuantitativelyManaged,
            Severity::Medium => Maturity::Optimizing,
            Severity::High | Severity::Critical => return None,
        };
        let organization = example::somewhere().signal(Signal::Integration, level);
        Some(example::pair(organization.absent([Safeguard::SharedGoals])))
    }
}
