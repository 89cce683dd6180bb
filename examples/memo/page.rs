//! The memo: self-contained HTML. Two printed pages have the answer; the appendix has the rest.

use cpto::advice::Limit;
use cpto::advice::ask::{Inquiry, OpenFact, ask};
use cpto::advice::chances::{Chances, chances};
use cpto::advice::repair::{Goal, Repair, Repairs, repair};
use cpto::advice::review::Review;
use cpto::advice::watch::watch;
use cpto::policy::Belief;
use cpto::{
    Assessment, Benefit, BenefitCode, Certainty, Citation, Explanation, Fact, Policy, Proposal,
    Responsibility, Severity, Source, Warning, WarningCode, evaluate_under, explain_under,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::drawing::{self, meter};
use crate::lines::shown;
use crate::measured;
use crate::phrase::{
    depends_on, led, likely_verdict, one_or_two, proposed, title, to_ask, verdict, warnings, weightiest,
    what_chances_are,
};
use crate::reviewed;

/// The style sheet, which becomes part of the page.
const STYLE: &str = include_str!("page.css");

/// The most warnings and questions on the first pages.
const MOST_WARNINGS: usize = 5;
const MOST_QUESTIONS: usize = 3;
/// The most questions, turns and repairs of each kind in the appendix.
const MOST: usize = 8;
const MOST_REPAIRS: usize = 3;

/// Writes the whole memo.
pub(crate) fn memo(company: &str, proposal: &Proposal, policy: &Policy, review: &Review<String>) -> Markup {
    let explanation = &explain_under(proposal, policy);
    let assessment = explanation.assessment();
    let inquiry = &ask(proposal, policy, Limit::default());
    let chances = &chances(proposal, policy, &Belief::DEFAULT, Limit::default());
    let goals = &goals(explanation);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (company) ": " (proposed(proposal)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    p.kicker { "Who leads technology and product?" }
                    h1 { bdi { (company) } }
                    p.lead { "Proposed: " (proposed(proposal)) }
                    p { (led(proposal.proposed())) }
                }
                main {
                    (of_the_verdict(explanation, chances))
                    (reviewed::since_the_last(review))
                    (first_steps(goals, &to_ask(chances, inquiry, MOST_QUESTIONS)))
                    (argument(explanation, chances))
                    (map(proposal, policy))
                    (load(proposal, assessment, policy))
                    div.appendix {
                        p.kicker { "Appendix" }
                        (possible(explanation, chances))
                        (repairs(goals, proposal, policy))
                        (questions(inquiry))
                        (turns(proposal, policy))
                        (reviewed::standing(review))
                        (measurements(proposal))
                        (each_warning(explanation))
                        (in_favour_cited(assessment))
                        (sources(assessment))
                    }
                }
                footer {
                    p {
                        "Every number behind this is a judgement, not a measurement, and a policy can change it. "
                        "A warning does not mean that a structure is wrong: it says what is known to go wrong with "
                        "structures like it, when that is fine, and what to do."
                    }
                }
            }
        }
    }
}

fn of_the_verdict(explanation: &Explanation<'_>, chances: &Chances) -> Markup {
    let found = explanation.assessment().verdict();
    let warned = |certainty| warnings(explanation, certainty).len();
    let benefited = |certainty| in_favour(explanation.assessment(), certainty).count();
    html! {
        @if let Some([answer, sentence]) = one_or_two(chances) {
            section aria-labelledby="answer" {
                h2 id="answer" { (answer) }
                p { (sentence) }
            }
        }
        section.verdict.{ "from-" (found.least()) }.{ "to-" (found.most()) } aria-labelledby="verdict" {
            h2 id="verdict" { "Verdict on the proposal: " (found) }
            p { (verdict(found)) @if let Some(likely) = likely_verdict(chances) { " " (likely) } }
            p.faint {
                "Warnings: " (warned(Certainty::Certain)) " certain and " (warned(Certainty::Possible))
                " possible. Benefits: " (benefited(Certainty::Certain)) " certain and "
                (benefited(Certainty::Possible)) " possible."
            }
        }
    }
}

fn in_favour(assessment: Assessment, certainty: Certainty) -> impl Iterator<Item = Benefit> {
    assessment.benefits().filter(move |it| it.certainty == certainty)
}

