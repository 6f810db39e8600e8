//! The tables of lines that wait for locks or channels, and of lines that let others wait.

use super::{HumanOptions, Piece};
use crate::model::{Report, WaitingLine, WaitingProfile};
use crate::render::cost::plural;
use crate::render::other_witnesses::waiting_sentence;
use crate::render::theme::Paint;
use crate::render::{cost, layout, quantity, untrusted};
use std::io::{self, Write};

/// Columns of the numbers: share, time, contentions.
const NUMBERS: [usize; 3] = [8, 11, 9];

/// Writes the tables and says whether there was anything to write.
pub(super) fn write(report: &Report, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<bool> {
    let mut anything = false;
    for profile in [WaitingProfile::Block, WaitingProfile::Mutex] {
        let lines: Vec<&WaitingLine> = report.waiting.iter().filter(|line| line.seen_by == profile).collect();
        if !lines.is_empty() {
            if anything {
                writeln!(out)?;
            }
            write_table(profile, &lines, options, out)?;
            anything = true;
        }
    }
    Ok(anything)
}

fn write_table(
    profile: WaitingProfile,
    lines: &[&WaitingLine],
    options: &HumanOptions<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let look = &options.look;
    let (prefix, rest) = match profile {
        WaitingProfile::Block => ("waiting: ", "of the module waiting for locks or channels"),
        WaitingProfile::Mutex => ("held up: ", "of the module releasing what others waited for"),
    };
    let headline = format!("{} {rest}", plural(lines.len(), "line"));
    Piece { look, prefix, paint: Paint::Strong, indent: 2 }.write(&headline, out)?;
    let titles: String =
        ["share", "time", "times"].iter().zip(NUMBERS).map(|(text, wide)| layout::right(text, wide)).collect();
    writeln!(out, "{}", look.paint(Paint::Quiet, &format!("{titles}  place")))?;
    let indent = NUMBERS.iter().sum::<usize>() + 2;
    let room = look.columns().saturating_sub(indent);
    let told = lines.len().min(options.hotspots);
    for line in &lines[..told] {
        writeln!(out, "{}  {}", numbers(line), cost::place(&untrusted::name(&line.path), line.line, line.grade))?;
        for wrapped in layout::wrap(&look.spell(&waiting_sentence(line)), room, room) {
            writeln!(out, "{}{wrapped}", " ".repeat(indent))?;
        }
    }
    if told < lines.len() {
        let more = format!("and {}", plural(lines.len() - told, "more line"));
        Piece { look, prefix: "  ", paint: Paint::Quiet, indent: 2 }.write(&more, out)?;
    }
    Ok(())
}

fn numbers(line: &WaitingLine) -> String {
    let column = |unit: &str| line.measured.columns.iter().rfind(|column| &*column.sample_type.unit == unit);
    let texts = [
        column("nanoseconds").map_or(String::new(), |column| quantity::share(column.share)),
        column("nanoseconds").map_or(String::new(), |column| quantity::duration(column.own)),
        column("count").map_or(String::new(), |column| quantity::count(column.own)),
    ];
    texts.iter().zip(NUMBERS).map(|(text, wide)| layout::right(text, wide)).collect()
}
