//! Files of a profile as every machine may read them: named as `go build -trimpath` names them, from the module's path on.
//!
//! No folder of the machine that built the program is left. Functions of others keep a file only where their names alone would
//! make them ours: literals that were inlined, and `main`.

use super::ownership::{Ownership, Placing, Roots, module_of_cache_path, package_of_files};
use crate::go::tree::SourceTree;
use crate::profile::summary::KnownFunction;
use crate::profile::{Profile, Symbol};

/// What a summary is to know of each function of `profile`, parallel to its functions.
pub fn known_functions(profile: &Profile, tree: &SourceTree) -> Vec<KnownFunction> {
    let Ownership { placings, symbols, paths } = Ownership::decide(profile, tree);
    let roots = Roots::learn(&profile.functions, &symbols, tree);
    let of = |at: usize| {
        let (ours, file) = (placings[at] != Placing::Theirs, &*profile.functions[at].file);
        let file = match (&symbols[at], &paths[at]) {
            (_, Some(path)) if ours => in_module(path, tree).unwrap_or_else(|| base(file).to_owned()),
            (Some(symbol), _) if ours || may_seem_ours(symbol, tree) => portable(file, symbol, &roots, tree),
            _ => String::new(),
        };
        KnownFunction { ours, file: file.into() }
    };
    (0..profile.functions.len()).map(of).collect()
}

fn may_seem_ours(symbol: &Symbol, tree: &SourceTree) -> bool {
    matches!(&*symbol.package, "main" | "command-line-arguments")
        || tree.locate_package(package_of_files(&symbol.package)).is_some()
}

/// An absolute path of the work tree, from its module's path on.
fn in_module(path: &str, tree: &SourceTree) -> Option<String> {
    let module = tree.modules().of_file(path)?.module;
    let inside = path.strip_prefix(&*module.root)?.trim_start_matches('/');
    Some(if &*module.path == "std" { inside.to_owned() } else { format!("{}/{inside}", module.path) })
}

fn portable(file: &str, symbol: &Symbol, roots: &Roots, tree: &SourceTree) -> String {
    if let Some(inside) = roots.inside_go(file) {
        return inside.to_owned();
    }
    if let Some(module) = module_of_cache_path(file)
        && let Some((_, version)) = file.split_once('@')
    {
        return format!("{module}@{version}");
    }
    if let Some(module) = tree.modules().modules().iter().find(|module| roots.inside_module(module, file).is_some()) {
        return format!("{}/{}", module.path, roots.inside_module(module, file).unwrap_or_default());
    }
    match file.split_once('/') {
        Some((first, _)) if first != "." && !first.is_empty() && !first.ends_with(':') => file.to_owned(),
        _ => format!("{}/{}", package_of_files(&symbol.package), base(file)),
    }
}

fn base(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or_default()
}
