//! Is a table of proposals read and written without loss, and are its faults located? The rows are tested alone, and the
//! command is run the way a person runs it.
#![expect(clippy::unwrap_used, reason = "a test stops if the command cannot be run")]

use std::collections::BTreeMap;
use std::process::Output;

use cpto::advice::Limit;
use cpto::advice::chances::{Leaders, one_or_two};
use cpto::policy::Belief;
use cpto::{
    Draft, Fact, Form, Policy, Proposal, Responsibility, Scale, Signal, WarningKey, evaluate, strategies,
};
use proptest::prelude::*;
use rows::Column;

mod example;
#[path = "../examples/assess/rows.rs"]
mod rows;

fn run(arguments: &[&str], input: &[u8]) -> Output {
    example::run("assess", arguments, input)
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The cells of a table, row by row, by the names of its columns.
fn read(table: &[u8]) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(table).deserialize().map(Result::unwrap).collect()
}

/// The proposal of the only row of a table.
fn proposal_of(table: &[u8]) -> Proposal {
    let mut table = csv::Reader::from_reader(table);
    let columns = Column::all(table.headers().unwrap()).unwrap();
    let row = table.records().next().unwrap().unwrap();
    rows::proposal(&columns, &row.iter().collect::<Vec<_>>()).unwrap()
}

/// Whether a document has something that a row cannot hold: several figures of a measure, or an empty text.
fn is_unsayable(document: &serde_json::Value) -> bool {
    match document {
        serde_json::Value::Object(inner) => inner.values().any(is_unsayable),
        serde_json::Value::Array(parts) => parts.iter().any(serde_json::Value::is_object),
        serde_json::Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// A proposal with arbitrary texts wherever people can write.
fn written_in(proposal: &Proposal, name: String, texts: &[String]) -> Proposal {
    let organization = Draft::from(proposal.organization().clone()).name(name);
    let mut document =
        serde_json::to_value(Draft::from(proposal.clone()).organization(organization).build().unwrap())
            .unwrap();
    let reasons =
        document.pointer_mut("/organization/not-applicable").and_then(serde_json::Value::as_object_mut);
    for (reason, text) in reasons.into_iter().flat_map(serde_json::Map::values_mut).zip(texts) {
        *reason = format!("{text}.").into();
    }
    serde_json::from_value(document).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_row_is_the_proposal(
        drawn in any::<Proposal>(),
        name in "[ ;,.\"\r\n=|a-]{0,6}",
        texts in prop::collection::vec(any::<String>(), 5),
    ) {
        let proposal = written_in(&drawn, name + texts.first().map_or("", String::as_str), &texts);
        match rows::row(&proposal) {
            Ok(cells) => {
                let mut table = csv::Writer::from_writer(Vec::new());
                table.write_record(cells.keys()).unwrap();
                table.write_record(cells.values()).unwrap();
                prop_assert_eq!(proposal_of(&table.into_inner().unwrap()), proposal);
            }
            Err(places) => prop_assert!(is_unsayable(&serde_json::to_value(&proposal).unwrap()), "{places:?}"),
        }
    }
}

/// Most generated proposals fit into a row, so the property is not vacuous.
#[test]
fn most_can_be_said() {
    let mut numbers = strategies::seeded(7);
    let said = (0..500).filter(|_| rows::row(&strategies::proposal(&mut numbers)).is_ok()).count();
    assert!(said > 250, "{said}");
}

#[test]
fn every_fact_has_a_column() {
    let facts = Fact::ALL.iter().map(|fact| fact.as_str());
    let others = [
        "organization.name",
        "trigger",
        "current",
        "proposed",
        "proposed.cto.remit",
        "current.cpo.reports-to",
    ];
    let signals = Signal::ALL.iter().map(|it| format!("organization.signals.{it}.not-applicable"));
    let reasons = Responsibility::ALL.iter().map(|it| format!("organization.not-applicable.{it}"));
    let elsewhere = Responsibility::ALL.iter().map(|it| format!("current.elsewhere.{it}"));
    let more = ["proposed.elsewhere.product", "organization.combination", "organization.measures.nps.of"];
    let names: Vec<String> = facts
        .chain(others)
        .chain(more)
        .map(str::to_owned)
        .chain(signals)
        .chain(reasons)
        .chain(elsewhere)
        .collect();
    let columns = Column::all(names.iter().map(String::as_str));
    assert_eq!(columns.map(|columns| columns.len()), Ok(names.len()));
}

#[test]
fn columns_that_cannot_be_are_refused_by_name() {
    let wrong = |names: &[&str]| Column::all(names.iter().copied()).expect_err("something is wrong");
    for name in [
        "",
        "verdict.least",
        "proposed.cto.remit.x",
        "proposed.cto.remit[0]",
        "organization.stage.x",
        "id",
        "proposed.ceo.interim",
    ] {
        let wrong = wrong(&[name, "proposed"]);
        assert!(wrong.len() == 1 && wrong[0].contains(&format!("unknown column `{name}`")), "{wrong:?}");
    }
    for name in [
        "organization",
        "proposed.cto",
        "organization.signals",
        "organization.measures.nps",
        "current.elsewhere",
        "proposed.cto.skills",
    ] {
        let wrong = wrong(&[name]);
        assert!(wrong[0].contains(&format!("`{name}` has parts, each with its own column")), "{wrong:?}");
    }
    let output = run(&["--csv"], b"organization.stag,proposed,proposed,\x1b\nstartup,pair,pair,\n");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    insta::assert_snapshot!(text(&output.stderr));
    for (table, message) in [
        (&b""[..], "refused -, line 1: the table has no columns\n"),
        (b"proposed,\xff\n", "refused -, line 1: the name of a column is not UTF-8\n"),
    ] {
        let output = run(&["--csv", "-"], table);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), message));
    }
}

