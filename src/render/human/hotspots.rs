//! The table of the module's own lines that cost memory and that no finding claims.
//!
//! Places are never cut, because people click on them; what does not fit goes to a line of its own.

use super::{HumanOptions, Piece};
use crate::model::{Hotspot, Report};
use crate::render::cost::{plural, short_symbol};
use crate::render::theme::Paint;
use crate::render::{cost, explanation, layout, quantity, summary, untrusted};
use std::io::{self, Write};

/// Columns of the numbers: share, value, companion.
const NUMBERS: [usize; 3] = [8, 11, 9];
/// Columns that a wrapped explanation is set in.
const HANGING: usize = 2;
/// Columns that a symbol needs beside the place to be worth it.
const LEAST_SYMBOL: usize = 20;

/// One line of the table.
struct Row {
    numbers: [String; 3],
    place: String,
    symbol: String,
    /// What allocates there, how it behaves and how it grew, a line each; empty where nothing is known.
    explanation: Vec<String>,
}

/// Writes the table and says whether there was anything to write.
pub(super) fn write(report: &Report, options: &HumanOptions<'_>, out: &mut dyn Write) -> io::Result<bool> {
    if summary::is_told_by_time(report) {
        return Ok(false);
    }
    let charged = summary::charged(report);
    let (told, rest) = charged.split_at(charged.len().min(options.hotspots));
    if told.is_empty() {
        return Ok(false);
    }
    let look = &options.look;
    Piece { look, prefix: "hotspots: ", paint: Paint::Strong, indent: 2 }.write(&headline(report), out)?;
    let rows: Vec<Row> = told.iter().map(|hotspot| row(report, hotspot)).collect();
    let indent = NUMBERS.iter().sum::<usize>() + 2;
    let room = look.columns().saturating_sub(indent);
    let widest = rows.iter().map(|row| layout::width(&row.place)).filter(|wide| wide + 2 + LEAST_SYMBOL <= room).max();
    let place_columns = widest.unwrap_or(0);
    writeln!(out, "{}", look.paint(Paint::Quiet, &heading(report, told)))?;
    for row in rows {
        let numbers: String = row.numbers.iter().zip(NUMBERS).map(|(text, wide)| layout::right(text, wide)).collect();
        let fits = place_columns + 2 + layout::width(&row.symbol) <= room;
        if layout::width(&row.place) <= place_columns && fits {
            writeln!(out, "{numbers}  {}  {}", layout::left(&row.place, place_columns), row.symbol)?;
        } else {
            let blank = " ".repeat(indent);
            writeln!(out, "{numbers}  {}", row.place)?;
            writeln!(out, "{blank}{}", layout::cut(&row.symbol, room, look.ellipsis()))?;
        }
        for (at, text) in row.explanation.iter().enumerate() {
            let paint = if at == 0 { Paint::Note } else { Paint::Quiet };
            let lines = layout::wrap(&look.spell(text), room, room.saturating_sub(HANGING));
            for (at, line) in lines.iter().enumerate() {
                let blank = " ".repeat(indent + if at == 0 { 0 } else { HANGING });
                writeln!(out, "{blank}{}", look.paint(paint, line))?;
            }
        }
    }
    if !rest.is_empty() {
        let total = summary::total_of(report, rest.iter().map(|hotspot| &hotspot.measured)).unwrap_or_default();
        let line = format!("and {} with {total} together", plural(rest.len(), "more line"));
        Piece { look, prefix: "  ", paint: Paint::Quiet, indent: 2 }.write(&line, out)?;
    }
    Ok(true)
}

/// `12 lines of the module that no finding claims, 9 explained`.
fn headline(report: &Report) -> String {
    let hotspots = summary::charged(report);
    let explained = hotspots.iter().filter(|hotspot| !hotspot.explanation.parts.is_empty()).count();
    let lines = plural(hotspots.len(), "line");
    match explained {
        0 => format!("{lines} of the module that no finding claims"),
        some => format!("{lines} of the module that no finding claims, {} explained", quantity::grouped(some)),
    }
}

fn heading(report: &Report, told: &[Hotspot]) -> String {
    let column = told.iter().find_map(|hotspot| cost::ranked_column(&hotspot.measured, &report.summary));
    let other = told.iter().zip(column).find_map(|(hotspot, column)| cost::companion(&hotspot.measured, column));
    let name = |unit: Option<&str>| match unit {
        Some("bytes") => "bytes".to_owned(),
        Some("count") => "objects".to_owned(),
        Some("nanoseconds") => "time".to_owned(),
        Some(unit) => untrusted::name(unit),
        None => String::new(),
    };
    let unit = |column: Option<&crate::model::Column>| name(column.map(|column| &*column.sample_type.unit));
    let titles = ["share".to_owned(), unit(column), unit(other)];
    let numbers: String = titles.iter().zip(NUMBERS).map(|(text, wide)| layout::right(text, wide)).collect();
    format!("{numbers}  place")
}

fn row(report: &Report, hotspot: &Hotspot) -> Row {
    let column = cost::ranked_column(&hotspot.measured, &report.summary);
    let other = column.and_then(|column| cost::companion(&hotspot.measured, column));
    let amount = |column: &crate::model::Column| quantity::amount(column.own, &column.sample_type.unit);
    let symbol = short_symbol(&hotspot.symbol);
    Row {
        numbers: [
            column.map_or(String::new(), |column| quantity::share(column.share)),
            column.map_or(String::new(), amount),
            other.map_or(String::new(), amount),
        ],
        place: cost::place(&untrusted::name(&hotspot.path), hotspot.line, hotspot.grade),
        symbol: format!("in {symbol}"),
        explanation: cost::doubt_of_place(hotspot.line, hotspot.grade)
            .into_iter()
            .chain(explanation::told(hotspot))
            .collect(),
    }
}
