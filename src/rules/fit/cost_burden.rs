use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::numbers::Numbers;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::role::Role;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Budget;

evidence! {
    /// The structure asks for more executives than the company can pay for.
    ///
    /// A pair is two; a CPTO with two heads below is not free either.
    ///
    /// # Why it matters
    /// Executives come with high salaries and high demands. A structure that cannot be paid for is not carried out, or
    /// is carried out with the wrong people.
    ///
    /// # When it is fine
    /// Where the heads below are there already, so that a combined structure adds nobody.
    pub struct CostBurden {
        /// Which seats are proposed.
        pub form: Form,
        /// What the company can pay for.
        pub budget: Estimate<Budget>,
        /// Whether an experienced head of product is below.
        pub product_lead: Estimate<bool>,
        /// Whether an experienced head of engineering is below.
        pub engineering_lead: Estimate<bool>,
    }
}

impl CostBurden {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let numbers = &situation.numbers.cost_burden;
        let organization = situation.organization;
        let base = match situation.form {
            Form::Pair => Span::exact(numbers.pair),
            Form::Combined => Span::exact(numbers.combined).when(situation.both_leads()),
            Form::LoneCto | Form::LoneCpo => return None,
        };
        let tight = organization.budget.span().falling(|budget| budget == Budget::OneExecutive);
        let severity: Span<Severity> = base.when(tight);
        severity.is_possible().then(|| Self {
            severity,
            form: situation.form,
            budget: organization.budget,
            product_lead: organization.safeguard(Safeguard::ProductLead),
            engineering_lead: organization.safeguard(Safeguard::EngineeringLead),
            open: situation.open(reads(situation.form)),
        })
    }
}

/// Heads below cost something, too, but only where one leader has both.
const fn reads(form: Form) -> Reads {
    const LEADS: [Fact; 2] =
        [Fact::Safeguard(Safeguard::ProductLead), Fact::Safeguard(Safeguard::EngineeringLead)];
    let reads = Reads::NONE.lowered_by(&[Fact::Budget]);
    if form.is_combined() { reads.raised_by(&LEADS) } else { reads }
}

impl Declaration for CostBurden {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "executive roles come with high salaries"),
        cite(Source::Divergent, "scarce resources are a reason to combine the roles"),
        cite(Source::SecondLineCost, "a second line is not free"),
    ];

    fn reads(_: &Numbers, structure: &Structure, _: Role) -> Reads {
        reads(structure.form())
    }

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add_if(self.form == Form::Pair, Remedy::Choose(Form::Combined));
        remedies.add_if(self.form == Form::Combined, Remedy::DoWithout(Safeguard::ProductLead));
        remedies.add_if(self.form == Form::Combined, Remedy::DoWithout(Safeguard::EngineeringLead));
        remedies.add(Remedy::RaiseBudget);
    }

    fn raised() -> Draft<Proposal> {
        example::pair(example::somewhere().budget(Budget::OneExecutive))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let organization = example::somewhere().budget(Budget::OneExecutive);
        match severity {
            Severity::Low => {
                let heads = [Safeguard::ProductLead, Safeguard::EngineeringLead];
                Some(example::combined(organization.in_place(heads)))
            }
            Severity::High => Some(example::pair(organization)),
            _ => None,
        }
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere().budget(Budget::TwoExecutives))
    }
}

impl fmt::Display for CostBurden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let budget = self.budget;
        match self.form {
            Form::Combined => {
                let [product, engineering] = [self.product_lead, self.engineering_lead].map(presence);
                write!(
                    f,
                    "the budget is {budget}, with a head of product {product} and a head of engineering {engineering}"
                )
            }
            _ => write!(f, "the budget is {budget}, for two executives"),
        }
    }
}

#[cfg(test)]
mod tests;
