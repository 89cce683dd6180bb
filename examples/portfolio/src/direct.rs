//! The direct loop: it reads, builds and evaluates one row after another, without an engine. The query is measured against
//! it and compared with it.

use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use cpto::{Assessment, Policy, Proposal, evaluate, evaluate_all};
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};

use crate::function::{Cells, told};
use crate::is_csv;
use crate::rows::{self, Column, Wrong};

/// Takes a row: the names of the columns, the cells, and the assessment or what is wrong with them.
type Give<'a> = dyn FnMut(&[String], &[&str], Result<Assessment, Vec<Wrong>>) + 'a;

/// The columns of a table, and their names.
struct Head {
    names: Vec<String>,
    columns: Vec<Column>,
}

impl Head {
    fn of<'a>(names: impl Iterator<Item = &'a str>) -> Result<Self, String> {
        let names: Vec<String> = names.map(str::to_owned).collect();
        let columns = Column::all(names.iter().map(String::as_str)).map_err(|wrong| wrong.join("; "))?;
        Ok(Self { names, columns })
    }
}

fn parquet(path: &Path) -> Result<(Head, ParquetRecordBatchReader), Box<dyn Error>> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path)?)?.with_batch_size(8192);
    let head = Head::of(reader.schema().fields().iter().map(|field| field.name().as_str()))?;
    Ok((head, reader.build()?))
}

/// Assesses the rows of a table one by one.
pub(crate) fn run(path: &Path, give: &mut Give) -> Result<(), Box<dyn Error>> {
    let assessed = |columns: &[Column], cells: &[&str]| {
        rows::proposal(columns, cells).map(|proposal| evaluate(&proposal))
    };
    if is_csv(path) {
        let mut reader = csv::Reader::from_path(path)?;
        let head = Head::of(reader.headers()?.iter())?;
        for record in reader.records() {
            let record = record?;
            let cells: Vec<&str> = record.iter().collect();
            give(&head.names, &cells, assessed(&head.columns, &cells));
        }
        return Ok(());
    }
    let (head, batches) = parquet(path)?;
    for batch in batches {
        let batch = batch?;
        let cells = Cells::of(batch.columns())?;
        for row in 0..batch.num_rows() {
            let cells = cells.of_row(row);
            give(&head.names, &cells, assessed(&head.columns, &cells));
        }
    }
    Ok(())
}

/// The time that each part of the loop takes, over a Parquet file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) rows: u64,
    /// Reading the file.
    pub(crate) read: Duration,
    /// Building proposals from rows.
    pub(crate) made: Duration,
    /// Evaluating the proposals.
    pub(crate) evaluated: Duration,
}

/// Measures each part of the loop, one batch after another.
pub(crate) fn parts(path: &Path) -> Result<Parts, Box<dyn Error>> {
    let (head, mut batches) = parquet(path)?;
    let mut parts = Parts::default();
    loop {
        let (batch, took) = timed(|| batches.next());
        parts.read += took;
        let Some(batch) = batch else { return Ok(parts) };
        let (proposals, took) = timed(|| made(&head.columns, &batch?));
        parts.made += took;
        let proposals = proposals?;
        parts.rows += proposals.len() as u64;
        parts.evaluated += timed(|| evaluate_all(&proposals, &Policy::DEFAULT, |it| _ = black_box(it))).1;
    }
}

fn made(columns: &[Column], batch: &RecordBatch) -> Result<Vec<Proposal>, Box<dyn Error>> {
    let cells = Cells::of(batch.columns())?;
    let proposals = (0..batch.num_rows()).map(|row| rows::proposal(columns, &cells.of_row(row)));
    Ok(proposals.collect::<Result<_, _>>().map_err(|wrong| told(&wrong))?)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}
