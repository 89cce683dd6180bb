//! Are the files that are made from the code the ones that it makes? Run with `UPDATE=1` to write them.
#![cfg(feature = "serde")]
#![expect(clippy::expect_used, reason = "a test stops where it cannot read or write its own files")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use cpto::measures::{Hand, HeadcountClass, Line, Mark, Measure, Practice, SpanOfControl};
use cpto::{Estimate, Maturity, Policy, WarningCode, evaluate};
use serde_norway::Value;

/// Holds a file of the repository to what it has to be.
#[track_caller]
fn hold(file: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, expected).expect("it can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{file} is out of date: run this test with UPDATE=1");
}

/// Levels by their numbers.
fn levels(level: Estimate<Maturity>) -> String {
    match level.value() {
        Some(exact) => format!("L{}", exact.level()),
        None => format!("L{}–L{}", level.least().level(), level.most().level()),
    }
}

fn mark(line: &Line) -> &'static str {
    match line.mark {
        Mark::Published => "pub",
        Mark::Averaged => "avg",
        Mark::Ours => "ours",
    }
}

fn hand(hand: Hand) -> &'static str {
    match hand {
        Hand::First => "read first-hand",
        Hand::Second => "read second-hand",
    }
}

#[test]
fn the_tables_of_measures() {
    let mut page = String::from(
        "Every edge that figures are compared with.\n\nThe levels are L1 `initial` to L5 `optimizing`. A figure reads at the \
        first line that holds. An edge is marked **pub** where its publisher prints it as one, **avg** where it is printed as \
        an average or a typical value, and **ours** where it is not printed. That a band is a level is ours everywhere.\n",
    );
    for &measure in Measure::ALL {
        let publication = measure.publication();
        write!(page, "\n# {}\n\n`{}`", measure.title(), measure.key()).expect("a text");
        if let Some(signal) = measure.signal() {
            write!(page, " of {signal}").expect("a text");
        }
        write!(page, ": {}. {publication}, {}", measure.takes(), hand(publication.hand)).expect("a text");
        match publication.url {
            Some(url) => writeln!(page, ", <{url}>.").expect("a text"),
            None => page.push_str(".\n"),
        }
        if !measure.remark().is_empty() {
            writeln!(page, "\n{}", measure.remark()).expect("a text");
        }
        let places = measure.bands().iter().filter(|(place, _)| !place.is_empty()).count();
        let column = if places > 0 { "| where " } else { "" };
        if measure.names().next().is_some() {
            page.push_str("\n| name | level |\n| --- | --- |\n");
            for (name, level) in measure.names() {
                writeln!(page, "| {name} | {} |", levels(level)).expect("a text");
            }
        } else {
            let rule = if places > 0 { "| --- " } else { "" };
            write!(page, "\n{column}| condition | level | edge |\n{rule}| --- | --- | --- |\n")
                .expect("a text");
            for (place, bands) in measure.bands() {
                let place = if place.is_empty() { String::new() } else { format!("| {place} ") };
                for line in bands.lines {
                    writeln!(page, "{place}| {line} | {} | {} |", levels(line.level), mark(line))
                        .expect("a text");
                }
                writeln!(page, "{place}| else | {} | |", levels(bands.otherwise)).expect("a text");
            }
        }
        if measure == Measure::Coverage {
            page.push_str("\n| signal | items in scope | that have |\n| --- | --- | --- |\n");
            for practice in Practice::ALL {
                writeln!(page, "| {practice} | {} | {} |", practice.items(), practice.have())
                    .expect("a text");
            }
        }
    }
    page.push_str(
        "\n# Headcount\n\n`M-headcount`: a class stands for the range of people that it spans.\n\n",
    );
    page.push_str("| class | people | source |\n| --- | --- | --- |\n");
    for class in HeadcountClass::ALL {
        let people = class.people();
        let most = if people.most().get() == u32::MAX { "any".to_owned() } else { people.most().to_string() };
        writeln!(page, "| {class} | {} to {most} | {} |", people.least(), class.source()).expect("a text");
    }
    page.push_str("\n# Direct reports\n\n`M-direct-reports`: an observation of a seat, and no signal.\n\n");
    page.push_str("| span | direct reports | source |\n| --- | --- | --- |\n");
    for span in SpanOfControl::ALL {
        let (least, most) = span.direct_reports();
        let most = if most == u32::MAX { "any".to_owned() } else { most.to_string() };
        writeln!(page, "| {span} | {least} to {most} | {} |", span.source()).expect("a text");
    }
    hold("src/measures/tables.md", &page);
}

/// A number of the policy, or several by their names.
fn numbers(value: &Value) -> String {
    match value {
        Value::Mapping(entries) => {
            let each = entries.iter().map(|(name, value)| format!("{} {}", numbers(name), numbers(value)));
            each.collect::<Vec<_>>().join(", ")
        }
        Value::String(name) => name.clone(),
        Value::Number(number) => number.to_string(),
        other => format!("{other:?}"),
    }
}

/// What the page of each warning tells of the default policy, of remedies and of sources.
#[test]
fn the_pages_of_warnings() {
    // This parser keeps the order of keys.
    let policy = serde_json::to_string(&Policy::DEFAULT).expect("it can be written");
    let policy: Value = serde_norway::from_str(&policy).expect("it can be read");
    for &code in WarningCode::ALL {
        let mut page = String::from("\n# In the default policy\n");
        let section =
            policy.get(code.as_str()).and_then(Value::as_mapping).expect("every warning has numbers");
        for (name, value) in section {
            write!(page, "\n- {}: {}", numbers(name), numbers(value)).expect("a text");
        }
        page.push_str("\n\n# What to do\n\nIn the smallest proposal that raises it:\n");
        let example = code.raised().build().expect("it can be built");
        let assessment = evaluate(&example);
        for remedy in assessment.warning(code).expect("it raises it").remedies() {
            write!(page, "\n- {remedy}").expect("a text");
        }
        page.push_str("\n\n# On whose word\n");
        for citation in code.citations() {
            let source = citation.source;
            let key = source.key();
            write!(page, "\n- \\[{key}\\] {} ({}: {}", citation.says, source.strength(), source.title())
                .expect("a text");
            match source.against() {
                Some(against) => write!(page, "). Against it: {against}.").expect("a text"),
                None => page.push_str(")."),
            }
        }
        page.push('\n');
        hold(&format!("src/warning/pages/{code:?}.md"), &page);
    }
}
