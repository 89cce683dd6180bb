//! Lines that fit a terminal, and text from outside that does nothing to whoever reads it.

use std::io::{self, Write};

use cpto::Shown;

/// How wide a line may be. A terminal of 80 columns is the least that people use.
const WIDTH: usize = 80;

/// A text from outside: the name of a company or a file, a reason.
pub(crate) fn shown(text: &str) -> String {
    Shown(text).to_string()
}

/// What a parser says, which may quote the document over several lines.
pub(crate) fn said(message: &str) -> String {
    message.trim_end().split('\n').map(shown).collect::<Vec<_>>().join("\n      ")
}

/// A text in lines, the first behind `prefix`, the others behind as much space. What is above the most is cut.
pub(crate) fn fitted(prefix: &str, text: &str, most: usize) -> Vec<String> {
    let indent = " ".repeat(prefix.chars().count());
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(prefix)
        .subsequent_indent(&indent)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines: Vec<String> = textwrap::wrap(&text, options).into_iter().map(Into::into).collect();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while textwrap::core::display_width(last) > WIDTH - 3 {
                last.pop();
            }
            last.push_str("...");
        }
    }
    lines
}

/// Writes a text in as many lines as it takes.
pub(crate) fn wrapped(out: &mut impl Write, prefix: &str, text: &str) -> io::Result<()> {
    fitted(prefix, text, usize::MAX).iter().try_for_each(|line| writeln!(out, "{line}"))
}
