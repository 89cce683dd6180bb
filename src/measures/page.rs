//! How is a measure shown in the tables?

use core::fmt;

use crate::measures::coverage::Practice;
use crate::measures::figure::Clause;
use crate::measures::line::Levels;
use crate::measures::sheet::{Kind, Measure, values};

/// Levels, shown as numbers.
struct Numbered(Levels);

impl fmt::Display for Numbered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "L{}", self.0.least.level())?;
        if self.0.is_exact() { Ok(()) } else { write!(f, "–L{}", self.0.most.level()) }
    }
}

impl fmt::Display for Measure {
    /// Writes the name or, with `#`, the section of the tables.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() { self.section(f) } else { f.pad(self.as_str()) }
    }
}

impl Measure {
    fn section(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sheet = self.0;
        let publication = self.publication();
        write!(f, "# {}\n\n`M-{self}`", self.title())?;
        if let Some(signal) = self.signal() {
            write!(f, " for {signal}")?;
        }
        let hand = if publication.is_first_hand { "first" } else { "second" };
        write!(f, ": {}. {publication}, read {hand}-hand", sheet.takes)?;
        if let Some(url) = publication.url {
            write!(f, ", <{url}>")?;
        }
        f.write_str(".\n")?;
        if !sheet.remark.is_empty() {
            writeln!(f, "\n{}", sheet.remark)?;
        }
        if sheet.edges.is_empty() { self.names(f) } else { self.lines(f) }?;
        if self.signal().is_none() {
            f.write_str("\n| signal | items in scope | that have |\n| --- | --- | --- |\n")?;
            for practice in Practice::ALL {
                writeln!(f, "| {practice} | {} | {} |", practice.items(), practice.have())?;
            }
        }
        Ok(())
    }

    /// Writes the levels of a measure whose first field names them.
    fn names(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\n| name | level |\n| --- | --- |\n")?;
        let names = self.0.fields.first().map_or(&[][..], |field| match field.kind {
            Kind::Name { names, .. } => names,
            _ => &[],
        });
        for (name, value) in names.iter().zip(0..) {
            if let Some(Ok(standing)) = (self.0.reads)(&values([Some(value)])) {
                writeln!(f, "| {name} | {} |", Numbered(standing.level))?;
            }
        }
        Ok(())
    }

    /// Writes the lines that figures are compared with and, if they do not apply everywhere, where they apply.
    fn lines(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_everywhere = self.0.places == [""];
        let (column, rule) = if is_everywhere { ("", "") } else { ("| where ", "| --- ") };
        write!(f, "\n{column}| condition | level | edge |\n{rule}| --- | --- | --- |\n")?;
        for (place, edges) in self.0.places.iter().zip(self.0.edges) {
            let place = Clause("| ", Some(place).filter(|_| !is_everywhere), " ");
            for line in edges.lines {
                let mark = if line.is_average { "avg" } else { "pub" };
                writeln!(f, "{place}| {line} | {} | {mark} |", Numbered(line.level))?;
            }
            writeln!(f, "{place}| else | {} | |", Numbered(edges.otherwise))?;
        }
        Ok(())
    }
}
