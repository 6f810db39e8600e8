//! What must be said beside a finding's numbers so that nobody reads more into them than the samples carry.

use super::verdict::Bar;
use crate::model::{Column, Measured};

/// The part of a cost in objects of 16 bytes from which the blocks of small objects are explained.
const MOSTLY: f64 = 0.5;

/// Sentences about the sampling of a finding's cost, most important first.
pub fn caveats(measured: &Measured, bar: &Bar) -> Vec<String> {
    let mut told = Vec::new();
    let Some(column) = measured.columns.get(bar.ranked) else { return told };
    let sampling = &column.sampling;
    if !sampling.significant && column.own > 0 && column.share >= bar.min_share {
        told.push(format!(
            "{} too few to call it hot: it takes 10 of small objects; heaplint plan says how to get them",
            if column.samples == 1 { "1 sample is".to_owned() } else { format!("{} samples are", column.samples) }
        ));
    }
    if is_mostly_tiny_blocks(column) {
        told.push(
            "its objects are of 16 bytes: where smaller values without pointers share such blocks, only the one that opens \
             a block is counted, so objects are a lower bound and neighbouring lines may show each other's"
                .to_owned(),
        );
    }
    told
}

fn is_mostly_tiny_blocks(column: &Column) -> bool {
    column.own > 0 && column.sampling.tiny_blocks as f64 > MOSTLY * column.own as f64
}
