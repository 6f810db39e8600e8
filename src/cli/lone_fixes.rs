//! Fixes one by one, for formats that offer each finding's by itself: what of its file changes when nothing else is fixed.

use crate::fix::{Outcome, mend};
use crate::model::{Change, Edit, Fix, Report, Source, Span};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What cannot be told from a whole file at once is tried fix by fix, each on its whole file: thousands of findings would take its size times
/// themselves. Bytes tried so at most, the findings that rank first being first.
const MOST_BYTES: usize = 16 << 20;

/// A fix with the number of its finding.
type Numbered<'r> = (usize, &'r Fix);

/// Puts into the report, for each shown finding that can be fixed, the edits of its file that fix it alone, and how many findings there
/// was no time for. What cannot be applied is told as no fix.
pub(super) fn fix_alone(report: &mut Report) {
    let mut by_file: BTreeMap<&str, (&Source, Vec<Numbered>)> = BTreeMap::new();
    for index in &report.shown {
        let Some(finding) = report.findings.get(*index) else { continue };
        let (Some(fix), Some(source)) = (&finding.fix, report.sources.get(&finding.path)) else { continue };
        by_file.entry(&finding.path).or_insert_with(|| (source, Vec::new())).1.push((*index, fix));
    }
    let files: Vec<(&Source, Vec<Numbered>)> = by_file.into_values().collect();
    let told: Vec<BTreeMap<usize, Vec<Edit>>> =
        files.par_iter().map(|(source, fixes)| told_at_once(source, fixes)).collect();
    let mut rest: Vec<(usize, &Fix, &Source)> = Vec::new();
    for ((source, fixes), told) in files.iter().zip(&told) {
        let untold = fixes.iter().filter(|(index, _)| !told.contains_key(index));
        rest.extend(untold.map(|(index, fix)| (*index, *fix, *source)));
    }
    rest.sort_by_key(|(index, ..)| *index);
    let mut bytes = 0usize;
    let within = |(_, _, source): &&(usize, &Fix, &Source)| {
        bytes = bytes.saturating_add(source.text.len());
        bytes <= MOST_BYTES
    };
    let tried = rest.iter().take_while(within).count();
    let alone = |(index, fix, source): &(usize, &Fix, &Source)| Some((*index, edits(source, fix)?));
    let one_by_one: Vec<(usize, Vec<Edit>)> = rest[..tried].par_iter().filter_map(alone).collect();
    let left_out = rest.len() - tried;
    report.lone_fixes = told.into_iter().flatten().chain(one_by_one).collect();
    report.lone_fixes_left_out = left_out;
}

/// All fixes of a file together, as far as each change of the text is surely one fix's: fixes that bring imports or names are none of those, and
/// where anything else changes (an import goes, a comment moves) nothing is sure.
fn told_at_once(source: &Source, fixes: &[Numbered]) -> BTreeMap<usize, Vec<Edit>> {
    let plain: Vec<Numbered> =
        fixes.iter().filter(|(_, fix)| fix.imports.is_empty() && fix.names.is_empty()).copied().collect();
    if plain.len() < 2 {
        return BTreeMap::new();
    }
    let mended = mend(source, &plain.iter().map(|(_, fix)| *fix).collect::<Vec<_>>());
    let Some(change) = mended.change else { return BTreeMap::new() };
    // Which fix each stretch of the old text belongs to.
    let mut owned: Vec<(Span, usize)> = Vec::new();
    for (at, (_, fix)) in plain.iter().enumerate() {
        if mended.outcomes.get(at) == Some(&Outcome::Applied) {
            owned.extend(fix.edits.iter().map(|edit| (edit.span, at)));
        }
    }
    owned.sort_unstable_by_key(|(span, at)| (span.start, span.end, *at));
    let mut edits: BTreeMap<usize, Vec<Edit>> = BTreeMap::new();
    let mut shared: BTreeSet<usize> = BTreeSet::new();
    for changed in &change.changes {
        let to = owned.partition_point(|(span, _)| span.start <= changed.old.end);
        let from = owned[..to].partition_point(|(span, _)| span.end < changed.old.start);
        let owners: BTreeSet<usize> = owned[from..to].iter().map(|(_, at)| *at).collect();
        let text = change.text.get(changed.new.start..changed.new.end).and_then(|text| std::str::from_utf8(text).ok());
        match (owners.len(), owners.first(), text) {
            (0, ..) | (_, _, None) => return BTreeMap::new(),
            (1, Some(owner), Some(text)) => {
                edits.entry(*owner).or_default().push(Edit { span: changed.old, text: text.to_owned() });
            }
            _ => shared.extend(owners),
        }
    }
    edits.into_iter().filter(|(at, _)| !shared.contains(at)).map(|(at, edits)| (plain[at].0, edits)).collect()
}

