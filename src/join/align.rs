//! On which line of today's source each place of a profile lies.
//!
//! A place is **exact** when the function that the profile names starts, in today's source, in the file and on the line that
//! the profile says, and spans the profile's line. It is **aligned** when the function was found by its symbol and moved as a
//! whole: the line is matched by its offset from the function's (or literal's) first line. Otherwise only the **function** is
//! known. What changed inside a function that starts where it did cannot be told from the profile alone.
//! Closure numbers are never compared: they change between compilers.

use crate::evidence::naming::{declaration_named, is_named};
use crate::evidence::{Evidence, Place, Traced};
use crate::go::outline::Declaration as SourceDeclaration;
use crate::go::tree::{FileId, SourceFile, SourceTree};
use crate::model::{Grade, LineNow};
use crate::profile::{Declaration, Function, Symbol};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a place lies today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The file.
    pub file: FileId,
    /// The declaration, an index into the file's outline.
    pub declaration: usize,
    /// Today's line; the profile's own where the grade is `Function`.
    pub line: u32,
    /// How sure that is.
    pub grade: Grade,
}

/// The landing of every place, parallel to `evidence.places`, or why it has none.
pub fn land_all(evidence: &Evidence, tree: &SourceTree) -> Vec<Result<Landing, Arc<str>>> {
    let starts = declared_starts(evidence);
    evidence
        .places
        .iter()
        .map(|place| {
            let file = place.file.clone()?;
            let function = &evidence.profile.functions[place.function as usize];
            match &evidence.ownership.symbols[place.function as usize] {
                Some(symbol) => land(place, file, function, symbol, tree, &starts),
                None => Err(Arc::from("its name is not a Go symbol")),
            }
        })
        .collect()
}

/// The line on which the profile says each declared function starts: what its literals are measured from.
type Starts<'p> = FxHashMap<(&'p str, &'p Declaration), u32>;

fn declared_starts<'p>(evidence: &'p Evidence) -> Starts<'p> {
    let functions = evidence.profile.functions.iter().zip(&evidence.ownership.symbols);
    functions
        .filter_map(|(function, symbol)| {
            let symbol = symbol.as_ref()?;
            let whole = symbol.depth == 0 && !symbol.inlined && function.start_line > 0 && !symbol.in_range_body;
            whole.then_some(((symbol.package.as_str(), &symbol.declaration), function.start_line))
        })
        .collect()
}

fn land(
    place: &Place,
    file: FileId,
    function: &Function,
    symbol: &Symbol,
    tree: &SourceTree,
    starts: &Starts,
) -> Result<Landing, Arc<str>> {
    if let Some(traced) = place.traced {
        return land_by_git(traced, place, file, function, symbol, tree);
    }
    if let Some(declaration) = exact(tree.file(file), place.line, function, symbol, starts) {
        return Ok(Landing { file, declaration, line: place.line, grade: Grade::Exact });
    }
    let (file, declaration) = declared(file, symbol, tree)?;
    let source = &tree.file(file).outline.declarations[declaration];
    Ok(match shifted(source, place.line, function, symbol, starts) {
        Some(line) => Landing { file, declaration, line, grade: Grade::Aligned },
        None => Landing { file, declaration, line: place.line, grade: Grade::Function },
    })
}

/// Where git says that the line stands; the function alone where the line was changed.
fn land_by_git(
    traced: Traced,
    place: &Place,
    file: FileId,
    function: &Function,
    symbol: &Symbol,
    tree: &SourceTree,
) -> Result<Landing, Arc<str>> {
    if let LineNow::Kept(line) = traced.line
        && let Some(declaration) = tree.file(file).outline.declaration_at_line(line)
        && is_of_revision(traced, tree.file(file), declaration, function, symbol)
    {
        let same = traced.same_file && line == place.line;
        return Ok(Landing { file, declaration, line, grade: if same { Grade::Exact } else { Grade::Aligned } });
    }
    let (file, declaration) = declared(file, symbol, tree)?;
    Ok(Landing { file, declaration, line: place.line, grade: Grade::Function })
}

/// Whether the function starts where the revision's would start now. Where not, the profile is of another revision.
fn is_of_revision(traced: Traced, file: &SourceFile, declaration: usize, function: &Function, symbol: &Symbol) -> bool {
    let source = &file.outline.declarations[declaration];
    let initialiser = symbol.declaration == Declaration::PackageLevel && symbol.depth == 0;
    match traced.start {
        LineNow::Kept(start) if function.start_line != 0 && !initialiser => {
            starts_as_named(source, symbol, start) && (is_linked(file, symbol) || is_named_so(source, symbol))
        }
        _ => true,
    }
}

