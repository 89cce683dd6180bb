//! Advice: what to ask, what to watch, what to repair, and how to divide responsibilities.

use std::io::{self, Write};

use cpto::advice::Limit;
use cpto::advice::ask::{Inquiry, ask};
use cpto::advice::chances::{After, Chances, NextQuestion, Spread, chances};
use cpto::advice::compare::rank_alternatives;
use cpto::advice::divide::{Division, Wishes, divide};
use cpto::advice::handover::handover;
use cpto::advice::repair::{Goal, Repairs, repair};
use cpto::advice::watch::watch;
use cpto::policy::Belief;
use cpto::{
    Explanation, Fact, Form, Home, Policy, Proposal, Responsibility, Severity, Signal, Verdict, Word,
};
use serde_json::{Map, Value, json};

use crate::json_lines::json;
use crate::lines::shown;
use crate::living::Living;
use crate::page::Page;
use crate::phrase::{answered, in_100, one_or_two, turning, what_chances_are};
use crate::{Arguments, Format};

/// A piece of advice: its heading, its lines, and its JSON for programs.
struct Advice {
    key: &'static str,
    heading: String,
    lines: Vec<String>,
    json: Value,
}

/// Writes all requested advice for every proposal.
pub(crate) fn run(
    out: &mut impl Write,
    arguments: &Arguments,
    all: &[(String, Proposal)],
    policy: &Policy,
    belief: &Belief,
    living: Option<&Living>,
) -> io::Result<()> {
    if matches!(arguments.format, Format::Json) {
        let of_one = |(name, proposal): &(String, Proposal)| {
            let mut object: Map<String, Value> = Map::new();
            object.insert("input".into(), json!(name));
            object.extend(
                advice(arguments, proposal, policy, belief, living)
                    .into_iter()
                    .map(|it| (it.key.into(), it.json)),
            );
            object
        };
        return json(out, &all.iter().map(of_one).collect::<Vec<_>>(), true);
    }
    for (name, proposal) in all {
        let mut page = Page::new(shown(proposal.organization().name().unwrap_or(name)));
        for advice in advice(arguments, proposal, policy, belief, living) {
            page.heading(advice.heading);
            // An indented line belongs to the line above it.
            for line in &advice.lines {
                let text = line.trim_start();
                page.item(usize::from(text.len() < line.len()), text);
            }
        }
        page.write(out, matches!(arguments.format, Format::Markdown))?;
        writeln!(out)?;
    }
    Ok(())
}

fn advice(
    arguments: &Arguments,
    proposal: &Proposal,
    policy: &Policy,
    belief: &Belief,
    living: Option<&Living>,
) -> Vec<Advice> {
    let accepted = living.map(|living| {
        let (lines, json) = living.told(proposal, policy);
        Advice { key: "accept", heading: format!("What is accepted on {}", living.on), lines, json }
    });
    let likely = arguments.chances.then(|| {
        let chances = chances(proposal, policy, belief, Limit::default());
        let json = json!(chances);
        Advice { key: "chances", heading: "What is likely".into(), lines: likely(&chances, proposal), json }
    });
    let limit = Limit::default();
    let asked = arguments.ask.then(|| {
        let inquiry = ask(proposal, policy, limit);
        let json = json!(inquiry);
        Advice { key: "ask", heading: "What to ask".into(), lines: questions(&inquiry, proposal), json }
    });
    let watched = arguments.watch.then(|| {
        let watched = watch(proposal, policy);
        let json = json!(watched);
        Advice { key: "watch", heading: "What to watch".into(), lines: lines(&watched), json }
    });
    let repaired = arguments.repair.map(|severity| {
        let repairs = smallest(proposal, policy, severity);
        let heading = format!("The least that must change to keep everything below {severity}");
        Advice { key: "repair", heading, lines: lines(&repairs), json: json!(repairs) }
    });
    let divided = arguments.divide.then(|| {
        let pair = as_a_pair(proposal);
        let (lines, json) = match pair.as_ref().map(|pair| divide(pair, &Wishes::default(), policy, limit)) {
            Some(Ok(division)) => (division_lines(&division), json!(division)),
            Some(Err(refused)) => (vec![refused.to_string()], json!({ "refused": refused.to_string() })),
            None => (vec!["it cannot be divided between a CTO and a CPO".into()], json!(null)),
        };
        Advice { key: "divide", heading: "What the CTO and the CPO should each hold".into(), lines, json }
    });
    let handed = arguments.handover.then(|| {
        let (lines, json) = match handover(proposal, policy, LONG) {
            Ok(order) => (self::lines(&order), json!(order)),
            Err(refused) => (vec![refused.to_string()], json!({ "refused": refused.to_string() })),
        };
        Advice { key: "handover", heading: "In what order to hand over".into(), lines, json }
    });
    [accepted, likely, asked, watched, repaired, divided, handed].into_iter().flatten().collect()
}

/// The limit of the search for a handover order: larger than in a service, up to a second, to find the best order.
const LONG: Limit = Limit::of(1_000_000);

/// Lists the results that have a chance, in whole percent.
fn spread<K: Word, const N: usize>(spread: &Spread<K, N>) -> String {
    let results = K::ALL.iter().filter(|key| spread.parts.get(**key) > 0);
    let results: Vec<_> = results.map(|key| (key.to_string(), in_100(spread.parts.get(*key)))).collect();
    match results.as_slice() {
        [(only, _)] if spread.is_exact() => format!("{only} 100 in 100"),
        results => {
            let each: Vec<_> = results.iter().map(|(result, chance)| format!("{result} {chance}")).collect();
            format!("{} in 100", each.join(", "))
        }
    }
}

