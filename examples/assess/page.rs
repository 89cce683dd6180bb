//! A report independent of its format: text for a terminal, or Markdown for a document or a comment.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use cpto::{Severity, Span};

use crate::lines::fitted;

/// A part of a page. Texts from outside were made harmless by [`shown`](crate::lines::shown) before.
enum Part {
    Heading(String),
    Text(String),
    /// An entry of a list, at a depth.
    Item(usize, String),
    /// A warning: its severity and its text.
    Warning(Span<Severity>, String),
    /// A line that is written as it is.
    Row(String),
}

/// A page under a title.
pub(crate) struct Page {
    title: String,
    parts: Vec<Part>,
}

/// The most lines that each kind of part may have.
#[derive(Clone, Copy)]
pub(crate) struct Most {
    pub(crate) warning: usize,
    pub(crate) item: usize,
    pub(crate) text: usize,
}

impl Most {
    const ANY: Self = Self { warning: usize::MAX, item: usize::MAX, text: usize::MAX };
}

/// The width of the widest severity and the space after it.
const SEVERITY: usize = 19;

impl Page {
    pub(crate) fn new(title: String) -> Self {
        Self { title, parts: Vec::new() }
    }

    pub(crate) fn heading(&mut self, heading: impl Into<String>) {
        self.parts.push(Part::Heading(heading.into()));
    }

    pub(crate) fn text(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Text(text.into()));
    }

    pub(crate) fn item(&mut self, depth: usize, text: impl Into<String>) {
        self.parts.push(Part::Item(depth, text.into()));
    }

    pub(crate) fn warning(&mut self, severity: Span<Severity>, text: String) {
        self.parts.push(Part::Warning(severity, text));
    }

    pub(crate) fn row(&mut self, row: String) {
        self.parts.push(Part::Row(row));
    }

    /// Returns the lines of the page for a terminal, with at most this many for each part.
    pub(crate) fn lines(&self, most: Most) -> Vec<String> {
        let bold = Style::new().bold();
        let mut lines = vec![format!("{bold}{}{bold:#}", self.title)];
        for part in &self.parts {
            match part {
                Part::Heading(heading) => lines.extend([String::new(), format!("{bold}{heading}{bold:#}")]),
                Part::Text(text) => lines.extend(fitted("", text, most.text)),
                Part::Item(depth, text) => {
                    lines.extend(fitted(&format!("{}- ", "  ".repeat(depth + 1)), text, most.item));
                }
                Part::Warning(severity, text) => {
                    let name = severity.to_string();
                    let style = colour(severity.most());
                    let prefix = format!("  {name:<SEVERITY$}");
                    let mut fitted = fitted(&prefix, text, most.warning);
                    if let Some(first) = fitted.first_mut() {
                        *first = first.replacen(&name, &format!("{style}{name}{style:#}"), 1);
                    }
                    lines.extend(fitted);
                }
                Part::Row(row) => lines.push(format!("  {row}")),
            }
        }
        lines
    }

    pub(crate) fn write(&self, out: &mut impl Write, is_markdown: bool) -> io::Result<()> {
        if is_markdown { self.markdown(out) } else { self.terminal(out, Most::ANY) }
    }

    /// Writes the page for a terminal, with at most this many lines for each part.
    pub(crate) fn terminal(&self, out: &mut impl Write, most: Most) -> io::Result<()> {
        self.lines(most).iter().try_for_each(|line| writeln!(out, "{line}"))
    }

    fn markdown(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "# {}", escaped(&self.title))?;
        let mut is_in_list = false;
        for part in &self.parts {
            let is_item = matches!(part, Part::Item(..) | Part::Warning(..));
            if !(is_in_list && is_item) {
                writeln!(out)?;
            }
            is_in_list = is_item;
            match part {
                Part::Heading(heading) => writeln!(out, "## {}", escaped(heading))?,
                Part::Text(text) => writeln!(out, "{}", escaped(text))?,
                Part::Item(depth, text) => writeln!(out, "{}- {}", "  ".repeat(*depth), escaped(text))?,
                Part::Warning(severity, text) => writeln!(out, "- **{severity}:** {}", escaped(text))?,
                Part::Row(row) => writeln!(out, "    {row}")?,
            }
        }
        Ok(())
    }
}

fn colour(severity: Severity) -> Style {
    match severity {
        Severity::None | Severity::Low => AnsiColor::Cyan.on_default(),
        Severity::Medium => AnsiColor::Yellow.on_default(),
        Severity::High => AnsiColor::Red.on_default(),
        Severity::Critical => AnsiColor::Red.on_default().bold(),
    }
}

/// Escapes a text for Markdown: no markup, no HTML, no links from addresses, no notifications.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let (before, behind) = text.split_at(at);
        let acts = match character {
            '<' | '>' | '&' | '\n' => {
                escaped.push_str(match character {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    _ => " ",
                });
                continue;
            }
            ':' => behind.starts_with("://"),
            '.' => before.ends_with(['w', 'W']),
            '(' => before.ends_with(']'),
            '-' | '+' | '=' => before.is_empty(),
            _ => "\\`*_{}[]#|~@".contains(character),
        };
        escaped.extend(acts.then_some('\\'));
        escaped.push(character);
    }
    escaped
}

/// Writes a heading for a terminal.
pub(crate) fn heading(out: &mut impl Write, heading: &str) -> io::Result<()> {
    let style = Style::new().bold();
    writeln!(out, "\n{style}{heading}{style:#}")
}
