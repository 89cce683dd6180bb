//! A line of text at a place.

use maud::{Markup, html};

/// A line of text that is being placed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    x: u32,
    y: u32,
    size: u32,
    anchor: &'static str,
    weight: &'static str,
    opacity: &'static str,
}

impl Text {
    /// Returns text whose baseline begins here.
    pub(super) const fn at(x: u32, y: u32) -> Self {
        Self { x, y, size: 13, anchor: "start", weight: "400", opacity: "1" }
    }

    pub(super) const fn size(mut self, size: u32) -> Self {
        self.size = size;
        self
    }

    /// Centred on the place.
    pub(super) const fn centred(mut self) -> Self {
        self.anchor = "middle";
        self
    }

    pub(super) const fn bold(mut self) -> Self {
        self.weight = "650";
        self
    }

    /// Fainter than the rest, but still legible.
    pub(super) const fn faint(mut self) -> Self {
        self.opacity = "0.75";
        self
    }

    pub(super) fn of(self, text: &str) -> Markup {
        html! {
            text x=(self.x) y=(self.y) font-size=(self.size) text-anchor=(self.anchor)
                font-weight=(self.weight) fill-opacity=(self.opacity) { (text) }
        }
    }
}

/// Shortens a text to the width of at most this many letters. A drawing cannot break lines, and a name may be of any length.
pub(super) fn shortened(text: &str, most: usize) -> String {
    // A character outside ASCII may be as wide as two letters.
    let width = |character: char| if character.is_ascii() { 1 } else { 2 };
    let mut room = most;
    let fits = |character: &char| room.checked_sub(width(*character)).map(|left| room = left).is_some();
    let mut shorter: String = text.chars().take_while(fits).collect();
    if shorter.len() < text.len() {
        shorter.push('…');
    }
    shorter
}
