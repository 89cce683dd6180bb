//! A drawing of the results of many proposals: how many have each verdict, and the most frequent warnings.

use cpto::{Assessment, Severity, Span, Verdict, WarningCode};
use maud::{Markup, html};

#[path = "../memo/drawing/bar.rs"]
mod bar;
#[path = "../memo/drawing/sheet.rs"]
mod sheet;
#[path = "../memo/drawing/text.rs"]
mod text;

use bar::{bar, scaled};
use sheet::{Drawing, PADDING, Part, Theme, WIDTH, heading};
use text::Text;

/// The most warnings to draw.
const MOST: usize = 12;
/// The room for the names before the bars, and for the figures after them.
const LABEL: u32 = 260;
const FIGURES: u32 = 200;
/// The room for the bars.
const LONG: u32 = WIDTH - 2 * PADDING - LABEL - FIGURES;
const ROW: u32 = 26;
const BAR: u32 = 16;
const TOP: u32 = 46;
/// The colour of warnings, from the palette of Okabe and Ito.
const COLOUR: &str = "#0072b2";

/// The number of proposals with each verdict and each warning.
#[derive(Default)]
pub(crate) struct Tally {
    proposals: u32,
    verdicts: Vec<(Span<Verdict>, u32)>,
    /// For each code, how many proposals certainly have the warning, and how many certainly or possibly.
    warnings: Vec<[u32; 2]>,
}

impl Tally {
    /// Counts a proposal.
    pub(crate) fn count(&mut self, assessment: &Assessment) {
        self.proposals += 1;
        let verdict = assessment.verdict();
        match self.verdicts.iter_mut().find(|(found, _)| *found == verdict) {
            Some((_, of)) => *of += 1,
            None => self.verdicts.push((verdict, 1)),
        }
        self.warnings.resize(WarningCode::ALL.len(), [0; 2]);
        for (code, [certain, possible]) in WarningCode::ALL.iter().zip(&mut self.warnings) {
            let worst = assessment.severity(*code);
            *certain += u32::from(worst.least() > Severity::None);
            *possible += u32::from(worst.most() > Severity::None);
        }
    }

    /// Returns the warnings about the proposals, most frequent first; certain ones count before possible ones.
    fn most_frequent(&self) -> Vec<(WarningCode, [u32; 2])> {
        let all = WarningCode::ALL.iter().copied().zip(self.warnings.iter().copied());
        let counted = all.filter(|(code, [_, possible])| code.counts_towards_verdict() && *possible > 0);
        let mut counted: Vec<_> = counted.collect();
        counted.sort_by_key(|(_, often)| std::cmp::Reverse(*often));
        counted.truncate(MOST);
        counted
    }

    /// Returns each possible verdict, and how many proposals have it.
    fn by_verdict(&self) -> Vec<(Span<Verdict>, u32)> {
        let ends = Verdict::ALL.iter().flat_map(|least| Verdict::ALL.iter().map(move |most| (*least, *most)));
        let spans = ends.filter_map(|(least, most)| Span::new(least, most));
        let count = |span| self.verdicts.iter().find(|(found, _)| *found == span).map_or(0, |(_, of)| *of);
        spans.map(|span| (span, count(span))).collect()
    }

    /// Returns the share of the proposals, in whole percent.
    fn share(&self, of: u32) -> String {
        let whole = u64::from(self.proposals.max(1));
        match (u64::from(of) * 200 + whole) / (2 * whole) {
            0 if of > 0 => "under 1 %".to_owned(),
            100 if of < self.proposals => "over 99 %".to_owned(),
            percent => format!("{percent} %"),
        }
    }

    fn place(&self, of: u32) -> u32 {
        LABEL + scaled(of, self.proposals.max(1), LONG)
    }

