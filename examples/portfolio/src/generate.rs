//! Generating a portfolio.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use cpto::strategies;
use datafusion::arrow::array::{ArrayRef, StringBuilder};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::properties::WriterProperties;

use crate::is_csv;
use crate::rows;

/// The column that numbers the rows.
pub(crate) const NAME: &str = "organization.name";
/// The number of proposals that determine the columns. A later proposal that needs another column is skipped.
const SAMPLE: usize = 10_000;
/// The number of rows that are written at once, and that form a row group of a Parquet file. Readers do not split a group.
const BLOCK: usize = 1 << 15;

type Row = BTreeMap<String, String>;

/// Returns an endless series of rows from generated proposals. Proposals that a row cannot hold are skipped.
fn drawn(seed: u64) -> impl Iterator<Item = Row> {
    let mut numbers = strategies::seeded(seed);
    std::iter::repeat_with(move || rows::row(&strategies::proposal(&mut numbers))).filter_map(Result::ok)
}

/// Writes this many rows, as CSV or Parquet by the ending of the path. The same seed gives the same rows.
pub(crate) fn write(path: &Path, rows: usize, seed: u64) -> Result<(), Box<dyn Error>> {
    let sample = drawn(seed).take(SAMPLE).flat_map(Row::into_keys);
    let columns: BTreeSet<String> = sample.chain([NAME.to_owned()]).collect();
    let fields: Vec<_> = columns.iter().map(|name| Field::new(name, DataType::Utf8, true)).collect();
    let schema = Arc::new(Schema::new(fields));
    let sayable = |row: &Row| row.keys().all(|column| columns.contains(column));
    let mut drawn = drawn(seed).filter(sayable).zip(1_usize..).take(rows).map(|(mut row, number)| {
        row.insert(NAME.to_owned(), format!("Company {number}"));
        row
    });
    let mut table = Table::at(path, &schema)?;
    loop {
        let mut block: Vec<StringBuilder> = columns.iter().map(|_| StringBuilder::new()).collect();
        let mut count = 0;
        for row in drawn.by_ref().take(BLOCK) {
            block.iter_mut().zip(&columns).for_each(|(cells, name)| cells.append_option(row.get(name)));
            count += 1;
        }
        if count == 0 {
            return table.close();
        }
        let block = block.iter_mut().map(|cells| Arc::new(cells.finish()) as ArrayRef).collect();
        table.write(&RecordBatch::try_new(schema.clone(), block)?)?;
    }
}

enum Table {
    Csv(Box<datafusion::arrow::csv::Writer<File>>),
    Parquet(Box<ArrowWriter<File>>),
}

impl Table {
    fn at(path: &Path, schema: &Arc<Schema>) -> Result<Self, Box<dyn Error>> {
        let file = File::create(path)?;
        Ok(if is_csv(path) {
            Self::Csv(Box::new(datafusion::arrow::csv::Writer::new(file)))
        } else {
            let properties = WriterProperties::builder().set_max_row_group_row_count(Some(BLOCK)).build();
            Self::Parquet(Box::new(ArrowWriter::try_new(file, schema.clone(), Some(properties))?))
        })
    }

    fn write(&mut self, batch: &RecordBatch) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Csv(table) => table.write(batch)?,
            Self::Parquet(table) => table.write(batch)?,
        }
        Ok(())
    }

    fn close(self) -> Result<(), Box<dyn Error>> {
        if let Self::Parquet(table) = self {
            table.close()?;
        }
        Ok(())
    }
}
