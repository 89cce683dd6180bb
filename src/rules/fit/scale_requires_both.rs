use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::policy::ladder::Ladder;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::scale::Headcount;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::stage::Stage;

evidence! {
    /// The company is so large that it usually has two leaders.
    ///
    /// The number of people and the enterprise stage decide; two heads below make it milder.
    ///
    /// # Why it matters
    /// The distinct contributions of the two roles count for more as a company grows, and so does the work that comes
    /// with each of them.
    ///
    /// # When it is fine
    /// Large companies have worked with one seat, with heads below who lead each field. Size alone does not forbid it.
    pub struct ScaleRequiresBoth {
        /// How many people the company has.
        pub headcount: Estimate<Headcount>,
        /// The numbers of people from which it has a severity.
        pub headcount_at_least: Ladder,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
        /// Whether an experienced head of product is below.
        pub product_lead: Estimate<bool>,
        /// Whether an experienced head of engineering is below.
        pub engineering_lead: Estimate<bool>,
    }
}

impl ScaleRequiresBoth {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_combined() {
            return None;
        }
        let numbers = &situation.numbers.scale_requires_both;
        let organization = situation.organization;
        let severity = organization
            .headcount
            .span()
            .rising(|people| numbers.headcount_at_least.at_least(people.get()))
            .max(situation.over_stages(|stage| numbers.stage.get(stage)))
            .stepped(situation.both_leads().steps_down(numbers.steps_down_both_leads));
        severity.is_possible().then(|| Self {
            severity,
            headcount: organization.headcount,
            headcount_at_least: numbers.headcount_at_least,
            stage: organization.stage,
            product_lead: organization.safeguard(Safeguard::ProductLead),
            engineering_lead: organization.safeguard(Safeguard::EngineeringLead),
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for ScaleRequiresBoth {
    const CITATIONS: &'static [Citation] = &[
        cite(
            Source::Divergent,
            "small companies may have to combine the roles, larger organisations require both",
        ),
        cite(Source::Scale, "companies where one seat worked"),
    ];

    const READS: Reads = Reads::NONE
        .lowered_by(&[Fact::Safeguard(Safeguard::ProductLead), Fact::Safeguard(Safeguard::EngineeringLead)])
        .raised_by(&[Fact::Headcount])
        .hanging_on(&[Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::ProductLead, self.product_lead);
        remedies.put_in_place(Safeguard::EngineeringLead, self.engineering_lead);
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn raised() -> Draft<Proposal> {
        example::combined(
            example::somewhere().stage(Stage::Established).headcount(250).absent([Safeguard::ProductLead]),
        )
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let people = match severity {
            Severity::Low => 250,
            Severity::Medium => 1_000,
            Severity::High => 5_000,
            _ => return None,
        };
        let organization = example::somewhere().stage(Stage::Established).headcount(people);
        Some(example::combined(organization.absent([Safeguard::ProductLead])))
    }

    fn spared() -> Draft<Proposal> {
        example::combined(
            example::somewhere().stage(Stage::Established).headcount(249).absent([Safeguard::ProductLead]),
        )
    }
}

impl fmt::Display for ScaleRequiresBoth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { headcount, stage, .. } = self;
        write!(f, "one leader, with headcount {headcount} and stage {stage}")
    }
}

#[cfg(test)]
mod tests;
