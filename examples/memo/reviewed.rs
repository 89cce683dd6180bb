//! What happened since the last review, and how long each warning has stood.

use cpto::advice::compare::{Course, WarningCourse};
use cpto::advice::review::{Period, Review};
use maud::{Markup, html};

/// Writes what happened between the previous proposal and the one that the memo is about, if there is a previous one.
pub(crate) fn since_the_last(review: &Review<String>) -> Markup {
    let Some(Period { from, to, verdict: [before, after], comparison, .. }) = review.periods.last() else {
        return html! {};
    };
    let of = |course: Course| comparison.warnings.iter().filter(move |it| it.course == course);
    let facts =
        [("Learnt", comparison.learnt), ("Forgotten", comparison.forgotten), ("Changed", comparison.changed)];
    let facts = facts.into_iter().filter(|(_, facts)| !facts.is_empty());
    let courses = Course::ALL.iter().copied().filter(|course| *course != Course::Unchanged);
    html! {
        section aria-labelledby="reviewed" {
            h2 id="reviewed" { "Since the last review" }
            p {
                "From " bdi { (from) } " to " bdi { (to) } ": "
                @if before == after { "the verdict is still " (after) "." }
                @else { "the verdict was " (before) " and is " (after) "." }
            }
            @for (what, facts) in facts { p { (what) ": " (format!("{:#}", facts)) "." } }
            @for handover in &comparison.handovers { p { (handover) "." } }
            @for course in courses {
                @if of(course).next().is_some() {
                    h3 { (course.title()) }
                    ul { @for it in of(course) { li { (went(*it)) } } }
                }
            }
            p.faint { "Unchanged: " (of(Course::Unchanged).count()) "." }
        }
    }
}

/// Writes how a warning changed. Its course is in the heading above.
fn went(it: WarningCourse) -> Markup {
    html! {
        (format!("{:#}", it.key)) ": "
        @if it.before == it.after { (it.after) } @else { (it.before) ", then " (it.after) }
    }
}

/// Writes how long each warning has stood, if there are several proposals.
pub(crate) fn standing(review: &Review<String>) -> Markup {
    html! {
        @if !review.periods.is_empty() {
            section aria-labelledby="standing" {
                h2 id="standing" { "How long each warning has stood" }
                ul {
                    @for it in &review.standing {
                        li { (format!("{:#}", it.key)) ", " (it.severity) ": since " bdi { (it.since) } }
                    }
                }
            }
        }
    }
}
