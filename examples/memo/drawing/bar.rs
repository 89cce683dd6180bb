//! A bar: solid up to what is certain, hatched up to what is possible.

use maud::{Markup, html};

/// The distance between the strokes of a hatching.
const HATCH: usize = 6;

/// Draws a bar from its beginning to the least and to the most, downwards from `top`.
pub(super) fn bar([zero, least, most]: [u32; 3], top: u32, high: u32, colour: &str) -> Markup {
    html! {
        rect x=(zero) y=(top) width=(least - zero) height=(high) fill=(colour) {}
        @if most > least {
            rect x=(least) y=(top) width=(most - least) height=(high) fill=(colour) fill-opacity="0.3" {}
            path d=(hatching(least, most, top, top + high)) stroke="currentColor" stroke-opacity="0.6" fill="none" {}
        }
        rect x=(zero) y=(top) width=(most - zero) height=(high) fill="none" stroke="currentColor" stroke-opacity="0.7" {}
    }
}

/// Returns a share of a length, at most the whole length.
pub(super) fn scaled(share: u32, whole: u32, length: u32) -> u32 {
    let scaled = u64::from(share.min(whole)) * u64::from(length) / u64::from(whole);
    u32::try_from(scaled).unwrap_or(length)
}

/// Draws strokes across a box one by one: a pattern would need a name, and names may clash between drawings in one page.
fn hatching(left: u32, right: u32, top: u32, bottom: u32) -> String {
    let high = bottom - top;
    let strokes = (left..right + high).step_by(HATCH).skip(1).map(|foot| {
        // The stroke rises to the left from its foot, and is cut off at the edge of the box.
        let below = foot.saturating_sub(right);
        let above = high.min(foot - left);
        format!("M{} {}L{} {}", foot - below, bottom - below, foot - above, bottom - above)
    });
    strokes.collect()
}
