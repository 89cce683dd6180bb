//! Lines that fit a terminal, and outside text made harmless.

use std::io::{self, Write};

use cpto::Escaped;

/// The widest line: 80 columns are the narrowest terminal in use.
const WIDTH: usize = 80;

/// Makes a text from outside harmless: the name of a company or a file, or a reason.
pub(crate) fn shown(text: &str) -> String {
    Escaped(text).to_string()
}

/// Makes a parser's message harmless; it may quote the document over several lines.
pub(crate) fn said(message: &str) -> String {
    message.trim_end().split('\n').map(shown).collect::<Vec<_>>().join("\n      ")
}

/// Breaks a text into lines, the first after `prefix`, the others indented as far. Lines beyond the most are cut.
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
