//! Which of the facts that are not known matter, and which should be asked for first?
//!
//! A result *hangs on* a fact where two worlds of the proposal that differ in this fact alone differ in the result. That
//! is less than what a warning [reads](crate::WarningKey::reads): a load that is far above every threshold hangs on no
//! single signal.
//!
//! The verdict is settled when [evaluating](crate::evaluate_under) gives one verdict and no range. Whoever wants it
//! settled whatever the answers are has to ask for every fact that it hangs on: without one of them, two worlds would be
//! left that differ in the verdict. So these facts are no choice, and are asked for first. Mostly they are enough. Where
//! they are not, because in each world one warning or another is given and none in all, the fewest facts that are to be
//! added are searched for, fewest first.
//!
//! Looking for two such worlds ends at once in nearly all proposals. All in all [`MOST`] evaluations are spent on it, and
//! a small part of them at most on whether one result hangs on one fact. What is not decided by then counts as hanging on it, and
//! [`Inquiry::is_exact`] and [`Inquiry::is_fewest`] say so. Where almost nothing is known, that is milliseconds in a release
//! build, and up to a second in a debug build.
//!
//! # A real case
//! Exclaimer has one CPTO where a CTO and a CPO were before. What is public leaves much open. What would settle the verdict?
//!
//! ```standalone_crate
//! # #[cfg(feature = "serde")] {
//! use cpto::{Draft, Policy, Proposal, advice::ask::ask};
//!
//! let case: serde_json::Value = serde_json::from_str(include_str!("../../tests/cases/S01-exclaimer.json"))?;
//! let proposal = serde_json::from_value::<Draft<Proposal>>(case["proposal"].clone())?.build()?;
//! let inquiry = ask(&proposal, &Policy::DEFAULT);
//! assert_eq!(inquiry.verdict().to_string(), "sound to inadvisable");
//! assert_eq!(inquiry.best().unwrap().fact.to_string(), "organization.stage");
//! assert_eq!((inquiry.necessary().len(), inquiry.to_settle().len()), (22, 23));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::cmp::Reverse;
use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::{Assessment, evaluate_under};
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Value;
use crate::policy::numbers::Policy;
use crate::rules::benefit::BenefitCode;
use crate::rules::catalogue::WarningKey;
use crate::vocabulary::severity::Verdict;
use crate::vocabulary::span::Span;

pub(crate) mod search;

use search::{Hanging, Search, Target};

/// The most evaluations that are spent on one inquiry.
pub const MOST: u32 = 20_000;

/// A fact that is not known exactly and matters: what hangs on it, and what each answer would come to.
///
/// ```
/// use cpto::{Fact, Policy, Proposal, Seat, Structure, advice::ask::ask};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let inquiry = ask(&proposal, &Policy::DEFAULT);
/// let question = inquiry.questions().iter().find(|question| question.fact == Fact::Stage).unwrap();
/// assert!(question.verdict && !question.warnings.is_empty());
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Question {
    /// The fact.
    pub fact: Fact,
    /// The warnings that hang on it, in the order of the catalogue.
    pub warnings: Vec<WarningKey>,
    /// The benefits that hang on it.
    pub benefits: Vec<BenefitCode>,
    /// Whether the verdict hangs on it.
    pub verdict: bool,
    /// What the answers come to, from the least value to the most.
    pub answers: Vec<Answer>,
}

/// An answer to a question, and what is known then.
///
/// Values next to each other that come to the same are one answer, so that these are no list of choices, which
/// [`Proposal::values_of`] has. Of headcounts, those are named that stand at a threshold; what lies between two comes to the
/// same as the lower one.
///
/// ```
/// use cpto::{Policy, WarningCode, advice::ask::ask};
///
/// let inquiry = ask(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT);
/// for question in inquiry.questions() {
///     assert!(question.answers.is_sorted_by(|one, next| one.to != next.from), "{}", question.fact);
/// }
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Answer {
    /// The least of the values.
    pub from: Value,
    /// The most of them.
    pub to: Value,
    /// The verdict.
    pub verdict: Span<Verdict>,
    /// How many warnings have more than one severity still.
    pub undecided: u32,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.from.fmt(f)?;
        if self.from != self.to {
            write!(f, " to {}", self.to)?;
        }
        write!(f, ": {}", self.verdict)
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, on which ", self.fact)?;
        let verdict = self.verdict.then(|| "the verdict".into());
        let counted = [(self.warnings.len(), "warning"), (self.benefits.len(), "benefit")];
        let counted = counted
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| alloc::format!("{count} {noun}{}", if *count == 1 { "" } else { "s" }));
        let hanging: Vec<String> = verdict.into_iter().chain(counted).collect();
        let one = hanging.len() == 1 && !hanging.iter().any(|it| it.ends_with('s'));
        write!(f, "{} {}", hanging.join(" and "), if one { "hangs" } else { "hang" })
    }
}

