//! Can any text from outside harm the reader of the examples' output?
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test stops if a command cannot be run")]

use std::path::PathBuf;

use cpto::Escaped;
use proptest::prelude::*;
use serde_json::{Value, json};

mod example;

/// Texts that affect a terminal, a reader, Markdown, HTML or XML.
const ACTS: &[&str] = &[
    "\u{1b}[31m",
    "\u{1b}]0;pwned\u{7}",
    "\u{9b}2J",
    "\u{8}",
    "\r\n# heading\n",
    "\u{85}",
    "\u{2028}- item",
    "\u{202e}evil",
    "\u{2066}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\u{e0041}",
    "\u{fffe}",
    "\u{ffff}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title>",
    "\" onload=\"alert(1)",
    "]]>",
    "-->",
    "&lt;b&gt;",
    "&#27;",
    "[click](javascript:alert(1))",
    "![i](x)",
    "`code`",
    "**bold**",
    "|a|b|",
    "~~no~~",
    "https://evil.example",
    "www.evil.example",
    "@everyone",
    "#1",
    "\\",
    "\\u001b",
    "'",
    "{{x}}",
    "$(x)",
    "名",
    "Zoë ",
];

fn hostile() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(ACTS), 1..6)
        .prop_map(|parts| parts.concat())
        .prop_filter("a blank text is refused", |text| !text.trim().is_empty())
}

/// A proposal with such a text wherever one is allowed.
fn accepted(text: &str) -> Value {
    json!({
        "organization": {
            "name": text,
            "signals": { "data-capability": { "not-applicable": text } },
            "measures": { "recovery-time": [{ "median-minutes": 240, "of": text, "period": text }] },
            "not-applicable": { "operations": text },
        },
        "current": { "cpto": {} },
        "proposed": { "cto": {}, "cpo": {} },
    })
}

/// Documents with such a text wherever none is allowed.
fn refused(text: &str) -> Vec<Value> {
    vec![
        json!({ text: 1, "proposed": { text: { text: [text] } } }),
        json!({ "organization": { "stage": text, "headcount": [text, { text: text }], text: { text: text } }, "proposed": text }),
        json!({ "trigger": [text], "proposed": { "cto": { "remit": [text], "skills": { text: text } }, "elsewhere": { text: text } } }),
        json!({ "organization": { "measures": { text: [{ text: text }], "recovery-time": [{ "of": [text] }] } }, "proposed": {} }),
        json!({ "expect": [], text: text, "proposal": { "proposed": { "cto": {} } } }),
    ]
}

/// Checks for hidden characters, and for anything that a terminal takes for more than letters.
#[track_caller]
fn is_harmless(output: &[u8]) -> String {
    let output = String::from_utf8(output.to_vec()).unwrap();
    for character in output.chars().filter(|it| !matches!(it, '\n' | '\\')) {
        let text = character.to_string();
        assert_eq!(Escaped(&text).to_string(), text, "in {output}");
    }
    output
}

/// Checks that there is no markup except the report's own.
#[track_caller]
fn is_tame_markdown(output: &str) {
    for line in output.lines().filter(|line| !line.starts_with("    C")) {
        assert!(
            !line.contains('<') && !line.contains("](") && !line.replace("\\://", "").contains("://"),
            "{line}"
        );
        assert!(!line.contains("www."), "{line}");
        for (at, acting) in line.match_indices(['[', ']', '`', '|', '_', '~', '@', '{', '}']) {
            let slashes = line[..at].chars().rev().take_while(|it| *it == '\\').count();
            assert_eq!(slashes % 2, 1, "{acting} in {line}");
        }
        for (at, _) in line.match_indices('&') {
            assert!(["&lt;", "&gt;", "&amp;"].iter().any(|it| line[at..].starts_with(it)), "{line}");
        }
    }
}

const ADVICE: &[&[&str]] = &[
    &[],
    &["--full"],
    &["--ask", "--watch"],
    &["--divide"],
    &["--repair", "low"],
    &["--chances"],
    &["--compare"],
];

/// Writes each document to its own directory, under an equally hostile name.
struct File(PathBuf);

impl File {
    fn new(name: &str, content: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("cpto-hostile-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let name: String = name.chars().filter(|it| !matches!(it, '/' | '\0' | '\\')).take(60).collect();
        let path = directory.join(format!("x{name}.json"));
        std::fs::write(&path, content).unwrap();
        Self(path)
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_is_shown(text in hostile()) {
        let document = accepted(&text).to_string();
        let file = File::new(&format!("a{text}"), &document);
        // A proposal without a name gets the name of its file.
        let nameless = File::new(&format!("n{text}"), r#"{ "proposed": { "cto": {} } }"#);
        for advice in ADVICE {
            for format in ["text", "markdown", "json"] {
                let arguments = [&["--format", format, file.name(), nameless.name()][..], advice].concat();
                let output = example::run("assess", &arguments, b"");
                prop_assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
                prop_assert!(output.stderr.is_empty());
                let written = is_harmless(&output.stdout);
                match format {
                    "markdown" => is_tame_markdown(&written),
                    "json" => {
                        let all: Vec<Value> = serde_json::from_str(&written).unwrap();
                        prop_assert!(all.iter().any(|it| it["input"] == file.name()), "what programs read is all there");
                    }
                    _ => {}
                }
            }
        }
        for drawing in [&["-"][..], &["-", "--map"], &["-", "--before-after"], &["-", "--map", "--inline"]] {
            let output = example::run("memo", drawing, document.as_bytes());
            prop_assert!(output.status.success());
            let written = is_harmless(&output.stdout);
            for markup in ["<script", "<img", "<b>", "\" onload=\"", "-->", "]]>"] {
                prop_assert!(!written.contains(markup), "{markup} in {written}");
            }
            prop_assert!(written.matches("</style>").count() <= 1 && !written.contains("</style></title>"));
            if drawing.len() > 1 {
                prop_assert!(roxmltree::Document::parse(&written).is_ok());
            }
        }
    }

    #[test]
    fn what_is_refused_is_shown(text in hostile()) {
        let quoted = serde_json::to_string(&text).unwrap();
        let malformed = [
            format!("{{ {quoted}: {text}"), format!("[organization]\nname = \"{text}"), format!("a: [{text}\n{text}: {text}"), text.clone(),
        ];
        let documents = refused(&text).into_iter().map(|it| it.to_string()).chain(malformed);
        for document in documents {
            let line = document.replace('\n', " ");
            let file = File::new(&format!("r{text}"), &document);
            for arguments in [
                &[file.name()][..], &["-"], &["--from", "yaml", "-"], &["--from", "toml", "-"], &["--json-lines", "-"],
                &["--policy", "-"], &["--json-lines", "no-such-file", file.name()],
            ] {
                let output = example::run("assess", arguments, line.as_bytes());
                prop_assert_eq!(output.status.code(), Some(1), "{:?}: {}", arguments, document);
                is_harmless(&output.stdout);
                is_harmless(&output.stderr);
            }
            let output = example::run("memo", &[file.name()], b"");
            prop_assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
            is_harmless(&output.stderr);
        }
    }
}
