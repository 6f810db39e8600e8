//! What a rule knows to write instead: edits as data, a closed set of verbs over templates. docs/rule-format.md has their form.

use super::guard::{Capture, Guard};
use super::template::{Piece, TemplateError, pieces};
use crate::model::Applies;

/// One way of mending what a rule finds. Of several the first whose conditions hold is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleFix {
    /// Whether the program surely does the same afterwards.
    pub applies: Applies,
    /// What may be different afterwards; of a safe fix nothing.
    pub differs: Option<String>,
    /// The oldest `go` line under which its code compiles, as a minor version.
    pub since: Option<u16>,
    /// Conditions beyond those of the finding.
    pub guards: Vec<Guard>,
    /// What is done, in the order of the rule file.
    pub edits: Vec<RuleEdit>,
}

/// One edit.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleEdit {
    /// What is done.
    pub verb: Verb,
    /// To what: to each node of this capture.
    pub of: Capture,
    /// The new text; empty for what is deleted.
    pub text: FixTemplate,
    /// The text is written once for each node of this capture, line by line.
    pub each: Option<Capture>,
}

/// What an edit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// The text takes the node's place.
    Replace,
    /// The text stands directly before the node.
    InsertBefore,
    /// The text stands directly behind the node.
    InsertAfter,
    /// The text is a line of its own, before the one on which the node begins and indented as it is.
    LineBefore,
    /// The text is a line of its own, behind the one on which the node ends.
    LineAfter,
    /// The text is a declaration of package level, before the one that the node lies in and its comment.
    Declare,
    /// The node goes, and its line with it where nothing else stands there.
    Delete,
}

impl Verb {
    /// The words of rule files, each with the key of its text.
    pub const WORDS: [(&'static str, Verb, Option<&'static str>); 7] = [
        ("replace", Verb::Replace, Some("with")),
        ("insert-before", Verb::InsertBefore, Some("text")),
        ("insert-after", Verb::InsertAfter, Some("text")),
        ("line-before", Verb::LineBefore, Some("text")),
        ("line-after", Verb::LineAfter, Some("text")),
        ("declare", Verb::Declare, Some("text")),
        ("delete", Verb::Delete, None),
    ];
}

/// Go text with captures in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FixTemplate {
    /// In order.
    pub parts: Vec<FixPart>,
}

/// One stretch of a fix's text.
#[derive(Clone, Debug, PartialEq)]
pub enum FixPart {
    /// As it stands.
    Text(String),
    /// The source of a capture, whole.
    Capture(Capture),
    /// The same, in parentheses where it is an expression that an operator beside it could tear apart.
    Operand(Capture),
    /// The source of a capture as what a method is called on: without `&`, in parentheses where it is another operation.
    Receiver(Capture),
    /// The source between the brackets around a capture: the arguments of an argument list.
    Inside(Capture),
    /// The type of a capture, as this file spells it.
    TypeOf(Capture),
    /// A format of `%s` and `%d` with its values put in, as a sum of strings.
    Sum {
        /// The string literal.
        format: Capture,
        /// What its verbs stand for, in order.
        values: Vec<Capture>,
    },
    /// A string literal with the name of a header, in the form in which net/http keeps it.
    HeaderKey(Capture),
    /// The name by which the file knows the package with this path. It is imported where it was not.
    Import(String),
    /// A name of package level that nothing bears yet, by what it stands for: the function's name comes before it.
    Fresh(String),
    /// A name of the function that nothing bears yet, by what it stands for.
    Local(String),
}

