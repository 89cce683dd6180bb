//! Assesses proposals of who leads technology and product.
//!
//! Without arguments it assesses a published case; `--help` says what else it does.

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

/// The case that is assessed where no file is given.
const DEFAULT_CASE: &str = include_str!("../../tests/cases/S01-exclaimer.json");

/// Assess a proposal of who leads technology and product: one CPTO, or a CTO and a CPO.
///
/// Without a file, a published case is assessed; --interview asks you about your company. What is unknown may be left out of a proposal; the report says what
/// is certain all the same, and what is only possible.
#[derive(Parser)]
#[command(
    name = "assess",
    after_help = "Exit status: 0; 1 an input was refused; 2 usage; 3 denied by --deny. It speaks of all inputs, also where \
        nobody reads the output to its end."
)]
#[command(group = clap::ArgGroup::new("of_all").conflicts_with_all(["json_lines", "csv", "to_csv", "summary", "interview", "deny", "compare", "accept", "baseline", "full", "chances", "ask", "watch", "repair", "divide", "handover", "explain", "list"]))]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
struct Arguments {
    /// Proposals in JSON, TOML or YAML; `-` reads standard input.
    files: Vec<PathBuf>,

    /// How the report is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Write everything: all evidence, every remedy and source.
    #[arg(long, conflicts_with_all = ["compare", "ask", "watch", "repair", "divide"])]
    full: bool,

    /// The format of the inputs, where their names do not say it.
    #[arg(long, value_enum)]
    from: Option<input::Syntax>,

    /// A policy in JSON, TOML or YAML: the numbers that differ from the default.
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,

    /// A belief in JSON, TOML or YAML: the weights of chances that differ from the default.
    #[arg(long, value_name = "FILE")]
    belief: Option<PathBuf>,

    /// Exit with 3 where a warning is certain at or above this severity, and not accepted.
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    deny: Option<Severity>,

    /// Read a proposal a line, and write an assessment a line, both in JSON.
    #[arg(long, conflicts_with_all = ["format", "from"])]
    json_lines: bool,

    /// Read a table in CSV, a proposal a row, and write its columns and behind them what each comes to. A column has the name
    /// of a place in documents, such as organization.stage or proposed.cpto.direct-reports; the columns current and proposed
    /// have a form: pair, combined, lone-cto, lone-cpo or no-seat. An empty cell is unknown, a..b is a range, and names of a
    /// list have a ; between them. Warnings go from 0 for none to 4 for critical.
    #[arg(long, conflicts_with_all = ["format", "from", "full", "json_lines", "accept", "baseline", "handover"])]
    csv: bool,

    /// Read a proposal a line, in JSON, and write them as a table that --csv reads.
    #[arg(long, conflicts_with_all = ["format", "from", "full", "json_lines", "csv", "deny", "chances", "policy", "belief", "accept", "baseline", "handover"])]
    to_csv: bool,

    /// Draw how many of the proposals have each verdict, and their most frequent warnings, as SVG.
    #[arg(long, value_name = "FILE", conflicts_with = "to_csv")]
    summary: Option<PathBuf>,

    /// Rank the proposals and say what changes from the best to each of the others; a proposal by itself is compared with
    /// the structure of today, a conventional pair and a conventional CPTO.
    #[arg(long, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny"])]
    compare: bool,

    /// Say how likely it is what is only possible, and whether one leader or two has less against it.
    #[arg(long, conflicts_with_all = ["deny", "compare", "full"])]
    chances: bool,

    /// Say which unknown facts matter, and what to ask for first.
    #[arg(long, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny", "compare"])]
    ask: bool,

    /// Say at which values of the known facts something changes.
    #[arg(long, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny", "compare"])]
    watch: bool,

    /// Say what is the least that has to change so that nothing is as severe as this, whatever the unknown facts are.
    #[arg(long, value_name = "SEVERITY", value_parser = severity, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny", "compare"])]
    repair: Option<Severity>,

