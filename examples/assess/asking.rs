//! How is a question asked on a terminal, and how is an answer read?

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write};

use cpto::{Headcount, Proposal, Scale as _};
use rustyline::config::Behavior;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{Config, Editor};

use crate::lines::{said, shown, wrapped};

/// A question and its possible answers.
pub(crate) struct Question {
    pub(crate) text: String,
    /// A sentence for each place, and another name for it; none if the answer is a number.
    pub(crate) sentences: Vec<(String, String)>,
    pub(crate) least: u32,
    pub(crate) most: u32,
    pub(crate) several: bool,
    pub(crate) range: bool,
    pub(crate) figures: Vec<String>,
}

impl Question {
    pub(crate) fn of_list(text: String, sentences: Vec<(String, String)>) -> Self {
        let most = u32::try_from(sentences.len()).unwrap_or(u32::MAX);
        Self { text, sentences, least: 1, most, several: false, range: false, figures: Vec::new() }
    }

    /// Returns an example of a range.
    fn range(&self) -> &'static str {
        if self.sentences.is_empty() { "40-60" } else { "2-3" }
    }

    /// Lists the possible answers in a line.
    fn allowed(&self) -> String {
        let Self { least, most, .. } = self;
        let mut allowed = match (self.sentences.is_empty(), *most == Headcount::MOST.get()) {
            (true, true) => "a number".to_owned(),
            (true, false) => format!("a number from {least} to {most}"),
            (false, _) if *most == 2 => "1 or 2".to_owned(),
            (false, _) => format!("{least} to {most}"),
        };
        if self.several {
            allowed.push_str("; or several, such as 1, 3");
        }
        if self.range {
            let _ = write!(allowed, "; or a range, such as {}", self.range());
        }
        if !self.figures.is_empty() {
            allowed.push_str("; figure");
        }
        allowed + "; don't know; back; stop; help"
    }

    fn help(&self, out: &mut impl Write) -> io::Result<()> {
        let mut item = |key: &str, text: &str| wrapped(out, &format!("  {key:<11} "), text);
        if self.sentences.is_empty() {
            item("40", "A number, with nothing after it.")?;
        } else {
            item("2", "The number of the sentence that fits best.")?;
        }
        if self.several {
            item("1, 3", "The numbers of all sentences that fit.")?;
        }
        if self.range {
            item(self.range(), "Two numbers with a dash, if the answer is one of them or in between.")?;
        }
        if !self.figures.is_empty() {
            item("figure", "Lists the figures that you can give instead, if you have measured it.")?;
        }
        item("don't know", "Also \"d\". Nothing is assumed, and you are not asked again.")?;
        item("back", "Takes back your last answer and asks again.")?;
        item("stop", "Ends the interview. You get a report on what is known so far.")
    }

    fn ask(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out)?;
        wrapped(out, "", &self.text)?;
        for ((sentence, _), place) in self.sentences.iter().zip(1_u32..) {
            wrapped(out, &format!("  {place}  "), sentence)?;
        }
        wrapped(out, "  ", &format!("({})", self.allowed()))
    }

    /// Returns the places or numbers of an answer, as the two ends of each range, or nothing if the line is not an answer.
    fn places(&self, line: &str) -> Option<Vec<[u32; 2]>> {
        let is_named = |name: &str| !name.is_empty() && name.eq_ignore_ascii_case(line);
        if let Some(place) = self.sentences.iter().position(|(_, name)| is_named(name)) {
            let place = u32::try_from(place + 1).ok()?;
            return Some(vec![[place, place]]);
        }
        let line = line.to_lowercase().replace(" to ", "-").replace("..", "-").replace(['–', '—'], "-");
        let line: String = line.chars().filter(|it| !it.is_whitespace()).collect();
        let separator = if self.several { ',' } else { ';' };
        let number = |text: &str| {
            let number = text.replace([',', '\''], "").parse().ok()?;
            (self.least..=self.most).contains(&number).then_some(number)
        };
        let range = |part: &str| {
            let (least, most) = part.split_once('-').unwrap_or((part, part));
            let (one, other) = (number(least)?, number(most)?);
            (self.range || one == other).then_some([one.min(other), one.max(other)])
        };
        let places: Vec<_> = line.split(separator).map(range).collect::<Option<_>>()?;
        (self.several || places.len() == 1).then_some(places)
    }
}

/// The person's reply.
pub(crate) enum Reply {
    Places(Vec<[u32; 2]>),
    Figure(Box<Proposal>),
    Back,
    Stop,
}

/// Lines from the terminal, or from standard input.
pub(crate) struct Lines(Editor<(), MemHistory>);

impl Lines {
    pub(crate) fn new() -> Result<Self, ReadlineError> {
        // Typed text is echoed on the terminal, even if standard output goes to a file.
        let place = if io::stdin().is_terminal() { Behavior::PreferTerm } else { Behavior::Stdio };
        let config = Config::builder().behavior(place).build();
        Editor::with_history(config, MemHistory::new()).map(Self)
    }

    /// Returns the next line, or nothing at the end of input and after Ctrl-C.
    fn next(&mut self, out: &mut impl Write) -> io::Result<Option<String>> {
        match self.0.readline("> ") {
            Ok(line) => Ok(Some(line.trim().to_owned())),
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
            Err(error) => wrapped(out, "", &said(&error.to_string())).map(|()| None),
        }
    }

    /// Asks until there is an answer. A line with an equals sign is a figure, if the question allows one.
    pub(crate) fn reply(
        &mut self,
        out: &mut impl Write,
        question: &Question,
        measured: impl Fn(&str) -> Result<Proposal, Vec<String>>,
    ) -> io::Result<Reply> {
        question.ask(out)?;
        loop {
            let Some(line) = self.next(out)? else { return Ok(Reply::Stop) };
            match line.to_lowercase().replace(['\'', '’'], "").as_str() {
                "back" | "b" => return Ok(Reply::Back),
                "stop" | "quit" | "exit" | "q" => return Ok(Reply::Stop),
                "dont know" | "i dont know" | "unknown" | "d" => return Ok(Reply::Places(Vec::new())),
                "help" | "h" | "?" => question.help(out)?,
                "figure" | "figures" if !question.figures.is_empty() => {
                    wrapped(out, "", "Type one of these, with your numbers in place of N:")?;
                    question.figures.iter().try_for_each(|form| wrapped(out, "  - ", form))?;
                }
                _ if !question.figures.is_empty() && line.contains('=') => match measured(&line) {
                    Ok(proposal) => return Ok(Reply::Figure(Box::new(proposal))),
                    Err(problems) => problems.iter().try_for_each(|it| wrapped(out, "  ", it))?,
                },
                _ => {
                    if let Some(places) = question.places(&line) {
                        return Ok(Reply::Places(places));
                    }
                    let (line, allowed) = (shown(&line), question.allowed());
                    wrapped(out, "  ", &format!("\"{line}\" is not an answer here. Possible: {allowed}"))?;
                }
            }
        }
    }
}
