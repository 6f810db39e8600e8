//! From a rule's two texts to a checked rule, or to everything that is wrong with them.

use super::complaint::{RuleError, suggestion};
use super::fields::{Complaints, Fields};
use super::guard::Capture;
use super::load_fix::read_fixes;
use super::load_guards::guards;
use super::load_measure::{MEASURE_KEYS, read_measure};
use super::load_query::{anchors, check_query, compile, query_captures};
use super::pattern::Callee;
use super::query_text::patterns;
use super::rule::{Explain, Origin, Rule, Say};
use super::template::{Template, TemplateError};
use crate::go::words::Words;
use crate::model::{Confidence, Dialect, Severity};
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use toml::de::DeTable;

/// A rule's texts larger than this are refused, in bytes.
pub const LARGEST_TEXT: usize = 256 * 1024;

/// The groups of rules, in the order of the documentation.
pub const GROUPS: [&str; 15] = [
    "slices",
    "maps",
    "strings",
    "formatting",
    "interfaces",
    "reflection",
    "encoding",
    "io",
    "concurrency",
    "logging",
    "errors",
    "escapes",
    "pools",
    "retention",
    "unsafe",
];

const SEVERITIES: [(&str, Severity); 3] =
    [("error", Severity::Error), ("warning", Severity::Warning), ("note", Severity::Note)];
const CONFIDENCES: [(&str, Confidence); 3] =
    [("high", Confidence::High), ("medium", Confidence::Medium), ("low", Confidence::Low)];

/// Reads and checks a rule.
///
/// # Errors
/// Everything that is wrong, in the order of the texts.
pub fn read_rule(id: &str, toml: &str, query: &str, origin: Origin) -> Result<Rule, Vec<RuleError>> {
    let complaints = Complaints::default();
    let rule = read(id, toml, query, origin, &complaints);
    match (rule, complaints.finish()) {
        (Some(rule), complaints) if complaints.is_empty() => Ok(rule),
        (_, complaints) => Err(complaints),
    }
}

/// The same checks, and whether the query compiles: for rules whose tests we cannot have run.
///
/// # Errors
/// Everything that is wrong, in the order of the texts.
pub fn read_foreign_rule(id: &str, toml: &str, query: &str, origin: Origin) -> Result<Rule, Vec<RuleError>> {
    // tree-sitter reads brackets by recursion without a limit: what our own reader refuses never gets there.
    let readable = query.len() <= LARGEST_TEXT && patterns(query).is_ok();
    let compiled = if readable { compile(query) } else { Ok(()) };
    match (read_rule(id, toml, query, origin), compiled) {
        (Ok(rule), Ok(())) => Ok(rule),
        (rule, compiled) => {
            let mut errors = rule.err().unwrap_or_default();
            errors.extend(compiled.err().map(|(at, message)| {
                let complaints = Complaints::default();
                complaints.query(at, message, "`heaplint debug tree FILE` shows the nodes of Go code");
                complaints.finish().remove(0)
            }));
            errors.sort();
            Err(errors)
        }
    }
}

