//! What must an application define for a custom warning?

use alloc::string::String;

use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::vocabulary::severity::Severity;

/// A custom rule: a warning that is not in the [catalogue](crate::WarningCode).
///
/// The rule defines its severity in one *world*, in which every fact that it reads is exact. All results follow as for the
/// built-in rules, by [`evaluate_with`](crate::evaluate_with), [`chances_with`](crate::advice::chances::chances_with),
/// [`courses_with`](crate::advice::compare::courses_with) and [`repair_with`](crate::advice::repair::repair_with). The
/// [guide](crate::guide::rules) shows an example.
///
/// Threads can share a rule. It must be a pure function: the same world and case give the same severity. The law
/// [`custom_reads`](crate::laws::custom_reads) checks this, and that it reads only the facts it declares.
#[doc(alias("own rule", "custom rule", "plugin", "extension"))]
pub trait CustomRule: Sync {
    /// The custom facts of a world, each with an exact value; `()` where there are none. Rules that are evaluated together share
    /// this type.
    type Case;

    /// The code of the rule: words of lowercase letters and digits joined by hyphens, different from every built-in warning.
    fn code(&self) -> &str;

    /// The name of the rule for readers.
    fn title(&self) -> &str;

    /// The facts that the rule reads in this structure. It may also read what is not a fact, such as who holds what.
    fn reads(&self, structure: &Structure) -> FactSet;

    /// The headcounts at which the severity may change; empty where the rule does not read the headcount.
    fn headcounts(&self) -> &[u32] {
        &[]
    }

    /// Evaluates the severity in a world. Facts that the rule does not read are in the proposal as far as they are known.
    fn severity(&self, world: &Proposal, case: &Self::Case) -> Severity;

    /// Returns the message for a proposal for which these cases are possible. By default, the title.
    fn message(&self, proposal: &Proposal, cases: &[Self::Case]) -> String {
        let _ = (proposal, cases);
        self.title().into()
    }
}
