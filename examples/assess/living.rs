//! Decisions to live with warnings, and what they leave.

use std::io::{self, Write};

use cpto::advice::accept::{Acceptances, accept};
use cpto::{Assessment, Date, Policy, Proposal, Severity, evaluate_under};
use serde_json::{Value, json};

use crate::json_lines;

/// The acceptances to hold proposals to, and the day.
pub(crate) struct Living {
    pub(crate) acceptances: Acceptances,
    pub(crate) on: Date,
}

impl Living {
    /// The assessment of what is not accepted.
    pub(crate) fn left(&self, assessment: &Assessment) -> Assessment {
        *accept(&self.acceptances, assessment, self.on).left()
    }

    /// What becomes of each acceptance, and what is left, in lines and for programs.
    pub(crate) fn told(&self, proposal: &Proposal, policy: &Policy) -> (Vec<String>, Value) {
        let accepted = accept(&self.acceptances, &evaluate_under(proposal, policy), self.on);
        let mut lines: Vec<String> = accepted.to_string().lines().map(Into::into).collect();
        let left = |is_certain: bool| {
            let of = move |severity: Severity| (severity > Severity::None) == is_certain;
            accepted.left().warnings().filter(move |(_, severity)| of(severity.least()))
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

/// Writes today's warnings as acceptances without reasons: of one proposal, since each has its own.
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
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "a baseline is that of one proposal")),
    }
}
