//! Assesses proposals for who leads technology and product.
//!
//! Without arguments, it assesses a published case; `--help` lists what else it does.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueEnum};
use cpto::advice::accept::Acceptances;
use cpto::measures::Combination;
use cpto::policy::Numbers;
use cpto::policy::{Belief, Weights};
use cpto::{
    Assessment, Date, Draft, Explanation, Faults, Policy, Proposal, Severity, WarningCode, evaluate_under,
    explain_under,
};
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};

mod advice;
mod asking;
mod catalogue;
mod compare;
mod figure;
mod input;
mod interview;
mod json_lines;
mod lines;
mod living;
mod measured;
mod page;
mod phrase;
mod remarks;
mod report;
mod results;
mod rows;
mod summary;
mod table;

use json_lines::json;
use living::Living;

/// The case to assess if no file is given.
const DEFAULT_CASE: &str = include_str!("../../tests/cases/S01-exclaimer.json");

/// Assess a proposal for who leads technology and product: one CPTO, or a CTO and a CPO.
///
/// Without a file, it assesses a published case; --interview asks you about your company. A proposal may leave out what is
/// unknown: the report still shows what is certain and what is only possible.
#[derive(Parser)]
#[command(
    name = "assess",
    after_help = "Exit status: 0 success; 1 an input was refused; 2 usage error; 3 denied by --deny. It covers all inputs, even \
        if the output is not read to its end."
)]
#[command(group = clap::ArgGroup::new("of_all").conflicts_with_all(["json_lines", "csv", "to_csv", "summary", "interview", "deny", "compare", "accept", "baseline", "full", "chances", "ask", "watch", "repair", "divide", "handover", "explain", "list"]))]
#[expect(clippy::struct_excessive_bools, reason = "each is a command-line option")]
struct Arguments {
    /// Proposals in JSON, TOML or YAML; `-` reads standard input.
    files: Vec<PathBuf>,

    /// The format of the report.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Write the full report: all evidence, every remedy and every source.
    #[arg(long, conflicts_with_all = ["compare", "ask", "watch", "repair", "divide"])]
    full: bool,

    /// The format of the inputs, if their names do not show it.
    #[arg(long, value_enum)]
    from: Option<input::Syntax>,

    /// A policy in JSON, TOML or YAML, with the numbers that differ from the default.
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,

    /// A belief in JSON, TOML or YAML, with the weights that differ from the default.
    #[arg(long, value_name = "FILE")]
    belief: Option<PathBuf>,

    /// Exit with 3 if a warning that is not accepted is certain at or above this severity.
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    deny: Option<Severity>,

    /// Read one proposal per line, and write one assessment per line, both in JSON.
    #[arg(long, conflicts_with_all = ["format", "from"])]
    json_lines: bool,

    /// Read a CSV table with one proposal per row, and write its columns followed by the results. A column has the name of a
    /// place in documents, such as organization.stage or proposed.cpto.direct-reports; the columns current and proposed hold
    /// a form: pair, combined, lone-cto, lone-cpo or no-seat. An empty cell is unknown, a..b is a range, and ; separates the
    /// names of a list. Warnings range from 0 (none) to 4 (critical).
    #[arg(long, conflicts_with_all = ["format", "from", "full", "json_lines", "accept", "baseline", "handover"])]
    csv: bool,

    /// Read one proposal per line, in JSON, and write them as a table that --csv can read.
    #[arg(long, conflicts_with_all = ["format", "from", "full", "json_lines", "csv", "deny", "chances", "policy", "belief", "accept", "baseline", "handover"])]
    to_csv: bool,

    /// Draw, as SVG, how many of the proposals have each verdict, and their most frequent warnings.
    #[arg(long, value_name = "FILE", conflicts_with = "to_csv")]
    summary: Option<PathBuf>,

    /// Rank the proposals, and show what changes from the best to each of the others. A single proposal is compared with
    /// today's structure, a conventional pair and a conventional CPTO.
    #[arg(long, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny"])]
    compare: bool,

    /// Show how likely each possible result is, and whether one leader or two has less against it.
    #[arg(long, conflicts_with_all = ["deny", "compare", "full"])]
    chances: bool,

    /// Show which unknown facts matter, and what to ask first.
    #[arg(long, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny", "compare"])]
    ask: bool,

