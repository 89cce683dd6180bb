//! On which facts does a benefit depend?

use crate::model::fact::FactSet;
use crate::model::packed::Slot;
use crate::model::structure::Structure;
use crate::rules::benefit::BenefitCode;
use crate::rules::policy::Policy;
use crate::situation::growth::with_partner;
use crate::situation::quantity::facts_of;

impl BenefitCode {
    /// Returns the facts that the benefit depends on in this structure. No other fact adds or removes it. A benefit that is only
    /// possible depends on those that are unknown.
    ///
    /// ```
    /// use cpto::{BenefitCode, Policy, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let reads = BenefitCode::AlignedPriorities.reads(proposal.proposed(), &Policy::DEFAULT);
    /// assert_eq!(reads.intersection(proposal.open_facts()).to_string(), "organization.signals.integration");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn reads(self, structure: &Structure, policy: &Policy) -> FactSet {
        with_partner(self.reads_itself(structure, policy))
    }

    /// The same, without adding headcount because of stage, or stage because of headcount.
    pub(crate) fn reads_itself(self, structure: &Structure, policy: &Policy) -> FactSet {
        let facts = |slot: &Slot| facts_of(*slot, structure, policy.numbers());
        self.slots().iter().map(facts).fold(FactSet::EMPTY, FactSet::union)
    }
}
