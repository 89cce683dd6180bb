//! The warnings and benefits themselves, without a proposal.

use std::io::{self, Write};

use cpto::{BenefitCode, Citation, Family, WarningCode, evaluate};

use crate::lines::wrapped;
use crate::text::heading;

/// Writes a line for each warning and each benefit.
pub(crate) fn list(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "Each warning has a page: --explain CODE")?;
    for &family in Family::ALL {
        heading(out, &format!("Warnings of {family}"))?;
        for code in WarningCode::ALL.iter().filter(|code| code.family() == family) {
            writeln!(out, "  {code}")?;
            wrapped(out, "      ", code.summary())?;
        }
    }
    heading(out, "Benefits")?;
    for code in BenefitCode::ALL {
        writeln!(out, "  {code}")?;
        wrapped(out, "      ", code.phrase())?;
    }
    Ok(())
}

/// Writes the page of a warning.
pub(crate) fn explain(out: &mut impl Write, code: WarningCode) -> io::Result<()> {
    let about = code.documentation().split("\n # ").next().unwrap_or_default();
    writeln!(out, "{code} ({})", code.family())?;
    for paragraph in about.split("\n\n") {
        writeln!(out)?;
        wrapped(out, "", paragraph)?;
    }
    heading(out, "Why it matters")?;
    wrapped(out, "  ", code.why_it_matters())?;
    heading(out, "When it is fine")?;
    wrapped(out, "  ", code.when_it_is_fine())?;
    heading(out, "In the default policy")?;
    for number in code.default_numbers().lines() {
        wrapped(out, "  - ", number.trim_start_matches("- "))?;
    }
    if let Ok(example) = code.raised().build() {
        if let Some(warning) = evaluate(&example).warning(code) {
            heading(out, "For example")?;
            wrapped(out, "  ", &format!("{}: {warning}", warning.severity()))?;
            heading(out, "What to do, in the example")?;
            for remedy in warning.remedies() {
                wrapped(out, "  - ", &remedy.to_string())?;
            }
        }
    }
    heading(out, "Sources")?;
    sources(out, code.citations())
}

/// Writes who says it, how strong that is, and what speaks against it.
fn sources(out: &mut impl Write, citations: &[Citation]) -> io::Result<()> {
    for citation in citations {
        let source = citation.source;
        wrapped(out, "  - ", &citation.to_string())?;
        wrapped(out, "      ", &format!("{}: {}", source.strength(), source.title()))?;
        if let Some(against) = source.against() {
            wrapped(out, "      against: ", against)?;
        }
    }
    Ok(())
}
