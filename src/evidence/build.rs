//! What is known of the build that was profiled, and which files of the source it surely did not have.
//!
//! A profile does not name its build. Its functions do: each lies in a file that was compiled, and what such a file demands
//! of a build held. What remains open excludes nothing.

use super::heap::Evidence;
use super::ownership::Placing;
use crate::go::file_name::{FileName, architecture_tag, system_tag};
use crate::go::header::Constraint;
use crate::go::tree::{FileId, SourceFile, SourceTree};
use crate::model::Dialect;
use crate::profile::Profile;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The build that was profiled, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// GOOS.
    pub system: Option<&'static str>,
    /// GOARCH.
    pub architecture: Option<&'static str>,
    /// The compiler, where something tells it.
    dialect: Option<Dialect>,
    /// Whether it is a test binary.
    pub tests: Option<bool>,
    /// Tags that surely held, or surely did not.
    tags: BTreeMap<String, bool>,
    /// Files with functions in the profile.
    compiled: BTreeSet<FileId>,
}

impl Build {
    /// What `evidence` shows of its build. `dialect` is the compiler where something tells it.
    pub fn of(evidence: &Evidence, tree: &SourceTree, dialect: Option<Dialect>) -> Build {
        let profile = evidence.profile;
        let mut build = Build { dialect, tests: is_test(profile), ..Build::default() };
        if let Some(known) = &profile.summary {
            // Its functions are fewer than the profile's were.
            let word = |word: &Option<Arc<str>>| word.as_deref().unwrap_or_default().to_owned();
            let name = FileName::read(&format!("z_{}_{}.go", word(&known.system), word(&known.architecture)));
            let system = FileName::read(&format!("z_{}.go", word(&known.system))).system;
            (build.tests, build.system, build.architecture) = (known.tests, name.system.or(system), name.architecture);
        }
        for function in profile.functions.iter().filter(|function| function.file.ends_with(".go")) {
            let name = FileName::read(&function.file);
            // Android is linux too, ios darwin: what is narrower says more.
            if name.system.is_some_and(|new| build.system.is_none_or(|old| system_tag(new, old) == Some(true))) {
                build.system = name.system;
            }
            build.architecture = build.architecture.or(name.architecture);
        }
        let mapped = |what: &str| profile.mappings.iter().any(|mapping| mapping.file.ends_with(what));
        let by_mapping = || if mapped(".exe") { Some("windows") } else { mapped("[vdso]").then_some("linux") };
        build.system = build.system.or_else(by_mapping);
        for (function, placing) in evidence.ownership.placings.iter().enumerate() {
            let Placing::File(file) = placing else { continue };
            let named = profile.functions[function].file.rsplit(['/', '\\']).next();
            if named == Some(tree.file(*file).base()) && build.compiled.insert(*file) {
                let constraint = tree.file(*file).outline.constraint.as_ref();
                let settled = constraint.map(Constraint::settled_tags).unwrap_or_default();
                build.tags.extend(settled.into_iter().map(|(tag, holds)| (tag.to_owned(), holds)));
            }
        }
        build
    }

    /// Why the build did not have a file, as a clause; `None` where it may have had it.
    pub fn excludes(&self, id: FileId, file: &SourceFile) -> Option<String> {
        if self.compiled.contains(&id) {
            return None;
        }
        let name = FileName::read(&file.inside);
        if name.test && self.tests == Some(false) {
            return Some("it is a test, and the program is no test binary".to_owned());
        }
        let is_for = |what: &str, was: &str| Some(format!("its name says {what}, and the program was built for {was}"));
        if let (Some(wanted), Some(system)) = (name.system, self.system)
            && system_tag(system, wanted) == Some(false)
        {
            return is_for(wanted, system);
        }
        if let (Some(wanted), Some(architecture)) = (name.architecture, self.architecture)
            && wanted != architecture
        {
            return is_for(wanted, architecture);
        }
        let constraint = file.outline.constraint.as_ref()?;
        let met = constraint.is_surely_met(|tag| self.has(tag));
        (met == Some(false)).then(|| format!("its constraint `{}` does not fit the build", constraint.text))
    }

    /// Whether a tag held; `None` where nobody knows.
    fn has(&self, tag: &str) -> Option<bool> {
        let named = match tag {
            "gc" => Some(true),
            "gccgo" | "ignore" => Some(false),
            _ => None,
        };
        named
            .or_else(|| self.tags.get(tag).copied())
            .or_else(|| system_tag(self.system?, tag))
            .or_else(|| architecture_tag(self.architecture?, tag))
            .or_else(|| self.has_release(tag))
    }