    /// Show at which values of the known facts something changes.
    #[arg(long, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny", "compare"])]
    watch: bool,

    /// Show the least that must change to keep everything below this severity, whatever the unknown facts are.
    #[arg(long, value_name = "SEVERITY", value_parser = severity, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny", "compare"])]
    repair: Option<Severity>,

    /// Divide the responsibilities between a CTO and a CPO.
    #[arg(long, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny", "compare"])]
    divide: bool,

    /// Ask about unknown facts, the most telling question first, until it is clear whether one leader or two has less
    /// against it; then report. Starts from nothing or from a proposal.
    #[arg(long, conflicts_with_all = ["format", "full", "json_lines", "csv", "to_csv", "summary", "compare", "chances", "ask", "watch", "repair", "divide", "accept", "baseline", "handover"])]
    interview: bool,

    /// A new file for the answers of the interview, in JSON, TOML or YAML by its name. Without it, the answers go to standard
    /// output, in JSON.
    #[arg(long, value_name = "FILE", requires = "interview")]
    out: Option<PathBuf>,

    /// Apply acceptances of warnings to each proposal: show which of them hold, and what is left. --deny counts what is left.
    #[arg(long, value_name = "FILE", requires = "on", conflicts_with_all = ["compare", "full"])]
    accept: Option<PathBuf>,

    /// The day on which the acceptances must hold, such as 2027-06-30.
    #[arg(long, value_name = "DATE", requires = "accept")]
    on: Option<Date>,

    /// Write today's warnings as acceptances, for --accept; the reasons are yours to write.
    #[arg(long, conflicts_with_all = ["format", "json_lines", "deny", "compare", "accept", "full", "chances", "ask", "watch", "repair", "divide", "handover"])]
    baseline: bool,

    /// Show the best order in which responsibilities change hands, from today's structure to the proposed one.
    #[arg(long, conflicts_with_all = ["json_lines", "deny", "compare", "full"])]
    handover: bool,

    /// Treat the files as the answers of several people about one proposal, each named by its file, and show where they
    /// disagree.
    #[arg(long, value_name = "HOW", value_parser = named::<Combination>, group = "of_all", default_missing_value = "agree-then-narrow", num_args = 0..=1, require_equals = true)]
    combine: Option<Combination>,

    /// Treat the files as one proposal at different times, in the given order, and show what was learnt, forgotten and changed.
    #[arg(long, group = "of_all")]
    review: bool,

    /// Show in which numbers another policy differs, and which of the proposals have another verdict under it.
    #[arg(long, value_name = "FILE", group = "of_all")]
    against: Option<PathBuf>,

    /// Print the page about a warning, and nothing else.
    #[arg(long, value_name = "CODE", value_parser = code, conflicts_with_all = ["files", "json_lines", "csv", "to_csv", "summary", "list", "interview", "compare", "ask", "watch", "repair", "divide", "full", "chances", "accept", "baseline", "handover"])]
    explain: Option<WarningCode>,

    /// Print the catalogue of warnings and benefits, and nothing else.
    #[arg(long, conflicts_with_all = ["files", "json_lines", "csv", "to_csv", "summary", "interview", "compare", "ask", "watch", "repair", "divide", "full", "chances", "accept", "baseline", "handover"])]
    list: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Json,
}

/// Reads a name of the crate's vocabulary; the error lists the allowed names.
fn named<T: std::str::FromStr<Err = cpto::UnknownName>>(name: &str) -> Result<T, String> {
    name.parse().map_err(|error: cpto::UnknownName| format!("{error}; allowed: {}", error.allowed.join(", ")))
}

fn severity(name: &str) -> Result<Severity, String> {
    match named(name)? {
        Severity::None => Err("every proposal would be denied; allowed: low, medium, high, critical".into()),
        severity => Ok(severity),
    }
}

fn code(name: &str) -> Result<WarningCode, String> {
    named(name)
}

/// The outcome for all inputs, which decides the exit status.
#[derive(Default)]
struct Outcome {
    refused: bool,
    denied: bool,
    tally: summary::Tally,
}

impl Outcome {
    fn code(&self) -> ExitCode {
        match self {
            Self { refused: true, .. } => ExitCode::from(1),
            Self { denied: true, .. } => ExitCode::from(3),
            _ => ExitCode::SUCCESS,
        }
    }

