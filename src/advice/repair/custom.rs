//! Which rules of one's own stand in the way of a goal?

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::extended::Extended;
use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::vocabulary::severity::Severity;

/// How many warnings stand, and how severe they are together.
pub(super) type Standing = (usize, u32);

/// What a look at rules of one's own found.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looked {
    pub(super) standing: Standing,
    /// Whether there are too many worlds to tell.
    pub(super) is_unknown: bool,
}

impl Looked {
    pub(super) const fn stands(&self) -> bool {
        self.standing.0 > 0
    }
}

/// Rules of one's own, if there are any, whatever their cases are.
pub(super) type Asked<'a> = Option<&'a dyn Others>;

/// Rules of one's own, whatever their cases are.
pub(super) trait Others {
    /// The facts that any of them reads.
    fn reads(&self, structure: &Structure) -> FactSet;
    /// How many worlds there are to look at, with all cases.
    fn worlds(&self, proposal: &Proposal) -> u32;
    /// Which of them reach a severity in some world.
    fn look(&self, proposal: &Proposal, below: Severity) -> Looked;
    /// Those that do by their codes, or all where that cannot be told.
    fn codes(&self, proposal: &Proposal, below: Severity) -> Vec<String>;
    /// What is found where nothing can be told: that all stand.
    fn unknown(&self) -> Looked;
}

impl<C> Others for Extended<'_, C> {
    fn reads(&self, structure: &Structure) -> FactSet {
        self.reads(structure)
    }

    fn worlds(&self, proposal: &Proposal) -> u32 {
        self.worlds_of(proposal)
    }

    fn look(&self, proposal: &Proposal, below: Severity) -> Looked {
        let Ok(severities) = self.severities_of(proposal, self.cases) else { return self.unknown() };
        let standing = severities.iter().map(|severity| severity.most).filter(|most| *most >= below);
        let standing = standing.fold((0, 0), |(count, sum), most| (count + 1, sum + most as u32));
        Looked { standing, is_unknown: false }
    }

    fn codes(&self, proposal: &Proposal, below: Severity) -> Vec<String> {
        let found = self.severities_of(proposal, self.cases);
        let stands = |place: usize| {
            let severity = found.as_ref().ok().and_then(|found| found.get(place));
            severity.is_none_or(|severity| severity.most >= below)
        };
        let standing = self.rules.iter().enumerate().filter(|(place, _)| stands(*place));
        standing.map(|(_, rule)| rule.code().into()).collect()
    }

    fn unknown(&self) -> Looked {
        let count = self.rules.iter().count();
        let severity = Severity::Critical as u32 * u32::try_from(count).unwrap_or(u32::MAX);
        Looked { standing: (count, severity), is_unknown: true }
    }
}
