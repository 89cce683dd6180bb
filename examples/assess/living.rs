//! Acceptances of warnings, answers of several people, dated proposals, and another policy.

use std::io::{self, Write};

use cpto::advice::accept::{Acceptances, accept};
use cpto::advice::combine::combine;
use cpto::advice::review::review;
use cpto::advice::shift::shift;
use cpto::measures::Combination;
use cpto::{Assessment, Date, Policy, Proposal, Severity, evaluate_under};
use serde_json::{Value, json};

use crate::lines::shown;
use crate::page::Page;
use crate::{Format, json_lines};

/// The acceptances to apply to proposals, and the day.
pub(crate) struct Living {
    pub(crate) acceptances: Acceptances,
    pub(crate) on: Date,
}

impl Living {
    /// Returns the assessment without what is accepted.
    pub(crate) fn left(&self, assessment: &Assessment) -> Assessment {
        accept(&self.acceptances, assessment, self.on).left
    }

    /// Returns the state of each acceptance, and what is left, as lines and as JSON.
    pub(crate) fn told(&self, proposal: &Proposal, policy: &Policy) -> (Vec<String>, Value) {
        let accepted = accept(&self.acceptances, &evaluate_under(proposal, policy), self.on);
        let mut lines: Vec<String> = accepted.to_string().lines().map(Into::into).collect();
        let left = |is_certain: bool| {
            let of = move |severity: Severity| (severity > Severity::None) == is_certain;
            accepted.left.warnings().filter(move |(_, severity)| of(severity.least()))
        };
        for (heading, is_certain) in
            [("certain, and not accepted:", true), ("possible, and not accepted:", false)]
        {
            lines.push(if left(is_certain).next().is_none() {
                format!("{heading} none")
            } else {
                heading.into()
            });
            lines.extend(left(is_certain).map(|(key, severity)| format!("  {key}: {severity}")));
        }
        let json = json!(accepted);
        (lines, json)
    }
}

/// Writes today's warnings as acceptances without reasons, for one proposal.
pub(crate) fn baseline(
    out: &mut impl Write,
    proposals: &[(String, Proposal)],
    policy: &Policy,
) -> io::Result<()> {
    match proposals {
        [] => Ok(()),
        [(_, proposal)] => {
            json_lines::json(out, &Acceptances::baseline(&evaluate_under(proposal, policy)), true)
        }
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "a baseline is written for one proposal only")),
    }
}

/// Writes a result as a list of lines under a heading, or as JSON.
fn written(out: &mut impl Write, format: Format, heading: &str, text: &str, json: &Value) -> io::Result<()> {
    if matches!(format, Format::Json) {
        return json_lines::json(out, json, true);
    }
    let mut page = Page::new(heading.into());
    for line in text.lines() {
        let inner = line.trim_start();
        page.item(usize::from(inner.len() < line.len()), inner);
    }
    page.write(out, matches!(format, Format::Markdown))
}

/// Combines what several people know, each named by their file.
pub(crate) fn combined(
    out: &mut impl Write,
    format: Format,
    proposals: &[(String, Proposal)],
    how: Combination,
    policy: &Policy,
) -> io::Result<()> {
    let named: Vec<_> = proposals.iter().map(|(name, proposal)| (shown(name), proposal.clone())).collect();
    let refused = |refused: &dyn std::fmt::Display| {
        io::Error::new(io::ErrorKind::InvalidInput, format!("the files cannot be combined: {refused}"))
    };
    let together = combine(&named, how, policy).map_err(|error| refused(&error))?;
    written(out, format, "What they know together", &together.to_string(), &json!(together))
}

/// Writes how the proposals of one company changed, in the order of their files.
pub(crate) fn reviewed(
    out: &mut impl Write,
    format: Format,
    proposals: Vec<(String, Proposal)>,
    policy: &Policy,
) -> io::Result<()> {
    let named = proposals.into_iter().map(|(name, proposal)| (shown(&name), proposal));
    let review = review(named, policy);
    written(out, format, "What changed", &review.to_string(), &json!(review))
}

/// Writes in which numbers another policy differs, and which proposals have another verdict under it.
pub(crate) fn against(
    out: &mut impl Write,
    format: Format,
    proposals: &[(String, Proposal)],
    [policy, other]: [&Policy; 2],
) -> io::Result<()> {
    let all: Vec<Proposal> = proposals.iter().map(|(_, proposal)| proposal.clone()).collect();
    let (differences, shifts) = (policy.diff(other), shift(&all, policy, other));
    let name = |given: usize| proposals.get(given).map_or("", |(name, _)| name.as_str());
    let numbers = differences.iter().map(|difference| format!("  {difference}"));
    let verdicts = shifts.iter().map(|shift| format!("  {}: {shift}", shown(name(shift.given))));
    let heading = |text: String| std::iter::once(text);
    let lines = heading(format!("{} numbers differ", differences.len()))
        .chain(numbers)
        .chain(heading(format!("{} of {} verdicts change", shifts.len(), all.len())))
        .chain(verdicts);
    let text = lines.collect::<Vec<_>>().join("\n");
    let json = json!({
        "numbers": differences,
        "verdicts": shifts.iter().map(|shift| json!({ "input": name(shift.given), "shift": shift })).collect::<Vec<_>>(),
    });
    written(out, format, "What the other policy changes", &text, &json)
}
