//! What does an application say of a warning of its own?

use alloc::string::String;

use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::vocabulary::severity::Severity;

/// A rule of your own: a warning that is none of the [catalogue](crate::WarningCode).
///
/// It says how severe it is in one *world*, in which every fact that it reads is exact. What follows is worked out as for the
/// built-in ones, by [`evaluate_with`](crate::evaluate_with), [`chances_with`](crate::advice::chances::chances_with),
/// [`custom_courses`](crate::advice::compare::custom_courses) and [`repair_with`](crate::advice::repair::repair_with). The
/// [guide](crate::guide::rules) shows one.
///
/// Threads can share it. A rule is a pure function: with the same world and case, it says the same. The law
/// [`custom_reads`](crate::laws::custom_reads) holds it to that, and to what it says it reads.
#[doc(alias("own rule", "custom rule", "plugin", "extension"))]
pub trait CustomRule: Sync {
    /// What a world has beside the proposal: an exact value of every fact of your own, `()` where there is none. Rules that
    /// are asked together have the same.
    type Case;

    /// Its name: words of small letters and digits with hyphens between them, and not the name of a built-in warning.
    fn code(&self) -> &str;

    /// Its name for readers.
    fn title(&self) -> &str;

    /// The facts that it reads in such a structure. Whatever is no fact, such as who holds what, it may read, too.
    fn reads(&self, structure: &Structure) -> FactSet;

    /// Where it reads the headcount, the headcounts from which on it may say something else; none where it does not.
    fn headcounts(&self) -> &[u32] {
        &[]
    }

    /// How severe it is in a world. Of the facts that it does not read, the proposal has what is known.
    fn severity(&self, world: &Proposal, case: &Self::Case) -> Severity;

    /// The message for a proposal of which these cases are possible. By default, the title.
    fn message(&self, proposal: &Proposal, cases: &[Self::Case]) -> String {
        let _ = (proposal, cases);
        self.title().into()
    }
}
