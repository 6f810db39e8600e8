//! heaplint's own reading of Go against tree-sitter's, on all of Go's source: node for node the same tree, or none.
//!
//! Needs a Go installation; `GOROOT=... cargo test --test grammar` chooses another one.

#![allow(clippy::print_stdout, reason = "the numbers are for whoever runs this with --nocapture")]

use heaplint::go::kinds::Kind;
use heaplint::go::mask::masked;
use heaplint::go::outline::{DeclarationKind, outline};
use heaplint::go::syntax::{NodeId, Syntax, parse, parser, search};
use heaplint::go::words::Words;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Of a thousand sound declarations tree-sitter may be needed for so many, imports aside.
const NEEDED_OF_THOUSAND: usize = 20;

fn go_files(directory: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(directory).expect("readable directory").flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // The compiler's own tests hold programs that are wrong on purpose.
        if path.is_dir() && entry.file_name() != "testdata" {
            go_files(&path, found);
        } else if !path.is_dir() && path.extension().is_some_and(|extension| extension == "go") {
            found.push(path);
        }
    }
}

#[derive(Default)]
struct Tally {
    declarations: usize,
    searched: usize,
    broken: usize,
    differ: Vec<String>,
    examples: Vec<String>,
}

fn describe(syntax: &Syntax, id: NodeId) -> String {
    let text = String::from_utf8_lossy(syntax.text(id)).chars().take(60).collect::<String>();
    let ancestors: Vec<String> = syntax.ancestors(id).take(3).map(|id| format!("{:?}", syntax.kind(id))).collect();
    format!("{:?} {:?} {:?} {text:?} in {}", syntax.field(id), syntax.kind(id), syntax.span(id), ancestors.join(" in "))
}

/// Where tree-sitter goes wrong, and we do not: its search keeps few readings, and loses the right one in ten names with one
/// type (`a, b, c, d, e, f, g, h, i, j int`) and in an index of an index (`a[b[i]]`, `a[p.i][p.j]`).
fn is_mistake_of_theirs(ours: Kind, theirs: Kind) -> bool {
    matches!(
        (ours, theirs),
        (Kind::ParameterDeclaration, Kind::ParameterDeclaration)
            | (Kind::IndexExpression, Kind::TypeInstantiationExpression)
    )
}

/// Where two trees of one text part.
fn difference(ours: &Syntax, other: &Syntax) -> Option<String> {
    let facts = |syntax: &Syntax, id: NodeId| (syntax.kind(id), syntax.field(id), syntax.span(id), syntax.parent(id));
    for (mine, theirs) in ours.ids().zip(other.ids()) {
        if facts(ours, mine) != facts(other, theirs) {
            if is_mistake_of_theirs(ours.kind(mine), other.kind(theirs)) {
                return None;
            }
            return Some(format!("ours {}\n    theirs {}", describe(ours, mine), describe(other, theirs)));
        }
    }
    (ours.ids().count() != other.ids().count()).then(|| "one has more nodes at its end".to_owned())
}

fn compare(path: &Path) -> Tally {
    let text = std::fs::read(path).expect("readable file");
    let outline = outline(&text, &Words::new::<&str>([]));
    let masked = masked(&text, &outline);
    let (mut parser, mut tally) = (parser().expect("the grammar fits"), Tally::default());
    for declaration in &outline.declarations {
        if matches!(declaration.kind, DeclarationKind::Import | DeclarationKind::Unknown) {
            continue;
        }
        let span = declaration.span;
        let (original, masked) = (&text[span.start..span.end], &masked[span.start..span.end]);
        let place = || format!("{}:{}", path.display(), declaration.lines.0);
        let Ok(searched) = search(&mut parser, masked) else { continue };
        let theirs = Syntax::new(&searched, original, 0);
        let Ok(read) = parse(&mut parser, masked) else { continue };
        tally.declarations += 1;
        if theirs.has_errors() {
            tally.broken += 1;
            if !read.was_searched() {
                tally.differ.push(format!("{}: an error to tree-sitter, none to us", place()));
            }
        } else if read.was_searched() {
            tally.searched += 1;
            if std::env::var_os("HEAPLINT_SHOW_SEARCHED").is_some() {
                tally.examples.push(place());
            }
        } else if let Some(difference) = difference(&Syntax::new(&read, original, 0), &theirs) {
            tally.differ.push(format!("{}: {difference}", place()));
        }
    }
    tally
}

#[test]
fn every_declaration_of_go_itself_is_read_as_tree_sitter_reads_it() {
    let output = Command::new("go").args(["env", "GOROOT"]).output().expect("this test needs `go` on the path");
    let root = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()).join("src");
    let root = std::env::var_os("HEAPLINT_GRAMMAR_OF").map_or(root, PathBuf::from);
    let mut files = Vec::new();
    go_files(&root, &mut files);
    let tallies: Vec<Tally> = files.par_iter().map(|path| compare(path)).collect();
    let sum = |part: fn(&Tally) -> usize| tallies.iter().map(part).sum::<usize>();
    let (declarations, searched) = (sum(|tally| tally.declarations), sum(|tally| tally.searched));
    let broken = sum(|tally| tally.broken);
    println!("{} files, {declarations} declarations, {searched} for tree-sitter, {broken} broken", files.len());
    let examples: Vec<&String> = tallies.iter().flat_map(|tally| &tally.examples).collect();
    for example in examples.iter().step_by(examples.len() / 60 + 1) {
        println!("{example}");
    }
    let differ: Vec<&String> = tallies.iter().flat_map(|tally| &tally.differ).collect();
    for difference in differ.iter().step_by(differ.len() / 40 + 1) {
        println!("{difference}");
    }
    assert!(differ.is_empty(), "{} trees differ", differ.len());
    assert!(declarations > 0 && searched * 1_000 <= declarations * NEEDED_OF_THOUSAND, "{searched} of {declarations}");
}
