//! Writes generated proposals with their results on this machine, one JSON object per line.

use std::error::Error;
use std::io::{self, Write};

use cpto::advice::Limit;
use cpto::advice::chances::one_or_two;
use cpto::policy::Belief;
use cpto::{Policy, Role, strategies};
use serde_json::json;

/// The number of proposals.
const COUNT: usize = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let mut numbers = strategies::seeded(7);
    let mut out = io::stdout().lock();
    for _ in 0..COUNT {
        let proposal = strategies::proposal(&mut numbers);
        let document = serde_json::to_string(&proposal)?;
        let explanation = cpto::explain(&proposal);
        let assessment = explanation.assessment();
        let warnings = explanation
            .warnings()
            .map(|it| json!([it.code().title(), it.key().role.map(Role::title), it.severity().to_string()]));
        let loads = assessment.loads().map(|it| json!([it.role.title(), it.load.to_string()]));
        let leaders = one_or_two(&proposal, &Policy::DEFAULT, &Belief::DEFAULT, Limit::default());
        let line = json!({
            "document": document,
            "verdict": assessment.verdict().to_string(),
            "loads": loads.collect::<Vec<_>>(),
            "warnings": warnings.collect::<Vec<_>>(),
            "benefits": assessment.benefits().map(|it| it.code.title()).collect::<Vec<_>>(),
            "leaders": leaders.map(|leaders| leaders.to_string()),
        });
        writeln!(out, "{line}")?;
    }
    Ok(())
}
