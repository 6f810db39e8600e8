//! What is checked of a rule's query, and what loading learns from it.

use super::complaint::suggestion;
use super::fields::Complaints;
use super::query::Query;
use super::query_text::{Pattern, patterns};
use crate::go::kinds::{Kind, LANGUAGE};
use crate::model::Span;

/// The predicates that a query may use: those that tree-sitter's Rust binding judges.
const PREDICATES: [&str; 6] = ["#eq?", "#not-eq?", "#any-of?", "#not-any-of?", "#match?", "#not-match?"];

/// Whether the grammar can make such trees, which tree-sitter knows, and whether all of the query is understood here.
pub(super) fn compile(query: &str) -> Result<(), (Span, String)> {
    if let Err(error) = tree_sitter::Query::new(&LANGUAGE, query) {
        let end = query.len().min(error.offset + 1);
        return Err((Span::new(error.offset.min(end), end), error.message));
    }
    match Query::read(query) {
        Ok(_) => Ok(()),
        Err(error) => Err((error.span, error.message.to_owned())),
    }
}

/// Complains about everything that tree-sitter would accept and that would mean something else than it says.
pub(super) fn check_query(query: &str, complaints: &Complaints) -> Vec<Pattern> {
    let patterns = match patterns(query) {
        Ok(patterns) => patterns,
        Err(error) => {
            complaints.query(error.span, error.message, "close it, or remove it");
            return Vec::new();
        }
    };
    if patterns.is_empty() {
        complaints.query(Span::default(), "the query holds no pattern", "write `(call_expression) @report`");
    }
    for pattern in &patterns {
        if !pattern.root_captures.iter().any(|name| name == "report") {
            let help = "write `@report` behind the pattern's last bracket";
            complaints.query(pattern.span, "the outermost node of this pattern is not captured as @report", help);
        }
        if !pattern.commented {
            let help = "say in a comment above it what it means: `; x = append(x, ...)`";
            complaints.query(
                Span::new(pattern.span.start, pattern.span.start + 1),
                "this pattern has no comment",
                help,
            );
        }
        for (predicate, span) in &pattern.predicates {
            if !PREDICATES.contains(&predicate.as_str()) {
                let help = format!("{}; conditions beyond these are guards", suggestion(predicate, &PREDICATES));
                complaints.query(*span, format!("unknown predicate `{predicate}`"), help);
            }
        }
        for span in &pattern.unanchored {
            let help = "write `.` between the siblings, or name a field: the search is quadratic otherwise";
            complaints.query(*span, "this node may be any of the siblings behind the one before it", help);
        }
    }
    patterns
}

/// The captures of a query in the order in which tree-sitter numbers them: by first appearance.
pub(super) fn query_captures(patterns: &[Pattern]) -> Vec<String> {
    let mut places: Vec<(usize, &str)> =
        patterns.iter().flat_map(|pattern| &pattern.captures).map(|(name, span)| (span.start, name.as_str())).collect();
    places.sort_unstable();
    let mut names: Vec<String> = Vec::new();
    for (_, name) in places {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// A kind that the grammar does not have is no anchor: whether there are such is for the query's compilers to say.
pub(super) fn anchors(patterns: &[Pattern]) -> Vec<Kind> {
    let roots = patterns.iter().flat_map(|pattern| &pattern.roots);
    let mut kinds: Vec<Kind> = roots.filter_map(|root| Kind::named(root)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
