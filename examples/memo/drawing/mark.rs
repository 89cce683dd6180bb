//! The marks: a shape and a colour for each way to hold a responsibility, and the meter of a severity.

use cpto::{Scale, Severity, Span};
use maud::{Markup, html};

use crate::holding::Holding;

/// Half the size of a mark.
const HALF: u32 = 6;

impl Holding {
    /// Returns the colour, from the palette of Okabe and Ito.
    pub(super) const fn colour(self) -> &'static str {
        match self {
            Self::AtHome => "#0072b2",
            Self::Shared => "#009e73",
            Self::Elsewhere => "#56b4e9",
            Self::Misplaced => "#e69f00",
            Self::Contested => "#cc79a7",
            Self::Unowned => "#d55e00",
            Self::NotApplicable => "none",
        }
    }

    /// Draws the mark around a place.
    pub(super) fn mark(self, x: u32, y: u32) -> Markup {
        let (left, right, top, bottom) = (x - HALF, x + HALF, y - HALF, y + HALF);
        let (size, wide) = (2 * HALF, HALF + 1);
        let colour = self.colour();
        html! {
            g fill=(colour) stroke="currentColor" stroke-width="1.2" {
                @match self {
                    Self::AtHome => { circle cx=(x) cy=(y) r=(HALF) {} }
                    Self::Shared => {
                        circle cx=(x) cy=(y) r=(HALF) fill="none" {}
                        circle cx=(x) cy=(y) r="3" {}
                    }
                    Self::Elsewhere => { rect x=(left) y=(top) width=(size) height=(size) {} }
                    Self::Misplaced => {
                        path d={ "M" (x) " " (top) "L" (right + 1) " " (bottom) "H" (left - 1) "Z" } {}
                    }
                    Self::Contested => {
                        @let diamond = format!("M{x} {}l{wide} {wide}l-{wide} {wide}l-{wide} -{wide}Z", y - wide);
                        path d=(diamond) {}
                    }
                    Self::Unowned => {
                        @let cross = format!("M{left} {top}l{size} {size}M{right} {top}l-{size} {size}");
                        path d=(cross) fill="none" stroke=(colour) stroke-width="3" {}
                    }
                    Self::NotApplicable => {
                        path d={ "M" (left) " " (y) "H" (right) } stroke-opacity="0.6" {}
                    }
                }
            }
        }
    }
}

/// The width of one step of a meter, and of the gap after it.
const STEP: u32 = 9;
const GAP: u32 = 2;
/// The height of a meter.
const HIGH: u32 = 10;

/// Draws a severity as steps from low to critical: solid up to the least, crossed boxes up to the most, and points beyond.
pub(super) fn steps(severity: Span<Severity>, x: u32, y: u32) -> Markup {
    html! {
        @for (step, rank) in (0..).zip(1..=Severity::Critical.rank()) {
            @let left = x + step * (STEP + GAP);
            @if rank <= severity.least().rank() {
                rect x=(left) y=(y) width=(STEP) height=(HIGH) {}
            } @else if rank <= severity.most().rank() {
                @let box_and_bar = format!("M{left} {y}h{STEP}v{HIGH}h-{STEP}Zm0 {HIGH}l{STEP} -{HIGH}");
                path d=(box_and_bar)
                    fill="none" stroke="currentColor" {}
            } @else {
                circle cx=(left + STEP / 2) cy=(y + HIGH / 2) r="1" fill-opacity="0.6" {}
            }
        }
    }
}

/// Draws the meter alone, for a line of a page that also has the severity in words.
pub(crate) fn meter(severity: Span<Severity>) -> Markup {
    html! {
        svg class="meter" viewBox={ "0 0 46 12" } width="46" height="12" fill="currentColor" aria-hidden="true" {
            (steps(severity, 1, 1))
        }
    }
}
