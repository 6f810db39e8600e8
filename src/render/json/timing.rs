//! `timing` and `waiting` of JSON version 1: what CPU, block and mutex profiles say of lines.

use super::shape::Measured;
use crate::model;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Timing<'a> {
    lines: Vec<TimedLine<'a>>,
    parts: TimeParts,
    background_collection: i64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TimedLine<'a> {
    path: &'a str,
    line: u32,
    symbol: &'a str,
    grade: &'static str,
    measured: Measured<'a>,
    parts: TimeParts,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TimeParts {
    itself: i64,
    allocation: i64,
    collection: i64,
    types: i64,
    maps: i64,
    rest: i64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct WaitingLine<'a> {
    seen_by: &'static str,
    path: &'a str,
    line: u32,
    symbol: &'a str,
    grade: &'static str,
    measured: Measured<'a>,
    operations: Vec<WaitedFor<'a>>,
    channels: Vec<Channel<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct WaitedFor<'a> {
    operation: &'static str,
    within: Option<&'a str>,
    delay: i64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Channel<'a> {
    name: &'a str,
    operation: &'static str,
    buffer: Option<&'a str>,
}

impl<'a> From<&'a model::Timing> for Timing<'a> {
    fn from(timing: &'a model::Timing) -> Self {
        let line = |line: &'a model::TimedLine| TimedLine {
            path: &line.path,
            line: line.line,
            symbol: &line.symbol,
            grade: line.grade.word(),
            measured: Measured(&line.measured),
            parts: TimeParts::from(line.parts),
        };
        Timing {
            lines: timing.lines.iter().map(line).collect(),
            parts: TimeParts::from(timing.parts),
            background_collection: timing.background_collection,
        }
    }
}

impl From<model::TimeParts> for TimeParts {
    fn from(parts: model::TimeParts) -> Self {
        let model::TimeParts { itself, allocation, collection, types, maps, rest } = parts;
        TimeParts { itself, allocation, collection, types, maps, rest }
    }
}

impl<'a> From<&'a model::WaitingLine> for WaitingLine<'a> {
    fn from(line: &'a model::WaitingLine) -> Self {
        let waited = |waited: &'a model::WaitedFor| WaitedFor {
            operation: waited.operation.word(),
            within: waited.within.as_deref(),
            delay: waited.delay,
        };
        let channel = |channel: &'a model::WaitedChannel| Channel {
            name: &channel.name,
            operation: channel.operation.word(),
            buffer: channel.buffer.as_ref().map(|buffer| match buffer {
                model::Buffer::None => "0",
                model::Buffer::Of(size) => size,
            }),
        };
        WaitingLine {
            seen_by: line.seen_by.word(),
            path: &line.path,
            line: line.line,
            symbol: &line.symbol,
            grade: line.grade.word(),
            measured: Measured(&line.measured),
            operations: line.operations.iter().map(waited).collect(),
            channels: line.channels.iter().map(channel).collect(),
        }
    }
}
