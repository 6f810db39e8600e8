//! Fixes in JSON version 1.

use super::shape::Span;
use crate::model::{self, Applies, FixSummary, Source};
use std::collections::BTreeMap;

/// What can be written instead.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Fix<'a> {
    applies: &'static str,
    differs: Option<&'a str>,
    edits: Vec<Edit<'a>>,
    imports: Vec<&'a str>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Edit<'a> {
    span: Span,
    start_byte: usize,
    end_byte: usize,
    text: &'a str,
}

/// What became of fixes.
#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Fixes<'a> {
    written: bool,
    files: Vec<&'a str>,
    fixed: Vec<Fixed<'a>>,
    by_rule: BTreeMap<&'a str, usize>,
    skipped: &'a BTreeMap<String, usize>,
}

#[derive(serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Fixed<'a> {
    rule: &'a str,
    path: &'a str,
    line: u32,
    applies: &'static str,
}

impl<'a> Fix<'a> {
    pub(super) fn new(fix: &'a model::Fix, source: &Source) -> Self {
        let edit = |edit: &'a model::Edit| Edit {
            span: Span::from(&source.region(edit.span)),
            start_byte: edit.span.start,
            end_byte: edit.span.end,
            text: &edit.text,
        };
        Fix {
            applies: fix.applies.word(),
            differs: fix.differs.as_deref(),
            edits: fix.edits.iter().map(edit).collect(),
            imports: fix.imports.iter().map(|path| &**path).collect(),
        }
    }
}

impl<'a> Fixes<'a> {
    pub(super) fn of(fixes: &'a FixSummary) -> Option<Self> {
        let mut by_rule = BTreeMap::new();
        for fixed in &fixes.fixed {
            *by_rule.entry(&*fixed.rule).or_default() += 1;
        }
        let fixed = fixes.fixed.iter().map(|fixed| Fixed {
            rule: &fixed.rule,
            path: &fixed.path,
            line: fixed.line,
            applies: Applies::word(fixed.applies),
        });
        Some(Fixes {
            written: fixes.written?,
            files: fixes.changes.iter().map(|change| &*change.path).collect(),
            fixed: fixed.collect(),
            by_rule,
            skipped: &fixes.skipped,
        })
    }
}
