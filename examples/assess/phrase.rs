//! How a report speaks of a proposal, a verdict and a warning.

use cpto::{Change, Fact, Form, Proposal, Span, Verdict, Warning};

/// Which structure is proposed, as a clause.
pub(crate) fn proposed(proposal: &Proposal) -> String {
    let form = match proposal.proposed().form() {
        Form::Combined => "one CPTO for technology and product",
        Form::Pair => "a CTO and a CPO",
        Form::LoneCto => "a CTO, with the seat of the CPO vacant",
        Form::LoneCpo => "a CPO, with the seat of the CTO vacant",
    };
    let change = match proposal.change() {
        Change::Establish => "nothing is known of a structure before",
        Change::Split => "a split of one seat",
        Change::Merge => "a merge into one seat",
        Change::Reallocate => "the form stays, responsibilities or seats change",
        Change::Retain => "everything stays with its holders",
    };
    format!("{form} ({change})")
}

/// What the verdict says, as a sentence.
pub(crate) fn verdict(verdict: Span<Verdict>) -> &'static str {
    match (verdict.least(), verdict.most()) {
        (Verdict::Sound, Verdict::Sound) => "Nothing above low, whatever the unknown facts turn out to be.",
        (Verdict::Sound, Verdict::Conditional) => {
            "The facts alone establish nothing above low; some unknown facts could make it need remedies."
        }
        (Verdict::Sound, _) => {
            "The facts alone establish nothing above low; some unknown facts could speak against it."
        }
        (Verdict::Conditional, Verdict::Conditional) => {
            "It needs remedies, or reasons why not, whatever the unknown facts turn out to be."
        }
        (Verdict::Conditional, _) => {
            "It needs remedies, or reasons why not, and some unknown facts could speak against it."
        }
        (Verdict::Inadvisable, _) => {
            "Something speaks against it by itself, whatever the unknown facts turn out to be."
        }
    }
}

/// The own name of a fact, which is the last part of its place.
pub(crate) fn named(fact: Fact) -> &'static str {
    fact.as_str().rsplit('.').next().unwrap_or_default()
}

/// The facts that a warning hangs on, by their own names; many skills are counted.
pub(crate) fn hangs_on(warning: &Warning) -> String {
    let of_skills = |fact: &Fact| matches!(fact, Fact::Skill(..));
    let skills = warning.open_facts().iter().filter(of_skills).count();
    let mut names: Vec<_> =
        warning.open_facts().iter().filter(|fact| skills <= 4 || !of_skills(fact)).map(named).collect();
    let counted = format!("{skills} skills");
    if skills > 4 {
        names.push(&counted);
    }
    names.join(", ")
}

/// The warning's name, with the seat where it speaks of one.
pub(crate) fn title(warning: &Warning) -> String {
    match warning.role() {
        Some(role) => format!("{} ({})", warning.code(), role.abbreviation()),
        None => warning.code().to_string(),
    }
}
