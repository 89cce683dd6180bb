//! Which unknown facts matter, and which should be asked for first?
//!
//! A result *depends on* a fact if it differs between two worlds of the proposal that differ only in this fact. That is less than
//! what a warning [reads](crate::WarningKey::reads): a load that is far above every threshold depends on no single signal.
//!
//! The verdict is settled when [evaluating](crate::evaluate_under) gives a single verdict rather than a range. To settle it
//! whatever the answers are, every fact that it depends on has to be asked for: without one of them, two worlds with different
//! verdicts could remain. So these facts are necessary and come first. They are usually enough. They may not be if every world
//! has some warning but no warning is given in all of them; then the search looks for the fewest facts to add.
//!
//! A dependency that is not decided within the [limit](Limit) counts as one, and [`Inquiry::is_exact`] and [`Inquiry::is_fewest`]
//! say so.
//!
//! # A real case
//! Exclaimer has one CPTO where it used to have a CTO and a CPO. Public information leaves much open. What would settle the
//! verdict?
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use cpto::advice::{Limit, ask::ask};
//! use cpto::{Policy, Proposal};
//!
//! let proposal: Proposal = toml::from_str(r#"
//!     proposed = { cpto = {} }
//!     [organization]
//!     stage = ["established", "enterprise"]
//!     safeguards = { stakeholder-debate = true, leadership-challenge = true, product-lead = true, engineering-lead = true }
//!     [organization.signals]
//!     product-market-fit = ["quantitatively-managed", "optimizing"]
//!     product-direction = ["defined", "optimizing"]
//!     technical-stability = ["defined", "optimizing"]
//!     developer-productivity = ["defined", "optimizing"]
//!     data-capability = ["defined", "optimizing"]
//!     integration = ["quantitatively-managed", "optimizing"]
//! "#)?;
//! let inquiry = ask(&proposal, &Policy::DEFAULT, Limit::default());
//! assert_eq!(inquiry.verdict.to_string(), "sound to inadvisable");
//! assert_eq!(inquiry.best().unwrap().fact.to_string(), "organization.stage");
//! assert_eq!((inquiry.necessary.len(), inquiry.to_settle.len()), (22, 22));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::cmp::Reverse;
use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use crate::advice::ask::search::{Search, Target};
use crate::assessment::Assessment;
use crate::model::fact::{Fact, FactSet};
use crate::model::proposal::Proposal;
use crate::model::value::Value;
use crate::rules::benefit::BenefitCode;
use crate::rules::policy::Policy;
use crate::rules::warning::WarningKey;
use crate::situation::growth::{GROWTH, with_partner};
use crate::vocabulary::limit::Limit;
use crate::vocabulary::severity::Verdict;
use crate::vocabulary::span::Span;

pub(crate) mod search;

/// A fact that is not known exactly and matters, with what depends on it and the result of each answer.
///
/// ```
/// use cpto::advice::{Limit, ask::ask};
/// use cpto::{Fact, Policy, Proposal, Seat, Structure};
///
/// let proposal = Proposal::draft().proposed(Structure::combined(Seat::draft())).build()?;
/// let inquiry = ask(&proposal, &Policy::DEFAULT, Limit::default());
/// let stage = inquiry.questions.iter().find(|open| open.fact == Fact::Stage).unwrap();
/// assert!(stage.changes_verdict && !stage.warnings.is_empty());
/// # Ok::<(), cpto::Faults>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenFact {
    /// The fact.
    pub fact: Fact,
    /// The warnings that depend on it, in the order of the catalogue.
    pub warnings: Vec<WarningKey>,
    /// The benefits that depend on it.
    pub benefits: Vec<BenefitCode>,
    /// Whether the verdict depends on it.
    pub changes_verdict: bool,
    /// The result of each answer, from the least value to the greatest.
    pub answers: Vec<Outcome>,
}

