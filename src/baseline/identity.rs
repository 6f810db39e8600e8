//! Which finding is which: rule, package, declaration, the construct's tokens, and how many like it stand before it.
//!
//! Lines, file names and formatting are not in it, so that a finding stays itself when code above it grows, its file is renamed
//! or gofmt has been at work. Costs are not in it either.

use crate::go::lexer::Lexer;
use crate::go::normal::normal_tokens;
use crate::go::outline::{Declaration, DeclarationKind};
use crate::go::token::TokenKind as T;
use crate::go::tree::{FileId, SourceFile};
use crate::model::{Fingerprint, Identity, Source, Span};
use std::collections::BTreeMap;

/// A place that a rule reports.
#[derive(Clone, Copy, Debug)]
pub struct Anchor<'a> {
    /// The rule's id.
    pub rule: &'a str,
    /// The file's number.
    pub id: FileId,
    /// The file.
    pub file: &'a SourceFile,
    /// Its text.
    pub source: &'a Source,
    /// An index into the file's declarations.
    pub declaration: usize,
    /// The construct reported.
    pub span: Span,
}

/// As much of the tokens is shown to people.
const LONGEST_CODE: usize = 80;

/// Who each of the places is, parallel to them. They come in the order of files and of their text.
pub fn identities<'a>(anchors: impl Iterator<Item = Anchor<'a>>) -> Vec<Identity> {
    let mut before: BTreeMap<Fingerprint, u32> = BTreeMap::new();
    let mut names = GroupNames::default();
    anchors
        .map(|anchor| {
            let (package, declaration) = declared(&anchor, &mut names);
            let tokens = normal_tokens(&anchor.source.text, anchor.span);
            let equal = Fingerprint::of([anchor.rule.as_bytes(), declaration.as_bytes(), &tokens]);
            let count = before.entry(equal).or_insert(0);
            let ordinal = *count;
            *count += 1;
            let number = ordinal.to_string();
            let parts = [anchor.rule.as_bytes(), declaration.as_bytes(), &tokens, number.as_bytes()];
            Identity {
                fingerprint: Fingerprint::of(parts),
                package: package.into(),
                declaration: declaration.into(),
                code: code(&tokens),
                ordinal,
            }
        })
        .collect()
}

/// Package and declaration. The receiver's star is left away, and `main` has its import path: neither a method that now takes a
/// pointer nor two commands of one repository shall be mixed up.
fn declared(anchor: &Anchor, names: &mut GroupNames) -> (String, String) {
    let file = anchor.file;
    let external_test = file.outline.package.ends_with("_test") && file.base().ends_with("_test.go");
    let package = match &*file.import_path {
        // Outside every module the folder stands for the package.
        "" => file.inside.rsplit_once('/').map_or("", |(folder, _)| folder),
        path => path,
    };
    let package = if external_test { format!("{package}_test") } else { package.to_owned() };
    let Some(declaration) = file.outline.declarations.get(anchor.declaration) else {
        return (package.clone(), package);
    };
    let inside = match (declaration.kind, &declaration.receiver) {
        (DeclarationKind::Method, Some(receiver)) => format!("{}.{}", receiver.type_name, declaration.name),
        (DeclarationKind::Var | DeclarationKind::Const | DeclarationKind::Type, _) => {
            names.of(anchor, declaration).unwrap_or_else(|| declaration.name.to_string())
        }
        _ => declaration.name.to_string(),
    };
    let declaration = format!("{package}.{inside}");
    (package, declaration)
}

/// The names that a group declares: `var ( a = f(); b = g() )` is one declaration. Read once from front to back, however many
/// findings it has.
#[derive(Default)]
struct GroupNames {
    of: Option<(FileId, usize)>,
    /// Where each name stands.
    names: Vec<(usize, String)>,
}

impl GroupNames {
    /// The name that the group declares where `anchor` stands; `None` where it is no group.
    fn of(&mut self, anchor: &Anchor, declaration: &Declaration) -> Option<String> {
        if self.of != Some((anchor.id, anchor.declaration)) {
            self.of = Some((anchor.id, anchor.declaration));
            self.names = group_names(&anchor.source.text, declaration.span);
        }
        let after = self.names.partition_point(|(at, _)| *at <= anchor.span.start);
        self.names[..after].last().map(|(_, name)| name.clone())
    }
}

fn group_names(text: &[u8], span: Span) -> Vec<(usize, String)> {
    let mut lexer = Lexer::at(text, span.start, 1).limited(span.end);
    let mut names = Vec::new();
    lexer.next();
    let (mut depth, mut begins) = (0_usize, false);
    loop {
        let token = lexer.next();
        match token.kind {
            T::End => return names,
            T::ParenOpen | T::BracketOpen | T::BraceOpen => depth += 1,
            T::ParenClose | T::BracketClose | T::BraceClose => depth = depth.saturating_sub(1),
            T::Identifier if begins => {
                names.push((token.start as usize, String::from_utf8_lossy(lexer.bytes(token)).into_owned()));
            }
            _ if depth == 0 => return names,
            _ => {}
        }
        begins = depth == 1 && matches!(token.kind, T::ParenOpen | T::Semicolon);
    }
}

fn code(tokens: &[u8]) -> String {
    let text = String::from_utf8_lossy(tokens);
    if text.chars().count() <= LONGEST_CODE {
        return text.into_owned();
    }
    text.chars().take(LONGEST_CODE - 3).chain("...".chars()).collect()
}
