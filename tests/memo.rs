//! Is the memo complete, harmless and well-formed? The command is run the way a person runs it.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test stops if the command cannot be run")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use committed::hold;
use cpto::{Draft, Proposal, WarningCode, explain};

mod committed;
mod example;

fn run(arguments: &[&str], input: &str) -> Output {
    example::run("memo", arguments, input.as_bytes())
}

/// Returns the output of the command, which must succeed.
fn written(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), errors.as_str()), (Some(0), ""), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The proposal of a case file, in JSON.
fn proposal_of(case: &Path) -> serde_json::Value {
    let case: serde_json::Value = serde_json::from_slice(&std::fs::read(case).unwrap()).unwrap();
    case.get("proposal").unwrap().clone()
}

fn built(proposal: &serde_json::Value) -> Proposal {
    serde_json::from_value::<Draft<Proposal>>(proposal.clone()).unwrap().build().unwrap()
}

fn cases() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "json")).collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

/// Checks that a page runs nothing and fetches nothing.
fn needs_nothing_but_itself(text: &str) {
    for word in
        ["<script", "<link", "<iframe", "javascript:", "src=", "@import", "url(", "@font-face", " onload"]
    {
        assert!(!text.contains(word), "{word}");
    }
    let addresses = text.matches("http").count();
    let namespaces = text.matches("xmlns=\"http://www.w3.org/2000/svg\"").count();
    assert_eq!(addresses, namespaces, "an address that is no name of a namespace");
}