/// The result of an answer.
///
/// Neighbouring values with the same result form one answer, so answers are not the list of choices; [`Proposal::values_of`]
/// returns that. For headcounts and direct reports, the values at a threshold are named; any value between two of them has the
/// same result as the lower one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Outcome {
    /// The least of the values.
    pub from: Value,
    /// The greatest of the values.
    pub to: Value,
    /// The verdict.
    pub verdict: Span<Verdict>,
    /// The number of warnings with more than one possible severity.
    pub undecided: u32,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.from.fmt(f)?;
        if self.from != self.to {
            write!(f, " to {}", self.to)?;
        }
        write!(f, ": {}", self.verdict)
    }
}

impl fmt::Display for OpenFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}, on which ", self.fact)?;
        let verdict = self.changes_verdict.then(|| "the verdict".into());
        let counted = [(self.warnings.len(), "warning"), (self.benefits.len(), "benefit")];
        let counted = counted
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| alloc::format!("{count} {noun}{}", if *count == 1 { "" } else { "s" }));
        let depending: Vec<String> = verdict.into_iter().chain(counted).collect();
        let one = depending.len() == 1 && !depending.iter().any(|it| it.ends_with('s'));
        write!(f, "{} {}", depending.join(" and "), if one { "depends" } else { "depend" })
    }
}

/// The open facts of a proposal, and what to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Inquiry {
    /// The verdict before any answer.
    pub verdict: Span<Verdict>,
    /// The facts that matter, the best question first. Facts that settle the verdict come before all others. Within each group,
    /// the order is by the number of verdicts that remain possible after the worst answer, then by the number of warnings that
    /// remain undecided after it, then by the average number of undecided warnings over the possible values; for a headcount,
    /// over those at a threshold.
    pub questions: Vec<OpenFact>,
    /// The open facts that change no warning, benefit or verdict, whatever their values are. They may change a load. A signal
    /// that is wholly unknown may still count for `insufficient-evidence`.
    pub idle: FactSet,
    /// The fewest facts whose answers settle the verdict, whatever the answers are; none if it is settled.
    ///
    /// If it is not [proven](Inquiry::is_fewest) that they are the fewest, fewer might do, but no fewer than the
    /// [necessary](Inquiry::necessary) ones.
    pub to_settle: FactSet,
    /// The facts on which the verdict depends. They are among those that settle it, and nothing settles it without them. They
    /// include neither stage nor headcount if two neighbouring stages that are possible share no headcount.
    pub necessary: FactSet,
    /// Whether every reported dependency is proven. If not, some facts may matter less than reported. Facts that are reported as
    /// idle or necessary are so even then.
    ///
    /// A result depends on a fact if it differs between two worlds that differ only in that fact. An answer about the stage also
    /// narrows the headcount, and vice versa; that counts in the answers, but not as a dependency.
    pub is_exact: bool,
    /// Whether it is proven that no fewer facts settle the verdict.
    pub is_fewest: bool,
}

impl Inquiry {
    /// Returns the question to ask next, or nothing if no question matters.
    #[must_use]
    pub fn best(&self) -> Option<&OpenFact> {
        self.questions.first()
    }
}

impl fmt::Display for Inquiry {
    /// Writes how many answers settle the verdict, and the best question.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.verdict.value().is_some() {
            write!(f, "the verdict is settled: {}", self.verdict)?;
        } else {
            let count = self.to_settle.len();
            if !self.is_fewest && self.necessary.len() < count {
                write!(f, "{} to ", self.necessary.len())?;
            }
            let verb = if count == 1 { "answer settles" } else { "answers settle" };
            write!(f, "{count} {verb} the verdict, whatever is answered")?;
        }
        match self.best() {
            Some(question) => write!(f, "; ask first for {question}"),
            None => f.write_str("; no unknown fact matters"),
        }
    }
}

