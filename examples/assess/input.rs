//! Reading documents in three formats, and saying what is wrong with them.

use std::io::{self, Read, Write};
use std::path::Path;

use clap::ValueEnum;
use cpto::{Draft, Faults, Proposal};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Syntax {
    Json,
    Toml,
    Yaml,
}

impl Syntax {
    /// The syntax that a file's name says.
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "toml" => Some(Self::Toml),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Toml => "TOML",
            Self::Yaml => "YAML",
        }
    }

    /// The syntax that a text looks like: JSON begins with a brace, and the first line of TOML that says something
    /// has brackets around it or an equals sign in it.
    fn guess(text: &str) -> Self {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        match lines.next() {
            Some(line) if line.starts_with('{') => Self::Json,
            Some(line)
                if line.starts_with('[') || line.split(':').next().is_some_and(|key| key.contains('=')) =>
            {
                Self::Toml
            }
            _ => Self::Yaml,
        }
    }
}

/// Why an input is not assessed.
pub(crate) enum Refusal {
    /// It cannot be read at all.
    Unreadable(io::Error),
    /// It is no document of its format.
    Malformed(Syntax, String),
    /// It is one, but what it says cannot be.
    Faults(Faults),
}

impl Refusal {
    /// Says on standard error what is wrong, all of it.
    pub(crate) fn report(&self, name: &str) -> io::Result<()> {
        let mut out = anstream::stderr().lock();
        let style = anstyle::AnsiColor::Red.on_default().bold();
        let name = crate::lines::printable(name);
        match self {
            Self::Unreadable(error) => writeln!(out, "{style}refused{style:#} {name}: {error}"),
            Self::Malformed(syntax, error) => {
                writeln!(out, "{style}refused{style:#} {name}: no document in {}: {error}", syntax.name())
            }
            Self::Faults(faults) => {
                let count = faults.as_slice().len();
                let s = if count == 1 { "" } else { "s" };
                writeln!(out, "{style}refused{style:#} {name}: {count} fault{s}")?;
                for fault in faults {
                    let place = fault.place().to_string();
                    let place = if place.is_empty() { "the document itself" } else { &place };
                    writeln!(out, "  {}", crate::lines::printable(place))?;
                    writeln!(out, "      {}", crate::lines::printable(&fault.kind().to_string()))?;
                    crate::lines::wrapped(&mut out, "      allowed: ", &fault.kind().allowed())?;
                }
                Ok(())
            }
        }
    }
}

/// Reads a published case, as it is in `tests/cases`.
pub(crate) fn published(case: &str) -> Result<Draft<Proposal>, Refusal> {
    parse(case, Syntax::Json)
}

/// Reads a document.
pub(crate) fn read<T>(path: &Path, syntax: Option<Syntax>) -> Result<Draft<T>, Refusal>
where
    Draft<T>: DeserializeOwned,
{
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.map_err(Refusal::Unreadable)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Refusal::Unreadable(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("the text is not UTF-8: {error}"),
        ))
    })?;
    let syntax = syntax.or_else(|| Syntax::of(path)).unwrap_or_else(|| Syntax::guess(&text));
    parse(&text, syntax)
}

fn parse<T>(text: &str, syntax: Syntax) -> Result<Draft<T>, Refusal>
where
    Draft<T>: DeserializeOwned,
{
    let read = match syntax {
        Syntax::Json => match case(text) {
            Some(proposal) => Draft::deserialize(proposal).map_err(|error| error.to_string()),
            None => serde_json::from_str(text).map_err(|error| error.to_string()),
        },
        Syntax::Toml => toml::from_str(text).map_err(|error| error.to_string()),
        Syntax::Yaml => serde_norway::from_str(text).map_err(|error| error.to_string()),
    };
    read.map_err(|error| Refusal::Malformed(syntax, error))
}

/// The proposal in a file of `tests/cases`, which holds the account and the expectations, too.
fn case(text: &str) -> Option<serde_json::Value> {
    let mut case: serde_json::Value = serde_json::from_str(text).ok()?;
    let case = case.as_object_mut()?;
    if case.contains_key("expect") { case.remove("proposal") } else { None }
}
