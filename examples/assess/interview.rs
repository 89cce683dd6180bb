//! The interview: which question tells most between one leader and two, and what does each answer change?
//!
//! The texts for the person go to standard error, so standard output holds only the document.

use std::io::{self, IsTerminal as _, Write};

use cpto::advice::Limit;
use cpto::advice::chances::{Answer, Leaders, OneOrTwo, chances, one_or_two};
use cpto::policy::Belief;
use cpto::{
    Change, Draft, Fact, Field, Office, Policy, Proposal, Seat, Structure, Trigger, Value, evaluate_under,
    explain_under,
};

use crate::asking::{Lines, Question, Reply};
use crate::figure;
use crate::input::{self, Syntax};
use crate::lines::{said, shown, wrapped};
use crate::remarks::keep_remarks;
use crate::{Arguments, Outcome, read, report};

/// A sentence and the structure that it describes.
type Sentenced = (&'static str, fn() -> Draft<Structure>);

/// The structures that a company can have today; all but the last can also be proposed.
const STRUCTURES: [Sentenced; 7] = [
    ("A CTO leads technology, and a CPO leads product.", || Structure::pair(Seat::draft(), Seat::draft())),
    ("One CPTO leads both technology and product.", || Structure::combined(Seat::draft())),
    ("A CTO leads technology, and the chief executive leads product.", || {
        Structure::cto(Seat::draft()).elsewhere_all(Field::Product, Office::Ceo)
    }),
    ("A CTO leads technology, and nobody leads product.", || Structure::cto(Seat::draft())),
    ("A CPO leads product, and the chief executive leads technology.", || {
        Structure::cpo(Seat::draft()).elsewhere_all(Field::Technology, Office::Ceo)
    }),
    ("A CPO leads product, and nobody leads technology.", || Structure::cpo(Seat::draft())),
    ("There is neither a CTO nor a CPO nor a CPTO.", Structure::vacant),
];

const WELCOME: &str = "Should one person lead technology and product, or two? You will be asked a few questions, the most \
    telling first, until the answer is clear or you have had enough.";
const TITLES: &str =
    "A CTO is a chief technology officer, a CPO a chief product officer, and a CPTO both in one person.";
const HELP: &str = "Type the number in front of the sentence that fits, and press Enter. The brackets below each question show \
    what else you can answer; \"help\" explains it.";
const NO_FORECAST: &str = "After each answer, you see how the chances moved. They are not a forecast: they weigh what your answers \
    leave open, and the numbers behind them are judgements.";

const CLEAR: &str = "The answer is clear. Here is what it means for the structure that you have in mind.";
const UNDECIDED: &str =
    "Then the report will be about one CPTO. The chances compare it with a CTO and a CPO in any case.";

/// Facts with more values than this are asked for as a number, not as a list.
const LONGEST_LIST: usize = 7;

/// The topic of a question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Topic {
    Today,
    Proposed,
    Reasons,
    Fact(Fact),
}

/// The state after some answers.
#[derive(Clone, Default)]
struct Known {
    today: Option<Draft<Structure>>,
    proposal: Option<Proposal>,
    /// The topics that are not asked again.
    asked: Vec<Topic>,
}

impl Known {
    /// Returns what to ask next, or nothing if no remaining question would tell more.
    fn next(&self, leaders: Option<&OneOrTwo>) -> Option<Topic> {
        let Some(proposal) = &self.proposal else {
            return Some(if self.asked.is_empty() { Topic::Today } else { Topic::Proposed });
        };
        let is_change = matches!(proposal.change(), Change::Merge | Change::Split);
        let reasons = (is_change && proposal.triggers().is_empty()).then_some(Topic::Reasons);
        let telling = leaders.into_iter().flat_map(|it| &it.questions);
        let facts = telling.filter(|it| proposal.values_of(it.fact).nth(1).is_some());
        let mut topics = reasons.into_iter().chain(facts.map(|it| Topic::Fact(it.fact)));
        topics.find(|topic| !self.asked.contains(topic))
    }

    /// Returns the state after an answer: places in the list, or the numbers themselves. Only the reasons may have several.
    fn answered(&self, topic: Topic, answer: &[[u32; 2]]) -> Option<Self> {
        let structure = |[place, _]: &[u32; 2]| Some(STRUCTURES.get(*place as usize - 1)?.1());
        let mut known = self.clone();
        known.asked.push(topic);
        match (topic, &self.proposal) {
            (Topic::Today, _) => known.today = answer.first().and_then(structure),
            (Topic::Proposed, _) => {
                let usual = || Structure::combined(Seat::draft());
                let draft =
                    Proposal::draft().proposed(answer.first().and_then(structure).unwrap_or_else(usual));
                let draft = self.today.iter().fold(draft, |draft, today| draft.current(today.clone()));
                known.proposal = Some(draft.build().ok()?);
            }
            (Topic::Reasons, Some(proposal)) => {
                let triggers = answer.iter().flat_map(|[least, most]| *least..=*most);
                let triggers = triggers.filter_map(|place| Trigger::ALL.get(place as usize - 1));
                let draft = Draft::from(proposal.clone()).triggers(triggers.copied());
                known.proposal = Some(draft.build().ok()?);
            }
            (Topic::Fact(fact), Some(proposal)) => {
                if let Some(ends) = answer.first() {
                    let value = |place: u32| {
                        if is_list(proposal, fact) {
                            proposal.values_of(fact).nth(place as usize - 1)
                        } else {
                            fact.read(&place.to_string()).ok()
                        }
                    };
                    let [least, most] = ends.map(value);
                    known.proposal = Some(proposal.with_fact_between(fact, least?, most?)?);
                }
            }
            (_, None) => return None,
        }
        Some(known)
    }
}

