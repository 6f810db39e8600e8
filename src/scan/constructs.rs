//! Constructs of a file: the allocation model over the declarations that somebody wants modelled.

use crate::go::bindings::{Bindings, Import};
use crate::go::construct::{Construct, constructs, settled};
use crate::go::evaluate::World;
use crate::go::mask::masked;
use crate::go::outline::Outline;
use crate::go::syntax::{GrammarMismatch, Syntax, parse, parser};
use crate::go::terms::Terms;
use tree_sitter::Parser;

/// The machinery that a thread keeps.
pub struct Modeller {
    parser: Parser,
}

impl Modeller {
    /// A modeller.
    ///
    /// # Errors
    /// When the grammar does not fit the parser: a defect of the build.
    pub fn new() -> Result<Modeller, GrammarMismatch> {
        Ok(Modeller { parser: parser()? })
    }

    /// What can allocate in each of these declarations of `text`, with everything settled that `world` settles; nothing in those
    /// that do not parse. `outline` must be of the same text.
    pub fn model(
        &mut self,
        text: &[u8],
        outline: &Outline,
        declarations: impl Iterator<Item = usize>,
        world: &World,
    ) -> Vec<(usize, Vec<Construct>)> {
        let masked = masked(text, outline);
        let import =
            |import: &crate::go::outline::Import| Import { name: import.name.clone(), path: import.path.clone() };
        let imports: Vec<Import> = outline.imports.iter().map(import).collect();
        let model = |index: usize| {
            let span = outline.declarations.get(index)?.span;
            let (original, masked) = (text.get(span.start..span.end)?, masked.get(span.start..span.end)?);
            let tree = parse(&mut self.parser, masked).ok()?;
            let syntax = Syntax::new(&tree, original, span.start);
            let bindings = Bindings::new(&syntax, &imports);
            let terms = Terms::new(&syntax, &bindings, &imports);
            Some((index, settled(constructs(&syntax, &bindings, &terms), world)))
        };
        declarations.filter_map(model).collect()
    }
}
