//! The memo: one page of HTML that needs nothing but itself.

use cpto::advice::ask::{Inquiry, Question, ask};
use cpto::advice::repair::{Goal, Repair, Repairs, repair};
use cpto::advice::watch::watch;
use cpto::{
    Assessment, Benefit, BenefitCode, Certainty, Citation, Policy, Proposal, Responsibility, Severity,
    Source, Warning, WarningCode, evaluate_under,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::drawing::{self, meter};
use crate::lines::printable;
use crate::measured;
use crate::phrase::{hangs_on, named, proposed, title, verdict};

/// The style of the page, which is put into it.
const STYLE: &str = include_str!("page.css");

/// The most questions, repairs and turns of each kind that are written out.
const MOST: usize = 8;
const MOST_REPAIRS: usize = 3;

/// Writes the whole page.
pub(crate) fn memo(company: &str, proposal: &Proposal, policy: &Policy) -> Markup {
    let assessment = &evaluate_under(proposal, policy);
    let inquiry = &ask(proposal, policy);
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
                }
                main {
                    (of_the_verdict(assessment))
                    (argument(assessment))
                    (map(proposal, policy))
                    (load(proposal, assessment, policy))
                    (repairs(proposal, assessment, policy))
                    (questions(inquiry))
                    (turns(proposal, policy))
                    (measurements(assessment))
                    (each_warning(assessment))
                    (sources(assessment))
                }
                footer {
                    p {
                        "Every number behind this is a judgement that a policy can change, and measured by nobody. "
                        "A warning does not mean that a structure is wrong: it says what is known to go wrong with "
                        "structures like it, when that is fine, and what to do."
                    }
                }
            }
        }
    }
}

fn of_the_verdict(assessment: &Assessment) -> Markup {
    let found = assessment.verdict();
    let warned = |certainty| against(assessment, certainty).count();
    let benefited = |certainty| in_favour(assessment, certainty).count();
    html! {
        section.verdict.{ "from-" (found.least()) }.{ "to-" (found.most()) } aria-labelledby="verdict" {
            h2 id="verdict" { "Verdict: " (found) }
            p { (verdict(found)) }
            p.faint {
                "Of the warnings, " (warned(Certainty::Certain)) " certain and " (warned(Certainty::Possible))
                " possible; of the benefits, " (benefited(Certainty::Certain)) " certain and "
                (benefited(Certainty::Possible)) " possible."
            }
        }
    }
}

/// The warnings that speak of the proposal. How much is known is another question than what is so.
fn against(assessment: &Assessment, certainty: Certainty) -> impl Iterator<Item = &Warning> {
    let counted = assessment.warnings().iter().filter(|it| it.code().counts_towards_verdict());
    counted.filter(move |it| it.certainty() == certainty)
}

fn in_favour(assessment: &Assessment, certainty: Certainty) -> impl Iterator<Item = &Benefit> {
    assessment.benefits().iter().filter(move |it| it.certainty() == certainty)
}

fn argument(assessment: &Assessment) -> Markup {
    html! {
        section aria-labelledby="argument" {
            h2 id="argument" { "The argument, both ways" }
            p.faint {
                (meter_key())
                "Certain is what holds whatever the unknown facts turn out to be; possible is what some of them could bring."
            }
            div.sides {
                div {
                    h3 { "What speaks against it" }
                    h4 { "Certain" }
                    (warnings(&against(assessment, Certainty::Certain).collect::<Vec<_>>()))
                    h4 { "Possible" }
                    (warnings(&against(assessment, Certainty::Possible).collect::<Vec<_>>()))
                }
                div {
                    h3 { "What speaks for it" }
                    h4 { "Certain" }
                    (benefits_listed(&in_favour(assessment, Certainty::Certain).collect::<Vec<_>>()))
                    h4 { "Possible" }
                    (benefits_listed(&in_favour(assessment, Certainty::Possible).collect::<Vec<_>>()))
                }
            }
        }
    }
}

