//! What is wrong with the layout, where, and what would be allowed?

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

use crate::arrows::{Arrow, arrows, rounds};
use crate::tree::{Sources, Tree};
use crate::{FLOORS, MOST_LINES};

/// A fault of the layout.
#[derive(Debug)]
pub(crate) enum Fault {
    /// A path leads through what `lib.rs` exports.
    ByRoot(Arrow),
    /// A path leads to a higher floor; only the first such path from one file to another counts.
    Up(Arrow),
    /// Files of a floor need each other.
    Round(Vec<Arrow>),
    /// A file has too many lines.
    Long(String, usize),
    /// `lib.rs` defines something.
    Defined(String),
    /// A file is on no floor.
    Homeless(String),
    /// A file or a module is not what it should be.
    Unread(String),
}

impl Fault {
    fn kind(&self) -> &'static str {
        match self {
            Self::ByRoot(_) => "through lib.rs",
            Self::Up(_) => "upward",
            Self::Round(_) => "cycle within a floor",
            Self::Long(..) => "too long",
            Self::Defined(_) => "lib.rs defines",
            Self::Homeless(_) => "on no floor",
            Self::Unread(_) => "not read",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ByRoot(Arrow { from, line, path, straight, .. }) if straight == "crate" => {
                write!(
                    f,
                    "src/{from}:{line}: `{path}` names what lib.rs exports; name the file that defines it"
                )
            }
            Self::ByRoot(Arrow { from, line, path, straight, .. }) => {
                write!(f, "src/{from}:{line}: `{path}` goes through lib.rs; write `{straight}`")
            }
            Self::Up(Arrow { from, line, path, to, .. }) => {
                let below = floor(from).and_then(|it| FLOORS.get(..=it)).unwrap_or_default();
                let below: Vec<&str> = below.iter().map(|it| it.name).collect();
                write!(
                    f,
                    "src/{from}:{line}: `{path}` leads up to src/{to}; allowed are {}",
                    below.join(", ")
                )
            }
            Self::Round(round) => {
                write!(f, "{} files of a floor need one another; one of these has to go", round.len())?;
                for Arrow { from, line, path, to, .. } in round {
                    write!(f, "\n    src/{from}:{line}: `{path}` leads to src/{to}")?;
                }
                Ok(())
            }
            Self::Long(file, lines) => write!(f, "src/{file}: {lines} lines; allowed are {MOST_LINES}"),
            Self::Defined(name) => {
                write!(f, "src/lib.rs: `{name}` is defined here; allowed are `mod`, `use` and attributes")
            }
            Self::Homeless(file) => {
                let names: Vec<&str> = FLOORS.iter().map(|it| it.name).collect();
                write!(f, "src/{file}: on no floor; the floors are {}", names.join(", "))
            }
            Self::Unread(what) => write!(f, "src/{what}"),
        }
    }
}

/// Returns everything that is wrong, by kind.
pub(crate) fn faults(sources: &Sources) -> Vec<Fault> {
    let tree = Tree::read(sources);
    let arrows = arrows(&tree);
    let inside = || arrows.iter().filter(|arrow| arrow.from != "lib.rs");
    let mut faults: Vec<Fault> = tree.unread.iter().cloned().map(Fault::Unread).collect();
    let declared = |file: &String| tree.files.contains(file) || tree.tests.contains(file);
    let lost = sources.keys().filter(|file| !declared(file));
    faults.extend(lost.map(|file| Fault::Unread(format!("{file}: no module declares this file"))));
    let homeless = sources.keys().filter(|file| *file != "lib.rs" && floor(file).is_none());
    faults.extend(homeless.cloned().map(Fault::Homeless));
    let root = &tree.modules[0];
    faults.extend(root.items.union(&root.macros).cloned().map(Fault::Defined));
    faults.extend(inside().filter(|arrow| arrow.by_root).cloned().map(Fault::ByRoot));
    let is_up = |arrow: &&Arrow| floor(&arrow.to) > floor(&arrow.from) && arrow.to != "lib.rs";
    let mut up: Vec<Arrow> = Vec::new();
    for arrow in inside().filter(is_up) {
        let same = |it: &Arrow| it.to == arrow.to || (it.line == arrow.line && it.path == arrow.path);
        if !up.iter().any(|it| it.from == arrow.from && same(it)) {
            up.push(arrow.clone());
        }
    }
    faults.extend(up.into_iter().map(Fault::Up));
    // If no arrow leads up, a cycle stays on its floor.
    let level: BTreeSet<Arrow> =
        inside().filter(|arrow| floor(&arrow.to) == floor(&arrow.from)).cloned().collect();
    faults.extend(rounds(&level).into_iter().map(Fault::Round));
    let lengths = sources.iter().map(|(file, source)| (file, source.lines().count()));
    let mut long: Vec<_> = lengths.filter(|&(_, lines)| lines > MOST_LINES).collect();
    long.sort_by_key(|&(_, lines)| std::cmp::Reverse(lines));
    faults.extend(long.into_iter().map(|(file, lines)| Fault::Long(file.clone(), lines)));
    faults
}

/// Reports the number of faults of each kind, and then each fault.
pub(crate) fn report(faults: &[Fault]) -> String {
    let mut report = format!("{} faults of the layout\n", faults.len());
    for some in faults.chunk_by(|one, next| one.kind() == next.kind()) {
        let _ = writeln!(report, "{:>6}  {}", some.len(), some[0].kind());
    }
    for some in faults.chunk_by(|one, next| one.kind() == next.kind()) {
        let _ = writeln!(report, "\n{}", some[0].kind());
        for fault in some {
            let _ = writeln!(report, "  {fault}");
        }
    }
    report
}

/// The number of a file's floor.
fn floor(file: &str) -> Option<usize> {
    let first = file.split('/').next().unwrap_or_default();
    FLOORS.iter().position(|it| it.name == first.trim_end_matches(".rs"))
}
