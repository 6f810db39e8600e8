//! The report of the fixture with foreign text in every place that holds any, for the tests of all formats.

use super::fixture::fixture_report;
use crate::model::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Text that makes markup wherever it is not escaped.
pub(super) const MARKUP: [&str; 14] = [
    "<script>alert(1)</script>",
    "[click](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "`<b>`` https://evil.example www.evil.example <https://evil.example>",
    "# heading\n## another\n\nSetext\n===\n",
    "```\n<img src=x>\n~~~\n</code>",
    "a | b | <i>c</i> `|` |\n|---|\n| x |",
    "*a* _b_ __c__ ~~d~~ &lt;b&gt; &#60;",
    "[ref]\n\n[ref]: https://evil.example\n",
    "- [ ] task\n1. one\n> quote\n***\n",
    "\\<b> \\`x` \\\\[y](z)",
    "``",
    "<!-- -->\t    indented",
    "$x$ [^1] {#id} :smile: @user",
];

/// Text that is obeyed, or ends what it stands in, wherever it is not escaped: terminals, build runners, XML, JSON, SARIF's links.
pub(super) const COMMANDS: [&str; 14] = [
    "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\u{85}",
    "\u{202e}gnihtemos\u{2066}a\u{2069}\u{200b}\u{feff}",
    "::error file=x,line=1::gone",
    "a\n::set-output name=x::y\r\n::stop-commands::t\r::add-mask::x",
    "##[error]gone ##vso[task.complete] ##teamcity[x]",
    "%0A::error::x%0D%25 %3A%2C,line=9,title=t::x",
    "]]><script>alert(1)</script><!-- &amp; &#10; -->",
    "\" onload=\"x\" ' </error></file>",
    "\u{0}\u{1}\u{8}\u{b}\u{fffe}\u{ffff}\u{fffd}",
    "\\\"},{\"x\":\"\\u0000",
    "[click](https://evil.example) [a](1) [b](sarif:/runs/0) {0} {x}",
    "@user and @org/team #12 GH-1 org/repo#3",
    "a|b `c` ``` | \n|---|",
    "\u{e0041}\u{2028}\u{2029}\u{1f600}",
];

/// The fixture with this text in every place that is not heaplint's own.
pub(super) fn hostile(text: &str) -> Report {
    let mut report = fixture_report();
    let shared: Arc<str> = text.into();
    let replaces_all = |edit: &mut Edit| *edit = Edit { span: Span::new(0, text.len()), text: text.to_owned() };
    for finding in &mut report.findings {
        (finding.message, finding.help, finding.path) = (text.to_owned(), text.to_owned(), shared.clone());
        (finding.rule, finding.symbol, finding.notes) = (shared.clone(), Some(shared.clone()), vec![text.to_owned()]);
        finding.measured.iter_mut().for_each(|measured| rename(measured, &shared));
        finding.behaviour.callers.iter_mut().for_each(|caller| rename_caller(caller, &shared));
        rename_parts(&mut finding.explanation, &shared);
        finding.label = text.to_owned();
        finding.labels.iter_mut().for_each(|label| label.text = text.to_owned());
        if let Some(fix) = &mut finding.fix {
            fix.differs = Some(shared.clone());
            fix.edits.iter_mut().for_each(replaces_all);
        }
    }
    for hotspot in &mut report.hotspots {
        (hotspot.path, hotspot.symbol) = (shared.clone(), shared.clone());
        rename(&mut hotspot.measured, &shared);
        hotspot.behaviour.callers.iter_mut().for_each(|caller| rename_caller(caller, &shared));
        rename_parts(&mut hotspot.explanation, &shared);
    }
    for unplaced in &mut report.unplaced {
        (unplaced.symbol, unplaced.file, unplaced.reason) = (shared.clone(), shared.clone(), text.to_owned());
    }
    for problem in &mut report.problems {
        (problem.path, problem.message) = (shared.clone(), text.to_owned());
    }
    if let Some(profile) = &mut report.summary.profile {
        (profile.paths, profile.warnings) = (vec![text.to_owned()], vec![text.to_owned()]);
        profile.dialect = text.to_owned();
    }
    if let Some(compiler) = &mut report.summary.compiler {
        (compiler.from, compiler.versions) = (vec![text.to_owned()], vec![text.to_owned()]);
        compiler.warnings = vec![text.to_owned()];
    }
    if let Some(coverage) = &mut report.summary.coverage {
        coverage.paths = vec![text.to_owned()];
    }
    let prose = || vec![TextBlock::Prose(text.to_owned()), TextBlock::Code(vec![text.replace(['\n', '\r'], " ")])];
    report.lone_fixes.values_mut().flatten().for_each(replaces_all);
    report.summary.warnings = vec![text.to_owned()];
    report.rules = report
        .rules
        .values()
        .map(|card| {
            let explanation = vec![("Why", prose())];
            let (title, group, references) = (text.to_owned(), text.to_owned(), vec![text.to_owned()]);
            (shared.clone(), RuleCard { title, group, what: prose(), explanation, references, ..card.clone() })
        })
        .collect();
    report.sources = BTreeMap::from([(shared.clone(), Source::new(shared.clone(), text.repeat(9).into_bytes()))]);
    report
}

fn rename_caller(caller: &mut CallerCost, text: &Arc<str>) {
    caller.symbol = Some(text.clone());
    caller.call.iter_mut().for_each(|call| call.path = text.clone());
}

fn rename(measured: &mut Measured, text: &Arc<str>) {
    for column in &mut measured.columns {
        column.by_callee.iter_mut().for_each(|cost| cost.callee = Some(text.clone()));
    }
}

fn rename_parts(explanation: &mut Explanation, text: &Arc<str>) {
    for part in &mut explanation.parts {
        part.callee = Some(text.clone());
        part.constructs.iter_mut().for_each(|construct| construct.told = text.clone());
    }
}
