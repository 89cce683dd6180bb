//! How does an identifier become the name that documents use?

/// Turns an identifier into the name by which documents know it.
macro_rules! kebab {
    ($name:ident) => {
        const {
            const SNAKE: &str = stringify!($name);
            const KEBAB: [u8; SNAKE.len()] = crate::vocabulary::kebab::hyphenated(SNAKE.as_bytes());
            match core::str::from_utf8(&KEBAB) {
                Ok(name) => name,
                Err(_) => SNAKE,
            }
        }
    };
}
pub(crate) use kebab;

/// The bytes with hyphens for underscores.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler alone")]
pub(crate) const fn hyphenated<const N: usize>(snake: &[u8]) -> [u8; N] {
    let mut name = [0; N];
    let mut index = 0;
    while index < N {
        name[index] = if snake[index] == b'_' { b'-' } else { snake[index] };
        index += 1;
    }
    name
}
