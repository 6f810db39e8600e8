//! What the runner makes of the commands. The reader here follows `ActionCommand.cs` of actions/runner.

use super::*;
use crate::model::{Severity, Source, Verdict};
use crate::render::fixture::{finding, fixture_report};
use crate::render::fixture_hostile::{COMMANDS, MARKUP, hostile};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One command as the runner takes it apart.
#[derive(Debug)]
struct Read {
    word: String,
    properties: BTreeMap<String, String>,
    message: String,
}

fn unescaped(text: &str, marks: &[(&str, &str)]) -> String {
    marks.iter().fold(text.to_owned(), |text, (mark, sign)| text.replace(mark, sign))
}

/// `None` for a line that is no command. Both forms: `::` at the start of the trimmed line, and `##[` anywhere in it.
fn read(line: &str) -> Option<Read> {
    let data = [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")];
    let property = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")];
    assert!(!line.contains("##["), "a command of the old form: {line}");
    let body = line.trim_start().strip_prefix("::")?;
    let (head, message) = body.split_once("::")?;
    let (word, rest) = head.split_once(' ').unwrap_or((head, ""));
    let properties = rest.split(',').filter_map(|each| each.split_once('='));
    Some(Read {
        word: word.to_owned(),
        properties: properties.map(|(name, value)| (name.trim().to_owned(), unescaped(value, &property))).collect(),
        message: unescaped(message, &data),
    })
}

fn written(report: &Report) -> String {
    let mut bytes = Vec::new();
    let repository = Repository { top: "/home/me/shop", below: "api" };
    render(report, &GithubOptions { repository }, &mut bytes).expect("a Vec takes any bytes");
    String::from_utf8(bytes).expect("UTF-8")
}

/// Every line is one of ours: an annotation with our properties, or the count of the others.
fn check(report: &Report) -> Vec<Read> {
    let text = written(report);
    let mut all = Vec::new();
    // The runner reads lines as .NET does, which ends them at carriage returns too.
    for line in text.split(['\n', '\r']).filter(|line| !line.is_empty()) {
        match read(line) {
            None => assert!(line.starts_with("heaplint: ") && line.contains(" more, not annotated"), "{line}"),
            Some(command) => {
                assert!(["error", "warning", "notice"].contains(&&*command.word), "{command:?}");
                let known = ["file", "line", "endLine", "col", "endColumn", "title"];
                assert!(command.properties.keys().all(|name| known.contains(&&**name)), "{command:?}");
                assert!(command.message.chars().count() <= 4096, "{command:?}");
                all.push(command);
            }
        }
    }
    all
}

#[test]
fn annotations_say_place_title_and_cost() {
    let commands = check(&fixture_report());
    let growth = commands.iter().find(|it| it.properties["title"] == "append-without-capacity").expect("it is there");
    let wanted = [
        ("col", "3"),
        ("endColumn", "32"),
        ("endLine", "6"),
        ("file", "api/internal/api/list.go"),
        ("line", "6"),
        ("title", "append-without-capacity"),
    ];
    assert_eq!(growth.properties, wanted.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
    assert!(growth.message.starts_with("812.4 MiB ±18 %, 7.4 % of alloc_space: `names` grows"), "{}", growth.message);
    assert!(growth.message.contains("\nInstead: give it its capacity"), "{}", growth.message);
    let spanning = commands.iter().find(|it| it.properties["title"] == "defer-in-loop").expect("it is there");
    assert!(!spanning.properties.contains_key("col"), "of several lines GitHub drops columns: {spanning:?}");
}

#[test]
fn foreign_text_opens_no_command_and_adds_no_property() {
    let usual = check(&fixture_report()).len();
    for text in COMMANDS.iter().chain(&MARKUP) {
        assert_eq!(check(&hostile(text)).len(), usual, "{text:?}");
    }
}

#[test]
fn the_ten_of_a_level_go_to_what_ranks_first_and_the_others_are_counted() {
    let source = Source::new("a.go", b"x\n".to_vec());
    let mut report = Report::default();
    for at in 0..40 {
        let mut one = finding(&format!("rule-{at:02}"), &source, "x");
        one.verdict = Verdict::Unprofiled;
        one.severity = if at % 2 == 0 { Severity::Warning } else { Severity::Note };
        report.findings.push(one);
    }
    report.shown = (0..40).collect();
    report.problems = fixture_report().problems;
    let commands = check(&report);
    let titles = |word: &str| -> Vec<String> {
        let of = commands.iter().filter(|command| command.word == word);
        of.map(|command| command.properties["title"].clone()).collect()
    };
    let even: Vec<String> = (0..20).step_by(2).map(|at| format!("rule-{at:02}")).collect();
    assert_eq!(titles("warning"), even);
    assert_eq!((titles("notice").len(), titles("error").len()), (10, 3));
    let told =
        "heaplint: 1 error, 10 warnings, 10 notices more, not annotated: GitHub shows 10 of each level of a step\n";
    assert!(written(&report).ends_with(told), "{}", written(&report));
}

proptest! {
    #[test]
    fn any_text_stays_where_it_was_put(text in "[:%,=#\\[\\]\r\n\u{1b}\u{202e}a0AD2C ;\u{2028}]{0,60}") {
        let commands = check(&hostile(&text));
        let shown = untrusted::prose(&text);
        prop_assert!(commands.iter().any(|command| command.message.contains(&shown)), "{:?}", commands);
    }
}
