//! The load of each seat, as bars against the capacity.

use cpto::{Assessment, Policy, SeatLoad};
use maud::{Markup, html};

use super::Part;
use super::bar::{bar, scaled};
use super::text::Text;

/// The loads of one structure, and the name of that structure.
pub(super) struct Bars<'a> {
    pub(super) of: &'a str,
    pub(super) assessment: Assessment,
}

const LABEL: u32 = 132;
const FIGURES: u32 = 190;
const ROW: u32 = 32;
const BAR: u32 = 18;
const TOP: u32 = 58;
/// The colour of a load, from the palette of Okabe and Ito.
const COLOUR: &str = "#0072b2";

/// Draws the bars below each other on one scale.
pub(super) fn drawn(bars: &[Bars<'_>], policy: &Policy, width: u32) -> Part {
    let capacity = policy.numbers().capacity;
    let seats: Vec<(&str, SeatLoad)> =
        bars.iter().flat_map(|bars| bars.assessment.loads().map(|load| (bars.of, load))).collect();
    let most = seats.iter().map(|(_, seat)| seat.load.most()).max().unwrap_or_default();
    // At least twice the capacity, so that equal loads look equal in most drawings.
    let whole = (capacity * 2).max(most).max(1);
    let long = width - LABEL - FIGURES;
    let place = |percent: u32| LABEL + scaled(percent, whole, long);
    let step = [10, 25, 50, 100, 250, 500].into_iter().find(|step| whole / step <= 8).unwrap_or(1_000);
    let mut y = TOP;
    let rows = html! {
        @for (of, seat) in &seats {
            (row(of, *seat, y, place))
            @let () = y += ROW;
        }
    };
    let bottom = y;
    let at = place(capacity);
    let markup = html! {
        (Text::at(0, 20).size(15).bold().of("Load"))
        (Text::at(90, 20).size(12).faint().of(
            "percent of one leader's full time; solid: certain, hatched: possible, depending on unknown facts"
        ))
        @for tick in (0..=whole / step).map(|tick| tick * step) {
            path d={ "M" (place(tick)) " " (TOP - 4) "V" (bottom) } stroke="currentColor" stroke-opacity="0.18" {}
            (Text::at(place(tick), bottom + 14).size(11).centred().faint().of(&format!("{tick} %")))
        }
        (rows)
        path d={ "M" (at) " " (TOP - 8) "V" (bottom) } stroke="currentColor" stroke-width="2" {}
        (Text::at(at, TOP - 13).size(12).centred().bold().of(&format!("capacity: {capacity} %")))
    };
    Part { markup, height: bottom + 30 }
}

fn row(of: &str, seat: SeatLoad, y: u32, place: impl Fn(u32) -> u32 + Copy) -> Markup {
    let [zero, least, most] = [0, seat.load.least(), seat.load.most()].map(place);
    let ends_at = place(u32::MAX);
    html! {
        (Text::at(0, y + 18).bold().of(seat.role.title()))
        (Text::at(52, y + 18).faint().of(of))
        (bar([zero, least, most], y + 4, BAR, COLOUR))
        (Text::at(ends_at + 10, y + 18).of(&format!("{} % of full time", seat.load)))
    }
}
