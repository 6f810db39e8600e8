//! What the rules of the fixture's report say of themselves, and what they would write.

use super::fixture::LIST;
use crate::model::*;

/// The card of the rule of `finding`.
pub(super) fn card(finding: &Finding) -> RuleCard {
    let prose = |text: &str| vec![TextBlock::Prose(text.to_owned())];
    let code = TextBlock::Code(vec!["for _, v := range values {".into(), "\tuse(v)".into(), "}".into()]);
    RuleCard {
        title: "something that allocates".to_owned(),
        group: "slices".to_owned(),
        severity: finding.severity,
        confidence: finding.confidence,
        what: prose("A slice that grows by `append`."),
        explanation: vec![("Why", prose("Growing copies.")), ("What to write instead", vec![code])],
        references: vec!["https://go.dev/ref/spec#Appending_and_copying_slices".to_owned()],
    }
}

/// A fix of the first finding, with a word of its rule that could act on a terminal.
pub(super) fn growth_fix() -> Fix {
    let start = LIST.find("var names").unwrap_or_default();
    let text = "names := make([]string, 0, len(users))".to_owned();
    Fix {
        applies: Applies::Assisted,
        differs: Some("an empty result is no longer nil\u{1b}[2J".into()),
        edits: vec![Edit { span: Span::new(start, start + "var names []string".len()), text }],
        imports: vec!["slices".into()],
        names: Vec::new(),
    }
}
