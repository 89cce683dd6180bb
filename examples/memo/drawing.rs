//! Drawings in SVG, without scripts and without embedded fonts.
//!
//! All coordinates are whole numbers. The colours are those of Okabe and Ito, which colour-blind readers can distinguish, and
//! whatever a colour shows, a shape or a word shows too. Lines and text take the colour of the surrounding text, so they are
//! legible on light and on dark.

use cpto::{Assessment, Form, Policy, Proposal, Structure, evaluate_under, explain_under};
use maud::Markup;

use crate::holding::{Holding, Moves, as_it_is, held_so};
use crate::phrase::proposed;

mod bar;
mod flags;
mod load;
mod map;
mod mark;
mod sheet;
mod text;

pub(crate) use mark::meter;
pub(crate) use sheet::Theme;

use load::Bars;
use map::{Map, Side};
use sheet::{Drawing, PADDING, Part, WIDTH, heading};

/// Draws who holds what in the proposed structure, the load of each seat, and the warnings.
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

/// Draws the current and the proposed structure side by side, or returns nothing if the current one is not stated.
pub(crate) fn before_after(
    company: &str,
    proposal: &Proposal,
    policy: &Policy,
    theme: Theme,
) -> Option<Markup> {
    let assessment = evaluate_under(proposal, policy);
    let map = both_maps(proposal, assessment, policy)?;
    let width = map.width().max(WIDTH);
    let inside = width - 2 * PADDING;
    let title = format!("Who holds what, before and after: {company}");
    let before = as_it_is(proposal, policy).map(|assessment| Bars { of: "now", assessment });
    let bars: Vec<_> = before.into_iter().chain([Bars { of: "proposed", assessment }]).collect();
    let parts =
        vec![heading(&title, &proposed(proposal)), map.drawn(inside), load::drawn(&bars, policy, inside)];
    let now = described(proposal.current()?, proposal);
    let description = format!("Now: {now} Proposed: {}", described(proposal.proposed(), proposal));
    Some(Drawing { title, description, width, parts }.written(theme))
}

/// Draws the rows of the map alone, for a page that has the rest in words: before and after, if there is a before.
pub(crate) fn rows(proposal: &Proposal, policy: &Policy) -> Markup {
    let assessment = evaluate_under(proposal, policy);
    let both = both_maps(proposal, assessment, policy);
    let map = both.unwrap_or_else(|| proposed_map(proposal, assessment));
    let width = map.width().max(WIDTH);
    let description = described(proposal.proposed(), proposal);
    let parts = vec![map.drawn(width - 2 * PADDING)];
    Drawing { title: "Who holds what".into(), description, width, parts }.written(Theme::OfThePage)
}

/// Draws the loads alone.
pub(crate) fn loads(proposal: &Proposal, assessment: Assessment, policy: &Policy) -> Markup {
    let before = as_it_is(proposal, policy);
    let now = before.map(|assessment| Bars { of: "now", assessment });
    let of = if now.is_some() { "proposed" } else { "" };
    let bars: Vec<_> = now.into_iter().chain([Bars { of, assessment }]).collect();
    let load = |seat: cpto::SeatLoad| format!("{}: {} % of full time.", seat.role.title(), seat.load);
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

/// Describes the map for readers who cannot see it.
fn described(structure: &Structure, proposal: &Proposal) -> String {
    let organization = proposal.organization();
    let mut sentences = vec![match structure.form() {
        Form::Combined => "One seat.".to_owned(),
        Form::Pair => "Two seats.".to_owned(),
        Form::LoneCto | Form::LoneCpo => "One seat is filled, one is vacant.".to_owned(),
        Form::NoSeat => "Both seats are vacant.".to_owned(),
    }];
    for (role, _) in structure.seats() {
        let remit = structure.remit(role);
        sentences.push(format!("The {} holds {remit:#}.", role.title()));
    }
    for holding in Holding::ALL {
        let held = held_so(holding, structure, organization);
        let word = if holding == Holding::Elsewhere { Some("elsewhere") } else { holding.word() };
        if let Some(word) = word.filter(|_| !held.is_empty()) {
            sentences.push(format!("{word}: {held:#}."));
        }
    }
    sentences.join(" ")
}
