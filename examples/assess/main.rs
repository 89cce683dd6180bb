//! Assesses proposals of who leads technology and product.
//!
//! Without arguments it assesses a published case; `--help` says what else it does.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use cpto::{Certainty, Policy, Proposal, Severity, WarningCode, evaluate_under};

mod advice;
mod catalogue;
mod compare;
mod input;
mod json_lines;
mod lines;
mod markdown;
mod measured;
mod phrase;
mod text;

/// The case that is assessed where no file is given.
const DEFAULT_CASE: &str = include_str!("../../tests/cases/S01-exclaimer.json");

/// Assess a proposal of who leads technology and product: one CPTO, or a CTO and a CPO.
///
/// Without a file, a published case is assessed. What is unknown may be left out of a proposal; the report says what
/// is certain all the same, and what is only possible.
#[derive(Parser)]
#[command(
    name = "assess",
    after_help = "Exit status: 0; 1 an input was refused; 2 usage; 3 denied by --deny."
)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
struct Arguments {
    /// Proposals in JSON, TOML or YAML; `-` reads standard input.
    files: Vec<PathBuf>,

    /// How the report is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// The format of the inputs, where their names do not say it.
    #[arg(long, value_enum)]
    from: Option<input::Syntax>,

    /// A policy in JSON, TOML or YAML: the numbers that differ from the default.
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,

    /// Exit with 3 where a warning is certain at or above this severity.
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    deny: Option<Severity>,

    /// Read a proposal a line, and write an assessment a line, both in JSON.
    #[arg(long, conflicts_with_all = ["format", "from"])]
    json_lines: bool,

    /// Rank the proposals and say what changes from the best to each of the others; a proposal by itself is compared with
    /// the structure of today, a conventional pair and a conventional CPTO.
    #[arg(long, conflicts_with_all = ["json_lines", "deny"])]
    compare: bool,

    /// Say which unknown facts matter, and what to ask for first.
    #[arg(long, conflicts_with_all = ["json_lines", "deny", "compare"])]
    ask: bool,

    /// Say at which values of the known facts something changes.
    #[arg(long, conflicts_with_all = ["json_lines", "deny", "compare"])]
    watch: bool,

    /// Say what is the least that has to change so that nothing is as severe as this, whatever the unknown facts are.
    #[arg(long, value_name = "SEVERITY", value_parser = severity, conflicts_with_all = ["json_lines", "deny", "compare"])]
    repair: Option<Severity>,

    /// Divide the responsibilities between a CTO and a CPO.
    #[arg(long, conflicts_with_all = ["json_lines", "deny", "compare"])]
    divide: bool,

    /// Print the page of a warning, and nothing else.
    #[arg(long, value_name = "CODE", value_parser = code, conflicts_with_all = ["files", "json_lines", "list", "compare", "ask", "watch", "repair", "divide"])]
    explain: Option<WarningCode>,

    /// Print the catalogue of warnings and benefits, and nothing else.
    #[arg(long, conflicts_with_all = ["files", "json_lines", "compare", "ask", "watch", "repair", "divide"])]
    list: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Json,
}

/// Reads a name of the crate's vocabulary, and says which there are.
fn named<T: std::str::FromStr<Err = cpto::UnknownName>>(name: &str) -> Result<T, String> {
    name.parse()
        .map_err(|error: cpto::UnknownName| format!("{error}; there are: {}", error.allowed.join(", ")))
}

fn severity(name: &str) -> Result<Severity, String> {
    match named(name)? {
        Severity::None => {
            Err("every proposal would be denied; there are: low, medium, high, critical".into())
        }
        severity => Ok(severity),
    }
}

fn code(name: &str) -> Result<WarningCode, String> {
    named(name)
}

/// What came of the inputs, by which the program exits.
#[derive(Default)]
struct Outcome {
    refused: bool,
    denied: bool,
}

impl Outcome {
    fn code(&self) -> ExitCode {
        match self {
            Self { refused: true, .. } => ExitCode::from(1),
            Self { denied: true, .. } => ExitCode::from(3),
            _ => ExitCode::SUCCESS,
        }
    }

