//! What allocates on a line and how it behaves, as JSON version 1 tells it.

use super::compiler::Word;
use super::shape::Span;
use crate::model;

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Explanation<'a> {
    parts: Vec<Part<'a>>,
    unexplained: i64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Part<'a> {
    constructs: Vec<Construct<'a>>,
    more_constructs: usize,
    callee: Option<&'a str>,
    own: i64,
    sizes: Vec<Size>,
    asked: Option<u64>,
    ladder: Option<Ladder>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Construct<'a> {
    kind: &'static str,
    text: &'a str,
    span: Span,
    compiler: Option<Word<'a>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Size {
    size: u64,
    objects: i64,
    bytes: i64,
    samples: u64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Ladder {
    rungs: Vec<Rung>,
    outgrown: Option<i64>,
    room: Option<u64>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Rung {
    size: u64,
    objects: i64,
    final_objects: i64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Behaviour<'a> {
    lifetime: Option<&'static str>,
    callers: Vec<Caller<'a>>,
    pool_misses: i64,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Caller<'a> {
    symbol: Option<&'a str>,
    value: i64,
    path: Option<&'a str>,
    line: Option<u32>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct ExplainedShare {
    flat: ExplainedSums,
    through_calls: ExplainedSums,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ExplainedSums {
    own: i64,
    explained: i64,
    by_one: i64,
}

impl<'a> From<&'a model::Explanation> for Explanation<'a> {
    fn from(explanation: &'a model::Explanation) -> Self {
        Explanation { parts: explanation.parts.iter().map(Part::from).collect(), unexplained: explanation.unexplained }
    }
}

impl<'a> From<&'a model::ExplainedPart> for Part<'a> {
    fn from(part: &'a model::ExplainedPart) -> Self {
        let construct = |construct: &'a model::NamedConstruct| Construct {
            kind: construct.kind,
            text: &construct.told,
            span: Span::from(&construct.region),
            compiler: construct.compiler.as_ref().map(Word::from),
        };
        let size = |cost: &model::SizeCost| {
            let model::SizeCost { size, objects, bytes, samples } = *cost;
            Size { size, objects, bytes, samples }
        };
        Part {
            constructs: part.constructs.iter().map(construct).collect(),
            more_constructs: part.more_constructs,
            callee: part.callee.as_deref(),
            own: part.own,
            sizes: part.sizes.iter().map(size).collect(),
            asked: part.asked,
            ladder: part.ladder.as_ref().map(Ladder::from),
        }
    }
}

impl From<&model::Ladder> for Ladder {
    fn from(ladder: &model::Ladder) -> Self {
        let rung = |rung: &model::Rung| {
            let model::Rung { size, objects, final_objects } = *rung;
            Rung { size, objects, final_objects }
        };
        let model::Ladder { rungs, outgrown, room } = ladder;
        Ladder { rungs: rungs.iter().map(rung).collect(), outgrown: *outgrown, room: *room }
    }
}

impl<'a> From<&'a model::Behaviour> for Behaviour<'a> {
    fn from(behaviour: &'a model::Behaviour) -> Self {
        let caller = |caller: &'a model::CallerCost| Caller {
            symbol: caller.symbol.as_deref(),
            value: caller.value,
            path: caller.call.as_ref().map(|call| &*call.path),
            line: caller.call.as_ref().map(|call| call.line),
        };
        Behaviour {
            lifetime: behaviour.lifetime.map(model::Lifetime::word),
            callers: behaviour.callers.iter().map(caller).collect(),
            pool_misses: behaviour.pool_misses,
        }
    }
}

impl From<model::ExplainedShare> for ExplainedShare {
    fn from(share: model::ExplainedShare) -> Self {
        let sums = |sums: model::ExplainedSums| {
            let model::ExplainedSums { own, explained, by_one } = sums;
            ExplainedSums { own, explained, by_one }
        };
        ExplainedShare { flat: sums(share.flat), through_calls: sums(share.through_calls) }
    }
}