/// How a meter is read.
fn meter_key() -> Markup {
    let example = cpto::Span::new(Severity::Medium, Severity::High).unwrap_or_default();
    html! {
        (meter(example)) " reads “" (example) "”: four steps from low to critical, "
        "full where certain, crossed where possible. "
    }
}

fn warnings(warnings: &[&Warning]) -> Markup {
    html! {
        @if warnings.is_empty() { p { "Nothing in the catalogue." } } @else {
            ul.entries {
                @for warning in warnings {
                    li {
                        (headed(warning))
                        p { (warning) }
                        @let open = hangs_on(warning);
                        @if warning.severity().value().is_none() && !open.is_empty() {
                            p.faint { "Hangs on: " (open) }
                        }
                    }
                }
            }
        }
    }
}

/// The name and the severity of a warning.
fn headed(warning: &Warning) -> Markup {
    html! {
        p.head {
            a href={ "#" (anchor(warning)) } { (title(warning)) }
            span.severity { (meter(warning.severity())) (warning.severity()) }
        }
    }
}

fn anchor(warning: &Warning) -> String {
    warning
        .role()
        .map_or_else(|| warning.code().to_string(), |role| format!("{}-of-{}", warning.code(), role.as_str()))
}

fn benefits_listed(benefits: &[&Benefit]) -> Markup {
    html! {
        @if benefits.is_empty() { p { "Nothing in the catalogue." } } @else {
            ul.entries {
                @for benefit in benefits {
                    li {
                        p.head { (benefit.code()) }
                        p { (benefit) }
                        (cited(benefit.code().citations()))
                    }
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
                        li { (responsibility) ": " bdi { (printable(reason)) } }
                    }
                }
            }
        }
    }
}

fn load(proposal: &Proposal, assessment: &Assessment, policy: &Policy) -> Markup {
    html! {
        section aria-labelledby="load" {
            h2 id="load" { "What it takes of its leaders" }
            figure { (drawing::loads(proposal, assessment, policy)) }
            ul { @for margin in watch(proposal, policy).loads() { li { (margin) } } }
        }
    }
}

