//! Does the crate stand as it is drawn: every file on its floor, imports down only, no two files that need each other?
//!
//! `tree` reads the sources, `arrows` finds which file needs which, `faults` says what is wrong, and `planted` shows that
//! each kind of fault is found. `CONTRIBUTING.md` has the drawing.
#![expect(clippy::indexing_slicing, reason = "modules are numbered as they are read")]

mod arrows;
mod faults;
mod planted;
mod tree;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tree::Sources;

/// The floors, lowest first, each with what it is for.
const FLOORS: [(&str, &str); 12] = [
    ("vocabulary", "the words of the domain: closed lists, scales, ranges; nothing about a company"),
    ("input", "what is wrong with an input, and where; drafts, which are checked once"),
    ("measures", "figures that a company knows, and the maturity that each stands for"),
    ("policy", "every number an evaluation goes by, its bounds, and which way is stricter"),
    ("model", "what is stated: organization, seats, structures, the proposal, and its facts"),
    ("situation", "what several rules need to know and no rule decides: loads, shares, leaders"),
    ("rules", "warnings and benefits, a file for each; no rule sees another"),
    ("assessment", "what a proposal comes to: every rule asked once"),
    ("advice", "what to do or to ask next, found by assessing other proposals"),
    ("document", "reading and writing, as visitors of everything below"),
    ("testing", "laws that always hold, and proposals to try them on"),
    ("guide", "pages for readers, and no code"),
];

/// The most lines that a file may have, whatever they are.
const MOST_LINES: usize = 500;

/// The drawing in `CONTRIBUTING.md`: the highest floor first, as a house is drawn.
fn drawing() -> String {
    let mut drawing = "src/lib.rs     exports, and the front page\n".to_owned();
    for (floor, purpose) in FLOORS.iter().rev() {
        let _ = writeln!(drawing, "  {floor:<13}{purpose}");
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