/// The argument, with the worst warnings of each kind.
fn argument(explanation: &Explanation<'_>, chances: &Chances) -> Markup {
    let most = MOST_WARNINGS;
    let certain = warnings(explanation, Certainty::Certain);
    let possible = weightiest(explanation, Certainty::Possible, chances);
    let more = more_than(certain.len(), most).unwrap_or(0) + more_than(possible.len(), most).unwrap_or(0);
    html! {
        section aria-labelledby="argument" {
            h2 id="argument" { "The case for and against" }
            p.faint {
                (meter_key())
                "Certain means true whatever the unknown facts turn out to be; possible means that it depends on them."
            }
            div.sides {
                div {
                    h3 { "Against it" }
                    h4 { "Certain" }
                    (warnings_listed(certain.iter().map(|it| (it, "")).take(most)))
                    h4 { "Possible" }
                    (warnings_listed(possible.iter().map(|(it, chance)| (it, chance.as_str())).take(most)))
                    @if more > 0 { p.faint { (more) " more are in the appendix." } }
                }
                div {
                    h3 { "In favour" }
                    h4 { "Certain" }
                    (benefits_listed(in_favour(explanation.assessment(), Certainty::Certain)))
                    h4 { "Possible" }
                    (benefits_listed(in_favour(explanation.assessment(), Certainty::Possible)))
                }
            }
        }
    }
}

/// The smallest repair and the best questions.
fn first_steps(goals: &[(Severity, Repairs)], questions: &[(Fact, String)]) -> Markup {
    html! {
        section aria-labelledby="first" {
            h2 id="first" { "First steps" }
            @if let Some((severity, repairs)) = goals.first() {
                h3 { "The smallest repair to keep everything below " (severity) }
                p { (repairs.best().map_or_else(|| repairs.to_string(), ToString::to_string)) }
            }
            @if !questions.is_empty() {
                h3 { "What to ask first" }
                ol { @for (fact, settles) in questions { li { (fact.question()) br; (settles) } } }
            }
        }
    }
}

/// Explains how to read a meter.
fn meter_key() -> Markup {
    let example = cpto::Span::new(Severity::Medium, Severity::High).unwrap_or_default();
    html! {
        (meter(example)) " means “" (example) "”: four steps from low to critical, "
        "solid if certain, crossed if possible. "
    }
}

fn warnings_listed<'a>(warnings: impl Iterator<Item = (&'a Warning<'a>, &'a str)>) -> Markup {
    let mut warnings = warnings.peekable();
    html! {
        @if warnings.peek().is_none() { p { "Nothing in the catalogue." } } @else {
            ul.entries {
                @for (warning, chance) in warnings {
                    li {
                        p.head {
                            a href={ "#" (anchor(warning)) } { (title(warning)) }
                            @if !chance.is_empty() { span.chance { (chance) } }
                            span.severity { (meter(warning.severity())) (warning.severity()) }
                        }
                        @if chance.is_empty() { p { (warning) } }
                    }
                }
            }
        }
    }
}

/// Writes every warning that is only possible, with what it depends on.
fn possible(explanation: &Explanation<'_>, chances: &Chances) -> Markup {
    let possible = weightiest(explanation, Certainty::Possible, chances);
    html! {
        section aria-labelledby="possible" {
            h2 id="possible" { "What is only possible, and what it depends on" }
            p.faint { (what_chances_are(chances)) }
            @if possible.is_empty() { p { "No further warning is possible." } }
            ul {
                @for (warning, chance) in &possible {
                    li {
                        a href={ "#" (anchor(warning)) } { (title(warning)) } ", " (warning.severity()) ", " (chance)
                        @let facts = depends_on(warning);
                        @if !facts.is_empty() { ": " span.faint { (facts) } }
                    }
                }
            }
        }
    }
}

fn anchor(warning: &Warning<'_>) -> String {
    let code = warning.code();
    warning.key().role.map_or_else(|| code.to_string(), |role| format!("{code}-of-{}", role.as_str()))
}

fn benefits_listed(benefits: impl Iterator<Item = Benefit>) -> Markup {
    let mut benefits = benefits.peekable();
    html! {
        @if benefits.peek().is_none() { p { "Nothing in the catalogue." } } @else {
            ul.entries {
                @for benefit in benefits {
                    li {
                        p.head { (benefit.code.title()) }
                        p { (benefit) }
                    }
                }
            }
        }
    }
}

