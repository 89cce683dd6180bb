//! JSON for programs: reads one proposal per line, and writes one assessment per line, in the same order.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};

use cpto::advice::Limit;
use cpto::advice::chances::chances;
use cpto::policy::Belief;
use cpto::{Draft, Policy, Proposal, explain_under};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use serde_json::{Value, json};

use crate::input::Refusal;
use crate::living::Living;
use crate::{Arguments, Assessed, Outcome};

/// Assesses each line of standard input, or of the files. A file that cannot be read is reported like any other error.
pub(crate) fn run(
    out: &mut impl Write,
    arguments: &Arguments,
    policy: &Policy,
    belief: &Belief,
    living: Option<&Living>,
    outcome: &mut Outcome,
) -> io::Result<()> {
    let unread = lines_of(&arguments.files, &mut |_, _, read| match read {
        Ok(proposal) => {
            let explanation = explain_under(&proposal, policy);
            outcome.note(&explanation.assessment(), arguments.deny, living);
            if let Some(living) = living {
                return json(out, &living.told(&proposal, policy).1, false);
            }
            if arguments.chances {
                return json(out, &chances(&proposal, policy, belief, Limit::default()), false);
            }
            json(out, &Assessed { explanation, is_full: arguments.full }, false)
        }
        Err(refused) => {
            outcome.refused = true;
            json(out, &refused, false)
        }
    })?;
    outcome.refused |= unread;
    Ok(())
}

/// Calls `each` for each line of standard input or of the files, with the file and the line number. Returns whether a file could
/// not be read, which is reported.
pub(crate) fn lines_of(
    files: &[PathBuf],
    each: &mut impl FnMut(&Path, u64, Result<Proposal, Value>) -> io::Result<()>,
) -> io::Result<bool> {
    let mut unread = false;
    let stdin = [PathBuf::from("-")];
    for path in if files.is_empty() { &stdin[..] } else { files } {
        let opened: io::Result<(Box<dyn BufRead>, Option<u64>)> = if path.as_os_str() == "-" {
            Ok((Box::new(io::stdin().lock()), size_of_stdin()))
        } else {
            File::open(path).map(|file| {
                let size = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|it| it.len());
                (Box::new(BufReader::new(file)) as Box<dyn BufRead>, size)
            })
        };
        let unreadable = match opened {
            Ok((input, size)) => lines(input, &progress(size), |number, read| each(path, number, read))?,
            Err(error) => Some(error),
        };
        if let Some(error) = unreadable {
            unread = true;
            Refusal::Unreadable(error).report(&path.display().to_string());
        }
    }
    Ok(unread)
}

/// Returns a progress bar over this many bytes, hidden unless standard error is a terminal.
pub(crate) fn progress(bytes: Option<u64>) -> ProgressBar {
    let Some(bytes) = bytes.filter(|_| io::stderr().is_terminal()) else { return ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(bytes).with_style(style)
}

/// Returns the size of standard input, if it is a file.
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

/// Calls `each` for each line, and returns the error that ended reading, if any.
fn lines(
    mut input: impl BufRead,
    progress: &ProgressBar,
    mut each: impl FnMut(u64, Result<Proposal, Value>) -> io::Result<()>,
) -> io::Result<Option<io::Error>> {
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(read) => progress.inc(read as u64),
            Err(error) => return Ok(Some(error)),
        }
        let text = line.strip_suffix(b"\n").unwrap_or(&line);
        // A byte order mark may stand before the first line.
        let text = text.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(text);
        each(number, proposal(text, number))?;
    }
    progress.finish_and_clear();
    Ok(None)
}

/// Returns the proposal of a line, or an object with its faults as `error` and the number of further faults as `more`.
fn proposal(line: &[u8], number: u64) -> Result<Proposal, Value> {
    let malformed = |place: String, problem: &str| {
        let allowed = "a proposal in JSON, on one line";
        json!({ "error": [{ "place": place, "code": "malformed", "problem": problem, "allowed": allowed }] })
    };
    if line.trim_ascii().is_empty() {
        return Err(malformed(format!("line {number}"), "the line is blank"));
    }
    let draft: Draft<Proposal> = serde_json::from_slice(line).map_err(|error| {
        let message = error.to_string();
        // The parser was given one line, so its line number says nothing.
        let problem = message.rsplit_once(" at line ").map_or(message.as_str(), |(problem, _)| problem);
        malformed(format!("line {number}, column {}", error.column()), &crate::lines::said(problem))
    })?;
    draft.build().map_err(|faults| match faults.more() {
        0 => json!({ "error": faults }),
        more => json!({ "error": faults, "more": more }),
    })
}

/// Writes JSON in ASCII. Other characters are escaped, which means the same and is harmless on a terminal.
pub(crate) fn json(out: &mut impl Write, value: &impl Serialize, is_pretty: bool) -> io::Result<()> {
    let text = if is_pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) }?;
    let mut ascii = String::with_capacity(text.len() + 1);
    for character in text.chars() {
        if matches!(character, ' '..='~' | '\n') {
            ascii.push(character);
        } else {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                // Writing to a string does not fail.
                let _ = write!(ascii, "\\u{unit:04x}");
            }
        }
    }
    ascii.push('\n');
    out.write_all(ascii.as_bytes())
}