impl FixTemplate {
    /// Reads `text`; `capture` knows the rule's captures by name.
    pub(super) fn parse(text: &str, capture: impl Fn(&str) -> Option<Capture>) -> Result<FixTemplate, TemplateError> {
        let known = |name: &str| capture(name).ok_or_else(|| TemplateError::UnknownCapture(name.to_owned()));
        let part = |piece| {
            Ok(match piece {
                Piece::Text(text) => FixPart::Text(text),
                Piece::Braced(inner) => match inner.split_once(':') {
                    None => FixPart::Capture(known(&inner)?),
                    Some(("type", name)) => FixPart::TypeOf(known(name)?),
                    Some(("header-key", name)) => FixPart::HeaderKey(known(name)?),
                    Some(("sum", names)) => {
                        let mut captures = names.split_whitespace().map(known);
                        let format = captures.next().ok_or_else(|| TemplateError::UnknownForm(inner.clone()))??;
                        FixPart::Sum { format, values: captures.collect::<Result<_, _>>()? }
                    }
                    Some(("operand", name)) => FixPart::Operand(known(name)?),
                    Some(("receiver", name)) => FixPart::Receiver(known(name)?),
                    Some(("inside", name)) => FixPart::Inside(known(name)?),
                    Some(("import", path)) if is_import_path(path) => FixPart::Import(path.to_owned()),
                    Some(("fresh", noun)) if is_noun(noun) => FixPart::Fresh(noun.to_owned()),
                    Some(("local", noun)) if is_noun(noun) => FixPart::Local(noun.to_owned()),
                    Some(_) => return Err(TemplateError::UnknownForm(inner)),
                },
            })
        };
        Ok(FixTemplate { parts: pieces(text)?.into_iter().map(part).collect::<Result<_, _>>()? })
    }

    /// The captures that it repeats from the source, in the order of the text.
    pub fn captures(&self) -> impl Iterator<Item = &Capture> {
        self.parts.iter().flat_map(|piece| match piece {
            FixPart::Capture(capture)
            | FixPart::Operand(capture)
            | FixPart::Receiver(capture)
            | FixPart::Inside(capture) => std::slice::from_ref(capture),
            FixPart::Sum { values, .. } => values,
            _ => &[],
        })
    }

    /// Whether it writes the type of this capture.
    pub fn prints_type_of(&self, capture: usize) -> bool {
        self.parts.iter().any(|part| match part {
            FixPart::TypeOf(of) => of.index() == capture,
            FixPart::Sum { values, .. } => values.iter().any(|of| of.index() == capture),
            _ => false,
        })
    }
}

/// Import paths as the standard library and modules have them.
fn is_import_path(path: &str) -> bool {
    !path.is_empty() && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte))
}

/// What a new name may be made of: it starts small and holds letters alone.
fn is_noun(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase()) && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_template_are_told_apart() {
        let known = |name: &str| (name == "x").then_some(Capture(3));
        let x = Capture(3);
        let parsed = FixTemplate::parse("{import:strconv}.Itoa({x}){{", known).expect("a template");
        let text = |text: &str| FixPart::Text(text.to_owned());
        let expected = [FixPart::Import("strconv".to_owned()), text(".Itoa("), FixPart::Capture(x), text("){")];
        assert_eq!(parsed.parts, expected);
        let parsed = FixTemplate::parse("{operand:x}{inside:x}{type:x}", known).expect("a template");
        assert_eq!(parsed.parts, [FixPart::Operand(x), FixPart::Inside(x), FixPart::TypeOf(x)]);
        assert_eq!(FixTemplate::parse("{size:x}", known), Err(TemplateError::UnknownForm("size:x".to_owned())));
        assert_eq!(FixTemplate::parse("{import:}", known), Err(TemplateError::UnknownForm("import:".to_owned())));
        let parsed = FixTemplate::parse("{fresh:pattern}{local:sum}", known).expect("a template");
        assert_eq!(parsed.parts, [FixPart::Fresh("pattern".to_owned()), FixPart::Local("sum".to_owned())]);
        let unfit = TemplateError::UnknownForm("fresh:a b".to_owned());
        assert_eq!(FixTemplate::parse("{fresh:a b}", known), Err(unfit));
        assert_eq!(FixTemplate::parse("{type:y}", known), Err(TemplateError::UnknownCapture("y".to_owned())));
    }
}
