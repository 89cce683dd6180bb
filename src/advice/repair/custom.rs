//! Which custom rules stand in the way of a goal?

use alloc::vec::Vec;

use crate::assessment::extended::Extended;
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::vocabulary::severity::Severity;

/// The custom rules that were found to stand in the way.
#[derive(Clone, Debug, Default)]
pub(super) struct Looked<'a> {
    /// The codes of the rules that stand in the way, and how severe they may be.
    pub(super) standing: Vec<(&'a str, Severity)>,
    /// Whether the severities are unknown, so that all rules count as standing in the way.
    pub(super) is_unknown: bool,
}

/// Custom rules, if there are any, for any type of case.
pub(super) type Asked<'a> = Option<&'a dyn Others>;

/// Custom rules, for any type of case.
pub(super) trait Others {
    /// The facts that any of the rules reads.
    fn reads(&self, structure: &Structure) -> FactSet;
    /// The number of worlds to evaluate, over all cases.
    fn worlds(&self, proposal: &Proposal) -> u32;
    /// Returns the rules that reach a severity in some world of a proposal; all rules if there is no proposal, or too many
    /// worlds.
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
