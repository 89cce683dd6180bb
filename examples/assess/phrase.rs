//! How a report speaks of a proposal, a verdict, a warning and a fact: with titles, where documents have codes.

use std::cmp::Reverse;

use cpto::advice::ask::{Inquiry, OpenFact};
use cpto::advice::chances::{Answer, Chances, NextQuestion};
use cpto::{
    Certainty, Change, Explanation, Fact, Field, Form, Proposal, Severity, Span, Structure, Value, Verdict,
    Warning,
};

/// Which structure is proposed, as a clause.
pub(crate) fn proposed(proposal: &Proposal) -> String {
    let form = match proposal.proposed().form() {
        Form::Combined => "one CPTO for technology and product",
        Form::Pair => "a CTO and a CPO",
        Form::LoneCto => "a CTO and no CPO",
        Form::LoneCpo => "a CPO and no CTO",
        Form::NoSeat => "neither a CTO nor a CPO",
    };
    let change = match proposal.change() {
        Change::Establish if proposal.current().is_some() => "there was neither seat before",
        Change::Establish => "nothing is known about the structure before",
        Change::Split => "a split of one seat",
        Change::Merge => "a merge into one seat",
        Change::Reallocate => "the form stays, responsibilities or seats change",
        Change::Retain => "everything stays with its holders",
    };
    format!("{form} ({change})")
}

/// Who leads the two fields, as a sentence.
pub(crate) fn led(structure: &Structure) -> String {
    let leader =
        |field| structure.leader(field).map_or_else(|| "nobody".to_owned(), |holder| format!("{holder:#}"));
    let [technology, product] = [Field::Technology, Field::Product].map(leader);
    if technology == product {
        format!("Technology and product are led by {product}.")
    } else {
        format!("Technology is led by {technology}, product is led by {product}.")
    }
}

/// What the verdict says, as a sentence.
pub(crate) fn verdict(verdict: Span<Verdict>) -> &'static str {
    match (verdict.least(), verdict.most()) {
        (Verdict::Sound, Verdict::Sound) => {
            "Nothing is above low, whatever the unknown facts turn out to be."
        }
        (Verdict::Sound, Verdict::Conditional) => {
            "The facts alone establish nothing above low; some unknown facts could make remedies necessary."
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

/// One leader or two, as a heading and a sentence; nothing where the two are not compared.
pub(crate) fn one_or_two(chances: &Chances) -> Option<[String; 2]> {
    let leaders = chances.leaders.as_ref()?;
    Some([format!("One leader or two: {}", answered(leaders.answer)), leaders.to_string()])
}

/// How likely each verdict is, as a sentence; nothing where it is certain.
pub(crate) fn likely_verdict(chances: &Chances) -> Option<String> {
    let verdict = chances.verdict;
    let likely = |one: &Verdict| (1..10_000).contains(&verdict.parts.get(*one));
    let each = Verdict::ALL.iter().copied().filter(likely);
    let each: Vec<_> = each.map(|one| format!("{one} in {}", in_100(verdict.parts.get(one)))).collect();
    (!each.is_empty()).then(|| format!("Of 100 companies that fit these facts it is {}.", each.join(", ")))
}

/// An answer, as it stands behind a colon.
pub(crate) fn answered(answer: Answer) -> String {
    match answer {
        Answer::Clear(side) => format!("clearly {side}"),
        Answer::Leaning(side) => format!("rather {side}"),
        Answer::Open => "open".to_owned(),
    }
}

/// The warnings about the proposal. How much is known is another question than what is so.
pub(crate) fn warnings<'a>(explanation: &Explanation<'a>, certainty: Certainty) -> Vec<Warning<'a>> {
    let counted = explanation.warnings().filter(|it| it.code().counts_towards_verdict());
    counted.filter(|it| it.certainty() == certainty).collect()
}

/// The same, weightiest first: by the points that each has against the proposal on average. With each stands how
/// likely it is, where it is only possible.
pub(crate) fn weightiest<'a>(
    explanation: &Explanation<'a>,
    certainty: Certainty,
    chances: &Chances,
) -> Vec<(Warning<'a>, String)> {
    let points = |warning: &Warning<'_>| -> u64 {
        let spread = chances.warning(warning.key());
        let of = |severity| u64::from(spread.map_or(0, |spread| spread.parts.get(severity)));
        let points = explanation.policy().numbers().ranking.points;
        Severity::ALL.iter().map(|severity| of(*severity) * u64::from(points.get(*severity))).sum()
    };
    let chance = |warning: &Warning<'_>| {
        if warning.certainty() == Certainty::Certain {
            return String::new();
        }
        let none = chances.warning(warning.key()).map_or(10_000, |spread| spread.parts.get(Severity::None));
        format!("{} in 100", in_100(10_000 - none.min(10_000)))
    };
    let warnings = warnings(explanation, certainty).into_iter();
    let mut warnings: Vec<_> = warnings.map(|it| (points(&it), chance(&it), it)).collect();
    warnings.sort_by_key(|(points, _, _)| Reverse(*points));
    warnings.into_iter().map(|(_, chance, warning)| (warning, chance)).collect()
}