fn read(id: &str, toml: &str, query: &str, origin: Origin, complaints: &Complaints) -> Option<Rule> {
    for (text, name) in [(toml, "rule.toml"), (query, "the query")] {
        if text.len() > LARGEST_TEXT {
            complaints.toml(0..0, format!("{name} is larger than {LARGEST_TEXT} bytes"), "split the rule in two");
            return None;
        }
    }
    let table = match DeTable::parse(toml) {
        Ok(table) => table,
        Err(error) => {
            let help = "see docs/rule-format.md for an example";
            complaints.toml(error.span().unwrap_or(0..0), error.message().to_owned(), help);
            return None;
        }
    };
    let keys = [
        "title",
        "group",
        "spelling_of",
        "severity",
        "confidence",
        "references",
        "find",
        "measure",
        "say",
        "explain",
        "fix",
    ];
    // The table lives as long as this function; what is kept is copied out.
    let top = Fields::new(table.get_ref(), 0..1, &keys, complaints);
    let patterns = check_query(query, complaints);
    let names = query_captures(&patterns);
    let title = top.text("title", "title = \"append in a loop to a slice without capacity\"");
    if let Some((title, span)) = &title
        && (title.split_whitespace().count() > 10 || title.ends_with('.'))
    {
        complaints.toml(span.clone(), "a title has at most ten words and no full stop", "shorten it");
    }
    let group = top.word("group", &GROUPS.map(|group| (group, group)));
    let spelling_of = top.optional_text("spelling_of", "spelling_of = \"append-without-capacity\"");
    let severity = top.word("severity", &SEVERITIES);
    let confidence = top.word("confidence", &CONFIDENCES);
    let references = top.texts("references", "references = [\"https://...\"]");
    let find = top.table("find", &["trigger", "guards", "go", "except-tags"]);
    let mut captures = names;
    let guards =
        find.map(|find| guards(find, "guards", &mut captures, &mut Vec::new(), complaints)).unwrap_or_default();
    let trigger = find.map(|find| trigger(find)).unwrap_or_default();
    let (go, line) = find.map_or((Dialect { oldest: 0, newest: u16::MAX }, 0), go_range);
    let except_tags =
        find.map(|find| find.texts("except-tags", "except-tags = [\"goexperiment.jsonv2\"]")).unwrap_or_default();
    let measured = top.table("measure", &MEASURE_KEYS);
    let measured = measured.and_then(|measure| read_measure(measure, &mut captures, complaints))?;
    let say = top.table("say", &["message", "at", "label", "labels", "help"]).map(|say| read_say(say, &captures));
    let explain = top.table("explain", &["what", "why", "profile", "write", "leave"]).and_then(read_explain);
    // What a fix's guards bind is for fixes alone: it comes last.
    let fixes = read_fixes(top, &mut captures, complaints);
    Some(Rule {
        id: id.into(),
        title: title?.0.to_owned(),
        group: group?.to_owned(),
        spelling_of: spelling_of.map(|(rule, _)| rule.into()),
        severity: severity?,
        confidence: confidence?,
        references: references.into_iter().map(|(text, _)| text.to_owned()).collect(),
        trigger,
        captures,
        guards,
        go,
        line,
        except_tags: except_tags.into_iter().map(|(text, _)| text.to_owned()).collect(),
        measured_by: measured.by,
        cost: measured.cost,
        needs_profile: measured.needs_profile,
        needs_profile_where: measured.needs_profile_where,
        shows: measured.shows,
        counts: measured.counts,
        decided_by: measured.decided_by,
        cost_captures: measured.lines,
        say: say??,
        explain: explain?,
        fixes,
        query_text: query.to_owned(),
        origin,
        proof_text: None,
        anchors: anchors(&patterns),
        read: OnceLock::new(),
    })
}

fn trigger(find: Fields) -> Vec<Vec<String>> {
    let example = "trigger = [[\"append\", \"for\"]]";
    let alternatives = find.list("trigger", example);
    if alternatives.is_empty() {
        let place = find.value("trigger").map_or(find.span.0..find.span.0 + 1, |value| value.span());
        find.complain(place, "a rule needs at least one trigger", format!("write {example}"));
    }
    let mut read = Vec::new();
    for alternative in alternatives {
        let words = alternative.get_ref().as_array().map(|words| words.iter().collect::<Vec<_>>()).unwrap_or_default();
        let texts: Vec<(&str, Range<usize>)> =
            words.iter().filter_map(|word| Some((word.get_ref().as_str()?, word.span()))).collect();
        if texts.is_empty() || texts.len() != words.len() {
            find.complain(alternative.span(), "each trigger is a list of words", format!("write {example}"));
            continue;
        }
        for (word, span) in &texts {
            if !Words::is_word(word) {
                let help = "a trigger is an identifier, a keyword, an operator such as `+=`, `.(`, `)[`, or an identifier behind `:= `";
                find.complain(span.clone(), format!("`{word}` is not one token of Go"), help);
            }
        }
        read.push(texts.into_iter().map(|(word, _)| word.to_owned()).collect());
    }
    read
}

/// The compilers, and the line of go.mod.
fn go_range(find: Fields) -> (Dialect, u16) {
    let all = Dialect { oldest: 0, newest: u16::MAX };
    let known = ["since", "until", "line"];
    let Some(range) = find.value("go").and_then(|value| find.as_table(value, &known)) else { return (all, 0) };
    let (since, until) = (range.number("since"), range.number("until"));
    if let (Some((since, _)), Some((until, span))) = (&since, &until)
        && since > until
    {
        find.complain(span.clone(), format!("Go 1.{until} is older than Go 1.{since}"), "swap since and until");
    }
    let minor = |number: Option<(u64, Range<usize>)>, otherwise: u16| {
        number.map_or(otherwise, |(number, _)| u16::try_from(number).unwrap_or(u16::MAX))
    };
    (Dialect { oldest: minor(since, 0), newest: minor(until, u16::MAX) }, minor(range.number("line"), 0))
}

