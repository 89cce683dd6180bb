//! Writes a portfolio of generated rows.

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
/// The columns are those of so many proposals. The few later ones that would need another are left out, and another is drawn.
const SAMPLE: usize = 10_000;
/// How many rows are written at once, and how many stand in a group of a Parquet file, which no reader divides.
const BLOCK: usize = 1 << 15;

type Row = BTreeMap<String, String>;

/// Rows of generated proposals, without an end. Those that a row cannot say are left out.
fn drawn(seed: u64) -> impl Iterator<Item = Row> {
    let mut numbers = strategies::seeded(seed);
    std::iter::repeat_with(move || rows::row(&strategies::proposal(&mut numbers))).filter_map(Result::ok)
}

/// Writes so many rows as CSV or Parquet, as the ending of the path says. The same seed gives the same rows.
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