/// A chance that is neither none nor all, in whole percent.
pub(crate) fn in_100(parts: u16) -> String {
    match (parts + 50) / 100 {
        0 => "under 1".to_owned(),
        100 => "over 99".to_owned(),
        percent => percent.to_string(),
    }
}

/// The questions of which an answer changes whether it is one leader or two.
pub(crate) fn turning(chances: &Chances) -> impl Iterator<Item = &NextQuestion> {
    let questions = chances.leaders.as_ref().into_iter().flat_map(|it| &it.questions);
    questions.filter(|question| {
        question.answers.iter().any(|after| question.answers.iter().any(|other| after.answer != other.answer))
    })
}

/// The facts to ask for first, and what each would settle: those that can turn the answer between one leader and two, then
/// those that settle the verdict.
pub(crate) fn to_ask(chances: &Chances, inquiry: &Inquiry, most: usize) -> Vec<(Fact, String)> {
    let turning = turning(chances).map(|question| {
        let answers = question.answers.iter().map(|it| (it.from, it.to, answered(it.answer)));
        (question.fact, by_answer(answers).join("; "))
    });
    let open = inquiry.questions.iter().map(|open| {
        let verdicts = by_answer(open.answers.iter().map(|it| (it.from, it.to, it.verdict.to_string())));
        (open.fact, if verdicts.len() > 1 { verdicts.join("; ") } else { bears_on(open) })
    });
    let mut facts: Vec<(Fact, String)> = Vec::new();
    for (fact, settles) in turning.chain(open) {
        if facts.len() == most {
            break;
        }
        if facts.iter().all(|(other, _)| *other != fact) {
            facts.push((fact, settles));
        }
    }
    facts
}

/// What a fact bears on that does not settle the verdict.
fn bears_on(open: &OpenFact) -> String {
    const MOST: usize = 2;
    let warnings = open.warnings.iter().map(|key| format!("{key:#}"));
    let mut names: Vec<_> = warnings.chain(open.benefits.iter().map(|code| format!("{code:#}"))).collect();
    let more = names.split_off(names.len().min(MOST)).len();
    let more = if more == 0 { String::new() } else { format!(", and {more} more") };
    format!("it bears on {}{more}", names.join(", "))
}

/// What the values of a fact come to, those next to each other together that come to the same.
fn by_answer(answers: impl Iterator<Item = (Value, Value, String)>) -> Vec<String> {
    let answers: Vec<_> = answers.collect();
    let alike = answers.chunk_by(|(.., one), (.., next)| one == next);
    let of_group = |group: &[(Value, Value, String)]| {
        let ((from, _, then), (_, to, _)) = group.first().zip(group.last())?;
        let values = if from == to { from.to_string() } else { format!("{from} to {to}") };
        Some(format!("{values}: {then}"))
    };
    alike.filter_map(of_group).collect()
}

/// What chances are, which whoever shows them has to say.
pub(crate) fn what_chances_are(chances: &Chances) -> String {
    format!(
        "Chances count what the facts leave open, weighed by the belief \"{}\". They are no forecast.",
        chances.belief
    )
}

/// The facts that a warning depends on where it is not certain how severe it is; many skills are counted.
pub(crate) fn depends_on(warning: &Warning<'_>) -> String {
    if warning.severity().value().is_some() {
        return String::new();
    }
    let is_skill = |fact: &Fact| matches!(fact, Fact::Skill(..));
    let open = warning.open_facts();
    let skills = open.iter().filter(is_skill).count();
    let mut names: Vec<_> =
        open.iter().filter(|fact| skills <= 4 || !is_skill(fact)).map(|fact| format!("{fact:#}")).collect();
    names.extend((skills > 4).then(|| format!("{skills} skills")));
    names.join(", ")
}

/// The warning's title, with the seat where it speaks of one.
pub(crate) fn title(warning: &Warning<'_>) -> String {
    match warning.key().role {
        Some(role) => format!("{} ({})", warning.code().title(), role.title()),
        None => warning.code().title().to_owned(),
    }
}