fn read_say(say: Fields, captures: &[String]) -> Option<Say> {
    let message = template(say, "message", "message = \"`{report}` allocates\"", captures);
    let label = template(say, "label", "label = \"allocates here\"", captures);
    let help = template(say, "help", "help = \"write ... instead\"", captures);
    let at = match say.optional_text("at", "at = \"report\"") {
        Some((name, span)) => capture(name, span, captures, say),
        None => position(captures, "report"),
    };
    let mut labels = Vec::new();
    if let Some(value) = say.value("labels") {
        match value.get_ref().as_table() {
            None => say.complain(
                value.span(),
                "this should be a table in braces",
                "write labels = { report = \"grows here\" }",
            ),
            Some(table) => {
                for (name, text) in table.iter() {
                    let of = capture(name.get_ref(), name.span(), captures, say);
                    let text = text.get_ref().as_str().map(|plain| parse_template(plain, text.span(), captures, say));
                    match (of, text) {
                        (Some(of), Some(Some(text))) => labels.push((of, text)),
                        (Some(_), None) => {
                            say.complain(name.span(), "a label is a text in quotes", "write report = \"grows here\"")
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    labels.sort_by_key(|(capture, _)| *capture);
    Some(Say { message: message?, at: at?, label: label?, labels, help: help? })
}

fn template(say: Fields, key: &str, example: &str, captures: &[String]) -> Option<Template> {
    let (text, span) = say.text(key, example)?;
    parse_template(text, span, captures, say)
}

fn parse_template(text: &str, span: Range<usize>, captures: &[String], fields: Fields) -> Option<Template> {
    match Template::parse(text, |name| position(captures, name)) {
        Ok(template) => Some(template),
        Err(TemplateError::LoneBrace) => {
            fields.complain(span, "a brace in this text has no partner", "write {{ or }} for the brace itself");
            None
        }
        Err(TemplateError::UnknownCapture(name) | TemplateError::UnknownForm(name)) => {
            unknown_capture(&name, span, captures, fields);
            None
        }
    }
}

fn read_explain(explain: Fields) -> Option<Explain> {
    // The first line's own indentation stays: it tells code from prose.
    let trimmed = |text: &str| text.trim_start_matches(['\n', '\r']).trim_end().to_owned();
    let part = |key: &str| explain.text(key, &format!("{key} = \"\"\"...\"\"\"")).map(|(text, _)| trimmed(text));
    let (what, why, profile, write, leave) = (part("what"), part("why"), part("profile"), part("write"), part("leave"));
    Some(Explain { what: what?, why: why?, profile: profile?, write: write?, leave: leave? })
}

/// The capture of this name; complains where there is none.
pub(super) fn capture(name: &str, span: Range<usize>, captures: &[String], fields: Fields) -> Option<Capture> {
    let found = position(captures, name);
    if found.is_none() {
        unknown_capture(name, span, captures, fields);
    }
    found
}

pub(super) fn unknown_capture(name: &str, span: Range<usize>, captures: &[String], fields: Fields) {
    let known: Vec<&str> = captures.iter().map(String::as_str).collect();
    fields.complain(
        span,
        format!("no capture `{name}`: neither the query nor a guard binds it"),
        suggestion(name, &known),
    );
}

pub(super) fn position(captures: &[String], name: &str) -> Option<Capture> {
    captures.iter().position(|known| known == name).and_then(|index| u16::try_from(index).ok()).map(Capture)
}

/// Callees that a guard compares with.
pub(super) fn callees(texts: &[(&str, Range<usize>)], fields: Fields) -> Arc<[Callee]> {
    for (text, span) in texts {
        if !text.contains('.') || text.contains(' ') {
            let help = "write it as profiles do: fmt.Sprintf, bytes.(*Buffer).Write, io.Writer.Write";
            fields.complain(span.clone(), format!("`{text}` names no function"), help);
        }
    }
    texts.iter().map(|(text, _)| Callee::parse(text)).collect()
}