/// Whether a fact is asked for as a list: it has few values and is not an amount.
fn is_list(proposal: &Proposal, fact: Fact) -> bool {
    fact != Fact::Headcount && proposal.values_of(fact).nth(LONGEST_LIST).is_none()
}

/// Returns the question about a topic.
fn question(topic: Topic, known: &Known) -> Question {
    let unnamed = |text: &str| (text.to_owned(), String::new());
    let structures = |count| STRUCTURES.iter().take(count).map(|(text, _)| unnamed(text)).collect();
    match (topic, &known.proposal) {
        (Topic::Fact(fact), Some(proposal)) => {
            let text = fact.question().into_owned();
            let figures = if let Fact::Signal(signal) = fact { figure::forms(signal) } else { Vec::new() };
            if is_list(proposal, fact) {
                let values = proposal.values_of(fact);
                let sentence =
                    |value: Value| (proposal.sentence(fact, value).into_owned(), value.to_string());
                let list = Question::of_list(text, values.map(sentence).collect());
                let range = fact != Fact::Incumbent && list.most > 2;
                return Question { range, figures, ..list };
            }
            let number = |value: Option<Value>| {
                value.and_then(|value| value.written().parse().ok()).unwrap_or_default()
            };
            let least = number(proposal.values_of(fact).next());
            let most = number(proposal.values_of(fact).next_back());
            Question { text, sentences: Vec::new(), least, most, several: false, range: true, figures }
        }
        (Topic::Reasons, _) => {
            let reasons = Trigger::ALL.iter().map(|it| unnamed(it.sentence()));
            let list = Question::of_list(
                Trigger::QUESTION.to_owned(),
                reasons.chain([unnamed("None of these.")]).collect(),
            );
            Question { several: true, ..list }
        }
        (Topic::Proposed, _) => Question::of_list(
            "Which structure do you have in mind for the future?".to_owned(),
            structures(STRUCTURES.len() - 1),
        ),
        _ => Question::of_list(
            "Who leads technology and product in your company today?".to_owned(),
            structures(STRUCTURES.len()),
        ),
    }
}

/// Writes how an answer changed the chances.
fn moved(out: &mut impl Write, before: Option<&OneOrTwo>, after: &OneOrTwo) -> io::Result<()> {
    let of = |told: &OneOrTwo, side| told.spread.parts.get(side).saturating_add(50) / 100;
    let side = |side| match (before.map(|before| of(before, side)), of(after, side)) {
        (Some(before), now) if before != now => format!("{before} -> {now}"),
        (_, now) => now.to_string(),
    };
    let [one, two, same] = [Leaders::One, Leaders::Two, Leaders::Same].map(side);
    let answer = match after.answer {
        Answer::Clear(side) => format!("clearly {}", leaders(side)),
        Answer::Leaning(side) => format!("leaning towards {}", leaders(side)),
        Answer::Open => "open".to_owned(),
    };
    writeln!(out, "\n  Which has less against it, in 100 companies that fit your answers?")?;
    writeln!(out, "  One leader: {one}. Two leaders: {two}. The same: {same}.")?;
    writeln!(out, "  So far: {answer}.")
}

fn leaders(side: Leaders) -> &'static str {
    match side {
        Leaders::One => "one leader",
        Leaders::Two => "two leaders",
        Leaders::Same => "neither: both have the same against them",
    }
}

