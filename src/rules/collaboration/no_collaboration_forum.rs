use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::signal::{Maturity, Signal};
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;
use crate::vocabulary::stage::Stage;

evidence! {
    /// There is no regular place where the two leaders settle what is both of theirs.
    ///
    /// Close coupling of decisions makes it worse, the startup stage milder.
    ///
    /// # Why it matters
    /// Requirements that are hard to meet, and alternatives of more value, come up between the two. Without a forum
    /// with a cadence and a way to break ties they turn into quarrels, or into silence.
    ///
    /// # When it is fine
    /// Where the two attend most meetings together and need no further one.
    pub struct NoCollaborationForum {
        /// Whether there is a joint forum.
        pub collaboration_forum: Estimate<bool>,
        /// How closely decisions are coupled, where that is applicable.
        pub integration: Option<Estimate<Maturity>>,
        /// The stage of the company.
        pub stage: Estimate<Stage>,
    }
}

impl NoCollaborationForum {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_pair() {
            return None;
        }
        let numbers = &situation.numbers.no_collaboration_forum;
        let steps = situation
            .closely_coupled()
            .steps_up(numbers.steps_up_close_integration)
            .and(situation.startup().steps_down(numbers.steps_down_startup));
        let severity = Span::exact(numbers.severity)
            .when(situation.in_place(Safeguard::CollaborationForum).not())
            .stepped(steps);
        severity.is_possible().then(|| Self {
            severity,
            collaboration_forum: situation.organization.safeguard(Safeguard::CollaborationForum),
            integration: situation.level(Signal::Integration),
            stage: situation.organization.stage,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for NoCollaborationForum {
    const CITATIONS: &'static [Citation] = &[
        cite(Source::Divergent, "the synergy of the two is paramount where requirements are hard to meet"),
        cite(Source::Forum, "a standing forum turns quarrels into decisions"),
    ];

    const READS: Reads = Reads::NONE
        .lowered_by(&[Fact::Safeguard(Safeguard::CollaborationForum)])
        .raised_by(&[Fact::Signal(Signal::Integration), Fact::Stage]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::CollaborationForum, self.collaboration_forum);
        let coupled = self.integration.is_some_and(|level| level.most() > Maturity::Defined);
        remedies.add_if(coupled, Remedy::LoosenCoupling);
    }

    fn raised() -> Draft<Proposal> {
        example::pair(example::somewhere().absent([Safeguard::CollaborationForum]))
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let (stage, integration) = match severity {
            Severity::Low => (Stage::Startup, Maturity::Defined),
            Severity::Medium => (Stage::ScaleUp, Maturity::Defined),
            Severity::High => (Stage::ScaleUp, Maturity::Optimizing),
            _ => return None,
        };
        let organization = example::somewhere().stage(stage).signal(Signal::Integration, integration);
        Some(example::pair(organization.absent([Safeguard::CollaborationForum])))
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere().in_place([Safeguard::CollaborationForum]))
    }
}

impl fmt::Display for NoCollaborationForum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a joint forum of the pair is {}", presence(self.collaboration_forum))?;
        match self.integration {
            Some(integration) => write!(f, ", with integration {integration}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
