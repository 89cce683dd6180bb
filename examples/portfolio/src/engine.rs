//! Running a query: in this process, or in the processes of Ballista.
//!
//! Every process that plans or runs a query must know the function: the client, the scheduler and each executor. Ballista's
//! own states have only the engine's functions, and when Ballista takes over a state it replaces the functions. So each side
//! registers the function again.

use std::path::Path;
use std::sync::Arc;

use ballista::prelude::{SessionConfigExt, SessionContextExt};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::common::{DataFusionError, Result};
use datafusion::execution::{FunctionRegistry, SessionState};
use datafusion::functions::core::expr_fn::named_struct;
use datafusion::logical_expr::{Expr, ident, lit};
use datafusion::prelude::{CsvReadOptions, ParquetReadOptions, SessionConfig, SessionContext};

use crate::function;
use crate::{Place, is_csv};

/// The names of the table as it is, and of the view that adds the result of each row; the added column has the same name as
/// the view.
pub(crate) const TABLE: &str = "portfolio";
pub(crate) const VIEW: &str = "assessed";

const LOOPBACK: &str = "127.0.0.1";

/// Off: Ballista requires one kind of text throughout.
const VIEW_TYPES: &str = "datafusion.execution.parquet.schema_force_view_types";
/// Off: otherwise each requested field is moved below the view separately, and a row is assessed once per field.
const MOVED_FIELDS: &str = "datafusion.optimizer.enable_leaf_expression_pushdown";

/// Returns the context for queries, with the table and the view registered.
pub(crate) async fn context(place: &Place, parallel: usize, table: &Path) -> Result<SessionContext> {
    let settled = |config: SessionConfig| {
        config.with_target_partitions(parallel).set_bool(VIEW_TYPES, false).set_bool(MOVED_FIELDS, false)
    };
    let ballista =
        || state(settled(SessionConfig::new_with_ballista().with_ballista_standalone_parallelism(parallel)));
    let context = match place {
        Place::Here => SessionContext::new_with_config(settled(SessionConfig::new())),
        Place::Standalone => SessionContext::standalone_with_state(ballista()?).await?,
        Place::Scheduler(address) => {
            SessionContext::remote_with_state(&format!("df://{address}"), ballista()?).await?
        }
    };
    context.register_udf(function::assess());
    // Executors may run in another directory.
    let path = std::path::absolute(table)?;
    let path = path.to_string_lossy();
    if is_csv(table) {
        // Read every cell as text, whatever it looks like.
        let options = CsvReadOptions::new().schema_infer_max_records(0).newlines_in_values(true);
        context.register_csv(TABLE, &*path, options).await?;
    } else {
        context.register_parquet(TABLE, &*path, ParquetReadOptions::new()).await?;
    }
    let rows = context.table(TABLE).await?;
    let names: Vec<String> = rows.schema().fields().iter().map(|field| field.name().clone()).collect();
    let cells = names.iter().flat_map(|name| [lit(name.as_str()), ident(name)]).collect();
    let assessed = function::assess().call(vec![named_struct(cells)]).alias(VIEW);
    let all = names.iter().map(ident).chain([assessed]).collect::<Vec<Expr>>();
    context.register_table(VIEW, rows.select(all)?.into_view())?;
    Ok(context)
}

/// Returns a Ballista state that knows the function.
fn state(config: SessionConfig) -> Result<SessionState> {
    let mut state = default_session_builder(config)?;
    state.register_udf(Arc::new(function::assess()))?;
    Ok(state)
}

/// Plans the queries of clients and hands them to the executors, until the process is stopped. It is ready once this many
/// executors have registered.
pub(crate) async fn scheduler(port: u16, executors: usize) -> Result<()> {
    let config = SchedulerConfig {
        bind_host: LOOPBACK.to_owned(),
        bind_port: port,
        external_host: LOOPBACK.to_owned(),
        min_ready_executors: executors,
        override_session_builder: Some(Arc::new(state)),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await.map_err(outside)?;
    let address = (std::net::Ipv4Addr::LOCALHOST, port).into();
    start_server(cluster, address, Arc::new(config)).await.map_err(outside)
}

/// Runs the scheduler's tasks on one core, until the process is stopped. Takes two ports.
pub(crate) async fn executor(scheduler: u16, ports: [u16; 2]) -> Result<()> {
    let mut registry = BallistaFunctionRegistry::default();
    let function = Arc::new(function::assess());
    registry.scalar_functions.insert(function::NAME.to_owned(), function);
    let [port, grpc_port] = ports;
    let config = ExecutorProcessConfig {
        bind_host: LOOPBACK.to_owned(),
        external_host: Some(LOOPBACK.to_owned()),
        port,
        grpc_port,
        scheduler_host: LOOPBACK.to_owned(),
        scheduler_port: scheduler,
        scheduler_connect_timeout_seconds: 30,
        vcores: 1,
        override_function_registry: Some(Arc::new(registry)),
        ..ExecutorProcessConfig::default()
    };
    start_executor_process(Arc::new(config)).await.map_err(outside)
}

fn outside(error: impl std::error::Error + Send + Sync + 'static) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}
