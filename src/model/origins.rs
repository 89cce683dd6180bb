//! Where do the facts of a proposal come from, and what remains without some of them? No rule reads origins.

use crate::input::draft::Draft;
use crate::model::fact::{Fact, FactSet};
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::vocabulary::date::Date;
use crate::vocabulary::notes::{note, noted};

impl Draft<Proposal> {
    /// Sets the origin of a fact; if it is set again, the last call counts.
    ///
    /// ```
    /// use cpto::{Fact, Origin, Proposal, Seat, Structure};
    ///
    /// let draft = Proposal::draft().proposed(Structure::cto(Seat::draft()));
    /// let proposal = draft.origin(Fact::Stage, Origin::default().by("the CTO")).build()?;
    /// assert_eq!(proposal.origin(Fact::Stage).unwrap().by.as_deref(), Some("the CTO"));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    pub fn origin(mut self, fact: Fact, origin: Origin) -> Self {
        note(&mut self.value.origins, fact, origin);
        self
    }
}

impl Proposal {
    /// Returns the origin of a fact, if it was stated.
    #[must_use]
    pub fn origin(&self, fact: Fact) -> Option<&Origin> {
        noted(&self.origins, fact)
    }

    /// Returns every fact with a stated origin, in the order of the facts.
    pub fn origins(&self) -> impl Iterator<Item = (Fact, &Origin)> + Clone {
        self.origins.iter().map(|(fact, origin)| (*fact, origin))
    }

    /// Returns the facts whose origin is dated before a day.
    ///
    /// ```
    /// use cpto::advice::compare::compare;
    /// use cpto::{Date, Fact, Organization, Origin, Policy, Proposal, Seat, Stage, Structure};
    ///
    /// let long_ago = Origin::default().on(Date::new(2024, 5, 1).unwrap());
    /// let company = Organization::draft().stage(Stage::Enterprise).regulated(true);
    /// let draft = Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft()));
    /// let proposal = draft.origin(Fact::Stage, long_ago).build()?;
    /// let old = proposal.facts_before(Date::new(2026, 1, 1).unwrap());
    /// assert_eq!(old.to_string(), "organization.stage");
    ///
    /// // What does the answer rest on?
    /// let comparison = compare(&proposal, &proposal.forget(old), &Policy::DEFAULT);
    /// assert_eq!(comparison.forgotten, old);
    /// assert!(comparison.warnings.iter().any(|warning| warning.before != warning.after));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn facts_before(&self, day: Date) -> FactSet {
        let before = |origin: &Origin| origin.on.is_some_and(|on| on < day);
        self.origins().filter(|(_, origin)| before(origin)).map(|(fact, _)| fact).collect()
    }

    /// Returns this proposal with some facts unknown and their origins removed, so its results do not depend on them.
    /// Observations that were made become unknown; those not made stay absent.
    ///
    /// ```
    /// use cpto::{Fact, FactSet, Organization, Proposal, Seat, Stage, Structure};
    ///
    /// let company = Organization::draft().stage(Stage::Startup);
    /// let proposal = Proposal::draft().organization(company).proposed(Structure::cto(Seat::draft())).build()?;
    /// let forgotten = proposal.forget(FactSet::of(&[Fact::Stage]));
    /// assert!(forgotten.organization().stage().is_unknown() && proposal.narrows(&forgotten));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn forget(&self, facts: FactSet) -> Self {
        let unknown = facts.iter().filter_map(|fact| Some((fact, self.scale(fact)?)));
        let mut forgotten = self.restated(unknown);
        forgotten.origins.retain(|(fact, _)| !facts.contains(*fact));
        forgotten
    }
}
