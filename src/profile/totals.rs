//! Flat and cum, as pprof counts them: by function and by line.
//!
//! A sample counts once per function or line, however often that stands in its stack. Nothing is cut or ranked here.
//! Source: github.com/google/pprof/internal/graph/graph.go, `newGraph`.

use super::table::Profile;
use std::collections::HashMap;
use std::sync::Arc;

/// What one row of the totals stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granularity {
    /// One row per function name.
    Functions,
    /// One row per function name, file and line.
    Lines,
}

/// The name of one row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// The linker symbol; empty for locations without one.
    pub name: Arc<str>,
    /// The file; empty by function.
    pub file: Arc<str>,
    /// The line; 0 by function.
    pub line: u32,
}

/// Flat and cum of every row, for every sample type.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// The rows, in the order in which the profile first names them.
    pub rows: Vec<Row>,
    columns: usize,
    flat: Vec<i64>,
    cum: Vec<i64>,
}

impl Totals {
    /// What samples with this row as the innermost frame add up to, one value per sample type.
    pub fn flat(&self, row: usize) -> &[i64] {
        &self.flat[row * self.columns..(row + 1) * self.columns]
    }

    /// What samples with this row anywhere in the stack add up to, one value per sample type.
    pub fn cum(&self, row: usize) -> &[i64] {
        &self.cum[row * self.columns..(row + 1) * self.columns]
    }
}

/// Adds up `profile`.
pub fn totals(profile: &Profile, granularity: Granularity) -> Totals {
    let (rows, row_of_frame) = rows(profile, granularity);
    let columns = profile.sample_types.len();
    let mut by_stack = vec![0i64; profile.stacks.len() * columns];
    for (index, sample) in profile.samples.iter().enumerate() {
        add(&mut by_stack, sample.stack as usize, profile.values(index));
    }
    let (mut flat, mut cum) = (vec![0; rows.len() * columns], Vec::with_capacity(rows.len() * columns));
    // Each row's sums stand behind the last stack that it was met in (recursion counts once): one look at memory, where
    // two tables would cost two.
    let stride = columns + 1;
    let mut sums = vec![0i64; rows.len() * stride];
    for stack in 0..profile.stacks.len() as u32 {
        let values = &by_stack[stack as usize * columns..(stack as usize + 1) * columns];
        let frames = profile.stacks.get(stack);
        if let Some(leaf) = frames.first() {
            add(&mut flat, row_of_frame[*leaf as usize] as usize, values);
        }
        let mark = i64::from(stack) + 1;
        for frame in frames {
            let start = row_of_frame[*frame as usize] as usize * stride;
            let [met, sums @ ..] = &mut sums[start..start + stride] else { continue };
            if std::mem::replace(met, mark) != mark {
                add(sums, 0, values);
            }
        }
    }
    sums.chunks_exact(stride).for_each(|row| cum.extend_from_slice(&row[1..]));
    Totals { rows, columns, flat, cum }
}

/// The rows, and the row of every frame.
fn rows(profile: &Profile, granularity: Granularity) -> (Vec<Row>, Vec<u32>) {
    let empty: Arc<str> = Arc::from("");
    let mut known: HashMap<Row, u32> = HashMap::new();
    let mut rows = Vec::new();
    let row_of_frame = profile.frames.iter().map(|frame| {
        let function = &profile.functions[frame.function as usize];
        let row = match granularity {
            Granularity::Functions => Row { name: function.name.clone(), file: empty.clone(), line: 0 },
            Granularity::Lines => Row { name: function.name.clone(), file: function.file.clone(), line: frame.line },
        };
        *known.entry(row).or_insert_with_key(|row| {
            rows.push(row.clone());
            rows.len() as u32 - 1
        })
    });
    let row_of_frame = row_of_frame.collect();
    (rows, row_of_frame)
}

#[inline]
fn add(table: &mut [i64], row: usize, values: &[i64]) {
    let columns = values.len();
    for (sum, value) in table[row * columns..(row + 1) * columns].iter_mut().zip(values) {
        *sum = sum.wrapping_add(*value); // as pprof does; nine exabytes are nobody's heap
    }
}
