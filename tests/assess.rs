//! Does the command `assess` work as documented, run the way a person runs it?
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test stops if the command cannot be run")]

use std::io::Write as _;
use std::process::Output;

mod example;

fn run(arguments: &[&str], input: &[u8]) -> Output {
    example::run("assess", arguments, input)
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

const SMALL: &str = r#"{ "proposed": { "cto": {} } }"#;

#[test]
fn the_default_report() {
    let output = run(&[], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));
    let output = run(&["--full"], b"");
    let report = text(&output.stdout);
    assert!(report.is_ascii() && report.lines().all(|line| line.len() <= 80), "{report}");
    insta::assert_snapshot!("everything", report);
}

/// Whatever is proposed, the answer fits one screen and is complete.
#[test]
fn the_answer_fits_one_screen() {
    let nothing = r#"{ "proposed": { "cpto": {} } }"#.to_owned();
    let cases = std::fs::read_dir(format!("{}/tests/cases", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let cases = cases.map(|case| std::fs::read_to_string(case.unwrap().path()).unwrap());
    let raised = cpto::WarningCode::ALL.iter().map(|code| {
        serde_json::to_string(&code.raised().build().expect("it builds")).expect("it is written")
    });
    for document in cases.chain(raised).chain([nothing]) {
        let output = run(&["-"], document.as_bytes());
        let report = text(&output.stdout);
        assert!(report.lines().count() <= 40, "{report}");
        assert!(report.lines().all(|line| line.chars().count() <= 80), "{report}");
        for part in [
            "Proposed: ",
            "led by",
            "Verdict on the proposal: ",
            "Certain warnings",
            "In favour",
            "The smallest repair",
            "--full",
        ] {
            assert!(report.contains(part), "{part}: {report}");
        }
        // The answer is above the verdict, and what each question would settle is below it.
        let at = |part| report.find(part);
        assert!(at("One leader or two: ").is_none_or(|it| Some(it) < at("Verdict on")), "{report}");
        let asked = report.lines().filter(|line| line.starts_with("  - Ask: ")).count();
        assert_eq!(asked, report.lines().filter(|line| line.starts_with("    - ")).count(), "{report}");
        for code in cpto::WarningCode::ALL.iter().map(|code| code.as_str()) {
            assert!(!report.contains(&format!("{code}:")), "a code and no title: {report}");
        }
    }
}

#[test]
fn it_says_who_leads() {
    let document = r#"{ "proposed": { "cto": {}, "elsewhere": { "product": "ceo" } } }"#;
    for format in ["text", "markdown"] {
        let output = run(&["--format", format, "-"], document.as_bytes());
        assert!(text(&output.stdout).contains("product is led by the chief executive"));
    }
}

#[test]
fn markdown_and_json() {
    let output = run(&["--format", "markdown", "tests/cases/C23-talabat.json"], b"");
    insta::assert_snapshot!(text(&output.stdout));
    let output = run(&["--format", "markdown", "--full", "tests/cases/C23-talabat.json"], b"");
    insta::assert_snapshot!("markdown_in_full", text(&output.stdout));
    let output = run(&["--format", "json", "--full", "-"], SMALL.as_bytes());
    let full: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(full["warnings"][0]["message"].is_string() && full["warnings"][0]["remedies"].is_array());
    let output = run(&["--format", "json", "-"], SMALL.as_bytes());
    let brief: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(brief["warnings"][0].get("message").is_none());
    let assessment: cpto::Assessment = serde_json::from_slice(&output.stdout).unwrap();
    let proposal: cpto::Proposal = serde_json::from_str(SMALL).unwrap();
    assert_eq!(assessment, cpto::evaluate(&proposal));
    let output =
        run(&["--format", "json", "tests/cases/C01-twitter.json", "tests/cases/C18-blend.json"], b"");
    let all: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        all.iter().map(|it| it["input"].as_str().unwrap()).collect::<Vec<_>>(),
        ["tests/cases/C01-twitter.json", "tests/cases/C18-blend.json"]
    );
    assert!(serde_json::from_value::<cpto::Assessment>(all[0]["assessment"].clone()).is_ok());
}

#[test]
fn every_syntax_is_read_from_standard_input() {
    for document in [SMALL, "[proposed.cto]\n", "proposed.cto = {}\n", "proposed:\n  cto: {}\n"] {
        let output = run(&["-", "--format", "json"], document.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{document}: {}", text(&output.stderr));
    }
    assert_eq!(run(&["-", "--from", "toml"], SMALL.as_bytes()).status.code(), Some(1));
}

#[test]
fn three_mistakes_are_reported_at_once() {
    let output = run(&["tests/documents/three-mistakes.toml"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    insta::assert_snapshot!(text(&output.stderr));
}

#[test]
fn the_rest_is_assessed_when_an_input_is_refused() {
    let output = run(&["no-such-file.json", "tests/cases/C18-blend.json"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).starts_with("Blend"));
    assert!(text(&output.stderr).contains("no-such-file.json"));
}

/// A company of which only figures are known; the same with two contradictory figures; the same with too few users asked.
#[test]
fn figures_are_read_and_refused() {
    for name in ["measured", "measured-contradiction", "measured-too-few"] {
        let output = run(&["--full", &format!("tests/documents/{name}.toml")], b"");
        assert!(output.status.success(), "{}", text(&output.stderr));
        let report = text(&output.stdout);
        let (_, measured) = report.split_once("What was measured").expect("a section");
        let (measured, _) = measured.split_once("What to find out").expect("the next one");
        insta::assert_snapshot!(name, measured);
    }
    let output = run(&["--full", "--format", "markdown", "tests/documents/measured-contradiction.toml"], b"");
    let disagree = "- Product-market fit: initial to quantitatively managed, because the readings DISAGREE";
    assert!(text(&output.stdout).contains(disagree), "{}", text(&output.stdout));
}

#[test]
fn the_catalogue_and_a_page() {
    insta::assert_snapshot!("list", text(&run(&["--list"], b"").stdout));
    insta::assert_snapshot!("explain", text(&run(&["--explain", "overload-risk"], b"").stdout));
    for code in cpto::WarningCode::ALL {
        let output = run(&["--explain", code.as_str()], b"");
        assert_eq!(output.status.code(), Some(0));
        assert!(text(&output.stdout).lines().all(|line| line.len() <= 80));
    }
}

#[test]
fn usage_is_2() {
    for arguments in
        [&["--explain", "bad-luck"][..], &["--deny", "none"], &["--format", "pdf"], &["--no-such-option"]]
    {
        assert_eq!(run(arguments, b"").status.code(), Some(2), "{arguments:?}");
    }
    let output = run(&["--explain", "bad-luck"], b"");
    assert!(text(&output.stderr).contains("overload-risk, context-switching"), "{}", text(&output.stderr));
}

#[test]
fn deny_is_3_for_what_is_certain() {
    // no-counterpart-challenge is certain at low, and overload-risk only possible at critical.
    assert_eq!(run(&["--deny", "low"], b"").status.code(), Some(3));
    assert_eq!(run(&["--deny", "medium"], b"").status.code(), Some(0));
}

#[test]
fn a_policy_changes_the_answer_or_is_refused() {
    let directory = std::env::temp_dir().join(format!("cpto-policy-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let path = directory.join("policy.toml");
    std::fs::write(&path, "[no-counterpart-challenge]\nboth = \"medium\"\n").unwrap();
    let path = path.to_str().unwrap();
    assert_eq!(run(&["--deny", "medium", "--policy", path], b"").status.code(), Some(3));
    std::fs::write(path, "capacity = 0\n").unwrap();
    let output = run(&["--policy", path], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("an integer from 1 to 1000"), "{}", text(&output.stderr));
    std::fs::remove_dir_all(directory).unwrap();
}

#[test]
fn lines_in_lines_out() {
    let input = format!(
        "{SMALL}\n{{}}\n\nnot json\n\u{0}\n{{ \"proposed\": {{ \"cto\": {{ \"remit\": [\"luck\"] }} }} }}\n{SMALL}"
    );
    let mut input = input.into_bytes();
    input.splice(0..0, *b"\xff\xfe\n");
    let output = run(&["--json-lines"], &input);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 8);
    for (index, line) in lines.iter().enumerate() {
        let valid = index == 1 || index == 7;
        assert_eq!(line.get("error").is_none(), valid, "{index}: {line}");
    }
    assert_eq!(lines[3]["error"][0]["place"], "line 4", "a blank line");
    assert_eq!(lines[4]["error"][0]["place"], "line 5, column 2");
    assert_eq!(lines[6]["error"][0]["place"], "proposed.cto.remit[0]");
    assert!(lines[6]["error"][0]["allowed"].as_array().unwrap().contains(&"roadmap".into()));
    let many = format!(r#"{{"proposed":{{"cto":{{"remit":[{}]}}}}}}"#, vec!["0"; 120].join(","));
    let told: serde_json::Value =
        serde_json::from_slice(&run(&["--json-lines"], many.as_bytes()).stdout).unwrap();
    assert_eq!(told["error"].as_array().unwrap().len() as u64 + told["more"].as_u64().unwrap(), 120);
    assert_eq!(run(&["--json-lines"], b"").stdout, b"");
    let full = run(&["--json-lines", "--full"], SMALL.as_bytes()).stdout;
    assert!(
        serde_json::from_slice::<serde_json::Value>(&full).unwrap()["warnings"][0]["message"].is_string()
    );
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let documents = [SMALL, "[proposed.cto]\n", "proposed:\n  cto: {}\n"];
    for (document, syntax) in documents.into_iter().zip(["json", "toml", "yaml"]) {
        let marked = format!("\u{feff}{document}");
        let path = std::env::temp_dir().join(format!("cpto-bom-{}.{syntax}", std::process::id()));
        std::fs::write(&path, &marked).unwrap();
        assert_eq!(run(&[path.to_str().unwrap()], b"").status.code(), Some(0), "{syntax}");
        std::fs::remove_file(&path).unwrap();
        assert_eq!(run(&["-"], marked.as_bytes()).status.code(), Some(0), "{syntax}");
    }
    let output = run(&["--json-lines"], format!("\u{feff}{SMALL}\n{SMALL}").as_bytes());
    assert_eq!((output.status.code(), text(&output.stdout).lines().count()), (Some(0), 2));
}

/// Chances are a document for programs, as the specification defines it, and a section for people.
#[test]
fn chances_are_told() {
    let output = run(&["--json-lines", "--chances"], SMALL.as_bytes());
    let chances: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(chances["belief"], "default");
    let sum = |of: &serde_json::Value| -> u64 {
        of["chances"].as_object().unwrap().values().map(|part| part.as_u64().unwrap()).sum()
    };
    assert_eq!((sum(&chances["verdict"]), sum(&chances["leaders"])), (10_000, 10_000));
    assert!(chances["warnings"].as_array().unwrap().iter().all(|warning| sum(warning) == 10_000));
    assert!(chances["questions"][0]["clarity"].as_u64() >= chances["questions"][1]["clarity"].as_u64());
    for format in ["text", "markdown"] {
        let output = run(&["--chances", "--format", format], b"");
        let report = text(&output.stdout);
        assert!(report.contains("What is likely") && report.contains("One leader or two: "), "{report}");
        let words = report.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("They are not a forecast."), "a text with chances explains them");
    }
    let believed = run(&["--chances", "--belief", "-"], br#"{ "likeness": 0 }"#);
    assert!(text(&believed.stdout).contains("independent"), "{}", text(&believed.stderr));
    assert_eq!(run(&["--belief", "-"], br#"{ "likeness": 100 }"#).status.code(), Some(1));
}

/// A file that cannot be read does not stop the others.
#[test]
fn the_other_files_are_read() {
    let path = std::env::temp_dir().join(format!("cpto-good-{}.jsonl", std::process::id()));
    std::fs::write(&path, SMALL).unwrap();
    let output = run(&["--json-lines", "no-such-file", "tests", path.to_str().unwrap()], b"");
    std::fs::remove_file(&path).unwrap();
    assert_eq!((output.status.code(), text(&output.stdout).lines().count()), (Some(1), 1));
    let errors = text(&output.stderr);
    assert!(errors.contains("no-such-file: ") && errors.contains("tests: "), "{errors}");
}

#[test]
fn standard_input_is_read_once() {
    for arguments in [&["-", "-"][..], &["--policy", "-", "-"], &["--policy", "-", "--json-lines"]] {
        let output = run(arguments, SMALL.as_bytes());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains("standard input can be read once"));
    }
    assert_eq!(run(&["--policy", "-"], b"{}").status.code(), Some(0), "the policy alone");
}

/// The proposal of a case file is read as strictly as any other, and so is the rest of the file.
#[test]
fn a_case_is_read_strictly() {
    let case = |proposal: &str, more: &str| format!(r#"{{ "expect": {{}}{more}, "proposal": {proposal} }}"#);
    let code = |document: String| run(&["-"], document.as_bytes()).status.code();
    assert_eq!(code(case(SMALL, "")), Some(0));
    assert_eq!(code(case(SMALL, r#", "id": "X", "account": ["long"]"#)), Some(0));
    for refused in [r#", "nonsense": 1"#, r#", "id": 1, "id": 2"#] {
        assert_eq!(code(case(SMALL, refused)), Some(1), "{refused}");
    }
    let twice =
        r#"{ "organization": { "stage": "startup", "stage": "enterprise" }, "proposed": { "cto": {} } }"#;
    let output = run(&["-"], case(twice, "").as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("organization.stage"), "{}", text(&output.stderr));
}

#[test]
fn deeply_nested_yaml_is_refused_at_once() {
    let quoted = "[ ']', ".repeat(40_000);
    for nested in ["[".repeat(100_000), "{\"\":[".repeat(50_000), quoted] {
        let started = std::time::Instant::now();
        assert_eq!(run(&["--from", "yaml", "-"], nested.as_bytes()).status.code(), Some(1));
        assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    }
    // Many lists next to each other are not nested.
    let flat = "measures:\n  recovery-time: [".to_owned()
        + &"{ median-minutes: 240, of: web }, ".repeat(3_000)
        + "]\n";
    let document = format!("proposed: {{ cto: {{}} }}\norganization:\n  {}", flat.replace('\n', "\n  "));
    assert_eq!(run(&["--from", "yaml", "-"], document.as_bytes()).status.code(), Some(0));
}

/// The exit status covers all inputs, even if only one line is read.
#[test]
#[cfg(unix)]
fn the_exit_status_survives_a_closed_pipe() {
    let bad = format!("{}{{}}\n", format!("{SMALL}\n").repeat(2_000));
    for (arguments, input, code) in [
        (&["--json-lines", "--deny", "low"][..], format!("{SMALL}\n").repeat(2_000), 3),
        (&["--json-lines"], bad, 1),
        (&["--full", "--deny", "low", "-"], SMALL.to_owned(), 3),
        (&["--list"], String::new(), 0),
    ] {
        let mut child = example::started("assess", arguments);
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().unwrap();
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(code), ""), "{arguments:?}");
    }
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_no_panic() {
    let mut child = example::started("assess", &["--json-lines"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    for _ in 0..10_000 {
        if stdin.write_all(format!("{SMALL}\n").as_bytes()).is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn nothing_in_a_document_reaches_the_terminal_as_a_command() {
    let document = r#"{ "organization": { "name": "\u001b[2J\u0007evil" }, "proposed": { "cto": {} } }"#;
    for format in ["text", "markdown"] {
        let output = run(&["-", "--format", format], document.as_bytes());
        assert!(output.stdout.iter().all(|byte| *byte != 0x1b && *byte != 0x07));
    }
    let output = run(&["-"], br#"{ "\u001b[2J": 1, "proposed": { "cto": {} } }"#);
    assert!(output.stderr.iter().all(|byte| *byte != 0x1b), "{}", text(&output.stderr));
}

#[test]
fn proposals_side_by_side() {
    let output = run(&["--compare"], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));

    let several =
        ["--compare", "--format", "json", "tests/cases/C23-talabat.json", "tests/cases/S01-exclaimer.json"];
    let output = run(&several, b"");
    assert_eq!(output.status.code(), Some(0));
    let ranked: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(ranked.as_array().map(Vec::len), Some(2));
    assert_eq!(ranked[0]["from-the-best"]["text"], "", "the best does not change");
    assert!(ranked[1]["from-the-best"]["warnings"].as_array().is_some_and(|warnings| !warnings.is_empty()));

    let output = run(&["--compare", "--format", "markdown", "tests/cases/C23-talabat.json"], b"");
    let report = text(&output.stdout);
    assert!(report.starts_with("# Proposals, best first\n\n- 1. tests/cases/C23-talabat.json"), "{report}");
    assert!(report.contains("\n- premature split resolved: none to high -&gt; none\n"), "{report}");

    assert_eq!(run(&["--compare", "-"], b"{}").status.code(), Some(1), "what is refused is not compared");
}

#[test]
fn advice_in_text_and_markdown_and_json() {
    let advice = ["--ask", "--watch", "--divide", "--repair", "critical"];
    let with = |more: &[&str]| run(&[&advice, more].concat(), b"");
    insta::assert_snapshot!("advice", text(&with(&["tests/cases/C01-twitter.json"]).stdout));
    let output = with(&["--format", "markdown", "tests/cases/C23-talabat.json"]);
    insta::assert_snapshot!("advice_markdown", text(&output.stdout));
    let both = ["--format", "json", "tests/cases/C23-talabat.json", "tests/cases/S01-exclaimer.json"];
    let advice: serde_json::Value = serde_json::from_slice(&with(&both).stdout).expect("JSON");
    for of_one in advice.as_array().expect("a list") {
        let keys: Vec<&str> = of_one.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["input", "ask", "watch", "repair", "divide"]);
    }
    insta::assert_snapshot!("advice_json", serde_json::to_string_pretty(&advice[0]).expect("JSON"));
}

/// If nothing is known of a proposal, everything can be asked.
#[test]
fn advice_where_nothing_is_known() {
    let document = br#"{ "proposed": { "cto": {}, "cpo": {} } }"#;
    let output = run(&["--ask", "--watch", "--divide", "--repair", "high", "-"], document);
    insta::assert_snapshot!("advice_unknown", text(&output.stdout));
    let output = run(&["--compare", "-"], document);
    insta::assert_snapshot!("compare_unknown", text(&output.stdout));
    assert_eq!(run(&["--ask", "--compare"], b"").status.code(), Some(2), "one or the other");
}
