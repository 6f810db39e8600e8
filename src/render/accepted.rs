//! The entries of a baseline as a table for people.

use super::{quantity, untrusted};
use crate::model::BaselineEntry;
use std::io::{self, Write};

/// Writes the entries, the most costly first, and how many there are.
pub fn render_entries(entries: &[BaselineEntry], out: &mut dyn Write) -> io::Result<()> {
    let share = |entry: &BaselineEntry| entry.cost.as_ref().map_or(-1.0, |cost| cost.share);
    let mut sorted: Vec<&BaselineEntry> = entries.iter().collect();
    sorted.sort_by(|one, other| {
        let names =
            (&one.declaration, &one.rule, one.fingerprint).cmp(&(&other.declaration, &other.rule, other.fingerprint));
        share(other).total_cmp(&share(one)).then(names)
    });
    for entry in &sorted {
        let cost = match &entry.cost {
            Some(cost) => {
                let own = quantity::amount(cost.own, &cost.sample_type.unit);
                format!("{:6.2} % {own:>10}", cost.share * 100.0)
            }
            None => format!("{:>8} {:>10}", "-", "-"),
        };
        let names = [&entry.rule, &entry.declaration, &entry.code].map(|text| untrusted::name(text));
        writeln!(out, "{cost}  {} in {}: {}", names[0], names[1], names[2])?;
    }
    let costs = entries.iter().filter(|entry| entry.cost.is_some()).count();
    let entries =
        if entries.len() == 1 { "1 entry".to_owned() } else { format!("{} entries", quantity::grouped(entries.len())) };
    writeln!(out, "{entries}, {} with a cost", quantity::grouped(costs))
}