    /// Takes note of an assessment.
    fn note(&mut self, assessment: &cpto::Assessment, deny: Option<Severity>) {
        let denies = |deny| {
            assessment.warnings().iter().any(|warning| {
                warning.certainty() == Certainty::Certain && warning.severity().least() >= deny
            })
        };
        self.denied |= deny.is_some_and(denies);
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(outcome) => outcome.code(),
        // Who closed the pipe has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // There is nowhere left to say that even this could not be said.
            let _ = writeln!(anstream::stderr(), "error: {error}");
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<Outcome> {
    // Colours are taken out where nobody sees them; what a program reads has none to begin with.
    let machine = arguments.json_lines || matches!(arguments.format, Format::Json);
    let mut out: Box<dyn Write> = if machine {
        Box::new(io::BufWriter::new(io::stdout().lock()))
    } else {
        Box::new(io::BufWriter::new(anstream::stdout().lock()))
    };
    let outcome = if arguments.list {
        catalogue::list(&mut out)?;
        Outcome::default()
    } else if let Some(code) = arguments.explain {
        catalogue::explain(&mut out, code)?;
        Outcome::default()
    } else {
        match policy(arguments)? {
            None => Outcome { refused: true, denied: false },
            Some(policy) if arguments.json_lines => json_lines::run(&mut out, arguments, &policy)?,
            Some(policy) => assess(&mut out, arguments, &policy)?,
        }
    };
    out.flush()?;
    Ok(outcome)
}

/// The policy to go by, unless it is refused.
fn policy(arguments: &Arguments) -> io::Result<Option<Policy>> {
    let Some(path) = &arguments.policy else { return Ok(Some(Policy::DEFAULT)) };
    let read =
        input::read::<Policy>(path, None).and_then(|draft| draft.build().map_err(input::Refusal::Faults));
    match read {
        Ok(policy) => Ok(Some(policy)),
        Err(refusal) => refusal.report(&path.display().to_string()).map(|()| None),
    }
}

/// Assesses every input, and reports on all that can be.
fn assess(out: &mut impl Write, arguments: &Arguments, policy: &Policy) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    let mut assessed = Vec::new();
    let inputs = if arguments.files.is_empty() {
        vec![("the published case of Exclaimer".to_owned(), input::published(DEFAULT_CASE))]
    } else {
        let read =
            |path: &PathBuf| (path.display().to_string(), input::read::<Proposal>(path, arguments.from));
        arguments.files.iter().map(read).collect()
    };
    for (name, read) in inputs {
        match read.and_then(|draft| draft.build().map_err(input::Refusal::Faults)) {
            Ok(proposal) => {
                let assessment = evaluate_under(&proposal, policy);
                outcome.note(&assessment, arguments.deny);
                assessed.push((name, proposal, assessment));
            }
            Err(refusal) => {
                refusal.report(&name)?;
                outcome.refused = true;
            }
        }
    }
    if arguments.compare {
        let named = assessed.into_iter().map(|(name, proposal, _)| (name, proposal)).collect();
        compare::run(out, arguments.format, named, policy)?;
        return Ok(outcome);
    }
    if arguments.ask || arguments.watch || arguments.divide || arguments.repair.is_some() {
        advice::run(out, arguments, &assessed, policy)?;
        return Ok(outcome);
    }
    match (arguments.format, assessed.as_slice()) {
        (Format::Json, [(_, _, assessment)]) if arguments.files.len() <= 1 => {
            serde_json::to_writer_pretty(&mut *out, assessment)?;
            writeln!(out)?;
        }
        (Format::Json, all) => {
            let named = |(name, _, assessment): &(String, _, _)| serde_json::json!({ "input": name, "assessment": assessment });
            serde_json::to_writer_pretty(&mut *out, &all.iter().map(named).collect::<Vec<_>>())?;
            writeln!(out)?;
        }
        (Format::Text, all) => {
            for (position, (name, proposal, assessment)) in all.iter().enumerate() {
                if position > 0 {
                    writeln!(out)?;
                }
                text::report(out, name, proposal, assessment, policy)?;
            }
        }
        (Format::Markdown, all) => {
            for (position, (name, proposal, assessment)) in all.iter().enumerate() {
                if position > 0 {
                    writeln!(out)?;
                }
                markdown::report(out, name, proposal, assessment, policy)?;
            }
        }
    }
    Ok(outcome)
}
