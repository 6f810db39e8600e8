//! One package of Go examples through the rules: what a run would report there, without a profile and with one.

use crate::go::evaluate::{PackageFacts, World};
use crate::go::facts::facts_with_bodies;
use crate::go::outline::{Outline, outline};
use crate::go::tree::FileId;
use crate::model::{Dialect, Source};
use crate::rule::RuleSet;
use crate::scan::{FilePlace, Scanned, Scanner, Site, Triggers, resolve};
use std::sync::Arc;

/// One line that a rule reports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reported {
    /// The file.
    pub path: Arc<str>,
    /// 1-based line.
    pub line: u32,
    /// The rule.
    pub rule: String,
    /// Only where a profile has measured it.
    pub needs_profile: bool,
}

/// What the rules report in a package with this import path, sorted. Files that do not parse are read as far as they do.
pub fn reported(rules: &RuleSet, import_path: &str, files: &[Source], dialect: Dialect) -> Vec<Reported> {
    let triggers = Triggers::new(rules);
    let Ok(mut scanner) = Scanner::new(rules, &triggers) else { return Vec::new() };
    let read = read_package(rules, &triggers, &mut scanner, (import_path, files), dialect);
    let mut reported = Vec::new();
    for (file, (_, sites)) in files.iter().zip(&read) {
        reported.extend(sites.iter().map(|site| Reported {
            path: file.path.clone(),
            line: file.line_at(site.span.start),
            rule: rules.rules()[site.rule].id.to_string(),
            needs_profile: site.needs_profile,
        }));
    }
    reported.sort();
    reported.dedup();
    reported
}

/// Scans and resolves each file of a package, in order. Beside the package only the standard library is known.
pub(super) fn read_package(
    rules: &RuleSet,
    triggers: &Triggers,
    scanner: &mut Scanner<'_>,
    (import_path, files): (&str, &[Source]),
    dialect: Dialect,
) -> Vec<(Scanned, Vec<Site>)> {
    let outlines: Vec<Outline> = files.iter().map(|file| outline(&file.text, &triggers.words)).collect();
    let declared: Vec<_> =
        files.iter().zip(&outlines).map(|(file, outline)| facts_with_bodies(&file.text, outline)).collect();
    let here = PackageFacts::new(&declared);
    let package_of = |path: &str| Some(Arc::new(PackageFacts::new([&*crate::go::std::facts(path)?])));
    let world = World { path: import_path, here: &here, package_of: &package_of };
    let read = |(file, outline): (&Source, &Outline)| {
        let scanned = scanner.scan(&file.text, outline);
        let go = Some(dialect.newest);
        let place = FilePlace {
            file: FileId(0),
            source: file,
            imports: &outline.imports,
            go,
            of_go: false,
            declared_by_tests: &|_| false,
        };
        let sites = resolve(&scanned.candidates, rules, &place, &world, dialect);
        (scanned, sites)
    };
    files.iter().zip(&outlines).map(read).collect()
}
