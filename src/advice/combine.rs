//! What do several people who answered the same questions separately know together, and where do they disagree?
//!
//! Each person states the facts of the same proposal, and [`combine`] merges the answers into one proposal. For each fact, only
//! the people who state something about it count, and a [`Combination`] decides the result:
//!
//! | combination | what is possible |
//! | --- | --- |
//! | agree-then-narrow | what all hold possible; if that is nothing, the same as hull |
//! | hull | everything between the least and the greatest value that anybody holds possible |
//! | weakest-link | the same as hull; but for signals, safeguards and skills, at most what everybody holds possible |
//!
//! People disagree about a fact if no value of it is possible for all of them. For each disagreement, the result states who said
//! what, the verdict by the answer of each, and the warnings that depend on whose answer counts. Nobody is graded.
//!
//! ```
//! use cpto::advice::combine::combine;
//! use cpto::measures::Combination;
//! use cpto::{Fact, Organization, Policy, Proposal, Seat, Stage, Structure};
//!
//! let says = |stage: Stage| {
//!     let company = Organization::draft().stage(stage);
//!     Proposal::draft().organization(company).proposed(Structure::combined(Seat::draft())).build()
//! };
//! let answers = [("the CTO", says(Stage::Startup)?), ("the CPO", says(Stage::Enterprise)?)];
//! let together = combine(&answers, Combination::default(), &Policy::DEFAULT).unwrap();
//! assert!(together.proposal.organization().stage().is_unknown());
//! let disagreement = &together.disagreements[0];
//! assert_eq!((disagreement.fact, disagreement.words[1].by), (Fact::Stage, "the CPO"));
//! assert!(!disagreement.warnings.is_empty(), "it matters who is right");
//! # Ok::<(), cpto::Faults>(())
//! ```

use core::fmt;

use alloc::vec::Vec;

use crate::advice::ask::ask;
use crate::advice::chances::tally::one_or_two;
use crate::assessment::evaluate_under;
use crate::measures::readings::Combination;
use crate::model::fact::Fact;
use crate::model::origin::Origin;
use crate::model::proposal::Proposal;
use crate::model::value::{Places, Value};
use crate::policy::belief::Belief;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::vocabulary::limit::Limit;
use crate::vocabulary::severity::Verdict;
use crate::vocabulary::span::Span;

/// One person's answer about a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Said<L> {
    /// The person who answered.
    pub by: L,
    /// The least value that they hold possible.
    pub least: Value,
    /// The greatest value that they hold possible.
    pub most: Value,
    /// The verdict with their answer about this fact, and with everybody's answers about the others.
    pub verdict: Span<Verdict>,
}

/// A fact without a value that is possible for everybody who states something about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disagreement<L> {
    /// The fact.
    pub fact: Fact,
    /// The answer of each person, in the order given.
    pub words: Vec<Said<L>>,
    /// The warnings whose severity depends on whose answer counts.
    pub warnings: Vec<WarningKey>,
}

impl<L> Disagreement<L> {
    /// Returns whether the verdict depends on whose answer counts.
    #[must_use]
    pub fn changes_verdict(&self) -> bool {
        self.words.windows(2).any(|words| matches!(words, [one, other] if one.verdict != other.verdict))
    }
}

impl<L: fmt::Display> fmt::Display for Disagreement<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}: ", self.fact)?;
        for (position, Said { by, least, most, verdict }) in self.words.iter().enumerate() {
            write!(f, "{}{by} says {least}", if position == 0 { "" } else { ", " })?;
            if least != most {
                write!(f, " to {most}")?;
            }
            if self.changes_verdict() {
                write!(f, " ({verdict})")?;
            }
        }
        match self.warnings.len() {
            0 => f.write_str("; nothing depends on it"),
            1 => f.write_str("; 1 warning depends on it"),
            many => write!(f, "; {many} warnings depend on it"),
        }
    }
}

/// The reason why answers cannot be combined.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(clippy::exhaustive_enums, reason = "nobody answered, or two answers are about different proposals")]
pub enum NotCombined<L: fmt::Display> {
    /// Nobody answered.
    #[error("nobody answered")]
    Nobody,
    /// Two answers differ in something other than facts.
    #[error("the {part} of {one} and {other} differ, and only facts may")]
    Different {
        /// The person whose answer was given first.
        one: L,
        /// The person whose answer differs from it.
        other: L,
        /// The part that differs, in words.
        part: &'static str,
    },
}

/// The combined knowledge of several people.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Combined<L> {
    /// The proposal with their combined knowledge.
    pub proposal: Proposal,
    /// The verdict of that proposal.
    pub verdict: Span<Verdict>,
    /// The facts about which they disagree. Disagreements that change the verdict come first. Within each group, the order is
    /// that in which [`ask`] asks for the facts, since finding out settles the disagreement; facts that it does not ask for
    /// follow in the order of [`one_or_two`] under the default belief, within 10,000 evaluations.
    pub disagreements: Vec<Disagreement<L>>,
}

