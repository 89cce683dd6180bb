//! The report: the answer on one screen, or in full.

use cpto::advice::Limit;
use cpto::advice::ask::{Inquiry, ask};
use cpto::advice::chances::Chances;
use cpto::advice::watch::watch;
use cpto::{Certainty, Explanation, SeatLoad, Warning, WarningCode};

use crate::advice::{count, repaired};
use crate::lines::shown;
use crate::measured;
use crate::page::{Most, Page};
use crate::phrase::{
    depends_on, led, likely_verdict, one_or_two, proposed, title, to_ask, verdict, warnings, weightiest,
    what_chances_are,
};

/// What every reader must know about the figures.
const CAVEAT: &str =
    "Every number behind this is a judgement, not a measurement, and a policy can change it.";
/// The number of lines that the answer must fit.
const SCREEN: usize = 40;
/// The most warnings of each kind on the first screen.
const MOST: usize = 5;
/// The most questions on the first screen.
const MOST_QUESTIONS: usize = 3;

/// The subject of the page, and the answer. The brief page explains the verdict only if it has no chances.
fn headed(name: &str, explanation: &Explanation<'_>, chances: &Chances, is_brief: bool) -> Page {
    let proposal = explanation.proposal();
    let own = proposal.organization().name().filter(|name| !name.trim().is_empty());
    let mut page = Page::new(shown(own.unwrap_or(name)));
    page.text(format!("Proposed: {}. {}", proposed(proposal), led(proposal.proposed())));
    if let Some([answer, sentence]) = one_or_two(chances) {
        page.heading(answer);
        page.text(sentence);
    }
    let found = explanation.assessment().verdict();
    page.heading(format!("Verdict on the proposal: {found}"));
    let likely = likely_verdict(chances);
    let said = (!is_brief || likely.is_none()).then(|| verdict(found).to_owned());
    likely.into_iter().chain(said).for_each(|text| page.text(text));
    page
}

/// Adds a warning to the page, with its chance.
fn warned(page: &mut Page, warning: &Warning<'_>, chance: &str) {
    let comma = if chance.is_empty() { "" } else { ", " };
    page.warning(warning.severity(), format!("{}{comma}{chance}: {warning}", title(warning)));
}

/// The answer on one screen.
pub(crate) fn brief(name: &str, explanation: &Explanation<'_>, chances: &Chances) -> Page {
    let mut page = headed(name, explanation, chances, true);
    let policy = explanation.policy();
    let certain = warnings(explanation, Certainty::Certain);
    let others = weightiest(explanation, Certainty::Possible, chances);
    let more = |count: usize| match count.saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" ({MOST} of {})", more + MOST),
    };
    if certain.is_empty() {
        page.heading("Certain warnings: none");
    } else {
        page.heading(format!("Certain warnings{}", more(certain.len())));
        certain.iter().take(MOST).for_each(|warning| warned(&mut page, warning, ""));
    }
    if !others.is_empty() {
        page.heading(format!("Possible warnings, weightiest first{}", more(others.len())));
        for (warning, chance) in others.into_iter().take(MOST) {
            page.warning(warning.severity(), format!("{}, {chance}", title(&warning)));
        }
    }
    let benefits = explanation.assessment().benefits();
    let mut benefits: Vec<_> = benefits.collect();
    benefits.sort_by_key(|benefit| benefit.certainty == Certainty::Possible);
    let benefits = benefits.into_iter().map(|benefit| match benefit.certainty {
        Certainty::Certain => format!("{:#}", benefit.code),
        Certainty::Possible => format!("possibly {:#}", benefit.code),
    });
    page.heading("In favour");
    page.text(some_of(&benefits.collect::<Vec<_>>()));
    page.heading("Next steps");
    let (goal, repair) = repaired(explanation);
    page.text(format!("The smallest repair to keep everything below {goal}: {repair}."));
    let inquiry = ask(explanation.proposal(), policy, Limit::default());
    for (fact, settles) in to_ask(chances, &inquiry, MOST_QUESTIONS) {
        page.item(0, format!("Ask: {}", fact.question()));
        page.item(1, settles);
    }
    page.text(format!(
        "Chances are based on the belief \"{}\" and are not a forecast. More: --full.",
        chances.belief
    ));
    page
}

/// Returns as many lines for each part of a page as fit the screen.
pub(crate) fn fitting(page: &Page) -> Most {
    let most = |[warning, item, text]: [usize; 3]| Most { warning, item, text };
    let mut fits = [[4, 4, 4], [3, 3, 4], [2, 2, 4], [1, 2, 3], [1, 1, 3]].into_iter().map(most);
    fits.find(|most| page.lines(*most).len() <= SCREEN).unwrap_or(most([1, 1, 2]))
}

