//! Text with captures in it: `{x}` is the capture's source, `{type:x}` its type as Go text, `{{` a brace.

use super::guard::Capture;

/// Text with captures in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// In order.
    pub parts: Vec<TemplatePart>,
}

/// One stretch of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplatePart {
    /// As it stands.
    Text(String),
    /// The source of a capture.
    Capture(Capture),
    /// The type of a capture.
    TypeOf(Capture),
}

/// What is wrong with a template: where in its text, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TemplateError {
    /// A brace without its partner.
    LoneBrace,
    /// No capture of this name.
    UnknownCapture(String),
    /// Braces around something that means nothing here.
    UnknownForm(String),
}

/// One stretch of text, before anybody asks what its braces mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// As it stands, doubled braces single.
    Text(String),
    /// What stands between braces.
    Braced(String),
}

/// Takes a template's text apart.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        plain.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        let after = &rest[at + 1..];
        if after.starts_with(brace) {
            plain.push_str(brace);
            rest = &after[1..];
            continue;
        }
        let end = after.find('}').filter(|_| brace == "{").ok_or(TemplateError::LoneBrace)?;
        if !plain.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
        }
        pieces.push(Piece::Braced(after[..end].to_owned()));
        rest = &after[end + 1..];
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    Ok(pieces)
}

impl Template {
    /// Reads `text`; `capture` knows the rule's captures by name.
    pub(super) fn parse(text: &str, capture: impl Fn(&str) -> Option<Capture>) -> Result<Template, TemplateError> {
        let part = |piece| {
            Ok(match piece {
                Piece::Text(text) => TemplatePart::Text(text),
                Piece::Braced(inner) => {
                    let (name, of_type) = match inner.strip_prefix("type:") {
                        Some(name) => (name, true),
                        None => (&*inner, false),
                    };
                    let capture = capture(name).ok_or_else(|| TemplateError::UnknownCapture(name.to_owned()))?;
                    if of_type { TemplatePart::TypeOf(capture) } else { TemplatePart::Capture(capture) }
                }
            })
        };
        Ok(Template { parts: pieces(text)?.into_iter().map(part).collect::<Result<_, _>>()? })
    }

    /// Whether it prints the type of this capture.
    pub(super) fn prints_type_of(&self, capture: usize) -> bool {
        self.parts.iter().any(|part| matches!(part, TemplatePart::TypeOf(of) if of.index() == capture))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captures_types_and_braces_are_told_apart() {
        let known = |name: &str| (name == "x").then_some(Capture(3));
        let text = |text: &str| TemplatePart::Text(text.to_owned());
        let parsed = Template::parse("a {x} {type:x}{{}}", known).expect("a template");
        let expected =
            [text("a "), TemplatePart::Capture(Capture(3)), text(" "), TemplatePart::TypeOf(Capture(3)), text("{}")];
        assert_eq!(parsed.parts, expected);
        assert_eq!(Template::parse("{y}", known), Err(TemplateError::UnknownCapture("y".to_owned())));
        assert_eq!(Template::parse("{x", known), Err(TemplateError::LoneBrace));
        assert_eq!(Template::parse("x}", known), Err(TemplateError::LoneBrace));
    }
}
