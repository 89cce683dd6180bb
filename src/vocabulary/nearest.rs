//! Which known name was probably meant?

use core::fmt;

use alloc::vec::Vec;

/// Text longer than this many bytes is not treated as a misprint and is not compared.
const LONGEST: usize = 64;
/// The greatest number of names suggested.
const OFFERED: usize = 3;

/// Writes `; did you mean this or that?` with the names nearest to the text found, if any are near.
pub(crate) struct DidYouMean<'a>(pub(crate) &'a str, pub(crate) &'static [&'static str]);

impl fmt::Display for DidYouMean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "; did you mean ";
        for name in nearest(self.0, self.1) {
            write!(f, "{between}{name}")?;
            between = " or ";
        }
        if between == " or " { f.write_str("?") } else { Ok(()) }
    }
}

/// Returns the names with the fewest letters changed from the text found: at most a third of the name, rounded up, and at most 4.
fn nearest(found: &str, names: &'static [&'static str]) -> Vec<&'static str> {
    if found.len() > LONGEST {
        return Vec::new();
    }
    let distances = names.iter().map(|name| (distance(found, name), *name));
    let near: Vec<_> =
        distances.filter(|(distance, name)| *distance <= name.len().div_ceil(3).min(4)).collect();
    let least = near.iter().map(|(distance, _)| *distance).min();
    let nearest = near.into_iter().filter(|(distance, _)| Some(*distance) == least);
    nearest.map(|(_, name)| name).take(OFFERED).collect()
}

/// Returns the number of letters to insert, delete or change to get from the text found to a name. Case does not count, and any
/// character other than a letter or digit counts as a hyphen.
fn distance(found: &str, name: &str) -> usize {
    let letter = |byte: u8| if byte.is_ascii_alphanumeric() { byte.to_ascii_lowercase() } else { b'-' };
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (above, one) in found.bytes().map(letter).enumerate() {
        let (mut left, mut diagonal) = (above + 1, above);
        for (slot, other) in row.iter_mut().skip(1).zip(name.bytes()) {
            let here = (diagonal + usize::from(one != other)).min(left + 1).min(*slot + 1);
            (diagonal, *slot, left) = (*slot, here, here);
        }
        if let Some(first) = row.first_mut() {
            *first = above + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &["cto", "cpo", "cpto", "scale-up", "startup", "technical-stability"];

    #[test]
    fn what_is_near_is_offered_and_nothing_else() {
        for (found, expected) in [
            ("scaleup", &["scale-up"][..]),
            ("Scale_Up", &["scale-up"]),
            ("start-up", &["startup"]),
            ("tecnical-stabilty", &["technical-stability"]),
            ("ceo", &["cto", "cpo"]),
            ("boredom", &[]),
            ("", &[]),
        ] {
            assert_eq!(nearest(found, NAMES), expected, "{found}");
        }
        assert_eq!(nearest(&"scale-up".repeat(9), NAMES), [""; 0], "it is too long");
    }

    #[test]
    fn a_distance_counts_letters() {
        for (found, name, expected) in [
            ("", "cto", 3),
            ("cto", "cto", 0),
            ("ctoo", "cto", 1),
            ("kitten", "sitting", 3),
            ("ct", "cpto", 2),
            ("x", "", 1),
        ] {
            assert_eq!(distance(found, name), expected, "{found} {name}");
        }
    }
}
