//! The report as Markdown, for a document or a comment.

use std::io::{self, Write};

use cpto::advice::ask::ask;
use cpto::{Assessment, Certainty, Policy, Proposal, Warning, WarningCode};

use crate::advice::in_short;
use crate::lines::printable;
use crate::measured;
use crate::phrase::{hangs_on, proposed, title, verdict};
use crate::text::find_out_first;

/// What every reader has to know of the figures.
const CAVEAT: &str =
    "Every number behind this is a judgement that a policy can change, and measured by nobody.";

pub(crate) fn report(
    out: &mut impl Write,
    name: &str,
    proposal: &Proposal,
    assessment: &Assessment,
    policy: &Policy,
) -> io::Result<()> {
    writeln!(out, "# {}\n", escaped(proposal.organization().name().unwrap_or(name)))?;
    writeln!(out, "Proposed: {}\n", proposed(proposal))?;
    writeln!(out, "**Verdict: {}.** {}\n", assessment.verdict(), verdict(assessment.verdict()))?;
    writeln!(out, "{CAVEAT}\n")?;
    for (certainty, heading, none) in [
        (Certainty::Certain, "What the facts establish", "No warning is certain."),
        (Certainty::Possible, "What is only possible", "No further warning is possible."),
    ] {
        writeln!(out, "## {heading}\n")?;
        let about_the_company = |it: &&Warning| it.code().counts_towards_verdict();
        let warnings = assessment.warnings().iter().filter(about_the_company);
        let mut warnings = warnings.filter(|it| it.certainty() == certainty).peekable();
        if warnings.peek().is_none() {
            writeln!(out, "{none}\n")?;
            continue;
        }
        writeln!(out, "| severity | warning | evidence | hangs on |\n| --- | --- | --- | --- |")?;
        for warning in warnings {
            let hangs_on =
                if warning.severity().value().is_some() { String::new() } else { hangs_on(warning) };
            writeln!(out, "| {} | {} | {warning} | {hangs_on} |", warning.severity(), title(warning))?;
        }
        writeln!(out)?;
    }
    if !assessment.readings().is_empty() {
        writeln!(out, "## What was measured, and what it was read as\n")?;
        for (line, readings) in measured::by_signal(assessment.readings()) {
            writeln!(out, "- {line}")?;
            readings.iter().try_for_each(|reading| writeln!(out, "  - {}", escaped(reading)))?;
        }
        measured::refused(assessment.readings())
            .try_for_each(|line| writeln!(out, "- Refused: {}", escaped(&line)))?;
        writeln!(out, "\n{}\n", measured::CAVEAT)?;
    }
    writeln!(out, "## What to find out first\n")?;
    let inquiry = ask(proposal, policy);
    for fact in find_out_first(&inquiry) {
        writeln!(out, "- {fact}")?;
    }
    if let Some(evidence) = assessment.warning(WarningCode::InsufficientEvidence) {
        writeln!(out, "- {}: {evidence}", evidence.severity())?;
    }
    writeln!(out, "\n## What speaks for it\n")?;
    for benefit in assessment.benefits() {
        writeln!(out, "- {} ({}): {benefit}", benefit.code(), benefit.certainty())?;
    }
    writeln!(out, "\n## Load\n\n| seat | load | capacity |\n| --- | --- | --- |")?;
    for load in assessment.loads() {
        writeln!(
            out,
            "| {} | {} % | {} % |",
            load.role.abbreviation(),
            load.load,
            policy.numbers().capacity
        )?;
    }
    writeln!(out, "\n## Each warning")?;
    for warning in assessment.warnings() {
        let code = warning.code();
        writeln!(out, "\n### {}: {}\n", title(warning), warning.severity())?;
        writeln!(out, "- Evidence: {warning}")?;
        writeln!(out, "- Why it matters: {}", one_line(code.why_it_matters()))?;
        writeln!(out, "- When it is fine: {}", one_line(code.when_it_is_fine()))?;
        writeln!(out, "- What to do:")?;
        warning.remedies().try_for_each(|remedy| writeln!(out, "  - {remedy}"))?;
        writeln!(out, "- Sources:")?;
        code.citations()
            .iter()
            .try_for_each(|citation| writeln!(out, "  - {}", escaped(&citation.to_string())))?;
    }
    writeln!(out, "\n## What next\n")?;
    in_short(&inquiry, proposal, policy).iter().try_for_each(|line| writeln!(out, "- {}", escaped(line)))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in which Markdown finds nothing to do.
fn escaped(text: &str) -> String {
    let special = |character: char| "\\`*_{}[]<>#|".contains(character);
    printable(text).chars().flat_map(|it| special(it).then_some('\\').into_iter().chain([it])).collect()
}