/// Each row is read alone: faults are reported by line and column, in the order of the table, and the other rows go on.
#[test]
fn a_faulty_row_is_reported_and_the_others_go_on() {
    let columns = "organization.name,organization.stage,organization.headcount,proposed,proposed.cpo.remit,proposed.cto.newcomer";
    let rows: &[&[u8]] = &[
        b"\"two\nlines, \"\"quoted\"\"\",startup..scale-up,40,pair,roadmap; requirements,",
        b"wrong,startups,60..40,pair,roadmap;roadmap;luck,",
        b"",
        b"short,startup",
        b"no seat,,,,,",
        b"no such form,,,trio,,",
        b"another seat,,,lone-cto,roadmap,",
        b"caf\xe9,,,pair,,",
        b"nobody today,,,lone-cto,,TRUE",
        b" spaced , established ,1..2 , combined ,,",
    ];
    let mut told = Vec::new();
    for end in [&b"\n"[..], b"\r\n"] {
        let table = [&[columns.as_bytes()], rows].concat().join(end);
        let output = run(&["--csv", "-"], &[&b"\xef\xbb\xbf"[..], &table, end].concat());
        assert_eq!(output.status.code(), Some(1));
        let assessed = read(&output.stdout);
        assert_eq!(assessed.len(), 2);
        assert_eq!(assessed[0]["organization.name"], "two\nlines, \"quoted\"");
        assert_eq!(assessed[1]["organization.name"], " spaced ");
        assert_eq!(assessed[1]["organization.stage"], " established ", "what came in is written as it was");
        told.push(text(&output.stderr).to_owned());
    }
    assert_eq!(told[0], told[1], "lines are counted whatever ends them");
    insta::assert_snapshot!(told[0]);
}

/// Two columns that contradict each other are refused; neither takes precedence.
#[test]
fn columns_that_contradict_each_other() {
    let columns =
        ["proposed", "organization.signals.scalability", "organization.signals.scalability.not-applicable"];
    for order in [[0, 1, 2], [0, 2, 1], [2, 1, 0]] {
        let columns = Column::all(order.map(|it| columns[it])).unwrap();
        let cells = order.map(|it| ["pair", "defined", "why not"][it]);
        let wrong = rows::proposal(&columns, &cells).expect_err("both are said");
        assert!(wrong.len() == 1 && wrong[0].problem.contains("another column"), "{wrong:?}");
    }
}

