//! The fixes of a rule file: `[[fix]]`, each with its edits.

use super::complaint::suggestion;
use super::fields::{Complaints, Fields};
use super::fix::{FixTemplate, RuleEdit, RuleFix, Verb};
use super::load::{capture, position, unknown_capture};
use super::load_guards::guards;
use super::template::TemplateError;
use crate::model::Applies;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

const EXAMPLE: &str = "edits = [{ replace = \"report\", with = \"{import:strconv}.Itoa({value})\" }]";

/// Every `[[fix]]`, in order. Names that their guards bind are added to `captures`.
pub(super) fn read_fixes(top: Fields, captures: &mut Vec<String>, complaints: &Complaints) -> Vec<RuleFix> {
    let mut bound = Vec::new();
    let list = top.list("fix", "[[fix]] with applies and edits");
    list.iter().filter_map(|value| read_fix(value, top, captures, &mut bound, complaints)).collect()
}

fn read_fix<'d>(
    value: &'d Spanned<DeValue<'d>>,
    top: Fields<'d>,
    captures: &mut Vec<String>,
    bound: &mut Vec<String>,
    complaints: &Complaints,
) -> Option<RuleFix> {
    let fields = top.as_table(value, &["applies", "differs", "since", "guards", "edits"])?;
    let applies = fields.word("applies", &Applies::WORDS);
    let differs = fields.optional_text("differs", "differs = \"an empty result is no longer nil\"");
    let place = fields.span.0..fields.span.0 + 1;
    match (applies, &differs) {
        (Some(Applies::Assisted), None) => {
            let help = "write differs = \"an empty result is no longer nil\"";
            fields.complain(place.clone(), "an assisted fix says what may be different afterwards", help);
        }
        (Some(Applies::Safe), Some((_, span))) => {
            let help = "leave `differs` out, or write applies = \"assisted\"";
            fields.complain(span.clone(), "a safe fix changes nothing that the program does", help);
        }
        _ => {}
    }
    let since = fields.number("since").map(|(number, _)| u16::try_from(number).unwrap_or(u16::MAX));
    let guards = guards(fields, "guards", captures, bound, complaints);
    let list = fields.list("edits", EXAMPLE);
    if list.is_empty() {
        fields.complain(place, "a fix needs edits", format!("write {EXAMPLE}"));
    }
    let edits: Vec<RuleEdit> = list.iter().filter_map(|value| read_edit(value, fields, captures)).collect();
    let differs = differs.map(|(text, _)| text.to_owned());
    (edits.len() == list.len()).then_some(RuleFix { applies: applies?, differs, since, guards, edits })
}

fn read_edit<'d>(value: &'d Spanned<DeValue<'d>>, within: Fields<'d>, captures: &[String]) -> Option<RuleEdit> {
    let words = Verb::WORDS.map(|(word, ..)| word);
    let keys =
        value.get_ref().as_table().map(|table| table.keys().map(|key| key.get_ref().as_ref()).collect::<Vec<_>>());
    let verb = Verb::WORDS.into_iter().find(|(word, ..)| keys.iter().flatten().any(|key| key == word));
    let Some((word, verb, text_key)) = verb else {
        let unknown = keys.iter().flatten().find(|key| !["with", "text"].contains(key));
        let help = suggestion(unknown.copied().unwrap_or_default(), &words);
        within.complain(value.span(), "each edit is a table with a verb and its capture", help);
        return None;
    };
    let each_key = (verb == Verb::Replace).then_some("each");
    let known: Vec<&str> = std::iter::once(word).chain(text_key).chain(each_key).collect();
    let fields = within.as_table(value, &known)?;
    let (name, span) = fields.text(word, &format!("{word} = \"report\""))?;
    let of = capture(name, span, captures, fields);
    let text = match text_key {
        None => Some(FixTemplate::default()),
        Some(key) => {
            let (text, span) = fields.text(key, &format!("{key} = \"...\""))?;
            template(text, span, captures, fields)
        }
    };
    let each = match each_key.and_then(|key| fields.optional_text(key, "each = \"piece\"")) {
        None => None,
        Some((name, span)) => Some(capture(name, span, captures, fields)?),
    };
    Some(RuleEdit { verb, of: of?, text: text?, each })
}

fn template(text: &str, span: Range<usize>, captures: &[String], fields: Fields) -> Option<FixTemplate> {
    match FixTemplate::parse(text, |name| position(captures, name)) {
        Ok(template) => Some(template),
        Err(TemplateError::LoneBrace) => {
            fields.complain(span, "a brace in this text has no partner", "write {{ or }} for the brace itself");
            None
        }
        Err(TemplateError::UnknownCapture(name)) => {
            unknown_capture(&name, span, captures, fields);
            None
        }
        Err(TemplateError::UnknownForm(form)) => {
            let help = "write {x}, {operand:x}, {receiver:x}, {inside:x}, {type:x}, {header-key:x}, {sum:format x y}, {import:path}, {fresh:noun} or {local:noun}";
            fields.complain(span, format!("`{{{form}}}` means nothing in a fix"), help);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{Origin, read_rule};

    const RULE: &str = include_str!("../../rules/sprintf-of-string/rule.toml");
    const QUERY: &str = include_str!("../../queries/sprintf-of-string.scm");

    fn with(fix: &str) -> Result<Vec<RuleFix>, Vec<String>> {
        let say = RULE.find("[say]").unwrap_or(RULE.len());
        let own = RULE.find("[[fix]]").unwrap_or(say);
        let rule = read_rule("x", &format!("{}{}\n{fix}", &RULE[..own], &RULE[say..]), QUERY, Origin::Shipped);
        rule.map(|rule| rule.fixes).map_err(|errors| errors.into_iter().map(|error| error.message).collect())
    }

    #[test]
    fn a_fix_is_read_with_its_guards_and_edits() {
        let fix = "[[fix]]\napplies = \"safe\"\nsince = 21\nguards = [{ type = { of = \"value\", is = [\"string\"] } }]\n\
                   edits = [{ replace = \"report\", with = \"{value}\" }, { delete = \"value\" }]";
        let fixes = with(fix).expect("a fix");
        assert_eq!((fixes[0].applies, fixes[0].since, fixes[0].guards.len()), (Applies::Safe, Some(21), 1));
        let verbs: Vec<Verb> = fixes[0].edits.iter().map(|edit| edit.verb).collect();
        assert_eq!(verbs, [Verb::Replace, Verb::Delete]);
    }

    #[test]
    fn what_is_wrong_with_a_fix_is_said() {
        let edit = "edits = [{ delete = \"value\" }]";
        for (fix, message) in [
            (format!("applies = \"assisted\"\n{edit}"), "an assisted fix says what may be different afterwards"),
            (
                format!("applies = \"safe\"\ndiffers = \"x\"\n{edit}"),
                "a safe fix changes nothing that the program does",
            ),
            ("applies = \"safe\"".to_owned(), "a fix needs edits"),
            (
                "applies = \"safe\"\nedits = [{ remove = \"value\" }]".to_owned(),
                "each edit is a table with a verb and its capture",
            ),
            (
                "applies = \"safe\"\nedits = [{ replace = \"report\", with = \"{size:value}\" }]".to_owned(),
                "`{size:value}` means nothing in a fix",
            ),
            (
                "applies = \"safe\"\nedits = [{ delete = \"valu\" }]".to_owned(),
                "no capture `valu`: neither the query nor a guard binds it",
            ),
        ] {
            let errors = with(&format!("[[fix]]\n{fix}")).expect_err("something wrong");
            assert_eq!(errors, [message]);
        }
    }
}