/// Finds out which facts matter, and what to ask for.
///
/// ```
/// use cpto::advice::{Limit, ask::ask};
/// use cpto::{Fact, Organization, Policy, Proposal, Seat, Stage, Structure};
///
/// let organization = Organization::draft().stage(Stage::Startup);
/// let proposal = Proposal::draft().organization(organization).proposed(Structure::cto(Seat::draft())).build()?;
/// let inquiry = ask(&proposal, &Policy::DEFAULT, Limit::default());
/// let question = inquiry.best().unwrap();
/// let answered = proposal.with_fact(question.fact, question.answers[0].from).unwrap();
/// let next = ask(&answered, &Policy::DEFAULT, Limit::default());
/// assert!(next.questions.iter().all(|left| left.fact != question.fact));
/// # Ok::<(), cpto::Faults>(())
/// ```
#[must_use]
pub fn ask(proposal: &Proposal, policy: &Policy, limit: Limit) -> Inquiry {
    let assessment = Assessment::of(proposal.packed(), policy);
    let mut search = Search::new(proposal, policy, limit);
    // If neighbouring stages share no headcount, whatever depends on stage or headcount counts as depending on both.
    let is_joint = !search.is_exact;
    let reads = |facts: FactSet| if is_joint { with_partner(facts) } else { facts };
    let structure = proposal.proposed();
    let warnings = WarningKey::counted(structure.form())
        .map(|key| (Target::Warning(key), reads(key.reads_itself(structure, policy))));
    let benefits = BenefitCode::ALL
        .iter()
        .map(|code| (Target::Benefit(*code), reads(code.reads_itself(structure, policy))));
    let undecided = |target: Target| target.reading(&assessment).value().is_none();
    let targets: Vec<_> = warnings.chain(benefits).filter(|(target, _)| undecided(*target)).collect();
    let dependencies: Vec<(Target, FactSet)> =
        targets.into_iter().map(|(target, reads)| (target, search.dependencies(target, reads))).collect();
    let [certain, possible] = search.verdict_dependencies(&dependencies, &assessment);
    // In that case both are reported to matter even where one of them is enough.
    let joint = if is_joint { GROWTH } else { FactSet::EMPTY };
    let necessary = certain.difference(joint);
    let (to_settle, is_fewest) = search.fewest(necessary, search.relevant(&assessment));

    let on = |fact: Fact| dependencies.iter().filter(move |(_, on)| on.contains(fact)).map(|(it, _)| *it);
    let question = |fact: Fact| OpenFact {
        fact,
        warnings: on(fact).filter_map(Target::warning).collect(),
        benefits: on(fact).filter_map(Target::benefit).collect(),
        changes_verdict: possible.contains(fact),
        answers: answers(proposal, fact, search.alone(fact)),
    };
    let open = proposal.open_facts();
    let idle: FactSet = open.iter().filter(|fact| on(*fact).next().is_none()).collect();
    let mut ranked: Vec<_> = open
        .difference(idle)
        .iter()
        .map(|fact| ((Reverse(to_settle.contains(fact)), left_open(search.alone(fact))), question(fact)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let questions = ranked.into_iter().map(|(_, question)| question).collect();
    Inquiry {
        verdict: assessment.verdict(),
        questions,
        idle,
        to_settle,
        necessary,
        is_exact: search.is_exact,
        is_fewest,
    }
}

/// Returns what a question may leave open: the worst number of possible verdicts beyond the first, the worst number of undecided
/// warnings, and the average number of undecided warnings over the values, in millionths.
fn left_open(looked_at: &[(u32, Assessment)]) -> (u32, u32, u64) {
    let verdicts = looked_at.iter().map(|(_, it)| it.verdict().most() as u32 - it.verdict().least() as u32);
    let all = || looked_at.iter().map(|(_, assessment)| undecided(assessment));
    let average = all().map(u64::from).sum::<u64>() * 1_000_000 / looked_at.len().max(1) as u64;
    (verdicts.max().unwrap_or_default(), all().max().unwrap_or_default(), average)
}

/// Returns the number of warnings with more than one possible severity.
fn undecided(assessment: &Assessment) -> u32 {
    assessment.warnings().map(|(_, severity)| u32::from(severity.value().is_none())).sum()
}

/// Returns the answers to a question, with neighbouring values of the same result as one answer.
fn answers(proposal: &Proposal, fact: Fact, looked_at: &[(u32, Assessment)]) -> Vec<Outcome> {
    let mut answers: Vec<Outcome> = Vec::new();
    for (place, assessment) in looked_at {
        let Some(value) = proposal.value_at(fact, *place) else { continue };
        let (verdict, undecided) = (assessment.verdict(), undecided(assessment));
        match answers.last_mut() {
            Some(last) if (last.verdict, last.undecided) == (verdict, undecided) => last.to = value,
            _ => answers.push(Outcome { from: value, to: value, verdict, undecided }),
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::model::organization::Organization;
    use crate::model::seat::Seat;
    use crate::model::structure::Structure;
    use crate::vocabulary::safeguard::Safeguard;
    use crate::vocabulary::signal::{Maturity, Signal};
    use crate::vocabulary::skill::{Proficiency, Skill};
    use crate::vocabulary::stage::{Budget, Stage};

    /// A pair with everything known that the verdict could depend on, except for a few facts.
    fn known(
        organization: impl FnOnce(
            crate::input::draft::Draft<Organization>,
        ) -> crate::input::draft::Draft<Organization>,
    ) -> Proposal {
        let seat = || Seat::draft().skills(Skill::ALL.iter().copied(), Proficiency::Expert);
        let company = Organization::draft()
            .stage(Stage::Established)
            .headcount(300)
            .budget(Budget::TwoExecutives)
            .regulated(false)
            .signals(Signal::ALL.iter().copied(), Maturity::QuantitativelyManaged)
            .in_place(Safeguard::ALL.iter().copied());
        let draft = Proposal::draft().organization(organization(company));
        draft.proposed(Structure::pair(seat(), seat())).build().expect("valid")
    }

    #[test]
    fn nothing_is_asked_where_everything_is_known() {
        let inquiry = ask(&known(|company| company), &Policy::DEFAULT, Limit::default());
        assert!(inquiry.questions.is_empty() && inquiry.idle.is_empty() && inquiry.to_settle.is_empty());
        assert_eq!(inquiry.to_string(), "the verdict is settled: sound; no unknown fact matters");
    }

    #[test]
    fn what_cannot_change_anything_is_said_to_be_so() {
        let organization = |company: crate::input::draft::Draft<Organization>| {
            company.headcount(280..=320).budget(..).safeguard(Safeguard::FocusTime, ..)
        };
        let inquiry = ask(&known(organization), &Policy::DEFAULT, Limit::default());
        assert_eq!(inquiry.idle, FactSet::of(&[Fact::Headcount, Fact::Safeguard(Safeguard::FocusTime)]));
        let question = inquiry.best().expect("the budget matters");
        assert_eq!(question.fact, Fact::Budget);
        assert_eq!(inquiry.to_settle, FactSet::of(&[Fact::Budget]));
        let answers: Vec<_> = question.answers.iter().map(ToString::to_string).collect();
        assert_eq!(answers, ["one executive: conditional", "two executives: sound"]);
        let text = "1 answer settles the verdict, whatever is answered; \
            ask first for budget, on which the verdict and 1 warning depend";
        assert_eq!(inquiry.to_string(), text);
    }

    #[test]
    fn a_proposal_of_which_nothing_is_known_is_answered() {
        let pair = Structure::pair(Seat::draft(), Seat::draft());
        let unknown = Proposal::draft().proposed(pair).build().expect("valid");
        let inquiry = ask(&unknown, &Policy::DEFAULT, Limit::default());
        assert!(inquiry.is_exact && inquiry.is_fewest, "stage and headcount together, too");
        assert_eq!(inquiry.necessary, inquiry.to_settle);
        let asked = inquiry.questions.iter().fold(FactSet::EMPTY, |facts, it| facts.with(it.fact));
        assert_eq!(asked.union(inquiry.idle), unknown.open_facts());
        assert!(asked.intersection(inquiry.idle).is_empty());
    }

    #[test]
    fn what_decides_more_is_asked_first() {
        let unknown = Proposal::draft().proposed(Structure::combined(Seat::draft())).build().expect("valid");
        let inquiry = ask(&unknown, &Policy::DEFAULT, Limit::default());
        let settling = |question: &&OpenFact| inquiry.to_settle.contains(question.fact);
        let place = |fact| inquiry.questions.iter().filter(settling).position(|it| it.fact == fact);
        let (stage, regulated) =
            (place(Fact::Stage).expect("a question"), place(Fact::Regulated).expect("a question"));
        assert!(stage < regulated);
    }
}
