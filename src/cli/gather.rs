//! From the files of a run to their outlines and candidates.
//!
//! Files are read and scanned side by side, each on its own; everything is put together in the order of paths, so that the
//! answer does not depend on the number of threads.

use super::asked::Measured;
use super::declared::{Declared, DeclaredByFiles};
use super::modules::{modules, slashed};
use crate::edge::{Discovery, GoFile, MAX_SOURCE_BYTES, Overlay, Progress, Role, shown};
use crate::go::outline::{Outline, outline};
use crate::go::syntax::GrammarMismatch;
use crate::go::tree::{FileId, SourceFile, SourceTree};
use crate::go::types::Name;
use crate::go::words::Words;
use crate::model::{LeftOut, Problem, ProblemKind, Region, Source, Span};
use crate::rule::RuleSet;
use crate::scan::{Broken, Scanned, Scanner, Triggers};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was read and scanned.
pub(super) struct Gathered {
    /// Every file that was outlined, scanned or not.
    pub(super) tree: SourceTree,
    /// What scanning gave, by file; only scanned files stand here.
    pub(super) scanned: BTreeMap<FileId, Scanned>,
    /// What they declare, and what others declare that were asked for.
    pub(super) declared: DeclaredByFiles,
    /// The text of files that candidates or hotspots point at.
    pub(super) sources: BTreeMap<FileId, Source>,
    /// What could not be read or parsed.
    pub(super) problems: Vec<Problem>,
    /// Files found and not scanned, generated ones included.
    pub(super) left_out: LeftOut,
    /// Where each file lies.
    paths: BTreeMap<FileId, PathBuf>,
    known: BTreeMap<PathBuf, FileId>,
    /// What stands in for a module's folder outside every module.
    outside: Name,
    /// What stands in for files of the disk.
    overlay: Arc<Overlay>,
}

/// One file, read and, where it is wanted, scanned.
struct Taken {
    outline: Outline,
    declared: Declared,
    scanned: Option<Scanned>,
    source: Source,
}

/// Reads and scans every file of `found`. Generated files that were not named are scanned only if `generated` says so.
pub(super) fn gather(
    found: Discovery,
    rules: &RuleSet,
    triggers: &Triggers,
    generated: bool,
    measured: &Measured,
    working_directory: &Path,
    progress: &Progress,
) -> Gathered {
    let (modules, mut problems) = modules(&found, working_directory);
    let bodies = rules.ask_bodies();
    let taken: Vec<Result<Taken, Problem>> = found
        .files
        .par_iter()
        .map_init(
            || Scanner::new(rules, triggers),
            |scanner, file| {
                progress.step();
                let wanted = generated || file.role == Role::Named;
                take(scanner, file, (&triggers.words, bodies), wanted, &found.overlay, measured)
            },
        )
        .collect();
    problems.extend(found.problems);
    let mut gathered = Gathered {
        tree: SourceTree::new(modules),
        scanned: BTreeMap::new(),
        declared: DeclaredByFiles::reading(bodies),
        sources: BTreeMap::new(),
        problems,
        left_out: found.left_out,
        paths: BTreeMap::new(),
        known: BTreeMap::new(),
        outside: slashed(working_directory).into(),
        overlay: found.overlay,
    };
    for (file, taken) in found.files.into_iter().zip(taken) {
        match taken {
            Ok(taken) => gathered.keep(file, taken),
            Err(problem) => gathered.problems.push(problem),
        }
    }
    gathered.problems.sort();
    gathered.problems.dedup();
    gathered
}

fn take(
    scanner: &mut Result<Scanner, GrammarMismatch>,
    file: &GoFile,
    (words, bodies): (&Words, bool),
    wanted: bool,
    overlay: &Overlay,
    measured: &Measured,
) -> Result<Taken, Problem> {
    let scanner = scanner.as_mut().map_err(|error| Problem {
        path: file.shown.clone(),
        region: None,
        kind: ProblemKind::Unreadable,
        message: error.to_string(),
    })?;
    let text = overlay.read(&file.absolute, &file.shown, MAX_SOURCE_BYTES)?;
    let outline = outline(&text, words);
    let measured = measured.may_hold(file, &outline);
    let scanned = (wanted || !outline.generated).then(|| scanner.scan_for(&text, &outline, measured));
    let declared = Declared::of(&file.absolute, &text, &outline, bodies);
    Ok(Taken { outline, declared, scanned, source: Source::new(file.shown.clone(), text) })
}

impl Gathered {
    fn keep(&mut self, file: GoFile, taken: Taken) {
        let Taken { outline, declared, scanned, source } = taken;
        self.declared.add(file.absolute.clone(), declared);
        match &scanned {
            None => self.left_out.generated += 1,
            Some(scanned) => self.problems.extend(syntax_problems(&file.shown, &source, &outline, scanned)),
        }
        let id = self.add(&file.absolute, file.shown, outline);
        if let Some(scanned) = scanned {
            if !scanned.candidates.is_empty() {
                self.sources.insert(id, source);
            }
            self.scanned.insert(id, scanned);
        }
    }

