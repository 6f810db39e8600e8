//! From candidates to sites: each file's questions are settled with the facts of the packages concerned.

use super::declared::is_test;
use super::gather::Gathered;
use super::packages::Packages;
use crate::go::evaluate::{World, redeclares};
use crate::go::tree::FileId;
use crate::model::Dialect;
use crate::rule::RuleSet;
use crate::scan::{FilePlace, Site, resolve};
use rayon::prelude::*;

/// The sites of every scanned file, in the order of files and of their text.
pub(super) fn resolve_all(gathered: &Gathered, rules: &RuleSet, dialect: Dialect) -> Vec<Site> {
    let packages = Packages::new(gathered);
    let with_candidates: Vec<FileId> =
        gathered.scanned.iter().filter(|(_, scanned)| !scanned.candidates.is_empty()).map(|(id, _)| *id).collect();
    packages.read_ahead(&with_candidates);
    let of_file = |id: &FileId| resolve_file(*id, gathered, &packages, rules, dialect).unwrap_or_default();
    let mut sites: Vec<Site> = with_candidates.par_iter().flat_map_iter(of_file).collect();
    sites.sort_by_key(|site| (site.file, site.span, site.rule));
    sites
}

fn resolve_file(
    id: FileId,
    gathered: &Gathered,
    packages: &Packages,
    rules: &RuleSet,
    dialect: Dialect,
) -> Option<Vec<Site>> {
    let (source, scanned) = (gathered.sources.get(&id)?, gathered.scanned.get(&id)?);
    let here = &*packages.of_file(id)?;
    let file = gathered.tree.file(id);
    let package_of = |path: &str| packages.imported_by(id, path);
    // To external tests the package that they test is another one.
    let external = file.outline.package.ends_with("_test") && gathered.path(id).is_some_and(is_test);
    let path = if external { format!("{}_test", file.import_path) } else { file.import_path.to_string() };
    let world = World { path: &path, here, package_of: &package_of };
    let redeclared = |declaration: usize| {
        let used = scanned.predeclared.get(&declaration);
        used.is_some_and(|names| redeclares(here, &names.iter().map(|name| &**name).collect::<Vec<_>>()))
    };
    let candidates: Vec<_> =
        scanned.candidates.iter().filter(|candidate| !redeclared(candidate.declaration)).cloned().collect();
    let module = gathered.tree.modules().of_file(&file.path()).map(|place| place.module);
    let declared_by_tests = |name: &str| packages.declared_by_tests(id, name);
    let place = FilePlace {
        file: id,
        source,
        imports: &file.outline.imports,
        go: module.and_then(|module| module.go),
        of_go: module.is_some_and(|module| matches!(&*module.path, "std" | "cmd")),
        declared_by_tests: &declared_by_tests,
    };
    Some(resolve(&candidates, rules, &place, &world, dialect))
}
