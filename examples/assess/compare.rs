//! Proposals side by side.

use std::io::{self, Write};

use cpto::advice::compare::{Ranked, Ranking, one_leader_or_two, rank};
use cpto::{Form, Policy, Proposal};
use serde_json::json;

use crate::Format;
use crate::lines::printable;
use crate::phrase::{proposed, verdict};
use crate::text::heading;

/// Proposals with the names by which the report speaks of them.
type Named = Vec<(String, Proposal)>;

/// A proposal beside the usual answers: what there is today, a conventional pair, a conventional CPTO.
fn with_the_usual(mut named: Named, policy: &Policy) -> Named {
    let [(_, proposal)] = named.as_slice() else { return named };
    let usual = one_leader_or_two(proposal.organization(), proposal.current().cloned(), policy);
    let ranked = usual.iter().flat_map(Ranking::ranked);
    let candidates: Vec<_> = ranked.map(|ranked| ranked.candidate.proposal()).collect();
    let others =
        candidates.into_iter().filter(|other| other.proposed() != proposal.proposed()).map(|other| {
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

/// Ranks proposals, and says what changes from the best to each of the others. One by itself is compared with the usual
/// answers.
pub(crate) fn run(out: &mut impl Write, format: Format, named: Named, policy: &Policy) -> io::Result<()> {
    let (names, proposals): (Vec<_>, Vec<_>) = with_the_usual(named, policy).into_iter().unzip();
    let ranking = rank(proposals, policy);
    let name = |given: usize| names.get(given).map_or("", String::as_str);
    let Some(best) = ranking.best() else { return Ok(()) };
    if matches!(format, Format::Json) {
        let rows = ranking.ranked().iter().map(|ranked| {
            json!({
                "input": name(ranked.given),
                "verdict": ranked.candidate.assessment().verdict(),
                "dominated": ranked.is_dominated,
                "from-the-best": best.compared_with(&ranked.candidate),
            })
        });
        serde_json::to_writer_pretty(&mut *out, &rows.collect::<Vec<_>>())?;
        return writeln!(out);
    }
    let markdown = matches!(format, Format::Markdown);
    if markdown {
        writeln!(out, "# Proposals, the best first\n")?;
    } else {
        writeln!(out, "Proposals, the best first")?;
    }
    for (place, Ranked { given, candidate, .. }) in (1..).zip(ranking.ranked()) {
        let assessed = candidate.assessment().verdict();
        writeln!(out, "{place}. {}: {assessed}", printable(name(*given)))?;
        writeln!(out, "   {}", proposed(candidate.proposal()))?;
        let better = ranking.ranked().iter().find(|other| other.candidate.dominates(candidate));
        if let Some(better) = better {
            writeln!(
                out,
                "   {} is milder in some warning and worse in none",
                printable(name(better.given))
            )?;
        }
    }
    writeln!(out)?;
    writeln!(out, "The best: {}", verdict(best.assessment().verdict()))?;
    for Ranked { given, candidate, .. } in ranking.ranked().iter().skip(1) {
        let title = format!("From the best to {}", printable(name(*given)));
        if markdown {
            writeln!(out, "\n## {title}\n")?;
        } else {
            heading(out, &title)?;
        }
        let bullet = if markdown { "- " } else { "  " };
        let changes = best.compared_with(candidate).to_string();
        if changes.is_empty() {
            writeln!(out, "{bullet}nothing changes")?;
        }
        changes.lines().try_for_each(|line| writeln!(out, "{bullet}{line}"))?;
    }
    Ok(())
}