fn edits(source: &Source, fix: &Fix) -> Option<Vec<Edit>> {
    let change = mend(source, &[fix]).change?;
    let edit = |changed: &Change| {
        let text = change.text.get(changed.new.start..changed.new.end)?;
        Some(Edit { span: changed.old, text: std::str::from_utf8(text).ok()?.to_owned() })
    };
    change.changes.iter().map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(text: &str, code: &str, instead: &str) -> Fix {
        let start = text.find(code).unwrap();
        let edits = vec![Edit { span: Span::new(start, start + code.len()), text: instead.to_owned() }];
        Fix { applies: crate::model::Applies::Safe, differs: None, edits, imports: Vec::new(), names: Vec::new() }
    }

    #[test]
    fn what_is_told_at_once_is_what_each_fix_does_alone() {
        let text = "package p\n\nfunc f() {\n\ta := 1\n\tb := 2\n\tc := a+b\n\t_ = c\n}\n";
        let source = Source::new("a.go", text.as_bytes().to_vec());
        let fixes =
            [fix(text, "1", "10"), fix(text, "2", "20"), fix(text, "c := a", "c := a*a"), fix(text, "a+b", "b+a")];
        let numbered: Vec<Numbered> = fixes.iter().enumerate().collect();
        let told = told_at_once(&source, &numbered);
        assert!(told.contains_key(&0) && told.contains_key(&1) && !told.contains_key(&3), "{told:?}");
        for (index, edits_told) in told {
            assert_eq!(Some(edits_told), edits(&source, &fixes[index]), "{index}");
        }
    }

    #[test]
    fn where_an_import_goes_with_all_nothing_is_told_at_once() {
        let text = "package p\n\nimport \"fmt\"\n\nvar x = fmt.Sprint(1)\nvar y = fmt.Sprint(2)\n";
        let source = Source::new("a.go", text.as_bytes().to_vec());
        let fixes = [fix(text, "fmt.Sprint(1)", "\"1\""), fix(text, "fmt.Sprint(2)", "\"2\"")];
        assert!(told_at_once(&source, &fixes.iter().enumerate().collect::<Vec<_>>()).is_empty());
        assert_eq!(edits(&source, &fixes[0]).map(|edits| edits.len()), Some(1), "alone the import stays");
    }

    #[test]
    fn a_fix_alone_brings_its_import_and_gives_the_new_text() {
        let text = "package p\n\nimport (\n\t\"fmt\"\n)\n\nvar x = fmt.Sprint(1)\n";
        let source = Source::new("a.go", text.as_bytes().to_vec());
        let (start, code) = (text.find("fmt.Sprint(1)").unwrap(), "fmt.Sprint(1)");
        let fix = Fix {
            applies: crate::model::Applies::Safe,
            differs: None,
            edits: vec![Edit { span: Span::new(start, start + code.len()), text: "strconv.Itoa(1)".to_owned() }],
            imports: vec!["strconv".into()],
            names: Vec::new(),
        };
        let mut new = text.to_owned();
        for edit in edits(&source, &fix).unwrap().iter().rev() {
            new.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        assert_eq!(new, text.replace("fmt.Sprint", "strconv.Itoa").replace("\"fmt\"", "\"strconv\""));
    }
}
