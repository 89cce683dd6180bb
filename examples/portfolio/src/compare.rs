//! Does the query give the same result for every row as the direct loop?

use std::error::Error;
use std::path::Path;

use cpto::{Assessment, WarningKey};
use datafusion::arrow::array::{Array, AsArray, StringArray};
use datafusion::arrow::datatypes::UInt8Type;
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::prelude::SessionContext;
use futures::StreamExt;

use crate::rows::Wrong;
use crate::{direct, engine, function, generate, results};

/// The result of a row: its name, the two ends of the verdict, those of each warning, and what is wrong with it.
type Told = (String, [Option<String>; 2], Vec<Option<u8>>, Option<String>);

/// Returns the loop's result for a row.
fn told(keys: &[WarningKey], name: String, assessed: Result<Assessment, Vec<Wrong>>) -> Told {
    let assessment = match assessed {
        Ok(assessment) => assessment,
        Err(wrong) => return (name, [None, None], vec![None; 2 * keys.len()], Some(function::told(&wrong))),
    };
    let verdict = [assessment.verdict().least(), assessment.verdict().most()];
    let severities = keys.iter().flat_map(|key| {
        let range = results::severity(&assessment, *key);
        [range.map(|it| it.least() as u8), range.map(|it| it.most() as u8)]
    });
    (name, verdict.map(|end| Some(end.to_string())), severities.collect(), None)
}

/// Returns the query's results for a batch, or nothing if columns are missing.
fn answered(keys: &[WarningKey], batch: &RecordBatch) -> Option<Vec<Told>> {
    let [names, results] = batch.columns() else { return None };
    let (names, results) = (names.as_string_opt::<i32>()?, results.as_struct_opt()?);
    let texts = |name: &str| results.column_by_name(name)?.as_string_opt::<i32>();
    let [least, most] = results::ends(results::VERDICT);
    let (least, most, faults) = (texts(&least)?, texts(&most)?, texts(function::FAULT)?);
    let columns = keys.iter().flat_map(|key| results::ends(&results::name(*key)));
    let columns = columns.map(|name| results.column_by_name(&name)?.as_primitive_opt::<UInt8Type>());
    let severities = columns.collect::<Option<Vec<_>>>()?;
    let text = |column: &StringArray, row| column.is_valid(row).then(|| column.value(row).to_owned());
    let rows = (0..batch.num_rows()).map(|row| {
        let severities = severities.iter().map(|it| it.is_valid(row).then(|| it.value(row)));
        let verdict = [text(least, row), text(most, row)];
        (text(names, row).unwrap_or_default(), verdict, severities.collect(), text(faults, row))
    });
    Some(rows.collect())
}

/// Returns the number of rows if the loop and the query agree on each, and an error otherwise.
pub(crate) async fn run(context: &SessionContext, table: &Path) -> Result<usize, Box<dyn Error>> {
    let keys = results::keys();
    let (mut expected, mut found) = (Vec::new(), Vec::new());
    direct::run(table, &mut |names, cells, assessed| {
        let named = names.iter().zip(cells).find(|(name, _)| *name == generate::NAME);
        let name = named.map_or_else(String::new, |(_, cell)| (*cell).to_owned());
        expected.push(told(&keys, name, assessed));
    })?;
    let sql = format!("SELECT \"{}\", {} FROM {}", generate::NAME, engine::VIEW, engine::VIEW);
    let mut batches = context.sql(&sql).await?.execute_stream().await?;
    while let Some(batch) = batches.next().await {
        found.extend(answered(&keys, &batch?).ok_or("the query does not have the expected columns")?);
    }
    expected.sort_unstable();
    found.sort_unstable();
    if let Some((expected, found)) = expected.iter().zip(&found).find(|(expected, found)| expected != found) {
        return Err(format!("the loop has {expected:?}, the query {found:?}").into());
    }
    if expected.len() != found.len() {
        return Err(format!("the loop has {} rows, the query {}", expected.len(), found.len()).into());
    }
    Ok(found.len())
}
