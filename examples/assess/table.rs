//! Tables: reads one proposal per row and writes the rows with their results; and writes proposals as a table.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use cpto::advice::Limit;
use cpto::advice::chances::{Leaders, one_or_two};
use cpto::policy::Belief;
use cpto::{Assessment, Policy, Proposal, Scale, Span, WarningKey, evaluate_under};
use csv::{ByteRecord, ReaderBuilder, Writer};
use serde_json::Value;

use crate::input::{self, Refusal};
use crate::json_lines::{lines_of, progress};
use crate::lines::shown;
use crate::rows::{self, Column};
use crate::{Arguments, Outcome, results};

/// The column that comes first, because people look for it first.
const NAME: &str = "organization.name";

/// Reports on standard error what is wrong with a part of an input. Texts from outside in `problem` must already be harmless.
/// If the report cannot be written, there is nowhere left to say so.
fn refuse(outcome: &mut Outcome, name: &str, place: &str, problem: &str) {
    outcome.refused = true;
    let style = anstyle::AnsiColor::Red.on_default().bold();
    let (name, place) = (shown(name), shown(place));
    let _ = writeln!(anstream::stderr(), "{style}refused{style:#} {name}, {place}: {problem}");
}

/// Assesses each row of a table, and writes the valid ones with their results.
pub(crate) fn run(
    out: &mut impl Write,
    arguments: &Arguments,
    policy: &Policy,
    belief: &Belief,
    outcome: &mut Outcome,
) -> io::Result<()> {
    let path = arguments.files.first().map_or(Path::new("-"), |path| path);
    let name = path.display().to_string();
    let bytes = match input::bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            outcome.refused = true;
            Refusal::Unreadable(error).report(&name);
            return Ok(());
        }
    };
    let progress = progress(Some(bytes.len() as u64));
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
    let mut lines = Lines { bytes: &bytes, at: 0, line: 1 };
    let mut header = ByteRecord::new();
    reader.read_byte_record(&mut header)?;
    let first = format!("line {}", lines.of(&header));
    if header.is_empty() {
        refuse(outcome, &name, &first, "the table has no columns");
        return Ok(());
    }
    let Some(names) = header.iter().map(|name| std::str::from_utf8(name).ok()).collect::<Option<Vec<_>>>()
    else {
        refuse(outcome, &name, &first, "the name of a column is not UTF-8");
        return Ok(());
    };
    let columns = match Column::all(names.iter().copied()) {
        Ok(columns) => columns,
        Err(wrong) => {
            for problem in &wrong {
                refuse(outcome, &name, &first, problem);
            }
            return Ok(());
        }
    };
    let mut table = Writer::from_writer(out);
    let written = Results { keys: results::keys(), chances: arguments.chances, policy, belief };
    table.write_record(names.iter().map(|name| (*name).to_owned()).chain(written.columns()))?;
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        let line = format!("line {}", lines.of(&record));
        match cells(&columns, &names, &record) {
            Ok((proposal, cells)) => {
                let assessment = evaluate_under(&proposal, policy);
                outcome.note(&assessment, arguments.deny, None);
                let results = written.cells(&proposal, assessment);
                table.write_record(cells.into_iter().map(str::to_owned).chain(results))?;
            }
            Err(wrong) => {
                for (place, problem) in wrong {
                    refuse(outcome, &name, &[line.as_str(), &place].join(""), &problem);
                }
            }
        }
        progress.set_position(reader.position().byte());
    }
    progress.finish_and_clear();
    table.flush()
}

/// The proposal of a row, and its cells.
type Row<'a> = (Proposal, Vec<&'a str>);

/// Returns the proposal and the cells of a row, or what is wrong and where in the row.
fn cells<'a>(
    columns: &[Column],
    names: &[&str],
    record: &'a ByteRecord,
) -> Result<Row<'a>, Vec<(String, String)>> {
    if record.len() != columns.len() {
        let problem =
            format!("{} cells; allowed: one for each of the {} columns", record.len(), columns.len());
        return Err(vec![(String::new(), problem)]);
    }
    let read = names.iter().zip(record).map(|(name, cell)| {
        std::str::from_utf8(cell)
            .map_err(|error| (format!(", column {name}"), format!("the cell is not UTF-8: {error}")))
    });
    let cells = read.collect::<Result<Vec<_>, _>>().map_err(|wrong| vec![wrong])?;
    match rows::proposal(columns, &cells) {
        Ok(proposal) => Ok((proposal, cells)),
        Err(wrong) => Err(wrong.into_iter().map(|it| (format!(", {}", it.place), it.problem)).collect()),
    }
}

