//! How is untrusted text shown safely?

use core::fmt::{self, Write};

/// The greatest number of characters shown.
const SHOWN: usize = 120;

/// Shows untrusted text safely: control characters, escape sequences, bidirectional overrides, invisible characters and
/// backslashes are written as escapes, and long text is cut.
///
/// ```
/// use cpto::Escaped;
///
/// assert_eq!(Escaped("red \u{1b}[31m").to_string(), "red \\u{1b}[31m");
/// ```
#[derive(Clone, Copy, Debug)]
#[expect(clippy::exhaustive_structs, reason = "a text, and nothing else")]
#[doc(alias = "escape")]
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0.chars();
        for char in rest.by_ref().take(SHOWN) {
            match char {
                '\\' | '\t' | '\r' | '\n' => char.escape_default().fmt(f)?,
                _ if is_hidden(char) => char.escape_unicode().fmt(f)?,
                _ => f.write_char(char)?,
            }
        }
        if rest.next().is_some() { f.write_char('…') } else { Ok(()) }
    }
}

/// Returns whether a character is invisible or affects the characters around it.
fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(char,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn what_is_hidden_is_made_visible_and_the_rest_stays() {
        for (text, shown) in [
            ("\u{1b}]0;x\u{7}", r"\u{1b}]0;x\u{7}"),
            ("\u{9b}31m", r"\u{9b}31m"),
            ("a\u{202e}b\u{2066}", r"a\u{202e}b\u{2066}"),
            ("\u{feff}\u{200b}\u{e0041}", r"\u{feff}\u{200b}\u{e0041}"),
            ("one\r\n\ttwo\\", r"one\r\n\ttwo\\"),
            ("Zoë's \"größte\" हिन्दी 世界", "Zoë's \"größte\" हिन्दी 世界"),
        ] {
            assert_eq!(Escaped(text).to_string(), shown);
        }
    }

    #[test]
    fn long_texts_are_cut() {
        let text = "é".repeat(SHOWN);
        assert_eq!(Escaped(&text).to_string(), text);
        assert_eq!(Escaped(&"é".repeat(1_000_000)).to_string(), text + "…");
    }
}