/// Checks that a drawing is XML with a title, a description and a size.
fn is_a_drawing(svg: &str) {
    let document = roxmltree::Document::parse(svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    assert_eq!((root.tag_name().name(), root.attribute("role")), ("svg", Some("img")));
    assert!(root.attribute("viewBox").is_some());
    for name in ["title", "desc"] {
        let text = root.children().find(|child| child.has_tag_name(("http://www.w3.org/2000/svg", name)));
        assert!(text.and_then(|it| it.text()).is_some_and(|text| !text.is_empty()), "{name}");
    }
}

/// Checks that a drawing for a page has no style that could affect the rest of the page, and no text colour.
fn is_of_its_page(svg: &str) {
    is_a_drawing(svg);
    assert!(
        !svg.contains("<style") && !svg.contains("prefers-color-scheme") && !svg.contains(" id="),
        "{svg}"
    );
    let document = roxmltree::Document::parse(svg).unwrap();
    assert_eq!(document.root_element().attribute("fill"), Some("currentColor"));
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    assert!(texts.clone().count() > 28, "a row for each responsibility");
    assert!(texts.clone().all(|text| text.attribute("fill").is_none()), "{svg}");
}

/// The drawings in a page.
fn drawings(page: &str) -> Vec<&str> {
    let starts = page.match_indices("<svg xmlns").map(|(start, _)| start);
    starts.map(|start| &page[start..start + page[start..].find("</svg>").unwrap() + "</svg>".len()]).collect()
}

#[test]
fn every_case_has_a_memo() {
    for case in cases() {
        let proposal = built(&proposal_of(&case));
        let explanation = explain(&proposal);
        let assessment = explanation.assessment();
        let case = case.to_str().unwrap();
        let page = written(&[case], "");
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{case}");
        assert!(page.contains(&format!("Verdict on the proposal: {}", assessment.verdict())), "{case}");
        let (first, appendix) = page.split_once("<div class=\"appendix\">").expect("an appendix");
        assert!(first.contains("The case for and against") && first.contains("Who holds what"), "{case}");
        for warning in explanation.warnings() {
            assert!(appendix.contains(warning.code().title()), "{case}: {}", warning.code());
            for citation in warning.code().citations() {
                let anchor = format!("id=\"source-{}\"", citation.source.key());
                assert!(page.contains(&anchor), "{case}: {anchor}");
            }
        }
        for benefit in assessment.benefits() {
            assert!(page.contains(&benefit.to_string()), "{case}: {benefit}");
        }
        needs_nothing_but_itself(&page);
        let drawings = drawings(&page);
        assert_eq!(drawings.len(), 2, "{case}: a map and the loads");
        drawings.into_iter().for_each(is_a_drawing);
    }
}

/// With several proposals, the memo is about the last one, and shows what happened since the one before.
#[test]
fn the_last_review_is_told() {
    let directory = std::env::temp_dir().join(format!("cpto-memo-review-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let dated = [
        ("2025.toml", "proposed = { cpto = {} }\n[organization.safeguards]\nsuccession-plan = false\n"),
        ("2026.toml", "proposed = { cpto = {} }\n[organization.safeguards]\nsuccession-plan = true\n"),
        (
            "2027.toml",
            "proposed = { cpto = {} }\n[organization]\nregulated = false\n\
             safeguards = { succession-plan = false, structure-review = true }\n",
        ),
    ];
    let paths = dated.map(|(name, text)| {
        let path = directory.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let page = written(&paths.each_ref().map(String::as_str), "");
    let section = |id: &str| {
        let start = page.find(&format!("<section aria-labelledby=\"{id}\">")).unwrap();
        let section = &page[start..start + page[start..].find("</section>").unwrap()];
        // One line per element, without the folder of the files.
        section.replace(&format!("{}/", directory.to_str().unwrap()), "").replace("><", ">\n<")
    };
    insta::assert_snapshot!("memo_review", format!("{}\n{}", section("reviewed"), section("standing")));
    needs_nothing_but_itself(&page);

    let one = written(&[&paths[2]], "");
    assert!(!one.contains("Since the last review") && !one.contains("How long each warning has stood"));
    std::fs::remove_dir_all(directory).unwrap();
}

/// Every link of the page has exactly one target.
#[test]
fn links_lead_somewhere() {
    let page = written(&[], "");
    let targets: Vec<&str> =
        page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!targets.is_empty());
    for target in targets {
        assert_eq!(page.matches(&format!(" id=\"{target}\"")).count(), 1, "{target}");
    }
}

#[test]
fn drawings_stand_by_themselves_or_in_a_page() {
    for case in cases() {
        let proposal = proposal_of(&case);
        let case = case.to_str().unwrap();
        let mut kinds = vec!["--map"];
        if proposal.get("current").is_some() {
            kinds.push("--before-after");
        } else {
            assert_eq!(run(&["--before-after", case], "").status.code(), Some(1), "{case}");
        }
        for kind in kinds {
            let own = written(&[kind, case], "");
            is_a_drawing(&own);
            needs_nothing_but_itself(&own);
            assert!(own.contains("prefers-color-scheme"), "{case}: it goes by what its reader prefers");
            is_of_its_page(&written(&[kind, "--inline", case], ""));
        }
    }
}

/// Every warning can be drawn and described, in the smallest proposal that has it.
#[test]
fn every_warning_has_a_place() {
    for &code in WarningCode::ALL {
        let proposal = code.raised().build().unwrap();
        let document = serde_json::to_string(&proposal).unwrap();
        let page = written(&["-", "--from", "json"], &document);
        assert!(page.contains(code.title()), "{code}");
        drawings(&page).into_iter().for_each(is_a_drawing);
        let map = written(&["-", "--from", "json", "--map"], &document);
        is_a_drawing(&map);
        assert!(map.contains(code.title()), "{code}");
    }
}

/// Every way, right or wrong, to hold a responsibility.
const ALL_HOLDINGS: &str = r#"
[organization]
name = "Example"
[organization.not-applicable]
operations = "customers <host> it"
[current.cpto]
[proposed.cto]
remit = ["delivery", "roadmap", "requirements", "trade-offs"]
[proposed.cpo]
remit = ["product-strategy", "roadmap", "trade-offs"]
[proposed.elsewhere]
privacy = "general-counsel"
"#;

#[test]
fn each_way_of_holding_is_named() {
    for arguments in [["--map", "--inline"], ["--before-after", "--inline"]] {
        let svg = written(&[&["-", "--from", "toml"], &arguments[..]].concat(), ALL_HOLDINGS);
        is_of_its_page(&svg);
        let words =
            ["unowned: ", "contested: ", "misplaced: ", "General counsel", "not applicable", "shared: "];
        for word in words {
            assert!(svg.contains(word), "{arguments:?}: {word}");
        }
        assert!(svg.contains("capacity: 100 %") && svg.contains("% of full time"), "{arguments:?}");
    }
    let page = written(&["-", "--from", "toml"], ALL_HOLDINGS);
    assert!(page.contains("customers &lt;host&gt; it"));
}

/// No text of a document becomes markup anywhere, and none makes a drawing invalid XML.
#[test]
fn hostile_names_are_text() {
    let name = "<script>alert(1)</script>\"'&]]>\u{1}\u{7f}\u{ffff}\u{202e}";
    let long = "名".repeat(1_000);
    for name in [name, &long, "", " "] {
        let document = serde_json::json!({
            "organization": { "name": name, "not-applicable": { "operations": "<img src=x onerror=alert(1)>" } },
            "current": { "cpto": {} },
            "proposed": { "cto": {}, "cpo": {} },
        });
        let document = document.to_string();
        for arguments in [&["-"][..], &["-", "--map"], &["-", "--before-after"], &["-", "--map", "--inline"]]
        {
            let text = written(arguments, &document);
            assert!(!text.contains("<script") && !text.contains("<img"), "{arguments:?}");
            if arguments.len() == 1 {
                drawings(&text).into_iter().for_each(is_a_drawing);
            } else {
                is_a_drawing(&text);
            }
        }
    }
    let page = written(
        &["-"],
        &serde_json::json!({ "organization": { "name": name }, "proposed": { "cto": {} } }).to_string(),
    );
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn what_is_refused_is_1_and_usage_is_2() {
    for document in ["{}", "not json", r#"{ "proposed": { "cto": { "remit": ["luck"] } } }"#] {
        let output = run(&["-", "--from", "json"], document);
        assert_eq!(output.status.code(), Some(1), "{document}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{document}");
    }
    assert_eq!(run(&["no-such-file.json"], "").status.code(), Some(1));
    let output = run(&["--before-after", "tests/cases/C23-talabat.json"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("current structure"));
    for arguments in [&["--inline"][..], &["--map", "--before-after"], &["--no-such-option"]] {
        assert_eq!(run(arguments, "").status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn it_writes_to_a_file() {
    let directory = std::env::temp_dir().join(format!("cpto-memo-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let path = directory.join("memo.html");
    assert_eq!(written(&["--output", path.to_str().unwrap()], ""), "");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), written(&["tests/cases/S01-exclaimer.json"], ""));
    let output = run(&["--output", directory.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1), "a directory is no file");
    std::fs::remove_dir_all(directory).unwrap();
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_no_panic() {
    let mut child = example::started("memo", &["-"]);
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(br#"{ "proposed": { "cto": {} } }"#).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

/// The pictures of the README and of the guide are those that the command draws. `UPDATE=1` writes them.
#[test]
fn pictures_are_drawn_anew() {
    // In a documentation page, the picture uses the page's theme; a block of HTML ends at an empty line.
    let svg = written(&["--inline", "--map", "tests/documents/pieces.toml"], "");
    let svg = svg.lines().collect::<Vec<_>>().join(" ");
    hold("src/guide/map.svg", &format!("\n<div>\n{svg}\n</div>\n"));

    // In the README, the picture is a separate file; documentation pages embed it.
    let alone = written(&["--before-after", "tests/cases/C01-twitter.json"], "");
    hold("pictures/before-after.svg", &alone);
    let mut address = String::new();
    for character in alone.trim_end().chars() {
        match character {
            '%' | '#' | '<' | '>' | '"' | '&' | '`' => {
                let hexadecimal = u32::from(character);
                write!(address, "%{hexadecimal:02X}").unwrap();
            }
            '\n' => address.push(' '),
            other => address.push(other),
        }
    }
    hold("src/picture.md", &format!("[before-after]: <data:image/svg+xml,{address}>\n"));
}
