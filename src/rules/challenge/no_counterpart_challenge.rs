use core::fmt;

use crate::input::draft::Draft;
use crate::model::fact::{Fact, Reads};
use crate::model::proposal::Proposal;
use crate::rules::catalogue::{Declaration, evidence, presence};
use crate::rules::example;
use crate::rules::remedy::{Remedies, Remedy};
use crate::situation::view::Situation;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::scale::Estimate;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::source::{Citation, Source, cite};
use crate::vocabulary::span::Span;

evidence! {
    /// Nobody of the same rank challenges the leader of both fields.
    ///
    /// Regular debates with senior stakeholders, and leaders below who are asked to object, make up for part of it.
    /// Both together leave it low: the counterpart is still missing.
    ///
    /// # Why it matters
    /// The tension between what is wanted and what can be built keeps plans honest. With one leader and one set of
    /// goals it is gone, and bad decisions are found late.
    ///
    /// # When it is fine
    /// Where both practices are in place and lived, what remains is the price of one leader, and worth knowing.
    pub struct NoCounterpartChallenge {
        /// Whether senior stakeholders debate the decisions.
        pub stakeholder_debate: Estimate<bool>,
        /// Whether the leaders below are expected to object.
        pub leadership_challenge: Estimate<bool>,
    }
}

impl NoCounterpartChallenge {
    #[inline]
    pub(crate) fn assess(situation: &Situation<'_>) -> Option<Self> {
        if !situation.is_combined() {
            return None;
        }
        let numbers = &situation.numbers.no_counterpart_challenge;
        let stakeholder_debate = situation.organization.safeguard(Safeguard::StakeholderDebate);
        let leadership_challenge = situation.organization.safeguard(Safeguard::LeadershipChallenge);
        // A policy keeps more practices from being worse than fewer.
        let severity = |debate: bool, challenge: bool| -> Severity {
            match u8::from(debate) + u8::from(challenge) {
                0 => numbers.neither,
                1 => numbers.one,
                _ => numbers.both,
            }
        };
        let severity = Span {
            least: severity(stakeholder_debate.most(), leadership_challenge.most()),
            most: severity(stakeholder_debate.least(), leadership_challenge.least()),
        };
        severity.is_possible().then(|| Self {
            severity,
            stakeholder_debate,
            leadership_challenge,
            open: situation.open(Self::READS),
        })
    }
}

impl Declaration for NoCounterpartChallenge {
    const CITATIONS: &'static [Citation] = &[cite(
        Source::Wills,
        "there is no counterpart to challenge the thinking, so debates have to be sought",
    )];

    const READS: Reads = Reads::NONE.lowered_by(&[
        Fact::Safeguard(Safeguard::StakeholderDebate),
        Fact::Safeguard(Safeguard::LeadershipChallenge),
    ]);

    fn remedies(&self, remedies: &mut Remedies) {
        remedies.put_in_place(Safeguard::StakeholderDebate, self.stakeholder_debate);
        remedies.put_in_place(Safeguard::LeadershipChallenge, self.leadership_challenge);
        remedies.add(Remedy::Choose(Form::Pair));
    }

    fn raised() -> Draft<Proposal> {
        example::combined(example::somewhere())
    }

    fn raised_at(severity: Severity) -> Option<Draft<Proposal>> {
        let (debate, challenge) = match severity {
            Severity::Low => (true, true),
            Severity::Medium => (true, false),
            Severity::High => (false, false),
            _ => return None,
        };
        let organization = example::somewhere()
            .safeguard(Safeguard::StakeholderDebate, debate)
            .safeguard(Safeguard::LeadershipChallenge, challenge);
        Some(example::combined(organization))
    }

    fn spared() -> Draft<Proposal> {
        example::pair(example::somewhere())
    }
}

impl fmt::Display for NoCounterpartChallenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (debate, challenge) = (presence(self.stakeholder_debate), presence(self.leadership_challenge));
        write!(
            f,
            "no counterpart, with stakeholder debate {debate} and challenge from the leaders below {challenge}"
        )
    }
}

#[cfg(test)]
mod tests;
