//! The map of who holds what: a row for each responsibility, a column for each seat and one for the offices outside.

use std::fmt::Write;

use cpto::{Assessment, Form, Home, Organization, Responsibility, ResponsibilitySet, Role, Structure};
use maud::{Markup, html};

use super::Part;
use super::text::Text;
use crate::holding::{Holding, Moves, held_so};

const ROW: u32 = 22;
const GROUP: u32 = 30;
const LABEL: u32 = 274;
/// The least and the greatest width of a seat's column.
const SEAT: u32 = 64;
const WIDE_SEAT: u32 = 110;
const OFFICE: u32 = 144;
const NOTE: u32 = 200;
/// The width of a note without a severity.
const BRIEF_NOTE: u32 = 128;
/// The room between two structures, for the arrows of what changes hands.
const BETWEEN: u32 = 40;

/// One structure of the map.
pub(super) struct Side<'a> {
    /// Its heading beside another structure.
    pub(super) heading: &'a str,
    pub(super) structure: &'a Structure,
    /// Its assessment, for the severities in the notes.
    pub(super) assessment: Option<Assessment>,
}

/// One structure, or two side by side.
pub(super) struct Map<'a> {
    pub(super) organization: &'a Organization,
    pub(super) sides: Vec<Side<'a>>,
    pub(super) moves: Moves,
}

/// The columns of a side: the seats, then the offices, then the notes.
#[derive(Clone, Copy, Debug)]
struct Columns {
    seats: &'static [Role],
    has_offices: bool,
    /// The width of the notes; 0 if there are none.
    notes: u32,
    /// The width of a seat's column.
    seat: u32,
}

impl Columns {
    fn width(self) -> u32 {
        let offices = if self.has_offices { OFFICE } else { 0 };
        self.offices_at() + offices + self.notes
    }

    fn seats(self) -> impl Iterator<Item = (u32, Role)> {
        (0..).zip(self.seats).map(move |(column, role)| (column * self.seat + self.seat / 2, *role))
    }

    /// Returns where the offices begin: after the columns of the seats.
    fn offices_at(self) -> u32 {
        self.seat * if self.seats.len() > 1 { 2 } else { 1 }
    }

    fn notes_at(self) -> u32 {
        self.offices_at() + if self.has_offices { OFFICE } else { 0 }
    }
}

impl Side<'_> {
    fn columns(&self, organization: &Organization, seat: u32) -> Columns {
        let noted = |holding: &Holding| {
            holding.word().is_some() && !held_so(*holding, self.structure, organization).is_empty()
        };
        Columns {
            // A vacant seat is shown because it may be the reason why a responsibility is unowned.
            seats: match self.structure.form() {
                Form::Combined => &[Role::Cpto],
                _ => &[Role::Cto, Role::Cpo],
            },
            has_offices: !self.structure.elsewhere().is_empty(),
            notes: match self.assessment {
                _ if !Holding::ALL.iter().any(noted) => 0,
                Some(_) => NOTE,
                None => BRIEF_NOTE,
            },
            seat,
        }
    }

    /// Draws the heads of the columns.
    fn heads(&self, columns: Columns, x: u32, top: u32) -> Markup {
        html! {
            @if !self.heading.is_empty() { (Text::at(x, 16).size(15).bold().of(self.heading)) }
            @for (at, role) in columns.seats() {
                (Text::at(x + at, top + 18).centred().bold().of(role.title()))
                @if self.structure.seat(role).is_none() {
                    (Text::at(x + at, top + 32).size(11).centred().faint().of("vacant"))
                }
            }
            @if columns.has_offices {
                (Text::at(x + columns.offices_at() + 8, top + 18).bold().of("elsewhere"))
            }
        }
    }

    /// Draws the marks of a responsibility, and its note.
    fn cells(
        &self,
        columns: Columns,
        x: u32,
        y: u32,
        responsibility: Responsibility,
        holding: Holding,
    ) -> Markup {
        let (middle, baseline) = (y + ROW / 2, y + 15);
        let office = self.structure.office(responsibility);
        html! {
            @for (at, role) in columns.seats() {
                @if self.structure.remit(role).contains(responsibility) {
                    (holding.mark(x + at, middle))
                }
            }
            @if let Some(office) = office {
                (holding.mark(x + columns.offices_at() + 14, middle))
                (Text::at(x + columns.offices_at() + 28, baseline).size(12).of(office.title()))
            }
            @if let Some(word) = holding.word() {
                @let at = x + columns.notes_at();
                @if holding == Holding::Unowned || holding == Holding::NotApplicable {
                    (holding.mark(at + 14, middle))
                }
                @let severity = self.assessment.and_then(|it| holding.severity(it));
                @let note = severity.map_or_else(|| word.to_owned(), |it| format!("{word}: {it}"));
                (Text::at(at + 28, baseline).size(12).of(&note))
            }
        }
    }
}

