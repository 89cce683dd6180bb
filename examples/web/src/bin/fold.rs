//! Compresses a file: `fold FILE FOLDED` deflates it, slowly but well.

use std::error::Error;
use std::fs::{self, File};

use zopfli::{Format, Options};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(folded)) = (arguments.next(), arguments.next()) else {
        return Err("usage: fold FILE FOLDED".into());
    };
    let bytes = fs::read(file)?;
    zopfli::compress(Options::default(), Format::Deflate, bytes.as_slice(), File::create(folded)?)?;
    Ok(())
}