    /// `go1.22` holds for that version and all later ones.
    fn has_release(&self, tag: &str) -> Option<bool> {
        let minor: u16 = tag.strip_prefix("go1.")?.parse().ok()?;
        let dialect = self.dialect?;
        match () {
            () if dialect.surely_at_least(minor) => Some(true),
            () if minor > dialect.newest => Some(false),
            () => None,
        }
    }
}

/// Whether the program is a test binary: the main function of one is written by the go command.
fn is_test(profile: &Profile) -> Option<bool> {
    let main = profile.functions.iter().find(|function| &*function.name == "main.main");
    let runs_tests = || profile.functions.iter().any(|function| &*function.name == "testing.tRunner").then_some(true);
    main.map(|main| main.file.ends_with("_testmain.go")).or_else(runs_tests)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Transparent, observe};
    use crate::go::module_index::{Module, ModuleIndex};
    use crate::go::outline::outline;
    use crate::go::types::Name;
    use crate::go::words::Words;
    use crate::profile::{Limits, read};
    use std::sync::Arc;

    fn tree(files: &[(&str, &str)]) -> SourceTree {
        let root = Name::from("/src/m");
        let module = Module { path: "example.com/m".into(), root: root.clone(), go: None, toolchain: None };
        let mut tree = SourceTree::new(ModuleIndex::new(vec![module]));
        for (inside, text) in files {
            tree.add(SourceFile {
                shown: (*inside).into(),
                root: root.clone(),
                inside: (*inside).to_owned(),
                import_path: "example.com/m".into(),
                outline: Arc::new(outline(text.as_bytes(), &Words::new(std::iter::empty::<&str>()))),
            });
        }
        tree
    }

    /// Why each file was left out of a build whose profile has one stack of these functions, each in its file.
    fn excluded(files: &[(&str, &str)], functions: &[(&str, &str)]) -> Vec<Option<String>> {
        let mut text = "heap profile: 1: 16 [1: 16] @ heap/2\n1: 16 [1: 16] @ 0x1\n".to_owned();
        for (name, file) in functions {
            text += &format!("#\t0x1\t{name}+0x1\t{file}:3\n");
        }
        let profile = read(text.as_bytes(), &Limits::STANDARD).unwrap_or_else(|error| panic!("{error}"));
        let tree = tree(files);
        let evidence = observe(&profile, &tree, &Transparent::default());
        let build = Build::of(&evidence, &tree, Some(Dialect::exactly(24)));
        tree.files().map(|(id, file)| build.excludes(id, file)).collect()
    }

    #[test]
    fn files_for_other_systems_and_releases_are_excluded() {
        let package = "package m\n";
        let files = [
            ("a_linux.go", package),
            ("a_windows.go", package),
            ("a_arm64.go", package),
            ("b.go", "//go:build darwin || (windows && custom)\n\npackage m\n"),
            ("c.go", "//go:build !go1.25 && unix && custom\n\npackage m\n"),
            ("d.go", "//go:build go1.25\n\npackage m\n"),
            ("a_test.go", package),
        ];
        let functions = [("os.Open", "/go/src/os/file_linux_amd64.go"), ("main.main", "/src/m/cmd/main.go")];
        let told: Vec<String> = excluded(&files, &functions).into_iter().map(Option::unwrap_or_default).collect();
        let expected = [
            "",
            "its name says windows, and the program was built for linux",
            "its name says arm64, and the program was built for amd64",
            "its constraint `darwin || (windows && custom)` does not fit the build",
            "",
            "its constraint `go1.25` does not fit the build",
            "it is a test, and the program is no test binary",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_tag_is_known_by_the_files_that_were_compiled() {
        let files = [
            ("fast.go", "//go:build !purego\n\npackage m\n\nfunc F() {\n}\n"),
            ("slow.go", "//go:build purego\n\npackage m\n\nfunc F() {\n}\n"),
        ];
        let told = excluded(&files, &[("example.com/m.F", "/src/m/fast.go")]);
        assert_eq!(told, [None, Some("its constraint `purego` does not fit the build".to_owned())]);
        assert_eq!(excluded(&files, &[("runtime.main", "/go/src/runtime/proc.go")]), [None, None], "nothing tells");
    }
}
