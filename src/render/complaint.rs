//! A complaint about a text that a person wrote for heaplint, such as a rule: what is wrong, where, what to write instead.

use super::theme::{Look, Paint};
use super::{code, untrusted};
use crate::model::{Severity, Source, Span};
use std::io::{self, Write};

/// Something wrong at a place.
#[derive(Clone, Debug)]
pub struct Complaint<'c> {
    /// The text.
    pub source: &'c Source,
    /// Where in it.
    pub span: Span,
    /// What is wrong.
    pub message: &'c str,
    /// What to write instead.
    pub help: &'c str,
}

/// Writes one complaint, with a blank line after it.
pub fn render(complaint: &Complaint<'_>, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let head = look.paint(Paint::Error, "error:");
    writeln!(out, "{head} {}", look.paint(Paint::Strong, &untrusted::prose(complaint.message)))?;
    code::draw(complaint.source, &[(complaint.span, String::new())], Severity::Error, look, out)?;
    if !complaint.help.is_empty() {
        writeln!(out, "  {} {}", look.paint(Paint::Help, "help:"), untrusted::prose(complaint.help))?;
    }
    writeln!(out)
}