/// What is open in a proposal, and what to ask for.
///
/// ```
/// use cpto::{Policy, WarningCode, advice::ask::ask};
///
/// println!("{}", ask(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inquiry {
    verdict: Span<Verdict>,
    questions: Vec<Question>,
    idle: FactSet,
    to_settle: FactSet,
    necessary: FactSet,
    is_exact: bool,
    is_fewest: bool,
}

impl Inquiry {
    /// The verdict as it is.
    ///
    /// ```
    /// use cpto::advice::ask::ask;
    /// use cpto::{Policy, WarningCode, evaluate};
    ///
    /// let proposal = WarningCode::CostBurden.raised().build()?;
    /// assert_eq!(ask(&proposal, &Policy::DEFAULT).verdict(), evaluate(&proposal).verdict());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn verdict(&self) -> Span<Verdict> {
        self.verdict
    }

    /// The facts that matter, the best question first: those that settle the verdict before all others; among them, the
    /// one that leaves the fewest verdicts possible with the worst answer, then the fewest warnings undecided with it,
    /// then the fewest on average over the values that it may have, of a headcount over
    /// those that stand at a threshold.
    ///
    /// ```
    /// use cpto::{Policy, WarningCode, advice::ask::ask};
    ///
    /// let inquiry = ask(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT);
    /// let settling = inquiry.questions().iter().map(|question| inquiry.to_settle().contains(question.fact));
    /// assert!(settling.is_sorted_by_key(|settles| !settles), "what settles the verdict comes first");
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question to ask next; nothing where none matters.
    ///
    /// ```
    /// use cpto::advice::ask::ask;
    /// use cpto::{Policy, Proposal, Seat, Structure};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// println!("{}", ask(&proposal, &Policy::DEFAULT).best().unwrap());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub fn best(&self) -> Option<&Question> {
        self.questions.first()
    }

    /// The open facts that change no warning, no benefit and not the verdict, whatever they turn out to be. They may
    /// change a load. What is wholly unknown counts for `insufficient-evidence` all the same.
    ///
    /// ```
    /// use cpto::advice::ask::ask;
    /// use cpto::{Policy, WarningCode};
    ///
    /// let proposal = WarningCode::CostBurden.raised().build()?;
    /// assert!(ask(&proposal, &Policy::DEFAULT).idle().is_subset(proposal.open_facts()));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn idle(&self) -> FactSet {
        self.idle
    }

    /// The fewest facts whose answers settle the verdict, whatever they are; none where it is settled.
    ///
    /// Where that they are the fewest is not [proven](Inquiry::is_fewest), fewer might do, but no fewer than the
    /// [necessary](Inquiry::necessary) ones.
    ///
    /// ```
    /// use cpto::{Policy, Proposal, Seat, Structure, advice::ask::ask};
    ///
    /// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
    /// let inquiry = ask(&proposal, &Policy::DEFAULT);
    /// assert!(inquiry.verdict().value().is_none() && !inquiry.to_settle().is_empty());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn to_settle(&self) -> FactSet {
        self.to_settle
    }

    /// The facts on which the verdict hangs. They are among those that settle it, and nothing settles it without them.
    ///
    /// ```
    /// use cpto::advice::ask::ask;
    /// use cpto::{Policy, WarningCode};
    ///
    /// let inquiry = ask(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT);
    /// assert!(inquiry.necessary().is_subset(inquiry.to_settle()));
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn necessary(&self) -> FactSet {
        self.necessary
    }

    /// Whether it is proven of every question that what it says hangs on its fact does. Else some may matter less than is
    /// said. Facts that are said to be idle are idle, and necessary ones necessary, even then.
    ///
    /// ```
    /// use cpto::{Policy, WarningCode, advice::ask::ask};
    ///
    /// assert!(ask(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT).is_exact());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.is_exact
    }

    /// Whether it is proven that no fewer facts settle the verdict.
    ///
    /// ```
    /// use cpto::{Policy, WarningCode, advice::ask::ask};
    ///
    /// assert!(ask(&WarningCode::CostBurden.raised().build()?, &Policy::DEFAULT).is_fewest());
    /// # Ok::<(), cpto::Faults>(())
    /// ```
    #[must_use]
    pub const fn is_fewest(&self) -> bool {
        self.is_fewest
    }
}

impl fmt::Display for Inquiry {
    /// Writes what settles the verdict, and the best question.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.verdict.value().is_some() {
            write!(f, "the verdict is settled: {}", self.verdict)?;
        } else {
            if !self.is_fewest {
                write!(f, "{} to ", self.necessary.len())?;
            }
            let count = self.to_settle.len();
            let verb = if count == 1 { "answer settles" } else { "answers settle" };
            write!(f, "{count} {verb} the verdict, whatever is answered")?;
        }
        match self.best() {
            Some(question) => write!(f, "; ask first for {question}"),
            None => f.write_str("; nothing that is not known matters"),
        }
    }
}

