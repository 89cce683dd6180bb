//! Lines of text that fit a terminal and do nothing to it.

use std::io::{self, Write};

/// How wide a line may be. A terminal of 80 columns is the least that people use.
const WIDTH: usize = 80;

/// Writes a text in lines, the first behind `prefix`, the others behind as much space.
pub(crate) fn wrapped(out: &mut impl Write, prefix: &str, text: &str) -> io::Result<()> {
    let indent = " ".repeat(prefix.chars().count());
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(prefix)
        .subsequent_indent(&indent)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    textwrap::wrap(&printable(&text), options).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// A text without the characters that would do something to a terminal, or that XML does not know.
pub(crate) fn printable(text: &str) -> String {
    let refused = |character: char| character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|it| if refused(it) { char::REPLACEMENT_CHARACTER } else { it }).collect()
}
