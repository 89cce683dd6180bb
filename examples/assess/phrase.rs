//! The phrases of a report for a proposal, a verdict, a warning and a fact: titles where documents have codes.

use std::cmp::Reverse;

use cpto::advice::ask::{Inquiry, OpenFact};
use cpto::advice::chances::{Answer, Chances, NextQuestion};
use cpto::{
    Certainty, Change, Explanation, Fact, Field, Form, Proposal, Severity, Span, Structure, Value, Verdict,
    Warning,
};

/// Returns the proposed structure and the kind of change, as a clause.
pub(crate) fn proposed(proposal: &Proposal) -> String {
    let form = match proposal.proposed().form() {
        Form::Combined => "one CPTO for technology and product",
        Form::Pair => "a CTO and a CPO",
        Form::LoneCto => "a CTO and no CPO",
        Form::LoneCpo => "a CPO and no CTO",
        Form::NoSeat => "neither a CTO nor a CPO",
    };
    let change = match proposal.change() {
        Change::Establish if proposal.current().is_some() => "there is no seat today",
        Change::Establish => "today's structure is not stated",
        Change::Split => "a split of one seat",
        Change::Merge => "a merge into one seat",
        Change::Reallocate => "seats or responsibilities change",
        Change::Retain => "seats and responsibilities stay as they are",
    };
    format!("{form} ({change})")
}

/// Returns the leaders of the two fields, as a sentence.
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

/// Explains the verdict in a sentence.
pub(crate) fn verdict(verdict: Span<Verdict>) -> &'static str {
    match (verdict.least(), verdict.most()) {
        (Verdict::Sound, Verdict::Sound) => {
            "Nothing against it is above low, whatever the unknown facts turn out to be."
        }
        (Verdict::Sound, Verdict::Conditional) => {
            "Nothing above low is certain, but some unknown facts could make remedies necessary."
        }
        (Verdict::Sound, _) => {
            "Nothing above low is certain, but some unknown facts could make it inadvisable."
        }
        (Verdict::Conditional, Verdict::Conditional) => {
            "It needs remedies, or reasons to do without, whatever the unknown facts turn out to be."
        }
        (Verdict::Conditional, _) => {
            "It needs remedies, or reasons to do without, and some unknown facts could make it inadvisable."
        }
        (Verdict::Inadvisable, _) => {
            "At least one warning alone makes it inadvisable, whatever the unknown facts turn out to be."
        }
    }
}

/// Returns the answer to "one leader or two?" as a heading and a sentence, or nothing if the two are not compared.
pub(crate) fn one_or_two(chances: &Chances) -> Option<[String; 2]> {
    let leaders = chances.leaders.as_ref()?;
    Some([format!("One leader or two: {}", answered(leaders.answer)), leaders.to_string()])
}

/// Returns how likely each verdict is, as a sentence, or nothing if the verdict is certain.
pub(crate) fn likely_verdict(chances: &Chances) -> Option<String> {
    let verdict = chances.verdict;
    let likely = |one: &Verdict| (1..10_000).contains(&verdict.parts.get(*one));
    let each = Verdict::ALL.iter().copied().filter(likely);
    let each: Vec<_> = each.map(|one| format!("{one} in {}", in_100(verdict.parts.get(one)))).collect();
    (!each.is_empty()).then(|| format!("Of 100 companies that fit these facts, it is {}.", each.join(", ")))
}

/// Returns an answer in words, to follow a colon.
pub(crate) fn answered(answer: Answer) -> String {
    match answer {
        Answer::Clear(side) => format!("clearly {side}"),
        Answer::Leaning(side) => format!("leaning towards {side}"),
        Answer::Open => "open".to_owned(),
    }
}

/// Returns the warnings about the proposal, without those about how much is known.
pub(crate) fn warnings<'a>(explanation: &Explanation<'a>, certainty: Certainty) -> Vec<Warning<'a>> {
    let counted = explanation.warnings().filter(|it| it.code().counts_towards_verdict());
    counted.filter(|it| it.certainty() == certainty).collect()
}

/// Returns the same warnings, weightiest first: by the average points of each against the proposal. A warning that is only
/// possible comes with its chance.
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

/// Returns a chance that is neither none nor all, in whole percent.
pub(crate) fn in_100(parts: u16) -> String {
    match (parts + 50) / 100 {
        0 => "under 1".to_owned(),
        100 => "over 99".to_owned(),
        percent => percent.to_string(),
    }
}

/// Returns the questions whose answers differ in whether one leader or two has less against it.
pub(crate) fn turning(chances: &Chances) -> impl Iterator<Item = &NextQuestion> {
    let questions = chances.leaders.as_ref().into_iter().flat_map(|it| &it.questions);
    questions.filter(|question| {
        question.answers.iter().any(|after| question.answers.iter().any(|other| after.answer != other.answer))
    })
}

/// Returns the facts to ask for first, and what each would settle: first those that can turn the answer between one leader and
/// two, then the others, of which those that settle the verdict come first.
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

/// Returns what depends on a fact that does not settle the verdict.
fn bears_on(open: &OpenFact) -> String {
    const MOST: usize = 2;
    let warnings = open.warnings.iter().map(|key| format!("{key:#}"));
    let mut names: Vec<_> = warnings.chain(open.benefits.iter().map(|code| format!("{code:#}"))).collect();
    let more = names.split_off(names.len().min(MOST)).len();
    let more = if more == 0 { String::new() } else { format!(", and {more} more") };
    format!("affects {}{more}", names.join(", "))
}

/// Returns the result of each value of a fact, with neighbouring values of the same result merged.
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

/// Explains what chances are. Every text that shows chances must include it.
pub(crate) fn what_chances_are(chances: &Chances) -> String {
    format!(
        "Chances weigh what the facts leave open, based on the belief \"{}\". They are not a forecast.",
        chances.belief
    )
}

/// Returns the facts on which the severity of a warning depends, if it is not certain. More than four skills are counted
/// instead of named.
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

/// Returns the warning's title, with its seat if it is about one.
pub(crate) fn title(warning: &Warning<'_>) -> String {
    match warning.key().role {
        Some(role) => format!("{} ({})", warning.code().title(), role.title()),
        None => warning.code().title().to_owned(),
    }
}