/// Finds the lines in which rows begin. The parser's position of a row may be a blank line before it.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// Returns the line in which a record begins. It must be called for the records in their order.
    fn of(&mut self, record: &ByteRecord) -> usize {
        let from = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        let rest = self.bytes.get(from.unwrap_or_default()..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| b"\r\n".contains(byte)).count();
        let begin = self.bytes.len() - rest.len() + blank;
        let passed = self.bytes.get(self.at..begin).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').skip(1).count();
        self.at = begin;
        self.line
    }
}

/// The results that follow the cells of a row.
struct Results<'a> {
    keys: Vec<WarningKey>,
    chances: bool,
    policy: &'a Policy,
    belief: &'a Belief,
}

impl Results<'_> {
    fn columns(&self) -> Vec<String> {
        let mut columns = Vec::from(results::ends(results::VERDICT));
        if self.chances {
            columns.push("one-or-two".to_owned());
            columns.extend(Leaders::ALL.iter().map(|side| format!("one-or-two.{side}")));
        }
        columns.extend(self.keys.iter().flat_map(|key| results::ends(&results::name(*key))));
        columns
    }

    /// Returns the verdict, the chances, and each warning from 0 (none) to 4 (critical). Cells are empty for a seat that is
    /// not there, and for chances if one leader and two are not compared.
    fn cells(&self, proposal: &Proposal, assessment: Assessment) -> Vec<String> {
        let verdict = assessment.verdict();
        let mut cells = vec![verdict.least().to_string(), verdict.most().to_string()];
        if self.chances {
            let compared = one_or_two(proposal, self.policy, self.belief, Limit::default());
            let told = |tell: &dyn Fn(&_) -> String| compared.as_ref().map(tell).unwrap_or_default();
            cells.push(told(&|it: &cpto::advice::chances::OneOrTwo| it.answer.to_string()));
            for side in Leaders::ALL {
                cells.push(told(&|it| it.spread.parts.get(*side).to_string()));
            }
        }
        for key in &self.keys {
            let range = results::severity(&assessment, *key);
            for end in [range.map(Span::least), range.map(Span::most)] {
                cells.push(end.map(|severity| severity.rank().to_string()).unwrap_or_default());
            }
        }
        cells
    }
}

/// Writes proposals, one line of JSON each, as a table with the columns that any of them needs.
pub(crate) fn write(out: &mut impl Write, arguments: &Arguments, outcome: &mut Outcome) -> io::Result<()> {
    let mut all = Vec::new();
    let unread = lines_of(&arguments.files, &mut |path, line, read| {
        let (name, line) = (path.display().to_string(), format!("line {line}"));
        match read.map(|proposal| rows::row(&proposal)) {
            Ok(Ok(row)) => all.push(row),
            Ok(Err(unsaid)) => unsaid.iter().for_each(|place| {
                let problem =
                    "a row cannot hold this; allowed: one figure for each measure, and non-empty texts";
                refuse(outcome, &name, &format!("{line}, {place}"), problem);
            }),
            Err(refused) => {
                for fault in refused.get("error").and_then(Value::as_array).into_iter().flatten() {
                    let [place, problem, allowed] =
                        ["place", "problem", "allowed"].map(|key| fault[key].as_str().unwrap_or_default());
                    let place = if place.starts_with("line ") { place } else { &format!("{line}, {place}") };
                    refuse(outcome, &name, place, &format!("{problem}; allowed: {allowed}"));
                }
                if let Some(more) = refused.get("more").and_then(Value::as_u64) {
                    refuse(outcome, &name, &line, &format!("{more} more faults"));
                }
            }
        }
        Ok(())
    })?;
    outcome.refused |= unread;
    let columns: BTreeSet<(bool, &str)> =
        all.iter().flat_map(|row| row.keys()).map(|column| (column != NAME, column.as_str())).collect();
    let mut table = Writer::from_writer(out);
    if !columns.is_empty() {
        table.write_record(columns.iter().map(|(_, column)| column))?;
    }
    for row in &all {
        table.write_record(columns.iter().map(|(_, column)| row.get(*column).map_or("", String::as_str)))?;
    }
    table.flush()
}
