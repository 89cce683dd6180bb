//! Warnings by seat, followed by those about the structure as a whole.

use cpto::{Explanation, Role, Warning};
use maud::html;

use super::Part;
use super::mark::steps;
use super::text::Text;

const ROW: u32 = 20;
const HEADING: u32 = 30;

/// Draws a part for each seat, and one for the structure as a whole.
pub(super) fn drawn(explanation: &Explanation<'_>, width: u32) -> Vec<Part> {
    let seats = explanation.assessment().loads().map(|load| Some(load.role));
    let mut parts: Vec<Part> =
        seats.chain([None]).filter_map(|role| of_role(explanation, role, width)).collect();
    parts.insert(0, key());
    parts
}

/// Explains how to read the meters.
fn key() -> Part {
    let markup = html! {
        (Text::at(0, 34).size(15).bold().of("Warnings"))
        (Text::at(90, 34).size(12).faint().of(
            "four steps from low to critical; solid: certain, crossed: possible, depending on unknown facts"
        ))
    };
    Part { markup, height: 44 }
}

fn of_role(explanation: &Explanation<'_>, role: Option<Role>, width: u32) -> Option<Part> {
    let warnings: Vec<Warning<'_>> =
        explanation.warnings().filter(|warning| warning.key().role == role).collect();
    if warnings.is_empty() {
        return None;
    }
    let heading = match role {
        Some(role) => format!("The seat of the {}", role.title()),
        None => "The structure as a whole".to_owned(),
    };
    let mut height = HEADING;
    let markup = html! {
        (Text::at(0, 20).bold().of(&heading))
        @for pair in warnings.chunks(2) {
            @for (column, warning) in (0..).zip(pair) {
                @let x = column * (width / 2);
                g {
                    title { (warning) }
                    (steps(warning.severity(), x, height))
                    (Text::at(x + 50, height + 9).size(12).of(&warning.severity().to_string()))
                    (Text::at(x + 178, height + 9).size(12).of(warning.code().title()))
                }
            }
            @let () = height += ROW;
        }
    };
    Some(Part { markup, height: height + 4 })
}
