//! `--compiler run`: the user's own go command compiles the packages concerned, and says what it thinks of their values.
//!
//! Concerned are the packages with candidates and those that a profile charges. They are listed first, so that folders
//! without anything to build here (build constraints) do not end the run. Every command gets a folder of its own for what
//! the compiler writes, since all of them are called `main` there. Tests are compiled and never run.

use super::CliError;
use super::compiler::read_folder;
use super::gather::Gathered;
use super::profile::Loaded;
use crate::edge::{Finished, RunError, Scratch, files_below, run_program};
use crate::evidence::compiler::Dump;
use crate::evidence::{Transparent, observe};
use crate::go::tree::FileId;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Packages for one call of the go command: Windows takes 32,000 characters.
const PACKAGES_AT_ONCE: usize = 200;
/// Where the go command shall leave its result.
const NOWHERE: &str = if cfg!(windows) { "NUL" } else { "/dev/null" };
/// What `go list` shall say of each package, one line each.
const LISTED: &str = "{{.Dir}}\t{{.ImportPath}}\t{{.Name}}\t{{len .GoFiles}}\t{{len .CgoFiles}}\t{{len .TestGoFiles}}\t{{len .XTestGoFiles}}";

/// The folders of one module that are concerned, below its own, each with whether its tests are.
type Folders = BTreeMap<String, bool>;

/// Compiles and reads what the compiler wrote, with warnings about what was not compiled.
pub(super) fn compile(
    gathered: &Gathered,
    profiles: &[&Loaded],
    transparent: &Transparent,
) -> Result<(Dump, Vec<String>), CliError> {
    let scratch = Scratch::new().map_err(|error| CliError::Other {
        message: format!("no folder for temporary files can be made: {error}"),
        help: "set TMPDIR to a folder that can be written to".to_owned(),
    })?;
    let mut warnings = Vec::new();
    let written = scratch.path.join("written");
    for (number, (root, folders)) in concerned(gathered, profiles, transparent).into_iter().enumerate() {
        let go = Go { root: PathBuf::from(&root), scratch: &scratch };
        let plan = go.list(&folders)?;
        if plan.unbuilt > 0 {
            let packages = plan.unbuilt;
            warnings
                .push(format!("{packages} packages below {root} have nothing to build here, and were not compiled"));
        }
        go.build(&plan, &written.join(number.to_string()))?;
    }
    let files = files_below(&written, "json", usize::MAX).transpose().map_err(CliError::Compiler)?;
    Ok((read_folder(&files.unwrap_or_default())?, warnings))
}

/// The folders concerned, by the module's folder.
fn concerned(gathered: &Gathered, profiles: &[&Loaded], transparent: &Transparent) -> BTreeMap<String, Folders> {
    let with_candidates = gathered.scanned.iter().filter(|(_, scanned)| !scanned.candidates.is_empty());
    let mut files: BTreeSet<FileId> = with_candidates.map(|(file, _)| *file).collect();
    for loaded in profiles {
        let evidence = observe(&loaded.profile, &gathered.tree, transparent);
        files.extend(evidence.places.iter().filter_map(|place| place.file.as_ref().ok()));
    }
    let mut modules: BTreeMap<String, Folders> = BTreeMap::new();
    for file in files.into_iter().map(|file| gathered.tree.file(file)).filter(|file| !file.import_path.is_empty()) {
        let folder = file.inside.rsplit_once('/').map_or("", |(folder, _)| folder);
        let tests = modules.entry(file.root.to_string()).or_default().entry(folder.to_owned()).or_default();
        *tests |= file.base().ends_with("_test.go");
    }
    modules
}

/// What is to be compiled of one module, as import paths.
#[derive(Debug, Default, PartialEq, Eq)]
struct Plan {
    libraries: Vec<String>,
    commands: Vec<String>,
    tests: Vec<String>,
    unbuilt: usize,
}

/// The go command in one module.
struct Go<'s> {
    root: PathBuf,
    scratch: &'s Scratch,
}

impl Go<'_> {
    /// Asks which packages the folders are.
    fn list(&self, folders: &Folders) -> Result<Plan, CliError> {
        let mut plan = Plan::default();
        let all: Vec<&String> = folders.keys().collect();
        for part in all.chunks(PACKAGES_AT_ONCE) {
            let mut arguments = words(&["list", "-e", "-find", "-f", LISTED]);
            arguments.extend(part.iter().map(|folder| OsString::from(format!("./{folder}"))));
            let finished = self.run(&arguments)?;
            let text = String::from_utf8_lossy(&finished.output).into_owned();
            text.lines().for_each(|line| plan.add(line, folders));
        }
        Ok(plan)
    }

    /// Compiles; what the compiler says goes below `written`.
    fn build(&self, plan: &Plan, written: &Path) -> Result<(), CliError> {
        for packages in plan.libraries.chunks(PACKAGES_AT_ONCE) {
            self.compile(&["build", "-o", NOWHERE], packages, &written.join("libraries"))?;
        }
        for (number, command) in plan.commands.iter().enumerate() {
            let folder = written.join(format!("command-{number}"));
            self.compile(&["build", "-o", NOWHERE], std::slice::from_ref(command), &folder)?;
        }
        for packages in plan.tests.chunks(PACKAGES_AT_ONCE) {
            self.compile(&["test", "-c", "-o", NOWHERE], packages, &written.join("tests"))?;
        }
        Ok(())
    }

    fn compile(&self, verb: &[&str], packages: &[String], folder: &Path) -> Result<Finished, CliError> {
        let mut arguments = words(verb);
        arguments.push(gcflags(folder)?);
        arguments.extend(packages.iter().map(OsString::from));
        self.run(&arguments)
    }

    fn run(&self, arguments: &[OsString]) -> Result<Finished, CliError> {
        let verb = arguments.first().map(|verb| verb.to_string_lossy()).unwrap_or_default();
        match run_program("go", arguments, &[], &self.root, self.scratch) {
            Ok(finished) if finished.success => Ok(finished),
            Ok(finished) => Err(CliError::Go {
                command: format!("go {verb}"),
                folder: self.root.to_string_lossy().into_owned(),
                words: String::from_utf8_lossy(&finished.errors).into_owned(),
            }),
            Err(RunError::Start(error)) => Err(CliError::Other {
                message: format!("the go command cannot be started: {error}"),
                help: "install Go and put it on PATH, or give --compiler FILE with what a build elsewhere printed"
                    .into(),
            }),
            Err(RunError::Output(problem)) => Err(CliError::Compiler(problem)),
        }
    }
}

