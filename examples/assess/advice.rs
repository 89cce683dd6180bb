//! What to ask, to watch, to repair, and how to divide.

use std::io::{self, Write};

use cpto::advice::ask::{Inquiry, ask};
use cpto::advice::compare::one_leader_or_two;
use cpto::advice::divide::{Division, Wishes, divide};
use cpto::advice::repair::{Goal, Repairs, repair};
use cpto::advice::watch::watch;
use cpto::{Assessment, Form, Policy, Proposal, Responsibility, Severity, Verdict};
use serde_json::{Map, json};

use crate::lines::{printable, wrapped};
use crate::text::heading;
use crate::{Arguments, Format};

/// A proposal with the name of its input.
type Assessed = (String, Proposal, Assessment);

/// A piece of advice: its heading, its lines, and what a program reads.
struct Advice {
    key: &'static str,
    heading: String,
    lines: Vec<String>,
    json: serde_json::Value,
}

/// Gives all advice that was asked for, for every proposal.
pub(crate) fn run(
    out: &mut impl Write,
    arguments: &Arguments,
    all: &[Assessed],
    policy: &Policy,
) -> io::Result<()> {
    if matches!(arguments.format, Format::Json) {
        let of_one = |(name, proposal, _): &Assessed| {
            let mut object: Map<String, serde_json::Value> = Map::new();
            object.insert("input".into(), json!(name));
            object.extend(advice(arguments, proposal, policy).into_iter().map(|it| (it.key.into(), it.json)));
            object
        };
        serde_json::to_writer_pretty(&mut *out, &all.iter().map(of_one).collect::<Vec<_>>())?;
        return writeln!(out);
    }
    let markdown = matches!(arguments.format, Format::Markdown);
    for (name, proposal, _) in all {
        let company = printable(proposal.organization().name().unwrap_or(name));
        writeln!(out, "{}{company}", if markdown { "# " } else { "" })?;
        for advice in advice(arguments, proposal, policy) {
            if markdown {
                writeln!(out, "\n## {}\n", advice.heading)?;
                advice.lines.iter().try_for_each(|line| writeln!(out, "- {}", printable(line)))?;
            } else {
                heading(out, &advice.heading)?;
                advice.lines.iter().try_for_each(|line| wrapped(out, "  - ", line))?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

fn advice(arguments: &Arguments, proposal: &Proposal, policy: &Policy) -> Vec<Advice> {
    let asked = arguments.ask.then(|| {
        let inquiry = ask(proposal, policy);
        let json = json!(inquiry);
        Advice { key: "ask", heading: "What to ask".into(), lines: questions(&inquiry), json }
    });
    let watched = arguments.watch.then(|| {
        let watched = watch(proposal, policy);
        let json = json!(watched);
        Advice { key: "watch", heading: "What to watch".into(), lines: lines(&watched), json }
    });
    let repaired = arguments.repair.map(|severity| {
        let repairs = repair(proposal, policy, Goal::below(severity));
        let heading = format!("What is the least that has to change so that nothing can be {severity}");
        Advice { key: "repair", heading, lines: lines(&repairs), json: json!(repairs) }
    });
    let divided = arguments.divide.then(|| {
        let divided = as_a_pair(proposal).map(|pair| (divide(&pair, &Wishes::default(), policy), pair));
        let (lines, json) = match divided {
            Some((Ok(division), _)) => (division_lines(&division), json!(division)),
            Some((Err(refused), _)) => (vec![refused.to_string()], json!({ "refused": refused.to_string() })),
            None => (vec!["it cannot be divided between a CTO and a CPO".into()], json!(null)),
        };
        Advice { key: "divide", heading: "Who should hold what, of a CTO and a CPO".into(), lines, json }
    });
    [asked, watched, repaired, divided].into_iter().flatten().collect()
}

/// The proposal, or the conventional pair in its stead where it is none.
fn as_a_pair(proposal: &Proposal) -> Option<Proposal> {
    if proposal.proposed().form() == Form::Pair {
        return Some(proposal.clone());
    }
    let today = proposal.current().cloned();
    let usual = one_leader_or_two(proposal.organization(), today, &Policy::DEFAULT).ok()?;
    usual.of(Form::Pair).map(|pair| pair.proposal().clone())
}

/// The most questions that are written out.
const MOST: usize = 8;

fn questions(inquiry: &Inquiry) -> Vec<String> {
    let mut lines = vec![inquiry.to_string()];
    for question in inquiry.questions().iter().take(MOST) {
        let answers: Vec<_> = question.answers.iter().map(ToString::to_string).collect();
        lines.push(format!("{question}: {}", answers.join("; ")));
    }
    if let Some(more) = inquiry.questions().len().checked_sub(MOST).filter(|more| *more > 0) {
        lines.push(format!("{more} more facts matter"));
    }
    if !inquiry.idle().is_empty() {
        lines.push(format!("whatever these are, nothing changes: {}", inquiry.idle()));
    }
    lines
}

/// The lines of a text.
fn lines(text: &impl std::fmt::Display) -> Vec<String> {
    text.to_string().lines().map(Into::into).collect()
}

fn division_lines(division: &Division) -> Vec<String> {
    let mut lines = lines(division);
    for &responsibility in Responsibility::ALL {
        let home = division.remit(match responsibility.home() {
            cpto::Home::Cpo => cpto::Role::Cpo,
            _ => cpto::Role::Cto,
        });
        if home.contains(responsibility) {
            continue;
        }
        if let Some(instead) = division.instead(responsibility) {
            lines.push(format!("{responsibility} is not at home; if it were: {}", instead.objective));
        }
    }
    lines
}

/// The three most useful lines: what to ask first, what to change, what to watch.
pub(crate) fn in_short(inquiry: &Inquiry, proposal: &Proposal, policy: &Policy) -> Vec<String> {
    let goal = match inquiry.verdict().most() {
        Verdict::Inadvisable => Severity::Critical,
        Verdict::Conditional => Severity::High,
        Verdict::Sound => Severity::Low,
    };
    let repairs: Repairs = repair(proposal, policy, Goal::below(goal));
    let repair = match repairs.best() {
        Some(best) => best.to_string(),
        None => repairs.to_string().trim_end().to_owned(),
    };
    let watched = watch(proposal, policy);
    let nearest =
        watched.turns().first().map_or("no known fact changes anything".into(), ToString::to_string);
    vec![
        format!("Ask (--ask): {inquiry}"),
        format!("Repair (--repair {goal}), so that nothing can be {goal}: {repair}"),
        format!("Watch (--watch): {nearest}"),
    ]
}
