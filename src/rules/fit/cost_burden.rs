//! Does the structure need more executives than the company can afford?

use core::fmt;

use crate::model::fact::{Fact, FactSet};
use crate::model::packed::Slot;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Budget;

pub(crate) struct CostBurden;

impl CostBurden {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.cost_burden;
        let cost = if world.holds(Slot::PAIR) {
            numbers.pair
        } else {
            numbers.combined.when(world.holds(Slot::COMBINED) && world.both_leads())
        };
        cost.when(matches!(world.budget(), Budget::OneExecutive))
    }
}

impl Rule for CostBurden {
    const ABOUT: &'static str = "The budget decides. If it covers one executive, a pair is one too many, and a CPTO \
        with two heads below is not free either.";
    const WHY: &'static str = "Executives come with high salaries and high demands. A structure that the company \
        cannot afford is never put in place, or only with the wrong people.";
    const FINE: &'static str =
        "When the heads below already exist, so that a combined structure adds nobody.";
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "executive roles come with high salaries"),
        cite(Source::Divergent, "scarce resources are a reason to combine the roles"),
        cite(Source::SecondLineCost, "a second line is not free"),
    ];
    const READS: &'static [Slot] = &[
        Slot::BUDGET,
        Slot::safeguard(Safeguard::ProductLead),
        Slot::safeguard(Safeguard::EngineeringLead),
        Slot::PAIR,
        Slot::COMBINED,
    ];

    /// The heads below only matter in a combined structure.
    fn reads(structure: &Structure, _: &Numbers, _: Role) -> FactSet {
        const LEADS: [Fact; 2] =
            [Fact::Safeguard(Safeguard::ProductLead), Fact::Safeguard(Safeguard::EngineeringLead)];
        let leads: &[Fact] = if structure.form().is_combined() { &LEADS } else { &[] };
        FactSet::of(leads).with(Fact::Budget)
    }

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the budget is {:#}", case.organization().budget())?;
        if !case.structure().form().is_combined() {
            return f.write_str(", and the structure has two executives");
        }
        let [product, engineering] =
            [Safeguard::ProductLead, Safeguard::EngineeringLead].map(|it| case.presence(it));
        write!(
            f,
            ", and the structure has a CPTO {product} a head of product and {engineering} a head of engineering"
        )
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        if case.structure().form().is_combined() {
            remedies.add(Remedy::DoWithout(Safeguard::ProductLead));
            remedies.add(Remedy::DoWithout(Safeguard::EngineeringLead));
        } else {
            remedies.add(Remedy::Choose(Form::Combined));
        }
        remedies.add(Remedy::RaiseBudget);
    }

    fn example(severity: Severity) -> Example {
        let organization = |budget| example::somewhere().budget(budget);
        let heads = [Safeguard::ProductLead, Safeguard::EngineeringLead];
        match severity {
            Severity::None => Some(example::pair(organization(Budget::TwoExecutives))),
            Severity::Low => Some(example::combined(organization(Budget::OneExecutive).in_place(heads))),
            Severity::High => Some(example::pair(organization(Budget::OneExecutive))),
            Severity::Medium | Severity::Critical => None,
        }
    }
}
