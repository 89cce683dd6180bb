//! Generates the bindings: `pack MODULE FOLDER` writes the JavaScript and its WebAssembly.

use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(module), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: pack MODULE FOLDER".into());
    };
    Bindgen::new().input_path(module).web(true)?.typescript(false).generate(folder)?;
    Ok(())
}
