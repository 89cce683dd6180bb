//! What happened since the last review, and since when each warning stands.

use cpto::advice::compare::{Course, WarningCourse};
use cpto::advice::review::{Period, Review};
use maud::{Markup, html};

/// What happened from the proposal before to the one that the memo is about; nothing where there was none before.
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
                @if before == after { "the verdict is " (after) ", as it was." }
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

/// How a warning went, whose course is said above.
fn went(it: WarningCourse) -> Markup {
    html! {
        (format!("{:#}", it.key)) ": "
        @if it.before == it.after { (it.after) } @else { (it.before) ", then " (it.after) }
    }
}

/// Since when each warning stands; nothing where there was only one proposal.
pub(crate) fn standing(review: &Review<String>) -> Markup {
    html! {
        @if !review.periods.is_empty() {
            section aria-labelledby="standing" {
                h2 id="standing" { "Since when each warning stands" }
                ul {
                    @for it in &review.standing {
                        li { (format!("{:#}", it.key)) ", " (it.severity) ": since " bdi { (it.since) } }
                    }
                }
            }
        }
    }
}
