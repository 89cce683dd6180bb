//! Writes a memo for a board: two printed pages with the case for and against a proposal and a map of who holds what, and
//! an appendix with everything else.
//!
//! It can also write the drawings alone, for another page or document.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use cpto::{Policy, Proposal};

mod drawing;
mod holding;
#[path = "../assess/input.rs"]
mod input;
#[path = "../assess/lines.rs"]
mod lines;
#[path = "../assess/measured.rs"]
mod measured;
mod page;
#[path = "../assess/phrase.rs"]
mod phrase;
mod reviewed;

use cpto::advice::review::review;
use drawing::Theme;

/// The case that the memo is about if no file is given.
const DEFAULT_CASE: &str = include_str!("../../tests/cases/S01-exclaimer.json");

/// Write a memo on a proposal for who leads technology and product, as HTML to read and print: two pages and an appendix.
///
/// Without a file, it is about a published case. With several files, it is about the last one, and shows what happened since
/// the one before.
#[derive(Parser)]
#[command(name = "memo", after_help = "Exit status: 0 success; 1 an input was refused; 2 usage error.")]
struct Arguments {
    /// Proposals of one company in JSON, TOML or YAML, in the order of their dates; `-` reads standard input.
    files: Vec<PathBuf>,

    /// The format of the inputs, if their names do not show it.
    #[arg(long, value_enum)]
    from: Option<input::Syntax>,

    /// Write to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write only the map of the proposed structure, as SVG.
    #[arg(long, group = "drawing")]
    map: bool,

    /// Write only the current and the proposed structure side by side, as SVG.
    #[arg(long, group = "drawing")]
    before_after: bool,

    /// Write SVG that takes its colours from the page that contains it.
    #[arg(long, requires = "drawing")]
    inline: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        // The reader closed the pipe, having read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // If this cannot be written either, there is nowhere left to report it.
            let _ = writeln!(anstream::stderr(), "error: {}", lines::said(&error.to_string()));
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut dated = Vec::new();
    for path in &arguments.files {
        let is_input = path.as_os_str() == "-";
        let name = if is_input { "standard input".to_owned() } else { path.display().to_string() };
        dated.push((name, input::proposal(path, arguments.from)));
    }
    if dated.is_empty() {
        let case = input::proposal_of(DEFAULT_CASE, input::Syntax::Json);
        dated.push(("the published case of Exclaimer".to_owned(), case));
    }
    let mut proposals = Vec::new();
    for (name, read) in dated {
        match read {
            Ok(proposal) => proposals.push((lines::shown(&name), proposal)),
            Err(refusal) => {
                refusal.report(&name);
                return Ok(ExitCode::from(1));
            }
        }
    }
    let Some(text) = written(arguments, &proposals) else {
        let message = "the current structure is not stated, so there is no before to show beside the after";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    };
    if let Some(path) = &arguments.output {
        std::fs::write(path, text)?;
    } else {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns the requested output about the last proposal, or nothing if there is none.
fn written(arguments: &Arguments, proposals: &[(String, Proposal)]) -> Option<String> {
    let policy = &Policy::DEFAULT;
    let (name, proposal) = proposals.last()?;
    let named = proposal.organization().name().filter(|name| !name.trim().is_empty());
    let company = named.map_or_else(|| name.clone(), lines::shown);
    let theme = if arguments.inline { Theme::OfThePage } else { Theme::Own };
    let drawn = if arguments.map {
        drawing::map(&company, proposal, policy, theme)
    } else if arguments.before_after {
        drawing::before_after(&company, proposal, policy, theme)?
    } else {
        page::memo(&company, proposal, policy, &review(proposals.iter().cloned(), policy))
    };
    Some(drawn.into_string())
}
