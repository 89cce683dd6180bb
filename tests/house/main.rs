//! Does the crate match its drawing: every file on its floor, imports downwards only, no two files that need each other?
//!
//! `tree` reads the sources, `arrows` finds which file needs which, `faults` reports what is wrong, and `planted` shows that
//! each kind of fault is found. `CONTRIBUTING.md` has the drawing.
#![expect(clippy::indexing_slicing, reason = "modules are numbered in the order of reading")]

mod arrows;
mod faults;
mod planted;
mod tree;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tree::Sources;

/// A floor of the house.
struct Floor {
    /// The folder or file in `src`.
    name: &'static str,
    /// What it is for.
    purpose: &'static str,
    /// What may not be done there.
    never: &'static str,
}

/// The floors, lowest first.
const FLOORS: [Floor; 12] = [
    floor(
        "vocabulary",
        "the words of the domain: closed lists, scales, ranges",
        "anything that a company states",
    ),
    floor(
        "input",
        "what is wrong with an input and where, and drafts of what is not checked yet",
        "checks, since each type has its own",
    ),
    floor(
        "measures",
        "figures that a company knows, and the maturity that each stands for",
        "seats, leaders, severities",
    ),
    floor(
        "policy",
        "every number that an evaluation uses, its bounds, and which way is stricter",
        "decisions",
    ),
    floor(
        "model",
        "what is stated: the organization, the seats, the structures, the proposal, its facts",
        "anything worked out",
    ),
    floor("situation", "what several rules need to know: loads, shares, shortfalls, leaders", "severities"),
    floor(
        "rules",
        "the warnings and the benefits, a file for each",
        "a rule that asks another rule, a number that is not the policy's",
    ),
    floor(
        "assessment",
        "what a proposal comes to when every rule is asked",
        "an exception for one rule, the text of a warning",
    ),
    floor(
        "advice",
        "what to do, to watch or to find out, learnt by assessing other proposals",
        "a look into a rule",
    ),
    floor(
        "document",
        "reading and writing of everything below",
        "decisions, since a program without documents gets the same",
    ),
    floor("testing", "laws that always hold, and proposals to try them on", "single cases, which are tests"),
    floor("guide", "pages for readers", "code"),
];

const fn floor(name: &'static str, purpose: &'static str, never: &'static str) -> Floor {
    Floor { name, purpose, never }
}

/// The most lines that a file may have, comments and blank lines included.
const MOST_LINES: usize = 500;

/// Returns the drawing in `CONTRIBUTING.md`: the highest floor first, and what is forbidden under each.
fn drawing() -> String {
    let mut drawing =
        "src/lib.rs      exports, and the front page\n                not here: definitions\n".to_owned();
    for Floor { name, purpose, never } in FLOORS.iter().rev() {
        let _ = write!(drawing, "    {name:<12}{purpose}\n{:16}not here: {never}\n", "");
    }
    drawing
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sources of the crate.
fn sources() -> Sources {
    let mut sources = Sources::new();
    let mut folders = vec![repository().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let name = path
                    .strip_prefix(repository().join("src"))
                    .map(|it| it.to_string_lossy().replace('\\', "/"));
                sources.insert(name.unwrap_or_default(), fs::read_to_string(&path).unwrap_or_default());
            }
        }
    }
    sources
}

#[test]
fn the_house_stands() {
    let faults = faults::faults(&sources());
    assert!(faults.is_empty(), "{}", faults::report(&faults));
}

#[test]
fn contributing_draws_the_house() {
    let page = fs::read_to_string(repository().join("CONTRIBUTING.md")).unwrap_or_default();
    let drawing = drawing();
    assert!(page.contains(&format!("```text\n{drawing}```\n")), "CONTRIBUTING.md has to draw:\n\n{drawing}");
}

#[test]
fn contributing_shows_a_measure_and_a_rule_as_they_are() {
    let page = fs::read_to_string(repository().join("CONTRIBUTING.md")).expect("the page");
    let mut shown = 0;
    // The last diff adds code that is not in the crate; the gate `additions` compiles it.
    for diff in page.split("```diff\n").skip(1).take(2) {
        let (diff, _) = diff.split_once("```").expect("a diff ends");
        let mut source = String::new();
        for line in diff.lines() {
            if let Some(file) = line.strip_prefix("+++ ") {
                source = fs::read_to_string(repository().join(file)).expect("a source");
            } else if let Some(added) = line.strip_prefix('+').filter(|added| !added.contains('…')) {
                assert!(source.lines().any(|line| line == added), "{added}");
                shown += 1;
            }
        }
    }
    assert!(shown > 20, "{shown} lines");
}
