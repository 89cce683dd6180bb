//! What does an application say of a warning of its own?

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use crate::model::fact::FactSet;
use crate::model::proposal::Proposal;
use crate::model::structure::Structure;
use crate::rules::catalogue::WarningCode;
use crate::vocabulary::severity::Severity;
use crate::vocabulary::shown::Shown;

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

    /// A sentence about a proposal, of which these cases are possible; its title, where it says none.
    fn message(&self, proposal: &Proposal, cases: &[Self::Case]) -> String {
        let _ = (proposal, cases);
        self.title().into()
    }
}

/// Why a rule cannot have its code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a code is one of a kind and in kebab-case, and has nothing else to be"
)]
pub enum RefusedCode {
    /// It is not written in kebab-case.
    #[error("`{}` is not made of small letters and digits with hyphens between words", Shown(.0))]
    NotKebabCase(String),
    /// A built-in warning has it.
    #[error("`{0}` is the code of a built-in warning")]
    BuiltIn(WarningCode),
    /// Another rule has it.
    #[error("`{0}` is the code of two rules")]
    Repeated(String),
}

/// Rules of your own that are asked together, in an order.
pub struct CustomRules<'a, C> {
    rules: Vec<&'a dyn CustomRule<Case = C>>,
}

impl<'a, C> CustomRules<'a, C> {
    /// These rules, where each has a code of its own.
    ///
    /// # Errors
    /// A code that is not in kebab-case, such as `Data Protection`, that a built-in warning has, or that two of them have.
    pub fn new(rules: &[&'a dyn CustomRule<Case = C>]) -> Result<Self, RefusedCode> {
        for (place, rule) in rules.iter().enumerate() {
            let code = rule.code();
            let is_word = |word: &str| {
                !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
            };
            if !code.split('-').all(is_word) {
                return Err(RefusedCode::NotKebabCase(code.into()));
            }
            if let Ok(code) = code.parse() {
                return Err(RefusedCode::BuiltIn(code));
            }
            if rules.iter().take(place).any(|other| other.code() == code) {
                return Err(RefusedCode::Repeated(code.into()));
            }
        }
        Ok(Self { rules: rules.to_vec() })
    }

    /// The rules, in the order in which they were given.
    pub fn iter(&self) -> impl Iterator<Item = &'a dyn CustomRule<Case = C>> + use<'_, 'a, C> {
        self.rules.iter().copied()
    }
}

impl<C> Clone for CustomRules<'_, C> {
    fn clone(&self) -> Self {
        Self { rules: self.rules.clone() }
    }
}

impl<C> fmt::Debug for CustomRules<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rules.iter().map(|rule| rule.code())).finish()
    }
}
