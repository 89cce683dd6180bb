//! How does an identifier become the name used in documents and the title shown to readers?

/// Turns an identifier into its name in documents, such as `profit-and-loss`.
macro_rules! kebab {
    ($name:ident) => {
        crate::vocabulary::kebab::spelled!($name, false)
    };
}
pub(crate) use kebab;

/// Turns an identifier into its title in sentence case, such as `Profit and loss`, unless a title is given.
macro_rules! title {
    ($name:ident) => {
        crate::vocabulary::kebab::spelled!($name, true)
    };
    ($name:ident $title:literal) => {
        $title
    };
}
pub(crate) use title;

/// Spells out the words of an identifier at compile time.
macro_rules! spelled {
    ($name:ident, $is_title:literal) => {
        const {
            const FROM: &str = stringify!($name);
            const TO: [u8; crate::vocabulary::kebab::length(FROM)] =
                crate::vocabulary::kebab::spell(FROM, $is_title);
            match core::str::from_utf8(&TO) {
                Ok(name) => name,
                Err(_) => FROM,
            }
        }
    };
}
pub(crate) use spelled;

/// Returns whether a word that needs a separator before it starts here.
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
const fn starts(from: &[u8], index: usize) -> bool {
    index > 0 && from[index].is_ascii_uppercase()
}

/// Returns the length of the name in bytes.
pub(crate) const fn length(from: &str) -> usize {
    let (mut length, mut index) = (0, 0);
    while index < from.len() {
        length += if starts(from.as_bytes(), index) { 2 } else { 1 };
        index += 1;
    }
    length
}

/// Returns the bytes of the name, with the words of `snake_case` or `CamelCase` separated.
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
pub(crate) const fn spell<const N: usize>(from: &str, is_title: bool) -> [u8; N] {
    let (from, between) = (from.as_bytes(), if is_title { b' ' } else { b'-' });
    let (mut name, mut length, mut index) = ([between; N], 0, 0);
    while index < from.len() {
        if starts(from, index) {
            length += 1;
        }
        name[length] = match from[index] {
            b'_' => between,
            byte if is_title && index == 0 => byte.to_ascii_uppercase(),
            byte => byte.to_ascii_lowercase(),
        };
        length += 1;
        index += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_and_titles_follow_from_identifiers() {
        assert_eq!(
            (kebab!(Cto), kebab!(load_above), kebab!(ProfitAndLoss)),
            ("cto", "load-above", "profit-and-loss")
        );
        assert_eq!(
            (title!(Cto "CTO"), title!(load_above), title!(ProfitAndLoss)),
            ("CTO", "Load above", "Profit and loss")
        );
    }
}