    /// Divide the responsibilities between a CTO and a CPO.
    #[arg(long, conflicts_with_all = ["json_lines", "csv", "to_csv", "deny", "compare"])]
    divide: bool,

    /// Ask for what is not known, the question that tells most first, until it is clear whether one leader or two has less
    /// against it; then report. It starts from nothing, or from a proposal.
    #[arg(long, conflicts_with_all = ["format", "full", "json_lines", "csv", "to_csv", "summary", "compare", "chances", "ask", "watch", "repair", "divide", "accept", "baseline", "handover"])]
    interview: bool,

    /// A new file for what was answered in the interview, in JSON, TOML or YAML by its name; otherwise it goes to standard
    /// output, in JSON.
    #[arg(long, value_name = "FILE", requires = "interview")]
    out: Option<PathBuf>,

    /// Hold decisions to live with warnings to each proposal: which of them hold, and what is left. `--deny` counts what is left.
    #[arg(long, value_name = "FILE", requires = "on", conflicts_with_all = ["compare", "full"])]
    accept: Option<PathBuf>,

    /// The day on which they are to hold, such as 2027-06-30.
    #[arg(long, value_name = "DATE", requires = "accept")]
    on: Option<Date>,

    /// Write today's warnings as decisions to live with them, for --accept: the reasons are yours to write.
    #[arg(long, conflicts_with_all = ["format", "json_lines", "deny", "compare", "accept", "full", "chances", "ask", "watch", "repair", "divide", "handover"])]
    baseline: bool,

    /// Say in which order responsibilities best change hands, from today to what is proposed.
    #[arg(long, conflicts_with_all = ["json_lines", "deny", "compare", "full"])]
    handover: bool,

    /// Take the files for what several people say of one proposal, each by the name of their file, and say where they disagree.
    #[arg(long, value_name = "HOW", value_parser = named::<Combination>, group = "of_all", default_missing_value = "agree-then-narrow", num_args = 0..=1, require_equals = true)]
    combine: Option<Combination>,

    /// Take the files for one proposal at different times, in their order, and say what was learnt, forgotten and changed.
    #[arg(long, group = "of_all")]
    review: bool,

    /// Say in which numbers another policy differs, and which of the proposals have another verdict under it.
    #[arg(long, value_name = "FILE", group = "of_all")]
    against: Option<PathBuf>,

    /// Print the page of a warning, and nothing else.
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

    /// Takes note of an assessment, or of what is left of it.
    fn note(&mut self, assessment: &Assessment, deny: Option<Severity>, living: Option<&Living>) {
        let left = living.map_or(*assessment, |living| living.left(assessment));
        self.denied |= deny.is_some_and(|deny| left.certain_at_least(deny).next().is_some());
        self.tally.count(&left);
    }
}

/// Writes as long as somebody reads. Whoever closed the pipe has read enough, and the exit status is still to be found out.
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
        (arguments.csv, "--csv reads one table, since others may have other columns"),
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
        // There is nowhere left to say that even this could not be said.
        let _ = writeln!(anstream::stderr(), "error: {}", lines::said(&error.to_string()));
    }
    outcome.code()
}

fn run(arguments: &Arguments, outcome: &mut Outcome) -> io::Result<()> {
    // Colours are taken out where nobody sees them; what a program reads has none to begin with.
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

/// What was read, unless it is refused, which is said.
fn read<T>(name: &str, read: Result<T, input::Refusal>, outcome: &mut Outcome) -> Option<T> {
    if let Err(refusal) = &read {
        outcome.refused = true;
        refusal.report(name);
    }
    read.ok()
}

/// The policy or the belief to go by, unless it is refused; the default where none is stated.
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

/// Assesses every input, and reports on all that can be.
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

/// What a program reads of a proposal: the assessment, or with all evidence and texts.
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

/// Assessments for programs: one by itself, several with the names of their inputs.
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