fn in_favour_cited(assessment: Assessment) -> Markup {
    html! {
        section aria-labelledby="in-favour" {
            h2 id="in-favour" { "In favour: sources" }
            dl.sources {
                @for benefit in assessment.benefits() {
                    dt { (benefit.code.title()) " " span.faint { (benefit.certainty) } }
                    dd { (cited(benefit.code.citations())) }
                }
            }
        }
    }
}

fn cited(citations: &[Citation]) -> Markup {
    html! {
        ul.citations {
            @for citation in citations {
                @let key = citation.source.key();
                li { a href={ "#source-" (key) } { "[" (key) "]" } " " (citation.says) }
            }
        }
    }
}

fn map(proposal: &Proposal, policy: &Policy) -> Markup {
    let organization = proposal.organization();
    let reasons = Responsibility::ALL
        .iter()
        .filter_map(|it| Some((it, organization.responsibility_reason(*it)?)))
        .collect::<Vec<_>>();
    html! {
        section aria-labelledby="map" {
            h2 id="map" { "Who holds what" }
            figure { (drawing::rows(proposal, policy)) }
            @if !reasons.is_empty() {
                h3 { "What does not exist here, and why" }
                ul {
                    @for (responsibility, reason) in reasons {
                        li { (responsibility.title()) ": " bdi { (shown(reason)) } }
                    }
                }
            }
        }
    }
}

fn load(proposal: &Proposal, assessment: Assessment, policy: &Policy) -> Markup {
    html! {
        section aria-labelledby="load" {
            h2 id="load" { "What it asks of its leaders" }
            figure { (drawing::loads(proposal, assessment, policy)) }
            ul { @for margin in watch(proposal, policy).loads { li { (margin) } } }
        }
    }
}

/// Returns the repairs for each goal that is not reached yet.
fn goals(explanation: &Explanation<'_>) -> Vec<(Severity, Repairs)> {
    let counted = explanation.warnings().filter(|it| it.code().counts_towards_verdict());
    let worst = counted.map(|warning| warning.severity().most()).max().unwrap_or_default();
    let goals = [Severity::Critical, Severity::High].into_iter().filter(|severity| *severity <= worst);
    let (proposal, policy) = (explanation.proposal(), explanation.policy());
    let repairs =
        |below| repair(proposal, policy, Goal::below(below), Limit::default(), |_, cost| Some(cost));
    goals.map(|severity| (severity, repairs(severity))).collect()
}

fn repairs(goals: &[(Severity, Repairs)], proposal: &Proposal, policy: &Policy) -> Markup {
    html! {
        section aria-labelledby="repairs" {
            h2 id="repairs" { "What would have to change" }
            @if goals.is_empty() { p { "Nothing: no warning can be high, whatever the unknown facts turn out to be." } }
            @for (severity, repairs) in goals {
                h3 { "The least to keep everything below " (severity) ", whatever the unknown facts turn out to be" }
                @for (number, repair) in (1..).zip(repairs.repairs.iter().take(MOST_REPAIRS)) {
                    (one_repair(number, repair, proposal, policy))
                }
                @if repairs.repairs.is_empty() { p { (repairs) } }
                @if let Some(more) = more_than(repairs.repairs.len(), MOST_REPAIRS) {
                    p.faint { (more) " more with as many changes." }
                }
            }
        }
    }
}

fn one_repair(number: usize, repair: &Repair, proposal: &Proposal, policy: &Policy) -> Markup {
    let after = repair.apply_to(proposal).map(|amended| evaluate_under(&amended, policy).verdict());
    html! {
        div.repair {
            p.head {
                "Option " (number)
                @if let Some(after) = after { span.severity { "verdict then: " (after) } }
            }
            ol { @for remedy in &repair.remedies { li { (remedy) } } }
        }
    }
}

/// Returns how many there are beyond the most that are written out.
fn more_than(count: usize, most: usize) -> Option<usize> {
    count.checked_sub(most).filter(|more| *more > 0)
}

