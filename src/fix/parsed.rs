//! A file's text taken apart for mending: every declaration must parse.

use crate::go::bindings::{Bindings, Import, Reference};
use crate::go::mask::masked;
use crate::go::outline::{DeclarationKind, Outline, outline};
use crate::go::syntax::{Syntax, parse, parser};
use crate::go::words::Words;

/// A file that is sound.
pub(super) struct Parsed<'t> {
    pub(super) text: &'t [u8],
    pub(super) outline: Outline,
}

impl<'t> Parsed<'t> {
    /// The file; `None` where some of it is not Go.
    pub(super) fn new(text: &'t [u8]) -> Option<Parsed<'t>> {
        let words = Words::new(std::iter::empty::<&str>());
        let parsed = Parsed { text, outline: outline(text, &words) };
        if !parsed.outline.problems.is_empty() {
            return None;
        }
        parsed.each(|syntax| syntax.error_spans().next().is_none()).then_some(parsed)
    }

    /// Looks at the tree of each declaration; stops where `look` says no. Whether all of them were looked at.
    pub(super) fn each(&self, mut look: impl FnMut(&Syntax) -> bool) -> bool {
        let masked = masked(self.text, &self.outline);
        let Ok(mut parser) = parser() else { return false };
        self.outline.declarations.iter().all(|declaration| {
            let span = declaration.span;
            let Ok(tree) = parse(&mut parser, &masked[span.start..span.end]) else { return false };
            look(&Syntax::new(&tree, &self.text[span.start..span.end], span.start))
        })
    }

    /// Which imports some code names, by index.
    pub(super) fn used_imports(&self) -> Vec<bool> {
        let imports: Vec<Import> = self
            .outline
            .imports
            .iter()
            .map(|import| Import { name: import.name.clone(), path: import.path.clone() })
            .collect();
        let mut used = vec![false; imports.len()];
        if self.outline.declarations.iter().all(|declaration| declaration.kind == DeclarationKind::Import) {
            return used;
        }
        self.each(|syntax| {
            let bindings = Bindings::new(syntax, &imports);
            for node in syntax.ids() {
                if let Reference::Imported(index) = bindings.of(node) {
                    used[index as usize] = true;
                }
            }
            true
        });
        used
    }
}