/// The compiler's flags for writing into `folder`. The go command splits them at blanks unless a word begins with a quote, and
/// the first word must not: before a quoted one stands a flag that is so anyway.
fn gcflags(folder: &Path) -> Result<OsString, CliError> {
    let shown = folder.to_string_lossy();
    let quote = match (shown.contains([' ', '\t', '\n', '\r']), shown.contains('\''), shown.contains('"')) {
        (false, _, _) => "",
        (true, false, _) => "'",
        (true, true, false) => "\"",
        (true, true, true) => {
            return Err(CliError::Other {
                message: format!("the go command takes no folder with blanks and both quotes in its name: {shown}"),
                help: "set TMPDIR to a folder with a plainer name".to_owned(),
            });
        }
    };
    let first = if quote.is_empty() { "" } else { "-m=0 " };
    let mut flags = OsString::from(format!("-gcflags={first}{quote}-json=0,"));
    flags.push(folder);
    flags.push(quote);
    Ok(flags)
}

impl Plan {
    /// Takes in one line of `go list`.
    fn add(&mut self, line: &str, folders: &Folders) {
        let Some((directory, rest)) = line.split_once('\t') else { return };
        let fields: Vec<&str> = rest.split('\t').collect();
        // The longest folder that the directory ends in: the module's own is empty, and any ends in that.
        let is_of = |(folder, _): &(&String, &bool)| Path::new(directory).ends_with(folder.as_str());
        let tests =
            folders.iter().filter(is_of).max_by_key(|(folder, _)| folder.len()).is_some_and(|(_, tests)| *tests);
        let count = |index: usize| fields.get(index).and_then(|field| field.parse::<usize>().ok()).unwrap_or(0);
        let (own, of_tests) = (count(2) + count(3), count(4) + count(5));
        let Some(path) = fields.first().map(|path| (*path).to_owned()) else { return };
        match (tests && of_tests > 0, own > 0, fields.get(1) == Some(&"main")) {
            // Its own files are compiled with its tests.
            (true, _, _) => self.tests.push(path),
            (false, true, true) => self.commands.push(path),
            (false, true, false) => self.libraries.push(path),
            (false, false, _) => self.unbuilt += 1,
        }
    }
}

fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_in_the_folder_are_quoted() {
        let flags = |folder: &str| gcflags(Path::new(folder)).ok().map(|flags| flags.to_string_lossy().into_owned());
        assert_eq!(flags("/t/a'b").as_deref(), Some("-gcflags=-json=0,/t/a'b"));
        assert_eq!(flags("/t/a b").as_deref(), Some("-gcflags=-m=0 '-json=0,/t/a b'"));
        assert_eq!(flags("/t/a' b").as_deref(), Some("-gcflags=-m=0 \"-json=0,/t/a' b\""));
        assert_eq!(flags("/t/a' \"b"), None);
    }

    #[test]
    fn packages_are_compiled_by_what_they_hold() {
        let mut plan = Plan::default();
        let folders = [("", true), ("lib", false), ("tested", true), ("untested", true)];
        let folders: Folders = folders.into_iter().map(|(folder, tests)| (folder.to_owned(), tests)).collect();
        let mut add = |line: &str| plan.add(&format!("/m/{line}"), &folders);
        add("lib\texample.com/m/lib\tlib\t3\t0\t1\t0");
        add("tested\texample.com/m/tested\ttested\t1\t0\t0\t1");
        add("untested\texample.com/m/untested\tuntested\t1\t0\t0\t0");
        let folders: Folders = ["cmd/x", "cgo", "windows"].map(|folder| (folder.to_owned(), false)).into();
        let mut add = |line: &str| plan.add(&format!("/m/{line}"), &folders);
        add("cmd/x\texample.com/m/cmd/x\tmain\t1\t0\t0\t0");
        add("cgo\texample.com/m/cgo\tcgo\t0\t2\t0\t0");
        add("windows\texample.com/m/windows\twindows\t0\t0\t0\t0");
        let path = |name: &str| format!("example.com/m/{name}");
        assert_eq!(plan.libraries, ["lib", "untested", "cgo"].map(path));
        assert_eq!(plan.commands, [path("cmd/x")]);
        assert_eq!(plan.tests, [path("tested")]);
        assert_eq!(plan.unbuilt, 1);
    }
}
