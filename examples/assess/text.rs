//! The report for people at a terminal.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use cpto::advice::ask::{Inquiry, ask};
use cpto::{Assessment, Certainty, Policy, Proposal, SeatLoad, Severity, Warning, WarningCode};

use crate::advice::in_short;
use crate::lines::{printable, wrapped};
use crate::measured;
use crate::phrase::{hangs_on, named, proposed, title, verdict};

/// Writes a heading with a line above it.
pub(crate) fn heading(out: &mut impl Write, heading: &str) -> io::Result<()> {
    let style = Style::new().bold();
    writeln!(out, "\n{style}{heading}{style:#}")
}

/// The colour of a severity.
fn colour(severity: Severity) -> Style {
    match severity {
        Severity::None | Severity::Low => AnsiColor::Cyan.on_default(),
        Severity::Medium => AnsiColor::Yellow.on_default(),
        Severity::High => AnsiColor::Red.on_default(),
        Severity::Critical => AnsiColor::Red.on_default().bold(),
    }
}

/// The questions to ask first, with how many warnings hang on each.
pub(crate) fn find_out_first(inquiry: &Inquiry) -> Vec<String> {
    let questions = inquiry.questions().iter().filter(|question| !question.warnings.is_empty());
    questions.take(6).map(|it| format!("{} ({})", named(it.fact), it.warnings.len())).collect()
}

pub(crate) fn report(
    out: &mut impl Write,
    name: &str,
    proposal: &Proposal,
    assessment: &Assessment,
    policy: &Policy,
) -> io::Result<()> {
    let bold = Style::new().bold();
    let company = printable(proposal.organization().name().unwrap_or(name));
    writeln!(out, "{bold}{company}{bold:#}")?;
    wrapped(out, "Proposed: ", &proposed(proposal))?;
    writeln!(out, "\n{bold}Verdict: {}{bold:#}", assessment.verdict())?;
    wrapped(out, "  ", verdict(assessment.verdict()))?;

    // How much is known is another question than what is so.
    let of = |certainty| {
        let about_the_company = |it: &&Warning| it.code().counts_towards_verdict();
        assessment.warnings().iter().filter(about_the_company).filter(move |it| it.certainty() == certainty)
    };
    heading(out, "What the facts establish")?;
    brief(out, of(Certainty::Certain), "  Nothing: no warning is certain.")?;
    heading(out, "What is only possible, and what it hangs on")?;
    brief(out, of(Certainty::Possible), "  Nothing: no further warning is possible.")?;

    if !assessment.readings().is_empty() {
        heading(out, "What was measured, and what it was read as")?;
        for (line, readings) in measured::by_signal(assessment.readings()) {
            wrapped(out, "  ", &line)?;
            readings.iter().try_for_each(|reading| wrapped(out, "    - ", reading))?;
        }
        measured::refused(assessment.readings()).try_for_each(|line| wrapped(out, "  refused: ", &line))?;
        wrapped(out, "  ", measured::CAVEAT)?;
    }

    let inquiry = ask(proposal, policy);
    let asked = find_out_first(&inquiry);
    if !asked.is_empty() {
        heading(out, "What to find out first, and how many warnings hang on it")?;
        wrapped(out, "  ", &asked.join(", "))?;
    }
    if let Some(evidence) = assessment.warning(WarningCode::InsufficientEvidence) {
        wrapped(out, "  ", &format!("{}: {evidence}", evidence.severity()))?;
    }

    heading(out, "What speaks for it")?;
    for benefit in assessment.benefits() {
        wrapped(out, &format!("  {:<10}", benefit.certainty()), &format!("{}: {benefit}", benefit.code()))?;
    }
    if assessment.benefits().is_empty() {
        writeln!(out, "  Nothing in the catalogue.")?;
    }

    heading(
        out,
        &format!("Load, in percent of a full time; | is the capacity of {} %", policy.numbers().capacity),
    )?;
    for load in assessment.loads() {
        writeln!(out, "  {:<5}{}  {} %", load.role.abbreviation(), bar(load, policy), load.load)?;
    }

    heading(out, "Each warning: evidence, why it matters, what to do")?;
    for warning in assessment.warnings() {
        page(out, warning)?;
    }
    heading(out, "What next")?;
    for line in in_short(&inquiry, proposal, policy) {
        wrapped(out, "  ", &line)?;
    }
    writeln!(out)?;
    wrapped(
        out,
        "",
        "Every number behind this is a judgement that a policy can change, and measured by nobody. Run with \
        --explain CODE for the whole page of a warning.",
    )
}

/// A line or two for each warning.
fn brief<'a>(
    out: &mut impl Write,
    warnings: impl Iterator<Item = &'a Warning>,
    none: &str,
) -> io::Result<()> {
    let mut any = false;
    for warning in warnings {
        any = true;
        let severity = warning.severity();
        let style = colour(severity.most());
        let padding = " ".repeat(20_usize.saturating_sub(severity.to_string().len()));
        writeln!(out, "  {style}{severity}{style:#}{padding}{}", title(warning))?;
        wrapped(out, "      ", &warning.to_string())?;
        let hangs_on = hangs_on(warning);
        if severity.value().is_none() && !hangs_on.is_empty() {
            wrapped(out, "      hangs on: ", &hangs_on)?;
        }
    }
    if any { Ok(()) } else { writeln!(out, "{none}") }
}

/// A bar: `#` for what is certain, `-` for what is possible, `|` for the capacity.
fn bar(load: &SeatLoad, policy: &Policy) -> String {
    const CELLS: u32 = 50;
    let capacity = policy.numbers().capacity;
    // The bar shows twice the capacity, or what the longest load needs.
    let whole = (capacity * 2).max(load.load.most()).max(1);
    let cells = |percent: u32| u64::from(percent) * u64::from(CELLS) / u64::from(whole);
    let [least, most, limit] = [load.load.least(), load.load.most(), capacity].map(cells);
    (0..u64::from(CELLS))
        .map(|cell| match cell {
            _ if cell == limit => '|',
            _ if cell < least => '#',
            _ if cell < most => '-',
            _ => ' ',
        })
        .collect()
}

/// What there is to say of one warning.
fn page(out: &mut impl Write, warning: &Warning) -> io::Result<()> {
    let severity = warning.severity();
    let style = colour(severity.most());
    writeln!(out, "\n  {}: {style}{severity}{style:#}, {}", title(warning), warning.certainty())?;
    wrapped(out, "    evidence  ", &warning.to_string())?;
    wrapped(out, "    why       ", warning.code().why_it_matters())?;
    wrapped(out, "    fine      ", warning.code().when_it_is_fine())?;
    for (position, remedy) in warning.remedies().enumerate() {
        wrapped(
            out,
            if position == 0 { "    to do     - " } else { "              - " },
            &remedy.to_string(),
        )?;
    }
    for (position, citation) in warning.code().citations().iter().enumerate() {
        wrapped(out, if position == 0 { "    source    " } else { "              " }, &citation.to_string())?;
    }
    Ok(())
}