/// The results of a table are those of its proposals, even if it was written from documents.
#[test]
fn there_and_back() {
    let mut numbers = strategies::seeded(3);
    let drawn = std::iter::repeat_with(|| strategies::proposal(&mut numbers));
    let proposals: Vec<Proposal> = drawn.filter(|it| rows::row(it).is_ok()).take(40).collect();
    let lines: Vec<String> = proposals.iter().map(|it| serde_json::to_string(it).unwrap()).collect();
    let table = run(&["--to-csv"], lines.join("\n").as_bytes());
    assert_eq!((table.status.code(), text(&table.stderr)), (Some(0), ""));
    let output = run(&["--csv", "--chances", "-"], &table.stdout);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let (before, after) = (read(&table.stdout), read(&output.stdout));
    assert_eq!((before.len(), after.len()), (proposals.len(), proposals.len()));
    for ((proposal, before), after) in proposals.iter().zip(before).zip(after) {
        assert!(before.iter().all(|cell| after.get(cell.0) == Some(cell.1)), "the columns that came in");
        let assessment = evaluate(proposal);
        let verdict = [assessment.verdict().least(), assessment.verdict().most()].map(|it| it.to_string());
        assert_eq!(["verdict.least", "verdict.most"].map(|it| after[it].clone()), verdict);
        for key in [Form::Pair, Form::Combined].into_iter().flat_map(WarningKey::all) {
            let name = key.role.map_or(key.code.to_string(), |role| format!("{}.{role}", key.code));
            let severity = assessment.severity(key);
            let told = [severity.least(), severity.most()].map(|severity| severity.rank().to_string());
            let is_there = key.role.is_none_or(|role| proposal.proposed().seat(role).is_some());
            let expected = if is_there { told } else { Default::default() };
            assert_eq!(
                ["least", "most"].map(|end| after[&format!("{name}.{end}")].clone()),
                expected,
                "{name}"
            );
        }
        let compared = one_or_two(proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default());
        let answer = compared.as_ref().map(|it| it.answer.to_string()).unwrap_or_default();
        assert_eq!(after["one-or-two"], answer);
        for side in Leaders::ALL {
            let chance = compared.as_ref().map(|it| it.spread.parts.get(*side).to_string());
            assert_eq!(after[&format!("one-or-two.{side}")], chance.unwrap_or_default());
        }
    }
}

#[test]
fn what_a_row_cannot_say_is_refused_and_the_others_are_written() {
    let figures = r#"{ "organization": { "name": "", "measures": { "nps": [{ "promoters": 4, "detractors": 1, "answers": 9 }, { "promoters": 5, "detractors": 1, "answers": 9 }] } }, "proposed": { "cto": {} } }"#;
    let input =
        format!("{figures}\n\n{{ \"proposed\": {{ \"cpto\": {{ \"interim\": [false, true] }} }} }}\n{{}}");
    let output = run(&["--to-csv", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "proposed,proposed.cpto.interim\ncombined,false..true\n");
    insta::assert_snapshot!(text(&output.stderr));
}

#[test]
fn usage() {
    for arguments in [
        &["--csv", "a", "b"][..],
        &["--csv", "--to-csv"],
        &["--csv", "--json-lines"],
        &["--csv", "--policy", "-"],
    ] {
        assert_eq!(run(arguments, b"").status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(run(&["--csv", "no-such-file"], b"").status.code(), Some(1));
    let denied = run(&["--csv", "--deny", "low"], b"proposed\ncombined\n");
    assert_eq!(denied.status.code(), Some(3), "{}", text(&denied.stderr));
}

/// The summary counts the verdicts of the table, is well-formed, and is self-contained.
#[test]
fn a_summary_is_drawn() {
    let path = std::env::temp_dir().join(format!("cpto-summary-{}.svg", std::process::id()));
    let mut numbers = strategies::seeded(5);
    let drawn = (0..60).map(|_| strategies::proposal(&mut numbers));
    let lines: Vec<String> = drawn.map(|it| serde_json::to_string(&it).unwrap()).collect();
    for (input, arguments, title) in [
        (lines.join("\n"), "--json-lines", "Results of 60 proposals"),
        ("proposed\npair\n".to_owned(), "--csv", "Results of 1 proposal"),
        ("proposed\n".to_owned(), "--csv", "Results of 0 proposals"),
    ] {
        let output = run(&[arguments, "--summary", path.to_str().unwrap()], input.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let svg = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert!(!svg.contains("<script") && svg.contains("prefers-color-scheme:dark"));
        let document = roxmltree::Document::parse(&svg).unwrap();
        let of = |name: &str| {
            document.descendants().find(|it| it.tag_name().name() == name).and_then(|it| it.text())
        };
        assert_eq!(of("title"), Some(title));
        if arguments == "--json-lines" {
            let assessed = lines.iter().map(|line| evaluate(&serde_json::from_str(line).unwrap()));
            let verdicts: Vec<String> = assessed.map(|it| it.verdict().to_string()).collect();
            for verdict in &verdicts {
                let count = verdicts.iter().filter(|other| *other == verdict).count();
                let said = of("desc").unwrap();
                assert!(
                    format!(" {said}").contains(&format!(" {verdict}: {count}.")),
                    "{verdict} {count}: {said}"
                );
            }
            insta::assert_snapshot!(of("desc").unwrap());
        }
    }
}

/// The table in the guide is valid.
#[test]
fn the_table_of_the_guide() {
    let guide = include_str!("../src/guide/portfolios.md");
    let begin = guide.find("organization.name,").unwrap();
    let table = guide.split_at(begin).1.split("```").next().unwrap();
    let output = run(&["--csv", "-"], table.as_bytes());
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    assert_eq!(read(&output.stdout).len(), 2);
}
