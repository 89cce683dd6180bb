//! Which rules of one's own stand in the way of a goal?

use alloc::vec::Vec;

use crate::assessment::extended::Extended;
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::vocabulary::severity::Severity;

/// What a look at rules of one's own found.
#[derive(Clone, Debug, Default)]
pub(super) struct Looked<'a> {
    /// The codes of those that stand, and how severe they may be.
    pub(super) standing: Vec<(&'a str, Severity)>,
    /// Whether it cannot be told, so that all of them stand.
    pub(super) is_unknown: bool,
}

/// Rules of one's own, if there are any, whatever their cases are.
pub(super) type Asked<'a> = Option<&'a dyn Others>;

/// Rules of one's own, whatever their cases are.
pub(super) trait Others {
    /// The facts that any of them reads.
    fn reads(&self, structure: &Structure) -> FactSet;
    /// How many worlds there are to look at, with all cases.
    fn worlds(&self, proposal: &Proposal) -> u32;
    /// Which of them reach a severity in some world of a proposal, where there is one and not too many worlds of it.
    fn look(&self, proposal: Option<&Proposal>, below: Severity) -> Looked<'_>;
}

impl<C> Others for Extended<'_, C> {
    fn reads(&self, structure: &Structure) -> FactSet {
        self.reads(structure)
    }

    fn worlds(&self, proposal: &Proposal) -> u32 {
        self.worlds_of(proposal)
    }

    fn look(&self, proposal: Option<&Proposal>, below: Severity) -> Looked<'_> {
        let found = proposal.and_then(|proposal| self.severities_of(proposal, self.cases).ok());
        let most = |place: usize| {
            let severity = found.as_ref().and_then(|found| found.get(place));
            severity.map_or(Severity::Critical, |severity| severity.most)
        };
        let each = self.rules.iter().enumerate().map(|(place, rule)| (rule.code(), most(place)));
        Looked { standing: each.filter(|(_, most)| *most >= below).collect(), is_unknown: found.is_none() }
    }
}