fn some_of(list: &[String]) -> String {
    if list.is_empty() { "nothing in the catalogue".into() } else { list.join(", ") }
}

/// The full report.
pub(crate) fn full(name: &str, explanation: &Explanation<'_>, chances: &Chances) -> Page {
    let (proposal, policy) = (explanation.proposal(), explanation.policy());
    let assessment = explanation.assessment();
    let mut page = headed(name, explanation, chances, false);
    page.text(CAVEAT);
    page.text(what_chances_are(chances));
    for (certainty, heading, none) in [
        (Certainty::Certain, "What the facts establish", "No warning is certain."),
        (Certainty::Possible, "What is only possible", "No further warning is possible."),
    ] {
        page.heading(heading);
        let warnings = weightiest(explanation, certainty, chances);
        if warnings.is_empty() {
            page.text(none);
        }
        for (warning, chance) in warnings {
            warned(&mut page, &warning, &chance);
            let facts = depends_on(&warning);
            if !facts.is_empty() {
                page.item(1, format!("depends on: {facts}"));
            }
        }
    }
    let readings = proposal.organization().readings();
    if !readings.is_empty() {
        page.heading("What was measured, and how it was read");
        for (line, readings) in measured::by_signal(readings) {
            page.item(0, line);
            for reading in readings {
                page.item(1, reading);
            }
        }
        measured::refused(readings).for_each(|line| page.item(0, format!("Refused: {line}")));
        page.text(measured::CAVEAT);
    }
    let inquiry = ask(proposal, policy, Limit::default());
    page.heading("What to find out first, and how many warnings depend on it");
    page.text(some_of(&find_out_first(&inquiry)));
    if let Some(evidence) = explanation.warning(WarningCode::InsufficientEvidence) {
        warned(&mut page, &evidence, "");
    }
    page.heading("In favour");
    for benefit in assessment.benefits() {
        page.item(0, format!("{} ({}): {benefit}", benefit.code.title(), benefit.certainty));
    }
    if assessment.benefits().next().is_none() {
        page.text("Nothing in the catalogue.");
    }
    let capacity = policy.numbers().capacity;
    page.heading(format!("Load, in percent of full time; | marks the capacity of {capacity} %"));
    for load in assessment.loads() {
        page.row(format!("{:<5}{}  {} %", load.role.title(), bar(load, capacity), load.load));
    }
    for warning in explanation.warnings() {
        one(&mut page, &warning);
    }
    page.heading("Next steps");
    page.item(0, format!("Ask (--ask): {inquiry}"));
    let (goal, repair) = repaired(explanation);
    page.item(0, format!("Repair (--repair {goal}), to keep everything below {goal}: {repair}"));
    let watched = watch(proposal, policy);
    let nearest = watched.turns.first().map(ToString::to_string);
    page.item(
        0,
        format!(
            "Watch (--watch): {}",
            nearest.as_deref().unwrap_or("no change of one known fact changes anything")
        ),
    );
    page.text("For the page about a warning: --explain CODE. For the codes: --list.");
    page
}

/// Returns the questions to ask first, with the number of warnings that depend on each.
fn find_out_first(inquiry: &Inquiry) -> Vec<String> {
    let questions = inquiry.questions.iter().filter(|question| !question.warnings.is_empty());
    questions.take(6).map(|it| format!("{:#} ({})", it.fact, it.warnings.len())).collect()
}

/// Draws a bar: `#` is certain, `-` is possible, `|` is the capacity.
fn bar(load: SeatLoad, capacity: u32) -> String {
    const CELLS: u32 = 50;
    // The bar shows twice the capacity, or more if a load needs it.
    let whole = (capacity * 2).max(load.load.most()).max(1);
    let cells = |percent: u32| u64::from(percent) * u64::from(CELLS) / u64::from(whole);
    let [least, most, limit] = [load.load.least(), load.load.most(), capacity].map(cells);
    (0..u64::from(CELLS))
        .map(|cell| match cell {
            _ if cell == limit => '|',
            _ if cell < least => '#',
            _ if cell < most => '-',
            _ => ' ',
        })
        .collect()
}

/// Adds the section about one warning.
fn one(page: &mut Page, warning: &Warning<'_>) {
    let code = warning.code();
    page.heading(format!("{}: {}", title(warning), warning.severity()));
    page.item(0, format!("Evidence: {warning}"));
    page.item(0, format!("Why it matters: {}", code.why_it_matters()));
    page.item(0, format!("When it is fine: {}", code.when_it_is_fine()));
    page.item(0, format!("What to do{}", count(warning.remedies().count())));
    warning.remedies().for_each(|remedy| page.item(1, remedy.to_string()));
    page.item(0, "Sources:");
    code.citations().iter().for_each(|citation| page.item(1, citation.to_string()));
}
