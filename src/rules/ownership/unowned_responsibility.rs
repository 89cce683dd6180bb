use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::FactSet;
use crate::model::organization::Organization;
use crate::model::proposal::Proposal;
use crate::model::seat::Seat;
use crate::model::structure::Structure;
use crate::rules::catalogue::{Declaration, evidence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::responsibility::{Responsibility, ResponsibilitySet};
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;

evidence! {
    /// Something that exists in the company is nobody's.
    ///
    /// Counted are applicable responsibilities that neither a seat nor an office elsewhere holds.
    ///
    /// # Why it matters
    /// What nobody is accountable for gets done by chance. A known case is operations that neither the CTO nor a "run"
    /// organisation has.
    ///
    /// # When it is fine
    /// For the weeks in which a holder is being found, if everybody knows who stands in.
    pub struct UnownedResponsibility {
        /// What nobody holds.
        pub responsibilities: ResponsibilitySet,
        /// What of it is core.
        pub core: ResponsibilitySet,
    }
}

impl UnownedResponsibility {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        let responsibilities = situation.organization.applicable().difference(situation.proposed.held());
        if responsibilities.is_empty() {
            return None;
        }
        let numbers = &situation.numbers.unowned_responsibility;
        let core = responsibilities.intersection(ResponsibilitySet::CORE);
        let severity = Span::exact(if core.is_empty() { numbers.other } else { numbers.core });
        severity.is_possible().then_some(Self { severity, responsibilities, core, open: FactSet::EMPTY })
    }
}

impl Declaration for UnownedResponsibility {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::OneAccountable, "for each responsibility exactly one is accountable"),
        cite(Source::Divergent, "operations are the CTO's unless a run organisation has them"),
    ];

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.add(Remedy::Assign(self.responsibilities));
    }

    fn raised() -> Draft<Proposal> {
        without(Some(Responsibility::Privacy))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let lost = match severity {
            Severity::Medium => Responsibility::Privacy,
            Severity::High => Responsibility::Roadmap,
            _ => return None,
        };
        Some(without(Some(lost)))
    }

    fn spared() -> Draft<Proposal> {
        without(None)
    }
}

/// A pair in which the CPO holds everything of its home, but perhaps for one.
fn without(lost: Option<Responsibility>) -> Draft<Proposal> {
    let home = ResponsibilitySet::of_home(crate::vocabulary::role::Home::Cpo);
    let remit = lost.map_or(home, |lost| home.without(lost));
    example::proposed(
        Organization::draft(),
        Structure::pair(Seat::draft(), Seat::draft().remit(remit.iter())),
    )
}

impl fmt::Display for UnownedResponsibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        listed(f, "nobody holds ", self.responsibilities, self.core)
    }
}

/// Names a few responsibilities, or counts many.
pub(crate) fn listed(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    responsibilities: ResponsibilitySet,
    core: ResponsibilitySet,
) -> fmt::Result {
    f.write_str(what)?;
    if responsibilities.len() <= 4 {
        return write!(f, "{responsibilities}");
    }
    write!(f, "{} responsibilities", responsibilities.len())?;
    if core.is_empty() { Ok(()) } else { write!(f, ", among them {core}") }
}

#[cfg(test)]
mod tests;