/// How many functions git traces, and how many of them cannot have started where the profile says: with more than a few the
/// profile is of another revision than the user says.
pub fn of_another_revision(evidence: &Evidence, tree: &SourceTree) -> (usize, usize) {
    let mut functions: BTreeMap<u32, bool> = BTreeMap::new();
    for place in &evidence.places {
        let (Some(traced), Ok(file)) = (place.traced, &place.file) else { continue };
        let Some(symbol) = &evidence.ownership.symbols[place.function as usize] else { continue };
        let LineNow::Kept(line) = traced.line else { continue };
        let file = tree.file(*file);
        let function = &evidence.profile.functions[place.function as usize];
        let fits = file
            .outline
            .declaration_at_line(line)
            .is_some_and(|declaration| is_of_revision(traced, file, declaration, function, symbol));
        *functions.entry(place.function).or_insert(true) &= fits;
    }
    (functions.len(), functions.values().filter(|fits| !**fits).count())
}

/// The declaration of the symbol's name in today's source, or why there is none.
fn declared(file: FileId, symbol: &Symbol, tree: &SourceTree) -> Result<(FileId, usize), Arc<str>> {
    find_declaration(file, symbol, tree).ok_or_else(|| {
        let (shown, name) = (&tree.file(file).shown, &symbol.declaration);
        format!("{shown} declares no `{name}` any more; scan the revision that was profiled").into()
    })
}

/// The declaration that spans the line, if it is the function that the profile names and starts where the profile says.
fn exact(file: &SourceFile, line: u32, function: &Function, symbol: &Symbol, starts: &Starts) -> Option<usize> {
    let declaration = file.outline.declaration_at_line(line)?;
    let source = &file.outline.declarations[declaration];
    let start = function.start_line;
    let initialiser = symbol.declaration == Declaration::PackageLevel && symbol.depth == 0;
    let started = start == 0 || initialiser || (start <= line && starts_as_named(source, symbol, start));
    let moved = has_moved(source, symbol, starts) || !is_in_its_file(function, symbol, file);
    let linked = start != 0 && is_linked(file, symbol);
    ((linked || is_named_so(source, symbol)) && started && !moved).then_some(declaration)
}

/// Whether a declaration bears the symbol's name; the name of a literal that was inlined is its caller's.
fn is_named_so(source: &SourceDeclaration, symbol: &Symbol) -> bool {
    symbol.inlined || is_named(source, symbol)
}

/// Whether the symbol is of another package than the file: `//go:linkname` gives a function of this file such a name.
fn is_linked(file: &SourceFile, symbol: &Symbol) -> bool {
    let package = symbol.package.strip_suffix("_test").unwrap_or(&symbol.package);
    !matches!(package, "main" | "command-line-arguments") && package != &*file.import_path
}

/// Whether the profile has the declaration elsewhere: then a literal of it that seems to be in place took another's place.
fn has_moved(source: &SourceDeclaration, symbol: &Symbol, starts: &Starts) -> bool {
    let nameless = symbol.inlined || symbol.declaration == Declaration::PackageLevel;
    let then = starts.get(&(symbol.package.as_str(), &symbol.declaration));
    !nameless && then.is_some_and(|then| *then != source.function_line)
}

/// As [`starts_a_function`]; a literal starts where a literal does, not where its function does.
fn starts_as_named(source: &SourceDeclaration, symbol: &Symbol, line: u32) -> bool {
    let literal = source.literals.contains(&line) || source.loops.contains(&line);
    literal || (symbol.depth == 0 && source.function_line == line)
}

/// Whether the file was called so when it was profiled. A package's initialisers share a record, which names one file.
fn is_in_its_file(function: &Function, symbol: &Symbol, file: &SourceFile) -> bool {
    let base = function.file.rsplit(['/', '\\']).next();
    symbol.declaration == Declaration::PackageLevel || base == Some(file.base())
}

/// Today's line, when the function moved as a whole.
fn shifted(
    source: &SourceDeclaration,
    line: u32,
    function: &Function,
    symbol: &Symbol,
    starts: &Starts,
) -> Option<u32> {
    let start = function.start_line;
    if start == 0 {
        return None;
    }
    let then = *starts.get(&(symbol.package.as_str(), &symbol.declaration)).unwrap_or(&0);
    let today = match then {
        0 if symbol.depth == 0 && !symbol.in_range_body => source.function_line,
        // Only the literal was sampled: it can be told from others only when it is the only one.
        0 => match source.literals.as_slice() {
            [only] => *only,
            _ => return None,
        },
        then => start.checked_add(source.function_line)?.checked_sub(then)?,
    };
    let line = line.checked_add(today)?.checked_sub(start)?;
    (starts_a_function(source, today) && today <= line && line <= source.lines.1).then_some(line)
}

/// Whether a function, a literal or the body of a range-over-func loop of this declaration starts on this line.
fn starts_a_function(source: &SourceDeclaration, line: u32) -> bool {
    source.function_line == line || source.literals.contains(&line) || source.loops.contains(&line)
}

/// The declaration of this name: in the file itself, else in the one other file of the package that has it.
fn find_declaration(file: FileId, symbol: &Symbol, tree: &SourceTree) -> Option<(FileId, usize)> {
    let named = |file: FileId| Some((file, declaration_named(&tree.file(file).outline, symbol)?));
    named(file).or_else(|| {
        let mut others = tree.files_of(&tree.file(file).import_path).iter().copied().filter_map(named);
        others.next().filter(|_| others.next().is_none())
    })
}