fn repairs(proposal: &Proposal, assessment: &Assessment, policy: &Policy) -> Markup {
    let worst = against(assessment, Certainty::Certain)
        .chain(against(assessment, Certainty::Possible))
        .map(|warning| warning.severity().most())
        .max()
        .unwrap_or_default();
    let goals: Vec<(Severity, Repairs)> = [Severity::Critical, Severity::High]
        .into_iter()
        .filter(|severity| *severity <= worst)
        .map(|severity| (severity, repair(proposal, policy, Goal::below(severity))))
        .collect();
    html! {
        section aria-labelledby="repairs" {
            h2 id="repairs" { "What would have to change" }
            @if goals.is_empty() { p { "Nothing: no warning can be high, whatever the unknown facts turn out to be." } }
            @for (severity, repairs) in &goals {
                h3 { "The least, so that nothing can be " (severity) ", whatever the unknown facts turn out to be" }
                @for (number, repair) in (1..).zip(repairs.repairs().iter().take(MOST_REPAIRS)) {
                    (one_repair(number, repair, proposal, policy))
                }
                @if repairs.repairs().is_empty() { p { (repairs) } }
                @if let Some(more) = more_than(repairs.repairs().len(), MOST_REPAIRS) {
                    p.faint { (more) " more of as many changes." }
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
                "Way " (number)
                @if let Some(after) = after { span.severity { "the verdict then: " (after) } }
            }
            ol { @for amendment in &repair.amendments { li { (amendment) } } }
        }
    }
}

/// How many there are above the most that are written out.
fn more_than(count: usize, most: usize) -> Option<usize> {
    count.checked_sub(most).filter(|more| *more > 0)
}

fn questions(inquiry: &Inquiry) -> Markup {
    html! {
        section aria-labelledby="questions" {
            h2 id="questions" { "What to find out first" }
            p { (inquiry) "." }
            @if !inquiry.questions().is_empty() {
                table {
                    thead {
                        tr {
                            th scope="col" { "Ask for" }
                            th scope="col" { "What hangs on it" }
                            th scope="col" { "The verdict with each answer" }
                        }
                    }
                    tbody { @for question in inquiry.questions().iter().take(MOST) { (one_question(question)) } }
                }
                @if let Some(more) = more_than(inquiry.questions().len(), MOST) {
                    p.faint { (more) " more facts matter." }
                }
            }
            @if !inquiry.idle().is_empty() {
                p.faint { "Whatever these are, nothing changes: " (inquiry.idle()) }
            }
        }
    }
}

fn one_question(question: &Question) -> Markup {
    let verdict = question.verdict.then(|| "the verdict".to_owned());
    let warnings = question.warnings.iter().map(ToString::to_string);
    let benefits = question.benefits.iter().map(ToString::to_string);
    let hanging: Vec<_> = verdict.into_iter().chain(warnings).chain(benefits).collect();
    html! {
        tr {
            th scope="row" { (named(question.fact)) }
            td { (hanging.join(", ")) }
            td { ul.answers { @for answer in &question.answers { li { (answer) } } } }
        }
    }
}

fn turns(proposal: &Proposal, policy: &Policy) -> Markup {
    let watched = watch(proposal, policy);
    html! {
        @if !watched.turns().is_empty() {
            section aria-labelledby="watch" {
                h2 id="watch" { "At which values of what is known the picture changes" }
                ul { @for turn in watched.turns().iter().take(MOST) { li { (turn) } } }
                @if let Some(more) = more_than(watched.turns().len(), MOST) {
                    p.faint { (more) " more change a warning." }
                }
            }
        }
    }
}

fn measurements(assessment: &Assessment) -> Markup {
    let readings = assessment.readings();
    html! {
        @if !readings.is_empty() {
            section aria-labelledby="measured" {
                h2 id="measured" { "What was measured, and what it was read as" }
                ul {
                    @for (line, each) in measured::by_signal(readings) {
                        li { (line) ul { @for reading in each { li { (printable(&reading)) } } } }
                    }
                    @for line in measured::refused(readings) { li { "Refused: " (printable(&line)) } }
                }
                p.faint { (measured::CAVEAT) }
            }
        }
    }
}

fn each_warning(assessment: &Assessment) -> Markup {
    html! {
        section aria-labelledby="warnings" {
            h2 id="warnings" { "Each warning: why it matters, when it is fine, what to do" }
            @for warning in assessment.warnings() {
                article id=(anchor(warning)) {
                    h3 { (title(warning)) span.severity { (meter(warning.severity())) (warning.severity()) } }
                    p { (warning) }
                    dl {
                        dt { "Why it matters" } dd { (warning.code().why_it_matters()) }
                        dt { "When it is fine" } dd { (warning.code().when_it_is_fine()) }
                        dt { "What to do" } dd { ul { @for remedy in warning.remedies() { li { (remedy) } } } }
                        dt { "On whose word" } dd { (cited(warning.code().citations())) }
                    }
                    @if !warning.code().counts_towards_verdict() {
                        p.faint { "It speaks of how much is known, and does not count towards the verdict." }
                    }
                }
            }
        }
    }
}

fn sources(assessment: &Assessment) -> Markup {
    let warnings = assessment.warnings().iter().map(Warning::code).flat_map(WarningCode::citations);
    let benefits = assessment.benefits().iter().map(Benefit::code).flat_map(BenefitCode::citations);
    let cited: Vec<Source> = warnings.chain(benefits).map(|citation| citation.source).collect();
    html! {
        section aria-labelledby="sources" {
            h2 id="sources" { "Sources" }
            p.faint {
                "No source gives the numbers. A source supports the direction of a rule. "
                "Beside each stands how strong it is, and what speaks against it."
            }
            dl.sources {
                @for source in Source::ALL.iter().filter(|source| cited.contains(source)) {
                    dt id={ "source-" (source.key()) } { "[" (source.key()) "] " span.faint { (source.strength()) } }
                    dd {
                        (source.title())
                        @if let Some(against) = source.against() { p.faint { "Against it: " (against) } }
                    }
                }
            }
        }
    }
}
