//! The report for people: each shown finding with its code, then hotspots, what was not done, and the totals.
//!
//! miette draws the code excerpts and nothing else; no hook of it is installed. Order and folding were decided before.

mod benchmarks; // results beside the profile of their run
mod diagnostic; // one finding
mod hotspots; // the table of lines that no finding claims
mod timing; // the table of where time goes
mod waiting; // the tables of lines that wait

use super::cost::plural;
use super::theme::{Look, Paint};
use super::{layout, summary, suppressed, untrusted};
use crate::model::{Problem, ProblemKind, Report, Unplaced};
use std::io::{self, Write};

/// What the human format leaves to the caller.
#[derive(Clone, Copy, Debug)]
pub struct HumanOptions<'a> {
    /// Colour, characters, width and links.
    pub look: Look,
    /// Whether problems and unplaced samples are named, and every sample type of a finding is told.
    pub verbose: bool,
    /// Whether findings, problems and warnings are all that is written.
    pub quiet: bool,
    /// How many hotspots are listed; the others are counted.
    pub hotspots: usize,
    /// The address of the page that explains the rules, one anchor per rule id. Rule ids link to it where links are on.
    pub rule_page: Option<&'a str>,
}

/// Writes `report` for people.
pub fn render(report: &Report, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in report.shown.iter().filter_map(|at| report.findings.get(*at)) {
        diagnostic::write(report, finding, options, out)?;
        writeln!(out)?;
    }
    if options.quiet {
        return write_what_went_wrong(report, options, out);
    }
    if hotspots::write(report, options, out)? {
        writeln!(out)?;
    }
    if timing::write(report, options, out)? {
        writeln!(out)?;
    }
    if waiting::write(report, options, out)? {
        writeln!(out)?;
    }
    if benchmarks::write(report, options, out)? {
        writeln!(out)?;
    }
    if options.verbose && write_suppressed(report, options, out)? {
        writeln!(out)?;
    }
    if !report.problems.is_empty() {
        write_problems(&report.problems, options, out)?;
        writeln!(out)?;
    }
    if !report.unplaced.is_empty() {
        write_unplaced(report, options, out)?;
        writeln!(out)?;
    }
    summary::write(report, &options.look, options.verbose, out)
}

/// Of a quiet report, what nobody must miss.
fn write_what_went_wrong(report: &Report, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    if !report.problems.is_empty() {
        write_problems(&report.problems, options, out)?;
    }
    for warning in summary::warnings(report) {
        let piece = Piece { look: &options.look, prefix: "warning: ", paint: Paint::Warning, indent: 2 };
        piece.write(&untrusted::prose(warning), out)?;
    }
    Ok(())
}

/// So many problems are named without being asked for.
const FEW_PROBLEMS: usize = 3;

fn write_problems(problems: &[Problem], options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let kinds = [ProblemKind::Unwritten, ProblemKind::Unreadable, ProblemKind::TooLarge, ProblemKind::Syntax];
    let counts: Vec<String> = kinds
        .iter()
        .map(|kind| (problems.iter().filter(|problem| problem.kind == *kind).count(), kind.word()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    // What the user named and could not be read is told at once; syntax errors of a whole tree are many, and can wait.
    let few = problems.len() <= FEW_PROBLEMS;
    let named = |problem: &&Problem| options.verbose || few || problem.kind != ProblemKind::Syntax;
    let hint = if problems.iter().all(|problem| named(&problem)) { "" } else { "; -v names all" };
    let heading = Piece { look: &options.look, prefix: "problems: ", paint: Paint::Error, indent: 2 };
    let total = plural(problems.len(), "thing");
    heading.write(&format!("{total} could not be done ({}){hint}", counts.join(", ")), out)?;
    for problem in problems.iter().filter(named) {
        let place = match &problem.region {
            Some(region) => format!(":{}:{}", region.start.line, region.start.column),
            None => String::new(),
        };
        let path = untrusted::name(&problem.path);
        let line = format!("{path}{place}: {}", untrusted::prose(&problem.message));
        Piece { look: &options.look, prefix: "  ", paint: Paint::Quiet, indent: 6 }.write(&line, out)?;
    }
    Ok(())
}

/// What comments let stand; says whether there is any.
fn write_suppressed(report: &Report, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<bool> {
    let lines = suppressed::lines(report);
    if !lines.is_empty() {
        let heading = Piece { look: &options.look, prefix: "suppressed: ", paint: Paint::Strong, indent: 2 };
        heading.write(&format!("{} that comments let stand", plural(lines.len(), "finding")), out)?;
    }
    for line in &lines {
        Piece { look: &options.look, prefix: "  ", paint: Paint::Quiet, indent: 6 }.write(line, out)?;
    }
    Ok(!lines.is_empty())
}

fn write_unplaced(report: &Report, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<()> {
    let unplaced = &report.unplaced;
    let total = summary::total_of(report, unplaced.iter().map(|each| &each.measured));
    let amount = total.map_or(String::new(), |total| format!("{total} in "));
    let hint = if options.verbose { "" } else { "; -v names them" };
    let places = plural(unplaced.len(), "place");
    Piece { look: &options.look, prefix: "unplaced: ", paint: Paint::Strong, indent: 2 }
        .write(&format!("{amount}{places} of the profile that no line of the source fits{hint}"), out)?;
    if !options.verbose {
        return Ok(());
    }
    for each in unplaced {
        let Unplaced { symbol, file, line, reason, .. } = each;
        let cost = summary::total_of(report, std::iter::once(&each.measured)).unwrap_or_default();
        let line = format!(
            "{cost} {} at {}:{line}: {}",
            untrusted::name(symbol),
            untrusted::name(file),
            untrusted::prose(reason)
        );
        Piece { look: &options.look, prefix: "  ", paint: Paint::Quiet, indent: 6 }.write(line.trim_start(), out)?;
    }
    Ok(())
}

/// A paragraph behind a coloured prefix, wrapped to the width.
struct Piece<'a> {
    look: &'a Look,
    prefix: &'a str,
    paint: Paint,
    /// Columns before every line but the first.
    indent: usize,
}

impl Piece<'_> {
    fn write(&self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        self.write_linked(None, Paint::Quiet, text, out)
    }

    /// The same with the prefix linked to `address`, and the text in bold where `body` says so.
    fn write_linked(&self, address: Option<&str>, body: Paint, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let columns = self.look.columns();
        let first = columns.saturating_sub(layout::width(self.prefix));
        let lines = layout::wrap(&self.look.spell(text), first, columns.saturating_sub(self.indent));
        // Links and colours must not take the blanks around a prefix with them.
        let word = self.prefix.trim();
        let (before, after) = match self.prefix.find(word) {
            Some(at) => (&self.prefix[..at], &self.prefix[at + word.len()..]),
            None => ("", ""),
        };
        let word = self.look.link(address, &self.look.paint(self.paint, word));
        let mut start = format!("{before}{word}{after}");
        for line in lines {
            let line = if body == Paint::Strong { self.look.paint(body, &line) } else { line };
            writeln!(out, "{}", format!("{start}{line}").trim_end())?;
            start = " ".repeat(self.indent);
        }
        Ok(())
    }
}
