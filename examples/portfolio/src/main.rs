//! Assesses a portfolio in a table with a query engine, in one process or in several.

use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, Parser, Subcommand};
use datafusion::arrow::util::pretty::pretty_format_batches;
use tokio::runtime::{Builder, Runtime};

mod compare;
mod direct;
mod engine;
mod function;
mod generate;
#[path = "../../assess/results.rs"]
mod results;
#[path = "../../assess/rows.rs"]
mod rows;

/// Counts the rows with each verdict. Invalid rows have no verdict, and are counted as faults.
const VERDICTS: &str = "SELECT assessed['verdict.least'] AS \"verdict.least\", assessed['verdict.most'] AS \"verdict.most\", \
     count(*) AS rows, count(assessed['fault']) AS faults FROM assessed GROUP BY 1, 2 ORDER BY 1, 2";

/// Assess a portfolio: a table with one proposal per row, as CSV or Parquet.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write generated rows, as CSV if the file name ends in .csv, otherwise as Parquet
    Generate {
        rows: usize,
        table: PathBuf,
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Assess the rows in a plain loop, and print how many have each verdict
    Direct { table: PathBuf },
    /// Measure the parts of that loop over a Parquet file
    Parts { table: PathBuf },
    /// Query the view `assessed`, which has the columns of the table and `assessed`, a struct
    Query {
        #[command(flatten)]
        asked: Asked,
        /// The query; without it, count the rows with each verdict
        #[arg(long, default_value = VERDICTS, hide_default_value = true)]
        sql: String,
    },
    /// Query every row, and compare each with the result of the loop
    Compare {
        #[command(flatten)]
        asked: Asked,
    },
    /// Plan queries for executors until stopped; ready once this many executors have registered
    Scheduler { port: u16, executors: usize },
    /// Run parts of queries on one core until stopped
    Executor { scheduler: u16, port: u16, grpc_port: u16 },
}

#[derive(Args)]
struct Asked {
    table: PathBuf,
    /// The number of parts in which the table is read, and of cores if this process reads it
    #[arg(long, default_value_t = 1)]
    parallel: usize,
    /// Use a Ballista scheduler and executor in this process
    #[arg(long)]
    standalone: bool,
    /// Use the scheduler at this address, such as 127.0.0.1:50050
    #[arg(long, conflicts_with = "standalone")]
    scheduler: Option<String>,
}

/// Where a query runs.
enum Place {
    Here,
    Standalone,
    Scheduler(String),
}

impl Asked {
    fn place(&self) -> Place {
        match &self.scheduler {
            Some(address) => Place::Scheduler(address.clone()),
            None if self.standalone => Place::Standalone,
            None => Place::Here,
        }
    }

    fn runtime(&self) -> std::io::Result<Runtime> {
        runtime(self.parallel)
    }
}

fn runtime(threads: usize) -> std::io::Result<Runtime> {
    Builder::new_multi_thread().worker_threads(threads.max(1)).enable_all().build()
}

/// Whether a table is CSV by its name; otherwise it is Parquet.
fn is_csv(table: &Path) -> bool {
    table.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(OsStr::new("csv")))
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    match command {
        Command::Generate { rows, table, seed } => {
            generate::write(table, *rows, *seed)?;
            took("generated", *rows as u64, start.elapsed());
        }
        Command::Direct { table } => {
            let mut verdicts = std::collections::BTreeMap::new();
            direct::run(table, &mut |_, _, assessed| {
                let verdict = assessed.map_or_else(|_| "a fault".to_owned(), |it| it.verdict().to_string());
                *verdicts.entry(verdict).or_insert(0_u64) += 1;
            })?;
            for (verdict, rows) in &verdicts {
                println!("{verdict}: {rows}");
            }
            took("in the loop", verdicts.values().sum(), start.elapsed());
        }
        Command::Parts { table } => {
            let parts = direct::parts(table)?;
            took("read", parts.rows, parts.read);
            took("made proposals", parts.rows, parts.made);
            took("evaluated", parts.rows, parts.evaluated);
        }
        Command::Query { asked, sql } => asked.runtime()?.block_on(async {
            let context = engine::context(&asked.place(), asked.parallel, &asked.table).await?;
            let rows = context.table(engine::TABLE).await?.count().await?;
            let start = Instant::now();
            let batches = context.sql(sql).await?.collect().await?;
            let elapsed = start.elapsed();
            println!("{}", pretty_format_batches(&batches)?);
            took("in the query", rows as u64, elapsed);
            eprintln!("assessed by this process: {}", function::assessed());
            Ok::<(), Box<dyn Error>>(())
        })?,
        Command::Compare { asked } => asked.runtime()?.block_on(async {
            let context = engine::context(&asked.place(), asked.parallel, &asked.table).await?;
            println!("{} rows, each equal to that of the loop", compare::run(&context, &asked.table).await?);
            Ok::<(), Box<dyn Error>>(())
        })?,
        Command::Scheduler { port, executors } => {
            runtime(1)?.block_on(engine::scheduler(*port, *executors))?;
        }
        Command::Executor { scheduler, port, grpc_port } => {
            runtime(1)?.block_on(engine::executor(*scheduler, [*port, *grpc_port]))?;
            took("in this executor", function::assessed(), start.elapsed());
        }
    }
    Ok(())
}

/// Reports on standard error how long the rows took, and the peak memory of this process.
fn took(what: &str, rows: u64, time: Duration) {
    let a_second = u128::from(rows) * 1_000_000 / time.as_micros().max(1);
    let memory = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = memory.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim();
    eprintln!("{what}: {rows} rows in {} ms, {a_second} per second; peak memory {peak}", time.as_millis());
}
