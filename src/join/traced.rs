//! Where places lie today when git knows: with `--profile-rev` lines are followed, not aligned.

use super::align::Landing;
use super::declared::{declared, is_linked, is_named_so, starts_as_named};
use crate::evidence::{Evidence, Place, Traced};
use crate::go::tree::{FileId, SourceFile, SourceTree};
use crate::model::{Grade, LineNow};
use crate::profile::{Declaration, Function, Symbol};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where git says that the line stands; the function alone where the line was changed.
pub(super) fn land_by_git(
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

/// Whether the function starts where the revision's would start now. Where not, the profile is of another revision. What a
/// literal lies in may have another name by now.
fn is_of_revision(traced: Traced, file: &SourceFile, declaration: usize, function: &Function, symbol: &Symbol) -> bool {
    let source = &file.outline.declarations[declaration];
    let initialiser = symbol.declaration == Declaration::PackageLevel && symbol.depth == 0;
    match traced.start {
        LineNow::Kept(start) if function.start_line != 0 && !initialiser => {
            let named = symbol.depth > 0 || is_linked(file, symbol) || is_named_so(source, symbol);
            named && starts_as_named(source, symbol, start)
        }
        _ => true,
    }
}

/// How far git's answer is about a profile at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tracing {
    /// Places of the profile.
    pub places: usize,
    /// Those of files that the revision had.
    pub traced: usize,
    /// Functions of which a line is followed.
    pub functions: usize,
    /// Those that cannot have started where the profile says: with more than a few the profile is of another revision than
    /// the user says.
    pub strange: usize,
}

/// Counts what git traces of a profile.
pub fn tracing(evidence: &Evidence, tree: &SourceTree) -> Tracing {
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
    Tracing {
        places: evidence.places.len(),
        traced: evidence.places.iter().filter(|place| place.traced.is_some()).count(),
        functions: functions.len(),
        strange: functions.values().filter(|fits| !**fits).count(),
    }
}