impl<L: fmt::Display> fmt::Display for Combined<L> {
    /// Writes the verdict, and a line for each disagreement.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the combined verdict is {}", self.verdict)?;
        if self.disagreements.is_empty() {
            writeln!(f, "there are no disagreements")?;
        }
        self.disagreements.iter().try_for_each(|it| writeln!(f, "{it}"))
    }
}

/// Returns what is possible for a fact, given the answers of everybody who states something about it.
fn together(fact: Fact, stated: &[Places], how: Combination) -> Option<Places> {
    let least = |places: &Places| *places.start();
    let most = |places: &Places| *places.end();
    let hull = stated.iter().map(least).min()?..=stated.iter().map(most).max()?;
    let common = common(stated)?;
    Some(match how {
        Combination::AgreeThenNarrow if !common.is_empty() => common,
        Combination::WeakestLink
            if matches!(fact, Fact::Signal(_) | Fact::Safeguard(_) | Fact::Skill(..)) =>
        {
            *hull.start()..=*common.end()
        }
        _ => hull,
    })
}

/// The chances only give an order here and are not reported, so a few worlds are enough.
const FOR_AN_ORDER: Limit = Limit::of(10_000);

/// Returns what is possible for all; an empty range if nothing is.
fn common(stated: &[Places]) -> Option<Places> {
    Some(*stated.iter().map(Places::start).max()?..=*stated.iter().map(Places::end).min()?)
}

/// Combines the answers of several people about the same proposal.
///
/// # Errors
/// Fails if there are no answers, or if they differ in something other than facts: what is not applicable, why the question is
/// asked, the structures.
pub fn combine<L: Clone + fmt::Display>(
    answers: &[(L, Proposal)],
    how: Combination,
    policy: &Policy,
) -> Result<Combined<L>, NotCombined<L>> {
    let [(one, first), others @ ..] = answers else { return Err(NotCombined::Nobody) };
    let observed = others.iter().fold(first.clone(), |all, (_, other)| all.observed_as(other));
    let answers: Vec<(&L, Proposal)> =
        answers.iter().map(|(by, answer)| (by, answer.observed_as(&observed))).collect();
    for (other, answer) in &answers {
        if let Some(part) = answer.other_part(&observed) {
            return Err(NotCombined::Different { one: one.clone(), other: (*other).clone(), part });
        }
    }
    // What each person states about a fact; leaving it unknown states nothing.
    let said = |fact: Fact| {
        let scale = observed.scale(fact);
        answers.iter().filter_map(move |(by, answer)| {
            let places = answer.places(fact).filter(|places| Some(places) != scale.as_ref())?;
            Some((*by, places))
        })
    };
    let stated = |fact: Fact| said(fact).map(|(_, places)| places).collect::<Vec<_>>();
    let all = Fact::ALL.iter().copied().filter_map(|fact| Some((fact, together(fact, &stated(fact), how)?)));
    let mut proposal = observed.restated(all.collect::<Vec<_>>());
    // The first answer's origin of a fact is kept as long as its value is the combined one.
    let is_as_said = |(fact, _): &(Fact, Origin)| proposal.places(*fact) == first.places(*fact);
    let origins = proposal.origins.iter().filter(|it| is_as_said(it)).cloned().collect();
    proposal.origins = origins;
    let disputed =
        Fact::ALL.iter().copied().filter(|fact| common(&stated(*fact)).is_some_and(|it| it.is_empty()));
    let disagreements = disputed.map(|fact| {
        let by_word = said(fact).map(|(by, places)| {
            let by_their_word = evaluate_under(&proposal.restated([(fact, places.clone())]), policy);
            (by, places, by_their_word)
        });
        let by_word: Vec<_> = by_word.collect();
        let depends = |key: &WarningKey| {
            by_word.windows(2).any(|two| {
                matches!(two, [(_, _, one), (_, _, other)] if one.severity(*key) != other.severity(*key))
            })
        };
        let warnings = WarningKey::counted(proposal.proposed().form()).filter(depends).collect();
        let words = by_word.iter().filter_map(|(by, places, assessment)| {
            let [least, most] = [places.start(), places.end()].map(|place| proposal.value_at(fact, *place));
            Some(Said { by: L::clone(by), least: least?, most: most?, verdict: assessment.verdict() })
        });
        Disagreement { fact, words: words.collect(), warnings }
    });
    let mut disagreements: Vec<_> = disagreements.collect();
    if disagreements.len() > 1 {
        let inquiry = ask(&proposal, policy, Limit::default());
        let leaders = one_or_two(&proposal, policy, &Belief::DEFAULT, FOR_AN_ORDER);
        let likely = leaders.iter().flat_map(|it| &it.questions).map(|question| question.fact);
        let order: Vec<Fact> = inquiry.questions.iter().map(|question| question.fact).chain(likely).collect();
        let asked = |fact: Fact| order.iter().position(|other| *other == fact).unwrap_or(usize::MAX);
        disagreements.sort_by_key(|it| (!it.changes_verdict(), asked(it.fact)));
    }
    Ok(Combined { verdict: evaluate_under(&proposal, policy).verdict(), proposal, disagreements })
}
