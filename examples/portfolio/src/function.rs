//! The evaluation as a scalar SQL function: it takes a struct with the cells of a row, and returns a struct with the result.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use cpto::{Assessment, Policy, Scale, Span, WarningKey, evaluate_all};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, StringArray, StringBuilder, StructArray, UInt8Builder,
};
use datafusion::arrow::compute::{can_cast_types, cast};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::{Result, exec_datafusion_err, plan_datafusion_err, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};

use crate::results;
use crate::rows::{self, Column, Wrong};

/// The name of the function.
pub(crate) const NAME: &str = "assess";
/// The field that states what is wrong with an invalid row; all other fields are null then.
pub(crate) const FAULT: &str = "fault";

/// The number of rows that this process has assessed.
static ASSESSED: AtomicU64 = AtomicU64::new(0);

/// Returns how many rows this process has assessed.
pub(crate) fn assessed() -> u64 {
    ASSESSED.load(Ordering::Relaxed)
}

/// Returns the function. It must be registered wherever a query is planned or run.
pub(crate) fn assess() -> ScalarUDF {
    ScalarUDF::from(Assess { signature: Signature::any(1, Volatility::Immutable) })
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Assess {
    signature: Signature,
}

impl ScalarUDFImpl for Assess {
    fn name(&self) -> &'static str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    /// Returns the type of a result. Invalid columns are refused here, before any row is read.
    fn return_type(&self, arguments: &[DataType]) -> Result<DataType> {
        let [DataType::Struct(fields)] = arguments else {
            return plan_err!("{NAME} takes one struct, with a field for each column of a table");
        };
        columns(fields)?;
        Ok(DataType::Struct(results_of(&results::keys())))
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let cells = arguments.args.first().map(|it| it.to_array(arguments.number_rows)).transpose()?;
        let rows = cells.as_ref().and_then(|it| it.as_struct_opt());
        let rows = rows.ok_or_else(|| exec_datafusion_err!("{NAME} takes one struct"))?;
        Ok(ColumnarValue::Array(Arc::new(assess_all(rows)?)))
    }
}

/// Returns the columns of a table with these fields, if they are valid.
fn columns(fields: &Fields) -> Result<Vec<Column>> {
    for field in fields {
        if !can_cast_types(field.data_type(), &DataType::Utf8) {
            return plan_err!("the column `{}` is not text, a number or true/false", field.name());
        }
    }
    let names = fields.iter().map(|field| field.name().as_str());
    Column::all(names).map_err(|wrong| plan_datafusion_err!("{}", wrong.join("; ")))
}

/// Returns every field of a result.
fn results_of(keys: &[WarningKey]) -> Fields {
    let verdict = results::ends(results::VERDICT).map(|name| Field::new(name, DataType::Utf8, true));
    let warnings = keys.iter().flat_map(|key| results::ends(&results::name(*key)));
    let severities = warnings.map(|name| Field::new(name, DataType::UInt8, true));
    let fault = Field::new(FAULT, DataType::Utf8, true);
    verdict.into_iter().chain(severities).chain([fault]).collect()
}

/// The cells of a table as texts, column by column. A null cell is an empty text.
pub(crate) struct Cells(Vec<StringArray>);

impl Cells {
    pub(crate) fn of(columns: &[ArrayRef]) -> Result<Self> {
        let text = |column: &ArrayRef| Ok(cast(column, &DataType::Utf8)?.as_string().clone());
        columns.iter().map(text).collect::<Result<_>>().map(Self)
    }

    /// Returns a row.
    pub(crate) fn of_row(&self, row: usize) -> Vec<&str> {
        self.0.iter().map(|column| if column.is_valid(row) { column.value(row) } else { "" }).collect()
    }
}

/// Describes what is wrong with a row.
pub(crate) fn told(wrong: &[Wrong]) -> String {
    let told = wrong.iter().map(|it| format!("{}: {}", it.place, it.problem));
    told.collect::<Vec<_>>().join("; ")
}

/// Assesses a batch: builds all proposals first, then evaluates them.
fn assess_all(batch: &StructArray) -> Result<StructArray> {
    let columns = columns(batch.fields())?;
    let cells = Cells::of(batch.columns())?;
    let (mut proposals, mut faults) = (Vec::with_capacity(batch.len()), StringBuilder::new());
    for row in 0..batch.len() {
        match rows::proposal(&columns, &cells.of_row(row)) {
            Ok(proposal) => {
                proposals.push(proposal);
                faults.append_null();
            }
            Err(wrong) => faults.append_value(told(&wrong)),
        }
    }
    let faults = faults.finish();
    let mut results = Results::of(results::keys(), batch.len());
    let mut row = 0;
    evaluate_all(&proposals, &Policy::DEFAULT, |assessment| {
        while faults.is_valid(row) {
            results.push(None);
            row += 1;
        }
        results.push(Some(assessment));
        row += 1;
    });
    (row..batch.len()).for_each(|_| results.push(None));
    ASSESSED.fetch_add(batch.len() as u64, Ordering::Relaxed);
    Ok(results.finish(faults, batch))
}

/// The columns of results while they are being filled.
struct Results {
    keys: Vec<WarningKey>,
    verdict: [StringBuilder; 2],
    severities: Vec<[UInt8Builder; 2]>,
}

impl Results {
    fn of(keys: Vec<WarningKey>, rows: usize) -> Self {
        let severities = keys.iter().map(|_| [(); 2].map(|()| UInt8Builder::with_capacity(rows))).collect();
        Self { keys, verdict: [(); 2].map(|()| StringBuilder::new()), severities }
    }

    /// Adds the verdict, and each warning from 0 (none) to 4 (critical). Values are null for a seat that is not there, and if
    /// there is no assessment.
    fn push(&mut self, assessment: Option<Assessment>) {
        let verdict = assessment.map(|it| it.verdict());
        let ends = [verdict.map(Span::least), verdict.map(Span::most)];
        for (column, end) in self.verdict.iter_mut().zip(ends) {
            column.append_option(end.map(cpto::Verdict::as_str));
        }
        for (key, columns) in self.keys.iter().zip(&mut self.severities) {
            let range = assessment.and_then(|it| results::severity(&it, *key));
            let ends = [range.map(Span::least), range.map(Span::most)];
            for (column, end) in columns.iter_mut().zip(ends) {
                column.append_option(end.and_then(|end| u8::try_from(end.rank()).ok()));
            }
        }
    }

    fn finish(self, faults: StringArray, batch: &StructArray) -> StructArray {
        let fields = results_of(&self.keys);
        let verdict = self.verdict.map(|mut column| Arc::new(column.finish()) as ArrayRef);
        let severities = self.severities.into_iter().flatten();
        let severities = severities.map(|mut column| Arc::new(column.finish()) as ArrayRef);
        let columns = verdict.into_iter().chain(severities).chain([Arc::new(faults) as ArrayRef]).collect();
        StructArray::new(fields, columns, batch.nulls().cloned())
    }
}