/// Asks until the answer is clear, no question is left, or the person has had enough.
fn interview(
    out: &mut impl Write,
    lines: &mut Lines,
    mut known: Known,
    policy: &Policy,
    belief: &Belief,
) -> io::Result<Option<Proposal>> {
    for text in [WELCOME, TITLES, HELP, NO_FORECAST] {
        wrapped(out, "", text)?;
    }
    let mut history = Vec::new();
    let mut before: Option<OneOrTwo> = None;
    loop {
        let now = known
            .proposal
            .as_ref()
            .and_then(|proposal| one_or_two(proposal, policy, belief, Limit::default()));
        match &now {
            Some(same) if before.as_ref() == Some(same) => writeln!(out, "  The chances stay as they were.")?,
            Some(now) => moved(out, before.as_ref(), now)?,
            None => {}
        }
        let is_clear = now.as_ref().is_some_and(|now| matches!(now.answer, Answer::Clear(_)));
        let topic = known.next(now.as_ref()).filter(|topic| !is_clear || *topic == Topic::Reasons);
        before = now;
        let Some(topic) = topic else {
            writeln!(out)?;
            let end = match before {
                Some(_) if is_clear => CLEAR,
                Some(_) => "No remaining question would tell more.",
                None => "One leader and two cannot be compared here, so there is nothing to ask.",
            };
            wrapped(out, "", end)?;
            return Ok(known.proposal);
        };
        let measured = |line: &str| match (topic, &known.proposal) {
            (Topic::Fact(Fact::Signal(signal)), Some(proposal)) => figure::stated(proposal, signal, line),
            _ => Err(Vec::new()),
        };
        let next = match lines.reply(out, &question(topic, &known), measured)? {
            Reply::Stop => {
                wrapped(out, "", "The questions end here.")?;
                return Ok(known.proposal);
            }
            Reply::Back => {
                match history.pop() {
                    Some(last) => known = last,
                    None => writeln!(out, "  There is no answer to take back.")?,
                }
                continue;
            }
            Reply::Places(places) => {
                if topic == Topic::Proposed && places.is_empty() {
                    wrapped(out, "  ", UNDECIDED)?;
                }
                known.answered(topic, &places)
            }
            Reply::Figure(proposal) => {
                let asked = known.asked.iter().copied().chain([topic]).collect();
                Some(Known { proposal: Some(*proposal), asked, ..known.clone() })
            }
        };
        match next {
            Some(next) => history.push(std::mem::replace(&mut known, next)),
            None => wrapped(out, "  ", "That does not fit what is known so far.")?,
        }
    }
}

/// Interviews a person, writes the document, and shows the report.
pub(crate) fn run(
    document: &mut impl Write,
    arguments: &Arguments,
    policy: &Policy,
    belief: &Belief,
    outcome: &mut Outcome,
) -> io::Result<()> {
    if let Some(path) = arguments.out.as_ref().filter(|path| path.exists()) {
        let exists = format!("{} already exists and is not overwritten", path.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, exists));
    }
    let mut known = Known::default();
    let (mut name, mut before) = ("Your company".to_owned(), serde_json::Value::Null);
    if let Some(path) = arguments.files.first() {
        name = path.display().to_string();
        let Some((text, syntax)) = read(&name, input::text(path, arguments.from), outcome) else {
            return Ok(());
        };
        let proposal = read(&name, input::proposal_of(&text, syntax), outcome);
        known.proposal = Some(match proposal {
            Some(proposal) => proposal,
            None => return Ok(()),
        });
        before = input::parse(&text, syntax).unwrap_or_default();
    }
    let mut out = anstream::stderr();
    let mut lines = Lines::new().map_err(io::Error::other)?;
    let Some(proposal) = interview(&mut out, &mut lines, known, policy, belief)? else {
        return wrapped(&mut out, "", "No structure was named, so there is nothing to assess or to keep.");
    };
    let mut answers = serde_json::to_value(&proposal)?;
    keep_remarks(before.get("proposal").unwrap_or(&before), &mut answers);
    let kept = keep(document, &mut out, arguments, &answers, outcome)?;
    outcome.note(&evaluate_under(&proposal, policy), arguments.deny, None);
    let explanation = explain_under(&proposal, policy);
    let page = report::brief(&name, &explanation, &chances(&proposal, policy, belief, Limit::default()));
    writeln!(out)?;
    page.terminal(&mut out, report::fitting(&page))?;
    writeln!(out)?;
    wrapped(&mut out, "", &kept)
}

/// Writes the document, and returns a sentence that tells where it is.
fn keep(
    document: &mut impl Write,
    out: &mut impl Write,
    arguments: &Arguments,
    answers: &serde_json::Value,
    outcome: &mut Outcome,
) -> io::Result<String> {
    if let Some(path) = &arguments.out {
        let text = written(answers, Syntax::of(path).unwrap_or(Syntax::Json));
        let name = shown(&path.display().to_string());
        let write = |text: String| std::fs::File::create_new(path)?.write_all(text.as_bytes());
        match text.and_then(write) {
            Ok(()) => {
                return Ok(format!(
                    "Your answers are in {name}. Pass that file instead of --interview to see the report again, with --full for all of it."
                ));
            }
            Err(error) => {
                outcome.refused = true;
                let failed = format!(
                    "{name} cannot be written, so here are your answers: {}",
                    said(&error.to_string())
                );
                wrapped(out, "", &failed)?;
            }
        }
    }
    let is_seen = io::stdout().is_terminal();
    if is_seen {
        writeln!(out, "\nYour answers, as a document:")?;
    }
    document.write_all(written(answers, Syntax::Json)?.as_bytes())?;
    document.flush()?;
    let kept = if is_seen { "are above the report" } else { "went to standard output" };
    Ok(format!("Your answers {kept}, as a document. To keep them in a file: --out FILE."))
}

/// Writes a document as text in a syntax.
fn written(document: &serde_json::Value, syntax: Syntax) -> io::Result<String> {
    match syntax {
        Syntax::Json => Ok(serde_json::to_string_pretty(document).map_err(io::Error::other)? + "\n"),
        Syntax::Toml => toml::to_string(document).map_err(io::Error::other),
        Syntax::Yaml => serde_saphyr::to_string(document).map_err(io::Error::other),
    }
}
