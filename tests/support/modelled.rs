//! The constructs of all files of a package, settled with its own facts and those of the standard library.

use heaplint::go::bindings::{Bindings, Import};
use heaplint::go::construct::{Construct, constructs, settled};
use heaplint::go::evaluate::{PackageFacts, World};
use heaplint::go::facts::facts;
use heaplint::go::mask::masked;
use heaplint::go::outline::{Declaration, outline};
use heaplint::go::std as standard;
use heaplint::go::syntax::{Syntax, parse, parser};
use heaplint::go::terms::Terms;
use heaplint::go::words::Words;
use heaplint::model::Source;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// One file's constructs.
pub(crate) struct ModelledFile {
    pub(crate) source: Source,
    pub(crate) constructs: Vec<Construct>,
    /// Its declarations.
    pub(crate) declarations: Vec<Declaration>,
    /// Declarations that did not parse.
    pub(crate) broken: usize,
}

/// A package, modelled.
pub(crate) struct Modelled {
    path: String,
    here: PackageFacts,
    imported: RefCell<BTreeMap<String, Option<Arc<PackageFacts>>>>,
    pub(crate) files: Vec<ModelledFile>,
}

impl Modelled {
    /// The package with this import path that consists of these files.
    pub(crate) fn of(path: &str, files: &[PathBuf]) -> Modelled {
        let texts: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).expect("a readable file")).collect();
        let words = Words::new::<&str>([]);
        let outlines: Vec<_> = texts.iter().map(|text| outline(text, &words)).collect();
        let all: Vec<_> = texts.iter().zip(&outlines).map(|(text, outline)| facts(text, outline)).collect();
        let mut modelled = Modelled {
            path: path.to_owned(),
            here: PackageFacts::new(&all),
            imported: RefCell::default(),
            files: Vec::new(),
        };
        let mut parser = parser().expect("the grammar fits");
        for ((text, outline), file) in texts.iter().zip(&outlines).zip(files) {
            let masked = masked(text, outline);
            let imports: Vec<Import> = outline
                .imports
                .iter()
                .map(|import| Import { name: import.name.clone(), path: import.path.clone() })
                .collect();
            let (mut found, mut broken) = (Vec::new(), 0);
            for declaration in &outline.declarations {
                let span = declaration.span;
                let tree = parse(&mut parser, &masked[span.start..span.end]).expect("it parses in time");
                let syntax = Syntax::new(&tree, &text[span.start..span.end], span.start);
                if syntax.has_errors() {
                    broken += 1;
                    continue;
                }
                let bindings = Bindings::new(&syntax, &imports);
                let terms = Terms::new(&syntax, &bindings, &imports);
                let constructs = constructs(&syntax, &bindings, &terms);
                found.extend(modelled.ask(|world| settled(constructs, world)));
            }
            let source = Source::new(file.display().to_string(), text.clone());
            modelled.files.push(ModelledFile {
                source,
                constructs: found,
                declarations: outline.declarations.clone(),
                broken,
            });
        }
        modelled
    }

    /// Asks something of the package's facts.
    pub(crate) fn ask<T>(&self, ask: impl FnOnce(&World) -> T) -> T {
        let package_of = |path: &str| {
            let mut known = self.imported.borrow_mut();
            let read = || standard::facts(path).map(|facts| Arc::new(PackageFacts::new([&*facts])));
            known.entry(path.to_owned()).or_insert_with(read).clone()
        };
        ask(&World { path: &self.path, here: &self.here, package_of: &package_of })
    }
}
