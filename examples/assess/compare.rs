//! Proposals side by side.

use std::io::{self, Write};

use cpto::advice::compare::{Ranked, compare, dominates, rank, rank_alternatives};
use cpto::{Form, Policy, Proposal};
use serde_json::json;

use crate::Format;
use crate::json_lines::json;
use crate::lines::shown;
use crate::page::Page;
use crate::phrase::{proposed, verdict};

/// Proposals with the names that the report uses for them.
type Named = Vec<(String, Proposal)>;

/// Adds the usual alternatives to a single proposal: today's structure, a conventional pair and a conventional CPTO.
fn with_the_usual(mut named: Named, policy: &Policy) -> Named {
    let [(_, proposal)] = named.as_slice() else { return named };
    let usual = rank_alternatives(proposal, policy);
    let candidates = usual.iter().map(|ranked| &ranked.proposal);
    let others = candidates.filter(|other| other.proposed() != proposal.proposed()).map(|other| {
        let is_today = other.current() == Some(other.proposed());
        let name = match other.proposed().form() {
            _ if is_today => "as it is today",
            Form::Combined => "a conventional CPTO",
            _ => "a conventional CTO and CPO",
        };
        (name.to_owned(), other.clone())
    });
    let others: Vec<_> = others.collect();
    named.extend(others);
    named
}

/// Ranks proposals, and writes what changes from the best to each of the others. A single proposal is compared with the
/// usual alternatives.
pub(crate) fn run(out: &mut impl Write, format: Format, named: Named, policy: &Policy) -> io::Result<()> {
    let (names, proposals): (Vec<_>, Vec<_>) = with_the_usual(named, policy).into_iter().unzip();
    let ranking = rank(proposals, policy);
    let name = |given: usize| names.get(given).map_or("", String::as_str);
    let Some(best) = ranking.first() else { return Ok(()) };
    if matches!(format, Format::Json) {
        let rows = ranking.iter().map(|ranked| {
            json!({
                "input": name(ranked.given),
                "verdict": ranked.assessment.verdict(),
                "dominated": ranked.is_dominated,
                "from-the-best": compare(&best.proposal, &ranked.proposal, policy),
            })
        });
        return json(out, &rows.collect::<Vec<_>>(), true);
    }
    let mut page = Page::new("Proposals, best first".into());
    for (place, Ranked { given, proposal, assessment, .. }) in (1..).zip(&ranking) {
        page.item(0, format!("{place}. {}: {}", shown(name(*given)), assessment.verdict()));
        page.item(1, proposed(proposal));
        let mut others = ranking.iter();
        if let Some(better) = others.find(|other| dominates(&other.assessment, assessment)) {
            let better = shown(name(better.given));
            page.item(1, format!("{better} is milder in at least one warning and worse in none"));
        }
    }
    page.text(format!("On the best: {}", verdict(best.assessment.verdict())));
    for Ranked { given, proposal, .. } in ranking.iter().skip(1) {
        page.heading(format!("From the best to {}", shown(name(*given))));
        let changes = compare(&best.proposal, proposal, policy).to_string();
        if changes.is_empty() {
            page.item(0, "nothing changes");
        }
        changes.lines().for_each(|line| page.item(0, line));
    }
    page.write(out, matches!(format, Format::Markdown))
}