    fn add(&mut self, absolute: &Path, shown: Arc<str>, outline: Outline) -> FileId {
        let path = slashed(absolute);
        let place = self.tree.modules().of_file(&path);
        let (root, import_path) = match &place {
            Some(place) => (place.module.root.clone(), place.import_path.clone()),
            None => (self.outside.clone(), Name::from("")),
        };
        let inside = path.strip_prefix(&*root).unwrap_or(&path).trim_start_matches('/').to_owned();
        let id = self.tree.add(SourceFile { shown, root, inside, import_path, outline: Arc::new(outline) });
        self.paths.insert(id, absolute.to_owned());
        self.known.insert(absolute.to_owned(), id);
        id
    }

    /// Reads the packages that a profile names, as far as they belong to the run's modules and were not scanned anyway:
    /// its frames must find their files whatever was asked for.
    pub(super) fn add_packages<'p>(&mut self, named: impl Iterator<Item = &'p str>, working_directory: &Path) {
        let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
        for package in named {
            let package = package.strip_suffix("_test").unwrap_or(package);
            if let Some((module, inside)) = self.tree.locate_package(package) {
                folders.insert(Path::new(&*module.root).join(inside));
            }
        }
        self.add_folders(&folders, working_directory);
    }

    /// Reads the Go files of these folders that were not read yet.
    pub(super) fn add_folders(&mut self, folders: &BTreeSet<PathBuf>, working_directory: &Path) {
        let words = Words::new(std::iter::empty::<&str>());
        let overlay = self.overlay.clone();
        for path in folders.iter().flat_map(|folder| overlay.siblings(folder)) {
            if self.known.contains_key(&path) {
                continue;
            }
            let shown = shown(&path, working_directory);
            // A file that cannot be read is nobody's finding; its bytes are counted as unplaced.
            if let Ok(text) = overlay.read(&path, &shown, MAX_SOURCE_BYTES) {
                self.add(&path, shown, outline(&text, &words));
            }
        }
    }

    /// The text of a file: kept where something was found in it, else read again.
    pub(super) fn source(&self, id: FileId) -> Option<Source> {
        if let Some(kept) = self.sources.get(&id) {
            return Some(kept.clone());
        }
        let shown = &self.tree.file(id).shown;
        let text = self.overlay.read(self.paths.get(&id)?, shown, MAX_SOURCE_BYTES).ok()?;
        Some(Source::new(shown.clone(), text))
    }

    /// The file that is printed under this name.
    pub(super) fn file_shown_as(&self, shown: &str) -> Option<FileId> {
        self.paths.keys().copied().find(|id| *self.tree.file(*id).shown == *shown)
    }

    /// Where a file lies.
    pub(super) fn path(&self, id: FileId) -> Option<&Path> {
        self.paths.get(&id).map(PathBuf::as_path)
    }

    /// What stands in for files of the disk.
    pub(super) fn overlay(&self) -> &Overlay {
        &self.overlay
    }

    /// The folder that a file lies in.
    pub(super) fn folder(&self, id: FileId) -> Option<&Path> {
        self.path(id)?.parent()
    }
}

/// What kept declarations of one file from being scanned whole.
fn syntax_problems(shown: &Arc<str>, source: &Source, outline: &Outline, scanned: &Scanned) -> Vec<Problem> {
    let problem = |span: Span, kind: ProblemKind, what: String, cure: &str| {
        let region: Region = source.region(span);
        let message = format!("{what}; {cure} (--allow-partial accepts it)");
        Problem { path: shown.clone(), region: Some(region), kind, message }
    };
    let syntax = |span: Span, what: String| problem(span, ProblemKind::Syntax, what, "mend it and run again");
    let mut problems: Vec<Problem> =
        outline.problems.iter().map(|found| syntax(found.span, found.kind.to_string())).collect();
    // What the lexer has said of a declaration already, the parser need not say again.
    let told = |span: Span| outline.problems.iter().any(|found| span.contains(found.span));
    for Broken { declaration, at, error } in &scanned.broken {
        let declaration = &outline.declarations[*declaration];
        let name = if declaration.name.is_empty() { "this declaration" } else { &*declaration.name };
        match error {
            Some(error) => {
                let what = format!("{name} was not scanned: {error}");
                problems.push(problem(*at, ProblemKind::TooLarge, what, "split it, or leave the file out"));
            }
            None if told(declaration.span) => {}
            None => problems.push(syntax(*at, format!("syntax error in {name}, which was not scanned"))),
        }
    }
    problems
}