/// Which facts matter, and what to ask for.
///
/// ```
/// use cpto::advice::ask::ask;
/// use cpto::{Fact, Organization, Policy, Proposal, Seat, Stage, Structure};
///
/// let organization = Organization::draft().stage(Stage::Startup);
/// let proposal = Proposal::draft().organization(organization).proposed(Structure::cto(Seat::draft())).build()?;
/// let inquiry = ask(&proposal, &Policy::DEFAULT);
/// assert!(inquiry.idle().contains(Fact::Headcount), "the headcount says nothing of a lone CTO in a startup");
/// let question = inquiry.best().unwrap();
/// let answered = proposal.with_fact(question.fact, question.answers[0].from).unwrap();
/// let next = ask(&answered, &Policy::DEFAULT);
/// assert!(next.questions().iter().all(|left| left.fact != question.fact));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn ask(proposal: &Proposal, policy: &Policy) -> Inquiry {
    let assessment = evaluate_under(proposal, policy);
    let counted = WarningKey::all(proposal.proposed().form()).filter(|key| key.code.counts_towards_verdict());
    let reads = |key: WarningKey| key.reads(proposal.proposed(), policy).all();
    let warnings = counted.map(|key| (Target::Warning(key), reads(key)));
    let benefits =
        BenefitCode::ALL.iter().map(|code| (Target::Benefit(*code), code.reads(proposal.proposed(), policy)));
    let undecided = |target: Target| target.reading(&assessment).value().is_none();
    let targets: Vec<_> = warnings.chain(benefits).filter(|(target, _)| undecided(*target)).collect();
    let mut search = Search::new(proposal, policy);
    let hanging: Vec<(Target, Hanging)> =
        targets.into_iter().map(|(target, reads)| (target, search.hanging(target, reads))).collect();
    let on_verdict = search.verdict_hanging(&hanging, &assessment);
    let (to_settle, proven) = search.fewest(on_verdict.certain, search.relevant(&assessment));
    let is_exact = search.is_exact;

    let on = |fact: Fact| hanging.iter().filter(move |(_, on)| on.possible.contains(fact)).map(|(it, _)| *it);
    let question = |fact: Fact| Question {
        fact,
        warnings: on(fact).filter_map(Target::warning).collect(),
        benefits: on(fact).filter_map(Target::benefit).collect(),
        verdict: on_verdict.possible.contains(fact),
        answers: answers(proposal, fact, search.alone(fact)),
    };
    let open = proposal.open_facts();
    let idle: FactSet = open.iter().filter(|fact| on(*fact).next().is_none()).collect();
    let mut ranked: Vec<_> = open
        .difference(idle)
        .iter()
        .map(|fact| ((Reverse(to_settle.contains(fact)), LeftOpen::by(search.alone(fact))), question(fact)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let questions = ranked.into_iter().map(|(_, question)| question).collect();
    Inquiry {
        verdict: assessment.verdict(),
        questions,
        idle,
        to_settle,
        necessary: on_verdict.certain,
        is_exact,
        is_fewest: to_settle == on_verdict.certain || (proven && is_exact),
    }
}

/// How much a question may leave open, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct LeftOpen {
    /// The verdicts that are possible beside the first, with the worst answer.
    verdicts: u32,
    /// The warnings that are undecided with the worst answer.
    undecided: u32,
    /// The same on average over the values, in millionths.
    average: u64,
}

impl LeftOpen {
    fn by(looked_at: &[(u32, Assessment)]) -> LeftOpen {
        let verdicts = |verdict: Span<Verdict>| verdict.most() as u32 - verdict.least() as u32;
        let all = || looked_at.iter().map(|(_, assessment)| undecided(assessment));
        LeftOpen {
            verdicts: looked_at.iter().map(|(_, it)| verdicts(it.verdict())).max().unwrap_or_default(),
            undecided: all().max().unwrap_or_default(),
            average: all().map(u64::from).sum::<u64>() * 1_000_000 / looked_at.len().max(1) as u64,
        }
    }
}

/// How many warnings have more than one severity still.
fn undecided(assessment: &Assessment) -> u32 {
    assessment.warnings().iter().map(|it| u32::from(it.severity().value().is_none())).sum()
}

/// The answers to a question, those next to each other that come to the same as one.
fn answers(proposal: &Proposal, fact: Fact, looked_at: &[(u32, Assessment)]) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    for (place, assessment) in looked_at {
        let Some(value) = proposal.value_at(fact, *place) else { continue };
        let (verdict, undecided) = (assessment.verdict(), undecided(assessment));
        match answers.last_mut() {
            Some(last) if (last.verdict, last.undecided) == (verdict, undecided) => last.to = value,
            _ => answers.push(Answer { from: value, to: value, verdict, undecided }),
        }
    }
    answers
}

#[cfg(test)]
mod tests;
