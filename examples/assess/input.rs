//! Reading documents in three formats, and reporting what is wrong with them.

use std::io::{self, Read, Write};
use std::path::Path;

use clap::ValueEnum;
use cpto::{Draft, Faults, Proposal};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::lines::{said, shown, wrapped};

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Syntax {
    Json,
    Toml,
    Yaml,
}

impl Syntax {
    /// Returns the syntax that a file's name shows.
    pub(crate) fn of(path: &Path) -> Option<Self> {
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

    /// Guesses the syntax of a text: JSON begins with a brace, and the first line of TOML that is neither blank nor a comment
    /// begins with a bracket or has an equals sign before any colon.
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

/// The reason why an input is refused.
pub(crate) enum Refusal {
    /// The input cannot be read.
    Unreadable(io::Error),
    /// The text is not a document of its format.
    Malformed(Syntax, String),
    /// The document is well-formed but invalid.
    Faults(Faults),
}

impl Refusal {
    /// Reports everything that is wrong on standard error. If that cannot be written, there is nowhere left to report it.
    pub(crate) fn report(&self, name: &str) {
        let _ = self.write(&mut anstream::stderr().lock(), &shown(name));
    }

    fn write(&self, out: &mut impl Write, name: &str) -> io::Result<()> {
        let style = anstyle::AnsiColor::Red.on_default().bold();
        write!(out, "{style}refused{style:#} {name}: ")?;
        match self {
            Self::Unreadable(error) => writeln!(out, "{}", said(&error.to_string())),
            Self::Malformed(syntax, error) => {
                writeln!(out, "not a {} document: {}", syntax.name(), said(error))
            }
            Self::Faults(faults) => {
                let count = faults.as_slice().len() + faults.more();
                writeln!(out, "{count} fault{}", if count == 1 { "" } else { "s" })?;
                for fault in faults {
                    let place = fault.place().to_string();
                    writeln!(out, "  {}", if place.is_empty() { "the document itself" } else { &place })?;
                    writeln!(out, "      {}", fault.kind())?;
                    wrapped(out, "      allowed: ", &fault.kind().allowed())?;
                }
                match faults.more() {
                    0 => Ok(()),
                    more => writeln!(out, "  and {more} more"),
                }
            }
        }
    }
}

/// Reads a proposal, also from a case file.
pub(crate) fn proposal(path: &Path, syntax: Option<Syntax>) -> Result<Proposal, Refusal> {
    let (text, syntax) = text(path, syntax)?;
    proposal_of(&text, syntax)
}

/// Reads the proposal of a text.
pub(crate) fn proposal_of(text: &str, syntax: Syntax) -> Result<Proposal, Refusal> {
    let is_case = syntax == Syntax::Json && serde_json::from_str::<Expecting>(text).is_ok();
    let draft = if is_case {
        let case = serde_json::from_str::<Case>(text);
        case.map_err(|error| Refusal::Malformed(syntax, error.to_string()))?.proposal
    } else {
        parse(text, syntax)?
    };
    draft.build().map_err(Refusal::Faults)
}

/// Returns the text of a file or of standard input, and its syntax. A byte order mark means nothing in UTF-8 and is skipped.
pub(crate) fn text(path: &Path, syntax: Option<Syntax>) -> Result<(String, Syntax), Refusal> {
    let not_utf8 =
        |error| io::Error::new(io::ErrorKind::InvalidData, format!("the text is not UTF-8: {error}"));
    let text = bytes(path).and_then(|bytes| String::from_utf8(bytes).map_err(not_utf8));
    let mut text = text.map_err(Refusal::Unreadable)?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    let syntax = syntax.or_else(|| Syntax::of(path)).unwrap_or_else(|| Syntax::guess(&text));
    Ok((text, syntax))
}

/// Returns the bytes of a file or of standard input.
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return std::fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
}

/// Reads a text of a syntax.
pub(crate) fn parse<T: DeserializeOwned>(text: &str, syntax: Syntax) -> Result<T, Refusal> {
    let read = match syntax {
        Syntax::Json => serde_json::from_str(text).map_err(|error| error.to_string()),
        Syntax::Toml => toml::from_str(text).map_err(|error| error.to_string()),
        Syntax::Yaml => {
            // YAML 1.2 booleans, so that a company may be called No.
            let options = serde_saphyr::options! { strict_booleans: true, with_snippet: false };
            serde_saphyr::from_str_with_options(text, options).map_err(|error| error.to_string())
        }
    };
    read.map_err(|error| Refusal::Malformed(syntax, error))
}

/// The keys that distinguish a case file from a proposal.
#[derive(Deserialize)]
#[expect(dead_code, reason = "the keys must be there, but are not read")]
struct Expecting {
    proposal: IgnoredAny,
    expect: IgnoredAny,
}

/// A case file of `tests/cases`, which has an account and expectations around its proposal.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the keys are allowed, but not read")]
struct Case {
    proposal: Draft<Proposal>,
    expect: IgnoredAny,
    id: Option<IgnoredAny>,
    title: Option<IgnoredAny>,
    year: Option<IgnoredAny>,
    grade: Option<IgnoredAny>,
    account: Option<IgnoredAny>,
    source: Option<IgnoredAny>,
    assumptions: Option<IgnoredAny>,
}
