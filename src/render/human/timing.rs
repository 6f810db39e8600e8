//! The table of where the time of the module's lines goes, by a CPU profile.

use super::{HumanOptions, Piece};
use crate::model::{Report, TimedLine};
use crate::render::cost::{plural, short_symbol};
use crate::render::other_witnesses::{background, of_parts};
use crate::render::theme::Paint;
use crate::render::{cost, layout, quantity, untrusted};
use std::io::{self, Write};

/// Columns of the numbers: share, time, samples.
const NUMBERS: [usize; 3] = [8, 11, 9];

/// Writes the table and says whether there was anything to write.
pub(super) fn write(report: &Report, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<bool> {
    let Some(timing) = report.timing.as_ref().filter(|timing| !timing.lines.is_empty()) else { return Ok(false) };
    let look = &options.look;
    let lines = format!("{} of the module, by where their time goes", plural(timing.lines.len(), "line"));
    Piece { look, prefix: "time: ", paint: Paint::Strong, indent: 2 }.write(&lines, out)?;
    let titles: String =
        ["share", "time", "samples"].iter().zip(NUMBERS).map(|(text, wide)| layout::right(text, wide)).collect();
    writeln!(out, "{}", look.paint(Paint::Quiet, &format!("{titles}  place")))?;
    let indent = NUMBERS.iter().sum::<usize>() + 2;
    let room = look.columns().saturating_sub(indent);
    let told = timing.lines.len().min(options.hotspots);
    for line in &timing.lines[..told] {
        writeln!(out, "{}  {}", numbers(line), cost::place(&untrusted::name(&line.path), line.line, line.grade))?;
        writeln!(out, "{}in {}", " ".repeat(indent), layout::cut(&short_symbol(&line.symbol), room, look.ellipsis()))?;
        let doubt = cost::doubt_of_place(line.line, line.grade).map_or(String::new(), |doubt| format!("; {doubt}"));
        for wrapped in layout::wrap(&look.spell(&format!("{}{doubt}", of_parts(&line.parts))), room, room) {
            writeln!(out, "{}{}", " ".repeat(indent), look.paint(Paint::Note, &wrapped))?;
        }
    }
    if told < timing.lines.len() {
        let line = format!("and {}", plural(timing.lines.len() - told, "more line"));
        Piece { look, prefix: "  ", paint: Paint::Quiet, indent: 2 }.write(&line, out)?;
    }
    let together = format!(
        "together {}: {}{}",
        quantity::duration(timing.parts.sum()),
        of_parts(&timing.parts),
        background(timing.background_collection)
    );
    Piece { look, prefix: "  ", paint: Paint::Quiet, indent: 2 }.write(&together, out)?;
    Ok(true)
}

fn numbers(line: &TimedLine) -> String {
    let column = line.measured.columns.iter().rfind(|column| &*column.sample_type.unit == "nanoseconds");
    let texts = [
        column.map_or(String::new(), |column| quantity::share(column.share)),
        quantity::duration(line.parts.sum()),
        column.map_or(String::new(), |column| quantity::grouped(column.samples as usize)),
    ];
    texts.iter().zip(NUMBERS).map(|(text, wide)| layout::right(text, wide)).collect()
}
