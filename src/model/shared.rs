//! Are two proposals the same, except for their facts?

use crate::model::proposal::Proposal;
use crate::vocabulary::scale::{Estimate, Scale};

impl Proposal {
    /// Returns this proposal with every observation that `other` made; those that this one did not make are unknown. An
    /// unstated newcomer means that there is none.
    pub(crate) fn observed_as(&self, other: &Self) -> Self {
        fn observe<T: Scale>(own: &mut Option<Estimate<T>>, other: Option<Estimate<T>>, unsaid: Estimate<T>) {
            *own = own.or(other.map(|_| unsaid));
        }
        let mut both = self.clone();
        observe(&mut both.term, other.term, Estimate::UNKNOWN);
        for (role, it) in other.proposed.seats() {
            let Some(own) = both.proposed.seat_mut(role) else { continue };
            observe(&mut own.newcomer, it.newcomer, Estimate::exact(false));
            observe(&mut own.direct_reports, it.direct_reports, Estimate::UNKNOWN);
            observe(&mut own.product_attention, it.product_attention, Estimate::UNKNOWN);
            observe(&mut own.other_duties, it.other_duties, Estimate::UNKNOWN);
        }
        both.settle_facts();
        both
    }

    /// Returns the part, apart from the facts, in which this proposal differs from `other`. Both must have made the same
    /// observations.
    pub(crate) fn other_part(&self, other: &Self) -> Option<&'static str> {
        let (own, others) = (&self.organization, &other.organization);
        let same_facts = self.with_facts_of(other);
        if own.absent_signals() != others.absent_signals() || own.applicable() != others.applicable() {
            Some("lists of what is not applicable")
        } else if self.triggers != other.triggers {
            Some("reasons to act now")
        } else if self.current != other.current {
            Some("current structures")
        } else if same_facts.proposed != other.proposed {
            Some("proposed structures")
        } else {
            None
        }
    }
}
