//! Does somebody of the same rank challenge the leader?

use core::fmt;

use crate::model::packed::Slot;
use crate::policy::numbers::Numbers;
use crate::rules::example::{self, Example};
use crate::rules::remedy::{Remedies, Remedy};
use crate::rules::rule::Rule;
use crate::situation::case::Case;
use crate::situation::world::World;
use crate::vocabulary::form::Form;
use crate::vocabulary::safeguard::Safeguard;
use crate::vocabulary::severity::{Severity, down};
use crate::vocabulary::source::{Citation, Source, cite};

pub(crate) struct NoCounterpartChallenge;

impl NoCounterpartChallenge {
    pub(crate) const fn severity(numbers: &Numbers, world: &World) -> Severity {
        let numbers = &numbers.no_counterpart_challenge;
        let severity = match (
            world.in_place(Safeguard::StakeholderDebate),
            world.in_place(Safeguard::LeadershipChallenge),
        ) {
            (false, false) => numbers.neither,
            (true, true) => numbers.both,
            _ => numbers.one,
        };
        let steps = down(world.holds(Slot::TWO_SIDES), numbers.steps_down_two_sides);
        severity.stepped_not_below(steps, numbers.not_below)
    }
}

impl Rule for NoCounterpartChallenge {
    const ABOUT: &'static str = "Regular debates with senior stakeholders, and leaders below who are asked to object, \
        make up for part of it. With both in place it is low, since a true counterpart is still missing. It is milder \
        where there are two sides but one reports to the other.";
    const WHY: &'static str = "The tension between what is wanted and what can be built keeps plans honest. When one \
        person has the final say on both, it is gone, and bad decisions surface late.";
    const FINE: &'static str =
        "When both practices are in place and in use. What remains is the known price of a single final say.";
    const CITATIONS: &'static [Citation] = &[cite(
        Source::Wills,
        "there is no counterpart to challenge the thinking, so debates have to be sought",
    )];
    const SCOPE: Slot = Slot::UNCHALLENGED;
    const READS: &'static [Slot] = &[
        Slot::safeguard(Safeguard::StakeholderDebate),
        Slot::safeguard(Safeguard::LeadershipChallenge),
        Slot::TWO_SIDES,
    ];

    fn message(case: &Case<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [debate, challenge] =
            [Safeguard::StakeholderDebate, Safeguard::LeadershipChallenge].map(|it| case.presence(it));
        let reports = case.structure().has_two_sides();
        f.write_str(if reports {
            "one of the two leaders reports to the other"
        } else {
            "the leader has no counterpart"
        })?;
        write!(f, ", {debate} stakeholder debate and {challenge} challenge from the leaders below")
    }

    fn remedies(case: &Case<'_>, remedies: &mut Remedies) {
        remedies.put_in_place(case, &[Safeguard::StakeholderDebate, Safeguard::LeadershipChallenge]);
        remedies.add_if(case.structure().form().is_combined(), Remedy::Choose(Form::Pair));
    }

    fn example(severity: Severity) -> Example {
        let (debate, challenge) = match severity {
            Severity::None => return Some(example::pair(example::somewhere())),
            Severity::Low => (true, true),
            Severity::Medium => (true, false),
            Severity::High => (false, false),
            Severity::Critical => return None,
        };
        let organization = example::somewhere().safeguard(Safeguard::StakeholderDebate, debate);
        Some(example::combined(organization.safeguard(Safeguard::LeadershipChallenge, challenge)))
    }
}
