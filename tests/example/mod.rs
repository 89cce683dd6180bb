//! Running the examples the way a person runs them.
#![expect(clippy::unwrap_used, reason = "a test stops if the command cannot be run")]

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};

/// Returns the command of an example, which `cargo test` builds before it runs the tests.
pub(crate) fn command(example: &str) -> Command {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    let program = path.join("examples").join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(program);
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Starts an example whose input and output are pipes.
pub(crate) fn started(example: &str, arguments: &[&str]) -> Child {
    let mut command = command(example);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// Runs an example with these arguments and this standard input.
pub(crate) fn run(example: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = started(example, arguments);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The command may end without reading all its input.
    let writer = std::thread::spawn(move || _ = stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}
