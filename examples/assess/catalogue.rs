//! The catalogue of warnings and benefits, without a proposal.

use std::io::{self, Write};

use cpto::{BenefitCode, Citation, Family, Policy, WarningCode, explain_under};

use crate::lines::wrapped;
use crate::page::heading;

/// Writes an entry for each warning and each benefit.
pub(crate) fn list(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "Each warning has a page: --explain CODE")?;
    for &family in Family::ALL {
        heading(out, &format!("Warnings: {}", family.title()))?;
        for code in WarningCode::ALL.iter().filter(|code| code.family() == family) {
            writeln!(out, "  {code}: {}", code.title())?;
            wrapped(out, "      ", code.summary())?;
        }
    }
    heading(out, "Benefits")?;
    for code in BenefitCode::ALL {
        writeln!(out, "  {code}: {}", code.title())?;
        wrapped(out, "      ", code.phrase())?;
    }
    Ok(())
}

/// Writes the page about a warning.
pub(crate) fn explain(out: &mut impl Write, code: WarningCode) -> io::Result<()> {
    writeln!(out, "{} ({code}, {})\n", code.title(), code.family())?;
    for paragraph in [code.summary(), code.about()] {
        wrapped(out, "", paragraph)?;
    }
    heading(out, "Why it matters")?;
    wrapped(out, "  ", code.why_it_matters())?;
    heading(out, "When it is fine")?;
    wrapped(out, "  ", code.when_it_is_fine())?;
    if let Ok(example) = code.raised().build() {
        let explanation = explain_under(&example, &Policy::DEFAULT);
        if let Some(warning) = explanation.warning(code) {
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

/// Writes the sources, how strong each is, and what counts against it.
fn sources(out: &mut impl Write, citations: &[Citation]) -> io::Result<()> {
    for citation in citations {
        let source = citation.source;
        wrapped(out, "  - ", &citation.to_string())?;
        wrapped(out, "      ", &format!("{}: {}", source.strength(), source.entry()))?;
        if let Some(against) = source.against() {
            wrapped(out, "      against: ", against)?;
        }
    }
    Ok(())
}
