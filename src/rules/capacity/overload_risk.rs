use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::policy::ladder::Ladder;
use crate::policy::numbers::Numbers;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::{SeatSituation, Situation};
use crate::vocabulary::form::Form;
use crate::vocabulary::responsibility::ResponsibilitySet;
use crate::vocabulary::role::{Home, Role};
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::scale::Percent;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::Maturity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// A leader is asked for more than one person can give.
    ///
    /// The load is the effort of the remit, lighter with maturity and with experienced heads below, heavier at later
    /// stages, and the leader's other duties on top. A wide span of direct reports raises it too, where it was
    /// observed.
    ///
    /// # Why it matters
    /// Each role is a full-time job by itself. Who is overloaded decides late, neglects what has no deadline, which
    /// is mostly product, and becomes the bottleneck of both fields.
    ///
    /// # When it is fine
    /// For a limited time, with a date at which it ends, or where the leader is known to hand work on to people who
    /// are not in the model.
    pub struct OverloadRisk {
        /// The seat.
        pub role: Role,
        /// The load in percent of one leader's full time.
        pub load: Span<u32>,
        /// What one leader can give, in percent.
        pub capacity: u32,
        /// The loads above which it has a severity.
        pub load_above: Ladder,
        /// How many people report to the seat, where that was observed.
        pub direct_reports: Option<Estimate<u8>>,
        /// The numbers of direct reports above which it has at least a severity.
        pub direct_reports_above: Ladder,
        /// Percent of the leader's time that other duties take, where that was observed.
        pub other_duties: Option<Estimate<Percent>>,
        /// What the seat is accountable for.
        pub remit: ResponsibilitySet,
        /// Whether an experienced head of product is below.
        pub product_lead: Estimate<bool>,
        /// Whether an experienced head of engineering is below.
        pub engineering_lead: Estimate<bool>,
    }
}

impl OverloadRisk {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>, seat: &SeatSituation<'_>) -> Option<Self> {
        let numbers = &situation.numbers.overload_risk;
        let direct_reports = seat.seat.direct_reports;
        let by_load = seat.load.total.rising(|load| numbers.load_above.above(load));
        let by_reports = direct_reports.map_or(Span::NONE, |people| {
            people.span().rising(|people| numbers.direct_reports_above.above(people.into()))
        });
        let severity = by_load.max(by_reports);
        severity.is_possible().then(|| Self {
            severity,
            role: seat.role,
            load: seat.load.total,
            capacity: situation.numbers.capacity,
            load_above: numbers.load_above,
            direct_reports,
            direct_reports_above: numbers.direct_reports_above,
            other_duties: seat.seat.other_duties,
            remit: seat.remit,
            product_lead: situation.organization.safeguard(Safeguard::ProductLead),
            engineering_lead: situation.organization.safeguard(Safeguard::EngineeringLead),
            open: situation.open(Self::reads(situation.numbers, situation.proposed, seat.role)),
        })
    }
}

impl Declaration for OverloadRisk {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Wills, "overloading one person is the main downside to watch"),
        cite(Source::Spans, "spans of more than ten, and of more than fifteen, direct reports"),
    ];

    fn reads(_: &Numbers, structure: &Structure, role: Role) -> Reads {
        structure.load_reads(role).raised_by(&[Fact::DirectReports(role), Fact::OtherDuties(role)])
    }

    fn remedies(&self, remedies: &mut Remedies) {
        let by_load = self.load_above.above(self.load.most) > Severity::None;
        if by_load {
            for (lead, in_place, home) in [
                (Safeguard::ProductLead, self.product_lead, Home::Cpo),
                (Safeguard::EngineeringLead, self.engineering_lead, Home::Cto),
            ] {
                if !self.remit.intersection(ResponsibilitySet::of_home(home)).is_empty() {
                    remedies.put_in_place(lead, in_place);
                }
            }
            remedies.add_if(self.role == Role::Cpto, Remedy::Choose(Form::Pair));
            remedies.add(Remedy::HandOver(self.remit));
        }
        let duties = self.other_duties.map_or(0, |percent| percent.most().get());
        remedies.add_if(duties > 0, Remedy::DropOtherDuties);
        let reports = self.direct_reports.map_or(0, |people| people.most().into());
        remedies.add_if(self.direct_reports_above.above(reports) > Severity::None, Remedy::ReportFewer);
    }

    fn raised() -> Draft<Proposal> {
        example::combined(example::uniform(Stage::ScaleUp, Maturity::QuantitativelyManaged))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let stage = match severity {
            Severity::Medium => Stage::ScaleUp,
            Severity::High => Stage::Established,
            Severity::Critical => Stage::Enterprise,
            _ => return None,
        };
        Some(example::combined(example::uniform(stage, Maturity::QuantitativelyManaged)))
    }

    fn spared() -> Draft<Proposal> {
        example::combined(example::uniform(Stage::Startup, Maturity::QuantitativelyManaged))
    }
}

impl fmt::Display for OverloadRisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { role, load, capacity, .. } = self;
        write!(
            f,
            "the load of the {} is {load} % of a full time, against {capacity} %",
            role.abbreviation()
        )?;
        if let Some(people) = self.direct_reports {
            write!(f, ", with {people} direct reports")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
