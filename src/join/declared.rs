//! Which declaration of today's source a symbol names, and whether a line can be what the profile says of it.

use crate::evidence::naming::{declaration_named, is_named};
use crate::go::outline::Declaration as SourceDeclaration;
use crate::go::tree::{FileId, SourceFile, SourceTree};
use crate::profile::{Declaration, Function, Symbol};
use std::sync::Arc;

pub(super) fn last_line(file: &SourceFile) -> u32 {
    file.outline.declarations.last().map_or(1, |declaration| declaration.lines.1)
}

pub(super) fn is_initialiser(symbol: &Symbol) -> bool {
    symbol.declaration == Declaration::PackageLevel && symbol.depth == 0
}

/// The declaration of the symbol's name in today's source, or why there is none.
pub(super) fn declared(file: FileId, symbol: &Symbol, tree: &SourceTree) -> Result<(FileId, usize), Arc<str>> {
    find_declaration(file, symbol, tree).ok_or_else(|| {
        let (shown, name) = (&tree.file(file).shown, &symbol.declaration);
        format!("{shown} declares no `{name}` any more; scan the revision that was profiled").into()
    })
}

/// Whether a declaration bears the symbol's name; the name of a literal that was inlined is its caller's.
pub(super) fn is_named_so(source: &SourceDeclaration, symbol: &Symbol) -> bool {
    symbol.inlined || is_named(source, symbol)
}

/// Whether the symbol is of another package than the file: `//go:linkname` gives a function of this file such a name.
pub(super) fn is_linked(file: &SourceFile, symbol: &Symbol) -> bool {
    let package = symbol.package.strip_suffix("_test").unwrap_or(&symbol.package);
    !matches!(package, "main" | "command-line-arguments") && package != &*file.import_path
}

/// Whether a function, or for a literal a literal or loop, of this declaration starts on this line.
pub(super) fn starts_as_named(source: &SourceDeclaration, symbol: &Symbol, line: u32) -> bool {
    let literal = source.literals.contains(&line) || source.loops.contains(&line);
    literal || (symbol.depth == 0 && source.function_line == line)
}

/// Whether the file was called so when it was profiled. A package's initialisers share a record, which names one file.
pub(super) fn is_in_its_file(function: &Function, symbol: &Symbol, file: &SourceFile) -> bool {
    let base = function.file.rsplit(['/', '\\']).next();
    // Of a function that lies in several files by its `//line` directives the profile names one.
    symbol.declaration == Declaration::PackageLevel || base == Some(file.base()) || !file.outline.line_map.is_empty()
}

/// The declaration of this name: in the file itself, else in the one other file of the package that has it.
pub(super) fn find_declaration(file: FileId, symbol: &Symbol, tree: &SourceTree) -> Option<(FileId, usize)> {
    if let Declaration::Init(_) = symbol.declaration {
        // They are numbered over the files of the package; alone in its file one is known all the same.
        let declarations = &tree.file(file).outline.declarations;
        let mut found = (0..declarations.len()).filter(|index| is_named(&declarations[*index], symbol));
        return found.next().filter(|_| found.next().is_none()).map(|index| (file, index));
    }
    let named = |file: FileId| Some((file, declaration_named(&tree.file(file).outline, symbol)?));
    named(file).or_else(|| {
        let mut others = tree.files_of(&tree.file(file).import_path).iter().copied().filter_map(named);
        others.next().filter(|_| others.next().is_none())
    })
}
