//! Do two proposals say the same, but for their facts?

use crate::model::fact::Fact;
use crate::model::proposal::Proposal;
use crate::vocabulary::scale::Estimate;

impl Proposal {
    /// This proposal with every observation that another one made: unknown, where this one did not make it. Whoever says
    /// nothing of newcomers says that there are none.
    pub(crate) fn observed_as(&self, other: &Self) -> Self {
        let mut both = self.clone();
        if other.term.is_some() {
            both.term.get_or_insert(Estimate::UNKNOWN);
        }
        for (role, seat) in other.proposed.seats() {
            let Some(own) = both.proposed.seat_mut(role) else { continue };
            if seat.newcomer.is_some() {
                own.newcomer.get_or_insert(Estimate::exact(false));
            }
            if seat.direct_reports.is_some() {
                own.direct_reports.get_or_insert(Estimate::UNKNOWN);
            }
            if seat.product_attention.is_some() {
                own.product_attention.get_or_insert(Estimate::UNKNOWN);
            }
            if seat.other_duties.is_some() {
                own.other_duties.get_or_insert(Estimate::UNKNOWN);
            }
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
