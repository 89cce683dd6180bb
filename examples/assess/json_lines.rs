//! A proposal a line in, an assessment a line out, in the same order.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};

use cpto::{Draft, Policy, Proposal, evaluate_under};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::{Arguments, Outcome};

/// Assesses each line of standard input, or of the files.
pub(crate) fn run(out: &mut impl Write, arguments: &Arguments, policy: &Policy) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    if arguments.files.is_empty() {
        let progress = progress(size_of_stdin());
        lines(io::stdin().lock(), out, &progress, &mut outcome, arguments, policy)?;
    }
    for path in &arguments.files {
        if path.as_os_str() == "-" {
            lines(io::stdin().lock(), out, &progress(size_of_stdin()), &mut outcome, arguments, policy)?;
            continue;
        }
        let file = File::open(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        let progress = progress(file.metadata().ok().filter(std::fs::Metadata::is_file).map(|it| it.len()));
        lines(BufReader::new(file), out, &progress, &mut outcome, arguments, policy)?;
    }
    Ok(outcome)
}

/// A bar over so many bytes, where somebody sees it; else nothing.
fn progress(bytes: Option<u64>) -> ProgressBar {
    let Some(bytes) = bytes.filter(|_| io::stderr().is_terminal()) else { return ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(bytes).with_style(style)
}

/// The size of standard input, where it is a file.
#[cfg(unix)]
fn size_of_stdin() -> Option<u64> {
    use std::os::fd::AsFd;

    let file = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
    file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len())
}

#[cfg(not(unix))]
fn size_of_stdin() -> Option<u64> {
    None
}

fn lines(
    mut input: impl BufRead,
    out: &mut impl Write,
    progress: &ProgressBar,
    outcome: &mut Outcome,
    arguments: &Arguments,
    policy: &Policy,
) -> io::Result<()> {
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line)?;
        if read == 0 {
            progress.finish_and_clear();
            return Ok(());
        }
        match proposal(&line) {
            Ok(proposal) => {
                let assessment = evaluate_under(&proposal, policy);
                outcome.note(&assessment, arguments.deny);
                serde_json::to_writer(&mut *out, &assessment)?;
            }
            Err(error) => {
                outcome.refused = true;
                serde_json::to_writer(&mut *out, &json!({ "error": error }))?;
            }
        }
        out.write_all(b"\n")?;
        progress.inc(read as u64);
    }
}

/// The proposal of a line, or what is wrong with it, fault by fault.
fn proposal(line: &[u8]) -> Result<Proposal, serde_json::Value> {
    let draft: Draft<Proposal> = serde_json::from_slice(line).map_err(|error| {
        json!([{
            "place": format!("column {}", error.column()),
            "code": "malformed",
            "problem": error.to_string(),
            "allowed": "a proposal in JSON, on one line",
        }])
    })?;
    draft.build().map_err(|faults| json!(faults))
}
