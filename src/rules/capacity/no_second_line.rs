use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// Nobody experienced stands below the one leader of both fields.
    ///
    /// Counted are a head of product and a head of engineering. One of them is better than none.
    ///
    /// # Why it matters
    /// Without heads below, every decision of both fields goes through one person. Practitioners call it the
    /// biggest mistake in setting the role up.
    ///
    /// # When it is fine
    /// In the first years of a company, when there is little to put below and one person for both is normal.
    pub struct NoSecondLine {
        /// Whether an experienced head of product is below.
        pub product_lead: Estimate<bool>,
        /// Whether an experienced head of engineering is below.
        pub engineering_lead: Estimate<bool>,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

impl NoSecondLine {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_combined() {
            return None;
        }
        let numbers = &situation.numbers.no_second_line;
        let product_lead = situation.organization.safeguard(Safeguard::ProductLead);
        let engineering_lead = situation.organization.safeguard(Safeguard::EngineeringLead);
        let neither = situation.over_stages(|stage| numbers.neither_lead.get(stage));
        let one = situation.over_stages(|stage| numbers.one_lead.get(stage));
        // A policy keeps `one` from being worse than `neither`, so more heads are never worse.
        let severity = |product: bool, engineering: bool, neither, one| match (product, engineering) {
            (false, false) => neither,
            (true, true) => Severity::None,
            _ => one,
        };
        let severity = Span {
            least: severity(product_lead.most(), engineering_lead.most(), neither.least, one.least),
            most: severity(product_lead.least(), engineering_lead.least(), neither.most, one.most),
        };
        severity.is_possible().then(|| Self {
            severity,
            product_lead,
            engineering_lead,
            stage: situation.organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for NoSecondLine {
    const CITATIONS: &'static [Citation] =
        &[cite(Source::SecondLine, "one person can lead both only with experienced heads below")];

    const READS: Reads = Reads::NONE
        .lowered_by(&[Fact::Safeguard(Safeguard::ProductLead), Fact::Safeguard(Safeguard::EngineeringLead)])
        .hanging_on(&[Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::ProductLead, self.product_lead);
        remedies.put_in_place(Safeguard::EngineeringLead, self.engineering_lead);
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn raised() -> Draft<Proposal> {
        let heads = [Safeguard::ProductLead, Safeguard::EngineeringLead];
        example::combined(example::somewhere().stage(Stage::Startup).absent(heads))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let stage = match severity {
            Severity::Low => Stage::Startup,
            Severity::Medium => Stage::ScaleUp,
            Severity::High => Stage::Established,
            _ => return None,
        };
        let heads = [Safeguard::ProductLead, Safeguard::EngineeringLead];
        Some(example::combined(example::somewhere().stage(stage).absent(heads)))
    }

    fn spared() -> Draft<Proposal> {
        let organization = example::somewhere().stage(Stage::Startup).absent([Safeguard::ProductLead]);
        example::combined(organization.in_place([Safeguard::EngineeringLead]))
    }
}

impl fmt::Display for NoSecondLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (product, engineering) = (presence(self.product_lead), presence(self.engineering_lead));
        write!(
            f,
            "below the CPTO, the head of product is {product} and the head of engineering is {engineering}"
        )
    }
}

#[cfg(test)]
mod tests;
