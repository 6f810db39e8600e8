//! Adds samples up into a [`Measured`]: values, raw counts, intervals, callees.

use crate::evidence::{Charge, Evidence};
use crate::model::{CalleeCost, Column, Measured, Sampling};
use crate::profile::estimate::SampledTotal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The size of the blocks that pointer-free objects below it share.
const TINY_BLOCK: u64 = 16;

/// A sum of samples that is being made. Each sample may be added to `own` once and to `cum` once: the caller sees to it.
pub(super) struct Tally<'e, 'p> {
    evidence: &'e Evidence<'p>,
    own: Vec<i64>,
    flat: Vec<i64>,
    cum: Vec<i64>,
    noise: Vec<i64>,
    tiny_blocks: Vec<i64>,
    sampled: Vec<u64>,
    estimates: Vec<SampledTotal>,
    own_by_callee: BTreeMap<Option<Arc<str>>, Vec<i64>>,
    cum_by_callee: BTreeMap<Option<Arc<str>>, Vec<i64>>,
}

impl<'e, 'p> Tally<'e, 'p> {
    pub(super) fn new(evidence: &'e Evidence<'p>) -> Self {
        let zeros = vec![0; evidence.profile.sample_types.len()];
        Tally {
            evidence,
            own: zeros.clone(),
            flat: zeros.clone(),
            cum: zeros.clone(),
            noise: zeros.clone(),
            tiny_blocks: zeros.clone(),
            sampled: vec![0; zeros.len()],
            estimates: vec![SampledTotal::default(); zeros.len()],
            own_by_callee: BTreeMap::new(),
            cum_by_callee: BTreeMap::new(),
        }
    }

    /// Charges a sample to the line; the collector's own are counted apart.
    pub(super) fn add_own(&mut self, sample: u32, charge: Charge) {
        let profile = self.evidence.profile;
        let values = profile.values(sample as usize);
        if self.evidence.noise[sample as usize] {
            return add(&mut self.noise, values);
        }
        let callee = self.evidence.callee(charge);
        add(&mut self.own, values);
        if callee.is_none() {
            add(&mut self.flat, values);
        }
        if profile.samples[sample as usize].size == TINY_BLOCK {
            add(&mut self.tiny_blocks, values);
        }
        add(self.own_by_callee.entry(callee).or_insert_with(|| vec![0; values.len()]), values);
        for (column, estimate) in self.estimates.iter_mut().enumerate() {
            self.evidence.add_sample(sample, column, estimate);
            self.sampled[column] = self.sampled[column].saturating_add(self.evidence.counted(sample, column));
        }
    }

    /// Counts a sample that runs through the line.
    pub(super) fn add_cum(&mut self, sample: u32, charge: Charge) {
        let values = self.evidence.profile.values(sample as usize);
        add(&mut self.cum, values);
        let callee = self.evidence.callee(charge);
        add(self.cum_by_callee.entry(callee).or_insert_with(|| vec![0; values.len()]), values);
    }

    /// The sum, with shares of the profile's totals.
    pub(super) fn finish(self) -> Measured {
        let columns = self.evidence.profile.sample_types.iter().enumerate().map(|(column, sample_type)| {
            let (estimate, whole) = (&self.estimates[column], &self.evidence.sampled_totals[column]);
            let (interval, share_interval) = (estimate.interval(), estimate.share_of(whole));
            Column {
                sample_type: sample_type.clone(),
                own: self.own[column],
                flat: self.flat[column],
                cum: self.cum[column],
                low: interval.low,
                high: interval.high,
                share: share(self.own[column], self.evidence.totals[column]),
                sampling: Sampling {
                    share_low: share_interval.low,
                    share_high: share_interval.high,
                    significant: estimate.is_significant(),
                    noise: self.noise[column],
                    tiny_blocks: self.tiny_blocks[column],
                },
                samples: self.sampled[column],
                by_callee: callees(&self.own_by_callee, column),
                cum_by_callee: callees(&self.cum_by_callee, column),
            }
        });
        Measured { columns: columns.collect() }
    }
}

/// A part of a total; 0 where there is no total.
pub(super) fn share(part: i64, total: i64) -> f64 {
    if total == 0 { 0.0 } else { part as f64 / total as f64 }
}

fn add(sums: &mut [i64], values: &[i64]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum = sum.saturating_add(*value);
    }
}

fn callees(sums: &BTreeMap<Option<Arc<str>>, Vec<i64>>, column: usize) -> Vec<CalleeCost> {
    let mut costs: Vec<CalleeCost> = sums
        .iter()
        .filter(|(_, values)| values[column] != 0)
        .map(|(callee, values)| CalleeCost { callee: callee.clone(), value: values[column] })
        .collect();
    // A stable sort: callees of equal value stay in name order.
    costs.sort_by_key(|cost| std::cmp::Reverse(cost.value));
    costs
}
