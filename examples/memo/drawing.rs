//! Drawings in SVG, without scripts and without a font of their own.
//!
//! Everything is placed by whole numbers. The colours are those of Okabe and Ito, which colour-blind readers can tell apart;
//! whatever a colour says, a shape or a word says, too. Lines and text have the colour of the text around them, which is
//! legible on light and on dark.

use cpto::{Assessment, Form, Policy, Proposal, Structure, evaluate_under, explain_under};
use maud::{Markup, PreEscaped, html};

use crate::holding::{Holding, Moves, as_it_is, held_so};
use crate::phrase::{plain, proposed};

mod flags;
mod load;
mod map;
mod mark;
mod text;

pub(crate) use mark::meter;

use load::Bars;
use map::{Map, Side};
use text::{Text, shortened};

/// The room at each side.
const PADDING: u32 = 16;
/// What a stroke at the edge of a part needs of it.
const STROKE: u32 = 2;
/// The least width, which the lists and the bars fill.
const WIDTH: u32 = 860;

/// Where a drawing has its colours from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// It stands by itself, and goes by what its reader prefers.
    Own,
    /// It stands in a page, and takes the colour of its text.
    OfThePage,
}

/// A part of a drawing, and how much room it takes.
struct Part {
    markup: Markup,
    height: u32,
}

/// A whole drawing.
struct Drawing {
    title: String,
    description: String,
    width: u32,
    parts: Vec<Part>,
}

/// The colours of a drawing that stands by itself.
const STYLE: &str = ".cpto-map{color:#1b1f24}.cpto-map .paper{fill:#fff}\
    @media screen and (prefers-color-scheme:dark){.cpto-map{color:#e6e8eb}.cpto-map .paper{fill:#15181c}}";

impl Drawing {
    /// Writes the parts below each other.
    fn written(self, theme: Theme) -> Markup {
        let mut below = PADDING;
        let mut placed = Vec::new();
        for part in self.parts {
            placed.push((below, part.markup));
            below += part.height;
        }
        let (width, height) = (self.width, below + PADDING);
        // In a page the drawing is as wide as the text around it.
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

/// Who holds what in the proposed structure, what that takes of them, and what there is to warn of.
pub(crate) fn map(company: &str, proposal: &Proposal, policy: &Policy, theme: Theme) -> Markup {
    let explanation = explain_under(proposal, policy);
    let assessment = explanation.assessment();
    let map = proposed_map(proposal, assessment);
    let width = map.width().max(WIDTH);
    let inside = width - 2 * PADDING;
    let title = format!("Who holds what: {company}");
    let mut parts = vec![heading(&title, &proposed(proposal)), map.drawn(inside)];
    parts.push(load::drawn(&[Bars { of: "", assessment }], policy, inside));
    parts.extend(flags::drawn(&explanation, inside));
    let description = described(proposal.proposed(), proposal);
    Drawing { title, description, width, parts }.written(theme)
}

/// The current and the proposed structure side by side; nothing where nothing is said of the current one.
pub(crate) fn before_after(
    company: &str,
    proposal: &Proposal,
    policy: &Policy,
    theme: Theme,
) -> Option<Markup> {
    let assessment = evaluate_under(proposal, policy);
    let before = as_it_is(proposal, policy)?;
    let map = both_maps(proposal, assessment, policy)?;
    let width = map.width().max(WIDTH);
    let inside = width - 2 * PADDING;
    let title = format!("Who holds what, before and after: {company}");
    let bars = [Bars { of: "now", assessment: before }, Bars { of: "proposed", assessment }];
    let parts =
        vec![heading(&title, &proposed(proposal)), map.drawn(inside), load::drawn(&bars, policy, inside)];
    let now = described(proposal.current()?, proposal);
    let description = format!("Now: {now} Proposed: {}", described(proposal.proposed(), proposal));
    Some(Drawing { title, description, width, parts }.written(theme))
}

/// The rows of the map alone, for a page that says the rest in words; before and after, where there is a before.
pub(crate) fn rows(proposal: &Proposal, policy: &Policy) -> Markup {
    let assessment = evaluate_under(proposal, policy);
    let both = both_maps(proposal, assessment, policy);
    let map = both.unwrap_or_else(|| proposed_map(proposal, assessment));
    let width = map.width().max(WIDTH);
    let description = described(proposal.proposed(), proposal);
    let parts = vec![map.drawn(width - 2 * PADDING)];
    Drawing { title: "Who holds what".into(), description, width, parts }.written(Theme::OfThePage)
}

/// The loads alone.
pub(crate) fn loads(proposal: &Proposal, assessment: Assessment, policy: &Policy) -> Markup {
    let before = as_it_is(proposal, policy);
    let now = before.map(|assessment| Bars { of: "now", assessment });
    let of = if now.is_some() { "proposed" } else { "" };
    let bars: Vec<_> = now.into_iter().chain([Bars { of, assessment }]).collect();
    let load =
        |seat: cpto::SeatLoad| format!("{}: {} % of a full time.", seat.role.abbreviation(), seat.load);
    let description = assessment.loads().map(load).collect::<Vec<_>>().join(" ");
    let parts = vec![load::drawn(&bars, policy, WIDTH - 2 * PADDING)];
    Drawing { title: "The load of each seat".into(), description, width: WIDTH, parts }
        .written(Theme::OfThePage)
}

fn proposed_map(proposal: &Proposal, assessment: Assessment) -> Map<'_> {
    let side = Side { heading: "", structure: proposal.proposed(), assessment: Some(assessment) };
    Map { organization: proposal.organization(), sides: vec![side], moves: Moves::NONE }
}

fn both_maps<'a>(proposal: &'a Proposal, assessment: Assessment, policy: &Policy) -> Option<Map<'a>> {
    let now = Side { heading: "Now", structure: proposal.current()?, assessment: None };
    let then = Side { heading: "Proposed", structure: proposal.proposed(), assessment: Some(assessment) };
    let moves = Moves::of(proposal, policy);
    Some(Map { organization: proposal.organization(), sides: vec![now, then], moves })
}

fn heading(title: &str, line: &str) -> Part {
    let markup = html! {
        (Text::at(0, 16).size(18).bold().of(&shortened(title, 62)))
        (Text::at(0, 37).faint().of(line))
    };
    Part { markup, height: 52 }
}

/// What the map shows, for those who do not see it.
fn described(structure: &Structure, proposal: &Proposal) -> String {
    let organization = proposal.organization();
    let mut sentences = vec![match structure.form() {
        Form::Combined => "One seat.".to_owned(),
        Form::Pair => "Two seats.".to_owned(),
        Form::LoneCto | Form::LoneCpo => "One seat, and one vacant.".to_owned(),
        Form::NoSeat => "Both seats are vacant.".to_owned(),
    }];
    for (role, _) in structure.seats() {
        let remit = plain(&structure.remit(role).to_string());
        sentences.push(format!("The {} holds {remit}.", role.abbreviation()));
    }
    for holding in Holding::ALL {
        let held = held_so(holding, structure, organization);
        let word = if holding == Holding::Elsewhere { Some("elsewhere") } else { holding.word() };
        if let Some(word) = word.filter(|_| !held.is_empty()) {
            sentences.push(format!("{word}: {}.", plain(&held.to_string())));
        }
    }
    sentences.join(" ")
}
