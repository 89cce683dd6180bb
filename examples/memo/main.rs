//! Writes a memo for a board: two printed pages that argue a proposal both ways, with a map of who holds what, and an
//! appendix with everything else.
//!
//! The drawings can be had by themselves, too, for a page or a document of one's own.

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

use drawing::Theme;

/// The case that the memo is about where no file is given.
const DEFAULT_CASE: &str = include_str!("../../tests/cases/C01-twitter.json");

/// Write a memo on a proposal of who leads technology and product, as HTML to be read and printed: two pages and an appendix.
///
/// Without a file, it is about a published case.
#[derive(Parser)]
#[command(name = "memo", after_help = "Exit status: 0; 1 an input was refused; 2 usage.")]
struct Arguments {
    /// A proposal in JSON, TOML or YAML; `-` reads standard input.
    file: Option<PathBuf>,

    /// The format of the input, where its name does not say it.
    #[arg(long, value_enum)]
    from: Option<input::Syntax>,

    /// Write to this file and not to standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write the map of the proposed structure alone, as SVG.
    #[arg(long, group = "drawing")]
    map: bool,

    /// Write the current and the proposed structure side by side alone, as SVG.
    #[arg(long, group = "drawing")]
    before_after: bool,

    /// Write SVG that takes its colours from the page that it is put into.
    #[arg(long, requires = "drawing")]
    inline: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        // Whoever closed the pipe has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // There is nowhere left to say that even this could not be said.
            let _ = writeln!(anstream::stderr(), "error: {}", lines::said(&error.to_string()));
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let (name, read) = match &arguments.file {
        Some(path) if path.as_os_str() == "-" => {
            ("standard input".to_owned(), input::proposal(path, arguments.from))
        }
        Some(path) => (path.display().to_string(), input::proposal(path, arguments.from)),
        None => {
            let case = input::proposal_of(DEFAULT_CASE, input::Syntax::Json);
            ("the published case of Twitter".to_owned(), case)
        }
    };
    let proposal = match read {
        Ok(proposal) => proposal,
        Err(refusal) => {
            refusal.report(&name);
            return Ok(ExitCode::from(1));
        }
    };
    let Some(text) = written(arguments, &name, &proposal) else {
        let message = "nothing is said of the current structure, so there is no before beside the after";
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

/// What was asked for; nothing where it cannot be had.
fn written(arguments: &Arguments, name: &str, proposal: &Proposal) -> Option<String> {
    let policy = &Policy::DEFAULT;
    let named = proposal.organization().name().filter(|name| !name.trim().is_empty());
    let company = lines::shown(named.unwrap_or(name));
    let theme = if arguments.inline { Theme::OfThePage } else { Theme::Own };
    let drawn = if arguments.map {
        drawing::map(&company, proposal, policy, theme)
    } else if arguments.before_after {
        drawing::before_after(&company, proposal, policy, theme)?
    } else {
        page::memo(&company, proposal, policy)
    };
    Some(drawn.into_string())
}
