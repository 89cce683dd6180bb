//! Do two proposals say the same, but for their facts?

use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::vocabulary::scale::Estimate;

impl Proposal {
    /// This proposal with every observation that another one made: unknown, where this one did not make it. Whoever says
    /// nothing of newcomers says that there are none.
    pub(crate) fn observed_as(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.term = both.term.or(other.term.map(|_| Estimate::UNKNOWN));
        for (role, it) in other.proposed.seats() {
            let Some(own) = both.proposed.seat_mut(role) else { continue };
            let unknown = |observed: Option<_>| observed.map(|_| Estimate::UNKNOWN);
            own.newcomer = own.newcomer.or(it.newcomer.map(|_| Estimate::exact(false)));
            own.direct_reports = own.direct_reports.or(it.direct_reports.map(|_| Estimate::UNKNOWN));
            own.product_attention = own.product_attention.or(unknown(it.product_attention));
            own.other_duties = own.other_duties.or(unknown(it.other_duties));
        }
        both.settle_facts();
        both
    }

    /// In what, beside the facts, this proposal says something else than another one, which made the same observations.
    pub(crate) fn other_part(&self, other: &Self) -> Option<&'static str> {
        let (own, others) = (&self.organization, &other.organization);
        let facts = Fact::all();
        let same_facts = self.restated(facts.filter_map(|fact| Some((fact, other.places(fact)?))));
        if own.absent_signals() != others.absent_signals() || own.applicable() != others.applicable() {
            Some("lists of what is not applicable")
        } else if self.triggers != other.triggers {
            Some("reasons to ask now")
        } else if self.current != other.current {
            Some("current structures")
        } else if same_facts.proposed != other.proposed {
            Some("proposed structures")
        } else {
            None
        }
    }
}
