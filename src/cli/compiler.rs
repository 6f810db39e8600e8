//! What the compiler says, from `--compiler`: read from files, or asked of the user's own go command.

use super::CliError;
use super::compile::compile;
use super::gather::Gathered;
use super::profile::Loaded;
use super::settings::CompilerInput;
use crate::edge::{files_below, read, read_stream};
use crate::evidence::Transparent;
use crate::evidence::compiler::{Compiler, CompilerError, Dump, Limits, looks_like_json, read_json, read_text};
use crate::join::{Heard, KnownConstructs, hear, hear_constructs};
use crate::model::{CompilerSummary, Dialect};
use crate::rule::RuleSet;
use crate::scan::Site;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// The largest text, and the largest file of a folder, that is read.
const MAX_FILE_BYTES: u64 = 512 << 20;
/// The most files of a folder: one for each Go file of a package, and those of what was inlined.
const MOST_FILES: usize = 200_000;

const HOW_TO_GET_IT: &str =
    "go build -gcflags=-m=2 ./... 2> FILE, or go build -gcflags=-json=0,/a/new/DIR ./... writes it";

/// What the compiler says of the run's files.
pub(super) struct Compiled {
    compiler: Compiler,
    from: Vec<String>,
    warnings: Vec<String>,
}

/// What `--compiler` asks for; `None` without it. `profiles` name lines that the compiler shall be asked about too.
pub(super) fn compiled(
    input: &CompilerInput,
    gathered: &Gathered,
    profiles: &[&Loaded],
    transparent: &Transparent,
) -> Result<Option<Compiled>, CliError> {
    let (dump, from, warnings) = match input {
        CompilerInput::None => return Ok(None),
        CompilerInput::Files(paths) => {
            let mut dump = Dump::default();
            for path in paths {
                dump.append(read_path(path)?);
            }
            (dump, paths.iter().map(|path| path.to_string_lossy().into_owned()).collect(), Vec::new())
        }
        CompilerInput::Run => {
            let (dump, warnings) = compile(gathered, profiles, transparent)?;
            (dump, vec!["run".to_owned()], warnings)
        }
    };
    let mut compiler = Compiler::new(dump, &gathered.tree);
    if matches!(input, CompilerInput::Run) {
        compiler = compiler.of_today();
    } else {
        compare(&mut compiler, gathered);
    }
    Ok(Some(Compiled { compiler, from, warnings }))
}

impl Compiled {
    /// The version that compiled, where the records tell.
    pub(super) fn dialect(compiled: &Option<Compiled>) -> Option<Dialect> {
        compiled.as_ref().and_then(|compiled| compiled.compiler.dialect())
    }

    /// What it says of each site. Another version than the findings are about decides nothing.
    pub(super) fn hear(&self, sites: &[Site], rules: &RuleSet, gathered: &Gathered, dialect: Dialect) -> Vec<Heard> {
        let mut heard = hear(sites, rules, &self.compiler, &gathered.tree);
        if self.is_of_another_version(dialect) {
            heard.iter_mut().for_each(|heard| heard.refuted = false);
        }
        heard
    }

    /// Asks it about the constructs of measured lines.
    pub(super) fn hear_constructs(&self, known: &mut KnownConstructs, gathered: &Gathered, dialect: Dialect) {
        hear_constructs(known, &self.compiler, &gathered.tree, !self.is_of_another_version(dialect));
    }

    fn is_of_another_version(&self, dialect: Dialect) -> bool {
        let version = self.compiler.dialect();
        version.is_some_and(|version| version.newest < dialect.oldest || dialect.newest < version.oldest)
    }

    /// What was read and what came of it.
    pub(super) fn summary(self, heard: &[Heard], gathered: &Gathered, dialect: Dialect) -> CompilerSummary {
        let another = self.is_of_another_version(dialect);
        let Compiled { compiler, from, mut warnings } = self;
        let versions: Vec<String> = compiler.versions.iter().cloned().collect();
        if another {
            let versions = versions.join(", ");
            warnings.push(format!(
                "the compiler is {versions} and the findings are about {dialect}: it decides against none of them"
            ));
        }
        if compiler.own == 0 && compiler.read > 0 {
            warnings.push("none of the compiler's records is about a file of the scanned module".to_owned());
        }
        let is_own = |package: &&str| **package == *"main" || gathered.tree.locate_package(package).is_some();
        let packages = compiler.packages.iter().map(|package| &**package).filter(is_own).map(str::to_owned).collect();
        let used = heard.iter().flat_map(|heard| &heard.words).filter(|word| !word.expression.is_empty()).count();
        CompilerSummary { from, versions, packages, records: compiler.read, own: compiler.own, used, warnings }
    }
}

/// Lets the records be compared with today's text, for they may be of another one.
fn compare(compiler: &mut Compiler, gathered: &Gathered) {
    for file in compiler.silent_files() {
        if let Some(source) = gathered.source(file) {
            compiler.compare(file, &source.text);
        }
    }
}

/// A file of text, standard input, or a folder of the JSON form.
fn read_path(path: &Path) -> Result<Dump, CliError> {
    let shown = if path == Path::new("-") { "standard input".into() } else { path.to_string_lossy() };
    match files_below(path, "json", MOST_FILES) {
        Some(files) => {
            let files = files.map_err(CliError::Compiler)?;
            if files.is_empty() {
                let help = "the folder must be new: a build whose result is cached for it writes nothing again";
                return Err(other(format!("{shown} holds no .json file of the compiler"), help));
            }
            read_folder(&files)
        }
        None => {
            let bytes = read_stream(path, MAX_FILE_BYTES).map_err(CliError::Compiler)?;
            let read = if looks_like_json(&bytes) { read_json } else { read_text };
            read(&bytes, &Limits::STANDARD).map_err(|error| refused(&shown, &error))
        }
    }
}

/// The files of the JSON form, in the order of their names whatever the number of threads.
pub(super) fn read_folder(files: &[PathBuf]) -> Result<Dump, CliError> {
    let one = |path: &PathBuf| {
        let shown = path.to_string_lossy();
        let bytes = read(path, &shown, MAX_FILE_BYTES).map_err(CliError::Compiler)?;
        read_json(&bytes, &Limits::STANDARD).map_err(|error| refused(&shown, &error))
    };
    let dumps: Vec<Result<Dump, CliError>> = files.par_iter().map(one).collect();
    let mut dump = Dump::default();
    for other in dumps {
        dump.append(other?);
    }
    Ok(dump)
}

fn refused(shown: &str, error: &CompilerError) -> CliError {
    other(format!("{shown}: {error}"), HOW_TO_GET_IT)
}

fn other(message: String, help: &str) -> CliError {
    CliError::Other { message, help: help.to_owned() }
}