impl Map<'_> {
    /// Returns the columns of each side for a seat width, and where they begin.
    fn columns(&self, seat: u32) -> Vec<(&Side<'_>, Columns, u32)> {
        let mut x = LABEL;
        let mut placed = Vec::new();
        for side in &self.sides {
            let columns = side.columns(self.organization, seat);
            placed.push((side, columns, x));
            x += columns.width() + BETWEEN;
        }
        placed
    }

    pub(super) fn width(&self) -> u32 {
        self.width_with(SEAT) + 2 * super::PADDING
    }

    fn width_with(&self, seat: u32) -> u32 {
        let columns = self.columns(seat);
        columns.last().map_or(LABEL, |(_, columns, x)| x + columns.width())
    }

    pub(super) fn drawn(&self, width: u32) -> Part {
        let seat = (SEAT..=WIDE_SEAT).rev().find(|seat| self.width_with(*seat) <= width).unwrap_or(SEAT);
        let sides = self.columns(seat);
        let is_named = self.sides.iter().any(|side| !side.heading.is_empty());
        let top = if is_named { 20 } else { 0 };
        let mut y = top + 34;
        let markup = html! {
            @for (side, columns, x) in &sides { (side.heads(*columns, *x, top)) }
            @for home in [Home::Cpo, Home::Cto, Home::Shared] {
                (group(home, y))
                @let () = y += GROUP;
                @for responsibility in ResponsibilitySet::of_home(home).iter() {
                    (self.row(&sides, responsibility, y, width))
                    @let () = y += ROW;
                }
            }
        };
        let legend = self.legend(y + 14, width);
        Part { markup: html! { (markup) (legend.markup) }, height: y + 14 + legend.height }
    }

    fn row(
        &self,
        sides: &[(&Side<'_>, Columns, u32)],
        responsibility: Responsibility,
        y: u32,
        width: u32,
    ) -> Markup {
        let label = Text::at(40, y + 15);
        let label = if responsibility.is_core() { label.bold() } else { label };
        html! {
            path d={ "M0 " (y) "H" (width) } stroke="currentColor" stroke-opacity="0.15" {}
            (Text::at(0, y + 15).size(11).faint().of(responsibility.question().as_str()))
            (label.of(responsibility.title()))
            @for (side, columns, x) in sides {
                @let holding = Holding::of(side.structure, self.organization, responsibility);
                @if holding.word().is_some() && holding != Holding::NotApplicable {
                    rect x=(x) y=(y + 1) width=(columns.width()) height=(ROW - 2)
                        fill=(holding.colour()) fill-opacity="0.16" {}
                }
                (side.cells(*columns, *x, y, responsibility, holding))
            }
            @if let [_, (_, _, x)] = sides {
                @if self.moves.possible.contains(responsibility) {
                    (arrow(x - BETWEEN / 2, y + ROW / 2, self.moves.certain.contains(responsibility)))
                }
            }
        }
    }

    /// Draws the legend of the marks that occur.
    fn legend(&self, top: u32, width: u32) -> Part {
        let is_seen = |holding: &Holding| {
            self.sides.iter().any(|side| !held_so(*holding, side.structure, self.organization).is_empty())
        };
        let marks = Holding::ALL.into_iter().filter(is_seen).map(|it| (it.meaning(), Mark::Of(it)));
        let certain =
            (!self.moves.certain.is_empty()).then_some(("changes hands, whoever stays", Mark::Arrow(true)));
        let open = self.moves.possible.difference(self.moves.certain);
        let possible =
            (!open.is_empty()).then_some(("may change hands, depending on who stays", Mark::Arrow(false)));
        let entries: Vec<_> = marks.chain(certain).chain(possible).collect();
        let mut height = 0;
        let markup = html! {
            @for pair in entries.chunks(2) {
                @for (column, (meaning, mark)) in (0..).zip(pair) {
                    @let x = column * (width / 2);
                    @let y = top + height;
                    @match mark {
                        Mark::Of(holding) => { (holding.mark(x + 12, y + 10)) }
                        Mark::Arrow(certain) => { (arrow(x + 12, y + 10, *certain)) }
                    }
                    (Text::at(x + 32, y + 14).size(12).of(meaning))
                }
                @let () = height += ROW;
            }
            (Text::at(0, top + height + 14).size(12).faint().of(
                "bold: core to the role; what, why, how: the question that each answers"
            ))
        };
        Part { markup, height: height + 40 }
    }
}

/// A mark of the legend.
enum Mark {
    Of(Holding),
    Arrow(bool),
}

/// Draws the heading of the responsibilities of one home.
fn group(home: Home, y: u32) -> Markup {
    let mut head = match home {
        Home::Cto => "The CTO's by convention".to_owned(),
        Home::Cpo => "The CPO's by convention".to_owned(),
        Home::Shared => "Shared by every seat".to_owned(),
    };
    let set = ResponsibilitySet::of_home(home);
    // Writing to a string does not fail.
    let _ = write!(head, " ({})", set.len());
    Text::at(0, y + 21).bold().of(&head)
}

/// Draws an arrow around a place, dashed if it is not certain.
fn arrow(x: u32, y: u32, is_certain: bool) -> Markup {
    let dashes = if is_certain { "none" } else { "3 2" };
    html! {
        g fill="none" stroke="currentColor" stroke-width="1.5" {
            path d={ "M" (x - 11) " " (y) "H" (x + 8) } stroke-dasharray=(dashes) {}
            path d={ "M" (x + 5) " " (y - 4) "L" (x + 10) " " (y) "L" (x + 5) " " (y + 4) } {}
        }
    }
}
