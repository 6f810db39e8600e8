//! From candidates to sites: the facts of each package concerned are read, and each file's questions are settled.

use super::gather::Gathered;
use crate::edge::{MAX_SOURCE_BYTES, Overlay};
use crate::go::evaluate::{PackageFacts, World, redeclares};
use crate::go::facts::facts;
use crate::go::outline::outline;
use crate::go::tree::FileId;
use crate::go::types::Name;
use crate::go::words::Words;
use crate::model::Dialect;
use crate::rule::RuleSet;
use crate::scan::{FilePlace, Site, resolve};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The sites of every scanned file, in the order of files and of their text.
pub(super) fn resolve_all(gathered: &Gathered, rules: &RuleSet, dialect: Dialect) -> Vec<Site> {
    let packages: Vec<((PathBuf, Name), Vec<FileId>)> = packages_with_candidates(gathered).into_iter().collect();
    let mut sites: Vec<Site> = packages
        .par_iter()
        .flat_map_iter(|((folder, package), files)| {
            let here = package_facts(folder, package, gathered.overlay());
            resolve_package(gathered, rules, dialect, &here, files)
        })
        .collect();
    sites.sort_by_key(|site| (site.file, site.span, site.rule));
    sites
}

/// The files with candidates by folder and package clause: `x` and `x_test` share a folder and nothing else.
fn packages_with_candidates(gathered: &Gathered) -> BTreeMap<(PathBuf, Name), Vec<FileId>> {
    let mut packages: BTreeMap<(PathBuf, Name), Vec<FileId>> = BTreeMap::new();
    for (id, scanned) in &gathered.scanned {
        if let Some(folder) = gathered.folder(*id).filter(|_| !scanned.candidates.is_empty()) {
            let package = gathered.tree.file(*id).outline.package.clone();
            packages.entry((folder.to_owned(), package)).or_default().push(*id);
        }
    }
    packages
}

/// The facts of all files of a package, scanned or not: ten staged files are judged as in a whole run.
pub(super) fn package_facts(folder: &Path, package: &str, overlay: &Overlay) -> PackageFacts {
    let words = Words::new(std::iter::empty::<&str>());
    let files: Vec<_> = overlay
        .siblings(folder)
        .iter()
        .filter_map(|path| {
            let text = overlay.read(path, &path.to_string_lossy(), MAX_SOURCE_BYTES).ok()?;
            let outline = outline(&text, &words);
            (&*outline.package == package).then(|| facts(&text, &outline))
        })
        .collect();
    PackageFacts::new(&files)
}

fn resolve_package(
    gathered: &Gathered,
    rules: &RuleSet,
    dialect: Dialect,
    here: &PackageFacts,
    files: &[FileId],
) -> Vec<Site> {
    let package_of = |path: &str| standard(path);
    let mut sites = Vec::new();
    for id in files {
        let (Some(source), Some(scanned)) = (gathered.sources.get(id), gathered.scanned.get(id)) else { continue };
        let path = &*gathered.tree.file(*id).import_path;
        let world = World { path, here, package_of: &package_of };
        let redeclared = |declaration: usize| {
            let used = scanned.predeclared.get(&declaration);
            used.is_some_and(|names| redeclares(here, &names.iter().map(|name| &**name).collect::<Vec<_>>()))
        };
        let candidates: Vec<_> =
            scanned.candidates.iter().filter(|candidate| !redeclared(candidate.declaration)).cloned().collect();
        let module = gathered.tree.modules().of_file(&gathered.tree.file(*id).path()).map(|place| place.module);
        let place = FilePlace {
            file: *id,
            source,
            imports: &gathered.tree.file(*id).outline.imports,
            go: module.and_then(|module| module.go),
            of_go: module.is_some_and(|module| matches!(&*module.path, "std" | "cmd")),
        };
        sites.extend(resolve(&candidates, rules, &place, &world, dialect));
    }
    sites
}

/// The facts of a standard package.
pub(super) fn standard(path: &str) -> Option<Arc<PackageFacts>> {
    use std::sync::{LazyLock, RwLock};
    static READ: LazyLock<RwLock<BTreeMap<String, Arc<PackageFacts>>>> = LazyLock::new(RwLock::default);
    if let Some(known) = READ.read().ok()?.get(path) {
        return Some(known.clone());
    }
    let facts = Arc::new(PackageFacts::new([&*crate::go::std::facts(path)?]));
    READ.write().ok()?.insert(path.to_owned(), facts.clone());
    Some(facts)
}
