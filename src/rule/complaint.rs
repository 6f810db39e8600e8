//! What is wrong with a rule's files: always with the place to underline, and what to write instead.

use crate::model::Span;
use crate::toml_text::TextError;
pub use crate::toml_text::did_you_mean;
pub(super) use crate::toml_text::suggestion;
use std::cell::RefCell;
use std::ops::Deref;

/// One of the two texts of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleFile {
    /// `rule.toml`
    Toml,
    /// `<id>.scm`
    Query,
}

/// Something wrong in a rule's files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleError {
    /// In which text.
    pub file: RuleFile,
    /// Where in it.
    pub span: Span,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// What has been complained about in both texts of a rule. Of its toml by what it leads to.
#[derive(Debug, Default)]
pub(super) struct Complaints {
    toml: crate::toml_text::Complaints,
    query: RefCell<Vec<RuleError>>,
}

impl Complaints {
    /// Complains about a place in the query.
    pub(super) fn query(&self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let error = RuleError { file: RuleFile::Query, span, message: message.into(), help: help.into() };
        self.query.borrow_mut().push(error);
    }

    /// All of them, in the order of the texts.
    pub(super) fn finish(self) -> Vec<RuleError> {
        let of_toml = |TextError { span, message, help }| RuleError { file: RuleFile::Toml, span, message, help };
        let toml = self.toml.finish().into_iter().map(of_toml);
        let mut all: Vec<RuleError> = toml.chain(self.query.into_inner()).collect();
        all.sort();
        all.dedup();
        all
    }
}

impl Deref for Complaints {
    type Target = crate::toml_text::Complaints;

    fn deref(&self) -> &Self::Target {
        &self.toml
    }
}