    /// Records an assessment, or what acceptances leave of it.
    fn note(&mut self, assessment: &Assessment, deny: Option<Severity>, living: Option<&Living>) {
        let left = living.map_or(*assessment, |living| living.left(assessment));
        self.denied |= deny.is_some_and(|deny| left.certain_at_least(deny).next().is_some());
        self.tally.count(&left);
    }
}

/// Writes until the reader closes the pipe; after that, it discards output so that the exit status still covers all inputs.
struct Reader<W>(Option<W>);

impl<W: Write> Reader<W> {
    fn unless_closed<T>(&mut self, done: T, write: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        match self.0.as_mut().map(write) {
            None => Ok(done),
            Some(Err(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.0 = None;
                Ok(done)
            }
            Some(written) => written,
        }
    }
}

impl<W: Write> Write for Reader<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_closed(bytes.len(), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_closed((), W::flush)
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let documents =
        arguments.policy.iter().chain(&arguments.belief).chain(&arguments.accept).chain(&arguments.against);
    let inputs = arguments.files.iter().chain(documents).filter(|path| path.as_os_str() == "-");
    let reads = arguments.json_lines || arguments.csv || arguments.to_csv;
    let implied = arguments.interview || reads && arguments.files.is_empty();
    let single = [
        (arguments.interview, "an interview is about one proposal"),
        (arguments.csv, "--csv reads one table, because others may have other columns"),
    ];
    let too_many = single.into_iter().find(|(is_asked, _)| *is_asked && arguments.files.len() > 1);
    if let Some((_, message)) = too_many {
        Arguments::command().error(ErrorKind::TooManyValues, message).exit();
    }
    if inputs.count() + usize::from(implied) > 1 {
        let message = "standard input can be read once: `-` may stand for one document";
        Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    let mut outcome = Outcome::default();
    if let Err(error) = run(&arguments, &mut outcome) {
        outcome.refused = true;
        // If this cannot be written either, there is nowhere left to report it.
        let _ = writeln!(anstream::stderr(), "error: {}", lines::said(&error.to_string()));
    }
    outcome.code()
}

fn run(arguments: &Arguments, outcome: &mut Outcome) -> io::Result<()> {
    // Colours are stripped unless a terminal shows them; output for programs has none.
    let is_table = arguments.csv || arguments.to_csv;
    let is_machine = is_table || arguments.json_lines || matches!(arguments.format, Format::Json);
    let stdout: Box<dyn Write> =
        if is_machine { Box::new(io::stdout().lock()) } else { Box::new(anstream::stdout().lock()) };
    let mut out = io::BufWriter::new(Reader(Some(stdout)));
    if arguments.list {
        catalogue::list(&mut out)?;
    } else if let Some(code) = arguments.explain {
        catalogue::explain(&mut out, code)?;
    } else if arguments.to_csv {
        table::write(&mut out, arguments, outcome)?;
    } else {
        let policy = stated(arguments.policy.as_ref(), Draft::<Numbers>::build, outcome);
        let belief = stated(arguments.belief.as_ref(), Draft::<Weights>::build, outcome);
        let accepted = stated(arguments.accept.as_ref(), Draft::<Acceptances>::build, outcome);
        let (Some(policy), Some(belief), Some(acceptances)) = (policy, belief, accepted) else {
            return Ok(());
        };
        let living = arguments.on.map(|on| Living { acceptances, on });
        if arguments.interview {
            interview::run(&mut out, arguments, &policy, &belief, outcome)?;
        } else if arguments.json_lines {
            json_lines::run(&mut out, arguments, &policy, &belief, living.as_ref(), outcome)?;
        } else if arguments.csv {
            table::run(&mut out, arguments, &policy, &belief, outcome)?;
        } else {
            assess(&mut out, arguments, &policy, &belief, living.as_ref(), outcome)?;
        }
        if let Some(path) = &arguments.summary {
            std::fs::write(path, outcome.tally.drawn().into_string())?;
        }
    }
    out.flush()
}

/// Returns what was read, or reports the refusal.
fn read<T>(name: &str, read: Result<T, input::Refusal>, outcome: &mut Outcome) -> Option<T> {
    if let Err(refusal) = &read {
        outcome.refused = true;
        refusal.report(name);
    }
    read.ok()
}

/// Returns the policy, belief or acceptances of a file, or the default if no file is given; reports a refusal.
fn stated<T, B: Default>(
    path: Option<&PathBuf>,
    build: impl FnOnce(Draft<T>) -> Result<B, Faults>,
    outcome: &mut Outcome,
) -> Option<B>
where
    Draft<T>: DeserializeOwned,
{
    let Some(path) = path else { return Some(B::default()) };
    let draft = input::text(path, None).and_then(|(text, syntax)| input::parse(&text, syntax));
    let built = draft.and_then(|draft| build(draft).map_err(input::Refusal::Faults));
    read(&path.display().to_string(), built, outcome)
}

/// Assesses every input, and reports on each that is valid.
fn assess(
    out: &mut impl Write,
    arguments: &Arguments,
    policy: &Policy,
    belief: &Belief,
    living: Option<&Living>,
    outcome: &mut Outcome,
) -> io::Result<()> {
    let inputs: Vec<(String, Result<Proposal, input::Refusal>)> = if arguments.files.is_empty() {
        let example = input::proposal_of(DEFAULT_CASE, input::Syntax::Json);
        vec![("the published case of Exclaimer".to_owned(), example)]
    } else {
        let read = |path: &PathBuf| (path.display().to_string(), input::proposal(path, arguments.from));
        arguments.files.iter().map(read).collect()
    };
    let mut proposals = Vec::new();
    for (name, input) in inputs {
        let Some(proposal) = read(&name, input, outcome) else { continue };
        outcome.note(&evaluate_under(&proposal, policy), arguments.deny, living);
        proposals.push((name, proposal));
    }
    if arguments.compare {
        return compare::run(out, arguments.format, proposals, policy);
    }
    if let Some(how) = arguments.combine {
        return living::combined(out, arguments.format, &proposals, how, policy);
    }
    if arguments.review {
        return living::reviewed(out, arguments.format, proposals, policy);
    }
    if arguments.against.is_some() {
        let other = stated(arguments.against.as_ref(), Draft::<Numbers>::build, outcome);
        return other
            .map_or(Ok(()), |other| living::against(out, arguments.format, &proposals, [policy, &other]));
    }
    if arguments.baseline {
        return living::baseline(out, &proposals, policy);
    }
    let Arguments { chances, ask, watch, divide, handover, repair, .. } = arguments;
    if *chances || *ask || *watch || *divide || *handover || repair.is_some() || living.is_some() {
        return advice::run(out, arguments, &proposals, policy, belief, living);
    }
    match arguments.format {
        Format::Json => as_json(out, arguments, &proposals, policy),
        format => proposals.iter().enumerate().try_for_each(|(position, (name, proposal))| {
            if position > 0 {
                writeln!(out)?;
            }
            let is_markdown = matches!(format, Format::Markdown);
            let explanation = explain_under(proposal, policy);
            let chances =
                cpto::advice::chances::chances(proposal, policy, belief, cpto::advice::Limit::default());
            if arguments.full {
                return report::full(name, &explanation, &chances).write(out, is_markdown);
            }
            let page = report::brief(name, &explanation, &chances);
            if is_markdown { page.write(out, true) } else { page.terminal(out, report::fitting(&page)) }
        }),
    }
}

/// The document for programs about a proposal: the assessment, in full with all evidence and texts.
struct Assessed<'a> {
    explanation: Explanation<'a>,
    is_full: bool,
}

impl Serialize for Assessed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_full {
            self.explanation.serialize(serializer)
        } else {
            self.explanation.assessment().serialize(serializer)
        }
    }
}

/// One of several assessments, with the name of its input.
#[derive(Serialize)]
struct Named<'a> {
    input: &'a str,
    assessment: Assessed<'a>,
}

/// Writes assessments for programs: a single one alone, several with the names of their inputs.
fn as_json(
    out: &mut impl Write,
    arguments: &Arguments,
    proposals: &[(String, Proposal)],
    policy: &Policy,
) -> io::Result<()> {
    let named = proposals.iter().map(|(input, proposal)| {
        let explanation = explain_under(proposal, policy);
        Named { input, assessment: Assessed { explanation, is_full: arguments.full } }
    });
    match named.collect::<Vec<_>>().as_slice() {
        [one] if arguments.files.len() <= 1 => json(out, &one.assessment, true),
        all => json(out, &all, true),
    }
}
