//! Adds samples up into a [`Measured`]: values, raw counts, intervals, callees.

use crate::evidence::{Charge, Evidence};
use crate::model::{CalleeCost, Column, Measured};
use crate::profile::statistics::{self, Bucket, Events, Interval, Unit};
use crate::profile::{Kind, Profile};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A sum of samples that is being made. Each sample may be added to `own` once and to `cum` once: the caller sees to it.
pub(super) struct Tally<'e, 'p> {
    evidence: &'e Evidence<'p>,
    own: Vec<i64>,
    flat: Vec<i64>,
    cum: Vec<i64>,
    buckets: Vec<Vec<Bucket>>,
    events: Vec<Vec<Events>>,
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
            buckets: vec![Vec::new(); zeros.len()],
            events: vec![Vec::new(); zeros.len()],
            own_by_callee: BTreeMap::new(),
            cum_by_callee: BTreeMap::new(),
        }
    }

    /// Charges a sample to the line.
    pub(super) fn add_own(&mut self, sample: u32, charge: Charge) {
        let profile = self.evidence.profile;
        let callee = self.evidence.callee(charge);
        let values = profile.values(sample as usize);
        add(&mut self.own, values);
        if callee.is_none() {
            add(&mut self.flat, values);
        }
        add(self.own_by_callee.entry(callee).or_insert_with(|| vec![0; values.len()]), values);
        for (column, buckets) in self.buckets.iter_mut().enumerate() {
            buckets.extend(profile.bucket(sample as usize, column));
        }
        if self.evidence.kind != Kind::Heap {
            let count = events(profile, sample as usize);
            for (events, value) in self.events.iter_mut().zip(values) {
                events.push(Events { count, weight: if count == 0 { 0.0 } else { *value as f64 / count as f64 } });
            }
        }
    }

    /// Counts a sample that runs through the line.
    pub(super) fn add_cum(&mut self, sample: u32, charge: Charge) {
        let values = self.evidence.profile.values(sample as usize);
        add(&mut self.cum, values);
        let callee = self.evidence.callee(charge);
        add(self.cum_by_callee.entry(callee).or_insert_with(|| vec![0; values.len()]), values);
    }

    fn interval(&self, column: usize, unit: Unit) -> Interval {
        match self.evidence.kind {
            Kind::Heap => match self.buckets[column].as_slice() {
                // Without buckets nothing was sampled, or nothing tells how.
                [] => Interval { low: self.own[column] as f64, high: self.own[column] as f64 },
                buckets => statistics::interval(buckets, unit),
            },
            Kind::Cpu => statistics::poisson_interval(&self.events[column]),
            // Block and mutex profiles hold neither the rate nor the fraction that they were sampled by.
            _ => Interval { low: f64::NAN, high: f64::NAN },
        }
    }

    fn samples(&self, column: usize) -> u64 {
        let events = self.events[column].iter().map(|events| events.count);
        let sampled = self.buckets[column].iter().map(|bucket| bucket.sampled.unsigned_abs());
        if self.evidence.kind == Kind::Heap { sampled.sum() } else { events.fold(0, u64::saturating_add) }
    }

    /// The sum, with shares of the profile's totals.
    pub(super) fn finish(self) -> Measured {
        let columns = self.evidence.profile.sample_types.iter().enumerate().map(|(column, sample_type)| {
            let unit = if &*sample_type.unit == "count" { Unit::Objects } else { Unit::Bytes };
            let interval = self.interval(column, unit);
            Column {
                sample_type: sample_type.clone(),
                own: self.own[column],
                flat: self.flat[column],
                cum: self.cum[column],
                low: interval.low,
                high: interval.high,
                share: share(self.own[column], self.evidence.totals[column]),
                samples: self.samples(column),
                by_callee: callees(&self.own_by_callee, column),
                cum_by_callee: callees(&self.cum_by_callee, column),
            }
        });
        Measured { columns: columns.collect() }
    }
}

/// How many events a sample of another than a heap profile counts: its column of counts, else its periods.
fn events(profile: &Profile, sample: usize) -> u64 {
    let values = profile.values(sample);
    let counted = profile.sample_types.iter().position(|known| &*known.unit == "count");
    let count = match (counted, values.last()) {
        (Some(column), _) => values[column],
        (None, Some(value)) => value.checked_div(profile.samples[sample].period).unwrap_or(0),
        (None, None) => 0,
    };
    count.unsigned_abs()
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