fn likely(chances: &Chances, proposal: &Proposal) -> Vec<String> {
    let mut lines: Vec<String> = one_or_two(chances).map(|it| it.join(". ")).into_iter().collect();
    lines.push(format!("The verdict: {}", spread(&chances.verdict)));
    for (key, severity) in chances.warnings.iter().filter(|(_, it)| it.parts.get(Severity::None) < 10_000) {
        lines.push(format!("{key}: {}", spread(severity)));
    }
    let turning: Vec<_> = turning(chances).take(MOST).collect();
    if let Some(leaders) = chances.leaders.as_ref().filter(|_| turning.is_empty()) {
        let answer = answered(leaders.answer);
        lines.push(format!("No single further answer changes the result: {answer}."));
    }
    for question in turning {
        lines.push(question.fact.question().into_owned());
        let alike = question.answers.chunk_by(|one, next| one.answer == next.answer);
        lines.extend(alike.filter_map(|group| then(proposal, question, group)).map(|it| format!("  {it}")));
    }
    lines.push(what_chances_are(chances));
    lines
}

/// Describes a group of neighbouring answers to a question that give the same result.
fn then(proposal: &Proposal, question: &NextQuestion, group: &[After]) -> Option<String> {
    let (fact, first, last) = (question.fact, group.first()?, group.last()?);
    let [from, to] = [first.from, last.to].map(|value| proposal.sentence(fact, value));
    let [less, more] = match fact {
        Fact::Signal(signal) if signal != Signal::Integration => ["worse", "better"],
        Fact::Skill(..) => ["worse", "better"],
        _ => ["less", "more"],
    };
    let sentence = match (question.answers.first() == Some(first), question.answers.last() == Some(last)) {
        _ if first.from == last.to => from.into_owned(),
        (false, true) if fact == Fact::Headcount => format!("{} or more.", first.from),
        (true, false) if fact == Fact::Headcount => format!("{} or fewer.", last.to),
        _ if fact == Fact::Headcount => format!("{} to {}.", first.from, last.to),
        _ if fact == Fact::Incumbent => format!("{from} Or: {to}"),
        (false, true) => format!("{from} Or {more}."),
        (true, false) => format!("{to} Or {less}."),
        (false, false) | (true, true) => format!("From: {from} To: {to}"),
    };
    Some(format!("{sentence} Then: {}", answered(first.answer)))
}

/// Returns the proposal if it is a pair, and the conventional pair otherwise.
fn as_a_pair(proposal: &Proposal) -> Option<Proposal> {
    if proposal.proposed().form() == Form::Pair {
        return Some(proposal.clone());
    }
    let usual = rank_alternatives(proposal, &Policy::DEFAULT);
    usual.into_iter().map(|it| it.proposal).find(|it| it.proposed().form() == Form::Pair)
}

/// The most questions to write out.
const MOST: usize = 8;

fn questions(inquiry: &Inquiry, proposal: &Proposal) -> Vec<String> {
    let mut lines = vec![inquiry.to_string()];
    for question in inquiry.questions.iter().take(MOST) {
        let verdict = question.changes_verdict.then(|| "the verdict".to_owned());
        let warnings = match question.warnings.len() {
            0 => None,
            1 => Some("1 warning".to_owned()),
            many => Some(format!("{many} warnings")),
        };
        let depending: Vec<_> = verdict.into_iter().chain(warnings).collect();
        let on_it = if depending.is_empty() { "benefits".into() } else { depending.join(" and ") };
        lines.push(format!("{} ({on_it})", question.fact.question()));
        for answer in &question.answers {
            let mut from = proposal.sentence(question.fact, answer.from).into_owned();
            if answer.from != answer.to {
                from = format!("{from} ... {}", proposal.sentence(question.fact, answer.to));
            }
            lines.push(format!("  {from} Then: {}", answer.verdict));
        }
    }
    if let Some(more) = inquiry.questions.len().checked_sub(MOST).filter(|more| *more > 0) {
        lines.push(format!("{more} more facts matter"));
    }
    if !inquiry.idle.is_empty() {
        lines.push(format!("these facts change nothing, whatever they are: {:#}", inquiry.idle));
    }
    lines
}

fn lines(text: &impl std::fmt::Display) -> Vec<String> {
    text.to_string().lines().map(Into::into).collect()
}

fn division_lines(division: &Division) -> Vec<String> {
    let mut lines = lines(division);
    for &responsibility in Responsibility::ALL {
        let share = division.best;
        let home = if responsibility.home() == Home::Cpo { share.cpo } else { share.cto };
        if home.contains(responsibility) {
            continue;
        }
        if let Some(instead) = division.instead(responsibility) {
            lines.push(format!("{} is not at home; if it were: {instead}", responsibility.title()));
        }
    }
    lines
}

fn smallest(proposal: &Proposal, policy: &Policy, below: Severity) -> Repairs {
    repair(proposal, policy, Goal::below(below), Limit::default(), |_, cost| Some(cost))
}

/// Returns the smallest repair in a line, and the severity that everything stays below with it.
pub(crate) fn repaired(explanation: &Explanation<'_>) -> (Severity, String) {
    let below = match explanation.assessment().verdict().most() {
        Verdict::Inadvisable => Severity::Critical,
        Verdict::Conditional => Severity::High,
        Verdict::Sound => Severity::Low,
    };
    let repairs = smallest(explanation.proposal(), explanation.policy(), below);
    let repair = repairs.best().map_or_else(|| repairs.to_string(), ToString::to_string);
    (below, repair.trim_end().to_owned())
}

/// Returns a colon, or a note that there is nothing.
pub(crate) fn count(entries: usize) -> &'static str {
    if entries == 0 { ": nothing in the catalogue" } else { ":" }
}