fn questions(inquiry: &Inquiry) -> Markup {
    html! {
        section aria-labelledby="questions" {
            h2 id="questions" { "What to find out first" }
            p { (inquiry) "." }
            @if !inquiry.questions.is_empty() {
                table {
                    thead {
                        tr {
                            th scope="col" { "Question" }
                            th scope="col" { "What depends on it" }
                            th scope="col" { "Verdict by answer" }
                        }
                    }
                    tbody { @for question in inquiry.questions.iter().take(MOST) { (one_question(question)) } }
                }
                @if let Some(more) = more_than(inquiry.questions.len(), MOST) {
                    p.faint { (more) " more facts matter." }
                }
            }
            @if !inquiry.idle.is_empty() {
                p.faint { "These facts change nothing, whatever they are: " (format!("{:#}", inquiry.idle)) }
            }
        }
    }
}

fn one_question(question: &OpenFact) -> Markup {
    let verdict = question.changes_verdict.then(|| "the verdict".to_owned());
    let warnings = question.warnings.iter().map(|key| format!("{key:#}"));
    let benefits = question.benefits.iter().map(|code| format!("{code:#}"));
    let depending: Vec<_> = verdict.into_iter().chain(warnings).chain(benefits).collect();
    html! {
        tr {
            th scope="row" { (question.fact.question()) }
            td { (depending.join(", ")) }
            td { ul.answers { @for answer in &question.answers { li { (answer) } } } }
        }
    }
}

fn turns(proposal: &Proposal, policy: &Policy) -> Markup {
    let watched = watch(proposal, policy);
    html! {
        @if !watched.turns.is_empty() {
            section aria-labelledby="watch" {
                h2 id="watch" { "Which changes in the known facts would change the picture" }
                ul { @for turn in watched.turns.iter().take(MOST) { li { (turn) } } }
                @if let Some(more) = more_than(watched.turns.len(), MOST) {
                    p.faint { (more) " more would change a warning." }
                }
            }
        }
    }
}

fn measurements(proposal: &Proposal) -> Markup {
    let readings = proposal.organization().readings();
    html! {
        @if !readings.is_empty() {
            section aria-labelledby="measured" {
                h2 id="measured" { "What was measured, and how it was read" }
                ul {
                    @for (line, each) in measured::by_signal(readings) {
                        li { (line) ul { @for reading in each { li { (reading) } } } }
                    }
                    @for line in measured::refused(readings) { li { "Refused: " (line) } }
                }
                p.faint { (measured::CAVEAT) }
            }
        }
    }
}

fn each_warning(explanation: &Explanation<'_>) -> Markup {
    html! {
        section aria-labelledby="warnings" {
            h2 id="warnings" { "Each warning: why it matters, when it is fine, what to do" }
            @for warning in explanation.warnings() {
                article id=(anchor(&warning)) {
                    h3 { (title(&warning)) span.severity { (meter(warning.severity())) (warning.severity()) } }
                    p { (warning) }
                    dl {
                        dt { "Why it matters" } dd { (warning.code().why_it_matters()) }
                        dt { "When it is fine" } dd { (warning.code().when_it_is_fine()) }
                        dt { "What to do" } dd { ul { @for remedy in warning.remedies() { li { (remedy) } } } }
                        dt { "Sources" } dd { (cited(warning.code().citations())) }
                    }
                    @if !warning.code().counts_towards_verdict() {
                        p.faint { "This warning is about how much is known; it does not count towards the verdict." }
                    }
                }
            }
        }
    }
}

fn sources(assessment: Assessment) -> Markup {
    let warnings = assessment.warnings().map(|(key, _)| key.code).flat_map(WarningCode::citations);
    let benefits = assessment.benefits().map(|benefit| benefit.code).flat_map(BenefitCode::citations);
    let cited: Vec<Source> = warnings.chain(benefits).map(|citation| citation.source).collect();
    html! {
        section aria-labelledby="sources" {
            h2 id="sources" { "Sources" }
            p.faint {
                "No source gives the numbers; a source supports the direction of a rule. "
                "Each entry states how strong the source is, and what counts against it."
            }
            dl.sources {
                @for source in Source::ALL.iter().filter(|source| cited.contains(source)) {
                    dt id={ "source-" (source.key()) } { "[" (source.key()) "] " span.faint { (source.strength()) } }
                    dd {
                        (source.entry())
                        @if let Some(against) = source.against() { p.faint { "Against it: " (against) } }
                    }
                }
            }
        }
    }
}