    /// Returns the whole drawing.
    pub(crate) fn drawn(&self) -> Markup {
        let proposals = match self.proposals {
            1 => "1 proposal".to_owned(),
            many => format!("{many} proposals"),
        };
        let (verdicts, warnings) = (self.by_verdict(), self.most_frequent());
        let said = verdicts.iter().filter(|(_, of)| *of > 0).map(|(verdict, of)| format!("{verdict}: {of}."));
        let warned =
            warnings.iter().map(|(code, often)| format!("{}: {}.", code.title(), self.often(*often)));
        let description = said.chain(warned).collect::<Vec<_>>().join(" ");
        let title = format!("Results of {proposals}");
        let line = "a range of verdicts where unknown facts decide; refused inputs are not counted";
        let mut parts = vec![heading(&title, line), self.of_verdicts(&verdicts)];
        parts.extend((!warnings.is_empty()).then(|| self.of_warnings(&warnings)));
        Drawing { title, description, width: WIDTH, parts }.written(Theme::Own)
    }

    fn often(&self, [certain, possible]: [u32; 2]) -> String {
        match (certain, possible - certain) {
            (0, only) => format!("{} possible", self.share(only)),
            (certain, 0) => format!("{} certain", self.share(certain)),
            (certain, only) => format!("{} certain, {} possible", self.share(certain), self.share(only)),
        }
    }

    fn of_verdicts(&self, verdicts: &[(Span<Verdict>, u32)]) -> Part {
        let rows = verdicts.iter().zip((TOP..).step_by(ROW as usize));
        let end = LABEL + LONG + 10;
        let markup = html! {
            (Text::at(0, 26).size(15).bold().of("Verdicts"))
            @for ((verdict, of), y) in rows {
                @let (most, half) = (self.place(*of), BAR / 2);
                (Text::at(0, y + 13).of(&sentence(&verdict.to_string())))
                rect x=(LABEL) y=(y) width=(most - LABEL) height=(half) fill=(colour(verdict.least())) {}
                rect x=(LABEL) y=(y + half) width=(most - LABEL) height=(half) fill=(colour(verdict.most())) {}
                rect x=(LABEL) y=(y) width=(most - LABEL) height=(BAR) fill="none" stroke="currentColor" stroke-opacity="0.7" {}
                (Text::at(end, y + 13).of(&format!("{of} ({})", self.share(*of))))
            }
        };
        Part { markup, height: below(verdicts.len()) }
    }

    fn of_warnings(&self, warnings: &[(WarningCode, [u32; 2])]) -> Part {
        let rows = warnings.iter().zip((TOP..).step_by(ROW as usize));
        let bottom = below(warnings.len()) - ROW / 2;
        let markup = html! {
            (Text::at(0, 26).size(15).bold().of("The most frequent warnings"))
            (Text::at(LABEL, 26).size(12).faint().of(
                "share of the proposals; solid: certain, hatched: possible, depending on unknown facts"
            ))
            @for percent in [0, 25, 50, 75, 100] {
                @let x = LABEL + scaled(percent, 100, LONG);
                path d={ "M" (x) " " (TOP - 4) "V" (bottom) } stroke="currentColor" stroke-opacity="0.18" {}
                (Text::at(x, bottom + 14).size(11).centred().faint().of(&format!("{percent} %")))
            }
            @for ((code, often), y) in rows {
                @let [certain, possible] = often.map(|of| self.place(of));
                (Text::at(0, y + 13).of(code.title()))
                (bar([LABEL, certain, possible], y, BAR, COLOUR))
                (Text::at(LABEL + LONG + 10, y + 13).of(&self.often(*often)))
            }
        };
        Part { markup, height: bottom + 26 }
    }
}

/// Returns where this many rows end.
fn below(rows: usize) -> u32 {
    TOP + ROW * u32::try_from(rows).unwrap_or_default() + ROW / 2
}

/// Returns the colour of a verdict, as in the memo.
const fn colour(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Sound => "#009e73",
        Verdict::Conditional => "#e69f00",
        Verdict::Inadvisable => "#d55e00",
    }
}

/// Capitalizes a text.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
