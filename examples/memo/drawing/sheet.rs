//! The sheet of a drawing: its parts below each other, its colours, its title.

use maud::{Markup, PreEscaped, html};

use super::text::{Text, shortened};

/// The room at each side.
pub(super) const PADDING: u32 = 16;
/// The room that a stroke at the edge of a part needs.
const STROKE: u32 = 2;
/// The least width, which the lists and the bars fill.
pub(super) const WIDTH: u32 = 860;

/// The source of a drawing's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// The drawing stands alone, and follows its reader's preference for light or dark.
    Own,
    /// The drawing is part of a page, and takes the colour of its text.
    OfThePage,
}

/// A part of a drawing, and its height.
pub(super) struct Part {
    pub(super) markup: Markup,
    pub(super) height: u32,
}

/// A whole drawing.
pub(super) struct Drawing {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) width: u32,
    pub(super) parts: Vec<Part>,
}

/// The colours of a drawing that stands alone.
const STYLE: &str = ".cpto-map{color:#1b1f24}.cpto-map .paper{fill:#fff}\
    @media screen and (prefers-color-scheme:dark){.cpto-map{color:#e6e8eb}.cpto-map .paper{fill:#15181c}}";

impl Drawing {
    /// Writes the parts below each other.
    pub(super) fn written(self, theme: Theme) -> Markup {
        let mut below = PADDING;
        let mut placed = Vec::new();
        for part in self.parts {
            placed.push((below, part.markup));
            below += part.height;
        }
        let (width, height) = (self.width, below + PADDING);
        // In a page, the drawing is as wide as the text around it.
        let margin = if theme == Theme::OfThePage { PADDING - STROKE } else { 0 };
        let view = format!("{margin} {margin} {} {}", width - 2 * margin, height - 2 * margin);
        html! {
            svg xmlns="http://www.w3.org/2000/svg" class="cpto-map" viewBox=(view)
                role="img" font-family="system-ui, sans-serif" font-size="13" fill="currentColor" {
                title { (self.title) }
                desc { (self.description) }
                @if theme == Theme::Own {
                    style { (PreEscaped(STYLE)) }
                    rect class="paper" width=(width) height=(height) {}
                }
                @for (y, markup) in placed {
                    g transform={ "translate(" (PADDING) " " (y) ")" } { (markup) }
                }
            }
        }
    }
}

/// Draws the title of a drawing that stands alone, and a line below it.
pub(super) fn heading(title: &str, line: &str) -> Part {
    let markup = html! {
        (Text::at(0, 16).size(18).bold().of(&shortened(title, 62)))
        (Text::at(0, 37).faint().of(line))
    };
    Part { markup, height: 52 }
}
